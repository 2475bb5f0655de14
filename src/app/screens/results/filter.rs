//! The form in which results are narrowed: two days, and values chosen among those that were met.
//!
//! On a row of values, letters narrow what the arrows go through; nothing has to be known by heart.

use crate::analysis::{Condition, Dimension, Filter};
use crate::app::filter;
use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Command, Context, Keymap};
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::FilterValues;
use crate::app::text_input::TextInput;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use jiff::civil::Date;

/// The form.
#[derive(Debug)]
pub struct Form {
    /// The cursor among [`Form::ROWS`].
    pub cursor: ListCursor,
    /// The first day, as it is typed.
    pub from: TextInput,
    /// The last day, as it is typed.
    pub to: TextInput,
    /// The values chosen, by the place of their dimension in [`CHOICES`].
    pub choices: [Choice; CHOICES.len()],
}

/// One row of values.
#[derive(Debug)]
pub struct Choice {
    /// The value chosen; `None` is all of them.
    pub value: Option<String>,
    /// What narrows the values.
    pub typed: TextInput,
}

/// What can be chosen by its value, from top to bottom.
pub const CHOICES: [Dimension; 6] = [
    Dimension::Relation,
    Dimension::Kind,
    Dimension::Group,
    Dimension::Site,
    Dimension::Observer,
    Dimension::Checklist,
];

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The first day.
    From,
    /// The last day.
    To,
    /// The value of a dimension: its place in [`CHOICES`].
    Choice(usize),
}

impl Form {
    /// How many rows there are.
    pub const ROWS: usize = 2 + CHOICES.len();

    /// Opens with the current filter.
    #[must_use]
    pub fn new(filter: &Filter) -> Self {
        let day = |date: Option<Date>| TextInput::line(&date.map(|date| date.to_string()).unwrap_or_default());
        let choice = |dimension: Dimension| {
            let found = filter.conditions.iter().find(|condition| condition.dimension == Some(dimension));
            Choice { value: found.map(|condition| condition.value.clone()), typed: TextInput::line("") }
        };
        Self { cursor: ListCursor::default(), from: day(filter.from), to: day(filter.to), choices: CHOICES.map(choice) }
    }

    /// Returns the row in front.
    #[must_use]
    pub fn row(&self) -> Row {
        Self::row_at(self.cursor.selected)
    }

    /// Returns a row by its place.
    #[must_use]
    pub fn row_at(at: usize) -> Row {
        match at {
            0 => Row::From,
            1 => Row::To,
            at => Row::Choice((at - 2).min(CHOICES.len() - 1)),
        }
    }

    /// Returns whether a text input has focus: not on rows of a few values, which are words of the program.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        match self.row() {
            Row::From | Row::To => true,
            Row::Choice(at) => CHOICES.get(at).is_some_and(|of| !matches!(of, Dimension::Relation | Dimension::Kind)),
        }
    }

    /// Returns what is typed on the row in front, where it can be.
    pub fn field_mut(&mut self) -> Option<&mut TextInput> {
        if !self.is_typing() {
            return None;
        }
        match self.row() {
            Row::From => Some(&mut self.from),
            Row::To => Some(&mut self.to),
            Row::Choice(at) => self.choices.get_mut(at).map(|choice| &mut choice.typed),
        }
    }

    /// Returns the filter that the form says.
    ///
    /// # Errors
    /// The row of a day that is none.
    fn filter(&self) -> Result<Filter, Row> {
        let day = |field: &TextInput, row| {
            let text = field.text();
            let text = text.trim();
            if text.is_empty() { Ok(None) } else { date(text).map(Some).ok_or(row) }
        };
        let value = |(dimension, choice): (Dimension, &Choice)| {
            let value = choice.value.clone()?;
            Some(Condition { dimension: Some(dimension), value })
        };
        Ok(Filter {
            from: day(&self.from, Row::From)?,
            to: day(&self.to, Row::To)?,
            conditions: CHOICES.into_iter().zip(&self.choices).filter_map(value).collect(),
        })
    }
}

