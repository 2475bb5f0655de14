//! What to work on first.

use super::order_independent_report;
use crate::records::{add_row, answer_row, assert_near, key_text, visit};
use esprit::analysis::Plan;
use esprit::analysis::figures::{PriorityRow, Says};
use esprit::visit::Definition;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedValue};
use serde_json::json;

/// A checklist in which rising weighs twice as much as smiling, a gift is a bonus, and the weather does not count.
fn definitions() -> Definitions {
    let item = |id: &str, more: serde_json::Value| {
        let mut item = json!({"id": id, "label": id, "behaviour": id.split_once('.').unwrap().1,
            "response": {"type": "behaviour"}});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        item
    };
    let raw = json!({
        "format": "esprit.checklist/1", "id": "customer", "version": "1.0.0", "relation": "customer", "title": "",
        "sections": [{"id": "greeting", "title": "", "items": [
            item("greeting.smile", json!({})),
            item("greeting.rise", json!({"weight": 2})),
            item("greeting.gift", json!({"bonus": true})),
            item("greeting.weather", json!({"scored": false})),
        ]}]
    });
    Definitions::from([("sha256:1".to_owned(), Definition::new(raw).unwrap())])
}

/// Returns a visit with answers on smiling and on rising, and with neither gift nor weather.
fn judged(site: &'static str, smile: &'static str, rise: &'static str) -> Record<'static> {
    let mut record = visit(site, "2026-03-02");
    let answers = [("greeting.smile", smile, 1.0), ("greeting.rise", rise, 2.0)];
    for (item, value, weight) in answers {
        let share = match value {
            "yes" => Some(1.0),
            "partly" => Some(0.5),
            "no" => Some(0.0),
            _ => None,
        };
        let text = RecordedValue::Text(value.into());
        let points = share.map_or(0.0, |share| share * weight);
        add_row(&mut record, answer_row(item, "behaviour", text, points, share.map_or(0.0, |_| weight)));
    }
    for item in ["greeting.gift", "greeting.weather"] {
        add_row(&mut record, answer_row(item, "behaviour", RecordedValue::Text("no".into()), 0.0, 0.0));
    }
    record
}

fn priorities(records: &[Record<'_>]) -> (Vec<PriorityRow>, Option<String>) {
    let report = order_independent_report(Plan::default(), records, &definitions());
    let first = report.advice.iter().find(|said| said.says == Says::First);
    (report.priorities.clone(), first.map(|said| key_text(&said.key)))
}

#[test]
fn a_behaviour_takes_its_weight_times_what_is_missing() {
    // 6 visits, 5 with both and one without rising: 5 * 3 + 1 points are possible.
    let mut records = vec![judged("a", "no", "yes"); 2];
    records.extend([judged("a", "partly", "no"), judged("a", "yes", "partly"), judged("b", "yes", "yes")]);
    records.push(judged("b", "no", "not_applicable"));
    let (rows, _) = priorities(&records);
    let [smile, rise] = &rows[..] else { panic!("neither bonus nor unscored: {rows:?}") };
    assert_eq!((key_text(&smile.key), smile.n), ("behaviour=smile".to_owned(), 6));
    assert_eq!((key_text(&rise.key), rise.n), ("behaviour=rise".to_owned(), 5));
    assert_near(smile.gain, 100.0 * 3.5 / 16.0);
    assert_near(rise.gain, 100.0 * 3.0 / 16.0);
    assert_near(smile.share, 2.5 / 6.0);
    assert_eq!((smile.p.is_some(), rise.p, rise.certain), (true, None, None));
}

#[test]
fn the_first_is_named_only_where_it_is_told_apart_from_all_others() {
    let sites = ["a", "b", "c", "d", "e", "f"];
    // Rising fails far more often than smiling at every site.
    let apart: Vec<_> = sites
        .iter()
        .flat_map(|site| {
            let often = if ["a", "d"].contains(site) { 8 } else { 9 };
            (0..10)
                .map(move |at| judged(site, if at == 0 { "no" } else { "yes" }, if at < often { "no" } else { "yes" }))
        })
        .collect();
    let (rows, first) = priorities(&apart);
    assert_eq!((rows[0].certain, first.as_deref()), (Some(true), Some("behaviour=rise")));
    // At some sites the one, at others the other.
    let mixed: Vec<_> = sites
        .iter()
        .zip([0, 6, 1, 7, 2, 6])
        .flat_map(|(site, often)| {
            (0..10)
                .map(move |at| judged(site, if at < 6 { "no" } else { "yes" }, if at < often { "no" } else { "yes" }))
        })
        .collect();
    let (rows, first) = priorities(&mixed);
    assert_eq!((rows[0].certain, first), (Some(false), None), "{rows:?}");
}

#[test]
fn fewer_than_five_answers_have_no_row() {
    assert_eq!(priorities(&vec![judged("a", "no", "yes"); 4]).0, []);
    assert_eq!(priorities(&vec![judged("a", "no", "not_applicable"); 5]).0.len(), 1);
}
