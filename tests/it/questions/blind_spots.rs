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

/// Returns this many self-audits and mystery visits at a site; of the latter, some with a smile, and some with half a
/// one.
fn at(site: &'static str, own: usize, [yes, partly, mystery]: [usize; 3]) -> Vec<Record<'static>> {
    const SMILES: Answers = &[("greeting.smile", "yes"), ("greeting.rise", "yes")];
    const PARTLY: Answers = &[("greeting.smile", "partly"), ("greeting.rise", "yes")];
    const RISES: Answers = &[("greeting.smile", "no"), ("greeting.rise", "yes")];
    let mut records = vec![visit_of_kind(Kind::SelfAudit, site, SMILES); own];
    let answers = |visit: usize| {
        if visit < yes {
            SMILES
        } else if visit < yes + partly {
            PARTLY
        } else {
            RISES
        }
    };
    records.extend((0..mystery).map(|visit| visit_of_kind(Kind::MysteryVisit, site, answers(visit))));
    records
}

fn both_kinds() -> Vec<Record<'static>> {
    let sites =
        [("a", 6, [1, 0, 6]), ("b", 5, [2, 0, 5]), ("c", 5, [3, 0, 5]), ("d", 2, [1, 0, 4]), ("e", 5, [1, 1, 5])];
    let mut records: Vec<_> = sites.into_iter().flat_map(|(site, own, mystery)| at(site, own, mystery)).collect();
    // Only shoppers came to `f`.
    records.extend(at("f", 0, [0, 0, 30]));
    records
}

#[test]
fn blind_spots_are_within_the_sites_of_both_kinds_and_come_first() {
    let report = by_site(&both_kinds());
    let keys: Vec<String> = report.blind_spots.iter().map(|row| key_text(&row.key)).collect();
    let [a, b, c] = ["site=a behaviour=smile", "site=e behaviour=smile", "site=d behaviour=smile"];
    assert_eq!(keys[..5], ["behaviour=smile", "behaviour=rise", a, c, b]);
    assert_eq!(keys.len(), 12);
    // Over five sites: scipy's paired test of the sites' shares, Wilson's limits in numpy.
    let smile = &report.blind_spots[0];
    assert_eq!((smile.sites, smile.n_self, smile.n_mystery, smile.blind_spot), (5, 23, 25, true));
    assert_near(smile.self_share, 1.0);
    assert_near(smile.mystery_share, 0.343_333_333_333_333_3);
    assert_near(smile.difference, 0.656_666_666_666_666_6);
    assert_near(smile.lower, 0.406_176_182_348_958_4);
    assert_near(smile.upper, 0.815_367_421_764_257_5);
    assert_near(smile.p, 0.000_912_321_426_134_484_5);
    // At one site: Newcombe's method 10 and the score test, in numpy.
    let at_a = &report.blind_spots[2];
    assert_near(at_a.lower, 0.276_700_787_896_194_7);
    assert_near(at_a.upper, 0.969_946_630_251_693_5);
    assert_near(at_a.p, 0.003_414_791_178_117_816_6);
    // One of eight tests of sites, after the only one over sites.
    assert_near(at_a.p_adjusted, 8.0 * 0.003_414_791_178_117_816_6);
    assert_eq!((at_a.blind_spot, at_a.certain), (true, Some(true)));
    // An equally large difference, on two answers against four, has no interval.
    let at_d = report.blind_spots.iter().find(|row| key_text(&row.key) == "site=d behaviour=smile").unwrap();
    assert_eq!((at_d.n_self, at_d.n_mystery, at_d.lower, at_d.blind_spot), (2, 4, None, false));
    assert_near(at_d.difference, 0.75);
    assert_eq!(at_d.undefined, Some(Undefined::FewVisits));
    // Where nothing varies, nothing is claimed.
    let rise = &report.blind_spots[1];
    assert_eq!((rise.difference, rise.certain, rise.undefined), (Some(0.0), None, Some(Undefined::NoVariation)));
}

#[test]
fn fewer_than_five_sites_are_not_compared() {
    let mut records = both_kinds();
    records.retain(|record| record.site != "e");
    let smile = by_site(&records).blind_spots.into_iter().find(|row| key_text(&row.key) == "behaviour=smile").unwrap();
    assert_eq!((smile.sites, smile.difference, smile.p), (4, None, None));
    assert_eq!((smile.blind_spot, smile.undefined), (false, Some(Undefined::FewSites)));
}

#[test]
fn a_single_kind_has_no_blind_spots() {
    let mut records = both_kinds();
    records.retain(|record| record.kind == Kind::SelfAudit);
    assert_eq!(by_site(&records).blind_spots, []);
}

#[test]
fn a_behaviour_that_one_kind_never_judged_has_no_row() {
    let records = [
        visit_of_kind(Kind::SelfAudit, "a", &[("greeting.smile", "not_applicable"), ("greeting.rise", "no")]),
        visit_of_kind(Kind::MysteryVisit, "a", &[("greeting.smile", "yes"), ("greeting.rise", "yes")]),
    ];
    let report = by_site(&records);
    let [all, rise] = &report.blind_spots[..] else { panic!("{:?}", report.blind_spots) };
    assert_eq!((all.difference, all.undefined), (None, Some(Undefined::FewSites)));
    assert_eq!((rise.difference, rise.undefined, rise.blind_spot), (Some(-1.0), Some(Undefined::FewVisits), false));
}
