//! The report as tidy CSV: one row per figure, with the same columns for every question.
//!
//! Questions and figures have the names that they have in the JSON report, whatever the language.

mod over_time;
mod programme;
mod shares;

use super::csv_writer::{CsvWriter, Excel};
use super::number_format::float;
use super::tidy_rows::ColumnType;
use crate::analysis::dimension::NO_GROUP;
use crate::analysis::figures::Undefined;
use crate::analysis::figures::{Level, Ranking, Report};
use crate::analysis::{Dimension, Key};
use crate::visit::Value;
use std::{fmt, io};

/// The key of figures of all visits.
static ALL: Key = Key::ALL;

/// A lower and an upper confidence limit.
type Limits = (Option<f64>, Option<f64>);

/// A row of the file.
struct FigureRow<'r> {
    question: &'static str,
    checklist: &'r str,
    key: Key,
    item: &'r str,
    answer: AnswerLevel<'r>,
    name: &'static str,
    value: Option<f64>,
    /// `None` where figures of this name never have limits.
    limits: Option<Limits>,
    /// The number of visits or answers behind the value.
    n: u64,
    undefined: Option<Undefined>,
}

/// The answers that a figure is of.
#[derive(Clone, Copy, PartialEq)]
enum AnswerLevel<'r> {
    All,
    Named(&'r str),
    Number(f64),
    Above(f64),
    AtLeast(f64),
}

impl fmt::Display for AnswerLevel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Named(name) => f.write_str(name),
            Self::Number(number) => number.fmt(f),
            Self::Above(number) => write!(f, ">{number}"),
            Self::AtLeast(number) => write!(f, ">={number}"),
        }
    }
}

impl FigureRow<'_> {
    /// Returns why the value or its limits are missing; an empty text if neither is.
    fn missing_reason(&self) -> &'static str {
        let is_complete = self.value.is_some() && self.limits != Some((None, None));
        if is_complete { "" } else { self.undefined.map_or("", Undefined::code) }
    }
}

/// Returns the columns of a report's file, with one for each dimension that occurs in a key.
pub fn columns(report: &Report) -> Vec<(&'static str, ColumnType)> {
    layout(&figure_rows(report)).1
}

/// Renders a report as CSV.
pub fn render(report: &Report, excel: Excel) -> io::Result<Vec<u8>> {
    let figures = figure_rows(report);
    let (dimensions, columns) = layout(&figures);
    let has_answers = has_answers(&figures);
    let mut cells = CsvWriter::new(Vec::new(), excel, columns.iter().map(|(name, _)| *name))?;
    for figure in &figures {
        cells.write_text(figure.question)?;
        cells.write_text(figure.checklist)?;
        for dimension in &dimensions {
            cells.write_text(match (figure.key.get(*dimension), dimension) {
                (Some(NO_GROUP), Dimension::Group) => "(none)",
                (value, _) => value.unwrap_or_default(),
            })?;
        }
        cells.write_text(figure.item)?;
        if has_answers {
            cells.write_text(&figure.answer.to_string())?;
        }
        cells.write_text(figure.name)?;
        cells.write_number(figure.value)?;
        let (lower, upper) = figure.limits.unwrap_or_default();
        cells.write_number(lower)?;
        cells.write_number(upper)?;
        cells.write_integer(Some(figure.n))?;
        cells.write_text(figure.missing_reason())?;
        cells.end_row()?;
    }
    cells.into_inner()
}

/// Returns the dimensions of the figures' keys, and all columns.
fn layout(figures: &[FigureRow<'_>]) -> (Vec<Dimension>, Vec<(&'static str, ColumnType)>) {
    let occurs = |dimension: &Dimension| figures.iter().any(|figure| figure.key.get(*dimension).is_some());
    let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(occurs).collect();
    // "checklist" and "item" are already names of columns that every row has.
    let key_columns = dimensions.iter().map(|dimension| match dimension {
        Dimension::Checklist => "checklist_id",
        Dimension::Item => "item_id",
        other => other.name(),
    });
    let mut columns = vec![("question", ColumnType::String), ("checklist", ColumnType::String)];
    columns.extend(key_columns.map(|name| (name, ColumnType::String)));
    columns.push(("item", ColumnType::String));
    if has_answers(figures) {
        columns.push(("answer", ColumnType::String));
    }
    columns.extend([
        ("figure", ColumnType::String),
        ("value", ColumnType::Number),
        ("lower", ColumnType::Number),
        ("upper", ColumnType::Number),
        ("n", ColumnType::Integer),
        ("undefined", ColumnType::String),
    ]);
    (dimensions, columns)
}

