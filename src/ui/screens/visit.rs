//! The visit: header, progress, the items, what counts as what, the keys. Nothing jumps when something changes.

use super::{guide, items};
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::run::Run;
use crate::app::screens::entry::Purpose;
use crate::app::screens::visit::{Mode, VisitScreen, loose_marks};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Role, Sign};
use crate::ui::widgets::footer::Named;
use crate::ui::widgets::list::window;
use crate::ui::words;
use crate::visit::{Response, Seen, Visit};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// From this width on, guidance stands beside the list.
const WIDE: u16 = 100;

/// Draws the visit.
pub fn draw(canvas: &mut Canvas<'_>, screen: &VisitScreen) {
    let Some(run) = &canvas.view.model.run else { return };
    let area = canvas.area();
    header(canvas, run);
    progress(canvas, &run.visit, area.y + 1);
    trouble(canvas, run, area.y + 2);
    let foot = canvas.footer(&keys(screen, &run.visit));
    let beside = area.width >= WIDE;
    let panel = panel_height(canvas, screen, &run.visit, beside);
    let low_rule = foot.saturating_sub(1);
    let panel_top = low_rule.saturating_sub(panel);
    canvas.rule(low_rule);
    let list_bottom = if panel > 0 { panel_top.saturating_sub(1) } else { low_rule };
    let list_width = if beside { area.width * 3 / 5 } else { area.width };
    let list = Rect { x: area.x, y: area.y + 3, width: list_width, height: list_bottom.saturating_sub(area.y + 3) };
    items::draw(canvas, screen, run, list);
    if beside {
        let x = list.right() + 1;
        for y in list.y..list.bottom() {
            let bar = canvas.sign(Sign::Bar);
            canvas.text(list.right(), y, 1, bar, Role::Quiet);
        }
        let side = Rect { x: x + 1, width: area.right().saturating_sub(x + 2), ..list };
        guide::beside(canvas, &run.visit, screen.item, side);
    }
    if panel > 0 {
        canvas.rule(list_bottom);
        let inner = Rect { x: area.x + 1, y: panel_top, width: area.width.saturating_sub(2), height: panel };
        draw_panel(canvas, screen, &run.visit, inner);
    }
    match screen.seen {
        Some(Seen::Ago(ms)) if canvas.view.model.notice.is_none() => {
            let key = canvas.key(Context::Visit, Command::Ago);
            let ago = canvas.view.texts.duration(ms);
            let text = canvas.with("app-pending-ago", &[("ago", ago.into()), ("key", key.into())]);
            canvas.announce(low_rule, &text);
        }
        _ => canvas.notice_at(low_rule),
    }
}

/// The first row: what and where, whether it is saved, how long it has lasted.
fn header(canvas: &mut Canvas<'_>, run: &Run) {
    let area = canvas.area();
    let Some((started, _)) = run.visit.state().started() else { return };
    let clock = words::clock(run.visit.elapsed_ms(&canvas.view.now));
    let clock_at = canvas.right(area.right().saturating_sub(1), area.y, &clock, Role::Text);
    let paused = run.visit.state().paused().is_some();
    let (word, sign, role) = match () {
        () if run.trouble.is_some() => ("app-unsaved", Sign::Empty, Role::Warning),
        () if run.is_saved() => ("app-saved", Sign::Full, Role::Saved),
        () => ("app-saving", Sign::Empty, Role::Quiet),
    };
    let saved = format!("{} {}", canvas.say(word), canvas.sign(sign));
    // The longest of the three words has its place, so that nothing moves when one takes another's.
    let longest = ["app-saved", "app-saving", "app-unsaved"].map(|id| canvas.say(id).width()).into_iter().max();
    let room = u16::try_from(longest.unwrap_or(0) + 2).unwrap_or(0);
    let saved_end = clock_at.saturating_sub(2);
    canvas.right(saved_end, area.y, &saved, role);
    let mut end = saved_end.saturating_sub(room + 1);
    if paused {
        let word = canvas.say("app-paused");
        end = canvas.right(end, area.y, word, Role::Warning).saturating_sub(1);
    }
    let kind = canvas.say(words::kind_id(started.kind));
    let title = format!("{kind} · {}", started.site.label());
    canvas.text(area.x + 1, area.y, end.saturating_sub(area.x + 1), &title, Role::Title);
}

