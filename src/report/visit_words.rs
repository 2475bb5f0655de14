//! The words of a visit in one language: answers, events, times, points. Used by every front end and every document.

use super::number_format::NumberFormat;
use crate::text::{Arg, Texts};
use crate::visit::checklist::Relation;
use crate::visit::event::{Body, HeaderFact, LATE_MS};
use crate::visit::replay::{Gap, GapReason, Order, ReplayStep};
use crate::visit::score::{self, AnswerRow, ScoreStatus};
use crate::visit::{Event, Item, Kind, Response, Stamp, Value, Visit};

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
        (Response::Number { .. }, value) => amount(texts, &item.response, value.as_number().unwrap_or_default()),
        (_, value) => value.to_string(),
    }
}

/// Formats a number that is compared with answers, with their unit.
pub fn amount(texts: &Texts, response: &Response, number: f64) -> String {
    let digits = texts.recorded(number);
    match response {
        Response::Number { unit: Some(unit), .. } => format!("{digits}\u{a0}{}", unit.get(texts.lang())),
        Response::Timer { .. } => format!("{digits}\u{a0}s"),
        _ => digits,
    }
}

/// Returns what is said of a number outside the limits of a response: its author's message, or else the limits.
pub fn limits(texts: &Texts, response: &Response) -> Option<String> {
    let Response::Number { min, max, message, .. } = response else { return None };
    if let Some(message) = message {
        return Some(message.get(texts.lang()).to_owned());
    }
    let bound = |number: &f64| Arg::from(amount(texts, response, *number));
    match (min, max) {
        (Some(min), Some(max)) => Some(texts.with("limits-between", &[("min", bound(min)), ("max", bound(max))])),
        (Some(min), None) => Some(texts.with("limits-at-least", &[("min", bound(min))])),
        (None, Some(max)) => Some(texts.with("limits-at-most", &[("max", bound(max))])),
        (None, None) => None,
    }
}

/// Formats an event: its type, its content, and if requested its item.
pub fn event(texts: &Texts, visit: &Visit, event: &Event, with_item: bool) -> String {
    let item =
        event.body.item().and_then(|id| visit.definition().position(id)).map(|index| visit.definition().item(index));
    let detail = match &event.body {
        Body::Answered { value: answer, .. } => item.map(|item| value(texts, item, answer)),
        Body::Noted { text, .. } => Some(text.clone()),
        Body::Reopened { by, reason } | Body::Voided { by, reason } => Some(format!("{by} · {reason}")),
        Body::HeaderChanged(fact) => Some(header_fact(texts, fact)),
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

/// Formats a fact about a visit; empty for a remark that was removed.
pub fn header_fact(texts: &Texts, fact: &HeaderFact) -> String {
    match fact {
        HeaderFact::Site(site) => site.label().to_owned(),
        HeaderFact::Observer(observer) => observer.label().to_owned(),
        HeaderFact::Kind(kind) => texts.get(kind_id(*kind)).to_owned(),
        HeaderFact::Remark(remark) => remark.clone(),
    }
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
        Body::HeaderChanged(HeaderFact::Site(_)) => "event-site-changed",
        Body::HeaderChanged(HeaderFact::Observer(_)) => "event-observer-changed",
        Body::HeaderChanged(HeaderFact::Kind(_)) => "event-kind-changed",
        Body::HeaderChanged(HeaderFact::Remark(_)) => "event-remark-changed",
        Body::Paused { .. } => "event-paused",
        Body::Unpaused { .. } => "event-unpaused",
        Body::Resumed(_) => "event-resumed",
        Body::ClockShifted { .. } => "event-clock-shifted",
        Body::Undone { .. } => "event-undone",
        Body::Redone { .. } => "event-redone",
        Body::Finished => "event-finished",
        Body::Abandoned => "event-abandoned",
        Body::Reopened { .. } => "event-reopened",
        Body::Voided { .. } => "event-voided",
    }
}

/// Formats a percentage, or a dash if there is none.
pub fn percent(texts: &Texts, percent: Option<f64>) -> String {
    percent.map_or_else(|| "–".to_owned(), |percent| texts.percent(percent))
}

/// Formats the share of the whole score that a section or an attitude makes.
pub fn share_of_score(texts: &Texts, share: f64) -> String {
    texts.with("score-share", &[("share", NumberFormat { texts }.whole_percent(share).into())])
}

/// Formats the name of a section or an attitude with its share of the whole score, if it has one.
pub fn with_share(texts: &Texts, name: String, share: Option<f64>) -> String {
    match share {
        Some(share) => format!("{name} ({})", share_of_score(texts, share)),
        None => name,
    }
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
        ScoreStatus::SetAside | ScoreStatus::UnscoredAnswer => texts.get("app-score-aside").to_owned(),
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
