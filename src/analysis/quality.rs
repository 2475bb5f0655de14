//! Quality of each observer's visits: late answers, straight-lining, speed, clocks, seals, leniency. Nothing is left
//! out of the other figures because of it.
//!
//! Whole visits count here, whatever rows the filters leave. Sums are of integers, so that the order of visits changes
//! no bit.

use super::checklist_counts::{get_or_grow, is_judgement, judgement};
use super::dimension::{Dimension, Key};
use super::estimate::DIFFERENCES;
use super::figures::{QualityRow, SiteObservers};
use super::interner::{Interner, KEY_SEPARATOR};
use super::kinds::Kinds;
use super::uses::{Uses, count_use, merge_uses};
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::float_u64;
use crate::stats::{PlaceSamples, QuantileType, SampleSummary, Undefined, WithinDifference, quantiles, within_places};
use crate::visit::Stamp;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// The fewest judgements that count as straight-lining if all are the same.
const STRAIGHT_FROM: usize = 10;
/// The least plausible time for an answer, in milliseconds.
const LEAST_MS: u64 = 2000;
/// The longest memory age distinguished in the median, in seconds.
const LONGEST_AGE_S: u64 = 86_400;
/// The number of integer units in one point of percent.
const PARTS: f64 = 1e9;
/// A larger percentage is ignored as implausible.
const MOST_PERCENT: f64 = 1000.0;

/// Counts of the quality of each observer's visits.
#[derive(Clone, Debug, Default)]
pub struct Quality {
    names: Interner,
    observers: Vec<Observer>,
    /// The places within which scores are compared: site, checklist and kind of visit.
    places: Interner,
    /// The scores by interned observer and place.
    scores: HashMap<(u32, u32), Scores>,
    scratch: String,
}

#[derive(Clone, Debug, Default)]
struct Observer {
    visits: u64,
    answers: u64,
    late: u64,
    /// The number of late answers by memory age in whole seconds.
    ages: HashMap<u32, u64>,
    longest_ms: Option<u64>,
    straight_lined: u64,
    too_fast: u64,
    clock_shifted: u64,
    unsealed: u64,
    names: Uses,
}

/// The percentages of visits, summed in units of 1 / [`PARTS`].
#[derive(Clone, Copy, Debug, Default)]
struct Scores {
    n: u32,
    sum: i64,
    squares: u128,
}

/// The scored visits of each observer, by site and the name of the kind of visit.
pub type ObserversBySite = BTreeMap<(String, String), BTreeMap<String, u64>>;

/// Computes who observed each site.
pub fn site_observers(observers: ObserversBySite, kinds: Kinds) -> Vec<SiteObservers> {
    let mut sites: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for ((site, kind), counts) in observers {
        if kinds.name().is_none_or(|counted| counted == kind) {
            let own = sites.entry(site).or_default();
            for (observer, visits) in counts {
                *own.entry(observer).or_default() += visits;
            }
        }
    }
    let mut observers: Vec<&String> = sites.values().flat_map(BTreeMap::keys).collect();
    observers.sort_unstable();
    observers.dedup();
    // A single observer is the same for every site.
    let several = observers.len() > 1;
    let row = |(site, counts): (String, BTreeMap<String, u64>)| {
        // Of as many visits, the first observer in order.
        let main = counts.iter().max_by(|one, other| one.1.cmp(other.1).then(other.0.cmp(one.0)))?;
        let visits: u64 = counts.values().sum();
        Some(SiteObservers {
            key: Key::all().and(Dimension::Site, &site),
            visits,
            observers: counts.len() as u64,
            main_observer: main.0.clone(),
            main_visits: *main.1,
            inseparable: several && 3 * main.1 > 2 * visits,
        })
    };
    sites.into_iter().filter_map(row).collect()
}

impl Quality {
    /// Adds a visit.
    pub fn add_visit(&mut self, record: &Record<'_>) {
        let number = self.names.intern(&record.observer);
        get_or_grow(&mut self.observers, number as usize).add_visit(record);
        if let Some(percent) = record.computed_percent().filter(|percent| percent.abs() <= MOST_PERCENT) {
            let place = &mut self.scratch;
            place.clear();
            for part in [&*record.site, &*record.digest, record.kind.name()] {
                place.push_str(part);
                place.push(KEY_SEPARATOR);
            }
            let place = self.places.intern(place);
            self.scores.entry((number, place)).or_default().add(percent);
        }
    }

