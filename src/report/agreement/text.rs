//! An agreement as text for a terminal: findings, sources, then tables.

use super::sentences::{comparison_title, finding_sentence, source_sentences};
use super::tables;
use crate::analysis::agreement::figures::{Agreement, Comparison};
use crate::report::number_format::NumberFormat;
use crate::report::tables::Table;
use crate::report::text::grid::TextWriter;

/// The maximum number of rows of a table; the other formats have all rows.
const MAX_ROWS: usize = 30;

/// Renders an agreement in lines of at most `width` columns, with ANSI styles if `colour` is set.
pub fn render(agreement: &Agreement, format: &NumberFormat<'_>, width: usize, colour: bool) -> String {
    let mut writer = TextWriter::new(width, colour);
    for comparison in &agreement.comparisons {
        let title = comparison_title(format, comparison);
        writer.heading(&format.texts.with("agreement-heading", &[("title", title.into())]));
        for finding in &comparison.reading {
            writer.item(&finding_sentence(format, comparison, finding));
        }
    }
    writer.heading(format.get("agreement-about"));
    for sentence in source_sentences(format, agreement) {
        writer.item(&sentence);
    }
    for comparison in &agreement.comparisons {
        if agreement.comparisons.len() > 1 {
            writer.heading(&comparison_title(format, comparison));
        }
        write_tables(comparison, format, &mut writer);
    }
    writer.finish()
}

fn write_tables(comparison: &Comparison, format: &NumberFormat<'_>, writer: &mut TextWriter) {
    let timing = ["agreement-matched-count", "agreement-own-alone", "agreement-missed", "agreement-untimed-count"];
    let coverage = ["agreement-both", "agreement-only-yes", "agreement-only-no", "agreement-neither"];
    let observers = [
        "agreement-verdict",
        "page-answers",
        "agreement-agreed",
        "agreement-agreed ±",
        "agreement-leniency",
        "agreement-leniency ±",
    ];
    let items = [
        "page-answers",
        "agreement-observed",
        "agreement-ac",
        "agreement-ac ±",
        "agreement-alpha",
        "agreement-kappa",
        "page-remark",
    ];
    let confusion = ["agreement-expected", "agreement-answered", "agreement-times"];
    let by_one = ["agreement-pairs", "agreement-by-one-share", "agreement-by-one-share ±"];
    let tables: [(Table, &[&str]); 7] = [
        (tables::observers(format, comparison), &observers),
        (tables::items(format, comparison), &items),
        (tables::observed_by_one(format, comparison), &by_one),
        (tables::timing(format, comparison), &timing),
        (tables::coverage_by_observer(format, comparison), &coverage),
        (tables::coverage_by_item(format, comparison), &coverage),
        (tables::confusion(format, comparison), &confusion),
    ];
    for (mut table, columns) in tables.into_iter().filter(|(table, _)| !table.rows.is_empty()) {
        let left_out = table.rows.len().saturating_sub(MAX_ROWS);
        table.rows.truncate(MAX_ROWS);
        writer.heading(&table.caption);
        writer.table(format, &table, columns, None);
        if left_out > 0 {
            writer.quiet(&format.texts.with("page-more-rows", &[("rows", format.count(left_out as u64).into())]));
        }
    }
}
