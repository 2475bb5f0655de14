//! A practice beside its reference: the counts, the items that differ first, and all about the selected one.

use crate::analysis::practice_debrief::{DebriefRow, Verdict};
use crate::app::practice_format;
use crate::app::screens::debrief::DebriefScreen;
use crate::ui::prelude::*;

/// From this width on, list and details stand side by side.
const WIDE: u16 = 100;
/// In fewer rows, there are only the details.
const MIN_HEIGHT: u16 = 8;
/// In fewer rows for list and details, the list is one row: the details are the longer part.
const SMALL: u16 = 12;

impl ScreenView for DebriefScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        let next = KeyHint::named(Context::List, Command::Open, "practise-key-next");
        [list(&[Command::Up, Command::Down]), vec![next], list(&[Command::Back])].concat()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, &practice_format::heading(ctx.texts, &self.play), area, buf);
        let counts = counts(self, ctx, body);
        let [above, rule, list, divider, below] = layout(body, cells(counts.height()));
        counts.render(above, buf);
        render_rule(ctx, rule, buf);
        let items = self.debrief.rows.iter().map(|row| list_item(self, ctx, row, item_width(list)));
        BlockList::menu(items, &self.cursor, ctx.theme).render(list, buf, out);
        render_rule(ctx, divider, buf);
        if let Some(row) = self.debrief.rows.get(self.cursor.selected) {
            details(self, ctx, row, below).render(below, buf);
        }
    }
}

/// Splits the area under the title into counts, rule, list, the line beside or under the list, and details.
fn layout(area: Rect, counts_height: u16) -> [Rect; 5] {
    if area.height < MIN_HEIGHT {
        let none = Rect::default();
        return [none, none, none, none, padded(area)];
    }
    let [counts, rule, body] = Layout::vertical([Length(counts_height), Length(1), Fill(1)]).areas(area);
    let [list, divider, details] = match body {
        Rect { width: WIDE.., .. } => Layout::horizontal([Percentage(50), Length(1), Fill(1)]),
        Rect { height: SMALL.., .. } => Layout::vertical([Fill(1), Length(1), Percentage(60)]),
        _ => Layout::vertical([Length(1), Length(1), Fill(1)]),
    }
    .areas(body);
    [padded(counts), rule, padded(list), divider, padded(details)]
}

/// Returns the counts; where there are few rows, only the first of them.
fn counts(screen: &DebriefScreen, ctx: &RenderContext<'_>, area: Rect) -> Text<'static> {
    let max = match area.height {
        0..=8 => 1,
        9..=14 => 2,
        _ => 5,
    };
    let roles = std::iter::once(Role::Title).chain(std::iter::repeat(Role::Text));
    let sums = practice_format::sums(ctx.texts, &screen.debrief).into_iter().zip(roles).collect();
    paragraphs(ctx, sums, padded(area).width, max)
}

/// Returns an item of the list with its verdict, where there is room for that.
fn list_item<'a>(screen: &'a DebriefScreen, ctx: &RenderContext<'a>, row: &DebriefRow, columns: u16) -> Line<'a> {
    let (glyph, role) = verdict_mark(row.verdict);
    let verdict = practice_format::verdict(ctx.texts, row.verdict);
    let verdict = if width(verdict) <= columns / 3 { verdict } else { "" };
    let label = clean(screen.visit.definition().item(row.item).label.get(ctx.texts.lang()));
    ctx.columns().left(2, ctx.glyph(glyph), role).ends(columns, (label, Role::Text), (verdict, role)).into()
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
fn details(screen: &DebriefScreen, ctx: &RenderContext<'_>, row: &DebriefRow, area: Rect) -> Text<'static> {
    let definition = screen.visit.definition();
    let [own, reference] = practice_format::answers(ctx.texts, definition, row);
    let verdict = practice_format::verdict(ctx.texts, row.verdict).to_owned();
    let line = format!("{own} · {reference} · {verdict}");
    let answers = if width(&line) <= area.width { vec![line] } else { vec![own, reference, verdict] };
    let (_, role) = verdict_mark(row.verdict);
    let label = definition.item(row.item).label.get(ctx.texts.lang()).to_owned();
    let reasons = practice_format::reasons(ctx.texts, definition, &screen.play.scenario, row);
    let mut parts = vec![(label, Role::Title)];
    parts.extend(answers.into_iter().map(|text| (text, role)));
    parts.extend(reasons.into_iter().map(|text| (text, Role::Text)));
    paragraphs(ctx, parts, area.width, area.height)
}

/// Returns wrapped paragraphs, at most so many lines of them.
fn paragraphs(ctx: &RenderContext<'_>, parts: Vec<(String, Role)>, columns: u16, max: u16) -> Text<'static> {
    let mut text = Text::default();
    for (part, role) in parts {
        let room = max.saturating_sub(cells(text.height()));
        let lines = wrap_limited(&part, columns, room).into_iter();
        text.extend(lines.map(|line| Line::styled(line.into_owned(), ctx.style(role))));
    }
    text
}
