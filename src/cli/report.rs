//! `esprit report`: computes figures from a folder of sessions and writes them in a format.

mod known_sites;
pub(super) mod options;
pub(super) mod progress;
pub(super) mod target;

use super::output::Output;
use super::setup::Setup;
use super::{CliError, CommandResult};
use crate::analysis::figures::{DamagedFile, Source};
use crate::analysis::{self, Dimension, Tally, plan};
use crate::report::tidy_rows::{RowKind, TidyRowWriter};
use crate::report::{self, Format, RenderOptions, csv_columns};
use crate::store::reading::{self, Damaged, Found, Seals, Taker};
use crate::visit::record::Record;
use clap::ArgMatches;
use options::ReportOptions;
use progress::Watch;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use target::{TableDescription, Target};

/// The number of damaged files that are listed.
const MAX_LISTED: usize = 10;

/// The outcome of a report, beside the output itself.
struct ReportSummary {
    /// The number of visits that count.
    sessions: u64,
    /// The visits that were read and left out.
    left_out: LeftOut,
    damaged: Vec<Damaged>,
    unproven: Vec<Damaged>,
    described: Option<TableDescription>,
}

/// The number of visits left out, by reason.
#[derive(Clone, Copy, Default)]
struct LeftOut {
    filtered: u64,
    abandoned: u64,
    void: u64,
    training: u64,
}

/// Writes a report, or a table of rows. Files that cannot be used are listed and are no failure.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let mut options = ReportOptions::parse(matches, setup)?;
    if options.format == Format::Xlsx && options.file.is_none() && io::stdout().is_terminal() {
        return Err(CliError::Usage(setup.texts.get("cli-report-needs-file").to_owned()));
    }
    let mut is_own = false;
    if options.paths.is_empty() {
        setup.check_data_folder()?;
        options.paths.extend(Some(setup.folders.sessions()).filter(|folder| folder.exists()));
        is_own = true;
    }
    let sites = match matches.get_one::<PathBuf>("sites") {
        Some(file) => known_sites::from_file(file, setup, output)?,
        None if is_own => known_sites::of_data_folder(setup, output)?,
        None => known_sites::merged_only(setup),
    };
    (options.plan.known_sites, options.plan.remembered_sites) = (sites.known, sites.remembered);
    if !matches.get_flag("as-recorded") {
        for condition in &mut options.plan.filter.conditions {
            let counts_as = match condition.dimension {
                Some(Dimension::Site) => sites.directory.other_site(&condition.value),
                Some(Dimension::Observer) => sites.directory.other_observer(&condition.value),
                _ => None,
            };
            if let Some(id) = counts_as {
                condition.value = id.to_owned();
            }
        }
        options.options.directory = sites.directory;
    }
    let mut target = Target::begin(options.file.as_deref(), output).map_err(|error| setup.failed(&error))?;
    let summary = match options.table {
        Some(table) => write_rows(setup, &options, table, &mut target)?,
        None => write_figures(setup, &options, &mut target)?,
    };
    if summary.sessions > 0 {
        let saved = target.finish(setup, summary.described)?;
        print_damaged(setup, &summary.damaged, output)?;
        print_listed(setup, "cli-report-unproven", &summary.unproven, output)?;
        saved.iter().try_for_each(|line| output.message(line))?;
        return Ok(0);
    }
    drop(target);
    print_damaged(setup, &summary.damaged, output)?;
    Err(CliError::Failed(nothing_to_report(setup, matches, summary.left_out)))
}

/// Returns the message that explains why there are no visits, and what to do.
fn nothing_to_report(setup: &Setup, matches: &ArgMatches, left_out: LeftOut) -> String {
    let LeftOut { filtered, abandoned, void, training } = left_out;
    let count = filtered + abandoned + void + training;
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
        ("cli-report-left-void", void),
        ("cli-report-left-training", training),
    ] {
        if count > 0 {
            lines.push(setup.texts.with(id, &[("count", count.into()), ("asked", asked.as_str().into())]));
        }
    }
    lines.join("\n")
}

impl Taker for Tally {
    fn take(&mut self, record: &Record<'_>) {
        self.add_visit(record);
    }
}

