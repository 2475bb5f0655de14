//! What goes with wanting to come back? The outcome of visits with a behaviour against that of visits without: an
//! association, not a cause. Only what customers saw counts; mystery visits alone have an outcome here.

use super::CONFIDENCE;
use super::dimension::{Dimension, Key};
use super::family::{Counted, Family};
use super::figures::DriverRow;
use crate::stats::{
    Bca, Interval, Resampling, Undefined, bca, benjamini_hochberg, difference_of_means, jackknife, welch,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The share of false discoveries allowed among the behaviours of a checklist.
const FALSE_DISCOVERIES: f64 = 0.05;
/// The most visits of a single site that are resampled: beyond, Student's interval is as good and costs nothing.
const MOST_RESAMPLED: usize = 1000;

/// The outcomes of a behaviour at one site, each with how many visits gave it.
#[derive(Default)]
struct Outcomes {
    with: Vec<(f64, u64)>,
    without: Vec<(f64, u64)>,
    partly: u64,
}

/// What is known of a difference.
struct Compared {
    difference: f64,
    interval: Result<Interval, Undefined>,
    p: Result<f64, Undefined>,
}

/// Gives a row for each behaviour that was judged in visits with an outcome.
pub fn figures(counted: &Counted<'_>) -> Vec<DriverRow> {
    let mut rows = Vec::new();
    for family in &counted.families {
        let behaviours = outcomes(counted, family);
        let mut of_family: Vec<DriverRow> = behaviours
            .par_iter()
            .map(|(behaviour, sites)| row(behaviour, &family.name, &sites.values().collect::<Vec<_>>()))
            .collect();
        adjust(&mut of_family);
        rows.extend(of_family);
    }
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

/// Gives the outcomes by behaviour and site, in order.
fn outcomes<'c>(counted: &'c Counted<'_>, family: &'c Family<'_>) -> BTreeMap<&'c str, BTreeMap<&'c str, Outcomes>> {
    let mut behaviours: BTreeMap<&str, BTreeMap<&str, Outcomes>> = BTreeMap::new();
    for (key, judgements) in &family.sheet.outcomes {
        let outcome = f64::from_bits(key.outcome);
        for (item, judged) in family.sheet.items.iter().zip(judgements).filter(|(_, judged)| judged.n() > 0) {
            let sites = behaviours.entry(&item.behaviour).or_default();
            let outcomes = sites.entry(counted.site(key.site)).or_default();
            outcomes.with.extend((judged.yes > 0).then_some((outcome, judged.yes)));
            outcomes.without.extend((judged.no > 0).then_some((outcome, judged.no)));
            outcomes.partly += judged.partly;
        }
    }
    for outcomes in behaviours.values_mut().flat_map(BTreeMap::values_mut) {
        // Several items may have one behaviour: equal outcomes then stand twice, which changes no sum.
        for side in [&mut outcomes.with, &mut outcomes.without] {
            side.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        }
    }
    behaviours
}

fn row(behaviour: &str, checklist: &str, sites: &[&Outcomes]) -> DriverRow {
    let units: Vec<[f64; 4]> = sites
        .iter()
        .map(|site| [sum(&site.with), float(n(&site.with)), sum(&site.without), float(n(&site.without))])
        .filter(|[_, with, _, without]| with + without > 0.0)
        .collect();
    let total = |of: fn(&Outcomes) -> u64| sites.iter().map(|site| of(site)).sum::<u64>();
    let mean = |sum_at: fn(&[f64; 4]) -> f64, n: u64| {
        let mean = units.iter().map(sum_at).sum::<f64>() / float(n);
        (n > 0 && mean.is_finite()).then_some(mean)
    };
    let (n_with, n_without) = (total(|site| n(&site.with)), total(|site| n(&site.without)));
    let compared = if units.len() == 1 { within_site(sites) } else { over_sites(&units) };
    let known = compared.as_ref().ok();
    let interval = known.and_then(|compared| compared.interval.ok());
    let reason = match &compared {
        Ok(compared) => compared.interval.err().or(compared.p.err()),
        Err(reason) => Some(*reason),
    };
    DriverRow {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: checklist.to_owned(),
        n_with,
        n_without,
        n_partly: total(|site| site.partly),
        with: mean(|[with, ..]| *with, n_with),
        without: mean(|[_, _, without, _]| *without, n_without),
        difference: known.map(|compared| compared.difference),
        lower: interval.map(|interval| interval.lower),
        upper: interval.map(|interval| interval.upper),
        p: known.and_then(|compared| compared.p.ok()),
        p_adjusted: None,
        certain: None,
        undefined: reason,
    }
}

/// Compares over sites: the bootstrap's interval, and the test of the jackknife over the same sites.
fn over_sites(units: &[[f64; 4]]) -> Result<Compared, Undefined> {
    let drawn = bca(&mut difference_of_means(units), CONFIDENCE, Resampling::default())?;
    let left_out = jackknife(&mut difference_of_means(units), CONFIDENCE)?;
    Ok(Compared { difference: drawn.estimate, interval: interval(&drawn), p: left_out.test.map(|test| test.p) })
}

/// Compares the visits of the only site: the bootstrap's interval over visits, and Welch's test.
fn within_site(sites: &[&Outcomes]) -> Result<Compared, Undefined> {
    let values = |of: fn(&Outcomes) -> &[(f64, u64)]| -> Vec<f64> {
        let times = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let all = sites.iter().flat_map(|site| of(site));
        all.flat_map(|(outcome, n)| std::iter::repeat_n(*outcome, times(*n))).collect()
    };
    let (with, without) = (values(|site| &site.with), values(|site| &site.without));
    let compared = welch(&with, &without, CONFIDENCE)?;
    let interval = if with.len() + without.len() > MOST_RESAMPLED {
        compared.test.map(|test| test.precision.interval)
    } else {
        let units = with.iter().map(|outcome| [*outcome, 1.0, 0.0, 0.0]);
        let units: Vec<_> = units.chain(without.iter().map(|outcome| [0.0, 0.0, *outcome, 1.0])).collect();
        let drawn = bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default())?;
        interval(&drawn)
    };
    Ok(Compared { difference: compared.difference, interval, p: compared.test.map(|test| test.p) })
}

/// Gives the interval; none where all samples are alike, for then nothing is known of how far they would spread.
fn interval(drawn: &Bca) -> Result<Interval, Undefined> {
    drawn.correction.and_then(|_| drawn.interval.ok_or(Undefined::TooFewPoints))
}

/// Holds the share of false discoveries among the behaviours of one checklist.
fn adjust(rows: &mut [DriverRow]) {
    let p: Vec<Option<f64>> = rows.iter().map(|row| row.p).collect();
    let found = benjamini_hochberg(&p, FALSE_DISCOVERIES);
    for ((row, adjusted), rejected) in rows.iter_mut().zip(found.adjusted).zip(found.rejected) {
        (row.p_adjusted, row.certain) = (adjusted, rejected);
    }
}

fn n(outcomes: &[(f64, u64)]) -> u64 {
    outcomes.iter().map(|(_, visits)| visits).sum()
}

fn sum(outcomes: &[(f64, u64)]) -> f64 {
    outcomes.iter().map(|(outcome, visits)| outcome * float(*visits)).sum()
}

#[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
