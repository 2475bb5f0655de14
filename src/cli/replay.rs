//! `esprit replay`: plays a visit back in time, on the screen or as lines.

use super::output::Output;
use super::setup::Setup;
use super::show;
use super::speed::speed;
use super::{CliError, CommandResult, FAILED, visit};
use crate::app::loaded_data::LoadedVisit;
use crate::app::{Destination, format};
use crate::report::visit_document::{Line, Seal, VisitDocument, answer_lines};
use crate::visit::Visit;
use crate::visit::replay::{Gap, Order, Replay};
use clap::ArgMatches;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Plays a visit; exit code 1 if its file cannot be trusted.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let speed = speed(setup, matches)?;
    let named = matches.get_one::<String>("order");
    let order = Order::ALL.into_iter().find(|order| named.is_some_and(|name| name == order.name())).unwrap_or_default();
    let record = show::find(setup, &super::path(matches, "session"))?;
    let code = if record.doubt.is_some() { FAILED } else { 0 };
    if matches.get_flag("plain") {
        play_as_lines(setup, &record, order, speed, output)?;
    } else {
        visit::require_terminal(setup)?;
        visit::open_at(setup, Destination::Replay { record: Arc::new(record), order, speed })?;
    }
    Ok(code)
}

/// Plays a visit as lines, followed by its answers.
fn play_as_lines(
    setup: &Setup,
    record: &LoadedVisit,
    order: Order,
    speed: f64,
    output: &mut Output,
) -> Result<(), CliError> {
    let (texts, visit) = (&setup.texts, &record.visit);
    let replay = Replay::from_visit(visit);
    let document = |visit| VisitDocument::new(visit, texts, &Seal::None, setup.settings.show_score);
    output.write_heading(&document(visit).heading())?;
    let said = match order {
        Order::Recorded => "replay-order-recorded",
        Order::Happened => "replay-order-happened",
    };
    let args = [("speed", format::speed(texts, speed).into()), ("order", texts.get(said).into())];
    output.write_line(&texts.with("replay-plain-head", &args))?;
    if let Some((id, args)) = &record.doubt {
        output.message(&format::message(texts, id, args))?;
    }
    output.write_line("")?;
    play_steps(setup, visit, &replay, (order, speed), output)?;
    // The answers of the events played, rather than those stored in the file.
    let played = replay.visit(visit, order, replay.steps(order).len());
    for line in answer_lines(&document(&played)) {
        match line {
            Line::Heading(heading) => output.write_heading(&heading)?,
            Line::Text(text) => output.write_line(&text)?,
        }
    }
    Ok(())
}

/// Prints every step at its time, until the reader closes the output.
fn play_steps(
    setup: &Setup,
    visit: &Visit,
    replay: &Replay,
    (order, speed): (Order, f64),
    output: &mut Output,
) -> Result<(), CliError> {
    let mut schedule = Schedule { setup, started: setup.clock.now().clock_ms, due: 0.0 };
    let mut gaps: &[Gap] = replay.gaps();
    let mut at = replay.start_ms();
    for step in replay.steps(order) {
        while let Some((gap, rest)) = gaps.split_first().filter(|(gap, _)| gap.from_ms < step.at_ms) {
            schedule.wait(replay.playing_ms(at, gap.from_ms, speed), output)?;
            at = at.max(gap.from_ms);
            if gap.is_skipped(speed) {
                output.write_line(&format!("  {:18}  … {}", "", format::gap(&setup.texts, gap)))?;
            }
            gaps = rest;
        }
        schedule.wait(replay.playing_ms(at, step.at_ms, speed), output)?;
        if output.is_closed() {
            break;
        }
        at = step.at_ms;
        let (time, since) = (format::step_time(visit, step, order), crate::visit::time::format_clock(at));
        output.write_line(&format!("  {time}  {since}  {}", format::step(&setup.texts, visit, step, order)))?;
    }
    Ok(())
}

/// Keeps a replay on schedule, independent of the time that writing takes.
struct Schedule<'a> {
    setup: &'a Setup,
    started: u64,
    due: f64,
}

impl Schedule<'_> {
    /// Waits until `ms` more milliseconds of the schedule have passed; output written so far is flushed first.
    fn wait(&mut self, ms: f64, output: &mut Output) -> Result<(), CliError> {
        self.due += ms;
        let gone = self.setup.clock.now().clock_ms.saturating_sub(self.started);
        let left = self.due / 1000.0 - Duration::from_millis(gone).as_secs_f64();
        if left > 0.0 && !output.is_closed() {
            output.flush()?;
            thread::sleep(Duration::try_from_secs_f64(left).unwrap_or(Duration::MAX));
        }
        Ok(())
    }
}
