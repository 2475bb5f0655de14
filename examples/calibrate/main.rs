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

use esprit::analysis::figures::{Report, Source};
use esprit::analysis::{Plan, Tally, report};
use esprit::visit::definitions::Definitions;
use rayon::prelude::*;
use std::process::ExitCode;
use std::sync::Arc;
use world::network::{Drawn, Network, definitions};

/// The quantile of a normal distribution that a correct program exceeds once in 10,000 runs, over all rows.
const LIMIT: f64 = 4.6;

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

    /// Returns the Monte Carlo error of the share, over networks; `bound` stands in where nothing varied.
    fn error(&self, bound: f64) -> f64 {
        let (share, trials) = (self.share(), self.trials());
        let squares = self.networks.iter().map(|(successes, n)| (successes - share * n).powi(2)).sum::<f64>();
        let networks = self.networks.iter().filter(|(_, n)| *n > 0.0).count() as f64;
        (squares.sqrt() / trials).max((bound * (1.0 - bound) / networks).sqrt().min(0.5) * 0.2)
    }
}

fn main() -> ExitCode {
    let networks = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100);
    let Ok(definitions) = definitions() else { return ExitCode::FAILURE };
    println!("| property | networks | measured | Monte Carlo error | must be |\n|---|---:|---:|---:|---|");
    let openings = openings::rows(networks, &definitions);
    let coverage = coverage::rows(networks, &definitions);
    let failed = [openings, coverage].concat().iter().filter(|held| !**held).count();
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
        Bound::AtMost(limit) => found <= limit + LIMIT * rate.error(*limit),
        Bound::AtLeast(least) => found >= least - LIMIT * rate.error(*least),
    });
    let nominal = bounds.first().map_or(0.5, |bound| match bound {
        Bound::AtMost(nominal) | Bound::AtLeast(nominal) => *nominal,
    });
    println!(
        "| {property} | {} | {:.1} % | {:.1} | {}{} |",
        rate.networks.len(),
        100.0 * found,
        100.0 * rate.error(nominal),
        must.join(", "),
        if held { "" } else { " **missed**" }
    );
    held
}
