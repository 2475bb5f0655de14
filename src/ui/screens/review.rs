//! The review: what is left, the facts, and what finishing means.

use crate::app::outcome::Todo;
use crate::app::screens::review::{Review, rows};
use crate::ui::prelude::*;
use crate::visit::{Visit, score};

impl ScreenView for Review {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let is_empty = ctx.model.shared.visit().is_none_or(|visit| rows(visit).is_empty());
        let list: &[_] = if is_empty { &[] } else { &[Command::Open, Command::Up, Command::Down] };
        KeyHint::all(Context::Review, &[&[Command::Finish], list, &[Command::Back]].concat())
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Some(active) = &ctx.model.shared.active_visit else { return };
        let body = padded(render_title(ctx, ctx.text("app-review"), area, buf));
        let facts = facts(ctx, &active.visit, active.play.is_some(), body.width);
        let [list, foot] = Layout::vertical([Fill(1), Length(cells(facts.len()))]).spacing(1).areas(body);
        Text::from(facts).render(foot, buf);
        todo_list(ctx, self, &active.visit, list.width).render(list, buf, out);
    }
}

/// A part of the list: its heading, what it says where it is empty, and which rows belong to it.
type Part = (&'static str, &'static str, fn(&Todo) -> bool);

const PARTS: [Part; 3] = [
    ("app-review-notes", "app-review-notes-none", |row| matches!(row, Todo::NoteMissing(_))),
    ("app-review-marks", "app-review-marks-none", |row| matches!(row, Todo::LooseMark(_))),
    ("app-review-unanswered", "app-review-unanswered-none", |row| matches!(row, Todo::Unanswered(_))),
];

/// Returns the list of what is left to do, in three parts.
fn todo_list<'a>(ctx: &RenderContext<'a>, review: &'a Review, visit: &Visit, width: u16) -> BlockList<'a> {
    let rows = rows(visit);
    let selected = review.cursor.within(rows.len());
    let mut blocks = Vec::new();
    let mut heading = Vec::new();
    for (id, id_if_none, belongs) in PARTS {
        let count = rows.iter().filter(|row| belongs(row)).count();
        heading.extend(match count {
            0 => ctx.lines(ctx.text(id_if_none), width, Role::Quiet),
            _ => ctx.lines(ctx.format(id, &[("count", count.into())]), width, Role::Title),
        });
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| belongs(row)) {
            let marker = if index == selected { ctx.glyph(Glyph::Cursor) } else { " " };
            let text = truncate(format!("  {marker} {}", todo(ctx, visit, *row)), width);
            blocks.push(Block { row: Some(index), ..Block::under(std::mem::take(&mut heading), text) });
        }
    }
    // What is said of empty parts at the end has no row under it.
    blocks.push(Block { heading, ..Block::default() });
    BlockList::new(blocks, &review.cursor, ctx.theme).selecting((!rows.is_empty()).then_some(selected))
}

fn todo(ctx: &RenderContext<'_>, visit: &Visit, row: Todo) -> String {
    let (texts, state) = (ctx.texts, visit.state());
    let item = |index| visit.definition().item(index);
    match row {
        Todo::Unanswered(index) => item(index).label.get(texts.lang()).to_owned(),
        Todo::NoteMissing(index) => {
            let answer = state.answer(index).map(|answer| format::value(texts, item(index), &answer.value));
            format!("{} ({})", item(index).label.get(texts.lang()), answer.unwrap_or_default())
        }
        Todo::LooseMark(seq) => state.loose_mark(seq).map(format::mark_text).unwrap_or_default(),
    }
}

/// Returns late entries, clock shifts, the score where the user wants it, and what finishing means.
fn facts<'a>(ctx: &RenderContext<'a>, visit: &Visit, is_practice: bool, width: u16) -> Vec<Line<'a>> {
    let state = visit.state();
    let items = visit.applicable_items();
    let late = items.filter(|&index| state.answer(index).and_then(format::late_ms).is_some()).count();
    let mut facts = Vec::new();
    if late > 0 {
        facts.push((ctx.format("app-review-late", &[("count", late.into())]), Role::Text));
    }
    if state.clock_shifts() > 0 {
        facts.push((ctx.format("app-review-shifts", &[("count", Arg::from(state.clock_shifts()))]), Role::Text));
    }
    if ctx.model.shared.settings.show_score && !is_practice {
        let score = score::score(visit.definition(), &score::answer_rows(visit.definition(), state));
        facts.push(match score.percent {
            Some(percent) => {
                let percent = ctx.texts.percent(percent);
                (ctx.format("app-review-score", &[("percent", percent.into())]), Role::Title)
            }
            None => (ctx.text("app-no-score").to_owned(), Role::Title),
        });
    }
    facts.push((ctx.text("app-review-meaning").to_owned(), Role::Quiet));
    facts.into_iter().flat_map(|(fact, role)| ctx.lines(fact, width, role)).collect()
}
