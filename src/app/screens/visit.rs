//! The visit screen: one key per answer, and what opens over the list of items.

mod answers;
pub mod chooser;
mod item_navigation;
pub mod line_entry;
mod notes;
mod state;

pub use answers::timer_for;
pub use state::{Mode, VisitScreen};

use crate::app::prelude::*;
use crate::visit::scenario::seconds;
use crate::visit::{Action, Playback, Refusal, Response, TimerPress, Value, Visit};
use chooser::Decision;
use item_navigation::move_among_items;
use line_entry::{EntryPurpose, LineEntry};

impl Interactive for VisitScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let does_harm = match &self.mode {
            Mode::Items => answers(shared, press),
            // The second press of the pause key is no reason for the pause.
            Mode::Entry(entry) => entry.purpose == EntryPurpose::PauseReason && entry.field.is_blank(),
            _ => false,
        };
        if self.debounce.repeats(press, now) && does_harm {
            return Outcome::default();
        }
        match &mut self.mode {
            Mode::Items => self.update_items(shared, press, now),
            Mode::Note(_) => self.update_note(shared, press, now),
            Mode::Choosing(_) => self.update_choice(shared, press, now),
            Mode::Entry(entry) => match entry.field.update(&shared.keymap, press) {
                Some(Command::Back) => self.leave_entry(shared),
                Some(_) => self.keep_entry(shared, now),
                None => Outcome::default(),
            },
            Mode::Placing(_) | Mode::Marks(_) | Mode::Script(_) => {
                let command = shared.keymap.command(Context::List, press);
                command.map(|command| self.update_list(shared, command, now)).unwrap_or_default()
            }
        }
    }

    fn paste(&mut self, shared: &mut Shared, text: &str) -> Outcome {
        let (Mode::Note(field) | Mode::Entry(LineEntry { field, .. })) = &mut self.mode else {
            return Outcome::default();
        };
        // Only a note has a draft.
        if field.paste(text) { self.keep_draft(shared) } else { Outcome::default() }
    }

    /// Handles a click: on a row, it selects the item; on a command, it runs it if the list of items is in front.
    fn click(&mut self, shared: &mut Shared, target: Target, now: &Moment) -> Outcome {
        match (target, &mut self.mode) {
            (Target::Row(item), Mode::Items | Mode::Placing(_)) => {
                let exists = shared.visit().is_some_and(|visit| item < visit.definition().len());
                self.item = if exists { item } else { self.item };
                self.answered = None;
            }
            (Target::Row(row), Mode::Marks(cursor)) => cursor.selected = row,
            (Target::Row(row), Mode::Choosing(chooser)) => chooser.cursor.selected = row,
            (Target::Command(command), Mode::Items) => return self.run_command(shared, command, now),
            _ => {}
        }
        Outcome::default()
    }

    fn context(&self) -> Context {
        match &self.mode {
            Mode::Items => Context::Visit,
            Mode::Note(_) | Mode::Entry(_) => Context::Typing,
            Mode::Choosing(_) => Context::Choosing,
            Mode::Marks(_) | Mode::Placing(_) | Mode::Script(_) => Context::List,
        }
    }
}

/// The answers that have a command of their own.
const ANSWERS: [(Command, &str); 5] = [
    (Command::Yes, Value::YES),
    (Command::Partly, Value::PARTLY),
    (Command::No, Value::NO),
    (Command::NotApplicable, Value::NOT_APPLICABLE),
    (Command::NotObserved, Value::NOT_OBSERVED),
];

/// The commands that a correction refuses, because nothing is observed in it.
const OBSERVING: [Command; 4] = [Command::Timer, Command::Mark, Command::Ago, Command::Pause];

/// Returns whether a command is offered in a correction, in which there is nobody to hide from either.
pub fn is_for_correction(command: Command) -> bool {
    !OBSERVING.contains(&command) && command != Command::Hide
}

/// Returns whether a key on the list of items answers, or does what its next press takes back: pressed twice by accident,
/// it would do harm. All other keys count each time, as presses of a tally must.
fn answers(shared: &Shared, press: KeyPress) -> bool {
    match shared.keymap.command(Context::Visit, press) {
        Some(Command::Open | Command::Timer | Command::Pause | Command::Clear) => true,
        Some(command) => answer_of(command).is_some(),
        None => press.key.digit().is_some(),
    }
}

fn answer_of(command: Command) -> Option<&'static str> {
    ANSWERS.iter().find(|(own, _)| *own == command).map(|(_, answer)| *answer)
}

/// Returns the command for an answer, if there is one.
pub fn command_of(answer: &Value) -> Option<Command> {
    ANSWERS.iter().find(|(_, text)| answer.as_text() == Some(text)).map(|(command, _)| *command)
}

impl VisitScreen {
    /// Closes what is open over the items.
    fn close(&mut self) -> Outcome {
        self.mode = Mode::Items;
        Outcome::default()
    }

    /// Handles a key press on the list of items.
    fn update_items(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        match shared.keymap.command(Context::Visit, press) {
            Some(command) => self.run_command(shared, command, now),
            None => match shared.keymap.command(Context::Practice, press) {
                Some(Command::Script) => self.run_command(shared, Command::Script, now),
                _ => self.digit(shared, press, now),
            },
        }
    }

    /// Handles a key press on the choice of answers.
    fn update_choice(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Mode::Choosing(chooser) = &mut self.mode else { return Outcome::default() };
        let command = shared.keymap.command(Context::Choosing, press);
        if command == Some(Command::Back) {
            return self.close();
        }
        match chooser.update(press, command) {
            Some(Decision::Answer(value)) => {
                self.mode = Mode::Items;
                return self.answer(shared, value, now);
            }
            Some(Decision::Incomplete) => shared.notify("app-notice-choose-one"),
            None if command.is_none() && press.key.digit().is_none() => return self.letter(shared, press, now),
            None => {}
        }
        Outcome::default()
    }

