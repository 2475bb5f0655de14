//! Whether figures can be made of a record: it has its ids, its numbers can be added up, its score is that of its rows.

use super::damage::Reason;
use crate::visit::checklist::MAX_SHARE;
use crate::visit::record::{Record, RecordedAnswer};

/// The relative tolerance between two ways of computing a number.
const TOLERANCE: f64 = 1e-9;

/// Validates a record; returns the first field that no figures can be made of.
pub(super) fn validate(record: &Record<'_>) -> Result<(), Reason> {
    let ids = [
        ("id", &record.id),
        ("site", &record.site),
        ("observer", &record.observer),
        ("checklist", &record.checklist),
        ("version", &record.version),
        ("digest", &record.digest),
    ];
    if let Some((field, _)) = ids.iter().find(|(_, id)| id.is_empty()) {
        return Err(Reason::Field(field));
    }
    if record.scenario.as_ref().is_some_and(|scenario| !scenario.has_valid_speed()) {
        return Err(Reason::Field("scenario"));
    }
    if !record.rows.iter().all(is_valid_row) {
        return Err(Reason::Field("answers"));
    }
    if is_score_of_rows(record) { Ok(()) } else { Err(Reason::Field("score")) }
}

fn is_valid_row(row: &RecordedAnswer<'_>) -> bool {
    ![&row.item, &row.section, &row.response].into_iter().any(|id| id.is_empty())
        && [row.weight, row.points, row.possible].into_iter().all(is_amount)
}

fn is_amount(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

fn is_score_of_rows(record: &Record<'_>) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE * b.abs().max(1.0);
    let sum = |of: fn(&RecordedAnswer<'_>) -> f64| record.rows.iter().fold(0.0, |sum, row| sum + of(row));
    let shares_fit = record.section_shares.iter().all(|(_, share)| *share > 0.0 && *share <= MAX_SHARE);
    let percent_fits = match (record.percent, record.computed_percent()) {
        (Some(found), Some(expected)) => near(found, expected),
        (found, expected) => found == expected,
    };
    is_amount(record.points)
        && is_amount(record.possible)
        && near(record.points, sum(|row| row.points))
        && near(record.possible, sum(|row| row.possible))
        && shares_fit
        && percent_fits
}
