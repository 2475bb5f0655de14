//! The commands and their options, in the user's language.

use super::help;
use super::show::FORMATS;
use crate::analysis::agreement::figures::MatchedOn;
use crate::report::Format;
use crate::report::tidy_rows::RowKind;
use crate::text::Texts;
use crate::visit::Kind;
use crate::visit::replay::Order;
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgGroup, Command, value_parser};
use std::num::NonZeroUsize;

/// Returns the complete command line in a language.
pub fn command(texts: &Texts) -> Command {
    let text = |id: &'static str| texts.get(id).to_owned();
    let root = Command::new("esprit")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .subcommand(visit(texts))
        .subcommand(resume(texts))
        .subcommand(Command::new("sessions").about(text("cli-sessions")).arg(json(texts)))
        .subcommand(show(texts))
        .subcommand(
            correction(texts, "amend", "cli-amend")
                .arg(plain(texts))
                .arg(flag(texts, "drop", "cli-arg-drop").conflicts_with_all(["by", "reason", "plain"])),
        )
        .subcommand(correction(texts, "void", "cli-void"))
        .subcommand(replay(texts))
        .subcommand(Command::new("verify").about(text("cli-verify")).arg(paths(texts, "cli-arg-paths")))
        .subcommand(report(texts))
        .subcommand(practise(texts))
        .subcommand(scenario(texts))
        .subcommand(agreement(texts))
        .subcommand(Command::new("present").about(text("cli-present")).arg(one_checklist(texts).required(true)))
        .subcommand(Command::new("class").about(text("cli-class")).arg(paths(texts, "cli-arg-class-paths")))
        .subcommand(checklist(texts))
        .subcommand(sites(texts))
        .subcommand(observers(texts))
        .subcommand(Command::new("doctor").about(text("cli-doctor")))
        .subcommand(Command::new("completions").about(text("cli-completions")).arg(shell(texts)))
        .subcommand(man(texts))
        .subcommand(
            Command::new("help")
                .about(text("cli-help"))
                .arg(value(texts, "command", "cli-value-command", "cli-arg-command").num_args(0..)),
        )
        .args([
            path(texts, "data-dir", "cli-value-folder", "cli-arg-data-dir").long("data-dir").global(true),
            option(texts, "lang", "cli-value-lang", "cli-arg-lang").value_parser(["fr", "en"]).global(true),
            option(texts, "color", "cli-value-color", "cli-arg-color")
                .value_parser(["auto", "always", "never"])
                .global(true),
        ]);
    help::localized(root, texts)
}

fn visit(texts: &Texts) -> Command {
    Command::new("visit")
        .about(texts.get("cli-visit").to_owned())
        .arg(one_checklist(texts))
        .arg(option(texts, "site", "cli-value-site", "cli-arg-site"))
        .arg(option(texts, "observer", "cli-value-observer", "cli-arg-observer"))
        .arg(option(texts, "kind", "cli-value-kind", "cli-arg-kind").value_parser(Kind::ALL.map(Kind::name)))
        .arg(plain(texts))
}

fn resume(texts: &Texts) -> Command {
    Command::new("resume")
        .about(texts.get("cli-resume").to_owned())
        .arg(value(texts, "id", "cli-value-id", "cli-arg-id"))
        .arg(plain(texts))
}

fn correction(texts: &Texts, name: &'static str, about: &'static str) -> Command {
    Command::new(name)
        .about(texts.get(about).to_owned())
        .arg(session(texts))
        .arg(option(texts, "by", "cli-value-name", "cli-arg-by-whom"))
        .arg(option(texts, "reason", "cli-value-text", "cli-arg-reason"))
}

fn replay(texts: &Texts) -> Command {
    Command::new("replay")
        .about(texts.get("cli-replay").to_owned())
        .arg(session(texts))
        .arg(option(texts, "speed", "cli-value-number", "cli-arg-speed").allow_hyphen_values(true))
        .arg(option(texts, "order", "cli-value-order", "cli-arg-order").value_parser(Order::ALL.map(Order::name)))
        .arg(flag(texts, "plain", "cli-arg-replay-plain"))
}

