//! The later period of the change against the same months one year before.

use super::change::{later_half, months, score_changes};
use super::checklist_counts::StratumKey;
use super::comparable_checklists::ComparableChecklists;
use super::dimension::sort_rows;
use super::figures::{LastYear, ScoreChange, Span};
use super::month;
use crate::stats::Undefined;
use jiff::civil::Date;

/// The months of a year.
const YEAR: i32 = 12;

/// Compares the whole months of the later period with the same months one year before, within the sites visited in
/// both: the score of all visits and of each site.
///
/// At most the last twelve months are compared, so that no visit is on both sides, and only those of which the year
/// before does not lie before the first visit.
pub fn against_last_year(checklists: &ComparableChecklists<'_>) -> LastYear {
    let compared = months(checklists).and_then(|months| months_to_compare(months, checklists.plan.since));
    let Some((first, last)) = compared else {
        return LastYear { undefined: Some(Undefined::TooFewPoints), ..LastYear::default() };
    };
    let span = |first: i32, last: i32| Some(Span { from: month::first_day(first), to: month::last_day(last) });
    let last_year =
        LastYear { after: span(first, last), before: span(first - YEAR, last - YEAR), ..LastYear::default() };
    let is_later = |key: &StratumKey| match key.month {
        month if (first..=last).contains(&month) => Some(true),
        month if (first..=last).contains(&(month + YEAR)) => Some(false),
        _ => None,
    };
    let families = || checklists.families.iter();
    let has_visits_before = families().any(|family| {
        let mut keys = family.counts.strata.keys().filter(|key| family.kinds.contains(key.kind));
        keys.any(|key| is_later(key) == Some(false))
    });
    if !has_visits_before {
        return LastYear { undefined: Some(Undefined::NoObservations), ..last_year };
    }
    let mut scores: Vec<ScoreChange> =
        families().flat_map(|family| score_changes(checklists, family, is_later)).collect();
    sort_rows(&mut scores, |row| (&row.key, &row.checklist, None));
    LastYear { scores, ..last_year }
}

/// Returns the first and the last month to compare with the year before; `None` if the later period has no whole month.
/// Months of which the year before lies before the first visit are left out, unless that leaves none.
fn months_to_compare((first, last): (i32, i32), since: Option<Date>) -> Option<(i32, i32)> {
    let begins =
        since.map_or_else(|| later_half(first, last), |since| month::number(since) + i32::from(since.day() > 1));
    let wanted = begins.max(last - (YEAR - 1));
    let start = wanted.max(first + YEAR);
    (wanted <= last).then_some((if start <= last { start } else { wanted }, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_months_compared_have_a_year_before_and_are_on_one_side() {
        let month = |year: i16, month: i8| month::number(date(year, month, 1));
        let of = |first, last, since| {
            months_to_compare((first, last), since)
                .map(|(first, last)| format!("{}..{}", month::name(first), month::name(last)))
        };
        let (first, last) = (month(2024, 1), month(2026, 6));
        // The later half has fifteen months, of which the first three are the year before of the last three.
        assert_eq!(of(first, last, None).as_deref(), Some("2025-07..2026-06"));
        assert_eq!(of(first, last, Some(date(2026, 3, 1))).as_deref(), Some("2026-03..2026-06"));
        assert_eq!(of(first, last, Some(date(2026, 3, 2))).as_deref(), Some("2026-04..2026-06"));
        assert_eq!(of(first, last, Some(date(2026, 6, 2))), None);
        assert_eq!(of(month(2025, 4), last, None).as_deref(), Some("2026-04..2026-06"));
        // Without a year before, the months that one would compare.
        assert_eq!(of(month(2025, 9), last, None).as_deref(), Some("2026-02..2026-06"));
    }

    #[test]
    fn a_span_ends_with_the_last_day_of_its_month() {
        assert_eq!(month::last_day(month::number(date(2024, 2, 5))), "2024-02-29");
        assert_eq!(month::last_day(month::number(date(2025, 12, 5))), "2025-12-31");
    }
}
