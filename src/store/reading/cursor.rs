//! Reads JSON from a text whose order of fields is known: each field is asked for by its name, in its turn.
//!
//! Where the text goes another way, it may still be good JSON; that is for another reader to say.

use std::borrow::Cow;

/// Digits that fit an integer exactly held by a double, with room for one more.
const EXACT_DIGITS: usize = 15;

/// Powers of ten that a double holds exactly, as far as a number of [`EXACT_DIGITS`] needs them.
const TENS: [f64; EXACT_DIGITS + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// The text goes another way than the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AnotherWay;

/// What was asked for, where it was there.
pub(super) type Asked<T> = Result<T, AnotherWay>;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Tells whether the text is at its end.
    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Passes over a piece of text that must be here.
    pub(super) fn pass(&mut self, piece: &str) -> Asked<()> {
        self.rest = self.rest.strip_prefix(piece).ok_or(AnotherWay)?;
        Ok(())
    }

    /// Passes over a piece of text where it is here, and tells whether it was.
    pub(super) fn passes(&mut self, piece: &str) -> bool {
        self.pass(piece).is_ok()
    }

    /// Reads a text in quotes, borrowed where nothing in it is escaped.
    pub(super) fn string(&mut self) -> Asked<Cow<'a, str>> {
        self.pass("\"")?;
        let end = self.rest.bytes().position(ends_plain_text).ok_or(AnotherWay)?;
        if self.rest.as_bytes().get(end) == Some(&b'"') {
            return self.take(end, 1).map(Cow::Borrowed);
        }
        self.escaped(end)
    }

    /// Reads a text whose opening quote is behind, and in which something stands at `from` that may be an escape.
    fn escaped(&mut self, from: usize) -> Asked<Cow<'a, str>> {
        let mut end = from;
        loop {
            match self.rest.as_bytes().get(end).ok_or(AnotherWay)? {
                b'"' => break,
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        let inside = self.take(end, 1)?;
        let text: Result<String, _> = serde_json::from_str(&format!("\"{inside}\""));
        text.map(Cow::Owned).map_err(|_| AnotherWay)
    }

    /// Reads a text, or `null`.
    pub(super) fn string_or_null(&mut self) -> Asked<Option<Cow<'a, str>>> {
        if self.passes("null") { Ok(None) } else { self.string().map(Some) }
    }

    /// Reads a text where its field is here.
    pub(super) fn string_after(&mut self, field: &str) -> Asked<Option<Cow<'a, str>>> {
        if self.passes(field) { self.string().map(Some) } else { Ok(None) }
    }

    /// Reads `true` or `false`.
    pub(super) fn boolean(&mut self) -> Asked<bool> {
        let yes = self.passes("true");
        if yes || self.passes("false") { Ok(yes) } else { Err(AnotherWay) }
    }

    /// Reads a whole number that is not negative.
    pub(super) fn integer(&mut self) -> Asked<u64> {
        let token = self.token()?;
        let canonical = token == "0" || (!token.starts_with('0') && token.bytes().all(|b| b.is_ascii_digit()));
        token.parse().ok().filter(|_| canonical).ok_or(AnotherWay)
    }

    /// Reads a finite number.
    pub(super) fn number(&mut self) -> Asked<f64> {
        let token = self.token()?;
        plain_number(token).or_else(|| any_number(token)).ok_or(AnotherWay)
    }

    /// Reads a finite number, or `null`.
    pub(super) fn number_or_null(&mut self) -> Asked<Option<f64>> {
        if self.passes("null") { Ok(None) } else { self.number().map(Some) }
    }

    fn token(&mut self) -> Asked<&'a str> {
        let is_part = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E');
        let end = self.rest.bytes().take_while(|b| is_part(b)).count();
        if end == 0 { Err(AnotherWay) } else { self.take(end, 0) }
    }

    /// Takes some bytes, and passes over some more.
    fn take(&mut self, bytes: usize, more: usize) -> Asked<&'a str> {
        let taken = self.rest.get(..bytes).ok_or(AnotherWay)?;
        self.rest = self.rest.get(bytes + more..).ok_or(AnotherWay)?;
        Ok(taken)
    }
}

/// Tells whether a byte ends what a text in quotes may hold as it is.
fn ends_plain_text(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Reads whatever JSON calls a number, where it is finite.
fn any_number(token: &str) -> Option<f64> {
    serde_json::from_str::<serde::de::IgnoredAny>(token).ok()?;
    token.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Reads digits, with or without a fraction: a number of few digits divided by a power of ten is rounded once, and so
/// is the nearest double.
fn plain_number(token: &str) -> Option<f64> {
    let (whole, fraction) = token.split_once('.').unwrap_or((token, "0"));
    let leads = whole.len() > 1 && whole.starts_with('0');
    if leads || whole.is_empty() || fraction.is_empty() || whole.len() + fraction.len() > EXACT_DIGITS {
        return None;
    }
    let mut digits = 0u64;
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        digits = 10 * digits + u64::from(digit);
    }
    #[expect(clippy::cast_precision_loss, reason = "below 10^15, and so below 2^53")]
    let number = digits as f64;
    TENS.get(fraction.len()).map(|tens| number / tens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_ordinary_reader() {
        let texts = [
            "0",
            "0.0",
            "20.0",
            "83.3",
            "83.33333333333334",
            "0.1",
            "123456789012345",
            "1234567890123456",
            "-0.5",
            "1e3",
            "2.5E-3",
            "0.30000000000000004",
            "99.99999999999",
            "12345678.9012345",
            "18446744073709551615",
        ];
        for text in texts {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(Cursor::new(text).number().map(f64::to_bits), Ok(expected.to_bits()), "{text}");
        }
        for text in ["", "-", "01", "1.", ".5", "+1", "1e999", "1e", "--1", "NaN", "1.2.3"] {
            assert_eq!(Cursor::new(text).number(), Err(AnotherWay), "{text}");
        }
        for (text, whole) in [("0", Some(0)), ("812345", Some(812_345)), ("01", None), ("1.0", None), ("-1", None)] {
            assert_eq!(Cursor::new(text).integer().ok(), whole, "{text}");
        }
    }

    #[test]
    fn texts_are_those_of_the_ordinary_reader() {
        for text in [r#""""#, r#""Évry""#, r#""a\"b""#, r#""\\""#, r#""x\u00e9\n""#, r#""\ud83d\ude00""#] {
            let mut cursor = Cursor::new(text);
            assert_eq!(cursor.string().as_deref(), Ok(&*serde_json::from_str::<String>(text).unwrap()), "{text}");
            assert!(cursor.is_at_end());
        }
        for text in ["\"", "x", "\"\\\"", "\"\\x\"", "\"a\nb\"", "\"\\ud83d\"", "\"a\u{1}\\n\""] {
            assert_eq!(Cursor::new(text).string(), Err(AnotherWay), "{text:?}");
        }
    }
}
