//! The faults of a checklist that came of a form, at their cells.

use super::findings::{Findings, at};
use super::headers::Field;
use super::reader::SectionRows;
use super::sheets::Table;
use crate::import::remark::RemarkKind;
use crate::spreadsheet::CellPlace;
use crate::visit::checklist::Checklist;
use crate::visit::validate::{PathStep, authoring_faults, remarks};

/// Checks a checklist and adds its faults.
pub(super) fn find(
    checklist: &Checklist,
    rows: &[SectionRows],
    survey: &Table,
    choices: Option<&Table>,
    settings: Option<&Table>,
    findings: &mut Findings,
) {
    if checklist.sections.is_empty() {
        findings.push_fault(at(survey.header_place(0), RemarkKind::NoQuestion));
        return;
    }
    for fault in authoring_faults(checklist) {
        let place = place(&fault.path, rows, survey, choices, settings);
        findings.push_fault(at(place, RemarkKind::Fault(fault.kind)));
    }
    for remark in remarks(checklist) {
        let place = place(&remark.path, rows, survey, choices, settings);
        findings.push_doubt(at(place, RemarkKind::Fault(remark.kind)));
    }
}

/// Returns the cell that a place in the checklist comes from.
fn place(
    path: &[PathStep],
    rows: &[SectionRows],
    survey: &Table,
    choices: Option<&Table>,
    settings: Option<&Table>,
) -> CellPlace {
    let steps: Vec<(&str, usize)> = path
        .iter()
        .map(|step| match step {
            PathStep::Key(key) => (key.as_str(), 0),
            PathStep::Index(index) => ("", *index),
        })
        .collect();
    let section = |index: usize| rows.get(index);
    match steps.as_slice() {
        [("sections", _), (_, s), ("items", _), (_, i), rest @ ..] => {
            let Some((row, options)) = section(*s).and_then(|section| section.items.get(*i)) else {
                return survey.header_place(0);
            };
            match (rest, choices) {
                ([("response", _), ("options", _), (_, option), key @ ..], Some(choices)) => match options.get(*option)
                {
                    Some(row) => choices.place_of(*row, option_field(key)),
                    None => survey.place_of(*row, Field::Type),
                },
                _ => survey.place_of(*row, item_field(rest)),
            }
        }
        [("sections", _), (_, s), rest @ ..] => {
            let group = section(*s).and_then(|section| section.group);
            let first = section(*s).and_then(|section| section.items.first()).map(|(row, _)| *row);
            match (group, first) {
                (Some(row), _) => survey.place_of(row, section_field(rest)),
                (None, Some(row)) => survey.place_of(row, Field::Type),
                (None, None) => survey.header_place(0),
            }
        }
        [(key, _), ..] => match settings {
            Some(settings) => {
                let row = settings.rows.first().map_or(1, |row| row.number);
                settings.place_of(row, if *key == "title" { Field::FormTitle } else { Field::FormId })
            }
            None => survey.header_place(0),
        },
        [] => survey.header_place(0),
    }
}

fn item_field(rest: &[(&str, usize)]) -> Field {
    match rest.first().map_or("", |(key, _)| key) {
        "id" => Field::Name,
        "label" => Field::Label,
        "guide" => Field::Hint,
        "weight" => Field::Weight,
        "behaviour" => Field::Behaviour,
        "when" => Field::Relevant,
        "critical" => Field::Critical,
        "response" if rest.get(1).is_some_and(|(key, _)| matches!(*key, "min" | "max")) => Field::Constraint,
        _ => Field::Type,
    }
}

fn option_field(rest: &[(&str, usize)]) -> Field {
    match rest.first().map_or("", |(key, _)| key) {
        "label" => Field::Label,
        "id" => Field::Name,
        _ => Field::Points,
    }
}

fn section_field(rest: &[(&str, usize)]) -> Field {
    match rest.first().map_or("", |(key, _)| key) {
        "attitude" => Field::Attitude,
        "weight_percent" => Field::Weight,
        "id" => Field::Name,
        _ => Field::Label,
    }
}
