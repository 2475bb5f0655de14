//! Where to act first: the sentences, and what they are based on.

use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::sentences;
use crate::ui::prelude::*;

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
        let [list, foot] = Layout::vertical([Fill(1), Length(source_height)]).areas(padded(area));
        self.ctx.fitted(&source(self.names), foot, Role::Quiet).render(foot, buf);
        if self.rows.is_empty() {
            self.ctx.fitted(self.names.get("page-no-advice"), list, Role::Text).render(list, buf);
            return out.set_cursor(list);
        }
        let sentence = |(index, row)| Block::from(self.sentence(row, index == self.cursor.selected, list));
        let mut blocks: Vec<Block<'_>> = self.rows.iter().enumerate().map(sentence).collect();
        let height: usize = blocks.iter().map(|block| block.text.height() + 1).sum();
        if height < usize::from(list.height) {
            blocks.iter_mut().skip(1).for_each(|block| block.heading.push(Line::default()));
        }
        BlockList::new(blocks, self.cursor, self.ctx.theme).render(list, buf, out);
    }
}

impl Overview<'_> {
    /// Returns the sentence of a row behind a glyph.
    fn sentence(&self, row: &ResultsRow<'_>, is_selected: bool, area: Rect) -> Text<'static> {
        let sentence = match row {
            ResultsRow::Advice(advice) => sentences::advice_sentence(advice, self.names.report, self.names.texts),
            row => self.names.key(&row.key()),
        };
        let glyph = self.ctx.glyph(if is_selected { Glyph::Cursor } else { Glyph::Open });
        self.ctx.columns().text(glyph, Role::Text).gap(1).wrapped(area.width, sentence, Role::Text)
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
