//! The questions as tabs.

use crate::app::Target;
use crate::app::results_data::Tab;
use crate::ui::prelude::*;
use ratatui::widgets::Tabs;

/// A row of tabs, on ratatui's `Tabs`; where there is no room for all of them, the page with the selected one.
pub struct QuestionTabs<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub selected: Tab,
}

impl StatefulWidget for QuestionTabs<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let cell = Constraint::Length(1);
        let [_, left, row, right, _] = Layout::horizontal([cell, cell, Constraint::Fill(1), cell, cell]).areas(area);
        let pages = pages(self.ctx, row.width);
        let at = pages.iter().position(|page| page.iter().any(|(tab, _)| *tab == self.selected)).unwrap_or(0);
        let quiet = self.ctx.style(Role::Quiet);
        Line::styled(if at > 0 { "←" } else { "" }, quiet).render(left, buf);
        Line::styled(if at + 1 < pages.len() { "→" } else { "" }, quiet).render(right, buf);
        let page = pages.get(at).map_or(&[][..], Vec::as_slice);
        let titles = page.iter().map(|(tab, title)| {
            // Without colours, the glyph shows which tab is selected.
            let marker = if *tab == self.selected { self.ctx.glyph(Glyph::Cursor) } else { " " };
            format!("{marker}{title} ")
        });
        Tabs::new(titles)
            .select(page.iter().position(|(tab, _)| *tab == self.selected))
            .style(quiet)
            .highlight_style(self.ctx.style(Role::Cursor))
            .padding("", "")
            .divider("")
            .render(row, buf);
        let cells = Layout::horizontal(page.iter().map(|(_, title)| Constraint::Length(width(title) + 2))).split(row);
        for ((tab, _), cell) in page.iter().zip(cells.iter()) {
            out.clicks.add(*cell, Target::Tab(*tab));
        }
    }
}

/// Returns the tabs with their titles, in as many rows as they need.
fn pages<'a>(ctx: &RenderContext<'a>, columns: u16) -> Vec<Vec<(Tab, &'a str)>> {
    let mut pages: Vec<Vec<(Tab, &str)>> = Vec::new();
    let mut used = columns;
    for tab in Tab::ALL {
        let title = ctx.texts.get(title(tab));
        used += width(title) + 2;
        match pages.last_mut() {
            Some(page) if used <= columns => page.push((tab, title)),
            _ => {
                used = width(title) + 2;
                pages.push(vec![(tab, title)]);
            }
        }
    }
    pages
}

/// Returns the message of a tab's title.
fn title(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => "results-tab-overview",
        Tab::Scores => "results-tab-scores",
        Tab::Ranking => "results-tab-ranking",
        Tab::Behaviours => "results-tab-behaviours",
        Tab::Change => "results-tab-change",
        Tab::Signals => "results-tab-signals",
        Tab::Waiting => "results-tab-waiting",
        Tab::Mirror => "results-tab-mirror",
        Tab::BlindSpots => "results-tab-blind-spots",
        Tab::Drivers => "results-tab-drivers",
        Tab::Trust => "results-tab-trust",
    }
}
