//! What a key does to the item in front: answers, tallies, timers, and the lines in which they are typed.

use super::chooser::{Chooser, Outcome};
use super::entry::{Entry, Purpose};
use super::visit::{Mode, VisitScreen, leave_for_review};
use crate::app::active_visit::ActiveVisit;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::visit::event::Body;
use crate::visit::{Action, Moment, Response, Seen, TimerPress, Value, Visit};

/// Answers the item in front, and goes on to the next open one.
pub(super) fn answer(model: &mut Model, value: Value, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &mut model.active_visit) else { return Vec::new() };
    let item = screen.item;
    let seen = screen.seen.take();
    match run.act(&Action::Answer { item, value, seen }, now) {
        Ok(events) => {
            go_on(screen, run, &mut model.notice);
            leave_for_review(model);
            vec![Effect::Append(events)]
        }
        Err(refusal) => {
            screen.seen = seen;
            model.notice = Some(Notice::Refused(refusal));
            Vec::new()
        }
    }
}

/// Does something that leaves the cursor where it is.
pub fn act(model: &mut Model, action: &Action, now: &Moment) -> Vec<Effect> {
    let Some(run) = &mut model.active_visit else { return Vec::new() };
    match run.act(action, now) {
        Ok(events) => {
            if matches!(action, Action::Mark(_)) {
                model.notice = Some(Notice::Said("app-notice-marked"));
            }
            vec![Effect::Append(events)]
        }
        Err(refusal) => {
            model.notice = Some(Notice::Refused(refusal));
            Vec::new()
        }
    }
}

/// Undoes or redoes, and brings the item concerned in front.
pub(super) fn step_back(model: &mut Model, action: &Action, now: &Moment) -> Vec<Effect> {
    let seq = model.active_visit.as_ref().and_then(|run| match action {
        Action::Undo => run.visit.state().undoable(),
        _ => run.visit.state().redoable(),
    });
    let effects = act(model, action, now);
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return effects };
    if let Some(seq) = seq {
        let id = if *action == Action::Undo { "app-notice-undone" } else { "app-notice-redone" };
        model.notice = Some(Notice::Event(id, seq));
    }
    let event = seq.and_then(|seq| run.visit.events().get(usize::try_from(seq).ok()?.checked_sub(1)?));
    if let Some(body) = event.map(|event| &event.body)
        && let Some(index) = body.item().and_then(|item| run.visit.definition().position(item))
        && run.visit.state().applies(index)
    {
        screen.item = index;
        // An answer that is back needs no other: the next key is for the item after it.
        let judged = matches!(body, Body::Answered { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. });
        if judged && *action == Action::Redo {
            go_on(screen, run, &mut model.notice);
        }
    }
    effects
}

pub(super) fn timer(model: &mut Model, item: usize, press: TimerPress, now: &Moment) -> Vec<Effect> {
    let Screen::Visit(screen) = &mut model.screen else { return Vec::new() };
    let seen = screen.seen.take();
    let effects = act(model, &Action::Timer { item, press, seen }, now);
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return effects };
    if !effects.is_empty() && press != TimerPress::Start && item == screen.item {
        go_on(screen, run, &mut model.notice);
    }
    effects
}

/// Goes on from the item just answered to the next open one; the row just judged stays in sight.
pub(super) fn go_on(screen: &mut VisitScreen, run: &ActiveVisit, notice: &mut Option<Notice>) {
    let item = screen.item;
    if run.visit.misses_note(item) {
        screen.wants_note = Some(item);
        *notice = Some(Notice::Keyed("app-notice-note-needed", Context::Visit, Command::Note));
    }
    match run.visit.next_open(item) {
        Some(next) if next > item => screen.item = next,
        // The review that follows shows what is left.
        _ if notice.is_some() || screen.from_review => {}
        open => {
            let id = if open.is_some() { "app-notice-list-end" } else { "app-notice-last-item" };
            *notice = Some(Notice::Keyed(id, Context::Visit, Command::Finish));
        }
    }
}

