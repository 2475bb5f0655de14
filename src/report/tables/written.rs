//! Numbers as a language writes them, each in its unit.

use super::Unit;
use crate::report::names::Words;

/// Writes an interval in the unit of its figure; a limit that does not exist is left open.
pub fn between(names: &Words<'_>, unit: Unit, lower: Option<f64>, upper: Option<f64>) -> String {
    let limit = |limit: Option<f64>| {
        limit.map_or_else(|| names.get("page-open-limit").to_owned(), |limit| bare(names, unit, limit))
    };
    match (lower, upper) {
        (None, None) => String::new(),
        (lower, upper) => {
            names.texts.with("page-interval", &[("lower", limit(lower).into()), ("upper", limit(upper).into())])
        }
    }
}

/// Writes a number with its unit.
pub fn written(names: &Words<'_>, unit: Unit, number: f64) -> String {
    match unit {
        Unit::Percent => names.texts.percent(number),
        Unit::Share => names.texts.percent(100.0 * number),
        _ => bare(names, unit, number),
    }
}

/// Writes a number without its unit.
fn bare(names: &Words<'_>, unit: Unit, number: f64) -> String {
    match unit {
        Unit::Count | Unit::Behind => names.number(number, 0),
        Unit::Seconds => names.seconds(number),
        Unit::Share => names.number(100.0 * number, 1),
        Unit::Points | Unit::Difference => names.signed(number, 1),
        Unit::SharePoints => names.signed(100.0 * number, 1),
        Unit::Coefficient => names.number(number, 2),
        Unit::Probability if number < 0.001 => format!("<\u{a0}{}", names.number(0.001, 3)),
        Unit::Probability => names.number(number, 3),
        _ => names.number(number, 1),
    }
}
