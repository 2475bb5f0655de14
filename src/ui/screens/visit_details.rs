//! A visit to look at: answers on the left, timeline on the right, or the score line by line.

use crate::app::loaded_data::LoadedVisit;
use crate::app::screens::visit_details::{DetailsView, VisitDetails};
use crate::report::{correction_words, visit_debrief};
use crate::ui::prelude::*;
use crate::visit::changes::Correction;
use crate::visit::event::{Body, LATE_MS};
use crate::visit::score::{self, AnswerRow};
use crate::visit::{Event, Status, Visit};

/// From this width on, answers and timeline are side by side.
const WIDE: u16 = 110;

/// Below this height, the facts above the answers have a line each.
const LOW: u16 = 16;

/// The columns of an answer.
const ANSWER_WIDTH: u16 = 10;
/// The columns of points.
const POINTS_WIDTH: u16 = 16;
/// The events that are searched for a late entry that reaches back over an event.
const LATE_REACH: usize = 200;

impl ScreenView for VisitDetails {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.confirming {
            return KeyHint::all(Context::Confirm, &[Command::Accept, Command::Refuse]);
        }
        let visit = &self.record.visit;
        let is_last = match self.view {
            DetailsView::Timeline => self.corrections.is_empty(),
            view => view != DetailsView::Answers,
        };
        let beside = if is_last { Command::Left } else { Command::Right };
        let compares = self.record.play.is_some() && visit.is_over();
        let is_saved = visit.is_over() && self.record.path.is_some();
        let commands = [
            (compares, Command::Compare),
            (shows_score(ctx, visit), Command::Explain),
            (true, beside),
            (is_saved, Command::Correct),
            (self.no_scenario().is_none(), Command::New),
        ];
        let shown = commands.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, command)| command);
        let has_file = self.record.path.is_some();
        let hint = |command| KeyHint::new(Context::Session, command);
        let first = shown.chain([Command::Replay]).chain(has_file.then_some(Command::Export)).map(hint);
        let can_be_void = is_saved && visit.state().status() != Status::Void;
        let void = can_be_void.then(|| hint(Command::DeclareVoid));
        let last = [Command::CopyPath, Command::OpenFolder].into_iter().filter(|_| has_file).map(hint);
        first.chain(KeyHint::scrolling()).chain(last).chain(void).collect()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = padded(render_title(ctx, &title(ctx, &self.record), area, buf));
        let facts = facts(ctx, self, body);
        let [above, body] = Layout::vertical([Length(cells(facts.len())), Fill(1)]).spacing(1).areas(body);
        Text::from(facts).render(above, buf);
        match self.view {
            DetailsView::Score => {
                let visit = &self.record.visit;
                let rows = score::answer_rows(visit.definition(), visit.state());
                let rows = rows.iter().map(|row| points(ctx, visit, row, body.width));
                BlockList::new(rows, &self.score, ctx.theme).render(body, buf, out);
            }
            DetailsView::Corrections => corrections(ctx, self, body.width).render(body, buf, out),
            DetailsView::Answers | DetailsView::Timeline if area.width >= WIDE => {
                let [left, right] = Layout::horizontal([Percentage(55), Fill(1)]).spacing(2).areas(body);
                answers(ctx, self, left.width).render(left, buf, out);
                timeline(ctx, self, right.width).render(right, buf, out);
            }
            DetailsView::Answers => answers(ctx, self, body.width).render(body, buf, out),
            DetailsView::Timeline => timeline(ctx, self, body.width).render(body, buf, out),
        }
        if self.confirming {
            render_confirmation(ctx, ctx.text("scenario-ask"), body, buf, out);
        }
    }
}

fn title(ctx: &RenderContext<'_>, record: &LoadedVisit) -> String {
    let visit = &record.visit;
    let Some((started, at)) = visit.state().started() else { return String::new() };
    let kind = ctx.text(format::kind_id(started.kind));
    let title = format!("{} · {} · {kind}", clean(record.names().0), ctx.texts.day_time(at.civil()));
    match visit.state().status() {
        Status::Abandoned => format!("{title} · {}", ctx.text("status-abandoned")),
        Status::Void => format!("{title} · {}", ctx.text("status-void")),
        _ => title,
    }
}

/// Returns whether the score may be seen: of a visit that is not over only where the user wants it, for it biases.
fn shows_score(ctx: &RenderContext<'_>, visit: &Visit) -> bool {
    visit.is_over() || ctx.model.shared.settings.show_score
}

