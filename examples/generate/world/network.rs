//! Simple networks whose truth is known exactly, made in memory: for measuring how often a report is right.
//!
//! Every probability lies symmetrically about its mean, within 0 and 1, so that the expected score of a site is its
//! probability.

use super::chance::{Purpose, between, happens, normal, stream};
use esprit::visit::checklist::Relation;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedAnswer, RecordedValue};
use esprit::visit::{Definition, Kind};
use fastrand::Rng;
use jiff::civil::{Date, date};
use serde_json::json;
use std::borrow::Cow;

/// The attitudes of the checklist; each has [`ITEMS`] items.
pub const ATTITUDES: [&str; 3] = ["greeting", "listening", "efficiency"];
/// The items of an attitude.
pub const ITEMS: usize = 5;
/// The id of the outcome's item and section.
const OUTCOME: &str = "outcome";
/// The spread of visits about their site, as the half of a range of probabilities.
const VISIT_SPREAD: f64 = 0.1;

/// What a network is like.
#[derive(Clone, Copy, Debug)]
pub struct Network {
    /// The number of sites.
    pub sites: usize,
    /// Mystery visits to each site, in each of the two periods.
    pub visits: usize,
    /// The share of `yes`.
    pub share: f64,
    /// The standard deviation of sites' shares, as far as there is room for three of them.
    pub site_spread: f64,
    /// What every site gains from the first period to the second.
    pub change: f64,
    /// Whether sites close and open: of three, the first closes after the first period, and the second opens after it.
    pub turnover: bool,
    /// By how much the sites that open are weaker.
    pub weaker: f64,
    /// Visits to each site in each of the two other relations, in each period.
    pub relations: usize,
    /// What customers have more than teams.
    pub gap: f64,
    /// The half of the range of sites' own gaps.
    pub gap_spread: f64,
    /// Self-audits of each site, in each period.
    pub self_audits: usize,
    /// What self-audits see more than mystery visits.
    pub self_gain: f64,
    /// Who observes.
    pub observers: Observers,
    /// The half of the range of observers' leniency, as a difference of probabilities.
    pub leniency: f64,
    /// The mean outcome, from 0 to 10, of visits in which the first behaviour is not shown.
    pub outcome: f64,
    /// The standard deviation of sites' outcomes; that of a site's visits is 1.
    pub outcome_spread: f64,
    /// What the first behaviour adds to the outcome.
    pub driver: f64,
    /// The months of a period; the second period ends with 2026.
    pub months: i8,
    /// What every site gains in a year, month by month.
    pub slope: f64,
}

/// Who observes which site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observers {
    /// Six observers, each at every site.
    Everywhere,
    /// One for two sites each.
    OnePerTwoSites,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            sites: 20,
            visits: 6,
            share: 0.8,
            site_spread: 0.0,
            change: 0.0,
            turnover: false,
            weaker: 0.0,
            relations: 0,
            gap: 0.0,
            gap_spread: 0.0,
            self_audits: 0,
            self_gain: 0.0,
            observers: Observers::Everywhere,
            leniency: 0.0,
            outcome: 6.0,
            outcome_spread: 0.0,
            driver: 0.0,
            months: 6,
            slope: 0.0,
        }
    }
}

/// A network drawn from its description: the true shares of its sites, and the visits.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The true share of each site, in the first period.
    pub shares: Vec<f64>,
    /// The visits.
    pub visits: Vec<Record<'static>>,
}

/// The digest under which visits of a relation name their checklist.
fn digest(relation: Relation) -> &'static str {
    match relation {
        Relation::Customer => "sha256:customer",
        Relation::Management => "sha256:management",
        Relation::Internal => "sha256:internal",
    }
}

/// Returns the id of an item, which is its behaviour.
#[must_use]
pub fn item_id(attitude: &str, number: usize) -> String {
    format!("{attitude}-{number}")
}

