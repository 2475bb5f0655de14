//! The script of a practice: its lines as they come, the newest in sight, or all of them to be read again.

use super::view::VisitView;
use crate::app::practice_format;
use crate::app::screens::visit::Mode;
use crate::ui::prelude::*;
use crate::visit::Playback;
use crate::visit::scenario::{ScriptLine, seconds};
use std::cell::Cell;

/// The columns of a time and the gap after it.
const TIME_WIDTH: u16 = 9;

impl VisitView<'_> {
    /// Renders the lines of the script that have come, the newest in sight, or the one that is read again.
    pub(super) fn render_script(&self, play: &Playback, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, visit) = (self.ctx, self.visit);
        let cursor = if let Mode::Script(cursor) = &self.screen.mode { Some(cursor) } else { None };
        let area = padded(area);
        let come = play.scenario.lines_until(seconds(play.now_ms(visit, &ctx.now)));
        let last = come.len().max(1) - 1;
        let end = play.is_over(visit, &ctx.now).then(|| {
            let key = ctx.key(Context::Visit, Command::Finish);
            ctx.lines(ctx.format("practise-over-finish", &[("key", key.into())]), area.width, Role::Title)
        });
        let block = |index: usize| {
            let role = if index == last { Role::Text } else { Role::Quiet };
            let mut text = come.get(index).map(|line| spoken(ctx, line, role, area.width)).unwrap_or_default();
            if index == last {
                text.lines.extend(end.iter().flatten().cloned());
            }
            Block::from(text)
        };
        let newest = ListCursor { selected: last, offset: Cell::new(last) };
        let script = BlockList::with_builder(come.len(), block, cursor.unwrap_or(&newest), ctx.theme);
        let script = script.selecting(cursor.map(|cursor| cursor.within(come.len())));
        // While it unfolds, a click is one on an item.
        let mut unused = Interaction::default();
        script.render(area, buf, if cursor.is_some() { out } else { &mut unused });
    }
}

/// Returns a line: its time, who speaks, and what.
fn spoken<'a>(ctx: &RenderContext<'a>, line: &'a ScriptLine, role: Role, width: u16) -> Text<'a> {
    let time = ctx.columns().left(TIME_WIDTH, practice_format::moment(line.at_s), Role::Quiet);
    let mut text = time.wrapped(width, practice_format::line(ctx.texts, line), role);
    let speaker = line.speaker.as_ref().map(|speaker| speaker.get(ctx.texts.lang()));
    if let (Some(speaker), Some(first)) = (speaker, text.lines.first_mut())
        && let Some(spoken) = first.spans.pop()
    {
        let is_named = spoken.content.starts_with(speaker);
        let (name, words) = spoken.content.split_at(if is_named { speaker.len() } else { 0 });
        first.extend([ctx.span(name.to_owned(), Role::Title), ctx.span(words.to_owned(), role)]);
    }
    text
}
