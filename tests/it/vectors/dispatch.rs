//! Calls the method that a vector names, and converts the result to its fields.

mod comparisons;
mod sites;

use esprit::stats::*;
use serde_json::{Value, json};
use std::num::NonZeroU64;

type Outcome = Result<Value, String>;

/// Runs a vector's method on its input.
pub fn run(vector: &Value) -> Outcome {
    let method = field(vector, "method")?.as_str().ok_or("`method` is no text")?;
    let known: fn(&Value, &Value) -> Outcome = match method {
        "wilson_ci" => run_wilson,
        "newcombe_diff_ci" => run_newcombe,
        "cohen_kappa" => run_kappa,
        "krippendorff_alpha" => run_alpha,
        "gwet_ac" => run_gwet,
        "kaplan_meier" => run_kaplan_meier,
        "logrank" => run_log_rank,
        "gtheory" => run_study,
        "xmr_chart" => run_xmr,
        "quantile" => run_quantile,
        "bca_bootstrap" => run_bca,
        "benjamini_hochberg" => run_discoveries,
        _ => comparisons::method(method).or_else(|| sites::method(method)).ok_or(format!("unknown method {method}"))?,
    };
    known(field(vector, "input")?, field(vector, "params")?)
}

fn field<'a>(of: &'a Value, name: &str) -> Result<&'a Value, String> {
    of.get(name).ok_or_else(|| format!("field `{name}` is missing"))
}

fn number(of: &Value, name: &str) -> Result<f64, String> {
    field(of, name)?.as_f64().ok_or_else(|| format!("field `{name}` is no number"))
}

fn list<'a>(of: &'a Value, name: &str) -> Result<&'a Vec<Value>, String> {
    field(of, name)?.as_array().ok_or_else(|| format!("field `{name}` is no list"))
}

fn numbers(of: &Value, name: &str) -> Result<Vec<Option<f64>>, String> {
    Ok(list(of, name)?.iter().map(Value::as_f64).collect())
}

fn rows<T>(of: &Value, name: &str, cell: impl Fn(&Value) -> T) -> Result<Vec<Vec<T>>, String> {
    let row = |row: &Value| row.as_array().map(|cells| cells.iter().map(&cell).collect());
    list(of, name)?.iter().map(row).collect::<Option<_>>().ok_or_else(|| format!("`{name}` has a row that is no list"))
}

/// Returns a number, or NaN, which every method refuses.
fn no_hole(cell: &Value) -> f64 {
    cell.as_f64().unwrap_or(f64::NAN)
}

fn confidence(params: &Value) -> Result<Confidence, String> {
    Confidence::new(number(params, "conf")?).map_err(|reason| reason.to_string())
}

fn count(input: &Value, successes: &str, n: &str) -> Result<Count, String> {
    let n = field(input, n)?.as_u64().ok_or_else(|| format!("field `{n}` is no count"))?;
    Ok(Count { successes: number(input, successes)?, n })
}

fn undefined(fields: &[&str], reason: Undefined) -> Value {
    let mut value = json!({"undefined": reason.code()});
    for field in fields {
        value[field] = Value::Null;
    }
    value
}

fn undefined_name(reason: Undefined) -> String {
    format!("refused: {reason}")
}

fn run_wilson(input: &Value, params: &Value) -> Outcome {
    Ok(match wilson(count(input, "successes", "n")?, confidence(params)?) {
        Ok(got) => json!({"p": got.share, "lower": got.interval.lower, "upper": got.interval.upper}),
        Err(reason) => undefined(&["p", "lower", "upper"], reason),
    })
}

fn run_newcombe(input: &Value, params: &Value) -> Outcome {
    Ok(match newcombe(count(input, "x1", "n1")?, count(input, "x2", "n2")?, confidence(params)?) {
        Ok(got) => json!({"diff": got.difference, "lower": got.interval.lower, "upper": got.interval.upper}),
        Err(reason) => undefined(&["diff", "lower", "upper"], reason),
    })
}

