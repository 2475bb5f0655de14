//! One item in front of everybody: a bar for each answer, then the reference, then the names.

use crate::analysis::class::{AnswerSheet, Bar, Class};
use crate::app::screens::class::OpenClass;
use crate::app::screens::class::item_view::{ItemView, ReferenceChoice, ReferenceReason, RevealStage};
use crate::ui::format::Mark;
use crate::ui::prelude::*;
use crate::visit::{Item, Value};

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
            let next = match self.view.shown {
                RevealStage::Answers if self.open.reference != ReferenceChoice::None => "app-key-reveal-reference",
                RevealStage::Answers | RevealStage::Reference => "app-key-reveal",
                RevealStage::Names => "app-key-reveal-again",
            };
            let mut hints = KeyHint::all(Context::Class, &[Left, Right, Note, Back]);
            hints.insert(2, KeyHint::named(Context::Class, Reveal, next));
            hints
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
        let mut lines = ctx.wrapped(item.label.get(lang), body.width, Role::Title).lines;
        lines.push(Line::default());
        let rows = usize::from(body.height).saturating_sub(lines.len());
        lines.extend(self.bars(ctx, item, body.width, rows));
        lines.push(Line::default());
        if let Some(text) = &expected {
            lines.extend(ctx.wrapped(text, body.width, Role::Title));
            lines.push(Line::default());
        }
        let prompt = match self.view.ruling {
            Some(_) => ctx.wrapped(ctx.text("class-ruling"), body.width, Role::Quiet),
            None => Text::default(),
        };
        // What is typed is always in sight.
        let prompt_height = cells(prompt.height());
        let typed = if prompt_height > 0 { prompt_height + 1 } else { 0 };
        let [answers, under] = Layout::vertical([Max(cells(lines.len())), Min(typed)]).areas(body);
        let [question, rest] = Layout::vertical([Length(prompt_height), Fill(1)]).areas(under);
        Text::from(lines).render(answers, buf);
        prompt.render(question, buf);
        out.set_cursor(answers);
        if let Some(field) = &self.view.ruling {
            render_text_field(field, rest, buf, out);
        } else if self.view.shown == RevealStage::Names {
            Guide { ctx, item, kind: None, checklist: None }.render(rest, buf);
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
    fn bars<'t>(&self, ctx: &RenderContext<'t>, item: &'t Item, columns: u16, rows: usize) -> Vec<Line<'t>> {
        let bars = self.class.bars(item, self.open.reference.sheet());
        let answers: Vec<_> = bars.iter().map(|bar| answer(ctx, item, bar)).collect();
        let label = answers.iter().map(|mark| width(&mark.word)).max().unwrap_or(0).min(columns / 3);
        let room = columns.saturating_sub(BAR_START + label + COUNT_WIDTH + 1);
        let all = bars.iter().map(|bar| bar.sheets.len()).sum::<usize>().max(1);
        // The row for names is kept before they come, so that nothing moves when they do.
        let is_airy = rows >= 2 * bars.len() + 4;
        let mut lines = Vec::new();
        for (bar, Mark { sign, word, role }) in bars.iter().zip(answers) {
            let is_reference = self.shown_answer(item).is_some_and(|(value, _)| Some(value) == bar.value.as_ref());
            let length = usize::from(room) * bar.sheets.len() / all;
            let block = ctx.glyph(Glyph::Block).repeat(length);
            let length = cells(length);
            let names = if self.view.shown == RevealStage::Names { self.names(bar) } else { String::new() };
            let (beside, under) = if is_airy { (String::new(), names) } else { (names, String::new()) };
            let line = marked_row(ctx, is_reference)
                .left(2, ctx.glyph(sign), role)
                .left(label, word, if is_reference { Role::Title } else { role })
                .gap(1)
                .left(length, block, role)
                .gap(1)
                .left(room - length, beside, Role::Text)
                .right(COUNT_WIDTH, bar.sheets.len().to_string(), Role::Title);
            lines.push(line.into());
            if is_airy {
                let start = ctx.columns().gap(BAR_START + label);
                lines.push(start.left(room + COUNT_WIDTH + 1, under, Role::Text).into());
            }
        }
        lines
    }

    /// Returns the observers of a bar.
    fn names(&self, bar: &Bar) -> String {
        let sheets = bar.sheets.iter().filter_map(|place| self.class.sheets.get(*place));
        sheets.map(AnswerSheet::observer_label).collect::<Vec<_>>().join(", ")
    }
}

/// The columns before a bar, without the word of its answer.
const BAR_START: u16 = MARKER_WIDTH + 3;
/// The columns of a count.
const COUNT_WIDTH: u16 = 4;

/// Returns how an answer is called on its bar.
fn answer<'a>(ctx: &RenderContext<'a>, item: &'a Item, bar: &Bar) -> Mark<'a> {
    match &bar.value {
        Some(value) => format::mark(ctx.texts, item, Some(value)),
        None => Mark { sign: Glyph::Open, word: ctx.text("class-unanswered").into(), role: Role::Quiet },
    }
}
