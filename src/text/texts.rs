//! The texts for people, in one language at a time.
//!
//! The files are read in their order until a message is found; text that comes in as an argument is made harmless on
//! the way.

use super::catalogue::{Catalogue, FILES};
use super::{Lang, Precision, clean};
use fluent_bundle::FluentArgs;
/// An argument of a message: foreign text, which is cleaned, or a number, which may select a plural form.
pub use fluent_bundle::FluentValue as Arg;
use jiff::civil::DateTime;
use std::sync::LazyLock;

type LazyCatalogue = LazyLock<Catalogue, Box<dyn FnOnce() -> Catalogue + Send>>;

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    catalogues: Vec<LazyCatalogue>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Texts {
    /// Returns the texts of a language.
    pub fn new(lang: Lang) -> Self {
        Self::from_files(lang, FILES.iter().map(|(_, fr, en)| if lang == Lang::Fr { *fr } else { *en }))
    }

    /// Returns the texts of catalogue files, which are read when a message is first looked for in them.
    pub fn from_files(lang: Lang, files: impl IntoIterator<Item = &'static str>) -> Self {
        let catalogue = |text| -> LazyCatalogue { LazyLock::new(Box::new(move || Catalogue::read(lang, text))) };
        Self { lang, catalogues: files.into_iter().map(catalogue).collect() }
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
        let cleaned = args.iter().map(|(name, value)| match value {
            Arg::String(text) => (*name, clean(text).into()),
            value => (*name, value.clone()),
        });
        let args: FluentArgs = cleaned.collect();
        self.catalogues.iter().find_map(|catalogue| catalogue.with(id, &args)).unwrap_or_else(|| id.to_owned())
    }

    /// Formats a number with `places` decimals in the language's style: `1 234,5` or `1,234.5`. The number may read as
    /// 0 without being 0.
    pub fn decimal(&self, number: f64, places: u32) -> String {
        self.digits(&Precision { shift: 0, places, end: 0 }.nearest(number))
    }

    /// Formats a number with all digits that were recorded, and with two decimals at least if it has any.
    pub fn recorded(&self, number: f64) -> String {
        let mut digits = number.to_string();
        if digits.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 1) {
            digits.push('0');
        }
        self.digits(&digits)
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
