//! A network of shops whose truth is known, and the visits drawn from it, made with the real engine.
//!
//! The example `generate` writes them to files; the tests use them directly. The same settings give the same bytes:
//! every visit has its own random numbers, drawn from the seed and the visit's number.

pub mod answers;
pub mod calendar;
pub mod chance;
pub mod class;
pub mod course;
pub mod damage;
pub mod entries;
pub mod items;
pub mod network;
pub mod occasion;
pub mod pairs;
pub mod places;
pub mod session;
pub mod truth;
pub mod truth_simulation;
pub mod write;
pub mod written_counts;

use calendar::Calendar;
use chance::{Purpose, Weights, between, happens, normal, real, stream};
use esprit::visit::Site;
use esprit::visit::checklist::Relation;
use items::ItemList;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The spread of a wait around its site's median, as the standard deviation of its logarithm.
pub const WAIT_SPREAD: f64 = 0.7;
/// The standard deviation of visits in the same place, in percent points.
pub const VISIT_SPREAD: f64 = 6.0;
/// By how many percent points managers and departments do worse than staff towards customers, everywhere.
pub const MANAGEMENT_GAP: f64 = -6.0;
/// As [`MANAGEMENT_GAP`], between departments.
pub const INTERNAL_GAP: f64 = -3.0;

/// The settings of the world.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The seed of all random numbers.
    pub seed: u64,
    /// The number of sites.
    pub sites: usize,
    /// The number of visits, including abandoned ones.
    pub visits: u64,
    /// The number of observers.
    pub observers: usize,
    /// The number of months.
    pub months: u16,
    /// The last day.
    pub end: Date,
    /// The standard deviation of the sites' effects, in percent points.
    pub spread: f64,
    /// The standard deviation of the observers' leniency, in percent points.
    pub leniency: f64,
    /// The yearly gain of the whole network, in percent points.
    pub trend: f64,
    /// The number of sites that change.
    pub changed_sites: usize,
    /// By how much, in percent points.
    pub change: f64,
    /// The share of visits between managers and employees.
    pub management: f64,
    /// The share of visits between departments.
    pub internal: f64,
    /// The share of visits that are self-audits.
    pub self_audits: f64,
    /// The share of visits that are for training.
    pub training: f64,
    /// The share of visits that are abandoned.
    pub abandoned: f64,
    /// Whether some sites get many more visits than others.
    pub unequal: bool,
    /// Whether no observer gives the same answer throughout, or answers too fast.
    pub honest: bool,
    /// Whether the outcome follows the driving behaviours only, not the quality of the visit.
    pub pure_outcome: bool,
    /// Additional damaged files, as a share of the visits.
    pub damaged: f64,
    /// Copies of visits under other names, as a share of the visits.
    pub duplicates: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 1,
            sites: 40,
            visits: 4000,
            observers: 12,
            months: 12,
            end: jiff::civil::date(2026, 10, 31),
            spread: 6.0,
            leniency: 3.0,
            trend: 2.0,
            changed_sites: 1,
            change: -14.0,
            management: 0.12,
            internal: 0.08,
            self_audits: 0.1,
            training: 0.02,
            abandoned: 0.005,
            unequal: false,
            honest: false,
            pure_outcome: false,
            damaged: 0.0,
            duplicates: 0.0,
        }
    }
}

/// The true network.
#[derive(Debug)]
pub struct World {
    /// The settings.
    pub settings: Settings,
    /// The sites.
    pub sites: Vec<TrueSite>,
    /// The observers that the sites do not know.
    pub observers: Vec<TrueObserver>,
    /// The days.
    pub calendar: Calendar,
    /// The checklists: customer, management, internal.
    pub lists: Vec<ItemList>,
    by_site: Weights,
    by_observer: Weights,
}

/// A true site.
#[derive(Clone, Debug)]
pub struct TrueSite {
    /// The site as recorded in its visits.
    pub site: Site,
    /// The name of its zone.
    pub zone_name: &'static str,
    /// Its zone.
    pub zone: TimeZone,
    /// By how much it is better than the network, in percent points.
    pub effect: f64,
    /// Its relative number of visits, if they are unequal.
    pub weight: f64,
    /// The median wait if somebody greets, in seconds.
    pub wait_median_s: f64,
    /// The probability that nobody greets.
    pub never: f64,
    /// When it changes, and by how much.
    pub change: Option<Change>,
    /// Where it treats its own people worse than elsewhere.
    pub gap: Option<Gap>,
}

/// A true change.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The first month after the change, counted from the period's first.
    pub month: usize,
    /// By how much, in percent points.
    pub points: f64,
}

