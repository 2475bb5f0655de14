//! What reports should find: the true figures of the world, from its parameters and a large simulation.

use super::items::{BLIND_SPOTS, DRIVERS};
use super::truth_simulation::{Attitude, Mean, RelationSimulation, SiteSimulation, compare, simulate_site};
use super::written_counts::Counts;
use super::{Habit, TrueSite, WAIT_SPREAD, World};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use statrs::distribution::{ContinuousCDF, Normal};
use std::collections::BTreeMap;

/// The true figures.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The figures of each site, in the order of the world.
    pub sites: Vec<SiteTruth>,
    /// The mean variance between visits of one site, in squared percent points.
    pub within_variance: f64,
    /// The variance between the sites' true means.
    pub between_variance: f64,
    /// For mystery visits towards customers, the share of points of each behaviour, from 0 to 1.
    pub behaviours: BTreeMap<String, f64>,
    /// How much more self-audits give each behaviour than mystery visits do, towards customers, from -1 to 1.
    pub self_audit_gaps: BTreeMap<String, f64>,
    /// For mystery visits, the mean percentage of each relation's attitudes.
    pub attitudes: BTreeMap<Attitude, f64>,
    /// The number of visits simulated per site.
    pub draws: u64,
}

/// A site's true figures.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteTruth {
    /// The site's id.
    pub id: String,
    /// The expected percentage of a visit of any relation and kind except training.
    pub percent: f64,
    /// The standard deviation of such a visit's percentage.
    pub deviation: f64,
    /// The expected percentage of a mystery visit towards customers.
    pub percent_customer: f64,
    /// The rank among the sites by `percent`, from 1.
    pub rank: usize,
    /// The time by which half of the visits have been greeted, in seconds, counting visits where nobody greets.
    pub wait_median_s: f64,
}

impl Truth {
    /// Computes the true figures from this many simulated visits per site.
    #[must_use]
    pub fn compute(world: &World, draws: u64) -> Self {
        let all = 0..world.sites.len();
        let sums: Vec<SiteSimulation> =
            all.clone().into_par_iter().map(|site| simulate_site(world, site, draws)).collect();
        let compared: Vec<RelationSimulation> =
            all.into_par_iter().map(|site| compare(world, site, draws / 4)).collect();
        let compared = compared.iter().fold(RelationSimulation::default(), RelationSimulation::merged);
        let (mut between, mut within) = (Mean::default(), Mean::default());
        for site in &sums {
            between.add(site.all.mean());
            within.add(site.all.variance());
        }
        let mystery = |behaviour: &str| compared.behaviours.get(behaviour).map_or(0.0, Mean::mean);
        let gap = |(name, own): (&String, &Mean)| (name.clone(), own.mean() - mystery(name));
        Self {
            sites: sites(world, &sums),
            within_variance: within.mean(),
            between_variance: between.variance(),
            self_audit_gaps: compared.self_audits.iter().map(gap).collect(),
            behaviours: compared.behaviours.iter().map(|(name, mean)| (name.clone(), mean.mean())).collect(),
            attitudes: compared.attitudes.iter().map(|(key, mean)| (key.clone(), mean.mean())).collect(),
            draws,
        }
    }

    /// Returns the share of true variance in the sites' means of `n` visits.
    #[must_use]
    pub fn reliability(&self, n: f64) -> f64 {
        let between = self.between_variance;
        if between > 0.0 { between / (between + self.within_variance / n) } else { 0.0 }
    }

    /// Returns the visits per site needed for a reliability of 0.8; `None` if sites do not differ.
    #[must_use]
    pub fn visits_needed(&self) -> Option<f64> {
        (self.between_variance > 0.0).then(|| (4.0 * self.within_variance / self.between_variance).ceil())
    }

    /// Returns the sites from the best to the worst.
    #[must_use]
    pub fn ranking(&self) -> Vec<&SiteTruth> {
        let mut sites: Vec<_> = self.sites.iter().collect();
        sites.sort_by_key(|site| site.rank);
        sites
    }

