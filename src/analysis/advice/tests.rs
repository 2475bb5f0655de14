//! Tests the choice of sentences on hand-made figures.

use super::*;
use crate::analysis::figures::{
    BehaviourChange, BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, Ranking, ScoreChange, Source,
};
use crate::analysis::{Plan, Tally};
use crate::stats::Undefined;
use crate::visit::definitions::Definitions;
use std::sync::Arc;

fn site(id: &str) -> Key {
    Key::all().and(Dimension::Site, id)
}

fn behaviour(id: &str) -> Key {
    Key::all().and(Dimension::Behaviour, id)
}

/// A report of visits to two sites by one checklist, with no other figures.
fn bare(visits: u64) -> Report {
    let nothing = Tally::new(&Arc::new(Plan::default()));
    let mut report = crate::analysis::report(nothing, &Definitions::default(), Source::default());
    report.checklists = vec![ChecklistUsed {
        name: "customer".to_owned(),
        id: "customer".to_owned(),
        versions: vec!["1.0.0".to_owned()],
        relation: "customer",
        visits,
    }];
    report.network = vec![ScoreRow {
        key: Key::all(),
        checklist: "customer".to_owned(),
        visits,
        sites: 2,
        percent_mean: Some(71.0),
        percent_pooled: Some(70.5),
        lower: Some(66.0),
        upper: Some(76.0),
        failed_critical: 0,
        few_visits: visits < 5,
        undefined: None,
    }];
    report.ranking = Ranking {
        checklist: "customer".to_owned(),
        visits,
        g_now: Some(0.62),
        visits_needed: Some(16),
        ..Ranking::default()
    };
    report
}

fn ranked(id: &str, band: u64, shrunk: f64) -> RankedSite {
    let (lower, upper) = (shrunk - 4.0, shrunk + 4.0);
    RankedSite { site: id.to_owned(), band, visits: 8, percent_mean: shrunk, shrunk, lower, upper, reliability: 0.7 }
}

fn shown(of: Key, yes: u64, no: u64) -> BehaviourRow {
    let (share, lower, upper, undefined) = (None, None, None, None);
    let checklist = "customer".to_owned();
    BehaviourRow { key: of, checklist, n: yes + no, yes, partly: 0, no, left_out: 0, share, lower, upper, undefined }
}

fn drives(id: &str, difference: f64) -> DriverRow {
    DriverRow {
        key: behaviour(id),
        checklist: "customer".to_owned(),
        n_with: 20,
        n_without: 20,
        n_partly: 0,
        with: Some(8.0 + difference),
        without: Some(8.0),
        difference: Some(difference),
        lower: Some(difference - 0.1),
        upper: Some(difference + 0.1),
        p: Some(0.001),
        p_adjusted: Some(0.002),
        certain: Some(true),
        undefined: None,
    }
}

fn score_changed(key: Key, difference: f64, certain: bool) -> ScoreChange {
    ScoreChange {
        key,
        checklist: "customer".to_owned(),
        visits_before: 20,
        visits_after: 24,
        before: Some(70.0),
        after: Some(70.0 + difference),
        difference: Some(difference),
        lower: Some(difference - 3.0),
        upper: Some(difference + 3.0),
        certain: Some(certain),
        undefined: None,
    }
}

fn behaviour_changed(id: &str, difference: f64, certain: bool) -> BehaviourChange {
    BehaviourChange {
        key: behaviour(id),
        checklist: "customer".to_owned(),
        n_before: 20,
        n_after: 21,
        before: Some(0.6),
        after: Some(0.6 + difference),
        difference: Some(difference),
        lower: Some(difference - 0.1),
        upper: Some(difference + 0.1),
        p: Some(0.01),
        p_adjusted: Some(0.02),
        certain: Some(certain),
        undefined: None,
    }
}

fn mirrored(key: Key, gap: f64) -> MirrorRow {
    MirrorRow {
        key,
        customer: Some(70.0 + gap),
        management: Some(70.0),
        internal: None,
        n_customer: 30,
        n_management: 12,
        n_internal: 0,
        gap_management: Some(gap),
        lower: Some(gap - 8.0),
        upper: Some(gap + 8.0),
        gap_internal: None,
        lower_internal: None,
        upper_internal: None,
        parts_company: None,
        undefined: None,
    }
}

/// A behaviour shown in all `n` self-audits and in `mystery` of `n` mystery visits.
fn unseen(key: Key, n: u64, mystery: u64) -> BlindSpotRow {
    let (own, seen) = (Count { successes: float_u64(n), n }, Count { successes: float_u64(mystery), n });
    let gap = newcombe(own, seen, CONFIDENCE).unwrap();
    BlindSpotRow {
        key,
        checklist: "customer".to_owned(),
        n_self: n,
        n_mystery: n,
        self_share: Some(1.0),
        mystery_share: Some(float_u64(mystery) / float_u64(n)),
        difference: Some(gap.difference),
        lower: Some(gap.interval.lower),
        upper: Some(gap.interval.upper),
        blind_spot: gap.interval.lower > 0.0,
        undefined: None,
    }
}

