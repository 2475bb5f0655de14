//! How often observers are called ready who agree by chance on the little that both saw.

use super::{Bound, Rate, print};
use esprit::analysis::agreement::figures::Verdict;
use esprit::analysis::agreement::observer_rows;
use rayon::prelude::*;
use world::pairs::{PairSettings, classes};

/// Times match if at most this many seconds apart.
const TOLERANCE_S: f64 = 5.0;

/// Measures every row, and returns whether each holds.
pub fn rows(networks: u64) -> Vec<bool> {
    let row = |(meetings, items)| {
        let ready = |seed: u64| {
            let settings = PairSettings { seed, observers: 2, meetings, items, yes: 0.7, knows: 0.0, missing: 0.8 };
            let rows = classes(settings).map(|classes| observer_rows(&classes, TOLERANCE_S)).unwrap_or_default();
            rows.iter().any(|row| row.verdict == Verdict::Ready)
        };
        let found: Vec<bool> = (1..=networks).into_par_iter().map(ready).collect();
        let rate = Rate { networks: found.into_iter().map(|found| (f64::from(u8::from(found)), 1.0)).collect() };
        let property = format!("ready by chance, 80 % not observed, {meetings} meetings of {items} items");
        print(&property, &rate, &[Bound::AtMost(0.0)])
    };
    [(3, 12), (6, 40), (12, 60)].into_iter().map(row).collect()
}
