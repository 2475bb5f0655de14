//! What to work on first: what each scored behaviour takes from the score.

use super::checklist_counts::{Judgements, Stratum};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::estimate::are_units;
use super::figures::PriorityRow;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{PlaceSamples, SampleSummary, float_u64, normal_two_sided_tail, paired_difference, wilson};
use crate::visit::checklist::{BehaviourPoints, Item, Response};
use std::collections::BTreeMap;

/// What the items of a behaviour take from the score at a site.
#[derive(Clone, Copy, Debug, Default)]
struct Loss {
    judgements: Judgements,
    /// Points of percent.
    gain: f64,
    /// The squared standard error of `gain`, if answers are independent.
    variance: f64,
}

/// Computes what the score would gain if a behaviour were always shown, for every behaviour that counts in it, most
/// first. Bonus items and items that are not scored have no row.
pub fn gains(checklists: &ComparableChecklists<'_>) -> Vec<PriorityRow> {
    checklists.families.iter().flat_map(family_rows).collect()
}

fn family_rows(family: &ChecklistFamily<'_>) -> Vec<PriorityRow> {
    let mut sites: Vec<BTreeMap<&str, Loss>> = Vec::new();
    let mut together = Stratum::default();
    let (items, parts): (Vec<usize>, Vec<usize>) =
        ((0..family.counts.items.len()).collect(), (0..family.counts.parts.len()).collect());
    for stratum in family.sites().values() {
        sites.push(losses(family, stratum));
        together.merge(stratum, &items, &parts);
    }
    together.compact();
    let all = losses(family, &together);
    let mut rows: Vec<(&str, Loss)> = all.into_iter().filter(|(_, loss)| loss.judgements.n() >= FEW_VISITS).collect();
    rows.sort_by(|one, other| other.1.gain.total_cmp(&one.1.gain).then_with(|| one.0.cmp(other.0)));
    let first = rows.first().copied();
    let p = first.and_then(|first| difference_from_all(first, &rows, &sites));
    let row = |(behaviour, loss): &(&str, Loss)| PriorityRow {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: family.name.clone(),
        n: loss.judgements.n(),
        share: wilson(loss.judgements.count(), CONFIDENCE).ok().map(|share| share.share),
        gain: Some(loss.gain),
        p: p.filter(|_| first.is_some_and(|(first, _)| first == *behaviour)),
        p_adjusted: None,
        certain: None,
    };
    rows.iter().map(row).collect()
}

/// Returns what each scored behaviour takes from the score of a stratum.
fn losses<'f>(family: &'f ChecklistFamily<'_>, stratum: &Stratum) -> BTreeMap<&'f str, Loss> {
    let mut losses: BTreeMap<&str, Loss> = BTreeMap::new();
    let possible = stratum.scores.possible();
    for (item, judgements) in family.counts.items.iter().zip(&stratum.items) {
        let lost = family.item(&item.id).and_then(points_lost).zip(possible.whole_score_in(&item.section));
        let Some(([partly, no], possible)) = lost else { continue };
        let n = float_u64(judgements.n());
        let (points, squares) = (
            partly * f64::from(judgements.partly) + no * f64::from(judgements.no),
            partly * partly * f64::from(judgements.partly) + no * no * f64::from(judgements.no),
        );
        let loss = losses.entry(&item.behaviour).or_default();
        loss.judgements.merge(judgements);
        loss.gain += 100.0 * points / possible;
        if n > 0.0 {
            loss.variance += (100.0 / possible).powi(2) * (squares - points * points / n);
        }
    }
    losses
}

/// Returns the points that an item loses by `partly` and by `no`, weighted; `None` if it does not count in the score.
fn points_lost(item: &Item) -> Option<[f64; 2]> {
    let Response::Behaviour { points, .. } = &item.response else { return None };
    let (yes, partly, no) =
        points.as_ref().map_or((1.0, 0.5, 0.0), |BehaviourPoints { yes, partly, no }| (*yes, *partly, *no));
    let most = yes.max(partly).max(no);
    item.adds_possible().then_some([item.weight * (most - partly), item.weight * (most - no)])
}

/// Returns the p-value of the difference between the first behaviour and the one that is nearest to it: the largest
/// against any other. Sites are the units from five on, and otherwise answers.
fn difference_from_all(
    (first, loss): (&str, Loss),
    rows: &[(&str, Loss)],
    sites: &[BTreeMap<&str, Loss>],
) -> Option<f64> {
    let others = rows.iter().filter(|(behaviour, _)| *behaviour != first);
    let p = |(other, of_other): &(&str, Loss)| {
        if !are_units(sites.len()) {
            let error = (loss.variance + of_other.variance).sqrt();
            return (error > 0.0).then(|| normal_two_sided_tail((loss.gain - of_other.gain) / error));
        }
        let sample = |gain: f64| SampleSummary { n: 1, mean: gain, squares: 0.0 };
        let gain = |site: &BTreeMap<&str, Loss>, behaviour: &str| site.get(behaviour).map_or(0.0, |loss| loss.gain);
        let pairs: Vec<PlaceSamples> =
            sites.iter().map(|site| (sample(gain(site, first)), sample(gain(site, other)))).collect();
        paired_difference(&pairs, CONFIDENCE).ok()?.test.ok().map(|test| test.p)
    };
    // A difference that cannot be tested is not certain.
    others.map(|other| p(other).unwrap_or(1.0)).max_by(f64::total_cmp)
}
