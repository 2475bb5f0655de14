//! The running application: takes all events that are there, updates the model, draws once, hands the effects on.

use super::desktop;
use super::events::{Event, Signals};
use super::frame::Screen;
use super::guard::Guard;
use super::input_thread;
#[cfg(unix)]
use crate::app::keymap::Command;
use crate::app::keymap::Context;
use crate::app::screens::{home, replay};
use crate::app::{Effect, Message, Model, Notice, Read, Screen as AppScreen, Write, update};
use crate::clock::{self, Clock};
use crate::recorder::results::ResultsReader;
use crate::recorder::thread::RecorderThread;
use crate::recorder::{self, OnMessage, Recorder};
use crate::store::settings::{self, Glyphs};
use crate::store::{Folders, StoreError};
use crate::text::Texts;
use crate::ui::theme::ColorDepth;
use crate::ui::{self, ClickMap, RenderContext, Theme};
use crate::visit::Moment;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// What the application starts with.
pub struct Start {
    pub model: Model,
    /// The messages, in the model's language.
    pub texts: Arc<Texts>,
    /// What is to be done first.
    pub effects: Vec<Effect>,
    pub recorder: Recorder,
    pub folders: Folders,
    pub clock: Clock,
    /// Whether the user wants no colour.
    pub colourless: bool,
    /// What was wrong with the settings.
    pub trouble: Option<StoreError>,
}

/// Frames that no key asks for do not come faster than this, in milliseconds.
const MIN_FRAME_MS: u64 = 50;

/// Runs the application until the user leaves it; the terminal is then as it was.
///
/// # Errors
/// Where the terminal does not answer. Everything that showed as saved is on the disk.
pub fn run(start: Start) -> io::Result<()> {
    let (sender, events) = mpsc::channel();
    let signals = Signals::hold()?;
    let (mut app, effects) = App::new(start, &sender)?;
    let done = app.start(effects, signals, sender).and_then(|()| app.event_loop(&events));
    app.finish();
    done
}

/// The running application.
struct App {
    model: Model,
    texts: Arc<Texts>,
    screen: Screen,
    guard: Guard,
    /// What clicks mean on the last frame.
    clicks: ClickMap,
    /// Whether the user wants no colour.
    is_colourless: bool,
    /// Whether it is the system's own console, which has few glyphs.
    is_console: bool,
    depth: ColorDepth,
    folders: Folders,
    clock: Clock,
    disk: RecorderThread,
    results: ResultsReader,
    /// What the disk will be asked for, once the frame that shows it is drawn.
    pending_jobs: Vec<(Write, Moment)>,
    on_message: OnMessage,
}

impl App {
    /// Sets the terminal up, and returns the effects to run first.
    fn new(start: Start, events: &Sender<Event>) -> io::Result<(Self, Vec<Effect>)> {
        let Start { mut model, texts, effects, recorder, folders, clock, colourless, trouble } = start;
        if let Some(error) = trouble {
            update(&mut model, Message::Notice(Notice::With(error.message())), &clock.now());
        }
        let sender = events.clone();
        // Nobody receives a message where the program has ended.
        let on_message: OnMessage = Arc::new(move |message| drop(sender.send(Event::Message(message))));
        let guard = Guard::enter(model.shared.settings.mouse)?;
        let has_true_color = crossterm::style::available_color_count() == u16::MAX;
        let app = Self {
            model,
            texts,
            screen: Screen::new()?,
            guard,
            clicks: ClickMap::default(),
            is_colourless: colourless,
            is_console: std::env::var_os("TERM").is_some_and(|term| term == "linux"),
            depth: if has_true_color { ColorDepth::TrueColor } else { ColorDepth::Sixteen },
            folders: folders.clone(),
            clock,
            disk: RecorderThread::start(recorder, Arc::clone(&on_message)),
            results: ResultsReader::new(folders, Arc::clone(&on_message)),
            pending_jobs: Vec::new(),
            on_message,
        };
        Ok((app, effects))
    }

