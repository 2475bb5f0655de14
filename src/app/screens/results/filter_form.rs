//! The filter form of the results: two days, and values chosen from those of the visits.
//!
//! On a row of values, typing narrows down the values that the arrow keys go through.

use crate::analysis::{Condition, Dimension, Filter};
use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Command, Context, Keymap};
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::FilterValues;
use crate::app::text_filter;
use crate::app::text_input::TextInput;
use crate::text::NameOrder;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use jiff::civil::Date;

/// The filter form.
#[derive(Debug)]
pub struct FilterFormState {
    /// The cursor among [`FilterFormState::ROWS`].
    pub cursor: ListCursor,
    /// The first day, as typed.
    pub from: TextInput,
    /// The last day, as typed.
    pub to: TextInput,
    /// The chosen values, in the order of [`CHOICES`].
    pub choices: [ChoiceRow; CHOICES.len()],
}

/// A row of values.
#[derive(Debug)]
pub struct ChoiceRow {
    /// The chosen value; `None` for all.
    pub value: Option<String>,
    /// The text that narrows down the values.
    pub typed: TextInput,
}

/// The dimensions with a row of values, from top to bottom.
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
pub enum FilterRow {
    /// The first day.
    From,
    /// The last day.
    To,
    /// The value of a dimension, by its index in [`CHOICES`].
    Choice(usize),
}

impl FilterFormState {
    /// The number of rows.
    pub const ROWS: usize = 2 + CHOICES.len();

    /// Opens the form with the current filter.
    pub fn new(filter: &Filter) -> Self {
        let day = |date: Option<Date>| TextInput::line(&date.map(|date| date.to_string()).unwrap_or_default());
        let choice = |dimension: Dimension| {
            let found = filter.conditions.iter().find(|condition| condition.dimension == Some(dimension));
            ChoiceRow { value: found.map(|condition| condition.value.clone()), typed: TextInput::line("") }
        };
        Self { cursor: ListCursor::default(), from: day(filter.from), to: day(filter.to), choices: CHOICES.map(choice) }
    }

    /// Returns the selected row.
    pub fn row(&self) -> FilterRow {
        Self::row_at(self.cursor.selected)
    }

    /// Returns a row by its index.
    pub fn row_at(at: usize) -> FilterRow {
        match at {
            0 => FilterRow::From,
            1 => FilterRow::To,
            at => FilterRow::Choice((at - 2).min(CHOICES.len() - 1)),
        }
    }

    /// Returns whether a text input has focus; rows with a few fixed values have none.
    pub fn is_typing(&self) -> bool {
        match self.row() {
            FilterRow::From | FilterRow::To => true,
            FilterRow::Choice(at) => {
                CHOICES.get(at).is_some_and(|of| !matches!(of, Dimension::Relation | Dimension::Kind))
            }
        }
    }

    /// Returns the text input of the selected row, if it has one.
    pub fn field_mut(&mut self) -> Option<&mut TextInput> {
        if !self.is_typing() {
            return None;
        }
        match self.row() {
            FilterRow::From => Some(&mut self.from),
            FilterRow::To => Some(&mut self.to),
            FilterRow::Choice(at) => self.choices.get_mut(at).map(|choice| &mut choice.typed),
        }
    }

    /// Returns the filter of the form.
    ///
    /// # Errors
    /// Returns the row whose day is invalid.
    fn filter(&self) -> Result<Filter, FilterRow> {
        let day = |field: &TextInput, row| {
            let text = field.text();
            let text = text.trim();
            if text.is_empty() { Ok(None) } else { date(text).map(Some).ok_or(row) }
        };
        let value = |(dimension, choice): (Dimension, &ChoiceRow)| {
            let value = choice.value.clone()?;
            Some(Condition { dimension: Some(dimension), value })
        };
        Ok(Filter {
            from: day(&self.from, FilterRow::From)?,
            to: day(&self.to, FilterRow::To)?,
            conditions: CHOICES.into_iter().zip(&self.choices).filter_map(value).collect(),
        })
    }
}