/// Returns the weights for categories: by value if all are numbers, otherwise by order.
fn weights(params: &Value, categories: &[Value]) -> Result<WeightMatrix, String> {
    let weights = match field(params, "weights")?.as_str() {
        Some("none" | "identity") => Weights::Identity,
        Some("linear") => Weights::Linear,
        Some("quadratic") => Weights::Quadratic,
        _ => return Err(format!("unknown weights {}", params["weights"])),
    };
    let values: Option<Vec<f64>> = categories.iter().map(Value::as_f64).collect();
    Ok(values.map_or_else(|| weights.by_rank(categories.len()), |values| weights.matrix(&values)))
}

/// Returns a rating's index among the categories; the number of categories if it is none of them.
fn place(categories: &[Value], rating: &Value) -> Option<usize> {
    let same = |category: &Value| category == rating || (rating.is_number() && category.as_f64() == rating.as_f64());
    (!rating.is_null()).then(|| categories.iter().position(same).unwrap_or(categories.len()))
}

fn table(input: &Value) -> Result<Vec<Vec<u64>>, String> {
    rows(input, "table", |cell| cell.as_u64().unwrap_or_else(|| panic!("{cell} is no count")))
}

fn run_kappa(input: &Value, params: &Value) -> Outcome {
    let got = if input.get("table").is_some() {
        let table = table(input)?;
        cohen_kappa(&table, &weights(params, &vec![Value::Null; table.len()])?, confidence(params)?)
    } else {
        let categories = list(input, "categories")?;
        let of = |name| Ok::<_, String>(list(input, name)?.iter().map(|rating| place(categories, rating)).collect());
        let (first, second): (Vec<_>, Vec<_>) = (of("rater_a")?, of("rater_b")?);
        cohen_kappa_from_pairs(&first, &second, &weights(params, categories)?, confidence(params)?)
    }
    .map_err(undefined_name)?;
    let mut value = match got.estimate {
        Ok(estimate) => json!({
            "kappa": estimate.kappa, "se": estimate.precision.standard_error,
            "lower": estimate.precision.interval.lower, "upper": estimate.precision.interval.upper,
            "se0": estimate.null_standard_error, "z": estimate.z,
        }),
        Err(reason) => undefined(&["kappa", "se", "lower", "upper", "se0", "z"], reason),
    };
    value["n"] = json!(got.n);
    value["po"] = json!(got.observed);
    value["pe"] = json!(got.expected);
    Ok(value)
}

/// The vectors list observers, the method takes units. Names become numbers in order of their first occurrence.
fn run_alpha(input: &Value, params: &Value) -> Outcome {
    let observers = rows(input, "ratings", Value::clone)?;
    let level = match field(params, "level")?.as_str() {
        Some("nominal") => MeasurementLevel::Nominal,
        Some("ordinal") => MeasurementLevel::Ordinal,
        Some("interval") => MeasurementLevel::Interval,
        _ => return Err(format!("unknown level {}", params["level"])),
    };
    let names: Vec<Value> = observers.iter().flatten().filter(|value| value.is_string()).cloned().collect();
    #[expect(clippy::cast_precision_loss, reason = "an index in a short list")]
    let code = |value: &Value| value.as_f64().or_else(|| place(&names, value).map(|place| place as f64));
    let width = observers.iter().map(Vec::len).max().unwrap_or(0);
    let unit = |unit| observers.iter().map(|row| row.get(unit).and_then(code)).collect();
    let units: Vec<Vec<Option<f64>>> = (0..width).map(unit).collect();
    let got = krippendorff_alpha(&units, level);
    let mut value = match got.alpha {
        Ok(alpha) => json!({"alpha": alpha}),
        Err(reason) => undefined(&["alpha"], reason),
    };
    value["n_pairable"] = json!(got.n_pairable);
    Ok(value)
}

