//! How often printed intervals hold the truth.

use super::{Bound, Rate, each, print};
use esprit::analysis::figures::Report;
use esprit::analysis::{Dimension, Key};
use esprit::visit::definitions::Definitions;
use libm::erfc;
use std::f64::consts::SQRT_2;
use world::network::{ATTITUDES, Drawn, ITEMS, Network, item_id};

/// An interval, and the truth.
type Printed = (Option<f64>, Option<f64>, f64);

/// Measures every row, and returns whether each holds.
pub fn rows(networks: u64, definitions: &Definitions) -> Vec<bool> {
    let mut held = Vec::new();
    let mut row = |property: String, network: Network, printed: fn(&Network, &Drawn, &Report) -> Vec<Printed>| {
        let rates = each(network, networks, definitions, |drawn, report| covered(&printed(&network, drawn, report)));
        held.push(print(&format!("coverage: {property}"), &Rate { networks: rates }, &[Bound::AtLeast(0.93)]));
    };
    for share in [0.5, 0.8, 0.95] {
        let name = |visits: usize| format!("score of a site, {visits} visits at {:.0} %", 100.0 * share);
        // Sites that close or open have the visits of one period alone.
        row(name(5), Network { visits: 5, turnover: true, share, ..Network::default() }, scores_of_one_period);
        row(name(8), Network { visits: 4, share, ..Network::default() }, site_scores);
        row(name(20), Network { visits: 10, share, ..Network::default() }, site_scores);
    }
    for sites in [5, 8, 20, 40] {
        for share in [0.8, 0.95] {
            let network = Network { sites, share, site_spread: 0.06, ..Network::default() };
            row(format!("score of {sites} sites at {:.0} %", 100.0 * share), network, network_score);
            row(format!("share in {sites} sites at {:.0} %", 100.0 * share), network, shares);
        }
    }
    for sites in [5, 8, 20] {
        let spread = Network { sites, site_spread: 0.06, ..Network::default() };
        row(format!("change, {sites} sites"), Network { change: 0.05, share: 0.75, ..spread }, change);
        let gap = Network { relations: 6, gap: 0.15, gap_spread: 0.1, share: 0.75, ..spread };
        row(format!("mirror, {sites} sites"), gap, mirror);
        let audits = Network { self_audits: 6, self_gain: 0.1, share: 0.7, ..spread };
        row(format!("self-audits, {sites} sites"), audits, blind_spots);
        row(format!("driver, {sites} sites"), Network { driver: 1.0, ..spread }, drivers);
        row(format!("shrunk score, {sites} sites"), spread, shrunk);
        row(format!("reliability, {sites} sites"), spread, reliability);
        row(format!("site beside the others, {sites} sites"), spread, standing);
        let years = Network { months: 12, change: 0.05, share: 0.75, ..spread };
        row(format!("last year, {sites} sites"), years, last_year);
        row(format!("trend, {sites} sites"), Network { slope: 0.1, share: 0.75, ..spread }, trend);
        let promoters = Network { outcome: 8.0, outcome_spread: 0.5, ..spread };
        row(format!("mean outcome, {sites} sites"), promoters, mean_outcome);
        row(format!("outcome of 9 and 10, {sites} sites"), promoters, top_outcome);
        row(format!("net promoter score, {sites} sites"), promoters, net_promoter_score);
    }
    let good = Network { share: 0.95, site_spread: 0.04, driver: 1.0, visits: 12, ..Network::default() };
    row("driver, 20 sites at 95 %".to_owned(), good, drivers);
    row("shrunk score, 20 sites at 95 %".to_owned(), good, shrunk);
    held
}

/// Returns how many intervals are printed and hold the truth, and how many are printed.
fn covered(printed: &[Printed]) -> (f64, f64) {
    let limits = printed.iter().filter_map(|(lower, upper, truth)| Some((((*lower)?, (*upper)?), truth)));
    limits.fold((0.0, 0.0), |(held, all), ((lower, upper), truth)| {
        (held + f64::from(u8::from(lower <= *truth && *truth <= upper)), all + 1.0)
    })
}

