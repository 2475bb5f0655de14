//! What is under the list of items or beside it: the guide of the selected item, or what is open over the list.

use super::choices::Choices;
use super::view::VisitView;
use crate::app::begin_visit::PRACTICE;
use crate::app::screens::visit::Mode;
use crate::app::screens::visit::line_entry::EntryPurpose;
use crate::ui::prelude::*;
use crate::ui::widgets::guide::Guide;
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::{cells, lines, wrap_limited};
use crate::visit::Response;

/// The panel under the list.
pub struct Panel<'v, 'a>(pub &'v VisitView<'a>);

impl StatefulWidget for Panel<'_, '_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, state) = (self.0.ctx, self.0.visit.state());
        let [title, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let mut render_title = |text: &str| {
            Text::styled(truncate(text, title.width), ctx.style(Role::Title)).render(title, buf);
        };
        match &self.0.screen.mode {
            Mode::Items | Mode::Script(_) => Text::from(self.guide(area)).render(area, buf),
            Mode::Note(field) => {
                let item = self.0.item().label.get(ctx.texts.lang());
                render_title(&ctx.format("app-note-for", &[("item", item.into())]));
                TextField(field).render(rest, buf, out);
            }
            Mode::Entry(entry) => {
                render_title(ctx.text(self.question(entry.purpose)));
                let [line] = Layout::vertical([Constraint::Length(1)]).areas(rest);
                TextField(&entry.field).render(line, buf, out);
            }
            Mode::Placing(seq) => {
                let mark =
                    state.marks().iter().find(|mark| mark.seq == *seq).map(format::mark_text).unwrap_or_default();
                render_title(&ctx.format("app-place-mark", &[("mark", mark.into())]));
            }
            Mode::Choosing(chooser) => Choices { view: self.0, chooser }.render(area, buf, out),
            Mode::Marks(cursor) => {
                render_title(ctx.text("app-marks"));
                let marks = state.loose_marks().map(|mark| truncate(&format::mark_text(mark), rest.width).into_owned());
                SelectList::new(marks, cursor, ctx.theme).render(rest, buf, out);
            }
        }
    }
}

impl<'a> Panel<'_, 'a> {
    /// Returns what counts as which answer; the practice visit also names the keys.
    fn guide(&self, area: Rect) -> Vec<Line<'a>> {
        let Self(view) = self;
        let mut lines = coach(view, area.width);
        if let Some(answer) = long_answer(view) {
            lines.push(Line::styled(truncate(&answer, area.width).into_owned(), view.ctx.style(Role::Text)));
        }
        let guide = Guide { ctx: view.ctx, item: view.item() };
        lines.extend(guide.lines(area.width, rows_left(area, &lines)));
        lines
    }

    /// Returns what a line is typed for.
    fn question(&self, purpose: EntryPurpose) -> &'static str {
        match (purpose, &self.0.item().response) {
            (EntryPurpose::Ago, _) => "app-entry-ago",
            (EntryPurpose::PauseReason, _) => "app-entry-pause",
            (EntryPurpose::Answer, Response::Text {}) => "app-entry-text",
            (EntryPurpose::Answer, Response::Count { .. }) => "app-entry-count",
            (EntryPurpose::Answer, Response::Timer { .. }) => "app-entry-seconds",
            (EntryPurpose::Answer, _) => "app-entry-number",
        }
    }
}

/// The panel beside the list: the selected item, its guide, note and history.
pub struct SidePanel<'v, 'a>(pub &'v VisitView<'a>);

impl Widget for SidePanel<'_, '_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let Self(view) = self;
        let (ctx, visit, item) = (view.ctx, view.visit, view.item());
        let [text, quiet, title] = [Role::Text, Role::Quiet, Role::Title].map(|role| ctx.style(role));
        let mut all = lines(item.label.get(ctx.texts.lang()), area.width, title);
        let answer = long_answer(view).map(|answer| lines(answer, area.width, text));
        for part in [coach(view, area.width), answer.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()) {
            all.push(Line::default());
            all.extend(part);
        }
        all.push(Line::default());
        all.extend(Guide { ctx, item }.lines(area.width, rows_left(area, &all)));
        all.push(Line::default());
        if let Some(note) = visit.state().item(view.screen.item).and_then(|state| state.note.as_deref()) {
            all.push(Line::styled(ctx.text("app-note"), quiet));
            let note = wrap_limited(note, area.width, rows_left(area, &all));
            all.extend(note.into_iter().map(|line| Line::styled(line, text)));
            all.push(Line::default());
        }
        let history = visit.events().iter().rev().filter(|event| event.body.item() == Some(item.id.as_str()));
        for (index, event) in history.take(usize::from(rows_left(area, &all))).enumerate() {
            if index == 0 {
                all.push(Line::styled(ctx.text("app-history"), quiet));
            }
            let what = format::event(ctx.texts, visit, event, false);
            all.extend(lines(format!("{}  {what}", format::time_of_day(event.at)), area.width, text));
        }
        Text::from(all).render(area, buf);
    }
}

/// Returns how many rows of an area lines leave free.
fn rows_left(area: Rect, lines: &[Line<'_>]) -> u16 {
    area.height.saturating_sub(cells(lines.len()))
}

/// Returns the answer in full, where its column cannot hold it.
fn long_answer(view: &VisitView<'_>) -> Option<String> {
    let answer = view.visit.state().answer(view.screen.item)?;
    let word = format::value(view.ctx.texts, view.item(), &answer.value);
    (width(&word) > 10).then(|| view.ctx.format("app-long-answer", &[("answer", word.into())]))
}

/// Returns, in the practice visit, how the selected item is answered.
fn coach<'a>(view: &VisitView<'a>, width: u16) -> Vec<Line<'a>> {
    if !view.is_live || view.visit.definition().checklist().id != PRACTICE {
        return Vec::new();
    }
    let item = view.item();
    let id = match item.response {
        Response::Behaviour { .. } if !item.note_required_on.is_empty() => "app-coach-note",
        Response::Behaviour { .. } => "app-coach-behaviour",
        Response::Timer { .. } => "app-coach-timer",
        Response::Count { .. } => "app-coach-count",
        Response::Scale { .. } | Response::Choice { .. } => "app-coach-scale",
        Response::Number { .. } | Response::Text {} => "app-coach-entry",
    };
    let keys = [
        ("yes", Command::Yes),
        ("no", Command::No),
        ("partly", Command::Partly),
        ("note", Command::Note),
        ("timer", Command::Timer),
        ("count", Command::Count),
        ("undo", Command::Undo),
        ("finish", Command::Finish),
    ];
    let args = keys.map(|(name, command)| (name, view.ctx.key(Context::Visit, command).into()));
    lines(view.ctx.format(id, &args), width, view.ctx.style(Role::Title))
}
