//! Figures on a scale, in signs one cell wide that every font has.

use crate::analysis::figures::{SignalRow, WaitingRow};
use crate::report::names::Names;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use ratatui::layout::Rect;

/// A figure with its interval, on the scale of its table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub low: f64,
    pub at: f64,
    pub high: f64,
}

/// What a row of cells stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub from: f64,
    pub to: f64,
}

impl Scale {
    /// Returns a scale of round ends around numbers; none of it lies outside `most`.
    pub fn around(numbers: impl Iterator<Item = f64> + Clone, most: (f64, f64)) -> Self {
        let low = numbers.clone().fold(f64::INFINITY, f64::min).max(most.0);
        let high = numbers.fold(f64::NEG_INFINITY, f64::max).min(most.1);
        if !(low.is_finite() && high.is_finite()) {
            return Self { from: 0.0, to: 1.0 };
        }
        let step = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
            .into_iter()
            .find(|step| (high - low) / step <= 10.0)
            .unwrap_or_else(|| (high - low) / 10.0);
        let from = ((low / step).floor() * step).max(most.0);
        let to = ((high / step).ceil() * step).min(most.1);
        if to > from { Self { from, to } } else { Self { from: from - step, to: from + step } }
    }

    /// Returns the cell of a number among `cells`, counted from the low end; what lies outside stands at the end.
    pub fn cell(self, number: f64, cells: u16) -> u16 {
        let last = f64::from(cells.saturating_sub(1));
        let at = ((number - self.from) / (self.to - self.from) * last).round().clamp(0.0, last);
        (0..cells).find(|cell| f64::from(*cell) >= at).unwrap_or(0)
    }
}

/// Draws a figure and its interval on a line, with a bar where the reference is.
pub fn dot(canvas: &mut Canvas<'_>, line: Rect, scale: Scale, dot: Dot, reference: Option<f64>) {
    let at = |number: f64| line.x + scale.cell(number, line.width);
    let bar = canvas.glyph(Glyph::Bar);
    let rule = canvas.glyph(Glyph::Rule);
    let point = canvas.glyph(Glyph::Dot);
    for x in at(dot.low)..=at(dot.high) {
        canvas.text(x, line.y, 1, rule, Role::Text);
    }
    // Whether an interval crosses it is what a reader looks for.
    if let Some(reference) = reference {
        canvas.text(at(reference), line.y, 1, bar, Role::Quiet);
    }
    canvas.text(at(dot.at), line.y, 1, point, Role::Title);
}

/// How wide the numbers beside a chart are.
const NUMBERS: u16 = 8;

/// Draws the months of a site: its level and natural limits, each month at its height, signals apart.
pub fn months(canvas: &mut Canvas<'_>, names: &Names<'_>, row: &SignalRow, area: Rect) {
    let plot = Rect { x: area.x + NUMBERS, width: area.width.saturating_sub(NUMBERS), ..area };
    let plot = Rect { height: plot.height.saturating_sub(1), ..plot };
    if plot.height < 3 || plot.width < 12 {
        return;
    }
    // The last months are the ones that matter where there is no room for all.
    let room = usize::from(plot.width / 2);
    let points = row.points.get(row.points.len().saturating_sub(room)..).unwrap_or_default();
    let limits = [row.lower, row.centre, row.upper];
    let numbers = points.iter().map(|point| point.percent).chain(limits).flatten();
    let scale = Scale::around(numbers, (0.0, 100.0));
    let y = |number: f64| plot.bottom() - 1 - scale.cell(number, plot.height);
    for (limit, sign) in limits.into_iter().zip([Glyph::Open, Glyph::Rule, Glyph::Open]) {
        let Some(limit) = limit else { continue };
        let sign = canvas.glyph(sign);
        for x in plot.x..plot.right() {
            canvas.text(x, y(limit), 1, sign, Role::Quiet);
        }
        canvas.right(plot.x.saturating_sub(1), y(limit), &names.texts.percent(limit), Role::Quiet);
    }
    if limits.iter().all(Option::is_none) {
        for end in [scale.from, scale.to] {
            canvas.right(plot.x.saturating_sub(1), y(end), &names.texts.percent(end), Role::Quiet);
        }
    }
    let count = u16::try_from(points.len()).unwrap_or(u16::MAX).max(1);
    let step = (plot.width.saturating_sub(1) / count.saturating_sub(1).max(1)).clamp(1, 6);
    for (point, x) in points.iter().zip((plot.x..plot.right()).step_by(usize::from(step))) {
        let Some(percent) = point.percent else { continue };
        let (sign, role) = if point.signal { (Glyph::Full, Role::Warning) } else { (Glyph::Dot, Role::Title) };
        let sign = canvas.glyph(sign);
        canvas.text(x, y(percent), 1, sign, role);
    }
    let foot = plot.bottom();
    if let (Some(first), Some(last)) = (points.first(), points.last()) {
        let end = canvas.text(plot.x, foot, plot.width, &first.month, Role::Quiet);
        let last_at = plot.x + step * count.saturating_sub(1);
        if last_at + 1 > end + 8 {
            canvas.right((last_at + 1).min(plot.right()), foot, &last.month, Role::Quiet);
        }
    }
}

