//! The questions as tabs.

use super::question::words;
use crate::app::results_data::Tab;
use crate::ui::prelude::*;
use ratatui::widgets::Tabs;

/// Renders a row of tabs, on ratatui's `Tabs`; where there is no room for all of them, the page with the selected one.
pub fn render_tabs(ctx: &RenderContext<'_>, selected: Tab, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let [left, row, right] = Layout::horizontal([Length(1), Fill(1), Length(1)]).areas(padded(area));
    let pages = pages(ctx, row.width);
    let at = pages.iter().position(|page| page.iter().any(|(tab, _)| *tab == selected)).unwrap_or(0);
    ctx.span(if at > 0 { "←" } else { "" }, Role::Quiet).render(left, buf);
    ctx.span(if at + 1 < pages.len() { "→" } else { "" }, Role::Quiet).render(right, buf);
    let page = pages.get(at).map_or(&[][..], Vec::as_slice);
    let titles = page.iter().map(|(tab, title)| {
        // Without colours, the glyph shows which tab is selected.
        let marker = if *tab == selected { ctx.glyph(Glyph::Cursor) } else { " " };
        format!("{marker}{title} ")
    });
    Tabs::new(titles)
        .select(page.iter().position(|(tab, _)| *tab == selected))
        .style(ctx.style(Role::Quiet))
        .highlight_style(ctx.style(Role::Cursor))
        .padding("", "")
        .divider("")
        .render(row, buf);
    let cells = Layout::horizontal(page.iter().map(|(_, title)| Length(width(title) + 2))).split(row);
    for ((tab, _), cell) in page.iter().zip(cells.iter()) {
        out.clicks.add(*cell, Target::Tab(*tab));
    }
}

/// Returns the tabs with their titles, in as many rows as they need.
fn pages<'a>(ctx: &RenderContext<'a>, columns: u16) -> Vec<Vec<(Tab, &'a str)>> {
    let mut pages: Vec<Vec<(Tab, &str)>> = Vec::new();
    let used = |page: &[(Tab, &str)]| page.iter().map(|(_, title)| width(title) + 2).sum::<u16>();
    for tab in Tab::ALL {
        let title = ctx.texts.get(words(tab).0);
        match pages.last_mut() {
            Some(page) if used(page) + width(title) + 2 <= columns => page.push((tab, title)),
            _ => pages.push(vec![(tab, title)]),
        }
    }
    pages
}
