//! The mirror: the three relations side by side.

use super::{by_site, towards};
use crate::records::{add_row, answer_row, assert_near, key_text, visit};
use esprit::analysis::figures::MirrorRow;
use esprit::stats::Undefined;
use esprit::visit::checklist::Relation;
use esprit::visit::record::{Record, RecordedValue};

/// Returns a visit whose greeting earns this percentage.
fn graded(site: &'static str, relation: Relation, percent: f64) -> Record<'static> {
    let mut record = towards(relation, visit(site, "2026-03-02"));
    add_row(&mut record, answer_row("greeting.whole", "scale", RecordedValue::Number(percent), percent / 10.0, 10.0));
    record
}

/// Returns a visit with a judgement on smiling; its attitude has another name between managers and employees.
fn smiling(site: &'static str, relation: Relation, value: &'static str) -> Record<'static> {
    let mut record = towards(relation, visit(site, "2026-03-02"));
    let mut smile = answer_row("greeting.smile", "behaviour", RecordedValue::Text(value.into()), 0.0, 0.0);
    if relation == Relation::Management {
        (smile.item, smile.attitude) = ("warmth.smile".into(), Some("warmth".into()));
    }
    add_row(&mut record, smile);
    record
}

fn three_relations() -> Vec<Record<'static>> {
    let mut records = Vec::new();
    let mut all = |site, relation, percents: &[f64]| {
        records.extend(percents.iter().map(|percent| graded(site, relation, *percent)));
    };
    all("a", Relation::Customer, &[90.0, 80.0, 85.0, 88.0, 92.0]);
    all("a", Relation::Management, &[60.0, 70.0, 55.0, 65.0, 62.0]);
    all("a", Relation::Internal, &[80.0, 75.0]);
    all("b", Relation::Customer, &[70.0, 75.0]);
    all("b", Relation::Management, &[72.0, 66.0, 71.0]);
    all("c", Relation::Customer, &[88.0]);
    all("c", Relation::Management, &[80.0]);
    all("c", Relation::Internal, &[90.0]);
    all("d", Relation::Customer, &[60.0, 64.0]);
    all("d", Relation::Management, &[50.0, 45.0]);
    all("e", Relation::Customer, &[77.0, 81.0]);
    all("e", Relation::Management, &[70.0]);
    all("e", Relation::Internal, &[60.0]);
    all("f", Relation::Customer, &[95.0]);
    records
}

fn smiles() -> Vec<Record<'static>> {
    let mut records = Vec::new();
    let mut all = |site, relation, values: &[&'static str]| {
        records.extend(values.iter().map(|value| smiling(site, relation, value)));
    };
    all("a", Relation::Customer, &["yes", "yes", "partly", "yes", "yes", "yes", "not_observed"]);
    all("a", Relation::Management, &["no", "no", "yes", "no", "no", "no"]);
    all("b", Relation::Customer, &["yes", "no", "yes"]);
    all("b", Relation::Management, &["partly", "no", "yes"]);
    all("c", Relation::Customer, &["yes"]);
    all("c", Relation::Management, &["no"]);
    all("d", Relation::Customer, &["yes", "yes"]);
    all("d", Relation::Management, &["no", "yes"]);
    all("e", Relation::Customer, &["yes"]);
    all("e", Relation::Management, &["partly"]);
    records
}

fn gap(row: &MirrorRow, expected: [f64; 3]) {
    assert_near(row.gap_management, expected[0]);
    assert_near(row.lower, expected[1]);
    assert_near(row.upper, expected[2]);
}

fn keys(rows: &[MirrorRow]) -> Vec<String> {
    rows.iter().map(|row| key_text(&row.key)).collect()
}

#[test]
fn gaps_of_visits_and_attitudes_are_within_the_sites_of_both_relations() {
    // scipy: the paired test of the sites' means, and Welch's at a site; Wilson's limits in numpy.
    let report = by_site(&three_relations());
    let rows = &report.mirror;
    let keys = keys(rows);
    assert_eq!(keys[..2], ["", "attitude=greeting"]);
    assert_eq!(keys[2..7], ["site=a", "site=b", "site=c", "site=d", "site=e"], "only customers at `f`");
    assert_eq!((keys[7].as_str(), keys.len()), ("site=a attitude=greeting", 12));
    for all in &rows[..2] {
        assert_eq!((all.n_customer, all.n_management, all.n_internal), (13, 12, 4));
        assert_near(all.customer, 80.384_615_384_615_39);
        assert_near(all.management, 63.833_333_333_333_336);
        assert_near(all.internal, 76.25);
        assert_eq!((all.sites, all.sites_internal), (5, 3));
        gap(all, [11.786_666_666_666_665, 1.442_592_926_359_040_5, 21.881_125_001_255_67]);
        assert_near(all.p, 0.033_358_488_303_793_565);
        // Three sites with departments are too few.
        assert_eq!((all.gap_internal, all.p_internal, all.certain_internal), (None, None, None));
        assert_eq!(all.undefined, Some(Undefined::FewSites));
    }
    for a in [&rows[2], &rows[7]] {
        gap(a, [24.6, 16.903_285_072_474_134, 31.998_503_026_184_01]);
        assert_near(a.p, 0.000_078_469_952_360_631_16);
        assert_near(a.gap_internal, 9.5);
        assert_eq!((a.lower_internal, a.undefined), (None, Some(Undefined::FewVisits)));
    }
    let b = &rows[3];
    assert_near(b.gap_management, 2.833_333_333_333_328_6);
    assert_eq!((b.internal, b.n_internal, b.gap_internal, b.lower), (None, 0, None, None));
    let certain: Vec<_> = rows.iter().map(|row| row.certain).collect();
    assert_eq!(certain[..4], [Some(false), Some(false), Some(true), None], "{rows:?}");
    let ranks: Vec<_> = rows.iter().map(|row| row.parts_company).collect();
    assert_eq!((ranks[2], ranks[7]), (Some(1), Some(1)));
    assert_eq!(ranks.iter().flatten().count(), 2);
}

