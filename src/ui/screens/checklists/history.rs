//! The versions of a checklist: when each was saved, and what changed in it.

use super::render_items;
use crate::app::screens::checklists::History;
use crate::store::checklist_versions::ListedVersion;
use crate::ui::prelude::*;
use crate::visit::draft::Difference;
use crate::visit::{Definition, Item};
use hashbrown::HashMap;
use jiff::tz::Offset;

impl History {
    pub(super) fn key_hints(&self) -> Vec<KeyHint> {
        let restore = KeyHint::new(Context::Checklists, Command::Restore);
        if self.open.is_some() {
            return [KeyHint::scrolling(), vec![restore]].concat();
        }
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        [list(&[Command::Open]), vec![restore], list(&[Command::Up, Command::Down, Command::Back])].concat()
    }

    pub(super) fn render(
        &self,
        ctx: &RenderContext<'_>,
        title: &str,
        area: Rect,
        buf: &mut Buffer,
        out: &mut Interaction,
    ) {
        if let Some((cursor, version)) = self.open.as_ref().zip(self.selected()) {
            let title = format!("{title} · {}", version.version());
            let body = render_title(ctx, &title, area, buf);
            return render_items(ctx, &version.definition, cursor, body, (buf, out));
        }
        let title = ctx.format("checklists-history", &[("title", title.into())]);
        let list = menu_area(render_title(ctx, &title, area, buf));
        let versions = self.versions.as_deref().unwrap_or_default();
        let row = |at: usize| {
            let before = versions.get(at + 1).map(|before| &*before.definition);
            versions.get(at).map(|version| version_row(ctx, version, before, item_width(list))).unwrap_or_default()
        };
        BlockList::menu((0..versions.len()).map(row), &self.cursor, ctx.theme).render(list, buf, out);
    }
}

/// Returns a version with its date, and under it what changed.
fn version_row<'a>(
    ctx: &RenderContext<'_>,
    listed: &ListedVersion,
    before: Option<&Definition>,
    columns: u16,
) -> Text<'a> {
    // The times of files have no zone: they are shown in that of this moment.
    let zone = ctx.now.wall.offset();
    let saved = listed.saved_at.map_or_else(
        || ctx.text("app-checklists-bundled").to_owned(),
        |at| ctx.texts.day_time(Offset::to_datetime(zone, at)),
    );
    let current = listed.is_current.then(|| ctx.text("checklists-current").to_owned());
    let head: Vec<String> = [Some(listed.version().to_owned()), Some(saved), current].into_iter().flatten().collect();
    let line = |text: &str, role| Line::styled(truncate(text, columns).into_owned(), ctx.style(role));
    Text::from(vec![line(&head.join(" · "), Role::Title), line(&changed(ctx, listed, before), Role::Quiet)])
}

/// Returns what changed since the version before.
fn changed(ctx: &RenderContext<'_>, listed: &ListedVersion, before: Option<&Definition>) -> String {
    let (Some(difference), Some(before)) = (listed.difference, before) else {
        return ctx.text("checklists-first").to_owned();
    };
    match difference {
        Difference::None => ctx.text("checklists-same").to_owned(),
        Difference::Texts => ctx.text("checklists-texts").to_owned(),
        Difference::Score => {
            let there: HashMap<&str, &Item> = before.items().map(|(_, item)| (item.id.as_str(), item)).collect();
            let now = || listed.definition.items().map(|(_, item)| item);
            let kept = now().filter(|item| there.contains_key(item.id.as_str())).count();
            let edited = now().filter(|item| there.get(item.id.as_str()).is_some_and(|before| before != item)).count();
            let counts = [
                ("checklists-added", listed.definition.len() - kept),
                ("checklists-removed", before.len() - kept),
                ("checklists-edited", edited),
            ];
            let parts = counts.into_iter().filter(|(_, count)| *count > 0);
            let parts: Vec<String> = parts.map(|(id, count)| ctx.format(id, &[("count", count.into())])).collect();
            if parts.is_empty() { ctx.text("checklists-rearranged").to_owned() } else { parts.join(", ") }
        }
    }
}