    /// Draws the first screen before anything is read that it can do without. Where a visit is to be taken up, that comes
    /// first, and the first screen is not shown.
    fn start(&mut self, effects: Vec<Effect>, signals: Signals, events: Sender<Event>) -> io::Result<()> {
        let now = self.clock.now();
        let opens = effects.iter().any(|effect| matches!(effect, Effect::Write(Write::Open(_))));
        let _ = self.run_effects(effects, now);
        if opens {
            self.flush_disk_jobs();
        } else {
            self.draw(now)?;
            if matches!(self.model.screen(), AppScreen::Home(_)) {
                let _ = self.run_effects(home::reads(), now);
            }
        }
        signals.send(events.clone());
        input_thread::send_input(self.clock.clone(), events);
        Ok(())
    }

    /// Handles events until the program ends.
    fn event_loop(&mut self, events: &Receiver<Event>) -> io::Result<()> {
        loop {
            let (wait, message) = self.next_frame().unwrap_or((Duration::MAX, Message::Tick));
            let first = match events.recv_timeout(wait) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => Event::Message(message),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            // All that is there already is handled before the next frame.
            for event in std::iter::once(first).chain(events.try_iter()) {
                if self.handle_event(event)?.is_break() {
                    return Ok(());
                }
            }
            #[cfg(unix)]
            if self.guard.was_reset() {
                self.guard.resume()?;
                self.screen.clear()?;
            }
            self.draw(self.clock.now())?;
            self.flush_disk_jobs();
        }
    }

    /// Returns how long the frame stays true without an event, and what has happened then: the clock of the visit, or of
    /// the script that is practised on, shows its next second, or a replay plays on.
    fn next_frame(&self) -> Option<(Duration, Message)> {
        let frame = self.model.is_playing().then_some((replay::FRAME_MS, Message::Frame));
        let second = self.model.shared.active_visit.as_ref().map(|active| {
            let now = self.clock.now();
            let (state, elapsed) = (active.visit.state(), active.visit.elapsed_ms(&now));
            // The clock that is shown leaves pauses out.
            let shown = if state.paused().is_some() { elapsed } else { state.active_ms(0, elapsed) };
            let second = 1000 - shown % 1000;
            let script = active.play.as_ref().and_then(|play| play.ms_until_next_second(&active.visit, &now));
            // No eye follows a script that is faster than this.
            (script.map_or(second, |ms| ms.clamp(MIN_FRAME_MS, second.max(MIN_FRAME_MS))), Message::Tick)
        });
        let (ms, message) = second.into_iter().chain(frame).min_by_key(|(ms, _)| *ms)?;
        Some((Duration::from_millis(ms), message))
    }