#[test]
fn behaviours_are_paired_by_name_with_the_certain_gaps_first() {
    let report = by_site(&smiles());
    assert_eq!(
        keys(&report.mirror),
        ["", "site=a ", "site=b ", "site=c ", "site=d ", "site=e "]
            .map(|site| format!("{site}attitude=greeting behaviour=smile"))
    );
    let [all, a, b, ..] = &report.mirror[..] else { panic!() };
    // Over sites as above; at one site Newcombe's method 10 and the score test, in numpy.
    gap(all, [58.333_333_333_333_336, 10.954_455_021_728_208, 84.112_733_483_879_77]);
    assert_near(all.p, 0.013_881_294_927_281_02);
    gap(a, [75.0, 18.665_405_894_276_855, 90.564_071_841_866_42]);
    assert_near(a.p, 0.009_130_080_362_707_644);
    assert_eq!((a.n_customer, a.n_management, a.parts_company), (6, 6, Some(1)));
    assert_near(b.gap_management, 16.666_666_666_666_664);
    assert_eq!((b.lower, b.parts_company, b.undefined), (None, None, Some(Undefined::FewVisits)));
}

#[test]
fn fewer_than_five_sites_have_no_gap_over_sites() {
    let mut records = smiles();
    records.retain(|record| record.site == "a");
    let report = by_site(&records);
    let [all, a] = &report.mirror[..] else { panic!() };
    assert_eq!((all.gap_management, all.p, all.undefined), (None, None, Some(Undefined::FewSites)));
    gap(a, [75.0, 18.665_405_894_276_855, 90.564_071_841_866_42]);
}

#[test]
fn sites_where_relations_are_alike_have_no_gap_however_they_are_mixed() {
    // Good sites have many visits of customers, weak ones of teams; within each site both are equal.
    let mut records = Vec::new();
    for (site, level, customers, teams) in [
        ("a", 90.0, 9, 2),
        ("b", 85.0, 8, 2),
        ("c", 60.0, 2, 9),
        ("d", 55.0, 2, 8),
        ("e", 70.0, 3, 3),
        ("f", 75.0, 3, 3),
    ] {
        for (relation, visits) in [(Relation::Customer, customers), (Relation::Management, teams)] {
            let percent = |visit: u32| level + 4.0 * (f64::from(visit) - f64::from(visits - 1) / 2.0);
            records.extend((0..visits).map(|visit| graded(site, relation, percent(visit))));
        }
    }
    let report = by_site(&records);
    let all = &report.mirror[0];
    assert!(all.customer.unwrap() - all.management.unwrap() > 10.0, "{all:?}");
    assert!(all.gap_management.unwrap().abs() < 1e-9 && all.certain != Some(true), "{all:?}");
}

#[test]
fn a_single_relation_and_items_without_behaviour_have_no_mirror() {
    let mut records = smiles();
    records.retain(|record| record.relation == Relation::Customer);
    assert_eq!(by_site(&records).mirror, []);
    let nameless = smiles().into_iter().map(|mut record| {
        record.rows[0].behaviour = None;
        record.rows[0].item = "smile".into();
        record
    });
    assert_eq!(by_site(&nameless.collect::<Vec<_>>()).mirror, []);
}

#[test]
fn management_and_internal_are_compared_without_customers() {
    let mut records = three_relations();
    records.retain(|record| record.relation != Relation::Customer);
    let report = by_site(&records);
    assert_eq!(keys(&report.mirror)[..3], ["", "attitude=greeting", "site=a"]);
    let a = &report.mirror[2];
    assert_eq!((a.customer, a.gap_management, a.gap_internal), (None, None, None));
    assert_eq!((a.management, a.internal, a.undefined), (Some(62.4), Some(77.5), Some(Undefined::NoPairs)));
}

#[test]
fn identical_sites_give_no_interval() {
    let sites = ["a", "b", "c", "d", "e"].iter();
    let records: Vec<_> = sites
        .flat_map(|site| [graded(site, Relation::Customer, 80.0), graded(site, Relation::Management, 70.0)])
        .collect();
    let report = by_site(&records);
    let all = &report.mirror[0];
    assert_eq!(
        (all.lower, all.upper, all.parts_company, all.undefined),
        (None, None, None, Some(Undefined::NoVariation))
    );
    assert_near(all.gap_management, 10.0);
}
