//! Results: what is shown and how far it is read, the questions as tabs, and the selected one.

mod chart;
mod filter_form;
mod header;
mod question;
mod rows;
mod table;
mod tabs;
mod visits;

use crate::analysis::Filter;
use crate::app::screens::results::filter_form::FilterRow;
use crate::app::screens::results::{DrillLevel, LevelView, Results};
use crate::report::labels::Labels;
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::render_notice;
use filter_form::render_filter_form;
use header::{filter_bar, header};
use question::{render_question, render_sentence};
use tabs::render_tabs;
use visits::visit_line;

/// In fewer rows, there is no row for the filter and the progress.
const FILTER_FROM: u16 = 10;

impl ScreenView for Results {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        let results = |commands: &[Command]| KeyHint::all(Context::Results, commands);
        let up_down = list(&[Command::Up, Command::Down]);
        if let Some(form) = &self.form {
            let keep = vec![KeyHint::named(Context::List, Command::Open, "app-key-keep")];
            let is_choice = matches!(form.row(), FilterRow::Choice(_));
            let along: &[_] = if is_choice { &[Command::Left, Command::Right] } else { &[] };
            return [keep, up_down, list(along), list(&[Command::Back])].concat();
        }
        if self.exporting {
            let all = [Command::Html, Command::Xlsx, Command::Csv, Command::Text, Command::Json, Command::Back];
            return KeyHint::all(Context::Exporting, &all);
        }
        if matches!(self.level().view, LevelView::Visits { .. }) {
            return [up_down, results(&[Command::Open, Command::Back])].concat();
        }
        let tabs = vec![KeyHint::named(Context::Results, Command::Right, "app-key-tabs")];
        let clear: &[_] = if self.filter == Filter::default() { &[] } else { &[Command::Clear] };
        let rest = [&[Command::Open, Command::Filter, Command::Export], clear, &[Command::Back]].concat();
        [up_down, results(&[Command::Left]), tabs, results(&rest)].concat()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let tab = match &self.level().view {
            LevelView::Questions { tab, .. } if self.form.is_none() => Some(*tab),
            _ => None,
        };
        let has_filter = area.height >= FILTER_FROM;
        let rows = [true, has_filter, tab.is_some(), has_filter].map(|is_shown| Length(is_shown.into()));
        let [title, bar, tabs, rule, body] = Layout::vertical(rows.into_iter().chain([Fill(1)])).areas(area);
        let [title, bar] = [title, bar].map(padded);
        header(ctx, self, title.width, !has_filter).render(title, buf);
        filter_bar(ctx, self, bar.width).render(bar, buf);
        if let Some(selected) = tab {
            render_tabs(ctx, selected, tabs, buf, out);
        }
        render_rule(ctx, rule, buf);
        if let Some(form) = &self.form {
            return render_filter_form(ctx, &self.values, form, body, buf, out);
        }
        render_level(self, ctx, body, buf, out);
        if self.exporting {
            render_notice(ctx, ctx.text("results-export-ask"), body, buf);
        }
    }
}

/// Renders what the level in front shows, or the sentence that says why there is nothing.
fn render_level(results: &Results, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let level = results.level();
    match &level.view {
        LevelView::Questions { tab, cursors, figures: Some(figures), .. } if figures.by.source.sessions > 0 => {
            if let Some(cursor) = cursors.get(tab.index()) {
                let names = Labels::new(&figures.by, ctx.texts);
                render_question(ctx, results, &names, (*tab, cursor), area, buf, out);
            }
        }
        LevelView::Visits { visits: Some(visits), cursor, .. } if !visits.is_empty() => {
            let area = padded(area);
            let rows = visits.iter().map(|visit| visit_line(ctx, visit, item_width(area)));
            BlockList::menu(rows, cursor, ctx.theme).render(area, buf, out);
        }
        _ => {
            let args = [("clear", Command::Clear), ("back", Command::Back)];
            let args = args.map(|(name, command)| (name, ctx.key(Context::Results, command).into()));
            let text = ctx.format(nothing_shown(results, level), &args);
            render_sentence(ctx, &text, area, buf, out);
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
                true if source.abandoned + source.void + source.training > 0 => "results-none-counts",
                true => "results-none",
                false => "results-none-fit",
            }
        }
        _ => "results-reading",
    }
}
