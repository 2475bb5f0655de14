//! A row as cells: what a terminal shows in each column.
//!
//! The cells of the terminal library hold any text and cost ten times as much.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier, Style};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The cells of a row.
#[derive(Clone, Debug)]
pub struct Line {
    spots: Vec<Spot>,
    /// The columns that count; the others keep what they had.
    columns: Range<usize>,
    /// The letters that are more than a plain character.
    clusters: Vec<Box<str>>,
}

/// One cell: what stands there, and the place of its look.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    letter: Letter,
    look: u16,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Letter {
    Plain(char),
    /// The place of a cluster.
    Cluster(u32),
    /// The second column of the letter before.
    Behind,
}

/// The few looks that there are, each known by its place; that of the terminal is the first.
#[derive(Clone, Debug)]
pub struct Looks(Vec<Look>);

#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// What a column of a terminal is to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The column.
    pub x: u16,
    /// What stands there.
    pub symbol: Symbol<'a>,
    /// The place of its look.
    pub look: u16,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Symbol<'a> {
    /// A letter of one column.
    Plain(char),
    /// A letter that may take two columns or carry marks.
    Cluster(&'a str),
}

impl Look {
    const NONE: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    fn with(self, style: Style) -> Self {
        Self {
            fg: style.fg.unwrap_or(self.fg),
            bg: style.bg.unwrap_or(self.bg),
            modifier: self.modifier.union(style.add_modifier).difference(style.sub_modifier),
        }
    }
}

impl Default for Looks {
    fn default() -> Self {
        Self(vec![Look::NONE])
    }
}

impl Looks {
    /// Gives the colours and weight of a look; none are the terminal's own.
    #[must_use]
    pub fn style(&self, place: u16) -> Style {
        let Look { fg, bg, modifier } = self.look(place);
        let own = |color| Some(color).filter(|color| *color != Color::Reset);
        Style { fg: own(fg), bg: own(bg), ..Style::new().add_modifier(modifier) }
    }

    /// Gives the place of a look that is changed by a style.
    fn with(&mut self, place: u16, style: Style) -> u16 {
        let look = self.look(place).with(style);
        let at = self.0.iter().position(|known| *known == look).unwrap_or_else(|| {
            self.0.push(look);
            self.0.len() - 1
        });
        u16::try_from(at).unwrap_or(0)
    }

    fn look(&self, place: u16) -> Look {
        self.0.get(usize::from(place)).copied().unwrap_or(Look::NONE)
    }
}

const EMPTY: Spot = Spot { letter: Letter::Plain(' '), look: 0 };

impl Line {
    /// Starts an empty one of so many columns.
    #[must_use]
    pub fn new(width: u16) -> Self {
        let width = usize::from(width);
        Self { spots: vec![EMPTY; width], columns: 0..width, clusters: Vec::new() }
    }

    /// Empties some columns, down to a ground; from then on only these count.
    pub(super) fn clear(&mut self, columns: Range<u16>, ground: Style, looks: &mut Looks) {
        self.columns = usize::from(columns.start)..usize::from(columns.end);
        self.from(columns.start).1.fill(Spot { look: looks.with(0, ground), ..EMPTY });
        self.clusters.clear();
    }

    /// Writes plain letters, one a column.
    pub(super) fn plain(&mut self, x: u16, mut letters: impl Iterator<Item = char>, style: Style, looks: &mut Looks) {
        let mut over = Over::new(style, looks);
        let (skipped, spots) = self.from(x);
        if skipped > 0 {
            letters.nth(skipped - 1);
        }
        for (spot, letter) in spots.iter_mut().zip(letters) {
            *spot = Spot { letter: Letter::Plain(letter), look: over.look(spot.look) };
        }
    }

    /// Writes letters that may take two columns or carry marks.
    pub(super) fn clusters(&mut self, mut x: u16, text: &str, style: Style, looks: &mut Looks) {
        let mut over = Over::new(style, looks);
        for cluster in text.graphemes(true) {
            let width = cluster.cell_width();
            let at = u32::try_from(self.clusters.len()).unwrap_or(u32::MAX);
            self.clusters.push(cluster.into());
            let (skipped, spots) = self.from(x);
            let letters = std::iter::once(Letter::Cluster(at)).chain(std::iter::repeat(Letter::Behind));
            for (spot, letter) in spots.iter_mut().zip(letters.take(usize::from(width)).skip(skipped)) {
                *spot = Spot { letter, look: over.look(spot.look) };
            }
            x = x.saturating_add(width);
        }
    }

    /// Gives some columns another style, over what is there.
    pub(super) fn style(&mut self, x: u16, width: u16, style: Style, looks: &mut Looks) {
        let mut over = Over::new(style, looks);
        let (skipped, spots) = self.from(x);
        for spot in spots.iter_mut().take(usize::from(width).saturating_sub(skipped)) {
            spot.look = over.look(spot.look);
        }
    }

