//! The rows of a question, from the same tables as in every report: one row of the screen is a table of one row.

use crate::analysis::figures::{BehaviourChange, DriverRow, ScoreChange, TrendRow};
use crate::analysis::{Dimension, Filter, Key};
use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, date};
use crate::report::tables::{self, Cell, Column, Content, Scope, Table};
use crate::text::clean;

/// A row of a table.
#[derive(Debug, Default)]
pub struct TableRow {
    pub label: String,
    /// Its checklist, in a word, where that is not the one with most visits.
    pub checklist: String,
    /// The counts that the figure is from.
    pub n: String,
    pub value: String,
    pub interval: String,
    pub plot: Option<Plot>,
    pub remark: String,
    /// Whether the remark must not be overlooked.
    pub is_warning: bool,
}

/// What a row plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plot {
    /// A figure between the limits of its interval, on the scale of the table.
    Interval([f64; 3]),
    /// The percentages of customers, management and internal services.
    Relations([Option<f64>; 3]),
}

/// A row as reports have it.
struct ReportRow {
    /// A table of one row.
    table: Table,
    /// The columns of the counts behind its figure.
    counts: &'static [&'static str],
    /// The column of its figure.
    figure: &'static str,
}

impl ReportRow {
    /// Returns the row as reports have it; none of an advice, which is a sentence.
    fn new(names: &Labels<'_>, row: &ResultsRow<'_>) -> Option<Self> {
        let scope = Scope::OneChecklist;
        let table = match row {
            ResultsRow::Advice(_) => return None,
            ResultsRow::Score(row) => tables::scores(names, &[row], scope),
            ResultsRow::Ranked(row) => tables::ranked_sites(names, [("", *row)], scope),
            ResultsRow::Behaviour(row) => tables::behaviours(names, &[row], scope),
            ResultsRow::ScoreChange(row) => tables::score_changes(names, &[row], scope),
            ResultsRow::BehaviourChange(row) => tables::behaviour_changes(names, &[row], scope),
            ResultsRow::Signal(row) => tables::signals(names, &[row], scope),
            ResultsRow::Waiting(row) => tables::waiting(names, &[row], scope),
            ResultsRow::Mirror(row) => tables::mirror(names, &[row]),
            ResultsRow::BlindSpot(row) => tables::blind_spots(names, &[row], scope),
            ResultsRow::Driver(row) => tables::drivers(names, &[row], scope),
            ResultsRow::Priority(row) => tables::priorities(names, &[row], scope),
            ResultsRow::Critical(row) => tables::critical(names, &[row], scope),
            ResultsRow::Verbatim(row, note) => tables::verbatims(names, [(*row, *note)], scope),
            ResultsRow::Outcome(row) => tables::outcomes(names, &[row], scope),
            ResultsRow::Distribution(row) => tables::distribution(names, &[row], scope),
            ResultsRow::Quality(row) => tables::quality(names, &[row]),
            ResultsRow::Standing(row) => tables::standing(names, &[row], scope),
            ResultsRow::Trend(row) => tables::trend(names, &[row], scope),
            ResultsRow::Coverage(row) => tables::covered_sites(names, &[row]),
            ResultsRow::Answer(row, answer) => tables::given_answers(names, [(*row, *answer)], scope),
            ResultsRow::Numbers(row) => tables::numbers(names, &[row], scope),
            ResultsRow::SiteObservers(row) => tables::site_observers(names, &[row]),
        };
        let counts: &[_] = match row {
            ResultsRow::Behaviour(_) | ResultsRow::Priority(_) | ResultsRow::Answer(..) | ResultsRow::Numbers(_) => {
                &["page-answers"]
            }
            ResultsRow::ScoreChange(_) => &["page-visits-before", "page-visits-after"],
            ResultsRow::BehaviourChange(_) => &["page-answers-before", "page-answers-after"],
            ResultsRow::Waiting(_) => &["page-times"],
            ResultsRow::Mirror(_) => &["page-n-customer", "page-n-management", "page-n-internal"],
            ResultsRow::BlindSpot(_) => &["page-answers-self", "page-answers-mystery"],
            ResultsRow::Driver(_) => &["page-visits-with", "page-visits-without"],
            ResultsRow::Coverage(_) => &["page-self-audits"],
            _ => &["page-visits"],
        };
        let interval = table.columns.iter().find(|column| matches!(column.content, Content::Interval(_)));
        let figure = match row {
            ResultsRow::Signal(_) => "page-centre",
            ResultsRow::Priority(_) => "page-gain",
            ResultsRow::Critical(_) => "page-failed-critical",
            ResultsRow::Distribution(_) => "page-quartile-median",
            ResultsRow::SiteObservers(_) => "page-main-visits",
            ResultsRow::Coverage(_) => "page-mystery-visits",
            // The first that has an interval.
            _ => interval.map_or("page-visits", |column| column.id),
        };
        Some(Self { table, counts, figure })
    }

