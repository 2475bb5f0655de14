//! When shops are visited: days of a period by their weekday, opening hours, in each place's own zone.

use super::chance::{Weights, real};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Monday to Sunday.
const WEEKDAYS: [f64; 7] = [0.6, 1.0, 1.1, 1.0, 1.2, 1.6, 0.15];
/// From nine o'clock on.
const HOURS: [f64; 10] = [0.6, 1.0, 1.1, 0.7, 0.6, 1.0, 1.1, 1.2, 1.2, 0.9];
const OPENING: i8 = 9;

/// The days of a period, whole months but for the last.
#[derive(Clone, Debug)]
pub struct Calendar {
    days: Vec<Date>,
    by_day: Weights,
    hours: Weights,
}

/// A day of the period.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Its month, counted from the period's first.
    pub month: usize,
    /// How far into the period it lies, from 0 to 1.
    pub part: f64,
}

impl Calendar {
    /// Makes the calendar of so many months up to a day.
    #[must_use]
    pub fn new(months: u16, end: Date) -> Self {
        let first = end.first_of_month().saturating_sub((i32::from(months.max(1)) - 1).months());
        let days: Vec<Date> = first.series(1.day()).take_while(|day| *day <= end).collect();
        let weight = |day: &Date| WEEKDAYS.get(usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()));
        let by_day = Weights::new(days.iter().map(|day| weight(day).copied().unwrap_or(1.0)));
        Self { days, by_day, hours: Weights::new(HOURS) }
    }

    /// Gives the day `u` of the way through the period, days of more visits taking more of the way.
    #[must_use]
    pub fn day(&self, u: f64) -> Day {
        let place = self.by_day.at(u);
        let date = self.days.get(place).copied().unwrap_or_default();
        let first = self.days.first().copied().unwrap_or_default();
        let month = i32::from(date.year() - first.year()) * 12 + i32::from(date.month() - first.month());
        let part = (real(place as u64) + 0.5) / real(self.days.len().max(1) as u64);
        Day { date, month: usize::try_from(month).unwrap_or_default(), part }
    }

    /// Gives the month of a number, as `2026-03`.
    #[must_use]
    pub fn month_name(&self, month: usize) -> String {
        let first = self.days.first().copied().unwrap_or_default();
        let months = i32::try_from(month).unwrap_or_default().months();
        first.saturating_add(months).strftime("%Y-%m").to_string()
    }

    /// Gives the first and the last day.
    #[must_use]
    pub fn ends(&self) -> (Date, Date) {
        (self.days.first().copied().unwrap_or_default(), self.days.last().copied().unwrap_or_default())
    }

    /// Gives an instant of a day, `u` of the way through the opening hours, in a zone.
    #[must_use]
    pub fn instant(&self, day: &Day, zone: &TimeZone, u: f64, within_ms: i64) -> Timestamp {
        let hour = OPENING.saturating_add(i8::try_from(self.hours.at(u)).unwrap_or_default());
        let civil = day.date.at(hour, 0, 0, 0);
        let hour = zone.to_ambiguous_timestamp(civil).compatible().unwrap_or_default();
        hour.saturating_add(jiff::SignedDuration::from_millis(within_ms)).unwrap_or(hour)
    }
}
