//! What is edited, as the visit will show it: with the visit's own widgets.

use super::super::visit::VisitView;
use crate::app::screens::visit::chooser::Chooser;
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::ui::prelude::*;
use crate::visit::checklist::Section;
use crate::visit::{Checklist, Definition, Item, Kind, Observer, Response, Site, Visit};
use std::sync::Arc;

/// Renders an item of a checklist as its visit shows it: its row under the heading of its section, and what counts as
/// which answer, or the answers to choose from.
pub(super) fn render_preview(
    ctx: &RenderContext<'_>,
    place: (&Checklist, &Section, &Item),
    area: Rect,
    buf: &mut Buffer,
) {
    let (_, _, item) = place;
    let Some(visit) = visit_of_one(ctx, place) else { return };
    let mode = match item.response {
        Response::Scale { .. } | Response::Choice { .. } => Mode::Choosing(Chooser::new(&item.response, None)),
        _ => Mode::Items,
    };
    let mut screen = VisitScreen::default();
    screen.mode = mode;
    let status = Span::default();
    let view = VisitView {
        ctx,
        visit: &visit,
        screen: &screen,
        elapsed_ms: 0,
        status,
        status_width: 0,
        is_live: false,
        play: None,
    };
    view.render_item(area, buf);
}

/// Returns a visit by a checklist with nothing but one item, which applies whatever was answered before.
fn visit_of_one(ctx: &RenderContext<'_>, (checklist, section, item): (&Checklist, &Section, &Item)) -> Option<Visit> {
    let items = vec![Item { when: None, ..item.clone() }];
    let sections = vec![Section { items, ..section.clone() }];
    let checklist = Checklist { sections, ..checklist.clone() };
    let definition = Definition::new(serde_json::to_value(&checklist).ok()?).ok()?;
    let site = Site { id: "preview".to_owned(), name: None, group: None };
    let observer = Observer { id: site.id.clone(), name: None };
    let setup = ctx.model.shared.environment.setup(Kind::Training, site, observer);
    Visit::begin(Arc::new(definition), setup, &ctx.now).ok()
}
