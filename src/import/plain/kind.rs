//! The kind of answer that a cell names.

use crate::import::words::{KINDS, Kind};
use crate::text::Lang;
use crate::text::fold_name;
use crate::text::typed_number::parse_number;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A kind of answer, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub(super) kind: Kind,
    /// The least and the greatest number.
    pub(super) range: Option<(f64, f64)>,
    /// The unit of a number.
    pub(super) unit: Option<String>,
}

/// Reads the name of a kind: `oui/non`, `note 0-10`, `nombre 0-100 (€)`; `None` if it is none.
pub(super) fn read(cell: &str) -> Option<Named> {
    let cell = cell.trim();
    if let Some(kind) = known(&fold_name(cell)) {
        return Some(Named { kind, range: None, unit: None });
    }
    let (rest, unit) = match cell.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((rest, unit)) => (rest.trim(), Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty())),
        None => (cell, None),
    };
    let digits = rest.find(|c: char| c.is_ascii_digit());
    let start = digits.map_or(rest.len(), |at| if rest.get(..at).is_some_and(is_signed) { at - 1 } else { at });
    let (word, numbers) = rest.split_at_checked(start)?;
    let word = fold_name(word);
    let word = word.trim_end_matches(" de").trim_end_matches(" from").trim_end_matches(" of");
    let out_of = word.ends_with("sur") || word.ends_with("out") || rest.contains('/') && !numbers.contains('/');
    let word = word.trim_end_matches("sur").trim_end_matches("out").trim();
    let range = range(numbers, out_of);
    if !numbers.is_empty() && range.is_none() {
        return None;
    }
    let kind =
        if word.is_empty() || word == "de" || word == "from" { range.map(|_| Kind::Scale)? } else { known(word)? };
    let takes = match kind {
        Kind::Scale => range.is_some() && unit.is_none(),
        Kind::Number => true,
        _ => range.is_none() && unit.is_none(),
    };
    takes.then_some(Named { kind, range, unit })
}

fn known(folded: &str) -> Option<Kind> {
    KNOWN.get(folded).copied()
}

/// The kinds by their folded names.
static KNOWN: LazyLock<HashMap<String, Kind>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for (kind, fr, en, others) in KINDS {
        let others = others.iter().map(|other| (*other).to_owned());
        for name in [fold_name(fr), fold_name(en)].into_iter().chain(others) {
            all.entry(name).or_insert(kind);
        }
    }
    all
});

/// Returns whether a text ends with the sign of the number that follows, and not with the dash of a range.
fn is_signed(before: &str) -> bool {
    before.strip_suffix('-').is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Reads a range: `0-10`, `1 à 5`, `-2 to 2`; the greatest number alone after "out of".
fn range(text: &str, out_of: bool) -> Option<(f64, f64)> {
    let number = |text: &str| {
        let text = text.trim();
        let is_number = text.chars().any(|c| c.is_ascii_digit());
        if is_number { parse_number(text, Lang::Fr).ok() } else { None }
    };
    if out_of {
        return number(text).map(|most| (0.0, most));
    }
    let after_first = text.char_indices().skip(1).find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    let (first, rest) = text.split_at_checked(after_first?.0)?;
    let rest = rest.trim_start();
    let separators = ["..", "-", "–", "—", "à", "a ", "to ", "et ", "and ", "/", "→"];
    let second = separators.iter().find_map(|separator| rest.strip_prefix(separator))?;
    number(first).zip(number(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_in_both_languages() {
        for (kind, fr, en, _) in KINDS {
            for cell in [fr.to_owned(), en.to_uppercase()] {
                assert_eq!(read(&cell).map(|named| named.kind), Some(kind), "{cell}");
            }
        }
        let scale = |min: f64, max: f64| Some((Kind::Scale, Some((min, max)), None));
        for (cell, expected) in [
            ("note 0-10", scale(0.0, 10.0)),
            ("Note de 1 à 5", scale(1.0, 5.0)),
            ("rating 1 to 5", scale(1.0, 5.0)),
            ("note sur 20", scale(0.0, 20.0)),
            ("note -2 à 2", scale(-2.0, 2.0)),
            ("1–5", scale(1.0, 5.0)),
            ("nombre (€)", Some((Kind::Number, None, Some("€".to_owned())))),
            ("number 0-100 (%)", Some((Kind::Number, Some((0.0, 100.0)), Some("%".to_owned())))),
            ("oui peut-être", None),
            ("12", None),
            ("Yes (1)", None),
        ] {
            assert_eq!(read(cell).map(|named| (named.kind, named.range, named.unit)), expected, "{cell}");
        }
    }
}