/// Computes the figures and writes them.
fn write_figures(setup: &Setup, options: &ReportOptions, target: &mut Target<'_>) -> Result<ReportSummary, CliError> {
    let plan = Arc::new(options.plan.clone());
    let watch = Watch::begin(&setup.texts);
    let make = || Tally::new(&plan);
    let read = reading::read(&options.paths, &options.options, &|progress| watch.update(progress), &make);
    watch.end();
    let read = read.map_err(|error| setup.failed(&error))?;
    let source = report_source(&read.found, options.options.seals);
    // On the threads that counted, whose memory is used again.
    let report = rayon::scope(|_| {
        // Merging into the first one copies the least.
        let tally = read.takers.into_iter().reduce(|mut all, more| {
            all.merge(more);
            all
        });
        analysis::report(tally.unwrap_or_else(make), &read.found.definitions, source)
    });
    let Source { sessions, abandoned, void, training, filtered, .. } = report.source;
    if sessions > 0 {
        let rendering = RenderOptions { excel: options.excel, ..target.render_options() };
        let mut buffered = BufWriter::new(&mut *target);
        let written = report::write(&report, &setup.texts, options.format, rendering, &mut buffered);
        let written = written.and_then(|()| buffered.flush());
        drop(buffered);
        written.map_err(|error| target.failed(setup, error))?;
    }
    let described = (options.format == Format::Csv).then(|| TableDescription::new(csv_columns(&report), options.excel));
    let left_out = LeftOut { filtered, abandoned, void, training };
    let Found { damaged, unproven, .. } = read.found;
    Ok(ReportSummary { sessions, left_out, damaged, unproven, described })
}

/// Writes tidy rows, in the order in which the visits started.
fn write_rows(
    setup: &Setup,
    options: &ReportOptions,
    table: RowKind,
    target: &mut Target<'_>,
) -> Result<ReportSummary, CliError> {
    let filter = &options.plan.filter;
    let watch = Watch::begin(&setup.texts);
    let (mut sessions, mut left_out) = (0, LeftOut::default());
    let mut writer = TidyRowWriter::new(table, &mut *target, options.excel)?;
    let mut written = Ok(());
    let mut take = |record: &Record<'_>| match filter.check_visit(record) {
        Err(plan::LeftOut::Filtered) => left_out.filtered += 1,
        Err(plan::LeftOut::Abandoned) => left_out.abandoned += 1,
        Err(plan::LeftOut::Void) => left_out.void += 1,
        Err(plan::LeftOut::Training) => left_out.training += 1,
        Ok(()) if written.is_ok() => {
            sessions += 1;
            written = writer.write_visit(record, |row| filter.matches_row(row));
        }
        Ok(()) => {}
    };
    let found = reading::in_order(&options.paths, &options.options, &|progress| watch.update(progress), &mut take);
    watch.end();
    let found = found.map_err(|error| setup.failed(&error))?;
    let written = written.and_then(|()| writer.into_inner().map(|_| ()));
    written.map_err(|error| target.failed(setup, error))?;
    let described = Some(TableDescription::new(table.columns(), options.excel));
    let Found { damaged, unproven, .. } = found;
    Ok(ReportSummary { sessions, left_out, damaged, unproven, described })
}

/// Converts the findings of a reading to the source information of a report.
fn report_source(found: &Found, seals: Seals) -> Source {
    let files = |damaged: &[Damaged]| {
        let file = |one: &Damaged| DamagedFile { path: place(one), reason: one.reason.code().to_owned() };
        damaged.iter().map(file).collect()
    };
    Source {
        duplicates: found.duplicates,
        superseded: found.superseded,
        unsealed: found.unsealed,
        damaged: files(&found.damaged),
        unproven: files(&found.unproven),
        verified: seals != Seals::Skip,
        ..Source::default()
    }
}

fn place(damaged: &Damaged) -> String {
    let line = damaged.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", damaged.path.display())
}

/// Lists the files that cannot be used: the first ones, and the number of the others.
pub(super) fn print_damaged(setup: &Setup, damaged: &[Damaged], output: &mut Output) -> io::Result<()> {
    print_listed(setup, "cli-report-damaged", damaged, output)
}

/// Lists files below a message: the first ones, and the number of the others.
fn print_listed(setup: &Setup, heading: &'static str, damaged: &[Damaged], output: &mut Output) -> io::Result<()> {
    if damaged.is_empty() {
        return Ok(());
    }
    output.message(&setup.texts.with(heading, &[("count", damaged.len().into())]))?;
    for one in damaged.iter().take(MAX_LISTED) {
        let why = setup.message_text(&one.reason.message());
        output.message(
            &setup.texts.with("cli-report-damaged-one", &[("place", place(one).into()), ("why", why.into())]),
        )?;
    }
    match damaged.len().saturating_sub(MAX_LISTED) {
        0 => Ok(()),
        more => output.message(&setup.texts.with("cli-report-damaged-more", &[("count", more.into())])),
    }
}
