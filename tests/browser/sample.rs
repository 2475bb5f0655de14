//! A whole report of made-up figures, of any size, optionally with hostile texts.
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "made-up numbers are small"
)]

use esprit::analysis::figures::*;
use esprit::analysis::{Dimension, Key, Report};
use esprit::stats::Undefined;
use esprit::visit::checklist::LocalText;
use std::collections::BTreeMap;

/// Text that runs, requests or hides something unless it is escaped.
pub const HOSTILE: [&str; 10] = [
    "=cmd|' /C calc'!A1",
    "<script>document.title='run'</script>",
    "\"><img src=/asked onerror=document.title='run'>",
    "</style><script src=/asked></script>",
    "</title><svg onload=document.title='run'>",
    "\u{1b}[31mred\u{1b}]0;t\u{7}",
    "abc\u{202e}fdp.exe\u{2066}\u{200b}",
    "--><iframe src=/asked></iframe>",
    "javascript:document.title='run' &lt;b&gt; &amp;",
    "' style='background:url(/asked)' onclick='document.title=1",
];

/// The size of a sample, and whether its texts are hostile.
#[derive(Clone, Copy)]
pub struct Sample {
    pub sites: usize,
    pub behaviours: usize,
    pub hostile: bool,
}

const BEHAVIOURS: [(&str, &str, &str); 8] = [
    ("notice", "Fait signe au client dès son entrée", "Gives a sign as the customer comes in"),
    ("approach", "Va vers l’autre avec le sourire", "Goes towards the other with a smile"),
    ("pause_task", "Interrompt sa tâche pour le client", "Pauses the task in hand for the customer"),
    ("reformulate", "Reformule la demande avant d’agir", "Puts the request into other words before acting"),
    ("empathy", "Montre qu’il a compris la gêne", "Shows that the trouble is understood"),
    ("competent", "Répond juste du premier coup", "Answers right the first time"),
    ("follow", "Accompagne au lieu de montrer du doigt", "Goes along instead of pointing"),
    ("farewell", "Prend congé avec le nom du client", "Takes leave with the customer’s name"),
];
const TOWNS: [&str; 12] = [
    "Lyon Part-Dieu",
    "Nantes Commerce",
    "Bordeaux Lac",
    "Lille Europe",
    "Strasbourg Centre",
    "Toulouse Purpan",
    "Nice Étoile",
    "Rennes Alma",
    "Grenoble Caserne de Bonne",
    "Dijon Toison d’Or",
    "Saint-Étienne Châteaucreux",
    "Brest",
];

/// Pseudo-random numbers, always the same.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

impl Sample {
    fn word(self, index: usize, harmless: &str) -> String {
        if self.hostile { format!("{} {index}", HOSTILE[index % HOSTILE.len()]) } else { harmless.to_owned() }
    }

    fn site(self, index: usize) -> String {
        self.word(index, &format!("site-{index:03}"))
    }

    fn behaviour(self, index: usize) -> String {
        let (id, _, _) = BEHAVIOURS[index % BEHAVIOURS.len()];
        self.word(
            index + 3,
            &format!("{id}{}", if index < BEHAVIOURS.len() { String::new() } else { index.to_string() }),
        )
    }

    fn checklists(self) -> [String; 3] {
        ["customer", "management", "internal"].map(|name| self.word(name.len(), name))
    }

    fn local(self, index: usize, fr: &str, en: &str) -> LocalText {
        let texts = [("fr", fr), ("en", en)].map(|(lang, text)| (lang.to_owned(), self.word(index, text)));
        LocalText::Each(BTreeMap::from(texts))
    }