/// Returns the values of a dimension that fit what is typed, in their order.
#[must_use]
pub fn offers(met: &FilterValues, dimension: Dimension, typed: &str) -> Vec<String> {
    let plain = |names: &mut dyn Iterator<Item = &str>| names.map(str::to_owned).collect::<Vec<_>>();
    let ids = match dimension {
        Dimension::Relation => plain(&mut Relation::ALL.iter().map(|(_, name)| *name)),
        Dimension::Kind => plain(&mut Kind::ALL.iter().map(|kind| kind.name())),
        Dimension::Group => plain(&mut met.groups.iter().map(String::as_str)),
        Dimension::Site => plain(&mut met.sites.keys().map(String::as_str)),
        Dimension::Observer => plain(&mut met.observers.iter().map(String::as_str)),
        Dimension::Checklist => plain(&mut met.checklists.iter().map(String::as_str)),
        _ => Vec::new(),
    };
    let text = |id: &String| format!("{id} {}", met.sites.get(id).map_or("", String::as_str));
    let fit = filter::in_order(typed, ids.iter().map(text));
    fit.into_iter().filter_map(|at| ids.get(at).cloned()).collect()
}

/// Reads a day: `2026-03-01`, or as French writes it, `1/3/2026`.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split(['/', '.', ' ']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// What a key in the form leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum FormStep {
    /// The form stays open.
    Stay,
    /// The form closes, and nothing changes.
    Close,
    /// The day in front is none; the form stays open.
    Refuse,
    /// The form closes, and everything is narrowed by this filter.
    Apply(Filter),
}

impl Form {
    /// Handles a key press.
    pub(super) fn update(&mut self, keymap: &Keymap, press: KeyPress, met: &FilterValues) -> FormStep {
        let typed_key = matches!(press.key, Key::Char(_) | Key::Home | Key::End | Key::Backspace);
        let command = if typed_key { None } else { keymap.command(Context::List, press) };
        match (command, self.row()) {
            (Some(Command::Back), _) => return FormStep::Close,
            (Some(Command::Open), _) => match self.filter() {
                Ok(filter) => return FormStep::Apply(filter),
                Err(row) => {
                    self.cursor.selected = usize::from(row != Row::From);
                    return FormStep::Refuse;
                }
            },
            (Some(Command::Left), Row::Choice(at)) => turn(self, at, met, -1),
            (Some(Command::Right), Row::Choice(at)) => turn(self, at, met, 1),
            (Some(Command::Left | Command::Right) | None, _) => typed(self, press, met),
            (Some(command), _) => {
                self.cursor.go(command, Self::ROWS);
            }
        }
        FormStep::Stay
    }
}

/// Goes to the value beside, among those that fit what is typed, in a ring; before the first stands all of them.
fn turn(form: &mut Form, at: usize, met: &FilterValues, by: isize) {
    let (Some(choice), Some(dimension)) = (form.choices.get_mut(at), CHOICES.get(at)) else { return };
    let offers = offers(met, *dimension, &choice.typed.text());
    let standing = choice.value.as_ref().and_then(|value| offers.iter().position(|offer| offer == value));
    let places = offers.len() + 1;
    let to = (standing.map_or(0, |at| at + 1) + places).saturating_add_signed(by) % places;
    choice.value = to.checked_sub(1).and_then(|at| offers.get(at).cloned());
}

/// Handles a key as typed; on a row of values, the first that fits is chosen.
fn typed(form: &mut Form, press: KeyPress, met: &FilterValues) {
    let changed = form.field_mut().is_some_and(|field| field.press(press));
    let Row::Choice(at) = form.row() else { return };
    let (Some(choice), Some(dimension)) = (form.choices.get_mut(at), CHOICES.get(at)) else { return };
    let text = choice.typed.text();
    if changed {
        choice.value = if text.trim().is_empty() { None } else { offers(met, *dimension, &text).into_iter().next() };
    } else if press.key == Key::Backspace {
        choice.value = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_either_language_writes_them() {
        let day = jiff::civil::date(2026, 3, 1);
        for text in ["2026-03-01", "1/3/2026", "01/03/2026", "01.03.2026"] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        for text in ["", "3/2026", "31/02/2026", "1/3/26", "hier", "1/3/2026/4"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
