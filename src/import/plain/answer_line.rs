//! One answer of a cell: its number, its text and its points.

use crate::import::words;
use crate::text::typed_number::parse_number;
use crate::text::{Lang, fold_name};

/// An answer as a cell lists it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AnswerLine {
    /// The number before it, if all lines of the cell are numbered in order.
    pub(super) number: Option<i64>,
    /// Whether a dot or a parenthesis follows the number, as in a list.
    pub(super) listed: bool,
    /// Its text.
    pub(super) label: String,
    /// Its points.
    pub(super) points: Option<f64>,
    /// Whether it is outside the score.
    pub(super) unscored: bool,
}

impl AnswerLine {
    /// Returns whether it is in a list of words.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&fold_name(&self.label).as_str())
    }
}

/// Returns the answers of a cell. If every second line alone has points, two lines are one answer.
pub(super) fn read(cell: &str) -> Vec<AnswerLine> {
    let lines = split(cell);
    let numbers: Vec<Option<(i64, bool, &str)>> = lines.iter().map(|line| number(line)).collect();
    let in_order = numbers.iter().flatten().zip(numbers.iter().flatten().skip(1)).all(|(a, b)| b.0 == a.0 + 1);
    // An answer that sets the question aside may stand without a number among the numbered.
    let rest_is_aside = lines.iter().zip(&numbers).all(|(line, number)| {
        number.is_some() || words::NOT_APPLICABLE.contains(&fold_name(with_points(line).label.as_str()).as_str())
    });
    let numbered = in_order && rest_is_aside && numbers.iter().flatten().count() > 1;
    if numbered {
        let line = |(line, number): (&&str, &Option<(i64, bool, &str)>)| match number {
            Some((number, listed, rest)) => AnswerLine { number: Some(*number), listed: *listed, ..with_points(rest) },
            None => with_points(line),
        };
        return lines.iter().zip(&numbers).map(line).collect();
    }
    let all: Vec<AnswerLine> = lines.iter().map(|line| with_points(line)).collect();
    let has_points = |line: &AnswerLine| line.points.is_some() || line.unscored;
    let known = [words::YES, words::NO, words::PARTLY, words::NOT_APPLICABLE];
    let begins = |line: &AnswerLine| !has_points(line) && !known.iter().any(|words| line.is(words));
    // An answer and what it means, in two lines.
    if all.len() % 2 == 1 || !all.chunks(2).all(|pair| matches!(pair, [a, b] if begins(a) && has_points(b))) {
        return all;
    }
    let joined = all.chunks(2).filter_map(|pair| {
        let [begun, line] = pair else { return None };
        Some(AnswerLine { label: format!("{} {}", begun.label, line.label), ..line.clone() })
    });
    joined.collect()
}

/// Splits a cell into lines; a single line at `;`, `|` or, between answers with points or known words, at `/`.
fn split(cell: &str) -> Vec<&str> {
    let parts = |separators: &[char]| -> Vec<&str> {
        let bullet = |c: char| matches!(c, '•' | '·' | '*' | '□' | '☐' | '▪' | '●' | '○') || c.is_whitespace();
        let parts = cell.split(separators).map(|part| part.trim().trim_start_matches(bullet));
        parts.map(|part| part.strip_prefix("- ").unwrap_or(part).trim()).filter(|part| !part.is_empty()).collect()
    };
    let lines = parts(&['\n', '\r']);
    if lines.len() > 1 {
        return lines;
    }
    let listed = parts(&[';', '|']);
    if listed.len() > 1 {
        return listed;
    }
    let known = [words::YES, words::NO, words::PARTLY, words::NOT_APPLICABLE];
    let is_answer = |part: &&str| {
        let line = with_points(part);
        line.points.is_some() || line.unscored || known.iter().any(|words| line.is(words))
    };
    // `N/A` has the separator in it.
    let slashed = parts(&['/', ',']);
    if slashed.len() > 1 && slashed.iter().all(is_answer) { slashed } else { lines }
}

/// Splits a number and its separator off a line.
fn number(line: &str) -> Option<(i64, bool, &str)> {
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let (number, rest) = line.split_at_checked(digits)?;
    let number = number.parse().ok()?;
    let mut rest_chars = rest.chars();
    let (listed, rest) = match rest_chars.next() {
        None => (false, rest),
        Some('.' | ')' | '°') => (true, rest_chars.as_str()),
        Some(c) if c.is_alphabetic() => (true, rest),
        Some(c @ ('-' | '–' | ':' | '=' | ' ' | '\t' | '\u{a0}' | '/')) => {
            let after = rest.trim_start_matches([' ', '\t', '\u{a0}']);
            let after = after.strip_prefix(['-', '–', ':', '=']).unwrap_or(after);
            // A range, such as `3-5 minutes` or `3 - 5`.
            let is_range = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
            if is_range || c == '/' {
                return None;
            }
            (false, after)
        }
        Some(_) => return None,
    };
    Some((number, listed, rest.trim()))
}

