//! The scenarios to practise on, each with how it went the last time.

use crate::analysis::reveal::Reveal;
use crate::app::keymap::{Command, Context};
use crate::app::payload::Practised;
use crate::app::reveal::moment;
use crate::app::screens::practise::PractiseScreen;
use crate::store::StoreError;
use crate::store::scenarios::Listed;
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::{self, Pair};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, screen: &PractiseScreen) {
    let title = canvas.say("practise-title");
    let keys: Vec<Named> = if screen.name.is_some() {
        vec![(Context::Typing, Command::Keep).into(), (Context::Typing, Command::Back).into()]
    } else {
        vec![
            Named::named(Context::List, Command::Open, "app-key-start"),
            (Context::List, Command::Up).into(),
            (Context::List, Command::Down).into(),
            (Context::List, Command::Left).into(),
            Named::named(Context::List, Command::Right, "practise-key-speed"),
            (Context::List, Command::Back).into(),
        ]
    };
    let area = canvas.framed(title, &keys);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    facts(canvas, screen, inner);
    let Some(scenarios) = &screen.scenarios else { return };
    let rest = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    if scenarios.is_empty() {
        let text = canvas.say("practise-empty");
        canvas.paragraph(rest, text, Role::Text);
        return;
    }
    let below = below_height(canvas, screen, scenarios, rest);
    let list = Rect { height: rest.height.saturating_sub(below + 1), ..rest };
    rows(canvas, screen, scenarios, list);
    let under = Rect { y: list.bottom(), height: below + 1, ..rest };
    canvas.rule(under.y);
    let detail = Rect { y: under.y + 1, height: below, ..under };
    if let Some(name) = &screen.name {
        let text = canvas.say("practise-name");
        let y = canvas.paragraph(Rect { height: 1, ..detail }, text, Role::Title);
        canvas.field(Rect { y, height: 1, ..detail }, name);
    } else if let Some(listed) = scenarios.get(screen.cursor.selected) {
        let text = summary(canvas, listed);
        canvas.paragraph(detail, &text, if listed.staged.is_ok() { Role::Text } else { Role::Warning });
    }
}

/// Who practises, and how fast: the first row.
fn facts(canvas: &mut Canvas<'_>, screen: &PractiseScreen, area: Rect) {
    let speed = format::speed(canvas.view.texts, screen.speed);
    let text = canvas.with("practise-speed", &[("speed", speed.into())]);
    let x = canvas.text(area.x, area.y, area.width, &text, Role::Title) + 3;
    if let Some(trainee) = canvas.view.model.shared.trainee() {
        let text = canvas.with("practise-trainee", &[("name", trainee.into())]);
        canvas.text(x, area.y, area.right().saturating_sub(x), &text, Role::Quiet);
    }
}

/// Returns the rows that the summary under the list takes: as many as the longest wants, so that nothing jumps.
fn below_height(canvas: &Canvas<'_>, screen: &PractiseScreen, scenarios: &[Listed], area: Rect) -> u16 {
    let wanted = |listed: &Listed| format::height(&summary(canvas, listed), area.width);
    let most = scenarios.iter().map(wanted).max().unwrap_or(0).max(if screen.name.is_some() { 2 } else { 0 });
    most.min(area.height / 2)
}

/// Returns what a scenario is about; of a broken one, what is wrong first.
fn summary(canvas: &Canvas<'_>, listed: &Listed) -> String {
    let texts = canvas.view.texts;
    match &listed.staged {
        Ok(staged) => {
            let summary = staged.scenario.summary.get(texts.lang());
            let other = staged.passed_over().map(|(id, args)| format::message(texts, id, &args));
            other.map_or_else(|| summary.to_owned(), |other| format!("{other} {summary}"))
        }
        Err(error) => {
            let (id, args) = error.message();
            let all = format::message(texts, id, &args);
            error.faults().first().map_or_else(
                || all.clone(),
                |fault| {
                    let place = [("line", Arg::from(fault.line)), ("column", fault.column.into())];
                    let place = texts.with("app-fault-place", &place);
                    let ((what, what_args), (mend, mend_args)) = (fault.message(), fault.mend());
                    let what = format::message(texts, what, &what_args);
                    let mend = format::message(texts, mend, &mend_args);
                    format!("{all} {place} {} {what} {mend}", fault.path)
                },
            )
        }
    }
}

fn rows(canvas: &mut Canvas<'_>, screen: &PractiseScreen, scenarios: &[Listed], area: Rect) {
    let trainee = canvas.view.model.shared.trainee();
    let lang = canvas.view.texts.lang();
    let pair = |listed: &Listed| match &listed.staged {
        Ok(staged) => {
            let last = trainee.as_deref().and_then(|trainee| screen.last(trainee, &listed.id));
            let lasts = moment(staged.scenario.end_s() / screen.speed);
            let checklist = staged.definition.checklist();
            let (by, version) = (checklist.title.get(lang), &checklist.version);
            let detail = format!("{} · {lasts} · {by} {version}", how(canvas, last));
            (staged.scenario.title.get(lang).to_owned(), detail, Role::Quiet)
        }
        Err(error) => (listed.id.clone(), broken(canvas, error), Role::Warning),
    };
    let rows: Vec<Pair> = scenarios.iter().map(pair).collect();
    list::pairs(canvas, area, &screen.cursor, &rows);
}

/// Returns the file, the line and the place in the document of the first fault.
fn broken(canvas: &Canvas<'_>, error: &StoreError) -> String {
    let texts = canvas.view.texts;
    let path = match error {
        StoreError::FaultyScenario { path, .. } => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        _ => String::new(),
    };
    let Some(fault) = error.faults().first() else {
        let (id, args) = error.message();
        return format::message(texts, id, &args);
    };
    let place = [("line", Arg::from(fault.line)), ("column", fault.column.into())];
    let (id, args) = fault.message();
    let what = format::message(texts, id, &args);
    format!("{path} · {} {} {what}", texts.with("app-fault-place", &place), fault.path)
}

/// Returns how it went the last time.
fn how(canvas: &Canvas<'_>, last: Option<&Practised>) -> String {
    let texts = canvas.view.texts;
    let Some(last) = last else { return canvas.say("practise-never").to_owned() };
    let at = Arg::from(texts.when(last.at.civil(), canvas.view.now.wall.civil()));
    match &last.reveal {
        Some(Reveal { agreed, compared, .. }) => {
            canvas.with("practise-last", &[("at", at), ("agreed", (*agreed).into()), ("n", (*compared).into())])
        }
        None => canvas.with("practise-last-other", &[("at", at)]),
    }
}
