//! A visit as its observer has it before them: header, progress, the items, what counts as what. Nothing jumps when
//! something changes. It may be under way or be played back; keys and what is said of the disk are not its business.

use super::{guide, items};
use crate::app::Target;
use crate::app::screens::visit::entry::Purpose;
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use crate::visit::{Play, Response, Visit};
use ratatui::layout::Rect;

/// From this width on, guidance stands beside the list.
const WIDE: u16 = 100;

/// Lower than this, all rows are the list's.
const LEAST: u16 = 8;

/// A visit to be drawn.
pub struct Scene<'a> {
    /// The visit, as it stands.
    pub visit: &'a Visit,
    /// Where the observer is in it.
    pub screen: &'a VisitScreen,
    /// What its clock shows, in milliseconds.
    pub elapsed_ms: u64,
    /// What stands beside the clock.
    pub state: (String, Role),
    /// The columns kept free for that, so that nothing moves when it changes.
    pub room: u16,
    /// Whether keys answer, so that the practice visit says which.
    pub is_live: bool,
    /// The scenario that is practised on: times are then those of its script.
    pub play: Option<&'a Play>,
}

/// Draws a visit into an area.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    header(canvas, scene, area);
    progress(canvas, scene.visit, Rect { y: area.y + 1, ..area });
    canvas.rule_in(area, area.y + 2);
    let beside = area.width >= WIDE;
    let panel = panel_height(canvas, scene, area, beside);
    let panel_top = area.bottom().saturating_sub(panel);
    let list_bottom = if panel > 0 { panel_top.saturating_sub(1) } else { area.bottom() };
    let list_width = if beside { area.width * 3 / 5 } else { area.width };
    let list = Rect { x: area.x, y: area.y + 3, width: list_width, height: list_bottom.saturating_sub(area.y + 3) };
    items::draw(canvas, scene, list);
    if beside {
        let x = list.right() + 1;
        for y in list.y..list.bottom() {
            let bar = canvas.glyph(Glyph::Bar);
            canvas.text(list.right(), y, 1, bar, Role::Quiet);
        }
        let side = Rect { x: x + 1, width: area.right().saturating_sub(x + 2), ..list };
        guide::beside(canvas, scene, side);
    }
    if panel > 0 {
        canvas.rule_in(area, list_bottom);
        let inner = Rect { x: area.x + 1, y: panel_top, width: area.width.saturating_sub(2), height: panel };
        draw_panel(canvas, scene, inner);
    }
}

/// The first row: what and where, how it stands, how long it has lasted.
fn header(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let Some((started, _)) = scene.visit.state().started() else { return };
    let ms = scene.play.map_or(scene.elapsed_ms, |play| play.script_ms(scene.visit, scene.elapsed_ms));
    let clock = format::clock(ms);
    let clock_at = canvas.right(area.right().saturating_sub(1), area.y, &clock, Role::Text);
    let (state, role) = &scene.state;
    let state_end = clock_at.saturating_sub(2);
    canvas.right(state_end, area.y, state, *role);
    let mut end = state_end.saturating_sub(scene.room + 1);
    if scene.visit.state().paused().is_some() {
        let word = canvas.say("app-paused");
        end = canvas.right(end, area.y, word, Role::Warning).saturating_sub(1);
    }
    let kind = canvas.say(format::kind_id(started.kind));
    let title = format!("{kind} · {}", started.site.label());
    canvas.text(area.x + 1, area.y, end.saturating_sub(area.x + 1), &title, Role::Title);
}

/// The second row: how far each section has come.
fn progress(canvas: &mut Canvas<'_>, visit: &Visit, area: Rect) {
    let y = area.y;
    let definition = visit.definition();
    let lang = canvas.view.texts.lang();
    let mut counts = vec![(0usize, 0usize); definition.checklist().sections.len()];
    for index in (0..definition.len()).filter(|&index| visit.state().applies(index)) {
        if let Some((done, all)) = counts.get_mut(definition.section_index(index)) {
            *all += 1;
            *done += usize::from(visit.state().answer(index).is_some());
        }
    }
    let heads: Vec<(String, usize, usize)> = (definition.checklist().sections.iter().zip(counts))
        .filter(|(_, (_, all))| *all > 0)
        .map(|(section, (done, all))| (format!("{} {done}/{all}", section.title.get(lang)), done, all))
        .collect();
    let plain: usize = heads.iter().map(|(head, ..)| usize::from(format::columns(head)) + 3).sum();
    // Bars take what room the words leave, as long as they still say something.
    let bar = usize::from(area.width).saturating_sub(plain + 1) / heads.len().max(1);
    let mut x = area.x + 1;
    for (head, done, all) in heads {
        let role = if done == all { Role::Quiet } else { Role::Text };
        x = canvas.text(x, y, area.right().saturating_sub(x + 1), &head, role);
        if bar >= 3 {
            let cells = bar.min(all);
            let filled = done * cells / all;
            let full = canvas.glyph(Glyph::Full).repeat(filled);
            let empty = canvas.glyph(Glyph::Empty).repeat(cells - filled);
            x = canvas.text(x + 1, y, area.right().saturating_sub(x + 1), &full, role);
            x = canvas.text(x, y, area.right().saturating_sub(x), &empty, Role::Quiet);
        }
        x += 2;
    }
}

