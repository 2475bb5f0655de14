//! The end of a visit: where its file is, the debrief, and what can be done next.

use crate::app::screens::finished::Finished;
use crate::report::visit_debrief::DebriefSection;
use crate::ui::prelude::*;
use crate::ui::widgets::scroll_thumb::render_scroll_thumb;
use crate::visit::Status;
use crate::visit::changes::is_unchanged;
use ratatui::widgets::Paragraph;

impl ScreenView for Finished {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let own = |commands: &[Command]| KeyHint::all(Context::Finished, commands);
        let first = match ctx.model.shared.practice() {
            Some(_) => {
                [vec![KeyHint::named(Context::Finished, Command::Open, "app-key-compare")], own(&[Command::Back])]
            }
            None => [own(&[Command::Open]), Vec::new()],
        };
        let scroll = KeyHint::named(Context::List, Command::Down, "app-key-scroll");
        let scroll = (!ctx.model.shared.debrief(ctx.texts).is_empty())
            .then(|| [KeyHint::new(Context::List, Command::Up), scroll]);
        let scroll = scroll.into_iter().flatten();
        first.into_iter().flatten().chain(own(&[Command::Export, Command::New, Command::Look])).chain(scroll).collect()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let active = ctx.model.shared.active_visit.as_ref();
        let is_abandoned = active.is_some_and(|active| active.visit.state().status() == Status::Abandoned);
        let is_corrected = active.is_some_and(|active| active.visit.state().corrections().is_some());
        let title = ctx.text(match () {
            () if is_abandoned => "app-finished-abandoned",
            () if active.is_some_and(|active| is_unchanged(&active.visit)) => "correction-unchanged",
            () if is_corrected => "correction-finished",
            () => "app-finished",
        });
        let body = padded(render_title(ctx, title, area, buf));
        let file = file_lines(ctx, self, body.width);
        let [above, below] = Layout::vertical([Length(cells(file.len())), Fill(1)]).spacing(1).areas(body);
        Text::from(file).render(above, buf);
        out.set_cursor(above);
        render_debrief(ctx, self, below, buf);
    }
}

/// Renders as much of the debrief as there is room for, from the cursor's line on.
fn render_debrief(ctx: &RenderContext<'_>, finished: &Finished, area: Rect, buf: &mut Buffer) {
    let debrief = ctx.model.shared.debrief(ctx.texts);
    let mut blocks: Vec<Vec<Line<'_>>> =
        debrief.iter().flat_map(|section| section_lines(ctx, section, area.width)).collect();
    // There is no blank line after the last section.
    blocks.last_mut().map(Vec::pop);
    let before: usize = blocks.iter().take(finished.cursor.selected).map(Vec::len).sum();
    let lines: Vec<Line> = blocks.into_iter().flatten().collect();
    let (len, shown) = (lines.len(), usize::from(area.height));
    let first = before.min(len.saturating_sub(shown));
    Paragraph::new(lines).scroll((cells(first), 0)).render(area, buf);
    render_scroll_thumb(ctx.theme, len, first, shown, area, buf);
}

/// Returns the lines of a section, wrapped: its title with the first of them, a blank line after the last one.
fn section_lines<'a>(ctx: &RenderContext<'a>, section: &'a DebriefSection, width: u16) -> Vec<Vec<Line<'a>>> {
    let (title_role, role) =
        if section.is_warning { (Role::Warning, Role::Warning) } else { (Role::Title, Role::Text) };
    let mut title = vec![ctx.line(&section.title, width, title_role)];
    let line = |line: &'a String| {
        let mut block = std::mem::take(&mut title);
        block.extend(ctx.columns().gap(2).wrapped(width, line.as_str(), role));
        block
    };
    let mut blocks: Vec<_> = section.lines.iter().map(line).collect();
    if let Some(last) = blocks.last_mut() {
        last.push(Line::default());
    }
    blocks
}

/// Returns which visit it was, and where its file is or why it is not there yet.
fn file_lines<'a>(ctx: &RenderContext<'a>, finished: &Finished, width: u16) -> Vec<Line<'a>> {
    let active = ctx.model.shared.active_visit.as_ref();
    let mut lines = Vec::new();
    let mut add = |text: String, role| lines.extend(ctx.lines(text, width, role));
    if let Some((started, _)) = active.and_then(|active| active.visit.state().started()) {
        let kind = ctx.text(format::kind_id(started.kind));
        add(format!("{kind} · {}", clean(started.site.label())), Role::Text);
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
    lines
}
