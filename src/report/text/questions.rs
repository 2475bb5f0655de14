//! The tables of the text report, question by question: the rows that matter most, and how many more there are.

use super::grid::TextWriter;
use crate::analysis::Dimension;
use crate::analysis::figures::{MirrorRow, QualityRow, Ranking, ScoreRow};
use crate::report::checklist_rows::{ChecklistRow, rows_of};
use crate::report::labels::Labels;
use crate::report::number_format::float;
use crate::report::sentences::reliability_sentence;
use crate::report::tables::{self, Cell, Scope, Table};

/// The maximum number of rows of a table.
const MAX_ROWS: usize = 16;

/// Writes every question that the visits answer.
pub fn write_questions(labels: &Labels<'_>, writer: &mut TextWriter) {
    write_scores(labels, writer);
    write_behaviours(labels, writer);
    write_change(labels, writer);
    write_control_charts(labels, writer);
    write_waiting(labels, writer);
    write_waiting_tests(labels, writer);
    write_mirror(labels, writer);
    write_blind_spots(labels, writer);
    write_drivers(labels, writer);
    write_quality(labels, writer);
    for mut section in tables::sections(labels) {
        writer.heading(labels.texts.get(section.title));
        let left_out = section.table.rows.len().saturating_sub(MAX_ROWS);
        section.table.rows.truncate(MAX_ROWS);
        writer.table(labels, &section.table, section.columns, None);
        write_left_out(labels, writer, left_out);
    }
}

/// Writes how many rows a table has beyond those shown, if it has any.
fn write_left_out(labels: &Labels<'_>, writer: &mut TextWriter, rows: usize) {
    if rows > 0 {
        let count = labels.count(rows as u64);
        writer.quiet(&labels.texts.with("report-more-rows", &[("rows", count.into())]));
    }
}

/// Writes the heading of a question, then calls `write` with the id and the rows of each checklist that has any. Writes
/// nothing without rows.
fn write_by_checklist<'r, R: ChecklistRow + 'r>(
    labels: &Labels<'_>,
    writer: &mut TextWriter,
    heading: &str,
    rows: impl IntoIterator<Item = &'r R>,
    mut write: impl FnMut(&mut TextWriter, &str, Vec<&'r R>),
) {
    let rows: Vec<&R> = rows.into_iter().collect();
    if rows.is_empty() {
        return;
    }
    writer.heading(labels.texts.get(heading));
    let own_rows = |_, checklist| {
        let own = rows_of(rows.iter().copied(), checklist);
        (!own.is_empty()).then_some((checklist, own))
    };
    for (title, (checklist, own)) in labels.by_checklist(own_rows) {
        if let Some(title) = title {
            writer.subheading(&title);
        }
        write(writer, checklist, own);
    }
}

/// Writes the columns with the ids `columns` of the first rows of a table, and how many rows follow.
fn write_first_rows<'r, R>(
    labels: &Labels<'_>,
    writer: &mut TextWriter,
    rows: &[&'r R],
    columns: &[&str],
    table: impl Fn(&Labels<'_>, &[&'r R], Scope) -> Table,
) {
    let (shown, rest) = rows.split_at(MAX_ROWS.min(rows.len()));
    writer.table(labels, &table(labels, shown, Scope::OneChecklist), columns, None);
    write_left_out(labels, writer, rest.len());
}

#[derive(Clone, Copy)]
enum Order {
    Ascending,
    Descending,
}

