//! Filters lists by typed words, ignoring accents and case.

use super::key::KeyPress;
use super::keymap::{Command, Context, Keymap};
use super::list_cursor::ListCursor;
use super::text_input::TextInput;
use nucleo_matcher::chars::normalize;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The filter of a list, which a key opens.
#[derive(Debug, Default)]
pub struct ListFilter {
    /// What is typed, while the filter is open.
    pub input: Option<TextInput>,
}

impl ListFilter {
    /// Returns whether letters are typed into it.
    pub fn is_open(&self) -> bool {
        self.input.is_some()
    }

    /// Returns the positions of the rows to show, by their texts.
    pub fn shown(&self, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<usize> {
        matching(&self.input.as_ref().map(TextInput::text).unwrap_or_default(), texts)
    }

    /// Handles a key press, unless it moves in the list or opens a row; returns whether it did. `cursor` is among the
    /// rows shown.
    pub fn update(&mut self, keymap: &Keymap, press: KeyPress, cursor: &mut ListCursor, shown: &[usize]) -> bool {
        let Some(input) = &mut self.input else {
            let opens = keymap.command(Context::AnyList, press) == Some(Command::Filter);
            self.input = opens.then(|| TextInput::line(""));
            return opens;
        };
        match keymap.command(Context::List, press) {
            Some(Command::Back) => self.close(cursor, shown),
            Some(Command::Open | Command::Up | Command::Down | Command::PageUp | Command::PageDown) => return false,
            _ if input.press(press) => cursor.selected = 0,
            _ => {}
        }
        true
    }

    /// Shows all rows again; the selected one stays selected.
    pub fn close(&mut self, cursor: &mut ListCursor, shown: &[usize]) {
        cursor.selected = shown.get(cursor.selected).copied().unwrap_or(0);
        self.input = None;
    }
}

/// Returns the positions of the texts that contain every typed word, in their own order.
pub fn matching(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<usize> {
    match_scores(typed, texts).into_iter().map(|(index, _)| index).collect()
}

/// Returns the positions of the texts that contain every typed word, the best match first.
pub fn best_match_first(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<usize> {
    let mut scores = match_scores(typed, texts);
    scores.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
    scores.into_iter().map(|(index, _)| index).collect()
}

fn match_scores(typed: &str, texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<(usize, u32)> {
    let typed = fold_accents_and_case(typed);
    let pattern = Pattern::new(&typed, CaseMatching::Respect, Normalization::Never, AtomKind::Substring);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(&fold_accents_and_case(text), &mut buffer), &mut matcher);
    texts.enumerate().filter_map(|(index, text)| Some((index, score(text.as_ref())?))).collect()
}

/// Removes accents and converts to lower case.
fn fold_accents_and_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(normalize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_ignored_and_every_word_must_match() {
        let texts = ["Agence Évry", "Lyon entrée", "Lyon sortie"].map(str::to_owned);
        for (typed, found) in
            [("evry", vec![0]), ("LYON", vec![1, 2]), ("lyon entree", vec![1]), ("", vec![0, 1, 2]), ("zz", vec![])]
        {
            assert_eq!(matching(typed, texts.clone().into_iter()), found, "{typed}");
        }
    }
}
