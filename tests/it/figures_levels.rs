//! Answers that are no judgements: how often each was given, and how the outcome differs by them.

use crate::support::Place;
use serde_json::{Value, json};
use world::write::{Folder, write};
use world::{Settings, World};

fn report() -> Value {
    let place = Place::new();
    let folder = place.dir.path().join("visits");
    let settings = Settings { sites: 8, visits: 320, honest: true, ..Settings::default() };
    write(&World::new(settings).unwrap(), &mut Folder::new(&folder)).unwrap();
    let (code, out, err) = place.run("en", &["report", folder.to_str().unwrap(), "--format", "json"], "");
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

fn rows<'r>(report: &'r Value, question: &str) -> Vec<&'r Value> {
    report[question].as_array().unwrap().iter().filter(|row| row["checklist"] == "customer").collect()
}

fn visits(row: &Value) -> u64 {
    row["answers"].as_array().unwrap().iter().map(|answer| answer["visits"].as_u64().unwrap()).sum()
}

#[test]
fn each_answer_is_counted_once_under_each_site_and_over_all() {
    let report = report();
    let all = rows(&report, "network_distributions");
    let items: Vec<&str> = all.iter().map(|row| row["item"].as_str().unwrap()).collect();
    assert_eq!(items, ["greeting.greeting_words", "listening.open_questions", "outcome.come_back"]);
    for row in &all {
        assert_eq!(visits(row), row["n"].as_u64().unwrap(), "{row}");
        let shares = row["answers"].as_array().unwrap().iter().map(|answer| answer["share"].as_f64().unwrap());
        assert!((shares.sum::<f64>() - 1.0).abs() < 1e-9, "{row}");
        let by_site = rows(&report, "distributions").into_iter().filter(|site| site["item"] == row["item"]);
        assert_eq!(by_site.map(visits).sum::<u64>(), visits(row), "{row}");
    }
    // A scale has all its values, and its mean is that of the outcome.
    let outcome = all[2];
    let values: Vec<f64> =
        outcome["answers"].as_array().unwrap().iter().map(|answer| answer["value"].as_f64().unwrap()).collect();
    assert_eq!(values, (0..=10).map(f64::from).collect::<Vec<_>>());
    for (figure, name) in [("mean", "mean"), ("lower", "lower"), ("upper", "upper"), ("n", "n")] {
        assert_eq!(outcome[figure], rows(&report, "network_outcomes")[0][name]);
    }
}

#[test]
fn the_outcome_is_compared_by_waits_counts_and_choices() {
    let report = report();
    let levels: Vec<(&Value, &Value)> = rows(&report, "drivers")
        .into_iter()
        .filter(|row| row["item"].is_string())
        .map(|row| (&row["item"], &row["level"]))
        .collect();
    let option = |id: &str| json!({"type": "option", "id": id});
    let (words, questions, wait) =
        (json!("greeting.greeting_words"), json!("listening.open_questions"), json!("greeting.wait"));
    let at_least = json!({"type": "at_least", "value": 1.0, "unit": "number"});
    // The checklist promises a greeting within 30 s and the service within 3 min.
    let above = json!({"type": "above", "value": 30.0, "unit": "seconds"});
    let (service, slow) =
        (json!("efficiency.service_time"), json!({"type": "above", "value": 180.0, "unit": "seconds"}));
    let mut expected: Vec<(&Value, Value)> =
        ["full", "other", "short"].into_iter().map(|id| (&words, option(id))).collect();
    expected.extend([(&questions, at_least), (&service, slow), (&wait, above)]);
    let expected: Vec<(&Value, &Value)> = expected.iter().map(|(item, level)| (*item, level)).collect();
    assert_eq!(levels, expected);
    for row in rows(&report, "drivers") {
        let n = row["n_with"].as_u64().unwrap() + row["n_without"].as_u64().unwrap();
        assert!(n <= rows(&report, "network_outcomes")[0]["n"].as_u64().unwrap(), "{row}");
    }
}
