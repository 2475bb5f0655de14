//! The terminal: keys in, frames out. The only module that names crossterm.
//!
//! One thread waits for keys, stamps them, decides and paints; one writes to the disk; and this one takes what comes
//! from the disk and from the clock. No key ever waits for the disk, and none is handed from thread to thread before
//! its answer is painted: that made up about a fifth of the way from the key to the answer.

mod disk;
mod export;
mod guard;
mod input;
mod paint;
mod results;

use crate::app::keymap::Context;
use crate::app::screens::{home, replay};
use crate::app::{Effect, Message, Model, Notice, Read, Screen as Front, Write, update};
use crate::clock::{self, Clock};
use crate::recorder::{self, Recorder};
use crate::store::settings::{Glyphs, Theme};
use crate::store::{Folders, StoreError};
use crate::text::Texts;
use crate::ui::{self, Drawn, Look, View};
use crate::visit::Moment;
use disk::Disk;
use guard::{Guard, Signals};
use input::Event;
use paint::Screen;
use results::Reader;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// What the application starts with.
pub struct Start {
    /// The state.
    pub model: Model,
    /// The words, in the model's language.
    pub texts: Arc<Texts>,
    /// What is to be done first.
    pub effects: Vec<Effect>,
    /// The writer.
    pub recorder: Recorder,
    /// Where to read.
    pub folders: Folders,
    /// The clocks.
    pub clock: Clock,
    /// Whether the user wants no colour.
    pub colourless: bool,
    /// What was wrong with the settings.
    pub trouble: Option<StoreError>,
}

/// Frames that no key asks for do not come faster than this, in milliseconds.
const LEAST_MS: u64 = 50;

/// Something that the loop waits for.
enum Incoming {
    /// From the disk.
    Message(Message),
    /// The user or the system asks the program to end, or the terminal is gone.
    End,
}

/// Returns the size of the terminal: columns and rows.
#[must_use]
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// Returns how many colours the terminal has, as far as it says so.
#[must_use]
pub fn colours() -> String {
    match crossterm::style::available_color_count() {
        u16::MAX => "16777216".to_owned(),
        count => count.to_string(),
    }
}

/// Runs the application until the user leaves it; the terminal is then as it was.
///
/// # Errors
/// Where the terminal does not answer. Everything that showed as saved is on the disk.
pub fn run(start: Start) -> io::Result<()> {
    let (send, incoming) = mpsc::channel();
    let signals = Signals::hold()?;
    let mut bytes = Vec::new();
    let guard = Guard::enter(start.model.shared.settings.mouse, &mut bytes)?;
    {
        use std::io::Write;
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()?;
    }
    let screen = Screen::new()?;
    let disk = Disk::Idle(Box::new(start.recorder), send.clone());
    let folders = start.folders.clone();
    let mut terminal = Terminal {
        texts: start.texts,
        screen,
        drawn: Drawn::default(),
        model: start.model,
        folders: start.folders,
        clock: start.clock,
        colourless: start.colourless,
        console: std::env::var_os("TERM").is_some_and(|term| term == "linux"),
        guard,
        disk,
        results: Reader::new(folders, send.clone()),
        asked: Vec::new(),
        send: send.clone(),
    };
    if let Some(error) = start.trouble {
        let now = terminal.clock.now();
        update(&mut terminal.model, Message::Notice(Notice::With(error.message())), &now);
    }
    let first = terminal.first(start.effects);
    let clock = terminal.clock.clone();
    let shared = Arc::new(Mutex::new(terminal));
    let done = first.and_then(|()| {
        signals.listen(send.clone());
        input::listen(clock, Arc::clone(&shared), send);
        go_on(&shared, &incoming)
    });
    let mut terminal = lock(&shared)?;
    terminal.hand_over();
    // What was asked of the disk is done before the program ends.
    terminal.disk.finish();
    terminal.results.finish();
    terminal.guard.leave();
    done
}

/// Takes what comes from the disk and the clock, until the program ends.
fn go_on(shared: &Mutex<Terminal>, incoming: &Receiver<Incoming>) -> io::Result<()> {
    loop {
        let wait = lock(shared)?.wait();
        let mut next = match wait {
            Some((time, due)) => match incoming.recv_timeout(time) {
                Ok(next) => Some(next),
                Err(RecvTimeoutError::Timeout) => Some(Incoming::Message(due)),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            },
            // Where a key begins a visit, the disk has something to say of it soon.
            None => match incoming.recv() {
                Ok(next) => Some(next),
                Err(_) => return Ok(()),
            },
        };
        let mut terminal = lock(shared)?;
        // Whatever is there already is taken in before the next frame.
        while let Some(one) = next {
            let Incoming::Message(message) = one else { return Ok(()) };
            let now = terminal.clock.now();
            if terminal.take(message, now) {
                return Ok(());
            }
            next = incoming.try_recv().ok();
        }
        let now = terminal.clock.now();
        terminal.paint(now)?;
    }
}

/// Takes the application; fails where another thread broke off in the middle of a change.
fn lock(shared: &Mutex<Terminal>) -> io::Result<MutexGuard<'_, Terminal>> {
    shared.lock().map_err(|_| io::Error::other("a thread has broken off"))
}