/// Returns the checklists of the three relations, which ask the same.
///
/// # Errors
/// Never fails.
pub fn definitions() -> Result<Definitions, serde_json::Error> {
    let section = |attitude: &&str| {
        let item = |number: usize| {
            let id = item_id(attitude, number);
            json!({"id": id, "behaviour": id, "label": id, "response": {"type": "behaviour"}})
        };
        let items: Vec<_> = (0..ITEMS).map(item).collect();
        json!({"id": attitude, "attitude": attitude, "title": attitude, "items": items})
    };
    let mut sections: Vec<_> = ATTITUDES.iter().map(section).collect();
    let outcome = json!({"id": OUTCOME, "label": OUTCOME, "role": "outcome",
        "response": {"type": "scale", "min": 0, "max": 10}});
    sections.push(json!({"id": OUTCOME, "title": OUTCOME, "items": [outcome]}));
    let list = |relation: Relation| {
        let raw = json!({"format": "esprit.checklist/1", "id": relation.name(), "version": "1.0.0",
            "relation": relation.name(), "title": relation.name(), "sections": sections});
        Ok((digest(relation).to_owned(), Definition::new(raw)?))
    };
    [Relation::Customer, Relation::Management, Relation::Internal].into_iter().map(list).collect()
}

/// A visit to be drawn.
struct Occasion {
    site: usize,
    kind: Kind,
    relation: Relation,
    later: bool,
    /// The probability of a `yes`, half-way between the two periods.
    share: f64,
    /// The mean outcome.
    outcome: f64,
}

impl Network {
    /// Draws a network.
    #[must_use]
    pub fn draw(&self, seed: u64) -> Drawn {
        let mut rng = stream(seed, Purpose::Network, 0);
        let shares: Vec<f64> =
            (0..self.sites).map(|_| self.share + self.deviation_of_sites() * bell(&mut rng)).collect();
        let gaps: Vec<[f64; 2]> = (0..self.sites)
            .map(|_| [(); 2].map(|()| self.gap + self.gap_spread * between(&mut rng, -1.0, 1.0)))
            .collect();
        let leniency: Vec<f64> = (0..self.sites.max(6)).map(|_| self.leniency * between(&mut rng, -1.0, 1.0)).collect();
        let mut visits = Vec::new();
        for (site, (share, gaps)) in shares.iter().zip(&gaps).enumerate() {
            let outcome = self.outcome + site_outcome(&mut rng, self.outcome_spread);
            for later in [false, true] {
                let (closes, opens) = (site % 3 == 0, site % 3 == 1);
                if self.turnover && ((later && closes) || (!later && opens)) {
                    continue;
                }
                let weaker = if self.turnover && opens { self.weaker } else { 0.0 };
                let share = share + if later { self.change } else { 0.0 } - weaker;
                let occasion = |kind, relation, share| Occasion { site, kind, relation, later, share, outcome };
                let [managed, internal] = gaps;
                let kinds = [
                    (self.visits, occasion(Kind::MysteryVisit, Relation::Customer, share)),
                    (self.relations, occasion(Kind::MysteryVisit, Relation::Management, share - managed)),
                    (self.relations, occasion(Kind::MysteryVisit, Relation::Internal, share - internal)),
                    (self.self_audits, occasion(Kind::SelfAudit, Relation::Customer, share + self.self_gain)),
                ];
                for (count, occasion) in kinds {
                    for _ in 0..count {
                        let number = visits.len();
                        visits.push(self.visit(&mut rng, &occasion, number, &leniency));
                    }
                }
            }
        }
        Drawn { shares, visits }
    }

    /// Returns the standard deviation of sites' shares.
    #[must_use]
    pub fn deviation_of_sites(&self) -> f64 {
        self.site_spread.min(self.share / 3.0).min((1.0 - self.share) / 3.0)
    }

