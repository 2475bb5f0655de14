//! Months as numbers, so that they can be counted: `12 * year + month - 1`.

use jiff::civil::Date;

/// Gives the number of a day's month.
pub(super) fn number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// Gives a month's name: `2026-03`.
pub(super) fn name(number: i32) -> String {
    format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1)
}

/// Gives a month's first day: `2026-03-01`.
pub(super) fn first_day(number: i32) -> String {
    format!("{}-01", name(number))
}
