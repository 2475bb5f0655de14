//! Text in letters of several cells, as large as its area allows; plain where it does not.

use crate::store::settings::Glyphs;
use crate::ui::widget_prelude::*;
use tui_big_text::{BigText, PixelSize};

/// A size of letters: the pixels in a cell, and the columns of a letter. All are [`LETTER_HEIGHT`] rows high.
type Size = (PixelSize, u16);

/// The rows of a letter.
pub const LETTER_HEIGHT: u16 = 4;

/// Quarters of a cell are not in every font; halves are.
const SIZES: [Size; 2] = [(PixelSize::HalfHeight, 8), (PixelSize::Quadrant, 4)];

/// A text as large as it fits.
#[derive(Clone, Copy)]
pub struct LargeText<'a> {
    pub text: &'a str,
    pub role: Role,
    pub theme: Theme,
}

impl LargeText<'_> {
    /// Returns whether the text fits into an area in large letters.
    pub fn fits(&self, area: Rect) -> bool {
        largest(self.theme, self.text, area).is_some()
    }

    /// Returns the rows that the text takes of an area, large or plain.
    pub fn height(&self, area: Rect) -> u16 {
        let rows = largest(self.theme, self.text, area).map(|(_, lines)| LETTER_HEIGHT * cells(lines.len()));
        rows.unwrap_or_else(|| height(self.text, area.width)).min(area.height)
    }
}

impl Widget for LargeText<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let style = self.theme.style(self.role);
        match largest(self.theme, self.text, area) {
            Some((pixels, lines)) => {
                BigText::builder().pixel_size(pixels).lines(lines).style(style).build().render(area, buf);
            }
            None => Text::from_iter(wrap(self.text, area.width)).style(style).render(area, buf),
        }
    }
}

/// Returns the largest letters in which a text fits, and its lines.
fn largest(theme: Theme, text: &str, area: Rect) -> Option<(PixelSize, Vec<Line<'static>>)> {
    let letters = letters(text)?;
    let sizes = if theme.glyphs == Glyphs::Safe { 1 } else { SIZES.len() };
    let (pixels, lines) = SIZES.iter().take(sizes).find_map(|size| Some((size.0, fit(&letters, *size, area)?)))?;
    Some((pixels, lines.into_iter().map(|line| Line::from(line.into_owned())).collect()))
}

/// Breaks a text into lines of a size; `None` where they do not fit, or a word would have to be broken.
fn fit(letters: &str, (_, width): Size, area: Rect) -> Option<Vec<Cow<'_, str>>> {
    let columns = area.width / width;
    let longest = letters.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    if longest > usize::from(columns) {
        return None;
    }
    let lines = wrap(letters, columns);
    (lines.len() <= usize::from(area.height / LETTER_HEIGHT)).then_some(lines)
}

/// Returns a text in the letters that there are; `None` where one is missing.
fn letters(text: &str) -> Option<String> {
    let mut letters = String::new();
    for c in crate::text::clean(text).chars() {
        match c {
            ' '..='~' | '\u{a1}'..='\u{ff}' => letters.push(c),
            '\u{a0}' | '\u{202f}' => letters.push('\u{a0}'),
            '’' | '‘' => letters.push('\''),
            '“' | '”' => letters.push('"'),
            '–' | '—' => letters.push('-'),
            '…' => letters.push_str("..."),
            'œ' => letters.push_str("oe"),
            'Œ' => letters.push_str("OE"),
            '←' => letters.push_str("<-"),
            '→' => letters.push_str("->"),
            _ => return None,
        }
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_both_languages_has_one_that_is_large() {
        let all = "AaÀàÂâÆæÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûÜüŸÿ’«» ½".replace('Ÿ', "");
        assert!(letters(&all).is_some());
        assert_eq!(letters("l’œil…").as_deref(), Some("l'oeil..."));
        assert_eq!(letters("日本"), None);
    }

    #[test]
    fn words_are_never_broken() {
        let area = Rect { x: 0, y: 0, width: 40, height: 8 };
        assert_eq!(fit("one two", SIZES[0], area), Some(vec!["one".into(), "two".into()]), "five letters to a line");
        assert_eq!(fit("one two three", SIZES[0], area), None, "no room for a third line");
        assert_eq!(fit("one two", SIZES[1], area), Some(vec!["one two".into()]));
        assert_eq!(fit("extraordinary", SIZES[1], area), None);
    }
}