    /// Returns the report.
    pub fn report(self) -> Report {
        let mut chance = Chance(7);
        let [customer, management, _] = self.checklists();
        let mut ranking = self.ranking(&mut chance, &customer);
        ranking.sites.sort_by(|one, other| other.shrunk.total_cmp(&one.shrunk));
        let (network_behaviours, behaviours) =
            self.behaviour_rows(&mut chance, &customer).into_iter().partition(|row| row.key.iter().count() == 1);
        Report {
            format: FORMAT,
            source: self.source(),
            filters: Filters { conditions: vec![format!("group={}", self.word(4, "sud-est"))], from: None, to: None },
            by: vec![Dimension::Site],
            seed: 1,
            confidence: 0.95,
            checklists: self.used(),
            advice: self.advice(&customer),
            network: self.checklists().iter().map(|name| score(&mut chance, Key::all(), name, 1200)).collect(),
            scores: self.scores(&mut chance),
            network_behaviours,
            behaviours,
            change: self.change(&mut chance, &customer),
            signals: self.signals(&mut chance, &customer),
            ranking,
            other_rankings: vec![Ranking {
                checklist: management,
                visits: 40,
                undefined: Some(Undefined::NoObjectVariance),
                ..Ranking::default()
            }],
            waiting: self.waiting(&mut chance, &customer),
            waiting_tests: vec![WaitingTest {
                checklist: customer.clone(),
                item: self.word(7, "greeting.wait"),
                sites: self.sites as u64,
                n: 1180,
                chi_square: Some(61.234),
                freedom: Some(39),
                p: Some(0.0131),
                undefined: None,
                ..WaitingTest::default()
            }],
            mirror: self.mirror(&mut chance),
            blind_spots: self.blind_spots(&mut chance, &customer),
            drivers: self.drivers(&mut chance, &customer),
            quality: self.quality(&mut chance),
            notes: vec![
                Note { code: "checklists_apart", subject: self.checklists().to_vec() },
                Note {
                    code: "site_in_two_groups",
                    subject: vec![self.site(2), self.word(5, "nord"), self.word(6, "est")],
                },
            ],
            labels: self.labels(),
            ..Report::default()
        }
    }

    fn source(self) -> Source {
        let damaged = (0..14).map(|index| DamagedFile {
            path: format!("2026/03/{}.json", self.word(index, &format!("visit-{index}"))),
            reason: if self.hostile { HOSTILE[index % 10].to_owned() } else { "not_a_session".to_owned() },
        });
        Source {
            sessions: 2345,
            duplicates: 2,
            abandoned: 31,
            training: 12,
            filtered: 0,
            unsealed: 3,
            damaged: damaged.collect(),
            from: Some("2025-01-02".to_owned()),
            to: Some("2026-03-01".to_owned()),
            verified: false,
            ..Source::default()
        }
    }

    fn used(self) -> Vec<ChecklistUsed> {
        let one = |(name, relation): (String, &'static str)| ChecklistUsed {
            id: name.clone(),
            name,
            versions: vec![self.word(9, "1.0.0"), "1.1.0".to_owned()],
            relation,
            visits: 1200,
            shares: Vec::new(),
        };
        self.checklists().into_iter().zip(["customer", "management", "internal"]).map(one).collect()
    }

    fn advice(self, checklist: &str) -> Vec<Advice> {
        let one = |says, key: Key, value: f64| Advice {
            says,
            key,
            checklist: checklist.to_owned(),
            n: 48,
            value: Some(value),
            lower: Some(value * 0.9),
            upper: Some(value * 1.1),
            visits_needed: Some(11),
            ..Advice::default()
        };
        vec![
            one(Says::Overall, Key::all(), 74.31),
            one(Says::Worst, Key::all().and(Dimension::Site, &self.site(1)), 61.2),
            one(Says::First, Key::all().and(Dimension::Behaviour, &self.behaviour(3)), 0.41),
            one(Says::NotYet, Key::all(), 0.62),
        ]
    }

    fn scores(self, chance: &mut Chance) -> Vec<ScoreRow> {
        let mut rows = Vec::new();
        for (place, checklist) in self.checklists().iter().enumerate() {
            for site in 0..self.sites {
                let visits = if place == 0 { 3 + (site as u64 * 7) % 40 } else { 1 + site as u64 % 6 };
                let mut row = score(chance, Key::all().and(Dimension::Site, &self.site(site)), checklist, visits);
                if visits == 1 {
                    (row.lower, row.upper, row.undefined) = (None, None, Some(Undefined::TooFewLevels));
                }
                rows.push(row);
            }
        }
        rows
    }