    /// Handles a letter on the choice of answers: answering, marking and hiding work there as on the list of items.
    fn letter(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let command = shared.keymap.command(Context::Visit, press);
        let here = |command| matches!(command, Command::Mark | Command::Hide) || answer_of(command).is_some();
        let Some(command) = command.filter(|&command| here(command)) else { return Outcome::default() };
        if command == Command::Hide {
            return Go::Push(Destination::CoverNotes).into();
        }
        let offered = std::mem::take(&mut self.mode);
        let outcome = self.run_command(shared, command, now);
        // The choice stays open until an answer is given.
        if command == Command::Mark || outcome.effects.is_empty() {
            self.mode = offered;
        }
        outcome
    }

    /// Handles a command on the list of items.
    fn run_command(&mut self, shared: &mut Shared, command: Command, now: &Moment) -> Outcome {
        let Some(visit) = shared.visit() else { return Outcome::default() };
        let item = self.item;
        let is_paused = visit.state().paused().is_some();
        let response = &visit.definition().item(item).response;
        if visit.state().is_correction() && OBSERVING.contains(&command) {
            shared.notice = Some(Notice::Refused(Refusal::InCorrection));
            return Outcome::default();
        }
        match command {
            Command::No if matches!(response, Response::Timer { .. }) => {
                self.press_timer(shared, item, TimerPress::Never, now)
            }
            Command::Open => self.open(shared),
            Command::Timer => match timer_for(visit, item) {
                Some((item, press)) => self.press_timer(shared, item, press, now),
                None => notify(shared, "app-notice-no-timer"),
            },
            Command::Count if matches!(response, Response::Count { .. }) => {
                let seen = self.seen.take();
                self.answered = Some(item);
                shared.act(&Action::Count { item, seen }, now).into()
            }
            Command::Count => notify(shared, "app-notice-no-tally"),
            Command::Clear => {
                self.answered = None;
                shared.act(&Action::Clear(item), now).into()
            }
            Command::Mark => shared.act(&Action::Mark(None), now).into(),
            Command::Undo => self.undo_or_redo(shared, &Action::Undo, now),
            Command::Redo => self.undo_or_redo(shared, &Action::Redo, now),
            Command::Pause if is_paused => {
                let mut effects = shared.act(&Action::Continue(None), now);
                effects.extend(shared.active_visit.as_ref().map(|active| Write::Draft(active.draft.clone()).into()));
                effects.into()
            }
            Command::Pause => {
                let effects = shared.act(&Action::Pause(None), now);
                if !effects.is_empty() {
                    self.open_entry(EntryPurpose::PauseReason, "");
                }
                effects.into()
            }
            Command::Ago => self.open_entry(EntryPurpose::Ago, ""),
            Command::Note => self.open_note(shared),
            Command::PlaceMark => self.open_marks(shared),
            Command::Hide => Go::Push(Destination::CoverNotes).into(),
            Command::Finish => Go::Replace(Destination::Review).into(),
            Command::Back => match self.back_to_review() {
                Some(go) => go.into(),
                None => Outcome::from(shared.pause_practice(now)).and_go(Go::Pop),
            },
            Command::Script => self.open_script(shared, now),
            command => {
                if let Some(value) = answer_of(command) {
                    return self.answer(shared, Value::text(value), now);
                }
                move_among_items(self, visit, command);
                Outcome::default()
            }
        }
    }

    /// Handles a command in a list that is open over the items, or while an item is chosen for a mark.
    fn update_list(&mut self, shared: &mut Shared, command: Command, now: &Moment) -> Outcome {
        match (&mut self.mode, command) {
            (Mode::Placing(_), Command::Back) => return Outcome { go: self.back_to_review(), ..self.close() },
            (Mode::Placing(mark), Command::Open) => {
                let effects = shared.act(&Action::Bind { mark: *mark, item: self.item }, now);
                // If the mark is refused for this item, the user can choose another one.
                if !effects.is_empty() {
                    self.mode = Mode::Items;
                    return Outcome { effects, go: self.back_to_review() };
                }
            }
            (Mode::Placing(_), command) => {
                if let Some(visit) = shared.visit() {
                    move_among_items(self, visit, command);
                }
            }
            (_, Command::Back) | (Mode::Script(_), Command::Open) => return self.close(),
            (Mode::Marks(_), Command::Open) => return self.place_mark(shared, now),
            (Mode::Marks(cursor), command) => {
                cursor.go(command, shared.visit().map_or(0, |visit| visit.state().loose_marks().count()));
            }
            (Mode::Script(cursor), command) => cursor.go(command, script_len(shared, now)),
            _ => {}
        }
        Outcome::default()
    }

    /// Opens the script so far, at its last line; does nothing without one.
    fn open_script(&mut self, shared: &Shared, now: &Moment) -> Outcome {
        if let Some(last) = script_len(shared, now).checked_sub(1) {
            self.mode = Mode::Script(ListCursor::at(last));
        }
        Outcome::default()
    }
}

fn notify(shared: &mut Shared, id: &'static str) -> Outcome {
    shared.notify(id);
    Outcome::default()
}

/// Returns the number of script lines that have appeared; 0 without a script.
fn script_len(shared: &Shared, now: &Moment) -> usize {
    let lines = |(visit, play): (&Visit, &Playback)| play.scenario.lines_until(seconds(play.now_ms(visit, now))).len();
    shared.practice().map_or(0, lines)
}
