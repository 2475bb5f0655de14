//! Whether a record can be reckoned with: its keys can be shown, its numbers can be added up, its score is theirs.

use super::damage::Reason;
use super::fields::Fields;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};

/// How far apart two ways of reckoning the same number may be.
const TOLERANCE: f64 = 1e-9;

/// Judges what was read.
///
/// # Errors
/// What is wrong with it, by the name of the first field concerned.
pub(super) fn check(fields: &Fields<'_>) -> Result<(), Reason> {
    let record = &fields.record;
    let keys = [
        ("id", &record.id),
        ("site", &record.site),
        ("observer", &record.observer),
        ("checklist", &record.checklist),
        ("version", &record.version),
        ("digest", &record.digest),
    ];
    if let Some((field, _)) = keys.iter().find(|(_, key)| !is_key(key)) {
        return Err(Reason::Field(field));
    }
    if record.group.as_ref().is_some_and(|group| !is_key(group)) {
        return Err(Reason::Field("group"));
    }
    if record.scenario.as_ref().is_some_and(|scenario| !is_key(&scenario.id) || !scenario.has_valid_speed()) {
        return Err(Reason::Field("scenario"));
    }
    if !fields.rows_have_keys || !record.rows.iter().all(is_row) {
        return Err(Reason::Field("answers"));
    }
    if is_score(record) { Ok(()) } else { Err(Reason::Field("score")) }
}

fn is_row(row: &RecordedAnswer<'_>) -> bool {
    let chosen = match &row.value {
        RecordedValue::Many(chosen) => chosen.iter().all(|option| is_key(option)),
        _ => true,
    };
    chosen && is_amount(row.weight) && is_amount(row.points) && is_amount(row.possible)
}

/// Tells whether figures can be listed under a text: there is one, and nothing in it moves a cursor.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && (text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(char::is_control))
}

fn is_amount(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

/// Tells whether the score is that of the rows.
fn is_score(record: &Record<'_>) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE * b.abs().max(1.0);
    let sum = |of: fn(&RecordedAnswer<'_>) -> f64| record.rows.iter().fold(0.0, |sum, row| sum + of(row));
    let percent = (record.possible > 0.0).then(|| 100.0 * record.points / record.possible);
    let percent_fits = match (record.percent, percent) {
        (Some(found), Some(follows)) => near(found, follows),
        (found, follows) => found == follows,
    };
    is_amount(record.points)
        && is_amount(record.possible)
        && near(record.points, sum(|row| row.points))
        && near(record.possible, sum(|row| row.possible))
        && percent_fits
}