    fn visit(&self, rng: &mut Rng, occasion: &Occasion, number: usize, leniency: &[f64]) -> Record<'static> {
        let observer = match (occasion.kind, self.observers) {
            (Kind::SelfAudit, _) => format!("manager-{}", occasion.site),
            (_, Observers::Everywhere) => format!("o{}", rng.usize(..6)),
            (_, Observers::OnePerTwoSites) => format!("o{}", occasion.site / 2),
        };
        let own = observer.strip_prefix('o').and_then(|number| leniency.get(number.parse::<usize>().ok()?));
        let month = rng.i8(1..=self.months) + if occasion.later { self.months } else { 0 };
        let years = (f64::from(month) - 0.5) / 12.0 - f64::from(self.months) / 12.0;
        let share = occasion.share + self.slope * years + own.copied().unwrap_or_default();
        let share = share.clamp(0.0, 1.0);
        let share = share + VISIT_SPREAD.min(share).min(1.0 - share) * between(rng, -1.0, 1.0);
        let mut rows = Vec::new();
        for attitude in ATTITUDES {
            for number in 0..ITEMS {
                rows.push(answer(attitude, number, happens(rng, share)));
            }
        }
        let shown = rows.first().is_some_and(|row| row.points > 0.0);
        let outcome = occasion.outcome + if shown { self.driver } else { 0.0 } + normal(rng);
        let months_before = 2 * self.months - month;
        let day = date(2026 - i16::from(months_before / 12), 12 - months_before % 12, rng.i8(1..=28));
        record(occasion, (number, observer), day, rows, outcome.round().clamp(0.0, 10.0))
    }
}

/// Draws by how much a site's outcomes differ from the mean; nothing is drawn without a spread.
fn site_outcome(rng: &mut Rng, spread: f64) -> f64 {
    if spread > 0.0 { spread * normal(rng) } else { 0.0 }
}

/// Draws from a bell-shaped distribution with the standard deviation 1, between -3 and 3.
fn bell(rng: &mut Rng) -> f64 {
    [(); 3].map(|()| between(rng, -1.0, 1.0)).iter().sum()
}

fn answer(attitude: &'static str, number: usize, yes: bool) -> RecordedAnswer<'static> {
    let id = item_id(attitude, number);
    RecordedAnswer {
        item: Cow::Owned(id.clone()),
        section: Cow::Borrowed(attitude),
        attitude: Some(Cow::Borrowed(attitude)),
        behaviour: Some(Cow::Owned(id)),
        response: Cow::Borrowed("behaviour"),
        value: RecordedValue::Text(Cow::Borrowed(if yes { "yes" } else { "no" })),
        weight: 1.0,
        points: f64::from(u8::from(yes)),
        possible: 1.0,
        critical: false,
        first_recorded_at: None,
        recorded_at: None,
        observed_at: None,
        elapsed_ms: None,
        note: None,
    }
}

fn record(
    occasion: &Occasion,
    (number, observer): (usize, String),
    day: Date,
    rows: Vec<RecordedAnswer<'static>>,
    outcome: f64,
) -> Record<'static> {
    let (points, possible) =
        rows.iter().fold((0.0, 0.0), |(points, possible), row| (points + row.points, possible + row.possible));
    let relation = occasion.relation;
    Record {
        id: Cow::Owned(number.to_string()),
        kind: occasion.kind,
        complete: true,
        void: false,
        corrections: 0,
        relation,
        site: Cow::Owned(format!("s{:02}", occasion.site)),
        site_name: None,
        group: None,
        observer: Cow::Owned(observer),
        observer_name: None,
        started_at: Cow::Owned(format!("{day}T10:00:00+00:00")),
        date: day,
        hour: 10,
        ended_at: Cow::Owned(format!("{day}T10:10:00+00:00")),
        time_zone: Cow::Borrowed("UTC"),
        duration_ms: 600_000,
        paused_ms: 0,
        clock_shifts: 0,
        remark: None,
        checklist: Cow::Borrowed(relation.name()),
        version: Cow::Borrowed("1.0.0"),
        digest: Cow::Borrowed(digest(relation)),
        scenario: None,
        percent: Some(100.0 * points / possible),
        points,
        possible,
        section_shares: Vec::new(),
        failed_critical: Vec::new(),
        rows,
        note: None,
        outcome: (relation == Relation::Customer).then_some(outcome),
        sealed: true,
        pauses_and_marks: None,
    }
}
