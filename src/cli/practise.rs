//! `esprit practise`: practice on a scenario, on the screen or line by line; and the trainee's record.

use super::output::Output;
use super::setup::Setup;
use super::speed::speed;
use super::visit::{Prompter, open_application, prompt, require_terminal, run_dialogue};
use super::{CliError, CommandResult, checklist, scenario};
use crate::analysis::practice_debrief::PracticeDebrief;
use crate::app::loaded_data::{LoadedVisit, PastPractice};
use crate::app::{Destination, Message, practice_format, update};
use crate::plain::StdinReader;
use crate::plain::questions::ask_until_valid;
use crate::recorder;
use crate::store::scenarios::{self, Staged};
use crate::visit::Observer;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io;
use std::path::PathBuf;

/// The format of the record as JSON.
const FORMAT: &str = "esprit.practice/1";

/// Runs the command.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    if matches.get_flag("record") {
        return print_record(setup, matches, output);
    }
    let speed = speed(setup, matches)?;
    let find = |asked: &PathBuf| {
        let found = scenario::find(setup, asked);
        found.map_err(|error| CliError::Failed(checklist::fault_report(setup, asked, &error)))
    };
    let staged = matches.get_one("scenario").map(find).transpose()?;
    let observer = setup.observer(matches)?;
    if matches.get_flag("plain") {
        return practise_as_lines(setup, staged, speed, observer, output);
    }
    require_terminal(setup)?;
    setup.create_data_folder()?;
    let mut settings = setup.settings.clone();
    settings.observer = matches.get_one::<String>("observer").cloned().or(settings.observer);
    let mut model = setup.model_with(settings);
    let start = match (staged.map(Box::new), observer) {
        (Some(staged), Some(observer)) => Message::BeginPractice { staged, speed, observer },
        // The screen asks for what is missing.
        (staged, _) => Message::Start(Destination::Scenarios { staged, speed }),
    };
    let effects = update(&mut model, start, &setup.clock.now());
    open_application(setup, model, effects)
}

/// Practises line by line, asking for what is missing.
fn practise_as_lines(
    setup: &Setup,
    staged: Option<Staged>,
    speed: f64,
    observer: Option<Observer>,
    output: &mut Output,
) -> CommandResult {
    let (staged, observer) = prompt(setup, output, |prompter| {
        let staged = staged.map_or_else(|| prompter.scenario(), Ok)?;
        Ok((staged, prompter.observer(observer)?))
    })?;
    let mut model = setup.model();
    let start = Message::BeginPractice { staged: Box::new(staged), speed, observer };
    let effects = update(&mut model, start, &setup.clock.now());
    run_dialogue(setup, model, effects, &mut StdinReader::start(), output)
}

/// Prints the record of one trainee, or of all.
fn print_record(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let only = matches.get_one::<String>("observer").is_some();
    let observer = setup.observer(matches)?.filter(|_| only);
    let mut record = recorder::practice_record(&setup.folders);
    record.retain(|one| observer.as_ref().is_none_or(|observer| one.observer.id == observer.id));
    if matches.get_flag("json") {
        let practices: Vec<Value> = record.iter().map(practice_json).collect();
        output.write_json(&json!({"format": FORMAT, "practices": practices}))?;
        return Ok(0);
    }
    if record.is_empty() {
        output.message(setup.texts.get("practise-record-none"))?;
    }
    for one in &record {
        let at = one.at.civil().strftime("%Y-%m-%d %H:%M");
        let said = match &one.debrief {
            Some(found) => practice_format::sums(&setup.texts, found).join(" · "),
            None => setup.texts.get("practise-other-version").to_owned(),
        };
        output.write_line(&format!(
            "{at}  {}  {} {}  {said}",
            one.observer.label(),
            one.scenario.id,
            one.scenario.version
        ))?;
    }
    Ok(0)
}

fn practice_json(one: &PastPractice) -> Value {
    json!({
        "at": one.at, "observer": one.observer.id, "scenario": one.scenario, "session": one.session, "path": one.path.display().to_string(),
        "result": one.debrief.as_ref().map(comparison_json),
    })
}

/// Returns the figures of the comparison with the reference answers.
pub fn comparison_json(found: &PracticeDebrief) -> Value {
    use crate::analysis::practice_debrief::Verdict;
    let share = found.share.as_ref().ok();
    json!({
        "items": found.rows.iter().filter(|row| row.reference.is_some()).count(),
        "compared": found.compared,
        "agreed": found.agreed,
        "share": share.map(|share| share.share),
        "lower": share.map(|share| share.interval.lower),
        "upper": share.map(|share| share.interval.upper),
        "undefined": found.share.as_ref().err().map(|why| why.code()),
        "lenient": found.count(Verdict::Lenient),
        "severe": found.count(Verdict::Severe),
        "other": found.count(Verdict::Other),
        "unanswered": found.count(Verdict::Unanswered),
        "not_asked": found.count(Verdict::NotAsked),
        "early": found.early(),
        "late_median_s": found.median_late_s,
    })
}

impl Prompter<'_, '_> {
    /// Asks for a scenario, by its id or number.
    fn scenario(&mut self) -> Result<Staged, CliError> {
        let all = scenarios::load_all(&self.setup.folders);
        let usable: Vec<Staged> = all.into_iter().filter_map(|listed| listed.staged.ok()).collect();
        let texts = &self.setup.texts;
        if usable.is_empty() {
            return Err(CliError::Failed(texts.get("practise-empty").to_owned()));
        }
        for (number, staged) in (1..).zip(&usable) {
            let scenario = &staged.scenario;
            self.streams.print_line(&format!("{number}  {}  {}", scenario.id, scenario.title.get(texts.lang())))?;
        }
        let asked = ask_until_valid(texts, "practise-plain-ask", self.streams, self.input, |line| {
            let by_id = usable.iter().find(|staged| staged.scenario.id == line);
            let by_number = || usable.get(line.parse::<usize>().ok()?.checked_sub(1)?);
            by_id.or_else(by_number).cloned().ok_or_else(|| texts.get("practise-plain-unknown").to_owned())
        })?;
        asked.ok_or_else(|| self.end_of_input())
    }
}

/// Prints how a visit compares with the reference answers of its scenario.
pub fn print_comparison(setup: &Setup, record: &LoadedVisit, output: &mut Output) -> io::Result<()> {
    let Some(play) = record.play.as_ref().filter(|_| record.visit.is_over()) else { return Ok(()) };
    let found = crate::analysis::practice_debrief::debrief(&record.visit, play);
    output.write_line("")?;
    output.write_heading(setup.texts.get("practise-beside"))?;
    practice_format::lines(&setup.texts, &record.visit, play, &found)
        .iter()
        .try_for_each(|line| output.write_line(line))
}
