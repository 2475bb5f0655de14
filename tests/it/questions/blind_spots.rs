//! Blind spots: what managers see of themselves and shoppers do not.

use super::by_site;
use crate::records::{assert_near, judged_visit, key_text};
use esprit::stats::Undefined;
use esprit::visit::Kind;
use esprit::visit::record::Record;

type Answers = &'static [(&'static str, &'static str)];

fn visit_of_kind(kind: Kind, site: &'static str, answers: Answers) -> Record<'static> {
    let mut record = judged_visit(site, "2026-03-02", answers);
    record.kind = kind;
    record
}

fn both_kinds() -> Vec<Record<'static>> {
    const SMILES: Answers = &[("greeting.smile", "yes"), ("greeting.rise", "yes")];
    const PARTLY: Answers = &[("greeting.smile", "partly"), ("greeting.rise", "yes")];
    const RISES: Answers = &[("greeting.smile", "no"), ("greeting.rise", "yes")];
    const NEITHER: Answers = &[("greeting.smile", "not_observed"), ("greeting.rise", "no")];
    let mystery = |site, answers| visit_of_kind(Kind::MysteryVisit, site, answers);
    let own = |site, answers| visit_of_kind(Kind::SelfAudit, site, answers);
    let mut records = vec![own("a", SMILES), own("a", SMILES), own("a", SMILES), own("a", SMILES)];
    records.extend([mystery("a", SMILES), mystery("a", RISES), mystery("a", RISES), mystery("a", RISES)]);
    records.extend([own("b", SMILES), own("b", SMILES)]);
    records.extend([mystery("b", RISES), mystery("b", RISES), mystery("b", SMILES), mystery("b", PARTLY)]);
    // Only shoppers came to `c`; nobody there saw a smile or its absence.
    records.push(mystery("c", NEITHER));
    records
}

#[test]
fn blind_spots_match_another_program_and_come_first() {
    // Newcombe's method 10 on statsmodels' Wilson limits.
    let report = by_site(&both_kinds());
    let keys: Vec<String> = report.blind_spots.iter().map(|row| key_text(&row.key)).collect();
    let expected = [
        "behaviour=smile",
        "behaviour=rise",
        "site=a behaviour=smile",
        "site=b behaviour=smile",
        "site=a behaviour=rise",
        "site=b behaviour=rise",
    ];
    assert_eq!(keys, expected);
    let smile = &report.blind_spots[0];
    assert_eq!((smile.n_self, smile.n_mystery, smile.blind_spot), (6, 8, true));
    assert_eq!((smile.self_share, smile.mystery_share), (Some(1.0), Some(2.5 / 8.0)));
    assert_near(smile.difference, 0.6875);
    assert_near(smile.lower, 0.175_234_936_850_542_7);
    assert_near(smile.upper, 0.897_592_002_783_913_9);
    let at_a = &report.blind_spots[2];
    assert_near(at_a.lower, 0.085_232_532_926_043_27);
    assert_near(at_a.upper, 0.954_412_739_190_299_5);
    // An equally large difference, on two answers against four: not certain.
    let at_b = &report.blind_spots[3];
    assert_eq!((at_b.n_self, at_b.n_mystery, at_b.blind_spot), (2, 4, false));
    assert_near(at_b.difference, 0.625);
}

#[test]
fn a_single_kind_has_no_blind_spots() {
    let mut records = both_kinds();
    records.retain(|record| record.kind == Kind::SelfAudit);
    assert_eq!(by_site(&records).blind_spots, []);
}

#[test]
fn a_behaviour_that_one_kind_never_judged_is_undefined_and_last() {
    let records = [
        visit_of_kind(Kind::SelfAudit, "a", &[("greeting.smile", "not_applicable"), ("greeting.rise", "no")]),
        visit_of_kind(Kind::MysteryVisit, "a", &[("greeting.smile", "yes"), ("greeting.rise", "yes")]),
    ];
    let report = by_site(&records);
    let [rise, smile, ..] = &report.blind_spots[..] else { panic!() };
    assert_eq!((rise.difference, rise.blind_spot), (Some(-1.0), false));
    assert_eq!(
        (smile.difference, smile.mystery_share, smile.undefined),
        (None, Some(1.0), Some(Undefined::ZeroDenominator))
    );
}