fn run_gwet(input: &Value, params: &Value) -> Outcome {
    let categories = list(input, "categories")?;
    let (weights, confidence) = (weights(params, categories)?, confidence(params)?);
    let got = if input.get("table").is_some() {
        let units = |(row, counts): (usize, Vec<u64>)| {
            let cell = move |(column, count)| (0..count).map(move |_| [Some(row), Some(column)]);
            counts.into_iter().enumerate().flat_map(cell)
        };
        let units: Vec<_> = table(input)?.into_iter().enumerate().flat_map(units).collect();
        gwet_ac(&units, &weights, confidence)
    } else {
        gwet_ac(&rows(input, "ratings", |rating| place(categories, rating))?, &weights, confidence)
    }
    .map_err(undefined_name)?;
    let mut value = match got.estimate {
        Ok(estimate) => {
            let mut value = match estimate.precision {
                Ok(precision) => json!({
                    "se": precision.standard_error,
                    "lower": precision.interval.lower, "upper": precision.interval.upper,
                }),
                Err(reason) => undefined(&["se", "lower", "upper"], reason),
            };
            value["coef"] = json!(estimate.coefficient);
            value["pa"] = json!(estimate.observed);
            value["pe"] = json!(estimate.expected);
            value
        }
        Err(reason) => undefined(&["coef", "pa", "pe", "se", "lower", "upper"], reason),
    };
    value["n_subjects"] = json!(got.n_subjects);
    Ok(value)
}

fn cases(of: &Value) -> Result<Vec<FollowUp>, String> {
    let (times, events) = (numbers(of, "times")?, list(of, "events")?);
    if times.len() != events.len() {
        return Err("`times` and `events` differ in length".into());
    }
    let case = |(time, event): (&Option<f64>, &Value)| {
        Some(FollowUp { time: (*time)?, event: event.as_bool().or_else(|| Some(event.as_f64()? != 0.0))? })
    };
    times.iter().zip(events).map(case).collect::<Option<_>>().ok_or_else(|| "a case has no time or event".into())
}

fn run_kaplan_meier(input: &Value, params: &Value) -> Outcome {
    if field(params, "ci")? != "log-log" {
        return Err(format!("unknown ci {}", params["ci"]));
    }
    let got = kaplan_meier(&cases(input)?, confidence(params)?);
    let row = |step: &SurvivalStep| {
        json!({
            "time": step.time, "n_risk": step.n_risk, "n_event": step.n_event, "survival": step.survival,
            "std_err": step.standard_error,
            "lower": step.interval.map(|interval| interval.lower), "upper": step.interval.map(|interval| interval.upper),
        })
    };
    let mut value = match got.median {
        Ok(median) => json!({"median": median}),
        Err(reason) => undefined(&["median"], reason),
    };
    value["rows"] = got.steps.iter().map(row).collect();
    value["median_lower"] = json!(got.median_lower);
    value["median_upper"] = json!(got.median_upper);
    Ok(value)
}

fn run_log_rank(input: &Value, _: &Value) -> Outcome {
    let groups: Vec<Vec<FollowUp>> = list(input, "groups")?.iter().map(cases).collect::<Result<_, _>>()?;
    let got = match log_rank(&groups) {
        Ok(got) => got,
        Err(reason) => return Ok(undefined(&["chi2", "df", "p", "observed", "expected"], reason)),
    };
    let mut value = match got.test {
        Ok(test) => json!({"chi2": test.chi_square, "df": test.freedom, "p": test.p}),
        Err(reason) => undefined(&["chi2", "df", "p"], reason),
    };
    value["observed"] = json!(got.observed);
    value["expected"] = json!(got.expected);
    Ok(value)
}