/// The running application.
struct Terminal {
    texts: Arc<Texts>,
    screen: Screen,
    drawn: Drawn,
    model: Model,
    folders: Folders,
    clock: Clock,
    colourless: bool,
    /// Whether the terminal is the system's own console, which has few signs.
    console: bool,
    guard: Guard,
    disk: Disk,
    results: Reader,
    /// What the disk will be asked for, once the frame that shows it is drawn.
    asked: Vec<(Write, Moment)>,
    send: Sender<Incoming>,
}

impl Terminal {
    /// Paints the first screen before anything is read that it can do without. Where a visit is to be taken up, that
    /// comes first, and the first screen is not shown.
    fn first(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let now = self.clock.now();
        let opens = effects.iter().any(|effect| matches!(effect, Effect::Write(Write::Open(_))));
        self.carry_out(effects, now);
        if opens {
            self.hand_over();
            return Ok(());
        }
        self.paint(now)?;
        if matches!(self.model.screen(), Front::Home(_)) {
            self.carry_out(home::first(), now);
        }
        Ok(())
    }

    /// Returns how long the frame stays true without a key, and what has happened then: the visit's clock, or that of the
    /// script that is practised on, shows its next second, or a replay plays on.
    fn wait(&self) -> Option<(Duration, Message)> {
        let frame = self.model.is_playing().then_some((replay::FRAME_MS, Message::Frame));
        let second = self.model.shared.active_visit.as_ref().map(|run| {
            let now = self.clock.now();
            let second = 1000 - run.visit.elapsed_ms(&now) % 1000;
            let script = run.play.as_ref().and_then(|play| play.second_ms(&run.visit, &now));
            // No eye follows a script that is faster than this.
            (script.map_or(second, |ms| ms.clamp(LEAST_MS, second.max(LEAST_MS))), Message::Tick)
        });
        let (ms, due) = second.into_iter().chain(frame).min_by_key(|(ms, _)| *ms)?;
        Some((Duration::from_millis(ms), due))
    }

    /// Takes in what the terminal sent; returns whether the program ends.
    fn input(&mut self, event: Event, now: Moment) -> bool {
        match event {
            Event::Resize(..) => false,
            Event::Message(message) if self.is_blind() && !self.works_blindly(&message) => false,
            Event::Click(at) => self.drawn.target(at).is_some_and(|target| self.take(Message::Clicked(target), now)),
            Event::Message(message) => self.take(message, now),
        }
    }

    /// Returns whether the window is too small for what a key would change to be seen.
    fn is_blind(&self) -> bool {
        ui::is_too_small(self.screen.size()) && !matches!(self.model.screen(), Front::CoverNotes(_))
    }

    /// Returns whether it is a key that does the same on every screen: leaving, hiding, help.
    fn works_blindly(&self, message: &Message) -> bool {
        matches!(message, Message::Key(press) if self.model.shared.keymap.command(Context::Anywhere, *press).is_some())
    }

    /// Takes one thing in; returns whether the program ends.
    fn take(&mut self, message: Message, now: Moment) -> bool {
        let effects = update(&mut self.model, message, &now);
        self.carry_out(effects, now)
    }

    /// Hands effects to those who carry them out; returns whether the program ends.
    fn carry_out(&mut self, effects: Vec<Effect>, now: Moment) -> bool {
        for effect in effects {
            match effect {
                Effect::Quit => return true,
                Effect::Write(write) => {
                    if matches!(write, Write::Begin { .. }) {
                        update(&mut self.model, Message::NextSession(clock::new_session_id()), &now);
                    }
                    self.asked.push((write, now));
                }
                Effect::Read(Read::ReadResults(number, question)) => self.results.read(number, *question),
                Effect::Read(Read::StopReading) => self.results.stop(),
                Effect::Read(Read::Export(export)) => self.results.export(*export, Arc::clone(&self.texts), now),
                Effect::Read(read) => self.read(read),
            }
        }
        false
    }

    fn hand_over(&mut self) {
        for (write, now) in self.asked.drain(..) {
            self.disk.ask(write, now);
        }
    }

    /// Reads on a thread of its own: thousands of visits must not hold up a key.
    fn read(&self, read: Read) {
        let (folders, send) = (self.folders.clone(), self.send.clone());
        std::thread::spawn(move || {
            recorder::read(&folders, &read, &mut |message| {
                // Nobody waits for it any more where the program has ended.
                let _ = send.send(Incoming::Message(message));
            });
        });
    }

    /// Returns the colours and signs that the user wants and this terminal has.
    fn look(&self) -> Look {
        let settings = &self.model.shared.settings;
        Look {
            theme: if self.colourless { Theme::Mono } else { settings.theme },
            glyphs: if self.console { Glyphs::Safe } else { settings.glyphs },
        }
    }

    fn paint(&mut self, now: Moment) -> io::Result<()> {
        if self.texts.lang() != self.model.shared.lang {
            self.texts = Arc::new(Texts::new(self.model.shared.lang));
        }
        self.guard.mouse(self.model.shared.settings.mouse)?;
        let view = View { model: &self.model, texts: &self.texts, look: self.look(), now };
        self.drawn = self.screen.draw(&view)?;
        // The eye comes first: to wake the disk before would take it a quarter longer, and to wake it before the terminal
        // had its turn, where there are few processors, a fifth of the slowest. Where the terminal is gone, the disk is
        // asked all the same.
        std::thread::yield_now();
        self.hand_over();
        Ok(())
    }
}
