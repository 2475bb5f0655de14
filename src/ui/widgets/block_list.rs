//! A list of blocks of different heights with headings between them: as ratatui's `List`, but a block that does not fit
//! may be shown as far as it does, headings are never selected, the list may turn pages, and blocks are built only where
//! they are measured or shown.

use super::scroll_thumb::render_scroll_thumb;
use crate::ui::widget_prelude::*;

/// A block of a list.
#[derive(Clone, Debug, Default)]
pub struct Block<'a> {
    /// Lines above the block that cannot be selected.
    pub heading: Vec<Line<'a>>,
    /// The block.
    pub text: Text<'a>,
    /// The row that a click on it means, where that is not the block's own index.
    pub row: Option<usize>,
}

impl<'a, T: Into<Text<'a>>> From<T> for Block<'a> {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl<'a> Block<'a> {
    /// Creates a block under lines that cannot be selected.
    pub fn under(heading: impl IntoIterator<Item = Line<'a>>, text: impl Into<Text<'a>>) -> Self {
        Self { heading: heading.into_iter().collect(), ..Self::from(text) }
    }

    fn height(&self) -> u16 {
        cells(self.heading.len() + self.text.height())
    }
}

/// How a list follows its selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scrolling {
    /// As few rows as possible move.
    #[default]
    Least,
    /// Where the selection leaves the list downwards, a page is turned.
    Pages,
    /// As few blocks as possible move, and none is shown in part.
    Whole,
}

/// The columns that the glyph of the selected block takes.
pub const MARKER_WIDTH: u16 = 2;

/// Returns the columns of the blocks of a list with a marker.
pub fn item_width(list: Rect) -> u16 {
    list.width.saturating_sub(MARKER_WIDTH)
}

/// Returns the beginning of a row with a marker: the glyph of a selected one, or as much space.
pub fn marked_row<'a>(ctx: &RenderContext<'_>, is_selected: bool) -> Columns<'a> {
    ctx.columns().left(MARKER_WIDTH, if is_selected { ctx.glyph(Glyph::Cursor) } else { "" }, Role::Title)
}

/// Returns an item of two lines: a title, and under it what there is to say, in its role.
pub fn two_lines<'a>(ctx: &RenderContext<'_>, title: &'a str, detail: &str, role: Role, columns: u16) -> Text<'a> {
    let detail = truncate(detail, columns).into_owned();
    Text::from(vec![ctx.line(title, columns, Role::Title), Line::styled(detail, ctx.style(role))])
}

/// A list of blocks, one of them selected: it has the cursor's style, keeps what is before and after it in sight, and has
/// the terminal's cursor. A click means [`Target::Row`].
pub struct BlockList<'a> {
    len: usize,
    build: Box<dyn Fn(usize) -> Block<'a> + 'a>,
    cursor: &'a ListCursor,
    theme: Theme,
    has_marker: bool,
    selected: Option<usize>,
    scrolling: Scrolling,
}

impl<'a> BlockList<'a> {
    /// Creates a list of `len` blocks, of which only those around the selected one are built.
    pub fn with_builder(
        len: usize,
        build: impl Fn(usize) -> Block<'a> + 'a,
        cursor: &'a ListCursor,
        theme: Theme,
    ) -> Self {
        let selected = Some(cursor.within(len));
        Self { len, build: Box::new(build), cursor, theme, has_marker: false, selected, scrolling: Scrolling::Least }
    }

    /// Creates a list of blocks.
    pub fn new<T: Into<Block<'a>>>(blocks: impl IntoIterator<Item = T>, cursor: &'a ListCursor, theme: Theme) -> Self {
        let blocks: Vec<Block<'a>> = blocks.into_iter().map(Into::into).collect();
        Self::with_builder(blocks.len(), move |index| blocks.get(index).cloned().unwrap_or_default(), cursor, theme)
    }

    /// Creates a list of blocks with a marker, each shown whole or not at all.
    pub fn menu<T: Into<Block<'a>>>(blocks: impl IntoIterator<Item = T>, cursor: &'a ListCursor, theme: Theme) -> Self {
        Self::new(blocks, cursor, theme).marked().scrolling(Scrolling::Whole)
    }

    /// Adds a marker: the selected block has a glyph before it, the others have space.
    #[must_use]
    pub fn marked(self) -> Self {
        Self { has_marker: true, ..self }
    }

    /// Selects another block than the cursor's; with `None`, nothing is highlighted, and the cursor's stays in sight.
    #[must_use]
    pub fn selecting(self, selected: Option<usize>) -> Self {
        Self { selected, ..self }
    }

    /// Sets how it follows its selection.
    #[must_use]
    pub fn scrolling(self, scrolling: Scrolling) -> Self {
        Self { scrolling, ..self }
    }

    /// Returns the first block to show in so many rows.
    fn first(&self, rows: u16) -> usize {
        let height = |index| (self.build)(index).height();
        let (top, cursor) = (self.cursor.offset.get().min(self.len), self.selected.unwrap_or(self.cursor.selected));
        match self.scrolling {
            Scrolling::Least => window(top, cursor, self.len, rows, &height),
            Scrolling::Pages => page(top, cursor, self.len, rows, &height),
            Scrolling::Whole => {
                // The block after the cursor is whole too; where there is not room for all three, only the cursor's.
                let after = height(cursor + 1);
                let all = (cursor.saturating_sub(1)..=cursor).map(height).fold(after, u16::saturating_add);
                follow(top, cursor, self.len, rows, &height, if all <= rows { (1, after) } else { (0, 0) })
            }
        }
    }
}

