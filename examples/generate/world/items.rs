//! How the items of the bundled checklists come out in the network on average, without effects of sites.

use super::GenerateError;
use super::session::Template;
use esprit::store::checklists;
use esprit::visit::Definition;
use esprit::visit::checklist::Relation;
use std::sync::Arc;

/// Behaviours that drive the outcome, and by how many of its points a full one exceeds none.
pub const DRIVERS: [(&str, f64); 4] = [("reformulate", 2.0), ("take_charge", 1.6), ("smile", 1.2), ("accurate", 1.0)];

/// Behaviours that managers rate themselves higher on than shoppers do, and by how many percent points.
pub const BLIND_SPOTS: [(&str, f64); 4] =
    [("reformulate", 30.0), ("empathy", 25.0), ("let_finish", 22.0), ("check", 20.0)];

/// A behaviour: the average share of its points, the share of `partly` in the rest, the probability of no occasion.
type BehaviourParameters = (&'static str, f64, f64, f64);

const ROWS: [BehaviourParameters; 34] = [
    ("notice", 0.74, 0.40, 0.00),
    ("pause_task", 0.66, 0.50, 0.30),
    ("approach", 0.58, 0.50, 0.00),
    ("smile", 0.72, 0.35, 0.00),
    ("greet_first", 0.70, 0.00, 0.00),
    ("greeting_words", 0.64, 0.70, 0.00),
    ("eye_contact", 0.78, 0.40, 0.00),
    ("invite", 0.65, 0.50, 0.00),
    ("tone", 0.70, 0.45, 0.00),
    ("courtesy", 0.66, 0.40, 0.00),
    ("let_finish", 0.80, 0.40, 0.00),
    ("gaze", 0.76, 0.50, 0.00),
    ("follow_signs", 0.68, 0.45, 0.00),
    ("empathy", 0.48, 0.50, 0.12),
    ("recognition", 0.42, 0.40, 0.00),
    ("open_questions", 0.55, 0.45, 0.00),
    ("purpose", 0.56, 0.40, 0.00),
    ("ask_view", 0.46, 0.40, 0.10),
    ("reformulate", 0.45, 0.45, 0.00),
    ("confirm", 0.50, 0.35, 0.00),
    ("room", 0.56, 0.45, 0.10),
    ("take_charge", 0.84, 0.50, 0.00),
    ("start_at_once", 0.74, 0.45, 0.00),
    ("announce_time", 0.52, 0.50, 0.25),
    ("thank_wait", 0.45, 0.00, 0.35),
    ("stay_on_it", 0.70, 0.50, 0.00),
    ("accurate", 0.82, 0.40, 0.00),
    ("meaning", 0.58, 0.40, 0.10),
    ("advice", 0.60, 0.40, 0.10),
    ("served", 0.78, 0.50, 0.00),
    ("service_time", 0.68, 0.50, 0.00),
    ("redirected", 0.60, 0.50, 0.00),
    ("check", 0.47, 0.45, 0.00),
    ("farewell", 0.62, 0.60, 0.00),
];

/// An item and its distribution.
#[derive(Clone, Debug)]
pub struct Item {
    /// The behaviour.
    pub behaviour: String,
    /// The section's attitude; `None` for that of the outcome.
    pub attitude: Option<String>,
    /// The weight.
    pub weight: f64,
    /// The average share of its points.
    pub base: f64,
    /// How much of what can be `partly` is, from 0 to 1.
    pub partly: f64,
    /// The probability that there is no occasion.
    pub no_occasion: f64,
    /// By how many points the outcome follows it.
    pub drives: f64,
    /// By how many percent points managers rate themselves higher on it.
    pub blind: f64,
    /// The type of its answers.
    pub sort: AnswerType,
    /// When it applies.
    pub applies: Applies,
}

/// When an item applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Always.
    Always,
    /// Unless nobody greeted.
    Greeted,
    /// If the request, by the position of that item, was met in part or not at all.
    NotFullyServed(usize),
    /// Unless the request, by the position of that item, was not met at all.
    Served(usize),
}