/// Returns whether some figures are of single answers, so that a column names them.
fn has_answers(figures: &[FigureRow<'_>]) -> bool {
    figures.iter().any(|figure| figure.answer != AnswerLevel::All)
}

/// Adds the figures of one question to the rows.
struct QuestionFigures<'r, 'l> {
    figures: &'l mut Vec<FigureRow<'r>>,
    question: &'static str,
}

/// What a figure is about, and the count behind it.
struct Subject<'r, 'k> {
    checklist: &'r str,
    key: &'k Key,
    item: &'r str,
    answer: AnswerLevel<'r>,
    n: u64,
    undefined: Option<Undefined>,
}

impl<'r, 'k> Subject<'r, 'k> {
    fn new(checklist: &'r str, key: &'k Key, n: u64, undefined: Option<Undefined>) -> Self {
        Self { checklist, key, item: "", answer: AnswerLevel::All, n, undefined }
    }
}

impl<'r> QuestionFigures<'r, '_> {
    fn push(&mut self, subject: &Subject<'r, '_>, name: &'static str, value: Option<f64>, limits: Option<Limits>) {
        let Subject { checklist, item, answer, n, undefined, .. } = *subject;
        let (question, key) = (self.question, subject.key.clone());
        self.figures.push(FigureRow { question, checklist, key, item, answer, name, value, limits, n, undefined });
    }

    fn add_with_limits(&mut self, subject: &Subject<'r, '_>, name: &'static str, value: Option<f64>, limits: Limits) {
        self.push(subject, name, value, Some(limits));
    }

    fn add(&mut self, subject: &Subject<'r, '_>, name: &'static str, value: Option<f64>) {
        self.push(subject, name, value, None);
    }

    /// Adds a figure only if there is one.
    fn add_known(&mut self, subject: &Subject<'r, '_>, name: &'static str, value: Option<f64>) {
        if value.is_some() {
            self.add(subject, name, value);
        }
    }

    /// Adds the p-values of a test, if there was one.
    fn add_p_values(&mut self, subject: &Subject<'r, '_>, p: Option<f64>, adjusted: Option<f64>) {
        self.add_known(subject, "p", p);
        self.add_known(subject, "p_adjusted", adjusted);
    }

    /// Adds what was decided on a test, if anything was.
    fn add_decision(&mut self, subject: &Subject<'r, '_>, name: &'static str, decided: Option<bool>) {
        self.add_known(subject, name, decided.map(|decided| f64::from(u8::from(decided))));
    }

    /// Adds true as 1 and false as 0.
    fn add_flag(&mut self, subject: &Subject<'r, '_>, name: &'static str, flag: Option<bool>) {
        self.add(subject, name, flag.map(|flag| f64::from(u8::from(flag))));
    }

    fn add_count(&mut self, subject: &Subject<'r, '_>, name: &'static str, count: u64) {
        self.add(subject, name, Some(float(count)));
    }
}

fn figure_rows(report: &Report) -> Vec<FigureRow<'_>> {
    let mut figures = Vec::new();
    shares::add_scores(report, &mut figures);
    programme::add_seals(report, &mut figures);
    programme::add_sites(report, &mut figures);
    shares::add_outcomes(report, &mut figures);
    shares::add_distributions(report, &mut figures);
    shares::add_behaviours(report, &mut figures);
    shares::add_critical_and_priorities(report, &mut figures);
    over_time::add_change(&report.change, &mut figures);
    programme::add_years(report, &mut figures);
    over_time::add_control_charts(report, &mut figures);
    for ranking in report.rankings() {
        add_ranking(ranking, &mut figures);
    }
    over_time::add_waiting(report, &mut figures);
    add_mirror(report, &mut figures);
    add_blind_spots_and_drivers(report, &mut figures);
    add_quality(report, &mut figures);
    figures
}