    /// Returns the cells with their columns.
    fn cells(&self) -> impl Iterator<Item = (&Column, &Cell)> {
        self.table.columns.iter().zip(self.table.rows.iter().flatten())
    }
}

/// Returns the row of the table; what everything shown has in common is not in its label.
pub fn table_row(names: &Labels<'_>, row: &ResultsRow<'_>, common: &Filter) -> TableRow {
    let Some(reported) = ReportRow::new(names, row) else { return TableRow::default() };
    let text = |(column, cell): (&Column, &Cell)| cell.text_in(names, column.content);
    let n = reported.cells().filter(|(column, _)| reported.counts.contains(&column.id)).map(text);
    let mut figure = reported.cells().filter(|(column, _)| column.id == reported.figure);
    let (value, limits) = (figure.next(), figure.next());
    let interval = match row {
        ResultsRow::Signal(row) => names.interval(Unit::Percent, row.lower, row.upper),
        _ => limits.map(text).unwrap_or_default(),
    };
    let plot = match (row, value, limits) {
        (ResultsRow::Signal(_) | ResultsRow::Waiting(_), ..) => None,
        (ResultsRow::Mirror(row), ..) => Some(Plot::Relations([row.customer, row.management, row.internal])),
        (_, Some((column, Cell::Number(value))), Some((_, Cell::Interval(low, high)))) => {
            let is_share = matches!(column.content, Content::Number(Unit::Share | Unit::SharePoints));
            let percent = |number: f64| if is_share { 100.0 * number } else { number };
            Some(Plot::Interval([low.unwrap_or(*value), *value, high.unwrap_or(*value)].map(percent)))
        }
        _ => None,
    };
    let value = value.filter(|(_, cell)| matches!(cell, Cell::Number(_))).map_or_else(|| "–".to_owned(), text);
    if let ResultsRow::Verbatim(row, note) = row {
        let (label, checklist) = (clean(&note.text).into_owned(), checklist(names, &row.checklist));
        let n = date(&note.date).map(|day| names.texts.short_date(day.at(0, 0, 0, 0))).unwrap_or_default();
        return TableRow { label, checklist, n, value: names.site(&note.site), ..TableRow::default() };
    }
    let (remark, is_warning) = remark(names, row);
    let (label, checklist) = (label(names, row, common), checklist(names, row.checklist()));
    TableRow { label, checklist, n: n.collect::<Vec<_>>().join("/"), value, interval, plot, remark, is_warning }
}

/// Returns the name of a row without what everything shown has in common.
fn label(names: &Labels<'_>, row: &ResultsRow<'_>, common: &Filter) -> String {
    let key = row.key();
    match row {
        ResultsRow::Ranked(row) => return format!("{}. {}", row.band, names.site(&row.site)),
        ResultsRow::Waiting(row) => {
            let item = names.value(Dimension::Item, &row.item);
            return if key.is_all() { item } else { format!("{} · {item}", names.key(&key)) };
        }
        ResultsRow::Answer(..) | ResultsRow::Numbers(_) => {
            let reported = ReportRow::new(names, row);
            let text_of = |id: &str| {
                let mut cells = reported.iter().flat_map(ReportRow::cells).filter(|(column, _)| column.id == id);
                cells.next().map(|(column, cell)| cell.text_in(names, column.content))
            };
            return [text_of("page-answer"), text_of("page-item")]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");
        }
        ResultsRow::Driver(row) => return names.driver(row),
        _ => {}
    }
    let is_common = |dimension| common.conditions.iter().any(|condition| condition.dimension == Some(dimension));
    // A behaviour is named by itself, whatever its attitude.
    let is_implied = |dimension| dimension == Dimension::Attitude && key.get(Dimension::Behaviour).is_some();
    let own = key.iter().filter(|(dimension, _)| !is_common(*dimension) && !is_implied(*dimension));
    names.key(&own.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value)))
}

