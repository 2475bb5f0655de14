//! Where to act first: the sentences, and what they are based on.

use crate::app::list_cursor::ListCursor;
use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::sentences;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::Scrolling;
use crate::ui::wrap::{wrap, wrap_limited};

/// The sentences, one below the other.
pub struct Overview<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub names: &'a Labels<'a>,
    pub rows: &'a [ResultsRow<'a>],
    pub cursor: &'a ListCursor,
}

impl StatefulWidget for Overview<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let source_height = match area.height {
            0..=5 => 0,
            6..=9 => 1,
            _ => 3,
        };
        let rows = Layout::vertical([Constraint::Fill(1), Constraint::Length(source_height)]);
        let [list, foot] = rows.areas(area.inner(Margin::new(1, 0)));
        let source = source(self.names);
        let lines = wrap_limited(&source, foot.width, foot.height);
        Text::from_iter(lines).style(self.ctx.style(Role::Quiet)).render(foot, buf);
        if self.rows.is_empty() {
            Text::from_iter(wrap_limited(self.names.get("page-no-advice"), list.width, list.height)).render(list, buf);
            return out.set_cursor(list);
        }
        let selected = self.cursor.selected;
        let mut blocks: Vec<Block<'_>> = (self.rows.iter().enumerate())
            .map(|(row, advice)| Block { heading: Vec::new(), text: self.sentence(advice, row == selected, list), row })
            .collect();
        let height: usize = blocks.iter().map(|block| block.text.height() + 1).sum();
        if height < usize::from(list.height) {
            blocks.iter_mut().skip(1).for_each(|block| block.heading.push(Line::default()));
        }
        let (cursor, theme) = (self.cursor, self.ctx.theme);
        BlockList { blocks, selected: Some(selected), cursor, scrolling: Scrolling::Least, theme }
            .render(list, buf, out);
    }
}

impl Overview<'_> {
    /// Returns the sentence of a row behind a glyph.
    fn sentence(&self, row: &ResultsRow<'_>, is_selected: bool, area: Rect) -> Text<'static> {
        let sentence = match row {
            ResultsRow::Advice(advice) => sentences::sentence(advice, self.names.report, self.names.texts),
            row => self.names.key(&row.key()),
        };
        let glyph = self.ctx.glyph(if is_selected { Glyph::Cursor } else { Glyph::Open });
        let heads = std::iter::once(glyph).chain(std::iter::repeat(" "));
        let lines = wrap(&sentence, item_width(area)).into_iter().zip(heads);
        let lines = lines.map(|(line, head)| Line::from_iter([head.to_owned(), " ".to_owned(), line.into_owned()]));
        lines.collect::<Text<'_>>().style(self.ctx.style(Role::Text))
    }
}

/// Returns what the figures are based on: what was left out, and what could not be used.
fn source(names: &Labels<'_>) -> String {
    let source = &names.report.source;
    let counts = [
        ("page-source-sessions", Some(source.sessions)),
        ("page-source-filtered", Some(source.filtered).filter(|count| *count > 0)),
        ("page-source-damaged", u64::try_from(source.damaged.len()).ok().filter(|count| *count > 0)),
        ("page-source-duplicates", Some(source.duplicates).filter(|count| *count > 0)),
        ("page-source-abandoned", Some(source.abandoned).filter(|count| *count > 0)),
        ("page-source-training", Some(source.training).filter(|count| *count > 0)),
        ("page-source-unsealed", Some(source.unsealed).filter(|count| *count > 0)),
    ];
    let said = counts.into_iter().filter_map(|(id, count)| {
        let value = names.count(count?);
        Some(names.texts.with("results-named", &[("name", names.get(id).into()), ("value", value.into())]))
    });
    said.collect::<Vec<_>>().join(" · ")
}
