//! The conditions of the lines.

use super::cell_text::shown;
use super::condition::{self, Skip};
use super::item::Draft;
use super::resolve::{Questions, key};
use crate::import::columns::Column;
use crate::import::remark::{RemarkKind, Remarks};
use crate::import::words;
use crate::text::fold_name;
use crate::visit::checklist::Condition;
use std::collections::HashMap;

/// Sets the condition of each item, and names numbers that stand twice.
pub(super) fn resolve(drafts: &mut [Draft<'_>], remarks: &mut Remarks) {
    let numbered = drafts.iter().any(|draft| draft.number().is_some());
    let mut questions = Questions::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for draft in drafts.iter() {
        questions.add(draft.number(), !numbered, &draft.item.id, &draft.answered);
        let Some(number) = draft.number() else { continue };
        if let Some(first) = seen.get(&key(number)) {
            let kind = RemarkKind::SameNumber { number: shown(number), first: *first };
            remarks.doubt(draft.line.place(Column::Number), kind);
        } else {
            seen.insert(key(number), draft.line.row.number);
        }
    }
    let mut conditions: Vec<Vec<Condition>> = vec![Vec::new(); drafts.len()];
    for (at, draft) in drafts.iter().enumerate() {
        let cell = draft.line.cell(Column::OnlyIf);
        let is_none = words::NONE.contains(&cell) || words::NONE.contains(&fold_name(cell).as_str());
        if cell.is_empty() || is_none || draft.unchanged {
            continue;
        }
        if let Err(kind) = read(cell, at, &questions, draft, &mut conditions) {
            let exact = draft.line.layout.of(Column::OnlyIf).any(|placed| placed.exact);
            let place = draft.line.place(Column::OnlyIf);
            match kind {
                kind @ RemarkKind::ForwardSkip { .. } => remarks.doubt(place, kind),
                kind if exact => remarks.error(place, kind),
                RemarkKind::Condition { text } => remarks.doubt(place, RemarkKind::SkipNotUnderstood { text }),
                kind => remarks.doubt(place, kind),
            }
        }
    }
    for (draft, mut all) in drafts.iter_mut().zip(conditions) {
        draft.item.when = if all.len() > 1 { Some(Condition::All { all }) } else { all.pop() };
    }
}

/// Adds the condition of a cell to the questions that it is about.
fn read(
    cell: &str,
    at: usize,
    questions: &Questions<'_>,
    draft: &Draft<'_>,
    conditions: &mut [Vec<Condition>],
) -> Result<(), RemarkKind> {
    let not_understood = || RemarkKind::Condition { text: shown(cell) };
    let own = draft.number().unwrap_or(&draft.item.id);
    match condition::read(cell, own).ok_or_else(not_understood)? {
        Skip::Only(written) => {
            let condition = questions.condition(&written, at)?;
            conditions.iter_mut().skip(at).take(1).for_each(|all| all.push(condition.clone()));
        }
        Skip::To(written, target) => {
            let condition = Condition::Not { not: Box::new(questions.condition(&written, at + 1)?) };
            let target = questions.find_after(&target, at)?;
            let skipped = conditions.iter_mut().take(target).skip(at + 1);
            skipped.for_each(|all| all.push(condition.clone()));
        }
    }
    Ok(())
}
