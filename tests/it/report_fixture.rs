//! A whole report of hand-made figures, small enough to read: every question has rows, and every row that can be
//! undefined is undefined once.
#![expect(clippy::cast_precision_loss, reason = "made-up numbers are small")]

use esprit::analysis::figures::{
    Advice, BehaviourChange, BehaviourRow, BlindSpotRow, Change, ChecklistUsed, CriticalRow, DamagedFile, DriverRow,
    Extreme, FORMAT, FailedVisit, Filters, Labels, MirrorRow, Note, PriorityRow, QualityRow, RankedSite, Ranking,
    Report, Says, ScoreChange, ScoreRow, SignalPoint, SignalRow, SiteCount, SiteObservers, Source, Verbatim,
    VerbatimRow, WaitingRow, WaitingStep, WaitingTest, Warning,
};
use esprit::analysis::{Dimension, Key};
use esprit::stats::Undefined;
use esprit::visit::checklist::LocalText;
use std::collections::BTreeMap;

const CUSTOMER: &str = "customer";
const SITES: [(&str, &str, f64, u64); 6] = [
    ("brest", "Brest", 66.1, 14),
    ("lille-1", "Lille Europe", 58.25, 13),
    ("lyon-3", "Agence Lyon 3", 83.333_333_333_333_33, 12),
    ("nice", "Nice Étoile", 74.0, 3),
    ("rennes", "Rennes Alma", 71.5, 11),
    ("tours", "Tours", 0.0, 0),
];
const BEHAVIOURS: [(&str, &str, &str); 4] = [
    ("approach", "Va vers le client avec le sourire", "Goes towards the customer with a smile"),
    ("farewell", "Prend congé avec le nom du client", "Takes leave with the customer’s name"),
    ("notice", "Fait signe au client dès son entrée", "Gives a sign as the customer comes in"),
    ("reformulate", "Reformule la demande avant d’agir", "Puts the request into other words before acting"),
];

/// Returns the whole report.
pub fn full() -> Report {
    Report {
        format: FORMAT,
        source: source(),
        filters: Filters {
            conditions: vec!["kind=mystery_visit".to_owned(), "kind=self_audit".to_owned()],
            from: Some("2026-01-01".to_owned()),
            to: None,
        },
        by: vec![Dimension::Site],
        seed: 1,
        confidence: 0.95,
        checklists: vec![
            used(CUSTOMER, &["1.0.0", "1.1.0"], "customer", 53),
            used("management", &["1.0.0"], "management", 6),
        ],
        advice: advice(),
        network: vec![
            score(Key::all(), CUSTOMER, 53, 70.8, 2.4),
            ScoreRow { sites: 1, ..score(Key::all(), "management", 6, 61.0, 9.0) },
        ],
        scores: scores(),
        network_behaviours: Vec::new(),
        behaviours: behaviours(),
        change: change(),
        signals: signals(),
        ranking: ranking(),
        other_rankings: vec![Ranking {
            checklist: "management".to_owned(),
            visits: 6,
            undefined: Some(Undefined::TooFewLevels),
            ..Ranking::default()
        }],
        waiting: waiting(),
        waiting_tests: vec![WaitingTest {
            checklist: CUSTOMER.to_owned(),
            item: "greeting.wait".to_owned(),
            sites: 5,
            n: 52,
            chi_square: Some(12.3456),
            freedom: Some(4),
            p: Some(0.014_95),
            undefined: None,
            ..WaitingTest::default()
        }],
        mirror: mirror(),
        blind_spots: blind_spots(),
        drivers: drivers(),
        quality: quality(),
        kind: None,
        critical: critical(),
        verbatims: verbatims(),
        priorities: priorities(),
        site_observers: site_observers(),
        notes: vec![
            note("self_audits_apart", &["9"]),
            note("checklists_apart", &["customer", "management"]),
            note("versions_together", &["customer", "1.0.0, 1.1.0"]),
            note("texts_changed", &["customer", "greeting.wait"]),
            note("contents_apart", &["customer", "customer (1a2b3c4d)"]),
            note("sites_in_one_period", &["customer", "2"]),
            note("site_in_two_groups", &["lyon-3", "est", "sud-est"]),
        ],
        labels: labels(),
        ..Report::default()
    }
}

