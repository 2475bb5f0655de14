//! Month numbers, counted from year 0: `12 * year + month - 1`.

use jiff::civil::Date;

/// Returns the number of the month that a date lies in.
pub(super) fn number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// Formats a month number as `2026-03`.
pub(super) fn name(number: i32) -> String {
    format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1)
}

/// Formats the first day of a month as `2026-03-01`.
pub(super) fn first_day(number: i32) -> String {
    format!("{}-01", name(number))
}

/// Formats the last day of a month as `2026-03-31`.
pub(super) fn last_day(number: i32) -> String {
    let first = first_day(number);
    first.parse().map_or(first, |date: Date| date.last_of_month().to_string())
}
