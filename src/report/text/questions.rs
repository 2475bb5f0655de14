//! What each question shows in a terminal: the rows that matter, and how many more there are.

use super::grid::Paper;
use crate::analysis::Dimension;
use crate::analysis::figures::{
    BehaviourChange, BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, QualityRow, Ranking, ScoreChange, ScoreRow,
    SignalRow, WaitingRow,
};
use crate::report::labels::Labels;
use crate::report::number_format::float;
use crate::report::sentences::reliability;
use crate::report::tables::{self, Cell, Scope, Table};

/// How many rows of a table are shown.
const MOST: usize = 16;

/// Writes every question that the visits answer.
pub fn all(labels: &Labels<'_>, paper: &mut Paper) {
    scores(labels, paper);
    behaviours(labels, paper);
    change(labels, paper);
    signals(labels, paper);
    waiting(labels, paper);
    waiting_tests(labels, paper);
    mirror(labels, paper);
    blind_spots(labels, paper);
    drivers(labels, paper);
    quality(labels, paper);
}

/// Writes the rows of each checklist under its name; `table` makes a table of some rows, `order` puts what matters first.
fn by_checklist<'r, R>(
    labels: &Labels<'_>,
    paper: &mut Paper,
    (title, of): (&str, impl Fn(&R) -> &str),
    rows: &'r [R],
    mut show: impl FnMut(&mut Paper, &str, Vec<&'r R>),
) {
    if rows.is_empty() {
        return;
    }
    paper.heading(labels.texts.get(title));
    for checklist in &labels.report.checklists {
        let own: Vec<&R> = rows.iter().filter(|row| of(row) == checklist.name).collect();
        if own.is_empty() {
            continue;
        }
        if labels.several_checklists() {
            paper.subheading(&labels.checklist(&checklist.name));
        }
        show(paper, &checklist.name, own);
    }
}

