//! What each question shows in a terminal: the rows that matter, and how many more there are.

use super::grid::TextWriter;
use crate::analysis::Dimension;
use crate::analysis::figures::{
    BehaviourChange, BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, QualityRow, Ranking, ScoreChange, ScoreRow,
    SignalRow, WaitingRow,
};
use crate::report::names::{Names, float};
use crate::report::tables::{self, Cell, Scope, Table};
use crate::report::words::reliability;

/// How many rows of a table are shown.
const MOST: usize = 16;

/// Writes every question that the visits answer.
pub fn all(names: &Names<'_>, paper: &mut TextWriter) {
    scores(names, paper);
    behaviours(names, paper);
    change(names, paper);
    signals(names, paper);
    waiting(names, paper);
    waiting_tests(names, paper);
    mirror(names, paper);
    blind_spots(names, paper);
    drivers(names, paper);
    quality(names, paper);
}

/// Writes the rows of each checklist under its name; `table` makes a table of some rows, `order` puts what matters first.
fn by_checklist<'r, R>(
    names: &Names<'_>,
    paper: &mut TextWriter,
    (title, of): (&str, impl Fn(&R) -> &str),
    rows: &'r [R],
    mut show: impl FnMut(&mut TextWriter, &str, Vec<&'r R>),
) {
    if rows.is_empty() {
        return;
    }
    paper.heading(names.texts.get(title));
    for checklist in &names.report.checklists {
        let own: Vec<&R> = rows.iter().filter(|row| of(row) == checklist.name).collect();
        if own.is_empty() {
            continue;
        }
        if names.several_checklists() {
            paper.subheading(&names.checklist(&checklist.name));
        }
        show(paper, &checklist.name, own);
    }
}

