//! Sites beside the others, the coverage of the programme, trends and the year before, by the real program.

use crate::support::Place;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use world::write::{Folder, write};
use world::{Settings, World};

/// Writes visits that differ in nothing but what a test sets.
fn visits(folder: &Path, settings: &Settings) -> PathBuf {
    let settings = Settings { changed_sites: 0, training: 0.0, abandoned: 0.0, ..settings.clone() };
    write(&World::new(settings).unwrap(), &mut Folder::new(folder)).unwrap();
    folder.to_owned()
}

/// Returns the report in JSON.
fn report(place: &Place, args: &[&str]) -> Value {
    let (code, out, err) = place.run("en", &[&["report", "--format", "json"], args].concat(), "");
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

fn rows<'r>(report: &'r Value, question: &str) -> &'r Vec<Value> {
    report[question].as_array().unwrap()
}

/// Returns the row of all visits by the checklist for customers.
fn of_all(rows: &[Value]) -> &Value {
    let is_all = |row: &&Value| row["key"].as_object().unwrap().is_empty() && row["checklist"] == "customer";
    rows.iter().find(is_all).unwrap()
}

fn sites(coverage: &Value) -> Vec<&str> {
    coverage["rows"].as_array().unwrap().iter().map(|row| row["key"]["site"].as_str().unwrap()).collect()
}

#[test]
fn a_site_is_compared_with_the_others_alone() {
    let place = Place::new();
    let folder = visits(&place.dir.path().join("visits"), &Settings { sites: 8, visits: 160, ..Settings::default() });
    let report = report(&place, &[folder.to_str().unwrap()]);
    let standing = rows(&report, "standing");
    let number = |row: &Value, name: &str| row[name].as_f64().unwrap();
    let mut compared = 0;
    for row in standing {
        let others = |same_group: bool| {
            let is_other = |other: &&Value| other["checklist"] == row["checklist"] && other["key"] != row["key"];
            let others = standing.iter().filter(is_other).filter(|other| !same_group || other["group"] == row["group"]);
            let (mut visits, mut sum) = (0.0, 0.0);
            for other in others {
                visits += number(other, "visits");
                sum += number(other, "visits") * number(other, "percent_mean");
            }
            (visits, sum / visits)
        };
        let (other_visits, other_mean) = others(false);
        assert!((number(row, "other_visits") - other_visits).abs() < 1e-9, "{row}");
        assert!((number(row, "other_mean") - other_mean).abs() < 1e-9, "{row}");
        assert!((number(row, "difference") - number(row, "percent_mean") + other_mean).abs() < 1e-9, "{row}");
        let (group_visits, group_mean) = others(true);
        assert!((number(row, "group_visits") - group_visits).abs() < 1e-9, "{row}");
        if group_visits == 0.0 {
            assert_eq!((&row["group_mean"], &row["group_undefined"]), (&Value::Null, &Value::from("single_group")));
        } else {
            assert!((number(row, "group_mean") - group_mean).abs() < 1e-9, "{row}");
        }
        if number(row, "visits") < 5.0 {
            let missing = [&row["lower"], &row["upper"], &row["quartile"]].map(Value::is_null);
            assert_eq!((missing, &row["undefined"]), ([true; 3], &Value::from("few_visits")), "{row}");
        } else if !row["lower"].is_null() {
            let limits = (number(row, "lower"), number(row, "upper"));
            let difference = number(row, "difference");
            assert!(-100.0 <= limits.0 && limits.0 < difference && difference < limits.1 && limits.1 <= 100.0, "{row}");
            compared += 1;
        }
    }
    assert!(compared >= 8);
    let quarters = standing.iter().filter(|row| row["checklist"] == "customer").map(|row| row["quartile"].as_u64());
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    quarters.flatten().for_each(|quarter| *counts.entry(quarter).or_default() += 1);
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [(1, 2), (2, 2), (3, 2), (4, 2)]);
}