    fn ranking(self, chance: &mut Chance, checklist: &str) -> Ranking {
        let site = |site: usize| {
            let shrunk = chance.between(60.0, 88.0);
            RankedSite {
                site: self.site(site),
                band: 1 + (88.0 - shrunk) as u64 / 10,
                visits: 3 + (site as u64 * 7) % 40,
                percent_mean: shrunk + 1.5,
                shrunk,
                lower: shrunk - 4.0,
                upper: shrunk + 4.0,
                reliability: chance.between(0.4, 0.9),
            }
        };
        Ranking {
            checklist: checklist.to_owned(),
            visits: 1200,
            variance_sites: Some(30.2),
            variance_visits: Some(80.0),
            negative: false,
            g_one_visit: Some(0.274),
            g_now: Some(0.81),
            visits_needed: Some(11),
            undefined: None,
            sites: (0..self.sites).filter(|site| 3 + (site * 7) % 40 >= 5).map(site).collect(),
            ..Ranking::default()
        }
    }

    fn behaviour_rows(self, chance: &mut Chance, checklist: &str) -> Vec<BehaviourRow> {
        let mut rows = Vec::new();
        for index in 0..self.behaviours {
            let key = Key::all().and(Dimension::Behaviour, &self.behaviour(index));
            rows.push(behaviour(chance, key, checklist, 1180));
        }
        for site in 0..self.sites {
            for index in 0..self.behaviours {
                let key = Key::all().and(Dimension::Site, &self.site(site));
                rows.push(behaviour(chance, key.and(Dimension::Behaviour, &self.behaviour(index)), checklist, 24));
            }
        }
        let key = Key::all().and(Dimension::Behaviour, &self.word(1, "never_asked"));
        rows.push(BehaviourRow {
            yes: 0,
            partly: 0,
            no: 0,
            n: 0,
            left_out: 1200,
            share: None,
            lower: None,
            upper: None,
            undefined: Some(Undefined::ZeroDenominator),
            ..behaviour(chance, key, checklist, 10)
        });
        rows
    }

    fn change(self, chance: &mut Chance, checklist: &str) -> Change {
        let mut scores = Vec::new();
        for site in 0..=self.sites {
            let key = if site == 0 { Key::all() } else { Key::all().and(Dimension::Site, &self.site(site - 1)) };
            let difference = chance.between(-9.0, 12.0);
            scores.push(ScoreChange {
                key,
                checklist: checklist.to_owned(),
                visits_before: 12,
                visits_after: 14,
                before: Some(70.0),
                after: Some(70.0 + difference),
                difference: Some(difference),
                lower: Some(difference - 6.0),
                upper: Some(difference + 6.0),
                certain: Some(difference.abs() > 8.0),
                undefined: None,
                ..ScoreChange::default()
            });
        }
        let behaviours = (0..self.behaviours).map(|index| {
            let difference = chance.between(-0.1, 0.14);
            BehaviourChange {
                key: Key::all().and(Dimension::Behaviour, &self.behaviour(index)),
                checklist: checklist.to_owned(),
                n_before: 600,
                n_after: 580,
                before: Some(0.6),
                after: Some(0.6 + difference),
                difference: Some(difference),
                lower: Some(difference - 0.05),
                upper: Some(difference + 0.05),
                p: Some(0.04),
                p_adjusted: Some(if difference > 0.1 { 0.0004 } else { 0.21 }),
                certain: Some(difference > 0.1),
                undefined: None,
                ..BehaviourChange::default()
            }
        });
        Change { since: Some("2025-08-01".to_owned()), scores, behaviours: behaviours.collect(), undefined: None }
    }

    fn signals(self, chance: &mut Chance, checklist: &str) -> Vec<SignalRow> {
        let row = |index: usize| {
            let key = if index == 0 { Key::all() } else { Key::all().and(Dimension::Site, &self.site(index - 1)) };
            let centre = chance.between(66.0, 82.0);
            let shift = (index % 5 == 2).then(|| "2025-10".to_owned());
            let point = |month: usize| {
                let (year, number) = (2025 + month / 12, month % 12 + 1);
                let up = if shift.is_some() && month >= 9 { 12.0 } else { 0.0 };
                SignalPoint {
                    month: format!("{year}-{number:02}"),
                    visits: if month == 4 && index > 0 { 0 } else { 3 },
                    percent: (month != 4 || index == 0).then(|| centre + chance.between(-5.0, 5.0) + up),
                    signal: up > 0.0,
                    ..SignalPoint::default()
                }
            };
            SignalRow {
                key,
                checklist: checklist.to_owned(),
                points: (0..15).map(point).collect(),
                centre: Some(centre),
                lower: Some(centre - 9.0),
                upper: Some(centre + 9.0),
                range_upper: Some(11.0),
                shift,
                undefined: None,
                ..SignalRow::default()
            }
        };
        let mut rows: Vec<SignalRow> = (0..=self.sites).map(row).collect();
        if let Some(last) = rows.last_mut() {
            (last.centre, last.lower, last.upper, last.undefined) = (None, None, None, Some(Undefined::TooFewPoints));
        }
        rows
    }

