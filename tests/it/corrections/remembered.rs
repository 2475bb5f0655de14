//! Sites that only a visit made known.

use super::{DAY, json, site};
use crate::support::{Place, bundled, moment, setup};
use esprit::store::{Journal, sites};
use esprit::visit::{Action, Kind, Site, Visit, VisitSetup};

/// Finishes a visit of a site on a day, as the program does: the site is remembered at the start.
fn visit(place: &Place, id: &str, day: u64, kind: Kind, end: &[Action]) {
    let definition = bundled("customer");
    let site = Site { id: id.to_owned(), name: None, group: None };
    let session = format!("0195c0de-0000-7000-8000-00000000000{day}");
    let setup = VisitSetup { session: session.clone(), kind, site: site.clone(), ..setup() };
    let mut visit = Visit::begin(definition.clone(), setup, &moment(day * DAY)).unwrap();
    for action in end {
        visit.act(action, &moment(day * DAY + 60_000)).unwrap();
    }
    let mut journal = Journal::create(&place.folders(), &definition, &session).unwrap();
    journal.append(visit.events()).unwrap();
    journal.complete().unwrap();
    sites::remember(&place.folders(), &site).unwrap();
}

#[test]
fn a_site_that_no_visit_has_any_more_is_not_listed_as_not_visited() {
    let place = Place::new();
    visit(&place, "lion-3", 1, Kind::MysteryVisit, &[site("lyon-3"), Action::Finish]);
    visit(&place, "nice-1", 2, Kind::MysteryVisit, &[Action::Finish]);
    visit(&place, "abandoned", 3, Kind::MysteryVisit, &[Action::Abandon]);
    visit(&place, "training", 4, Kind::Training, &[Action::Finish]);
    let listed = |args: &[&str]| {
        let report = json(&place, &[&["report", "--format", "json"], args].concat());
        let coverage = &report["coverage"];
        let rows = coverage["rows"].as_array().unwrap();
        let sites: Vec<String> = rows.iter().map(|row| row["key"]["site"].as_str().unwrap().to_owned()).collect();
        (sites, ["known_sites", "not_visited"].map(|name| coverage[name].as_u64().unwrap()))
    };
    assert_eq!(listed(&[]).1, [1, 0]);
    assert_eq!(listed(&[]).0, ["lyon-3", "nice-1"]);
    // A site whose visits a filter leaves out was not visited in the time of the report.
    visit(&place, "paris-2", 5, Kind::MysteryVisit, &[Action::Finish]);
    let (sites, counts) = listed(&["--from", "2026-03-06"]);
    assert_eq!((sites, counts), (vec!["nice-1".to_owned(), "paris-2".to_owned()], [2, 1]));
    // Those that a person entered are always listed.
    let (code, _, err) = place.run("en", &["sites", "add", "Brest"], "");
    assert_eq!(code, 0, "{err}");
    assert_eq!(listed(&[]).0.first().map(String::as_str), Some("brest"));
}

#[test]
fn a_site_that_was_mistyped_and_corrected_is_forgotten() {
    let place = Place::new();
    let visit = |site: &str, lines: &str| {
        let args = ["visit", "practice", "--kind", "mystery_visit", "--site", site, "--observer", "Ana", "--plain"];
        let (code, out, err) = place.run("en", &args, &format!("{lines}finish\nfinish\n"));
        assert_eq!(code, 0, "{out}{err}");
    };
    let known = || {
        let all = sites::load(&place.folders()).all.entries;
        let mut ids: Vec<String> = all.into_iter().map(|site| site.id).collect();
        ids.sort();
        ids
    };
    // Before the end, and in a correction.
    visit("Lion 3", "site Lyon 3\n");
    assert_eq!(known(), ["lyon-3"]);
    visit("Nise", "");
    let session = place.sessions().into_iter().find(|path| path.to_str().unwrap().contains("nise")).unwrap();
    let amend = ["amend", session.to_str().unwrap(), "--plain", "--by", "Ana", "--reason", "typo"];
    let (code, out, err) = place.run("en", &amend, "site Nice\nfinish\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(known(), ["lyon-3", "nice"]);
    // One that another visit has, or that a person entered, stays.
    visit("Brest", "");
    visit("Brest", "site Nice\n");
    let (code, ..) = place.run("en", &["sites", "add", "Dijon"], "");
    assert_eq!(code, 0);
    visit("Dijon", "site Nice\n");
    assert_eq!(known(), ["brest", "dijon", "lyon-3", "nice"]);
}
