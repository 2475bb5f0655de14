//! The fields of a form as blocks of a list: a name and a value, a text in each language, and what is wrong below them.

use super::names::Words;
use crate::app::text_input::TextInput;
use crate::ui::prelude::*;
use crate::visit::draft::{Field, FieldValue, Form, LanguageText};

/// The columns of a name beside its value.
const NAME_WIDTH: u16 = 20;
/// From this width on, two languages are side by side.
const SIDE_BY_SIDE: u16 = 44;
/// The columns before a text that name its language.
const CODE_WIDTH: u16 = 3;

/// Where a text is in its block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TextPlace {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

/// A field as a block.
pub(super) struct FieldBlock<'a> {
    pub text: Text<'a>,
    /// Where each value that can be typed is: each language of a text, or the one value.
    pub places: Vec<TextPlace>,
}

/// Lays out fields in a width.
#[derive(Clone, Copy)]
pub(super) struct FormRows<'a> {
    pub words: Words<'a>,
    pub form: Form,
    pub columns: u16,
}

impl<'a> FormRows<'a> {
    /// Returns a field; what is being typed in it takes the room that it needs.
    pub(super) fn block(&self, field: &Field, typed: Option<(usize, &TextInput)>) -> FieldBlock<'a> {
        let mut block = match &field.value {
            FieldValue::Text(texts) if texts.len() > 1 => self.texts(field, texts, typed),
            FieldValue::Text(texts) => {
                let text = texts.first();
                let is_missing = text.is_some_and(|text| text.is_missing);
                self.line(field, text.map_or("", |text| &text.text), is_missing, typed)
            }
            FieldValue::Add => {
                let name = format!("+ {}", self.words.name(self.form, &field.key));
                FieldBlock { text: Line::styled(name, self.style(Role::Quiet)).into(), places: Vec::new() }
            }
            _ => self.line(field, &self.words.value(self.form, field), false, typed),
        };
        for fault in &field.faults {
            let text = format!("! {}", self.words.fault(&field.key, fault));
            block.text.lines.extend(self.words.ctx.lines(text, self.columns, Role::Warning));
        }
        block
    }

    fn style(&self, role: Role) -> ratatui::style::Style {
        self.words.ctx.style(role)
    }

    /// Returns a field of one value, right of its name.
    fn line(&self, field: &Field, value: &str, is_missing: bool, typed: Option<(usize, &TextInput)>) -> FieldBlock<'a> {
        let name = self.words.name(self.form, &field.key);
        let columns = self.words.ctx.columns().left(NAME_WIDTH - 1, name, Role::Quiet).gap(1);
        let place = TextPlace { x: NAME_WIDTH, y: 0, width: self.columns.saturating_sub(NAME_WIDTH), height: 1 };
        if let Some((_, input)) = typed {
            let place = TextPlace { height: input_height(input, place.width), ..place };
            let mut text = Text::from(Line::from(columns));
            text.lines.extend((1..place.height).map(|_| Line::default()));
            return FieldBlock { text, places: vec![place] };
        }
        let (value, role) = self.shown(value, is_missing);
        let text = columns.wrapped(self.columns, value, role);
        FieldBlock { places: vec![TextPlace { height: cells(text.height()), ..place }], text }
    }

    /// Returns a text or, in its place, that it is to be written.
    fn shown(&self, text: &str, is_missing: bool) -> (String, Role) {
        if text.trim().is_empty() && is_missing {
            return (format!("({})", self.words.ctx.text("editor-missing")), Role::Warning);
        }
        (clean(text).into_owned(), Role::Text)
    }

    /// Returns the texts of a field under its name: side by side, or one below the other.
    fn texts(&self, field: &Field, texts: &[LanguageText], typed: Option<(usize, &TextInput)>) -> FieldBlock<'a> {
        let is_wide = self.columns >= SIDE_BY_SIDE && texts.len() == 2;
        let room = if is_wide { self.columns / 2 } else { self.columns };
        let width = room.saturating_sub(CODE_WIDTH + 1);
        let mut text = Text::from(Line::styled(self.words.name(self.form, &field.key), self.style(Role::Quiet)));
        let cell = |at: usize, one: &LanguageText| {
            let code = one.language.clone().unwrap_or_default();
            let head = self.words.ctx.columns().left(CODE_WIDTH, code, Role::Quiet);
            match typed {
                Some((there, input)) if there == at => {
                    let mut cell = Text::from(Line::from(head));
                    cell.lines.extend((1..input_height(input, width)).map(|_| Line::default()));
                    cell
                }
                _ => {
                    let (value, role) = self.shown(&one.text, one.is_missing);
                    head.wrapped(CODE_WIDTH + width, value, role)
                }
            }
        };
        let cells_of: Vec<Text<'a>> = texts.iter().enumerate().map(|(at, one)| cell(at, one)).collect();
        let mut places = Vec::new();
        if is_wide {
            let height = cells_of.iter().map(Text::height).max().unwrap_or(1);
            for (at, cell) in cells_of.iter().enumerate() {
                let x = room * cells(at) + CODE_WIDTH;
                places.push(TextPlace { x, y: 1, width, height: cells(cell.height()) });
            }
            text.lines.extend((0..height).map(|row| beside(&cells_of, row, room)));
        } else {
            for cell in cells_of {
                let (y, height) = (cells(text.height()), cells(cell.height()));
                places.push(TextPlace { x: CODE_WIDTH, y, width, height });
                text.lines.extend(cell.lines);
            }
        }
        FieldBlock { text, places }
    }
}

/// Returns a row of texts side by side, each in so many columns.
fn beside<'a>(texts: &[Text<'a>], row: usize, columns: u16) -> Line<'a> {
    let mut spans = Vec::new();
    for text in texts {
        let line = text.lines.get(row).cloned().unwrap_or_default();
        let padding = columns.saturating_sub(cells(line.width()));
        spans.extend(line.spans);
        spans.push(Span::raw(" ".repeat(usize::from(padding))));
    }
    Line::from(spans)
}

/// Returns the rows that what is typed takes, with room for the cursor after it.
fn input_height(input: &TextInput, columns: u16) -> u16 {
    if input.is_one_line() { 1 } else { height(&format!("{}.", input.text()), columns).max(1) }
}
