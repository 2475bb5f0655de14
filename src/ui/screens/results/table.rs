//! The lines of a question as a table: as many columns as there is room for, never a figure without its count and
//! interval, and the line in front in words below.

use super::line::Line;
use super::plot::{self, Scale};
use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::report::names::Names;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// The heads of a table's columns, and how its figures are drawn.
pub struct Heads<'a> {
    pub label: &'a str,
    pub n: &'a str,
    pub value: &'a str,
    /// The heads of three figures side by side.
    pub strip: Option<[&'a str; 3]>,
    /// Within which numbers the scale stays.
    pub most: (f64, f64),
    /// What figures are compared with on the scale.
    pub reference: Option<f64>,
}

/// A drawing of intervals narrower than this says nothing.
const LEAST_PLOT: u16 = 14;
/// A name narrower than this says nothing.
const LEAST_LABEL: u16 = 14;
const GAP: u16 = 2;

/// Where the columns stand: each with its first cell and its width.
struct Columns {
    label: (u16, u16),
    n: (u16, u16),
    value: (u16, u16),
    interval: (u16, u16),
    plot: (u16, u16),
    remark: (u16, u16),
}

/// Returns the room behind a name for its checklist; a long name gives way.
fn suffix(line: &Line) -> u16 {
    if line.checklist.is_empty() { 0 } else { (format::columns(&line.checklist) + 1).min(14) }
}

fn columns(lines: &[Line], heads: &Heads<'_>, area: Rect) -> Columns {
    let widest =
        |head: &str, of: &dyn Fn(&Line) -> u16| lines.iter().map(of).max().unwrap_or(0).max(format::columns(head));
    let label = widest(heads.label, &|line| format::columns(&line.label) + suffix(line)) + 1;
    let n = widest(heads.n, &|line| format::columns(&line.n)).min(11);
    let value = widest(heads.value, &|line| format::columns(&line.value));
    let interval = widest("", &|line| format::columns(&line.interval));
    let mut remark = widest("", &|line| format::columns(&line.remark)).min(18);
    let gap = |width: u16| if width > 0 { width + GAP } else { 0 };
    let fixed = gap(n) + gap(value) + gap(interval);
    // Three figures side by side are more than a drawing: a short name and no remark rather than none of them.
    let strip = heads.strip.is_some();
    let (least_plot, least_label) = if strip { (12, 10) } else { (LEAST_PLOT, LEAST_LABEL) };
    if fixed + gap(remark) + least_label + if strip { GAP + least_plot } else { 0 } > area.width {
        remark = 0;
    }
    let rest = area.width.saturating_sub(fixed + gap(remark));
    let drawn = strip || lines.iter().any(|line| line.dot.is_some());
    // Names give way to the drawing as far as half of the room.
    let half = if strip { least_label } else { rest / 2 };
    let named = label.min(rest.saturating_sub(least_plot + GAP).max(half));
    let plot = if drawn && rest >= named + GAP + least_plot { (rest - named - GAP).min(60) } else { 0 };
    let label = if plot > 0 { named } else { label.min(rest) };
    let mut x = area.x;
    let mut column = |width: u16| {
        let start = x;
        x += gap(width);
        (start, width)
    };
    let label = column(label);
    let (n, value, interval) = (column(n), column(value), column(interval));
    Columns { label, n, value, interval, plot: column(plot), remark: column(remark) }
}

