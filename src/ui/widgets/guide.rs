//! What counts as which answer to an item.

use crate::ui::item_facts::item_facts;
use crate::ui::widget_prelude::*;
use crate::ui::wrap::room_beside;
use crate::visit::{Checklist, Item, Kind};

/// The guide of an item: a heading for each answer, and what counts as it. Where there is not room for all of it, each
/// answer keeps at least its first line.
pub struct Guide<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub item: &'a Item,
    /// The kind of the visit; `None` outside visits, where the guides of all kinds are shown.
    pub kind: Option<Kind>,
    /// The checklist, where the facts of the item are shown before its guide: points of answers, condition, notes.
    pub checklist: Option<&'a Checklist>,
}

impl<'a> Guide<'a> {
    /// Returns the headings and texts.
    fn parts(&self) -> Vec<(String, Cow<'a, str>)> {
        let colon = self.ctx.text("app-colon");
        let facts = self.checklist.map(|checklist| item_facts(self.ctx.texts, checklist, self.item));
        let facts = facts.into_iter().flatten().map(|(heading, text)| (heading, Cow::Owned(text)));
        let guide = format::guide(self.ctx.texts, self.item, self.kind).into_iter();
        let parts = facts.chain(guide.map(|(heading, text)| (heading, Cow::Borrowed(text))));
        parts.map(|(heading, text)| (format!("{heading}{colon}"), text)).collect()
    }

    /// Returns the rows that it wants in a width: with one line of each answer, and with all of it.
    pub fn heights(&self, columns: u16) -> (u16, u16) {
        let rows = |(heading, text): &(String, Cow<'a, str>)| height(text, room_beside(heading, columns));
        let parts = self.parts();
        (cells(parts.len()), parts.iter().map(rows).fold(0, u16::saturating_add))
    }

    /// Returns its lines, at most so many.
    pub fn lines(&self, columns: u16, max: u16) -> Vec<Line<'a>> {
        let parts = self.parts();
        let wanted = parts.iter().map(|(heading, text)| height(text, room_beside(heading, columns))).collect();
        let mut lines = Vec::new();
        for ((heading, text), most) in parts.into_iter().zip(shares(wanted, max)) {
            let room = room_beside(&heading, columns);
            let indent = Span::raw(" ".repeat(usize::from(width(&heading))));
            let heads = std::iter::once(self.ctx.span(heading, Role::Title)).chain(std::iter::repeat(indent));
            let rows = heads.zip(wrap_limited(&text, room, most).into_iter().map(Cow::into_owned).collect::<Vec<_>>());
            lines.extend(rows.map(|(head, line)| Line::from(vec![head, self.ctx.span(line, Role::Text)])));
        }
        lines
    }
}

impl Widget for Guide<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        Text::from(self.lines(area.width, area.height)).render(area, buf);
    }
}

/// Shares rows out among texts that want so many each; the longest are cut first.
fn shares(mut wanted: Vec<u16>, rows: u16) -> Vec<u16> {
    while wanted.iter().map(|rows| usize::from(*rows)).sum::<usize>() > usize::from(rows) {
        match wanted.iter_mut().max_by_key(|lines| **lines) {
            Some(longest) if *longest > 1 => *longest -= 1,
            _ => wanted.truncate(usize::from(rows)),
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_keeps_its_first_line_as_long_as_there_is_room() {
        for (wanted, rows, shared) in [
            (vec![2, 2, 1], 5, vec![2, 2, 1]),
            (vec![2, 2, 1], 4, vec![2, 1, 1]),
            (vec![5, 1, 1], 4, vec![2, 1, 1]),
            (vec![2, 2, 2], 2, vec![1, 1]),
            (vec![], 3, vec![]),
            (vec![3], 0, vec![]),
        ] {
            assert_eq!(shares(wanted.clone(), rows), shared, "{wanted:?} in {rows}");
        }
    }
}