    /// Empties some columns.
    pub(super) fn blank(&mut self, x: u16, width: u16) {
        let (skipped, spots) = self.from(x);
        spots.iter_mut().take(usize::from(width).saturating_sub(skipped)).for_each(|spot| *spot = EMPTY);
    }

    /// Gives the columns that count from one on, and how many before them do not.
    fn from(&mut self, x: u16) -> (usize, &mut [Spot]) {
        let x = usize::from(x);
        let start = x.max(self.columns.start);
        (start - x, self.spots.get_mut(start..self.columns.end).unwrap_or_default())
    }

    /// Makes a cell of the terminal library show what a column does.
    pub(super) fn cell(&self, x: u16, cell: &mut Cell, looks: &Looks) {
        let Some(Spot { letter, look }) = self.spots.get(usize::from(x)).copied() else { return };
        match self.symbol(letter) {
            Some(Symbol::Plain(letter)) => cell.set_char(letter),
            Some(Symbol::Cluster(cluster)) => cell.set_symbol(cluster),
            None => cell.set_char(' '),
        };
        Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier } = looks.look(look);
    }

    /// Gives what is to be written, in order, where a line before is shown of which the same columns count and looks
    /// have the same places.
    pub fn changes<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = Change<'a>> {
        let [after, shown] = [self, before].map(|line| line.spots.get(self.columns.clone()).unwrap_or_default());
        let x = u16::try_from(self.columns.start).unwrap_or(u16::MAX);
        (x..).zip(after.iter().zip(shown)).filter_map(|(x, (spot, other))| {
            // The places of clusters say nothing.
            if spot == other && !matches!(spot.letter, Letter::Cluster(_)) {
                return None;
            }
            // Of a second column the letter is written, or is there.
            let symbol = self.symbol(spot.letter)?;
            let same = spot.look == other.look && Some(symbol) == before.symbol(other.letter);
            (!same).then_some(Change { x, symbol, look: spot.look })
        })
    }

    /// Gives what stands in a column; nothing where it is the second one of the letter before.
    fn symbol(&self, letter: Letter) -> Option<Symbol<'_>> {
        match letter {
            Letter::Plain(letter) => Some(Symbol::Plain(letter)),
            Letter::Cluster(at) => Some(Symbol::Cluster(self.cluster(at).unwrap_or(" "))),
            Letter::Behind => None,
        }
    }

    fn cluster(&self, at: u32) -> Option<&str> {
        self.clusters.get(usize::try_from(at).ok()?).map(AsRef::as_ref)
    }
}

/// A style over looks: where it lies over the same one as before, the place is known.
struct Over<'a> {
    looks: &'a mut Looks,
    style: Style,
    last: Option<(u16, u16)>,
}

impl<'a> Over<'a> {
    fn new(style: Style, looks: &'a mut Looks) -> Self {
        Self { looks, style, last: None }
    }

    fn look(&mut self, under: u16) -> u16 {
        match self.last {
            Some((last, look)) if last == under => look,
            _ => {
                let look = self.looks.with(under, self.style);
                self.last = Some((under, look));
                look
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        let mut line = Line::new(6);
        line.clusters(0, text, Style::new(), &mut Looks::default());
        line
    }

    fn cell(line: &Line, x: u16, looks: &Looks) -> Cell {
        let mut cell = Cell::default();
        line.cell(x, &mut cell, looks);
        cell
    }

    #[test]
    fn changes_bring_one_line_to_the_other() {
        for (before, after, changes) in [
            ("abc", "abc", ""),
            ("abc", "axc", "1x"),
            ("ab", "abc", "2c"),
            ("界c", "界d", "2d"),
            ("界c", "abc", "0a 1b"),
            ("abc", "界c", "0界"),
            ("a界c", "界bc", "0界 2b"),
            ("界bc", "a界c", "0a 1界"),
            ("e\u{301}", "e", "0e"),
            ("e\u{301}", "e\u{300}", "0e\u{300}"),
        ] {
            let (before, after) = (line(before), line(after));
            let found: Vec<String> = after
                .changes(&before)
                .map(|change| format!("{}{}", change.x, cell(&after, change.x, &Looks::default()).symbol()))
                .collect();
            assert_eq!(found.join(" "), changes);
        }
    }

    #[test]
    fn another_look_is_a_change_and_a_style_changes_what_it_names() {
        let mut styled = line("ab");
        let mut looks = Looks::default();
        styled.style(1, 1, Style::new().bold().on_blue(), &mut looks);
        styled.style(1, 1, Style::new().red().not_bold(), &mut looks);
        let changes: Vec<_> = styled.changes(&line("ab")).map(|change| (change.x, looks.style(change.look))).collect();
        assert_eq!(changes, [(1, Style::new().red().on_blue())]);
        let one = cell(&styled, 1, &looks);
        assert_eq!((one.symbol(), one.fg, one.bg, one.modifier), ("b", Color::Red, Color::Blue, Modifier::empty()));
        styled.blank(0, 1);
        assert_eq!(cell(&styled, 0, &looks), Cell::default());
    }
}
