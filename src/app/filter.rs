//! Narrows lists by what is typed; accents and capitals do not matter.

use nucleo_matcher::chars::normalize;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Returns the positions of the texts that hold every word typed, in their own order.
pub fn in_order(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<usize> {
    scores(typed, texts).into_iter().map(|(index, _)| index).collect()
}

/// Returns the positions of the texts that hold every word typed, the best fit first.
pub fn by_fit(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<usize> {
    let mut scores = scores(typed, texts);
    scores.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
    scores.into_iter().map(|(index, _)| index).collect()
}

fn scores(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<(usize, u32)> {
    let typed = folded(typed);
    let pattern = Pattern::new(&typed, CaseMatching::Respect, Normalization::Never, AtomKind::Substring);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(&folded(text), &mut buffer), &mut matcher);
    texts.enumerate().filter_map(|(index, text)| Some((index, score(text.as_ref())?))).collect()
}

/// Removes accents and capitals.
fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(normalize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_matter_and_each_word_must_be_there() {
        let texts = ["Agence Évry", "Lyon entrée", "Lyon sortie"].map(str::to_owned);
        for (typed, found) in
            [("evry", vec![0]), ("LYON", vec![1, 2]), ("lyon entree", vec![1]), ("", vec![0, 1, 2]), ("zz", vec![])]
        {
            assert_eq!(in_order(typed, texts.clone().into_iter()), found, "{typed}");
        }
    }
}
