//! What a report is asked on the command line, or what is wrong with it.

use crate::analysis::{Condition, Dimension, Filter, Plan};
use crate::cli::Stop;
use crate::report::Excel;
use crate::report::Format;
use crate::report::tidy_rows::RowKind;
use crate::store::reading;
use crate::text::Texts;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use clap::ArgMatches;
use jiff::ToSpan;
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// What a report is asked.
pub struct Asked {
    /// Where the sessions are; empty is the data folder.
    pub paths: Vec<PathBuf>,
    pub plan: Plan,
    pub format: Format,
    /// Flat rows in place of figures.
    pub table: Option<RowKind>,
    pub excel: Excel,
    /// The file to write; standard output otherwise.
    pub file: Option<PathBuf>,
    pub options: reading::Options,
}

impl Asked {
    /// Reads a command line.
    pub fn of(matches: &ArgMatches, texts: &Texts) -> Result<Self, Stop> {
        let file = matches.get_one::<PathBuf>("output").cloned();
        let table =
            matches.get_one::<String>("table").and_then(|name| RowKind::ALL.into_iter().find(|t| t.name() == name));
        let excel = matches.get_flag("excel");
        let usual = if table.is_some() || excel { Format::Csv } else { Format::Text };
        let format = format(matches, file.as_ref(), usual, texts)?;
        if format != Format::Csv && (table.is_some() || excel) {
            let id = if table.is_some() { "cli-report-table-csv" } else { "cli-report-excel-csv" };
            return Err(Stop::Wrong(texts.get(id).to_owned()));
        }
        let verify = matches.get_flag("verify");
        Ok(Self {
            paths: matches.get_many("path").into_iter().flatten().cloned().collect(),
            plan: Plan {
                by: by(matches, texts)?,
                filter: filter(matches, texts)?,
                since: day(matches, "since", texts, first)?,
            },
            format,
            table,
            excel: excel.then(|| texts.lang()),
            file,
            options: reading::Options {
                threads: matches.get_one::<NonZeroUsize>("threads").copied(),
                verify,
                course: false,
            },
        })
    }
}

/// Gives the format: as asked for, or as the file is called; a file whose name has no ending gets the usual one.
pub fn format(matches: &ArgMatches, file: Option<&PathBuf>, usual: Format, texts: &Texts) -> Result<Format, Stop> {
    if let Some(name) = matches.get_one::<String>("format") {
        return Ok(Format::from_name(name).unwrap_or(usual));
    }
    let Some(ending) = file.and_then(|file| file.extension()) else { return Ok(usual) };
    let ending = ending.to_string_lossy();
    Format::from_name(&ending).ok_or_else(|| {
        let endings = Format::ALL.map(|format| format!(".{}", format.extension())).join(", ");
        Stop::Wrong(
            texts.with("cli-report-ending", &[("ending", ending.into_owned().into()), ("endings", endings.into())]),
        )
    })
}

fn by(matches: &ArgMatches, texts: &Texts) -> Result<Vec<Dimension>, Stop> {
    let mut by = Vec::new();
    for name in matches.get_many::<String>("by").into_iter().flatten().map(|name| name.trim()) {
        let dimension = Dimension::from_name(name).ok_or_else(|| unknown(texts, "cli-report-by", name, &[]))?;
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    Ok(if by.is_empty() { Plan::default().by } else { by })
}

fn filter(matches: &ArgMatches, texts: &Texts) -> Result<Filter, Stop> {
    let conditions = matches.get_many::<String>("where").into_iter().flatten().map(|text| condition(text, texts));
    let filter = Filter {
        conditions: conditions.collect::<Result<_, _>>()?,
        from: day(matches, "from", texts, first)?,
        to: day(matches, "to", texts, last)?,
    };
    match (filter.from, filter.to) {
        (Some(from), Some(to)) if from > to => {
            let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
            Err(Stop::Wrong(texts.with("cli-report-backwards", &args)))
        }
        _ => Ok(filter),
    }
}

fn condition(text: &str, texts: &Texts) -> Result<Condition, Stop> {
    let condition = Condition::parse(text).ok_or_else(|| unknown(texts, "cli-report-where", text, &["status"]))?;
    let values = possible(condition.dimension);
    if values.is_empty() || values.contains(&condition.value) {
        return Ok(condition);
    }
    let args = [("asked", text.into()), ("values", values.join(", ").into())];
    Err(Stop::Wrong(texts.with("cli-report-where-value", &args)))
}

/// Gives the values that a key can have at all; none where files say which.
fn possible(dimension: Option<Dimension>) -> Vec<String> {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    match dimension {
        None => names(&["complete", "abandoned"]),
        Some(Dimension::Kind) => names(&Kind::ALL.map(Kind::name)),
        Some(Dimension::Relation) => names(&Relation::ALL.map(|(_, name)| name)),
        Some(Dimension::Weekday) => (1..=7).map(|day| day.to_string()).collect(),
        Some(Dimension::Hour) => (0..24).map(|hour| format!("{hour:02}")).collect(),
        _ => Vec::new(),
    }
}

/// Says that a key means nothing, and lists those that do.
fn unknown(texts: &Texts, id: &str, asked: &str, more: &[&'static str]) -> Stop {
    let keys: Vec<&'static str> = Dimension::ALL.into_iter().map(Dimension::name).chain(more.iter().copied()).collect();
    Stop::Wrong(texts.with(id, &[("asked", asked.into()), ("keys", keys.join(", ").into())]))
}

/// Reads a day, `2026-03-01`; of a month, `2026-03`, the end that is meant.
fn day(
    matches: &ArgMatches,
    name: &str,
    texts: &Texts,
    of_month: fn(Date) -> Option<Date>,
) -> Result<Option<Date>, Stop> {
    let Some(text) = matches.get_one::<String>(name) else { return Ok(None) };
    let day = text.parse::<Date>().ok().filter(|_| text.len() == "2026-03-01".len());
    let month =
        || format!("{text}-01").parse::<Date>().ok().filter(|_| text.len() == "2026-03".len()).and_then(of_month);
    let wrong = || Stop::Wrong(texts.with("cli-report-date", &[("asked", text.as_str().into())]));
    day.or_else(month).map(Some).ok_or_else(wrong)
}

#[expect(clippy::unnecessary_wraps, reason = "the other end of a month may lie outside the calendar")]
fn first(first: Date) -> Option<Date> {
    Some(first)
}

fn last(first: Date) -> Option<Date> {
    first.checked_add(1.month()).ok()?.yesterday().ok()
}