/// Returns the report on one visit: nothing can be compared, and nearly every figure is undefined.
pub fn single() -> Report {
    let one = Key::all().and(Dimension::Site, "lyon-3");
    let lone = |key| ScoreRow {
        lower: None,
        upper: None,
        undefined: Some(Undefined::TooFewPoints),
        sites: 1,
        ..score(key, CUSTOMER, 1, 80.0, 0.0)
    };
    Report {
        source: Source {
            sessions: 1,
            from: Some("2026-03-01".to_owned()),
            to: Some("2026-03-01".to_owned()),
            ..Source::default()
        },
        filters: Filters::default(),
        checklists: vec![used(CUSTOMER, &["1.0.0"], "customer", 1)],
        advice: vec![advice_row(Says::TooFew, Key::all(), 1, None, None)],
        network: vec![lone(Key::all())],
        scores: vec![lone(one)],
        behaviours: Vec::new(),
        change: Change { undefined: Some(Undefined::TooFewPoints), ..Change::default() },
        signals: Vec::new(),
        ranking: Ranking {
            checklist: CUSTOMER.to_owned(),
            visits: 1,
            undefined: Some(Undefined::TooFewLevels),
            ..Ranking::default()
        },
        other_rankings: Vec::new(),
        waiting: Vec::new(),
        waiting_tests: Vec::new(),
        mirror: Vec::new(),
        blind_spots: Vec::new(),
        drivers: Vec::new(),
        quality: Vec::new(),
        kind: Some("mystery_visit"),
        critical: Vec::new(),
        verbatims: Vec::new(),
        priorities: Vec::new(),
        site_observers: Vec::new(),
        notes: vec![note("one_site", &["lyon-3"])],
        ..full()
    }
}

/// Replaces every foreign text: ids, names, labels, versions, paths.
pub fn with_text_everywhere(text: &str) -> Report {
    let other = |what: &str| format!("{text}{what}");
    let mut report = full();
    let own = |key: &Key| {
        let value = |dimension: Dimension, value: &str| match dimension {
            Dimension::Month | Dimension::Attitude => value.to_owned(),
            _ => other(value),
        };
        key.iter().fold(Key::all(), |key, (dimension, old)| key.and(dimension, &value(dimension, old)))
    };
    macro_rules! rows {
        ($($rows:expr),*) => {$(for row in &mut $rows { row.key = own(&row.key); row.checklist = other(&row.checklist); })*};
    }
    rows!(report.network, report.scores, report.behaviours, report.change.scores, report.change.behaviours);
    rows!(report.critical, report.priorities, report.verbatims);
    for note in report.verbatims.iter_mut().flat_map(|row| &mut row.newest) {
        (note.visit, note.site, note.text) = (other(&note.visit), other(&note.site), other(&note.text));
    }
    for row in &mut report.critical {
        row.sites.iter_mut().for_each(|count| count.site = other(&count.site));
        row.newest
            .iter_mut()
            .for_each(|failed| (failed.visit, failed.site) = (other(&failed.visit), other(&failed.site)));
    }
    for advice in &mut report.advice {
        advice.sites.iter_mut().for_each(|site| *site = other(site));
        if let Some(Warning::OneObserver { observer } | Warning::ExtremeObserver { observer }) = &mut advice.warning {
            *observer = other(observer);
        }
    }
    for row in &mut report.site_observers {
        (row.key, row.main_observer) = (own(&row.key), other(&row.main_observer));
    }
    rows!(report.signals, report.waiting, report.blind_spots, report.drivers, report.advice);
    report.mirror.iter_mut().for_each(|row| row.key = own(&row.key));
    report.quality.iter_mut().for_each(|row| row.key = own(&row.key));
    report.waiting.iter_mut().for_each(|row| row.item = other(&row.item));
    report.waiting_tests.iter_mut().for_each(|row| row.item = other(&row.item));
    report.ranking.sites.iter_mut().for_each(|row| row.site = other(&row.site));
    report.ranking.checklist = other(CUSTOMER);
    for used in &mut report.checklists {
        (used.name, used.id) = (other(&used.name), other(&used.id));
        used.versions.iter_mut().for_each(|version| *version = other(version));
    }
    report.notes.iter_mut().flat_map(|note| &mut note.subject).for_each(|subject| *subject = other(subject));
    report.filters.conditions.push(format!("site={text}"));
    report.source.damaged.iter_mut().for_each(|file| file.path = other(&file.path));
    let labels = &mut report.labels;
    labels.sites = labels.sites.iter().map(|(id, name)| (other(id), other(name))).collect();
    for texts in [&mut labels.behaviours, &mut labels.items, &mut labels.sections, &mut labels.checklists] {
        let same = |(id, _): (&String, &LocalText)| (other(id), LocalText::Same(other(id)));
        *texts = texts.iter().map(same).collect();
    }
    report
}

