//! Handles keys, clicks, the wheel and pasted text: first what is common to all screens, then the front screen.

use super::effect::Effect;
use super::interactive::Interactive;
use super::key::{Key, KeyPress};
use super::keymap::{Command, Context};
use super::message::Target;
use super::model::Model;
use super::outcome::{Destination, Go};
use super::screen::Screen;
use super::shared::Shared;
use crate::visit::Moment;

impl Model {
    /// Handles a key press.
    pub(super) fn on_key(&mut self, press: KeyPress, now: &Moment) -> Vec<Effect> {
        let front = self.over.last_mut().unwrap_or(&mut self.home);
        let shared = &mut self.shared;
        shared.notice = None;
        if let Some(history) = &mut shared.key_history {
            history.add(press, shared.keymap.binding(front.interactive().context(), press));
        }
        let press = arrow_of_letter(shared, front.interactive(), press);
        let leaving = std::mem::take(&mut self.leaving);
        let is_cover = matches!(front, Screen::CoverNotes(_));
        let outcome = match shared.keymap.command(Context::Anywhere, press) {
            Some(Command::Quit) => Effect::Quit.into(),
            // The cover page hides everything else, and its letters are text.
            Some(Command::Hide) if !is_cover => Go::Push(Destination::CoverNotes).into(),
            Some(Command::Help) if matches!(front, Screen::Help(_)) => Go::Pop.into(),
            Some(Command::Help) if !is_cover && (!front.interactive().is_typing() || press.key == Key::F(1)) => {
                Go::Push(Destination::Help(front.interactive().context())).into()
            }
            _ => front.interactive_mut().update(shared, press, now),
        };
        if matches!(outcome.effects[..], [Effect::Quit]) {
            self.quit(leaving, now)
        } else {
            self.apply_outcome(outcome)
        }
    }

    /// Quits at once if no visit is under way, otherwise on the second request.
    fn quit(&mut self, again: bool, now: &Moment) -> Vec<Effect> {
        let active = self.shared.active_visit.as_ref();
        let active = active.filter(|active| !active.is_trial).or(self.shared.set_aside.as_ref());
        let under_way = active.is_some_and(|active| !active.visit.is_over() || !active.is_saved());
        if again || !under_way {
            return self.shared.pause_practice(now).into_iter().chain([Effect::Quit]).collect();
        }
        let unsaved = active.is_some_and(|active| active.trouble.is_some());
        self.leaving = true;
        self.shared.notify(if unsaved { "app-notice-leaving-unsaved" } else { "app-notice-leaving" });
        Vec::new()
    }

    /// Handles a click. A click on a row selects it, or opens it if it is already selected.
    pub(super) fn on_click(&mut self, target: Target, now: &Moment) -> Vec<Effect> {
        let front = self.over.last_mut().unwrap_or(&mut self.home);
        let is_visit = matches!(front, Screen::Visit(_));
        let press = match (target, front.interactive_mut().list()) {
            // In a visit, commands are clicked without a key press: there is no debouncing, and no effect while
            // something is open over the items.
            (Target::Command(command), _) if !is_visit => self.key_for(command),
            (Target::Row(row), Some(cursor)) => {
                (std::mem::replace(&mut cursor.selected, row) == row).then(|| Key::Enter.into())
            }
            _ => {
                let outcome = front.interactive_mut().click(&mut self.shared, target, now);
                return self.apply_outcome(outcome);
            }
        };
        press.map_or_else(Vec::new, |press| self.on_key(press, now))
    }

    /// Handles the mouse wheel; on a timeline it moves along the time.
    pub(super) fn on_wheel(&mut self, down: bool, now: &Moment) -> Vec<Effect> {
        let sideways = matches!(self.screen(), Screen::Replay(screen) if screen.items.is_none());
        let key = match (sideways, down) {
            (true, true) => Key::Right,
            (true, false) => Key::Left,
            (false, true) => Key::Down,
            (false, false) => Key::Up,
        };
        self.on_key(key.into(), now)
    }

    /// Handles pasted text; where no text is typed, it does nothing and the user is told.
    pub(super) fn on_paste(&mut self, text: &str) -> Vec<Effect> {
        let front = self.over.last_mut().unwrap_or(&mut self.home);
        if !front.interactive_mut().takes_text() {
            self.shared.notify("app-notice-paste-ignored");
            return Vec::new();
        }
        self.shared.notice = None;
        let outcome = front.interactive_mut().paste(&mut self.shared, text);
        self.apply_outcome(outcome)
    }

    /// Handles the passing of time, for a replay.
    pub(super) fn on_frame(&mut self, now: &Moment) {
        if let Screen::Replay(screen) = self.screen_mut() {
            screen.play_on(now);
        }
    }
}

/// Returns the arrow key for a letter that moves in any list, where letters are neither typed nor commands.
fn arrow_of_letter(shared: &Shared, front: &dyn Interactive, press: KeyPress) -> KeyPress {
    // There the arrows do not move in a list.
    let others = [Context::Replay, Context::Choosing, Context::Typing, Context::Confirm];
    let is_list = !others.contains(&front.context());
    if !is_list || front.is_typing() || shared.keymap.command(front.context(), press).is_some() {
        return press;
    }
    match shared.keymap.command(Context::AnyList, press) {
        Some(Command::Up) => Key::Up.into(),
        Some(Command::Down) => Key::Down.into(),
        _ => press,
    }
}
