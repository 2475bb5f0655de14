//! The cells of this program's own columns.

use crate::text::Lang;
use crate::text::names::fold_name;
use crate::text::typed_number::parse_number;

/// Words for an answer outside the score, as [`fold_name`] returns them.
const UNSCORED: &[&str] =
    &["unscored", "non scoring", "not scored", "non scored", "hors note", "hors score", "n a", "na", "x"];

/// Parses points: a number, or a word for an answer outside the score, which is returned as `false`.
pub(super) fn points(cell: &str) -> Option<(Option<f64>, bool)> {
    if cell.is_empty() {
        return Some((None, true));
    }
    if UNSCORED.contains(&fold_name(cell).as_str()) {
        return Some((None, false));
    }
    number(cell).map(|number| (Some(number), true))
}

/// Parses a number with a point or a comma; a percentage is a fraction.
pub(super) fn number(cell: &str) -> Option<f64> {
    // In French, a comma always separates decimals.
    match cell.strip_suffix('%') {
        Some(percent) => parse_number(percent, Lang::Fr).ok().map(|percent| percent / 100.0),
        None => parse_number(cell, Lang::Fr).ok(),
    }
}

/// Parses a share in percent, with or without its sign.
pub(super) fn percent(cell: &str) -> Option<f64> {
    parse_number(cell.trim_end_matches('%'), Lang::Fr).ok()
}

/// Parses a cell that is ticked or not.
pub(super) fn tick(cell: &str) -> Option<bool> {
    match fold_name(cell).as_str() {
        "x" | "yes" | "y" | "oui" | "o" | "true" | "vrai" | "1" => Some(true),
        "" | "no" | "n" | "non" | "false" | "faux" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_numbers_or_outside_the_score() {
        for (cell, expected) in [
            ("", Some((None, true))),
            ("1", Some((Some(1.0), true))),
            ("0,5", Some((Some(0.5), true))),
            ("50%", Some((Some(0.5), true))),
            ("Hors note", Some((None, false))),
            ("non-scoring", Some((None, false))),
            ("many", None),
        ] {
            assert_eq!(points(cell), expected, "{cell}");
        }
        assert_eq!(
            [tick("X"), tick("oui"), tick("FALSE"), tick("perhaps")],
            [Some(true), Some(true), Some(false), None]
        );
        assert_eq!([percent("25 %"), percent("12,5"), percent("a")], [Some(25.0), Some(12.5), None]);
    }
}
