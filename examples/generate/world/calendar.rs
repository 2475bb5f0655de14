//! When shops are visited: days of a period by weekday, opening hours, in each place's zone.

use super::chance::{Weights, real};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The weights of Monday to Sunday.
const WEEKDAYS: [f64; 7] = [0.6, 1.0, 1.1, 1.0, 1.2, 1.6, 0.15];
/// The weights of the hours from nine o'clock on.
const HOURS: [f64; 10] = [0.6, 1.0, 1.1, 0.7, 0.6, 1.0, 1.1, 1.2, 1.2, 0.9];
const OPENING: i8 = 9;

/// The days of the period, whole months except the last.
#[derive(Clone, Debug)]
pub struct Calendar {
    days: Vec<Date>,
    by_day: Weights,
    hours: Weights,
}

/// A day of the period.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// Its month, counted from the period's first.
    pub month: usize,
    /// Its position in the period, from 0 to 1.
    pub part: f64,
}

impl Calendar {
    /// Creates the calendar of this many months up to a day.
    #[must_use]
    pub fn new(months: u16, end: Date) -> Self {
        let first = end.first_of_month().saturating_sub((i32::from(months.max(1)) - 1).months());
        let days: Vec<Date> = first.series(1.day()).take_while(|day| *day <= end).collect();
        let weight = |day: &Date| WEEKDAYS.get(usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()));
        let by_day = Weights::new(days.iter().map(|day| weight(day).copied().unwrap_or(1.0)));
        Self { days, by_day, hours: Weights::new(HOURS) }
    }

    /// Returns the day at quantile `u` of the period, weighted by the visits per day.
    #[must_use]
    pub fn day(&self, u: f64) -> Day {
        let place = self.by_day.at(u);
        let date = self.days.get(place).copied().unwrap_or_default();
        let first = self.days.first().copied().unwrap_or_default();
        let month = i32::from(date.year() - first.year()) * 12 + i32::from(date.month() - first.month());
        let part = (real(place as u64) + 0.5) / real(self.days.len().max(1) as u64);
        Day { date, month: usize::try_from(month).unwrap_or_default(), part }
    }

    /// Returns the name of a month, as `2026-03`.
    #[must_use]
    pub fn month_name(&self, month: usize) -> String {
        let first = self.days.first().copied().unwrap_or_default();
        let months = i32::try_from(month).unwrap_or_default().months();
        first.saturating_add(months).strftime("%Y-%m").to_string()
    }

    /// Returns the first and the last day.
    #[must_use]
    pub fn ends(&self) -> (Date, Date) {
        (self.days.first().copied().unwrap_or_default(), self.days.last().copied().unwrap_or_default())
    }

    /// Returns the instant at quantile `u` of the opening hours of a day, in a zone.
    #[must_use]
    pub fn instant(&self, day: &Day, zone: &TimeZone, u: f64, within_ms: i64) -> Timestamp {
        let hour = OPENING.saturating_add(i8::try_from(self.hours.at(u)).unwrap_or_default());
        let civil = day.date.at(hour, 0, 0, 0);
        let hour = zone.to_ambiguous_timestamp(civil).compatible().unwrap_or_default();
        hour.saturating_add(jiff::SignedDuration::from_millis(within_ms)).unwrap_or(hour)
    }
}
