//! The table of what observers wrote: a row for each note.

use super::Content::{Number, Text};
use super::outcomes::visit_name;
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{Verbatim, VerbatimRow};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::text::clean;

/// Returns the table of notes, each with its behaviour, its visit and how many there are beside it.
pub fn verbatims<'r>(
    labels: &Labels<'_>,
    rows: impl IntoIterator<Item = (&'r VerbatimRow, &'r Verbatim)>,
    scope: Scope,
) -> Table {
    let columns = [
        ("page-behaviour", Text),
        ("page-verbatim", Text),
        ("page-verbatim-visit", Text),
        ("page-verbatim-count", Number(Unit::Count)),
    ];
    keyed_table(labels, ("verbatims", "page-verbatims-caption", scope), columns, rows, |(row, verbatim)| {
        let behaviour = row.key.get(Dimension::Behaviour).map_or_else(
            || labels.get("page-verbatim-whole").to_owned(),
            |behaviour| labels.value_in(&row.checklist, Dimension::Behaviour, behaviour),
        );
        let key = row.key.iter().filter(|(dimension, _)| *dimension != Dimension::Behaviour);
        let cells = [
            Cell::Text(behaviour),
            Cell::Text(clean(&verbatim.text).into_owned()),
            Cell::Text(visit_name(labels, &verbatim.date, &verbatim.site, &verbatim.visit)),
            Cell::count(row.notes),
        ];
        (key.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value)), &row.checklist, cells)
    })
}
