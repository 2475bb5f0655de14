//! An agreement as tidy CSV: one row per figure. Names do not depend on the language.

use crate::analysis::agreement::figures::{Agreement, Comparison, Figure, Leniency, NotYet};
use crate::analysis::figures::Undefined;
use crate::report::csv_writer::{CsvWriter, Excel};
use crate::report::number_format::float;
use crate::report::tidy_rows::ColumnType;
use std::io;

/// The columns. The last holds verdicts and leanings, as they are named in JSON.
const COLUMNS: [(&str, ColumnType); 11] = [
    ("question", ColumnType::String),
    ("checklist", ColumnType::String),
    ("observer", ColumnType::String),
    ("item", ColumnType::String),
    ("figure", ColumnType::String),
    ("value", ColumnType::Number),
    ("lower", ColumnType::Number),
    ("upper", ColumnType::Number),
    ("n", ColumnType::Integer),
    ("undefined", ColumnType::String),
    ("says", ColumnType::String),
];

/// Returns the columns of the file and their types.
pub fn columns() -> impl Iterator<Item = (&'static str, ColumnType)> {
    COLUMNS.into_iter()
}

/// Writes rows about one checklist.
struct RowWriter {
    cells: CsvWriter<Vec<u8>>,
    checklist: String,
}

impl RowWriter {
    /// Writes a row; `finding` is a verdict or a leaning, which is a name and not a number.
    fn write_row(
        &mut self,
        [question, observer, item, name]: [&str; 4],
        figure: &Figure,
        n: u64,
        finding: &str,
    ) -> io::Result<()> {
        let Self { cells, checklist } = self;
        [question, checklist, observer, item, name].into_iter().try_for_each(|text| cells.write_text(text))?;
        [figure.value, figure.lower, figure.upper].into_iter().try_for_each(|number| cells.write_number(number))?;
        cells.write_integer(Some(n))?;
        cells.write_text(figure.undefined.map_or("", Undefined::code))?;
        cells.write_text(finding)?;
        cells.end_row()
    }

    fn write_figure(
        &mut self,
        question: &str,
        (observer, item): (&str, &str),
        name: &str,
        figure: &Figure,
        n: u64,
    ) -> io::Result<()> {
        self.write_row([question, observer, item, name], figure, n, "")
    }

    fn write_finding(&mut self, observer: &str, name: &str, finding: &str, n: u64) -> io::Result<()> {
        self.write_row(["observers", observer, "", name], &Figure::default(), n, finding)
    }

    fn write_count(&mut self, question: &str, subject: (&str, &str), name: &str, value: u64, n: u64) -> io::Result<()> {
        let value = Some(float(value));
        self.write_figure(question, subject, name, &Figure { value, ..Figure::default() }, n)
    }
}

/// Renders an agreement as CSV.
pub fn render(agreement: &Agreement, excel: Excel) -> io::Result<Vec<u8>> {
    let cells = CsvWriter::new(Vec::new(), excel, COLUMNS.iter().map(|(name, _)| *name))?;
    let mut rows = RowWriter { cells, checklist: String::new() };
    for comparison in &agreement.comparisons {
        rows.checklist = format!("{} {}", comparison.checklist, comparison.versions.join("+"));
        write_items(comparison, &mut rows)?;
        write_observers(comparison, &mut rows)?;
        for row in &comparison.confusion {
            let name = format!("{} -> {}", row.expected, row.answered);
            rows.write_count("confusion", ("", &row.item), &name, row.n, row.n)?;
        }
    }
    rows.cells.into_inner()
}

fn write_items(comparison: &Comparison, rows: &mut RowWriter) -> io::Result<()> {
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
            rows.write_figure("agreement", ("", item), name, figure, agreement.n)?;
        }
        rows.write_count("agreement", ("", item), "paradox", u64::from(agreement.paradox), agreement.n)?;
    }
    let all = std::iter::once(("", &comparison.observed_by_one));
    for (item, found) in all.chain(comparison.items.iter().map(|row| (row.item.as_str(), &row.observed_by_one))) {
        rows.write_figure("observed_by_one", ("", item), "share", &found.share, found.n)?;
        rows.write_count("observed_by_one", ("", item), "too_often", u64::from(found.too_often), found.n)?;
    }
    for row in &comparison.items {
        rows.write_figure("items", ("", &row.item), "agreed", &row.agreed, row.compared)?;
        rows.write_count("items", ("", &row.item), "unclear", u64::from(row.unclear), row.compared)?;
    }
    for row in &comparison.coverage {
        let counts =
            [("both", row.both), ("only_yes", row.only_yes), ("only_no", row.only_no), ("neither", row.neither)];
        for (name, value) in counts {
            rows.write_count("coverage", ("", &row.item), name, value, row.observers)?;
        }
    }
    Ok(())
}

fn write_observers(comparison: &Comparison, rows: &mut RowWriter) -> io::Result<()> {
    for (name, effect) in [("share", &comparison.clustering.share), ("leniency", &comparison.clustering.leniency)] {
        let figure = Figure { value: effect.effect, undefined: effect.undefined, ..Figure::default() };
        rows.write_figure("design_effect", ("", ""), name, &figure, effect.n)?;
    }
    for row in &comparison.observers {
        let subject = (row.observer.as_str(), "");
        rows.write_finding(&row.observer, "verdict", row.verdict.name(), row.n)?;
        rows.write_finding(&row.observer, "not_yet", row.not_yet.map_or("", NotYet::name), row.n)?;
        rows.write_count("observers", subject, "meetings", row.meetings, row.meetings)?;
        rows.write_count("observers", subject, "meetings_compared", row.meetings_compared, row.meetings)?;
        rows.write_count("observers", subject, "left_out", row.left_out, row.n + row.left_out)?;
        rows.write_finding(&row.observer, "leaning", row.lenient.map_or("", Leniency::name), row.leniency_n)?;
        rows.write_figure("observers", subject, "agreed", &row.agreed, row.n)?;
        rows.write_figure("observers", subject, "cohen_kappa", &row.kappa, row.n)?;
        rows.write_figure("observers", subject, "leniency", &row.leniency, row.leniency_n)?;
        if let Some(drift) = &row.drift {
            for (name, share, n) in [("early", drift.early, drift.early_n), ("late", drift.late, drift.late_n)] {
                rows.write_figure("drift", subject, name, &Figure { value: Some(share), ..Figure::default() }, n)?;
            }
            rows.write_count("drift", subject, "certain", u64::from(drift.certain), drift.early_n + drift.late_n)?;
            rows.write_figure("observers", subject, "drift", &drift.difference, drift.early_n + drift.late_n)?;
        }
        let (coverage, timing) = (&row.coverage, &row.timing);
        let items = coverage.both + coverage.only_yes + coverage.only_no + coverage.neither;
        let counts = [
            ("both", coverage.both),
            ("only_yes", coverage.only_yes),
            ("only_no", coverage.only_no),
            ("neither", coverage.neither),
        ];
        for (name, value) in counts {
            rows.write_count("coverage", subject, name, value, items)?;
        }
        let times = timing.matched + timing.alone + timing.missed;
        for (name, value) in [("matched", timing.matched), ("alone", timing.alone), ("missed", timing.missed)] {
            rows.write_count("timing", subject, name, value, times)?;
        }
        rows.write_count("timing", subject, "untimed", timing.untimed, times + timing.untimed)?;
        let late = Figure { value: timing.median_late_s, ..Figure::default() };
        rows.write_figure("timing", subject, "median_late_s", &late, timing.matched)?;
    }
    Ok(())
}
