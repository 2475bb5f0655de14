//! The application as a pure state machine: what happened comes in as a [`Message`], what is to be done goes out as
//! [`Effect`]s. It knows no terminal, no disk and no clock; keys are one table, in [`keymap`].

pub mod active_visit;
mod debounce;
mod filter;
pub mod format;
pub mod key;
pub mod key_history;
pub mod keymap;
pub mod list_cursor;
pub mod message;
pub mod model;
pub mod reveal;
pub mod screens;
pub mod text_input;
mod timers_after_restart;

pub use message::{Effect, Message, Target};
pub use model::{Environment, Model, Notice, Screen};

use crate::visit::{Action, Moment};
use active_visit::ActiveVisit;
use key::{Key, KeyPress};
use keymap::{Command, Context};
use message::{JournalRepair, Opened};
use screens::past::PastVisit;
use screens::settings::SettingsScreen;
use screens::visit::VisitScreen;
use screens::visit_details::{From, VisitDetails};
use screens::{
    answers, checklists, class, cover_notes, finished, help, home, new_visit, past, practise, present, replay, results,
    review, settings, training, visit, visit_details,
};
use std::path::PathBuf;

/// Takes what happened at a moment, and gives what is to be done about it, in this order.
pub fn update(model: &mut Model, message: Message, now: &Moment) -> Vec<Effect> {
    match message {
        Message::Key(press) => key(model, press, now),
        Message::Paste(text) => paste(model, &text),
        Message::Clicked(target) => pointed(model, target, now),
        Message::Wheel { down } => {
            // Where time goes along a line, the wheel goes along it too.
            let sideways = matches!(&model.screen, Screen::Replay(screen) if screen.items.is_none());
            let wheel = match (sideways, down) {
                (true, true) => Key::Right,
                (true, false) => Key::Left,
                (false, true) => Key::Down,
                (false, false) => Key::Up,
            };
            key(model, KeyPress::from(wheel), now)
        }
        Message::Tick => {
            replay::play_on(model, now);
            tick(model)
        }
        Message::Frame => {
            replay::play_on(model, now);
            Vec::new()
        }
        Message::Act(action) => act(model, &action, now),
        Message::Saved(seq) => saved(model, seq),
        Message::NotSaved(error) => {
            if let Some(run) = &mut model.active_visit {
                run.trouble = Some(error);
            }
            Vec::new()
        }
        Message::Completed(path) => completed(model, path),
        Message::Opened(opened) => take_up(model, *opened, now),
        Message::Settled(mended) => {
            model.notice = Some(Notice::With(mended.message()));
            home::open(model)
        }
        Message::JournalRepair(mended) => {
            model.notice = Some(Notice::With(mended.message()));
            Vec::new()
        }
        Message::Unfinished(unfinished) => {
            home::relist(model, |model| model.unfinished = unfinished);
            Vec::new()
        }
        Message::Recent(visits) => {
            home::relist(model, |model| model.recent = Some(visits));
            Vec::new()
        }
        Message::Past { visits, done } => past_visits(model, visits, done),
        Message::Record(record) => {
            visit_details::open(model, *record);
            Vec::new()
        }
        Message::Library(library, sites) => {
            model.library = Some(library);
            model.sites = sites;
            Vec::new()
        }
        Message::Results(number, coming) => {
            results::take(model, number, coming);
            Vec::new()
        }
        Message::Exported(path) => {
            let args = vec![("path", path.display().to_string())];
            model.notice = Some(Notice::With(("results-exported", args)));
            Vec::new()
        }
        Message::Practice(scenarios, record) => {
            practise::take(model, scenarios, record);
            Vec::new()
        }
        Message::Media(media) => {
            class::take_media(model, media);
            Vec::new()
        }
        Message::Classes(found) => {
            class::take(model, *found);
            Vec::new()
        }
        Message::Ruled(ruled) => {
            class::ruled(model, &ruled);
            Vec::new()
        }
        Message::NotAlone => {
            model.notice = Some(Notice::Said("results-not-alone"));
            Vec::new()
        }
        Message::Failed(error) => {
            model.notice = Some(Notice::With(error.message()));
            class::failed(model);
            // Where a visit could not be taken up at the start, the first screen comes in its place.
            let unread = matches!(model.screen, Screen::Home(_)) && model.recent.is_none();
            if unread { home::first() } else { Vec::new() }
        }
    }
}

