//! `esprit agreement`: do observers judge the same visit alike?

mod references;

use super::output::Output;
use super::report::options::output_format;
use super::report::print_damaged;
use super::report::progress::Watch;
use super::report::target::{TableDescription, Target};
use super::setup::Setup;
use super::{CliError, CommandResult};
use crate::analysis::agreement::figures::{Agreement, MatchedOn, Says, Source};
use crate::analysis::agreement::{self, Plan};
use crate::analysis::class::{Class, ClassBuilder, Matching};
use crate::recorder;
use crate::report::{self, Format, RenderOptions};
use crate::store::reading::{self, Damaged, Directory, Options, Taker};
use crate::visit::definitions::Definitions;
use crate::visit::record::Record;
use clap::ArgMatches;
use jiff::SignedDuration;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Returns how sessions are read. Times of a scenario exclude the stretches in which its script stood still; what is merged
/// in the data folder counts, unless it is to stay as it was recorded.
fn reading_options(setup: &Setup, matches: &ArgMatches) -> Options {
    let as_recorded = matches.get_flag("as-recorded");
    let directory = if as_recorded { Directory::default() } else { Directory::load_merged(&setup.folders) };
    Options { course: true, directory: Arc::new(directory), ..Options::default() }
}

/// The data that was read.
#[derive(Default)]
struct SessionData {
    classes: ClassBuilder,
    definitions: Definitions,
    damaged: Vec<Damaged>,
    source: Source,
    /// How they were read.
    options: Options,
}

struct ClassCollector(ClassBuilder);

/// Collects the ids of the visits in a file.
#[derive(Default)]
struct IdCollector(Vec<String>);

impl Taker for IdCollector {
    fn take(&mut self, record: &Record<'_>) {
        self.0.push(record.id.clone().into_owned());
    }
}

impl Taker for ClassCollector {
    fn take(&mut self, record: &Record<'_>) {
        self.0.add_session(record, None);
    }
}

/// Compares observers. Files that cannot be used are listed and are no failure; having nothing to compare is one.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let file = matches.get_one::<PathBuf>("output").cloned();
    let excel = matches.get_flag("excel");
    let usual = if excel { Format::Csv } else { Format::Text };
    let format = output_format(matches, file.as_ref(), (usual, &Format::ALL), &setup.texts)?;
    if excel && format != Format::Csv {
        return Err(CliError::Usage(setup.texts.get("cli-report-excel-csv").to_owned()));
    }
    if format == Format::Xlsx && file.is_none() && io::stdout().is_terminal() {
        return Err(CliError::Usage(setup.texts.get("cli-report-needs-file").to_owned()));
    }
    let paths = super::paths(matches, "path");
    let mut target = Target::begin(file.as_deref(), output).map_err(|error| setup.failed(&error))?;
    let (agreement, damaged) = compare(setup, matches, &paths)?;
    let compared = agreement.comparisons.iter().any(|one| one.reading.iter().any(|said| said.says != Says::Nothing));
    if !compared {
        drop(target);
        print_damaged(setup, &damaged, output)?;
        return Err(CliError::Failed(setup.texts.get("cli-agreement-nothing").to_owned()));
    }
    let excel = excel.then(|| setup.texts.lang());
    let options = RenderOptions { excel, ..target.render_options() };
    let bytes = report::agreement::render(&agreement, &setup.texts, format, options)?;
    target.write_all(&bytes).map_err(|error| target.failed(setup, error))?;
    let described = (format == Format::Csv).then(|| TableDescription::new(report::agreement::columns(), excel));
    let saved = target.finish(setup, described)?;
    print_damaged(setup, &damaged, output)?;
    saved.iter().try_for_each(|line| output.message(line))?;
    Ok(0)
}

