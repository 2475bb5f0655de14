//! Time as values: nothing here reads a clock.

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter, PiecesOffset};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An instant with its local offset from UTC; written as RFC 3339 with milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    instant: Timestamp,
    offset: Offset,
}

impl Stamp {
    /// Creates a stamp, truncated to whole milliseconds.
    #[must_use]
    pub fn new(instant: Timestamp, offset: Offset) -> Self {
        let whole = Timestamp::from_millisecond(instant.as_millisecond()).unwrap_or(instant);
        Self { instant: whole, offset }
    }

    /// Parses RFC 3339; returns `None` if the date, the time or the offset is missing or invalid.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_canonical(text).or_else(|| Self::parse_rfc3339(text))
    }

    /// Parses the form that [`Stamp`] writes, with milliseconds. A fast path: nearly all times in session files have
    /// it.
    fn parse_canonical(text: &str) -> Option<Self> {
        #[rustfmt::skip]
        let &[
            y0, y1, y2, y3, b'-', mo0, mo1, b'-', d0, d1, b'T', h0, h1, b':', mi0, mi1, b':', s0, s1, b'.', ms0, ms1, ms2,
            sign, oh0, oh1, b':', om0, om1,
        ] = text.as_bytes() else {
            return None;
        };
        let year = 100 * i16::from(two_digits(y0, y1)?) + i16::from(two_digits(y2, y3)?);
        let ms = 10 * i32::from(two_digits(ms0, ms1)?) + i32::from(digit(ms2)?);
        let (hours, minutes) = (two_digits(oh0, oh1)?, two_digits(om0, om1)?);
        let seconds = 3600 * i32::from(hours) + 60 * i32::from(minutes);
        let seconds = match sign {
            b'+' if hours < 24 && minutes < 60 => seconds,
            b'-' if hours < 24 && minutes < 60 && seconds > 0 => -seconds,
            _ => return None,
        };
        let date = Date::new(year, two_digits(mo0, mo1)?, two_digits(d0, d1)?).ok()?;
        let time = Time::new(two_digits(h0, h1)?, two_digits(mi0, mi1)?, two_digits(s0, s1)?, ms * 1_000_000).ok()?;
        let offset = Offset::from_seconds(seconds).ok()?;
        let instant = offset.to_timestamp(date.to_datetime(time)).ok()?;
        Some(Self { instant, offset })
    }

    fn parse_rfc3339(text: &str) -> Option<Self> {
        let pieces = DateTimeParser::new().parse_pieces(text).ok()?;
        let offset = match pieces.offset()? {
            PiecesOffset::Numeric(numeric) => numeric.offset(),
            _ => Offset::UTC,
        };
        let instant = offset.to_timestamp(pieces.date().to_datetime(pieces.time()?)).ok()?;
        Some(Self { instant, offset })
    }

    /// Returns the instant.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        self.instant
    }

    /// Returns the local date and time.
    #[must_use]
    pub fn civil(&self) -> jiff::civil::DateTime {
        self.offset.to_datetime(self.instant)
    }

    /// Returns `self - earlier` in milliseconds; negative if `earlier` is later.
    #[must_use]
    pub fn ms_since(&self, earlier: &Self) -> i64 {
        let ms = self.instant.duration_since(earlier.instant).as_millis();
        i64::try_from(ms).unwrap_or(if ms < 0 { i64::MIN } else { i64::MAX })
    }

    /// Returns the stamp `ms` milliseconds earlier, at the same offset; `None` outside the calendar.
    #[must_use]
    pub fn before(&self, ms: u64) -> Option<Self> {
        let ms = i64::try_from(ms).ok()?;
        let instant = self.instant.checked_sub(SignedDuration::from_millis(ms)).ok()?;
        Some(Self { instant, offset: self.offset })
    }
}

fn digit(byte: u8) -> Option<i8> {
    let digit = byte.wrapping_sub(b'0');
    if digit < 10 { i8::try_from(digit).ok() } else { None }
}

fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    Some(10 * digit(tens)? + digit(ones)?)
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole_ms = self.instant.subsec_nanosecond() % 1_000_000 == 0;
        let printer = DateTimePrinter::new().precision(if whole_ms { Some(3) } else { None });
        f.write_str(&printer.timestamp_with_offset_to_string(&self.instant, self.offset))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an RFC 3339 date, time and offset"))
    }
}

impl schemars::JsonSchema for Stamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Stamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "date-time"})
    }
}

/// One reading of both clocks, passed in by the code that may read clocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The wall clock, with the local offset.
    pub wall: Stamp,
    /// A monotonic clock that counts suspension, in milliseconds since some point of this boot.
    pub clock_ms: u64,
}

/// Formats a duration in milliseconds as hours, minutes and seconds: `00:04:31`.
#[must_use]
pub fn format_clock(ms: u64) -> String {
    let s = ms / 1000;
    format_hms(s / 3600, s / 60 % 60, s % 60)
}

/// Formats hours, minutes and seconds: `00:04:31`. Called dozens of times per frame, so it avoids `format!`.
#[must_use]
pub fn format_hms(hours: u64, minutes: u64, seconds: u64) -> String {
    let mut text = if hours < 100 { String::with_capacity(8) } else { (hours / 100).to_string() };
    for (n, mark) in [(hours, ""), (minutes, ":"), (seconds, ":")] {
        text.push_str(mark);
        for digit in [n / 10 % 10, n % 10] {
            text.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_two_digits_each_and_any_number_of_hours() {
        for (ms, shown) in [
            (0, "00:00:00"),
            (61_999, "00:01:01"),
            (59 * 60_000 + 59_000, "00:59:59"),
            (100 * 3_600_000, "100:00:00"),
            (1_234 * 3_600_000 + 5_000, "1234:00:05"),
        ] {
            assert_eq!(format_clock(ms), shown, "{ms} ms");
        }
    }

    #[test]
    fn a_stamp_reads_what_it_writes() {
        for text in [
            "2026-03-01T10:02:11.123+01:00",
            "2026-03-01T10:02:11.000-03:30",
            "2026-03-01T10:02:11.120+00:00",
            "2026-03-01T10:02:11.123456+05:45",
        ] {
            assert_eq!(Stamp::parse(text).map(|s| s.to_string()).as_deref(), Some(text), "{text}");
        }
        for text in ["", "2026-03-01", "2026-03-01T10:02:11", "10:02", "2026-13-01T10:02:11.123+01:00", "x"] {
            assert_eq!(Stamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_canonical_form_parses_like_any_rfc_3339() {
        let written = "2026-03-01T10:02:11.123+01:00";
        assert!(Stamp::parse_canonical(written).is_some());
        let pieces = ["0", "1", "2", "5", "6", "9", "-", "+", ":", ".", "T", "Z", " ", "/", "a", ""];
        for from in 0..written.len() {
            for to in [from, from + 1, from + 2] {
                for piece in pieces {
                    let text = format!("{}{piece}{}", &written[..from], &written[to.min(written.len())..]);
                    if let Some(stamp) = Stamp::parse_canonical(&text) {
                        assert_eq!(Some(stamp), Stamp::parse_rfc3339(&text), "{text}");
                    }
                }
            }
        }
        for offset in ["-00:00", "+00:00", "+23:59", "-23:59", "+24:00", "+25:59", "+01:60", "-12:30", "+1:00"] {
            for time in ["2024-02-29T23:59:59.999", "2023-02-29T00:00:00.000", "9999-12-31T23:59:60.000"] {
                let text = format!("{time}{offset}");
                assert_eq!(Stamp::parse(&text), Stamp::parse_rfc3339(&text), "{text}");
            }
        }
    }
}
