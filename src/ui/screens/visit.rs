//! The visit under way: how it stands, what the disk says, and the keys that matter now.

use super::scene::{self, Scene};
use crate::app::keymap::{Command, Context};
use crate::app::run::Run;
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Role, Sign};
use crate::ui::widgets::footer::Named;
use crate::ui::words;
use crate::visit::{Response, Seen, Visit};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the visit.
pub fn draw(canvas: &mut Canvas<'_>, screen: &VisitScreen) {
    let Some(run) = &canvas.view.model.run else { return };
    let area = canvas.area();
    let foot = canvas.footer(&keys(screen, &run.visit));
    let low_rule = foot.saturating_sub(1);
    let (state, room) = saved(canvas, run);
    let elapsed_ms = run.visit.elapsed_ms(&canvas.view.now);
    let scene = Scene { visit: &run.visit, screen, elapsed_ms, state, room, is_live: true };
    scene::draw(canvas, &scene, Rect { height: low_rule.saturating_sub(area.y), ..area });
    trouble(canvas, run, area.y + 2);
    canvas.rule(low_rule);
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

/// Gives whether everything is on the disk, in a word and a sign, and the columns that the longest of the words takes.
fn saved(canvas: &Canvas<'_>, run: &Run) -> ((String, Role), u16) {
    let (word, sign, role) = match () {
        () if run.trouble.is_some() => ("app-unsaved", Sign::Empty, Role::Warning),
        () if run.is_saved() => ("app-saved", Sign::Full, Role::Saved),
        () => ("app-saving", Sign::Empty, Role::Quiet),
    };
    let longest = ["app-saved", "app-saving", "app-unsaved"].map(|id| canvas.say(id).width()).into_iter().max();
    let room = u16::try_from(longest.unwrap_or(0) + 2).unwrap_or(0);
    ((format!("{} {}", canvas.say(word), canvas.sign(sign)), role), room)
}

/// Where the disk refuses, two loud lines in the place of the rule: what is safe, and why.
fn trouble(canvas: &mut Canvas<'_>, run: &Run, y: u16) {
    let Some(error) = &run.trouble else { return };
    let (id, args) = error.message();
    let area = canvas.area();
    let lines = [canvas.say("app-not-saved").to_owned(), words::message(canvas.view.texts, id, &args)];
    for (text, y) in lines.iter().zip(y.saturating_sub(1)..) {
        canvas.blank(Rect { y, height: 1, ..area }, Role::Warning);
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), text, Role::Warning);
        canvas.restyle(Rect { y, height: 1, ..area }, Role::Cursor);
    }
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