fn source() -> Source {
    let damaged = |path: &str, reason: &str| DamagedFile { path: path.to_owned(), reason: reason.to_owned() };
    Source {
        corrected: 3,
        superseded: 4,
        void: 2,
        sessions: 59,
        self_audits: 9,
        duplicates: 2,
        abandoned: 1,
        training: 4,
        filtered: 120,
        unsealed: 3,
        damaged: vec![damaged("2026/02/cut.json", "truncated"), damaged("all.ndjson:17", "not_json")],
        unproven: vec![damaged("2026/02/edited.json", "seal"), damaged("all.ndjson:3", "unsealed")],
        from: Some("2026-01-02".to_owned()),
        to: Some("2026-04-30".to_owned()),
        verified: false,
    }
}

fn used(name: &str, versions: &[&str], relation: &'static str, visits: u64) -> ChecklistUsed {
    let versions = versions.iter().map(ToString::to_string).collect();
    ChecklistUsed { name: name.to_owned(), id: name.to_owned(), versions, relation, visits, shares: Vec::new() }
}

fn note(code: &'static str, subject: &[&str]) -> Note {
    Note { code, subject: subject.iter().map(ToString::to_string).collect() }
}

fn site(id: &str) -> Key {
    Key::all().and(Dimension::Site, id)
}

fn behaviour(id: &str) -> Key {
    Key::all().and(Dimension::Behaviour, id)
}

fn advice_row(says: Says, key: Key, n: u64, value: Option<f64>, around: Option<f64>) -> Advice {
    let limit = |sign: f64| value.and_then(|value| around.map(|around| value + sign * around));
    Advice {
        says,
        key,
        checklist: CUSTOMER.to_owned(),
        n,
        value,
        lower: limit(-1.0),
        upper: limit(1.0),
        visits_needed: None,
        ..Advice::default()
    }
}

fn advice() -> Vec<Advice> {
    let extreme_observer = Some(Warning::ExtremeObserver { observer: "o12".to_owned() });
    vec![
        Advice { warning: extreme_observer, ..advice_row(Says::Best, site("lyon-3"), 12, Some(80.1), Some(4.0)) },
        Advice { sites_apart: 2, ..advice_row(Says::Worse, behaviour("farewell"), 51, Some(-0.18), Some(0.11)) },
        Advice {
            sites: vec!["lyon-3".to_owned(), "brest".to_owned()],
            ..advice_row(Says::Critical, Key::all().and(Dimension::Item, "greeting.wait"), 52, Some(0.058), Some(0.04))
        },
        advice_row(Says::First, behaviour("reformulate"), 50, Some(5.3), None),
        advice_row(Says::Overall, Key::all(), 53, Some(70.8), Some(2.4)),
    ]
}

fn critical() -> Vec<CriticalRow> {
    let failed = |visit: &str, site: &str, date: &str| FailedVisit {
        visit: visit.to_owned(),
        site: site.to_owned(),
        date: date.to_owned(),
    };
    let count = |site: &str, visits: u64| SiteCount { site: site.to_owned(), visits };
    vec![CriticalRow {
        key: Key::all().and(Dimension::Item, "greeting.wait"),
        checklist: CUSTOMER.to_owned(),
        failed: 3,
        visits: 52,
        sites: vec![count("lyon-3", 2), count("brest", 1)],
        newest: vec![
            failed("0195c0de-0000-7000-8000-000000000003", "lyon-3", "2026-04-02"),
            failed("0195c0de-0000-7000-8000-000000000002", "brest", "2026-03-02"),
            failed("0195c0de-0000-7000-8000-000000000001", "lyon-3", "2026-01-05"),
        ],
    }]
}

fn verbatims() -> Vec<VerbatimRow> {
    let note = |end: u32, date: &str, text: &str| Verbatim {
        date: date.to_owned(),
        visit: format!("0195c0de-0000-7000-8000-{end:012}"),
        site: "lyon-3".to_owned(),
        text: text.to_owned(),
    };
    let lyon = Key::all().and(Dimension::Site, "lyon-3");
    vec![
        VerbatimRow {
            key: lyon.clone(),
            checklist: CUSTOMER.to_owned(),
            notes: 1,
            newest: vec![note(3, "2026-04-02", "12 34")],
        },
        VerbatimRow {
            key: lyon.and(Dimension::Behaviour, "reformulate"),
            checklist: CUSTOMER.to_owned(),
            notes: 7,
            newest: vec![note(3, "2026-04-02", "=1+1"), note(1, "2026-01-05", "56\n78")],
        },
    ]
}

