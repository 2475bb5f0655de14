//! The first screen: the visit under way on top, then the ways into the rest.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::payload::PastVisit;
use crate::app::screens::home::{Confirmation, Home, Row, rows};
use crate::store::Unfinished;
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// Draws the first screen.
pub fn draw(canvas: &mut Canvas<'_>, home: &Home) {
    let model = canvas.view.model;
    let rows = rows(&model.shared);
    let at = home.cursor.selected.min(rows.len().saturating_sub(1));
    let keys = match rows.get(at) {
        _ if home.confirmation.is_some() => {
            vec![(Context::Confirm, Command::Accept), (Context::Confirm, Command::Refuse)]
        }
        Some(Row::Continue) => {
            vec![(Context::List, Command::Open), (Context::Home, Command::Discard), (Context::Home, Command::Quit)]
        }
        Some(Row::Resume(_)) => vec![
            (Context::List, Command::Open),
            (Context::Home, Command::Look),
            (Context::Home, Command::Discard),
            (Context::Home, Command::Quit),
        ],
        _ => vec![
            (Context::List, Command::Up),
            (Context::List, Command::Down),
            (Context::List, Command::Open),
            (Context::Home, Command::Quit),
        ],
    };
    let title = canvas.say("app-title");
    let area = canvas.frame(title, &keys);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    // A line of air before the menu, where there is room for it.
    let airy = usize::from(area.height) > rows.len() + 2;
    let gap =
        |index: usize| u16::from(airy && matches!(rows.get(index), Some(Row::New | Row::Checklists)) && index > 0);
    let top = window(home.cursor.offset.get(), at, rows.len(), area.height, |index| 1 + gap(index));
    home.cursor.offset.set(top);
    let mut y = area.y;
    for (index, row) in rows.iter().enumerate().skip(top) {
        y += if index == top { 0 } else { gap(index) };
        if y >= area.bottom() {
            break;
        }
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        draw_row(canvas, *row, line);
        if index == at {
            canvas.restyle(line, Role::Cursor);
            let sign = canvas.glyph(Glyph::Cursor);
            canvas.text(line.x + 1, y, 1, sign, Role::Cursor);
            canvas.park(line.x + 1, y);
        }
        canvas.click(line, Target::Row(index));
        y += 1;
    }
    if let Some(asked) = &home.confirmation {
        ask(canvas, asked, area);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, row: Row, line: Rect) {
    let model = canvas.view.model;
    let (text, role) = match row {
        Row::Continue => {
            let started = model.shared.active_visit.as_ref().and_then(|run| run.visit.state().started());
            let site = started.map_or(String::new(), |(started, _)| started.site.label().to_owned());
            (canvas.with("app-home-continue", &[("site", site.into())]), Role::Title)
        }
        Row::Resume(index) => {
            (model.shared.unfinished.get(index).map(|one| resume_words(canvas, one)).unwrap_or_default(), Role::Title)
        }
        Row::Practice => (canvas.say("app-home-practice").to_owned(), Role::Title),
        Row::New => (canvas.say("app-home-new").to_owned(), Role::Title),
        Row::Past => match &model.shared.recent {
            Some(recent) if recent.is_empty() => (canvas.say("app-home-past-none").to_owned(), Role::Text),
            _ => (canvas.say("app-home-past").to_owned(), Role::Text),
        },
        Row::Recent(index) => {
            let visit = model.shared.recent.as_ref().and_then(|recent| recent.get(index));
            if let Some(visit) = visit {
                past_row(canvas, visit, Rect { x: line.x + 5, width: line.width.saturating_sub(5), ..line });
            }
            return;
        }
        Row::Results => (canvas.say("app-home-results").to_owned(), Role::Text),
        Row::Checklists => (canvas.say("app-home-checklists").to_owned(), Role::Text),
        Row::Training => (canvas.say("app-home-training").to_owned(), Role::Text),
        Row::Settings => (canvas.say("app-home-settings").to_owned(), Role::Text),
        Row::Help => (canvas.say("app-home-help").to_owned(), Role::Text),
        Row::Quit => (canvas.say("app-home-quit").to_owned(), Role::Text),
    };
    canvas.text(line.x + 3, line.y, line.width.saturating_sub(3), &text, role);
}

fn resume_words(canvas: &Canvas<'_>, one: &Unfinished) -> String {
    match &one.visit {
        Ok(summary) => {
            let id = if one.busy { "app-home-busy" } else { "app-home-resume" };
            let at = canvas.view.texts.when(summary.last_at.civil(), canvas.view.now.wall.civil());
            let args =
                [("site", Arg::from(summary.site.label())), ("answers", summary.answers.into()), ("at", at.into())];
            canvas.with(id, &args)
        }
        Err(error) => {
            let (id, args) = error.message();
            let reason = format::message(canvas.view.texts, id, &args);
            canvas.with("app-home-broken", &[("reason", reason.into())])
        }
    }
}

/// Draws one past visit on a line: when, where, how much, for what.
pub fn past_row(canvas: &mut Canvas<'_>, visit: &PastVisit, line: Rect) {
    let at = format::day_minute(canvas.view.texts, visit.started_at);
    let x = canvas.text(line.x, line.y, line.width, &at, Role::Quiet) + 2;
    let percent = format::percent(canvas.view.texts, visit.percent);
    let failed = if visit.failed { " !" } else { "" };
    let score = format!("{percent:>7}{failed}");
    let score_at = line.right().saturating_sub(10);
    canvas.text(score_at, line.y, 10, &score, Role::Text);
    let abandoned = visit.status == crate::store::session::Ending::Abandoned;
    let kind = canvas.say(if abandoned { "status-abandoned" } else { format::kind_id(visit.kind) });
    let kind_at = if line.width > 70 || abandoned {
        canvas.right(score_at.saturating_sub(1), line.y, kind, Role::Quiet)
    } else {
        score_at
    };
    canvas.text(x, line.y, kind_at.saturating_sub(x + 1), &visit.site, Role::Text);
}

/// Asks whether it is meant, in the middle of the screen.
fn ask(canvas: &mut Canvas<'_>, asked: &Confirmation, area: Rect) {
    let text = canvas.say(match asked {
        Confirmation::Discard(_) | Confirmation::Abandon => "app-ask-discard",
        Confirmation::Salvage(_) => "app-ask-salvage",
    });
    let width = area.width.saturating_sub(8).min(64);
    let lines = format::wrap(text, width);
    let height = u16::try_from(lines.len()).unwrap_or(1) + 2;
    let x = area.x + (area.width - width) / 2;
    let y = area.y + area.height.saturating_sub(height) / 2;
    canvas.blank(
        Rect { x: x - 1, y, width: width + 2, height: height.min(area.bottom().saturating_sub(y)) },
        Role::Cursor,
    );
    for (line, row) in lines.iter().zip(y + 1..area.bottom()) {
        canvas.text(x, row, width, line, Role::Cursor);
    }
    canvas.park(x, y + 1);
}
