//! What is shown, narrowed by what, and how far it is read.

use super::form;
use crate::analysis::{Condition, Dimension, Filter};
use crate::app::keymap::{Command, Context};
use crate::app::results_data::Point;
use crate::app::screens::results::{Results, View};
use crate::report::names::{Names, float};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;

/// The first row: what is shown, of how many visits, from when to when.
pub fn draw(canvas: &mut Canvas<'_>, results: &Results, y: u16, with_progress: bool) {
    let area = canvas.area();
    let figures = results.figures();
    let source = figures.map(|figures| &figures.by.source);
    let mut said = String::new();
    if let Some(source) = source {
        let names = figures.map(|figures| Names::new(&figures.by, canvas.view.texts));
        let n = names.as_ref().map(|names| names.count(source.sessions)).unwrap_or_default();
        said = canvas.with("page-n-visits", &[("count", source.sessions.into()), ("n", n.into())]);
        if let (Some(from), Some(to), true) = (&source.from, &source.to, area.width >= 72) {
            let day = |text: &str| {
                let date: Option<jiff::civil::Date> = text.parse().ok();
                date.map(|date| canvas.view.texts.short_date(date.at(0, 0, 0, 0))).unwrap_or_default()
            };
            said = format!("{said} · {} – {}", day(from), day(to));
        }
    } else if let View::Visits { visits: Some(visits), .. } = &results.level().view {
        let n = canvas.view.texts.decimal(float(visits.len() as u64), 0);
        said = canvas.with("page-n-visits", &[("count", visits.len().into()), ("n", n.into())]);
    }
    if with_progress && !results.level().progress.over {
        said = progress(canvas, results);
    }
    let end = canvas.right(area.right().saturating_sub(1), y, &said, Role::Quiet);
    let title = std::iter::once(canvas.say("results-title").to_owned()).chain(path(canvas, results));
    let title = title.collect::<Vec<_>>().join(" · ");
    canvas.text(area.x + 1, y, end.saturating_sub(area.x + 2), &title, Role::Title);
}

/// Returns the steps down to what is shown, as people call them.
fn path(canvas: &Canvas<'_>, results: &Results) -> Vec<String> {
    // Names come from whatever figures there are; those of a level that is read anew are gone.
    let levels = results.deeper.iter().chain([&results.base]);
    let figures = levels.into_iter().find_map(|level| match &level.view {
        View::Questions { figures, .. } => figures.as_ref(),
        View::Visits { .. } => None,
    });
    let names = figures.map(|figures| Names::new(&figures.by, canvas.view.texts));
    let called = |dimension: Dimension, value: &str| match &names {
        Some(names) => names.value(dimension, value),
        None => form::value_words(canvas, &results.met, dimension, value),
    };
    let mut path: Vec<String> = Vec::new();
    for level in &results.deeper {
        let visits = matches!(level.view, View::Visits { .. });
        for condition in &level.chosen {
            match condition.dimension {
                // It goes without saying where one answer of it is looked at.
                Some(Dimension::Checklist) if visits => {}
                Some(dimension) => path.push(called(dimension, &condition.value)),
                None => {}
            }
        }
        if let View::Visits { point: Point::Item(item), .. } = &level.view {
            path.push(called(Dimension::Item, item));
        }
    }
    if path.is_empty() {
        path.push(canvas.say("page-all-visits").to_owned());
    }
    path
}

/// The second row: the filter in words, and how far the reading is.
pub fn narrowed(canvas: &mut Canvas<'_>, results: &Results, y: u16) {
    let area = canvas.area();
    let progress = progress(canvas, results);
    let end = canvas.right(area.right().saturating_sub(1), y, &progress, Role::Quiet);
    let filter = filter(canvas, results);
    let key = canvas.key(Context::Results, Command::Filter);
    let text = if filter.is_empty() {
        canvas.with("results-filter-none", &[("key", key.into())])
    } else {
        canvas.with("results-filter", &[("filter", filter.into())])
    };
    let role = if results.filter == Filter::default() { Role::Quiet } else { Role::Key };
    canvas.text(area.x + 1, y, end.saturating_sub(area.x + 2), &text, role);
}

/// Returns the filter that the user has set, in words.
fn filter(canvas: &Canvas<'_>, results: &Results) -> String {
    let day = |id: &str, date: jiff::civil::Date| {
        let date = canvas.view.texts.short_date(date.at(0, 0, 0, 0));
        canvas.with(id, &[("day", date.into())])
    };
    let from = results.filter.from.map(|date| day("results-filter-from", date));
    let to = results.filter.to.map(|date| day("results-filter-to", date));
    let value = |condition: &Condition| {
        let dimension = condition.dimension?;
        Some(form::value_words(canvas, &results.met, dimension, &condition.value))
    };
    let conditions = results.filter.conditions.iter().filter_map(value);
    conditions.chain(from).chain(to).collect::<Vec<_>>().join(" · ")
}

/// Says how far the reading is; nothing once it is over.
fn progress(canvas: &Canvas<'_>, results: &Results) -> String {
    let progress = results.level().progress;
    if progress.over {
        return String::new();
    }
    if progress.whole == 0 {
        return canvas.say("results-reading-begins").to_owned();
    }
    let percent = float(progress.done * 100 / progress.whole);
    let n = canvas.view.texts.decimal(float(progress.visits), 0);
    let args = [
        ("count", Arg::from(progress.visits)),
        ("n", n.into()),
        ("percent", canvas.view.texts.decimal(percent, 0).into()),
    ];
    canvas.with("results-read", &args)
}
