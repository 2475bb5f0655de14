//! The visit under way: how it stands, what the disk says, and the keys that matter now.

use super::scene::{self, Scene};
use super::script;
use crate::app::active_visit::ActiveVisit;
use crate::app::keymap::{Command, Context};
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::visit::scenario::script_ms;
use crate::visit::{Play, Response, Seen};
use ratatui::layout::Rect;

/// From this width on, a script stands beside the items.
const WIDE: u16 = 100;

/// Draws the visit.
pub fn draw(canvas: &mut Canvas<'_>, screen: &VisitScreen) {
    let Some(run) = &canvas.view.model.shared.active_visit else { return };
    let area = canvas.area();
    let foot = canvas.footer(&keys(screen, run));
    let low_rule = foot.saturating_sub(1);
    let (state, room) = saved(canvas, run);
    let elapsed_ms = run.visit.elapsed_ms(&canvas.view.now);
    let play = run.play.as_ref();
    let scene = Scene { visit: &run.visit, screen, elapsed_ms, state, room, is_live: true, play };
    let whole = Rect { height: low_rule.saturating_sub(area.y), ..area };
    let top = if let Some(play) = play {
        beside(canvas, &scene, play, whole)
    } else {
        scene::draw(canvas, &scene, whole);
        whole.y
    };
    trouble(canvas, run, top + 2);
    canvas.rule(low_rule);
    match screen.seen {
        Some(Seen::Ago(ms)) if canvas.view.model.shared.notice.is_none() => {
            let key = canvas.key(Context::Visit, Command::Ago);
            let ago = canvas.view.texts.duration(play.map_or(ms, |play| script_ms(ms, play.speed)));
            let text = canvas.with("app-pending-ago", &[("ago", ago.into()), ("key", key.into())]);
            canvas.announce(low_rule, &text);
        }
        _ => canvas.notice_at(low_rule),
    }
}

/// Draws a visit with its script: side by side, or where there is not the room for it, one over the other. Gives the row
/// where the visit begins.
fn beside(canvas: &mut Canvas<'_>, scene: &Scene<'_>, play: &Play, area: Rect) -> u16 {
    let cursor = if let Mode::Script(cursor) = &scene.screen.mode { Some(cursor) } else { None };
    if area.width >= WIDE {
        let left = Rect { width: area.width * 3 / 5, ..area };
        scene::draw(canvas, scene, left);
        for y in area.y..area.bottom() {
            let bar = canvas.glyph(Glyph::Bar);
            canvas.text(left.right(), y, 1, bar, Role::Quiet);
        }
        let x = left.right() + 1;
        script::draw(canvas, scene.visit, play, cursor, Rect { x, width: area.right().saturating_sub(x), ..area });
        return area.y;
    }
    if cursor.is_some() {
        script::draw(canvas, scene.visit, play, cursor, area);
        return area.y;
    }
    let height = match area.height {
        0..=9 => 2,
        10..=15 => 4,
        height => (height / 3).max(5),
    };
    script::draw(canvas, scene.visit, play, None, Rect { height, ..area });
    let ruled = u16::from(area.height > 9);
    if ruled > 0 {
        canvas.rule(area.y + height);
    }
    let y = area.y + height + ruled;
    scene::draw(canvas, scene, Rect { y, height: area.bottom().saturating_sub(y), ..area });
    y
}

/// Returns whether everything is on the disk, in a word and a sign, and the columns that the longest of the words takes.
fn saved(canvas: &Canvas<'_>, run: &ActiveVisit) -> ((String, Role), u16) {
    let (word, sign, role) = match () {
        () if run.trouble.is_some() => ("app-unsaved", Glyph::Empty, Role::Warning),
        () if run.is_saved() => ("app-saved", Glyph::Full, Role::Saved),
        () => ("app-saving", Glyph::Empty, Role::Quiet),
    };
    let longest =
        ["app-saved", "app-saving", "app-unsaved"].map(|id| format::columns(canvas.say(id))).into_iter().max();
    let room = longest.unwrap_or(0) + 2;
    let state = format!("{} {}", canvas.say(word), canvas.glyph(sign));
    // Only of a scene that does not unfold in its own time is it said how fast it does.
    let speed = run.play.as_ref().filter(|play| play.speed.to_bits() != 1.0_f64.to_bits());
    let Some(speed) = speed.map(|play| format::speed(canvas.view.texts, play.speed)) else {
        return ((state, role), room);
    };
    let wider = format::columns(&speed) + 2;
    ((format!("{speed}  {state}"), role), room + wider)
}

/// Where the disk refuses, two loud lines in the place of the rule: what is safe, and why.
fn trouble(canvas: &mut Canvas<'_>, run: &ActiveVisit, y: u16) {
    let Some(error) = &run.trouble else { return };
    let (id, args) = error.message();
    let area = canvas.area();
    let lines = [canvas.say("app-not-saved").to_owned(), format::message(canvas.view.texts, id, &args)];
    for (text, y) in lines.iter().zip(y.saturating_sub(1)..) {
        canvas.blank(Rect { y, height: 1, ..area }, Role::Warning);
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), text, Role::Warning);
        canvas.restyle(Rect { y, height: 1, ..area }, Role::Cursor);
    }
}

/// Returns the keys that matter now, those for the item in front first.
fn keys(screen: &VisitScreen, run: &ActiveVisit) -> Vec<Named> {
    let visit = &run.visit;
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
        Mode::Script(_) => {
            let scroll = Named::named(Context::List, Command::Down, "app-key-scroll");
            vec![(Context::List, Command::Up).into(), scroll, (Context::List, Command::Back).into()]
        }
        Mode::Marks(_) | Mode::Placing(_) => {
            let place = Named::named(Context::List, Command::Open, "app-key-place");
            let rest = of(Context::List, &[Command::Up, Command::Down, Command::Back]);
            [place].into_iter().chain(rest).collect()
        }
        Mode::Items => {
            let never = Named::named(Context::Visit, Command::No, "value-never");
            let first = match visit.definition().item(screen.item).response {
                Response::Behaviour { partly: true, .. } => {
                    of(Context::Visit, &[Command::Yes, Command::No, Command::Partly])
                }
                Response::Behaviour { .. } => of(Context::Visit, &[Command::Yes, Command::No]),
                Response::Timer { .. } => {
                    let seconds = Named::named(Context::Visit, Command::Open, "app-key-seconds");
                    vec![(Context::Visit, Command::Timer).into(), never, seconds]
                }
                Response::Count { .. } => of(Context::Visit, &[Command::Count, Command::Open]),
                _ => of(Context::Visit, &[Command::Open]),
            };
            let paused = visit.state().paused().is_some();
            let pause = if paused {
                Named::named(Context::Visit, Command::Pause, "app-key-continue")
            } else {
                Named::from((Context::Visit, Command::Pause))
            };
            let script = run.play.is_some().then(|| Named::from((Context::Practice, Command::Script)));
            let usual =
                |commands: &'static [Command]| commands.iter().map(|command| Named::from((Context::Visit, *command)));
            let mut keys = Vec::with_capacity(24);
            keys.extend(paused.then_some(pause));
            keys.extend(first);
            keys.extend(script);
            keys.extend(usual(&[
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
            ]));
            keys.extend((!paused).then_some(pause));
            keys.extend(usual(&[Command::NextSection, Command::PlaceMark, Command::Redo, Command::Clear]));
            keys
        }
    }
}
