//! The figures that both programs compute, under the same keys.

use serde_json::Value;
use std::collections::BTreeMap;

/// How far figures may differ, in their own units.
const AGREE: f64 = 1e-9;

/// Figures by question and key.
pub type Figures = BTreeMap<String, BTreeMap<String, Vec<f64>>>;

/// Compares the rival's figures with one's own.
pub fn assert_equal(own: &Figures, other: &Figures) {
    assert!(!other.is_empty());
    for (question, rows) in other {
        let own = &own[question];
        assert_eq!(own.keys().collect::<Vec<_>>(), rows.keys().collect::<Vec<_>>(), "{question}");
        for (key, figures) in own {
            // The rival may have fewer.
            assert!((1..=figures.len()).contains(&rows[key].len()), "{question} {key}");
            for (one, other) in figures.iter().zip(&rows[key]) {
                assert!((one - other).abs() <= AGREE * one.abs().max(1.0), "{question} {key}: {one} and {other}");
            }
        }
    }
}

/// Returns the figures of a report that the rival computes too, under the same keys.
pub fn from_report(report: &Value) -> Figures {
    let score = ["visits", "percent_mean", "percent_pooled", "failed_critical"];
    let mut figures = Figures::new();
    for (question, keys, names) in [
        ("network", &["checklist"][..], &score[..]),
        ("scores", &["site", "checklist"], &score),
        ("behaviours", &["site", "behaviour", "checklist"], &["n", "yes", "partly", "no", "share"]),
        ("blind_spots", &["site", "behaviour", "checklist"], &["n_self", "n_mystery"]),
        ("waiting", &["site", "checklist", "item"], &["n", "censored"]),
        ("drivers", &["behaviour", "checklist"], &["with", "without"]),
    ] {
        let of_site = |row: &&Value| !keys.contains(&"site") || row["key"]["site"].is_string();
        // A single kind cannot be compared.
        let of_both = |row: &&Value| question != "blind_spots" || (row["n_self"] != 0 && row["n_mystery"] != 0);
        // Drivers that are no behaviours have a level of their answers.
        let shown = |row: &&Value| question != "drivers" || row["level"]["type"] == "shown";
        let rows = report[question].as_array().unwrap().iter().filter(of_site).filter(of_both).filter(shown);
        figures.insert(question.to_owned(), rows.map(|row| (key(row, keys), numbers(row, names))).collect());
    }
    let signals = report["signals"].as_array().unwrap().iter().filter(|row| row["key"]["site"].is_string());
    let months = signals.flat_map(|row| {
        let points = row["points"].as_array().unwrap().iter().filter(|point| point["percent"].is_number());
        let start = key(row, &["site", "checklist"]);
        points.map(move |point| {
            (format!("{start} {}", point["month"].as_str().unwrap()), numbers(point, &["visits", "percent"]))
        })
    });
    figures.insert("signals".to_owned(), months.collect());
    let of_attitude = |row: &&Value| {
        row["key"]["site"].is_string() && row["key"]["attitude"].is_string() && row["key"]["behaviour"].is_null()
    };
    let mirror = report["mirror"].as_array().unwrap().iter().filter(of_attitude).flat_map(|row| {
        let relations = ["customer", "management", "internal"].into_iter().filter(|name| row[*name].is_number());
        relations.map(move |name| (format!("{} {name}", key(row, &["site", "attitude"])), numbers(row, &[name])))
    });
    figures.insert("mirror".to_owned(), mirror.collect());
    figures
}

fn key(row: &Value, names: &[&str]) -> String {
    let of = |name: &&str| row["key"][*name].as_str().or_else(|| row[*name].as_str()).unwrap_or_default().to_owned();
    names.iter().map(of).collect::<Vec<_>>().join(" ")
}

fn numbers(row: &Value, names: &[&str]) -> Vec<f64> {
    names.iter().filter_map(|name| row[*name].as_f64()).collect()
}

/// Parses the rival's figures; a row's key comes first.
pub fn from_rival(questions: &Value) -> Figures {
    let row = |row: &Value| {
        let figures = row.as_array().unwrap().iter().skip(1).filter_map(Value::as_f64).collect();
        (row[0].as_str().unwrap().to_owned(), figures)
    };
    let rows = |rows: &Value| rows.as_array().unwrap().iter().map(row).collect();
    questions.as_object().unwrap().iter().map(|(question, found)| (question.clone(), rows(found))).collect()
}
