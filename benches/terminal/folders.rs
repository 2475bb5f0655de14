//! Folders to measure in, with a checklist of 24 items. Visits are made by the program itself.

use esprit::store::sessions;
use esprit::visit::Stamp;
use jiff::SignedDuration;
use jiff::tz::Offset;
use serde_json::json;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

pub const ESPRIT: &str = env!("CARGO_BIN_EXE_esprit");
pub const VISIT: [&str; 6] = ["visit", "bench", "--site", "lyon-3", "--observer", "o12"];
pub const ITEMS: usize = 24;
const SECTIONS: [&str; 3] = ["greeting", "listening", "efficiency"];
pub const EVENTS: usize = 5_000;
pub const VISITS: u32 = 20_000;

/// Creates a folder with the checklist and returns it.
pub fn folder(base: &Path, name: &str) -> PathBuf {
    let folder = base.join(name);
    fs::create_dir_all(folder.join("data/checklists")).unwrap();
    fs::create_dir_all(unfinished(&folder)).unwrap();
    fs::write(folder.join("data/checklists/bench.json"), checklist()).unwrap();
    folder
}

/// Returns the path of a folder's unfinished visits.
pub fn unfinished(folder: &Path) -> PathBuf {
    folder.join("data/unfinished")
}

/// Returns a command whose environment contains only its folder.
pub fn command(folder: &Path, program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env("HOME", folder).env("XDG_CONFIG_HOME", folder).env_remove("NO_COLOR");
    command.env("ESPRIT_DATA_DIR", folder.join("data")).env("ESPRIT_CONFIG_DIR", folder.join("config"));
    command.env("TERM", "xterm-256color").env("LC_ALL", "en_GB.UTF-8");
    command
}

/// Leaves an unfinished visit of 5,000 events: every item is answered many times, and cleared at the end.
pub fn leave_long_visit(folder: &Path) {
    let answers = (0..EVENTS - 1 - ITEMS).map(|n| (n % ITEMS, if (n / ITEMS).is_multiple_of(2) { "y" } else { "n" }));
    let said = visit(folder, answers.chain((0..ITEMS).map(|item| (item, "clear"))), "quit");
    assert!(said.lines().any(|line| line == format!("ok {EVENTS}")), "{said}");
}

/// Saves 20,000 visits of three years: one visit with other names and times. Returns the site of the newest.
pub fn save_visits(folder: &Path) -> String {
    let said = visit(folder, (0..ITEMS).map(|item| (item, "y")), "finish");
    let saved = said.lines().last().unwrap();
    let mut session = sessions::read_session(Path::new(saved)).unwrap().session;
    fs::remove_file(saved).unwrap();
    let first = Stamp::parse("2023-01-01T08:00:00.000+00:00").unwrap().instant();
    for number in 0..VISITS {
        let time = Stamp::new(first + SignedDuration::from_mins(79 * i64::from(number)), Offset::UTC);
        (session.started_at, session.ended_at) = (time, time);
        session.id = format!("{number:08x}-0000-7000-8000-000000000000");
        session.site.id = format!("site-{}", number % 97);
        let month = folder.join("data/sessions").join(time.civil().strftime("%Y/%m").to_string());
        fs::create_dir_all(&month).unwrap();
        let name = format!("{}_{}_{number:08x}.json", time.civil().strftime("%Y-%m-%dT%H%M"), session.site.id);
        fs::write(month.join(name), session.to_line().unwrap()).unwrap();
    }
    // The measurements that follow must not wait for these files.
    rustix::fs::sync();
    session.site.id
}

/// Conducts a visit line by line, each line about an item, and returns the program's output.
fn visit<'a>(folder: &Path, lines: impl Iterator<Item = (usize, &'a str)>, last: &str) -> String {
    let lines: Vec<_> = lines.map(|(item, line)| format!("goto {}\n{line}\n", item + 1)).collect();
    let script = folder.join("script");
    fs::write(&script, lines.concat() + last).unwrap();
    let mut command = command(folder, ESPRIT, &VISIT);
    let output = command.arg("--plain").stdin(File::open(script).unwrap()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the label of an item.
pub fn label(item: usize) -> String {
    format!("Behaviour {item:02} towards the customer")
}

fn checklist() -> String {
    let item = |item| {
        let guide =
            json!({"yes": "seen by anybody who stands at the door.", "no": "not seen, or only when asked for."});
        json!({"id": format!("item.{item}"), "label": label(item), "response": {"type": "behaviour"}, "guide": guide})
    };
    let items: Vec<_> = (0..ITEMS).map(item).collect();
    let section = |(id, items): (&str, &[_])| json!({"id": id, "attitude": id, "title": id, "items": items});
    let sections: Vec<_> = SECTIONS.into_iter().zip(items.chunks(ITEMS / SECTIONS.len())).map(section).collect();
    let format = "esprit.checklist/1";
    json!({"format": format, "id": "bench", "version": "1", "relation": "customer", "title": "Bench", "sections": sections})
        .to_string()
}
