//! The terminal: keys in, frames out. The only module that names crossterm.
//!
//! One thread waits for keys and stamps them, one writes to the disk, and this one decides and paints. No key ever
//! waits for the disk.

mod disk;
mod guard;
mod input;
mod paint;

use crate::app::{Effect, Message, Model, Notice, update};
use crate::clock::{self, Clock};
use crate::recorder::{self, Recorder};
use crate::store::settings::{Glyphs, Theme};
use crate::store::{Folders, StoreError};
use crate::text::Texts;
use crate::ui::{Drawn, Look, View};
use crate::visit::Moment;
use guard::Guard;
use input::Event;
use paint::Screen;
use std::io;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// What the application starts with.
pub struct Start {
    /// The state.
    pub model: Model,
    /// The words, in the model's language.
    pub texts: Rc<Texts>,
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

/// Something that the loop waits for.
enum Incoming {
    /// From the keyboard, the mouse or the window, with the moment at which it came.
    Input(Event, Moment),
    /// From the disk.
    Message(Message),
    /// The system asks the program to end, or the terminal is gone.
    End,
}

/// Gives the size of the terminal: columns and rows.
#[must_use]
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// Gives how many colours the terminal has, as far as it says so.
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
    let guard = Guard::enter(start.model.settings.mouse)?;
    input::listen(start.clock.clone(), send.clone());
    guard::listen_for_signals(&send)?;
    let disk = disk::Disk::start(start.recorder, send.clone());
    let mut terminal = Terminal {
        texts: start.texts,
        screen: Screen::new(size().unwrap_or((80, 24))),
        drawn: Drawn::default(),
        model: start.model,
        folders: start.folders,
        clock: start.clock,
        colourless: start.colourless,
        guard,
        disk,
        asked: Vec::new(),
        send,
    };
    terminal.model.notice = terminal.model.notice.take().or(start.trouble.map(|error| Notice::With(error.message())));
    let done = terminal.first(start.effects).and_then(|()| terminal.go_on(&incoming));
    terminal.hand_over();
    let Terminal { disk, guard, .. } = terminal;
    // What was asked of the disk is done before the program ends.
    disk.finish();
    drop(guard);
    done
}

/// The running application.
struct Terminal {
    texts: Rc<Texts>,
    screen: Screen,
    drawn: Drawn,
    model: Model,
    folders: Folders,
    clock: Clock,
    colourless: bool,
    guard: Guard,
    disk: disk::Disk,
    /// What the disk will be asked for, once the frame that shows it is drawn.
    asked: Vec<(Effect, Moment)>,
    send: Sender<Incoming>,
}

impl Terminal {
    /// Paints the first screen before anything is read that it can do without.
    fn first(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let now = self.clock.now();
        self.carry_out(effects, now);
        self.paint(now)?;
        self.carry_out(vec![Effect::LoadUnfinished, Effect::LoadRecent(crate::app::screens::home::RECENT)], now);
        Ok(())
    }

    fn go_on(&mut self, incoming: &Receiver<Incoming>) -> io::Result<()> {
        loop {
            let mut next = match self.wait() {
                Some(time) => match incoming.recv_timeout(time) {
                    Ok(next) => Some(next),
                    Err(RecvTimeoutError::Timeout) => Some(Incoming::Message(Message::Tick)),
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                },
                None => match incoming.recv() {
                    Ok(next) => Some(next),
                    Err(_) => return Ok(()),
                },
            };
            // Whatever is there already is taken in before the next frame.
            while let Some(one) = next {
                if self.take(one) {
                    return Ok(());
                }
                next = incoming.try_recv().ok();
            }
            self.paint(self.clock.now())?;
        }
    }

    /// Gives how long the frame stays true without a key: until the visit's clock shows its next second.
    fn wait(&self) -> Option<Duration> {
        let run = self.model.run.as_ref()?;
        let elapsed = run.visit.elapsed_ms(&self.clock.now());
        Some(Duration::from_millis(1000 - elapsed % 1000))
    }

    /// Takes one thing in; tells whether the program ends.
    fn take(&mut self, incoming: Incoming) -> bool {
        let (message, now) = match incoming {
            Incoming::End => return true,
            Incoming::Message(message) => (message, self.clock.now()),
            Incoming::Input(Event::Resize(width, height), _) => {
                self.screen.resize((width, height));
                return false;
            }
            Incoming::Input(Event::Click(at), now) => match self.drawn.target(at) {
                Some(target) => (Message::Pointed(target), now),
                None => return false,
            },
            Incoming::Input(Event::Message(message), now) => (message, now),
        };
        let effects = update(&mut self.model, message, &now);
        self.carry_out(effects, now)
    }

    /// Hands effects to those who carry them out; tells whether the program ends.
    fn carry_out(&mut self, effects: Vec<Effect>, now: Moment) -> bool {
        for effect in effects {
            match effect {
                Effect::Quit => return true,
                Effect::Begin { .. } => {
                    self.model.machine.next_session = clock::new_session_id();
                    self.asked.push((effect, now));
                }
                Effect::LoadLibrary
                | Effect::LoadUnfinished
                | Effect::LoadRecent(_)
                | Effect::LoadPast
                | Effect::LoadSession(_)
                | Effect::Look(_) => self.read(effect),
                _ => self.asked.push((effect, now)),
            }
        }
        false
    }

    fn hand_over(&mut self) {
        for (effect, now) in self.asked.drain(..) {
            self.disk.ask(effect, now);
        }
    }

    /// Reads on a thread of its own: thousands of visits must not hold up a key.
    fn read(&self, effect: Effect) {
        let (folders, send) = (self.folders.clone(), self.send.clone());
        std::thread::spawn(move || {
            recorder::read(&folders, &effect, &mut |message| {
                // Nobody waits for it any more where the program has ended.
                let _ = send.send(Incoming::Message(message));
            });
        });
    }

    fn paint(&mut self, now: Moment) -> io::Result<()> {
        if self.texts.lang() != self.model.lang {
            self.texts = Rc::new(Texts::new(self.model.lang));
        }
        self.guard.mouse(self.model.settings.mouse)?;
        let look = look(&self.model, self.colourless);
        let view = View { model: &self.model, texts: &self.texts, look, now };
        self.drawn = self.screen.draw(&view)?;
        // The disk begins before the terminal is written to, which may keep the program waiting.
        self.hand_over();
        self.screen.show()
    }
}

/// Gives colours and signs as set, or as the terminal can show them.
fn look(model: &Model, colourless: bool) -> Look {
    let console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
    Look {
        theme: if colourless { Theme::Mono } else { model.settings.theme },
        glyphs: if console { Glyphs::Safe } else { model.settings.glyphs },
    }
}
