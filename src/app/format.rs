//! Formats values, events and keys in a language; used by all front ends.

use super::key::{Key, KeyPress};
use super::keymap::{Command, Context, Keymap};
use crate::store::{StoreError, rulings};
use crate::text::{Arg, Texts};
use crate::visit::checklist::Relation;
use crate::visit::event::{Body, LATE_MS};
use crate::visit::replay::{Gap, GapReason, Order, ReplayStep};
use crate::visit::score::{self, AnswerRow, ScoreStatus};
use crate::visit::{Event, Item, Kind, Response, Stamp, Value, Visit};

/// Returns a message with text arguments.
pub fn message(texts: &Texts, id: &str, args: &[(&'static str, String)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    texts.with(id, &args)
}

/// Returns an error as a sentence.
#[must_use]
pub fn error_text(texts: &Texts, error: &StoreError) -> String {
    let (id, args) = error.message();
    message(texts, id, &args)
}

/// Returns the name of an answer that has one in the catalogues.
pub fn answer_name<'a>(texts: &'a Texts, item: &Item, value: &Value) -> Option<&'a str> {
    let id = match (&item.response, value.as_text()?) {
        (_, Value::NOT_APPLICABLE) => "value-not-applicable",
        (_, Value::NOT_OBSERVED) => "value-not-observed",
        (Response::Behaviour { .. }, Value::YES) => "value-yes",
        (Response::Behaviour { .. }, Value::PARTLY) => "value-partly",
        (Response::Behaviour { .. }, Value::NO) => "value-no",
        (Response::Timer { .. }, Value::NEVER) => "value-never",
        _ => return None,
    };
    Some(texts.get(id))
}

/// Formats an answer.
pub fn value(texts: &Texts, item: &Item, value: &Value) -> String {
    if let Some(name) = answer_name(texts, item, value) {
        return name.to_owned();
    }
    match (&item.response, value) {
        (Response::Scale { max, .. }, Value::Integer(n)) => format!("{n}/{max}"),
        (Response::Choice { options, .. }, value) => {
            let chosen = options.iter().filter(|option| value.matches(&Value::text(&option.id)));
            chosen.map(|option| option.label.get(texts.lang())).collect::<Vec<_>>().join(", ")
        }
        (Response::Timer { .. }, Value::Integer(ms)) => texts.duration(u64::try_from(*ms).unwrap_or(0)),
        (Response::Number { unit }, value) => {
            let number = value.as_number().unwrap_or_default();
            let places = if number.fract() == 0.0 { 0 } else { 2 };
            let number = texts.decimal(number, places);
            match unit {
                Some(unit) => format!("{number}\u{a0}{}", unit.get(texts.lang())),
                None => number,
            }
        }
        (_, value) => value.to_string(),
    }
}

/// Formats a key as it is labelled on a keyboard of the language.
pub fn key(texts: &Texts, press: KeyPress) -> String {
    let name = match press.key {
        Key::Char(' ') => texts.get("app-name-space").to_owned(),
        Key::Char(c) => c.to_uppercase().to_string(),
        Key::F(n) => format!("F{n}"),
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
        Key::Left => "←".to_owned(),
        Key::Right => "→".to_owned(),
        Key::Enter => texts.get("app-name-enter").to_owned(),
        Key::Esc => texts.get("app-name-esc").to_owned(),
        Key::Tab => texts.get("app-name-tab").to_owned(),
        Key::BackTab => texts.get("app-name-back-tab").to_owned(),
        Key::Backspace => texts.get("app-name-backspace").to_owned(),
        Key::Delete => texts.get("app-name-delete").to_owned(),
        Key::Home => texts.get("app-name-home").to_owned(),
        Key::End => texts.get("app-name-end").to_owned(),
        Key::PageUp => texts.get("app-name-page-up").to_owned(),
        Key::PageDown => texts.get("app-name-page-down").to_owned(),
    };
    match (press.ctrl, press.alt) {
        (true, _) => format!("Ctrl+{name}"),
        (_, true) => format!("Alt+{name}"),
        _ => name,
    }
}

