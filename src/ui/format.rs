//! How values read: names of answers, times, errors.

use super::theme::{Glyph, Role};
pub use crate::app::format::*;
use crate::text::Texts;
use crate::text::clean;
use crate::visit::event::LATE_MS;
use crate::visit::state::{self, Answer};
pub use crate::visit::time::format_clock as clock;
use crate::visit::{Item, Response, Stamp, Value};
use std::borrow::Cow;

/// How an answer shows in a list: its sign, its word, its role.
pub struct Mark<'a> {
    pub sign: Glyph,
    pub word: Cow<'a, str>,
    pub role: Role,
}

/// Returns how an item's answer shows in a list.
pub fn mark<'a>(texts: &'a Texts, item: &Item, answer: Option<&Value>) -> Mark<'a> {
    let Some(answer) = answer else {
        let word = if matches!(item.response, Response::Count { .. }) { "0" } else { "" };
        return Mark { sign: Glyph::Open, word: word.into(), role: Role::Quiet };
    };
    let (sign, role) = sign(answer.as_text());
    let word = answer_name(texts, item, answer).map_or_else(|| value(texts, item, answer).into(), Cow::Borrowed);
    Mark { sign, word, role }
}

/// Returns the sign and the role of an answer that is text, or of another.
pub fn sign(text: Option<&str>) -> (Glyph, Role) {
    match text {
        Some(Value::YES) => (Glyph::Yes, Role::Yes),
        Some(Value::PARTLY) => (Glyph::Partly, Role::Partly),
        Some(Value::NO | Value::NEVER) => (Glyph::No, Role::No),
        Some(Value::NOT_APPLICABLE | Value::NOT_OBSERVED) => (Glyph::Aside, Role::SetAside),
        _ => (Glyph::Value, Role::Text),
    }
}

/// Returns a day and its minute, as wide as the widest.
pub fn day_minute(texts: &Texts, at: Stamp) -> String {
    let at = at.civil();
    format!("{:>11} {}", texts.short_date(at), at.strftime("%H:%M"))
}

/// Returns the time of an answer: when it was observed, where that is known, else when it was recorded.
pub fn seen_at(answer: &Answer) -> String {
    time_of_day(answer.observed_at.unwrap_or(answer.recorded_at))
}

/// Returns how long after it was seen an answer was recorded; none where that is at once.
pub fn late_ms(answer: &Answer) -> Option<u64> {
    Some(answer.memory_age_ms()).filter(|late| *late >= LATE_MS)
}

/// Returns a mark as a line of a list.
pub fn mark_text(mark: &state::Mark) -> String {
    let at = time_of_day(mark.at);
    mark.text.as_ref().map_or_else(|| at.clone(), |text| format!("{at} {}", clean(text)))
}
