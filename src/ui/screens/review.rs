//! The review: what is left, the facts, and what finishing means.

use super::visit::mark_text as mark_words;
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::review::{Review, Row, rows};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use crate::visit::score::score;
use crate::visit::{Visit, score};
use ratatui::layout::Rect;

/// Draws the review.
pub fn draw(canvas: &mut Canvas<'_>, review: &Review) {
    let Some(run) = &canvas.view.model.active_visit else { return };
    let visit = &run.visit;
    let title = canvas.say("app-review");
    let rows = rows(visit);
    // Where nothing is left, no key leads there.
    let lists: &[_] = if rows.is_empty() { &[] } else { &[Command::Open, Command::Up, Command::Down] };
    let keys = [&[Command::Finish], lists, &[Command::Back]].concat();
    let keys: Vec<_> = keys.into_iter().map(|command| (Context::Review, command)).collect();
    let area = canvas.frame(title, &keys);
    let facts = facts(canvas, visit, run.play.is_some());
    let width = area.width.saturating_sub(2);
    let foot = facts.iter().fold(1, |rows: u16, (fact, _)| rows.saturating_add(format::height(fact, width)));
    let list = Rect { height: area.height.saturating_sub(foot), ..area };
    draw_list(canvas, review, visit, &rows, list);
    let mut y = list.bottom() + 1;
    for (fact, role) in &facts {
        y = canvas.paragraph(Rect { x: area.x + 1, y, width, height: area.bottom().saturating_sub(y) }, fact, *role);
    }
}

/// A line of the review: a heading, what is said of an empty list, or something to do.
enum Entry {
    Heading(&'static str, usize),
    Nothing(&'static str),
    Todo(usize, Row),
}

/// A list of the review: its heading, what is said where it is empty, and which rows belong to it.
type Kind = (&'static str, &'static str, fn(&Row) -> bool);

fn draw_list(canvas: &mut Canvas<'_>, review: &Review, visit: &Visit, rows: &[Row], area: Rect) {
    let at = review.cursor.selected.min(rows.len().saturating_sub(1));
    let mut entries = Vec::new();
    let kinds: [Kind; 3] = [
        ("app-review-notes", "app-review-notes-none", |row| matches!(row, Row::NoteMissing(_))),
        ("app-review-marks", "app-review-marks-none", |row| matches!(row, Row::LooseMark(_))),
        ("app-review-unanswered", "app-review-unanswered-none", |row| matches!(row, Row::Unanswered(_))),
    ];
    for (heading, nothing, belongs) in kinds {
        let own: Vec<_> = rows.iter().enumerate().filter(|(_, row)| belongs(row)).collect();
        entries.push(if own.is_empty() { Entry::Nothing(nothing) } else { Entry::Heading(heading, own.len()) });
        entries.extend(own.into_iter().map(|(index, row)| Entry::Todo(index, *row)));
    }
    let cursor = entries.iter().position(|entry| matches!(entry, Entry::Todo(index, _) if *index == at)).unwrap_or(0);
    let top = window(review.cursor.offset.get(), cursor, entries.len(), area.height, |_| 1);
    review.cursor.offset.set(top);
    for (entry, y) in entries.iter().skip(top).zip(area.y..area.bottom()) {
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        match entry {
            Entry::Heading(id, count) => {
                let text = canvas.with(id, &[("count", (*count).into())]);
                canvas.text(line.x, y, line.width, &text, Role::Title);
            }
            Entry::Nothing(id) => {
                let text = canvas.say(id);
                canvas.text(line.x, y, line.width, text, Role::Quiet);
            }
            Entry::Todo(index, row) => {
                let text = todo_words(canvas, visit, *row);
                canvas.text(line.x + 4, y, line.width.saturating_sub(4), &text, Role::Text);
                if *index == at {
                    canvas.restyle(line, Role::Cursor);
                    let sign = canvas.glyph(Glyph::Cursor);
                    canvas.text(line.x + 2, y, 1, sign, Role::Cursor);
                    canvas.park(line.x + 2, y);
                }
                canvas.click(line, Target::Row(*index));
            }
        }
    }
}

fn todo_words(canvas: &Canvas<'_>, visit: &Visit, row: Row) -> String {
    let lang = canvas.view.texts.lang();
    match row {
        Row::Unanswered(index) => visit.definition().item(index).label.get(lang).to_owned(),
        Row::NoteMissing(index) => {
            let item = visit.definition().item(index);
            let answer =
                visit.state().answer(index).map(|answer| format::value(canvas.view.texts, item, &answer.value));
            format!("{} ({})", item.label.get(lang), answer.unwrap_or_default())
        }
        Row::LooseMark(seq) => {
            visit.state().marks().iter().find(|mark| mark.seq == seq).map(mark_words).unwrap_or_default()
        }
    }
}

/// Returns what is simply so: late entries, clock shifts, the score where the user wants it, and what finishing means.
fn facts(canvas: &Canvas<'_>, visit: &Visit, blind: bool) -> Vec<(String, Role)> {
    let state = visit.state();
    let items = (0..visit.definition().len()).filter(|&index| state.applies(index));
    let late = items.filter(|&index| state.answer(index).and_then(format::late_ms).is_some()).count();
    let mut facts = Vec::new();
    if late > 0 {
        facts.push((canvas.with("app-review-late", &[("count", late.into())]), Role::Text));
    }
    if state.clock_shifts() > 0 {
        facts.push((canvas.with("app-review-shifts", &[("count", Arg::from(state.clock_shifts()))]), Role::Text));
    }
    if canvas.view.model.settings.show_score && !blind {
        let score = score(visit.definition(), &score::rows(visit.definition(), state));
        let percent = format::percent(canvas.view.texts, score.percent);
        facts.push((canvas.with("app-review-score", &[("percent", percent.into())]), Role::Title));
    }
    facts.push((canvas.say("app-review-meaning").to_owned(), Role::Quiet));
    facts
}
