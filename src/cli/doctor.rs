//! `esprit doctor`: what works here and what does not.

use super::output::Output;
use super::setup::Setup;
use super::{Done, FAILED};
use crate::clock::Clock;
use crate::store::settings::Glyphs;
use crate::text::Arg;
use std::io::{self, IsTerminal};

/// Less room than this is worth a warning, in bytes.
const LITTLE_ROOM: u64 = 50 << 20;

/// Says what was found, a line each; exit code 1 where something needed does not work.
pub fn run(setup: &Setup, output: &mut Output) -> Done {
    let texts = &setup.texts;
    let mut code = 0;
    let line = |output: &mut Output, good: bool, id: &str, value: &str| -> io::Result<()> {
        let sign = texts.get(if good { "cli-doctor-good" } else { "cli-doctor-bad" });
        output.line(&format!("{sign}  {:<24} {value}", texts.get(id)))
    };
    let folders = &setup.folders;
    line(output, true, "cli-doctor-version", env!("CARGO_PKG_VERSION"))?;
    line(output, true, "cli-doctor-data", &folders.data().display().to_string())?;
    match folders.ensure() {
        Ok(()) => line(output, true, "cli-doctor-rights", texts.get("cli-doctor-writable"))?,
        Err(error) => {
            code = FAILED;
            line(output, false, "cli-doctor-rights", &setup.say(&error))?;
        }
    }
    match folders.free_bytes() {
        Some(free) => {
            let room = texts.with("cli-doctor-room", &[("mib", Arg::from(texts.decimal(mib(free), 0)))]);
            line(output, free >= LITTLE_ROOM, "cli-doctor-free", &room)?;
        }
        None => line(output, true, "cli-doctor-free", texts.get("cli-doctor-unknown"))?,
    }
    line(output, true, "cli-doctor-config", &folders.config().display().to_string())?;
    let settings =
        setup.trouble.as_ref().map_or_else(|| texts.get("cli-doctor-read").to_owned(), |error| setup.say(error));
    line(output, setup.trouble.is_none(), "cli-doctor-settings", &settings)?;
    terminal(setup, output, &line)?;
    let locale = sys_locale::get_locale().unwrap_or_else(|| texts.get("cli-doctor-unknown").to_owned());
    line(output, true, "cli-doctor-locale", &format!("{locale} → {}", texts.lang().code()))?;
    line(output, true, "cli-doctor-zone", &setup.clock.time_zone())?;
    let now = setup.clock.now();
    line(output, true, "cli-doctor-time", &format!("{}", now.wall))?;
    line(output, true, "cli-doctor-clock", Clock::source())?;
    output.flush()?;
    Ok(code)
}

#[expect(clippy::cast_precision_loss, reason = "shown in whole mebibytes")]
fn mib(bytes: u64) -> f64 {
    (bytes >> 20) as f64
}

type Line<'a> = dyn Fn(&mut Output, bool, &str, &str) -> io::Result<()> + 'a;

fn terminal(setup: &Setup, output: &mut Output, line: &Line<'_>) -> io::Result<()> {
    let texts = &setup.texts;
    let both = io::stdin().is_terminal() && io::stdout().is_terminal();
    if both {
        let (width, height) = crate::term::size().unwrap_or_default();
        let fits = width >= 60 && height >= 16;
        line(output, fits, "cli-doctor-terminal", &format!("{width} × {height}"))?;
    } else {
        line(output, false, "cli-doctor-terminal", texts.get("cli-doctor-no-terminal"))?;
    }
    let colours = if setup.colourless { texts.get("cli-doctor-no-colour").to_owned() } else { crate::term::colours() };
    line(output, true, "cli-doctor-colours", &colours)?;
    let signs = match setup.settings.glyphs {
        Glyphs::Unicode => "✓ ✗ ½ ■ □ ●",
        Glyphs::Safe => "√ × ½ ■ □ ●",
    };
    line(output, true, "cli-doctor-signs", signs)
}
