//! The view, pure: from the model to what is written on each row, and nothing else.
//!
//! Knows no terminal: colours are roles until [`theme`], keys come from the keymap, words from the catalogues.

mod canvas;
mod format;
mod screens;
pub mod theme;
mod widgets;

pub use theme::Look;

use crate::app::{Model, Screen, Target};
use crate::text::Texts;
use crate::text::clean;
use crate::text::clean::is_hostile;
use crate::visit::Moment;
use canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Smaller than this, a screen only asks for more room: columns.
const LEAST_WIDTH: u16 = 40;
/// Smaller than this, a screen only asks for more room: rows.
const LEAST_HEIGHT: u16 = 10;

/// The rows of the keys just pressed, where a class watches.
const STRIP: u16 = 5;
/// Smaller than this, there is no room for them: rows.
const LEAST_WATCHED: u16 = 20;
/// The same under a large item, which comes first.
const LEAST_PRESENTED: u16 = 30;

/// What a frame is made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The state of the application.
    pub model: &'a Model,
    /// The words.
    pub texts: &'a Texts,
    /// Colours and signs.
    pub look: Look,
    /// When the frame is seen.
    pub now: Moment,
}

/// What a frame needs beside its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Where the terminal's cursor is parked: on the row in front, so that a screen reader reads it.
    pub cursor: Option<Position>,
    /// What a click in an area means; a later one covers an earlier one.
    pub areas: Vec<(Rect, Target)>,
}

impl Drawn {
    /// Returns what a click means.
    #[must_use]
    pub fn target(&self, at: Position) -> Option<Target> {
        self.areas.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target)
    }
}

/// Returns whether a window is too small to show a screen.
#[must_use]
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < LEAST_WIDTH || height < LEAST_HEIGHT
}

/// Draws the screen in front on an empty sheet.
pub fn draw(view: &View<'_>, buffer: &mut Buffer) -> Drawn {
    let area = buffer.area;
    let mut canvas = Canvas::new(view, buffer);
    if let Screen::CoverNotes(page) = view.model.screen() {
        // The page of plain notes has no colour and no trace of the program, at any size.
        canvas.page(&page.field);
    } else {
        canvas.ground();
        if is_too_small((area.width, area.height)) {
            canvas.too_small();
        } else {
            let least = match view.model.screen() {
                Screen::Present(screen) if screen.is_blank() => u16::MAX,
                Screen::Present(_) => LEAST_PRESENTED,
                _ => LEAST_WATCHED,
            };
            if let Some(pressed) = view.model.shared.key_history.as_ref().filter(|_| area.height >= least) {
                let strip = canvas.reserve(STRIP);
                screens::present::pressed(&mut canvas, pressed, strip);
            }
            front(&mut canvas, view.model.screen());
        }
    }
    let drawn = canvas.finish();
    sweep(buffer);
    drawn
}

/// The last gate: no cell can move the cursor, hide or reorder what is beside it.
fn sweep(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.len() > 1 && (symbol.len() > 16 || symbol.chars().any(is_hostile)) {
            let harmless = clean(symbol).into_owned();
            cell.set_symbol(if harmless.is_empty() { " " } else { &harmless });
        }
    }
}

fn front(canvas: &mut Canvas<'_>, screen: &Screen) {
    match screen {
        Screen::Home(home) => screens::home::draw(canvas, home),
        Screen::NewVisit(before) => screens::new_visit::draw(canvas, before),
        Screen::Visit(visit) => screens::visit::draw(canvas, visit),
        Screen::Review(review) => screens::review::draw(canvas, review),
        Screen::Finished(finished) => screens::finished::draw(canvas, finished),
        Screen::Past(past) => screens::past::draw(canvas, past),
        Screen::VisitDetails(session) => screens::visit_details::draw(canvas, session),
        Screen::Replay(replay) => screens::replay::draw(canvas, replay),
        Screen::Results(results) => screens::results::draw(canvas, results),
        Screen::Checklists(checklists) => screens::checklists::draw(canvas, checklists),
        Screen::Present(present) => screens::present::draw(canvas, present),
        Screen::Class(class) => screens::class::draw(canvas, class),
        Screen::Practise(practise) => screens::practise::draw(canvas, practise),
        Screen::Reveal(reveal) => screens::reveal::draw(canvas, reveal),
        Screen::Training(training) => screens::training::draw(canvas, training),
        Screen::Settings(settings) => screens::settings::draw(canvas, settings),
        Screen::Help(help) => screens::help::draw(canvas, help),
        Screen::CoverNotes(_) => {}
    }
}