fn compare(setup: &Setup, matches: &ArgMatches, paths: &[PathBuf]) -> Result<(Agreement, Vec<Damaged>), CliError> {
    let asked = matches.get_one::<String>("on");
    let on = asked.and_then(|asked| MatchedOn::ALL.iter().find(|(_, name)| name == asked)).map(|(on, _)| *on);
    let number = |name: &str, usual: f64| matches.get_one::<f64>(name).copied().unwrap_or(usual);
    let mut found = read(setup, on, paths, reading_options(setup, matches))?;
    let on =
        on.unwrap_or(if found.classes.all_watched_scenarios() { MatchedOn::Scenario } else { MatchedOn::SiteWindow });
    let references = references::find(setup, on, &super::paths(matches, "reference"), &mut found)?;
    let window = SignedDuration::try_from_secs_f64(60.0 * number("window", 30.0)).unwrap_or(SignedDuration::MAX);
    let matching =
        Matching { scenarios: on == MatchedOn::Scenario, sites: on != MatchedOn::Scenario, window, least: 1 };
    let mut source = found.source;
    let elsewhere = if on == MatchedOn::Scenario { found.classes.without_scenario() } else { 0 };
    source.abandoned = found.classes.abandoned;
    source.void = found.classes.void;
    source.without_checklist = found.classes.without_checklist(&found.definitions);
    let mut classes = found.classes.build(&found.definitions, matching);
    references.apply(setup, &mut classes)?;
    recorder::add_expected_answers(&setup.folders, &mut classes);
    source.references = references.names();
    let is_alone = |class: &Class| class.sheets.len() + usize::from(!class.expected.is_empty()) < 2;
    source.alone = classes.iter().filter(|class| is_alone(class)).map(|class| class.sheets.len() as u64).sum();
    source.alone += elsewhere;
    classes.retain(|class| !is_alone(class));
    let plan = Plan { on, tolerance_s: number("tolerance", 5.0) };
    Ok((agreement::agreement(&classes, plan, source), found.damaged))
}

/// Reads sessions and, if visits are matched by file name, the names of their files.
fn read(setup: &Setup, on: Option<MatchedOn>, paths: &[PathBuf], options: Options) -> Result<SessionData, CliError> {
    let watch = Watch::begin(&setup.texts);
    let make = || ClassCollector(ClassBuilder::default());
    let read = reading::read(paths, &options, &|progress| watch.update(progress), &make);
    let read = read.map_err(|error| setup.failed(&error))?;
    watch.end();
    let mut classes = ClassBuilder::default();
    read.takers.into_iter().for_each(|taker| classes.merge(taker.0));
    if on == Some(MatchedOn::FileName) {
        classes.set_file_names(&file_names(setup, paths)?);
    }
    let source = Source {
        sessions: read.found.sessions,
        duplicates: read.found.duplicates,
        corrected: read.found.corrected,
        damaged: read.found.damaged.len() as u64,
        ..Source::default()
    };
    Ok(SessionData { classes, source, definitions: read.found.definitions, damaged: read.found.damaged, options })
}

/// Returns the file name of each visit, by the visit's id; for a visit with copies, the name that most visits have.
fn file_names(setup: &Setup, paths: &[PathBuf]) -> Result<BTreeMap<String, String>, CliError> {
    let options = Options::default();
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in reading::files(paths).map_err(|error| setup.failed(&error))? {
        let name = stem(&path);
        let read = reading::read(&[path], &options, &|_| ControlFlow::Continue(()), &IdCollector::default);
        let ids = read.map_err(|error| setup.failed(&error))?.takers.into_iter().flat_map(|ids| ids.0);
        ids.for_each(|id| _ = names.entry(id).or_default().insert(name.clone()));
    }
    let mut visits: BTreeMap<String, u64> = BTreeMap::new();
    names.values().flatten().for_each(|name| *visits.entry(name.clone()).or_default() += 1);
    let most = |all: BTreeSet<String>| all.into_iter().max_by_key(|name| (visits.get(name), Reverse(name.clone())));
    Ok(names.into_iter().filter_map(|(id, all)| Some((id, most(all)?))).collect())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
