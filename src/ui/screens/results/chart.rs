//! The charts below a table, on ratatui's `Chart`.

use crate::analysis::figures::{SignalRow, WaitingRow};
use crate::report::labels::Labels;
use crate::ui::prelude::*;
use crate::ui::widgets::number_axis::NumberAxis;
use ratatui::layout::Alignment;
use ratatui::symbols::Marker;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType};

/// Returns a dataset drawn with a glyph.
fn dataset<'a>(ctx: &RenderContext<'_>, data: &'a [(f64, f64)], graph: GraphType, look: (Glyph, Role)) -> Dataset<'a> {
    let (glyph, role) = look;
    let marker = ctx.glyph(glyph).chars().next().map_or(Marker::Block, Marker::Custom);
    Dataset::default().data(data).graph_type(graph).marker(marker).style(ctx.style(role))
}

/// The numbers along an axis, and their labels.
type Labelled<'a> = ([f64; 2], Vec<Line<'a>>);

/// Returns a chart with the labels of its axes.
fn chart<'a>(ctx: &RenderContext<'_>, datasets: Vec<Dataset<'a>>, labelled: [Labelled<'a>; 2]) -> Chart<'a> {
    let [x, y] = labelled.map(|(bounds, labels)| {
        let axis = Axis::default().bounds(bounds).labels(labels).labels_alignment(Alignment::Right);
        axis.style(ctx.style(Role::Quiet))
    });
    Chart::new(datasets).style(ctx.style(Role::Text)).x_axis(x).y_axis(y).legend_position(None)
}

/// Renders the months of a site: its level and natural limits, each month at its height, signals apart.
pub fn render_months(ctx: &RenderContext<'_>, names: &Labels<'_>, row: &SignalRow, area: Rect, buf: &mut Buffer) {
    let points = |is_signal| -> Vec<(f64, f64)> {
        let numbered = (0u32..).map(f64::from).zip(&row.points).filter(|(_, point)| point.signal == is_signal);
        numbered.filter_map(|(number, point)| Some((number, point.percent?))).collect()
    };
    let last = (1u32..).map(f64::from).zip(row.points.iter().skip(1)).last().map_or(1.0, |(number, _)| number);
    let limits = [row.lower, row.centre, row.upper];
    let percents = row.points.iter().map(|point| point.percent).chain(limits).flatten();
    let scale = NumberAxis::around(percents, (0.0, 100.0));
    let limits = limits.map(|limit| limit.map(|limit| [(0.0, limit), (last, limit)]));
    let (months, signals) = (points(false), points(true));
    let rules = limits.iter().zip([Glyph::Open, Glyph::Rule, Glyph::Open]).filter_map(|(limit, glyph)| {
        limit.as_ref().map(|limit| dataset(ctx, limit, GraphType::Line, (glyph, Role::Quiet)))
    });
    let months = dataset(ctx, &months, GraphType::Scatter, (Glyph::Dot, Role::Title));
    let signals = dataset(ctx, &signals, GraphType::Scatter, (Glyph::Full, Role::Warning));
    let ends = [row.points.first(), row.points.last().filter(|_| row.points.len() > 1)];
    let ends = ends.map(|point| Line::from(point.map_or("", |point| point.month.as_str())));
    let percents = [scale.from, scale.to].map(|percent| Line::from(names.texts.percent(percent)));
    let datasets = rules.chain([months, signals]).collect();
    let labelled = [([0.0, last], ends.into()), ([scale.from, scale.to], percents.into())];
    chart(ctx, datasets, labelled).render(area, buf);
}

/// A share below which a curve is not drawn further.
const NEARLY_NOBODY: f64 = 0.02;

/// Renders the share that still waits after each time, and the delay promised.
pub fn render_waiting(ctx: &RenderContext<'_>, names: &Labels<'_>, row: &WaitingRow, area: Rect, buf: &mut Buffer) {
    let Some(last) = row.curve.last() else { return };
    // The few who wait longest of all would press the others into a corner.
    let nearly = row.curve.iter().find(|step| step.waiting <= NEARLY_NOBODY).unwrap_or(last);
    let end = row.promised_s.map_or(1.0, |promised| 2.0 * promised).max(nearly.time_s).max(1.0);
    let mut curve = vec![(0.0, 1.0)];
    let mut waiting = 1.0;
    for step in row.curve.iter().take_while(|step| step.time_s <= end) {
        curve.extend([(step.time_s, waiting), (step.time_s, step.waiting)]);
        waiting = step.waiting;
    }
    curve.push((end, waiting));
    let promise = row.promised_s.map(|promised| [(promised, 0.0), (promised, 1.0)]);
    let mut datasets = vec![
        dataset(ctx, &curve, GraphType::Area, (Glyph::Shade, Role::Quiet)),
        dataset(ctx, &curve, GraphType::Line, (Glyph::Full, Role::Title)),
    ];
    datasets.extend(promise.iter().map(|line| dataset(ctx, line, GraphType::Line, (Glyph::Bar, Role::Key))));
    let shares = [0.0, 50.0, 100.0].map(|percent| Line::from(names.texts.percent(percent)));
    let mut times = vec![Line::from("0"), Line::from(names.seconds(end))];
    if let Some(promised) = row.promised_s {
        let text = names.texts.with("page-promised-within", &[("time", names.seconds(promised).into())]);
        // Labels have a third of the axis each.
        let room = (area.width.saturating_sub(width(&names.texts.percent(100.0)) + 1) / 3).saturating_sub(1);
        times.insert(1, Line::styled(truncate(text, room), ctx.style(Role::Key)));
    }
    chart(ctx, datasets, [([0.0, end], times), ([0.0, 1.0], shares.into())]).render(area, buf);
}
