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
    all("a", Relation::Customer, &[90.0, 80.0, 85.0]);
    all("a", Relation::Management, &[60.0, 70.0, 55.0, 65.0]);
    all("a", Relation::Internal, &[80.0, 75.0]);
    all("b", Relation::Customer, &[70.0, 75.0]);
    all("b", Relation::Management, &[72.0, 66.0, 71.0]);
    all("c", Relation::Customer, &[88.0]);
    all("c", Relation::Internal, &[90.0]);
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
fn attitude_gaps_match_another_program() {
    // Sites: scipy 1.17, ttest_ind(equal_var=False). Over sites: BCa reimplemented in numpy, with the same draws.
    let report = by_site(&three_relations());
    let rows = &report.mirror;
    assert_eq!(
        keys(rows),
        ["attitude=greeting", "site=a attitude=greeting", "site=b attitude=greeting", "site=c attitude=greeting"]
    );
    let [all, a, b, c] = &rows[..] else { panic!() };
    assert_eq!((all.n_customer, all.n_management, all.n_internal), (6, 7, 3));
    assert_near(all.customer, 81.333_333_333_333_33);
    assert_near(all.management, 65.571_428_571_428_57);
    assert_near(all.internal, 81.666_666_666_666_67);
    gap(all, [15.761_904_761_904_76, 2.833_333_333_333_328_6, 23.7]);
    assert_near(all.gap_internal, -0.333_333_333_333_342_8);
    assert_near(all.lower_internal, -14.4);
    assert_near(all.upper_internal, 5.428_571_428_571_431);

    gap(a, [22.5, 11.341_442_593_306_06, 33.658_557_406_693_94]);
    assert_near(a.gap_internal, 7.5);
    assert_near(a.lower_internal, -4.938_668_991_026_912);
    gap(b, [2.833_333_333_333_328_6, -10.032_428_500_486_06, 15.699_095_167_152_718]);
    assert_eq!((b.internal, b.n_internal, b.gap_internal, b.undefined), (None, 0, None, None));
    // A visit on each side: the gap is known, but not its precision.
    assert_near(c.gap_internal, -2.0);
    assert_eq!((c.lower_internal, c.gap_management, c.undefined), (None, None, Some(Undefined::TooFewPoints)));
    let ranks: Vec<_> = rows.iter().map(|row| row.parts_company).collect();
    assert_eq!(ranks, [Some(1), Some(1), None, None]);
}

#[test]
fn behaviours_are_paired_by_name_with_the_largest_gaps_first() {
    // Sites: Newcombe's method 10 on statsmodels' Wilson limits. Over sites: BCa as above.
    let report = by_site(&smiles());
    assert_eq!(
        keys(&report.mirror),
        [
            "attitude=greeting behaviour=smile",
            "site=a attitude=greeting behaviour=smile",
            "site=b attitude=greeting behaviour=smile",
        ]
    );
    let [all, a, b] = &report.mirror[..] else { panic!() };
    gap(all, [55.555_555_555_555_56, 16.666_666_666_666_664, 75.0]);
    gap(a, [75.0, 18.665_405_894_276_855, 90.564_071_841_866_42]);
    assert_eq!((a.n_customer, a.n_management, a.parts_company), (6, 6, Some(1)));
    gap(b, [16.666_666_666_666_664, -42.583_796_998_388_99, 62.956_190_157_600_45]);
    assert_eq!(b.parts_company, None);
}

#[test]
fn a_single_site_has_the_interval_of_its_answers() {
    let mut records = smiles();
    records.retain(|record| record.site == "a");
    let report = by_site(&records);
    let [all, a] = &report.mirror[..] else { panic!() };
    gap(all, [75.0, 18.665_405_894_276_855, 90.564_071_841_866_42]);
    assert_eq!(all.lower, a.lower);
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
    assert_eq!(keys(&report.mirror), ["attitude=greeting", "site=a attitude=greeting"]);
    let a = &report.mirror[1];
    assert_eq!((a.customer, a.gap_management, a.gap_internal), (None, None, None));
    assert_eq!((a.management, a.internal, a.undefined), (Some(62.5), Some(77.5), Some(Undefined::NoPairs)));
}

#[test]
fn identical_sites_give_no_interval() {
    let sites = ["a", "b", "c"].iter();
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
