//! A table of the page: its caption, its heads, its numbers as the language writes them.

use crate::report::number_format::NumberFormat;
use crate::report::tables::{Cell, Column, Content, Table};
use maud::{Markup, html};

/// How many rows of a table the page shows; the spreadsheet has all.
const MOST_ROWS: usize = 260;
/// A table of at most so many rows is shown open.
const FEW_ROWS: usize = 12;

/// Renders a table: a long one closed until it is opened, but open on paper.
pub fn table(format: &NumberFormat<'_>, table: &Table, id: &str) -> Markup {
    if table.rows.is_empty() {
        return html! {};
    }
    let open = table.rows.len() <= FEW_ROWS;
    html! {
        @if !open {
            details {
                summary { (format.texts.with("page-show-table", &[("caption", table.caption.as_str().into()), ("rows", format.count(table.rows.len() as u64).into())])) }
            }
        }
        div.box tabindex="0" role="region" aria-labelledby={ (id) "-caption" } {
            (rows(format, table, id))
        }
    }
}

fn rows(format: &NumberFormat<'_>, table: &Table, id: &str) -> Markup {
    let left_out = table.rows.len().saturating_sub(MOST_ROWS);
    html! {
        table id=(id) {
            caption id={ (id) "-caption" } { (table.caption) }
            thead { tr {
                @for column in &table.columns {
                    @match column.content {
                        Content::CountBehind => {},
                        Content::Text | Content::Checklist | Content::Head => th scope="col" { (column.head) },
                        _ => th.number scope="col" { (column.head) },
                    }
                }
            } }
            tbody {
                @for row in table.rows.iter().take(MOST_ROWS) {
                    tr { @for (index, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                        (render_cell(format, column, cell, behind(&table.columns, row, index + 1)))
                    } }
                }
            }
        }
        @if left_out > 0 {
            p.more { (format.texts.with("page-more-rows", &[("rows", format.count(left_out as u64).into())])) }
        }
    }
}

/// Returns the count behind a figure, where the next column holds it.
fn behind(columns: &[Column], row: &[Cell], next: usize) -> Option<f64> {
    match (columns.get(next)?.content, row.get(next)?) {
        (Content::CountBehind, Cell::Number(n)) => Some(*n),
        _ => None,
    }
}

fn render_cell(format: &NumberFormat<'_>, column: &Column, cell: &Cell, behind: Option<f64>) -> Markup {
    let content = html! {
        @match (cell, column.content) {
            (Cell::Text(text), Content::Month) => (format.month(text)),
            (Cell::Text(text), _) => (text),
            (Cell::Number(number), Content::Number(unit)) => (format.figure(unit, *number)),
            (Cell::Interval(lower, upper), Content::Interval(unit)) => (format.interval(unit, *lower, *upper)),
            (Cell::Undefined(text, why), _) => span.undefined { (text) br; small { (why) } },
            _ => {},
        }
    };
    html! {
        @match column.content {
            Content::CountBehind => {},
            Content::Head => th scope="row" { (content) },
            Content::Text | Content::Checklist => td { (content) },
            Content::Interval(_) => td.number.interval { (content) },
            _ => td.number { (content) @if let Some(n) = behind { span.behind { " (" (format.number(n, 0)) ")" } } },
        }
    }
}
