//! What is shown, by which filter, and how far it is read.

use super::filter_form::value_name;
use crate::analysis::{Condition, Dimension, Filter};
use crate::app::results_data::ItemSelector;
use crate::app::screens::results::{LevelView, Results};
use crate::report::labels::Labels;
use crate::report::number_format::{date, float};
use crate::ui::prelude::*;
use jiff::civil::Date;

/// From this width on, the first and the last day are shown.
const PERIOD_FROM: u16 = 70;

/// Returns the first row: what is shown, of how many visits, from when to when, or how far the reading is.
pub fn header(ctx: &RenderContext<'_>, results: &Results, columns: u16, has_progress: bool) -> Line<'static> {
    let title = std::iter::once(ctx.text("results-title").to_owned()).chain(path(ctx, results));
    let title = title.collect::<Vec<_>>().join(" · ");
    let progress = Some(progress(ctx, results)).filter(|progress| has_progress && !progress.is_empty());
    let right = progress.unwrap_or_else(|| visits(ctx, results, columns >= PERIOD_FROM));
    ctx.columns().ends(columns, (title, Role::Title), (right, Role::Quiet)).into()
}

/// Returns the second row: the filter in words, and how far the reading is.
pub fn filter_bar(ctx: &RenderContext<'_>, results: &Results, columns: u16) -> Line<'static> {
    let filter = filter(ctx, results);
    let text = if filter.is_empty() {
        ctx.format("results-filter-none", &[("key", ctx.key(Context::Results, Command::Filter).into())])
    } else {
        ctx.format("results-filter", &[("filter", filter.into())])
    };
    let role = if results.filter == Filter::default() { Role::Quiet } else { Role::Key };
    ctx.columns().ends(columns, (text, role), (progress(ctx, results), Role::Quiet)).into()
}

/// Returns how many visits are shown, and from when to when.
fn visits(ctx: &RenderContext<'_>, results: &Results, has_period: bool) -> String {
    let count = |count: u64| {
        let n = ctx.texts.decimal(float(count), 0);
        ctx.format("page-n-visits", &[("count", count.into()), ("n", n.into())])
    };
    match (results.figures(), &results.level().view) {
        (Some(figures), _) => {
            let source = &figures.by.source;
            let day = |day: &Option<String>| day.as_deref().and_then(date).map(|day| short(ctx, day));
            match (day(&source.from), day(&source.to)) {
                (Some(from), Some(to)) if has_period => format!("{} · {from} – {to}", count(source.sessions)),
                _ => count(source.sessions),
            }
        }
        (None, LevelView::Visits { visits: Some(visits), .. }) => count(visits.len() as u64),
        _ => String::new(),
    }
}

fn short(ctx: &RenderContext<'_>, day: Date) -> String {
    ctx.texts.short_date(day.at(0, 0, 0, 0))
}

/// Returns the names of the steps down to what is shown.
fn path(ctx: &RenderContext<'_>, results: &Results) -> Vec<String> {
    // Labels come from whatever figures there are; those of a level that is read anew are gone.
    let levels = results.deeper.iter().chain([&results.base]);
    let figures = levels.into_iter().find_map(|level| match &level.view {
        LevelView::Questions { figures, .. } => figures.as_ref(),
        LevelView::Visits { .. } => None,
    });
    let names = figures.map(|figures| Labels::new(&figures.by, ctx.texts));
    let name = |dimension: Dimension, value: &str| match &names {
        Some(names) => names.value(dimension, value),
        None => value_name(ctx, &results.values, dimension, value),
    };
    let mut path: Vec<String> = Vec::new();
    for level in &results.deeper {
        let is_visits = matches!(level.view, LevelView::Visits { .. });
        // Where one answer is looked at, its checklist goes without saying.
        let is_said = |dimension: &Dimension| !(is_visits && *dimension == Dimension::Checklist);
        path.extend(level.chosen.iter().filter_map(|condition| {
            let dimension = condition.dimension.filter(is_said)?;
            Some(name(dimension, &condition.value))
        }));
        if let LevelView::Visits { point: ItemSelector::Item(item) | ItemSelector::Failed(item), .. } = &level.view {
            path.push(name(Dimension::Item, item));
        }
    }
    if path.is_empty() {
        path.push(ctx.text("page-all-visits").to_owned());
    }
    path
}

/// Returns the user's filter in words.
fn filter(ctx: &RenderContext<'_>, results: &Results) -> String {
    let day = |id: &str, day: Date| ctx.format(id, &[("day", short(ctx, day).into())]);
    let from = results.filter.from.map(|date| day("results-filter-from", date));
    let to = results.filter.to.map(|date| day("results-filter-to", date));
    let value = |condition: &Condition| Some(value_name(ctx, &results.values, condition.dimension?, &condition.value));
    let conditions = results.filter.conditions.iter().filter_map(value);
    conditions.chain(from).chain(to).collect::<Vec<_>>().join(" · ")
}

/// Returns how far the reading is; empty once it is over.
fn progress(ctx: &RenderContext<'_>, results: &Results) -> String {
    let progress = results.level().progress;
    if progress.over {
        return String::new();
    }
    if progress.whole == 0 {
        return ctx.text("results-reading-begins").to_owned();
    }
    let number = |number: u64| ctx.texts.decimal(float(number), 0);
    let args = [
        ("count", progress.visits.into()),
        ("n", number(progress.visits).into()),
        ("percent", number(progress.done * 100 / progress.whole).into()),
    ];
    ctx.format("results-read", &args)
}
