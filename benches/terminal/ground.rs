//! What the measurements stand on: folders beside the build, a checklist of 24 items, journals, saved visits.

use crate::window::Window;
use esprit::clock::{self, Clock};
use esprit::store::{Folders, Journal, checklists, sessions};
use esprit::visit::event::Observer;
use esprit::visit::{Action, Definition, Kind, Moment, Opening, Program, Seen, Site, Stamp, Value, Visit};
use jiff::SignedDuration;
use jiff::tz::Offset;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

/// The items of the checklist, in three sections of eight.
pub const ITEMS: usize = 24;
pub const IN_SECTION: usize = 8;
pub const SECTIONS: [&str; 3] = ["Greeting", "Listening", "Efficiency"];

/// How many saved visits are many.
pub const MANY_SESSIONS: u32 = 20_000;
/// How many events are many.
pub const MANY_EVENTS: usize = 5_000;

/// A folder on the disk that the program was built on; gone at the end.
pub struct Ground {
    base: TempDir,
}

/// A data folder and a configuration folder.
pub struct Place {
    path: PathBuf,
}

impl Ground {
    pub fn new() -> Self {
        let ground = Self { base: TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap() };
        let lines: Vec<_> = (1..=40).map(|line| format!("line {line:02} of a text\n")).collect();
        fs::write(ground.text(), lines.concat()).unwrap();
        ground
    }

    pub fn path(&self) -> &Path {
        self.base.path()
    }

    /// The text that an editor opens.
    pub fn text(&self) -> PathBuf {
        self.path().join("text")
    }

    /// A command that knows no configuration of the user's.
    pub fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args);
        command.current_dir(self.path());
        for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8")] {
            command.env(name, value);
        }
        for name in ["HOME", "XDG_CONFIG_HOME"] {
            command.env(name, self.path());
        }
        command.env_remove("NO_COLOR");
        command
    }

    /// Makes a data folder with the checklist in it.
    pub fn place(&self, name: &str) -> Place {
        let place = Place { path: self.path().join(name) };
        fs::create_dir(&place.path).unwrap();
        let folders = place.folders();
        fs::write(folders.checklists().join("bench.json"), checklist()).unwrap();
        place
    }

    /// Starts the program with a place's folders, in English by its surroundings, as its user would.
    pub fn esprit(&self, place: &Place, args: &[&str]) -> Window {
        let mut command = self.command(env!("CARGO_BIN_EXE_esprit"), args);
        command.env("LC_ALL", "en_GB.UTF-8");
        command.env("ESPRIT_DATA_DIR", place.path.join("data"));
        command.env("ESPRIT_CONFIG_DIR", place.path.join("config"));
        Window::open(command)
    }
}

/// The label of an item.
pub fn label(index: usize) -> String {
    format!("Behaviour {index:02} towards the customer")
}

fn checklist() -> String {
    let item = |index| {
        format!(
            r#"{{"id": "item.{index:02}", "label": "{}", "response": {{"type": "behaviour"}},
            "guide": {{"yes": "seen by anybody who stands at the door.", "no": "not seen, or only when asked for."}}}}"#,
            label(index)
        )
    };
    let section = |(number, title): (usize, &&str)| {
        let items: Vec<_> = (number * IN_SECTION..(number + 1) * IN_SECTION).map(item).collect();
        let id = title.to_lowercase();
        format!(r#"{{"id": "{id}", "attitude": "{id}", "title": "{title}", "items": [{}]}}"#, items.join(", "))
    };
    let sections: Vec<_> = SECTIONS.iter().enumerate().map(section).collect();
    format!(
        r#"{{"format": "esprit.checklist/1", "id": "bench", "version": "1", "relation": "customer", "title": "Bench",
        "sections": [{}]}}"#,
        sections.join(", ")
    )
}

impl Place {
    pub fn folders(&self) -> Folders {
        let folders = Folders::find(Some(self.path.join("data")), Some(self.path.join("config"))).unwrap();
        folders.ensure().unwrap();
        folders
    }

    /// Keeps a visit of many events as interrupted: every item was answered and changed many times, then cleared.
    pub fn keep_long_visit(&self) {
        let (definition, mut visit) = self.begin();
        let answers = (1..).zip((0..ITEMS).cycle());
        for (round, item) in answers.take(MANY_EVENTS - 1 - ITEMS) {
            answer(&mut visit, item, if round % 2 == 0 { Value::YES } else { Value::NO });
        }
        for item in 0..ITEMS {
            visit.act(&Action::Clear(item), &Clock::system().now()).unwrap();
        }
        let mut journal = journal(&self.folders(), &definition, &visit);
        assert_eq!(journal.append(visit.events()).unwrap(), MANY_EVENTS as u64);
    }