fn says(report: &Report) -> Vec<Says> {
    choose_advice(report).iter().map(|said| said.says).collect()
}

#[test]
fn everything_at_once_is_five_sentences_in_order_of_importance() {
    let mut report = bare(44);
    report.network[0].failed_critical = 3;
    report.behaviours = vec![shown(behaviour("smile"), 10, 30)];
    report.change.scores = vec![score_changed(Key::all(), 4.0, true)];
    report.ranking.sites = vec![ranked("a", 1, 90.0), ranked("b", 2, 60.0)];
    report.mirror = vec![mirrored(Key::all().and(Dimension::Attitude, "greeting"), 20.0)];
    report.blind_spots = vec![unseen(behaviour("smile"), 30, 10)];
    assert_eq!(says(&report), [Says::Overall, Says::Critical, Says::First, Says::Better, Says::NotYet]);
    let said = choose_advice(&report);
    assert_eq!((said[0].n, said[0].value, said[0].lower, said[0].upper), (44, Some(71.0), Some(66.0), Some(76.0)));
    // Wilson's limits of 3 in 44, by statsmodels.
    let near = |got: Option<f64>, expected: f64| assert!((got.unwrap() - expected).abs() < 1e-12, "{got:?}");
    assert_eq!(said[1].n, 44);
    near(said[1].value, 3.0 / 44.0);
    near(said[1].lower, 0.023_459_395_907_381_61);
    near(said[1].upper, 0.182_250_443_702_215_35);
    assert_eq!((said[3].n, said[3].value), (44, Some(4.0)));
    assert_eq!((said[4].n, said[4].value, said[4].visits_needed), (44, Some(0.62), Some(16)));
}

#[test]
fn few_visits_conclude_nothing() {
    let mut report = bare(4);
    report.behaviours = vec![shown(behaviour("smile"), 0, 4)];
    assert_eq!(says(&report), [Says::Overall, Says::TooFew]);
    report.network[0].failed_critical = 1;
    assert_eq!(says(&report), [Says::Overall, Says::Critical, Says::TooFew]);
    report.network[0].percent_mean = None;
    report.checklists[0].visits = 1;
    assert_eq!(says(&report), [Says::Critical, Says::TooFew]);
    assert_eq!(choose_advice(&report)[1].n, 1);
    report.checklists.clear();
    assert_eq!(says(&report), [Says::TooFew]);
}

#[test]
fn where_little_is_known_there_are_three_sentences() {
    let mut report = bare(12);
    (report.network[0].sites, report.ranking.undefined) = (1, Some(Undefined::TooFewLevels));
    assert_eq!(says(&report), [Says::Overall, Says::Critical, Says::NotYet]);
    assert_eq!(choose_advice(&report)[1].value, Some(0.0));
    report.network[0].percent_mean = None;
    assert_eq!(says(&report), [Says::Critical, Says::NotYet, Says::Noise]);
    // Another checklist's score says more.
    report.checklists.push(ChecklistUsed { name: "internal".to_owned(), visits: 6, ..report.checklists[0].clone() });
    let other = ScoreRow { checklist: "internal".to_owned(), percent_mean: Some(55.0), ..report.network[0].clone() };
    report.network.push(other);
    let said = choose_advice(&report);
    assert_eq!((said[0].says, said[0].checklist.as_str(), said[0].value), (Says::Overall, "internal", Some(55.0)));
}

#[test]
fn the_behaviour_to_work_on_is_the_one_shown_least_for_certain() {
    let mut report = bare(40);
    // Shown in 2 of 5 at `a` and in 8 of 40 in all; in no case out of five, which is not much; always.
    report.behaviours = vec![
        shown(site("a").and(Dimension::Behaviour, "approach"), 2, 3),
        shown(site("a").and(Dimension::Behaviour, "smile"), 30, 10),
        shown(site("b").and(Dimension::Behaviour, "approach"), 6, 29),
        shown(site("b").and(Dimension::Behaviour, "thank"), 40, 0),
        shown(site("b").and(Dimension::Behaviour, "walk"), 0, 4),
    ];
    let first = |report: &Report| choose_advice(report).into_iter().find(|said| said.says == Says::First);
    let said = first(&report).unwrap();
    assert_eq!((said.key, said.n, said.value), (behaviour("approach"), 40, Some(0.2)));
    // Smiling is shown more often, and goes with coming back; approaching does so by less than there is more room.
    report.drivers = vec![drives("smile", 1.5)];
    assert_eq!(first(&report).unwrap().key, behaviour("smile"));
    report.drivers.push(drives("approach", 0.5));
    assert_eq!(first(&report).unwrap().key, behaviour("approach"));
    report.drivers[1] = drives("approach", 0.2);
    assert_eq!(first(&report).unwrap().key, behaviour("smile"));
    report.drivers = vec![drives("smile", -1.5)];
    assert_eq!(first(&report).unwrap().key, behaviour("approach"));
    report.drivers = vec![DriverRow { certain: Some(false), ..drives("smile", 1.5) }];
    assert_eq!(first(&report).unwrap().key, behaviour("approach"));
    report.behaviours = vec![shown(behaviour("thank"), 40, 0), shown(behaviour("walk"), 0, 4)];
    assert_eq!(first(&report), None);
}

