//! The review: what is left to do, everything that will be sealed, and what finishing means.

use crate::app::active_visit::ActiveVisit;
use crate::app::outcome::ReviewTask;
use crate::app::screens::review::{Review, ReviewRow, rows};
use crate::app::visit_facts::VisitFact;
use crate::ui::prelude::*;
use crate::visit::{Visit, score};

/// The columns of a fact's name, with the gap after it.
const NAME_WIDTH: u16 = 14;
/// The most lines of a note.
const NOTE_HEIGHT: u16 = 4;

impl ScreenView for Review {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.confirming {
            let finish = KeyHint::new(Context::Review, Command::Finish);
            return std::iter::once(finish).chain(KeyHint::all(Context::Confirm, &[Command::Refuse])).collect();
        }
        let rows = ctx.model.shared.active_visit.as_ref().map(rows).unwrap_or_default();
        let open = match rows.get(self.cursor.within(rows.len())) {
            Some(ReviewRow::Fact(_)) => KeyHint::named(Context::Review, Command::Open, "app-key-change"),
            Some(ReviewRow::Page) => KeyHint::named(Context::Review, Command::Open, "app-key-take-in"),
            _ => KeyHint::new(Context::Review, Command::Open),
        };
        let hints = |commands: &[Command]| KeyHint::all(Context::Review, commands);
        [hints(&[Command::Finish]), vec![open], hints(&[Command::Up, Command::Down, Command::Back])].concat()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Some(active) = &ctx.model.shared.active_visit else { return };
        let facts = [VisitFact::Site, VisitFact::Observer].map(|fact| fact.text(ctx.texts, &active.visit)).join(" · ");
        let title = ctx.text("app-review");
        let facts = truncate(clean(&facts), area.width.saturating_sub(width(title) + 4));
        let title = [(title, Role::Title), (&*facts, Role::Quiet)];
        let body = padded(render_title_ends(ctx, title, area, buf));
        let foot_lines = foot(ctx, &active.visit, active.play.is_some(), body.width);
        let [list, foot] = Layout::vertical([Fill(1), Length(cells(foot_lines.len()))]).spacing(1).areas(body);
        Text::from(foot_lines).render(foot, buf);
        list_of(ctx, self, active, list.width).render(list, buf, out);
        if self.confirming {
            let key = ctx.key(Context::Review, Command::Finish);
            let question = ctx.format("app-notice-something-left", &[("key", key.into())]);
            render_confirmation(ctx, &question, list, buf, out);
        }
    }
}

/// A part of the list: its heading, what it says where it is empty, if anything, and which rows belong to it.
type Part = (&'static str, Option<&'static str>, fn(&ReviewRow) -> bool);

const PARTS: [Part; 7] = [
    ("app-review-notes", Some("app-review-notes-none"), |row| {
        matches!(row, ReviewRow::Task(ReviewTask::NoteMissing(_)))
    }),
    ("app-review-marks", Some("app-review-marks-none"), |row| matches!(row, ReviewRow::Task(ReviewTask::LooseMark(_)))),
    ("app-review-page", None, |row| matches!(row, ReviewRow::Page)),
    ("app-review-unanswered", Some("app-review-unanswered-none"), |row| {
        matches!(row, ReviewRow::Task(ReviewTask::Unanswered(_)))
    }),
    ("app-review-facts", None, |row| matches!(row, ReviewRow::Fact(_))),
    ("app-review-written", None, |row| matches!(row, ReviewRow::Note(_))),
    ("app-review-late", None, |row| matches!(row, ReviewRow::Late(_))),
];

