//! The tables of an agreement, which every format but CSV and JSON renders.

use crate::analysis::agreement::figures::{Against, Comparison, Figure, NotYet, ObserverRow, Reference, Verdict};
use crate::report::labels::answer_id;
use crate::report::number_format::{NumberFormat, Unit, tidy};
use crate::report::tables::Content::{Head, Interval, Number, Text};
use crate::report::tables::{Cell, Table};

/// Returns the tables that have rows, each with the message of its sheet's name.
pub fn named_tables(format: &NumberFormat<'_>, comparison: &Comparison) -> Vec<(&'static str, Table)> {
    let tables = [
        ("agreement-sheet-observers", observers(format, comparison)),
        ("agreement-sheet-items", items(format, comparison)),
        ("agreement-sheet-observed-by-one", observed_by_one(format, comparison)),
        ("agreement-sheet-timing", timing(format, comparison)),
        ("agreement-sheet-coverage", coverage_by_observer(format, comparison)),
        ("agreement-sheet-coverage-items", coverage_by_item(format, comparison)),
        ("agreement-sheet-confusion", confusion(format, comparison)),
        ("agreement-sheet-meetings", meetings(format, comparison)),
    ];
    tables.into_iter().filter(|(_, table)| !table.rows.is_empty()).collect()
}

/// Returns the cells of a figure and its interval.
fn figure_cells(format: &NumberFormat<'_>, figure: &Figure, n: u64) -> [Cell; 2] {
    [Cell::figure(format, figure.value, n, figure.undefined), Cell::Interval(figure.lower, figure.upper)]
}

/// Returns the name of an observer's verdict.
pub fn verdict_label(format: &NumberFormat<'_>, row: &ObserverRow) -> String {
    let id = match row.verdict {
        Verdict::Ready => "agreement-verdict-ready",
        Verdict::NotYet if row.not_yet == Some(NotYet::FewAnswers) => "agreement-verdict-few-answers",
        Verdict::NotYet if row.not_yet == Some(NotYet::FewMeetings) => "agreement-verdict-few-meetings",
        Verdict::NotYet => "agreement-verdict-not-yet",
        Verdict::Again => "agreement-verdict-again",
        Verdict::ByChance => "agreement-verdict-by-chance",
        Verdict::Unknown => "agreement-verdict-unknown",
    };
    format.texts.get(id).to_owned()
}

/// Returns the table of each observer's agreement, leniency and drift.
pub fn observers(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("observers", format.get("agreement-observers")).columns(
        format,
        [
            ("agreement-observer", Head),
            ("agreement-verdict", Text),
            ("agreement-meetings", Number(Unit::Count)),
            ("page-answers", Number(Unit::Count)),
            ("agreement-left-out", Number(Unit::Count)),
            ("agreement-agreed", Number(Unit::Share)),
            ("agreement-agreed", Interval(Unit::Share)),
            ("agreement-leniency", Number(Unit::SharePoints)),
            ("agreement-leniency", Interval(Unit::SharePoints)),
            ("agreement-kappa", Number(Unit::Coefficient)),
            ("agreement-kappa", Interval(Unit::Coefficient)),
            ("agreement-drift", Number(Unit::SharePoints)),
            ("agreement-drift", Interval(Unit::SharePoints)),
        ],
    );
    for row in &comparison.observers {
        let mut cells = vec![Cell::Text(tidy(&row.observer)), Cell::Text(verdict_label(format, row))];
        cells.extend([row.meetings, row.n, row.left_out].map(Cell::count));
        cells.extend(figure_cells(format, &row.agreed, row.n));
        cells.extend(figure_cells(format, &row.leniency, row.leniency_n));
        cells.extend(figure_cells(format, &row.kappa, row.n));
        match &row.drift {
            Some(drift) => cells.extend(figure_cells(format, &drift.difference, drift.early_n + drift.late_n)),
            None => cells.extend([Cell::Empty, Cell::Interval(None, None)]),
        }
        table.rows.push(cells);
    }
    table
}

/// Returns whether items have a kappa, which needs a reference.
fn has_kappa(comparison: &Comparison) -> bool {
    comparison.against == Against::Reference
}

