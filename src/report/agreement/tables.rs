//! The tables of an agreement: what the text, the page and the spreadsheet all show.

use crate::analysis::agreement::figures::{Against, Comparison, Figure, Reference, Verdict};
use crate::report::names::{Words, tidy};
use crate::report::tables::{Cell, Table, Unit, count, number, text};

/// Where kappa and its limits stand among the columns of the items.
const KAPPA: std::ops::Range<usize> = 12..15;

/// Gives every table, with the name of its sheet.
pub fn all(words: &Words<'_>, comparison: &Comparison) -> Vec<(&'static str, Table)> {
    let tables = [
        ("agreement-sheet-observers", observers(words, comparison)),
        ("agreement-sheet-items", items(words, comparison)),
        ("agreement-sheet-timing", timing(words, comparison)),
        ("agreement-sheet-coverage", coverage(words, comparison)),
        ("agreement-sheet-coverage-items", coverage_of_items(words, comparison)),
        ("agreement-sheet-confusion", confusion(words, comparison)),
        ("agreement-sheet-meetings", meetings(words, comparison)),
    ];
    tables.into_iter().filter(|(_, table)| !table.rows.is_empty()).collect()
}

/// Gives a figure and its limits.
fn figure(words: &Words<'_>, figure: &Figure, n: u64) -> [Cell; 3] {
    let value = match figure.value {
        Some(value) => Cell::Number(value),
        None => Cell::Undefined(words.undefined(n), words.reason(figure.undefined.unwrap_or_default()).to_owned()),
    };
    [value, number(figure.lower), number(figure.upper)]
}

/// Gives how an observer's verdict is called.
pub fn verdict(words: &Words<'_>, verdict: Verdict) -> String {
    let id = match verdict {
        Verdict::Ready => "agreement-verdict-ready",
        Verdict::NotYet => "agreement-verdict-not-yet",
        Verdict::Again => "agreement-verdict-again",
        Verdict::ByChance => "agreement-verdict-by-chance",
        Verdict::Unknown => "agreement-verdict-unknown",
    };
    words.texts.get(id).to_owned()
}

/// Gives who agrees, and who leans which way.
pub fn observers(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("observers", words.get("agreement-observers")).columns(
        words,
        [
            ("agreement-observer", Unit::Head),
            ("agreement-verdict", Unit::Text),
            ("agreement-meetings", Unit::Count),
            ("page-answers", Unit::Count),
            ("agreement-agreed", Unit::Share),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-leniency", Unit::SharePoints),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-kappa", Unit::Coefficient),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-drift", Unit::SharePoints),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
        ],
    );
    for row in &comparison.observers {
        let mut cells = vec![text(&tidy(&row.observer)), text(&verdict(words, row.verdict))];
        cells.extend([count(row.meetings), count(row.n)]);
        cells.extend(figure(words, &row.agreed, row.n));
        cells.extend(figure(words, &row.leniency, row.leniency_n));
        cells.extend(figure(words, &row.kappa, row.n));
        match &row.drift {
            Some(drift) => cells.extend(figure(words, &drift.difference, drift.early_n + drift.late_n)),
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]),
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
pub fn items(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("items", words.get("agreement-items")).columns(
        words,
        [
            ("agreement-item", Unit::Head),
            ("agreement-units", Unit::Count),
            ("page-answers", Unit::Count),
            ("agreement-observed", Unit::Share),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-ac", Unit::Coefficient),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-alpha", Unit::Coefficient),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-kappa", Unit::Coefficient),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("agreement-agreed", Unit::Share),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("page-remark", Unit::Text),
        ],
    );
    let all = (words.get("agreement-all-behaviours").to_owned(), &comparison.overall, None, false);
    let rows = comparison
        .items
        .iter()
        .map(|row| (words.local(&row.label), &row.agreement, Some((&row.agreed, row.compared)), row.unclear));
    for (name, agreement, agreed, unclear) in std::iter::once(all).chain(rows) {
        let mut cells = vec![text(&name), count(agreement.n), count(agreement.answers)];
        for one in [&agreement.observed, &agreement.ac, &agreement.alpha, &agreement.kappa] {
            cells.extend(figure(words, one, agreement.answers));
        }
        match agreed {
            Some((agreed, n)) => cells.extend(figure(words, agreed, n)),
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]),
        }
        let remarks =
            [unclear.then_some("agreement-remark-unclear"), agreement.paradox.then_some("agreement-remark-paradox")];
        let remarks: Vec<&str> = remarks.into_iter().flatten().map(|id| words.texts.get(id)).collect();
        cells.push(if remarks.is_empty() { Cell::Empty } else { text(&remarks.join(", ")) });
        table.rows.push(cells);
    }
    if !has_kappa(comparison) {
        table.columns.drain(KAPPA);
        table.rows.iter_mut().for_each(|row| _ = row.drain(KAPPA));
    }
    table
}