impl StatefulWidget for BlockList<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if area.is_empty() {
            return;
        }
        let first = self.first(area.height);
        self.cursor.offset.set(first);
        let indent = if self.has_marker { MARKER_WIDTH.min(area.width) } else { 0 };
        let (mut rest, mut shown) = (area, 0);
        for index in first..self.len {
            if rest.is_empty() {
                break;
            }
            let block = (self.build)(index);
            // The selected block comes before its heading where there is not room for both.
            let is_selected = Some(index) == self.selected;
            let hidden = if is_selected { block.height().saturating_sub(rest.height) } else { 0 };
            for line in block.heading.into_iter().skip(usize::from(hidden)) {
                line.render(rest, buf);
                rest = below(rest, 1);
            }
            let wanted = cells(block.text.height()).min(area.height);
            let place = Rect { height: rest.height.min(wanted), ..rest };
            if place.is_empty() || place.height < wanted && self.scrolling == Scrolling::Whole {
                break;
            }
            block.text.render(Rect { x: place.x + indent, width: place.width - indent, ..place }, buf);
            if is_selected {
                let marker = if self.has_marker { self.theme.glyph(Glyph::Cursor) } else { "" };
                Span::raw(marker).render(place, buf);
                buf.set_style(place, self.theme.style(Role::Cursor));
                out.set_cursor(place);
            }
            out.clicks.add(place, Target::Row(block.row.unwrap_or(index)));
            rest = below(rest, place.height);
            shown += 1;
        }
        render_scroll_thumb(self.theme, self.len, first, shown, area, buf);
    }
}

/// Returns what is left of an area under so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Returns the first block to show, so that the block at `cursor` is whole, the one before it still in sight, and as
/// little as possible moves. `height` gives the rows of a block, of which there are `len`.
pub fn window(top: usize, cursor: usize, len: usize, rows: u16, height: &dyn Fn(usize) -> u16) -> usize {
    follow(top, cursor, len, rows, height, (1, 1))
}

/// As [`window`], but where the cursor runs out of it downwards, a page is turned: the block before the cursor, in sight
/// as ever, is then the first, and what comes next can be read ahead. In between nothing moves.
pub fn page(top: usize, cursor: usize, len: usize, rows: u16, height: &dyn Fn(usize) -> u16) -> usize {
    let first = window(top, cursor, len, rows, height);
    if first > top { window(cursor.saturating_sub(1), cursor, len, rows, height) } else { first }
}

/// Returns the first block to show, with so many blocks before the cursor in sight and so many rows after it.
fn follow(
    top: usize,
    cursor: usize,
    len: usize,
    rows: u16,
    height: &dyn Fn(usize) -> u16,
    (before, after): (usize, u16),
) -> usize {
    if len == 0 {
        return 0;
    }
    let cursor = cursor.min(len - 1);
    let least = top.min(cursor.saturating_sub(before));
    let ahead = if cursor + 1 < len { after } else { 0 };
    let mut first = cursor;
    let mut used = height(cursor).saturating_add(ahead);
    while first > least {
        let more = used.saturating_add(height(first - 1));
        if more > rows {
            break;
        }
        (first, used) = (first - 1, more);
    }
    // Blocks at the end leave no rows unused while there are blocks above.
    let (mut full, mut free) = (len, rows);
    while let Some(rest) = full.checked_sub(1).and_then(|index| free.checked_sub(height(index))) {
        (full, free) = (full - 1, rest);
    }
    first.min(full)
}
