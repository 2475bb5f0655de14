//! The report as one web page: a file that needs nothing else, runs no script, and prints.
//!
//! Every text is escaped by `maud` where it is put in, after being cleaned for the eye. The page forbids itself
//! everything from outside; its one style sheet is known by its hash. How figures come about is not known here.

mod bars;
mod changes;
mod curves;
pub(super) mod dots;
pub(super) mod marks;
mod mirror;
mod months;
mod opening;
mod scores;
mod strip;
pub(super) mod table;
mod times;

use super::labels::Labels;
use crate::analysis::Report;
use crate::text::Texts;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// One question and its answer.
struct Section {
    /// Its name within the page.
    id: &'static str,
    /// The question.
    title: String,
    /// One sentence on how it is answered.
    lead: String,
    /// Charts and tables; `None` where the visits cannot answer it.
    body: Option<Markup>,
}

/// Gives the page of a report.
#[must_use]
pub fn page(report: &Report, texts: &Texts) -> String {
    let labels = Labels::new(report, texts);
    let sections: Vec<Section> = [
        scores::scores(&labels),
        scores::ranking(&labels),
        scores::behaviours(&labels),
        changes::change(&labels),
        times::signals(&labels),
        times::waiting(&labels),
        mirror::mirror(&labels),
        changes::blind_spots(&labels),
        changes::drivers(&labels),
        opening::quality(&labels),
    ]
    .into();
    let body = html! {
        a.skip href="#content" { (labels.get("page-skip")) }
        (bars::patterns())
        (opening::header(&labels))
        main #content tabindex="-1" {
            (opening::advice(&labels))
            (opening::source(&labels))
            (contents(&labels, &sections))
            @for section in &sections { (shown(section)) }
            (opening::reading(&labels))
        }
    };
    document(texts, &opening::title(&labels), &body).into_string()
}

/// Gives a whole document: its head forbids everything from outside.
pub(super) fn document(texts: &Texts, title: &str, body: &Markup) -> Markup {
    let style = style();
    let policy =
        format!("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'", hash(&style));
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
                style { (PreEscaped(&style)) }
            }
            body { (body) }
        }
    }
}

/// Shows the questions that are answered as links, and says which are not.
fn contents(labels: &Labels<'_>, sections: &[Section]) -> Markup {
    let open: Vec<&Section> = sections.iter().filter(|section| section.body.is_none()).collect();
    html! {
        nav.contents aria-labelledby="contents" {
            h2 #contents { (labels.get("page-contents")) }
            ol {
                @for section in sections.iter().filter(|section| section.body.is_some()) {
                    li { a href={ "#" (section.id) } { (section.title) } }
                }
                li { a href="#reading" { (labels.get("page-reading")) } }
            }
            @if !open.is_empty() {
                p.quiet { (labels.get("page-unanswered")) " " (list(open.iter().map(|section| section.title.as_str()))) }
            }
        }
    }
}

fn list<'s>(titles: impl Iterator<Item = &'s str>) -> String {
    titles.collect::<Vec<_>>().join(" · ")
}

fn shown(section: &Section) -> Markup {
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

/// Shows what belongs to each checklist that has something, under its title where there are several.
fn by_checklist(labels: &Labels<'_>, one: impl Fn(&str, usize) -> Option<Markup>) -> Option<Markup> {
    let checklists = labels.report.checklists.iter().enumerate();
    let parts: Vec<(&str, Markup)> = checklists
        .filter_map(|(index, checklist)| Some((checklist.name.as_str(), one(&checklist.name, index)?)))
        .collect();
    (!parts.is_empty()).then(|| {
        html! {
            @for (name, part) in parts {
                @if labels.several_checklists() { h3 { (labels.checklist(name)) } }
                (part)
            }
        }
    })
}

/// Shows a chart in its box, with what its marks mean.
pub(super) fn figure(chart: &Markup, legend: &Markup) -> Markup {
    html! { figure { (chart) figcaption { (legend) } } }
}

/// Gives the style sheet, its lines ended alike wherever it was built, so that its hash is that of what browsers read.
fn style() -> String {
    include_str!("html/style.css").replace('\r', "")
}

/// Gives the SHA-256 of a text in base 64, as a policy labels it.
fn hash(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha256::digest(text.as_bytes());
    let mut out = String::with_capacity(44);
    for three in digest.chunks(3) {
        let bits = three.iter().chain([&0, &0]).take(3).fold(0usize, |bits, byte| bits << 8 | usize::from(*byte));
        for place in 0..=three.len() {
            let letter = LETTERS.get(bits >> (18 - 6 * place) & 63);
            out.push(char::from(letter.copied().unwrap_or_default()));
        }
        out.push_str(&"=".repeat(3 - three.len()));
    }
    out
}

/// Gives a small number as a float.
fn float(number: usize) -> f64 {
    super::number_format::float(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_policies_name_it() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert!(!style().contains("</") && !style().contains("http") && !style().contains("url(/"));
    }
}
