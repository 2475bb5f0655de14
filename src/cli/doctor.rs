//! `esprit doctor`: checks what works on this machine and what does not.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, FAILED};
use crate::clock::Clock;
use crate::store::leftovers::{self, Leftover};
use crate::store::settings::Glyphs;
use crate::text::{Arg, Texts};
use std::io::{self, IsTerminal};
use unicode_width::UnicodeWidthStr;

/// Less free space than this is reported, in bytes.
const MIN_FREE_BYTES: u64 = 50_000_000;

/// The number of leftovers of a kind that are listed.
const MAX_LISTED: usize = 10;

/// The smallest usable terminal: columns and rows.
const MIN_TERMINAL: (u16, u16) = (60, 16);

/// The result of a check.
struct Finding {
    /// The message id of its name.
    name: &'static str,
    /// What was found.
    found: String,
    /// Whether it is in order.
    good: bool,
}

fn good(name: &'static str, found: impl Into<String>) -> Finding {
    Finding { name, found: found.into(), good: true }
}

/// Prints the result of all checks, one per line; exit code 1 if something required does not work.
pub fn run(setup: &Setup, output: &mut Output) -> CommandResult {
    let writable = setup.folders.ensure();
    let data = match &writable {
        Ok(()) => good("cli-doctor-rights", setup.texts.get("cli-doctor-writable")),
        Err(error) => Finding { name: "cli-doctor-rights", found: setup.error_text(error), good: false },
    };
    let mut findings = vec![
        good("cli-doctor-version", env!("CARGO_PKG_VERSION")),
        good("cli-doctor-data", setup.folders.data().display().to_string()),
        data,
        free_space(setup),
    ];
    findings.extend(setup.folders.durability_risk().map(|doubt| Finding {
        name: "cli-doctor-disk",
        found: setup.texts.get(doubt.message()).to_owned(),
        good: false,
    }));
    findings.extend(leftovers(setup));
    let drafts = super::checklist_history::drafts(setup);
    findings.extend(drafts.map(|names| good("cli-doctor-drafts", names)));
    findings.extend(settings(setup));
    let sites = super::sites::findings(setup).into_iter();
    findings.extend(sites.map(|(found, good)| Finding { name: "cli-doctor-sites", found, good }));
    findings.extend(terminal(setup));
    findings.extend(locale_and_time(setup));
    print_findings(&setup.texts, &findings, output)?;
    Ok(if writable.is_ok() { 0 } else { FAILED })
}

/// Prints the results in columns that fit the language.
fn print_findings(texts: &Texts, findings: &[Finding], output: &mut Output) -> io::Result<()> {
    let sign = |finding: &Finding| texts.get(if finding.good { "cli-doctor-good" } else { "cli-doctor-bad" });
    let signs = ["cli-doctor-good", "cli-doctor-bad"].map(|id| texts.get(id).width());
    let signs = signs.into_iter().max().unwrap_or(0);
    let names = findings.iter().map(|finding| texts.get(finding.name).width()).max().unwrap_or(0);
    for finding in findings {
        let (sign, name) = (sign(finding), texts.get(finding.name));
        let (after_sign, after_name) = (signs - sign.width(), names - name.width());
        output.write_line(&format!("{sign}{:after_sign$}  {name}{:after_name$}  {}", "", "", finding.found))?;
    }
    Ok(())
}

/// Returns a finding for each leftover: the first ones of each kind, and the number of the others.
fn leftovers(setup: &Setup) -> Vec<Finding> {
    let name = "cli-doctor-leftover";
    let mut findings = Vec::new();
    for same in leftovers::find(&setup.folders).chunk_by(|a, b| a.kind == b.kind) {
        let (listed, more) = same.split_at(same.len().min(MAX_LISTED));
        findings.extend(listed.iter().map(|Leftover { kind, path }| {
            let path = path.display().to_string();
            Finding { name, found: setup.texts.with(kind.message(), &[("path", path.into())]), good: false }
        }));
        if !more.is_empty() {
            let found = setup.texts.with("cli-doctor-more", &[("count", more.len().into())]);
            findings.push(Finding { name, found, good: false });
        }
    }
    if findings.is_empty() {
        findings.push(good(name, setup.texts.get("cli-doctor-no-leftover")));
    }
    findings
}

