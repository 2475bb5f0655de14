//! Shared helpers: temporary folders, the program running in them, moments, visits.

use assert_cmd::Command;
use esprit::app::loaded_data::PastVisit;
use esprit::app::message::Message;
use esprit::app::{Environment, Model, update};
use esprit::import::{self, ImportError, Imported, Library};
use esprit::store::{Folders, Journal, Settings, checklists, sessions};
use esprit::text::Lang;
use esprit::visit::event::Observer;
use esprit::visit::{Action, Definition, Kind, Known, Moment, Program, Site, Stamp, Visit, VisitSetup};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A data folder and a configuration folder, removed with the test.
pub struct Place {
    pub dir: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }

    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub fn config(&self) -> PathBuf {
        self.dir.path().join("config")
    }

    pub fn folders(&self) -> Folders {
        let folders = Folders::find(Some(self.data()), Some(self.config())).unwrap();
        folders.ensure().unwrap();
        folders
    }

    /// Returns the program in a language, with these folders.
    pub fn esprit(&self, lang: &str, args: &[&str]) -> Command {
        Command::from_std(self.command(lang, args))
    }

    fn command(&self, lang: &str, args: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("esprit"));
        command.env("ESPRIT_DATA_DIR", self.data()).env("ESPRIT_CONFIG_DIR", self.config());
        command.env_remove("NO_COLOR").env("TZ", "Europe/Paris").args(args).args(["--lang", lang]);
        command
    }

    /// Runs the program; returns exit code, standard output and standard error.
    pub fn run(&self, lang: &str, args: &[&str], input: &str) -> (i32, String, String) {
        let output = self.esprit(lang, args).write_stdin(input).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }

    /// Runs the program with its standard output redirected; returns exit code and standard error.
    #[cfg(unix)]
    pub fn run_into(
        &self,
        lang: &str,
        args: &[&str],
        out: impl Into<std::process::Stdio>,
        input: &str,
    ) -> (i32, String) {
        use std::io::Write;
        let mut command = self.command(lang, args);
        command.stdin(std::process::Stdio::piped()).stdout(out).stderr(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    /// Returns the session files.
    pub fn sessions(&self) -> Vec<PathBuf> {
        sessions::heads(&self.folders()).map(|head| head.unwrap().path).collect()
    }
}

/// Compares results with the expected ones; fails with every case that differs, not only with the first.
pub fn assert_table<R: std::fmt::Debug + PartialEq>(rows: impl IntoIterator<Item = (String, R, R)>) {
    let differs = |(case, got, expected): (String, R, R)| {
        (got != expected).then(|| format!("{case}: {got:?} instead of {expected:?}"))
    };
    let wrong: Vec<String> = rows.into_iter().filter_map(differs).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the moment this many milliseconds after ten o'clock.
pub fn moment(ms: u64) -> Moment {
    let ten = Stamp::parse("2026-03-01T10:00:00.000+01:00").unwrap();
    let instant = ten.instant() + jiff::SignedDuration::from_millis(i64::try_from(ms).unwrap());
    Moment { wall: Stamp::new(instant, jiff::tz::Offset::constant(1)), clock_ms: 1_000_000 + ms }
}

pub const SESSION: &str = "0195c0de-0000-7000-8000-000000000001";

pub fn program() -> Program {
    Program { boot: "boot".to_owned(), app: "0.1.0".to_owned() }
}

pub fn setup() -> VisitSetup {
    VisitSetup {
        session: SESSION.to_owned(),
        kind: Kind::MysteryVisit,
        site: Site { id: "lyon-3".to_owned(), name: Some("Agence Lyon 3".to_owned()), group: None },
        observer: Observer { id: "o12".to_owned(), name: None },
        time_zone: "Europe/Paris".to_owned(),
        remark: None,
        scenario: None,
        program: program(),
    }
}

/// Imports a checklist that no library has.
///
/// # Errors
/// As [`import::read`].
pub fn read_checklist(file_name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    import::read(&Library { id: None, versions: &|_| Vec::new() }, file_name, bytes)
}

pub fn bundled(id: &str) -> Arc<Definition> {
    checklists::bundled().into_iter().find(|listed| listed.id == id).unwrap().definition.unwrap()
}

/// Creates a checklist with one section from the items' JSON.
pub fn definition(items: &str) -> Arc<Definition> {
    Arc::new(Definition::new(serde_json::from_str(&definition_text(items)).unwrap()).unwrap())
}

/// Returns the JSON of a checklist with one section from the items' JSON.
pub fn definition_text(items: &str) -> String {
    format!(
        r#"{{"format": "esprit.checklist/1", "id": "test", "version": "1", "relation": "customer", "title": "Test",
        "sections": [{{"id": "greeting", "attitude": "greeting", "title": "Greeting", "items": [{items}]}}]}}"#
    )
}

