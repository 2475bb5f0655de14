//! Tests the choice of sentences on hand-made figures.

use super::*;
use crate::analysis::figures::{
    BehaviourChange, BlindSpotRow, Change, CriticalRow, Extreme, MirrorRow, PriorityRow, RankedSite, Ranking,
    ScoreChange, ScoreRow, SiteCount, SiteObservers, WaitingRow, WaitingTest,
};
use crate::stats::Undefined;

const CUSTOMER: &str = "customer";

fn site(id: &str) -> Key {
    Key::all().and(Dimension::Site, id)
}

fn behaviour(id: &str) -> Key {
    Key::all().and(Dimension::Behaviour, id)
}

fn attitude(id: &str) -> Key {
    Key::all().and(Dimension::Attitude, id)
}

fn observed_by(id: &str) -> Key {
    Key::all().and(Dimension::Observer, id)
}

/// A report of visits to two sites by one checklist, with no other figures.
fn bare(visits: u64) -> Report {
    let (checklist, g_now) = (CUSTOMER.to_owned(), Some(0.42));
    let used = ChecklistUsed { name: checklist.clone(), id: checklist.clone(), visits, ..ChecklistUsed::default() };
    let score = ScoreRow { checklist: checklist.clone(), visits, sites: 2, ..ScoreRow::default() };
    Report {
        checklists: vec![used],
        network: vec![ScoreRow { percent_mean: Some(71.0), lower: Some(66.0), upper: Some(76.0), ..score }],
        ranking: Ranking { checklist, visits, g_now, visits_needed: Some(16), ..Ranking::default() },
        ..Report::default()
    }
}

fn ranked(id: &str, band: u64, shrunk: f64) -> RankedSite {
    let (lower, upper) = (shrunk - 4.0, shrunk + 4.0);
    RankedSite { site: id.to_owned(), band, visits: 8, percent_mean: shrunk, shrunk, lower, upper, reliability: 0.9 }
}

/// A ranking that tells sites apart.
fn reliable(sites: Vec<RankedSite>) -> Ranking {
    Ranking { checklist: CUSTOMER.to_owned(), visits: 44, g_now: Some(0.9), sites, ..Ranking::default() }
}

fn stands_out() -> Extreme {
    Extreme { certain: Some(true), ..Extreme::default() }
}

fn score_changed(key: Key, difference: f64, certain: bool) -> ScoreChange {
    ScoreChange {
        key,
        checklist: CUSTOMER.to_owned(),
        sites: 6,
        sites_apart: 2,
        visits_before: 20,
        visits_after: 24,
        difference: Some(difference),
        lower: Some(difference - 3.0),
        upper: Some(difference + 3.0),
        certain: Some(certain),
        ..ScoreChange::default()
    }
}

fn behaviour_changed(id: &str, difference: f64, certain: bool) -> BehaviourChange {
    BehaviourChange {
        key: behaviour(id),
        checklist: CUSTOMER.to_owned(),
        sites: 6,
        sites_apart: 3,
        n_before: 20,
        n_after: 21,
        difference: Some(difference),
        lower: Some(difference - 0.1),
        upper: Some(difference + 0.1),
        certain: Some(certain),
        ..BehaviourChange::default()
    }
}

fn mirrored(key: Key, gap: f64, certain: bool) -> MirrorRow {
    MirrorRow {
        key,
        n_customer: 30,
        n_management: 12,
        gap_management: Some(gap),
        lower: Some(gap - 8.0),
        upper: Some(gap + 8.0),
        certain: Some(certain),
        ..MirrorRow::default()
    }
}

fn overrated(key: Key, difference: f64, certain: bool) -> BlindSpotRow {
    BlindSpotRow {
        key,
        checklist: CUSTOMER.to_owned(),
        n_self: 30,
        n_mystery: 30,
        difference: Some(difference),
        lower: Some(difference - 0.1),
        upper: Some(difference + 0.1),
        certain: Some(certain),
        blind_spot: certain && difference > 0.0,
        ..BlindSpotRow::default()
    }
}

fn rated(id: &str, leniency: f64, certain: bool) -> QualityRow {
    QualityRow {
        key: observed_by(id),
        visits: 20,
        leniency: Some(leniency),
        leniency_lower: Some(leniency - 2.0),
        leniency_upper: Some(leniency + 2.0),
        certain: Some(certain),
        ..QualityRow::default()
    }
}

