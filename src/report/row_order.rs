//! Sorts the rows of a report by the names that people read.
//!
//! The analysis sorts rows by ids, and JSON and CSV keep that order.

use crate::analysis::{Dimension, Key, Report};
use crate::text::{Lang, NameOrder};

/// Returns the report with the rows that are sorted by key in the order of their names; those with one name stay in the
/// order of their ids.
pub fn sorted_by_name(report: &Report, lang: Lang) -> Report {
    let mut sorted = report.clone();
    macro_rules! sort {
        ($($rows:expr),*) => {
            $($rows.sort_by_cached_key(|row| key_order(report, lang, &row.checklist, &row.key));)*
        };
    }
    macro_rules! sort_with_items {
        ($($rows:expr),*) => {
            $($rows.sort_by_cached_key(|row| {
                let item = name_order(report, lang, &row.checklist, Dimension::Item, &row.item);
                (key_order(report, lang, &row.checklist, &row.key), item)
            });)*
        };
    }
    sort!(sorted.scores, sorted.standing, sorted.network_behaviours, sorted.behaviours, sorted.outcomes);
    sort!(sorted.change.scores, sorted.change.behaviours, sorted.last_year.scores, sorted.trend);
    sort!(sorted.signals, sorted.drivers, sorted.verbatims);
    sort_with_items!(sorted.network_distributions, sorted.distributions, sorted.waiting);
    sorted.quality.sort_by_cached_key(|row| key_order(report, lang, "", &row.key));
    sorted.site_observers.sort_by_cached_key(|row| key_order(report, lang, "", &row.key));
    // Sites visited on the same day are in the order of their names.
    sorted.coverage.rows.sort_by_cached_key(|row| (row.last_visit.clone(), key_order(report, lang, "", &row.key)));
    // The mirror is sorted by its gaps, then by key: over all sites first, each depth of key apart.
    sorted.mirror.sort_by_cached_key(|row| {
        let depth: Vec<Dimension> = row.key.iter().map(|(dimension, _)| dimension).collect();
        let is_of_site = row.key.get(Dimension::Site).is_some();
        (is_of_site, depth, row.parts_company.unwrap_or(u64::MAX), key_order(report, lang, "", &row.key))
    });
    sorted
}

fn key_order(report: &Report, lang: Lang, checklist: &str, key: &Key) -> Vec<(Dimension, NameOrder)> {
    key.iter().map(|(dimension, value)| (dimension, name_order(report, lang, checklist, dimension, value))).collect()
}

/// Returns the order of a value by its name; months and the like have none, and are sorted as they are.
fn name_order(report: &Report, lang: Lang, checklist: &str, dimension: Dimension, value: &str) -> NameOrder {
    let labels = &report.labels;
    let label = match dimension {
        Dimension::Site => labels.sites.get(value).map(String::as_str),
        Dimension::Observer => labels.observers.get(value).map(String::as_str),
        Dimension::Checklist => labels.checklists.get(value).map(|text| text.get(lang)),
        Dimension::Section => labels.sections.get(value).map(|text| text.get(lang)),
        Dimension::Item => labels.items.get(value).map(|text| text.get(lang)),
        Dimension::Behaviour => {
            let own = labels.behaviours_of.get(checklist).unwrap_or(&labels.behaviours);
            own.get(value).map(|text| text.get(lang))
        }
        _ => None,
    };
    NameOrder::new(label.filter(|label| !label.trim().is_empty()).unwrap_or(value))
}