    /// Returns the truth file: the world's parameters, the figures that follow from them, and the counts of what was
    /// written.
    #[must_use]
    pub fn json(&self, world: &World, counts: &Counts) -> Value {
        let settings = &world.settings;
        let (from, to) = world.calendar.ends();
        let named = |list: &[(&str, f64)]| -> Vec<Value> {
            list.iter().map(|(behaviour, points)| json!({"behaviour": behaviour, "points": points})).collect()
        };
        json!({
            "seed": settings.seed,
            "from": from.to_string(),
            "to": to.to_string(),
            "files": counts.json(),
            "simulated_visits_per_site": self.draws,
            "spread": settings.spread,
            "leniency": settings.leniency,
            "trend_per_year": settings.trend,
            "within_variance": self.within_variance,
            "between_variance": self.between_variance,
            "g_one_visit": self.reliability(1.0),
            "visits_needed": self.visits_needed(),
            "ranking": self.ranking().iter().map(|site| &site.id).collect::<Vec<_>>(),
            "sites": self.sites.iter().zip(&world.sites).zip(&counts.by_site)
                .map(|((site, place), visits)| site.json(world, place, *visits)).collect::<Vec<_>>(),
            "observers": world.observers.iter().map(|observer| json!({
                "id": observer.id, "leniency": observer.leniency, "habit": match observer.habit {
                    Habit::Careful => "careful",
                    Habit::SameAnswer => "same_answer",
                    Habit::TooFast => "too_fast",
                }})).collect::<Vec<_>>(),
            "behaviours": self.behaviours,
            "self_audit_gaps": self.self_audit_gaps,
            "blind_spots": named(&BLIND_SPOTS),
            "drivers": named(&DRIVERS),
            "attitudes": self.attitudes.iter().map(|((relation, attitude), percent)| json!({
                "relation": relation, "attitude": attitude, "percent": percent})).collect::<Vec<_>>(),
        })
    }
}

impl SiteTruth {
    fn json(&self, world: &World, place: &TrueSite, visits: u64) -> Value {
        let mut object = Map::new();
        let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
        put("id", json!(self.id));
        put("name", json!(place.site.name));
        put("group", json!(place.site.group));
        put("visits", json!(visits));
        put("effect", json!(place.effect));
        put("percent", json!(self.percent));
        put("deviation", json!(self.deviation));
        put("percent_customer", json!(self.percent_customer));
        put("rank", json!(self.rank));
        put("wait_median_s", json!(self.wait_median_s));
        put("wait_median_greeted_s", json!(place.wait_median_s));
        put("never", json!(place.never));
        if let Some(change) = place.change {
            put("change", json!({"month": world.calendar.month_name(change.month), "points": change.points}));
        }
        if let Some(gap) = place.gap {
            let (relation, attitude) = (json!(gap.relation), gap.attitude);
            put("gap", json!({"relation": relation, "attitude": attitude, "points": gap.points}));
        }
        Value::Object(object)
    }
}

fn sites(world: &World, sums: &[SiteSimulation]) -> Vec<SiteTruth> {
    let better = |site: &SiteSimulation| sums.iter().filter(|other| other.all.mean() > site.all.mean()).count();
    let one = |(place, site): (&TrueSite, &SiteSimulation)| SiteTruth {
        id: place.site.id.clone(),
        percent: site.all.mean(),
        deviation: site.all.variance().sqrt(),
        percent_customer: site.customer.mean(),
        rank: better(site) + 1,
        wait_median_s: wait_median(place),
    };
    world.sites.iter().zip(sums).map(one).collect()
}

/// Returns the time by which half of the visits have been greeted, given the probability that nobody ever greets.
fn wait_median(place: &TrueSite) -> f64 {
    let share = 0.5 / (1.0 - place.never);
    Normal::new(0.0, 1.0)
        .map_or(place.wait_median_s, |normal| place.wait_median_s * libm::exp(WAIT_SPREAD * normal.inverse_cdf(share)))
}
