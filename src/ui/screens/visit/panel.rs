//! What is under the list of items or beside it: the guide of the selected item, or what is open over the list.

use super::view::VisitView;
use crate::app::begin_visit::PRACTICE;
use crate::app::keymap::TABLE;
use crate::app::screens::visit::Mode;
use crate::app::screens::visit::line_entry::EntryPurpose;
use crate::ui::prelude::*;
use crate::visit::Response;

impl<'a> VisitView<'a> {
    /// Renders the panel under the list.
    pub(super) fn render_panel(&self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, state) = (self.ctx, self.visit.state());
        let [title, rest] = Layout::vertical([Length(1), Fill(1)]).areas(area);
        let mut render_title = |text: &str| ctx.line(text, title.width, Role::Title).render(title, buf);
        match &self.screen.mode {
            Mode::Items | Mode::Script(_) => Text::from(self.guide(area)).render(area, buf),
            Mode::Note(field) => {
                let item = self.item().label.get(ctx.texts.lang());
                render_title(&ctx.format("app-note-for", &[("item", item.into())]));
                render_text_field(field, rest, buf, out);
            }
            Mode::Entry(entry) => {
                render_title(ctx.text(self.question(entry.purpose)));
                render_text_field(&entry.field, Rect { height: rest.height.min(1), ..rest }, buf, out);
            }
            Mode::Placing(seq) => {
                let mark = state.loose_mark(*seq).map(format::mark_text);
                render_title(&ctx.format("app-place-mark", &[("mark", mark.unwrap_or_default().into())]));
            }
            Mode::Choosing(chooser) => self.render_choices(chooser, area, buf, out),
            Mode::Marks(cursor) => {
                render_title(ctx.text("app-marks"));
                let marks = state.loose_marks().map(|mark| truncate(format::mark_text(mark), rest.width));
                BlockList::menu(marks, cursor, ctx.theme).render(rest, buf, out);
            }
        }
    }

    /// Returns what counts as which answer; the practice visit also names the keys.
    fn guide(&self, area: Rect) -> Vec<Line<'a>> {
        let mut lines = self.coach(area.width);
        let answer = self.long_answer().map(|answer| truncate(answer, area.width));
        lines.extend(answer.map(|answer| Line::styled(answer, self.ctx.style(Role::Text))));
        let guide = Guide { ctx: self.ctx, item: self.item(), kind: self.visit.kind(), checklist: None };
        lines.extend(guide.lines(area.width, rows_left(area, &lines)));
        lines
    }

    /// Returns what a line is typed for.
    fn question(&self, purpose: EntryPurpose) -> &'static str {
        match (purpose, &self.item().response) {
            (EntryPurpose::Ago, _) => "app-entry-ago",
            (EntryPurpose::PauseReason, _) => "app-entry-pause",
            (EntryPurpose::Answer, Response::Text {}) => "app-entry-text",
            (EntryPurpose::Answer, Response::Count { .. }) => "app-entry-count",
            (EntryPurpose::Answer, Response::Timer { .. }) => "app-entry-seconds",
            (EntryPurpose::Answer, _) => "app-entry-number",
        }
    }

    /// Renders the panel beside the list: the selected item, its guide, note and history.
    pub(super) fn render_side_panel(&self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let (ctx, visit, item) = (self.ctx, self.visit, self.item());
        let mut all = ctx.lines(item.label.get(ctx.texts.lang()), area.width, Role::Title);
        let answer = self.long_answer().map(|answer| ctx.lines(answer, area.width, Role::Text));
        for part in [self.coach(area.width), answer.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()) {
            all.push(Line::default());
            all.extend(part);
        }
        all.push(Line::default());
        all.extend(Guide { ctx, item, kind: visit.kind(), checklist: None }.lines(area.width, rows_left(area, &all)));
        all.push(Line::default());
        if let Some(note) = visit.state().item(self.screen.item).and_then(|state| state.note.as_deref()) {
            all.push(ctx.line(ctx.text("app-note"), area.width, Role::Quiet));
            let note = wrap_limited(note, area.width, rows_left(area, &all));
            all.extend(note.into_iter().map(|line| Line::styled(line, ctx.style(Role::Text))));
            all.push(Line::default());
        }
        let history = visit.events().iter().rev().filter(|event| event.body.item() == Some(item.id.as_str()));
        for (index, event) in history.take(usize::from(rows_left(area, &all))).enumerate() {
            if index == 0 {
                all.push(ctx.line(ctx.text("app-history"), area.width, Role::Quiet));
            }
            let what = format::event(ctx.texts, visit, event, false);
            all.extend(ctx.lines(format!("{}  {what}", format::time_of_day(event.at)), area.width, Role::Text));
        }
        Text::from(all).render(area, buf);
    }

    /// Returns the answer in full, where its column cannot hold it.
    fn long_answer(&self) -> Option<String> {
        let answer = self.visit.state().answer(self.screen.item)?;
        let word = format::value(self.ctx.texts, self.item(), &answer.value);
        (width(&word) > 10).then(|| self.ctx.format("app-long-answer", &[("answer", word.into())]))
    }

    /// Returns, in the practice visit, how the selected item is answered.
    fn coach(&self, width: u16) -> Vec<Line<'a>> {
        if !self.is_live || self.visit.definition().checklist().id != PRACTICE {
            return Vec::new();
        }
        let item = self.item();
        let id = match item.response {
            Response::Behaviour { .. } if !item.note_required_on.is_empty() => "app-coach-note",
            Response::Behaviour { .. } => "app-coach-behaviour",
            Response::Timer { .. } => "app-coach-timer",
            Response::Count { .. } => "app-coach-count",
            Response::Scale { .. } | Response::Choice { .. } => "app-coach-scale",
            Response::Number { .. } | Response::Text {} => "app-coach-entry",
        };
        let keys = TABLE.iter().filter(|binding| binding.context == Context::Visit);
        let args: Vec<(&str, Arg)> =
            keys.map(|key| (key.name, self.ctx.key(key.context, key.command).into())).collect();
        self.ctx.lines(self.ctx.format(id, &args), width, Role::Title)
    }
}

/// Returns how many rows of an area lines leave free.
fn rows_left(area: Rect, lines: &[Line<'_>]) -> u16 {
    area.height.saturating_sub(cells(lines.len()))
}
