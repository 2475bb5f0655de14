//! Results: what is shown and how far it is read, the questions as tabs, the one in front.

mod difference;
mod form;
mod head;
mod line;
mod opening;
mod plot;
mod questions;
mod table;
mod tabs;
mod visits;

use crate::analysis::Filter;
use crate::app::keymap::{Command, Context};
use crate::app::screens::results::filter::Row;
use crate::app::screens::results::{Results, View};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::ui::widgets::key_hints::KeyHint as Named;
use ratatui::layout::Rect;

/// Below this height, the row of filters and progress gives way.
const ROOM_FOR_FILTER: u16 = 13;

/// Draws the results.
pub fn draw(canvas: &mut Canvas<'_>, results: &Results) {
    let area = canvas.area();
    let foot = canvas.footer(&keys(results));
    let low_rule = foot.saturating_sub(1);
    canvas.rule(low_rule);
    canvas.notice_at(low_rule);
    let roomy = area.height >= ROOM_FOR_FILTER;
    head::draw(canvas, results, area.y, !roomy);
    let mut y = area.y + 1;
    if roomy {
        head::narrowed(canvas, results, y);
        y += 1;
    }
    if let (View::Questions { tab, .. }, None) = (&results.level().view, &results.form) {
        tabs::draw(canvas, *tab, y);
        y += 1;
    }
    if roomy {
        canvas.rule(y);
        y += 1;
    }
    let body = Rect { x: area.x, y, width: area.width, height: low_rule.saturating_sub(y) };
    if let Some(form) = &results.form {
        return form::draw(canvas, results, form, body);
    }
    front(canvas, results, body);
    if results.exporting {
        let place = canvas.say("results-export-ask");
        canvas.announce(low_rule, place);
    }
}

/// Draws what the level in front shows.
fn front(canvas: &mut Canvas<'_>, results: &Results, body: Rect) {
    let level = results.level();
    match &level.view {
        View::Questions { tab, cursors, figures: Some(figures) } => {
            let source = &figures.by.source;
            if source.sessions == 0 {
                let nothing = level.progress.over && results.whole_filter() == Filter::default();
                let left_out = source.abandoned + source.training > 0;
                let id = match () {
                    () if !level.progress.over => "results-reading",
                    () if nothing && left_out => "results-none-counts",
                    () if nothing => "results-none",
                    () => "results-none-fit",
                };
                return sentence(canvas, id, body);
            }
            if let Some(cursor) = cursors.get(tab.place()) {
                questions::draw(canvas, results, figures, *tab, cursor, body);
            }
        }
        View::Visits { visits: Some(visits), cursor, .. } => visits::draw(canvas, visits, cursor, body),
        _ => sentence(canvas, "results-reading", body),
    }
}

/// Writes one sentence, with the keys that it names.
fn sentence(canvas: &mut Canvas<'_>, id: &str, body: Rect) {
    let clear = canvas.key(Context::Results, Command::Clear);
    let back = canvas.key(Context::Results, Command::Back);
    let text = canvas.with(id, &[("clear", clear.into()), ("back", back.into())]);
    let area =
        Rect { x: body.x + 1, y: body.y + u16::from(body.height > 4), width: body.width.saturating_sub(2), ..body };
    let area = Rect { height: body.bottom().saturating_sub(area.y), ..area };
    canvas.paragraph(area, &text, Role::Text);
    canvas.park(area.x, area.y);
}

/// Returns the keys that matter now.
fn keys(results: &Results) -> Vec<Named> {
    let of = |context: Context, commands: &[Command]| {
        commands.iter().map(|command| Named::from((context, *command))).collect::<Vec<_>>()
    };
    let moves = [(Context::List, Command::Up), (Context::List, Command::Down)].map(Named::from);
    if let Some(form) = &results.form {
        let keep = Named::named(Context::List, Command::Open, "app-key-keep");
        let turn = matches!(form.row(), Row::Choice(_));
        let turn = if turn { of(Context::List, &[Command::Left, Command::Right]) } else { Vec::new() };
        return [keep].into_iter().chain(moves).chain(turn).chain(of(Context::List, &[Command::Back])).collect();
    }
    if results.exporting {
        let all = [Command::Html, Command::Xlsx, Command::Csv, Command::Text, Command::Json, Command::Back];
        return of(Context::Exporting, &all);
    }
    let deeper = of(Context::Results, &[Command::Open]);
    let back = of(Context::Results, &[Command::Back]);
    if matches!(results.level().view, View::Visits { .. }) {
        return moves.into_iter().chain(deeper).chain(back).collect();
    }
    let tabs = [
        Named::from((Context::Results, Command::Left)),
        Named::named(Context::Results, Command::Right, "app-key-tabs"),
    ];
    let clear = results.filter != Filter::default();
    let clear = clear.then_some((Context::Results, Command::Clear).into());
    let rest = of(Context::Results, &[Command::Filter, Command::Export]);
    moves.into_iter().chain(tabs).chain(deeper).chain(rest).chain(clear).chain(back).collect()
}
