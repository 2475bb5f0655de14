//! `esprit sites` and `esprit observers`: what both do to their lists.

use super::output::Output;
use super::setup::Setup;
use super::suggestions::with_nearest;
use super::{CliError, CommandResult};
use crate::app::identify;
use crate::store::name_import;
use crate::store::name_list::{Change, ListedName};
use crate::store::sessions;
use crate::text::names::is_name;
use crate::text::{clean, fold_name, tidy_name};
use crate::visit::checklist::is_id;
use crate::visit::{Identity, Known, Named, Observer, Site};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io;

/// The messages about sites, or about observers.
pub struct Words {
    /// There is no such one.
    pub unknown: &'static str,
    /// A name has no letter or digit.
    pub nameless: (&'static str, &'static str),
    /// Several have the name.
    pub several: &'static str,
}

/// What both commands know of what they list.
pub trait Listed: ListedName {
    const WORDS: Words;
    /// Returns it with a group; observers have none.
    fn with_group(self, group: Option<String>) -> Self;
    /// Returns the site or the observer of a visit.
    fn of_visit(head: sessions::SessionHead) -> Self;
}

impl Listed for Site {
    const WORDS: Words =
        Words { unknown: "names-unknown-site", nameless: ("cli-bad-site", "site"), several: "app-several-sites" };
    fn with_group(self, group: Option<String>) -> Self {
        Self { group, ..self }
    }
    fn of_visit(head: sessions::SessionHead) -> Self {
        head.site
    }
}

impl Listed for Observer {
    const WORDS: Words = Words {
        unknown: "names-unknown-observer",
        nameless: ("cli-bad-observer", "observer"),
        several: "app-several-observers",
    };
    fn with_group(self, _: Option<String>) -> Self {
        self
    }
    fn of_visit(head: sessions::SessionHead) -> Self {
        head.observer
    }
}

/// Runs a subcommand that changes a list.
pub fn run<T: Listed>(setup: &Setup, command: &str, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    setup.create_data_folder()?;
    if command == "import" {
        return import::<T>(setup, matches, output);
    }
    let known = T::known(&setup.folders).map_err(|error| setup.failed(&error))?;
    let typed = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let change = match command {
        "add" => Change::Add(new_one(setup, &known, matches)?),
        "rename" => {
            let one = find(setup, &known, &typed("who"))?;
            let was = one.name().unwrap_or(one.id()).to_owned();
            Change::Rename { one: renamed(setup, &one, matches)?, was }
        }
        "merge" => {
            let from = find_merged(&known, &typed("from")).map_or_else(|| find(setup, &known, &typed("from")), Ok)?;
            Change::Merge { from, into: find(setup, &known, &typed("into"))? }
        }
        _ => {
            let who = typed("who");
            let found = find_merged(&known, &who).map_or_else(|| find(setup, &known, &who), Ok)?;
            Change::Remove(found.id().to_owned())
        }
    };
    let done = T::change(&setup.folders, change).map_err(|error| setup.failed(&error))?;
    output.write_line(&clean(&setup.message_text(&done)))?;
    Ok(0)
}

fn import<T: Listed>(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let file = super::path(matches, "file");
    let imported = name_import::import::<T>(&setup.folders, &file).map_err(|error| setup.failed(&error))?;
    for remark in &imported.remarks {
        output.message(&clean(&setup.message_text(remark)))?;
    }
    output.write_line(&setup.message_text(&imported.done))?;
    Ok(if imported.left_out == 0 { 0 } else { super::FAILED })
}

/// Returns the one to be added.
fn new_one<T: Listed>(setup: &Setup, known: &Known<T>, matches: &ArgMatches) -> Result<T, CliError> {
    let name = matches.get_one::<String>("name").map(String::as_str).unwrap_or_default();
    let one = match (known.identify(name), matches.get_one::<String>("id")) {
        (Identity::Nameless, _) => return Err(nameless::<T>(setup, name)),
        (_, Some(id)) => {
            let lower = id.to_lowercase();
            if !is_id(&lower) {
                return Err(CliError::Usage(setup.texts.with("names-bad-id", &[("id", id.as_str().into())])));
            }
            T::new(lower, Some(tidy_name(name)))
        }
        (Identity::Known(one) | Identity::New(one), None) => one,
        (Identity::Ambiguous(several), None) => several.into_iter().next().ok_or_else(|| nameless::<T>(setup, name))?,
    };
    Ok(one.with_group(group(matches)))
}