fn show(texts: &Texts) -> Command {
    Command::new("show")
        .about(texts.get("cli-show").to_owned())
        .arg(session(texts))
        .args(output_options(texts, "cli-arg-show-format", &FORMATS))
        .arg(json(texts).conflicts_with("format"))
}

fn man(texts: &Texts) -> Command {
    Command::new("man")
        .about(texts.get("cli-man").to_owned())
        .arg(path(texts, "out", "cli-value-folder", "cli-arg-out").long("out"))
}

fn session(texts: &Texts) -> Arg {
    path(texts, "session", "cli-value-session", "cli-arg-session").required(true)
}

fn shell(texts: &Texts) -> Arg {
    value(texts, "shell", "cli-value-shell", "cli-arg-shell")
        .required(true)
        .value_parser(value_parser!(clap_complete::Shell))
}

fn report(texts: &Texts) -> Command {
    Command::new("report")
        .about(texts.get("cli-report").to_owned())
        .arg(paths(texts, "cli-arg-report-paths"))
        .arg(several(option(texts, "by", "cli-value-keys", "cli-arg-by")).value_delimiter(','))
        .arg(option(texts, "from", "cli-value-date", "cli-arg-from"))
        .arg(option(texts, "to", "cli-value-date", "cli-arg-to"))
        .arg(several(option(texts, "where", "cli-value-condition", "cli-arg-where")))
        .arg(option(texts, "since", "cli-value-date", "cli-arg-since"))
        .arg(option(texts, "target", "cli-value-number", "cli-arg-target"))
        .arg(path(texts, "weights", "cli-value-file", "cli-arg-weights").long("weights"))
        .arg(path(texts, "sites", "cli-value-file", "cli-arg-sites").long("sites"))
        .arg(flag(texts, "as-recorded", "cli-arg-as-recorded"))
        .args(output_options(texts, "cli-arg-format", &Format::ALL))
        .arg(option(texts, "table", "cli-value-table", "cli-arg-table").value_parser(RowKind::ALL.map(RowKind::name)))
        .arg(flag(texts, "excel", "cli-arg-excel"))
        .arg(flag(texts, "verify", "cli-arg-verify"))
        .arg(option(texts, "seals", "cli-value-seals", "cli-arg-seals").value_parser(["check", "skip"]))
        .arg(option(texts, "threads", "cli-value-number", "cli-arg-threads").value_parser(value_parser!(NonZeroUsize)))
}

fn agreement(texts: &Texts) -> Command {
    let amount = |name, placeholder, help| option(texts, name, placeholder, help).value_parser(amount);
    Command::new("agreement")
        .about(texts.get("cli-agreement").to_owned())
        .arg(paths(texts, "cli-arg-agreement-paths").num_args(1..).required(true))
        .arg(several(path(texts, "reference", "cli-value-reference", "cli-arg-reference").long("reference")))
        .arg(option(texts, "on", "cli-value-on", "cli-arg-on").value_parser(MatchedOn::ALL.map(|(_, name)| name)))
        .arg(amount("window", "cli-value-minutes", "cli-arg-window"))
        .arg(amount("tolerance", "cli-value-seconds", "cli-arg-tolerance"))
        .arg(flag(texts, "as-recorded", "names-arg-as-recorded"))
        .args(output_options(texts, "cli-arg-format", &Format::ALL))
        .arg(flag(texts, "excel", "cli-arg-excel"))
}

/// Parses a number of minutes or seconds.
fn amount(text: &str) -> Result<f64, String> {
    let amount: f64 = text.replace(',', ".").parse().map_err(|_| String::new())?;
    if amount.is_finite() && amount >= 0.0 { Ok(amount) } else { Err(String::new()) }
}

