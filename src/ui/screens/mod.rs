//! One file per screen: its areas, a widget or a function for each part, and its [`ScreenView`].

pub mod checklist_editor;
pub mod checklists;
pub mod class;
pub mod correction;
pub mod debrief;
pub mod edit_fact;
pub mod export;
pub mod finished;
pub mod help;
pub mod home;
pub mod import_checklist;
pub mod names;
pub mod new_visit;
pub mod past;
pub mod present;
pub mod replay;
pub mod results;
pub mod review;
pub mod scenarios;
pub mod settings;
pub mod training_menu;
pub mod visit;
pub mod visit_details;

use super::prelude::*;
use super::widgets::chrome::render_notice;
use super::widgets::key_hints::KeyHints;
use super::widgets::key_history::{KEY_HISTORY_HEIGHT, render_key_history};
use crate::app::Screen;

/// In fewer rows than this, the keys just pressed are not shown.
const KEY_HISTORY_FROM: u16 = 20;
/// The same under a large item, which comes first.
const KEY_HISTORY_FROM_PRESENTED: u16 = 30;

/// Renders the screen in front, its key hints, and the notice over everything.
pub fn render(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    if matches!(ctx.model.screen(), Screen::Present(screen) if screen.is_blank()) {
        return out.set_cursor(area);
    }
    let Some(view) = view(ctx.model.screen()) else { return };
    let area = above_key_history(ctx, area, buf);
    let hints = KeyHints::new(ctx, &view.key_hints(ctx), area.width);
    let heights = [Fill(1), Length(view.has_rule().into()), Length(hints.height())];
    let [content, rule, foot] = Layout::vertical(heights).areas(area);
    render_rule(ctx, rule, buf);
    hints.render(foot, buf, out);
    view.render(ctx, content, buf, out);
    let notice = ctx.model.shared.notice.as_ref().map(|notice| notice.text(ctx.texts, &ctx.model.shared));
    if let (true, Some(question)) = (ctx.model.is_leaving(), &notice) {
        return render_confirmation(ctx, question, content, buf, out);
    }
    if let Some(text) = notice.or_else(|| view.standing_notice(ctx)) {
        let bottom = out.notice_row.map_or(rule.bottom(), |row| row + 1);
        let over = Rect { height: bottom.saturating_sub(area.y), ..area };
        render_notice(ctx, &text, over, buf);
    }
}

/// Returns how a screen is shown; the page of notes is not one that has anything around it.
fn view(screen: &Screen) -> Option<&dyn ScreenView> {
    match screen {
        Screen::Home(screen) => Some(screen),
        Screen::NewVisit(screen) => Some(screen),
        Screen::Visit(screen) => Some(screen),
        Screen::Correction(screen) => Some(screen),
        Screen::CoverNotes(_) => None,
        Screen::Review(screen) => Some(screen),
        Screen::EditFact(screen) => Some(screen),
        Screen::Finished(screen) => Some(screen),
        Screen::Past(screen) => Some(screen),
        Screen::VisitDetails(screen) => Some(screen),
        Screen::Export(screen) => Some(screen),
        Screen::ImportChecklist(screen) => Some(screen),
        Screen::Replay(screen) => Some(screen),
        Screen::Results(screen) => Some(screen),
        Screen::Checklists(screen) => Some(screen),
        Screen::ChecklistEditor(screen) => Some(screen),
        Screen::Training(screen) => Some(screen),
        Screen::Present(screen) => Some(screen),
        Screen::Class(screen) => Some(screen),
        Screen::Scenarios(screen) => Some(screen),
        Screen::Debrief(screen) => Some(screen),
        Screen::Settings(screen) => Some(screen),
        Screen::Names(screen) => Some(screen),
        Screen::Help(screen) => Some(screen),
    }
}

/// Renders the keys just pressed at the foot, where they are wanted and there is room; returns the area left.
fn above_key_history(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let is_presented = matches!(ctx.model.screen(), Screen::Present(_));
    let from = if is_presented { KEY_HISTORY_FROM_PRESENTED } else { KEY_HISTORY_FROM };
    let Some(history) = ctx.model.shared.key_history.as_ref().filter(|_| area.height >= from) else { return area };
    let [rest, strip] = Layout::vertical([Fill(1), Length(KEY_HISTORY_HEIGHT)]).areas(area);
    render_key_history(ctx, history, strip, buf);
    rest
}