/// The type of an item's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerType {
    /// The time to the first greeting.
    Wait,
    /// Shown, shown in part, not shown.
    Behaviour,
    /// The words of greeting.
    Words,
    /// The number of open questions.
    Questions,
    /// The time until the request is met.
    Service,
    /// Whether one would come back.
    Outcome,
}

/// A bundled checklist with its items.
#[derive(Clone, Debug)]
pub struct ItemList {
    /// Whom the service connects.
    pub relation: Relation,
    /// The checklist.
    pub definition: Arc<Definition>,
    /// The parts that its sessions have in common.
    pub template: Template,
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// Returns the three checklists: customer, management, internal.
///
/// # Errors
/// Fails if a bundled checklist has an item that is not described here.
pub fn lists() -> Result<Vec<ItemList>, GenerateError> {
    let bundled = checklists::bundled();
    let found = ["customer", "management", "internal"].map(|id| {
        let listed = bundled.iter().find(|listed| listed.id == id);
        let definition = listed.and_then(|listed| listed.definition.as_ref().ok());
        definition.ok_or_else(|| GenerateError::Checklist(id.to_owned())).and_then(list)
    });
    found.into_iter().collect()
}

fn list(definition: &Arc<Definition>) -> Result<ItemList, GenerateError> {
    let items = definition.items().map(|(index, _)| item(definition, index)).collect::<Result<Vec<_>, _>>()?;
    Ok(ItemList {
        relation: definition.checklist().relation,
        definition: Arc::clone(definition),
        template: Template::new(definition)?,
        items,
    })
}

fn item(definition: &Definition, index: usize) -> Result<Item, GenerateError> {
    let item = definition.item(index);
    let behaviour = item.behaviour.clone().unwrap_or_default();
    let named = |table: &[(&str, f64)]| table.iter().find(|(name, _)| *name == behaviour).map_or(0.0, |(_, by)| *by);
    let sort = match (item.response.type_name(), item.is_outcome()) {
        (_, true) => AnswerType::Outcome,
        ("timer", _) if index == 0 => AnswerType::Wait,
        ("timer", _) => AnswerType::Service,
        ("choice", _) => AnswerType::Words,
        ("count", _) => AnswerType::Questions,
        ("behaviour", _) => AnswerType::Behaviour,
        _ => return Err(GenerateError::Checklist(item.id.clone())),
    };
    let row = match ROWS.iter().find(|(name, ..)| *name == behaviour) {
        Some(row) => *row,
        None if matches!(sort, AnswerType::Wait | AnswerType::Outcome) => ("", 0.0, 0.0, 0.0),
        None => return Err(GenerateError::Checklist(item.id.clone())),
    };
    let (drives, blind) = (named(&DRIVERS), named(&BLIND_SPOTS));
    let (_, base, partly, no_occasion) = row;
    let (attitude, weight) = (definition.section(index).attitude.clone(), item.weight);
    let applies = applies(definition, index)?;
    Ok(Item { behaviour, attitude, weight, base, partly, no_occasion, drives, blind, sort, applies })
}

fn applies(definition: &Definition, index: usize) -> Result<Applies, GenerateError> {
    let item = definition.item(index);
    let mut asked = None;
    if let Some(when) = &item.when {
        when.for_each_item(&mut |id| asked = definition.position(id));
    }
    match (asked, item.behaviour.as_deref()) {
        (None, _) => Ok(Applies::Always),
        (Some(0), _) => Ok(Applies::Greeted),
        (Some(served), Some("redirected")) => Ok(Applies::NotFullyServed(served)),
        (Some(served), Some("service_time")) => Ok(Applies::Served(served)),
        _ => Err(GenerateError::Checklist(item.id.clone())),
    }
}