fn priorities() -> Vec<PriorityRow> {
    let row = |id: &str, share: f64, gain: f64| PriorityRow {
        key: behaviour(id),
        checklist: CUSTOMER.to_owned(),
        n: 50,
        share: Some(share),
        gain: Some(gain),
        ..PriorityRow::default()
    };
    let first =
        PriorityRow { p: Some(0.001), p_adjusted: Some(0.009), certain: Some(true), ..row("reformulate", 0.41, 5.3) };
    vec![first, row("farewell", 0.6, 2.5)]
}

fn site_observers() -> Vec<SiteObservers> {
    let row = |id: &str, own: u64, visits: u64, observers: u64| SiteObservers {
        key: site(id),
        visits,
        observers,
        main_observer: "o12".to_owned(),
        main_visits: own,
        inseparable: 3 * own > 2 * visits,
    };
    vec![row("lyon-3", 12, 12, 1), row("rennes", 6, 11, 2)]
}

fn score(key: Key, checklist: &str, visits: u64, percent: f64, around: f64) -> ScoreRow {
    ScoreRow {
        key,
        checklist: checklist.to_owned(),
        visits,
        sites: 5,
        percent_mean: Some(percent),
        percent_pooled: Some(percent - 0.4),
        lower: Some(percent - around),
        upper: Some(percent + around),
        failed_critical: visits / 10,
        few_visits: visits < 5,
        ..ScoreRow::default()
    }
}

fn scores() -> Vec<ScoreRow> {
    let row = |&(id, _, percent, visits): &(&str, &str, f64, u64)| ScoreRow {
        sites: 1,
        ..match visits {
            0 => ScoreRow {
                percent_mean: None,
                percent_pooled: None,
                lower: None,
                upper: None,
                undefined: Some(Undefined::ZeroDenominator),
                ..score(site(id), CUSTOMER, 0, 0.0, 0.0)
            },
            _ => score(site(id), CUSTOMER, visits, percent, 20.0 / f64::from(u32::try_from(visits).unwrap()).sqrt()),
        }
    };
    let mut rows: Vec<_> = SITES.iter().map(row).collect();
    rows.push(ScoreRow { sites: 1, ..score(site("lyon-3"), "management", 6, 61.0, 9.0) });
    rows
}

fn behaviours() -> Vec<BehaviourRow> {
    let row = |id: &str, yes: u64, partly: u64, no: u64| {
        let n = yes + partly + no;
        let share = (n > 0).then(|| (yes as f64 + partly as f64 / 2.0) / n as f64);
        BehaviourRow {
            key: site("lyon-3").and(Dimension::Behaviour, id),
            checklist: CUSTOMER.to_owned(),
            n,
            yes,
            partly,
            no,
            left_out: 12 - n,
            share,
            lower: share.map(|share| (share - 0.24).max(0.0)),
            upper: share.map(|share| (share + 0.2).min(1.0)),
            undefined: share.is_none().then_some(Undefined::ZeroDenominator),
        }
    };
    vec![row("approach", 9, 1, 2), row("farewell", 6, 0, 6), row("notice", 12, 0, 0), row("reformulate", 0, 0, 0)]
}

fn change() -> Change {
    let score = |key: Key, difference: f64, around: f64| ScoreChange {
        key,
        checklist: CUSTOMER.to_owned(),
        visits_before: 26,
        visits_after: 27,
        before: Some(70.0),
        after: Some(70.0 + difference),
        difference: Some(difference),
        lower: Some(difference - around),
        upper: Some(difference + around),
        certain: Some(difference.abs() > around),
        undefined: None,
        ..ScoreChange::default()
    };
    let behaviour = |id: &str, difference: f64| BehaviourChange {
        key: behaviour(id),
        checklist: CUSTOMER.to_owned(),
        n_before: 25,
        n_after: 26,
        before: Some(0.6),
        after: Some(0.6 + difference),
        difference: Some(difference),
        lower: Some(difference - 0.11),
        upper: Some(difference + 0.11),
        p: Some(0.002),
        p_adjusted: Some(0.008),
        certain: Some(difference.abs() > 0.11),
        undefined: None,
        ..BehaviourChange::default()
    };
    Change {
        since: Some("2026-03-01".to_owned()),
        scores: vec![
            score(Key::all(), 1.2, 4.9),
            score(site("brest"), -12.25, 9.0),
            ScoreChange {
                visits_after: 0,
                after: None,
                difference: None,
                lower: None,
                upper: None,
                certain: None,
                undefined: Some(Undefined::NoObservations),
                ..score(site("nice"), 0.0, 0.0)
            },
        ],
        behaviours: vec![behaviour("approach", 0.05), behaviour("farewell", -0.18)],
        undefined: None,
    }
}