pub fn begin(definition: &Arc<Definition>) -> Visit {
    Visit::begin(Arc::clone(definition), setup(), &moment(0)).unwrap()
}

/// Completes a visit by the customer checklist, saves it, and returns the session file.
pub fn saved_session(place: &Place) -> PathBuf {
    let folders = place.folders();
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let mut journal = Journal::create(&folders, &definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    for (index, item) in definition.items() {
        let value = match item.response.type_name() {
            "behaviour" if index % 3 == 0 => "no",
            "behaviour" => "yes",
            _ => continue,
        };
        if !visit.state().applies(index) {
            continue;
        }
        let action = Action::Answer { item: index, value: esprit::visit::Value::text(value), seen: None };
        let events = visit.act(&action, &moment(1000 * (index as u64 + 1))).unwrap().to_vec();
        journal.append(&events).unwrap();
    }
    let note = Action::Note { item: Some(3), text: "=cmd|' /C calc'!A1 \u{1b}[31m".to_owned() };
    journal.append(visit.act(&note, &moment(50_000)).unwrap()).unwrap();
    journal.append(visit.act(&Action::Finish, &moment(60_000)).unwrap()).unwrap();
    journal.complete().unwrap().path
}

/// Returns the row of a session file in the list of past visits.
pub fn past_visit(path: &std::path::Path) -> PastVisit {
    let head = sessions::head(path).unwrap();
    let site = head.site.clone();
    PastVisit::new(head, &site)
}

/// Returns the initial state of an application.
pub fn model(lang: Lang) -> Model {
    let machine =
        Environment { program: program(), time_zone: "Europe/Paris".to_owned(), next_session: SESSION.to_owned() };
    let settings = Settings { practised: true, observer: Some("o12".to_owned()), ..Settings::default() };
    let mut model = Model::new(lang, settings, machine, Vec::new());
    update(&mut model, Message::Library(checklists::bundled(), Known::default(), Known::default()), &moment(0));
    model
}

/// Returns every file under a folder, with the last three octal digits of its mode where modes exist.
#[cfg(unix)]
pub fn modes(folder: &std::path::Path) -> Vec<(PathBuf, u32)> {
    use std::os::unix::fs::PermissionsExt;
    let mut found = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(path) = todo.pop() {
        found.push((path.clone(), std::fs::metadata(&path).unwrap().permissions().mode() & 0o777));
        if path.is_dir() {
            todo.extend(path.read_dir().unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    found
}

/// The application without terminal and disk: keys in, screens and events out.
pub struct Flow {
    pub model: Model,
    pub texts: esprit::text::Texts,
    pub ms: u64,
    /// The effects requested, without events.
    pub effects: Vec<esprit::app::Effect>,
    /// Whether events are reported as saved at once.
    pub disk: bool,
}

impl Flow {
    pub fn new(lang: Lang) -> Self {
        Self { model: model(lang), texts: esprit::text::Texts::new(lang), ms: 0, effects: Vec::new(), disk: true }
    }

    /// Starts a visit at once.
    pub fn visit(lang: Lang, definition: &Arc<Definition>) -> Self {
        Self::visit_with(lang, definition, setup())
    }

    /// Starts a visit at once, with its own setup.
    pub fn visit_with(lang: Lang, definition: &Arc<Definition>, setup: VisitSetup) -> Self {
        let mut flow = Self::new(lang);
        flow.send(Message::Begin { definition: Arc::clone(definition), setup: Box::new(setup) });
        flow
    }

    pub fn send(&mut self, message: Message) -> &mut Self {
        let effects = update(&mut self.model, message, &moment(self.ms));
        self.carry_out(effects);
        self
    }

    /// Presses keys, a second apart: letters, or names such as `Enter`, `Ctrl+z`, `F1`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            self.ms += 1000;
            self.send(Message::Key(press(name)));
        }
        self
    }

    /// Types a text.
    pub fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.ms += 200;
            self.send(Message::Key(esprit::app::key::Key::Char(c).into()));
        }
        self
    }

    fn carry_out(&mut self, effects: Vec<esprit::app::Effect>) {
        use esprit::app::{Effect, Write};
        for effect in effects {
            match effect {
                Effect::Write(Write::Append(_) | Write::Begin { .. }) if self.disk => {
                    let seq = self.visit_ref().state().last_seq();
                    self.send(Message::Saved(seq));
                }
                Effect::Write(Write::Append(_) | Write::Begin { .. }) => {}
                other => self.effects.push(other),
            }
        }
    }

    pub fn visit_ref(&self) -> &Visit {
        &self.model.shared.active_visit.as_ref().unwrap().visit
    }

    /// Returns the types of the events so far.
    pub fn events(&self) -> Vec<String> {
        let name = |event| serde_json::to_value(event).unwrap()["type"].as_str().unwrap().to_owned();
        self.visit_ref().events().iter().map(name).collect()
    }

    /// Returns the value of an item's answer, as files store it.
    pub fn value(&self, index: usize) -> String {
        self.visit_ref().state().answer(index).map_or("null".to_owned(), |answer| answer.value.to_string())
    }

    pub fn screen(&self, width: u16, height: u16) -> String {
        render(&self.model, &self.texts, width, height, self.ms)
    }
}

