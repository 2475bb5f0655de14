//! Which sites the visits cover: the known ones and those visited.

use super::dimension::{Dimension, Key};
use super::figures::{Coverage, CoverageOfKind, CoverageRow};
use super::plan::{KnownSite, Plan};
use super::tally::SiteFacts;
use crate::visit::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Lists every known site that matches the filter, and every site with a visit that counts. A site that only a visit made
/// known is listed if a visit was there, among those that count or those of `filtered_sites`.
pub(super) fn coverage(
    plan: &Plan,
    facts: &BTreeMap<Box<str>, SiteFacts>,
    filtered_sites: &BTreeSet<String>,
) -> Coverage {
    let is_listed =
        |id: &str| !plan.remembered_sites.contains(id) || facts.contains_key(id) || filtered_sites.contains(id);
    let mut known: BTreeMap<&str, &KnownSite> = BTreeMap::new();
    for site in plan.matching_sites().filter(|site| is_listed(&site.id)) {
        known.entry(&site.id).or_insert(site);
    }
    let ids: BTreeSet<&str> = known.keys().copied().chain(facts.keys().map(|site| &**site)).collect();
    let mut rows: Vec<CoverageRow> =
        ids.into_iter().map(|id| coverage_row(plan, id, known.get(id).copied(), facts.get(id))).collect();
    // The sort is stable, so that equal dates keep the order of ids; a site without a visit has no date and comes first.
    rows.sort_by(|one, other| one.last_visit.cmp(&other.last_visit));
    let with = |has: &dyn Fn(&CoverageRow) -> bool| rows.iter().filter(|row| has(row)).count() as u64;
    let sites = rows.len() as u64;
    let visited = with(&|row| row.visits > 0);
    let of_kind = |kind: Kind, visits: fn(&CoverageRow) -> Option<u64>| {
        let visited = with(&|row| visits(row) > Some(0));
        let counts = CoverageOfKind { kind: kind.name(), visited, not_visited: sites - visited };
        plan.filter.matches_kind(kind).then_some(counts)
    };
    let kinds =
        [of_kind(Kind::MysteryVisit, |row| row.mystery_visits), of_kind(Kind::SelfAudit, |row| row.self_audits)];
    Coverage {
        sites,
        known_sites: known.len() as u64,
        visited,
        not_visited: sites - visited,
        kinds: kinds.into_iter().flatten().collect(),
        rows,
    }
}

fn coverage_row(plan: &Plan, id: &str, known: Option<&KnownSite>, facts: Option<&SiteFacts>) -> CoverageRow {
    let group = facts.and_then(SiteFacts::group).or_else(|| known?.group.as_deref());
    let count =
        |kind: Kind, visits: fn(&SiteFacts) -> u64| plan.filter.matches_kind(kind).then(|| facts.map_or(0, visits));
    CoverageRow {
        key: Key::all().and(Dimension::Site, id),
        group: group.map(|group| crate::text::clean(group).into_owned()),
        known: known.is_some(),
        visits: facts.map_or(0, |facts| facts.visits),
        mystery_visits: count(Kind::MysteryVisit, |facts| facts.mystery_visits),
        self_audits: count(Kind::SelfAudit, |facts| facts.self_audits),
        last_visit: facts.and_then(|facts| facts.last_visit).map(|date| date.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Condition;
    use jiff::civil::date;

    fn known(id: &str, group: Option<&str>) -> KnownSite {
        KnownSite { id: id.to_owned(), name: None, group: group.map(str::to_owned) }
    }

    fn visited(mystery_visits: u64, self_audits: u64, day: i8) -> SiteFacts {
        let last_visit = Some(date(2026, 3, day));
        SiteFacts {
            visits: mystery_visits + self_audits,
            mystery_visits,
            self_audits,
            last_visit,
            ..SiteFacts::default()
        }
    }

    fn plan(conditions: &[&str]) -> Plan {
        let mut plan = Plan {
            known_sites: vec![known("a", Some("north")), known("b", Some("north")), known("c", None), known("d", None)],
            ..Plan::default()
        };
        plan.filter.conditions = conditions.iter().map(|text| Condition::parse(text).unwrap()).collect();
        plan
    }

    fn ids(coverage: &Coverage) -> Vec<&str> {
        coverage.rows.iter().map(|row| row.key.get(Dimension::Site).unwrap()).collect()
    }

    #[test]
    fn sites_without_visits_come_first_then_those_visited_longest_ago() {
        let facts = BTreeMap::from([
            ("a".into(), visited(2, 0, 9)),
            ("d".into(), visited(0, 3, 4)),
            ("x".into(), visited(1, 1, 6)),
        ]);
        let got = coverage(&plan(&[]), &facts, &BTreeSet::new());
        assert_eq!(ids(&got), ["b", "c", "d", "x", "a"]);
        assert_eq!((got.sites, got.known_sites, got.visited, got.not_visited), (5, 4, 3, 2));
        let kinds: Vec<_> = got.kinds.iter().map(|of| (of.kind, of.visited, of.not_visited)).collect();
        assert_eq!(kinds, [("mystery_visit", 2, 3), ("self_audit", 2, 3)]);
        assert!(!got.rows[3].known);
        assert_eq!(got.rows[2].last_visit.as_deref(), Some("2026-03-04"));
    }

    #[test]
    fn the_filter_applies_to_the_list() {
        let of = |condition: &str| coverage(&plan(&[condition]), &BTreeMap::new(), &BTreeSet::new());
        assert_eq!(ids(&of("group=north")), ["a", "b"]);
        assert_eq!(ids(&of("group=")), ["c", "d"]);
        assert_eq!(ids(&of("site=d")), ["d"]);
        assert_eq!(ids(&of("observer=o1")), ["a", "b", "c", "d"]);
        let audits = of("kind=self_audit");
        assert_eq!((audits.rows[0].mystery_visits, audits.rows[0].self_audits), (None, Some(0)));
        assert_eq!(audits.kinds.len(), 1);
    }
}