/// Formats the key of a command; empty if it has none.
pub fn command_key(texts: &Texts, keymap: &Keymap, context: Context, command: Command) -> String {
    keymap.shown(context, command).map_or_else(String::new, |shown| key(texts, shown.press))
}

/// Formats an event: its type, its content, and if requested its item.
pub fn event(texts: &Texts, visit: &Visit, event: &Event, with_item: bool) -> String {
    let item =
        event.body.item().and_then(|id| visit.definition().position(id)).map(|index| visit.definition().item(index));
    let detail = match &event.body {
        Body::Answered { value: answer, .. } => item.map(|item| value(texts, item, answer)),
        Body::Noted { text, .. } => Some(text.clone()),
        Body::Marked { text } | Body::Paused { reason: text } | Body::Unpaused { reason: text } => text.clone(),
        Body::Undone { undoes: seq } | Body::Redone { redoes: seq } => {
            let target = visit.event(*seq).filter(|target| target.seq < event.seq);
            Some(target.map_or_else(|| seq.to_string(), |target| self::event(texts, visit, target, with_item)))
        }
        Body::ClockShifted { by_ms } => {
            let sign = if *by_ms < 0 { "-" } else { "+" };
            Some(format!("{sign}{}", texts.duration(by_ms.unsigned_abs())))
        }
        _ => None,
    };
    let what = texts.get(event_id(&event.body)).to_owned();
    let late = event.memory_age_ms();
    let late = (late >= LATE_MS).then(|| texts.with("event-late", &[("duration", texts.duration(late).into())]));
    let item = item.filter(|_| with_item).map(|item| item.label.get(texts.lang()).to_owned());
    [Some(what), detail, late, item]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Formats a step of a replay. A late entry also shows when it was observed, or in the order of happening, recorded.
pub fn step(texts: &Texts, visit: &Visit, step: &ReplayStep, order: Order) -> String {
    let Some(event) = visit.events().get(step.event) else { return String::new() };
    let what = self::event(texts, visit, event, true);
    let Some(seen) = step.seen else { return what };
    let (id, at) = match order {
        Order::Recorded => ("replay-seen", seen),
        Order::Happened => ("replay-entered", event.at),
    };
    texts.with(id, &[("what", what.into()), ("at", time_of_day(at).into())])
}

/// Returns the wall-clock time of a step: when it was recorded, or in the order of happening, observed.
pub fn step_time(visit: &Visit, step: &ReplayStep, order: Order) -> String {
    let recorded = visit.events().get(step.event).map(|event| event.at);
    let at = if order == Order::Happened { step.seen.or(recorded) } else { recorded };
    at.map(time_of_day).unwrap_or_default()
}

/// Formats a gap: a pause, or a time in which the program was not running.
pub fn gap(texts: &Texts, gap: &Gap) -> String {
    let id = match gap.why {
        GapReason::Paused => "replay-gap-paused",
        GapReason::Closed => "replay-gap-closed",
    };
    texts.with(id, &[("duration", texts.duration(gap.ms()).into())])
}

/// Formats the speed of a replay.
pub fn speed(texts: &Texts, speed: f64) -> String {
    if !(0.001..1e9).contains(&speed) {
        return format!("×{speed:e}");
    }
    let places = (0..3).zip([1.0, 10.0, 100.0]).find(|(_, tens)| (speed * tens).fract() == 0.0);
    format!("×{}", texts.decimal(speed, places.map_or(3, |(places, _)| places)))
}

/// Formats the local time of day.
pub fn time_of_day(at: Stamp) -> String {
    at.civil().strftime("%H:%M:%S").to_string()
}

fn event_id(body: &Body) -> &'static str {
    match body {
        Body::Started(_) => "event-started",
        Body::Answered { .. } => "event-answered",
        Body::Cleared { .. } => "event-cleared",
        Body::Noted { .. } => "event-noted",
        Body::Marked { .. } => "event-marked",
        Body::MarkBound { .. } => "event-mark-bound",
        Body::Counted { .. } => "event-counted",
        Body::TimerStarted { .. } => "event-timer-started",
        Body::TimerStopped { .. } => "event-timer-stopped",
        Body::TimerNever { .. } => "event-timer-never",
        Body::Paused { .. } => "event-paused",
        Body::Unpaused { .. } => "event-unpaused",
        Body::Resumed(_) => "event-resumed",
        Body::ClockShifted { .. } => "event-clock-shifted",
        Body::Undone { .. } => "event-undone",
        Body::Redone { .. } => "event-redone",
        Body::Finished => "event-finished",
        Body::Abandoned => "event-abandoned",
    }
}