pub fn press(name: &str) -> esprit::app::key::KeyPress {
    use esprit::app::key::{Key, KeyPress};
    let (ctrl, alt) = (name.starts_with("Ctrl+"), name.starts_with("Alt+"));
    let key = match name.trim_start_matches("Ctrl+").trim_start_matches("Alt+") {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Delete" => Key::Delete,
        "Backspace" => Key::Backspace,
        "F1" => Key::F(1),
        "F2" => Key::F(2),
        "F3" => Key::F(3),
        "Space" => Key::Char(' '),
        one => Key::Char(one.chars().next().unwrap()),
    };
    KeyPress { key, ctrl, alt }
}

/// Renders the application, and returns the screen as lines.
pub fn render(model: &Model, texts: &esprit::text::Texts, width: u16, height: u16, ms: u64) -> String {
    let buffer = buffer(model, texts, width, height, ms);
    let rows = buffer.content.chunks(usize::from(width.max(1)));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned() + "\n")
        .collect()
}

/// Renders the application on a test backend, and returns its cells.
pub fn buffer(model: &Model, texts: &esprit::text::Texts, width: u16, height: u16, ms: u64) -> ratatui::buffer::Buffer {
    frame(model, texts, width, height, ms).0
}

/// Renders the application on a test backend; returns its cells, the cursor position, and the click map.
pub fn frame(
    model: &Model,
    texts: &esprit::text::Texts,
    width: u16,
    height: u16,
    ms: u64,
) -> (ratatui::buffer::Buffer, Option<ratatui::layout::Position>, esprit::ui::ClickMap) {
    let theme = esprit::ui::Theme::new(model.shared.settings.theme, model.shared.settings.glyphs);
    let ctx = esprit::ui::RenderContext { model, texts, theme, now: moment(ms) };
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(width, height)).unwrap();
    let mut clicks = esprit::ui::ClickMap::default();
    terminal.draw(|frame| clicks = esprit::ui::render(&ctx, frame)).unwrap();
    let backend = terminal.backend();
    let cursor = backend.cursor_visible().then(|| backend.cursor_position());
    (backend.buffer().clone(), cursor, clicks)
}
