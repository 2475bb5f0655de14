//! What surrounds every screen: title, rules, notice.

use crate::app::Notice;
use crate::text::texts::Arg;
use crate::ui::context::RenderContext;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role, Theme};
use crate::ui::widgets::columns::Columns;
use crate::ui::wrap::wrap_limited;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Clear, Paragraph, Widget};

/// The areas of a screen above its key hints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenLayout {
    /// The screen's own content.
    pub content: Rect,
    /// The rule over the key hints.
    pub rule: Rect,
    /// The key hints.
    pub hints: Rect,
}

impl ScreenLayout {
    /// Splits an area of which the rule and the key hints take so many rows.
    #[must_use]
    pub fn new(area: Rect, rule_height: u16, hints_height: u16) -> Self {
        let constraints = [Constraint::Fill(1), Constraint::Length(rule_height), Constraint::Length(hints_height)];
        let [content, rule, hints] = Layout::vertical(constraints).areas(area);
        Self { content, rule, hints }
    }
}

/// The areas of a screen with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TitledLayout {
    /// The title, one column from each edge.
    pub title: Rect,
    /// The rule under it.
    pub rule: Rect,
    /// What is left, over the whole width.
    pub body: Rect,
}

impl TitledLayout {
    /// Splits an area.
    #[must_use]
    pub fn new(area: Rect) -> Self {
        let constraints = [Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)];
        let [title, rule, body] = Layout::vertical(constraints).areas(area);
        Self { title: title.inner(Margin::new(1, 0)), rule, body }
    }
}

/// Renders a title and the rule under it; returns the area of the body.
pub fn render_title(ctx: &RenderContext<'_>, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    render_title_ends(ctx, (title, Role::Title), ("", Role::Quiet), area, buf)
}

/// Renders a title with a short text at its right, and the rule under them; returns the area of the body.
pub fn render_title_ends(
    ctx: &RenderContext<'_>,
    (title, title_role): (&str, Role),
    (end, end_role): (&str, Role),
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let layout = TitledLayout::new(area);
    let ends = ((title, ctx.style(title_role)), (end, ctx.style(end_role)));
    Line::from(Columns::default().ends(layout.title.width, ends.0, ends.1)).render(layout.title, buf);
    Rule::horizontal(ctx.theme).render(layout.rule, buf);
    layout.body
}

/// Returns the area of a menu that is all there is under a title: a line of air above it, a column at each side.
#[must_use]
pub fn menu_area(body: Rect) -> Rect {
    let [_, menu] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(body);
    menu.inner(Margin::new(1, 0))
}

/// A line across an area: along its first row, or down its first column.
pub struct Rule {
    theme: Theme,
    vertical: bool,
}

impl Rule {
    /// Creates a line along the first row.
    #[must_use]
    pub fn horizontal(theme: Theme) -> Self {
        Self { theme, vertical: false }
    }

    /// Creates a line down the first column.
    #[must_use]
    pub fn vertical(theme: Theme) -> Self {
        Self { theme, vertical: true }
    }
}

impl Widget for Rule {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let (line, glyph) = if self.vertical {
            (Rect { width: area.width.min(1), ..area }, Glyph::Bar)
        } else {
            (Rect { height: area.height.min(1), ..area }, Glyph::Rule)
        };
        for position in line.intersection(buf.area).positions() {
            if let Some(cell) = buf.cell_mut(position) {
                cell.set_symbol(self.theme.glyph(glyph)).set_style(self.theme.style(Role::Quiet));
            }
        }
    }
}

/// The lines that a notice takes at the most.
const NOTICE_HEIGHT: u16 = 3;

/// A sentence in up to three lines that end on the last row of an area, over whatever is there.
pub struct NoticeBar<'a> {
    /// The sentence.
    pub text: &'a str,
    /// The colours.
    pub theme: Theme,
}

impl Widget for NoticeBar<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let lines = wrap_limited(self.text, area.inner(Margin::new(2, 0)).width, NOTICE_HEIGHT.min(area.height));
        let height = u16::try_from(lines.len()).unwrap_or(NOTICE_HEIGHT);
        let [_, rows] = Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(area);
        Clear.render(rows, buf);
        buf.set_style(rows, self.theme.style(Role::Text));
        let text = Text::from_iter(lines).style(self.theme.style(Role::Warning));
        Paragraph::new(text).render(rows.inner(Margin::new(2, 0)), buf);
    }
}

/// Returns a notice as a sentence.
#[must_use]
pub fn notice_text(ctx: &RenderContext<'_>, notice: &Notice) -> String {
    match notice {
        Notice::Text(id) => ctx.texts.get(id).to_owned(),
        Notice::With((id, args)) => format::message(ctx.texts, id, args),
        Notice::Several(all) => {
            let sentences = all.iter().map(|(id, args)| format::message(ctx.texts, id, args));
            sentences.collect::<Vec<_>>().join(" ")
        }
        Notice::Keyed(id, context, command) => ctx.format(id, &[("key", ctx.key(*context, *command).into())]),
        Notice::Event(id, seq) => {
            let what = ctx.model.shared.active_visit.as_ref().and_then(|active| {
                let event = active.visit.events().get(usize::try_from(*seq).ok()?.checked_sub(1)?)?;
                Some(format::event(ctx.texts, &active.visit, event, true))
            });
            ctx.format(id, &[("what", what.unwrap_or_default().into())])
        }
        Notice::About(id, name) => ctx.format(id, &[("name", Arg::from(ctx.texts.get(name)))]),
        Notice::Refused(refusal) => ctx.texts.get(refusal.message()).to_owned(),
    }
}
