//! The report on generated visits recovers the truth they were generated from: the ranking, the number of visits
//! needed, the month of a change, drivers, blind spots, waiting times.

use crate::misleading_networks::assert_claims_exclude_0;
use crate::support::Place;
use serde_json::Value;
use world::items::{BLIND_SPOTS, DRIVERS};
use world::truth::Truth;
use world::write::{Folder, write};
use world::{Settings, World};

fn report(settings: Settings) -> (World, Value) {
    let place = Place::new();
    let folder = place.dir.path().join("visits");
    let world = World::new(settings).unwrap();
    write(&world, &mut Folder::new(&folder)).unwrap();
    let (code, out, err) = place.run("en", &["report", folder.to_str().unwrap(), "--format", "json"], "");
    assert_eq!(code, 0, "{err}");
    (world, serde_json::from_str(&out).unwrap())
}

fn rows<'r>(report: &'r Value, question: &str) -> impl Iterator<Item = &'r Value> {
    report[question].as_array().unwrap().iter().filter(|row| row["checklist"] == "customer")
}

#[test]
fn the_truth_of_a_network_is_recovered() {
    let settings = Settings {
        sites: 12,
        visits: 1800,
        honest: true,
        management: 0.0,
        internal: 0.0,
        self_audits: 0.25,
        ..Settings::default()
    };
    let (world, report) = report(settings);
    let truth = Truth::compute(&world, 400);
    assert_claims_exclude_0(&report);

    // The ranking: Spearman's correlation of the true order and the one found.
    let ranking = &report["ranking"];
    let found: Vec<&str> = ranking["sites"].as_array().unwrap().iter().map(|s| s["site"].as_str().unwrap()).collect();
    assert_eq!(found.len(), 12);
    let square = |(place, site): (usize, &&str)| {
        let rank = truth.sites.iter().find(|other| other.id == **site).unwrap().rank;
        i64::try_from(place + 1).unwrap().abs_diff(i64::try_from(rank).unwrap()).pow(2)
    };
    let squares: u64 = found.iter().enumerate().map(square).sum();
    let spearman = 1.0 - 6.0 * f64::from(u32::try_from(squares).unwrap()) / (12.0 * (144.0 - 1.0));
    assert!(spearman > 0.9, "{spearman}: {found:?}");

    // The number of visits needed, within the precision of twelve sites.
    let needed = ranking["visits_needed"].as_f64().unwrap();
    let true_needed = truth.visits_needed().unwrap();
    assert!((0.5..2.0).contains(&(needed / true_needed)), "{needed} and {true_needed}");

    // The month of the change, at the one site that changed.
    let changed = world.sites.iter().find(|site| site.change.is_some()).unwrap();
    let chart = rows(&report, "signals").find(|row| row["key"]["site"] == changed.site.id.as_str()).unwrap();
    let month = chart["points"][changed.change.unwrap().month]["month"].clone();
    assert_eq!(chart["shift"], month, "{chart}");
    let certain = |row: &&Value| !row["key"].as_object().unwrap().is_empty() && row["certain"] == true;
    let moved: Vec<&Value> = report["change"]["scores"].as_array().unwrap().iter().filter(certain).collect();
    assert!(moved.iter().any(|row| row["key"]["site"] == changed.site.id.as_str()), "{moved:?}");

    // The drivers of coming back, and the blind spots of managers.
    for (behaviour, _) in DRIVERS {
        let row = rows(&report, "drivers").find(|row| row["key"]["behaviour"] == behaviour).unwrap();
        assert_eq!(row["certain"], true, "{row}");
    }
    for (behaviour, _) in BLIND_SPOTS {
        let all = |row: &&Value| row["key"]["behaviour"] == behaviour && row["key"]["site"].is_null();
        let row = rows(&report, "blind_spots").find(all).unwrap();
        assert_eq!(row["blind_spot"], true, "{row}");
    }

    // Waiting: the true median lies within the interval of nearly every site.
    let misses = truth.sites.iter().filter(|site| {
        let is_wait = |row: &&Value| row["item"] == "greeting.wait" && row["key"]["site"] == site.id.as_str();
        let row = rows(&report, "waiting").find(is_wait).unwrap();
        let limit = |name: &str, none: f64| row[name].as_f64().unwrap_or(none);
        !(limit("lower_s", 0.0)..=limit("upper_s", f64::INFINITY)).contains(&site.wait_median_s)
    });
    assert!(misses.count() <= 2);
}

#[test]
fn equal_sites_are_not_ranked() {
    let settings =
        Settings { sites: 8, visits: 240, spread: 0.0, changed_sites: 0, honest: true, ..Settings::default() };
    let (_, report) = report(settings);
    let bands: Vec<&Value> = report["ranking"]["sites"].as_array().unwrap().iter().map(|site| &site["band"]).collect();
    assert!(bands.iter().all(|band| **band == 1), "{bands:?}");
}