fn key(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    model.notice = None;
    if model.key_history.is_some() {
        let binding = model.keymap.binding(context(model), press);
        model.key_history.iter_mut().for_each(|pressed| pressed.take(press, binding));
    }
    let typing = is_typing(&model.screen);
    let anywhere = model.keymap.command(Context::Anywhere, press);
    let leaving = std::mem::take(&mut model.leaving);
    match anywhere {
        Some(Command::Quit) => return quit(model, leaving, now),
        // The page of notes must look like one, and letters must be typed.
        _ if matches!(model.screen, Screen::CoverNotes(_)) => return cover_notes::press(model, press, now),
        Some(Command::Hide) => return cover_notes::open(model),
        Some(Command::Help) if !typing || press.key == Key::F(1) => return help::open(model),
        _ => {}
    }
    let effects = match &model.screen {
        Screen::Home(_) => home::press(model, press, now),
        Screen::NewVisit(_) => new_visit::press(model, press, now),
        Screen::Visit(_) => visit::press(model, press, now),
        Screen::Review(_) => review::press(model, press, now),
        Screen::Finished(_) => finished::press(model, press),
        Screen::Past(_) => past::press(model, press),
        Screen::VisitDetails(_) => visit_details::press(model, press),
        Screen::Replay(_) => replay::press(model, press, now),
        Screen::Results(_) => results::press(model, press),
        Screen::Checklists(_) => checklists::press(model, press),
        Screen::Training(_) => training::press(model, press, now),
        Screen::Present(_) => present::press(model, press, now),
        Screen::Class(_) => class::press(model, press),
        Screen::Practise(_) => practise::press(model, press, now),
        Screen::Reveal(_) => screens::reveal::press(model, press),
        Screen::Settings(_) => settings::press(model, press),
        Screen::Help(_) => help::press(model, press),
        Screen::CoverNotes(_) => Vec::new(),
    };
    if matches!(effects[..], [Effect::Quit]) { quit(model, leaving, now) } else { effects }
}

/// Leaves at once where nothing is under way, else when asked a second time.
fn quit(model: &mut Model, again: bool, now: &Moment) -> Vec<Effect> {
    let under_way = model.active_visit.as_ref().is_some_and(|run| !run.visit.is_over() || !run.is_saved());
    if again || !under_way {
        return practise::rest(model, now).into_iter().chain([Effect::Quit]).collect();
    }
    model.leaving = true;
    let unsaved = model.active_visit.as_ref().is_some_and(|run| run.trouble.is_some());
    model.notice = Some(Notice::Said(if unsaved { "app-notice-leaving-unsaved" } else { "app-notice-leaving" }));
    Vec::new()
}

