//! A table of the page: its caption, its heads, its numbers as the language writes them.

use crate::report::names::Words;
pub use crate::report::tables::written::{between, written};
use crate::report::tables::{Cell, Column, Table, Unit};
use maud::{Markup, html};

/// How many rows of a table the page shows; the spreadsheet has them all.
const MOST_ROWS: usize = 260;
/// Up to so many rows a table stands open.
const FEW_ROWS: usize = 12;

/// Shows a table: a long one closed until it is wanted, but open on paper.
pub fn table(names: &Words<'_>, table: &Table, id: &str) -> Markup {
    if table.rows.is_empty() {
        return html! {};
    }
    let open = table.rows.len() <= FEW_ROWS;
    html! {
        @if !open {
            details {
                summary { (names.texts.with("page-show-table", &[("caption", table.caption.as_str().into()), ("rows", names.count(table.rows.len() as u64).into())])) }
            }
        }
        div.box tabindex="0" role="region" aria-labelledby={ (id) "-caption" } {
            (bare(names, table, id))
        }
    }
}

fn bare(names: &Words<'_>, table: &Table, id: &str) -> Markup {
    let left_out = table.rows.len().saturating_sub(MOST_ROWS);
    html! {
        table id=(id) {
            caption id={ (id) "-caption" } { (table.caption) }
            thead { tr {
                @for column in &table.columns {
                    @match column.unit {
                        Unit::Upper | Unit::Behind => {},
                        Unit::Lower => th.number scope="col" { (names.get("page-interval-head")) },
                        Unit::Text | Unit::Head => th scope="col" { (column.head) },
                        _ => th.number scope="col" { (column.head) },
                    }
                }
            } }
            tbody {
                @for row in table.rows.iter().take(MOST_ROWS) {
                    tr { (cells(names, &table.columns, row)) }
                }
            }
        }
        @if left_out > 0 {
            p.more { (names.texts.with("page-more-rows", &[("rows", names.count(left_out as u64).into())])) }
        }
    }
}

fn cells(names: &Words<'_>, columns: &[Column], row: &[Cell]) -> Markup {
    let mut shown = Vec::new();
    // Limits are written as the figure before them is.
    let mut unit = Unit::Text;
    for (index, (column, cell)) in columns.iter().zip(row).enumerate() {
        shown.push(match column.unit {
            Unit::Upper | Unit::Behind => continue,
            Unit::Lower => html! { td.number.interval { (interval(names, unit, cell, row.get(index + 1))) } },
            Unit::Head => html! { th scope="row" { (content(names, column.unit, cell)) } },
            Unit::Text => html! { td { (content(names, column.unit, cell)) } },
            _ => html! { td.number { (content(names, column.unit, cell)) (behind(names, columns, row, index + 1)) } },
        });
        if column.unit != Unit::Lower {
            unit = column.unit;
        }
    }
    html! { @for cell in shown { (cell) } }
}

/// Shows how many are behind a figure, where the next column says so.
fn behind(names: &Words<'_>, columns: &[Column], row: &[Cell], next: usize) -> Markup {
    html! {
        @if let (Some(Unit::Behind), Some(Cell::Number(n))) = (columns.get(next).map(|column| column.unit), row.get(next)) {
            span.behind { " (" (names.number(*n, 0)) ")" }
        }
    }
}

fn content(names: &Words<'_>, unit: Unit, cell: &Cell) -> Markup {
    html! {
        @match cell {
            Cell::Text(text) if unit == Unit::Month => (names.month(text)),
            Cell::Text(text) => (text),
            Cell::Number(number) => (written(names, unit, *number)),
            Cell::Undefined(words, why) => span.undefined { (words) br; small { (why) } },
            Cell::Empty => {},
        }
    }
}

/// Writes an interval in the unit of the figure before it; a limit that does not exist is left open.
fn interval(names: &Words<'_>, unit: Unit, lower: &Cell, upper: Option<&Cell>) -> String {
    let limit = |cell: Option<&Cell>| match cell {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    between(names, unit, limit(Some(lower)), limit(upper))
}
