//! Checklist versions as authors write them: patch order, and the next patch.
//!
//! Up to three numbers separated by dots are `major.minor.patch`; missing ones are 0. In any other text the number
//! after the last dot is the patch, and the rest identifies the series.

/// A parsed version. Patches of one series differ in no more than the guidance of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<'a> {
    numbers: Option<(u64, u64)>,
    words: &'a str,
    patch: u64,
}

impl<'a> Version<'a> {
    /// Parses a version; every text is one.
    #[must_use]
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
    #[must_use]
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_followed_by_the_next_patch() {
        let cases = [
            ("1.0.0", "1.0.1"),
            ("1.9.9", "1.9.10"),
            ("2", "2.0.1"),
            ("1.9", "1.9.1"),
            ("1.0.0-beta", "1.0.0-beta.1"),
            ("spring", "spring.1"),
            ("spring.1", "spring.2"),
            ("1.2.3.4", "1.2.3.5"),
            ("", ".1"),
        ];
        for (version, next) in cases {
            assert_eq!(Version::parse(version).next_patch(), next, "{version}");
            assert!(Version::parse(next).is_patch_of(&Version::parse(version)), "{next} of {version}");
            assert!(!Version::parse(version).is_patch_of(&Version::parse(next)), "{version} of {next}");
        }
    }

    #[test]
    fn only_versions_of_one_series_are_patches_of_each_other() {
        for (later, earlier, expected) in [
            ("1.0.0", "1.0.0", true),
            ("1.0", "1", true),
            ("1.0.10", "1.0.9", true),
            ("1.0.0", "1.0.1", false),
            ("1.1.0", "1.0.0", false),
            ("2.0.0", "1.0.0", false),
            ("1.0.0-beta.2", "1.0.0", false),
            ("summer", "spring", false),
        ] {
            assert_eq!(Version::parse(later).is_patch_of(&Version::parse(earlier)), expected, "{later} of {earlier}");
        }
    }
}