fn signals() -> Vec<SignalRow> {
    let months = [(4, 71.0), (9, 69.5), (0, 0.0), (14, 74.2)];
    let points = (1..).zip(months).map(|(month, (visits, percent))| SignalPoint {
        month: format!("2026-{month:02}"),
        visits,
        percent: (visits > 0).then_some(percent),
        judged: visits >= 3,
        signal: month == 4,
    });
    let row = SignalRow {
        key: Key::all(),
        checklist: CUSTOMER.to_owned(),
        points: points.collect(),
        centre: Some(71.5),
        lower: Some(63.4),
        upper: Some(79.6),
        range_upper: Some(9.9),
        shift: Some("2026-04".to_owned()),
        false_signals: Some(0.0132),
        undefined: None,
    };
    let few = SignalRow {
        key: site("nice"),
        points: row.points.iter().take(1).cloned().collect(),
        centre: None,
        lower: None,
        upper: None,
        range_upper: None,
        shift: None,
        undefined: Some(Undefined::TooFewPoints),
        ..row.clone()
    };
    vec![row, few]
}

fn ranking() -> Ranking {
    let ranked = [("lyon-3", 1, 80.1), ("rennes", 2, 71.3), ("brest", 2, 67.0), ("lille-1", 3, 60.4)];
    let row = |(id, band, shrunk): (&str, u64, f64)| {
        let (_, _, percent_mean, visits) = SITES.into_iter().find(|site| site.0 == id).unwrap();
        RankedSite {
            site: id.to_owned(),
            band,
            visits,
            percent_mean,
            shrunk,
            lower: shrunk - 4.0,
            upper: shrunk + 4.0,
            reliability: 0.64,
        }
    };
    Ranking {
        checklist: CUSTOMER.to_owned(),
        visits: 53,
        variance_sites: Some(62.5),
        variance_visits: Some(420.0),
        g_now_lower: Some(0.2),
        g_now_upper: Some(0.88),
        visits_needed_lower: Some(6),
        visits_needed_upper: None,
        best: Extreme { p: Some(0.0004), p_adjusted: Some(0.006), certain: Some(true) },
        weakest: Extreme { p: Some(0.2), p_adjusted: Some(1.0), certain: Some(false) },
        negative: false,
        g_one_visit: Some(0.1295),
        g_now: Some(0.62),
        visits_needed: Some(27),
        undefined: None,
        sites: ranked.into_iter().map(row).collect(),
    }
}

fn waiting() -> Vec<WaitingRow> {
    let step = |step: u32| WaitingStep {
        time_s: f64::from(step) * 6.0,
        waiting: 1.0 - f64::from(step) * 0.09,
        lower: Some(0.9 - f64::from(step) * 0.09),
        upper: Some((1.1 - f64::from(step) * 0.09).min(1.0)),
    };
    let row = WaitingRow {
        key: site("lyon-3"),
        checklist: CUSTOMER.to_owned(),
        item: "greeting.wait".to_owned(),
        n: 12,
        censored: 1,
        left_out: 0,
        median_s: Some(24.0),
        lower_s: Some(15.0),
        upper_s: None,
        promised_s: Some(30.0),
        within: Some(0.58),
        within_lower: Some(0.31),
        within_upper: Some(0.79),
        curve: (1..=10).map(step).collect(),
        undefined: None,
    };
    let unreached = WaitingRow {
        key: site("lille-1"),
        n: 13,
        censored: 9,
        median_s: None,
        lower_s: None,
        within: Some(0.23),
        undefined: Some(Undefined::MedianNotReached),
        ..row.clone()
    };
    vec![unreached, row]
}

