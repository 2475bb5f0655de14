//! The options of `esprit report`, and what can be wrong with them.

use crate::analysis::{Condition, Dimension, Filter, Plan};
use crate::app::format::error_text;
use crate::cli::CliError;
use crate::cli::setup::Setup;
use crate::cli::suggestions;
use crate::report::Excel;
use crate::report::Format;
use crate::report::tidy_rows::RowKind;
use crate::store::reading::{self, Seals};
use crate::store::weights::{self, WeightsError};
use crate::text::Texts;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use clap::ArgMatches;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// The options of a report.
pub struct ReportOptions {
    /// The paths of the sessions; empty for the data folder.
    pub paths: Vec<PathBuf>,
    pub plan: Plan,
    pub format: Format,
    /// A table of flat rows instead of figures.
    pub table: Option<RowKind>,
    pub excel: Excel,
    /// The output file; standard output by default.
    pub file: Option<PathBuf>,
    pub options: reading::Options,
}

impl ReportOptions {
    /// Parses the options of a command line.
    pub fn parse(matches: &ArgMatches, setup: &Setup) -> Result<Self, CliError> {
        let texts = &setup.texts;
        let file = matches.get_one::<PathBuf>("output").cloned();
        let table =
            matches.get_one::<String>("table").and_then(|name| RowKind::ALL.into_iter().find(|t| t.name() == name));
        let excel = matches.get_flag("excel");
        let usual = if table.is_some() || excel { Format::Csv } else { Format::Text };
        let format = output_format(matches, file.as_ref(), (usual, &Format::ALL), texts)?;
        if format != Format::Csv && (table.is_some() || excel) {
            let id = if table.is_some() { "cli-report-table-csv" } else { "cli-report-excel-csv" };
            return Err(CliError::Usage(texts.get(id).to_owned()));
        }
        let paths = crate::cli::paths(matches, "path");
        let seals = parse_seals(matches, setup, &paths)?;
        Ok(Self {
            paths,
            plan: Plan {
                by: parse_by(matches, texts)?,
                filter: parse_filter(matches, texts)?,
                since: parse_day(matches, "since", texts, Some)?,
                target: parse_target(matches, texts)?.or(setup.settings.target),
                weights: matches.get_one::<PathBuf>("weights").map(|file| read_weights(file, texts)).transpose()?,
                ..Plan::default()
            },
            format,
            table,
            excel: excel.then(|| texts.lang()),
            file,
            options: reading::Options {
                threads: matches.get_one::<NonZeroUsize>("threads").copied(),
                seals,
                marks: table == Some(RowKind::Marks),
                ..reading::Options::default()
            },
        })
    }
}

/// Returns what is done about seals: unless that is said, those of files from elsewhere are checked.
fn parse_seals(matches: &ArgMatches, setup: &Setup, paths: &[PathBuf]) -> Result<Seals, CliError> {
    let asked = matches.get_one::<String>("seals").map(String::as_str);
    match (matches.get_flag("verify"), asked) {
        (true, Some("skip")) => Err(CliError::Usage(setup.texts.get("cli-report-verify-skip").to_owned())),
        (true, _) => Ok(Seals::Require),
        (false, Some("check")) => Ok(Seals::Check),
        (false, None) if paths.iter().any(|path| !setup.folders.is_own(path)) => Ok(Seals::Check),
        (false, _) => Ok(Seals::Skip),
    }
}

/// Returns the format from the option or the file's extension, one of those possible; without both, the usual one.
pub fn output_format(
    matches: &ArgMatches,
    file: Option<&PathBuf>,
    (usual, possible): (Format, &[Format]),
    texts: &Texts,
) -> Result<Format, CliError> {
    if let Some(name) = matches.get_one::<String>("format") {
        return Ok(Format::from_name(name).unwrap_or(usual));
    }
    let Some(ending) = file.and_then(|file| file.extension()) else { return Ok(usual) };
    let ending = ending.to_string_lossy();
    Format::from_name(&ending).filter(|format| possible.contains(format)).ok_or_else(|| {
        let endings: Vec<String> = possible.iter().map(|format| format!(".{}", format.extension())).collect();
        let endings = endings.join(", ");
        CliError::Usage(
            texts.with("cli-report-ending", &[("ending", ending.into_owned().into()), ("endings", endings.into())]),
        )
    })
}