fn site_scores(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.scores.iter().map(|row| (row.lower, row.upper, 100.0 * network.share)).collect()
}

fn scores_of_one_period(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let rows = report.scores.iter().filter(|row| row.visits == network.visits as u64);
    rows.map(|row| (row.lower, row.upper, 100.0 * network.share)).collect()
}

fn network_score(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.network.iter().map(|row| (row.lower, row.upper, 100.0 * network.share)).collect()
}

fn shares(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.network_behaviours.iter().map(|row| (row.lower, row.upper, network.share)).collect()
}

fn change(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let all = report.change.scores.iter().filter(|row| row.key.is_all());
    all.map(|row| (row.lower, row.upper, 100.0 * network.change)).collect()
}

fn mirror(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let over_sites = report.mirror.iter().filter(|row| row.key.get(Dimension::Site).is_none());
    over_sites.map(|row| (row.lower, row.upper, 100.0 * network.gap)).collect()
}

fn blind_spots(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let over_sites = report.blind_spots.iter().filter(|row| row.key.get(Dimension::Site).is_none());
    over_sites.map(|row| (row.lower, row.upper, network.self_gain)).collect()
}

fn drivers(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let first = Key::all().and(Dimension::Behaviour, &item_id(ATTITUDES[0], 0));
    let truth = |row: &Key| if *row == first { network.driver } else { 0.0 };
    report.drivers.iter().map(|row| (row.lower, row.upper, truth(&row.key))).collect()
}

fn shrunk(_: &Network, drawn: &Drawn, report: &Report) -> Vec<Printed> {
    let truth = |site: &str| site.strip_prefix('s').and_then(|number| drawn.shares.get(number.parse::<usize>().ok()?));
    let ranked = report.ranking.sites.iter();
    ranked.filter_map(|row| Some((Some(row.lower), Some(row.upper), 100.0 * truth(&row.site)?))).collect()
}

fn standing(_: &Network, drawn: &Drawn, report: &Report) -> Vec<Printed> {
    let sum: f64 = drawn.shares.iter().sum();
    let truth = |site: &str| {
        let own = drawn.shares.get(site.strip_prefix('s')?.parse::<usize>().ok()?)?;
        Some(100.0 * (own - (sum - own) / (drawn.shares.len() - 1) as f64))
    };
    let rows = report.standing.iter();
    rows.filter_map(|row| Some((row.lower, row.upper, truth(row.key.get(Dimension::Site)?)?))).collect()
}

fn last_year(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.last_year.scores.iter().map(|row| (row.lower, row.upper, 100.0 * network.change)).collect()
}

fn trend(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.trend.iter().map(|row| (row.lower, row.upper, 100.0 * network.slope)).collect()
}

fn mean_outcome(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.network_outcomes.iter().map(|row| (row.lower, row.upper, network.outcome)).collect()
}

fn top_outcome(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    report.network_outcomes.iter().map(|row| (row.top_lower, row.top_upper, outcome_above(network, 8.5))).collect()
}

fn net_promoter_score(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let truth = 100.0 * (outcome_above(network, 8.5) - (1.0 - outcome_above(network, 6.5)));
    report.network_outcomes.iter().map(|row| (row.nps_lower, row.nps_upper, truth)).collect()
}

/// Returns the probability of an outcome above a limit, over visits and sites.
fn outcome_above(network: &Network, limit: f64) -> f64 {
    let deviation = (1.0 + network.outcome_spread.powi(2)).sqrt();
    0.5 * erfc((limit - network.outcome) / (deviation * SQRT_2))
}

/// The truth from the distributions of sites and visits.
fn reliability(network: &Network, _: &Drawn, report: &Report) -> Vec<Printed> {
    let share = network.share;
    let between = network.deviation_of_sites().powi(2);
    let own = 0.1_f64 * 0.1 / 3.0;
    let mean_product = share * (1.0 - share) - between;
    let items = (ATTITUDES.len() * ITEMS) as f64;
    let within = own + (mean_product - own) / items;
    let visits = 2.0 * network.visits as f64;
    let truth = between / (between + within / visits);
    vec![(report.ranking.g_now_lower, report.ranking.g_now_upper, truth)]
}
