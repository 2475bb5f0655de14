//! The command line of the generator.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;
use world::Settings;
use world::class::ClassSettings;

/// The options of the generator.
#[derive(Debug)]
pub struct Arguments {
    /// The settings of the world.
    pub settings: Settings,
    /// The folder of session files.
    pub folder: Option<PathBuf>,
    /// The file with one session per line.
    pub ndjson: Option<PathBuf>,
    /// The output file for the truth.
    pub truth: Option<PathBuf>,
    /// The number of threads; all by default.
    pub threads: Option<usize>,
    /// The settings of a class, instead of a network.
    pub class: Option<ClassSettings>,
}

/// Parses the command line; ends the process if it is invalid or asks for help.
pub fn read() -> Arguments {
    let found = command().get_matches();
    let path = |name: &str| found.get_one::<PathBuf>(name).cloned();
    Arguments {
        settings: settings(&found),
        folder: path("DIR"),
        ndjson: path("ndjson"),
        truth: path("truth"),
        threads: found.get_one("threads").copied(),
        class: found.get_one("class").map(|observers| ClassSettings {
            seed: found.get_one("seed").copied().unwrap_or(1),
            observers: *observers,
            scenarios: found.get_one("scenarios").copied().unwrap_or(3),
            items: found.get_one("items").copied(),
        }),
    }
}

fn settings(found: &ArgMatches) -> Settings {
    let default = Settings::default();
    let real = |name: &str, otherwise: f64| found.get_one(name).copied().unwrap_or(otherwise);
    let count = |name: &str, otherwise: usize| found.get_one(name).copied().unwrap_or(otherwise);
    Settings {
        seed: found.get_one("seed").copied().unwrap_or(default.seed),
        sites: count("sites", default.sites),
        visits: found.get_one("visits").copied().unwrap_or(default.visits),
        observers: count("observers", default.observers),
        months: found.get_one("months").copied().unwrap_or(default.months),
        end: found.get_one("end").copied().unwrap_or(default.end),
        spread: real("spread", default.spread),
        leniency: real("leniency", default.leniency),
        trend: real("trend", default.trend),
        changed_sites: count("changed-sites", default.changed_sites),
        change: real("change", default.change),
        management: real("management", default.management),
        internal: real("internal", default.internal),
        self_audits: real("self-audits", default.self_audits),
        training: real("training", default.training),
        abandoned: real("abandoned", default.abandoned),
        unequal: found.get_flag("unequal"),
        honest: found.get_flag("honest"),
        pure_outcome: found.get_flag("pure-outcome"),
        damaged: real("damaged", default.damaged),
        duplicates: real("duplicates", default.duplicates),
    }
}

fn command() -> Command {
    let option = |name: &'static str, of: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(of).help(help).allow_negative_numbers(true)
    };
    let count = |name, help| option(name, "N", help).value_parser(value_parser!(usize));
    let points = |name, help| option(name, "POINTS", help).value_parser(value_parser!(f64));
    let share = |name, help| option(name, "SHARE", help).value_parser(share);
    let path = |name, help| option(name, "FILE", help).value_parser(value_parser!(PathBuf));
    let flag = |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("generate")
        .about("Makes realistic session files of a network whose truth is known")
        .arg(
            Arg::new("DIR")
                .value_parser(value_parser!(PathBuf))
                .required_unless_present("ndjson")
                .help("The folder of session files, one a visit, in folders by month"),
        )
        .args([
            path("ndjson", "One file with a session a line, instead of the folder").conflicts_with("DIR"),
            path("truth", "Where the truth goes, as JSON"),
            option("seed", "N", "What all chance comes from [1]").value_parser(value_parser!(u64)),
            count("threads", "Threads; the files do not depend on it [all]"),
            count("sites", "Sites [40]"),
            option("visits", "N", "Visits [4000]").value_parser(value_parser!(u64)),
            count("observers", "Observers [12]"),
            option("months", "N", "Months [12]").value_parser(value_parser!(u16).range(1..=600)),
            option("end", "DATE", "The last day [2026-10-31]").value_parser(value_parser!(jiff::civil::Date)),
            points("spread", "Standard deviation of the sites' effects [6]"),
            points("leniency", "Standard deviation of the observers' leniency [3]"),
            points("trend", "What the network gains in a year [2]"),
            count("changed-sites", "Sites that change for good in a known month [1]"),
            points("change", "By how much they change [-14]"),
            share("management", "Visits between managers and employees [0.12]"),
            share("internal", "Visits between departments [0.08]"),
            share("self-audits", "Visits that are self-audits [0.1]"),
            share("training", "Visits that are for training [0.02]"),
            share("abandoned", "Visits that are given up [0.005]"),
            share("damaged", "Damaged files beside the visits, as a share of them [0]"),
            share("duplicates", "Copies of visits, as a share of them [0]"),
            flag("unequal", "Some sites get many more visits than others"),
            flag("honest", "No observer gives one answer throughout or answers too fast"),
            flag("pure-outcome", "The outcome follows its drivers alone, not how good the visit was"),
        ])
        .args([
            count("class", "A class of N observers and a reference instead: two are lenient, one answers at random")
                .conflicts_with("ndjson"),
            count("scenarios", "Scenarios that the class watches [3]"),
            count("items", "Items of a checklist made for the class [the bundled one for customers]"),
        ])
}

fn share(text: &str) -> Result<f64, String> {
    let share: f64 = text.parse().map_err(|_| "a number from 0 to 1".to_owned())?;
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err("a number from 0 to 1".to_owned()) }
}
