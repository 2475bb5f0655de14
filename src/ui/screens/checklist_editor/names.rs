//! How the fields of the editor are called, and how their values and faults read.

use crate::store::LocatedFault;
use crate::text::Lang;
use crate::ui::format;
use crate::ui::prelude::*;
use crate::visit::Item;
use crate::visit::checklist::{Bounds, ChoiceOption, Condition, LocalText, Response};
use crate::visit::draft::{Answer, ChecklistDraft, ChoiceRow, Field, FieldKey, FieldValue, Form, Part, Terms};
use crate::visit::validate::FaultKind;

/// What is edited, and in which words.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub draft: &'a ChecklistDraft,
}

impl Words<'_> {
    /// Returns the name of a field.
    pub(super) fn name(&self, form: Form, key: &FieldKey) -> String {
        let id = match (key, form.part) {
            (FieldKey::Label, Some(Part::Option(_))) => "editor-field-option-label".to_owned(),
            _ => format!("editor-field-{}", key.name()),
        };
        let args: Vec<(&str, Arg)> = match key {
            FieldKey::Option(n) | FieldKey::Band(n) | FieldKey::Term(n) => vec![("n", (n + 1).into())],
            FieldKey::Unknown(key) => vec![("key", key.as_str().into())],
            FieldKey::Guide(key) => {
                let item = self.draft.item(form.place);
                let label = item.and_then(|item| self.option_label(&item.response, key));
                vec![("key", key.as_str().into()), ("label", label.unwrap_or_else(|| key.clone()).into())]
            }
            _ => Vec::new(),
        };
        self.ctx.format(&id, &args)
    }

    /// Returns the name of a part of an item.
    pub(super) fn part_name(&self, form: Form, part: Part) -> String {
        self.name(
            form,
            &match part {
                Part::Option(k) => FieldKey::Option(k),
                Part::Band(k) => FieldKey::Band(k),
                Part::Term(k) => FieldKey::Term(k),
            },
        )
    }

    /// Returns the value of a field that is not text in several languages, on one line.
    pub(super) fn value(&self, form: Form, field: &Field) -> String {
        match &field.value {
            FieldValue::Text(texts) => texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" / "),
            FieldValue::Line(text) | FieldValue::Unknown(text) => text.clone(),
            FieldValue::Number(number) => number.map(|number| self.number(number)).unwrap_or_default(),
            FieldValue::Flag(is_on) => self.flag(&field.key, *is_on).to_owned(),
            FieldValue::Choice { rows, chosen } => {
                let row = chosen.and_then(|at| rows.get(at));
                row.map(|row| self.choice(&field.key, row)).unwrap_or_default()
            }
            FieldValue::Answers(answers) => self.answers(form, answers),
            FieldValue::Part(part) => self.part(form, *part),
            FieldValue::Condition(_) => self.ctx.text("editor-nested").to_owned(),
            FieldValue::Add | FieldValue::None => String::new(),
        }
    }

    fn flag(&self, key: &FieldKey, is_on: bool) -> &str {
        self.ctx.text(match (key, is_on) {
            (FieldKey::Starts, true) => "editor-starts-visit",
            (FieldKey::Starts, false) => "editor-starts-observer",
            (_, true) => "app-on",
            (_, false) => "app-off",
        })
    }

    /// Returns a value of a choice.
    pub(super) fn choice(&self, key: &FieldKey, row: &ChoiceRow) -> String {
        if let Some(label) = &row.label {
            return self.text(label);
        }
        self.ctx.texts.get(&format!("editor-{}-{}", key.name(), row.name.replace('_', "-"))).to_owned()
    }

    /// Returns the answers, those that are chosen with a full square before them.
    fn answers(&self, form: Form, answers: &[Answer]) -> String {
        let tick = |answer: &Answer| {
            let glyph = self.ctx.glyph(if answer.is_chosen { Glyph::Full } else { Glyph::Empty });
            format!("{glyph}\u{a0}{}", self.answer(form, answer).replace(' ', "\u{a0}"))
        };
        answers.iter().map(tick).collect::<Vec<_>>().join("  ")
    }

    /// Returns an answer that can be ticked.
    pub(super) fn answer(&self, form: Form, answer: &Answer) -> String {
        match (&answer.label, self.draft.item(form.place)) {
            (Some(label), _) => self.text(label),
            (None, Some(item)) => format::value(self.ctx.texts, item, &answer.value),
            (None, None) => answer.value.to_string(),
        }
    }

    /// Returns what there is to say of a part of an item, on one line.
    fn part(&self, form: Form, part: Part) -> String {
        let item = self.draft.item(form.place);
        let text = item.and_then(|item| match (part, &item.response) {
            (Part::Option(k), Response::Choice { options, .. }) => options.get(k).map(|option| self.option(option)),
            (Part::Band(k), Response::Count { bands }) => {
                bands.get(k).map(|band| self.band(band.up_to, "", band.points))
            }
            (Part::Band(k), Response::Timer { bands, .. }) => {
                bands.get(k).map(|band| self.band(band.up_to_s, "\u{a0}s", band.points))
            }
            (Part::Term(k), _) => self.term(item, k),
            _ => None,
        });
        text.unwrap_or_default()
    }

    fn option(&self, option: &ChoiceOption) -> String {
        let points = match option.points {
            _ if !option.scored => Some(self.ctx.text("editor-unscored").to_owned()),
            points => points.map(|points| self.points(points)),
        };
        let label = Some(self.text(&option.label)).filter(|label| !label.is_empty());
        let label = label.unwrap_or_else(|| self.ctx.text("editor-untitled").to_owned());
        [Some(label), points].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn band(&self, limit: Option<f64>, unit: &str, points: f64) -> String {
        let limit = match limit {
            Some(limit) => {
                self.ctx.format("editor-up-to", &[("limit", format!("{}{unit}", self.number(limit)).into())])
            }
            None => self.ctx.text("editor-beyond").to_owned(),
        };
        format!("{limit} · {}", self.points(points))
    }

    fn points(&self, points: f64) -> String {
        // French counts from 2 on as several, English all but 1.
        let is_plural = match self.ctx.texts.lang() {
            Lang::Fr => points >= 2.0,
            Lang::En => points.to_bits() != 1.0_f64.to_bits(),
        };
        self.ctx
            .format("editor-points", &[("points", self.number(points).into()), ("many", u32::from(is_plural).into())])
    }

    /// Returns a term of a condition: the question, and the answers or the bound.
    fn term(&self, item: &Item, k: usize) -> Option<String> {
        let terms = Terms::from_condition(item.when.as_ref()?)?;
        let term = terms.terms.get(k)?;
        let asked = self.draft.checklist().items().map(|(_, item)| item).find(|item| item.id == term.item());
        let label = asked.map_or_else(|| term.item().to_owned(), |asked| self.text(&asked.label));
        let test = match &term.test {
            Condition::Item { is, .. } => {
                let name = |value| asked.map_or_else(String::new, |asked| format::value(self.ctx.texts, asked, value));
                is.iter().map(name).collect::<Vec<_>>().join(self.ctx.text("editor-or"))
            }
            Condition::Number { bounds, .. } => {
                let (comparison, number) = comparison(bounds)?;
                format!("{} {}", self.ctx.text(comparison), self.number(number))
            }
            _ => return None,
        };
        let id = if term.is_negated { "editor-term-not" } else { "editor-term-is" };
        Some(self.ctx.format(id, &[("label", label.into()), ("test", test.into())]))
    }

    fn option_label(&self, response: &Response, id: &str) -> Option<String> {
        let Response::Choice { options, .. } = response else { return None };
        let label = options.iter().find(|option| option.id == id).map(|option| self.text(&option.label));
        label.filter(|label| !label.is_empty())
    }

    /// Returns a text of the checklist in the language of the interface.
    pub(super) fn text(&self, text: &LocalText) -> String {
        clean(text.get(self.ctx.texts.lang())).into_owned()
    }

    pub(super) fn number(&self, number: f64) -> String {
        let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.ctx.texts.decimal(number, u32::try_from(decimals).unwrap_or(0))
    }

    /// Returns what is wrong with a field, and how it is mended.
    pub(super) fn fault(&self, key: &FieldKey, fault: &FaultKind) -> String {
        let ctx = self.ctx;
        let id = match fault {
            FaultKind::Blank => "editor-fault-blank",
            FaultKind::MissingText { language } => {
                let name = self.language(language);
                return ctx.format("editor-fault-missing-text", &[("language", name.into())]);
            }
            FaultKind::Empty if matches!(key, FieldKey::Contents) => "editor-fault-empty-questions",
            FaultKind::Empty if matches!(key, FieldKey::AddOption) => "editor-fault-empty-options",
            FaultKind::Empty => "editor-fault-empty-answers",
            FaultKind::Range { .. } => "editor-fault-range",
            FaultKind::AboveMaximum { most, .. } => {
                return ctx.format("editor-fault-above", &[("most", self.number(*most).into())]);
            }
            FaultKind::Scale => "editor-fault-scale",
            FaultKind::Bands => "editor-fault-bands",
            FaultKind::UnknownItem { .. } => "editor-fault-unknown-item",
            FaultKind::ForwardReference { .. } => "editor-fault-forward",
            FaultKind::NotNumeric { .. } => "editor-fault-not-numeric",
            FaultKind::UnknownAnswer { value } => {
                return ctx.format("editor-fault-unknown-answer", &[("value", value.as_str().into())]);
            }
            FaultKind::NoPoints { .. } => "editor-fault-no-points",
            FaultKind::NoShare => "editor-fault-no-share",
            FaultKind::Share { most, .. } => {
                return ctx.format("editor-fault-share", &[("most", self.number(*most).into())]);
            }
            FaultKind::UnusedPoints => "editor-fault-unused-points",
            FaultKind::Limits => "editor-fault-limits",
            FaultKind::SecondOutcome => "editor-fault-second-outcome",
            other => {
                let located = LocatedFault::at_start(other.clone());
                let texts = [located.message(), located.mend()].map(|(id, args)| format::message(ctx.texts, id, &args));
                return texts.join(" ");
            }
        };
        ctx.text(id).to_owned()
    }

    /// Returns the name of a language, or its code.
    pub(super) fn language(&self, code: &str) -> String {
        match code {
            "fr" => self.ctx.text("editor-languages-fr").to_owned(),
            "en" => self.ctx.text("editor-languages-en").to_owned(),
            other => other.to_owned(),
        }
    }
}

/// Returns the message of the bound that is set, and its number.
fn comparison(bounds: &Bounds) -> Option<(&'static str, f64)> {
    let Bounds { above, at_least, below, at_most } = *bounds;
    let all = [
        ("editor-comparison-at-least", at_least),
        ("editor-comparison-above", above),
        ("editor-comparison-at-most", at_most),
        ("editor-comparison-below", below),
    ];
    all.into_iter().find_map(|(id, bound)| Some((id, bound?)))
}