fn gains(id: &str, gain: f64, certain: Option<bool>) -> PriorityRow {
    let checklist = CUSTOMER.to_owned();
    PriorityRow { key: behaviour(id), checklist, n: 40, gain: Some(gain), certain, ..PriorityRow::default() }
}

fn failed(item: &str, sites: &[(&str, u64)], visits: u64) -> CriticalRow {
    let sites: Vec<SiteCount> =
        sites.iter().map(|(site, visits)| SiteCount { site: (*site).to_owned(), visits: *visits }).collect();
    CriticalRow {
        key: Key::all().and(Dimension::Item, item),
        checklist: CUSTOMER.to_owned(),
        failed: sites.iter().map(|site| site.visits).sum(),
        visits,
        sites,
        newest: Vec::new(),
    }
}

fn waited(id: &str, n: u64, median_s: f64) -> WaitingRow {
    let (checklist, item, median_s) = (CUSTOMER.to_owned(), "wait".to_owned(), Some(median_s));
    WaitingRow { key: site(id), checklist, item, n, median_s, ..WaitingRow::default() }
}

fn waits_differ(certain: bool) -> WaitingTest {
    let (checklist, item) = (CUSTOMER.to_owned(), "wait".to_owned());
    WaitingTest { checklist, item, sites: 3, n: 40, certain: Some(certain), ..WaitingTest::default() }
}

fn seen_by(id: &str, observer: &str, own: u64, visits: u64) -> SiteObservers {
    let inseparable = 3 * own > 2 * visits;
    SiteObservers {
        key: site(id),
        visits,
        observers: if own == visits { 1 } else { 2 },
        main_observer: observer.to_owned(),
        main_visits: own,
        inseparable,
    }
}

/// A report in which every question has something to say.
fn everything() -> Report {
    Report {
        critical: vec![failed("rise", &[("a", 2), ("b", 1)], 44)],
        change: Change { scores: vec![score_changed(Key::all(), 4.0, true)], ..Change::default() },
        mirror: vec![mirrored(Key::all(), 20.0, true)],
        blind_spots: vec![overrated(behaviour("smile"), 0.31, true)],
        quality: vec![rated("o1", -8.0, true)],
        waiting: vec![waited("a", 9, 20.0), waited("b", 9, 80.0)],
        waiting_tests: vec![waits_differ(true)],
        priorities: vec![gains("smile", 5.0, Some(true))],
        ranking: Ranking {
            best: stands_out(),
            weakest: stands_out(),
            ..reliable(vec![ranked("a", 1, 80.0), ranked("b", 2, 60.0)])
        },
        ..bare(44)
    }
}

fn says(report: &Report) -> Vec<Says> {
    choose_advice(report).iter().map(|said| said.says).collect()
}

/// Returns the sentence that says this.
fn said(report: &Report, says: Says) -> Option<Advice> {
    choose_advice(report).into_iter().find(|said| said.says == says)
}

#[test]
fn the_largest_findings_come_first_and_the_score_of_all_visits_last() {
    // In points of percent: waits 37.5, blind spot 31, mirror 20, weakest site 11, best site 9, observer 8, critical 6.8,
    // priority 5, change 4.
    let mut report = everything();
    assert_eq!(says(&report), [Says::Waits, Says::BlindSpot, Says::Mirror, Says::Worst, Says::Overall]);
    report.waiting_tests.clear();
    report.blind_spots.clear();
    assert_eq!(says(&report), [Says::Mirror, Says::Worst, Says::Best, Says::Severe, Says::Overall]);
    report.ranking = reliable(Vec::new());
    assert_eq!(says(&report), [Says::Mirror, Says::Severe, Says::Critical, Says::First, Says::Overall]);
    report.mirror.clear();
    assert_eq!(says(&report), [Says::Severe, Says::Critical, Says::First, Says::Better, Says::Overall]);
    let overall = said(&report, Says::Overall).unwrap();
    assert_eq!((overall.n, overall.value, overall.lower, overall.upper), (44, Some(71.0), Some(66.0), Some(76.0)));
}