/// Writes the first rows of a table, and how many there are beyond them.
fn first<'r, R>(
    names: &Names<'_>,
    paper: &mut TextWriter,
    rows: &[&'r R],
    wanted: &[usize],
    table: impl Fn(&[&'r R]) -> Table,
) {
    let shown = rows.get(..MOST.min(rows.len())).unwrap_or_default();
    paper.table(names, &table(shown), wanted, None);
    more(names, paper, rows.len() - shown.len());
}

fn more(names: &Names<'_>, paper: &mut TextWriter, rows: usize) {
    if rows > 0 {
        paper.quiet(&names.texts.with("report-more-rows", &[("rows", names.count(rows as u64).into())]));
    }
}

/// Sorts rows by a figure, those without it last, equal ones as they were.
fn sort<R>(rows: &mut [&R], figure: impl Fn(&R) -> Option<f64>, falling: bool) {
    rows.sort_by(|one, other| {
        let (one, other) = (figure(one), figure(other));
        match (one, other) {
            (Some(one), Some(other)) if falling => other.total_cmp(&one),
            (Some(one), Some(other)) => one.total_cmp(&other),
            _ => other.is_some().cmp(&one.is_some()),
        }
    });
}

/// Writes the scores, best first, and whether sites can be ranked.
fn scores(names: &Names<'_>, paper: &mut TextWriter) {
    let report = names.report;
    let wanted = [0, 2, 3, 6, 7];
    let mut any_ranked = false;
    by_checklist(
        names,
        paper,
        ("page-scores", |row: &ScoreRow| &row.checklist),
        &report.scores,
        |paper, checklist, rows| {
            let mut rankings = std::iter::once(&report.ranking).chain(&report.other_rankings);
            let ranking = rankings.find(|ranking| ranking.checklist == checklist);
            let mut sorted = rows;
            if report.by.contains(&Dimension::Site) {
                sort(&mut sorted, |row| row.percent_mean, true);
            }
            let network = report.network.iter().filter(|row| row.checklist == checklist);
            let ends = MOST / 2;
            let left_out = sorted.len().saturating_sub(2 * ends);
            let gap = names.texts.with("report-between", &[("rows", names.count(left_out as u64).into())]);
            if left_out > 0 {
                sorted.drain(ends..ends + left_out);
            }
            let shown: Vec<&ScoreRow> = network.chain(sorted).collect();
            let mut table = tables::scores(names, "scores", &shown, Scope::OneChecklist);
            let ranked = ranking.filter(|ranking| report.by == [Dimension::Site] && !ranking.sites.is_empty());
            if let Some(ranking) = ranked {
                bands(names, &mut table, &shown, ranking);
            }
            paper.table(names, &table, &wanted, (left_out > 0).then_some((ends + 1, gap.as_str())));
            if let Some(ranking) = ranking {
                paper.paragraph(&reliability(names, ranking));
            }
            any_ranked |= ranked.is_some();
        },
    );
    if any_ranked {
        paper.quiet(names.get("page-ranking-lead"));
    }
}

/// Puts each site's band into the last column of a table of scores, the remarks; few visits have none.
fn bands(names: &Names<'_>, table: &mut Table, rows: &[&ScoreRow], ranking: &Ranking) {
    for (row, cells) in rows.iter().zip(&mut table.rows) {
        let site = row.key.get(Dimension::Site);
        let ranked = ranking.sites.iter().find(|ranked| Some(&*ranked.site) == site);
        if let (Some(ranked), Some(remark)) = (ranked, cells.last_mut()) {
            *remark = Cell::Text(names.texts.with("report-band", &[("band", names.count(ranked.band).into())]));
        }
    }
}

/// Writes the behaviours of all visits, least shown first.
fn behaviours(names: &Names<'_>, paper: &mut TextWriter) {
    let rows = &names.report.network_behaviours;
    by_checklist(names, paper, ("page-behaviours", |row: &BehaviourRow| &row.checklist), rows, |paper, _, mut rows| {
        sort(&mut rows, |row| row.share, false);
        first(names, paper, &rows, &[0, 5, 6, 4], |rows| tables::behaviours(names, "b", rows, Scope::OneChecklist));
    });
}

/// Writes what changed for certain, and the change of all visits.
fn change(names: &Names<'_>, paper: &mut TextWriter) {
    let change = &names.report.change;
    let Some(since) = &change.since else { return };
    let of_score = |row: &ScoreChange| row.key.is_all() || row.certain == Some(true);
    let scores: Vec<ScoreChange> = change.scores.iter().filter(|row| of_score(row)).cloned().collect();
    by_checklist(
        names,
        paper,
        ("page-change", |row: &ScoreChange| &row.checklist),
        &scores,
        |paper, checklist, rows| {
            first(names, paper, &rows, &[0, 1, 4, 5, 7], |rows| {
                tables::score_changes(names, rows, Scope::OneChecklist)
            });
            let of_it = |row: &&BehaviourChange| row.certain == Some(true) && row.checklist == checklist;
            let mut certain: Vec<&BehaviourChange> = change.behaviours.iter().filter(of_it).collect();
            sort(&mut certain, |row| row.difference.map(f64::abs), true);
            if !certain.is_empty() {
                let table = |rows: &[&BehaviourChange]| tables::behaviour_changes(names, rows, Scope::OneChecklist);
                first(names, paper, &certain, &[0, 1, 4, 5, 8], table);
            }
        },
    );
    paper.quiet(&names.texts.with("page-change-lead", &[("since", names.day(since).into())]));
}

/// Writes the charts in which something shows, and those of all visits.
fn signals(names: &Names<'_>, paper: &mut TextWriter) {
    let says = |row: &&SignalRow| row.key.is_all() || row.shift.is_some();
    let rows: Vec<SignalRow> = names.report.signals.iter().filter(says).cloned().collect();
    by_checklist(names, paper, ("page-signal-months", |row: &SignalRow| &row.checklist), &rows, |paper, _, rows| {
        first(names, paper, &rows, &[0, 2, 6, 7], |rows| tables::signals(names, rows, Scope::OneChecklist));
    });
}

/// Writes waiting times, longest first.
fn waiting(names: &Names<'_>, paper: &mut TextWriter) {
    let rows = &names.report.waiting;
    by_checklist(names, paper, ("page-waiting", |row: &WaitingRow| &row.checklist), rows, |paper, _, mut rows| {
        sort(&mut rows, |row| row.median_s, true);
        first(names, paper, &rows, &[1, 2, 4, 5, 8, 9], |rows| tables::waiting(names, rows, Scope::OneChecklist));
    });
}

/// Writes whether sites differ in their waiting times.
fn waiting_tests(names: &Names<'_>, paper: &mut TextWriter) {
    let tests: Vec<_> = names.report.waiting_tests.iter().collect();
    if tests.is_empty() {
        return;
    }
    paper.subheading(names.get("page-waiting-tests-caption"));
    first(names, paper, &tests, &[0, 1, 2, 4], |tests| tables::waiting_tests(names, tests, Scope::All));
}

/// Writes the three relations of all sites, then where they part company first.
fn mirror(names: &Names<'_>, paper: &mut TextWriter) {
    let rows = &names.report.mirror;
    let depth = |row: &MirrorRow| (row.key.get(Dimension::Site).is_some(), row.key.get(Dimension::Behaviour).is_some());
    let all: Vec<&MirrorRow> = rows.iter().filter(|row| depth(row) == (false, false)).collect();
    // One relation alone mirrors nothing.
    if rows.iter().all(|row| row.n_management == 0 && row.n_internal == 0) {
        return;
    }
    paper.heading(names.get("page-mirror"));
    let beside = |paper: &mut TextWriter, rows: &[&MirrorRow]| {
        let seen = |of: fn(&MirrorRow) -> u64| rows.iter().any(|row| of(row) > 0);
        let sides = [(seen(|row| row.n_management), [0, 2, 6, 7]), (seen(|row| row.n_internal), [0, 4, 9, 10])];
        for (_, wanted) in sides.iter().filter(|(seen, _)| *seen) {
            first(names, paper, rows, wanted, |rows| tables::mirror(names, "mirror", rows));
        }
    };
    beside(paper, &all);
    let mut parting: Vec<&MirrorRow> =
        rows.iter().filter(|row| depth(row) == (true, false) && row.parts_company.is_some()).collect();
    parting.sort_by_key(|row| row.parts_company);
    parting.truncate(MOST / 2);
    if !parting.is_empty() {
        paper.subheading(names.get("page-mirror-parts-caption"));
        beside(paper, &parting);
    }
}

/// Writes the blind spots of all sites together.
fn blind_spots(names: &Names<'_>, paper: &mut TextWriter) {
    let of_all = |row: &&BlindSpotRow| row.blind_spot && row.key.get(Dimension::Site).is_none();
    let rows: Vec<BlindSpotRow> = names.report.blind_spots.iter().filter(of_all).cloned().collect();
    by_checklist(names, paper, ("page-blind-spots", |row: &BlindSpotRow| &row.checklist), &rows, |paper, _, rows| {
        first(names, paper, &rows, &[0, 1, 4, 5], |rows| tables::blind_spots(names, rows, Scope::OneChecklist));
    });
}

/// Writes the behaviours that go with the outcome, strongest first.
fn drivers(names: &Names<'_>, paper: &mut TextWriter) {
    let rows = &names.report.drivers;
    by_checklist(names, paper, ("page-drivers", |row: &DriverRow| &row.checklist), rows, |paper, _, mut rows| {
        sort(&mut rows, |row| row.difference, true);
        first(names, paper, &rows, &[0, 1, 5, 6, 9], |rows| tables::drivers(names, rows, Scope::OneChecklist));
    });
    if !rows.is_empty() {
        paper.quiet(names.get("page-drivers-lead"));
    }
}

/// Writes how far each observer's visits can be trusted, those with most to look at first.
fn quality(names: &Names<'_>, paper: &mut TextWriter) {
    let mut rows: Vec<&QualityRow> = names.report.quality.iter().collect();
    if rows.is_empty() {
        return;
    }
    let strange = |row: &QualityRow| row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed;
    sort(&mut rows, |row| Some(float(strange(row)) / float(row.visits.max(1))), true);
    paper.heading(names.get("page-quality"));
    first(names, paper, &rows, &[0, 3, 6, 7, 10, 11], |rows| {
        tables::quality(names, &rows.iter().copied().cloned().collect::<Vec<_>>())
    });
}
