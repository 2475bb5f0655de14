//! Critical items that failed: how often, at which sites, and in which visits.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::{CriticalRow, FailedVisit, SiteCount};
use super::stratum::{Failures, MAX_NAMED};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Computes a row for each critical item that failed, most first.
pub fn failures(checklists: &ComparableChecklists<'_>) -> Vec<CriticalRow> {
    let mut rows: Vec<CriticalRow> =
        checklists.families.iter().flat_map(|family| family_rows(checklists, family)).collect();
    rows.sort_by(|one, other| {
        let key = |row: &CriticalRow| (Reverse(row.failed), row.key.clone(), row.checklist.clone());
        key(one).cmp(&key(other))
    });
    rows
}

fn family_rows(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<CriticalRow> {
    let mut items: BTreeMap<&str, BTreeMap<&str, Failures>> = BTreeMap::new();
    for (key, failures) in family.counts.failures.iter().filter(|(key, _)| family.kinds.contains(key.kind)) {
        let item = family.counts.items.get(key.item as usize).map_or("", |item| &*item.id);
        let sites = items.entry(item).or_default();
        sites.entry(checklists.site(key.site)).or_default().merge(failures.clone());
    }
    let judgements = family.judgements_by(family.kinds, |_| Some(())).into_values().next().unwrap_or_default();
    let row = |(item, sites): (&str, BTreeMap<&str, Failures>)| {
        let mut newest: Vec<(Reverse<Date>, &str, &str)> = sites
            .iter()
            .flat_map(|(site, failures)| failures.newest.iter().map(move |(date, visit)| (*date, &**visit, *site)))
            .collect();
        newest.sort_unstable();
        newest.truncate(MAX_NAMED);
        let mut counts: Vec<SiteCount> = sites
            .iter()
            .map(|(site, failures)| SiteCount { site: (*site).to_owned(), visits: failures.count })
            .collect();
        counts.sort_by(|one, other| other.visits.cmp(&one.visits).then_with(|| one.site.cmp(&other.site)));
        let named = |(Reverse(date), visit, site): (Reverse<Date>, &str, &str)| FailedVisit {
            visit: visit.to_owned(),
            site: site.to_owned(),
            date: date.to_string(),
        };
        let judged = family.counts.items.iter().zip(&judgements).filter(|(own, _)| *own.id == *item && own.judged);
        let failed: u64 = counts.iter().map(|site| site.visits).sum();
        CriticalRow {
            key: Key::all().and(Dimension::Item, item),
            checklist: family.name.clone(),
            failed,
            visits: judged
                .map(|(_, judgements)| judgements.n())
                .reduce(|one, more| one + more)
                .unwrap_or(family.visits())
                .max(failed),
            sites: counts,
            newest: newest.into_iter().map(named).collect(),
        }
    };
    items.into_iter().map(row).collect()
}
