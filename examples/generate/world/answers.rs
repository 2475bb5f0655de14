//! The answers of an observer, drawn from the truth about site, observer, day and item.

use super::chance::{between, happens, normal, whole};
use super::items::{AnswerType, Applies, Item, ItemList};
use super::occasion::Occasion;
use super::{Habit, INTERNAL_GAP, MANAGEMENT_GAP, VISIT_SPREAD, WAIT_SPREAD, World};
use esprit::visit::Kind;
use esprit::visit::checklist::Relation;
use fastrand::Rng;

/// The answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawnAnswer {
    /// The item does not apply.
    Absent,
    /// The item applies, and is left unanswered.
    Open,
    /// Not applicable: there was no occasion.
    NoOccasion,
    /// Not observed.
    NotSeen,
    /// All points.
    Yes,
    /// Half of the points.
    Partly,
    /// No points.
    No,
    /// The time until somebody greeted, in milliseconds.
    Wait(u64),
    /// Nobody greeted.
    Never,
    /// A mark from 0 to 10.
    Outcome(u8),
}

impl DrawnAnswer {
    /// Returns the share of its points that it earns, if it counts.
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

/// Returns the percentage of a visit, as in its file; `None` if nothing counts.
#[must_use]
pub fn percent<'a>(found: impl Iterator<Item = (&'a Item, DrawnAnswer)>) -> Option<f64> {
    let counted =
        found.filter_map(|(item, answer)| answer.fraction().map(|fraction| (item.weight * fraction, item.weight)));
    let (points, possible) = counted.fold((0.0, 0.0), |(points, possible), (p, q)| (points + p, possible + q));
    (possible > 0.0).then(|| 100.0 * points / possible)
}

impl World {
    /// Draws the answers on an occasion, item by item.
    #[must_use]
    pub fn answers(&self, occasion: &Occasion, list: &ItemList, rng: &mut Rng) -> Vec<DrawnAnswer> {
        let shift = self.shift(occasion, rng);
        let habit = self.habit(occasion);
        let mut answer = Vec::with_capacity(list.items.len());
        let mut outcome = 6.5 + 1.2 * normal(rng);
        for item in &list.items {
            let next = match item.sort {
                AnswerType::Wait => self.wait(occasion, habit, rng),
                AnswerType::Outcome if happens(rng, 0.01) => DrawnAnswer::Open,
                AnswerType::Outcome => {
                    DrawnAnswer::Outcome(u8::try_from(whole(outcome.round().clamp(0.0, 10.0))).unwrap_or(10))
                }
                _ => {
                    let base = item.base + (shift + self.item_shift(occasion, list.relation, item)) / 100.0;
                    let expected = base.clamp(0.03, 0.97);
                    let applies = applies(item.applies, &answer);
                    let drawn = draw(item, expected, habit, rng);
                    let centre = if self.settings.pure_outcome { expected } else { item.base };
                    let found = if applies { drawn } else { DrawnAnswer::Absent };
                    outcome += item.drives * found.fraction().map_or(0.0, |fraction| fraction - centre);
                    found
                }
            };
            answer.push(next);
        }
        answer
    }

    /// Returns how much better the whole visit is than the network's average, in percent points.
    fn shift(&self, occasion: &Occasion, rng: &mut Rng) -> f64 {
        let settings = &self.settings;
        let years = f64::from(settings.months) / 12.0;
        let trend = settings.trend * years * (occasion.day.part - 0.5);
        let site = self.sites.get(occasion.site).map_or(0.0, |place| {
            let change = place.change.filter(|change| occasion.day.month >= change.month);
            place.effect + change.map_or(0.0, |change| change.points)
        });
        let observer = occasion.observer.and_then(|number| self.observers.get(number));
        // Managers rate themselves a little higher on everything.
        site + trend + observer.map_or(3.0, |observer| observer.leniency) + VISIT_SPREAD * normal(rng)
    }

    /// Returns how much better an item is still: by the mirror and the blind spots of managers.
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

    fn wait(&self, occasion: &Occasion, habit: Habit, rng: &mut Rng) -> DrawnAnswer {
        let Some(place) = self.sites.get(occasion.site) else { return DrawnAnswer::Open };
        let seconds = place.wait_median_s * libm::exp(WAIT_SPREAD * normal(rng));
        let never = happens(rng, place.never);
        match habit {
            Habit::TooFast => DrawnAnswer::Wait(whole(1000.0 * between(rng, 2.0, 5.0))),
            _ if never => DrawnAnswer::Never,
            _ => DrawnAnswer::Wait(whole(1000.0 * seconds.clamp(1.0, 600.0))),
        }
    }
}

/// Returns whether an item applies, given the answers before it.
fn applies(when: Applies, answers: &[DrawnAnswer]) -> bool {
    match when {
        Applies::Always => true,
        Applies::Greeted => answers.first() != Some(&DrawnAnswer::Never),
        Applies::NotFullyServed(served) => {
            matches!(answers.get(served), Some(DrawnAnswer::Partly | DrawnAnswer::No))
        }
        Applies::Served(served) => answers.get(served) != Some(&DrawnAnswer::No),
    }
}

/// Draws an answer that earns `expected` of its points on average.
fn draw(item: &Item, expected: f64, habit: Habit, rng: &mut Rng) -> DrawnAnswer {
    let (point, aside) = (rng.f64(), rng.f64());
    let partly = item.partly * 2.0 * expected.min(1.0 - expected);
    match aside {
        _ if habit == Habit::SameAnswer => DrawnAnswer::Yes,
        a if a < item.no_occasion => DrawnAnswer::NoOccasion,
        a if a < item.no_occasion + 0.015 => DrawnAnswer::NotSeen,
        a if a < item.no_occasion + 0.025 => DrawnAnswer::Open,
        _ if point < expected - partly / 2.0 => DrawnAnswer::Yes,
        _ if point < expected + partly / 2.0 => DrawnAnswer::Partly,
        _ => DrawnAnswer::No,
    }
}
