//! Whether figures can be made of a record: its keys can be shown, its numbers can be added up, its score is that of its
//! rows.

use super::damage::Reason;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};

/// The relative tolerance between two ways of computing a number.
const TOLERANCE: f64 = 1e-9;

/// Validates a record; returns the first field that no figures can be made of.
pub(super) fn validate(record: &Record<'_>) -> Result<(), Reason> {
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
    if !record.rows.iter().all(is_valid_row) {
        return Err(Reason::Field("answers"));
    }
    if is_score_of_rows(record) { Ok(()) } else { Err(Reason::Field("score")) }
}

fn is_valid_row(row: &RecordedAnswer<'_>) -> bool {
    let mut names = [&row.item, &row.section, &row.response].into_iter().chain(&row.attitude).chain(&row.behaviour);
    let chosen = match &row.value {
        RecordedValue::Many(chosen) => chosen.as_slice(),
        _ => &[],
    };
    names.all(|name| is_key(name))
        && chosen.iter().all(|option| is_key(option))
        && [row.weight, row.points, row.possible].into_iter().all(is_amount)
}

/// Returns whether figures can be listed under a text: it is not empty, and nothing in it moves a cursor.
fn is_key(text: &str) -> bool {
    !text.is_empty() && (text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(char::is_control))
}

fn is_amount(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

fn is_score_of_rows(record: &Record<'_>) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE * b.abs().max(1.0);
    let sum = |of: fn(&RecordedAnswer<'_>) -> f64| record.rows.iter().fold(0.0, |sum, row| sum + of(row));
    let percent = (record.possible > 0.0).then(|| 100.0 * record.points / record.possible);
    let percent_fits = match (record.percent, percent) {
        (Some(found), Some(expected)) => near(found, expected),
        (found, expected) => found == expected,
    };
    is_amount(record.points)
        && is_amount(record.possible)
        && near(record.points, sum(|row| row.points))
        && near(record.possible, sum(|row| row.possible))
        && percent_fits
}
