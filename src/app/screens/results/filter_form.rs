//! The filter form of the results: two days, and values chosen from those of the visits.
//!
//! On a row of values, typing narrows down the values that the arrow keys go through.

use crate::analysis::{Condition, Dimension, Filter};
use crate::app::prelude::*;
use crate::app::results_data::FilterValues;
use crate::app::text_filter;
use crate::app::wrapping::wrapping_index;
use crate::text::NameOrder;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use jiff::civil::Date;
use std::ops::ControlFlow;

/// The filter form.
#[derive(Debug)]
pub struct FilterFormState {
    /// The cursor among [`FilterFormState::ROWS`].
    pub cursor: ListCursor,
    /// The first day, as typed.
    pub from: TextInput,
    /// The last day, as typed.
    pub to: TextInput,
    /// The rows of values, from top to bottom.
    pub choices: [ChoiceRow; CHOICES.len()],
}

/// A row of values.
#[derive(Debug)]
pub struct ChoiceRow {
    /// The dimension of the values.
    pub dimension: Dimension,
    /// The chosen value; `None` for all.
    pub value: Option<String>,
    /// The text that narrows down the values.
    pub typed: TextInput,
}

/// The dimensions with a row of values, from top to bottom.
const CHOICES: [Dimension; 6] = [
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
    /// The value of a dimension, by its index in [`FilterFormState::choices`].
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
            ChoiceRow { dimension, value: found.map(|condition| condition.value.clone()), typed: TextInput::line("") }
        };
        Self { cursor: ListCursor::default(), from: day(filter.from), to: day(filter.to), choices: CHOICES.map(choice) }
    }

    /// Returns the selected row.
    pub fn row(&self) -> FilterRow {
        match self.cursor.selected {
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
                let dimension = self.choices.get(at).map(|choice| choice.dimension);
                !matches!(dimension, Some(Dimension::Relation | Dimension::Kind))
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
        let value = |choice: &ChoiceRow| {
            let value = choice.value.clone()?;
            Some(Condition::exact(choice.dimension, value))
        };
        Ok(Filter {
            from: day(&self.from, FilterRow::From)?,
            to: day(&self.to, FilterRow::To)?,
            conditions: self.choices.iter().filter_map(value).collect(),
        })
    }
}

impl ChoiceRow {
    /// Returns the values that match the typed text, by their names.
    pub fn offers<'v>(&self, values: &'v FilterValues) -> Vec<&'v str> {
        let mut ids: Vec<&str> = match self.dimension {
            Dimension::Relation => Relation::ALL.iter().map(|(_, name)| *name).collect(),
            Dimension::Kind => Kind::ALL.iter().map(|kind| kind.name()).collect(),
            Dimension::Group => values.groups.iter().map(String::as_str).collect(),
            Dimension::Site => values.sites.keys().map(String::as_str).collect(),
            Dimension::Observer => values.observers.keys().map(String::as_str).collect(),
            Dimension::Checklist => values.checklists.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        if !matches!(self.dimension, Dimension::Relation | Dimension::Kind) {
            ids.sort_by_cached_key(|id| NameOrder::new(values.name(self.dimension, id).unwrap_or(id)));
        }
        let text = |id: &&str| format!("{id} {}", values.name(self.dimension, id).unwrap_or_default());
        let fit = text_filter::matching(&self.typed.text(), ids.iter().map(text));
        fit.into_iter().filter_map(|at| ids.get(at).copied()).collect()
    }

    /// Selects the next matching value, wrapping around; "all" precedes the first one.
    fn turn(&mut self, values: &FilterValues, by: isize) {
        let offers = self.offers(values);
        let current = self.value.as_ref().and_then(|value| offers.iter().position(|offer| offer == value));
        let to = wrapping_index(current.map_or(0, |at| at + 1), by, offers.len() + 1);
        self.value = to.checked_sub(1).and_then(|at| offers.get(at).map(|id| (*id).to_owned()));
    }
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

impl FilterFormState {
    /// Handles a key press. Breaks if the form closes, with the filter to apply, if any.
    pub(super) fn update(
        &mut self,
        shared: &mut Shared,
        press: KeyPress,
        values: &FilterValues,
    ) -> ControlFlow<Option<Filter>> {
        let typed_key = matches!(press.key, Key::Char(_) | Key::Home | Key::End | Key::Backspace);
        let command = if typed_key { None } else { shared.keymap.command(Context::List, press) };
        let choice = if let FilterRow::Choice(at) = self.row() { self.choices.get_mut(at) } else { None };
        match (command, choice) {
            (Some(Command::Back), _) => return ControlFlow::Break(None),
            (Some(Command::Open), _) => match self.filter() {
                Ok(filter) => return ControlFlow::Break(Some(filter)),
                Err(row) => {
                    self.cursor.selected = usize::from(row != FilterRow::From);
                    shared.notify("results-notice-day");
                }
            },
            (Some(Command::Left), Some(choice)) => choice.turn(values, -1),
            (Some(Command::Right), Some(choice)) => choice.turn(values, 1),
            (Some(Command::Left | Command::Right) | None, _) => self.type_key(press, values),
            (Some(command), _) => self.cursor.go(command, Self::ROWS),
        }
        ControlFlow::Continue(())
    }

    /// Handles a typed key; on a row of values, the first match is selected.
    fn type_key(&mut self, press: KeyPress, values: &FilterValues) {
        let changed = self.field_mut().is_some_and(|field| field.press(press));
        let FilterRow::Choice(at) = self.row() else { return };
        let Some(choice) = self.choices.get_mut(at) else { return };
        if changed && !choice.typed.is_blank() {
            choice.value = choice.offers(values).first().map(|id| (*id).to_owned());
        } else if changed || press.key == Key::Backspace {
            choice.value = None;
        }
    }
}
