//! A checklist as a form on paper: boxes to tick and lines to write on, on A4, without colour.

use super::condition_words::Numbers;
use crate::report::condition_words::ConditionWords as _;
use crate::report::guide_words::{capital, guide};
use crate::report::html::render_document_in;
use crate::report::visit_words::{kind_id, relation_id};
use crate::text::{Texts, clean};
use crate::visit::{Definition, Item, Kind, Response};
use maud::{Markup, html};

/// The most numbers of a scale that get a box each.
const MOST_BOXES: i64 = 12;
/// The lines for free text.
const TEXT_LINES: usize = 3;

/// Renders a checklist as a page.
pub fn render(definition: &Definition, texts: &Texts) -> String {
    let checklist = definition.checklist();
    let form = Form { texts, numbers: Numbers::new(definition, texts) };
    let title = clean(checklist.title.get(texts.lang()));
    let questions = texts.with("paper-questions", &[("count", definition.len().into())]);
    let body = html! {
        header {
            h1 { (title) }
            p.about { (texts.get(relation_id(checklist.relation))) " · " (questions) " · " (texts.with("paper-version", &[("version", checklist.version.as_str().into())])) }
        }
        main {
            (form.facts())
            p.legend { (texts.get("paper-legend")) }
            @for section in &checklist.sections {
                section {
                    h2 { (clean(section.title.get(texts.lang()))) }
                    ol { @for item in &section.items { (form.item(item)) } }
                }
            }
            section.notes {
                h2 { (texts.get("document-notes")) }
                (lines(6))
            }
        }
    };
    let style = include_str!("paper.css").replace('\r', "");
    render_document_in(texts, &title, &style, &body).into_string()
}

/// Returns lines to write on.
fn lines(count: usize) -> Markup {
    html! { @for _ in 0..count { div.line {} } }
}

/// Returns a short line to write on, with what follows it.
fn blank_with(unit: &str) -> Markup {
    html! { span.measure { span.blank.short {} span.unit { (unit) } } }
}

struct Form<'a> {
    texts: &'a Texts,
    numbers: Numbers<'a>,
}

impl Form<'_> {
    /// Renders what is to be filled in about the visit.
    fn facts(&self) -> Markup {
        let kinds = [Kind::MysteryVisit, Kind::SelfAudit, Kind::Training];
        html! {
            div.facts {
                @for id in ["page-site", "document-day", "page-observer", "paper-times"] {
                    div { span.name { (self.texts.get(id)) } span.blank {} }
                }
                div.kinds {
                    span.name { (self.texts.get("page-kind")) }
                    @for kind in kinds { (boxed(self.texts.get(kind_id(kind)))) }
                }
            }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let lang = self.texts.lang();
        let marks = [
            (item.critical, "app-score-critical"),
            (item.bonus, "app-score-bonus"),
            (is_unscored(item), "app-score-unscored"),
        ];
        let marks: Vec<&str> = marks.iter().filter(|(has, _)| *has).map(|(_, id)| self.texts.get(id)).collect();
        let only_if = item.when.as_ref().map(|when| self.numbers.condition(when));
        html! {
            li {
                span.number { (self.numbers.of(&item.id)) }
                div.question {
                    p.label { (clean(item.label.get(lang))) @if !marks.is_empty() { " " span.mark { (marks.join(" · ")) } } }
                    @if let Some(only_if) = only_if { p.when { (self.texts.with("paper-only-if", &[("condition", only_if.into())])) } }
                    @for (heading, text) in guide(self.texts, item, None) { p.guide { b { (clean(&heading)) (self.texts.get("app-colon")) } (clean(text)) } }
                    (self.answers(item))
                    @if !matches!(item.response, Response::Text {}) { (self.note(item)) }
                }
            }
        }
    }

    fn answers(&self, item: &Item) -> Markup {
        let lang = self.texts.lang();
        let text = |id: &str| self.texts.get(id).to_owned();
        html! {
            div.answers {
                @match &item.response {
                    Response::Behaviour { partly, .. } => {
                        (boxed(&capital(self.texts.get("value-yes"))))
                        @if *partly { (boxed(&capital(self.texts.get("value-partly")))) }
                        (boxed(&capital(self.texts.get("value-no"))))
                    }
                    Response::Scale { min, max, min_label, max_label } => {
                        @if let Some(label) = min_label { span.end { (clean(label.get(lang))) } }
                        @if max.saturating_sub(*min) < MOST_BOXES {
                            @for number in *min..=*max { (boxed(&number.to_string())) }
                        } @else {
                            (blank_with(&self.range(&min.to_string(), &max.to_string())))
                        }
                        @if let Some(label) = max_label { span.end { (clean(label.get(lang))) } }
                    }
                    Response::Choice { multiple, .. } => {
                        @if *multiple { span.hint { (text("paper-several")) } }
                        @for option in item.response.options().iter() { (boxed(&clean(option.label.get(lang)))) }
                    }
                    Response::Count { .. } => { span.unit { (text("paper-tally")) } span.blank.long {} span.unit { (text("paper-total")) } span.blank.short {} }
                    Response::Timer { starts, .. } => {
                        @if starts.is_some() { span.hint { (text("paper-from-start")) } }
                        (blank_with(&text("paper-minutes"))) (blank_with(&text("paper-seconds")))
                        (boxed(&capital(self.texts.get("value-never"))))
                    }
                    Response::Number { unit, min, max, .. } => {
                        (blank_with(&unit.as_ref().map(|unit| clean(unit.get(lang))).unwrap_or_default()))
                        @if let Some(limits) = self.limits(*min, *max) { span.unit { (limits) } }
                    }
                    Response::Text {} => { div.written { (lines(TEXT_LINES)) } }
                }
                span.aside {
                    (boxed(&capital(self.texts.get("value-not-applicable"))))
                    (boxed(&capital(self.texts.get("value-not-observed"))))
                }
            }
        }
    }

    fn range(&self, least: &str, most: &str) -> String {
        self.texts.with("paper-range", &[("least", least.into()), ("most", most.into())])
    }

    fn limits(&self, min: Option<f64>, max: Option<f64>) -> Option<String> {
        let number = |number: f64| self.texts.decimal(number, if number.fract() == 0.0 { 0 } else { 2 });
        match (min, max) {
            (Some(min), Some(max)) => Some(self.range(&number(min), &number(max))),
            (Some(min), None) => Some(self.texts.with("paper-at-least", &[("least", number(min).into())])),
            (None, Some(max)) => Some(self.texts.with("paper-at-most", &[("most", number(max).into())])),
            (None, None) => None,
        }
    }

    /// Returns a line for a note, with the answers that require one.
    fn note(&self, item: &Item) -> Markup {
        let answers: Vec<String> = item.note_required_on.iter().map(|value| self.numbers.answer(item, value)).collect();
        let name = if answers.is_empty() {
            self.texts.get("document-note").to_owned()
        } else {
            self.texts.with("paper-note-if", &[("answers", answers.join(", ").into())])
        };
        html! { div.note { span.name { (name) } span.blank {} } }
    }
}

/// Returns a box to tick, with what it stands for.
fn boxed(label: &str) -> Markup {
    html! { span.choice { span.box {} (label) } }
}

/// Returns whether an answer that could count is left out of the score.
fn is_unscored(item: &Item) -> bool {
    !item.scored && !item.is_outcome() && !matches!(item.response, Response::Number { .. } | Response::Text {})
}