/// Writes the first rows of a table, and how many there are beyond them.
fn first<'r, R>(
    labels: &Labels<'_>,
    paper: &mut Paper,
    rows: &[&'r R],
    wanted: &[&str],
    table: impl Fn(&[&'r R]) -> Table,
) {
    let shown = rows.get(..MOST.min(rows.len())).unwrap_or_default();
    paper.table(labels, &table(shown), wanted, None);
    more(labels, paper, rows.len() - shown.len());
}

fn more(labels: &Labels<'_>, paper: &mut Paper, rows: usize) {
    if rows > 0 {
        paper.quiet(&labels.texts.with("report-more-rows", &[("rows", labels.count(rows as u64).into())]));
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
fn scores(labels: &Labels<'_>, paper: &mut Paper) {
    let report = labels.report;
    let wanted = ["page-visits", "page-score-mean", "page-score-mean ±", "page-failed-critical", "page-remark"];
    let mut any_ranked = false;
    by_checklist(
        labels,
        paper,
        ("page-scores", |row: &ScoreRow| &row.checklist),
        &report.scores,
        |paper, checklist, rows| {
            let ranking = report.rankings().find(|ranking| ranking.checklist == checklist);
            let mut sorted = rows;
            if report.by.contains(&Dimension::Site) {
                sort(&mut sorted, |row| row.percent_mean, true);
            }
            let network = report.network.iter().filter(|row| row.checklist == checklist);
            let ends = MOST / 2;
            let left_out = sorted.len().saturating_sub(2 * ends);
            let gap = labels.texts.with("report-between", &[("rows", labels.count(left_out as u64).into())]);
            if left_out > 0 {
                sorted.drain(ends..ends + left_out);
            }
            let shown: Vec<&ScoreRow> = network.chain(sorted).collect();
            let mut table = tables::scores(labels, "scores", &shown, Scope::OneChecklist);
            let ranked = ranking.filter(|ranking| report.by == [Dimension::Site] && !ranking.sites.is_empty());
            if let Some(ranking) = ranked {
                bands(labels, &mut table, &shown, ranking);
            }
            paper.table(labels, &table, &wanted, (left_out > 0).then_some((ends + 1, gap.as_str())));
            if let Some(ranking) = ranking {
                paper.paragraph(&reliability(labels, ranking));
            }
            any_ranked |= ranked.is_some();
        },
    );
    if any_ranked {
        paper.quiet(labels.get("page-ranking-lead"));
    }
}

/// Puts each site's band into the last column of a table of scores, the remarks; few visits have none.
fn bands(labels: &Labels<'_>, table: &mut Table, rows: &[&ScoreRow], ranking: &Ranking) {
    for (row, cells) in rows.iter().zip(&mut table.rows) {
        let site = row.key.get(Dimension::Site);
        let ranked = ranking.sites.iter().find(|ranked| Some(&*ranked.site) == site);
        if let (Some(ranked), Some(remark)) = (ranked, cells.last_mut()) {
            *remark = Cell::Text(labels.texts.with("report-band", &[("band", labels.count(ranked.band).into())]));
        }
    }
}

/// Writes the behaviours of all visits, least shown first.
fn behaviours(labels: &Labels<'_>, paper: &mut Paper) {
    let rows = &labels.report.network_behaviours;
    by_checklist(
        labels,
        paper,
        ("page-behaviours", |row: &BehaviourRow| &row.checklist),
        rows,
        |paper, _, mut rows| {
            sort(&mut rows, |row| row.share, false);
            first(labels, paper, &rows, &["page-answers", "page-share", "page-share ±", "page-left-out"], |rows| {
                tables::behaviours(labels, "b", rows, Scope::OneChecklist)
            });
        },
    );
}

/// Writes what changed for certain, and the change of all visits.
fn change(labels: &Labels<'_>, paper: &mut Paper) {
    let change = &labels.report.change;
    let Some(since) = &change.since else { return };
    let of_score = |row: &ScoreChange| row.key.is_all() || row.certain == Some(true);
    let scores: Vec<ScoreChange> = change.scores.iter().filter(|row| of_score(row)).cloned().collect();
    by_checklist(
        labels,
        paper,
        ("page-change", |row: &ScoreChange| &row.checklist),
        &scores,
        |paper, checklist, rows| {
            first(
                labels,
                paper,
                &rows,
                &[
                    "page-visits-before",
                    "page-visits-after",
                    "page-difference-points",
                    "page-difference-points ±",
                    "page-verdict",
                ],
                |rows| tables::score_changes(labels, rows, Scope::OneChecklist),
            );
            let of_it = |row: &&BehaviourChange| row.certain == Some(true) && row.checklist == checklist;
            let mut certain: Vec<&BehaviourChange> = change.behaviours.iter().filter(of_it).collect();
            sort(&mut certain, |row| row.difference.map(f64::abs), true);
            if !certain.is_empty() {
                let table = |rows: &[&BehaviourChange]| tables::behaviour_changes(labels, rows, Scope::OneChecklist);
                first(
                    labels,
                    paper,
                    &certain,
                    &[
                        "page-answers-before",
                        "page-answers-after",
                        "page-difference-points",
                        "page-difference-points ±",
                        "page-verdict",
                    ],
                    table,
                );
            }
        },
    );
    paper.quiet(&labels.texts.with("page-change-lead", &[("since", labels.day(since).into())]));
}

/// Writes the charts in which something shows, and those of all visits.
fn signals(labels: &Labels<'_>, paper: &mut Paper) {
    let says = |row: &&SignalRow| row.key.is_all() || row.shift.is_some();
    let rows: Vec<SignalRow> = labels.report.signals.iter().filter(says).cloned().collect();
    by_checklist(labels, paper, ("page-signal-months", |row: &SignalRow| &row.checklist), &rows, |paper, _, rows| {
        first(labels, paper, &rows, &["page-visits", "page-centre", "page-signals", "page-shift"], |rows| {
            tables::signals(labels, rows, Scope::OneChecklist)
        });
    });
}

/// Writes waiting times, longest first.
fn waiting(labels: &Labels<'_>, paper: &mut Paper) {
    let rows = &labels.report.waiting;
    by_checklist(labels, paper, ("page-waiting", |row: &WaitingRow| &row.checklist), rows, |paper, _, mut rows| {
        sort(&mut rows, |row| row.median_s, true);
        first(
            labels,
            paper,
            &rows,
            &["page-times", "page-never", "page-median", "page-median ±", "page-within", "page-within ±"],
            |rows| tables::waiting(labels, rows, Scope::OneChecklist),
        );
    });
}

/// Writes whether sites differ in their waiting times.
fn waiting_tests(labels: &Labels<'_>, paper: &mut Paper) {
    let tests: Vec<_> = labels.report.waiting_tests.iter().collect();
    if tests.is_empty() {
        return;
    }
    paper.subheading(labels.get("page-waiting-tests-caption"));
    first(labels, paper, &tests, &["page-sites", "page-times", "page-chi-square", "page-p"], |tests| {
        tables::waiting_tests(labels, tests, Scope::All)
    });
}

/// Writes the three relations of all sites, then where they part company first.
fn mirror(labels: &Labels<'_>, paper: &mut Paper) {
    let rows = &labels.report.mirror;
    let depth = |row: &MirrorRow| (row.key.get(Dimension::Site).is_some(), row.key.get(Dimension::Behaviour).is_some());
    let all: Vec<&MirrorRow> = rows.iter().filter(|row| depth(row) == (false, false)).collect();
    // One relation alone mirrors nothing.
    if rows.iter().all(|row| row.n_management == 0 && row.n_internal == 0) {
        return;
    }
    paper.heading(labels.get("page-mirror"));
    let beside = |paper: &mut Paper, rows: &[&MirrorRow]| {
        let seen = |of: fn(&MirrorRow) -> u64| rows.iter().any(|row| of(row) > 0);
        let sides = [
            (
                seen(|row| row.n_management),
                ["page-mirror-customer", "page-mirror-management", "page-gap-management", "page-gap-management ±"],
            ),
            (
                seen(|row| row.n_internal),
                ["page-mirror-customer", "page-mirror-internal", "page-gap-internal", "page-gap-internal ±"],
            ),
        ];
        for (_, wanted) in sides.iter().filter(|(seen, _)| *seen) {
            first(labels, paper, rows, wanted, |rows| tables::mirror(labels, "mirror", rows));
        }
    };
    beside(paper, &all);
    let mut parting: Vec<&MirrorRow> =
        rows.iter().filter(|row| depth(row) == (true, false) && row.parts_company.is_some()).collect();
    parting.sort_by_key(|row| row.parts_company);
    parting.truncate(MOST / 2);
    if !parting.is_empty() {
        paper.subheading(labels.get("page-mirror-parts-caption"));
        beside(paper, &parting);
    }
}

/// Writes the blind spots of all sites together.
fn blind_spots(labels: &Labels<'_>, paper: &mut Paper) {
    let of_all = |row: &&BlindSpotRow| row.blind_spot && row.key.get(Dimension::Site).is_none();
    let rows: Vec<BlindSpotRow> = labels.report.blind_spots.iter().filter(of_all).cloned().collect();
    by_checklist(labels, paper, ("page-blind-spots", |row: &BlindSpotRow| &row.checklist), &rows, |paper, _, rows| {
        first(
            labels,
            paper,
            &rows,
            &["page-answers-self", "page-answers-mystery", "page-difference-points", "page-difference-points ±"],
            |rows| tables::blind_spots(labels, rows, Scope::OneChecklist),
        );
    });
}

/// Writes the behaviours that go with the outcome, strongest first.
fn drivers(labels: &Labels<'_>, paper: &mut Paper) {
    let rows = &labels.report.drivers;
    by_checklist(labels, paper, ("page-drivers", |row: &DriverRow| &row.checklist), rows, |paper, _, mut rows| {
        sort(&mut rows, |row| row.difference, true);
        first(
            labels,
            paper,
            &rows,
            &["page-visits-with", "page-visits-without", "page-difference", "page-difference ±", "page-verdict"],
            |rows| tables::drivers(labels, rows, Scope::OneChecklist),
        );
    });
    if !rows.is_empty() {
        paper.quiet(labels.get("page-drivers-lead"));
    }
}

/// Writes how far each observer's visits can be trusted, those with most to look at first.
fn quality(labels: &Labels<'_>, paper: &mut Paper) {
    let mut rows: Vec<&QualityRow> = labels.report.quality.iter().collect();
    if rows.is_empty() {
        return;
    }
    let strange = |row: &QualityRow| row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed;
    sort(&mut rows, |row| Some(float(strange(row)) / float(row.visits.max(1))), true);
    paper.heading(labels.get("page-quality"));
    first(
        labels,
        paper,
        &rows,
        &["page-visits", "page-late-share", "page-straight-lined", "page-too-fast", "page-leniency", "page-leniency ±"],
        |rows| tables::quality(labels, rows.iter().copied()),
    );
}