/// Gives how the observers' times match.
pub fn timing(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("timing", words.get("agreement-timing")).columns(
        words,
        [
            ("agreement-observer", Unit::Head),
            ("agreement-matched-count", Unit::Count),
            ("agreement-own-alone", Unit::Count),
            ("agreement-missed", Unit::Count),
            ("agreement-untimed-count", Unit::Count),
            ("agreement-late", Unit::Difference),
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
pub fn coverage(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = met(words, "coverage", "agreement-coverage", "agreement-observer")
        .columns(words, [("agreement-unmet", Unit::Text)]);
    for row in &comparison.observers {
        let met = &row.coverage;
        let counts = [met.both, met.only_yes, met.only_no, met.neither];
        let unmet: Vec<String> = row.unmet.iter().map(|item| label(words, comparison, item)).collect();
        let counts = counts.map(count).into_iter().chain([text(&unmet.join(" · "))]);
        table.rows.push(std::iter::once(text(&tidy(&row.observer))).chain(counts).collect());
    }
    table
}

/// Gives the items that not everybody met with a yes and with a no: how many observers.
pub fn coverage_of_items(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = met(words, "coverage-items", "agreement-coverage-items", "agreement-item");
    for row in comparison.coverage.iter().filter(|row| row.both < row.observers) {
        let counts = [row.both, row.only_yes, row.only_no, row.neither];
        let label = label(words, comparison, &row.item);
        table.rows.push(std::iter::once(text(&label)).chain(counts.map(count)).collect());
    }
    table
}

fn met(words: &Words<'_>, id: &'static str, caption: &str, head: &str) -> Table {
    Table::new(id, words.texts.get(caption)).columns(
        words,
        [
            (head, Unit::Head),
            ("agreement-both", Unit::Count),
            ("agreement-only-yes", Unit::Count),
            ("agreement-only-no", Unit::Count),
            ("agreement-neither", Unit::Count),
        ],
    )
}

/// Gives what observers read of an item.
pub fn label(words: &Words<'_>, comparison: &Comparison, item: &str) -> String {
    let row = comparison.items.iter().find(|row| row.item == item);
    row.map_or_else(|| tidy(item), |row| words.local(&row.label))
}

/// Gives which answers were given where others were expected, the most frequent first.
pub fn confusion(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("confusion", words.get("agreement-confusion")).columns(
        words,
        [
            ("agreement-item", Unit::Head),
            ("agreement-expected", Unit::Text),
            ("agreement-answered", Unit::Text),
            ("agreement-times", Unit::Count),
        ],
    );
    let mut rows: Vec<_> = comparison.confusion.iter().filter(|row| row.expected != row.answered).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.n));
    for row in rows {
        let label = label(words, comparison, &row.item);
        let answer = |value: &str| text(&answer(words, value));
        table.rows.push(vec![text(&label), answer(&row.expected), answer(&row.answered), count(row.n)]);
    }
    table
}

/// Gives an answer in words, where it is one of those that every checklist has.
fn answer(words: &Words<'_>, value: &str) -> String {
    let id = match value {
        "yes" => "value-yes",
        "partly" => "value-partly",
        "no" => "value-no",
        "not_applicable" => "value-not-applicable",
        "not_observed" => "value-not-observed",
        "never" => "value-never",
        other => return tidy(other),
    };
    words.texts.get(id).to_owned()
}

/// Gives what was compared.
pub fn meetings(words: &Words<'_>, comparison: &Comparison) -> Table {
    let mut table = Table::new("meetings", words.get("agreement-meetings-caption")).columns(
        words,
        [
            ("agreement-meeting", Unit::Head),
            ("page-site", Unit::Text),
            ("agreement-observers-count", Unit::Count),
            ("agreement-has-reference", Unit::Text),
            ("agreement-again-names", Unit::Text),
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
