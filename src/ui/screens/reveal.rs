//! A practice beside its reference: the counts, the items that differ first, and all about the selected one.

use crate::analysis::reveal::{Row, Verdict};
use crate::app::practice_format;
use crate::app::screens::reveal::RevealScreen;
use crate::ui::prelude::*;
use crate::ui::wrap::wrap_limited;

/// From this width on, list and details stand side by side.
const WIDE: u16 = 100;
/// In fewer rows, there are only the details.
const MIN_HEIGHT: u16 = 8;
/// In fewer rows for list and details, the list is one row: the details are the longer part.
const SMALL: u16 = 12;

/// The areas of the screen below its title.
#[derive(Default)]
struct RevealLayout {
    counts: Rect,
    rule: Rect,
    list: Rect,
    divider: Rect,
    details: Rect,
}

impl RevealLayout {
    fn new(area: Rect, counts_height: u16) -> Self {
        let margin = Margin::new(1, 0);
        if area.height < MIN_HEIGHT {
            return Self { details: area.inner(margin), ..Self::default() };
        }
        let constraints = [Constraint::Length(counts_height), Constraint::Length(1), Constraint::Fill(1)];
        let [counts, rule, body] = Layout::vertical(constraints).areas(area);
        let [list, divider, details] = match body {
            Rect { width: WIDE.., .. } => {
                Layout::horizontal([Constraint::Percentage(50), Constraint::Length(1), Constraint::Fill(1)])
            }
            Rect { height: SMALL.., .. } => {
                Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Percentage(60)])
            }
            _ => Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]),
        }
        .areas(body);
        Self { counts: counts.inner(margin), rule, list: list.inner(margin), divider, details: details.inner(margin) }
    }
}

impl ScreenView for RevealScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        vec![
            KeyHint::new(Context::List, Command::Up),
            KeyHint::new(Context::List, Command::Down),
            KeyHint::named(Context::List, Command::Open, "practise-key-next"),
            KeyHint::new(Context::List, Command::Back),
        ]
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, &practice_format::heading(ctx.texts, &self.play), area, buf);
        let counts = counts(self, ctx, body);
        let layout = RevealLayout::new(body, u16::try_from(counts.height()).unwrap_or(u16::MAX));
        counts.render(layout.counts, buf);
        Rule::horizontal(ctx.theme).render(layout.rule, buf);
        let items = self.reveal.rows.iter().map(|row| list_item(self, ctx, row, item_width(layout.list)));
        SelectList::new(items, &self.cursor, ctx.theme).render(layout.list, buf, out);
        let is_beside = layout.divider.width == 1;
        let divider = if is_beside { Rule::vertical(ctx.theme) } else { Rule::horizontal(ctx.theme) };
        divider.render(layout.divider, buf);
        if let Some(row) = self.reveal.rows.get(self.cursor.selected) {
            details(self, ctx, row, layout.details).render(layout.details, buf);
        }
    }
}

/// Returns the counts; where there are few rows, only the first of them.
fn counts(screen: &RevealScreen, ctx: &RenderContext<'_>, area: Rect) -> Text<'static> {
    let max = match area.height {
        0..=8 => 1,
        9..=14 => 2,
        _ => 5,
    };
    let roles = std::iter::once(Role::Title).chain(std::iter::repeat(Role::Text));
    paragraphs(
        ctx,
        practice_format::sums(ctx.texts, &screen.reveal).into_iter().zip(roles),
        area.inner(Margin::new(1, 0)).width,
        max,
    )
}

/// Returns an item of the list with its verdict, where there is room for that.
fn list_item<'a>(screen: &'a RevealScreen, ctx: &RenderContext<'a>, row: &Row, columns: u16) -> Line<'a> {
    let (glyph, role) = verdict_mark(row.verdict);
    let verdict =
        Some(practice_format::verdict(ctx.texts, row.verdict)).filter(|verdict| width(verdict) <= columns / 3);
    let verdict = verdict.unwrap_or_default();
    let label = clean(screen.visit.definition().item(row.item).label.get(ctx.texts.lang()));
    Columns::default()
        .left(2, ctx.glyph(glyph), ctx.style(role))
        .ends(columns, (label, ctx.style(Role::Text)), (verdict, ctx.style(role)))
        .into()
}

/// Returns the glyph and the role of a verdict.
fn verdict_mark(verdict: Verdict) -> (Glyph, Role) {
    match verdict {
        Verdict::Same => (Glyph::Yes, Role::Quiet),
        Verdict::Lenient | Verdict::Severe | Verdict::Other => (Glyph::No, Role::No),
        Verdict::Unanswered | Verdict::NotAsked => (Glyph::Open, Role::SetAside),
        Verdict::NoReference | Verdict::Words => (Glyph::Aside, Role::SetAside),
    }
}

/// Returns all about an item: the two answers and how they compare, on one line where they fit, then the reasons.
fn details(screen: &RevealScreen, ctx: &RenderContext<'_>, row: &Row, area: Rect) -> Text<'static> {
    let definition = screen.visit.definition();
    let [own, reference] = practice_format::answers(ctx.texts, definition, row);
    let verdict = practice_format::verdict(ctx.texts, row.verdict).to_owned();
    let line = format!("{own} · {reference} · {verdict}");
    let answers = if width(&line) <= area.width { vec![line] } else { vec![own, reference, verdict] };
    let (_, role) = verdict_mark(row.verdict);
    let label = definition.item(row.item).label.get(ctx.texts.lang()).to_owned();
    let reasons = practice_format::reasons(ctx.texts, definition, &screen.play.scenario, row);
    let parts = std::iter::once((label, Role::Title))
        .chain(answers.into_iter().map(|text| (text, role)))
        .chain(reasons.into_iter().map(|text| (text, Role::Text)));
    paragraphs(ctx, parts, area.width, area.height)
}

/// Returns wrapped paragraphs, at most so many lines of them.
fn paragraphs(
    ctx: &RenderContext<'_>,
    parts: impl Iterator<Item = (String, Role)>,
    columns: u16,
    max: u16,
) -> Text<'static> {
    let mut text = Text::default();
    for (part, role) in parts {
        let room = max.saturating_sub(u16::try_from(text.height()).unwrap_or(max));
        let lines = wrap_limited(&part, columns, room).into_iter();
        text.extend(lines.map(|line| Line::styled(line.into_owned(), ctx.style(role))));
    }
    text
}