/// Returns the timer that the timer key drives, and how: the item in front, or else the first one that runs.
pub(super) fn timer_for(visit: &Visit, item: usize) -> Option<(usize, TimerPress)> {
    let running = |index: usize| visit.state().item(index).is_some_and(|state| state.running_since_ms.is_some());
    if matches!(visit.definition().item(item).response, Response::Timer { .. }) {
        return Some((item, if running(item) { TimerPress::Stop } else { TimerPress::Start }));
    }
    (0..visit.definition().len())
        .find(|&index| visit.state().applies(index) && running(index))
        .map(|i| (i, TimerPress::Stop))
}

/// Opens what the item in front is answered with.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return Vec::new() };
    let item = screen.item;
    let value = run.visit.state().answer(item).map(|answer| answer.value.clone());
    let definition = run.visit.definition().clone();
    match &definition.item(item).response {
        Response::Count { .. } | Response::Number { .. } | Response::Timer { .. } => {
            open_entry(model, Purpose::Answer, "")
        }
        Response::Text {} => {
            let text = value.filter(|value| !value.is_set_aside()).map_or_else(String::new, |value| value.to_string());
            open_entry(model, Purpose::Answer, &text)
        }
        response => {
            screen.mode = Mode::Choosing(Chooser::new(response, value.as_ref()));
            Vec::new()
        }
    }
}

/// Takes a digit as the beginning of an answer.
pub(super) fn digit(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run), Some(digit)) = (&mut model.screen, &model.active_visit, press.key.digit())
    else {
        return Vec::new();
    };
    let definition = run.visit.definition().clone();
    match &definition.item(screen.item).response {
        response @ (Response::Scale { .. } | Response::Choice { .. }) => {
            let mut chooser = Chooser::new(response, None);
            let outcome = chooser.digit(digit);
            screen.mode = Mode::Choosing(chooser);
            if let Some(Outcome::Chosen(value)) = outcome {
                screen.mode = Mode::Items;
                return answer(model, value, now);
            }
            Vec::new()
        }
        Response::Count { .. } | Response::Number { .. } | Response::Timer { .. } => {
            open_entry(model, Purpose::Answer, &digit.to_string())
        }
        _ => Vec::new(),
    }
}

pub(super) fn open_entry(model: &mut Model, purpose: Purpose, text: &str) -> Vec<Effect> {
    if let Screen::Visit(screen) = &mut model.screen {
        screen.mode = Mode::Entry(Entry { purpose, field: TextInput::line(text) });
    }
    Vec::new()
}

pub(super) fn keep_entry(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return Vec::new() };
    let Mode::Entry(entry) = &screen.mode else { return Vec::new() };
    let text = entry.field.text().trim().to_owned();
    match entry.purpose {
        Purpose::PauseReason => {
            screen.mode = Mode::Items;
            act(model, &Action::Pause(Some(text)), now)
        }
        Purpose::Ago => match super::entry::ago_ms(&text) {
            Some(ms) if run.real_ms(ms) <= run.visit.elapsed_ms(now) => {
                screen.seen = (ms > 0).then_some(Seen::Ago(run.real_ms(ms)));
                screen.mode = Mode::Items;
                Vec::new()
            }
            Some(_) => say(model, "refusal-too-early"),
            None => say(model, "app-notice-ago-form"),
        },
        Purpose::Answer if text.is_empty() => {
            screen.mode = Mode::Items;
            Vec::new()
        }
        Purpose::Answer => {
            let response = &run.visit.definition().item(screen.item).response;
            match super::entry::value(response, &text).map(|value| run.kept(response, value)) {
                Some(value) => {
                    screen.mode = Mode::Items;
                    answer(model, value, now)
                }
                None if matches!(response, Response::Count { .. }) => say(model, "app-notice-count-form"),
                None => say(model, "app-notice-number-form"),
            }
        }
    }
}

pub(super) fn say(model: &mut Model, id: &'static str) -> Vec<Effect> {
    model.notice = Some(Notice::Said(id));
    Vec::new()
}
