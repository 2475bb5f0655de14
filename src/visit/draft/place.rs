//! Places in a checklist, and the forms that show them.

/// A row of the outline: the checklist itself, a section, or an item by its section and its position there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The checklist's title, relation and languages.
    #[default]
    Header,
    Section(usize),
    Item(usize, usize),
}

/// A part of an item that has a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// An option of a choice.
    Option(usize),
    /// A band of a tally or a timer.
    Band(usize),
    /// A term of the condition.
    Term(usize),
}

/// A form: of a place, or of a part of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Form {
    pub place: Place,
    pub part: Option<Part>,
}

impl From<Place> for Form {
    fn from(place: Place) -> Self {
        Self { place, part: None }
    }
}

impl Place {
    /// Returns the form of a part of an item.
    pub fn part(self, part: Part) -> Form {
        Form { place: self, part: Some(part) }
    }

    /// Returns the position of its section.
    pub fn section(self) -> Option<usize> {
        match self {
            Self::Header => None,
            Self::Section(section) | Self::Item(section, _) => Some(section),
        }
    }
}
