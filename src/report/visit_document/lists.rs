//! The marks, the pauses and the timeline of a visit, as tables.

use super::moment;
use crate::report::number_format::NumberFormat;
use crate::report::number_format::Unit;
use crate::report::tables::Content::{Head, Number, Text};
use crate::report::tables::{Cell, Table};
use crate::report::visit_words;
use crate::text::{Texts, clean};
use crate::visit::Visit;
use crate::visit::event::{Body, Event};

/// Returns the tables of marks and of pauses that have rows.
pub fn marks_and_pauses(visit: &Visit, texts: &Texts) -> Vec<Table> {
    [marks(visit, texts), pauses(visit, texts)].into_iter().filter(|table| !table.rows.is_empty()).collect()
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
            (Body::Unpaused | Body::Finished | Body::Abandoned, Some(pause)) => pause,
            _ => continue,
        };
        open = None;
        let duration = texts.duration(event.elapsed_ms.saturating_sub(began.elapsed_ms));
        table.rows.push(vec![Cell::Text(moment(texts, visit, began.at)), Cell::Text(duration), cell(reason)]);
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