    fn waiting(self, chance: &mut Chance, checklist: &str) -> Vec<WaitingRow> {
        let row = |index: usize| {
            let key = if index == 0 { Key::all() } else { Key::all().and(Dimension::Site, &self.site(index - 1)) };
            let pace = chance.between(12.0, 40.0);
            let step = |step: usize| {
                let time = step as f64 * 3.0;
                let waiting = 0.04 + 0.96 * (-time / pace).exp();
                WaitingStep {
                    time_s: time,
                    waiting,
                    lower: Some((waiting - 0.06).max(0.0)),
                    upper: Some((waiting + 0.06).min(1.0)),
                }
            };
            let undefined = (index == 3).then_some(Undefined::MedianNotReached);
            WaitingRow {
                key,
                checklist: checklist.to_owned(),
                item: self.word(7, "greeting.wait"),
                n: if index == 0 { 1180 } else { 24 },
                censored: 4,
                left_out: 1,
                median_s: undefined.is_none().then_some(pace * 0.7),
                lower_s: undefined.is_none().then_some(pace * 0.6),
                upper_s: (index % 4 != 1 && undefined.is_none()).then_some(pace * 0.9),
                promised_s: Some(30.0),
                within: Some(0.71),
                within_lower: Some(0.66),
                within_upper: Some(0.75),
                curve: (1..60).map(step).collect(),
                undefined,
            }
        };
        (0..=self.sites).map(row).collect()
    }

    fn mirror(self, chance: &mut Chance) -> Vec<MirrorRow> {
        let mut rows = Vec::new();
        for site in 0..=self.sites {
            for attitude in ["greeting", "listening", "efficiency"] {
                let mut key = Key::all();
                if site > 0 {
                    key = key.and(Dimension::Site, &self.site(site - 1));
                }
                let (customer, gap) = (chance.between(55.0, 92.0), chance.between(-8.0, 25.0));
                let some = site % 7 != 3;
                rows.push(MirrorRow {
                    key: key.and(Dimension::Attitude, attitude),
                    customer: Some(customer),
                    management: some.then_some(customer - gap),
                    internal: (site % 3 != 1).then_some(customer - gap / 2.0),
                    n_customer: 24,
                    n_management: if some { 6 } else { 0 },
                    n_internal: if site % 3 == 1 { 0 } else { 5 },
                    gap_management: some.then_some(gap),
                    lower: some.then_some(gap - 9.0),
                    upper: some.then_some(gap + 9.0),
                    gap_internal: (site % 3 != 1).then_some(gap / 2.0),
                    lower_internal: (site % 3 != 1).then_some(gap / 2.0 - 9.0),
                    upper_internal: (site % 3 != 1).then_some(gap / 2.0 + 9.0),
                    parts_company: (some && gap > 20.0).then_some(1 + (gap * 3.0) as u64),
                    undefined: (!some).then_some(Undefined::NoPairs),
                    ..MirrorRow::default()
                });
            }
        }
        rows
    }

    fn blind_spots(self, chance: &mut Chance, checklist: &str) -> Vec<BlindSpotRow> {
        let row = |index: usize| {
            let difference = chance.between(-0.1, 0.4);
            BlindSpotRow {
                key: Key::all().and(Dimension::Behaviour, &self.behaviour(index)),
                checklist: checklist.to_owned(),
                n_self: 90,
                n_mystery: 1180,
                self_share: Some(0.5 + difference),
                mystery_share: Some(0.5),
                difference: Some(difference),
                lower: Some(difference - 0.1),
                upper: Some(difference + 0.08),
                blind_spot: difference > 0.1,
                undefined: None,
                ..BlindSpotRow::default()
            }
        };
        (0..self.behaviours).map(row).collect()
    }