fn add_ranking<'r>(ranking: &'r Ranking, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "ranking" };
    let subject = Subject::new(&ranking.checklist, &ALL, ranking.visits, ranking.undefined);
    for (name, value) in [
        ("variance_sites", ranking.variance_sites),
        ("variance_visits", ranking.variance_visits),
        ("g_one_visit", ranking.g_one_visit),
    ] {
        list.add(&subject, name, value);
    }
    list.add_with_limits(&subject, "g_now", ranking.g_now, (ranking.g_now_lower, ranking.g_now_upper));
    let limits = (ranking.visits_needed_lower.map(float), ranking.visits_needed_upper.map(float));
    list.add_with_limits(&subject, "visits_needed", ranking.visits_needed.map(float), limits);
    list.add_decision(&subject, "best_certain", ranking.best.certain);
    list.add_decision(&subject, "weakest_certain", ranking.weakest.certain);
    for site in &ranking.sites {
        let key = Key::all().and(Dimension::Site, &site.site);
        let subject = Subject { key: &key, n: site.visits, undefined: None, ..subject };
        list.add_with_limits(&subject, "shrunk", Some(site.shrunk), (Some(site.lower), Some(site.upper)));
        list.add_count(&subject, "band", site.band);
        list.add(&subject, "reliability", Some(site.reliability));
    }
}

fn add_mirror<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "mirror" };
    for row in &report.mirror {
        let n = row.n_customer + row.n_management + row.n_internal;
        // A gap is missing where its relation has no visits.
        let undefined = row.undefined.or(Some(Undefined::NoObservations));
        let subject = Subject::new("", &row.key, n, undefined);
        list.add(&Subject { n: row.n_customer, ..subject }, "customer", row.customer);
        list.add(&Subject { n: row.n_management, ..subject }, "management", row.management);
        list.add(&Subject { n: row.n_internal, ..subject }, "internal", row.internal);
        list.add_with_limits(&subject, "gap_management", row.gap_management, (row.lower, row.upper));
        list.add_with_limits(&subject, "gap_internal", row.gap_internal, (row.lower_internal, row.upper_internal));
        list.add_decision(&subject, "certain_management", row.certain);
        list.add_decision(&subject, "certain_internal", row.certain_internal);
        if let Some(place) = row.parts_company {
            list.add_count(&subject, "parts_company", place);
        }
    }
}

fn add_blind_spots_and_drivers<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "blind_spots" };
    for row in &report.blind_spots {
        let n = row.n_self + row.n_mystery;
        let subject = Subject::new(&row.checklist, &row.key, n, row.undefined);
        list.add(&Subject { n: row.n_self, ..subject }, "self_share", row.self_share);
        list.add(&Subject { n: row.n_mystery, ..subject }, "mystery_share", row.mystery_share);
        list.add_with_limits(&subject, "difference", row.difference, (row.lower, row.upper));
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_flag(&subject, "blind_spot", Some(row.blind_spot));
    }
    list.question = "drivers";
    for row in &report.drivers {
        let n = row.n_with + row.n_without;
        let answer = match &row.level {
            Level::Shown => AnswerLevel::All,
            Level::Never => AnswerLevel::Named(Value::NEVER),
            Level::Option { id } => AnswerLevel::Named(id),
            Level::Above { value, .. } => AnswerLevel::Above(*value),
            Level::AtLeast { value, .. } => AnswerLevel::AtLeast(*value),
        };
        let item = row.item.as_deref().unwrap_or_default();
        let subject = Subject { item, answer, ..Subject::new(&row.checklist, &row.key, n, row.undefined) };
        list.add(&Subject { n: row.n_with, ..subject }, "with", row.with);
        list.add(&Subject { n: row.n_without, ..subject }, "without", row.without);
        list.add_with_limits(&subject, "difference", row.difference, (row.lower, row.upper));
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_flag(&subject, "certain", row.certain);
    }
}

fn add_quality<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "quality" };
    for row in &report.quality {
        let subject = Subject::new("", &row.key, row.visits, row.undefined);
        list.add(&Subject { n: row.answers, ..subject }, "late_share", row.late_share);
        list.add(&Subject { n: row.late, ..subject }, "memory_age_median_s", row.memory_age_median_s);
        list.add(&Subject { n: row.late, ..subject }, "memory_age_max_s", row.memory_age_max_s);
        for (name, count) in [
            ("straight_lined", row.straight_lined),
            ("too_fast", row.too_fast),
            ("clock_shifted", row.clock_shifted),
            ("unsealed", row.unsealed),
        ] {
            list.add_count(&subject, name, count);
        }
        list.add_with_limits(&subject, "leniency", row.leniency, (row.leniency_lower, row.leniency_upper));
        list.add_decision(&subject, "leniency_certain", row.certain);
    }
}
