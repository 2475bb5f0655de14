//! Reports of small networks in which a careless figure misleads: nothing is claimed that is not so, and what cannot be
//! known is said.

use crate::support::Place;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::PathBuf;

/// The report on a network, as JSON and as text.
struct Reports {
    json: Value,
    text: String,
}

fn reports(name: &str, options: &[&str]) -> Reports {
    let packed =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/figures").join(format!("{name}.ndjson.gz"));
    let mut lines = String::new();
    GzDecoder::new(fs::File::open(packed).unwrap()).read_to_string(&mut lines).unwrap();
    let place = Place::new();
    let file = place.dir.path().join("visits.ndjson");
    fs::write(&file, lines).unwrap();
    let report = |format: &str| {
        let args = [&["report", file.to_str().unwrap(), "--format", format], options].concat();
        let (code, out, err) = place.run("en", &args, "");
        assert_eq!(code, 0, "{err}");
        out
    };
    let text = report("text").replace(['\u{a0}', '\u{202f}'], " ");
    Reports { json: serde_json::from_str(&report("json")).unwrap(), text }
}

impl Reports {
    fn says(&self) -> Vec<&str> {
        rows(&self.json["advice"]).iter().map(|advice| advice["says"].as_str().unwrap()).collect()
    }

    /// Returns the opening of the text, in one line.
    fn opening(&self) -> String {
        let opening = self.text.split("What this rests on").next().unwrap();
        opening.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn notes(&self) -> Vec<&str> {
        rows(&self.json["notes"]).iter().map(|note| note["code"].as_str().unwrap()).collect()
    }

    /// Returns every row that is claimed for certain, with the question that it answers.
    fn claims(&self) -> Vec<(String, &Value)> {
        let mut claims = Vec::new();
        collect_claims("", &self.json, &mut claims);
        claims
    }
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn collect_claims<'v>(path: &str, value: &'v Value, claims: &mut Vec<(String, &'v Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_claims(path, item, claims)),
        Value::Object(fields) => {
            if fields.get("certain") == Some(&Value::Bool(true)) {
                claims.push((path.to_owned(), value));
            }
            fields.iter().for_each(|(name, field)| collect_claims(&format!("{path}.{name}"), field, claims));
        }
        _ => {}
    }
}

#[test]
fn self_audits_do_not_lead_the_ranking() {
    let report = reports("self-audits-in-the-ranking", &[]);
    assert_eq!((&report.json["source"]["sessions"], &report.json["source"]["self_audits"]), (&120.into(), &40.into()));
    assert_eq!(report.json["kind"], "mystery_visit");
    assert_eq!((&report.json["network"][0]["visits"], report.notes()), (&80.into(), vec!["self_audits_apart"]));
    assert!(rows(&report.json["scores"]).iter().all(|row| row["visits"] == 8), "{}", report.json["scores"]);
    assert!(rows(&report.json["ranking"]["sites"]).is_empty(), "equal sites: {}", report.json["ranking"]);
    assert_eq!(report.says(), ["noise", "not_yet", "overall"]);
    assert!(report.text.contains("40 self-audits are only compared with mystery visits"), "{}", report.text);
    let opening = report.opening();
    assert!(!opening.contains("best") && !opening.contains("weakest"), "{opening}");
    // On request both are shown, side by side.
    let by_kind = reports("self-audits-in-the-ranking", &["--by", "kind"]);
    let kinds: Vec<_> = rows(&by_kind.json["scores"]).iter().map(|row| (&row["key"]["kind"], &row["visits"])).collect();
    assert_eq!(kinds, [(&"mystery_visit".into(), &80.into()), (&"self_audit".into(), &40.into())]);
    let only = reports("self-audits-in-the-ranking", &["--where", "kind=self_audit"]);
    assert_eq!((&only.json["kind"], &only.json["network"][0]["visits"]), (&Value::Null, &40.into()));
}

#[test]
fn no_gap_is_claimed_where_both_sides_are_equal_within_sites() {
    let report = reports("mirror-equal-within-sites", &[]);
    let mirror = rows(&report.json["mirror"]);
    assert!(!mirror.is_empty());
    assert!(mirror.iter().all(|row| row["certain"] != true && row["parts_company"].is_null()), "{mirror:?}");
    let all = &mirror[0];
    assert!(all["gap_management"].as_f64().unwrap().abs() < 3.0, "{all}");
    let mixed = all["customer"].as_f64().unwrap() - all["management"].as_f64().unwrap();
    assert!(mixed.abs() > 5.0, "the means over visits differ, of other sites: {all}");
    let opening = report.opening();
    assert!(!opening.contains("teams") && !opening.contains("treated"), "{opening}");
}

#[test]
fn sites_that_open_later_change_nothing_and_are_counted() {
    let report = reports("weaker-sites-open", &[]);
    let all = &report.json["change"]["scores"][0];
    assert_eq!((&all["sites"], &all["sites_apart"]), (&8.into(), &8.into()));
    assert!(report.claims().iter().all(|(path, _)| !path.starts_with(".change")), "{:?}", report.claims());
    assert!(rows(&report.json["change"]["behaviours"]).iter().all(|row| row["sites_apart"] == 8));
    assert!(report.says().contains(&"noise") && report.notes().contains(&"sites_in_one_period"));
    let opening = report.opening();
    assert!(opening.contains("8 sites visited in one period only are left out."), "{opening}");
    assert!(!opening.contains("less often") && !opening.contains("Worse"), "{opening}");
}

#[test]
fn sites_are_not_told_apart_from_their_only_observer() {
    let report = reports("each-site-its-own-observer", &[]);
    assert!(rows(&report.json["site_observers"]).iter().all(|row| row["inseparable"] == true));
    assert_eq!(report.says(), ["noise", "sites_by_observer", "overall"]);
    let opening = report.opening();
    assert!(opening.contains("Sites and observers cannot be told apart: 10 sites"), "{opening}");
    assert!(!opening.contains("best") && !opening.contains("weakest"), "{opening}");
}

#[test]
fn a_month_of_one_visit_is_no_signal_nor_makes_one() {
    let report = reports("a-month-of-one-visit", &[]);
    for chart in rows(&report.json["signals"]) {
        let points = rows(&chart["points"]);
        assert!(points.iter().any(|point| point["visits"] == 1 && point["judged"] == false), "{chart}");
        assert!(points.iter().all(|point| point["signal"] == false), "{chart}");
        assert!(chart["upper"].is_number() && chart["shift"].is_null(), "{chart}");
    }
}

#[test]
fn perfect_visits_have_no_variation() {
    let report = reports("all-perfect", &[]);
    for row in rows(&report.json["network"]).iter().chain(rows(&report.json["scores"])) {
        assert_eq!((&row["percent_mean"], &row["lower"], &row["upper"]), (&100.0.into(), &Value::Null, &Value::Null));
        assert_eq!(row["undefined"], "no_variation", "{row}");
    }
    assert!(report.opening().contains("Score: 100.0%, 12 visits."), "{}", report.opening());
    assert!(!report.text.contains("100.0 to 100.0") && !report.text.contains("100.0% to 100.0%"), "{}", report.text);
    assert_eq!(report.claims(), []);
}

#[test]
fn two_visits_are_few() {
    let report = reports("two-visits-far-apart", &[]);
    for row in rows(&report.json["network"]).iter().chain(rows(&report.json["scores"])) {
        assert_eq!((&row["percent_mean"], &row["few_visits"]), (&75.0.into(), &true.into()));
        assert_eq!((&row["lower"], &row["undefined"]), (&Value::Null, &"few_visits".into()));
    }
    assert_eq!(report.says(), ["overall", "too_few"]);
    assert!(report.text.contains("few visits"), "{}", report.text);
    assert!(report.opening().contains("Score: 75.0%, 2 visits."), "{}", report.opening());
}

#[test]
fn a_claim_has_no_interval_that_holds_0() {
    let names = [
        "a-month-of-one-visit",
        "all-perfect",
        "each-site-its-own-observer",
        "mirror-equal-within-sites",
        "self-audits-in-the-ranking",
        "two-visits-far-apart",
        "weaker-sites-open",
    ];
    for name in names {
        for by in ["site", "kind", "month", "observer"] {
            assert_claims_exclude_0(&reports(name, &["--by", by]).json);
        }
    }
}

/// Fails where a claim, or a sentence that compares, has an interval that holds 0.
pub fn assert_claims_exclude_0(report: &Value) {
    let excludes_0 = |row: &Value, names: [&str; 2]| {
        let [lower, upper] = names.map(|name| row.get(name).and_then(Value::as_f64));
        lower.zip(upper).is_none_or(|(lower, upper)| lower > 0.0 || upper < 0.0)
    };
    let mut claims = Vec::new();
    collect_claims("", report, &mut claims);
    for (path, row) in claims {
        for limits in [["lower", "upper"], ["leniency_lower", "leniency_upper"]] {
            assert!(excludes_0(row, limits), "{path}: {row}");
        }
    }
    for row in rows(&report["mirror"]).iter().filter(|row| row["certain_internal"] == true) {
        assert!(excludes_0(row, ["lower_internal", "upper_internal"]), "{row}");
    }
    let compares = ["better", "worse", "mirror", "mirror_internal", "blind_spot", "lenient", "severe"];
    for said in rows(&report["advice"]).iter().filter(|said| compares.iter().any(|one| said["says"] == *one)) {
        assert!(excludes_0(said, ["lower", "upper"]), "{said}");
    }
}
