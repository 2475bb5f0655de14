//! Figures of visits at several sites.

use super::comparisons::{values, with_test};
use super::{Outcome, confidence, field, list, no_hole, rows, undefined, undefined_name};
use esprit::analysis::testing::{Figure, mean_of_visits, net_promoter_score, quartiles, share_of_sites};
use esprit::stats::*;
use serde_json::{Value, json};
use std::num::NonZeroU64;

/// Returns what runs a method; `None` for a method of another file.
pub fn method(name: &str) -> Option<fn(&Value, &Value) -> Outcome> {
    Some(match name {
        "design_effect" => run_design_effect,
        "design_effect_of_counts" => run_design_effect_of_counts,
        "share_of_sites" => run_share_of_sites,
        "jackknife" => run_jackknife,
        "mean_of_visits" => run_mean_of_visits,
        "net_promoter_score" => run_net_promoter_score,
        "quartiles" => run_quartiles,
        "variance_ratio_ci" => run_variance_ratio,
        "shrunk_means" => run_shrunk_means,
        _ => return None,
    })
}

fn counts(input: &Value) -> Result<Vec<Count>, String> {
    let count = |cells: &Value| Some(Count { successes: cells[0].as_f64()?, n: cells[1].as_u64()? });
    let counts = list(input, "counts")?.iter().map(count).collect::<Option<_>>();
    counts.ok_or_else(|| "`counts` has a row that is no count".into())
}

fn total(counts: &[Count]) -> Count {
    Count { successes: counts.iter().map(|count| count.successes).sum(), n: counts.iter().map(|count| count.n).sum() }
}

fn figure(got: Figure) -> Value {
    json!({
        "value": got.value, "lower": got.lower, "upper": got.upper, "undefined": got.undefined.map(Undefined::code),
    })
}

fn run_design_effect(input: &Value, _: &Value) -> Outcome {
    let groups: Vec<Vec<Vec<f64>>> =
        list(input, "groups")?.iter().map(|group| rows(group, "clusters", no_hole)).collect::<Result<_, _>>()?;
    Ok(match design_effect(&groups) {
        Ok(got) => json!({"effect": got.effect, "freedom": got.freedom}),
        Err(reason) => undefined(&["effect", "freedom"], reason),
    })
}

fn run_design_effect_of_counts(input: &Value, params: &Value) -> Outcome {
    let counts = counts(input)?;
    let effect = match design_effect_of_counts(&counts) {
        Ok(effect) => effect,
        Err(reason) => return Ok(undefined(&["effect", "freedom", "p", "lower", "upper"], reason)),
    };
    let got = effect.share(total(&counts), confidence(params)?).map_err(undefined_name)?;
    Ok(json!({
        "effect": effect.effect, "freedom": effect.freedom,
        "p": got.share, "lower": got.interval.lower, "upper": got.interval.upper,
    }))
}

fn run_share_of_sites(input: &Value, _: &Value) -> Outcome {
    Ok(figure(share_of_sites(&counts(input)?)))
}

fn run_jackknife(input: &Value, params: &Value) -> Outcome {
    let confidence = confidence(params)?;
    let got = match field(params, "statistic")?.as_str() {
        Some("mean") => jackknife(&mut mean(&values(input, "x")?), confidence),
        Some("ratio") => {
            let units: Vec<(f64, f64)> = values(input, "above")?.into_iter().zip(values(input, "below")?).collect();
            jackknife(&mut ratio_of_sums(&units), confidence)
        }
        _ => return Err(format!("unknown statistic {}", params["statistic"])),
    };
    Ok(match got {
        Ok(got) => with_test(json!({"estimate": got.estimate}), got.test),
        Err(reason) => with_test(json!({"estimate": null}), Err(reason)),
    })
}

fn run_mean_of_visits(input: &Value, _: &Value) -> Outcome {
    let sites = rows(input, "sites", no_hole)?;
    let sites: Vec<SampleSummary> =
        sites.iter().map(|site| SampleSummary::from_values(site).unwrap_or_default()).collect();
    Ok(match mean_of_visits(&sites) {
        Ok((mean, test)) => with_test(json!({"mean": mean}), test),
        Err(reason) => with_test(json!({"mean": null}), Err(reason)),
    })
}

/// A site is a list of outcomes with their numbers.
fn run_net_promoter_score(input: &Value, _: &Value) -> Outcome {
    let pair = |cells: &Value| Some((cells[0].as_f64()?, cells[1].as_u64()?));
    let sites = rows(input, "sites", pair)?.into_iter().map(|site| site.into_iter().collect::<Option<Vec<_>>>());
    let sites: Vec<_> = sites.collect::<Option<_>>().ok_or("an outcome has no number")?;
    Ok(figure(net_promoter_score(&sites)))
}

fn run_quartiles(input: &Value, _: &Value) -> Outcome {
    let mut percents = values(input, "x")?;
    percents.sort_by(f64::total_cmp);
    Ok(json!({"values": quartiles(&percents)}))
}

fn run_variance_ratio(input: &Value, params: &Value) -> Outcome {
    Ok(match variance_ratio_interval(&rows(input, "groups", no_hole)?, confidence(params)?) {
        Ok(got) => json!({"lower": got.lower, "upper": got.upper}),
        Err(reason) => undefined(&["lower", "upper"], reason),
    })
}

/// Shrinks the mean of each group towards that of all, which is weighted by reliability.
fn run_shrunk_means(input: &Value, params: &Value) -> Outcome {
    let (groups, confidence) = (rows(input, "groups", no_hole)?, confidence(params)?);
    let study = nested_study(&groups).map_err(undefined_name)?;
    let own = |group: &Vec<f64>| {
        let n = NonZeroU64::new(group.len() as u64).ok_or("a group is empty")?;
        Ok::<_, String>((mean_interval(group, confidence).map_err(undefined_name)?.mean, n))
    };
    let means: Vec<(f64, NonZeroU64)> = groups.iter().map(own).collect::<Result<_, _>>()?;
    let reliability = |n: NonZeroU64| study.decision_study(n).generalizability.unwrap_or_default();
    let precision: f64 = means.iter().map(|(_, n)| reliability(*n)).sum();
    let all = means.iter().map(|(mean, n)| reliability(*n) * mean).sum::<f64>() / precision;
    let mut shrunk = Vec::new();
    for own in &means {
        match study.shrink_among(*own, (all, precision), means.len(), confidence) {
            Ok((got, test)) => shrunk.push(with_test(
                json!({
                    "reliability": got.reliability, "estimate": got.estimate,
                    "shrink_lower": got.interval.lower, "shrink_upper": got.interval.upper,
                }),
                Ok(test),
            )),
            Err(reason) => return Ok(undefined(&["sites"], reason)),
        }
    }
    Ok(json!({"all": all, "sites": shrunk}))
}
