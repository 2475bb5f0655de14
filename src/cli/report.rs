//! `esprit report`: from a folder of sessions to figures, in the format that the reader wants.

pub(super) mod asked;
pub(super) mod progress;
pub(super) mod target;

use super::output::Output;
use super::setup::Setup;
use super::{Done, Stop};
use crate::analysis::figures::{DamagedFile, Source};
use crate::analysis::{Tally, plan, report};
use crate::report::tidy_rows::{RowKind, TidyRowWriter};
use crate::report::{Format, RenderOptions, csv_columns, render};
use crate::store::reading::{self, Damaged, Found, Taker};
use crate::visit::record::Record;
use asked::Asked;
use clap::ArgMatches;
use progress::Watch;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use target::{Described, Target};

/// How many damaged files are named one by one.
const NAMED: usize = 10;

/// What a report says beside its result.
struct Told {
    /// Visits that count.
    sessions: u64,
    /// Visits that were read and left out.
    left_out: LeftOut,
    damaged: Vec<Damaged>,
    described: Option<Described>,
}

/// How many visits do not count, and why.
#[derive(Clone, Copy, Default)]
struct LeftOut {
    filtered: u64,
    abandoned: u64,
    training: u64,
}

/// Makes a report, or a table of tidy rows. Files that cannot be used are named, and are no failure.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let mut asked = Asked::of(matches, &setup.texts)?;
    if asked.format == Format::Xlsx && asked.file.is_none() && io::stdout().is_terminal() {
        return Err(Stop::Wrong(setup.texts.get("cli-report-needs-file").to_owned()));
    }
    if asked.paths.is_empty() {
        setup.look()?;
        asked.paths.extend(Some(setup.folders.sessions()).filter(|folder| folder.exists()));
    }
    let mut target = Target::begin(asked.file.as_deref(), output).map_err(|error| setup.failed(&error))?;
    let told = match asked.table {
        Some(table) => rows(setup, &asked, table, &mut target)?,
        None => figures(setup, &asked, &mut target)?,
    };
    if told.sessions > 0 {
        let saved = target.finish(setup, told.described)?;
        tell_damaged(setup, &told.damaged, output)?;
        saved.iter().try_for_each(|line| output.say(line))?;
        return Ok(0);
    }
    drop(target);
    tell_damaged(setup, &told.damaged, output)?;
    Err(Stop::Failed(nothing(setup, matches, told.left_out)))
}

/// Says why there is nothing to make figures of, and what to do.
fn nothing(setup: &Setup, matches: &ArgMatches, left_out: LeftOut) -> String {
    let LeftOut { filtered, abandoned, training } = left_out;
    let count = filtered + abandoned + training;
    if count == 0 {
        return setup.texts.get("cli-report-empty").to_owned();
    }
    let given = |name: &'static str| {
        matches.get_many::<String>(name).into_iter().flatten().map(move |value| format!("--{name} {value}"))
    };
    let asked = ["where", "from", "to"].into_iter().flat_map(given).collect::<Vec<_>>().join(" ");
    let mut lines = vec![setup.texts.with("cli-report-all-left-out", &[("count", count.into())])];
    for (id, count) in [
        ("cli-report-left-filtered", filtered),
        ("cli-report-left-abandoned", abandoned),
        ("cli-report-left-training", training),
    ] {
        if count > 0 {
            lines.push(setup.texts.with(id, &[("count", count.into()), ("asked", asked.as_str().into())]));
        }
    }
    lines.join("\n")
}

struct Count(Tally);

impl Taker for Count {
    fn take(&mut self, record: &Record<'_>) {
        self.0.take(record);
    }
}

/// Makes the figures and writes them.
fn figures(setup: &Setup, asked: &Asked, target: &mut Target<'_>) -> Result<Told, Stop> {
    let plan = Arc::new(asked.plan.clone());
    let watch = Watch::begin(&setup.texts);
    let read =
        reading::read(&asked.paths, &asked.options, &|progress| watch.update(progress), &|| Count(Tally::new(&plan)));
    watch.end();
    let read = read.map_err(|error| setup.failed(&error))?;
    let mut tally = Tally::new(&plan);
    read.takers.into_iter().for_each(|count| tally.merge(count.0));
    let report = report(tally, &read.found.definitions, source(&read.found, asked.options.verify));
    let Source { sessions, abandoned, training, filtered, .. } = report.source;
    if sessions > 0 {
        let options = RenderOptions { excel: asked.excel, ..target.render_options() };
        let bytes = render(&report, &setup.texts, asked.format, options)?;
        target.write_all(&bytes).map_err(|error| target.failed(setup, error))?;
    }
    let columns =
        || csv_columns(&report).into_iter().map(|(name, column_type)| (name.to_owned(), column_type)).collect();
    let described = (asked.format == Format::Csv).then(|| Described { columns: columns(), excel: asked.excel });
    let left_out = LeftOut { filtered, abandoned, training };
    Ok(Told { sessions, left_out, damaged: read.found.damaged, described })
}

/// Writes tidy rows, in the order in which the visits started.
fn rows(setup: &Setup, asked: &Asked, table: RowKind, target: &mut Target<'_>) -> Result<Told, Stop> {
    let filter = &asked.plan.filter;
    let watch = Watch::begin(&setup.texts);
    let (mut sessions, mut left_out) = (0, LeftOut::default());
    let mut writer = TidyRowWriter::new(table, &mut *target, asked.excel)?;
    let mut written = Ok(());
    let mut take = |record: &Record<'_>| match filter.visit(record) {
        Err(plan::LeftOut::Filtered) => left_out.filtered += 1,
        Err(plan::LeftOut::Abandoned) => left_out.abandoned += 1,
        Err(plan::LeftOut::Training) => left_out.training += 1,
        Ok(()) if written.is_ok() => {
            sessions += 1;
            written = writer.write_visit(record, |row| filter.row(row));
        }
        Ok(()) => {}
    };
    let found = reading::in_order(&asked.paths, &asked.options, &|progress| watch.update(progress), &mut take);
    watch.end();
    let found = found.map_err(|error| setup.failed(&error))?;
    let written = written.and_then(|()| writer.into_inner().map(|_| ()));
    written.map_err(|error| target.failed(setup, error))?;
    let columns = table.columns().map(|(name, column_type)| (name.to_owned(), column_type)).collect();
    let described = Some(Described { columns, excel: asked.excel });
    Ok(Told { sessions, left_out, damaged: found.damaged, described })
}

/// Gives what reading found, as the report says it.
fn source(found: &Found, verified: bool) -> Source {
    Source {
        duplicates: found.duplicates,
        unsealed: found.unsealed,
        damaged: found
            .damaged
            .iter()
            .map(|damaged| DamagedFile { path: place(damaged), reason: damaged.reason.code().to_owned() })
            .collect(),
        verified,
        ..Source::default()
    }
}

fn place(damaged: &Damaged) -> String {
    let line = damaged.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", damaged.path.display())
}

/// Names what could not be used: the first ones, and how many more there are.
pub(super) fn tell_damaged(setup: &Setup, damaged: &[Damaged], output: &mut Output) -> io::Result<()> {
    if damaged.is_empty() {
        return Ok(());
    }
    output.say(&setup.texts.with("cli-report-damaged", &[("count", damaged.len().into())]))?;
    for one in damaged.iter().take(NAMED) {
        let why = setup.words(&one.reason.message());
        output
            .say(&setup.texts.with("cli-report-damaged-one", &[("place", place(one).into()), ("why", why.into())]))?;
    }
    match damaged.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => output.say(&setup.texts.with("cli-report-damaged-more", &[("count", more.into())])),
    }
}