/// Sorts rows by a figure; rows without it come last. The sort is stable.
fn sort_by_figure<R>(rows: &mut [&R], order: Order, figure: impl Fn(&R) -> Option<f64>) {
    rows.sort_by(|one, other| match (figure(one), figure(other)) {
        (Some(one), Some(other)) => match order {
            Order::Ascending => one.total_cmp(&other),
            Order::Descending => other.total_cmp(&one),
        },
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
}

/// Writes the best and the worst scores, and whether sites can be ranked.
fn write_scores(labels: &Labels<'_>, writer: &mut TextWriter) {
    let report = labels.report;
    let columns = ["page-visits", "page-score-mean", "page-score-mean ±", "page-failed-critical", "page-remark"];
    let mut any_ranked = false;
    write_by_checklist(labels, writer, "page-scores", &report.scores, |writer, checklist, mut rows| {
        if report.by.contains(&Dimension::Site) {
            sort_by_figure(&mut rows, Order::Descending, |row| row.percent_mean);
        }
        let at_each_end = MAX_ROWS / 2;
        let left_out = rows.len().saturating_sub(2 * at_each_end);
        let gap = labels.texts.with("report-between", &[("rows", labels.count(left_out as u64).into())]);
        if left_out > 0 {
            rows.drain(at_each_end..at_each_end + left_out);
        }
        let network = report.network.iter().filter(|row| row.checklist == checklist);
        let shown: Vec<&ScoreRow> = network.chain(rows).collect();
        let mut table = tables::scores(labels, &shown, Scope::OneChecklist);
        let ranking = report.rankings().find(|ranking| ranking.checklist == checklist);
        let ranked = ranking.filter(|ranking| report.by == [Dimension::Site] && !ranking.sites.is_empty());
        if let Some(ranking) = ranked {
            replace_remarks_by_bands(labels, &mut table, &shown, ranking);
        }
        writer.table(labels, &table, &columns, (left_out > 0).then_some((at_each_end + 1, gap.as_str())));
        if let Some(ranking) = ranking {
            writer.paragraph(&reliability_sentence(labels, ranking));
        }
        any_ranked |= ranked.is_some();
    });
    if any_ranked {
        writer.quiet(labels.get("page-ranking-lead"));
    }
}

/// Writes the band of each ranked site into the last column of a table of scores, the remarks.
fn replace_remarks_by_bands(labels: &Labels<'_>, table: &mut Table, rows: &[&ScoreRow], ranking: &Ranking) {
    for (row, cells) in rows.iter().zip(&mut table.rows) {
        let site = row.key.get(Dimension::Site);
        let ranked = ranking.sites.iter().find(|ranked| Some(&*ranked.site) == site);
        if let (Some(ranked), Some(remark)) = (ranked, cells.last_mut()) {
            *remark = Cell::Text(labels.texts.with("report-band", &[("band", labels.count(ranked.band).into())]));
        }
    }
}

/// Writes the behaviours of all visits, the least frequent first.
fn write_behaviours(labels: &Labels<'_>, writer: &mut TextWriter) {
    let columns = ["page-answers", "page-share", "page-share ±", "page-left-out"];
    let rows = &labels.report.network_behaviours;
    write_by_checklist(labels, writer, "page-behaviours", rows, |writer, _, mut rows| {
        sort_by_figure(&mut rows, Order::Ascending, |row| row.share);
        write_first_rows(labels, writer, &rows, &columns, tables::behaviours);
    });
}

/// Writes the change of all visits, and the changes that are certain.
fn write_change(labels: &Labels<'_>, writer: &mut TextWriter) {
    let change = &labels.report.change;
    let Some(since) = &change.since else { return };
    let score_columns = [
        "page-sites-compared",
        "page-visits-before",
        "page-visits-after",
        "page-difference-points",
        "page-difference-points ±",
        "page-verdict",
    ];
    let behaviour_columns = [
        "page-answers-before",
        "page-answers-after",
        "page-difference-points",
        "page-difference-points ±",
        "page-verdict",
    ];
    let scores = change.scores.iter().filter(|row| row.key.is_all() || row.certain == Some(true));
    write_by_checklist(labels, writer, "page-change", scores, |writer, checklist, rows| {
        write_first_rows(labels, writer, &rows, &score_columns, tables::score_changes);
        let certain = change.behaviours.iter().filter(|row| row.certain == Some(true));
        let mut behaviours = rows_of(certain, checklist);
        if !behaviours.is_empty() {
            sort_by_figure(&mut behaviours, Order::Descending, |row| row.difference.map(f64::abs));
            write_first_rows(labels, writer, &behaviours, &behaviour_columns, tables::behaviour_changes);
        }
    });
    writer.quiet(&labels.texts.with("page-change-lead", &[("since", labels.day(since).into())]));
}

/// Writes the control charts of all visits, and those with a shift.
fn write_control_charts(labels: &Labels<'_>, writer: &mut TextWriter) {
    let columns = ["page-visits", "page-centre", "page-signals", "page-false-signals", "page-shift"];
    let rows = labels.report.signals.iter().filter(|row| row.key.is_all() || row.shift.is_some());
    write_by_checklist(labels, writer, "page-signal-months", rows, |writer, _, rows| {
        write_first_rows(labels, writer, &rows, &columns, tables::signals);
    });
}

/// Writes waiting times, the longest first.
fn write_waiting(labels: &Labels<'_>, writer: &mut TextWriter) {
    let columns =
        ["page-item", "page-times", "page-never", "page-median", "page-median ±", "page-within", "page-within ±"];
    write_by_checklist(labels, writer, "page-waiting", &labels.report.waiting, |writer, _, mut rows| {
        sort_by_figure(&mut rows, Order::Descending, |row| row.median_s);
        // One timer is named by the heading of the question.
        let is_one_timer =
            rows.windows(2).all(|pair| pair.first().map(|row| &row.item) == pair.last().map(|row| &row.item));
        let columns = columns.get(usize::from(is_one_timer)..).unwrap_or_default();
        write_first_rows(labels, writer, &rows, columns, tables::waiting);
    });
}

/// Writes the tests for different waiting times of sites.
fn write_waiting_tests(labels: &Labels<'_>, writer: &mut TextWriter) {
    let tests: Vec<_> = labels.report.waiting_tests.iter().collect();
    if tests.is_empty() {
        return;
    }
    writer.subheading(labels.get("page-waiting-tests-caption"));
    let columns = ["page-sites", "page-times", "page-p-adjusted", "page-verdict"];
    write_first_rows(labels, writer, &tests, &columns, |labels, tests, _| {
        tables::waiting_tests(labels, tests, Scope::All)
    });
}

/// Writes the three relations of all sites, then those of the sites with the largest certain gaps.
fn write_mirror(labels: &Labels<'_>, writer: &mut TextWriter) {
    let rows = &labels.report.mirror;
    // The mirror compares relations: it needs two of them.
    if rows.iter().all(|row| row.n_management == 0 && row.n_internal == 0) {
        return;
    }
    writer.heading(labels.get("page-mirror"));
    let is_of_site = |row: &MirrorRow| row.key.get(Dimension::Site).is_some();
    let is_of_behaviour = |row: &MirrorRow| row.key.get(Dimension::Behaviour).is_some();
    let all: Vec<&MirrorRow> = rows.iter().filter(|row| !is_of_site(row) && !is_of_behaviour(row)).collect();
    write_relations(labels, writer, &all);
    let has_gap = |row: &&MirrorRow| is_of_site(row) && !is_of_behaviour(row) && row.parts_company.is_some();
    let mut gaps: Vec<&MirrorRow> = rows.iter().filter(has_gap).collect();
    gaps.sort_by_key(|row| row.parts_company);
    gaps.truncate(MAX_ROWS / 2);
    if !gaps.is_empty() {
        writer.subheading(labels.get("page-mirror-parts-caption"));
        write_relations(labels, writer, &gaps);
    }
}

/// Writes a table for each relation that has visits, beside that with customers.
fn write_relations(labels: &Labels<'_>, writer: &mut TextWriter, rows: &[&MirrorRow]) {
    let management = ["page-mirror-customer", "page-mirror-management", "page-gap-management", "page-gap-management ±"];
    let internal = ["page-mirror-customer", "page-mirror-internal", "page-gap-internal", "page-gap-internal ±"];
    let relations = [
        (rows.iter().any(|row| row.n_management > 0), management),
        (rows.iter().any(|row| row.n_internal > 0), internal),
    ];
    for (_, columns) in relations.iter().filter(|(has_visits, _)| *has_visits) {
        write_first_rows(labels, writer, rows, columns, |labels, rows, _| tables::mirror(labels, rows));
    }
}

/// Writes the blind spots of all sites together.
fn write_blind_spots(labels: &Labels<'_>, writer: &mut TextWriter) {
    let columns = ["page-answers-self", "page-answers-mystery", "page-difference-points", "page-difference-points ±"];
    let spots = labels.report.blind_spots.iter().filter(|row| row.blind_spot);
    let rows = spots.filter(|row| row.key.get(Dimension::Site).is_none());
    write_by_checklist(labels, writer, "page-blind-spots", rows, |writer, _, rows| {
        write_first_rows(labels, writer, &rows, &columns, tables::blind_spots);
    });
}

/// Writes what goes with the outcome, the strongest first.
fn write_drivers(labels: &Labels<'_>, writer: &mut TextWriter) {
    let columns = [
        "page-answer",
        "page-visits-with",
        "page-visits-without",
        "page-difference",
        "page-difference ±",
        "page-verdict",
    ];
    let rows = &labels.report.drivers;
    write_by_checklist(labels, writer, "page-drivers", rows, |writer, _, mut rows| {
        sort_by_figure(&mut rows, Order::Descending, |row| row.difference);
        write_first_rows(labels, writer, &rows, &columns, tables::drivers);
    });
    if !rows.is_empty() {
        writer.quiet(labels.get("page-drivers-lead"));
        writer.quiet(labels.get("page-drivers-levels"));
    }
}

/// Writes the quality of each observer's visits, the most conspicuous first.
fn write_quality(labels: &Labels<'_>, writer: &mut TextWriter) {
    let mut rows: Vec<&QualityRow> = labels.report.quality.iter().collect();
    if rows.is_empty() {
        return;
    }
    let conspicuous = |row: &QualityRow| row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed;
    let per_visit = |row: &QualityRow| float(conspicuous(row)) / float(row.visits.max(1));
    sort_by_figure(&mut rows, Order::Descending, |row| Some(per_visit(row)));
    writer.heading(labels.get("page-quality"));
    let columns =
        ["page-visits", "page-late-share", "page-straight-lined", "page-too-fast", "page-leniency", "page-leniency ±"];
    write_first_rows(labels, writer, &rows, &columns, |labels, rows, _| tables::quality(labels, rows));
}
