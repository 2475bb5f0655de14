//! What an observer finds in a visit: the answers, drawn from what is true of site, observer, day and item.

use super::chance::{between, happens, normal, whole};
use super::items::{Item, List, Sort};
use super::occasion::Occasion;
use super::{Habit, INTERNAL_GAP, MANAGEMENT_GAP, VISIT_SPREAD, WAIT_SPREAD, World};
use esprit::visit::Kind;
use esprit::visit::checklist::Relation;
use fastrand::Rng;

/// What is found of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It does not apply here.
    Absent,
    /// It applies, and is left unanswered.
    Open,
    /// There was no occasion for it.
    NoOccasion,
    /// It could not be seen.
    NotSeen,
    /// It earns everything.
    Yes,
    /// It earns half.
    Partly,
    /// It earns nothing.
    No,
    /// Somebody greeted after so many milliseconds.
    Wait(u64),
    /// Nobody greeted.
    Never,
    /// From 0 to 10.
    Outcome(u8),
}

impl Given {
    /// Gives the share of its points that it earns, where it counts.
    #[must_use]
    pub fn fraction(self) -> Option<f64> {
        match self {
            Self::Yes => Some(1.0),
            Self::Partly => Some(0.5),
            Self::Wait(ms) if ms <= 30_000 => Some(1.0),
            Self::Wait(ms) if ms <= 90_000 => Some(0.5),
            Self::No | Self::Never | Self::Wait(_) => Some(0.0),
            _ => None,
        }
    }
}

/// Gives the percent of a visit, as its file will have it; none where nothing counts.
#[must_use]
pub fn percent<'a>(found: impl Iterator<Item = (&'a Item, Given)>) -> Option<f64> {
    let counted =
        found.filter_map(|(item, given)| given.fraction().map(|fraction| (item.weight * fraction, item.weight)));
    let (points, possible) = counted.fold((0.0, 0.0), |(points, possible), (p, q)| (points + p, possible + q));
    (possible > 0.0).then(|| 100.0 * points / possible)
}

impl World {
    /// Draws what the observer finds on an occasion, item by item.
    #[must_use]
    pub fn answers(&self, occasion: &Occasion, list: &List, rng: &mut Rng) -> Vec<Given> {
        let shift = self.shift(occasion, rng);
        let habit = self.habit(occasion);
        let mut given = Vec::with_capacity(list.items.len());
        let mut outcome = 6.5 + 1.2 * normal(rng);
        for (index, item) in list.items.iter().enumerate() {
            let next = match item.sort {
                Sort::Wait => self.wait(occasion, habit, rng),
                Sort::Outcome if happens(rng, 0.01) => Given::Open,
                Sort::Outcome => Given::Outcome(u8::try_from(whole(outcome.round().clamp(0.0, 10.0))).unwrap_or(10)),
                _ => {
                    let base = item.base + (shift + self.item_shift(occasion, list.relation, item)) / 100.0;
                    let expected = base.clamp(0.03, 0.97);
                    let applies = list.redirected.is_none_or(|(here, served)| {
                        index != here || matches!(given.get(served), Some(Given::Partly | Given::No))
                    });
                    let drawn = draw(item, expected, habit, rng);
                    let centre = if self.settings.pure_outcome { expected } else { item.base };
                    let found = if applies { drawn } else { Given::Absent };
                    outcome += item.drives * found.fraction().map_or(0.0, |fraction| fraction - centre);
                    found
                }
            };
            // Nobody who does not greet greets first, or in any words.
            let silent = given.first() == Some(&Given::Never);
            let greets = item.behaviour == "greet_first" || item.sort == Sort::Words;
            given.push(if silent && greets && next.fraction().is_some() { Given::No } else { next });
        }
        given
    }

    /// Gives by how much the whole visit is better than the network's average, in percent points.
    fn shift(&self, occasion: &Occasion, rng: &mut Rng) -> f64 {
        let settings = &self.settings;
        let years = f64::from(settings.months) / 12.0;
        let trend = settings.trend * years * (occasion.day.part - 0.5);
        let site = self.sites.get(occasion.site).map_or(0.0, |place| {
            let change = place.change.filter(|change| occasion.day.month >= change.month);
            place.effect + change.map_or(0.0, |change| change.points)
        });
        let observer = occasion.observer.and_then(|number| self.observers.get(number));
        // Managers are a little kind to themselves in everything.
        site + trend + observer.map_or(3.0, |observer| observer.leniency) + VISIT_SPREAD * normal(rng)
    }

    /// Gives by how much one item is better still: the mirror, and what managers do not see of themselves.
    fn item_shift(&self, occasion: &Occasion, relation: Relation, item: &Item) -> f64 {
        let network = match relation {
            Relation::Management => MANAGEMENT_GAP,
            Relation::Internal => INTERNAL_GAP,
            Relation::Customer => 0.0,
        };
        let own = self.sites.get(occasion.site).and_then(|place| place.gap);
        let own = own.filter(|gap| gap.relation == relation && Some(gap.attitude) == item.attitude.as_deref());
        let blind = if occasion.kind == Kind::SelfAudit { item.blind } else { 0.0 };
        network + own.map_or(0.0, |gap| gap.points) + blind
    }

    fn wait(&self, occasion: &Occasion, habit: Habit, rng: &mut Rng) -> Given {
        let Some(place) = self.sites.get(occasion.site) else { return Given::Open };
        let seconds = place.wait_median_s * libm::exp(WAIT_SPREAD * normal(rng));
        let never = happens(rng, place.never);
        match habit {
            Habit::TooFast => Given::Wait(whole(1000.0 * between(rng, 2.0, 5.0))),
            _ if never => Given::Never,
            _ => Given::Wait(whole(1000.0 * seconds.clamp(1.0, 600.0))),
        }
    }
}

/// Draws an answer that earns `expected` of its points on average.
fn draw(item: &Item, expected: f64, habit: Habit, rng: &mut Rng) -> Given {
    let (point, aside) = (rng.f64(), rng.f64());
    let partly = item.partly * 2.0 * expected.min(1.0 - expected);
    match aside {
        _ if habit == Habit::SameAnswer => Given::Yes,
        a if a < item.no_occasion => Given::NoOccasion,
        a if a < item.no_occasion + 0.015 => Given::NotSeen,
        a if a < item.no_occasion + 0.025 => Given::Open,
        _ if point < expected - partly / 2.0 => Given::Yes,
        _ if point < expected + partly / 2.0 => Given::Partly,
        _ => Given::No,
    }
}
