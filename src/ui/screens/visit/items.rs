//! The items that apply: fixed columns for marker, answer, note and time, then the label, wrapped under itself.

use super::view::VisitView;
use crate::app::screens::visit::Mode;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::Scrolling;
use crate::visit::Response;
use crate::visit::scenario::{scale_ms, to_script_time};

/// From this width on, answers have their words, and times.
const WORDS: u16 = 58;
/// From this width on, times have their seconds.
const SECONDS: u16 = 70;
/// The columns of an answer in words.
const WORD_WIDTH: u16 = 10;

impl VisitView<'_> {
    /// Renders the items, the selected one whole and in sight; `has_seconds` where times have theirs in a narrow list too.
    pub(super) fn render_items(&self, has_seconds: bool, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, visit, screen) = (self.ctx, self.visit, self.screen);
        let definition = visit.definition();
        let shown: Vec<usize> = visit.applicable_items().collect();
        let section = |at: usize| shown.get(at).map(|&index| definition.section_index(index));
        let time_width = time_width(area.width, has_seconds);
        let block = |at: usize| {
            let Some(&index) = shown.get(at) else { return Block::default() };
            // An empty column keeps labels apart from what is right of the list.
            let row = self.row(index, time_width, item_width(area).max(1) - 1);
            let title = (at == 0 || section(at) != section(at - 1)).then(|| {
                let title = definition.section(index).title.get(ctx.texts.lang()).to_uppercase();
                Line::styled(truncate(title, area.width), ctx.style(Role::Quiet))
            });
            Block { row: Some(index), ..Block::under(title, row) }
        };
        // Elsewhere a click on a row means a row of what is open.
        let is_clicked = matches!(screen.mode, Mode::Items | Mode::Placing(_));
        let mut unused = Interaction::default();
        let selected = Some(shown.partition_point(|&index| index < screen.item));
        let list = BlockList::with_builder(shown.len(), block, &screen.list, ctx.theme).marked();
        let list = list.selecting(selected).scrolling(Scrolling::Pages);
        list.render(area, buf, if is_clicked { out } else { &mut unused });
    }
}

/// Returns the columns of the times in a list of so many columns.
fn time_width(columns: u16, has_seconds: bool) -> u16 {
    match columns {
        0..WORDS => 0,
        SECONDS.. => 8,
        _ if has_seconds => 8,
        _ => 5,
    }
}

impl<'a> VisitView<'a> {
    /// Returns the rows of the selected item in a list of so many columns.
    pub(super) fn item_height(&self, columns: u16) -> u16 {
        let width = columns.saturating_sub(MARKER_WIDTH).max(1) - 1;
        cells(self.row(self.screen.item, time_width(columns, false), width).height())
    }

    /// Returns a row of the list; its time has so many columns, 0 where there is none, nor words.
    fn row(&self, index: usize, time_width: u16, width: u16) -> Text<'a> {
        let role = match self.visit.state().answer(index) {
            _ if index == self.screen.item => Role::Title,
            Some(_) => Role::Quiet,
            None => Role::Text,
        };
        self.answer(index, time_width).wrapped(width, self.label(index), role)
    }

    /// Returns the columns of the answer.
    fn answer(&self, index: usize, time_width: u16) -> Columns<'a> {
        let (ctx, visit) = (self.ctx, self.visit);
        let item = visit.definition().item(index);
        let answer = visit.state().answer(index);
        let value = answer.map(|answer| match self.play {
            Some(play) => Cow::Owned(to_script_time(&item.response, &answer.value, play.speed)),
            None => Cow::Borrowed(&answer.value),
        });
        let mark = format::mark(ctx.texts, item, value.as_deref());
        let is_running = self.running_since(index).is_some() && answer.is_none();
        let glyph = ctx.glyph(if is_running { Glyph::Dot } else { mark.sign });
        let mut columns = ctx.columns().left(1, glyph, mark.role).gap(1);
        if time_width > 0 {
            let is_timer = is_running && matches!(item.response, Response::Timer { .. });
            let word = if is_timer { ctx.text("app-timer").into() } else { mark.word };
            columns = columns.left(WORD_WIDTH, word, mark.role).gap(1);
        }
        let (flag, role) = match visit.state().item(index) {
            Some(state) if state.note.is_some() => (ctx.text("app-flag-note"), Role::Text),
            _ if visit.misses_note(index) => ("!", Role::Warning),
            _ => ("", Role::Text),
        };
        columns = columns.left(1, flag, role).gap(1);
        if time_width > 0 {
            columns = columns.left(time_width, self.time(index, time_width), Role::Quiet).gap(2);
        }
        columns
    }

    fn running_since(&self, index: usize) -> Option<u64> {
        self.visit.state().item(index)?.running_since_ms
    }

    /// Returns the time of a row, as long as its column: without hours in a narrow one.
    fn time(&self, index: usize, columns: u16) -> String {
        let state = self.visit.state();
        let clock = |ms| format::clock(ms).split_off(if columns < 8 { 3 } else { 0 });
        let mut time = match (self.running_since(index), state.answer(index), self.play) {
            (Some(since), ..) => clock(self.at_speed(state.active_ms(since, self.elapsed_ms))),
            (None, Some(answer), Some(play)) => clock(play.script_ms(self.visit, answer.happened_ms)),
            (None, Some(answer), None) => format::seen_at(answer),
            // A mark given to the item before its answer.
            (None, None, _) => {
                let mark = state.item(index).and_then(|state| state.bound);
                mark.map(|mark| format::time_of_day(mark.at)).unwrap_or_default()
            }
        };
        time.truncate(usize::from(columns));
        time
    }

    /// Returns the label, followed by how long after it was seen the item was answered, where that is late.
    fn label(&self, index: usize) -> Cow<'a, str> {
        let label = self.visit.definition().item(index).label.get(self.ctx.texts.lang());
        let Some(late) = self.visit.state().answer(index).and_then(format::late_ms) else { return label.into() };
        let late = self.ctx.texts.duration(self.at_speed(late)).replace(' ', "\u{a0}");
        format!("{label} {}{late}", self.ctx.glyph(Glyph::Late)).into()
    }

    /// Returns milliseconds as they go by for the observer: in practice, those of the script.
    fn at_speed(&self, ms: u64) -> u64 {
        self.play.map_or(ms, |play| scale_ms(ms, play.speed))
    }
}
