//! The visit's screen: one key per answer, and what opens over the list of items.

use super::answers::{act, answer, digit, keep_entry, open, open_entry, say, step_back, timer, timer_for};
use super::chooser::{Chooser, Outcome};
use super::entry::{Entry, Purpose};
use super::notes::{keep_note, note_typed, open_note, place_mark};
use super::review::Review;
use crate::app::active_visit::ActiveVisit;
use crate::app::debounce::KeyDebounce;
use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::{Effect, Target};
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::visit::scenario::seconds;
use crate::visit::{Action, Moment, Response, Seen, State, TimerPress, Value, Visit};

/// The visit's screen.
#[derive(Debug, Default)]
pub struct VisitScreen {
    /// The position, in the checklist, of the item in front.
    pub item: usize,
    /// Where the list of rows stands.
    pub list: ListCursor,
    /// What is open over it.
    pub mode: Mode,
    /// For the next answer: when it was seen.
    pub seen: Option<Seen>,
    /// The item just answered, where its answer asks for a note: the next key may write it.
    pub wants_note: Option<usize>,
    /// The item to come back to after such a note.
    pub after_note: Option<usize>,
    /// Whether to go back to the review after the item in front.
    pub from_review: bool,
    guard: KeyDebounce,
}

/// What is open over the list of items.
#[derive(Debug, Default)]
pub enum Mode {
    /// Nothing: keys answer.
    #[default]
    Items,
    /// A note for the item in front.
    Note(TextInput),
    /// A line: a number, a text, how long ago, why a pause.
    Entry(Entry),
    /// A choice among the item's answers.
    Choosing(Chooser),
    /// The marks without an item, to give one to the item in front.
    Marks(ListCursor),
    /// A mark, by its event's number, to give to the item that comes in front.
    Placing(u64),
    /// The script so far, to be read again.
    Script(ListCursor),
}

impl VisitScreen {
    /// Opens on the first item without an answer, or on the note that was being typed.
    #[must_use]
    pub fn new(run: &ActiveVisit) -> Self {
        let visit = &run.visit;
        if let Some(note) = &run.draft.note
            && let Some(item) = visit.definition().position(&note.item)
        {
            return Self::with(item, Mode::Note(TextInput::page(&note.text)));
        }
        let first = (0..visit.definition().len())
            .find(|&index| visit.state().applies(index) && visit.state().answer(index).is_none());
        Self { item: first.unwrap_or(0), ..Self::default() }
    }

    /// Opens on an item, with something open over it.
    #[must_use]
    pub fn with(item: usize, mode: Mode) -> Self {
        Self { item, mode, ..Self::default() }
    }

    /// Returns where keys go.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.mode {
            Mode::Items => Context::Visit,
            Mode::Note(_) | Mode::Entry(_) => Context::Typing,
            Mode::Choosing(_) => Context::Choosing,
            Mode::Marks(_) | Mode::Placing(_) | Mode::Script(_) => Context::List,
        }
    }
}

/// Returns the marks that have no item, with their numbers.
pub fn loose_marks(state: &State) -> impl Iterator<Item = &crate::visit::state::Mark> {
    state.marks().iter().filter(|mark| mark.item.is_none())
}