/// Returns the table of the agreement on each item, after that on all items together.
pub fn items(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("items", format.get("agreement-items")).columns(
        format,
        [
            ("agreement-item", Head),
            ("agreement-units", Number(Unit::Count)),
            ("page-answers", Number(Unit::Count)),
            ("agreement-observed", Number(Unit::Share)),
            ("agreement-observed", Interval(Unit::Share)),
            ("agreement-ac", Number(Unit::Coefficient)),
            ("agreement-ac", Interval(Unit::Coefficient)),
            ("agreement-alpha", Number(Unit::Coefficient)),
            ("agreement-alpha", Interval(Unit::Coefficient)),
            ("agreement-kappa", Number(Unit::Coefficient)),
            ("agreement-kappa", Interval(Unit::Coefficient)),
            ("agreement-agreed", Number(Unit::Share)),
            ("agreement-agreed", Interval(Unit::Share)),
            ("page-remark", Text),
        ],
    );
    let all = (format.get("agreement-all-behaviours").to_owned(), &comparison.overall, None, false);
    let rows = comparison
        .items
        .iter()
        .map(|row| (format.local(&row.label), &row.agreement, Some((&row.agreed, row.compared)), row.unclear));
    for (name, agreement, agreed, unclear) in std::iter::once(all).chain(rows) {
        let mut cells = vec![Cell::Text(name), Cell::count(agreement.n), Cell::count(agreement.answers)];
        for figure in [&agreement.observed, &agreement.ac, &agreement.alpha, &agreement.kappa] {
            cells.extend(figure_cells(format, figure, agreement.answers));
        }
        match agreed {
            Some((agreed, n)) => cells.extend(figure_cells(format, agreed, n)),
            None => cells.extend([Cell::Empty, Cell::Interval(None, None)]),
        }
        let remarks =
            [unclear.then_some("agreement-remark-unclear"), agreement.paradox.then_some("agreement-remark-paradox")];
        let remarks: Vec<&str> = remarks.into_iter().flatten().map(|id| format.texts.get(id)).collect();
        cells.push(if remarks.is_empty() { Cell::Empty } else { Cell::Text(remarks.join(", ")) });
        table.rows.push(cells);
    }
    if !has_kappa(comparison) {
        table = table.without_column("agreement-kappa");
    }
    table
}

/// Returns the table of how often one of two observed an item and the other did not: all items together, then those for
/// which it happened.
pub fn observed_by_one(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("observed-by-one", format.get("agreement-by-one")).columns(
        format,
        [
            ("agreement-item", Head),
            ("agreement-pairs", Number(Unit::Count)),
            ("agreement-by-one-share", Number(Unit::Share)),
            ("agreement-by-one-share", Interval(Unit::Share)),
        ],
    );
    let all = (format.get("agreement-all-items").to_owned(), &comparison.observed_by_one);
    let rows = comparison.items.iter().map(|row| (format.local(&row.label), &row.observed_by_one));
    let rows = rows.filter(|(_, found)| found.share.value.is_some_and(|share| share > 0.0));
    for (name, found) in std::iter::once(all).filter(|(_, all)| all.n > 0).chain(rows) {
        let mut cells = vec![Cell::Text(name), Cell::count(found.n)];
        cells.extend(figure_cells(format, &found.share, found.n));
        table.rows.push(cells);
    }
    table
}

/// Returns the table of how each observer's times match the reference.
pub fn timing(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("timing", format.get("agreement-timing")).columns(
        format,
        [
            ("agreement-observer", Head),
            ("agreement-matched-count", Number(Unit::Count)),
            ("agreement-own-alone", Number(Unit::Count)),
            ("agreement-missed", Number(Unit::Count)),
            ("agreement-untimed-count", Number(Unit::Count)),
            ("agreement-late", Number(Unit::Difference)),
        ],
    );
    let timed = |timing: &crate::analysis::agreement::figures::Timing| {
        timing.matched + timing.alone + timing.missed + timing.untimed > 0
    };
    for row in comparison.observers.iter().filter(|row| timed(&row.timing)) {
        let timing = &row.timing;
        table.rows.push(vec![
            Cell::Text(tidy(&row.observer)),
            Cell::count(timing.matched),
            Cell::count(timing.alone),
            Cell::count(timing.missed),
            Cell::count(timing.untimed),
            Cell::number(timing.median_late_s),
        ]);
    }
    table
}

