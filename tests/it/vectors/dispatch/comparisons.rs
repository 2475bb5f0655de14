//! Tests and comparisons of two sides.

use super::{Outcome, cases, confidence, count, field, list, number, numbers, undefined, undefined_name};
use esprit::stats::*;
use serde_json::{Value, json};

const TESTED: [&str; 5] = ["se", "freedom", "p", "lower", "upper"];

/// Returns what runs a method; `None` for a method of another file.
pub fn method(name: &str) -> Option<fn(&Value, &Value) -> Outcome> {
    Some(match name {
        "mean_ci" => run_mean,
        "mean_of_summary" => run_mean_of_summary,
        "interval_within" => run_interval_within,
        "welch" => run_welch,
        "paired_difference" => run_paired,
        "within_places" => run_within_places,
        "score_test" => run_score_test,
        "stratified_permutation" => run_permutation,
        "score_log_rank" => run_score_log_rank,
        "holm" => run_holm,
        _ => return None,
    })
}

/// Returns the fields of a result that has a test.
pub fn with_test(mut value: Value, test: Result<StudentTest, Undefined>) -> Value {
    let tested = match test {
        Ok(StudentTest { precision, freedom, p }) => json!({
            "se": precision.standard_error, "freedom": freedom, "p": p,
            "lower": precision.interval.lower, "upper": precision.interval.upper,
        }),
        Err(reason) => undefined(&TESTED, reason),
    };
    for (name, content) in tested.as_object().into_iter().flatten() {
        value[name] = content.clone();
    }
    value
}

/// Returns all values of a list, which has no hole.
pub fn values(of: &Value, name: &str) -> Result<Vec<f64>, String> {
    numbers(of, name)?.into_iter().collect::<Option<_>>().ok_or_else(|| format!("`{name}` has a hole"))
}

/// Returns a sample given as its values, or as their number, mean and standard deviation.
fn summary(of: &Value, name: &str) -> Result<SampleSummary, String> {
    let sample = field(of, name)?;
    if sample.is_array() {
        return Ok(SampleSummary::from_values(&values(of, name)?).unwrap_or_default());
    }
    let n = field(sample, "n")?.as_u64().ok_or("`n` is no count")?;
    let (n, deviation) = (usize::try_from(n).map_err(|error| error.to_string())?, number(sample, "sd")?);
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    let freedom = n as f64 - 1.0;
    Ok(SampleSummary { n, mean: number(sample, "mean")?, squares: deviation * deviation * freedom })
}

fn places(input: &Value) -> Result<Vec<PlaceSamples>, String> {
    list(input, "places")?.iter().map(|place| Ok((summary(place, "first")?, summary(place, "second")?))).collect()
}

fn run_mean(input: &Value, params: &Value) -> Outcome {
    let got = match mean_interval(&values(input, "x")?, confidence(params)?) {
        Ok(got) => got,
        Err(reason) => return Ok(undefined(&["mean", "se", "lower", "upper"], reason)),
    };
    let mut value = match got.precision {
        Ok(Precision { standard_error, interval }) => {
            json!({"se": standard_error, "lower": interval.lower, "upper": interval.upper})
        }
        Err(reason) => undefined(&["se", "lower", "upper"], reason),
    };
    value["n"] = json!(got.n);
    value["mean"] = json!(got.mean);
    Ok(value)
}

fn run_mean_of_summary(input: &Value, params: &Value) -> Outcome {
    Ok(match mean_interval_of_summary(&summary(input, "sample")?, confidence(params)?) {
        Ok((mean, test)) => with_test(json!({"mean": mean}), test),
        Err(reason) => with_test(json!({"mean": null}), Err(reason)),
    })
}

fn run_interval_within(input: &Value, params: &Value) -> Outcome {
    let (estimate, confidence) = (number(input, "estimate")?, confidence(params)?);
    let (lower, upper) = (number(params, "lower")?, number(params, "upper")?);
    let test = StudentTest::new(estimate, number(input, "se")?, number(input, "freedom")?, confidence);
    Ok(match test {
        Ok(test) => {
            let got = test.interval_within(estimate, Interval { lower, upper });
            json!({"p": test.p, "lower": got.lower, "upper": got.upper})
        }
        Err(reason) => undefined(&["p", "lower", "upper"], reason),
    })
}

fn run_welch(input: &Value, params: &Value) -> Outcome {
    let got =
        welch(&values(input, "first")?, &values(input, "second")?, confidence(params)?).map_err(undefined_name)?;
    Ok(with_test(json!({"first": got.first, "second": got.second, "difference": got.difference}), got.test))
}

fn run_paired(input: &Value, params: &Value) -> Outcome {
    Ok(match paired_difference(&places(input)?, confidence(params)?) {
        Ok(PairedDifference { places, first, second, difference, test }) => {
            with_test(json!({"places": places, "first": first, "second": second, "difference": difference}), test)
        }
        Err(reason) => with_test(json!({"places": 0, "difference": null}), Err(reason)),
    })
}

fn run_within_places(input: &Value, params: &Value) -> Outcome {
    let got = within_places(&places(input)?, confidence(params)?).map_err(undefined_name)?;
    Ok(with_test(json!({"difference": got.difference}), got.test))
}

/// Returns the fields of a result that is a probability alone.
fn probability(p: Result<f64, Undefined>) -> Value {
    p.map_or_else(|reason| undefined(&["p"], reason), |p| json!({"p": p}))
}

fn run_score_test(input: &Value, _: &Value) -> Outcome {
    Ok(probability(score_test(count(input, "x1", "n1")?, count(input, "x2", "n2")?)))
}

fn run_permutation(input: &Value, _: &Value) -> Outcome {
    let stratum = |stratum: &Value| Ok((values(stratum, "first")?, values(stratum, "second")?));
    let strata: Vec<_> = list(input, "strata")?.iter().map(stratum).collect::<Result<_, String>>()?;
    Ok(probability(stratified_permutation_p(&strata)))
}

fn run_score_log_rank(input: &Value, _: &Value) -> Outcome {
    let groups: Vec<Vec<FollowUp>> = list(input, "groups")?.iter().map(cases).collect::<Result<_, _>>()?;
    Ok(probability(score_log_rank_p(&groups)))
}

/// Without weights, all are equal.
fn run_holm(input: &Value, _: &Value) -> Outcome {
    let p = numbers(input, "p")?;
    let weights = if input.get("weights").is_some() { values(input, "weights")? } else { vec![1.0; p.len()] };
    let weighted: Vec<(Option<f64>, f64)> = p.into_iter().zip(weights).collect();
    Ok(json!({"adjusted": holm(&weighted)}))
}