/// Returns the rows that the panel under the list takes: always the same for one checklist and one size of the window,
/// so that nothing jumps, and more where the list leaves rows free.
fn panel_height(canvas: &Canvas<'_>, scene: &Scene<'_>, area: Rect, beside: bool) -> u16 {
    let (screen, visit) = (scene.screen, scene.visit);
    // The keys and their rule take three rows more of a window that holds nothing but the visit under way.
    let height = area.height.saturating_add(if scene.is_live { 3 } else { 0 });
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).saturating_add(1);
    let most = (height / 2).saturating_sub(1).max(2);
    let usual = match height {
        0..=13 => 1,
        14..=19 => 3,
        20..=27 => 5,
        _ => 8,
    };
    match &screen.mode {
        Mode::Items | Mode::Script(_) if beside || height < LEAST => 0,
        // Beside a script there is no room for more than the items.
        Mode::Items | Mode::Script(_) if scene.play.is_some() && area.height < 9 => 0,
        Mode::Items | Mode::Script(_) => {
            let list = count(visit.definition().len() + visit.definition().checklist().sections.len());
            usual.max(height.saturating_sub(list + 7).min(most))
        }
        Mode::Placing(_) | Mode::Entry(_) => 2,
        Mode::Note(_) => 5.min(most),
        Mode::Choosing(chooser) => {
            let item = visit.definition().item(screen.item);
            guide::choosing_height(canvas.view, item, chooser, area.width.saturating_sub(2)).min(most)
        }
        Mode::Marks(_) => count(visit.state().loose_marks().count()).min(most),
    }
}

fn draw_panel(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let (screen, visit) = (scene.screen, scene.visit);
    let heading = |canvas: &mut Canvas<'_>, text: &str| {
        canvas.text(area.x, area.y, area.width, text, Role::Title);
        Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    };
    let item = visit.definition().item(screen.item);
    match &screen.mode {
        Mode::Items | Mode::Script(_) => guide::below(canvas, scene, area),
        Mode::Note(field) => {
            let title = canvas.with("app-note-for", &[("item", item.label.get(canvas.view.texts.lang()).into())]);
            let rest = heading(canvas, &title);
            canvas.field(rest, field);
        }
        Mode::Entry(entry) => {
            let title = match (entry.purpose, &item.response) {
                (Purpose::Ago, _) => canvas.say("app-entry-ago"),
                (Purpose::PauseReason, _) => canvas.say("app-entry-pause"),
                (Purpose::Answer, Response::Text {}) => canvas.say("app-entry-text"),
                (Purpose::Answer, Response::Count { .. }) => canvas.say("app-entry-count"),
                (Purpose::Answer, Response::Timer { .. }) => canvas.say("app-entry-seconds"),
                (Purpose::Answer, _) => canvas.say("app-entry-number"),
            };
            let rest = heading(canvas, title);
            canvas.field(Rect { height: 1, ..rest }, &entry.field);
        }
        Mode::Placing(mark) => {
            let marks = visit.state().marks();
            let at = marks.iter().find(|m| m.seq == *mark).map(mark_words).unwrap_or_default();
            let title = canvas.with("app-place-mark", &[("mark", at.into())]);
            heading(canvas, &title);
        }
        Mode::Choosing(chooser) => guide::choosing(canvas, item, chooser, area),
        Mode::Marks(cursor) => {
            let title = canvas.say("app-marks");
            let rest = heading(canvas, title);
            let marks: Vec<_> = visit.state().loose_marks().collect();
            let top = window(cursor.offset.get(), cursor.selected, marks.len(), rest.height, |_| 1);
            cursor.offset.set(top);
            for ((index, mark), y) in marks.iter().enumerate().skip(top).zip(rest.y..rest.bottom()) {
                let row = Rect { y, height: 1, ..rest };
                canvas.text(row.x + 2, y, row.width.saturating_sub(2), &mark_words(mark), Role::Text);
                if index == cursor.selected {
                    canvas.restyle(row, Role::Cursor);
                    canvas.park(row.x, y);
                }
                canvas.click(row, Target::Row(index));
            }
        }
    }
}

/// Returns a mark as a line of a list.
pub fn mark_words(mark: &crate::visit::state::Mark) -> String {
    let at = format::time_of_day(mark.at);
    mark.text.as_ref().map_or_else(|| at.clone(), |text| format!("{at} {text}"))
}