/// Returns the score with the failed critical items, the duration, the remarks, and why the file cannot be trusted.
/// In a low window each has a line.
fn facts<'a>(ctx: &RenderContext<'a>, screen: &VisitDetails, area: Rect) -> Vec<Line<'a>> {
    let (width, is_low) = (area.width, area.height < LOW);
    let (texts, visit) = (ctx.texts, &screen.record.visit);
    let shows_score = shows_score(ctx, visit);
    let score = score::score(visit.definition(), &score::answer_rows(visit.definition(), visit.state()));
    let started = visit.state().started().map(|(started, _)| started);
    let args = [
        ("percent", Arg::from(format::percent(texts, score.percent))),
        ("points", texts.decimal(score.points, 1).into()),
        ("possible", texts.decimal(score.possible, 1).into()),
        ("duration", texts.duration(visit.state().observed_until().map_or(0, |(_, elapsed)| elapsed)).into()),
        ("observer", screen.record.names().1.into()),
    ];
    let id = match score.percent {
        _ if !shows_score => "app-session-facts-open",
        Some(_) if visit.definition().checklist().has_shares() => "app-session-facts-shares",
        Some(_) => "app-session-facts",
        None => "app-session-no-score",
    };
    let mut facts = vec![(ctx.format(id, &args), Role::Title)];
    let how = visit_debrief::shares_sentence(texts, visit).filter(|_| shows_score);
    facts.extend(how.map(|how| (how, Role::Quiet)));
    let unanswered = visit_debrief::unanswered(texts, visit).filter(|_| shows_score && score.percent.is_some());
    facts.extend(unanswered.map(|unanswered| (unanswered, Role::Warning)));
    let remark = started.and_then(|started| started.remark.as_deref());
    for (id, text) in [("app-session-remark", remark), ("app-session-page", visit.state().note())] {
        facts.extend(text.map(|text| (ctx.format(id, &[("text", text.into())]), Role::Text)));
    }
    let failed = visit.definition().items().filter(|(_, item)| score.failed_critical.contains(&item.id));
    let failed: Vec<&str> = failed.map(|(_, item)| item.label.get(texts.lang())).collect();
    if shows_score && !failed.is_empty() {
        facts.push((ctx.format("app-session-failed", &[("items", failed.join(", ").into())]), Role::Warning));
    }
    let is_listed = screen.view == DetailsView::Corrections;
    let corrections = corrections_fact(ctx, &screen.corrections).filter(|_| !is_listed);
    facts.extend(corrections.map(|fact| (fact, Role::Warning)));
    let doubt = screen.record.doubt.as_ref();
    facts.extend(doubt.map(|(id, args)| (format::message(texts, id, args), Role::Warning)));
    let line = |line: Cow<'_, str>, role| Line::from(ctx.span(line.into_owned(), role));
    let path = screen.record.path.as_ref().map(|path| path.display().to_string());
    let path = path.map(|path| (ctx.format("app-session-file", &[("path", path.into())]), Role::Quiet));
    // A path is of use only whole.
    let most = if is_low { 1 } else { 2 };
    let limited = facts.iter().map(|fact| (fact, most)).chain(path.iter().map(|path| (path, u16::MAX)));
    let lines =
        limited.map(|((fact, role), most)| wrap_limited(fact, width, most).into_iter().map(|text| line(text, *role)));
    lines.flatten().collect()
}

/// Returns the last correction, and how many there are.
fn corrections_fact(ctx: &RenderContext<'_>, corrections: &[Correction]) -> Option<String> {
    let last = correction_words::heading(ctx.texts, corrections.last()?);
    if corrections.len() == 1 {
        return Some(last);
    }
    let args = [
        ("count", corrections.len().into()),
        ("last", last.into()),
        ("key", ctx.key(Context::Session, Command::Right).into()),
    ];
    Some(ctx.format("app-session-corrections", &args))
}

/// Returns the list of the answers.
fn answers<'a>(ctx: &RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a> {
    let visit = &screen.record.visit;
    let shown = visit.applicable_items();
    let rows = shown.map(|index| answer(ctx, visit, index, width));
    let selected = (screen.view == DetailsView::Answers).then_some(screen.answers.selected);
    BlockList::new(rows, &screen.answers, ctx.theme).selecting(selected)
}