/// Splits the points off the end of an answer: `Yes (1)`, `Yes [1 pt]`, `Yes = 1`, `No counter (unscored)`.
pub(super) fn with_points(line: &str) -> AnswerLine {
    let line = line.trim();
    let plain = || AnswerLine { label: line.to_owned(), ..AnswerLine::default() };
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some((label, inner)) = line.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)) else { continue };
        let label = label.trim().to_owned();
        if words::UNSCORED.contains(&fold_name(inner).as_str()) {
            return AnswerLine { label, unscored: true, ..AnswerLine::default() };
        }
        return points(inner).map_or_else(plain, |points| AnswerLine {
            label,
            points: Some(points),
            ..AnswerLine::default()
        });
    }
    let separated = line.rsplit_once(['=', ':', '→']).and_then(|(label, rest)| Some((label, points(rest)?)));
    let spaced = || {
        let number = ["points", "point", "pts", "pt"].iter().find_map(|unit| line.strip_suffix(unit))?;
        let (label, number) = number.trim_end().rsplit_once([' ', '\u{a0}'])?;
        Some((label, points(number)?))
    };
    match separated.or_else(spaced) {
        Some((label, points)) if !label.trim().is_empty() => {
            let label = label.trim().trim_end_matches([':', '-', '–']).trim().to_owned();
            AnswerLine { label, points: Some(points), ..AnswerLine::default() }
        }
        _ => plain(),
    }
}

/// Returns a number of points: `1`, `0,5`, `+2`, `1 pt`.
fn points(text: &str) -> Option<f64> {
    let text = text.trim().trim_start_matches('+').to_lowercase();
    let number = ["points", "point", "pts", "pt", "p"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text);
    let is_number = number.chars().any(|c| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ' ' | '\u{a0}'));
    if is_number { parse_number(number, Lang::Fr).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(cell: &str) -> Vec<(Option<i64>, String, Option<f64>, bool)> {
        read(cell).into_iter().map(|line| (line.number, line.label, line.points, line.unscored)).collect()
    }

    #[test]
    fn answers_have_points_in_every_spelling() {
        for (cell, label, points) in [
            ("Oui (1)", "Oui", Some(1.0)),
            ("Oui (0,5)", "Oui", Some(0.5)),
            ("Oui [2 pts]", "Oui", Some(2.0)),
            ("Oui = 1", "Oui", Some(1.0)),
            ("Oui : 3 points", "Oui", Some(3.0)),
            ("Oui 1 pt", "Oui", Some(1.0)),
            ("Only Ladies/ Gents (both)", "Only Ladies/ Gents (both)", None),
            ("working queue machine(1)", "working queue machine", Some(1.0)),
        ] {
            assert_eq!(read_all(cell), [(None, label.to_owned(), points, false)], "{cell}");
        }
        for cell in ["Pas de guichet (hors note)", "No counter (unscored)", "Not met (N/A)", "None (non-scoring)"] {
            assert!(read(cell)[0].unscored, "{cell}");
        }
    }

    #[test]
    fn numbered_answers_are_known_by_their_order() {
        let yes_no = [(Some(1), "Yes".to_owned(), Some(1.0), false), (Some(2), "No".to_owned(), Some(0.0), false)];
        for cell in
            ["1.Yes (1)\n2.No (0)", "1) Yes (1)\r\n2) No (0)\n", "1. Yes (1); 2. No (0)", "1 - Yes (1)\n2 - No (0)"]
        {
            assert_eq!(read_all(cell), yes_no, "{cell}");
        }
        let times = read_all("1. Up to 3 minutes (3)\n2.3-5 minutes (1)\n3. More than 5 minutes (0)");
        assert_eq!(times[1], (Some(2), "3-5 minutes".to_owned(), Some(1.0), false));
        assert_eq!(read_all("0-5 min (1)\n5-10 min (0)")[0].1, "0-5 min");
        assert_eq!(read_all("Yes (1)/ No (0)").len(), 2);
        assert_eq!(
            read_all("Low effort\nIt was easy (3)"),
            [(None, "Low effort It was easy".to_owned(), Some(3.0), false)]
        );
    }
}