/// Takes a key on the visit's screen.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::Visit(screen) = &mut model.screen else { return Vec::new() };
    if !screen.guard.admits(press, now) && screen.context() == Context::Visit {
        return Vec::new();
    }
    let command = model.keymap.command(screen.context(), press);
    let wanted = screen.wants_note.take();
    match (&mut screen.mode, command) {
        (Mode::Note(field), Some(Command::NewLine)) => {
            field.press(Key::Enter.into());
            note_typed(model)
        }
        (Mode::Note(_), Some(Command::Keep | Command::Back)) => keep_note(model, now),
        (Mode::Note(field), _) => {
            if field.press(press) {
                note_typed(model)
            } else {
                Vec::new()
            }
        }
        (Mode::Items, Some(Command::Note)) => {
            if let Some(item) = wanted {
                screen.after_note = Some(std::mem::replace(&mut screen.item, item));
            }
            open_note(model)
        }
        (Mode::Entry(_), Some(Command::Keep)) => keep_entry(model, now),
        (Mode::Entry(_) | Mode::Choosing(_) | Mode::Marks(_) | Mode::Script(_), Some(Command::Back))
        | (Mode::Script(_), Some(Command::Open)) => {
            screen.mode = Mode::Items;
            Vec::new()
        }
        (Mode::Entry(entry), _) => {
            entry.field.press(press);
            Vec::new()
        }
        (Mode::Choosing(chooser), _) => match chooser.press(press, command) {
            Some(Outcome::Chosen(value)) => {
                screen.mode = Mode::Items;
                answer(model, value, now)
            }
            Some(Outcome::Incomplete) => {
                model.notice = Some(Notice::Said("app-notice-choose-one"));
                Vec::new()
            }
            None if command.is_none() && press.key.digit().is_none() => letter(model, press, now),
            None => Vec::new(),
        },
        (Mode::Marks(_), Some(command)) => place_mark(model, command, now),
        (Mode::Placing(mark), Some(Command::Open)) => {
            let (mark, item) = (*mark, screen.item);
            screen.mode = Mode::Items;
            let effects = act(model, &Action::Bind { mark, item }, now);
            match &mut model.screen {
                // Another item may take it.
                Screen::Visit(screen) if effects.is_empty() => screen.mode = Mode::Placing(mark),
                _ => leave_for_review(model),
            }
            effects
        }
        (Mode::Placing(_), Some(Command::Back)) => {
            screen.mode = Mode::Items;
            leave_for_review(model);
            Vec::new()
        }
        (Mode::Placing(_), Some(command)) => items_travel(model, command),
        (Mode::Script(cursor), Some(command)) => {
            cursor.go(command, script_len(model.active_visit.as_ref(), now));
            Vec::new()
        }
        (Mode::Marks(_) | Mode::Placing(_) | Mode::Script(_), None) => Vec::new(),
        (Mode::Items, Some(command)) => items(model, command, now),
        (Mode::Items, None) => match model.keymap.command(Context::Practice, press) {
            Some(Command::Script) => items(model, Command::Script, now),
            _ => digit(model, press, now),
        },
    }
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Screen::Visit(screen) = &mut model.screen else { return Vec::new() };
    match &mut screen.mode {
        Mode::Note(field) => {
            if field.paste(text) {
                return note_typed(model);
            }
        }
        Mode::Entry(entry) => {
            entry.field.paste(text);
        }
        Mode::Items | Mode::Choosing(_) | Mode::Marks(_) | Mode::Placing(_) | Mode::Script(_) => {}
    }
    Vec::new()
}

/// Takes a click on a row: the item comes in front.
pub fn pointed(model: &mut Model, target: Target, now: &Moment) -> Vec<Effect> {
    let Screen::Visit(screen) = &mut model.screen else { return Vec::new() };
    match (target, &mut screen.mode) {
        (Target::Row(item), Mode::Items | Mode::Placing(_)) => screen.item = item,
        (Target::Row(row), Mode::Marks(cursor)) => cursor.selected = row,
        (Target::Row(row), Mode::Choosing(chooser)) => chooser.at = row,
        (Target::Command(command), Mode::Items) => return items(model, command, now),
        _ => {}
    }
    Vec::new()
}

/// The answers that have a command of their own.
const ANSWERS: [(Command, &str); 5] = [
    (Command::Yes, Value::YES),
    (Command::Partly, Value::PARTLY),
    (Command::No, Value::NO),
    (Command::NotApplicable, Value::NOT_APPLICABLE),
    (Command::NotObserved, Value::NOT_OBSERVED),
];

fn answer_of(command: Command) -> Option<&'static str> {
    ANSWERS.iter().find(|(own, _)| *own == command).map(|(_, answer)| *answer)
}

/// Returns the command that gives an answer, where there is one.
#[must_use]
pub fn command_of(answer: &Value) -> Option<Command> {
    ANSWERS.iter().find(|(_, text)| answer.as_text() == Some(text)).map(|(command, _)| *command)
}

/// Takes a letter while answers are offered: it answers, marks and hides there as it does anywhere in the visit.
fn letter(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::Visit(screen) = &mut model.screen else { return Vec::new() };
    let command = model.keymap.command(Context::Visit, press);
    let here = |command| matches!(command, Command::Mark | Command::Hide) || answer_of(command).is_some();
    let Some(command) = command.filter(|&command| here(command)) else { return Vec::new() };
    if command == Command::Hide {
        return super::cover_notes::open(model);
    }
    let offered = std::mem::replace(&mut screen.mode, Mode::Items);
    let effects = items(model, command, now);
    // The answers stay on offer until one is taken.
    if (command == Command::Mark || effects.is_empty())
        && let Screen::Visit(screen) = &mut model.screen
    {
        screen.mode = offered;
    }
    effects
}