/// Returns one with its new name, and with its new group if one is given.
fn renamed<T: Listed>(setup: &Setup, one: &T, matches: &ArgMatches) -> Result<T, CliError> {
    let name = matches.get_one::<String>("name").map(|name| tidy_name(name)).unwrap_or_default();
    if !is_name(&name) {
        return Err(nameless::<T>(setup, &name));
    }
    let has_group = matches.try_contains_id("group").unwrap_or(false);
    let group = if has_group { group(matches) } else { one.group().map(str::to_owned) };
    Ok(T::new(one.id().to_owned(), Some(name)).with_group(group))
}

fn group(matches: &ArgMatches) -> Option<String> {
    let group = matches.try_get_one::<String>("group").ok().flatten();
    group.map(|group| tidy_name(group)).filter(|group| !group.is_empty())
}

fn nameless<T: Listed>(setup: &Setup, name: &str) -> CliError {
    let (id, argument) = T::WORDS.nameless;
    CliError::Usage(setup.texts.with(id, &[(argument, name.into())]))
}

/// Returns the merged one that is meant by its id, or by a name that no other one has.
fn find_merged<T: Named>(known: &Known<T>, typed: &str) -> Option<T> {
    let name = tidy_name(typed);
    let by_id = known.merged.iter().find(|one| one.id() == name.to_lowercase());
    let is_own = || known.entries.iter().any(|one| has_name(one, &name));
    by_id.or_else(|| known.merged.iter().find(|one| has_name(*one, &name)).filter(|_| !is_own())).cloned()
}

fn has_name<T: Named>(one: &T, name: &str) -> bool {
    fold_name(one.name().unwrap_or(one.id())) == fold_name(name)
}

/// Finds the one that is meant: a known one, or else one that a visit names.
fn find<T: Listed>(setup: &Setup, known: &Known<T>, typed: &str) -> Result<T, CliError> {
    match known.identify(typed) {
        Identity::Known(one) => Ok(one),
        Identity::Ambiguous(several) => {
            Err(CliError::Failed(setup.message_text(&identify::several(&several, T::WORDS.several))))
        }
        Identity::New(_) | Identity::Nameless => {
            let of_visits = sessions::heads(&setup.folders).filter_map(Result::ok).map(T::of_visit);
            let name = tidy_name(typed);
            let is_meant = |one: &T| is_id(one.id()) && (one.id() == name || has_name(one, &name));
            of_visits.into_iter().find(is_meant).ok_or_else(|| unknown(setup, known, typed))
        }
    }
}

fn unknown<T: Listed>(setup: &Setup, known: &Known<T>, typed: &str) -> CliError {
    let message = setup.texts.with(T::WORDS.unknown, &[("name", typed.into())]);
    let names = known.entries.iter().flat_map(|one| one.name().into_iter().chain([one.id()]));
    CliError::Failed(with_nearest(message, &setup.texts, typed, names))
}

/// Writes the merged ones of a list in lines.
pub fn write_merged<T: Named>(setup: &Setup, known: &Known<T>, output: &mut Output) -> io::Result<()> {
    known.merged.iter().try_for_each(|one| {
        let into = known.aliases.get(one.id()).cloned().unwrap_or_default();
        let origin = setup.texts.with("names-merged-into", &[("into", into.into())]);
        write_line(one, &origin, output)
    })
}

/// Writes one of a list in a line, with where it comes from.
pub fn write_line<T: Named>(one: &T, origin: &str, output: &mut Output) -> io::Result<()> {
    let line = format!("{:<16}  {}  ({origin})", one.id(), one.name().unwrap_or(one.id()));
    output.write_line(&clean(&line))
}

/// Returns the merged ones of a list as JSON.
pub fn merged_json<T: Named>(known: &Known<T>) -> Vec<Value> {
    let merged = known.merged.iter();
    merged.map(|one| json!({"id": one.id(), "name": one.name(), "into": known.aliases.get(one.id())})).collect()
}
