//! The answers to choose from: a list, each with what counts as it, or the steps of a scale in a row.

use super::view::VisitView;
use crate::app::screens::visit::chooser::Chooser;
use crate::app::screens::visit::command_of;
use crate::ui::prelude::*;
use crate::visit::Response;
use crate::visit::checklist::LocalText;

impl<'a> VisitView<'a> {
    /// Returns the rows that the question and the answers to choose from take in a width.
    pub(super) fn choices_height(&self, chooser: &Chooser, width: u16) -> u16 {
        let blocks = || self.choices(chooser, width).iter().map(Text::height).sum();
        cells(1 + self.scale_labels().map_or_else(blocks, |_| 2))
    }

    /// Returns the labels of both ends of a scale.
    fn scale_labels(&self) -> Option<[&'a str; 2]> {
        let Response::Scale { min_label, max_label, .. } = &self.item().response else { return None };
        let text = |label: &'a Option<LocalText>| label.as_ref().map_or("", |label| label.get(self.ctx.texts.lang()));
        Some([text(min_label), text(max_label)])
    }

    /// Returns the answers, each with its key and with what counts as it.
    fn choices(&self, chooser: &Chooser, width: u16) -> Vec<Text<'a>> {
        let (ctx, item, columns) = (self.ctx, self.item(), width.saturating_sub(MARKER_WIDTH));
        let answers = chooser.answers.iter().enumerate().map(|(index, answer)| {
            let is_ticked = chooser.ticked.as_ref().and_then(|ticked| ticked.get(index));
            let key = match item.response {
                Response::Behaviour { .. } => command_of(answer).map(|command| ctx.key(Context::Visit, command)),
                _ => (index < 9).then(|| (index + 1).to_string()),
            };
            let head = format!("{} {}", key.unwrap_or_default(), format::value(ctx.texts, item, answer));
            let guide = item.guide.get(&answer.to_string()).map_or("", |guide| guide.get(ctx.texts.lang()));
            let room = if guide.is_empty() { columns.saturating_sub(2) } else { width / 2 };
            let head = truncate(head.trim_start(), room).into_owned();
            let mut line = ctx.columns();
            if let Some(is_ticked) = is_ticked {
                let tick = ctx.glyph(if *is_ticked { Glyph::Full } else { Glyph::Empty });
                line = line.text(tick, Role::Title).gap(1);
            }
            line.text(head, Role::Title).gap(2).wrapped(columns, guide, Role::Quiet)
        });
        answers.collect()
    }

    /// Renders the question and the answers to choose from.
    pub(super) fn render_choices(&self, chooser: &Chooser, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let [title, rest] = Layout::vertical([Length(1), Fill(1)]).areas(area);
        let question = truncate(self.item().label.get(self.ctx.texts.lang()), title.width);
        self.ctx.span(question, Role::Title).render(title, buf);
        if let Some(labels) = self.scale_labels() {
            return self.render_scale(chooser, labels, rest, buf, out);
        }
        let choices = BlockList::new(self.choices(chooser, rest.width), &chooser.cursor, self.ctx.theme);
        choices.marked().render(rest, buf, out);
    }

    /// Renders the steps of a scale, the selected one in sight, and under them the labels of both ends.
    fn render_scale(&self, chooser: &Chooser, ends: [&str; 2], area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let ctx = self.ctx;
        let [row, labels] = Layout::vertical([Length(1), Length(1)]).areas(area);
        let steps: Vec<String> = chooser.answers.iter().map(|step| format!(" {step} ")).collect();
        let before = steps.get(..=chooser.cursor.selected).unwrap_or(&steps);
        let first = before.len() - fitting(before.iter().rev(), row.width);
        let shown = steps.get(first..).unwrap_or_default();
        let shown = shown.get(..fitting(shown.iter(), row.width)).unwrap_or_default();
        let widths = shown.iter().map(|step| Length(width(step)));
        for (index, (step, place)) in (first..).zip(shown.iter().zip(Layout::horizontal(widths).split(row).iter())) {
            let is_selected = index == chooser.cursor.selected;
            ctx.span(step, if is_selected { Role::Cursor } else { Role::Text }).render(*place, buf);
            if is_selected {
                out.set_cursor(*place);
            }
            out.clicks.add(*place, Target::Row(index));
        }
        let [low, high] = ends;
        let low = truncate(low, labels.width / 2);
        let used = shown.iter().map(|step| width(step)).sum::<u16>();
        let gap = used.saturating_sub(width(&low) + width(high) + 2).max(2);
        let high = truncate(high, labels.width.saturating_sub(width(&low) + gap + 1));
        Line::from(ctx.columns().gap(1).text(low, Role::Quiet).gap(gap).text(high, Role::Quiet)).render(labels, buf);
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
