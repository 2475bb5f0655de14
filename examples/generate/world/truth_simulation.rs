//! The simulation behind the truth: answers drawn many times, without the engine and without files.

use super::World;
use super::answers::{DrawnAnswer, percent};
use super::chance::{Purpose, real, stream};
use super::items::{AnswerType, ItemList};
use esprit::visit::Kind;
use std::collections::BTreeMap;

/// The name of a relation, and one of its attitudes.
pub type Attitude = (&'static str, String);

/// A sum, its squares, and the number of its terms.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mean {
    n: f64,
    sum: f64,
    squares: f64,
}

impl Mean {
    /// Adds a value.
    pub fn add(&mut self, value: f64) {
        self.n += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// Returns the mean; 0 without values.
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.n > 0.0 { self.sum / self.n } else { 0.0 }
    }

    /// Returns the variance; 0 below two values.
    #[must_use]
    pub fn variance(&self) -> f64 {
        if self.n > 1.0 { ((self.squares - self.sum * self.sum / self.n) / (self.n - 1.0)).max(0.0) } else { 0.0 }
    }
}

/// The simulated visits of one site.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteSimulation {
    /// The percentages of visits of any relation and kind except training.
    pub all: Mean,
    /// The percentages of mystery visits towards customers.
    pub customer: Mean,
}

/// Simulates the visits of one site. All sites use the same random numbers, so they differ only by their truth.
#[must_use]
pub fn simulate_site(world: &World, site: usize, draws: u64) -> SiteSimulation {
    let mut sums = SiteSimulation::default();
    for draw in 0..draws {
        let mut rng = stream(world.settings.seed, Purpose::Expected, draw);
        let occasion = world.occasion_at(site, (real(draw) + 0.5) / real(draws), &mut rng);
        let Some(list) = world.lists.get(occasion.list).filter(|_| occasion.kind != Kind::Training) else { continue };
        let found = world.answers(&occasion, list, &mut rng);
        if let Some(percent) = percent(list.items.iter().zip(found)) {
            sums.all.add(percent);
            if occasion.kind == Kind::MysteryVisit && occasion.list == 0 {
                sums.customer.add(percent);
            }
        }
    }
    sums
}

/// Simulated visits for comparing kinds and relations.
#[derive(Clone, Debug, Default)]
pub struct RelationSimulation {
    /// For mystery visits, the percentages of each relation's attitudes.
    pub attitudes: BTreeMap<Attitude, Mean>,
    /// For mystery visits towards customers, the share of points of each behaviour, from 0 to 1.
    pub behaviours: BTreeMap<String, Mean>,
    /// The same for self-audits.
    pub self_audits: BTreeMap<String, Mean>,
}

impl RelationSimulation {
    /// Merges the results of another simulation.
    #[must_use]
    pub fn merged(mut self, other: &Self) -> Self {
        for (key, mean) in &other.attitudes {
            self.attitudes.entry(key.clone()).or_default().merge(mean);
        }
        for (own, other) in [(&mut self.behaviours, &other.behaviours), (&mut self.self_audits, &other.self_audits)] {
            for (name, mean) in other {
                own.entry(name.clone()).or_default().merge(mean);
            }
        }
        self
    }
}

/// Simulates visits to one site for each relation, and self-audits, each time on the same occasion.
#[must_use]
pub fn compare(world: &World, site: usize, draws: u64) -> RelationSimulation {
    let mut sums = RelationSimulation::default();
    for draw in 0..draws {
        let mut rng = stream(world.settings.seed, Purpose::Compared, site as u64 * draws + draw);
        let mut occasion = world.occasion_at(site, (real(draw) + 0.5) / real(draws), &mut rng);
        occasion.observer = Some(world.observer_at(rng.f64()));
        for (number, list) in world.lists.iter().enumerate() {
            (occasion.list, occasion.kind) = (number, Kind::MysteryVisit);
            let found = world.answers(&occasion, list, &mut rng.clone());
            let items = || list.items.iter().zip(found.iter().copied());
            for attitude in ["greeting", "listening", "efficiency"] {
                let own = items().filter(|(item, _)| item.attitude.as_deref() == Some(attitude));
                let key = (list.relation.name(), attitude.to_owned());
                if let Some(percent) = percent(own) {
                    sums.attitudes.entry(key).or_default().add(percent);
                }
            }
            if number == 0 {
                add(&mut sums.behaviours, list, &found);
                let observer = occasion.observer.take();
                occasion.kind = Kind::SelfAudit;
                let own = world.answers(&occasion, list, &mut rng.clone());
                occasion.observer = observer;
                add(&mut sums.self_audits, list, &own);
            }
        }
    }
    sums
}

fn add(sums: &mut BTreeMap<String, Mean>, list: &ItemList, found: &[DrawnAnswer]) {
    for (item, given) in list.items.iter().zip(found) {
        // A time has no share of points.
        if let (Some(fraction), false) = (given.fraction(), matches!(item.sort, AnswerType::Wait | AnswerType::Service))
        {
            sums.entry(item.behaviour.clone()).or_default().add(fraction);
        }
    }
}
