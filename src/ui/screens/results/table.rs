//! The rows of a question as a table: as many columns as there is room for, never a figure without its count and
//! interval.

use super::rows::{Plot, TableRow};
use crate::report::labels::Labels;
use crate::text::Precision;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::window;
use crate::ui::widgets::number_axis::NumberAxis;
use ratatui::widgets::{HighlightSpacing, Row, Table, TableState};

/// The heads of a table's columns, and the scale of its plot.
pub struct Heads<'a> {
    pub label: &'a str,
    pub n: &'a str,
    pub value: &'a str,
    /// The heads of the three relations, where these are plotted.
    pub relations: Option<[&'a str; 3]>,
    /// The numbers within which the scale stays.
    pub limits: (f64, f64),
    /// The number that figures are compared with on the scale.
    pub reference: Option<f64>,
}

/// A narrower plot is left out.
const MIN_PLOT: u16 = 14;
/// Labels are not cut further than this.
const MIN_LABEL: u16 = 14;
/// The columns between two columns of the table.
const GAP: u16 = 2;

/// The glyphs of a percentage: from which percent on each.
const SHADES: [(f64, Glyph); 4] =
    [(80.0, Glyph::Block), (65.0, Glyph::Dark), (50.0, Glyph::Medium), (0.0, Glyph::Shade)];

/// A table of figures, on ratatui's `Table`; a click means [`Target::Row`].
pub struct FigureTable<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub names: &'a Labels<'a>,
    pub rows: &'a [TableRow],
    pub heads: Heads<'a>,
    pub cursor: &'a ListCursor,
}

impl FigureTable<'_> {
    pub fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let widths = widths(self.rows, &self.heads, padded(area).width);
        let scale = self.scale();
        let header_height = u16::from(area.height > 2);
        let [_, body] = Layout::vertical([Length(header_height), Fill(1)]).areas(area);
        let selected = self.cursor.within(self.rows.len());
        let offset = window(self.cursor.offset.get(), selected, self.rows.len(), body.height, &|_| 1);
        self.cursor.offset.set(offset);
        let mut state = TableState::new().with_offset(offset).with_selected(selected);
        let rows = self.rows.iter().map(|row| in_columns(self.cells(row, widths, scale), widths));
        let mut table = Table::new(rows, widths.into_iter().filter(|width| *width > 0))
            .column_spacing(GAP)
            // The glyph takes the margin.
            .highlight_symbol(self.ctx.glyph(Glyph::Cursor))
            .highlight_spacing(HighlightSpacing::Always)
            .row_highlight_style(self.ctx.style(Role::Cursor));
        if header_height > 0 {
            table = table.header(in_columns(self.header(widths, scale), widths).style(self.ctx.style(Role::Quiet)));
        }
        StatefulWidget::render(table, area, buf, &mut state);
        for (index, row) in (offset..self.rows.len()).zip(body.rows()) {
            if index == selected {
                out.set_cursor(row);
            }
            out.clicks.add(row, Target::Row(index));
        }
    }

    /// Returns the scale of all intervals.
    fn scale(&self) -> NumberAxis {
        let intervals = self.rows.iter().filter_map(|row| match row.plot {
            Some(Plot::Interval(interval)) => Some(interval),
            _ => None,
        });
        NumberAxis::around(intervals.flatten().chain(self.heads.reference), self.heads.limits)
    }

    fn header(&self, [label, n, value, _, plot, _]: Widths, scale: NumberAxis) -> [Line<'_>; 6] {
        let plot = if let Some(heads) = self.heads.relations {
            let each = (plot / 3).saturating_sub(1);
            heads.into_iter().fold(self.ctx.columns(), |columns, head| columns.left(each, head, Role::Quiet).gap(1))
        } else {
            let places = u32::from(scale.to - scale.from < 2.0);
            let [from, to] = [scale.from, scale.to].map(|end| self.names.number(end, places));
            self.ctx.columns().left(plot / 2, from, Role::Quiet).right(plot - plot / 2, to, Role::Quiet)
        };
        [
            self.ctx.line(self.heads.label, label, Role::Quiet),
            self.ctx.line(self.heads.n, n, Role::Quiet).right_aligned(),
            self.ctx.line(self.heads.value, value, Role::Quiet).right_aligned(),
            Line::default(),
            plot.into(),
            Line::default(),
        ]
    }

    fn cells<'r>(&self, row: &'r TableRow, widths: Widths, scale: NumberAxis) -> [Line<'r>; 6] {
        let [label, n, value, interval, plot, remark] = widths;
        let name = truncate(&row.label, label.saturating_sub(suffix(row).min(label / 2)));
        let name = self.ctx.columns().text(name, Role::Text).gap(1);
        let label = name.fill(label, row.checklist.as_str(), Role::Quiet);
        let plot = match row.plot {
            Some(Plot::Relations(values)) => self.relations(values, plot),
            Some(Plot::Interval(interval)) => self.interval_plot(interval, scale, plot),
            None => Line::default(),
        };
        [
            label.into(),
            self.ctx.line(&row.n, n, Role::Text).right_aligned(),
            self.ctx.line(&row.value, value, Role::Title).right_aligned(),
            self.ctx.line(&row.interval, interval, Role::Text).right_aligned(),
            plot,
            self.ctx.line(&row.remark, remark, if row.is_warning { Role::Warning } else { Role::Quiet }),
        ]
    }

    /// Returns the plot of an interval in so many cells, with a bar at the reference.
    fn interval_plot(&self, interval: [f64; 3], scale: NumberAxis, cells: u16) -> Line<'static> {
        let cell = |number: f64| scale.cell(number, cells);
        let [low, value, high] = interval.map(cell);
        let reference = self.heads.reference.map(cell);
        let span = |cell: u16| {
            let (glyph, role) = match cell {
                _ if cell == value => (Glyph::Dot, Role::Title),
                // Readers look for whether the interval crosses it.
                _ if Some(cell) == reference => (Glyph::Bar, Role::Quiet),
                _ if (low..=high).contains(&cell) => (Glyph::Rule, Role::Text),
                _ => return Span::raw(" "),
            };
            self.ctx.span(self.ctx.glyph(glyph), role)
        };
        (0..cells).map(span).collect()
    }

    /// Returns three percentages side by side: the higher, the darker, with the number beside.
    fn relations(&self, values: [Option<f64>; 3], cells: u16) -> Line<'static> {
        let room = (cells / 3).saturating_sub(1);
        let places = if room < 5 { 0 } else { Precision::PERCENT.places };
        let precision = Precision { places, ..Precision::PERCENT };
        let columns = values.into_iter().fold(self.ctx.columns(), |columns, value| {
            let number = value.map_or_else(|| "–".to_owned(), |value| self.names.texts.figure(value, precision));
            let shaded = room.saturating_sub(width(&number) + 1);
            let glyph = value.and_then(|value| SHADES.iter().find(|(from, _)| value >= *from)).map(|(_, glyph)| *glyph);
            let shade = glyph.map_or(String::new(), |glyph| self.ctx.glyph(glyph).repeat(shaded.into()));
            columns.left(shaded, shade, Role::Text).right(room - shaded, number, Role::Text).gap(1)
        });
        columns.into()
    }
}