/// Returns the values of a dimension that match the typed text, by their names.
pub fn offers(met: &FilterValues, dimension: Dimension, typed: &str) -> Vec<String> {
    let plain = |names: &mut dyn Iterator<Item = &str>| names.map(str::to_owned).collect::<Vec<_>>();
    let name = |id: &str| met.sites.get(id).filter(|name| !name.is_empty()).map_or(id, String::as_str).to_owned();
    let mut ids = match dimension {
        Dimension::Relation => plain(&mut Relation::ALL.iter().map(|(_, name)| *name)),
        Dimension::Kind => plain(&mut Kind::ALL.iter().map(|kind| kind.name())),
        Dimension::Group => plain(&mut met.groups.iter().map(String::as_str)),
        Dimension::Site => plain(&mut met.sites.keys().map(String::as_str)),
        Dimension::Observer => plain(&mut met.observers.iter().map(String::as_str)),
        Dimension::Checklist => plain(&mut met.checklists.iter().map(String::as_str)),
        _ => Vec::new(),
    };
    if !matches!(dimension, Dimension::Relation | Dimension::Kind) {
        ids.sort_by_cached_key(|id| NameOrder::new(&name(id)));
    }
    let text = |id: &String| format!("{id} {}", met.sites.get(id).map_or("", String::as_str));
    let fit = text_filter::matching(typed, ids.iter().map(text));
    fit.into_iter().filter_map(|at| ids.get(at).cloned()).collect()
}

/// Parses a day: `2026-03-01`, or in the French style `1/3/2026`.
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

/// The result of a key press in the form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormOutcome {
    /// The form stays open.
    Stay,
    /// The form closes without changes.
    Close,
    /// The selected day is invalid; the form stays open.
    Refuse,
    /// The form closes, and this filter applies.
    Apply(Filter),
}

impl FilterFormState {
    /// Handles a key press.
    pub(super) fn update(&mut self, keymap: &Keymap, press: KeyPress, met: &FilterValues) -> FormOutcome {
        let typed_key = matches!(press.key, Key::Char(_) | Key::Home | Key::End | Key::Backspace);
        let command = if typed_key { None } else { keymap.command(Context::List, press) };
        match (command, self.row()) {
            (Some(Command::Back), _) => return FormOutcome::Close,
            (Some(Command::Open), _) => match self.filter() {
                Ok(filter) => return FormOutcome::Apply(filter),
                Err(row) => {
                    self.cursor.selected = usize::from(row != FilterRow::From);
                    return FormOutcome::Refuse;
                }
            },
            (Some(Command::Left), FilterRow::Choice(at)) => turn(self, at, met, -1),
            (Some(Command::Right), FilterRow::Choice(at)) => turn(self, at, met, 1),
            (Some(Command::Left | Command::Right) | None, _) => typed(self, press, met),
            (Some(command), _) => {
                self.cursor.go(command, Self::ROWS);
            }
        }
        FormOutcome::Stay
    }
}

/// Selects the next matching value, wrapping around; "all" precedes the first one.
fn turn(form: &mut FilterFormState, at: usize, met: &FilterValues, by: isize) {
    let (Some(choice), Some(dimension)) = (form.choices.get_mut(at), CHOICES.get(at)) else { return };
    let offers = offers(met, *dimension, &choice.typed.text());
    let current = choice.value.as_ref().and_then(|value| offers.iter().position(|offer| offer == value));
    let places = offers.len() + 1;
    let to = (current.map_or(0, |at| at + 1) + places).saturating_add_signed(by) % places;
    choice.value = to.checked_sub(1).and_then(|at| offers.get(at).cloned());
}

/// Handles a typed key; on a row of values, the first match is selected.
fn typed(form: &mut FilterFormState, press: KeyPress, met: &FilterValues) {
    let changed = form.field_mut().is_some_and(|field| field.press(press));
    let FilterRow::Choice(at) = form.row() else { return };
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
    fn days_are_parsed_in_both_languages() {
        let day = jiff::civil::date(2026, 3, 1);
        for text in ["2026-03-01", "1/3/2026", "01/03/2026", "01.03.2026"] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        for text in ["", "3/2026", "31/02/2026", "1/3/26", "hier", "1/3/2026/4"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
