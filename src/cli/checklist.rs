//! `esprit checklist`: lists checklists, shows one, checks files, creates a new one.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, FAILED};
use crate::app::format;
use crate::store::checklists::{self, Checked, Source, source_text};
use crate::store::located_fault::may_be_more;
use crate::store::{LocatedFault, StoreError};
use crate::text::clean;
use crate::visit::checklist::ChoiceOption;
use crate::visit::{Definition, Item};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::ArgMatches;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The columns in which the line of a fault is shown.
const SNIPPET_WIDTH: usize = 80;
/// The longest line, in bytes, that is searched for what to show of it.
const LONGEST_LINE: usize = 1 << 16;

/// Runs the subcommand.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let code = match matches.subcommand() {
        Some(("show", matches)) => {
            setup.check_data_folder()?;
            show(setup, &super::path(matches, "id"), output)?
        }
        Some(("check", matches)) => check_files(setup, matches, output, |path| {
            checklists::check(path).map(|checked| check_lines(setup, path, &checked))
        })?,
        Some(("new", _)) => {
            setup.create_data_folder()?;
            let path = checklists::create_from_template(&setup.folders).map_err(|error| setup.failed(&error))?;
            output.write_line(&path.display().to_string())?;
            output.message(setup.texts.get("cli-checklist-made"))?;
            0
        }
        _ => {
            setup.check_data_folder()?;
            list(setup, output)?
        }
    };
    Ok(code)
}

/// Returns a checklist by its id, or else from the file at that path.
pub fn find(setup: &Setup, asked: &Path) -> Result<Arc<Definition>, StoreError> {
    match asked.to_str() {
        Some(asked) => checklists::find(&setup.folders, asked),
        None => checklists::read(asked),
    }
}

fn list(setup: &Setup, output: &mut Output) -> io::Result<u8> {
    let texts = &setup.texts;
    let mut code = 0;
    for listed in checklists::load_all(&setup.folders) {
        match &listed.definition {
            Ok(definition) => {
                let list = definition.checklist();
                let items = texts.with("app-items", &[("count", definition.len().into())]);
                let source = source_label(setup, &listed.source);
                let title = list.title.get(texts.lang());
                output
                    .write_line(&format!("{:<16}  {:<8}  {items:>10}  {title}  ({source})", list.id, list.version))?;
            }
            Err(error) => {
                output.message(&setup.error_text(error))?;
                code = FAILED;
            }
        }
    }
    Ok(code)
}

/// Returns where a document of the library comes from.
pub fn source_label(setup: &Setup, source: &Source) -> String {
    match source {
        Source::Bundled => setup.texts.get("app-checklists-bundled").to_owned(),
        Source::File(path) => path.display().to_string(),
    }
}

fn show(setup: &Setup, asked: &Path, output: &mut Output) -> io::Result<u8> {
    match find(setup, asked) {
        Ok(definition) => print_checklist(setup, &definition, output).map(|()| 0),
        Err(error) => print_faults(setup, asked, &error, output).map(|()| FAILED),
    }
}

/// Prints a checklist: its sections, items, answers and guidance.
pub fn print_checklist(setup: &Setup, definition: &Definition, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let list = definition.checklist();
    let relation = texts.get(format::relation_id(list.relation));
    output.write_heading(&format!("{} · {relation} · {} {}", list.title.get(texts.lang()), list.id, list.version))?;
    if list.has_shares() {
        output.write_line(texts.get("score-shares-how"))?;
    }
    for (section, share) in list.sections.iter().zip(list.score_shares()) {
        output.write_line("")?;
        output.write_heading(&format::with_share(texts, section.title.get(texts.lang()).to_owned(), share))?;
        for item in &section.items {
            output.write_line(&format!("  {}  ({})", item.label.get(texts.lang()), item_summary(setup, item)))?;
            for (heading, guide) in format::guide(texts, item, None) {
                output.write_line(&format!("      {heading}{}{guide}", texts.get("app-colon")))?;
            }
            for option in item.response.options() {
                output.write_line(&option_line(setup, option))?;
            }
            if let Some(limits) = format::limits(texts, &item.response) {
                output.write_line(&format!("      {limits}"))?;
            }
            if let Some(when) = &item.when {
                let condition = format::condition(texts, list, when);
                output.write_line(&format!(
                    "      {}",
                    texts.with("show-condition", &[("condition", condition.into())])
                ))?;
            }
        }
    }
    Ok(())
}

