//! The items that apply: fixed columns for marker, answer, note and time, then the label, wrapped under itself.

use super::view::VisitView;
use crate::app::screens::visit::Mode;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::Scrolling;
use crate::visit::Response;
use crate::visit::scenario::{scale_ms, to_script_time};
use std::borrow::Cow;

/// From this width on, answers have their words, and times.
const WORDS: u16 = 58;
/// From this width on, times have their seconds.
const SECONDS: u16 = 70;
/// The columns of an answer in words.
const WORD_WIDTH: u16 = 10;

/// The items, the selected one whole and in sight.
pub struct ItemList<'v, 'a> {
    pub view: &'v VisitView<'a>,
    /// Whether times have their seconds in a narrow list too.
    pub has_seconds: bool,
}

impl StatefulWidget for ItemList<'_, '_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, visit, screen) = (self.view.ctx, self.view.visit, self.view.screen);
        let definition = visit.definition();
        let shown: Vec<usize> = (0..definition.len()).filter(|&index| visit.state().applies(index)).collect();
        let section = |at: usize| shown.get(at).map(|&index| definition.section_index(index));
        let time_width = match area.width {
            0..WORDS => 0,
            SECONDS.. => 8,
            _ if self.has_seconds => 8,
            _ => 5,
        };
        let block = |at: usize| {
            let Some(&index) = shown.get(at) else { return Block::default() };
            // An empty column keeps labels apart from what is right of the list.
            let row = Row { view: self.view, index, time_width, width: area.width.max(1) - 1 };
            let title = (at == 0 || section(at) != section(at - 1)).then(|| {
                let title = definition.section(index).title.get(ctx.texts.lang()).to_uppercase();
                Line::styled(truncate(&title, area.width).into_owned(), ctx.style(Role::Quiet))
            });
            Block { heading: title.into_iter().collect(), text: row.text(), row: index }
        };
        // Elsewhere a click on a row means a row of what is open.
        let is_clicked = matches!(screen.mode, Mode::Items | Mode::Placing(_));
        let mut unused = Interaction::default();
        let mut list = BlockList::new((shown.len(), block), &screen.list, ctx.theme);
        list.selected = Some(shown.partition_point(|&index| index < screen.item));
        list.scrolling = Scrolling::Pages;
        list.render(area, buf, if is_clicked { out } else { &mut unused });
    }
}

/// A row of the list.
struct Row<'v, 'a> {
    view: &'v VisitView<'a>,
    index: usize,
    /// The columns of its time; 0 where there is none, nor words.
    time_width: u16,
    width: u16,
}

impl<'a> Row<'_, 'a> {
    fn text(&self) -> Text<'a> {
        let (ctx, visit, index) = (self.view.ctx, self.view.visit, self.index);
        let is_selected = index == self.view.screen.item;
        let answer = visit.state().answer(index);
        let role = match answer {
            _ if is_selected => Role::Title,
            Some(_) => Role::Quiet,
            None => Role::Text,
        };
        let style = ctx.style(role);
        let marker = if is_selected { ctx.glyph(Glyph::Cursor) } else { " " };
        let head = self.answer(Columns::default().left(1, marker, style).gap(1));
        head.wrapped(self.width, self.label(), style)
    }

    /// Adds the columns of the answer.
    fn answer(&self, columns: Columns<'a>) -> Columns<'a> {
        let (ctx, visit) = (self.view.ctx, self.view.visit);
        let item = visit.definition().item(self.index);
        let answer = visit.state().answer(self.index);
        let value = answer.map(|answer| match self.view.play {
            Some(play) => Cow::Owned(to_script_time(&item.response, &answer.value, play.speed)),
            None => Cow::Borrowed(&answer.value),
        });
        let mark = format::mark(ctx.texts, item, value.as_deref());
        let is_running = self.running_since().is_some() && answer.is_none();
        let style = ctx.style(mark.role);
        let glyph = ctx.glyph(if is_running { Glyph::Dot } else { mark.sign });
        let mut columns = columns.left(1, glyph, style).gap(1);
        if self.time_width > 0 {
            let is_timer = is_running && matches!(item.response, Response::Timer { .. });
            let word = if is_timer { ctx.text("app-timer").into() } else { mark.word };
            columns = columns.left(WORD_WIDTH, word, style).gap(1);
        }
        let (flag, role) = match visit.state().item(self.index) {
            Some(state) if state.note.is_some() => (ctx.text("app-flag-note"), Role::Text),
            _ if visit.misses_note(self.index) => ("!", Role::Warning),
            _ => ("", Role::Text),
        };
        columns = columns.left(1, flag, ctx.style(role)).gap(1);
        if self.time_width > 0 {
            columns = columns.left(self.time_width, self.time(), ctx.style(Role::Quiet)).gap(2);
        }
        columns
    }

    fn running_since(&self) -> Option<u64> {
        self.view.visit.state().item(self.index)?.running_since_ms
    }

    /// Returns the time of the row, as long as its column.
    fn time(&self) -> String {
        let (view, state) = (self.view, self.view.visit.state());
        let mut time = match (self.running_since(), state.answer(self.index), view.play) {
            (Some(since), ..) => self.clock(at_speed(view, state.active_ms(since, view.elapsed_ms))),
            (None, Some(answer), Some(play)) => self.clock(play.script_ms(view.visit, answer.happened_ms)),
            (None, Some(answer), None) => format::seen_at(answer),
            // A mark given to the item before its answer.
            (None, None, _) => {
                let mark = state.item(self.index).and_then(|state| state.bound);
                mark.map(|mark| format::time_of_day(mark.at)).unwrap_or_default()
            }
        };
        time.truncate(usize::from(self.time_width));
        time
    }

    /// Returns a duration as its column can hold it: without hours in a narrow one.
    fn clock(&self, ms: u64) -> String {
        let clock = format::clock(ms);
        if self.time_width < 8 { clock.get(3..).unwrap_or_default().to_owned() } else { clock }
    }

    /// Returns the label, followed by how long after it was seen the item was answered, where that is late.
    fn label(&self) -> Cow<'a, str> {
        let (ctx, visit) = (self.view.ctx, self.view.visit);
        let label = visit.definition().item(self.index).label.get(ctx.texts.lang());
        let Some(late) = visit.state().answer(self.index).and_then(format::late_ms) else { return label.into() };
        let late = ctx.texts.duration(at_speed(self.view, late)).replace(' ', "\u{a0}");
        format!("{label} {}{late}", ctx.glyph(Glyph::Late)).into()
    }
}

/// Returns milliseconds as they go by for the observer: in practice, those of the script.
fn at_speed(view: &VisitView<'_>, ms: u64) -> u64 {
    view.play.map_or(ms, |play| scale_ms(ms, play.speed))
}
