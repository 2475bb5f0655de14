//! The texts for people, in one language at a time.
//!
//! The files are read in their order until a message is found; text that comes in as an argument is made harmless on
//! the way.

use super::catalogue::{Catalogue, FILES};
use super::{Lang, Precision, clean};
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::DateTime;
use std::borrow::Cow;
use std::sync::LazyLock;

type LazyCatalogue = LazyLock<Catalogue, Box<dyn FnOnce() -> Catalogue + Send>>;

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    catalogues: Vec<LazyCatalogue>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Foreign text; it is cleaned.
    Text(String),
    /// A number, which may select a plural form.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}
impl From<usize> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}
impl From<u64> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Texts {
    /// Returns the words of a language.
    pub fn new(lang: Lang) -> Self {
        Self::read(lang, None)
    }

    /// Returns the English words with every letter replaced by `¤`: what a screen still says in letters then comes from
    /// elsewhere.
    pub fn pseudo() -> Self {
        Self::read(Lang::En, Some(|text| text.replace(char::is_alphabetic, "¤").into()))
    }

    fn read(lang: Lang, transform: Option<fn(&str) -> Cow<'_, str>>) -> Self {
        let catalogue = |&(_, fr, en): &(&str, &'static str, &'static str)| -> LazyCatalogue {
            let text = if lang == Lang::Fr { fr } else { en };
            LazyLock::new(Box::new(move || Catalogue::read(lang, text, transform)))
        };
        Self { lang, catalogues: FILES.iter().map(catalogue).collect() }
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns a message without arguments, or the id where there is none.
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.catalogues.iter().find_map(|catalogue| catalogue.get(id)).unwrap_or(id)
    }

    /// Returns a message with its arguments, or the id where there is none.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(clean(text)),
                Arg::Number(number) => FluentValue::from(*number),
            };
            given.set(*name, value);
        }
        self.catalogues.iter().find_map(|catalogue| catalogue.with(id, &given)).unwrap_or_else(|| id.to_owned())
    }

    /// Formats a number with `places` decimals in the language's style: `1 234,5` or `1,234.5`. The number may read as
    /// 0 without being 0.
    pub fn decimal(&self, number: f64, places: u32) -> String {
        self.digits(&Precision { shift: 0, places, end: 0 }.nearest(number))
    }

    /// Formats a figure in the language's style; it reads as 0 or as the end of its range only if it is that.
    pub fn figure(&self, figure: f64, precision: Precision) -> String {
        self.digits(&precision.round(figure))
    }

    /// Formats the digits of a number in the language's style.
    fn digits(&self, digits: &str) -> String {
        let (point, group) = match self.lang {
            Lang::Fr => (',', '\u{202f}'),
            Lang::En => ('.', ','),
        };
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = sign.to_owned();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// Formats a percentage with one decimal: `83,3 %` or `83.3%`.
    pub fn percent(&self, percent: f64) -> String {
        self.with_percent_sign(&self.figure(percent, Precision::PERCENT))
    }

    /// Formats a share from 0 to 1 as a percentage with one decimal.
    pub fn share(&self, share: f64) -> String {
        self.with_percent_sign(&self.figure(share, Precision::SHARE))
    }

    fn with_percent_sign(&self, number: &str) -> String {
        match self.lang {
            Lang::Fr => format!("{number}\u{202f}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// Formats a day: `1er mars 2026` or `1 March 2026`.
    pub fn date(&self, at: DateTime) -> String {
        let day = match (self.lang, at.day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        let month = format!("month-{}", at.month());
        format!("{day} {} {}", self.get(&month), at.year())
    }

    /// Formats a day and time: `1er mars 2026 à 10:02` or `1 March 2026, 10:02`.
    pub fn day_time(&self, at: DateTime) -> String {
        let minute = at.strftime("%H:%M").to_string();
        self.with("day-time", &[("date", self.date(at).into()), ("time", minute.into())])
    }

    /// Formats a day in short form: `01/03/2026` or `1 Mar 2026`.
    pub fn short_date(&self, at: DateTime) -> String {
        let form = match self.lang {
            Lang::Fr => "%d/%m/%Y",
            Lang::En => "%-d %b %Y",
        };
        at.strftime(form).to_string()
    }

    /// Formats a time relative to now: `à 10:02` today, `le 01/03/2026 à 10:02` before.
    pub fn when(&self, at: DateTime, now: DateTime) -> String {
        let id = if at.date() == now.date() { "when-today" } else { "when-before" };
        let minute = at.strftime("%H:%M").to_string();
        self.with(id, &[("date", self.short_date(at).into()), ("time", minute.into())])
    }

    /// Formats a duration in milliseconds: `24 s`, `4 min 31 s`, `2 h 05 min`.
    pub fn duration(&self, ms: u64) -> String {
        let s = ms / 1000;
        match (s / 3600, s / 60 % 60, s % 60) {
            (0, 0, s) => format!("{s}\u{a0}s"),
            (0, m, s) => format!("{m}\u{a0}min {s:02}\u{a0}s"),
            (h, m, _) => format!("{h}\u{a0}h {m:02}\u{a0}min"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_follow_each_language() {
        let (fr, en) = (Texts::new(Lang::Fr), Texts::new(Lang::En));
        assert_eq!((fr.percent(83.333), en.percent(83.333)), ("83,3\u{202f}%".to_owned(), "83.3%".to_owned()));
        assert_eq!(
            (fr.decimal(-1_234_567.0, 0), en.decimal(1234.5, 2)),
            ("-1\u{202f}234\u{202f}567".to_owned(), "1,234.50".to_owned())
        );
        assert_eq!(fr.decimal(-0.01, 1), "0,0");
        let at = jiff::civil::date(2026, 3, 1).at(10, 2, 20, 0);
        assert_eq!(
            (fr.day_time(at), en.day_time(at)),
            ("1er mars 2026 à 10:02".to_owned(), "1 March 2026, 10:02".to_owned())
        );
        for (ms, text) in [(0, "0 s"), (24_999, "24 s"), (271_000, "4 min 31 s"), (7_500_000, "2 h 05 min")] {
            assert_eq!(fr.duration(ms).replace('\u{a0}', " "), text, "{ms} ms");
        }
    }

    #[test]
    fn the_pseudo_language_masks_letters_and_keeps_arguments() {
        let pseudo = Texts::pseudo();
        let text = pseudo.with("app-note-for", &[("item", "Lyon".into())]);
        assert!(text.contains("Lyon") && text.contains('¤'), "{text}");
        assert!(!pseudo.get("app-help").chars().any(char::is_alphabetic), "{}", pseudo.get("app-help"));
    }

    #[test]
    fn arguments_are_cleaned() {
        let texts = Texts::new(Lang::En);
        let text = texts.with("app-note-for", &[("item", "a\u{1b}[2J\u{202e}b".into())]);
        assert!(text.contains("a[2Jb"), "{text}");
    }
}
