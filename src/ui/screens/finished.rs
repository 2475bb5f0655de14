//! The end of a visit: where its file is, and what can be done next.

use crate::app::screens::finished::{Finished, FinishedRow, rows};
use crate::ui::prelude::*;
use crate::visit::Status;

impl ScreenView for Finished {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let active = ctx.model.shared.active_visit.as_ref();
        let is_abandoned = active.is_some_and(|active| active.visit.state().status() == Status::Abandoned);
        let is_corrected = active.is_some_and(|active| active.visit.state().corrections().is_some());
        let title = ctx.text(match () {
            () if is_abandoned => "app-finished-abandoned",
            () if is_corrected => "correction-finished",
            () => "app-finished",
        });
        let body = padded(render_title(ctx, title, area, buf));
        let lines = summary(ctx, self, body.width);
        let rows = rows(&ctx.model.shared);
        let [summary, list] = layout(body, cells(lines.len()), cells(rows.len()));
        // Where the file is comes last, and matters most.
        let hidden = lines.len() - lines.len().min(summary.height.into());
        lines.into_iter().skip(hidden).collect::<Text>().render(summary, buf);
        let rows = rows.into_iter().map(|row| match row {
            FinishedRow::Compare => ctx.text("practise-compare"),
            FinishedRow::Home => ctx.text("app-finished-home"),
            FinishedRow::New => ctx.text("app-home-new"),
            FinishedRow::Look => ctx.text("app-finished-look"),
        });
        BlockList::menu(rows, &self.cursor, ctx.theme).render(list, buf, out);
    }
}

/// Splits the area under the title into summary and list; in few rows the summary gives way to the list.
fn layout(body: Rect, summary: u16, rows: u16) -> [Rect; 2] {
    let spare = body.height - rows.min(body.height);
    let [above, summary, between] = [u16::from(spare > summary + 1), summary.min(spare), u16::from(spare > summary)];
    let [_, summary, _, list] =
        Layout::vertical([Length(above), Length(summary), Length(between), Fill(1)]).areas(body);
    [summary, list]
}

/// Returns which visit it was, and where its file is or why it is not there yet.
fn summary<'a>(ctx: &RenderContext<'a>, finished: &Finished, width: u16) -> Vec<Line<'a>> {
    let active = ctx.model.shared.active_visit.as_ref();
    let mut summary = Vec::new();
    let mut add = |text: String, role| summary.extend(ctx.lines(text, width, role));
    if let Some((started, _)) = active.and_then(|active| active.visit.state().started()) {
        let kind = ctx.text(format::kind_id(started.kind));
        add(format!("{kind} · {}\n", clean(started.site.label())), Role::Text);
    }
    match (&finished.path, active.and_then(|active| active.trouble.as_ref())) {
        (Some(path), _) => {
            add(ctx.text("app-finished-saved").to_owned(), Role::Saved);
            add(path.display().to_string(), Role::Text);
        }
        (None, Some(error)) => {
            let error = format::error_text(ctx.texts, error);
            add(format!("{}\n{error}", ctx.text("app-not-saved")), Role::Warning);
        }
        (None, None) => add(ctx.text("app-finished-saving").to_owned(), Role::Quiet),
    }
    summary
}
