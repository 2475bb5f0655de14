//! A line typed during a visit: a number, a text, a time ago, or the reason for a pause.

use crate::app::active_visit::ActiveVisit;
use crate::app::format::time_of_day;
use crate::app::shared::Notice;
use crate::app::text_input::TextInput;
use crate::text::Lang;
use crate::text::currency::is_in_unit;
use crate::text::typed_duration::{TypedTime, parse_duration_ms, parse_time};
use crate::text::typed_number::{InputProblem, currency, parse_amount};
use crate::visit::engine::accepts;
use crate::visit::time_seen::OutsideVisit;
use crate::visit::{Moment, ObservedTime, Refusal, Response, Value, Visit};

/// A line being typed.
#[derive(Debug)]
pub struct LineEntry {
    /// What the line is for.
    pub purpose: EntryPurpose,
    pub field: TextInput,
}

/// What a typed line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPurpose {
    /// The answer to the selected item.
    Answer,
    /// How long ago the next answer was observed.
    Ago,
    /// The reason for a pause.
    PauseReason,
}

/// Parses a typed answer to an item.
///
/// # Errors
/// Returns the notice that says what can be typed.
pub fn parse_answer(visit: &Visit, item: usize, text: &str, lang: Lang) -> Result<Value, Notice> {
    let response = &visit.definition().item(item).response;
    let form = match response {
        Response::Count { .. } => "app-notice-count-form",
        Response::Timer { .. } => "app-notice-duration-form",
        _ => "app-notice-number-form",
    };
    typed_value(response, text, lang).map_err(|problem| match problem {
        InputProblem::OutsideLimits => Notice::OutsideLimits(item),
        problem => problem_notice(&problem, text, form),
    })
}

/// Parses a typed answer that is a text, a number or a duration.
///
/// # Errors
/// Fails if the item does not take the answer or its currency, a number is outside its limits or can be read as two that
/// it takes.
pub fn typed_value(response: &Response, text: &str, lang: Lang) -> Result<Value, InputProblem> {
    if !matches!(response, Response::Text {}) {
        check_currency(response, text, lang)?;
    }
    let refused = match response {
        Response::Number { .. } => InputProblem::OutsideLimits,
        _ => InputProblem::Invalid,
    };
    let accepted = |value: Value| if accepts(response, &value) { Ok(value) } else { Err(refused.clone()) };
    match response {
        Response::Text {} => accepted(Value::text(text)),
        #[expect(clippy::cast_precision_loss, reason = "durations are shorter than 2^53 milliseconds")]
        Response::Timer { .. } => accepted(Value::number(parse_duration_ms(text, lang)? as f64)),
        _ => match parse_amount(text, lang).map(|amount| amount.number) {
            Err(InputProblem::Ambiguous { thousands, decimal }) => {
                // A tally has no decimals, so that only one of the two readings remains.
                let readings = [&thousands, &decimal].map(|text| text.parse().ok().map(Value::number));
                let mut valid = readings.into_iter().flatten().filter(|value| accepts(response, value));
                match (valid.next(), valid.next()) {
                    (Some(value), None) => Ok(value),
                    (Some(_), Some(_)) => Err(InputProblem::Ambiguous { thousands, decimal }),
                    (None, _) => Err(refused),
                }
            }
            number => accepted(Value::number(number?)),
        },
    }
}

/// Fails if a typed number has a currency that the item is not counted in; one without a unit may be any.
fn check_currency(response: &Response, text: &str, lang: Lang) -> Result<(), InputProblem> {
    let Some(currency) = currency(text)? else { return Ok(()) };
    match response {
        Response::Number { unit: None, .. } => Ok(()),
        Response::Number { unit: Some(unit), .. }
            if Lang::ALL.iter().any(|lang| is_in_unit(&currency, unit.get(*lang))) =>
        {
            Ok(())
        }
        Response::Number { unit: Some(unit), .. } => Err(InputProblem::OtherUnit(unit.get(lang).to_owned())),
        _ => Err(InputProblem::Currency),
    }
}

/// Returns the notice for text that is not used; `form` is the message that says what can be typed.
pub fn problem_notice(problem: &InputProblem, text: &str, form: &'static str) -> Notice {
    match problem {
        InputProblem::Invalid | InputProblem::OutsideLimits => Notice::Text(form),
        InputProblem::Ambiguous { thousands, decimal } => Notice::With((
            "app-notice-two-readings",
            vec![("text", text.to_owned()), ("thousands", thousands.clone()), ("decimal", decimal.clone())],
        )),
        InputProblem::TooManyDigits => Notice::With(("app-notice-too-many-digits", vec![("text", text.to_owned())])),
        InputProblem::Currency => Notice::With(("app-notice-currency", vec![("text", text.to_owned())])),
        InputProblem::OtherUnit(unit) => {
            Notice::With(("app-notice-other-unit", vec![("text", text.to_owned()), ("unit", unit.clone())]))
        }
    }
}

/// Parses when the next answer was observed; `None` if now.
///
/// # Errors
/// Returns the notice that says what can be typed, or which times the visit has.
pub fn parse_seen(active: &ActiveVisit, text: &str, lang: Lang, now: &Moment) -> Result<Option<ObservedTime>, Notice> {
    let visit = &active.visit;
    match parse_time(text, lang).map_err(|problem| problem_notice(&problem, text, "app-notice-ago-form"))? {
        TypedTime::Ago(ms) => {
            let ms = active.real_ms(ms);
            let is_in_visit = ms <= visit.elapsed_ms(now);
            let seen = (ms > 0).then_some(ObservedTime::Ago(ms));
            if is_in_visit { Ok(seen) } else { Err(Notice::Refused(Refusal::TooEarly)) }
        }
        TypedTime::At(time) => visit.moment_at(time, now).map(Some).map_err(|problem| {
            let typed = ("time", format!("{:02}:{:02}", time.hour, time.minute));
            let start = visit.state().started().map_or(now.wall, |(_, at)| *at);
            Notice::With(match problem {
                OutsideVisit::BeforeStart => {
                    ("app-notice-time-before-start", vec![typed, ("start", time_of_day(start))])
                }
                OutsideVisit::InFuture => ("app-notice-time-in-future", vec![typed, ("now", time_of_day(now.wall))]),
            })
        }),
    }
}