/// Returns what is remarkable of a row in a word or two, and whether it must not be overlooked.
fn remark(names: &Labels<'_>, row: &ResultsRow<'_>) -> (String, bool) {
    let doubts = |count| if count > 0 { format!("! {}", names.count(count)) } else { String::new() };
    match row {
        ResultsRow::Score(row) => {
            let few = if row.few_visits { names.get("results-few") } else { "" };
            (format!("{} {few}", doubts(row.failed_critical)).trim().to_owned(), row.failed_critical > 0)
        }
        ResultsRow::Signal(row) => match row.points.iter().filter(|point| point.signal).count() {
            0 => (String::new(), false),
            count => (names.texts.with("results-signals", &[("count", count.into())]), true),
        },
        ResultsRow::Waiting(row) => {
            (row.within.map_or_else(String::new, |share| names.figure(Unit::Share, share)), false)
        }
        ResultsRow::Mirror(row) => {
            (row.parts_company.map(|place| format!("{place}.")).unwrap_or_default(), row.parts_company.is_some())
        }
        ResultsRow::BlindSpot(row) if row.blind_spot => (names.get("page-blind-spot").to_owned(), true),
        ResultsRow::Priority(row) if row.certain == Some(true) => (names.get("results-certain").to_owned(), false),
        ResultsRow::Coverage(row) if row.visits == 0 => (names.get("page-not-visited").to_owned(), true),
        ResultsRow::Standing(row) => (row.quartile.map(|quarter| names.count(quarter)).unwrap_or_default(), false),
        ResultsRow::SiteObservers(row) if row.inseparable => (names.get("page-inseparable").to_owned(), true),
        ResultsRow::Quality(row) => {
            let count = row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed;
            (doubts(count), count > 0)
        }
        ResultsRow::ScoreChange(ScoreChange { certain: Some(is_certain), .. })
        | ResultsRow::BehaviourChange(BehaviourChange { certain: Some(is_certain), .. })
        | ResultsRow::Trend(TrendRow { certain: Some(is_certain), .. })
        | ResultsRow::Driver(DriverRow { certain: Some(is_certain), .. }) => {
            (names.get(if *is_certain { "results-certain" } else { "results-noise" }).to_owned(), false)
        }
        _ => (String::new(), false),
    }
}

/// The report columns that [`details`] leaves out: the label names the item, no chart shows ranges, one age is enough.
const LEFT_OUT: [&str; 4] = ["page-item", "page-verbatim", "page-range-upper", "page-memory-max"];

/// Returns a row in words: its figure with the interval, then the other columns of the report with their heads.
pub fn details(names: &Labels<'_>, row: &ResultsRow<'_>) -> String {
    let Some(reported) = ReportRow::new(names, row) else { return String::new() };
    let mut parts: Vec<(bool, String)> = Vec::new();
    for (column, cell) in reported.cells() {
        let text = match cell {
            Cell::Undefined(_, why) => names.texts.with("results-undefined", &[("why", why.as_str().into())]),
            _ => cell.text_in(names, column.content),
        };
        match column.content {
            Content::Head | Content::Checklist => {}
            _ if text.is_empty() || LEFT_OUT.contains(&column.id) => {}
            Content::Interval(_) => {
                if let Some((_, figure)) = parts.last_mut() {
                    *figure = format!("{figure} ({text})");
                }
            }
            _ if column.id == reported.figure => parts.push((false, text)),
            _ => {
                let args = [("name", column.head.as_str().into()), ("value", text.into())];
                parts.push((true, names.texts.with("results-named", &args)));
            }
        }
    }
    if let ResultsRow::Signal(row) = row {
        let signals = row.points.iter().filter(|point| point.signal);
        let months: Vec<String> = signals.map(|point| names.month(&point.month)).collect();
        if !months.is_empty() {
            parts.push((true, names.texts.with("page-months-signals", &[("months", months.join(", ").into())])));
        }
    }
    // The figure comes first, whichever column it is in.
    parts.sort_by_key(|(is_other, _)| *is_other);
    parts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" · ")
}

/// The relations, with the messages that name them in a word.
pub const RELATIONS: [(&str, &str); 3] = [
    ("customer", "page-mirror-customer"),
    ("management", "page-mirror-management"),
    ("internal", "page-mirror-internal"),
];

/// Returns the checklist of a row in a word, where it is not the one with most visits: its relation, where no other
/// checklist has the same one.
fn checklist(names: &Labels<'_>, name: &str) -> String {
    let all = &names.report.checklists;
    let Some(used) = all.iter().skip(1).find(|used| used.name == name) else { return String::new() };
    let is_only = all.iter().filter(|other| other.relation == used.relation).count() == 1;
    let relation = RELATIONS.iter().find(|(relation, _)| is_only && *relation == used.relation);
    relation.map_or_else(|| names.checklist(name), |(_, id)| names.get(id).to_owned())
}
