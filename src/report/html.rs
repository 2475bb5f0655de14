//! The report as one web page that loads nothing, runs no script, and can be printed.
//!
//! Text is cleaned by the labels and escaped by `maud`. A content security policy forbids everything but the one style
//! sheet, which it names by hash.

mod bar_chart;
mod behaviours_section;
pub(super) mod chart_parts;
mod difference_sections;
pub(super) mod dot_chart;
mod mirror_chart;
mod mirror_section;
mod months_chart;
mod months_section;
mod page_frame;
mod scores_section;
pub(super) mod table;
mod waiting_chart;
mod waiting_section;

use super::labels::Labels;
use super::row_order::sorted_by_name;
use super::tables::{self, TableSection};
use crate::analysis::Report;
use crate::text::Texts;
use data_encoding::BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// A question and its answer.
struct Section {
    /// The id within the page.
    id: &'static str,
    title: String,
    /// One sentence on how the question is answered.
    lead: String,
    /// Charts and tables; `None` where the visits cannot answer the question.
    body: Option<Markup>,
}

impl Section {
    /// Creates a section with the messages `title` and `lead`.
    fn new(labels: &Labels<'_>, id: &'static str, [title, lead]: [&str; 2], body: Option<Markup>) -> Self {
        let text = |id: &str| labels.texts.get(id).to_owned();
        Self { id, title: text(title), lead: text(lead), body }
    }
}

/// Renders a report as a page.
pub fn render(report: &Report, texts: &Texts) -> String {
    let report = &sorted_by_name(report, texts.lang());
    let labels = Labels::new(report, texts);
    let mut sections = vec![
        scores_section::scores(&labels),
        scores_section::ranking(&labels),
        behaviours_section::behaviours(&labels),
        difference_sections::change(&labels),
        months_section::months(&labels),
        waiting_section::waiting(&labels),
        mirror_section::mirror(&labels),
        difference_sections::blind_spots(&labels),
        difference_sections::drivers(&labels),
        page_frame::quality(&labels),
    ];
    sections.extend(tables::sections(&labels).into_iter().map(|TableSection { id, title, lead, table, .. }| {
        Section::new(&labels, id, [title, lead], Some(table::render_table(&labels, &table, &format!("{id}-table"))))
    }));
    let body = html! {
        a.skip href="#content" { (labels.get("page-skip")) }
        (bar_chart::fill_patterns())
        (page_frame::header(&labels))
        main #content tabindex="-1" {
            (page_frame::advice(&labels))
            (page_frame::source(&labels))
            (table_of_contents(&labels, &sections))
            @for section in &sections { (render_section(section)) }
            (page_frame::glossary(&labels))
        }
    };
    render_document(texts, &page_frame::title(&labels), &body).into_string()
}

/// Renders an HTML document with its style sheet and content security policy.
pub(super) fn render_document(texts: &Texts, title: &str, body: &Markup) -> Markup {
    render_document_in(texts, title, &style_sheet(), body)
}

/// Renders an HTML document with a style sheet of its own, which has no carriage return.
pub(super) fn render_document_in(texts: &Texts, title: &str, style: &str, body: &Markup) -> Markup {
    let policy = format!("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'", hash(style));
    html! {
        (DOCTYPE)
        html lang=(texts.lang().code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    }
}

/// Renders links to the answered questions, and the titles of the unanswered ones.
fn table_of_contents(labels: &Labels<'_>, sections: &[Section]) -> Markup {
    let (answered, unanswered): (Vec<&Section>, Vec<&Section>) =
        sections.iter().partition(|section| section.body.is_some());
    let unanswered: Vec<&str> = unanswered.iter().map(|section| section.title.as_str()).collect();
    html! {
        nav.contents aria-labelledby="contents" {
            h2 #contents { (labels.get("page-contents")) }
            ol {
                @for section in answered {
                    li { a href={ "#" (section.id) } { (section.title) } }
                }
                li { a href="#reading" { (labels.get("page-reading")) } }
            }
            @if !unanswered.is_empty() {
                p.quiet { (labels.get("page-unanswered")) " " (unanswered.join(" · ")) }
            }
        }
    }
}

fn render_section(section: &Section) -> Markup {
    html! {
        @if let Some(body) = &section.body {
            section aria-labelledby=(section.id) {
                h2 id=(section.id) { (section.title) }
                p.lead { (section.lead) }
                (body)
            }
        }
    }
}

/// Renders the part of each checklist that has one, under the checklist's title if there are several. `part` gets the
/// index and the id of a checklist.
fn render_by_checklist<'a>(labels: &Labels<'a>, part: impl Fn(usize, &'a str) -> Option<Markup>) -> Option<Markup> {
    let parts = labels.by_checklist(part);
    (!parts.is_empty()).then(|| {
        html! {
            @for (title, part) in parts {
                @if let Some(title) = title { h3 { (title) } }
                (part)
            }
        }
    })
}

/// Renders a chart with a legend of its marks.
pub(super) fn figure(chart: &Markup, legend: &Markup) -> Markup {
    html! { figure { (chart) figcaption { (legend) } } }
}

/// Returns the style sheet without carriage returns, which browsers drop before they compute its hash.
fn style_sheet() -> String {
    include_str!("html/style.css").replace('\r', "")
}

/// Returns the SHA-256 of a text in base64, as a content security policy names it.
fn hash(text: &str) -> String {
    BASE64.encode(&Sha256::digest(text))
}

fn float(number: usize) -> f64 {
    super::number_format::float(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_policies_name_it() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        let style = style_sheet();
        assert!(!style.contains("</") && !style.contains("http") && !style.contains("url(/"));
    }
}
