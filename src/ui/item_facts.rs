//! What a checklist says of an item beside its guidance: the points of its answers, when it is asked, which answers need
//! a note.

use super::format;
use crate::report::condition_words::condition;
use crate::text::{Texts, clean};
use crate::visit::checklist::{BehaviourPoints, Checklist, ChoiceOption};
use crate::visit::{Item, Response};

/// Returns the facts of an item, each after its heading.
pub fn item_facts(texts: &Texts, checklist: &Checklist, item: &Item) -> Vec<(String, String)> {
    let answers = answers(texts, &item.response);
    let when = item.when.as_ref().map(|when| clean(&condition(texts, checklist, when)).into_owned());
    let notes = item.note_required_on.iter().map(|answer| format::value(texts, item, answer));
    let facts = [
        ("editor-field-answers", answers.join(" · ")),
        ("editor-field-when", when.unwrap_or_default()),
        ("editor-field-note-required", notes.collect::<Vec<_>>().join(", ")),
    ];
    let said = facts.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(heading, text)| (texts.get(heading).to_owned(), text)).collect()
}

/// Returns the answers with their points in brackets; those of a behaviour only if its points are its own.
fn answers(texts: &Texts, response: &Response) -> Vec<String> {
    let with_points = |answer: &str, points: f64| format!("{} ({})", clean(answer), number(texts, points));
    let up_to = |limit: Option<f64>, unit: &str| match limit {
        Some(limit) => texts.with("editor-up-to", &[("limit", format!("{}{unit}", number(texts, limit)).into())]),
        None => texts.get("editor-beyond").to_owned(),
    };
    match response {
        Response::Behaviour { points: Some(BehaviourPoints { yes, partly, no }), partly: has_partly } => {
            let partly = has_partly.then_some(*partly);
            let all = [("value-yes", Some(*yes)), ("value-partly", partly), ("value-no", Some(*no))];
            all.into_iter().filter_map(|(id, points)| Some(with_points(texts.get(id), points?))).collect()
        }
        Response::Choice { options, .. } => options.iter().map(|option| option_fact(texts, option)).collect(),
        Response::Count { bands } => {
            bands.iter().map(|band| with_points(&up_to(band.up_to, ""), band.points)).collect()
        }
        Response::Timer { bands, .. } => {
            bands.iter().map(|band| with_points(&up_to(band.up_to_s, "\u{a0}s"), band.points)).collect()
        }
        _ => Vec::new(),
    }
}

fn option_fact(texts: &Texts, option: &ChoiceOption) -> String {
    let label = clean(option.label.get(texts.lang()));
    let points = match option.points {
        _ if !option.scored => Some(texts.get("editor-unscored").to_owned()),
        points => points.map(|points| number(texts, points)),
    };
    points.map_or_else(|| label.to_string(), |points| format!("{label} ({points})"))
}

fn number(texts: &Texts, number: f64) -> String {
    let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    texts.decimal(number, u32::try_from(decimals).unwrap_or(0))
}
