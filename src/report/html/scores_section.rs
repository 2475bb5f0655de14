//! The sections of scores and of the ranking of sites.

use super::chart_parts::{Frame, Scale, Shape, legend_entry, mark};
use super::dot_chart::{Dot, ReferenceLine, dot_chart, rows_or_ends, shown_values};
use super::table::render_table;
use super::{Section, figure, render_by_checklist};
use crate::analysis::Dimension;
use crate::analysis::figures::ScoreRow;
use crate::report::checklist_rows::rows_of;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::sentences::reliability_sentence;
use crate::report::tables::{self, Scope};
use maud::{Markup, html};

/// Returns the section of scores by the dimensions of the report.
pub fn scores(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let body = render_by_checklist(labels, |index, checklist| {
        let rows = rows_of(&report.scores, checklist);
        let id = format!("scores-{index}");
        (!rows.is_empty()).then(|| {
            html! {
                (figure(&scores_chart(labels, &id, &rows, checklist), &legend(labels)))
                (render_table(labels, &tables::scores(labels, &rows, Scope::OneChecklist), &format!("{id}-table")))
            }
        })
    });
    let by = report.by.iter().map(|dimension| labels.dimension(*dimension).to_lowercase()).collect::<Vec<_>>();
    let lead = labels.texts.with("page-scores-lead", &[("by", by.join(", ").into())]);
    Section { id: "scores", title: labels.get("page-scores").to_owned(), lead, body }
}

fn legend(labels: &Labels<'_>) -> Markup {
    html! {
        (legend_entry(&mark(Shape::Disc, 50.0, 7.0), labels.get("page-legend-mean")))
        (legend_entry(&mark(Shape::Ring, 50.0, 7.0), labels.get("page-legend-few")))
        (legend_entry(&mark(Shape::Diamond, 50.0, 7.0), labels.get("page-legend-shrunk")))
    }
}

/// Renders scores, the best first, with the mean of all visits as a line.
fn scores_chart(labels: &Labels<'_>, id: &str, rows: &[&ScoreRow], checklist: &str) -> Markup {
    let report = labels.report;
    let ranking = report.rankings().find(|ranking| ranking.checklist == checklist);
    let shrunk = |row: &ScoreRow| {
        let site = row.key.get(Dimension::Site).filter(|_| row.key.iter().count() == 1)?;
        let ranked = ranking?.sites.iter().find(|ranked| ranked.site == site)?;
        Some(ranked.shrunk)
    };
    let mut sorted = rows.to_vec();
    if report.by == [Dimension::Site] || report.by.len() > 1 {
        let score = |row: &ScoreRow| shrunk(row).or(row.percent_mean).unwrap_or(f64::NEG_INFINITY);
        sorted.sort_by(|one, other| score(other).total_cmp(&score(one)));
    }
    let dots = rows_or_ends(labels, &sorted, |row| Dot {
        name: labels.key_in(&row.checklist, &row.key),
        figure: labels.figure_or_undefined(Unit::Percent, row.percent_mean, row.visits),
        detail: labels.interval_and_n(Unit::Percent, (row.lower, row.upper), row.visits),
        value: row.percent_mean,
        interval: row.lower.zip(row.upper),
        shape: if row.few_visits { Shape::Ring } else { Shape::Disc },
        second: shrunk(row),
    });
    let network = report.network.iter().find(|row| row.checklist == checklist);
    let reference = network.and_then(|row| row.percent_mean).map(|mean| ReferenceLine {
        value: mean,
        name: labels.texts.with("page-network-mean", &[("percent", labels.texts.percent(mean).into())]),
    });
    let scale = Scale::around(shown_values(&dots).chain(reference.iter().map(|line| line.value)), (0.0, 100.0));
    let title = labels.texts.with("page-scores-chart", &[("checklist", labels.checklist(checklist).into())]);
    let frame = Frame { id, title: &title, description: labels.get("page-scores-chart-how") };
    dot_chart(&frame, &dots, reference.as_ref(), scale, |tick| labels.number(tick, 0))
}

/// Returns the section of the ranking: whether sites can be ranked, and their bands.
pub fn ranking(labels: &Labels<'_>) -> Section {
    let body = render_by_checklist(labels, |index, checklist| {
        let ranking = labels.report.rankings().find(|ranking| ranking.checklist == checklist)?;
        let table = tables::ranking(labels, &[ranking], Scope::OneChecklist);
        Some(html! {
            p { (reliability_sentence(labels, ranking)) }
            (render_table(labels, &table, &format!("ranking-{index}")))
        })
    });
    Section::new(labels, "ranking", ["page-ranking", "page-ranking-lead"], body)
}