/// Formats a percentage, or a dash if there is none.
pub fn percent(texts: &Texts, percent: Option<f64>) -> String {
    percent.map_or_else(|| "–".to_owned(), |percent| texts.percent(percent))
}

/// Formats the points earned and possible of a row, or a dash if it has none.
pub fn points(texts: &Texts, row: &AnswerRow) -> String {
    if row.possible == 0.0 && row.points == 0.0 {
        return "–".to_owned();
    }
    format!("{} / {}", texts.decimal(row.points, 2), texts.decimal(row.possible, 2))
}

/// Formats a row's answer with its weight, or with the reason why it does not count.
pub fn score_explanation(texts: &Texts, item: &Item, row: &AnswerRow) -> String {
    let Some(answer) = &row.value else { return texts.get("value-unanswered").to_owned() };
    let answer = value(texts, item, answer);
    let score_status = match score::score_status(item, row.value.as_ref()) {
        ScoreStatus::Scored => texts.with("app-score-weight", &[("weight", texts.decimal(row.weight, 1).into())]),
        ScoreStatus::Bonus => texts.get("app-score-bonus").to_owned(),
        ScoreStatus::Unscored => texts.get("app-score-unscored").to_owned(),
        ScoreStatus::SetAside => texts.get("app-score-aside").to_owned(),
        ScoreStatus::Unanswered => return answer,
    };
    let critical = if row.critical { format!(" · {}", texts.get("app-score-critical")) } else { String::new() };
    format!("{answer} · {score_status}{critical}")
}

/// Returns the message id of a kind's name.
pub fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::MysteryVisit => "kind-mystery-visit",
        Kind::SelfAudit => "kind-self-audit",
        Kind::Training => "kind-training",
    }
}

/// Returns the message id of a relation's name.
pub fn relation_id(relation: Relation) -> &'static str {
    match relation {
        Relation::Customer => "relation-customer",
        Relation::Management => "relation-management",
        Relation::Internal => "relation-internal",
    }
}

/// The keys of a guide, in order, with the message ids of their headings.
const GUIDE: [(&str, &str); 4] =
    [("how", "app-guide-how"), ("yes", "value-yes"), ("partly", "value-partly"), ("no", "value-no")];

/// Returns the entries of an item's guide as heading and text, in the order of the answers.
pub fn guide<'a>(texts: &Texts, item: &'a Item) -> Vec<(String, &'a str)> {
    let lang = texts.lang();
    let named = GUIDE.iter().filter_map(|(key, id)| Some((texts.get(id).to_owned(), item.guide.get(*key)?.get(lang))));
    let options = match &item.response {
        Response::Choice { options, .. } => options.as_slice(),
        _ => &[],
    };
    let chosen = options.iter().filter_map(|o| Some((o.label.get(lang).to_owned(), item.guide.get(&o.id)?.get(lang))));
    let ruling =
        item.guide.get(rulings::RULING_KEY).map(|text| (texts.get("app-guide-ruling").to_owned(), text.get(lang)));
    named.chain(chosen).chain(ruling).map(|(heading, text)| (capital(&heading), text)).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
