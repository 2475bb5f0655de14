//! Checklist versions as authors write them: patch order, and the next patch.
//!
//! Up to three numbers separated by dots are `major.minor.patch`; missing ones are 0. In any other text the number
//! after the last dot is the patch, and the rest identifies the series.

use std::cmp::Ordering;

/// A parsed version. Patches of one series differ in no more than the guidance of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    numbers: Option<(u64, u64)>,
    words: &'a str,
    patch: u64,
}

impl<'a> Version<'a> {
    /// Parses a version; every text is one.
    pub fn parse(text: &'a str) -> Self {
        let parts: Option<Vec<u64>> = text.split('.').map(|part| part.parse().ok()).collect();
        let numbers = |major, minor, patch| Self { numbers: Some((major, minor)), words: "", patch };
        match parts.as_deref() {
            Some([major]) => numbers(*major, 0, 0),
            Some([major, minor]) => numbers(*major, *minor, 0),
            Some([major, minor, patch]) => numbers(*major, *minor, *patch),
            _ => {
                let behind = text.rsplit_once('.').and_then(|(head, last)| Some((head, last.parse().ok()?)));
                let (words, patch) = behind.unwrap_or((text, 0));
                Self { numbers: None, words, patch }
            }
        }
    }

    /// Returns whether it equals `other` or is a later patch of the same series.
    pub fn is_patch_of(&self, other: &Self) -> bool {
        (self.numbers, self.words) == (other.numbers, other.words) && self.patch >= other.patch
    }

    /// Returns the next patch of this version.
    #[must_use]
    pub fn next_patch(&self) -> String {
        let patch = self.patch.saturating_add(1);
        match self.numbers {
            Some((major, minor)) => format!("{major}.{minor}.{patch}"),
            None => format!("{}.{patch}", self.words),
        }
    }

    /// Returns the first version of the next series: the next minor one.
    #[must_use]
    pub fn next_minor(&self) -> String {
        if let Some((major, minor)) = self.numbers {
            return format!("{major}.{}.0", minor.saturating_add(1));
        }
        let numbered = self.words.rsplit_once('.').and_then(|(head, last)| Some((head, last.parse::<u64>().ok()?)));
        let (words, series) = numbered.unwrap_or((self.words, 0));
        format!("{words}.{}.0", series.saturating_add(1))
    }
}

/// Compares two versions: their numbers as numbers, and what comes before a release before it.
pub fn compare<'a>(a: &'a str, b: &'a str) -> Ordering {
    let (mut rest, mut other) = (a, b);
    loop {
        if rest.is_empty() || other.is_empty() {
            // `1.0-beta` comes before `1.0`, and `1.0.1` after it.
            let release = |rest: &str, version: &str| match rest {
                "" => 1,
                _ if rest.starts_with('-') && rest.len() < version.len() => 0,
                _ => 2,
            };
            return release(rest, a).cmp(&release(other, b)).then_with(|| a.cmp(b));
        }
        let (part, tail) = first_part(rest);
        let (other_part, other_tail) = first_part(other);
        // Numbers come before words. Of two numbers without leading zeros, the one with more digits is larger.
        let digits = |part: &'a str| part.trim_start_matches('0');
        let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        let key = |part: &'a str| if is_number(part) { (0, digits(part).len()) } else { (1, 0) };
        let order = key(part).cmp(&key(other_part)).then_with(|| digits(part).cmp(digits(other_part)));
        if order.is_ne() {
            return order;
        }
        (rest, other) = (tail, other_tail);
    }
}

/// Splits a text after its first number, or before it.
fn first_part(text: &str) -> (&str, &str) {
    let is_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Returns the different versions in their order.
pub fn in_order<'a>(versions: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut versions: Vec<&str> = versions.into_iter().collect();
    versions.sort_by(|a, b| compare(a, b));
    versions.dedup();
    versions.into_iter().map(str::to_owned).collect()
}
