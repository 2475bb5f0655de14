//! The help: commands in groups, examples below each command, and clap's own words in the user's language.

use crate::text::Texts;
use clap::{Arg, ArgAction, Command};
use std::fmt::Write as _;

/// The groups of commands, by the message of their heading. A command in none of them is shown in the last one.
const GROUPS: &[(&str, &[&str])] = &[
    ("help-group-visits", &["visit", "resume", "sessions", "show", "replay", "amend", "void"]),
    ("help-group-results", &["report", "agreement", "verify", "export"]),
    ("help-group-training", &["practise", "scenario", "present", "class"]),
    ("help-group-lists", &["checklist", "sites", "observers"]),
    ("help-group-program", &["doctor", "completions", "man", "help"]),
];

/// The messages with the examples of each command.
const EXAMPLES: &[(&str, &str)] = &[
    ("esprit", "help-examples"),
    ("visit", "help-examples-visit"),
    ("resume", "help-examples-resume"),
    ("sessions", "help-examples-sessions"),
    ("show", "help-examples-show"),
    ("replay", "help-examples-replay"),
    ("verify", "help-examples-verify"),
    ("report", "help-examples-report"),
    ("practise", "help-examples-practise"),
    ("scenario", "help-examples-scenario"),
    ("agreement", "help-examples-agreement"),
    ("present", "help-examples-present"),
    ("class", "help-examples-class"),
    ("checklist", "help-examples-checklist"),
    ("sites", "help-examples-sites"),
    ("observers", "help-examples-observers"),
    ("doctor", "help-examples-doctor"),
    ("completions", "help-examples-completions"),
    ("man", "help-examples-man"),
    ("help", "help-examples-help"),
];

/// Replaces clap's built-in texts by those of the user's language, and adds groups and examples.
pub fn localized(command: Command, texts: &Texts) -> Command {
    localized_at(command, texts, 0)
}

/// Localizes a command so many levels below the program's name.
fn localized_at(command: Command, texts: &Texts, depth: usize) -> Command {
    let text = |id: &'static str| texts.get(id).to_owned();
    let arguments = if depth == 0 {
        // The list is part of the template, where braces mean placeholders.
        let groups = grouped_commands(&command, texts).replace(['{', '}'], "");
        format!("{groups}\n{}:\n{{options}}", text("cli-heading-options"))
    } else {
        "{all-args}".to_owned()
    };
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{arguments}{{after-help}}", text("cli-heading-usage"));
    let has_commands = command.has_subcommands();
    let version = command.get_version().is_some();
    // Only the commands right below the program's name have examples.
    let command = if depth < 2 { with_examples(command, texts) } else { command };
    let mut command = command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text("cli-heading-commands"))
        .subcommand_value_name(text("cli-value-command"))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            arg.help_heading(text(heading))
        })
        .arg(own_flag(texts, "help", 'h', ArgAction::Help, "cli-arg-help"));
    if version {
        command = command.arg(own_flag(texts, "version", 'V', ArgAction::Version, "cli-arg-version"));
    }
    if has_commands {
        command = command.mut_subcommands(|inner| localized_at(inner, texts, depth + 1));
    }
    command
}

fn own_flag(texts: &Texts, name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    let heading = texts.get("cli-heading-options").to_owned();
    Arg::new(name).short(short).long(name).action(action).help(texts.get(help).to_owned()).help_heading(heading)
}

fn with_examples(command: Command, texts: &Texts) -> Command {
    let Some((_, id)) = EXAMPLES.iter().find(|(name, _)| *name == command.get_name()) else { return command };
    let mut examples = texts.get("help-heading-examples").to_owned();
    for line in texts.get(id).lines() {
        let _ = write!(examples, "\n  {line}");
    }
    command.after_help(examples)
}

/// Returns the commands with what they are for, in groups with a heading each.
fn grouped_commands(root: &Command, texts: &Texts) -> String {
    let width = root.get_subcommands().map(|command| command.get_name().len()).max().unwrap_or(0);
    let mut list = format!("{}:\n", texts.get("cli-heading-commands"));
    let is_grouped = |name: &str| GROUPS.iter().any(|(_, names)| names.contains(&name));
    for (index, (heading, names)) in (1..).zip(GROUPS) {
        let _ = writeln!(list, "\n {}", texts.get(heading));
        let is_last = index == GROUPS.len();
        let listed = names.iter().filter_map(|name| root.find_subcommand(name));
        let others = root.get_subcommands().filter(|command| is_last && !is_grouped(command.get_name()));
        for command in listed.chain(others) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(list, "  {:width$}  {about}", command.get_name());
        }
    }
    list
}
