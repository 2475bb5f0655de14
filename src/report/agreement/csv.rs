//! An agreement as tidy CSV: one row for each figure. Labels never depend on the language.

use crate::analysis::agreement::figures::{Agreement, Comparison, Figure, Leniency};
use crate::report::flat::Holds;
use crate::report::separated::{Excel, Separated};
use crate::stats::Undefined;
use std::io;

/// The columns; what a verdict or a leaning says is the last one, in the format of the JSON format.
const COLUMNS: [(&str, Holds); 11] = [
    ("question", Holds::String),
    ("checklist", Holds::String),
    ("observer", Holds::String),
    ("item", Holds::String),
    ("figure", Holds::String),
    ("value", Holds::Number),
    ("lower", Holds::Number),
    ("upper", Holds::Number),
    ("n", Holds::Integer),
    ("undefined", Holds::String),
    ("says", Holds::String),
];

/// Gives the columns of the file, and what each holds.
pub fn columns() -> impl Iterator<Item = (&'static str, Holds)> {
    COLUMNS.into_iter()
}

/// A file being written, and what its rows are about.
struct Rows {
    cells: Separated<Vec<u8>>,
    checklist: String,
}

impl Rows {
    fn row(
        &mut self,
        question: &str,
        (observer, item): (&str, &str),
        name: &str,
        figure: &Figure,
        n: u64,
    ) -> io::Result<()> {
        for text in [question, &self.checklist.clone(), observer, item, name] {
            self.cells.text(text)?;
        }
        self.cells.number(figure.value)?;
        self.cells.number(figure.lower)?;
        self.cells.number(figure.upper)?;
        self.cells.whole(Some(n))?;
        self.cells.text(figure.undefined.map_or("", Undefined::code))?;
        self.cells.text("")?;
        self.cells.end_row()
    }

    /// Writes what is said of an observer: no number.
    fn says(&mut self, observer: &str, name: &str, says: &'static str, n: u64) -> io::Result<()> {
        for text in ["observers", &self.checklist.clone(), observer, "", name] {
            self.cells.text(text)?;
        }
        for _ in ["value", "lower", "upper"] {
            self.cells.number(None)?;
        }
        self.cells.whole(Some(n))?;
        for text in ["", says] {
            self.cells.text(text)?;
        }
        self.cells.end_row()
    }

    fn number(&mut self, question: &str, of: (&str, &str), name: &str, value: u64, n: u64) -> io::Result<()> {
        let value = Some(crate::report::number_format::float(value));
        self.row(question, of, name, &Figure { value, ..Figure::default() }, n)
    }
}

/// Writes every figure.
///
/// # Errors
/// None that writing to memory can have.
pub fn figures(agreement: &Agreement, excel: Excel) -> io::Result<Vec<u8>> {
    let cells = Separated::begin(Vec::new(), excel, COLUMNS.iter().map(|(name, _)| *name))?;
    let mut rows = Rows { cells, checklist: String::new() };
    for comparison in &agreement.comparisons {
        rows.checklist = format!("{} {}", comparison.checklist, comparison.versions.join("+"));
        of_items(comparison, &mut rows)?;
        of_observers(comparison, &mut rows)?;
        for row in &comparison.confusion {
            let name = format!("{} -> {}", row.expected, row.answered);
            rows.number("confusion", ("", &row.item), &name, row.n, row.n)?;
        }
    }
    rows.cells.finish()
}

fn of_items(comparison: &Comparison, rows: &mut Rows) -> io::Result<()> {
    let all = std::iter::once(("", &comparison.overall));
    for (item, agreement) in all.chain(comparison.items.iter().map(|row| (row.item.as_str(), &row.agreement))) {
        let ac = if agreement.weighted { "gwet_ac2" } else { "gwet_ac1" };
        let figures = [
            ("observed_agreement", &agreement.observed),
            (ac, &agreement.ac),
            ("krippendorff_alpha", &agreement.alpha),
            ("cohen_kappa", &agreement.kappa),
        ];
        for (name, figure) in figures {
            rows.row("agreement", ("", item), name, figure, agreement.n)?;
        }
        rows.number("agreement", ("", item), "paradox", u64::from(agreement.paradox), agreement.n)?;
    }
    for row in &comparison.items {
        rows.row("items", ("", &row.item), "agreed", &row.agreed, row.compared)?;
        rows.number("items", ("", &row.item), "unclear", u64::from(row.unclear), row.compared)?;
    }
    for row in &comparison.coverage {
        let counts =
            [("both", row.both), ("only_yes", row.only_yes), ("only_no", row.only_no), ("neither", row.neither)];
        for (name, value) in counts {
            rows.number("coverage", ("", &row.item), name, value, row.observers)?;
        }
    }
    Ok(())
}

fn of_observers(comparison: &Comparison, rows: &mut Rows) -> io::Result<()> {
    for (name, found) in [("share", &comparison.clustering.share), ("leniency", &comparison.clustering.leniency)] {
        let figure = Figure { value: found.effect, undefined: found.undefined, ..Figure::default() };
        rows.row("design_effect", ("", ""), name, &figure, found.n)?;
    }
    for row in &comparison.observers {
        let of = (row.observer.as_str(), "");
        rows.says(&row.observer, "verdict", row.verdict.name(), row.n)?;
        rows.says(&row.observer, "leaning", row.lenient.map_or("", Leniency::name), row.leniency_n)?;
        rows.row("observers", of, "agreed", &row.agreed, row.n)?;
        rows.row("observers", of, "cohen_kappa", &row.kappa, row.n)?;
        rows.row("observers", of, "leniency", &row.leniency, row.leniency_n)?;
        if let Some(drift) = &row.drift {
            for (name, share, n) in [("early", drift.early, drift.early_n), ("late", drift.late, drift.late_n)] {
                rows.row("drift", of, name, &Figure { value: Some(share), ..Figure::default() }, n)?;
            }
            rows.number("drift", of, "certain", u64::from(drift.certain), drift.early_n + drift.late_n)?;
            rows.row("observers", of, "drift", &drift.difference, drift.early_n + drift.late_n)?;
        }
        let (met, timing) = (&row.coverage, &row.timing);
        let items = met.both + met.only_yes + met.only_no + met.neither;
        let counts =
            [("both", met.both), ("only_yes", met.only_yes), ("only_no", met.only_no), ("neither", met.neither)];
        for (name, value) in counts {
            rows.number("coverage", of, name, value, items)?;
        }
        let times = timing.matched + timing.alone + timing.missed;
        for (name, value) in [("matched", timing.matched), ("alone", timing.alone), ("missed", timing.missed)] {
            rows.number("timing", of, name, value, times)?;
        }
        rows.number("timing", of, "untimed", timing.untimed, times + timing.untimed)?;
        let late = Figure { value: timing.median_late_s, ..Figure::default() };
        rows.row("timing", of, "median_late_s", &late, timing.matched)?;
    }
    Ok(())
}
