//! The occasion of a visit: who goes where, when, and for what.

use super::calendar::Day;
use super::chance::{Purpose, real, stream};
use super::{Habit, World};
use esprit::visit::Kind;
use fastrand::Rng;
use jiff::Timestamp;

/// What is known before a visit begins.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// The site's number.
    pub site: usize,
    /// The observer's number; `None` for a self-audit.
    pub observer: Option<usize>,
    /// The kind of the visit.
    pub kind: Kind,
    /// The number of the checklist: customer, management, internal.
    pub list: usize,
    /// The day.
    pub day: Day,
    /// When it begins.
    pub start: Timestamp,
    /// The session's id, a UUID of version 7.
    pub id: String,
}

impl World {
    /// Returns the occasion of a visit, and the random numbers for the rest of it. Numbers beyond the requested visits
    /// give similar ones, at the same times.
    #[must_use]
    pub fn occasion(&self, number: u64) -> (Occasion, Rng) {
        let mut rng = stream(self.settings.seed, Purpose::Visit, number);
        let visits = self.settings.visits.max(1);
        let site = self.site_of(number, &mut rng);
        let u = (real(number % visits) + rng.f64()) / real(visits);
        (self.occasion_at(site, u, &mut rng), rng)
    }

    /// Returns an occasion at a site, at quantile `u` of the period.
    #[must_use]
    pub fn occasion_at(&self, site: usize, u: f64, rng: &mut Rng) -> Occasion {
        let settings = &self.settings;
        let day = self.calendar.day(u);
        let relation = rng.f64();
        let list = match relation {
            r if r < settings.management => 1,
            r if r < settings.management + settings.internal => 2,
            _ => 0,
        };
        let kind = match rng.f64() {
            k if k < settings.self_audits => Kind::SelfAudit,
            k if k < settings.self_audits + settings.training => Kind::Training,
            _ => Kind::MysteryVisit,
        };
        let observer = self.observer_at(rng.f64());
        let observer = (kind != Kind::SelfAudit).then_some(observer);
        let (hour, within_ms) = (rng.f64(), rng.i64(0..3_600_000));
        let start = match self.sites.get(site) {
            Some(place) => self.calendar.instant(&day, &place.zone, hour, within_ms),
            None => Timestamp::UNIX_EPOCH,
        };
        let mut bytes = [0; 10];
        rng.fill(&mut bytes);
        let ms = u64::try_from(start.as_millisecond()).unwrap_or_default();
        let id = uuid::Builder::from_unix_timestamp_millis(ms, &bytes).into_uuid().to_string();
        Occasion { site, observer, kind, list, day, start, id }
    }

    /// Returns the site of a visit: every site once a round, in a random order, or by weight.
    fn site_of(&self, number: u64, rng: &mut Rng) -> usize {
        if self.settings.unequal {
            return self.by_site.at(rng.f64());
        }
        let sites = self.sites.len() as u64;
        let mut round = stream(self.settings.seed, Purpose::Rounds, number / sites);
        let from = round.u64(0..sites);
        let mut step = round.u64(1..=sites);
        while common_divisor(step, sites) != 1 {
            step = round.u64(1..=sites);
        }
        usize::try_from((from + number % sites * step) % sites).unwrap_or_default()
    }

    /// Returns the id of an occasion's observer.
    #[must_use]
    pub fn observer_id(&self, occasion: &Occasion) -> String {
        let manager = || format!("responsable-{}", self.sites.get(occasion.site).map_or("", |place| &place.site.id));
        occasion.observer.and_then(|number| self.observers.get(number)).map_or_else(manager, |o| o.id.clone())
    }

    /// Returns the habit of an occasion's observer.
    #[must_use]
    pub fn habit(&self, occasion: &Occasion) -> Habit {
        let observer = occasion.observer.and_then(|number| self.observers.get(number));
        observer.map_or(Habit::Careful, |observer| observer.habit)
    }
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}
