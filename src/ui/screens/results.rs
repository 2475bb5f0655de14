//! Results: what is shown and how far it is read, the questions as tabs, and the selected one.

mod chart;
mod filter_form;
mod header;
mod interval;
mod overview;
mod questions;
mod rows;
mod sentence;
mod table;
mod table_row;
mod tabs;
mod visits;

use crate::analysis::Filter;
use crate::app::screens::results::filter_form::FilterRow;
use crate::app::screens::results::{DrillLevel, LevelView, Results};
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::NoticeBar;
use filter_form::FilterForm;
use header::{filter_bar, header};
use questions::QuestionView;
use tabs::QuestionTabs;
use visits::visit_list;

/// In fewer rows, there is no row for the filter and the progress.
const FILTER_FROM: u16 = 10;

/// The areas of the results.
struct ResultsLayout {
    header: Rect,
    filter: Rect,
    tabs: Rect,
    rule: Rect,
    body: Rect,
}

impl ResultsLayout {
    fn new(area: Rect, has_tabs: bool) -> Self {
        let has_filter = area.height >= FILTER_FROM;
        let rows = [true, has_filter, has_tabs, has_filter].map(|is_shown| Constraint::Length(is_shown.into()));
        let [header, filter, tabs, rule] = rows;
        let [header, filter, tabs, rule, body] =
            Layout::vertical([header, filter, tabs, rule, Constraint::Fill(1)]).areas(area);
        Self { header: header.inner(Margin::new(1, 0)), filter: filter.inner(Margin::new(1, 0)), tabs, rule, body }
    }
}

impl ScreenView for Results {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let mut hints = KeyHint::all(Context::List, &[Command::Up, Command::Down]);
        if let Some(form) = &self.form {
            hints.insert(0, KeyHint::named(Context::List, Command::Open, "app-key-keep"));
            if matches!(form.row(), FilterRow::Choice(_)) {
                hints.extend(KeyHint::all(Context::List, &[Command::Left, Command::Right]));
            }
            hints.push(KeyHint::new(Context::List, Command::Back));
            return hints;
        }
        if self.exporting {
            let all = [Command::Html, Command::Xlsx, Command::Csv, Command::Text, Command::Json, Command::Back];
            return KeyHint::all(Context::Exporting, &all);
        }
        if matches!(self.level().view, LevelView::Visits { .. }) {
            hints.extend(KeyHint::all(Context::Results, &[Command::Open, Command::Back]));
            return hints;
        }
        hints.push(KeyHint::new(Context::Results, Command::Left));
        hints.push(KeyHint::named(Context::Results, Command::Right, "app-key-tabs"));
        hints.extend(KeyHint::all(Context::Results, &[Command::Open, Command::Filter, Command::Export]));
        if self.filter != Filter::default() {
            hints.push(KeyHint::new(Context::Results, Command::Clear));
        }
        hints.push(KeyHint::new(Context::Results, Command::Back));
        hints
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let tab = match &self.level().view {
            LevelView::Questions { tab, .. } if self.form.is_none() => Some(*tab),
            _ => None,
        };
        let layout = ResultsLayout::new(area, tab.is_some());
        header(ctx, self, layout.header.width, layout.filter.is_empty()).render(layout.header, buf);
        filter_bar(ctx, self, layout.filter.width).render(layout.filter, buf);
        if let Some(selected) = tab {
            QuestionTabs { ctx, selected }.render(layout.tabs, buf, out);
        }
        Rule::horizontal(ctx.theme).render(layout.rule, buf);
        if let Some(form) = &self.form {
            return FilterForm { ctx, values: &self.met, form }.render(layout.body, buf, out);
        }
        render_level(self, ctx, layout.body, buf, out);
        if self.exporting {
            NoticeBar { text: ctx.text("results-export-ask"), theme: ctx.theme }.render(layout.body, buf);
        }
    }
}

/// Renders what the level in front shows, or the sentence that says why there is nothing.
fn render_level(results: &Results, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let level = results.level();
    match &level.view {
        LevelView::Questions { tab, cursors, figures: Some(figures) } if figures.by.source.sessions > 0 => {
            if let Some(cursor) = cursors.get(tab.index()) {
                QuestionView { ctx, results, figures, tab: *tab, cursor }.render(area, buf, out);
            }
        }
        LevelView::Visits { visits: Some(visits), cursor, .. } if !visits.is_empty() => {
            let area = area.inner(Margin::new(1, 0));
            visit_list(ctx, visits, cursor, item_width(area)).render(area, buf, out);
        }
        _ => {
            let args = [("clear", Command::Clear), ("back", Command::Back)];
            let args = args.map(|(name, command)| (name, ctx.key(Context::Results, command).into()));
            let text = ctx.format(nothing_shown(results, level), &args);
            sentence::render_sentence(ctx, &text, area, buf, out);
        }
    }
}

/// Returns the message that says why there is nothing to show.
fn nothing_shown(results: &Results, level: &DrillLevel) -> &'static str {
    match &level.view {
        LevelView::Visits { visits: Some(_), .. } => "results-none-visits",
        LevelView::Questions { figures: Some(figures), .. } if level.progress.over => {
            let source = &figures.by.source;
            match results.whole_filter() == Filter::default() {
                true if source.abandoned + source.training > 0 => "results-none-counts",
                true => "results-none",
                false => "results-none-fit",
            }
        }
        _ => "results-reading",
    }
}
