//! Puts the checklist together, and finds the cell of each fault that it would have.

use super::head::Head;
use super::item::Draft;
use super::sections::Sections;
use crate::import::Imported;
use crate::import::columns::Column;
use crate::import::remark::{Remark, RemarkKind, Remarks};
use crate::spreadsheet::CellPlace;
use crate::visit::checklist::{Checklist, LocalText};
use crate::visit::validate::{self, Fault, FaultKind, PathStep, authoring_faults};
use serde_json::{Map, Value, json};

/// Returns the checklist, if nothing is wrong.
pub(super) fn finish(
    head: &Head,
    sections: &Sections,
    drafts: &[Draft<'_>],
    mut remarks: Remarks,
) -> Result<Imported, Vec<Remark>> {
    let Some((checklist, document)) = assemble(head, sections, drafts) else {
        remarks.errors.push(Remark { place: None, kind: RemarkKind::OwnCell });
        return Err(sorted(remarks.errors));
    };
    let places = Places { sections, drafts };
    // A row that is wrong makes faults elsewhere: first things first.
    if remarks.errors.is_empty() {
        for fault in authoring_faults(&checklist) {
            remarks.errors.push(Remark { place: places.of(&fault), kind: RemarkKind::Fault(fault.kind) });
        }
    }
    if !remarks.errors.is_empty() {
        return Err(sorted(remarks.errors));
    }
    for fault in validate::remarks(&checklist) {
        remarks.doubts.push(Remark { place: places.of(&fault), kind: RemarkKind::Fault(fault.kind) });
    }
    Ok(Imported { checklist, document, doubts: sorted(remarks.doubts) })
}

fn sorted(mut remarks: Vec<Remark>) -> Vec<Remark> {
    remarks.sort_by(|a, b| a.place.cmp(&b.place));
    remarks.dedup();
    remarks
}

/// Makes the document, with what an export has kept of it.
fn assemble(head: &Head, sections: &Sections, drafts: &[Draft<'_>]) -> Option<(Checklist, Value)> {
    let mut document = head.fields.clone();
    let mut made = Vec::new();
    for (at, (section, kept)) in sections.all.iter().zip(&sections.kept).enumerate() {
        let of_section = drafts.iter().filter(|draft| draft.section == at);
        let unchanged = of_section.clone().next().is_some_and(|first| first.unchanged);
        let kept = kept.as_ref().and_then(|kept| kept.section.as_ref()?.as_object());
        let own = serde_json::to_value(section).ok()?;
        let mut fields = match kept {
            Some(kept) if unchanged => kept.clone(),
            Some(kept) => lend(kept, own.as_object()?),
            None => own.as_object()?.clone(),
        };
        let items = of_section.map(|draft| match &draft.kept {
            Some(kept) if draft.unchanged => kept.item.clone(),
            _ => serde_json::to_value(&draft.item).ok(),
        });
        fields.insert("items".to_owned(), Value::Array(items.collect::<Option<Vec<_>>>()?));
        made.push(Value::Object(fields));
    }
    document.insert("sections".to_owned(), Value::Array(made));
    let parse = |document: &Map<String, Value>| serde_json::from_value(Value::Object(document.clone())).ok();
    if !head.is_exported {
        let checklist = parse(&document)?;
        add_languages(&mut document, drafts, checklist);
    }
    let checklist: Checklist = parse(&document)?;
    Some((checklist, Value::Object(document)))
}

/// Returns the head of a section that was changed: the table counts, the rest is as it was.
fn lend(kept: &Map<String, Value>, own: &Map<String, Value>) -> Map<String, Value> {
    let mut head = own.clone();
    head.remove("items");
    let lent = kept.iter().filter(|(key, _)| *key == "id" || key.starts_with("x_"));
    head.extend(lent.map(|(key, value)| (key.clone(), value.clone())));
    head
}

/// Requires the languages of the sheet, if no text lacks one.
fn add_languages(document: &mut Map<String, Value>, drafts: &[Draft<'_>], mut checklist: Checklist) {
    let mut languages: Vec<String> =
        drafts.iter().flat_map(|draft| draft.line.layout.languages()).map(str::to_owned).collect();
    languages.sort();
    languages.dedup();
    let is_each = |text: &LocalText| matches!(text, LocalText::Each(_));
    if languages.len() < 2 || !checklist.items().any(|(_, item)| is_each(&item.label)) {
        return;
    }
    checklist.languages = Some(languages.clone());
    if !authoring_faults(&checklist).iter().any(|fault| matches!(fault.kind, FaultKind::MissingText { .. })) {
        document.insert("languages".to_owned(), json!(languages));
    }
}

/// The cells of what a checklist is made of.
struct Places<'a, 's> {
    sections: &'a Sections,
    drafts: &'a [Draft<'s>],
}

impl Places<'_, '_> {
    /// Returns the cell of a fault; `None` if it is the checklist's as a whole.
    fn of(&self, fault: &Fault) -> Option<CellPlace> {
        let (PathStep::Key(_), PathStep::Index(section)) = (fault.path.first()?, fault.path.get(1)?) else {
            return None;
        };
        let mut of_section = self.drafts.iter().filter(|draft| draft.section == *section);
        let key = |at: usize| match fault.path.get(at) {
            Some(PathStep::Key(key)) => key.as_str(),
            _ => "",
        };
        let Some(PathStep::Index(item)) = fault.path.get(3) else {
            let column = match key(2) {
                "weight_percent" => Column::SectionWeight,
                "attitude" => Column::Attitude,
                _ => Column::Section,
            };
            return of_section
                .next()
                .map(|first| first.line.place(column))
                .or_else(|| self.sections.places.get(*section).cloned());
        };
        let line = &of_section.nth(*item)?.line;
        let column = match (key(4), key(5)) {
            ("id", _) if line.cell(Column::Id).is_empty() => Column::Number,
            ("id", _) => Column::Id,
            ("response", _) if line.cell(Column::Answers).is_empty() => Column::Answer,
            ("response", _) => Column::Answers,
            ("weight", _) => Column::Weight,
            ("behaviour", _) => Column::Mirror,
            ("when", _) => Column::OnlyIf,
            ("note_required_on", _) => Column::NoteIf,
            ("guide", "yes") => Column::Yes,
            ("guide", "partly") => Column::Partly,
            ("guide", "no") => Column::No,
            ("guide", "how") => Column::How,
            _ => Column::Question,
        };
        Some(line.place(column))
    }
}