/// Takes a command where the list of items is in front.
pub fn items(model: &mut Model, command: Command, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return Vec::new() };
    let item = screen.item;
    let definition = run.visit.definition().clone();
    let response = &definition.item(item).response;
    let is_timer = matches!(response, Response::Timer { .. });
    match command {
        Command::No if is_timer => timer(model, item, TimerPress::Never, now),
        Command::Open => open(model),
        Command::Timer => match timer_for(&run.visit, item) {
            Some((item, press)) => timer(model, item, press, now),
            None => say(model, "app-notice-no-timer"),
        },
        Command::Count => match response {
            Response::Count { .. } => {
                let seen = screen.seen.take();
                act(model, &Action::Count { item, seen }, now)
            }
            _ => say(model, "app-notice-no-tally"),
        },
        Command::Clear => act(model, &Action::Clear(item), now),
        Command::Mark => act(model, &Action::Mark(None), now),
        Command::Undo => step_back(model, &Action::Undo, now),
        Command::Redo => step_back(model, &Action::Redo, now),
        Command::Pause if run.visit.state().paused().is_some() => act(model, &Action::Continue, now),
        Command::Pause => open_entry(model, Purpose::PauseReason, ""),
        Command::Ago => open_entry(model, Purpose::Ago, ""),
        Command::Note => open_note(model),
        Command::PlaceMark if loose_marks(run.visit.state()).next().is_none() => {
            model.notice = Some(Notice::Keyed("app-notice-no-mark", Context::Visit, Command::Mark));
            Vec::new()
        }
        Command::PlaceMark => {
            screen.mode = Mode::Marks(ListCursor::default());
            Vec::new()
        }
        Command::Hide => super::cover_notes::open(model),
        Command::Finish => {
            model.screen = Screen::Review(Review::default());
            Vec::new()
        }
        Command::Back if screen.from_review => {
            leave_for_review(model);
            Vec::new()
        }
        Command::Back => {
            let paused = super::practise::rest(model, now);
            paused.into_iter().chain(super::home::open(model)).collect()
        }
        Command::Script => {
            let len = script_len(model.active_visit.as_ref(), now);
            if len > 0 {
                screen.mode = Mode::Script(ListCursor { selected: len - 1, ..ListCursor::default() });
            }
            Vec::new()
        }
        _ => {
            if let Some(value) = answer_of(command) {
                return answer(model, Value::text(value), now);
            }
            travel(screen, &run.visit, command);
            Vec::new()
        }
    }
}

/// Returns how many lines of the script have come; none where there is no script.
fn script_len(run: Option<&ActiveVisit>, now: &Moment) -> usize {
    run.and_then(ActiveVisit::practice)
        .map_or(0, |(visit, play)| play.scenario.lines_by(seconds(play.now_ms(visit, now))).len())
}

/// Goes back to the review, where the visit's screen was opened from there.
pub(super) fn leave_for_review(model: &mut Model) {
    if matches!(&model.screen, Screen::Visit(screen) if screen.from_review) {
        model.screen = Screen::Review(Review::default());
    }
}

fn items_travel(model: &mut Model, command: Command) -> Vec<Effect> {
    if let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) {
        travel(screen, &run.visit, command);
    }
    Vec::new()
}

/// Moves among the items that apply.
fn travel(screen: &mut VisitScreen, visit: &Visit, command: Command) {
    let definition = visit.definition();
    let shown: Vec<usize> = (0..definition.len()).filter(|&index| visit.state().applies(index)).collect();
    let here = shown.partition_point(|&index| index < screen.item);
    let section = definition.section_index(screen.item);
    let starts_section = |&at: &usize| {
        let of = |at: usize| shown.get(at).map(|&index| definition.section_index(index));
        at == 0 || of(at) != of(at - 1)
    };
    let to = match command {
        Command::NextSection => (here + 1..shown.len()).find(starts_section).unwrap_or(0),
        Command::PreviousSection => {
            let own = (0..=here).rev().find(starts_section).unwrap_or(0);
            let in_front = shown.get(own).is_some_and(|&index| definition.section_index(index) == section);
            match own.checked_sub(1) {
                Some(before) if in_front && own == here => (0..=before).rev().find(starts_section).unwrap_or(0),
                _ => own,
            }
        }
        _ => {
            let mut cursor = ListCursor { selected: here, ..ListCursor::default() };
            if !cursor.go(command, shown.len()) {
                return;
            }
            cursor.selected
        }
    };
    if let Some(&index) = shown.get(to) {
        screen.item = index;
    }
}