    /// Saves a visit of many events, with all that a replay has to show: late answers, marks placed later, notes,
    /// pauses, undoing. Gives its file.
    pub fn keep_long_session(&self) -> PathBuf {
        let (definition, mut visit) = self.begin();
        let start = Clock::system().now();
        let at = |second: usize| {
            let ms = 1000 * second as u64;
            let instant = start.wall.instant() + SignedDuration::from_secs(i64::try_from(second).unwrap());
            Moment { wall: Stamp::new(instant, Offset::UTC), clock_ms: start.clock_ms + ms }
        };
        for second in 1.. {
            let item = second % ITEMS;
            let seen = second.is_multiple_of(7).then_some(Seen::Ago(20_000)).filter(|_| second > 20);
            let value = Value::text(if second.is_multiple_of(2) { Value::YES } else { Value::NO });
            let action = match second % 50 {
                11 => Action::Mark(None),
                13 => Action::Bind { mark: visit.state().last_seq() - 1, item },
                17 => Action::Note { item: Some(item), text: format!("note {second}") },
                23 => Action::Undo,
                31 => Action::Pause(None),
                32 => Action::Continue,
                _ => Action::Answer { item, value, seen },
            };
            // What means nothing at the moment changes nothing.
            let _ = visit.act(&action, &at(second));
            if visit.events().len() == MANY_EVENTS - 1 {
                visit.act(&Action::Finish, &at(second)).unwrap();
                break;
            }
        }
        let mut journal = journal(&self.folders(), &definition, &visit);
        assert_eq!(journal.append(visit.events()).unwrap(), MANY_EVENTS as u64);
        journal.complete().unwrap().path
    }

    /// Writes many saved visits, of three years: one that is real, under other names and times. Their seals are the
    /// one's own, which only matters to who opens or verifies them. Gives the site of the newest.
    pub fn keep_many_sessions(&self) -> String {
        let folders = self.folders();
        let (definition, mut visit) = self.begin();
        for item in 0..ITEMS {
            answer(&mut visit, item, if item % 3 == 0 { Value::NO } else { Value::YES });
        }
        visit.act(&Action::Finish, &Clock::system().now()).unwrap();
        let mut journal = journal(&folders, &definition, &visit);
        journal.append(visit.events()).unwrap();
        let saved = journal.complete().unwrap().path;
        let mut session = sessions::read_session(&saved).unwrap().session;
        fs::remove_file(saved).unwrap();
        let first = Stamp::parse("2023-01-01T08:00:00.000+00:00").unwrap().instant();
        for number in 0..MANY_SESSIONS {
            let started_at = Stamp::new(first + SignedDuration::from_mins(79 * i64::from(number)), Offset::UTC);
            session.id = format!("{number:08x}-0000-7000-8000-000000000000");
            session.site.id = format!("site-{}", number % 97);
            session.started_at = started_at;
            session.ended_at = started_at;
            let civil = started_at.civil();
            let folder = folders.sessions().join(civil.strftime("%Y/%m").to_string());
            fs::create_dir_all(&folder).unwrap();
            let name = format!("{}_{}_{number:08x}.json", civil.strftime("%Y-%m-%dT%H%M"), session.site.id);
            fs::write(folder.join(name), session.to_line().unwrap()).unwrap();
        }
        // What is measured next must not wait for these files to reach the disk.
        rustix::fs::sync();
        session.site.id
    }

    fn begin(&self) -> (Arc<Definition>, Visit) {
        let definition = checklists::get(&self.folders(), "bench").unwrap();
        let opening = Opening {
            session: clock::new_session_id(),
            kind: Kind::MysteryVisit,
            site: Site { id: "lyon-3".to_owned(), name: None, group: None },
            observer: Observer { id: "o12".to_owned() },
            time_zone: "Etc/UTC".to_owned(),
            remark: None,
            scenario: None,
            program: Program { boot: clock::boot(), app: "bench".to_owned() },
        };
        let visit = Visit::begin(Arc::clone(&definition), opening, &Clock::system().now());
        (definition, visit)
    }
}

fn answer(visit: &mut Visit, item: usize, value: &str) {
    let action = Action::Answer { item, value: Value::text(value), seen: None };
    visit.act(&action, &Clock::system().now()).unwrap();
}

fn journal(folders: &Folders, definition: &Definition, visit: &Visit) -> Journal {
    let (started, _) = visit.state().started().unwrap();
    Journal::create(folders, definition, &started.session).unwrap()
}
