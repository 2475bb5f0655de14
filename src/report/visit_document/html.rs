//! A visit as one web page that loads nothing, runs no script and prints on A4.

use super::{AnswerLine, Debrief, ScoreLine, SectionAnswers, Tone, VisitDocument};
use crate::report::html::render_document;
use crate::report::html::table::render_table;
use crate::report::visit_words;
use maud::{Markup, html};

/// Renders a document as a page.
pub fn render(document: &VisitDocument<'_>) -> String {
    let texts = document.texts;
    let body = html! {
        a.skip href="#content" { (texts.get("page-skip")) }
        header {
            p.brand { (texts.get("page-brand")) }
            h1 { (document.site) }
            p.days { (document.began) " · " (document.subject) }
        }
        main.visit #content tabindex="-1" {
            @for warning in &document.warnings { p.warning { strong { (warning) } } }
            (facts(document))
            @if let Some(debrief) = &document.debrief { (render_debrief(document, debrief)) }
            @for (number, section) in document.sections.iter().enumerate() { (answers(document, section, number)) }
            @if let Some(note) = &document.note {
                section aria-labelledby="notes" {
                    h2 #notes { (texts.get("document-notes")) }
                    p.written { (note) }
                }
            }
            @for list in &document.lists {
                section { (render_table(&document.format(), list, list.id)) }
            }
        }
    };
    render_document(texts, &format!("{} · {}", document.site, document.began), &body).into_string()
}

fn facts(document: &VisitDocument<'_>) -> Markup {
    html! {
        section.facts aria-label=(document.texts.get("document-facts")) {
            dl { @for (label, fact) in &document.facts { div { dt { (document.texts.get(label)) } dd { (fact) } } } }
        }
    }
}

fn render_debrief(document: &VisitDocument<'_>, debrief: &Debrief) -> Markup {
    html! {
        section.advice aria-labelledby="debrief" {
            h2 #debrief { (document.texts.get("document-debrief")) }
            table.scores {
                tbody {
                    (score_row(document, &debrief.total))
                    @for attitude in &debrief.attitudes { (score_row(document, attitude)) }
                }
            }
            @if let Some(how) = &debrief.how { p.note { (how) } }
            @for (heading, items) in &debrief.lists {
                h3 { (heading) }
                ul { @for item in items { li { (item) } } }
            }
        }
    }
}

fn score_row(document: &VisitDocument<'_>, score: &ScoreLine) -> Markup {
    html! {
        tr {
            th scope="row" { (score.name) }
            td.number { strong { (document.percent(score.percent)) } }
            td.gauge {
                @if let Some(percent) = score.percent {
                    svg width="180" height="10" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
                        rect.gauge-ground width="100" height="10" {}
                        rect.gauge-bar width=(percent.clamp(0.0, 100.0).round()) height="10" {}
                    }
                }
            }
            td.number { (document.points(score)) }
        }
    }
}

fn answers(document: &VisitDocument<'_>, section: &SectionAnswers, number: usize) -> Markup {
    let texts = document.texts;
    let id = format!("section-{number}");
    let shows_points = document.debrief.is_some();
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) {
                (section.title)
                @if section.percent.is_some() { span.quiet { " · " (document.percent(section.percent)) } }
                @if let Some(share) = &section.share { span.quiet { " · " (share) } }
            }
            table.answers {
                thead { tr {
                    th scope="col" { (texts.get("page-answer")) }
                    th scope="col" { (texts.get("page-item")) }
                    th scope="col" { (texts.get("document-time")) }
                    @if shows_points { th.number scope="col" { (texts.get("document-points")) } }
                } }
                tbody { @for answer in &section.answers { (answer_row(document, answer)) } }
            }
        }
    }
}

fn answer_row(document: &VisitDocument<'_>, answer: &AnswerLine) -> Markup {
    let texts = document.texts;
    html! {
        tr class=[answer.fails_visit.then_some("fails")] {
            td class={ "answer " (tone_class(answer.tone)) } { span aria-hidden="true" { (sign(answer.tone)) " " } (answer.answer) }
            th scope="row" {
                (answer.item)
                @if answer.fails_visit { " " strong.flag { (texts.get("document-fails")) } }
                @if let Some(note) = &answer.note { p.written { (note) } }
                @if answer.misses_note { p.flag { (texts.get("document-note-missing")) } }
            }
            td.time {
                (answer.observed)
                @if let Some(late) = &answer.late { br; span.late { (document.late(answer, late)) } }
            }
            @if let Some(points) = &answer.points { td.number { (points.shown) } }
        }
    }
}

fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Yes => "√",
        Tone::Partly => "½",
        Tone::No => "×",
        Tone::Aside => "–",
        Tone::Unanswered => "·",
        Tone::Value => "■",
    }
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Yes => "is-yes",
        Tone::Partly => "is-partly",
        Tone::No => "is-no",
        Tone::Aside | Tone::Unanswered => "is-open",
        Tone::Value => "is-value",
    }
}

impl VisitDocument<'_> {
    /// Returns a percentage, or a dash if there is none.
    pub(super) fn percent(&self, percent: Option<f64>) -> String {
        visit_words::percent(self.texts, percent)
    }

    /// Returns the points of a score; empty where nothing counts.
    pub(super) fn points(&self, score: &ScoreLine) -> String {
        let Some((points, possible)) = score.points.filter(|points| *points != (0.0, 0.0)) else {
            return String::new();
        };
        let number = |number| self.texts.decimal(number, 1).into();
        let args = [("points", number(points)), ("possible", number(possible))];
        self.texts.with("document-points-of", &args)
    }

    /// Returns when a late answer was recorded, and how much later that was.
    pub(super) fn late(&self, answer: &AnswerLine, late: &str) -> String {
        let args = [("at", answer.recorded.as_str().into()), ("duration", late.into())];
        self.texts.with("document-late-entry", &args)
    }
}