    #[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "only a stopped program's terminal can fail"))]
    fn handle_event(&mut self, event: Event) -> io::Result<ControlFlow<()>> {
        match event {
            Event::Input(message, _) if self.is_ignored(&message) => {}
            Event::Input(message, now) => return Ok(self.handle_message(message, now)),
            Event::Click(at, now) => {
                let clicked = self.clicks.target(at).map(|target| self.handle_message(Message::Clicked(target), now));
                return Ok(clicked.unwrap_or(ControlFlow::Continue(())));
            }
            Event::Message(message) => return Ok(self.handle_message(message, self.clock.now())),
            Event::Resize => {}
            #[cfg(unix)]
            Event::Suspend => {
                self.guard.suspend(self.texts.get("app-suspended"))?;
                self.screen.clear()?;
                if self.model.shared.active_visit.is_some() {
                    let undo = Notice::Keyed("app-notice-back-from-shell", Context::Visit, Command::Undo);
                    return Ok(self.handle_message(Message::Notice(undo), self.clock.now()));
                }
            }
            #[cfg(unix)]
            Event::Continue => {
                self.guard.resume()?;
                self.screen.clear()?;
            }
            Event::End => return Ok(ControlFlow::Break(())),
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Returns whether the window is too small for what a message changes to be seen. Keys that do the same on every screen
    /// still work: leaving, hiding, help.
    fn is_ignored(&self, message: &Message) -> bool {
        let keymap = &self.model.shared.keymap;
        let works = matches!(message, Message::Key(press) if keymap.command(Context::Anywhere, *press).is_some());
        !works && ui::is_too_small(self.screen.size()) && !matches!(self.model.screen(), AppScreen::CoverNotes(_))
    }

    fn handle_message(&mut self, message: Message, now: Moment) -> ControlFlow<()> {
        let effects = update(&mut self.model, message, &now);
        self.run_effects(effects, now)
    }

    /// Hands effects to those who carry them out; breaks where the program ends.
    fn run_effects(&mut self, effects: Vec<Effect>, now: Moment) -> ControlFlow<()> {
        for effect in effects {
            match effect {
                Effect::Quit => return ControlFlow::Break(()),
                Effect::Copy(text) => desktop::copy(&text),
                Effect::OpenFolder(folder) => self.open_folder(folder),
                Effect::Write(write) => {
                    if matches!(write, Write::Begin { .. }) {
                        update(&mut self.model, Message::NextSession(clock::new_session_id()), &now);
                    }
                    self.pending_jobs.push((write, now));
                }
                Effect::Read(Read::LoadResults(number, question)) => self.results.read(number, *question),
                Effect::Read(Read::StopReading) => self.results.stop(),
                Effect::Read(Read::Export(export)) => self.results.export(*export, Arc::clone(&self.texts), now),
                Effect::Read(Read::ExportVisit(export)) => self.results.export_visit(*export, Arc::clone(&self.texts)),
                Effect::Read(Read::MakeScenario(source)) => {
                    self.results.make_scenario(source, Arc::clone(&self.texts));
                }
                Effect::Read(read) => self.read(read),
            }
        }
        ControlFlow::Continue(())
    }

    fn flush_disk_jobs(&mut self) {
        for (write, now) in self.pending_jobs.drain(..) {
            self.disk.add(write, now);
        }
    }

    /// Reads on a thread of its own: thousands of visits must not hold up a key.
    fn read(&self, read: Read) {
        let (folders, on_message) = (self.folders.clone(), Arc::clone(&self.on_message));
        std::thread::spawn(move || recorder::read(&folders, &read, &mut |message| on_message(message)));
    }

    /// Opens a folder on a thread of its own: a file manager may take long to start.
    fn open_folder(&self, folder: PathBuf) {
        let on_message = Arc::clone(&self.on_message);
        std::thread::spawn(move || {
            if !desktop::open_folder(&folder) {
                let path = folder.display().to_string();
                on_message(Message::Notice(Notice::With(("app-notice-no-desktop", vec![("path", path)]))));
            }
        });
    }

    /// Returns the colours and glyphs that the user wants and this terminal has.
    fn theme(&self) -> Theme {
        let settings = &self.model.shared.settings;
        let colors = if self.is_colourless { settings::Theme::Mono } else { settings.theme };
        let glyphs = if self.is_console { Glyphs::Safe } else { settings.glyphs };
        Theme { colors, glyphs, depth: self.depth }
    }

    fn draw(&mut self, now: Moment) -> io::Result<()> {
        if self.texts.lang() != self.model.shared.lang {
            self.texts = Arc::new(Texts::new(self.model.shared.lang));
        }
        self.guard.set_mouse(self.model.shared.settings.mouse)?;
        let ctx = RenderContext { model: &self.model, texts: &self.texts, theme: self.theme(), now };
        self.clicks = self.screen.draw(&ctx)?;
        Ok(())
    }

    /// Does what was asked of the disk, and gives the terminal back.
    fn finish(mut self) {
        self.flush_disk_jobs();
        self.disk.finish();
        self.results.finish();
        self.guard.leave();
    }
}