#[test]
fn sites_of_the_list_without_a_visit_come_first() {
    let place = Place::new();
    let folder = visits(
        &place.folders().sessions(),
        &Settings { sites: 4, visits: 40, self_audits: 0.0, ..Settings::default() },
    );
    let list = place.dir.path().join("list.csv");
    fs::write(&list, "id,name,group\nzz-new,New site,far\nzz-old,,far\n").unwrap();
    let (folder, list) = (folder.to_str().unwrap(), list.to_str().unwrap());

    let without_list = report(&place, &[folder]);
    assert_eq!(without_list["coverage"]["known_sites"], 0);
    assert_eq!(without_list["coverage"]["not_visited"], 0);

    let with_list = report(&place, &[folder, "--sites", list]);
    let coverage = &with_list["coverage"];
    assert_eq!(sites(coverage)[..2], ["zz-new", "zz-old"]);
    let counts = ["sites", "known_sites", "visited", "not_visited"].map(|name| coverage[name].as_u64().unwrap());
    assert_eq!(counts, [6, 2, 4, 2]);
    let audits = &coverage["kinds"][1];
    assert_eq!((&audits["kind"], &audits["not_visited"]), (&Value::from("self_audit"), &Value::from(6)));
    let dates: Vec<&str> =
        coverage["rows"].as_array().unwrap()[2..].iter().map(|row| row["last_visit"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert_eq!(with_list["labels"]["sites"]["zz-new"], "New site");
    let note = rows(&with_list, "notes").iter().find(|note| note["code"] == "sites_not_visited").unwrap();
    assert_eq!(note["subject"], serde_json::json!(["2", "6"]));

    // The list of the data folder counts where the visits of the data folder do, unless another one is named.
    fs::write(place.data().join("sites.csv"), "zz-own;Own site;near\n").unwrap();
    assert_eq!(sites(&report(&place, &[])["coverage"])[0], "zz-own");
    assert_eq!(report(&place, &[folder])["coverage"]["known_sites"], 0);
    assert_eq!(report(&place, &["--sites", list])["coverage"]["known_sites"], 2);
    let group = sites(coverage)[2].to_owned();
    let filtered = report(&place, &["--where", &format!("site={group}"), "--sites", list]);
    assert_eq!(sites(&filtered["coverage"]), [group]);
}

#[test]
fn a_list_that_cannot_be_used_is_named() {
    let place = Place::new();
    let list = place.dir.path().join("list.xlsx");
    // The beginning of a workbook without the rest.
    fs::write(&list, b"PK\x03\x04id,name\nLyon 3,Lyon\n").unwrap();
    for (file, lang, said) in [(list.to_str().unwrap(), "en", "list.xlsx"), ("nowhere.csv", "fr", "nowhere.csv")] {
        let (code, _, err) = place.run(lang, &["report", "--sites", file], "");
        assert!(code == 2 && err.contains(said), "{code} {err}");
    }
}

#[test]
fn a_trend_of_the_network_is_found_and_a_short_time_has_none() {
    let place = Place::new();
    let settings = Settings { sites: 10, visits: 600, months: 24, trend: 8.0, ..Settings::default() };
    let folder = visits(&place.dir.path().join("long"), &settings);
    let long = report(&place, &[folder.to_str().unwrap()]);
    let row = of_all(rows(&long, "trend"));
    let figure = |name: &str| row[name].as_f64().unwrap();
    assert!(figure("lower") > 0.0 && figure("lower") < 8.0 && figure("upper") > 8.0, "{row}");
    assert_eq!(row["certain"], true, "{row}");
    let of_site = |row: &&Value| row["key"]["site"].is_string() && row["checklist"] == "customer";
    assert_eq!(rows(&long, "trend").iter().filter(of_site).count(), 10);

    let folder = visits(&place.dir.path().join("short"), &Settings { months: 4, ..settings });
    let short = report(&place, &[folder.to_str().unwrap()]);
    assert_eq!(of_all(rows(&short, "trend"))["undefined"], "too_few_points");
    assert!(rows(&short, "trend").iter().all(|row| row["per_year"].is_null()));
}

#[test]
fn the_same_months_are_compared_with_the_year_before() {
    let place = Place::new();
    let settings = Settings { sites: 6, visits: 360, months: 24, ..Settings::default() };
    let folder = visits(&place.dir.path().join("long"), &settings);
    let folder = folder.to_str().unwrap();
    let all = report(&place, &[folder]);
    assert_eq!(all["last_year"]["after"], serde_json::json!({"from": "2025-11-01", "to": "2026-10-31"}));
    assert_eq!(all["last_year"]["before"], serde_json::json!({"from": "2024-11-01", "to": "2025-10-31"}));
    let row = of_all(rows(&all["last_year"], "scores"));
    assert_eq!(row["sites"], 6);
    assert!(row["p_adjusted"].is_number() && row["lower"].is_number(), "{row}");
    // With whole years, both halves are the same months, and so is the change.
    assert_eq!(row["difference"], of_all(rows(&all["change"], "scores"))["difference"]);
    let since = report(&place, &[folder, "--since", "2026-09-15"]);
    assert_eq!(since["last_year"]["after"]["from"], "2026-10-01");
    assert_eq!(since["last_year"]["before"], serde_json::json!({"from": "2025-10-01", "to": "2025-10-31"}));

    let short = visits(&place.dir.path().join("short"), &Settings { months: 9, ..settings });
    let short = report(&place, &[short.to_str().unwrap()]);
    assert_eq!(short["last_year"]["undefined"], "no_observations");
    assert!(rows(&short["last_year"], "scores").is_empty());
}