#[test]
fn nothing_is_said_of_what_is_not_certain() {
    let uncertain = Extreme { certain: Some(false), ..Extreme::default() };
    let mut report = Report {
        critical: Vec::new(),
        change: Change {
            scores: vec![score_changed(Key::all(), 40.0, false), score_changed(site("a"), -60.0, false)],
            behaviours: vec![behaviour_changed("smile", 0.7, false)],
            ..Change::default()
        },
        mirror: vec![mirrored(Key::all(), 50.0, false)],
        blind_spots: vec![overrated(behaviour("smile"), 0.5, false)],
        quality: vec![rated("o1", -30.0, false)],
        waiting_tests: vec![waits_differ(false)],
        priorities: vec![gains("smile", 30.0, Some(false)), gains("rise", 20.0, None)],
        ..everything()
    };
    (report.ranking.best, report.ranking.weakest) = (uncertain, uncertain);
    assert_eq!(says(&report), [Says::Noise, Says::Overall]);
    // Nor where nothing could be tested.
    (report.ranking.best, report.ranking.weakest) = (Extreme::default(), Extreme::default());
    report.mirror[0].certain = None;
    report.quality[0].certain = None;
    report.waiting_tests[0].certain = None;
    report.change.scores[0].certain = None;
    assert_eq!(says(&report), [Says::Noise, Says::Overall]);
}

#[test]
fn few_visits_conclude_nothing() {
    let mut report = Report { critical: Vec::new(), ..everything() };
    (report.checklists[0].visits, report.network[0].visits) = (4, 4);
    report.ranking.visits_needed = Some(16);
    assert_eq!(says(&report), [Says::Overall, Says::TooFew]);
    assert_eq!(said(&report, Says::TooFew).map(|said| (said.n, said.visits_needed)), Some((4, Some(16))));
    report.critical = vec![failed("rise", &[("a", 1)], 4)];
    assert_eq!(says(&report), [Says::Critical, Says::Overall, Says::TooFew]);
    report.network[0].percent_mean = None;
    assert_eq!(says(&report), [Says::Critical, Says::TooFew]);
    report.checklists.clear();
    assert_eq!(says(&report), [Says::TooFew]);
}

#[test]
fn where_little_is_known_it_is_said_what_cannot_be_told() {
    let mut report = bare(12);
    report.change.scores = vec![score_changed(Key::all(), 1.0, false)];
    assert_eq!(says(&report), [Says::Noise, Says::NotYet, Says::Overall]);
    let noise = said(&report, Says::Noise).unwrap();
    assert_eq!((noise.n, noise.value, noise.lower, noise.upper), (44, Some(1.0), Some(-2.0), Some(4.0)));
    assert_eq!(noise.sites_apart, 2);
    let not_yet = said(&report, Says::NotYet).unwrap();
    assert_eq!((not_yet.n, not_yet.value, not_yet.visits_needed), (12, Some(0.42), Some(16)));
    // Without a score there is room for no more than there is to say.
    report.network[0].percent_mean = None;
    assert_eq!(says(&report), [Says::Noise, Says::NotYet]);
    // One finding leaves room for one of them, two for none.
    report.network[0].percent_mean = Some(71.0);
    report.priorities = vec![gains("smile", 5.0, Some(true))];
    assert_eq!(says(&report), [Says::First, Says::Noise, Says::Overall]);
    report.quality = vec![rated("o1", 3.0, true)];
    assert_eq!(says(&report), [Says::First, Says::Lenient, Says::Overall]);
    // One site has no order.
    let mut alone = bare(12);
    (alone.network[0].sites, alone.ranking.undefined) = (1, Some(Undefined::TooFewLevels));
    assert_eq!(says(&alone), [Says::Overall]);
}

#[test]
fn a_change_has_one_sentence() {
    let mut report = bare(44);
    report.change.scores = vec![
        score_changed(Key::all(), 4.0, true),
        score_changed(site("a"), -19.0, true),
        score_changed(site("b"), 25.0, true),
    ];
    report.change.behaviours = vec![behaviour_changed("smile", -0.4, true)];
    // That of all visits says most, however small.
    assert_eq!(says(&report), [Says::Better, Says::NotYet, Says::Overall]);
    let better = said(&report, Says::Better).unwrap();
    assert_eq!((better.key.is_all(), better.n, better.value, better.sites_apart), (true, 44, Some(4.0), 2));
    // Then the largest of a site, which has no sites apart, and then of a behaviour.
    report.change.scores[0].certain = Some(false);
    let better = said(&report, Says::Better).unwrap();
    assert_eq!((better.key, better.value, better.sites_apart), (site("b"), Some(25.0), 0));
    assert!(!says(&report).contains(&Says::Noise));
    report.change.scores.truncate(1);
    report.change.behaviours.push(behaviour_changed("thank", 0.3, true));
    let worse = said(&report, Says::Worse).unwrap();
    assert_eq!((worse.key, worse.n, worse.value, worse.sites_apart), (behaviour("smile"), 41, Some(-0.4), 3));
    assert_eq!(says(&report), [Says::Worse, Says::NotYet, Says::Overall]);
}