/// Returns the table of the number of items that each observer had to answer with yes, with no, or with both.
pub fn coverage_by_observer(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = coverage_table(format, "coverage", "agreement-coverage", "agreement-observer")
        .columns(format, [("agreement-unmet", Text)]);
    for row in &comparison.observers {
        let coverage = &row.coverage;
        let counts = [coverage.both, coverage.only_yes, coverage.only_no, coverage.neither];
        let unmet: Vec<String> = row.unmet.iter().map(|item| item_label(format, comparison, item)).collect();
        let counts = counts.map(Cell::count).into_iter().chain([Cell::Text(unmet.join(" · "))]);
        table.rows.push(std::iter::once(Cell::Text(tidy(&row.observer))).chain(counts).collect());
    }
    table
}

/// Returns the table of items that not every observer had to answer both with yes and with no, as numbers of observers.
pub fn coverage_by_item(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = coverage_table(format, "coverage-items", "agreement-coverage-items", "agreement-item");
    for row in comparison.coverage.iter().filter(|row| row.both < row.observers) {
        let counts = [row.both, row.only_yes, row.only_no, row.neither];
        let label = item_label(format, comparison, &row.item);
        table.rows.push(std::iter::once(Cell::Text(label)).chain(counts.map(Cell::count)).collect());
    }
    table
}

fn coverage_table(format: &NumberFormat<'_>, id: &'static str, caption: &str, head: &'static str) -> Table {
    Table::new(id, format.texts.get(caption)).columns(
        format,
        [
            (head, Head),
            ("agreement-both", Number(Unit::Count)),
            ("agreement-only-yes", Number(Unit::Count)),
            ("agreement-only-no", Number(Unit::Count)),
            ("agreement-neither", Number(Unit::Count)),
        ],
    )
}

/// Returns the label of an item, or its id if the comparison lacks it.
pub fn item_label(format: &NumberFormat<'_>, comparison: &Comparison, item: &str) -> String {
    let row = comparison.items.iter().find(|row| row.item == item);
    row.map_or_else(|| tidy(item), |row| format.local(&row.label))
}

/// Returns the table of wrong answers beside the expected ones, the most frequent first.
pub fn confusion(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("confusion", format.get("agreement-confusion")).columns(
        format,
        [
            ("agreement-item", Head),
            ("agreement-expected", Text),
            ("agreement-answered", Text),
            ("agreement-times", Number(Unit::Count)),
        ],
    );
    let mut rows: Vec<_> = comparison.confusion.iter().filter(|row| row.expected != row.answered).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.n));
    for row in rows {
        let label = item_label(format, comparison, &row.item);
        let answer = |value: &str| Cell::Text(answer_label(format, value));
        table.rows.push(vec![Cell::Text(label), answer(&row.expected), answer(&row.answered), Cell::count(row.n)]);
    }
    table
}

/// Returns the name of an answer that every checklist has; other values are only cleaned.
fn answer_label(format: &NumberFormat<'_>, value: &str) -> String {
    answer_id(value).map_or_else(|| tidy(value), |id| format.texts.get(id).to_owned())
}

/// Returns the table of the compared visits: one row per meeting.
pub fn meetings(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("meetings", format.get("agreement-meetings-caption")).columns(
        format,
        [
            ("agreement-meeting", Head),
            ("page-site", Text),
            ("agreement-observers-count", Number(Unit::Count)),
            ("agreement-has-reference", Text),
            ("agreement-again-names", Text),
        ],
    );
    for meeting in &comparison.meetings {
        let reference = match &meeting.reference {
            Some(Reference::Session { id }) => Cell::text(&tidy(id)),
            Some(Reference::Scenario { id, version, .. }) => Cell::Text(tidy(&format!("{id} {version}"))),
            None => Cell::Empty,
        };
        table.rows.push(vec![
            Cell::Text(tidy(&meeting.name)),
            Cell::Text(tidy(&meeting.site)),
            Cell::count(meeting.observers),
            reference,
            Cell::Text(tidy(&meeting.again.join(", "))),
        ]);
    }
    table
}