fn parse_by(matches: &ArgMatches, texts: &Texts) -> Result<Vec<Dimension>, CliError> {
    let mut by = Vec::new();
    for name in matches.get_many::<String>("by").into_iter().flatten().map(|name| name.trim()) {
        let dimension = Dimension::from_name(name).ok_or_else(|| unknown_key(texts, "cli-report-by", name, &[]))?;
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    Ok(if by.is_empty() { Plan::default().by } else { by })
}

/// Reads the file of `--weights`.
fn read_weights(path: &Path, texts: &Texts) -> Result<BTreeMap<String, f64>, CliError> {
    weights::read(path).map_err(|error| {
        CliError::Usage(match error {
            WeightsError::Unreadable(error) => error_text(texts, &error),
            WeightsError::Line(line) => {
                let args = [("file", path.display().to_string().into()), ("line", line.into())];
                texts.with("cli-report-weights-line", &args)
            }
        })
    })
}

/// Parses the score that visits should reach: a percentage above 0 and at most 100.
fn parse_target(matches: &ArgMatches, texts: &Texts) -> Result<Option<f64>, CliError> {
    let Some(text) = matches.get_one::<String>("target") else { return Ok(None) };
    let number = text.trim().trim_end_matches('%').trim_end().replace(',', ".").parse::<f64>();
    let target = number.ok().filter(|target| *target > 0.0 && *target <= 100.0);
    target.map(Some).ok_or_else(|| CliError::Usage(texts.with("cli-report-target", &[("asked", text.as_str().into())])))
}

fn parse_filter(matches: &ArgMatches, texts: &Texts) -> Result<Filter, CliError> {
    let conditions = matches.get_many::<String>("where").into_iter().flatten().map(|text| parse_condition(text, texts));
    let filter = Filter {
        conditions: conditions.collect::<Result<_, _>>()?,
        from: parse_day(matches, "from", texts, Some)?,
        to: parse_day(matches, "to", texts, last_of_month)?,
    };
    match (filter.from, filter.to) {
        (Some(from), Some(to)) if from > to => {
            let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
            Err(CliError::Usage(texts.with("cli-report-backwards", &args)))
        }
        _ => Ok(filter),
    }
}

fn parse_condition(text: &str, texts: &Texts) -> Result<Condition, CliError> {
    let condition = Condition::parse(text).ok_or_else(|| unknown_key(texts, "cli-report-where", text, &["status"]))?;
    let values = possible_values(condition.dimension);
    if values.is_empty() || values.contains(&condition.value) {
        return Ok(condition);
    }
    let args = [("asked", text.into()), ("values", values.join(", ").into())];
    let message = texts.with("cli-report-where-value", &args);
    Err(CliError::Usage(suggestions::with_nearest(message, texts, &condition.value, values)))
}

/// Returns the values that a key can have; empty if they depend on the data.
fn possible_values(dimension: Option<Dimension>) -> Vec<String> {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    match dimension {
        None => names(&["complete", "abandoned", "void"]),
        Some(Dimension::Kind) => names(&Kind::ALL.map(Kind::name)),
        Some(Dimension::Relation) => names(&Relation::ALL.map(|(_, name)| name)),
        Some(Dimension::Weekday) => (1..=7).map(|day| day.to_string()).collect(),
        Some(Dimension::Hour) => (0..24).map(|hour| format!("{hour:02}")).collect(),
        _ => Vec::new(),
    }
}

/// Returns the error for an unknown key, listing the known ones.
fn unknown_key(texts: &Texts, id: &str, asked: &str, more: &[&'static str]) -> CliError {
    let keys: Vec<&'static str> = Dimension::ALL.into_iter().map(Dimension::name).chain(more.iter().copied()).collect();
    let message = texts.with(id, &[("asked", asked.into()), ("keys", keys.join(", ").into())]);
    // Of a condition, the key is meant.
    let key = asked.split('=').next().unwrap_or_default();
    CliError::Usage(suggestions::with_nearest(message, texts, key, keys))
}

/// Parses a day, `2026-03-01`, or a month, `2026-03`, of which `of_month` returns a day, given the first one.
fn parse_day(
    matches: &ArgMatches,
    name: &str,
    texts: &Texts,
    of_month: fn(Date) -> Option<Date>,
) -> Result<Option<Date>, CliError> {
    let Some(text) = matches.get_one::<String>(name) else { return Ok(None) };
    let day = text.parse::<Date>().ok().filter(|_| text.len() == "2026-03-01".len());
    let month =
        || format!("{text}-01").parse::<Date>().ok().filter(|_| text.len() == "2026-03".len()).and_then(of_month);
    let wrong = || CliError::Usage(texts.with("cli-report-date", &[("asked", text.as_str().into())]));
    day.or_else(month).map(Some).ok_or_else(wrong)
}

fn last_of_month(first: Date) -> Option<Date> {
    first.checked_add(1.month()).ok()?.yesterday().ok()
}
