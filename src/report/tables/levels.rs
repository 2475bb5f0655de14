//! How good, how often, in what order: scores, shares of behaviours, ranks.

use super::{Cell, Scope, Table, Unit, checklist_cell, count, figure, flag, key_cells, number, text};
use crate::analysis::figures::{BehaviourRow, Ranking, ScoreRow};
use crate::report::names::Names;

/// Gives scores with their intervals.
pub fn scores(names: &Names<'_>, id: &'static str, rows: &[&ScoreRow], scope: Scope) -> Table {
    let says = scope.says(names);
    let (table, keys) = Table::new(id, names.get("page-scores-caption")).keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.checklist(names, says).columns(
        names,
        [
            ("page-visits", Unit::Count),
            ("page-sites", Unit::Count),
            ("page-score-mean", Unit::Percent),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("page-score-pooled", Unit::Percent),
            ("page-failed-critical", Unit::Count),
            ("page-remark", Unit::Text),
        ],
    );
    for row in rows {
        let mut cells = key_cells(names, &keys, &row.key, &row.checklist);
        cells.extend(checklist_cell(names, says, &row.checklist));
        cells.extend([
            count(row.visits),
            count(row.sites),
            figure(names, row.percent_mean, row.visits, row.undefined),
            number(row.lower),
            number(row.upper),
            number(row.percent_pooled),
            count(row.failed_critical),
            flag(names, "page-few-visits", row.few_visits),
        ]);
        table.rows.push(cells);
    }
    table
}

/// Gives the shares of behaviours.
pub fn behaviours(names: &Names<'_>, id: &'static str, rows: &[&BehaviourRow], scope: Scope) -> Table {
    let says = scope.says(names);
    let (table, keys) =
        Table::new(id, names.get("page-behaviours-caption")).keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.checklist(names, says).columns(
        names,
        [
            ("page-answers", Unit::Count),
            ("page-yes", Unit::Count),
            ("page-partly", Unit::Count),
            ("page-no", Unit::Count),
            ("page-left-out", Unit::Count),
            ("page-share", Unit::Share),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
        ],
    );
    for row in rows {
        let mut cells = key_cells(names, &keys, &row.key, &row.checklist);
        cells.extend(checklist_cell(names, says, &row.checklist));
        cells.extend([row.n, row.yes, row.partly, row.no, row.left_out].map(count));
        cells.extend([figure(names, row.share, row.n, row.undefined), number(row.lower), number(row.upper)]);
        table.rows.push(cells);
    }
    table
}

/// Gives sites in bands, best first.
pub fn ranking(names: &Names<'_>, rankings: &[&Ranking], scope: Scope) -> Table {
    let says = scope.says(names);
    let table = Table::new("ranking", names.get("page-ranking-caption"));
    let mut table = table.columns(names, [("page-site", Unit::Head)]).checklist(names, says).columns(
        names,
        [
            ("page-band", Unit::Count),
            ("page-visits", Unit::Count),
            ("page-score-mean", Unit::Percent),
            ("page-shrunk", Unit::Percent),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("page-reliability", Unit::Coefficient),
        ],
    );
    for ranking in rankings {
        for site in &ranking.sites {
            let mut cells = vec![text(&names.site(&site.site))];
            cells.extend(checklist_cell(names, says, &ranking.checklist));
            cells.extend([count(site.band), count(site.visits)]);
            let figures = [site.percent_mean, site.shrunk, site.lower, site.upper, site.reliability];
            cells.extend(figures.map(Cell::Number));
            table.rows.push(cells);
        }
    }
    table
}