/// A share below which a curve is not drawn further.
const NEARLY_NOBODY: f64 = 0.02;

/// Draws the share that still waits after each time, and the delay promised.
pub fn waiting(canvas: &mut Canvas<'_>, names: &Names<'_>, row: &WaitingRow, area: Rect) {
    let plot = Rect { x: area.x + NUMBERS, width: area.width.saturating_sub(NUMBERS), ..area };
    let plot = Rect { height: plot.height.saturating_sub(1), ..plot };
    let Some(last) = row.curve.last().filter(|_| plot.height >= 3 && plot.width >= 12) else { return };
    // The few who wait longest of all would press the others into a corner.
    let nearly = row.curve.iter().find(|step| step.waiting <= NEARLY_NOBODY).unwrap_or(last);
    let end = row.promised_s.map_or(1.0, |promised| 2.0 * promised).max(nearly.time_s).max(1.0);
    let shares = Scale { from: 0.0, to: 1.0 };
    let times = Scale { from: 0.0, to: end };
    let y = |share: f64| plot.bottom() - 1 - shares.cell(share, plot.height);
    for share in [1.0, 0.5, 0.0] {
        canvas.right(plot.x.saturating_sub(1), y(share), &names.texts.percent(100.0 * share), Role::Quiet);
    }
    let (full, shade, bar) = (canvas.glyph(Glyph::Full), canvas.glyph(Glyph::Shade), canvas.glyph(Glyph::Bar));
    for (at, x) in (0u32..).zip(plot.x..plot.right()) {
        let time = end * f64::from(at) / f64::from(plot.width.saturating_sub(1).max(1));
        let passed = row.curve.iter().take_while(|step| step.time_s <= time).last();
        let left = passed.map_or(1.0, |step| step.waiting);
        for below in y(left) + 1..plot.bottom() {
            canvas.text(x, below, 1, shade, Role::Quiet);
        }
        canvas.text(x, y(left), 1, full, Role::Title);
    }
    let foot = plot.bottom();
    canvas.text(plot.x, foot, 1, "0", Role::Quiet);
    let mut right = canvas.right(plot.right(), foot, &names.seconds(end), Role::Quiet);
    if let Some(promised) = row.promised_s {
        let x = plot.x + times.cell(promised, plot.width);
        for y in plot.y..plot.bottom() {
            canvas.text(x, y, 1, bar, Role::Key);
        }
        right = right.saturating_sub(1);
        let text = names.texts.with("page-promised-within", &[("time", names.seconds(promised).into())]);
        let width = format::columns(&text);
        let start =
            x.saturating_sub(width / 2).clamp(plot.x + 6, plot.x.max(right.saturating_sub(width)).max(plot.x + 6));
        canvas.text(start, foot, right.saturating_sub(start), &text, Role::Key);
    }
}

/// The signs of a strip: from which percent on each.
const SHADES: [(f64, Glyph); 4] =
    [(80.0, Glyph::Block), (65.0, Glyph::Dark), (50.0, Glyph::Medium), (0.0, Glyph::Shade)];

/// Draws three percents side by side: the higher, the darker, with the number beside.
pub fn strip(canvas: &mut Canvas<'_>, names: &Names<'_>, values: [Option<f64>; 3], line: Rect) {
    let each = line.width / 3;
    for (value, x) in values.into_iter().zip([line.x, line.x + each, line.x + 2 * each]) {
        let number = value.map_or_else(|| "–".to_owned(), |value| names.number(value, 0));
        let number_at = canvas.right(x + each.saturating_sub(2), line.y, &number, Role::Text);
        let Some(value) = value else { continue };
        let shade = SHADES.iter().find(|(from, _)| value >= *from).map_or(Glyph::Shade, |(_, sign)| *sign);
        let sign = canvas.glyph(shade).repeat(usize::from(number_at.saturating_sub(x + 1)));
        canvas.text(x, line.y, number_at.saturating_sub(x + 1), &sign, Role::Text);
    }
}
