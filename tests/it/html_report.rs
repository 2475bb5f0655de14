//! The HTML report: one well-formed file that requests nothing and runs nothing.

use crate::web_sample::{HOSTILE, Sample};
use esprit::report::html::render;
use esprit::text::{Lang, Texts};
use std::collections::BTreeSet;

const SMALL: Sample = Sample { sites: 8, behaviours: 8, hostile: false };
const HOSTILE_ONE: Sample = Sample { sites: 12, behaviours: 10, hostile: true };

fn pages(sample: Sample) -> [String; 2] {
    [Lang::Fr, Lang::En].map(|lang| render(&sample.report(), &Texts::new(lang)))
}

/// Parses the tags of a page: names in order, with `/` for closing ones; fails if they do not nest.
fn tags(page: &str) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        assert!(
            !rest[..at].contains('>') || open.last().is_some_and(|last| last == "style"),
            "a bare >: {}",
            &rest[..at]
        );
        rest = &rest[at + 1..];
        // A tag ends at the first > outside quotes.
        let mut quoted = false;
        let end = rest.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let tag = &rest[..end.unwrap()];
        rest = &rest[end.unwrap() + 1..];
        let name = tag.split_whitespace().next().unwrap().to_owned();
        match name.strip_prefix('/') {
            Some(ends) => assert_eq!(open.pop().as_deref(), Some(ends)),
            None if matches!(name.as_str(), "!DOCTYPE" | "meta" | "br") => {}
            None => open.push(name.clone()),
        }
        found.push(name);
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Returns the text of a page, without its tags and its style sheet.
fn page_text(page: &str) -> String {
    let (_, body) = page.split_once("</style>").unwrap();
    let pieces = body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words);
    let words = pieces.collect::<Vec<_>>().join(" ");
    words.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_is_well_formed_whatever_its_texts() {
    for sample in [SMALL, HOSTILE_ONE, Sample { sites: 0, behaviours: 0, hostile: false }] {
        for page in pages(sample) {
            let known = [
                "!DOCTYPE",
                "html",
                "head",
                "meta",
                "title",
                "style",
                "body",
                "a",
                "svg",
                "defs",
                "pattern",
                "rect",
                "circle",
                "line",
                "path",
                "text",
                "tspan",
                "desc",
                "header",
                "main",
                "section",
                "nav",
                "h1",
                "h2",
                "h3",
                "h4",
                "p",
                "ol",
                "ul",
                "li",
                "dl",
                "dt",
                "dd",
                "div",
                "span",
                "strong",
                "small",
                "br",
                "details",
                "summary",
                "table",
                "caption",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "figure",
                "figcaption",
            ];
            let unknown: BTreeSet<String> =
                tags(&page).into_iter().filter(|tag| !known.contains(&tag.trim_start_matches('/'))).collect();
            assert!(unknown.is_empty(), "{unknown:?}");
        }
    }
}

#[test]
fn a_page_runs_nothing_and_requests_nothing() {
    for page in pages(HOSTILE_ONE) {
        for piece in ["<script", "<img", "<iframe", "<link", "http:", "https:", "@import"] {
            let hit = page.find(piece);
            assert!(hit.is_none(), "{piece}");
        }
        let runs = |name: &&str| {
            name.starts_with("on") || matches!(*name, "style" | "src" | "srcset" | "action" | "xlink:href")
        };
        assert_eq!(attribute_names(&page).into_iter().find(runs), None);
        let policy = attributes(&page, "content").into_iter().find(|content| content.contains("default-src")).unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(attributes(&page, "href").iter().all(|link| link.starts_with('#')), "a link leads away");
        let hostile = |c: &char| *c != '\n' && esprit::text::clean::is_hostile(*c);
        assert_eq!(page.chars().find(hostile), None);
        // Hostile text is displayed, harmlessly.
        for text in [HOSTILE[0], "&lt;script&gt;document.title='run'&lt;/script&gt;", "&lt;/title&gt;&lt;svg onload"] {
            assert!(page.contains(text), "{text}");
        }
    }
}

/// Returns the names of all attributes.
fn attribute_names(page: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for piece in page.split('<').skip(1) {
        // Every other piece between quotes is outside of them, up to the end of the tag.
        for outside in piece.split('"').step_by(2) {
            let (outside, over) = outside.split_once('>').map_or((outside, false), |(outside, _)| (outside, true));
            names.extend(outside.split_whitespace().filter_map(|name| name.strip_suffix('=')));
            if over {
                break;
            }
        }
    }
    names
}

#[test]
fn headings_are_nested_and_every_link_has_a_target() {
    for page in pages(SMALL) {
        let mut level = 0;
        for tag in tags(&page) {
            if let Some(next) = tag.strip_prefix('h').and_then(|digit| digit.parse::<u32>().ok()) {
                assert!(next <= level + 1, "h{next} after h{level}");
                level = next;
            }
        }
        let ids = attributes(&page, "id");
        let names: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(names.len(), ids.len(), "an id stands twice");
        for link in attributes(&page, "href") {
            assert!(names.contains(&link[1..]), "{link}");
        }
        for labels in attributes(&page, "aria-labelledby") {
            assert!(labels.split(' ').all(|label| names.contains(label)), "{labels}");
        }
        assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
        let charts = page.matches("role=\"img\"").count();
        assert!(charts > 10 && charts == page.matches("<desc").count(), "{charts}");
    }
}

#[test]
fn figures_have_n_and_interval_in_each_languages_format() {
    let [fr, en] = pages(SMALL).map(|page| page_text(&page));
    let report = SMALL.report();
    let score = &report.scores[0];
    let (mean, lower, upper) = (score.percent_mean.unwrap(), score.lower.unwrap(), score.upper.unwrap());
    let english = format!("Lyon Part-Dieu 3 1 {mean:.1}% {lower:.1} to {upper:.1}");
    assert!(en.contains(&english), "{english}\n{en}");
    let french = format!("Lyon Part-Dieu 3 1 {mean:.1}\u{202f}% {lower:.1} à {upper:.1}").replace('.', ",");
    assert!(fr.contains(&french), "{french}\n{fr}");
    for (page, said) in [
        (&en, "not enough data (0) no answer counts"),
        (&en, "Visits counted 2,345"),
        (&en, "2 January 2025 to 1 March 2026"),
        (&en, "New level since October 2025."),
        (&en, "Customers"),
        (&fr, "données insuffisantes (0) aucune réponse ne compte"),
        (&fr, "Visites comptées 2\u{202f}345"),
        (&fr, "du 2 janvier 2025 au 1er mars 2026"),
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!en.contains("NaN") && !en.contains("inf "));
}

#[test]
fn a_page_of_two_hundred_sites_is_small_and_reproducible() {
    let large = Sample { sites: 200, behaviours: 24, hostile: false };
    for (page, again) in pages(large).into_iter().zip(pages(large)) {
        assert!(page == again && page.len() < 1_000_000, "{}", page.len());
        tags(&page);
    }
}

/// Writes pages to look at: `ESPRIT_LOOK=DIR cargo test --test it html_report`.
#[test]
fn pages_to_look_at() {
    let Some(dir) = std::env::var_os("ESPRIT_LOOK").map(std::path::PathBuf::from) else { return };
    let large = Sample { sites: 200, behaviours: 24, hostile: false };
    for (name, sample) in [("small", SMALL), ("large", large), ("hostile", HOSTILE_ONE)] {
        for (lang, page) in ["fr", "en"].into_iter().zip(pages(sample)) {
            std::fs::write(dir.join(format!("{name}.{lang}.html")), page).unwrap();
        }
    }
}
