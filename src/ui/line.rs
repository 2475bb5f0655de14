//! A row as cells: what a terminal shows in each column.
//!
//! The cells of the terminal library hold any text and cost ten times as much.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

/// The cells of a row.
#[derive(Clone, Debug)]
pub struct Line {
    spots: Vec<Spot>,
    /// The letters that are more than a plain character.
    clusters: Vec<Box<str>>,
}

/// One cell.
#[derive(Clone, Copy, Debug)]
struct Spot {
    letter: Letter,
    look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

#[derive(Clone, Copy, Debug)]
enum Letter {
    Plain(char),
    /// The place of a cluster.
    Cluster(u32),
    /// The second column of the letter before.
    Behind,
}

/// What a column of a terminal is to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The column.
    pub x: u16,
    /// What stands there.
    pub symbol: Symbol<'a>,
    /// Its colours and weight; none are the terminal's own.
    pub style: Style,
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

    fn style(self) -> Style {
        let own = |color| Some(color).filter(|color| *color != Color::Reset);
        Style { fg: own(self.fg), bg: own(self.bg), ..Style::new().add_modifier(self.modifier) }
    }
}

const EMPTY: Spot = Spot { letter: Letter::Plain(' '), look: Look::NONE };

impl Line {
    /// Starts an empty one of so many columns.
    #[must_use]
    pub fn new(width: u16) -> Self {
        Self { spots: vec![EMPTY; usize::from(width)], clusters: Vec::new() }
    }

    /// Gives how many columns it has.
    pub(super) fn width(&self) -> u16 {
        u16::try_from(self.spots.len()).unwrap_or(u16::MAX)
    }

    /// Empties it, down to a ground.
    pub(super) fn clear(&mut self, ground: Style) {
        self.spots.fill(Spot { look: Look::NONE.with(ground), ..EMPTY });
        self.clusters.clear();
    }

    /// Writes plain letters, one a column.
    pub(super) fn plain(&mut self, x: u16, letters: impl Iterator<Item = char>, style: Style) {
        for (spot, letter) in self.from(usize::from(x)).iter_mut().zip(letters) {
            *spot = Spot { letter: Letter::Plain(letter), look: spot.look.with(style) };
        }
    }

    /// Writes letters that may take two columns or carry marks.
    pub(super) fn clusters(&mut self, x: u16, text: &str, style: Style) {
        let mut x = usize::from(x);
        for cluster in text.graphemes(true) {
            let width = usize::from(cluster.cell_width());
            let mut letter = Letter::Cluster(u32::try_from(self.clusters.len()).unwrap_or(u32::MAX));
            self.clusters.push(cluster.into());
            for spot in self.from(x).iter_mut().take(width) {
                *spot = Spot { letter, look: spot.look.with(style) };
                letter = Letter::Behind;
            }
            x += width;
        }
    }

    /// Gives some columns another style, over what is there.
    pub(super) fn style(&mut self, x: u16, width: u16, style: Style) {
        for spot in self.from(usize::from(x)).iter_mut().take(usize::from(width)) {
            spot.look = spot.look.with(style);
        }
    }

    /// Empties some columns.
    pub(super) fn blank(&mut self, x: u16, width: u16) {
        self.from(usize::from(x)).iter_mut().take(usize::from(width)).for_each(|spot| *spot = EMPTY);
    }

    fn from(&mut self, x: usize) -> &mut [Spot] {
        self.spots.get_mut(x..).unwrap_or_default()
    }

    /// Makes a cell of the terminal library show what a column does.
    pub(super) fn cell(&self, x: u16, cell: &mut Cell) {
        let Some(Spot { letter, look }) = self.spots.get(usize::from(x)).copied() else { return };
        match self.symbol(letter) {
            Some(Symbol::Plain(letter)) => cell.set_char(letter),
            Some(Symbol::Cluster(cluster)) => cell.set_symbol(cluster),
            None => cell.set_char(' '),
        };
        (cell.fg, cell.bg, cell.modifier) = (look.fg, look.bg, look.modifier);
    }

    /// Gives what is to be written, in order, where a line before is shown.
    pub fn changes<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = Change<'a>> {
        let both = (0..).zip(self.spots.iter().zip(&before.spots));
        both.filter_map(|(x, (spot, other))| {
            // Of a second column the letter is written, or is there.
            let symbol = self.symbol(spot.letter)?;
            let same = spot.look == other.look && Some(symbol) == before.symbol(other.letter);
            (!same).then(|| Change { x, symbol, style: spot.look.style() })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        let mut line = Line::new(6);
        line.clusters(0, text, Style::new());
        line
    }

    fn cell(line: &Line, x: u16) -> Cell {
        let mut cell = Cell::default();
        line.cell(x, &mut cell);
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
                .map(|change| format!("{}{}", change.x, cell(&after, change.x).symbol()))
                .collect();
            assert_eq!(found.join(" "), changes);
        }
    }

    #[test]
    fn another_look_is_a_change_and_a_style_changes_what_it_names() {
        let mut styled = line("ab");
        styled.style(1, 1, Style::new().bold().on_blue());
        styled.style(1, 1, Style::new().red().not_bold());
        let change = Change { x: 1, symbol: Symbol::Cluster("b"), style: Style::new().red().on_blue() };
        assert_eq!(styled.changes(&line("ab")).collect::<Vec<_>>(), [change]);
        let one = cell(&styled, 1);
        assert_eq!((one.symbol(), one.fg, one.bg, one.modifier), ("b", Color::Red, Color::Blue, Modifier::empty()));
        styled.blank(0, 1);
        assert_eq!(cell(&styled, 0), Cell::default());
    }
}
