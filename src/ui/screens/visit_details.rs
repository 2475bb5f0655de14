//! A visit to look at: answers on the left, timeline on the right, or the score line by line.

use crate::app::screens::visit_details::{DetailsView, VisitDetails};
use crate::text::texts::Arg;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::Blocks;
use crate::ui::wrap::{cells, wrap_limited};
use crate::visit::event::Body;
use crate::visit::score::{self, AnswerRow};
use crate::visit::{Event, Status, Visit};

/// From this width on, answers and timeline are side by side.
const WIDE: u16 = 110;

/// The columns of an answer.
const ANSWER_WIDTH: u16 = 10;
/// The columns of points.
const POINTS_WIDTH: u16 = 16;
/// The events that are searched for a late entry that reaches back over an event.
const LATE_REACH: usize = 200;

/// The areas under the title.
struct DetailsLayout {
    facts: Rect,
    /// The answers, or what is shown instead of them.
    left: Rect,
    /// The timeline beside the answers; empty in a narrow window.
    right: Rect,
}

impl DetailsLayout {
    fn new(area: Rect, facts: u16, is_split: bool) -> Self {
        let heights = [Constraint::Length(facts), Constraint::Length(1), Constraint::Fill(1)];
        let [facts, _, body] = Layout::vertical(heights).areas(area);
        let [left, right] = if is_split {
            Layout::horizontal([Constraint::Percentage(55), Constraint::Fill(1)]).spacing(2).areas(body)
        } else {
            [body, Rect::default()]
        };
        Self { facts, left, right }
    }
}

impl ScreenView for VisitDetails {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let visit = &self.record.visit;
        let beside = if self.view == DetailsView::Answers { Command::Right } else { Command::Left };
        let compares = self.record.play.is_some() && visit.is_over();
        let commands = [(compares, Command::Compare), (shows_score(ctx, visit), Command::Explain), (true, beside)];
        let shown = commands.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, command)| command);
        let mut hints: Vec<_> = shown.map(|command| KeyHint::new(Context::Session, command)).collect();
        hints.extend([
            KeyHint::new(Context::Session, Command::Replay),
            KeyHint::new(Context::List, Command::Up),
            KeyHint::named(Context::List, Command::Down, "app-key-scroll"),
            KeyHint::new(Context::List, Command::Back),
        ]);
        hints
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, &title(ctx, &self.record.visit), area, buf).inner(Margin::new(1, 0));
        let facts = facts(ctx, self, body.width);
        let is_split = area.width >= WIDE && self.view != DetailsView::Score;
        let layout = DetailsLayout::new(body, cells(facts.len()), is_split);
        Text::from(facts).render(layout.facts, buf);
        match self.view {
            DetailsView::Score => score_list(ctx, self, layout.left.width).render(layout.left, buf, out),
            DetailsView::Timeline if !is_split => timeline(ctx, self, layout.left.width).render(layout.left, buf, out),
            DetailsView::Answers | DetailsView::Timeline => {
                answers(ctx, self, layout.left.width).render(layout.left, buf, out);
                if is_split {
                    timeline(ctx, self, layout.right.width).render(layout.right, buf, out);
                }
            }
        }
    }
}

fn title(ctx: &RenderContext<'_>, visit: &Visit) -> String {
    let Some((started, at)) = visit.state().started() else { return String::new() };
    let kind = ctx.text(format::kind_id(started.kind));
    let title = format!("{} · {} · {kind}", clean(started.site.label()), ctx.texts.day_time(at.civil()));
    match visit.state().status() {
        Status::Abandoned => format!("{title} · {}", ctx.text("status-abandoned")),
        _ => title,
    }
}

/// Returns whether the score may be seen: of a visit that is not over only where the user wants it, for it biases.
fn shows_score(ctx: &RenderContext<'_>, visit: &Visit) -> bool {
    visit.is_over() || ctx.model.shared.settings.show_score
}