#[test]
fn the_largest_certain_change_is_said_and_noise_only_without_one() {
    let mut report = bare(44);
    report.change.scores = vec![score_changed(Key::all(), 4.0, false), score_changed(site("a"), -19.0, false)];
    report.change.behaviours = vec![behaviour_changed("smile", -0.4, false)];
    let said = choose_advice(&report);
    assert_eq!(says(&report), [Says::Overall, Says::NotYet, Says::Noise]);
    assert_eq!((said[2].n, said[2].value, said[2].lower), (44, Some(4.0), Some(1.0)));
    report.change.scores = vec![score_changed(Key::all(), 4.0, false), score_changed(site("a"), -19.0, true)];
    report.change.behaviours.push(behaviour_changed("thank", 0.18, true));
    let said = choose_advice(&report);
    assert_eq!((said[1].says, &said[1].key, said[1].value), (Says::Worse, &site("a"), Some(-19.0)));
    report.change.behaviours.push(behaviour_changed("walk", 0.2, true));
    let said = choose_advice(&report);
    assert_eq!((said[1].says, &said[1].key, said[1].n), (Says::Better, &behaviour("walk"), 41));
    assert!(said.iter().all(|said| said.says != Says::Noise));
}

#[test]
fn sites_are_named_only_where_they_stand_apart() {
    let mut report = bare(44);
    report.ranking.g_now = Some(0.85);
    report.ranking.sites = vec![ranked("a", 1, 90.0), ranked("b", 1, 89.0)];
    assert!(!says(&report).iter().any(|says| matches!(says, Says::Best | Says::Worst)));
    report.ranking.sites[1] = ranked("b", 2, 60.0);
    assert_eq!(says(&report), [Says::Overall, Says::Worst, Says::Best]);
    let said = choose_advice(&report);
    assert_eq!((&said[1].key, said[1].n, said[1].value, said[1].upper), (&site("b"), 8, Some(60.0), Some(64.0)));
    report.ranking.g_now = Some(0.79);
    assert_eq!(says(&report), [Says::Overall, Says::NotYet, Says::Worst, Says::Best]);
    (report.ranking.g_now, report.ranking.undefined) = (Some(0.0), Some(Undefined::NoObjectVariance));
    report.ranking.sites.clear();
    (report.ranking.visits_needed, report.change.scores) = (None, vec![score_changed(Key::all(), 1.0, false)]);
    assert_eq!(says(&report), [Says::Overall, Says::NotYet, Says::Noise]);
}

#[test]
fn the_larger_of_mirror_and_blind_spot_is_said_where_it_is_certain() {
    let mut report = bare(44);
    let inside = |report: &Report| {
        let said = choose_advice(report);
        said.into_iter().find(|said| matches!(said.says, Says::Mirror | Says::BlindSpot))
    };
    let attitude = |name: &str| Key::all().and(Dimension::Attitude, name);
    report.mirror = vec![
        mirrored(site("a").and(Dimension::Attitude, "greeting"), 60.0),
        mirrored(attitude("listening"), -15.0),
        mirrored(attitude("efficiency"), 7.0),
        mirrored(attitude("greeting"), 12.0),
    ];
    let said = inside(&report).unwrap();
    assert_eq!((said.says, said.key, said.n, said.value), (Says::Mirror, attitude("listening"), 42, Some(-15.0)));
    report.blind_spots = vec![unseen(site("a").and(Dimension::Behaviour, "smile"), 30, 10)];
    assert_eq!(inside(&report).unwrap().says, Says::Mirror);
    report.blind_spots.push(unseen(behaviour("smile"), 30, 20));
    let said = inside(&report).unwrap();
    assert_eq!((said.says, said.key, said.n), (Says::BlindSpot, behaviour("smile"), 60));
    // One behaviour in twenty looks like this by chance.
    report.mirror.clear();
    report.blind_spots = vec![unseen(behaviour("smile"), 10, 5)];
    assert!(report.blind_spots[0].blind_spot && inside(&report).is_some());
    report.blind_spots.extend((0..39).map(|other| unseen(behaviour(&format!("b{other}")), 10, 10)));
    assert_eq!(inside(&report), None);
}