/// A site's own gap between relations, in addition to the network's.
#[derive(Clone, Copy, Debug)]
pub struct Gap {
    /// The relation in which it does worse.
    pub relation: Relation,
    /// The attitude.
    pub attitude: &'static str,
    /// By how much, in percent points.
    pub points: f64,
}

/// A true observer.
#[derive(Clone, Debug)]
pub struct TrueObserver {
    /// The id.
    pub id: String,
    /// By how much the observer rates higher than the others, in percent points.
    pub leniency: f64,
    /// The working habit.
    pub habit: Habit,
}

/// The working habit of an observer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Careful.
    Careful,
    /// One answer throughout.
    SameAnswer,
    /// Finished before anything can have happened.
    TooFast,
}

/// Why the world could not be created or written.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// A bundled checklist has changed, and the world does not describe it.
    #[error("the world does not describe `{0}` of the bundled checklists")]
    Checklist(String),
    /// The engine refused an action.
    #[error("the engine refused an action: {0}")]
    Refused(#[from] esprit::visit::Refusal),
    /// The engine refused to start a visit.
    #[error("the engine refused to start a visit: {0}")]
    NotBegun(#[from] esprit::visit::state::FoldError),
    /// The events do not form a session.
    #[error("the events made no session: {0}")]
    Derived(#[from] esprit::store::session::DeriveError),
    /// A value has no JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The rule of a zone cannot be parsed.
    #[error(transparent)]
    Zone(#[from] jiff::Error),
    /// The system refused.
    #[error("{0}: {1}")]
    System(std::path::PathBuf, std::io::Error),
}

impl World {
    /// Creates the network from settings.
    ///
    /// # Errors
    /// Fails if the bundled checklists are no longer those that the world describes.
    pub fn new(settings: Settings) -> Result<Self, GenerateError> {
        let sites = (0..settings.sites.max(1)).map(|number| place(&settings, number)).collect::<Result<Vec<_>, _>>()?;
        let observers: Vec<TrueObserver> =
            (0..settings.observers.max(1)).map(|number| true_observer(&settings, number)).collect();
        let rare = |observer: &TrueObserver| if observer.habit == Habit::Careful { 1.0 } else { 0.4 };
        Ok(Self {
            by_site: Weights::new(sites.iter().map(|place| place.weight)),
            by_observer: Weights::new(observers.iter().map(rare)),
            calendar: Calendar::new(settings.months, settings.end),
            lists: items::lists()?,
            sites,
            observers,
            settings,
        })
    }

    /// Returns the observer at quantile `u`, weighted by their numbers of visits.
    #[must_use]
    pub fn observer_at(&self, u: f64) -> usize {
        self.by_observer.at(u)
    }
}

fn place(settings: &Settings, number: usize) -> Result<TrueSite, GenerateError> {
    let mut rng = stream(settings.seed, Purpose::Sites, number as u64);
    let (site, (zone_name, rule)) = places::site(number);
    let effect = settings.spread * normal(&mut rng);
    let weight = libm::exp(0.9 * normal(&mut rng));
    let wait_median_s = (26.0 * libm::exp(0.25 * normal(&mut rng) - 0.02 * effect)).clamp(8.0, 90.0);
    let never = if happens(&mut rng, 0.25) { between(&mut rng, 0.08, 0.15) } else { between(&mut rng, 0.01, 0.05) };
    // Spread over the list of sites.
    let every = (settings.sites / settings.changed_sites.max(1)).max(1);
    let changes = number % every == every / 2 && number / every < settings.changed_sites;
    let month = usize::from(settings.months) * 7 / 12;
    let change = changes.then_some(Change { month, points: settings.change });
    let gap = match number % 5 {
        2 => Some(Gap { relation: Relation::Management, attitude: "listening", points: -18.0 }),
        4 => Some(Gap { relation: Relation::Internal, attitude: "greeting", points: -14.0 }),
        _ => None,
    };
    let zone = TimeZone::posix(rule)?;
    Ok(TrueSite { site, zone_name, zone, effect, weight, wait_median_s, never, change, gap })
}

fn true_observer(settings: &Settings, number: usize) -> TrueObserver {
    let mut rng = stream(settings.seed, Purpose::Observers, number as u64);
    let leniency = settings.leniency * normal(&mut rng);
    let from_last = settings.observers.saturating_sub(number);
    let habit = match from_last {
        1 if settings.observers >= 4 && !settings.honest => Habit::TooFast,
        2 if settings.observers >= 4 && !settings.honest => Habit::SameAnswer,
        _ => Habit::Careful,
    };
    TrueObserver { id: format!("o{:02}", number + 1), leniency, habit }
}

/// Returns the rounded number that a share of a count is.
#[must_use]
pub fn share_of(share: f64, count: u64) -> u64 {
    chance::whole((share * real(count)).round())
}
