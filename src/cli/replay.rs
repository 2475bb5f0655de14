//! `esprit replay`: a visit played back in its own time, on the screen or as lines.

use super::output::Output;
use super::setup::Setup;
use super::show;
use super::{Done, FAILED, Stop, visit};
use crate::app::loaded_data::LoadedVisit;
use crate::app::{Destination, Message, format, update};
use crate::visit::Visit;
use crate::visit::replay::{Gap, Order, Replay};
use clap::ArgMatches;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Plays a visit; exit code 1 where its file cannot be trusted.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let asked = matches.get_one::<PathBuf>("session").cloned().unwrap_or_default();
    let speed = match matches.get_one::<String>("speed") {
        Some(text) => speed(text)
            .ok_or_else(|| Stop::Wrong(setup.texts.with("replay-bad-speed", &[("speed", text.as_str().into())])))?,
        None => 1.0,
    };
    let named = matches.get_one::<String>("order");
    let order = Order::ALL.into_iter().find(|order| named.is_some_and(|name| name == order.name())).unwrap_or_default();
    let record = show::find(setup, &asked)?;
    let code = if record.doubt.is_some() { FAILED } else { 0 };
    if matches.get_flag("plain") {
        plain(setup, &record, order, speed, output)?;
    } else {
        visit::needs_terminal(setup)?;
        let mut model = setup.model();
        let start = Message::Start(Destination::Replay { record: Arc::new(record), order, speed });
        let effects = update(&mut model, start, &setup.clock.now());
        visit::open(setup, model, effects)?;
    }
    Ok(code)
}

/// Reads a speed; the comma of a language will do.
pub fn speed(text: &str) -> Option<f64> {
    let speed: f64 = text.replace(',', ".").parse().ok()?;
    (speed.is_finite() && speed > 0.0).then_some(speed)
}

/// Plays a visit as lines, and ends with its answers.
fn plain(setup: &Setup, record: &LoadedVisit, order: Order, speed: f64, output: &mut Output) -> Result<(), Stop> {
    let (texts, visit) = (&setup.texts, &record.visit);
    let replay = Replay::from_visit(visit);
    show::heading(setup, visit, output)?;
    let said = match order {
        Order::Recorded => "replay-order-recorded",
        Order::Happened => "replay-order-happened",
    };
    let args = [("speed", format::speed(texts, speed).into()), ("order", texts.get(said).into())];
    output.line(&texts.with("replay-plain-head", &args))?;
    if let Some((id, args)) = &record.doubt {
        output.say(&format::message(texts, id, args))?;
    }
    output.line("")?;
    lines(setup, visit, &replay, (order, speed), output)?;
    // What was played, not what the file says of it.
    let played = replay.visit(visit, order, replay.steps(order).len());
    show::answers(setup, &played, output)?;
    Ok(())
}

/// Writes every step when its time has come, until nobody reads any more.
fn lines(
    setup: &Setup,
    visit: &Visit,
    replay: &Replay,
    (order, speed): (Order, f64),
    output: &mut Output,
) -> Result<(), Stop> {
    let mut pace = Pace { setup, began: setup.clock.now().clock_ms, due: 0.0 };
    let mut gaps: &[Gap] = replay.gaps();
    let mut at = replay.start_ms();
    for step in replay.steps(order) {
        while let Some((gap, rest)) = gaps.split_first().filter(|(gap, _)| gap.from_ms < step.at_ms) {
            pace.wait(replay.playing_ms(at, gap.from_ms, speed), output)?;
            at = at.max(gap.from_ms);
            if gap.is_skipped(speed) {
                output.line(&format!("  {:18}  … {}", "", format::gap(&setup.texts, gap)))?;
            }
            gaps = rest;
        }
        pace.wait(replay.playing_ms(at, step.at_ms, speed), output)?;
        if output.is_unread() {
            break;
        }
        at = step.at_ms;
        let (time, since) = (format::step_time(visit, step, order), crate::visit::time::format_clock(at));
        output.line(&format!("  {time}  {since}  {}", format::step(&setup.texts, visit, step, order)))?;
    }
    Ok(())
}

/// Keeps a replay to its time, whatever writing takes.
struct Pace<'a> {
    setup: &'a Setup,
    began: u64,
    due: f64,
}

impl Pace<'_> {
    /// Waits so many milliseconds more; what is written so far is read meanwhile.
    fn wait(&mut self, ms: f64, output: &mut Output) -> Result<(), Stop> {
        self.due += ms;
        let gone = self.setup.clock.now().clock_ms.saturating_sub(self.began);
        let left = self.due / 1000.0 - Duration::from_millis(gone).as_secs_f64();
        if left > 0.0 && !output.is_unread() {
            output.flush()?;
            thread::sleep(Duration::try_from_secs_f64(left).unwrap_or(Duration::MAX));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::speed;

    #[test]
    fn a_speed_is_a_number_above_zero() {
        for (text, read) in [("1", Some(1.0)), ("0.5", Some(0.5)), ("0,5", Some(0.5)), ("1e3", Some(1000.0))] {
            assert_eq!(speed(text), read, "{text}");
        }
        for text in ["", "0", "-1", "inf", "nan", "fast", "1,000,5", "1e999"] {
            assert_eq!(speed(text), None, "{text}");
        }
    }
}