/// The second row: how far each section has come.
fn progress(canvas: &mut Canvas<'_>, visit: &Visit, y: u16) {
    let definition = visit.definition();
    let lang = canvas.view.texts.lang();
    let mut counts = vec![(0usize, 0usize); definition.checklist().sections.len()];
    for index in (0..definition.len()).filter(|&index| visit.state().applies(index)) {
        if let Some((done, all)) = counts.get_mut(definition.section_index(index)) {
            *all += 1;
            *done += usize::from(visit.state().answer(index).is_some());
        }
    }
    let area = canvas.area();
    let heads: Vec<(String, usize, usize)> = (definition.checklist().sections.iter().zip(counts))
        .filter(|(_, (_, all))| *all > 0)
        .map(|(section, (done, all))| (format!("{} {done}/{all}", section.title.get(lang)), done, all))
        .collect();
    let plain: usize = heads.iter().map(|(head, ..)| head.width() + 3).sum();
    // Bars take what room the words leave, as long as they still say something.
    let bar = usize::from(area.width).saturating_sub(plain + 1) / heads.len().max(1);
    let mut x = area.x + 1;
    for (head, done, all) in heads {
        let role = if done == all { Role::Quiet } else { Role::Text };
        x = canvas.text(x, y, area.right().saturating_sub(x + 1), &head, role);
        if bar >= 3 {
            let cells = bar.min(all);
            let filled = done * cells / all;
            let full = canvas.sign(Sign::Full).repeat(filled);
            let empty = canvas.sign(Sign::Empty).repeat(cells - filled);
            x = canvas.text(x + 1, y, area.right().saturating_sub(x + 1), &full, role);
            x = canvas.text(x, y, area.right().saturating_sub(x), &empty, Role::Quiet);
        }
        x += 2;
    }
}

/// The third row: a rule, or where the disk refuses two loud lines: what is safe, and why.
fn trouble(canvas: &mut Canvas<'_>, run: &Run, y: u16) {
    let Some(error) = &run.trouble else { return canvas.rule(y) };
    let (id, args) = error.message();
    let area = canvas.area();
    let lines = [canvas.say("app-not-saved").to_owned(), words::message(canvas.view.texts, id, &args)];
    for (text, y) in lines.iter().zip(y.saturating_sub(1)..) {
        canvas.blank(Rect { y, height: 1, ..area }, Role::Warning);
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), text, Role::Warning);
        canvas.restyle(Rect { y, height: 1, ..area }, Role::Cursor);
    }
}

/// Gives the rows that the panel under the list takes: always the same for one checklist and one size of the window,
/// so that nothing jumps, and more where the list leaves rows free.
fn panel_height(canvas: &Canvas<'_>, screen: &VisitScreen, visit: &Visit, beside: bool) -> u16 {
    let area = canvas.area();
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).saturating_add(1);
    let most = (area.height / 2).saturating_sub(1).max(2);
    let usual = match area.height {
        0..=13 => 1,
        14..=19 => 3,
        20..=27 => 5,
        _ => 8,
    };
    match &screen.mode {
        Mode::Items if beside => 0,
        Mode::Items => {
            let list = count(visit.definition().len() + visit.definition().checklist().sections.len());
            usual.max(area.height.saturating_sub(list + 7).min(most))
        }
        Mode::Placing(_) | Mode::Entry(_) => 2,
        Mode::Note(_) => 5.min(most),
        Mode::Choosing(chooser) => {
            let item = visit.definition().item(screen.item);
            guide::choosing_height(canvas.view, item, chooser, area.width.saturating_sub(2)).min(most)
        }
        Mode::Marks(_) => count(loose_marks(visit.state()).count()).min(most),
    }
}

