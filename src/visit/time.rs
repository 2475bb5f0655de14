//! Time as values: nothing here reads a clock.

use jiff::fmt::friendly::SpanPrinter;
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
    pub fn new(instant: Timestamp, offset: Offset) -> Self {
        let whole = Timestamp::from_millisecond(instant.as_millisecond()).unwrap_or(instant);
        Self { instant: whole, offset }
    }

    /// Parses RFC 3339; returns `None` if the date, the time or the offset is missing or invalid.
    pub fn parse(text: &str) -> Option<Self> {
        let pieces = DateTimeParser::new().parse_pieces(text).ok()?;
        let offset = match pieces.offset()? {
            PiecesOffset::Numeric(numeric) => numeric.offset(),
            _ => Offset::UTC,
        };
        let instant = offset.to_timestamp(pieces.date().to_datetime(pieces.time()?)).ok()?;
        Some(Self { instant, offset })
    }

    /// Returns the instant.
    pub fn instant(&self) -> Timestamp {
        self.instant
    }

    /// Returns the offset of the local time from UTC.
    pub fn offset(&self) -> Offset {
        self.offset
    }

    /// Returns the local date and time.
    pub fn civil(&self) -> jiff::civil::DateTime {
        self.offset.to_datetime(self.instant)
    }

    /// Returns `self - earlier` in milliseconds; negative if `earlier` is later.
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
pub fn format_clock(ms: u64) -> String {
    let whole = SignedDuration::from_secs((ms / 1000).cast_signed());
    SpanPrinter::new().hours_minutes_seconds(true).duration_to_string(&whole)
}