/// Returns whether letters are typed rather than obeyed.
fn is_typing(screen: &Screen) -> bool {
    match screen {
        Screen::Visit(screen) => screen.context() == Context::Typing,
        Screen::NewVisit(before) => before.is_typing(),
        Screen::Settings(settings) => settings.is_typing(),
        Screen::Class(class) => class.is_typing(),
        Screen::Practise(practise) => practise.name.is_some(),
        Screen::Results(results) => results.is_typing(),
        Screen::Past(_) | Screen::CoverNotes(_) => true,
        _ => false,
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    match &mut model.screen {
        Screen::Visit(_) => return visit::paste(model, text),
        Screen::CoverNotes(_) => return cover_notes::paste(model, text),
        Screen::NewVisit(_) => new_visit::paste(model, text),
        Screen::Settings(_) => settings::paste(model, text),
        Screen::Class(_) => class::paste(model, text),
        Screen::Practise(_) => practise::paste(model, text),
        Screen::Results(_) => results::filter::paste(model, text),
        _ => {}
    }
    Vec::new()
}

/// Takes a click: on a row it brings the cursor there, and opens it if it stood there already.
fn pointed(model: &mut Model, target: Target, now: &Moment) -> Vec<Effect> {
    let row = match (target, &mut model.screen) {
        (Target::Row(row), Screen::Reveal(screen)) => {
            screen.cursor.selected = row;
            return Vec::new();
        }
        (_, Screen::Visit(_)) => return visit::pointed(model, target, now),
        (Target::Command(command), _) => {
            return press_of(model, command).map_or_else(Vec::new, |press| key(model, press, now));
        }
        (Target::Row(row), Screen::Results(screen)) => {
            let Some(cursor) = screen.cursor_mut() else { return Vec::new() };
            let again = std::mem::replace(&mut cursor.selected, row) == row && screen.form.is_none();
            return if again { key(model, KeyPress::from(Key::Enter), now) } else { Vec::new() };
        }
        (Target::Row(row), Screen::Class(screen)) => {
            let again = screen.cursor_mut().is_some_and(|cursor| std::mem::replace(&mut cursor.selected, row) == row);
            return if again { key(model, KeyPress::from(Key::Enter), now) } else { Vec::new() };
        }
        (Target::Row(row), Screen::Present(screen)) => {
            let cursor = screen.open.as_mut().map_or(&mut screen.library, |open| &mut open.items);
            let again = std::mem::replace(&mut cursor.selected, row) == row;
            return if again { key(model, KeyPress::from(Key::Enter), now) } else { Vec::new() };
        }
        (Target::Tab(tab), Screen::Results(screen)) => {
            screen.turn_to(tab);
            return Vec::new();
        }
        (target, Screen::Replay(_)) => return replay::pointed(model, target, now),
        (Target::Tab(_) | Target::Time(_), _) => return Vec::new(),
        (Target::Row(row), _) => row,
    };
    let (Screen::Home(home::Home { cursor, .. })
    | Screen::Review(review::Review { cursor, .. })
    | Screen::Finished(finished::Finished { cursor, .. })
    | Screen::Past(past::Past { cursor, .. })
    | Screen::Practise(practise::PractiseScreen { cursor, name: None, .. })
    | Screen::Training(training::Training { cursor })
    | Screen::Settings(SettingsScreen { cursor, .. })
    | Screen::Checklists(checklists::Checklists { cursor, open: None })) = &mut model.screen
    else {
        return Vec::new();
    };
    if std::mem::replace(&mut cursor.selected, row) == row {
        return key(model, KeyPress::from(Key::Enter), now);
    }
    Vec::new()
}

/// Returns the key that does a command here.
fn press_of(model: &Model, command: Command) -> Option<KeyPress> {
    let shown = model.keymap.shown(context(model), command).or_else(|| model.keymap.shown(Context::List, command));
    shown.map(|shown| shown.press)
}

/// Returns where keys go.
fn context(model: &Model) -> Context {
    match &model.screen {
        Screen::Visit(screen) => screen.context(),
        Screen::CoverNotes(_) => Context::CoverNotes,
        Screen::Review(_) => Context::Review,
        Screen::Home(home) if home.asked.is_some() => Context::Confirm,
        Screen::Home(_) => Context::Home,
        Screen::VisitDetails(_) => Context::Session,
        Screen::Present(screen) if screen.open.is_some() => Context::Present,
        Screen::Class(screen) if screen.open.is_some() && !screen.is_typing() => Context::Class,
        Screen::Replay(screen) if screen.items.is_none() => Context::Replay,
        Screen::Results(results) if results.exporting => Context::Exporting,
        Screen::Results(results) if results.form.is_none() => Context::Results,
        _ => Context::List,
    }
}

/// Tries again what the disk refused.
fn tick(model: &mut Model) -> Vec<Effect> {
    match &model.active_visit {
        Some(run) if run.trouble.is_some() && run.visit.is_over() => vec![Effect::Complete],
        Some(run) if run.trouble.is_some() => vec![Effect::Retry],
        _ => Vec::new(),
    }
}

fn act(model: &mut Model, action: &Action, now: &Moment) -> Vec<Effect> {
    let effects = answers::act(model, action, now);
    let over = model.active_visit.as_ref().is_some_and(|run| run.visit.is_over());
    if over && !effects.is_empty() {
        model.screen = Screen::Finished(finished::Finished::default());
        return effects.into_iter().chain([Effect::Complete]).collect();
    }
    effects
}

fn saved(model: &mut Model, seq: u64) -> Vec<Effect> {
    if let Some(run) = &mut model.active_visit {
        run.saved = run.saved.max(seq);
        run.trouble = None;
    }
    Vec::new()
}

fn completed(model: &mut Model, path: PathBuf) -> Vec<Effect> {
    if let Some(run) = &mut model.active_visit {
        run.trouble = None;
        run.saved = run.visit.state().last_seq();
    }
    if let Screen::Finished(finished) = &mut model.screen {
        finished.path = Some(path);
    }
    Vec::new()
}

/// Takes an unfinished visit up again.
fn take_up(model: &mut Model, opened: Opened, now: &Moment) -> Vec<Effect> {
    let Opened { mut visit, draft, mended, play } = opened;
    let saved = visit.state().last_seq();
    let before = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
    let events = visit.resume(&model.environment.program, now).to_vec();
    let gone = play.is_none() && visit.state().started().is_some_and(|(started, _)| started.scenario.is_some());
    let mended = mended.as_ref().map(JournalRepair::message);
    let gone = gone.then(|| ("practise-gone", Vec::new()));
    let told: Vec<_> =
        mended.or(gone).into_iter().chain(timers_after_restart::message(&visit, before, &events, model.lang)).collect();
    model.notice = (!told.is_empty()).then_some(Notice::Several(told));
    let run = ActiveVisit { visit, saved, trouble: None, draft, play };
    model.show(Screen::Visit(VisitScreen::new(&run)));
    model.active_visit = Some(run);
    vec![Effect::Append(events)]
}

fn past_visits(model: &mut Model, visits: Vec<PastVisit>, done: bool) -> Vec<Effect> {
    match model.shown() {
        Screen::Past(past) => past.add(visits, done),
        Screen::VisitDetails(VisitDetails { from: From::Past(past), .. }) => past.add(visits, done),
        Screen::Replay(screen) => {
            if let From::Past(past) = &mut screen.behind.from {
                past.add(visits, done);
            }
        }
        _ => {}
    }
    Vec::new()
}
