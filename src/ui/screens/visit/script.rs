//! The script of a practice: its lines as they come, the newest in sight, or all of them to be read again.

use crate::app::list_cursor::ListCursor;
use crate::app::practice_format;
use crate::ui::prelude::*;
use crate::ui::wrap::lines;
use crate::visit::scenario::{ScriptLine, seconds};
use crate::visit::{Playback, Visit};
use std::cell::Cell;

/// The columns of a time and the gap after it.
const TIME_WIDTH: u16 = 9;

/// The lines that have come.
pub struct Script<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub visit: &'a Visit,
    pub play: &'a Playback,
    /// The line that is read again; without one, the newest is in sight.
    pub cursor: Option<&'a ListCursor>,
}

impl StatefulWidget for Script<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let area = area.inner(Margin::new(1, 0));
        let (ctx, play, now) = (self.ctx, self.play, self.ctx.now);
        let come = play.scenario.lines_until(seconds(play.now_ms(self.visit, &now)));
        let last = come.len().max(1) - 1;
        let end = play.is_over(self.visit, &now).then(|| {
            let key = ctx.key(Context::Visit, Command::Finish);
            lines(ctx.format("practise-over-finish", &[("key", key.into())]), area.width, ctx.style(Role::Title))
        });
        let block = |index: usize| {
            let role = if index == last { Role::Text } else { Role::Quiet };
            let mut text = come.get(index).map(|line| self.text(line, role, area.width)).unwrap_or_default();
            if index == last {
                text.lines.extend(end.iter().flatten().cloned());
            }
            Block::new(index, text)
        };
        let newest = ListCursor { selected: last, offset: Cell::new(last) };
        let mut script = BlockList::new((come.len(), block), self.cursor.unwrap_or(&newest), ctx.theme);
        script.selected = self.cursor.map(|cursor| cursor.selected.min(last));
        // While it unfolds, a click is one on an item.
        let mut unused = Interaction::default();
        script.render(area, buf, if self.cursor.is_some() { out } else { &mut unused });
    }
}

impl<'a> Script<'a> {
    /// Returns a line: its time, who speaks, and what.
    fn text(&self, line: &ScriptLine, role: Role, width: u16) -> Text<'a> {
        let [quiet, title, style] = [Role::Quiet, Role::Title, role].map(|role| self.ctx.style(role));
        let time = Columns::default().left(TIME_WIDTH, practice_format::moment(line.at_s), quiet);
        let mut text = time.wrapped(width, practice_format::line(self.ctx.texts, line), style);
        let speaker = line.speaker.as_ref().map(|speaker| speaker.get(self.ctx.texts.lang()));
        if let (Some(speaker), Some(first)) = (speaker, text.lines.first_mut())
            && let Some(spoken) = first.spans.pop()
        {
            let is_named = spoken.content.starts_with(speaker);
            let (name, words) = spoken.content.split_at(if is_named { speaker.len() } else { 0 });
            first.extend([Span::styled(name.to_owned(), title), Span::styled(words.to_owned(), style)]);
        }
        text
    }
}