fn run_study(input: &Value, params: &Value) -> Outcome {
    let (study, residual) = match field(input, "design")?.as_str() {
        Some("p x i") => (crossed_study(&rows(input, "scores", no_hole)?), "pi"),
        Some("i:p") => (nested_study(&rows(input, "groups", no_hole)?), "i:p"),
        _ => return Err(format!("unknown design {}", input["design"])),
    };
    let study = match study {
        Ok(study) => study,
        Err(reason) => {
            let fields = ["mean_squares", "components_raw", "components", "d_study", "n0", "n_needed"];
            return Ok(undefined(&fields, reason));
        }
    };
    let components = |of: Components| {
        let mut value = json!({"p": of.object, residual: of.residual});
        if let Some(facet) = of.facet {
            value["i"] = json!(facet);
        }
        value
    };
    let mut decisions = Vec::new();
    for sizes in list(params, "d_study")? {
        let n = field(sizes, "i")?.as_u64().and_then(NonZeroU64::new).ok_or("`i` is no count")?;
        let got = study.decision_study(n);
        decisions.push(json!({
            "n": {"i": n}, "rel_error": got.relative_error, "abs_error": got.absolute_error,
            "G": got.generalizability, "phi": got.dependability,
        }));
    }
    let needed = params.get("target_phi").and_then(Value::as_f64).map(|target| study.observations_needed(target));
    Ok(json!({
        "mean_squares": components(study.mean_squares), "components_raw": components(study.raw),
        "components": components(study.components), "d_study": decisions, "n0": study.n0,
        "n_needed": needed.and_then(Result::ok),
        "undefined": study.object_variance.err().or(needed.and_then(Result::err)).map(Undefined::code),
    }))
}

fn run_xmr(input: &Value, params: &Value) -> Outcome {
    let factors = Factors { limit: number(params, "limit_factor")?, range: number(params, "range_factor")? };
    let got = xmr_chart(&numbers(input, "x")?, factors);
    let mut value = match got.limits {
        Ok(limits) => json!({
            "mr_bar": limits.mean_range, "lower": limits.natural.lower, "upper": limits.natural.upper,
            "mr_upper": limits.range_upper, "signals": limits.signals, "mr_signals": limits.range_signals,
        }),
        Err(reason) => {
            let mut value = undefined(&["mr_bar", "lower", "upper", "mr_upper"], reason);
            value["signals"] = json!([]);
            value["mr_signals"] = json!([]);
            value
        }
    };
    value["mean"] = json!(got.mean);
    value["moving_ranges"] = json!(got.moving_ranges);
    Ok(value)
}

fn run_quantile(input: &Value, params: &Value) -> Outcome {
    let kind = match field(params, "type")?.as_u64() {
        Some(6) => QuantileType::Six,
        Some(7) => QuantileType::Seven,
        _ => return Err(format!("unknown type {}", params["type"])),
    };
    let probabilities: Vec<f64> = numbers(params, "probs")?.into_iter().flatten().collect();
    Ok(match quantiles(&numbers(input, "x")?, &probabilities, kind) {
        Ok(values) => json!({"values": values}),
        Err(reason) => undefined(&["values"], reason),
    })
}

fn run_bca(input: &Value, params: &Value) -> Outcome {
    let values: Vec<f64> = numbers(input, "x")?.into_iter().flatten().collect();
    let mut statistic = match field(params, "statistic")?.as_str() {
        Some("mean") => mean(&values),
        _ => return Err(format!("unknown statistic {}", params["statistic"])),
    };
    let resampling = match field(params, "mode")?.as_str() {
        Some("exhaustive") => Resampling::Exhaustive,
        _ => return Err(format!("unknown mode {}", params["mode"])),
    };
    let got = match bca(&mut statistic, confidence(params)?, resampling) {
        Ok(got) => got,
        Err(reason) => return Ok(undefined(&["estimate", "acceleration", "z0", "lower", "upper"], reason)),
    };
    let mut value = match got.correction {
        Ok(correction) => json!({"acceleration": correction.acceleration, "z0": correction.bias}),
        Err(reason) => undefined(&["acceleration", "z0"], reason),
    };
    value["estimate"] = json!(got.estimate);
    value["lower"] = json!(got.interval.map(|interval| interval.lower));
    value["upper"] = json!(got.interval.map(|interval| interval.upper));
    Ok(value)
}

fn run_discoveries(input: &Value, params: &Value) -> Outcome {
    let got = benjamini_hochberg(&numbers(input, "p")?, number(params, "q")?);
    Ok(json!({
        "adjusted": got.adjusted, "rejected": got.rejected, "n_rejected": got.n_rejected, "m": got.m,
    }))
}