/// Returns the cells of the columns that are there.
fn in_columns(cells: [Line<'_>; 6], widths: Widths) -> Row<'_> {
    cells.into_iter().zip(widths).filter(|(_, width)| *width > 0).map(|(cell, _)| cell).collect()
}

/// Returns the columns that the checklist behind a label may take.
fn suffix(row: &TableRow) -> u16 {
    if row.checklist.is_empty() { 0 } else { (width(&row.checklist) + 1).min(14) }
}

/// The widths of label, count, figure, interval, plot and remark; 0 is a column that is left out.
type Widths = [u16; 6];

/// Shares the columns of an area out.
fn widths(rows: &[TableRow], heads: &Heads<'_>, columns: u16) -> Widths {
    let widest =
        |head: &str, cell: &dyn Fn(&TableRow) -> u16| rows.iter().map(cell).max().unwrap_or(0).max(width(head));
    let label = widest(heads.label, &|row| width(&row.label) + suffix(row)) + 1;
    let n = widest(heads.n, &|row| width(&row.n)).min(11);
    let value = widest(heads.value, &|row| width(&row.value));
    let interval = widest("", &|row| width(&row.interval));
    let mut remark = widest("", &|row| width(&row.remark)).min(18);
    let with_gap = |width: u16| if width > 0 { width + GAP } else { 0 };
    let fixed = with_gap(n) + with_gap(value) + with_gap(interval);
    // Three figures side by side are worth more than other plots: rather a short label and no remark than none of them.
    let is_relations = heads.relations.is_some();
    let (min_plot, min_label) = if is_relations { (12, 10) } else { (MIN_PLOT, MIN_LABEL) };
    let min_rest = min_label + if is_relations { GAP + min_plot } else { 0 };
    if fixed + with_gap(remark) + min_rest > columns {
        remark = 0;
    }
    let rest = columns.saturating_sub(fixed + with_gap(remark));
    // Labels give way to the plot as far as half of the room.
    let half = if is_relations { min_label } else { rest / 2 };
    let short = label.min(rest.saturating_sub(min_plot + GAP).max(half));
    let has_plot = rows.iter().any(|row| row.plot.is_some()) && rest >= short + GAP + min_plot;
    let (label, plot) = if has_plot { (short, (rest - short - GAP).min(60)) } else { (label.min(rest), 0) };
    [label, n, value, interval, plot, remark]
}