#[test]
fn the_mirror_is_said_once_over_all_sites_and_of_behaviours_last() {
    let mut report = bare(44);
    let greeting = attitude("greeting").and(Dimension::Behaviour, "smile");
    report.mirror = vec![
        mirrored(attitude("listening"), -15.0, true),
        MirrorRow {
            n_internal: 9,
            gap_internal: Some(17.0),
            certain_internal: Some(true),
            ..mirrored(attitude("efficiency"), 7.0, true)
        },
        mirrored(greeting.clone(), 40.0, true),
        mirrored(site("a").and(Dimension::Attitude, "greeting"), 60.0, true),
    ];
    assert_eq!(says(&report), [Says::MirrorInternal, Says::NotYet, Says::Overall]);
    let internal = said(&report, Says::MirrorInternal).unwrap();
    assert_eq!((internal.key, internal.n, internal.value), (attitude("efficiency"), 39, Some(17.0)));
    report.mirror[1].certain_internal = Some(false);
    let management = said(&report, Says::Mirror).unwrap();
    assert_eq!((management.key, management.n, management.value), (attitude("listening"), 42, Some(-15.0)));
    report.mirror.drain(..2);
    assert_eq!(said(&report, Says::Mirror).map(|said| said.key), Some(greeting));
    report.mirror.remove(0);
    assert_eq!(said(&report, Says::Mirror), None, "a gap at one site");
}

#[test]
fn blind_spots_and_observers_are_said_once_by_the_largest() {
    let mut report = bare(44);
    report.blind_spots = vec![
        overrated(behaviour("thank"), 0.2, true),
        overrated(behaviour("smile"), 0.3, true),
        overrated(behaviour("rise"), -0.6, true),
        overrated(site("a").and(Dimension::Behaviour, "rise"), 0.9, true),
    ];
    report.quality = vec![rated("o1", 6.0, true), rated("o2", -9.0, true), rated("o3", 20.0, false)];
    assert_eq!(says(&report), [Says::BlindSpot, Says::Severe, Says::Overall]);
    let blind = said(&report, Says::BlindSpot).unwrap();
    assert_eq!((blind.key, blind.n, blind.value), (behaviour("smile"), 60, Some(0.3)));
    let severe = said(&report, Says::Severe).unwrap();
    assert_eq!((severe.key, severe.n, severe.value, severe.lower), (observed_by("o2"), 20, Some(-9.0), Some(-11.0)));
}

#[test]
fn a_critical_item_names_three_sites_and_counts_the_others() {
    let mut report = bare(44);
    report.critical = vec![failed("rise", &[("d", 2), ("a", 1), ("b", 1), ("c", 1), ("e", 1)], 44)];
    report.critical.push(failed("smile", &[("a", 1)], 44));
    let critical = said(&report, Says::Critical).unwrap();
    assert_eq!((critical.key, critical.n), (Key::all().and(Dimension::Item, "rise"), 44));
    assert_eq!((critical.sites.join(" "), critical.more_sites), ("d a b".to_owned(), 2));
    // Wilson's limits of 6 in 44, by his formula.
    let near = |got: Option<f64>, expected: f64| assert!((got.unwrap() - expected).abs() < 1e-9, "{got:?}");
    near(critical.value, 6.0 / 44.0);
    near(critical.lower, 0.064_029_544_975_558_72);
    near(critical.upper, 0.267_094_530_485_154_4);
}