fn checklist(texts: &Texts) -> Command {
    let text = |id: &'static str| texts.get(id).to_owned();
    Command::new("checklist")
        .about(text("cli-checklist"))
        .subcommand_required(true)
        .subcommand(Command::new("list").about(text("cli-checklist-list")))
        .subcommand(
            Command::new("show")
                .about(text("cli-checklist-show"))
                .arg(path(texts, "id", "cli-value-checklist", "cli-arg-checklist").required(true)),
        )
        .subcommand(
            Command::new("check")
                .about(text("cli-checklist-check"))
                .arg(path(texts, "file", "cli-value-file", "cli-arg-files").num_args(1..).required(true)),
        )
        .subcommand(Command::new("new").about(text("cli-checklist-new")))
        .subcommand(
            Command::new("import")
                .about(text("cli-checklist-import"))
                .arg(path(texts, "file", "cli-value-file", "cli-arg-import-file").required(true))
                .arg(path(texts, "output", "cli-value-file", "cli-arg-import-output").short('o').long("output"))
                .arg(value(texts, "new-id", "cli-value-id", "cli-arg-import-id").long("id")),
        )
        .subcommand(
            Command::new("export")
                .about(text("cli-checklist-export"))
                .arg(path(texts, "id", "cli-value-checklist", "cli-arg-checklist").required(true))
                .arg(path(texts, "file", "cli-value-file", "cli-arg-export-file").required(true)),
        )
        .subcommands(checklist_versions(texts))
}

/// Returns the commands on the versions of a checklist.
fn checklist_versions(texts: &Texts) -> [Command; 4] {
    let about = |name: &'static str, id: &'static str| Command::new(name).about(texts.get(id).to_owned());
    let id = || value(texts, "id", "cli-value-id", "cli-arg-checklist-id").required(true);
    let version = value(texts, "version", "cli-value-version", "cli-arg-checklist-version").required(true);
    [
        about("edit", "cli-checklist-edit").arg(id()),
        about("history", "cli-checklist-history").arg(id()).arg(json(texts)),
        about("restore", "cli-checklist-restore").arg(id()).arg(version),
        about("delete", "cli-checklist-delete").arg(id()).arg(flag(texts, "yes", "cli-arg-yes")),
    ]
}

fn sites(texts: &Texts) -> Command {
    let text = |id: &'static str| texts.get(id).to_owned();
    let file = path(texts, "file", "cli-value-file", "cli-arg-sites-file");
    Command::new("sites")
        .about(text("cli-sites"))
        .subcommand(Command::new("list").about(text("cli-sites-list")).arg(json(texts)))
        .subcommand(Command::new("check").about(text("cli-sites-check")).arg(file).arg(json(texts)))
        .subcommands(changes(texts, "site", true))
}

fn observers(texts: &Texts) -> Command {
    Command::new("observers")
        .about(texts.get("cli-observers").to_owned())
        .subcommand(Command::new("list").about(texts.get("cli-observers-list").to_owned()).arg(json(texts)))
        .subcommands(changes(texts, "observer", false))
}

/// Returns the commands that change the list of sites, or of observers, who have no group.
fn changes(texts: &Texts, kind: &'static str, has_group: bool) -> [Command; 5] {
    let command =
        |name: &'static str, about: &str| Command::new(name).about(texts.with(about, &[("kind", kind.into())]));
    let own = if has_group { "cli-value-site" } else { "cli-value-observer" };
    let who = |name: &'static str, placeholder: &'static str, help: &'static str| {
        value(texts, name, placeholder, help).help(texts.with(help, &[("kind", kind.into())])).required(true)
    };
    let name = value(texts, "name", "cli-value-name", "names-arg-name").required(true);
    let group = has_group.then(|| option(texts, "group", "names-value-group", "names-arg-group"));
    [
        command("import", "names-cli-import")
            .arg(path(texts, "file", "cli-value-file", "names-arg-file").required(true)),
        command("add", "names-cli-add")
            .arg(name.clone())
            .arg(option(texts, "id", "cli-value-id", "names-arg-id"))
            .args(group.clone()),
        command("rename", "names-cli-rename").arg(who("who", own, "names-arg-who")).arg(name).args(group),
        command("merge", "names-cli-merge").arg(who("from", own, "names-arg-from")).arg(who(
            "into",
            "names-value-into",
            "names-arg-into",
        )),
        command("remove", "names-cli-remove").arg(who("who", own, "names-arg-who")),
    ]
}

