//! Renders a table as HTML.

use crate::report::number_format::NumberFormat;
use crate::report::tables::{Cell, Column, Content, Table, count_behind};
use maud::{Markup, html};

/// The maximum number of rows of a table; the spreadsheet has all rows.
const MAX_ROWS: usize = 260;
/// The maximum number of rows of a table that is open on the screen from the start.
const MAX_OPEN_ROWS: usize = 12;

/// Renders a table. A long one is closed on the screen until its summary is clicked; on paper every table is open.
pub fn render_table(format: &NumberFormat<'_>, table: &Table, id: &str) -> Markup {
    if table.rows.is_empty() {
        return html! {};
    }
    html! {
        @if table.rows.len() > MAX_OPEN_ROWS {
            details {
                summary { (format.texts.with("page-show-table", &[("caption", table.caption.as_str().into()), ("rows", format.count(table.rows.len() as u64).into())])) }
            }
        }
        div.box tabindex="0" role="region" aria-labelledby={ (id) "-caption" } {
            (caption_and_rows(format, table, id))
        }
    }
}

fn caption_and_rows(format: &NumberFormat<'_>, table: &Table, id: &str) -> Markup {
    let left_out = table.rows.len().saturating_sub(MAX_ROWS);
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
                @for row in table.rows.iter().take(MAX_ROWS) {
                    tr { @for (index, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                        (render_cell(format, column, cell, count_behind(&table.columns, row, index)))
                    } }
                }
            }
        }
        @if left_out > 0 {
            p.more { (format.texts.with("page-more-rows", &[("rows", format.count(left_out as u64).into())])) }
        }
    }
}

fn render_cell(format: &NumberFormat<'_>, column: &Column, cell: &Cell, behind: Option<f64>) -> Markup {
    let content = html! {
        @match cell {
            Cell::Undefined(text, why) => span.undefined { (text) br; small { (why) } },
            _ => (cell.text_in(format, column.content)),
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