/// Draws the table; the rows of the area that it does not need stay free.
pub fn draw(
    canvas: &mut Canvas<'_>,
    names: &Names<'_>,
    lines: &[Line],
    heads: &Heads<'_>,
    cursor: &ListCursor,
    area: Rect,
) {
    if area.height == 0 {
        return;
    }
    let columns = columns(lines, heads, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area });
    let numbers = lines.iter().filter_map(|line| line.dot).flat_map(|dot| [dot.low, dot.at, dot.high]);
    let numbers: Vec<f64> = numbers.chain(heads.reference).collect();
    let scale = Scale::around(numbers.iter().copied(), heads.most);
    let headed = area.height > 2;
    if headed {
        head(canvas, names, heads, &columns, scale, area.y);
    }
    let rows = Rect { y: area.y + u16::from(headed), height: area.height - u16::from(headed), ..area };
    let top = window(cursor.offset.get(), cursor.selected, lines.len(), rows.height, |_| 1);
    cursor.offset.set(top);
    for ((index, line), y) in lines.iter().enumerate().skip(top).zip(rows.y..rows.bottom()) {
        row(canvas, names, line, &columns, (scale, heads.reference), y);
        let whole = Rect { x: area.x, y, width: area.width, height: 1 };
        if index == cursor.selected {
            canvas.restyle(whole, Role::Cursor);
            canvas.park(area.x, y);
        }
        canvas.click(whole, Target::Row(index));
    }
}

fn head(canvas: &mut Canvas<'_>, names: &Names<'_>, heads: &Heads<'_>, columns: &Columns, scale: Scale, y: u16) {
    let right = |(x, width): (u16, u16)| x + width;
    canvas.text(columns.label.0, y, columns.label.1, heads.label, Role::Quiet);
    canvas.right(right(columns.n), y, heads.n, Role::Quiet);
    canvas.right(right(columns.value), y, heads.value, Role::Quiet);
    let (x, width) = columns.plot;
    if width == 0 {
        return;
    }
    if let Some(strip) = heads.strip {
        let each = width / 3;
        for (head, x) in strip.iter().zip([x, x + each, x + 2 * each]) {
            canvas.text(x, y, each.saturating_sub(2), head, Role::Quiet);
        }
        return;
    }
    let places = usize::from(scale.to - scale.from < 2.0);
    canvas.text(x, y, width / 2, &names.number(scale.from, places), Role::Quiet);
    canvas.right(x + width, y, &names.number(scale.to, places), Role::Quiet);
}

fn row(
    canvas: &mut Canvas<'_>,
    names: &Names<'_>,
    line: &Line,
    columns: &Columns,
    (scale, reference): (Scale, Option<f64>),
    y: u16,
) {
    let right = |(x, width): (u16, u16)| x + width;
    let (x, room) = columns.label;
    let end = canvas.text(x, y, room.saturating_sub(suffix(line).min(room / 2)), &line.label, Role::Text);
    canvas.text(end + 1, y, (x + room).saturating_sub(end + 1), &line.checklist, Role::Quiet);
    canvas.right(right(columns.n), y, &line.n, Role::Quiet);
    canvas.right(right(columns.value), y, &line.value, Role::Title);
    canvas.right(right(columns.interval), y, &line.interval, Role::Text);
    let (x, width) = columns.plot;
    let cells = Rect { x, y, width, height: 1 };
    match (line.strip, line.dot) {
        (Some(values), _) if width > 0 => plot::strip(canvas, names, values, cells),
        (_, Some(dot)) if width > 0 => plot::dot(canvas, cells, scale, dot, reference),
        _ => {}
    }
    canvas.text(columns.remark.0, y, columns.remark.1, &line.remark, line.remark_role());
}

/// Draws the line in front in words, under a rule; returns the rows that are left above.
pub fn detail(canvas: &mut Canvas<'_>, line: Option<&Line>, area: Rect) -> Rect {
    let most = match area.height {
        0..=6 => 0,
        7..=10 => 1,
        11..=14 => 2,
        _ => 3,
    };
    let Some(line) = line.filter(|_| most > 0) else { return area };
    let above = Rect { height: area.height - most - 1, ..area };
    canvas.rule(above.bottom());
    let checklist = if line.checklist.is_empty() { String::new() } else { format!(" · {}", line.checklist) };
    let text = format!("{}{checklist}{}{}", line.label, canvas.say("app-colon"), line.detail);
    let width = area.width.saturating_sub(2);
    for (words, y) in format::fitted(&text, width, usize::from(most)).iter().zip(above.bottom() + 1..area.bottom()) {
        canvas.text(area.x + 1, y, width, words, Role::Text);
    }
    above
}