/// Returns an option's id and label, its points, and what sets it apart.
fn option_line(setup: &Setup, option: &ChoiceOption) -> String {
    let texts = &setup.texts;
    let points = |points: f64| texts.with("show-points", &[("points", texts.decimal(points, 2).into())]);
    let parts = [
        Some(option.label.get(texts.lang()).to_owned()),
        option.counted_points().map(points),
        (!option.scored).then(|| texts.get("app-score-unscored").to_owned()),
        option.exclusive.then(|| texts.get("show-exclusive").to_owned()),
    ];
    format!("      {}  {}", option.id, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// Returns an item's id, its type and its properties.
fn item_summary(setup: &Setup, item: &Item) -> String {
    let texts = &setup.texts;
    let kind = format!("type-{}", item.response.type_name());
    let weight = texts.with("app-score-weight", &[("weight", texts.decimal(item.weight, 1).into())]);
    let parts = [
        Some(item.id.clone()),
        Some(texts.get(&kind).to_owned()),
        item.scored.then_some(weight),
        item.critical.then(|| texts.get("app-score-critical").to_owned()),
        item.when.is_some().then(|| texts.get("app-item-conditional").to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Checks the files of a command line; `read` returns the lines to print for one without faults.
pub fn check_files(
    setup: &Setup,
    matches: &ArgMatches,
    output: &mut Output,
    read: impl Fn(&Path) -> Result<Vec<String>, StoreError>,
) -> io::Result<u8> {
    let mut code = 0;
    for path in super::paths(matches, "file") {
        match read(&path) {
            Ok(lines) => lines.iter().try_for_each(|line| output.write_line(line))?,
            Err(error) => {
                print_faults(setup, &path, &error, output)?;
                code = FAILED;
            }
        }
    }
    Ok(code)
}

/// Returns the lines on a file without faults.
fn check_lines(setup: &Setup, path: &Path, checked: &Checked) -> Vec<String> {
    let args = [("path", path.display().to_string().into()), ("count", checked.definition.len().into())];
    let good = setup.texts.with("cli-check-good", &args);
    let source = if checked.remarks.is_empty() { None } else { source_text(path) };
    let remarks =
        checked.remarks.iter().map(|fault| fault_lines(setup, path, source.as_deref().unwrap_or_default(), fault));
    std::iter::once(good).chain(remarks).collect()
}

/// Prints why a checklist or a scenario cannot be used: every fault with its location, its line and its remedy.
pub fn print_faults(setup: &Setup, path: &Path, error: &StoreError, output: &mut Output) -> io::Result<()> {
    output.message(&fault_report(setup, path, error))
}

/// Formats why a checklist or a scenario cannot be used.
pub fn fault_report(setup: &Setup, path: &Path, error: &StoreError) -> String {
    let faults = error.faults();
    if faults.is_empty() {
        return setup.error_text(error);
    }
    let source = source_text(path).unwrap_or_default();
    let mut lines: Vec<String> = faults.iter().map(|fault| fault_lines(setup, path, &source, fault)).collect();
    let args = [("path", path.display().to_string().into()), ("count", faults.len().into())];
    let sum = setup.texts.with("cli-check-faults", &args);
    lines.push(if may_be_more(faults) { setup.texts.with("cli-check-more", &[("sum", sum.into())]) } else { sum });
    lines.join("\n")
}

fn fault_lines(setup: &Setup, path: &Path, source: &str, fault: &LocatedFault) -> String {
    let words = |(id, args): crate::store::Message| format::message(&setup.texts, id, &args);
    let place = format!("{}:{}:{}", clean(&path.display().to_string()), fault.line, fault.column);
    let inside = if fault.path.is_empty() { String::new() } else { format!(" {}", clean(&fault.path)) };
    let (message, mend) = (words(fault.message()), words(fault.mend()));
    let told = format!("{place}:{inside} {message}\n{}    {mend}", snippet(source, fault).unwrap_or_default());
    let details = fault.details().into_iter().map(|detail| format!("      {}", words(detail)));
    std::iter::once(told).chain(details).collect::<Vec<_>>().join("\n")
}

/// Returns the line of a fault with a caret below its column, as much of it as fits.
fn snippet(source: &str, fault: &LocatedFault) -> Option<String> {
    let line = source.lines().nth(fault.line.checked_sub(1)?).filter(|line| line.len() <= LONGEST_LINE)?;
    let start = line.char_indices().nth(fault.column.checked_sub(1)?).map_or(line.len(), |(start, _)| start);
    let caret = AnnotationKind::Primary.span(start..start);
    let shown = Snippet::source(line).line_start(fault.line).annotation(caret);
    let renderer = Renderer::plain().term_width(SNIPPET_WIDTH);
    Some(renderer.render(&[Group::with_level(Level::ERROR).element(shown)]) + "\n")
}
