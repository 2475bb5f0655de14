//! The two panes of the editor: the outline, and the form of what is selected in it.

use super::form_rows::{FieldBlock, FormRows, TextPlace};
use super::names::Words;
use crate::app::text_input::TextInput;
use crate::ui::prelude::*;
use crate::visit::draft::{Field, Form, Place, PlacedFault};
use ratatui::layout::Position;

/// Renders the outline; without the focus, only the selected row has a marker.
pub(super) fn render_outline(
    words: Words<'_>,
    (places, faults): (&[Place], &[PlacedFault]),
    (cursor, has_focus): (&ListCursor, bool),
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let columns = item_width(area);
    let row = |at: usize| {
        let place = places.get(at).copied().unwrap_or_default();
        words.outline_row(place, faults, at == cursor.within(places.len()), columns).into()
    };
    let list = BlockList::with_builder(places.len(), row, cursor, words.ctx.theme).marked();
    render_list(list, has_focus, Target::Row, area, (buf, out));
}

/// Renders a list; without the focus, it is not highlighted and has not the terminal's cursor.
fn render_list(
    list: BlockList<'_>,
    has_focus: bool,
    target: impl Fn(usize) -> Target,
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let mut own = Interaction::default();
    let list = if has_focus { list } else { list.selecting(None) };
    list.render(area, buf, &mut own);
    out.clicks.add_all(own.clicks, |row| if let Target::Row(row) = row { target(row) } else { row });
    out.cursor = own.cursor.filter(|_| has_focus).or(out.cursor);
}

/// What is being typed, and in which of the texts of a field.
pub(super) type Typed<'a> = Option<(usize, &'a TextInput)>;

/// Renders the fields of a form, with what is being typed in the selected one.
pub(super) fn render_form(
    (words, form): (Words<'_>, Form),
    fields: &[Field],
    (cursor, has_focus, typed): (&ListCursor, bool, Typed<'_>),
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let rows = FormRows { words, form, columns: item_width(area) };
    let selected = cursor.within(fields.len());
    let block = |at: usize| {
        let typed = typed.filter(|_| at == selected && has_focus);
        fields.get(at).map(|field| rows.block(field, typed).text).unwrap_or_default().into()
    };
    let list = BlockList::with_builder(fields.len(), block, cursor, words.ctx.theme).marked();
    render_list(list, has_focus, Target::Field, area, (&mut *buf, &mut *out));
    let (Some((text, input)), Some(field), true) = (typed, fields.get(selected), has_focus) else { return };
    let FieldBlock { places, .. } = rows.block(field, typed);
    let Some((place, top)) = places.get(text).zip(out.cursor) else { return };
    let place = input_area(*place, top, area);
    buf.set_style(place, words.ctx.style(Role::Text));
    render_text_field(input, place, buf, out);
}

/// Returns where a text is typed, in a block whose first cell is `top`.
fn input_area(place: TextPlace, top: Position, pane: Rect) -> Rect {
    let x = top.x.saturating_add(MARKER_WIDTH).saturating_add(place.x);
    Rect { x, y: top.y.saturating_add(place.y), width: place.width, height: place.height }.intersection(pane)
}
