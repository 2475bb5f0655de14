//! The end of a visit: where its file is, and what can be done next.

use crate::app::screens::finished::{Finished, FinishedRow, rows};
use crate::ui::prelude::*;
use crate::ui::wrap::{cells, lines};
use crate::visit::Status;

/// The areas under the title.
struct FinishedLayout {
    summary: Rect,
    list: Rect,
}

impl FinishedLayout {
    /// Splits the area under the title; in few rows the summary gives way to the list.
    fn new(area: Rect, summary: u16, rows: u16) -> Self {
        let spare = area.height - rows.min(area.height);
        let heights = [u16::from(spare > summary + 1), summary.min(spare), u16::from(spare > summary)];
        let heights = heights.map(Constraint::Length).into_iter().chain([Constraint::Fill(1)]);
        let [_, summary, _, list] = Layout::vertical(heights).areas(area.inner(Margin::new(1, 0)));
        Self { summary, list }
    }
}

impl ScreenView for Finished {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let active = ctx.model.shared.active_visit.as_ref();
        let is_abandoned = active.is_some_and(|active| active.visit.state().status() == Status::Abandoned);
        let title = ctx.text(if is_abandoned { "app-finished-abandoned" } else { "app-finished" });
        let body = render_title(ctx, title, area, buf);
        let summary = summary(ctx, self, body.inner(Margin::new(1, 0)).width);
        let rows = rows(&ctx.model.shared);
        let layout = FinishedLayout::new(body, cells(summary.len()), cells(rows.len()));
        // Where the file is comes last, and matters most.
        let hidden = summary.len() - summary.len().min(layout.summary.height.into());
        summary.into_iter().skip(hidden).collect::<Text>().render(layout.summary, buf);
        let rows = rows.into_iter().map(|row| match row {
            FinishedRow::Compare => ctx.text("practise-compare"),
            FinishedRow::Home => ctx.text("app-finished-home"),
            FinishedRow::New => ctx.text("app-home-new"),
            FinishedRow::Look => ctx.text("app-finished-look"),
        });
        SelectList::new(rows, &self.cursor, ctx.theme).render(layout.list, buf, out);
    }
}

/// Returns which visit it was, and where its file is or why it is not there yet.
fn summary<'a>(ctx: &RenderContext<'a>, finished: &Finished, width: u16) -> Vec<Line<'a>> {
    let active = ctx.model.shared.active_visit.as_ref();
    let mut summary = Vec::new();
    let mut add = |text: String, role| summary.extend(lines(text, width, ctx.style(role)));
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
            let (id, args) = error.message();
            add(format!("{}\n{}", ctx.text("app-not-saved"), format::message(ctx.texts, id, &args)), Role::Warning);
        }
        (None, None) => add(ctx.text("app-finished-saving").to_owned(), Role::Quiet),
    }
    summary
}
