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

    /// Gives the text from here to a later place.
    pub(super) fn up_to(&self, later: &Self) -> &'a str {
        self.rest.get(..self.rest.len().saturating_sub(later.rest.len())).unwrap_or_default()
    }

    /// Passes over some bytes.
    pub(super) fn skip(&mut self, bytes: usize) -> Asked<()> {
        self.take(bytes, 0).map(|_| ())
    }

    /// Passes over a piece of text that must be here.
    #[expect(clippy::inline_always, reason = "the piece is known where it is called: a comparison or two")]
    #[inline(always)]
    pub(super) fn pass(&mut self, piece: &str) -> Asked<()> {
        self.rest = self.rest.strip_prefix(piece).ok_or(AnotherWay)?;
        Ok(())
    }

    /// Passes over a piece of text where it is here, and tells whether it was.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub(super) fn passes(&mut self, piece: &str) -> bool {
        self.pass(piece).is_ok()
    }

    /// Gives the text that is left.
    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    /// Reads a text in quotes, borrowed where nothing in it is escaped.
    pub(super) fn string(&mut self) -> Asked<Cow<'a, str>> {
        self.pass("\"")?;
        let end = plain_text(self.rest.as_bytes()).ok_or(AnotherWay)?;
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
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
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
        if let Some((number, length)) = plain_number(self.rest.as_bytes()) {
            self.take(length, 0)?;
            return Ok(number);
        }
        any_number(self.token()?).ok_or(AnotherWay)
    }

    /// Reads a finite number, or `null`.
    pub(super) fn number_or_null(&mut self) -> Asked<Option<f64>> {
        if self.passes("null") { Ok(None) } else { self.number().map(Some) }
    }

    fn token(&mut self) -> Asked<&'a str> {
        let end = self.rest.bytes().take_while(|b| is_of_number(*b)).count();
        if end == 0 { Err(AnotherWay) } else { self.take(end, 0) }
    }

    /// Takes some bytes, and passes over some more.
    fn take(&mut self, bytes: usize, more: usize) -> Asked<&'a str> {
        let taken = self.rest.get(..bytes).ok_or(AnotherWay)?;
        self.rest = self.rest.get(bytes + more..).ok_or(AnotherWay)?;
        Ok(taken)
    }
}

/// A byte in each of eight places.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Gives how many bytes a text in quotes may hold as they are, before the first that it may not: eight at a time.
fn plain_text(bytes: &[u8]) -> Option<usize> {
    let (eights, last) = bytes.as_chunks::<8>();
    let mut before = 0;
    for eight in eights {
        let eight = u64::from_le_bytes(*eight);
        // The lowest bit that is set tells the first such byte; those above it may err.
        let below = |byte: u8, eight: u64| eight.wrapping_sub(EACH * u64::from(byte)) & !eight;
        let is = |byte: u8| below(1, eight ^ (EACH * u64::from(byte)));
        let ends = (below(0x20, eight) | is(b'"') | is(b'\\')) & (EACH << 7);
        if ends != 0 {
            return Some(before + ends.trailing_zeros() as usize / 8);
        }
        before += 8;
    }
    last.iter().position(|b| *b < 0x20 || *b == b'"' || *b == b'\\').map(|place| before + place)
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E')
}

/// Reads whatever JSON calls a number, where it is finite.
fn any_number(token: &str) -> Option<f64> {
    serde_json::from_str::<serde::de::IgnoredAny>(token).ok()?;
    token.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Reads digits, with or without a fraction, and tells how many bytes they take: a number of few digits divided by a
/// power of ten is rounded once, and so is the nearest double.
fn plain_number(bytes: &[u8]) -> Option<(f64, usize)> {
    let mut digits = 0u64;
    // Digits from a place on; gives the place behind them.
    let mut read = |from: usize| {
        let mut place = from;
        while let Some(digit) = bytes.get(place).map(|b| b.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
            digits = digits.wrapping_mul(10).wrapping_add(u64::from(digit));
            place += 1;
        }
        place
    };
    let whole = read(0);
    let leads = whole > 1 && bytes.first() == Some(&b'0');
    let (end, fraction) = if bytes.get(whole) == Some(&b'.') {
        let end = read(whole + 1);
        (end, end - whole - 1)
    } else {
        (whole, 0)
    };
    let is_whole =
        whole > 0 && !leads && (fraction > 0 || end == whole) && !bytes.get(end).copied().is_some_and(is_of_number);
    if !is_whole || whole + fraction > EXACT_DIGITS {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "below 10^15, and so below 2^53")]
    let number = digits as f64;
    TENS.get(fraction).map(|tens| (number / tens, end))
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
    fn a_text_is_plain_up_to_its_first_quote_backslash_or_control() {
        let all = "0123456789abcdefghijklmnopqrstuvwxyz".as_bytes();
        for byte in 0..=255 {
            for place in 0..20 {
                let mut text = all.to_vec();
                text[place] = byte;
                // What follows changes nothing.
                text[place + 1] = b'"';
                let ends = byte < 0x20 || byte == b'"' || byte == b'\\';
                assert_eq!(plain_text(&text), Some(if ends { place } else { place + 1 }), "{byte} at {place}");
            }
        }
        assert_eq!((plain_text(all), plain_text(b"")), (None, None));
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