    /// Adds the counts of another.
    pub fn merge(&mut self, other: Self) {
        let (names, places) = (self.names.merge(&other.names), self.places.merge(&other.places));
        for (observer, number) in other.observers.into_iter().zip(&names) {
            get_or_grow(&mut self.observers, *number as usize).merge(observer);
        }
        let new = |numbers: &[u32], old: u32| numbers.get(old as usize).copied().unwrap_or(old);
        for ((observer, place), scores) in other.scores {
            self.scores.entry((new(&names, observer), new(&places, place))).or_default().merge(scores);
        }
    }

    /// Computes a row for each observer, in order of id.
    pub fn rows_by_observer(&self) -> Vec<QualityRow> {
        let mut places = self.samples_by_observer();
        let mut order: Vec<(&str, usize, &Observer)> = self
            .observers
            .iter()
            .enumerate()
            .map(|(place, observer)| (self.names.resolve(u32::try_from(place).unwrap_or(u32::MAX)), place, observer))
            .collect();
        order.sort_unstable_by_key(|(name, ..)| *name);
        order
            .into_iter()
            .map(|(name, place, observer)| {
                let own = places.get_mut(place).map(std::mem::take).unwrap_or_default();
                observer.to_row(name, within_places(&own, CONFIDENCE))
            })
            .collect()
    }

    /// Returns the names of each observer, by id.
    pub(super) fn names_by_observer(&self) -> BTreeMap<Box<str>, Uses> {
        let name = |number| self.names.resolve(number).into();
        (0..).zip(&self.observers).map(|(number, observer)| (name(number), observer.names.clone())).collect()
    }

    /// Returns the scored visits of each observer, by site and kind of visit.
    pub fn observers_by_site(&self) -> ObserversBySite {
        let mut sites = ObserversBySite::new();
        for ((observer, place), scores) in &self.scores {
            let mut parts = self.places.resolve(*place).split(KEY_SEPARATOR);
            let (site, kind) = (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default());
            let observers = sites.entry((site.to_owned(), kind.to_owned())).or_default();
            *observers.entry(self.names.resolve(*observer).to_owned()).or_default() += u64::from(scores.n);
        }
        sites
    }

    /// Returns, for each observer and place, the samples of the observer's own scores and of everyone else's, in order
    /// of place.
    fn samples_by_observer(&self) -> Vec<Vec<PlaceSamples>> {
        let (_, numbers) = self.places.sorted();
        let mut all: HashMap<u32, Scores> = HashMap::new();
        for ((_, place), scores) in &self.scores {
            all.entry(*place).or_default().merge(*scores);
        }
        let mut pairs: Vec<Vec<(u32, PlaceSamples)>> = vec![Vec::new(); self.observers.len()];
        for ((observer, place), scores) in &self.scores {
            let others = all.get(place).map(|all| all.minus(*scores)).unwrap_or_default();
            let order = numbers.get(*place as usize).copied().unwrap_or(*place);
            if let (Some(pairs), true) = (pairs.get_mut(*observer as usize), others.n > 0) {
                pairs.push((order, (scores.summary(), others.summary())));
            }
        }
        pairs
            .into_iter()
            .map(|mut pairs| {
                pairs.sort_unstable_by_key(|(order, _)| *order);
                pairs.into_iter().map(|(_, place)| place).collect()
            })
            .collect()
    }
}

impl Observer {
    fn add_visit(&mut self, record: &Record<'_>) {
        let mut answers = 0;
        let mut judgements = 0;
        let mut first = None;
        let mut straight = true;
        for row in record.rows.iter().filter(|row| row.value != RecordedValue::Nothing) {
            answers += 1;
            if row.observed_at.is_some() {
                self.add_late_answer(row);
            }
            if let Some(judged) = judgement(row).filter(|_| is_judgement(row)) {
                judgements += 1;
                straight = straight && *first.get_or_insert(judged) == judged;
            }
        }
        self.visits += 1;
        if let Some(name) = record.observer_name.as_deref() {
            count_use(&mut self.names, name);
        }
        self.answers += answers;
        self.straight_lined += u64::from(straight && judgements >= STRAIGHT_FROM);
        let active_ms = record.duration_ms.saturating_sub(record.paused_ms);
        self.too_fast += u64::from(active_ms < LEAST_MS * answers);
        self.clock_shifted += u64::from(record.clock_shifts > 0);
        self.unsealed += u64::from(!record.sealed);
    }