fn draw_panel(canvas: &mut Canvas<'_>, screen: &VisitScreen, visit: &Visit, area: Rect) {
    let heading = |canvas: &mut Canvas<'_>, text: &str| {
        canvas.text(area.x, area.y, area.width, text, Role::Title);
        Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    };
    let item = visit.definition().item(screen.item);
    match &screen.mode {
        Mode::Items => guide::below(canvas, visit, screen, area),
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
            let marks: Vec<_> = loose_marks(visit.state()).collect();
            let top = window(cursor.top.get(), cursor.at, marks.len(), rest.height, |_| 1);
            cursor.top.set(top);
            for ((index, mark), y) in marks.iter().enumerate().skip(top).zip(rest.y..rest.bottom()) {
                let row = Rect { y, height: 1, ..rest };
                canvas.text(row.x + 2, y, row.width.saturating_sub(2), &mark_words(mark), Role::Text);
                if index == cursor.at {
                    canvas.restyle(row, Role::Cursor);
                    canvas.park(row.x, y);
                }
                canvas.click(row, Target::Row(index));
            }
        }
    }
}

/// Gives a mark as a line of a list.
pub fn mark_words(mark: &crate::visit::state::Mark) -> String {
    let at = mark.at.civil().strftime("%H:%M:%S");
    mark.text.as_ref().map_or_else(|| at.to_string(), |text| format!("{at} {text}"))
}

/// Gives the keys that matter now, those for the item in front first.
fn keys(screen: &VisitScreen, visit: &Visit) -> Vec<Named> {
    let of = |context: Context, commands: &[Command]| {
        commands.iter().map(|c| Named::from((context, *c))).collect::<Vec<_>>()
    };
    match &screen.mode {
        Mode::Note(_) => of(Context::Typing, &[Command::Keep, Command::NewLine, Command::Back]),
        Mode::Entry(_) => of(Context::Typing, &[Command::Keep, Command::Back]),
        Mode::Choosing(chooser) => {
            let toggle = chooser.ticked.is_some().then_some(Named::from((Context::Choosing, Command::Toggle)));
            // The steps of a scale stand side by side, other answers one under the other.
            let along = match visit.definition().item(screen.item).response {
                Response::Scale { .. } => of(Context::Choosing, &[Command::Left, Command::Right]),
                _ => of(Context::List, &[Command::Up, Command::Down]),
            };
            let rest = of(Context::Choosing, &[Command::Keep, Command::Back]);
            toggle.into_iter().chain(along).chain(rest).collect()
        }
        Mode::Marks(_) | Mode::Placing(_) => {
            let place = Named::by(Context::List, Command::Open, "app-key-place");
            let rest = of(Context::List, &[Command::Up, Command::Down, Command::Back]);
            [place].into_iter().chain(rest).collect()
        }
        Mode::Items => {
            let never = Named::by(Context::Visit, Command::No, "value-never");
            let first = match visit.definition().item(screen.item).response {
                Response::Behaviour { partly: true, .. } => {
                    of(Context::Visit, &[Command::Yes, Command::No, Command::Partly])
                }
                Response::Behaviour { .. } => of(Context::Visit, &[Command::Yes, Command::No]),
                Response::Timer { .. } => {
                    let seconds = Named::by(Context::Visit, Command::Open, "app-key-seconds");
                    vec![(Context::Visit, Command::Timer).into(), never, seconds]
                }
                Response::Count { .. } => of(Context::Visit, &[Command::Count, Command::Open]),
                _ => of(Context::Visit, &[Command::Open]),
            };
            let paused = visit.state().paused().is_some();
            let go_on = paused.then(|| Named::by(Context::Visit, Command::Pause, "app-key-continue"));
            let pause = (!paused).then(|| Named::from((Context::Visit, Command::Pause)));
            let rest = [
                Command::NotApplicable,
                Command::NotObserved,
                Command::Note,
                Command::Mark,
                Command::Hide,
                Command::Finish,
                Command::Up,
                Command::Down,
                Command::Undo,
                Command::Ago,
            ];
            let last = of(Context::Visit, &[Command::NextSection, Command::PlaceMark, Command::Redo, Command::Clear]);
            go_on.into_iter().chain(first).chain(of(Context::Visit, &rest)).chain(pause).chain(last).collect()
        }
    }
}