/// Returns the list in its parts.
fn list_of<'a>(ctx: &RenderContext<'a>, review: &'a Review, active: &'a ActiveVisit, width: u16) -> BlockList<'a> {
    let rows = rows(active);
    let selected = review.cursor.within(rows.len());
    let mut blocks = Vec::new();
    let mut heading = Vec::new();
    for (id, id_if_none, belongs) in PARTS {
        let count = rows.iter().filter(|row| belongs(row)).count();
        heading.extend(match (count, id_if_none) {
            (0, None) => Vec::new(),
            (0, Some(id)) => ctx.lines(ctx.text(id), width, Role::Quiet),
            _ => ctx.lines(ctx.format(id, &[("count", count.into())]), width, Role::Title),
        });
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| belongs(row)) {
            let marker = if index == selected { ctx.glyph(Glyph::Cursor) } else { " " };
            let text = row_text(ctx, active, *row, marker, width);
            blocks.push(Block { row: Some(index), ..Block::under(std::mem::take(&mut heading), text) });
        }
    }
    BlockList::new(blocks, &review.cursor, ctx.theme).selecting(Some(selected))
}

/// Returns a row: its marker, what it is about, and what was written.
fn row_text<'a>(
    ctx: &RenderContext<'a>,
    active: &'a ActiveVisit,
    row: ReviewRow,
    marker: &'a str,
    width: u16,
) -> Text<'a> {
    let (texts, visit) = (ctx.texts, &active.visit);
    let label = |index| visit.definition().item(index).label.get(texts.lang());
    let start = ctx.columns().gap(2).left(2, marker, Role::Text);
    match row {
        ReviewRow::Task(task) => Line::from(start.fill(width, todo_text(ctx, visit, task), Role::Text)).into(),
        ReviewRow::Page => written(start, active.draft.page.as_deref().unwrap_or_default().trim(), width),
        ReviewRow::Fact(fact) => {
            let value = fact.text(texts, visit);
            let value = if value.is_empty() { "–".to_owned() } else { value };
            written(start.left(NAME_WIDTH - 1, ctx.text(fact.name_id()), Role::Quiet).gap(1), &value, width)
        }
        ReviewRow::Note(index) => {
            let note = visit.state().item(index).and_then(|state| state.note.as_deref()).unwrap_or_default();
            let mut text = Text::from(Line::from(start.fill(width, label(index), Role::Text)));
            text.extend(written(ctx.columns().gap(6), note, width));
            text
        }
        ReviewRow::Late(index) => {
            let answer = visit.state().answer(index);
            let late = answer.and_then(format::late_ms).map(|late| texts.duration(late)).unwrap_or_default();
            let at = answer.map(format::seen_at).unwrap_or_default();
            let late = format!("{at} {}{late}  ", ctx.glyph(Glyph::Late));
            Line::from(start.text(late, Role::Quiet).fill(width, label(index), Role::Text)).into()
        }
    }
}

/// Returns a text that somebody wrote, wrapped under itself, as much of it as a row shows.
fn written<'a>(start: Columns<'a>, text: &str, width: u16) -> Text<'a> {
    let room = width.saturating_sub(start.width());
    let lines = wrap_limited(&text.lines().map(clean).collect::<Vec<_>>().join("\n"), room, NOTE_HEIGHT).join("\n");
    start.wrapped(width, lines, Role::Text)
}

fn todo_text(ctx: &RenderContext<'_>, visit: &Visit, row: ReviewTask) -> String {
    let (texts, state) = (ctx.texts, visit.state());
    let item = |index| visit.definition().item(index);
    match row {
        ReviewTask::Unanswered(index) => item(index).label.get(texts.lang()).to_owned(),
        ReviewTask::NoteMissing(index) => {
            let answer = state.answer(index).map(|answer| format::value(texts, item(index), &answer.value));
            format!("{} ({})", item(index).label.get(texts.lang()), answer.unwrap_or_default())
        }
        ReviewTask::LooseMark(seq) => state.loose_mark(seq).map(format::mark_text).unwrap_or_default(),
    }
}

/// Returns clock shifts, the score where the user wants it, and what finishing means.
fn foot<'a>(ctx: &RenderContext<'a>, visit: &Visit, is_practice: bool, width: u16) -> Vec<Line<'a>> {
    let state = visit.state();
    let mut facts = Vec::new();
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