/// Returns an answer with its time and label, and under the label an answer that its column cannot hold, and the note.
fn answer<'a>(ctx: &RenderContext<'a>, visit: &'a Visit, index: usize, columns: u16) -> Text<'a> {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let late = answer.and_then(format::late_ms).map(|late| ctx.texts.duration(late).replace(' ', "\u{a0}"));
    let late = late.map_or_else(String::new, |late| format!(" {}{late}", ctx.glyph(Glyph::Late)));
    let mark = format::mark(ctx.texts, item, answer.map(|answer| &answer.value));
    let long = (width(&mark.word) > ANSWER_WIDTH).then(|| mark.word.clone());
    let head = ctx.columns().gap(1).left(1, ctx.glyph(mark.sign), mark.role).gap(1);
    let head = head.left(ANSWER_WIDTH, mark.word, mark.role).gap(1);
    let head = head.left(8, answer.map(format::seen_at).unwrap_or_default(), Role::Quiet).gap(2);
    let indent = head.width();
    let mut text = head.wrapped(columns, format!("{}{late}", item.label.get(ctx.texts.lang())), Role::Text);
    let note = visit.state().item(index).and_then(|state| state.note.as_deref());
    let below = long.map(|long| (long, Role::Text)).into_iter().chain(note.map(|note| (note.into(), Role::Quiet)));
    text.extend(below.flat_map(|(below, role)| ctx.columns().gap(indent).wrapped(columns, below, role)));
    text
}

/// Returns the points of an item, and its weight or why it does not count.
fn points<'a>(ctx: &RenderContext<'a>, visit: &'a Visit, row: &AnswerRow, columns: u16) -> Line<'a> {
    let definition = visit.definition();
    let Some(item) = definition.position(&row.item).map(|index| definition.item(index)) else { return Line::default() };
    let why = format::score_explanation(ctx.texts, item, row);
    let line = ctx.columns().left(POINTS_WIDTH, format::points(ctx.texts, row), Role::Title).gap(1);
    line.ends(columns, (item.label.get(ctx.texts.lang()), Role::Text), (why, Role::Quiet)).into()
}

/// Returns the list of the corrections: who, when and why, then what stood before and after.
fn corrections<'a>(ctx: &RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a> {
    let rows = screen.corrections.iter().flat_map(|correction| {
        let heading = correction_words::heading(ctx.texts, correction);
        let changes = correction.changes.iter().map(|change| {
            let text = correction_words::change(ctx.texts, &screen.record.visit, change);
            let time = format!("{} {}", change.at.civil().date(), format::time_of_day(change.at));
            Text::from_iter(ctx.lines(format!("{time}  {text}"), width, Role::Text))
        });
        let heading = Text::from_iter(ctx.lines(heading, width, Role::Title));
        std::iter::once(heading).chain(changes).collect::<Vec<_>>()
    });
    BlockList::new(rows, &screen.changes, ctx.theme).selecting(Some(screen.changes.selected))
}

/// Returns the list of the events.
fn timeline<'a>(ctx: &'a RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a> {
    let visit = &screen.record.visit;
    let is_paused = |paused: &mut bool, event: &Event| {
        *paused = matches!(event.body, Body::Paused { .. }) || *paused && !matches!(event.body, Body::Unpaused { .. });
        Some(*paused)
    };
    let paused: Vec<bool> = visit.events().iter().scan(false, is_paused).collect();
    let block = move |index: usize| match visit.events().get(index..) {
        Some([event, later @ ..]) => {
            let glyph = match () {
                () if paused.get(index) == Some(&true) => Glyph::Shade,
                () if is_late(event) => Glyph::Late,
                () if is_in_late_span(event, later) => Glyph::Bar,
                () => Glyph::Dot,
            };
            let time = ctx.columns().left(8, format::time_of_day(event.at), Role::Quiet).gap(1);
            let what = format::event(ctx.texts, visit, event, true);
            Line::from(time.text(ctx.glyph(glyph), Role::Text).gap(1).fill(width, what, Role::Text)).into()
        }
        _ => Block::default(),
    };
    let selected = (screen.view == DetailsView::Timeline).then_some(screen.timeline.selected);
    BlockList::with_builder(visit.events().len(), block, &screen.timeline, ctx.theme).selecting(selected)
}

/// Returns whether an event was recorded later than it was observed.
fn is_late(event: &Event) -> bool {
    event.memory_age_ms() >= LATE_MS
}

/// Returns whether an event lies between the moment of a later, late entry and its recording.
fn is_in_late_span(event: &Event, later: &[Event]) -> bool {
    let reaches = |later: &Event| later.observed_at.is_some_and(|seen| event.at.ms_since(&seen) >= 0);
    later.iter().take(LATE_REACH).any(|later| is_late(later) && reaches(later))
}
