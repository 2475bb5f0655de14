//! The marks, the pauses, the corrections and the timeline of a visit, as tables.

use super::moment;
use crate::report::number_format::NumberFormat;
use crate::report::number_format::Unit;
use crate::report::tables::Content::{Head, Number, Text};
use crate::report::tables::{Cell, Table};
use crate::report::{correction_words, visit_words};
use crate::text::{Texts, clean};
use crate::visit::Visit;
use crate::visit::changes::corrections;
use crate::visit::event::{Body, Event};

/// Returns the tables of marks, pauses and corrections that have rows.
pub fn of_visit(visit: &Visit, texts: &Texts) -> Vec<Table> {
    [marks(visit, texts), pauses(visit, texts), made_corrections(visit, texts)]
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect()
}

fn marks(visit: &Visit, texts: &Texts) -> Table {
    let columns = [("document-time", Head), ("document-mark", Text), ("page-item", Text)];
    let mut table = Table::new("document-marks", texts.get("document-marks")).columns(&NumberFormat { texts }, columns);
    table.rows.extend(visit.state().marks().iter().map(|mark| {
        let item = mark.item.map(|index| visit.definition().item(index).label.get(texts.lang()));
        let item = item.unwrap_or_else(|| texts.get("document-mark-loose"));
        vec![Cell::Text(moment(texts, visit, mark.at)), cell(mark.text.as_deref()), cell(Some(item))]
    }));
    table
}

fn pauses(visit: &Visit, texts: &Texts) -> Table {
    let columns = [("document-time", Head), ("document-duration", Text), ("page-reason", Text)];
    let mut table =
        Table::new("document-pauses", texts.get("document-pauses")).columns(&NumberFormat { texts }, columns);
    let mut open: Option<(&Event, Option<&str>)> = None;
    for event in visit.events() {
        let (began, reason) = match (&event.body, open) {
            (Body::Paused { reason }, _) => {
                open = Some((event, reason.as_deref()));
                continue;
            }
            (Body::Unpaused { reason: later }, Some((began, reason))) => (began, later.as_deref().or(reason)),
            (Body::Finished | Body::Abandoned, Some(pause)) => pause,
            _ => continue,
        };
        open = None;
        let duration = texts.duration(event.elapsed_ms.saturating_sub(began.elapsed_ms));
        table.rows.push(vec![Cell::Text(moment(texts, visit, began.at)), Cell::Text(duration), cell(reason)]);
    }
    table
}

/// Returns the table of corrections: who, when and why, then what stood before and after each change.
fn made_corrections(visit: &Visit, texts: &Texts) -> Table {
    let columns = [("document-correction", Head), ("document-changes", Text)];
    let mut table =
        Table::new("document-corrections", texts.get("document-corrections")).columns(&NumberFormat { texts }, columns);
    for correction in corrections(visit) {
        let mut heading = Some(correction_words::heading(texts, &correction));
        for change in &correction.changes {
            let change = correction_words::change(texts, visit, change);
            table.rows.push(vec![cell(heading.take().as_deref()), cell(Some(&change))]);
        }
        // A correction that changed nothing says who made it all the same.
        table.rows.extend(heading.map(|heading| vec![cell(Some(&heading)), Cell::Empty]));
    }
    table
}

/// Returns the table of every event.
pub fn timeline(visit: &Visit, texts: &Texts) -> Table {
    let columns = [("document-time", Head), ("document-seq", Number(Unit::Count)), ("document-event", Text)];
    let mut table =
        Table::new("document-timeline", texts.get("cli-show-timeline")).columns(&NumberFormat { texts }, columns);
    table.rows.extend(visit.events().iter().map(|event| {
        let what = visit_words::event(texts, visit, event, true);
        vec![Cell::Text(moment(texts, visit, event.at)), Cell::count(event.seq), cell(Some(&what))]
    }));
    table
}

/// Creates a cell of foreign text, an empty one for `None`.
fn cell(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(clean(text).into_owned()))
}
