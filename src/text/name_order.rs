//! The order of names in a list that people read, as in a dictionary of French or English.
//!
//! JSON and CSV are sorted by ids, not by this.

use nucleo_matcher::chars::normalize;
use std::cmp::Reverse;

/// The key by which a name is sorted. Accents count only between names with the same letters, and case only between
/// names with the same accents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameOrder {
    letters: String,
    accents: String,
    // Small letters come first; they have the larger codes.
    case: Reverse<String>,
}

impl NameOrder {
    /// Returns the key of a name.
    pub fn new(name: &str) -> Self {
        let letters = name.chars().filter(|c| !is_combining_accent(*c)).flat_map(letters);
        Self { letters: letters.collect(), accents: name.to_lowercase(), case: Reverse(name.to_owned()) }
    }
}

/// Returns the small letters without accent, or the digits, that a character stands for; a space for any other sign.
fn letters(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'œ' | 'Œ' => ('o', Some('e')),
        'æ' | 'Æ' => ('a', Some('e')),
        'ß' | 'ẞ' => ('s', Some('s')),
        _ if c.is_alphanumeric() => (c, None),
        _ => (' ', None),
    };
    first.to_lowercase().map(normalize).chain(second)
}

/// Returns whether a character is an accent that follows its letter, as in the file names of macOS.
fn is_combining_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_of_a_dictionary() {
        let sorted = [
            "3 Fontaines",
            "Agen",
            "Brest",
            "coté",
            "Cote d’Azur",
            "Côte d’Azur",
            "Étampes",
            "E\u{301}tampes 2",
            "Eu",
            "Évry",
            "L’Isle",
            "Lyon",
            "Œuvre",
            "Officine",
            "Orléans",
            "Saint Malo",
            "Saint-Malo",
            "Sainte-Foy",
            "Zoé",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_cached_key(|name| NameOrder::new(name));
        assert_eq!(names, sorted);
    }

    #[test]
    fn accents_and_case_decide_between_equal_letters_only() {
        let mut names = ["PÊCHE", "pêche", "Peche", "péché", "peche", "Pêcheur"];
        names.sort_by_cached_key(|name| NameOrder::new(name));
        assert_eq!(names, ["peche", "Peche", "péché", "pêche", "PÊCHE", "Pêcheur"]);
    }
}