/// Returns the score with the failed critical items, the duration, the remarks, and why the file cannot be trusted.
fn facts<'a>(ctx: &RenderContext<'a>, screen: &VisitDetails, width: u16) -> Vec<Line<'a>> {
    let (texts, visit) = (ctx.texts, &screen.record.visit);
    let shows_score = shows_score(ctx, visit);
    let score = score::score(visit.definition(), &score::answer_rows(visit.definition(), visit.state()));
    let started = visit.state().started().map(|(started, _)| started);
    let args = [
        ("percent", Arg::from(format::percent(texts, score.percent))),
        ("points", texts.decimal(score.points, 1).into()),
        ("possible", texts.decimal(score.possible, 1).into()),
        ("duration", texts.duration(visit.state().last_time().map_or(0, |(_, elapsed)| elapsed)).into()),
        ("observer", started.map_or("", |started| started.observer.id.as_str()).into()),
    ];
    let id = if shows_score { "app-session-facts" } else { "app-session-facts-open" };
    let mut facts = vec![(ctx.format(id, &args), Role::Title)];
    let remark = started.and_then(|started| started.remark.as_deref());
    for (id, text) in [("app-session-remark", remark), ("app-session-page", visit.state().note())] {
        facts.extend(text.map(|text| (ctx.format(id, &[("text", text.into())]), Role::Text)));
    }
    let failed = visit.definition().items().filter(|(_, item)| score.failed_critical.contains(&item.id));
    let failed: Vec<&str> = failed.map(|(_, item)| item.label.get(texts.lang())).collect();
    if shows_score && !failed.is_empty() {
        facts.push((ctx.format("app-session-failed", &[("items", failed.join(", ").into())]), Role::Warning));
    }
    let doubt = screen.record.doubt.as_ref();
    facts.extend(doubt.map(|(id, args)| (format::message(texts, id, args), Role::Warning)));
    let lines = facts.iter().flat_map(|(fact, role)| {
        let lines = wrap_limited(fact, width, 2).into_iter();
        lines.map(|line| Line::from(Span::styled(line.into_owned(), ctx.style(*role)))).collect::<Vec<_>>()
    });
    lines.collect()
}

/// Returns the list of the answers.
fn answers<'a>(ctx: &'a RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a, impl Blocks<'a>> {
    let visit = &screen.record.visit;
    let shown: Vec<usize> = (0..visit.definition().len()).filter(|&index| visit.state().applies(index)).collect();
    let count = shown.len();
    let block = move |row: usize| {
        Block::new(row, shown.get(row).map(|&index| answer(ctx, visit, index, width)).unwrap_or_default())
    };
    let mut list = BlockList::new((count, block), &screen.answers, ctx.theme);
    list.selected = list.selected.filter(|_| screen.view == DetailsView::Answers);
    list
}

/// Returns the list of the points.
fn score_list<'a>(ctx: &'a RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a, impl Blocks<'a>> {
    let visit = &screen.record.visit;
    let rows = score::answer_rows(visit.definition(), visit.state());
    let count = rows.len();
    let block = move |index: usize| {
        Block::new(index, rows.get(index).map(|row| points(ctx, visit, row, width)).unwrap_or_default())
    };
    BlockList::new((count, block), &screen.score, ctx.theme)
}

