//! Where to act first: the sentences, and what they are based on.

use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::sentences;
use crate::ui::prelude::*;

/// Renders the sentences, one below the other.
pub fn render_overview(
    ctx: &RenderContext<'_>,
    names: &Labels<'_>,
    rows: &[ResultsRow<'_>],
    cursor: &ListCursor,
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let source_height = match area.height {
        0..=5 => 0,
        6..=9 => 1,
        _ => 3,
    };
    let [list, foot] = Layout::vertical([Fill(1), Length(source_height)]).areas(padded(area));
    ctx.fitted(&source(names), foot, Role::Quiet).render(foot, buf);
    if rows.is_empty() {
        ctx.fitted(names.get("page-no-advice"), list, Role::Text).render(list, buf);
        return out.set_cursor(list);
    }
    let sentence = |(index, row): (usize, &ResultsRow<'_>)| {
        let ResultsRow::Advice(advice) = row else { return Block::default() };
        let sentence = sentences::advice_sentence(advice, names.report, names.texts);
        let glyph = ctx.glyph(if index == cursor.selected { Glyph::Cursor } else { Glyph::Open });
        Block::from(ctx.columns().text(glyph, Role::Text).gap(1).wrapped(list.width, sentence, Role::Text))
    };
    let mut blocks: Vec<Block<'_>> = rows.iter().enumerate().map(sentence).collect();
    let height: usize = blocks.iter().map(|block| block.text.height() + 1).sum();
    if height < usize::from(list.height) {
        blocks.iter_mut().skip(1).for_each(|block| block.heading.push(Line::default()));
    }
    BlockList::new(blocks, cursor, ctx.theme).render(list, buf, out);
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