fn free_space(setup: &Setup) -> Finding {
    let texts = &setup.texts;
    let name = "cli-doctor-free";
    match setup.folders.free_bytes() {
        Some(free) => Finding { name, found: size(texts, free), good: free >= MIN_FREE_BYTES },
        None => good(name, texts.get("cli-doctor-unknown")),
    }
}

/// Formats a number of bytes: `12.3 GB`, `640 MB`.
#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn size(texts: &Texts, bytes: u64) -> String {
    let (id, amount, places) = match bytes as f64 / 1e6 {
        megabytes if megabytes < 1000.0 => ("cli-doctor-megabytes", megabytes, 0),
        megabytes => ("cli-doctor-gigabytes", megabytes / 1000.0, 1),
    };
    texts.with(id, &[("amount", Arg::from(texts.decimal(amount, places)))])
}

fn settings(setup: &Setup) -> [Finding; 2] {
    let read = match setup.take_settings_error() {
        None => good("cli-doctor-settings", setup.texts.get("cli-doctor-read")),
        Some(error) => Finding { name: "cli-doctor-settings", found: setup.error_text(&error), good: false },
    };
    [good("cli-doctor-config", setup.folders.config().display().to_string()), read]
}

fn terminal(setup: &Setup) -> [Finding; 3] {
    let texts = &setup.texts;
    let window = if io::stdin().is_terminal() && io::stdout().is_terminal() {
        let (width, height) = crate::term::size().unwrap_or_default();
        let fits = width >= MIN_TERMINAL.0 && height >= MIN_TERMINAL.1;
        Finding { name: "cli-doctor-terminal", found: format!("{width} × {height}"), good: fits }
    } else {
        // A user who pipes the output knows that it is no terminal.
        good("cli-doctor-terminal", texts.get("cli-doctor-no-terminal"))
    };
    let colours =
        if setup.colour == Some(false) { texts.get("cli-doctor-no-colour").to_owned() } else { crate::term::colours() };
    let signs = match setup.settings.glyphs {
        Glyphs::Unicode => "✓ ✗ ½ ■ □ ●",
        Glyphs::Safe => "√ × ½ ■ □ ●",
    };
    [window, good("cli-doctor-colours", colours), good("cli-doctor-signs", signs)]
}

fn locale_and_time(setup: &Setup) -> [Finding; 4] {
    let texts = &setup.texts;
    let locale = sys_locale::get_locale().unwrap_or_else(|| texts.get("cli-doctor-unknown").to_owned());
    [
        good("cli-doctor-locale", format!("{locale} → {}", texts.lang().code())),
        good("cli-doctor-zone", setup.clock.time_zone()),
        good("cli-doctor-time", texts.day_time(setup.clock.now().wall.civil())),
        good("cli-doctor-clock", texts.with("cli-doctor-steady", &[("name", Clock::monotonic_name().into())])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn sizes_are_formatted_in_megabytes_or_gigabytes() {
        let (fr, en) = (Texts::new(Lang::Fr), Texts::new(Lang::En));
        for (bytes, in_french, in_english) in [
            (640_400_000, "640 Mo", "640 MB"),
            (12_340_000_000, "12,3 Go", "12.3 GB"),
            (2_000_000_000_000, "2 000,0 Go", "2,000.0 GB"),
        ] {
            let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
            assert_eq!(
                (plain(size(&fr, bytes)), plain(size(&en, bytes))),
                (in_french.into(), in_english.into()),
                "{bytes} bytes"
            );
        }
    }
}
