//! The questions side by side.

use crate::app::Target;
use crate::app::results_data::Tab;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use ratatui::layout::Rect;

/// The row of tabs; where there is no room for all, those of the page that the one in front is on.
pub fn draw(canvas: &mut Canvas<'_>, front: Tab, y: u16) {
    const GAP: u16 = 2;
    let area = canvas.area();
    let titles: Vec<(Tab, &str)> = Tab::ALL.iter().map(|tab| (*tab, canvas.say(title(*tab)))).collect();
    let room = area.width.saturating_sub(6);
    let mut pages: Vec<Vec<(Tab, &str)>> = vec![Vec::new()];
    let mut used = 0;
    for (tab, title) in titles {
        if used > 0 && used + format::columns(title) > room {
            pages.push(Vec::new());
            used = 0;
        }
        used += format::columns(title) + GAP;
        if let Some(page) = pages.last_mut() {
            page.push((tab, title));
        }
    }
    let at = pages.iter().position(|page| page.iter().any(|(tab, _)| *tab == front)).unwrap_or(0);
    if at > 0 {
        canvas.text(area.x + 1, y, 1, "←", Role::Quiet);
    }
    if at + 1 < pages.len() {
        canvas.text(area.right().saturating_sub(2), y, 1, "→", Role::Quiet);
    }
    let mut x = area.x + 3;
    for (tab, title) in pages.get(at).into_iter().flatten() {
        let role = if *tab == front { Role::Title } else { Role::Quiet };
        let end = canvas.text(x, y, area.right().saturating_sub(x + 2), title, role);
        let cells = Rect { x, y, width: end - x, height: 1 };
        if *tab == front {
            canvas.restyle(Rect { x: x - 1, width: cells.width + 2, ..cells }, Role::Cursor);
            // Without colours the place of the tab in front is said by a sign too.
            let sign = canvas.glyph(Glyph::Cursor);
            canvas.text(x - 1, y, 1, sign, Role::Cursor);
        }
        canvas.click(cells, Target::Tab(*tab));
        x = end + GAP;
    }
}

/// Returns the id of a tab's title.
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
