//! Bands of times and counts: `≤ 30 s (1)`, `30 à 90 s (0,5)`, `> 90 s (0)`.

use super::answer_line::AnswerLine;
use crate::text::typed_number::parse_number;
use crate::text::{Lang, fold_name};

/// A band: up to and including a number, or open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Band {
    pub(super) up_to: Option<f64>,
    pub(super) points: f64,
}

const AT_MOST: &[&str] = &[
    "≤",
    "<=",
    "=<",
    "jusqu'à",
    "jusqu’à",
    "jusqu'a",
    "up to",
    "au plus",
    "at most",
    "within",
    "en moins de",
    "moins de",
    "less than",
    "under",
    "max.",
    "max",
];
const ABOVE: &[&str] =
    &[">", "plus de", "more than", "more", "over", "above", "beyond", "au-delà de", "au-delà", "au delà"];
/// Words for a band that takes everything else; folded.
const OTHERS: &[&str] = &[
    "au dela",
    "plus",
    "more",
    "sinon",
    "otherwise",
    "autre",
    "autres",
    "other",
    "others",
    "beyond",
    "toujours",
    "always",
    "any",
    "jamais",
    "never",
];

/// Reads the bands of a cell in their order; `Err` names the line that is none. Times are in seconds.
pub(super) fn read(lines: &[AnswerLine], times: bool) -> Result<Vec<Band>, String> {
    let mut bands = Vec::new();
    for line in lines {
        let wrong = || line.label.clone();
        let points = line.points.ok_or_else(wrong)?;
        bands.push(Band { up_to: limit(&line.label, times).ok_or_else(wrong)?, points });
    }
    bands.sort_by(|a, b| a.up_to.unwrap_or(f64::INFINITY).total_cmp(&b.up_to.unwrap_or(f64::INFINITY)));
    Ok(bands)
}

/// Returns whether texts are bands of times, at least one of them with a sign.
pub(super) fn are_times<'l>(labels: impl Iterator<Item = &'l str> + Clone) -> bool {
    let is_time = |label: &str| limit(label, true).is_some() && label.trim().ends_with(char::is_alphabetic);
    labels.clone().all(|label| is_time(label) && !label.trim().starts_with(char::is_alphabetic))
        && labels.into_iter().any(|label| label.trim().starts_with(['≤', '<', '>', '≥']))
}

/// Returns the limit of a band, `None` inside for an open one.
#[expect(clippy::option_option, reason = "no band, or a band without a limit")]
fn limit(label: &str, times: bool) -> Option<Option<f64>> {
    let lower = label.trim().to_lowercase();
    if OTHERS.contains(&fold_name(&lower).as_str()) {
        return Some(None);
    }
    let amount = |text: &str| if times { seconds(text) } else { count(text) };
    let after = |words: &[&str]| words.iter().find_map(|word| lower.strip_prefix(word)).map(amount);
    if let Some(found) = after(AT_MOST) {
        return found.map(Some);
    }
    if let Some(rest) = lower.strip_prefix('<') {
        // Of whole numbers, less than 3 is up to 2; of times, the limit itself hardly counts.
        return amount(rest).map(|limit| Some(if times { limit } else { limit - 1.0 }));
    }
    if lower.starts_with(['≥', '>']) || after(ABOVE).is_some() {
        let rest = lower.trim_start_matches(['≥', '>', '=']);
        return after(ABOVE).unwrap_or_else(|| amount(rest)).map(|_| None);
    }
    for separator in [" à ", " to ", "–", "-", " et ", " and "] {
        if let Some((from, to)) = lower.split_once(separator) {
            let from = from.trim_start_matches("de ").trim_start_matches("entre ").trim_start_matches("between ");
            // `3 et plus` is no range.
            let to = amount(to).filter(|_| from.trim().starts_with(|c: char| c.is_ascii_digit()));
            if to.is_some() {
                return to.map(Some);
            }
        }
    }
    let without_plus =
        lower.strip_suffix('+').or_else(|| lower.strip_suffix(" et plus")).or_else(|| lower.strip_suffix(" or more"));
    match without_plus {
        Some(number) => amount(number).map(|_| None),
        None => amount(&lower).map(Some),
    }
}

/// Returns a plain number, whatever word follows it: `3 personnes`.
fn count(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '(' | ')'));
    if text.starts_with(|c: char| c.is_ascii_digit()) { parse_number(text, Lang::Fr).ok() } else { None }
}

/// Returns a time in seconds: `30`, `30 s`, `1 min 30`, `2 minutes`, `1 h`.
pub(super) fn seconds(text: &str) -> Option<f64> {
    let mut total = None;
    let mut smallest = 3600.0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        let number = parse_number(number, Lang::Fr).ok()?;
        let after = after.trim_start();
        let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at_checked(end)?;
        let factor = match unit {
            "" if total.is_none() => 1.0,
            // `1 min 30` goes on with seconds, `1 h 30` with minutes.
            "" => smallest / 60.0,
            "s" | "sec" | "secs" | "seconde" | "secondes" | "second" | "seconds" => 1.0,
            "m" | "mn" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "heure" | "heures" | "hour" | "hours" => 3600.0,
            _ => return None,
        };
        smallest = factor;
        total = Some(total.unwrap_or(0.0) + number * factor);
        rest = after.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain::answer_line;

    #[test]
    fn bands_are_read_in_both_languages_and_any_order() {
        let band = |up_to: f64, points: f64| Band { up_to: Some(up_to), points };
        let open = |points: f64| Band { up_to: None, points };
        for (cell, times, expected) in [
            ("≤ 30 s (1)\n≤ 90 s (0,5)\n> 90 s (0)", true, vec![band(30.0, 1.0), band(90.0, 0.5), open(0.0)]),
            (
                "more than 5 minutes (0)\nup to 3 minutes (3)\n3-5 minutes (1)",
                true,
                vec![band(180.0, 3.0), band(300.0, 1.0), open(0.0)],
            ),
            ("jusqu’à 1 min 30 (1)\nau-delà (0)", true, vec![band(90.0, 1.0), open(0.0)]),
            ("0 (1)\n1 à 2 (0,5)\n3 et plus (0)", false, vec![band(0.0, 1.0), band(2.0, 0.5), open(0.0)]),
            ("< 3 (1)\n≥ 3 (0)", false, vec![band(2.0, 1.0), open(0.0)]),
        ] {
            assert_eq!(read(&answer_line::read(cell), times), Ok(expected), "{cell}");
        }
        assert_eq!(read(&answer_line::read("vite (1)\nlentement (0)"), true), Err("vite".to_owned()));
        assert_eq!(seconds("1 h 30"), Some(5400.0));
    }
}