/// Returns an answer with its time and label, and under the label an answer that its column cannot hold, and the note.
fn answer<'a>(ctx: &RenderContext<'a>, visit: &'a Visit, index: usize, columns: u16) -> Text<'a> {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let [plain, quiet] = [Role::Text, Role::Quiet].map(|role| ctx.style(role));
    let late = answer.and_then(format::late_ms).map(|late| ctx.texts.duration(late).replace(' ', "\u{a0}"));
    let late = late.map_or_else(String::new, |late| format!(" {}{late}", ctx.glyph(Glyph::Late)));
    let mark = format::mark(ctx.texts, item, answer.map(|answer| &answer.value));
    let style = ctx.style(mark.role);
    let long = (width(&mark.word) > ANSWER_WIDTH).then(|| mark.word.clone());
    let head = Columns::default().gap(1).left(1, ctx.glyph(mark.sign), style).gap(1);
    let head = head.left(ANSWER_WIDTH, mark.word, style).gap(1);
    let head = head.left(8, answer.map(format::seen_at).unwrap_or_default(), quiet).gap(2);
    let indent = head.width();
    let mut text = head.wrapped(columns, format!("{}{late}", item.label.get(ctx.texts.lang())), plain);
    let note = visit.state().item(index).and_then(|state| state.note.as_deref());
    for (below, style) in long.map(|long| (long, plain)).into_iter().chain(note.map(|note| (note.into(), quiet))) {
        text.extend(Columns::default().gap(indent).wrapped(columns, below, style));
    }
    text
}

/// Returns the points of an item, and its weight or why it does not count.
fn points<'a>(ctx: &RenderContext<'a>, visit: &'a Visit, row: &AnswerRow, columns: u16) -> Line<'a> {
    let definition = visit.definition();
    let Some(item) = definition.position(&row.item).map(|index| definition.item(index)) else { return Line::default() };
    let why = format::score_explanation(ctx.texts, item, row);
    let line = Columns::default().left(POINTS_WIDTH, format::points(ctx.texts, row), ctx.style(Role::Title)).gap(1);
    let label = (item.label.get(ctx.texts.lang()), ctx.style(Role::Text));
    line.ends(columns, label, (why, ctx.style(Role::Quiet))).into()
}

/// Returns the list of the events.
fn timeline<'a>(ctx: &'a RenderContext<'a>, screen: &'a VisitDetails, width: u16) -> BlockList<'a, impl Blocks<'a>> {
    let visit = &screen.record.visit;
    let paused = pauses(visit.events());
    let block = move |index: usize| {
        let is_paused = paused.get(index) == Some(&true);
        Block::new(index, row(ctx, visit, index, is_paused, width).unwrap_or_default())
    };
    let mut list = BlockList::new((visit.events().len(), block), &screen.timeline, ctx.theme);
    list.selected = list.selected.filter(|_| screen.view == DetailsView::Timeline);
    list
}

/// Returns an event after its time.
fn row<'a>(ctx: &RenderContext<'a>, visit: &'a Visit, index: usize, is_paused: bool, columns: u16) -> Option<Line<'a>> {
    let event = visit.events().get(index)?;
    let glyph = match () {
        () if is_paused => Glyph::Shade,
        () if is_late(event) => Glyph::Late,
        () if is_in_late_span(event, visit.events().get(index + 1..)?) => Glyph::Bar,
        () => Glyph::Dot,
    };
    let style = ctx.style(Role::Text);
    let head = Columns::default().left(8, format::time_of_day(event.at), ctx.style(Role::Quiet)).gap(1);
    let head = head.text(ctx.glyph(glyph), style).gap(1);
    let what = format::event(ctx.texts, visit, event, true);
    Some(head.fill(columns, what, style).into())
}

/// Returns, for every event, whether the visit was paused then.
fn pauses(events: &[Event]) -> Vec<bool> {
    let step = |paused: &mut bool, event: &Event| {
        match event.body {
            Body::Paused { .. } => *paused = true,
            Body::Unpaused => *paused = false,
            _ => {}
        }
        Some(*paused)
    };
    events.iter().scan(false, step).collect()
}

/// Returns whether an event was recorded a second or more after it was observed.
fn is_late(event: &Event) -> bool {
    event.observed_at.is_some_and(|seen| event.at.ms_since(&seen) >= 1000)
}

/// Returns whether an event lies between the moment of a later, late entry and its recording.
fn is_in_late_span(event: &Event, later: &[Event]) -> bool {
    let reaches = |later: &Event| later.observed_at.is_some_and(|seen| event.at.ms_since(&seen) >= 0);
    later.iter().take(LATE_REACH).any(|later| is_late(later) && reaches(later))
}
