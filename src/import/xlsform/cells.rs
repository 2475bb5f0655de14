//! The cells of this program's own columns.

use crate::import::words::{ATTITUDES, MARKED, UNMARKED, UNSCORED};
use crate::text::Lang;
use crate::text::names::fold_name;
use crate::text::typed_number::parse_number;
use crate::visit::checklist::id_from;

/// Parses points: a number, or a word for an answer outside the score, which is returned as `false`.
pub(super) fn points(cell: &str) -> Option<(Option<f64>, bool)> {
    if cell.is_empty() {
        return Some((None, true));
    }
    if UNSCORED.contains(&fold_name(cell).as_str()) {
        return Some((None, false));
    }
    weight(cell).map(|number| (Some(number), true))
}

/// Parses a weight or points, which have a maximum.
pub(super) fn weight(cell: &str) -> Option<f64> {
    number(cell).filter(|number| (0.0..=1e6).contains(number))
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
    parse_number(cell.trim_end_matches('%'), Lang::Fr).ok().filter(|percent| (0.0..=100.0).contains(percent))
}

/// Parses a cell that is ticked or not.
pub(super) fn tick(cell: &str) -> Option<bool> {
    let folded = fold_name(cell);
    let is_in = |words: &[&str]| words.contains(&cell) || words.contains(&folded.as_str());
    match () {
        () if is_in(MARKED) => Some(true),
        () if cell.is_empty() || is_in(UNMARKED) => Some(false),
        () => None,
    }
}

/// Returns the attitude that a cell names: one of the program's, in either language, or the author's own.
pub(super) fn attitude(cell: &str) -> Option<String> {
    let folded = fold_name(cell);
    let known = ATTITUDES.iter().find(|(_, words)| words.contains(&folded.as_str()));
    let own = || id_from(cell).unwrap_or_else(|| cell.to_owned());
    (!cell.is_empty()).then(|| known.map_or_else(own, |(id, _)| (*id).to_owned()))
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