    /// Counts a late answer. It has no memory age if a time cannot be parsed or it was recorded before it was observed.
    fn add_late_answer(&mut self, row: &RecordedAnswer<'_>) {
        self.late += 1;
        let stamp = |text: &Option<_>| text.as_deref().and_then(Stamp::parse);
        let (Some(observed), Some(recorded)) = (stamp(&row.observed_at), stamp(&row.recorded_at)) else { return };
        let Ok(age_ms) = u64::try_from(recorded.ms_since(&observed)) else { return };
        self.longest_ms = self.longest_ms.max(Some(age_ms));
        let seconds = (age_ms.saturating_add(500) / 1000).min(LONGEST_AGE_S);
        *self.ages.entry(u32::try_from(seconds).unwrap_or(u32::MAX)).or_default() += 1;
    }

    fn merge(&mut self, other: Self) {
        self.visits += other.visits;
        self.answers += other.answers;
        self.late += other.late;
        other.ages.into_iter().for_each(|(age, count)| *self.ages.entry(age).or_default() += count);
        self.longest_ms = self.longest_ms.max(other.longest_ms);
        self.straight_lined += other.straight_lined;
        self.too_fast += other.too_fast;
        self.clock_shifted += other.clock_shifted;
        self.unsealed += other.unsealed;
        merge_uses(&mut self.names, other.names);
    }

    fn to_row(&self, name: &str, leniency: Result<WithinDifference, Undefined>) -> QualityRow {
        let test = leniency.map(|leniency| leniency.test);
        let known = test.ok().and_then(Result::ok).filter(|_| self.visits >= FEW_VISITS);
        let limits =
            known.zip(leniency.ok()).map(|(test, leniency)| test.interval_within(leniency.difference, DIFFERENCES));
        QualityRow {
            key: Key::all().and(Dimension::Observer, name),
            visits: self.visits,
            answers: self.answers,
            late: self.late,
            late_share: (self.answers > 0).then(|| float_u64(self.late) / float_u64(self.answers)),
            memory_age_median_s: self.median_age(),
            memory_age_max_s: self.longest_ms.map(|ms| float_u64(ms) / 1000.0),
            straight_lined: self.straight_lined,
            too_fast: self.too_fast,
            clock_shifted: self.clock_shifted,
            unsealed: self.unsealed,
            leniency: leniency.ok().map(|leniency| leniency.difference),
            leniency_lower: limits.map(|limits| limits.lower),
            leniency_upper: limits.map(|limits| limits.upper),
            p: known.map(|test| test.p),
            p_adjusted: None,
            certain: None,
            undefined: test.and_then(|test| test).err().or((self.visits < FEW_VISITS).then_some(Undefined::FewVisits)),
        }
    }

    /// Returns the median memory age, to the second; of an even number, the mean of the two in the middle.
    fn median_age(&self) -> Option<f64> {
        let mut ages: Vec<(u32, u64)> = self.ages.iter().map(|(age, count)| (*age, *count)).collect();
        ages.sort_unstable();
        let n: u64 = ages.iter().map(|(_, count)| count).sum();
        let at = |place: u64| {
            let mut before = 0;
            let reached = ages.iter().find(|(_, count)| {
                before += *count;
                before > place
            });
            reached.map(|(age, _)| f64::from(*age))
        };
        let two = [at(n.checked_sub(1)? / 2), at(n / 2)];
        quantiles(&two, &[0.5], QuantileType::Seven).ok()?.first().copied()
    }
}

impl Scores {
    #[expect(clippy::cast_possible_truncation, reason = "within MOST_PERCENT")]
    fn add(&mut self, percent: f64) {
        let parts = (percent * PARTS).round() as i64;
        self.n += 1;
        self.sum = self.sum.saturating_add(parts);
        self.squares += u128::from(parts.unsigned_abs()).pow(2);
    }

    fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.sum = self.sum.saturating_add(other.sum);
        self.squares += other.squares;
    }

    /// Returns the rest after removing `own`, which must be a part of these scores.
    fn minus(self, own: Self) -> Self {
        Self { n: self.n - own.n, sum: self.sum.saturating_sub(own.sum), squares: self.squares - own.squares }
    }

    /// Returns number, mean and sum of squared deviations. The latter is computed in integers, so that the subtraction
    /// loses no precision.
    #[expect(clippy::cast_precision_loss, reason = "rounded once, at the end")]
    fn summary(self) -> SampleSummary {
        let n = u128::from(self.n);
        let squared = u128::from(self.sum.unsigned_abs()).pow(2);
        let spread = n.saturating_mul(self.squares).saturating_sub(squared);
        SampleSummary {
            n: self.n as usize,
            mean: self.sum as f64 / f64::from(self.n) / PARTS,
            squares: spread as f64 / f64::from(self.n) / PARTS / PARTS,
        }
    }
}