fn mirror() -> Vec<MirrorRow> {
    let row = MirrorRow {
        key: site("lyon-3").and(Dimension::Attitude, "listening"),
        customer: Some(81.0),
        management: Some(66.0),
        internal: Some(71.0),
        n_customer: 12,
        n_management: 6,
        n_internal: 5,
        gap_management: Some(15.0),
        lower: Some(4.0),
        upper: Some(26.0),
        gap_internal: Some(10.0),
        lower_internal: Some(-2.0),
        upper_internal: Some(22.0),
        p: Some(0.004),
        p_adjusted: Some(0.04),
        certain: Some(true),
        p_internal: Some(0.1),
        p_adjusted_internal: Some(1.0),
        certain_internal: Some(false),
        parts_company: Some(1),
        undefined: None,
        ..MirrorRow::default()
    };
    let nobody = MirrorRow {
        key: Key::all().and(Dimension::Attitude, "listening"),
        management: None,
        internal: None,
        n_management: 0,
        n_internal: 0,
        gap_management: None,
        lower: None,
        upper: None,
        gap_internal: None,
        lower_internal: None,
        upper_internal: None,
        p: None,
        p_adjusted: None,
        certain: None,
        p_internal: None,
        p_adjusted_internal: None,
        certain_internal: None,
        parts_company: None,
        undefined: Some(Undefined::NoPairs),
        ..row.clone()
    };
    vec![nobody, row]
}

fn blind_spots() -> Vec<BlindSpotRow> {
    vec![BlindSpotRow {
        key: behaviour("approach"),
        checklist: CUSTOMER.to_owned(),
        n_self: 9,
        n_mystery: 43,
        self_share: Some(0.944_444),
        mystery_share: Some(0.58),
        difference: Some(0.364_444),
        lower: Some(0.12),
        upper: Some(0.49),
        sites: 5,
        p: Some(0.001),
        p_adjusted: Some(0.01),
        certain: Some(true),
        blind_spot: true,
        undefined: None,
    }]
}

fn drivers() -> Vec<DriverRow> {
    vec![DriverRow {
        key: behaviour("approach"),
        checklist: CUSTOMER.to_owned(),
        n_with: 30,
        n_without: 11,
        n_partly: 2,
        with: Some(7.9),
        without: Some(5.2),
        difference: Some(2.7),
        lower: Some(1.1),
        upper: Some(4.2),
        p: Some(0.001),
        p_adjusted: Some(0.004),
        certain: Some(true),
        undefined: None,
        ..DriverRow::default()
    }]
}

fn quality() -> Vec<QualityRow> {
    let row = QualityRow {
        key: Key::all().and(Dimension::Observer, "o12"),
        visits: 31,
        answers: 690,
        late: 42,
        late_share: Some(42.0 / 690.0),
        memory_age_median_s: Some(95.0),
        memory_age_max_s: Some(1900.0),
        straight_lined: 2,
        too_fast: 1,
        clock_shifted: 0,
        unsealed: 3,
        leniency: Some(4.5),
        leniency_lower: Some(-0.5),
        leniency_upper: Some(9.5),
        undefined: None,
        ..QualityRow::default()
    };
    let alone = QualityRow {
        key: Key::all().and(Dimension::Observer, "o7"),
        visits: 1,
        answers: 0,
        late: 0,
        late_share: None,
        memory_age_median_s: None,
        memory_age_max_s: None,
        straight_lined: 0,
        too_fast: 0,
        unsealed: 0,
        leniency: None,
        leniency_lower: None,
        leniency_upper: None,
        undefined: Some(Undefined::NoPairs),
        ..row.clone()
    };
    vec![row, alone]
}

fn labels() -> Labels {
    let both = |fr: &str, en: &str| {
        LocalText::Each(BTreeMap::from([("fr".to_owned(), fr.to_owned()), ("en".to_owned(), en.to_owned())]))
    };
    Labels {
        sites: SITES.iter().map(|site| (site.0.to_owned(), site.1.to_owned())).collect(),
        behaviours: BEHAVIOURS.iter().map(|(id, fr, en)| ((*id).to_owned(), both(fr, en))).collect(),
        behaviours_of: BTreeMap::new(),
        items: BTreeMap::from([(
            "greeting.wait".to_owned(),
            both("Attente avant l’accueil", "Wait before the greeting"),
        )]),
        sections: BTreeMap::from([("greeting".to_owned(), both("Accueil", "Greeting"))]),
        checklists: BTreeMap::from([
            (CUSTOMER.to_owned(), both("Envers les clients", "Towards customers")),
            ("management".to_owned(), both("Entre responsables et équipes", "Between managers and teams")),
        ]),
        ..Labels::default()
    }
}