fn practise(texts: &Texts) -> Command {
    Command::new("practise")
        .about(texts.get("cli-practise").to_owned())
        .arg(path(texts, "scenario", "cli-value-scenario", "cli-arg-scenario"))
        .arg(option(texts, "speed", "cli-value-number", "cli-arg-practise-speed").allow_hyphen_values(true))
        .arg(option(texts, "observer", "cli-value-observer", "cli-arg-observer"))
        .arg(plain(texts))
        .arg(flag(texts, "record", "cli-arg-record"))
        .arg(json(texts))
}

fn scenario(texts: &Texts) -> Command {
    let text = |id: &'static str| texts.get(id).to_owned();
    Command::new("scenario")
        .about(text("cli-scenario"))
        .subcommand_required(true)
        .subcommand(Command::new("list").about(text("cli-scenario-list")).arg(json(texts)))
        .subcommand(
            Command::new("show")
                .about(text("cli-scenario-show"))
                .arg(path(texts, "scenario", "cli-value-scenario", "cli-arg-scenario").required(true)),
        )
        .subcommand(
            Command::new("check")
                .about(text("cli-scenario-check"))
                .arg(path(texts, "file", "cli-value-file", "cli-arg-scenario-files").num_args(1..).required(true)),
        )
        .subcommand(
            Command::new("new")
                .about(text("scenario-cli-new"))
                .arg(path(texts, "checklist", "cli-value-checklist", "scenario-arg-checklist").long("checklist"))
                .arg(path(texts, "from", "cli-value-session", "scenario-arg-from").long("from"))
                .group(ArgGroup::new("source").args(["checklist", "from"]).required(true)),
        )
}

fn value(texts: &Texts, name: &'static str, placeholder: &'static str, help: &'static str) -> Arg {
    // Clap would list the possible values under an English heading, so the help text names them itself.
    Arg::new(name)
        .value_name(texts.get(placeholder).to_owned())
        .help(texts.get(help).to_owned())
        .hide_possible_values(true)
}

/// Returns the options of commands that write in several formats, optionally to a file.
fn output_options(texts: &Texts, help: &'static str, formats: &[Format]) -> [Arg; 2] {
    let names = formats.iter().map(|format| format.name()).collect::<Vec<_>>();
    [
        option(texts, "format", "cli-value-format", help).value_parser(PossibleValuesParser::new(names)),
        path(texts, "output", "cli-value-file", "cli-arg-output").short('o').long("output"),
    ]
}

fn path(texts: &Texts, name: &'static str, placeholder: &'static str, help: &'static str) -> Arg {
    value(texts, name, placeholder, help).value_parser(ValueParser::path_buf())
}

fn paths(texts: &Texts, help: &'static str) -> Arg {
    path(texts, "path", "cli-value-path", help).num_args(0..)
}

fn one_checklist(texts: &Texts) -> Arg {
    path(texts, "checklist", "cli-value-checklist", "cli-arg-checklist")
}

fn several(arg: Arg) -> Arg {
    arg.action(ArgAction::Append)
}

fn option(texts: &Texts, name: &'static str, placeholder: &'static str, help: &'static str) -> Arg {
    value(texts, name, placeholder, help).long(name)
}

fn flag(texts: &Texts, name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(texts.get(help).to_owned())
}

fn json(texts: &Texts) -> Arg {
    flag(texts, "json", "cli-arg-json")
}

fn plain(texts: &Texts) -> Arg {
    flag(texts, "plain", "cli-arg-plain")
}