#[test]
fn waits_name_the_slowest_and_the_quickest_site() {
    let mut report = bare(44);
    report.waiting_tests = vec![waits_differ(true)];
    report.waiting = vec![waited("a", 9, 30.0), waited("b", 4, 400.0), waited("c", 9, 90.0), waited("d", 9, 45.0)];
    report.waiting.push(WaitingRow { key: Key::all(), ..waited("a", 27, 500.0) });
    let waits = said(&report, Says::Waits).unwrap();
    assert_eq!((waits.value, waits.lower, waits.sites.join(" ")), (Some(90.0), Some(30.0), "c a".to_owned()));
    // By month there are no medians of sites, but they differ all the same.
    report.waiting.clear();
    let waits = said(&report, Says::Waits).unwrap();
    assert_eq!((waits.value, waits.sites.len(), waits.n), (None, 0, 40));
}

#[test]
fn sites_are_named_only_where_they_stand_apart() {
    let mut report = bare(44);
    report.ranking = reliable(vec![ranked("a", 1, 90.0), ranked("b", 1, 89.0), ranked("c", 2, 60.0)]);
    let among = said(&report, Says::AmongBest).unwrap();
    assert_eq!((says(&report).len(), among.sites.join(" "), among.more_sites), (2, "a b".to_owned(), 0));
    (report.ranking.best, report.ranking.weakest) = (stands_out(), stands_out());
    assert_eq!(says(&report), [Says::Best, Says::Worst, Says::Overall], "19 and 11 points from the score of all");
    let worst = said(&report, Says::Worst).unwrap();
    assert_eq!((worst.key, worst.n, worst.value, worst.upper), (site("c"), 8, Some(60.0), Some(64.0)));
    let mut five: Vec<RankedSite> = ["a", "b", "c", "d", "e"].map(|id| ranked(id, 1, 90.0)).into();
    five.push(ranked("f", 2, 40.0));
    report.ranking = reliable(five);
    let among = said(&report, Says::AmongBest).unwrap();
    assert_eq!((among.sites.join(" "), among.more_sites), ("a b c".to_owned(), 2));
    // All in one band, of a reliable ranking: there is nothing to say of their order.
    report.ranking = reliable(vec![ranked("a", 1, 90.0), ranked("b", 1, 89.0)]);
    assert_eq!(says(&report), [Says::Overall]);
    report.ranking.g_now = Some(0.49);
    assert_eq!(says(&report), [Says::NotYet, Says::Overall]);
}

#[test]
fn a_site_is_named_with_what_must_be_known_of_its_observer() {
    let mut report = bare(44);
    report.ranking = Ranking {
        best: stands_out(),
        weakest: stands_out(),
        ..reliable(vec![ranked("a", 1, 90.0), ranked("b", 2, 75.0), ranked("c", 3, 60.0)])
    };
    // Six of eight visits are more than two thirds, five are not.
    report.site_observers = vec![seen_by("a", "o1", 6, 8), seen_by("b", "o3", 5, 8), seen_by("c", "o2", 5, 8)];
    assert_eq!(says(&report), [Says::Worst, Says::Overall], "the best cannot be told apart from its observer");
    assert_eq!(said(&report, Says::Worst).unwrap().warning, None);
    report.quality = vec![rated("o2", -7.0, true)];
    let observer = "o2".to_owned();
    assert_eq!(said(&report, Says::Worst).unwrap().warning, Some(Warning::ExtremeObserver { observer }));
    report.site_observers[2] = seen_by("c", "o2", 4, 8);
    assert_eq!(said(&report, Says::Worst).unwrap().warning, None, "half of the visits are by others");
    // A change of a site is said with a warning.
    report.change.scores = vec![score_changed(site("a"), 30.0, true)];
    let observer = "o1".to_owned();
    assert_eq!(said(&report, Says::Better).unwrap().warning, Some(Warning::OneObserver { observer }));
}

#[test]
fn where_most_sites_have_one_observer_it_is_said() {
    let mut report = bare(44);
    report.ranking = Ranking {
        best: stands_out(),
        weakest: stands_out(),
        ..reliable(vec![ranked("a", 1, 90.0), ranked("b", 1, 89.0), ranked("c", 2, 60.0)])
    };
    report.site_observers = vec![seen_by("a", "o1", 8, 8), seen_by("b", "o2", 8, 8), seen_by("c", "o3", 8, 8)];
    assert_eq!(says(&report), [Says::SitesByObserver, Says::Overall]);
    assert_eq!(said(&report, Says::SitesByObserver).unwrap().n, 3);
    // Sites that do not differ are not told apart from anything.
    report.ranking.g_now = Some(0.3);
    assert_eq!(says(&report), [Says::NotYet, Says::Overall]);
}
