//! Measures how often reports are right: how often an opening claims what is not so, how often it finds what is so, and
//! how often the printed 95 % intervals hold the truth.
//!
//! ```text
//! cargo run --release --example calibrate -- 1000
//! ```
//! The number is that of networks a row (100 by default). Each row has its Monte Carlo error. Exits with 1 if a row is
//! beyond its bound by more than a correct program would be once in 10,000 runs.

#![allow(clippy::cast_precision_loss, clippy::print_stdout, reason = "counts are small, and rows are printed")]

mod coverage;
mod openings;
mod readiness;

use esprit::analysis::figures::{Report, Source};
use esprit::analysis::{Plan, Tally, report};
use esprit::visit::definitions::Definitions;
use rayon::prelude::*;
use std::process::ExitCode;
use std::sync::Arc;
use world::network::{Drawn, Network, definitions};

/// A row fails this many errors beyond its bound. Binomial tails are heavier than normal ones: of 100 networks, a share of
/// 5 % is exceeded so far in less than one of 10,000 runs of all rows.
const LIMIT: f64 = 5.9;

/// A bound on a measured share.
#[derive(Clone, Copy, Debug)]
enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

/// A measured share: successes among trials, which come in clusters of one network each.
#[derive(Clone, Debug, Default)]
struct Rate {
    /// Successes and trials of each network.
    networks: Vec<(f64, f64)>,
}

impl Rate {
    fn trials(&self) -> f64 {
        self.networks.iter().map(|(_, trials)| trials).sum()
    }

    fn share(&self) -> f64 {
        self.networks.iter().map(|(successes, _)| successes).sum::<f64>() / self.trials()
    }

    /// Returns the Monte Carlo error of the share, over networks.
    fn error(&self) -> f64 {
        let (share, trials) = (self.share(), self.trials());
        let squares = self.networks.iter().map(|(successes, n)| (successes - share * n).powi(2)).sum::<f64>();
        squares.sqrt() / trials
    }

    /// Returns how far beyond a bound chance alone may lead: by the error at the bound where each network is one trial,
    /// and by the error measured where its trials depend on each other.
    fn margin(&self, bound: f64) -> f64 {
        let at_bound = (bound * (1.0 - bound) / self.networks.len() as f64).sqrt();
        let is_one_trial = self.networks.iter().all(|(_, trials)| *trials <= 1.0);
        LIMIT * if is_one_trial { at_bound } else { self.error().max(at_bound / 5.0) }
    }
}

fn main() -> ExitCode {
    let networks = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100);
    let Ok(definitions) = definitions() else { return ExitCode::FAILURE };
    println!("| property | networks | measured | Monte Carlo error | must be |\n|---|---:|---:|---:|---|");
    let openings = openings::rows(networks, &definitions);
    let coverage = coverage::rows(networks, &definitions);
    let readiness = readiness::rows(networks);
    let failed = [openings, coverage, readiness].concat().iter().filter(|held| !**held).count();
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Draws networks, and returns what `judge` makes of the report of each.
fn each<T: Send>(
    network: Network,
    networks: u64,
    definitions: &Definitions,
    judge: impl Fn(&Drawn, &Report) -> T + Sync,
) -> Vec<T> {
    let one = |seed: u64| {
        let drawn = network.draw(seed);
        let mut tally = Tally::new(&Arc::new(Plan { since: Some(jiff::civil::date(2026, 7, 1)), ..Plan::default() }));
        drawn.visits.iter().for_each(|visit| tally.add_visit(visit));
        judge(&drawn, &report(tally, definitions, Source::default()))
    };
    (1..=networks).into_par_iter().map(one).collect()
}

/// Prints a row, and returns whether its bounds hold.
fn print(property: &str, rate: &Rate, bounds: &[Bound]) -> bool {
    let found = rate.share();
    let must: Vec<String> = bounds
        .iter()
        .map(|bound| match bound {
            Bound::AtMost(limit) => format!("at most {:.0} %", 100.0 * limit),
            Bound::AtLeast(least) => format!("at least {:.0} %", 100.0 * least),
        })
        .collect();
    let held = bounds.iter().all(|bound| match bound {
        Bound::AtMost(limit) => found <= limit + rate.margin(*limit),
        Bound::AtLeast(least) => found >= least - rate.margin(*least),
    });
    println!(
        "| {property} | {} | {:.1} % | {:.1} | {}{} |",
        rate.networks.len(),
        100.0 * found,
        100.0 * rate.error(),
        must.join(", "),
        if held { "" } else { " **missed**" }
    );
    held
}
