//! The visit is over: where its file is.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::finished::{Finished, Row, rows};
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::visit::Status;
use ratatui::layout::Rect;

/// Draws the end of a visit.
pub fn draw(canvas: &mut Canvas<'_>, finished: &Finished) {
    let run = canvas.view.model.shared.active_visit.as_ref();
    let abandoned = run.is_some_and(|run| run.visit.state().status() == Status::Abandoned);
    let title = canvas.say(if abandoned { "app-finished-abandoned" } else { "app-finished" });
    let keys = [(Context::List, Command::Open), (Context::List, Command::Up), (Context::List, Command::Down)];
    let area = canvas.frame(title, &keys);
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    let rest = |y: u16| Rect { y, height: inner.bottom().saturating_sub(y), ..inner };
    let mut y = inner.y;
    if let Some((started, _)) = run.and_then(|run| run.visit.state().started()) {
        let text = format!("{} · {}", canvas.say(format::kind_id(started.kind)), started.site.label());
        y = canvas.paragraph(rest(y), &text, Role::Text) + 1;
    }
    y = match (&finished.path, run.and_then(|run| run.trouble.as_ref())) {
        (Some(path), _) => {
            let text = canvas.say("app-finished-saved");
            let y = canvas.paragraph(rest(y), text, Role::Saved);
            canvas.paragraph(rest(y), &path.display().to_string(), Role::Text)
        }
        (None, Some(error)) => {
            let (id, args) = error.message();
            let reason = format::message(canvas.view.texts, id, &args);
            let text = canvas.say("app-not-saved");
            let y = canvas.paragraph(rest(y), text, Role::Warning);
            canvas.paragraph(rest(y), &reason, Role::Warning)
        }
        (None, None) => {
            let text = canvas.say("app-finished-saving");
            canvas.paragraph(rest(y), text, Role::Quiet)
        }
    };
    for ((index, row), y) in rows(&canvas.view.model.shared).iter().enumerate().zip(y + 1..inner.bottom()) {
        let text = canvas.say(match row {
            Row::Compare => "practise-compare",
            Row::Home => "app-finished-home",
            Row::New => "app-home-new",
            Row::Look => "app-finished-look",
        });
        let line = Rect { y, height: 1, ..inner };
        canvas.text(line.x + 2, y, line.width.saturating_sub(2), text, Role::Text);
        if index == finished.cursor.selected {
            canvas.restyle(line, Role::Cursor);
            let sign = canvas.glyph(Glyph::Cursor);
            canvas.text(line.x, y, 1, sign, Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(line, Target::Row(index));
    }
}
