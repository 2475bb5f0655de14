//! The tables of an agreement: what the text, the page and the spreadsheet all show.

use crate::analysis::agreement::figures::{Against, Comparison, Figure, Reference, Verdict};
use crate::report::number_format::Unit;
use crate::report::number_format::{NumberFormat, tidy};
use crate::report::tables::Content::{Head, Interval, Number, Text};
use crate::report::tables::{self, Cell, Table, count, number, text};

/// Gives every table, with the name of its sheet.
pub fn all(format: &NumberFormat<'_>, comparison: &Comparison) -> Vec<(&'static str, Table)> {
    let tables = [
        ("agreement-sheet-observers", observers(format, comparison)),
        ("agreement-sheet-items", items(format, comparison)),
        ("agreement-sheet-timing", timing(format, comparison)),
        ("agreement-sheet-coverage", coverage(format, comparison)),
        ("agreement-sheet-coverage-items", coverage_of_items(format, comparison)),
        ("agreement-sheet-confusion", confusion(format, comparison)),
        ("agreement-sheet-meetings", meetings(format, comparison)),
    ];
    tables.into_iter().filter(|(_, table)| !table.rows.is_empty()).collect()
}

/// Returns the cells of a figure and its interval.
fn figure(format: &NumberFormat<'_>, figure: &Figure, n: u64) -> [Cell; 2] {
    [tables::figure(format, figure.value, n, figure.undefined), Cell::Interval(figure.lower, figure.upper)]
}

/// Gives how an observer's verdict is called.
pub fn verdict(format: &NumberFormat<'_>, verdict: Verdict) -> String {
    let id = match verdict {
        Verdict::Ready => "agreement-verdict-ready",
        Verdict::NotYet => "agreement-verdict-not-yet",
        Verdict::Again => "agreement-verdict-again",
        Verdict::ByChance => "agreement-verdict-by-chance",
        Verdict::Unknown => "agreement-verdict-unknown",
    };
    format.texts.get(id).to_owned()
}

/// Gives who agrees, and who leans which way.
pub fn observers(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("observers", format.get("agreement-observers")).columns(
        format,
        [
            ("agreement-observer", Head),
            ("agreement-verdict", Text),
            ("agreement-meetings", Number(Unit::Count)),
            ("page-answers", Number(Unit::Count)),
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
        let mut cells = vec![text(&tidy(&row.observer)), text(&verdict(format, row.verdict))];
        cells.extend([count(row.meetings), count(row.n)]);
        cells.extend(figure(format, &row.agreed, row.n));
        cells.extend(figure(format, &row.leniency, row.leniency_n));
        cells.extend(figure(format, &row.kappa, row.n));
        match &row.drift {
            Some(drift) => cells.extend(figure(format, &drift.difference, drift.early_n + drift.late_n)),
            None => cells.extend([Cell::Empty, Cell::Interval(None, None)]),
        }
        table.rows.push(cells);
    }
    table
}

/// Tells whether there is a reference, without which items have no kappa.
pub fn has_kappa(comparison: &Comparison) -> bool {
    comparison.against == Against::Reference
}

/// Gives how well observers agree on each item, all of them first.
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
        let mut cells = vec![text(&name), count(agreement.n), count(agreement.answers)];
        for one in [&agreement.observed, &agreement.ac, &agreement.alpha, &agreement.kappa] {
            cells.extend(figure(format, one, agreement.answers));
        }
        match agreed {
            Some((agreed, n)) => cells.extend(figure(format, agreed, n)),
            None => cells.extend([Cell::Empty, Cell::Interval(None, None)]),
        }
        let remarks =
            [unclear.then_some("agreement-remark-unclear"), agreement.paradox.then_some("agreement-remark-paradox")];
        let remarks: Vec<&str> = remarks.into_iter().flatten().map(|id| format.texts.get(id)).collect();
        cells.push(if remarks.is_empty() { Cell::Empty } else { text(&remarks.join(", ")) });
        table.rows.push(cells);
    }
    if !has_kappa(comparison) {
        table = table.without_column("agreement-kappa");
    }
    table
}

/// Gives how the observers' times match.
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
            text(&tidy(&row.observer)),
            count(timing.matched),
            count(timing.alone),
            count(timing.missed),
            count(timing.untimed),
            number(timing.median_late_s),
        ]);
    }
    table
}

/// Gives what each observer has met: how many items.
pub fn coverage(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = met(format, "coverage", "agreement-coverage", "agreement-observer")
        .columns(format, [("agreement-unmet", Text)]);
    for row in &comparison.observers {
        let met = &row.coverage;
        let counts = [met.both, met.only_yes, met.only_no, met.neither];
        let unmet: Vec<String> = row.unmet.iter().map(|item| label(format, comparison, item)).collect();
        let counts = counts.map(count).into_iter().chain([text(&unmet.join(" · "))]);
        table.rows.push(std::iter::once(text(&tidy(&row.observer))).chain(counts).collect());
    }
    table
}

/// Gives the items that not everybody met with a yes and with a no: how many observers.
pub fn coverage_of_items(format: &NumberFormat<'_>, comparison: &Comparison) -> Table {
    let mut table = met(format, "coverage-items", "agreement-coverage-items", "agreement-item");
    for row in comparison.coverage.iter().filter(|row| row.both < row.observers) {
        let counts = [row.both, row.only_yes, row.only_no, row.neither];
        let label = label(format, comparison, &row.item);
        table.rows.push(std::iter::once(text(&label)).chain(counts.map(count)).collect());
    }
    table
}

fn met(format: &NumberFormat<'_>, id: &'static str, caption: &str, head: &'static str) -> Table {
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

/// Gives what observers read of an item.
pub fn label(format: &NumberFormat<'_>, comparison: &Comparison, item: &str) -> String {
    let row = comparison.items.iter().find(|row| row.item == item);
    row.map_or_else(|| tidy(item), |row| format.local(&row.label))
}

/// Gives which answers were given where others were expected, the most frequent first.
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
        let label = label(format, comparison, &row.item);
        let answer = |value: &str| text(&answer(format, value));
        table.rows.push(vec![text(&label), answer(&row.expected), answer(&row.answered), count(row.n)]);
    }
    table
}

/// Gives an answer in words, where it is one of those that every checklist has.
fn answer(format: &NumberFormat<'_>, value: &str) -> String {
    let id = match value {
        "yes" => "value-yes",
        "partly" => "value-partly",
        "no" => "value-no",
        "not_applicable" => "value-not-applicable",
        "not_observed" => "value-not-observed",
        "never" => "value-never",
        other => return tidy(other),
    };
    format.texts.get(id).to_owned()
}

/// Gives what was compared.
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
            Some(Reference::Session { id }) => text(&tidy(id)),
            Some(Reference::Scenario { id, version, .. }) => text(&tidy(&format!("{id} {version}"))),
            None => Cell::Empty,
        };
        table.rows.push(vec![
            text(&tidy(&meeting.name)),
            text(&tidy(&meeting.site)),
            count(meeting.observers),
            reference,
            text(&tidy(&meeting.again.join(", "))),
        ]);
    }
    table
}
