//! The text of the cover page: harmless text that was there before, and what was typed since, which the visit's notes
//! take only when they are told to.

use super::key::KeyPress;
use super::text_input::TextInput;
use std::iter::repeat_n;

/// The text of the cover page.
#[derive(Clone, Debug)]
pub struct CoverPage {
    /// The text, as it is shown and edited.
    pub field: TextInput,
    /// For each character of the text, whether it was typed and has not been taken.
    typed: Vec<bool>,
    /// The harmless text.
    decoy: String,
}

impl CoverPage {
    /// Creates a page with harmless text, and below it text that was typed before.
    pub fn new(decoy: &str, typed: &str) -> Self {
        let decoy = if decoy.is_empty() || decoy.ends_with('\n') { decoy.to_owned() } else { format!("{decoy}\n") };
        let field = TextInput::page(&format!("{decoy}{typed}"));
        let typed = repeat_n(false, decoy.chars().count()).chain(repeat_n(true, typed.chars().count())).collect();
        Self { field, typed, decoy }
    }

    /// Handles a key press. Returns whether the text changed.
    pub fn press(&mut self, press: KeyPress) -> bool {
        self.edit(|field| field.press(press))
    }

    /// Inserts pasted text. Returns whether the text changed.
    pub fn paste(&mut self, text: &str) -> bool {
        self.edit(|field| field.paste(text))
    }

    /// Returns what was typed and has not been taken; lines that repeat a line of the harmless text are left out.
    pub fn typed(&self) -> String {
        let mut text = String::new();
        for (c, typed) in self.field.text().chars().zip(&self.typed) {
            match c {
                c if *typed => text.push(c),
                '\n' if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                _ => {}
            }
        }
        let is_decoy = |line: &&str| !line.is_empty() && self.decoy.lines().any(|decoy| decoy == *line);
        text.split('\n').filter(|line| !is_decoy(line)).collect::<Vec<_>>().join("\n")
    }

    /// Marks all that was typed as taken. The page looks the same.
    pub fn take(&mut self) {
        self.typed.fill(false);
    }

    /// Edits the text, and finds out what was inserted: every edit changes one stretch of the text.
    fn edit(&mut self, edit: impl FnOnce(&mut TextInput) -> bool) -> bool {
        let before = self.field.text();
        if !edit(&mut self.field) {
            return false;
        }
        let after = self.field.text();
        let start = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
        let (old, new) = (before.chars().count() - start, after.chars().count() - start);
        let ends = before.chars().rev().zip(after.chars().rev()).take(old.min(new));
        let end = ends.take_while(|(a, b)| a == b).count();
        self.typed.splice(start..start + old - end, repeat_n(true, new - end));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::Key;

    fn keys(page: &mut CoverPage, keys: &[Key]) {
        for key in keys {
            page.press((*key).into());
        }
    }

    fn type_text(page: &mut CoverPage, text: &str) {
        for c in text.chars() {
            page.press(if c == '\n' { Key::Enter } else { Key::Char(c) }.into());
        }
    }

    #[test]
    fn what_is_typed_is_told_from_the_harmless_text_wherever_it_stands() {
        let mut page = CoverPage::new("milk\nbread", "");
        type_text(&mut page, "nobody at\nthe desk");
        assert_eq!(page.field.text(), "milk\nbread\nnobody at\nthe desk");
        assert_eq!(page.typed(), "nobody at\nthe desk");
        keys(&mut page, &[Key::Up, Key::Up, Key::Up, Key::End]);
        type_text(&mut page, " cold");
        keys(&mut page, &[Key::Down, Key::Home, Key::Delete]);
        assert_eq!(page.field.text(), "milk cold\nread\nnobody at\nthe desk");
        assert_eq!(page.typed(), " cold\nnobody at\nthe desk");
    }

    #[test]
    fn only_what_came_after_taking_is_typed() {
        let mut page = CoverPage::new("milk", "one");
        assert_eq!(page.typed(), "one");
        page.take();
        assert_eq!((page.typed().as_str(), page.field.text().as_str()), ("", "milk\none"));
        type_text(&mut page, " two");
        assert_eq!(page.typed(), " two");
    }

    #[test]
    fn harmless_text_that_is_deleted_and_restored_is_not_typed() {
        let mut page = CoverPage::new("milk\nbread\n", "");
        keys(&mut page, &[Key::Up]);
        page.press(KeyPress::ctrl('k'));
        assert_eq!(page.field.text(), "milk\n\n");
        page.press(KeyPress::ctrl('u'));
        assert_eq!(page.field.text(), "milk\nbread\n");
        assert_eq!(page.typed(), "");
    }

    #[test]
    fn a_page_without_harmless_text_holds_what_is_typed() {
        let mut page = CoverPage::new("", "");
        type_text(&mut page, "a\n\nb");
        page.paste("c\r\nd");
        assert_eq!((page.typed().as_str(), page.field.text().as_str()), ("a\n\nbc\nd", "a\n\nbc\nd"));
    }
}