    fn drivers(self, chance: &mut Chance, checklist: &str) -> Vec<DriverRow> {
        let row = |index: usize| {
            let difference = chance.between(-0.4, 1.8);
            DriverRow {
                key: Key::all().and(Dimension::Behaviour, &self.behaviour(index)),
                checklist: checklist.to_owned(),
                n_with: 700,
                n_without: 300,
                n_partly: 180,
                with: Some(7.0 + difference),
                without: Some(7.0),
                difference: Some(difference),
                lower: Some(difference - 0.4),
                upper: Some(difference + 0.5),
                p: Some(0.01),
                p_adjusted: Some(if difference > 0.6 { 0.000_01 } else { 0.3 }),
                certain: Some(difference > 0.6),
                undefined: None,
                ..DriverRow::default()
            }
        };
        (0..self.behaviours).map(row).collect()
    }

    fn quality(self, chance: &mut Chance) -> Vec<QualityRow> {
        let row = |index: usize| QualityRow {
            key: Key::all().and(Dimension::Observer, &self.word(index + 2, &format!("o{index:02}"))),
            visits: 120,
            answers: 2800,
            late: 90,
            late_share: Some(90.0 / 2800.0),
            memory_age_median_s: Some(42.5),
            memory_age_max_s: Some(8130.0),
            straight_lined: index as u64,
            too_fast: 0,
            clock_shifted: 1,
            unsealed: 0,
            leniency: (index != 3).then(|| chance.between(-6.0, 6.0)),
            leniency_lower: (index != 3).then_some(-7.0),
            leniency_upper: (index != 3).then_some(7.0),
            undefined: (index == 3).then_some(Undefined::SingleGroup),
            ..QualityRow::default()
        };
        (0..8).map(row).collect()
    }

    fn labels(self) -> Labels {
        let name = |site: usize| {
            let town = TOWNS[site % TOWNS.len()];
            if site < TOWNS.len() { town.to_owned() } else { format!("{town} {}", site / TOWNS.len() + 1) }
        };
        let behaviour = |index: usize| {
            let (_, fr, en) = BEHAVIOURS[index % BEHAVIOURS.len()];
            let more = if index < BEHAVIOURS.len() { String::new() } else { format!(" ({index})") };
            (self.behaviour(index), self.local(index, &format!("{fr}{more}"), &format!("{en}{more}")))
        };
        let titles = [
            ("Envers les clients (magasin, agence)", "Towards customers (shop, branch)"),
            ("Entre responsables et équipes", "Between managers and employees"),
            ("Entre services", "Between departments"),
        ];
        let item = self.local(6, "Temps jusqu’à la première salutation", "Time to the first greeting");
        Labels {
            sites: (0..self.sites).map(|site| (self.site(site), self.word(site + 1, &name(site)))).collect(),
            behaviours: (0..self.behaviours).map(behaviour).collect(),
            behaviours_of: BTreeMap::new(),
            items: [(self.word(7, "greeting.wait"), item)].into(),
            sections: BTreeMap::new(),
            checklists: self
                .checklists()
                .into_iter()
                .zip(titles)
                .zip(1..)
                .map(|((name, (fr, en)), index)| (name, self.local(index, fr, en)))
                .collect(),
            ..Labels::default()
        }
    }
}

fn score(chance: &mut Chance, key: Key, checklist: &str, visits: u64) -> ScoreRow {
    let mean = chance.between(58.0, 91.0);
    let half = 22.0 / (visits as f64).sqrt();
    ScoreRow {
        key,
        checklist: checklist.to_owned(),
        visits,
        sites: 1,
        percent_mean: Some(mean),
        percent_pooled: Some(mean - 0.37),
        lower: Some(mean - half),
        upper: Some((mean + half).min(100.0)),
        failed_critical: visits / 9,
        few_visits: visits < 5,
        ..ScoreRow::default()
    }
}

fn behaviour(chance: &mut Chance, key: Key, checklist: &str, n: u64) -> BehaviourRow {
    let yes = (n as f64 * chance.between(0.2, 0.8)) as u64;
    let partly = (n - yes) / 3;
    let share = (yes as f64 + partly as f64 / 2.0) / n as f64;
    let half = 1.0 / (n as f64).sqrt();
    BehaviourRow {
        key,
        checklist: checklist.to_owned(),
        n,
        yes,
        partly,
        no: n - yes - partly,
        left_out: 20,
        share: Some(share),
        lower: Some((share - half).max(0.0)),
        upper: Some((share + half).min(1.0)),
        undefined: None,
    }
}
