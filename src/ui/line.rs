//! A row as cells: what a terminal shows in each column.
//!
//! The cells of the terminal library hold any text and cost ten times as much; those that have to be written become
//! such ones.

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
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

#[derive(Clone, Copy, Debug)]
enum Letter {
    Plain(char),
    /// The place of a cluster.
    Cluster(usize),
    /// The second column of the letter before.
    Behind,
}

impl Spot {
    const EMPTY: Self =
        Self { letter: Letter::Plain(' '), fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    fn style(&mut self, style: Style) {
        self.fg = style.fg.unwrap_or(self.fg);
        self.bg = style.bg.unwrap_or(self.bg);
        self.modifier.insert(style.add_modifier);
        self.modifier.remove(style.sub_modifier);
    }
}

impl Line {
    /// Starts an empty one of so many columns.
    #[must_use]
    pub fn new(width: u16) -> Self {
        Self { spots: vec![Spot::EMPTY; usize::from(width)], clusters: Vec::new() }
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        self.spots.fill(Spot::EMPTY);
        self.clusters.clear();
    }

    /// Writes plain letters, one a column.
    pub(super) fn plain(&mut self, x: u16, letters: impl Iterator<Item = char>, style: Style) {
        for (spot, letter) in self.spots.iter_mut().skip(usize::from(x)).zip(letters) {
            spot.letter = Letter::Plain(letter);
            spot.style(style);
        }
    }

    /// Writes letters that may take two columns or carry marks.
    pub(super) fn clusters(&mut self, x: u16, text: &str, style: Style) {
        let mut x = usize::from(x);
        for cluster in text.graphemes(true) {
            let width = usize::from(cluster.cell_width());
            for (column, spot) in self.spots.iter_mut().skip(x).take(width).enumerate() {
                spot.letter = if column == 0 { Letter::Cluster(self.clusters.len()) } else { Letter::Behind };
                spot.style(style);
            }
            self.clusters.push(cluster.into());
            x += width;
        }
    }

    /// Gives some columns another style, over what is there.
    pub(super) fn style(&mut self, x: u16, width: u16, style: Style) {
        self.spots.iter_mut().skip(usize::from(x)).take(usize::from(width)).for_each(|spot| spot.style(style));
    }

    /// Empties some columns.
    pub(super) fn blank(&mut self, x: u16, width: u16) {
        self.spots.iter_mut().skip(usize::from(x)).take(usize::from(width)).for_each(|spot| *spot = Spot::EMPTY);
    }

    /// Gives a cell as the terminal library's; none is under the second column of a letter.
    fn cell(&self, spot: &Spot) -> Option<Cell> {
        let mut cell = Cell::default();
        match spot.letter {
            Letter::Plain(letter) => cell.set_char(letter),
            Letter::Cluster(at) => cell.set_symbol(self.clusters.get(at)?),
            Letter::Behind => return None,
        };
        (cell.fg, cell.bg, cell.modifier) = (spot.fg, spot.bg, spot.modifier);
        Some(cell)
    }

    /// Gives the cells that are not as in the line before, with their columns.
    pub fn changes<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = (u16, Cell)> {
        let both = (0..).zip(self.spots.iter().zip(&before.spots));
        let changed = both.filter(|(_, (spot, other))| {
            let looks = (spot.fg, spot.bg, spot.modifier) != (other.fg, other.bg, other.modifier);
            looks || !self.is_same(spot.letter, before, other.letter)
        });
        changed.filter_map(|(x, (spot, _))| Some((x, self.cell(spot)?)))
    }

    fn is_same(&self, letter: Letter, before: &Self, other: Letter) -> bool {
        match (letter, other) {
            (Letter::Plain(letter), Letter::Plain(other)) => letter == other,
            (Letter::Cluster(at), Letter::Cluster(other)) => self.clusters.get(at) == before.clusters.get(other),
            (Letter::Behind, Letter::Behind) => true,
            _ => false,
        }
    }

    /// Gives all cells; under the second column of a letter, an empty one.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> {
        self.spots.iter().map(|spot| self.cell(spot).unwrap_or_default())
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
            let found: Vec<String> = after.changes(&before).map(|(x, cell)| format!("{x}{}", cell.symbol())).collect();
            assert_eq!(found.join(" "), changes);
        }
    }

    #[test]
    fn another_look_is_a_change_and_a_style_changes_what_it_names() {
        let mut styled = line("ab");
        styled.style(1, 1, Style::new().bold().on_blue());
        styled.style(1, 1, Style::new().red().not_bold());
        let changes: Vec<(u16, Cell)> = styled.changes(&line("ab")).collect();
        let [(1, cell)] = changes.as_slice() else { panic!("{changes:?}") };
        assert_eq!((cell.symbol(), cell.fg, cell.bg, cell.modifier), ("b", Color::Red, Color::Blue, Modifier::empty()));
        styled.blank(0, 1);
        assert_eq!(styled.cells().take(2).map(|cell| cell.symbol().to_owned()).collect::<String>(), " b");
    }
}
