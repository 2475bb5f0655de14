//! The answers to choose from: a list, each with what counts as it, or the steps of a scale in a row.

use super::view::VisitView;
use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::app::screens::visit::chooser::Chooser;
use crate::app::screens::visit::command_of;
use crate::ui::prelude::*;
use crate::ui::wrap::cells;
use crate::visit::Response;

/// The question and the answers to choose from.
pub struct Choices<'v, 'a> {
    pub view: &'v VisitView<'a>,
    pub chooser: &'v Chooser,
}

impl<'a> Choices<'_, 'a> {
    /// Returns the rows that they take in a width.
    pub fn height(&self, width: u16) -> u16 {
        let rows =
            if self.labels().is_some() { 2 } else { self.blocks(width).iter().map(|block| block.text.height()).sum() };
        cells(rows + 1)
    }

    /// Returns the labels of both ends of a scale.
    fn labels(&self) -> Option<[&'a str; 2]> {
        let Response::Scale { min_label, max_label, .. } = &self.view.item().response else { return None };
        Some(
            [min_label, max_label]
                .map(|label| label.as_ref().map_or("", |label| label.get(self.view.ctx.texts.lang()))),
        )
    }

    /// Returns the answers, each with its key and with what counts as it.
    fn blocks(&self, width: u16) -> Vec<Block<'a>> {
        let (ctx, item) = (self.view.ctx, self.view.item());
        let [title, quiet] = [Role::Title, Role::Quiet].map(|role| ctx.style(role));
        let blocks = self.chooser.answers.iter().enumerate().map(|(index, answer)| {
            let marker = if index == self.chooser.at { ctx.glyph(Glyph::Cursor) } else { " " };
            let tick = self
                .chooser
                .ticked
                .as_ref()
                .and_then(|ticked| ticked.get(index))
                .map(|is_ticked| ctx.glyph(if *is_ticked { Glyph::Full } else { Glyph::Empty }));
            let key = match item.response {
                Response::Behaviour { .. } => command_of(answer).map(|command| ctx.key(Context::Visit, command)),
                _ => (index < 9).then(|| (index + 1).to_string()),
            };
            let head = format!("{} {}", key.unwrap_or_default(), format::value(ctx.texts, item, answer));
            let guide = item.guide.get(&answer.to_string()).map_or("", |guide| guide.get(ctx.texts.lang()));
            let room = if guide.is_empty() { width.saturating_sub(4) } else { width / 2 };
            let head = truncate(head.trim_start(), room).into_owned();
            let mut columns = Columns::default().text(marker, title).gap(1);
            if let Some(tick) = tick {
                columns = columns.text(tick, title).gap(1);
            }
            let columns = columns.text(head, title).gap(2);
            Block::new(index, columns.wrapped(width, guide, quiet))
        });
        blocks.collect()
    }
}

impl StatefulWidget for Choices<'_, '_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let ctx = self.view.ctx;
        let [title, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let question = truncate(self.view.item().label.get(ctx.texts.lang()), title.width);
        Span::styled(question, ctx.style(Role::Title)).render(title, buf);
        if let Some(labels) = self.labels() {
            return self.render_scale(labels, rest, buf, out);
        }
        let cursor = ListCursor { selected: self.chooser.at, ..ListCursor::default() };
        BlockList::new(self.blocks(rest.width), &cursor, ctx.theme).render(rest, buf, out);
    }
}

impl Choices<'_, '_> {
    /// Renders the steps of a scale, the selected one in sight, and under them the labels of both ends.
    fn render_scale(&self, [low, high]: [&str; 2], area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let ctx = self.view.ctx;
        let [row, labels] = Layout::vertical([Constraint::Length(1), Constraint::Length(1)]).areas(area);
        let steps: Vec<String> = self.chooser.answers.iter().map(|step| format!(" {step} ")).collect();
        let before = steps.get(..=self.chooser.at).unwrap_or(&steps);
        let first = before.len() - fitting(before.iter().rev(), row.width);
        let shown = steps.get(first..).unwrap_or_default();
        let shown = shown.get(..fitting(shown.iter(), row.width)).unwrap_or_default();
        let widths = shown.iter().map(|step| Constraint::Length(width(step)));
        for (index, (step, place)) in (first..).zip(shown.iter().zip(Layout::horizontal(widths).split(row).iter())) {
            let is_selected = index == self.chooser.at;
            Span::styled(step, ctx.style(if is_selected { Role::Cursor } else { Role::Text })).render(*place, buf);
            if is_selected {
                out.set_cursor(*place);
            }
            out.clicks.add(*place, Target::Row(index));
        }
        let quiet = ctx.style(Role::Quiet);
        let low = truncate(low, labels.width / 2);
        let used = shown.iter().map(|step| width(step)).sum::<u16>();
        let gap = used.saturating_sub(width(&low) + width(high) + 2).max(2);
        let high = truncate(high, labels.width.saturating_sub(width(&low) + gap + 1));
        Line::from(Columns::default().gap(1).text(low, quiet).gap(gap).text(high, quiet)).render(labels, buf);
    }
}

/// Returns how many texts fit into a width, one after the other.
fn fitting<'t>(texts: impl Iterator<Item = &'t String>, columns: u16) -> usize {
    let fits = |used: &mut u16, text: &String| {
        *used = used.saturating_add(width(text));
        (*used <= columns).then_some(())
    };
    texts.scan(0, fits).count()
}
