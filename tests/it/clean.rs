//! Foreign text is made harmless.

use esprit::text::clean::{clean, clean_lines, is_hostile, is_plain};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

#[test]
fn plain_characters_are_harmless_and_one_column_wide() {
    for plain in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
        assert!(!is_hostile(plain) && plain.width() == Some(1), "{plain:?}");
        for other in ['a', 'é', '\u{2019}', plain] {
            let both = format!("{other}{plain}{other}");
            assert_eq!(both.graphemes(true).count(), 3, "{plain:?} beside {other:?}");
        }
    }
}

#[test]
fn hostile_characters_are_removed_and_words_kept() {
    let cases = [
        ("plain", "plain"),
        ("été à Noël", "été à Noël"),
        ("\u{1b}[31mred\u{1b}[0m", "[31mred[0m"),
        ("a\u{202e}b\u{2066}c", "abc"),
        ("zero\u{200b}width\u{feff}", "zerowidth"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("heart \u{2764}\u{fe0f}", "heart \u{2764}"),
        ("c1 \u{9b}31m", "c1 31m"),
    ];
    for (input, expected) in cases {
        assert_eq!(clean(input), expected, "{input:?}");
    }
    assert_eq!(clean_lines("a\nb\rc"), "a\nbc");
}

#[test]
fn excess_combining_marks_are_cut() {
    let tower = format!("a{}b", "\u{301}".repeat(500));
    assert_eq!(clean(&tower), "a\u{301}\u{301}\u{301}b");
}
