//! One item in front of everybody: a bar for each answer, then the reference, then the names.

use crate::analysis::class::{Bar, Class};
use crate::app::screens::class::OpenClass;
use crate::app::screens::class::item_view::{ItemView, ReferenceChoice, ReferenceReason, RevealStage};
use crate::text::texts::Arg;
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::menu_area;
use crate::ui::widgets::guide::Guide;
use crate::ui::widgets::select_list::{MARKER_WIDTH, marked_row};
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::wrapped;
use crate::visit::{Item, Value};

/// The areas of an item.
struct ItemLayout {
    answers: Rect,
    prompt: Rect,
    /// The field under a prompt, or the guide.
    rest: Rect,
}

impl ItemLayout {
    /// Splits the area under the title; what is typed is always in sight.
    fn new(area: Rect, answers: usize, prompt: usize) -> Self {
        let [answers, prompt] = [answers, prompt].map(|rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let typed = if prompt > 0 { prompt + 1 } else { 0 };
        let [answers, under] = Layout::vertical([Constraint::Max(answers), Constraint::Min(typed)]).areas(area);
        let [prompt, rest] = Layout::vertical([Constraint::Length(prompt), Constraint::Fill(1)]).areas(under);
        Self { answers, prompt, rest }
    }
}

/// An item of a class.
pub(super) struct ClassItem<'a> {
    pub class: &'a Class,
    pub open: &'a OpenClass,
    pub view: &'a ItemView,
}

impl ClassItem<'_> {
    pub fn key_hints(&self) -> Vec<KeyHint> {
        use Command::{Back, Keep, Left, Note, Reveal, Right};
        if self.view.ruling.is_some() {
            KeyHint::all(Context::Typing, &[Keep, Back])
        } else {
            KeyHint::all(Context::Class, &[Left, Right, Reveal, Note, Back])
        }
    }

    pub fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let definition = &self.class.definition;
        let index = self.open.items.within(definition.len());
        let (item, lang) = (definition.item(index), ctx.texts.lang());
        let section = definition.section(index).title.get(lang);
        let place = ctx.format("class-place", &[("at", Arg::from(index + 1)), ("of", Arg::from(definition.len()))]);
        let body = menu_area(render_title(ctx, &format!("{place} · {section}"), area, buf));
        let expected = self.expected_text(ctx, item);
        let title = |text| wrapped(text, body.width, ctx.style(Role::Title));
        let mut lines = title(item.label.get(lang)).lines;
        lines.push(Line::default());
        let rows = usize::from(body.height).saturating_sub(lines.len());
        lines.extend(self.bars(ctx, item, body.width, rows));
        lines.push(Line::default());
        if let Some(text) = &expected {
            lines.extend(title(text));
            lines.push(Line::default());
        }
        let prompt = match self.view.ruling {
            Some(_) => wrapped(ctx.text("class-ruling"), body.width, ctx.style(Role::Quiet)),
            None => Text::default(),
        };
        let layout = ItemLayout::new(body, lines.len(), prompt.height());
        Text::from(lines).render(layout.answers, buf);
        prompt.render(layout.prompt, buf);
        out.set_cursor(layout.answers);
        if let Some(field) = &self.view.ruling {
            TextField(field).render(layout.rest, buf, out);
        } else if self.view.shown == RevealStage::Names {
            Guide { ctx, item }.render(layout.rest, buf);
        }
    }

    /// Returns the reference's answer, where it is shown.
    fn shown_answer(&self, item: &Item) -> Option<(&Value, ReferenceReason<'_>)> {
        self.open.reference.answer(self.class, item).filter(|_| self.view.shown >= RevealStage::Reference)
    }

    /// Returns what the reference answered, and why.
    fn expected_text(&self, ctx: &RenderContext<'_>, item: &Item) -> Option<String> {
        if self.view.shown < RevealStage::Reference || self.open.reference == ReferenceChoice::None {
            return None;
        }
        let Some((value, why)) = self.shown_answer(item) else { return Some(ctx.text("class-no-answer").to_owned()) };
        let answer = Arg::from(format::value(ctx.texts, item, value));
        let why = match why {
            ReferenceReason::Reason(reason) => reason.map(|reason| reason.get(ctx.texts.lang())),
            ReferenceReason::Note(note) => note,
        };
        Some(match why {
            Some(why) => ctx.format("class-expected-why", &[("answer", answer), ("why", why.into())]),
            None => ctx.format("class-expected", &[("answer", answer)]),
        })
    }

    /// Returns the lines of a bar for each answer; where there are rows enough, with one for names under each.
    fn bars(&self, ctx: &RenderContext<'_>, item: &Item, columns: u16, rows: usize) -> Vec<Line<'static>> {
        let bars = self.class.bars(item, self.open.reference.sheet());
        let answers: Vec<_> = bars.iter().map(|bar| answer(ctx, item, bar)).collect();
        let label = answers.iter().map(|(_, word, _)| width(word)).max().unwrap_or(0).min(columns / 3);
        let room = columns.saturating_sub(BAR_START + label + COUNT_WIDTH + 1);
        let all = bars.iter().map(|bar| bar.sheets.len()).sum::<usize>().max(1);
        // The row for names is kept before they come, so that nothing moves when they do.
        let is_airy = rows >= 2 * bars.len() + 4;
        let mut lines = Vec::new();
        for (bar, (glyph, word, role)) in bars.iter().zip(answers) {
            let is_reference = self.shown_answer(item).is_some_and(|(value, _)| Some(value) == bar.value.as_ref());
            let length = usize::from(room) * bar.sheets.len() / all;
            let block = ctx.glyph(Glyph::Block).repeat(length);
            let length = u16::try_from(length).unwrap_or(room);
            let style = ctx.style(role);
            let names = if self.view.shown == RevealStage::Names { self.names(bar) } else { String::new() };
            let (beside, under) = if is_airy { (String::new(), names) } else { (names, String::new()) };
            let line = marked_row(ctx.theme, is_reference)
                .left(2, ctx.glyph(glyph), style)
                .left(label, word, if is_reference { ctx.style(Role::Title) } else { style })
                .gap(1)
                .left(length, block, style)
                .gap(1)
                .left(room - length, beside, ctx.style(Role::Text))
                .right(COUNT_WIDTH, bar.sheets.len().to_string(), ctx.style(Role::Title));
            lines.push(line.into());
            if is_airy {
                let start = Columns::default().gap(BAR_START + label);
                lines.push(start.left(room + COUNT_WIDTH + 1, under, ctx.style(Role::Text)).into());
            }
        }
        lines
    }

    /// Returns the observers of a bar.
    fn names(&self, bar: &Bar) -> String {
        let sheets = bar.sheets.iter().filter_map(|place| self.class.sheets.get(*place));
        sheets.map(|sheet| &*sheet.observer).collect::<Vec<_>>().join(", ")
    }
}

/// The columns before a bar, without the word of its answer.
const BAR_START: u16 = MARKER_WIDTH + 3;
/// The columns of a count.
const COUNT_WIDTH: u16 = 4;

/// Returns how an answer is called on its bar.
fn answer(ctx: &RenderContext<'_>, item: &Item, bar: &Bar) -> (Glyph, String, Role) {
    let Some(value) = &bar.value else {
        return (Glyph::Open, ctx.text("class-unanswered").to_owned(), Role::Quiet);
    };
    let mark = format::mark(ctx.texts, item, Some(value));
    (mark.sign, mark.word.into_owned(), mark.role)
}
