//! The sentences of advice, and the report as JSON.

use crate::report_fixture;
use crate::schemas::check;
use esprit::analysis::figures::{Advice, Says, Warning};
use esprit::analysis::{Dimension, Key};
use esprit::report::{json, sentences};
use esprit::text::{Lang, Texts};

const SAYS: [Says; 18] = [
    Says::Overall,
    Says::Best,
    Says::Worst,
    Says::AmongBest,
    Says::NotYet,
    Says::SitesByObserver,
    Says::Better,
    Says::Worse,
    Says::Noise,
    Says::First,
    Says::Mirror,
    Says::MirrorInternal,
    Says::BlindSpot,
    Says::Lenient,
    Says::Severe,
    Says::Critical,
    Says::Waits,
    Says::TooFew,
];

#[test]
fn every_sentence_has_its_figure_interval_and_number() {
    let report = report_fixture::full();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for says in SAYS {
            for (key, needed) in [
                (Key::all(), None),
                (Key::all().and(Dimension::Site, "lyon-3"), Some(16)),
                (Key::all().and(Dimension::Behaviour, "approach"), None),
            ] {
                for value in [None, Some(-0.25), Some(0.4)] {
                    let advice = Advice {
                        says,
                        key: key.clone(),
                        checklist: "customer".to_owned(),
                        n: 1234,
                        value,
                        lower: value.map(|value| value - 0.1),
                        upper: value.map(|value| value + 0.1),
                        visits_needed: needed,
                        sites: vec!["lyon-3".to_owned(), "brest".to_owned()],
                        more_sites: 2,
                        ..Advice::default()
                    };
                    let sentence = sentences::advice_sentence(&advice, &report, &texts);
                    for left in ["advice-", "report-", "page-", "{", "NaN", "–"] {
                        assert!(!sentence.contains(left), "{says:?}: {sentence}");
                    }
                    let says_figure = sentence.contains("1,234") || sentence.contains("1\u{202f}234");
                    assert!(says_figure || !has_count(&advice), "{says:?}: {sentence}");
                }
            }
        }
    }
}

/// Returns whether a sentence has the number of visits: not where it says how many are needed, names sites or gains.
fn has_count(advice: &Advice) -> bool {
    match advice.says {
        Says::AmongBest | Says::First => false,
        Says::NotYet => advice.visits_needed.is_none(),
        Says::Waits => advice.value.is_none(),
        _ => true,
    }
}

#[test]
fn what_must_be_known_follows_the_sentence() {
    let report = report_fixture::full();
    let observer = "o12".to_owned();
    for (lang, words) in [
        (
            Lang::En,
            [
                "One site visited in one period only is left out.",
                "3 sites",
                "cannot be told apart",
                "rates unlike the others",
            ],
        ),
        (Lang::Fr, ["Un site", "3 sites", "distinguer", "autrement"]),
    ] {
        let texts = Texts::new(lang);
        let sentence =
            |advice: &Advice| sentences::advice_sentence(advice, &report, &texts).replace(['\u{a0}', '\u{202f}'], " ");
        let plain = Advice { warning: None, ..report.advice[0].clone() };
        let bare = sentence(&plain);
        let with = |sites_apart: u64, warning: Option<Warning>| {
            let got = sentence(&Advice { sites_apart, warning, ..plain.clone() });
            assert!(got.starts_with(&bare) && got.len() > bare.len(), "{got}");
            got
        };
        let got = [
            with(1, None),
            with(3, None),
            with(0, Some(Warning::OneObserver { observer: observer.clone() })),
            with(0, Some(Warning::ExtremeObserver { observer: observer.clone() })),
        ];
        for (got, words) in got.iter().zip(words) {
            assert!(got.contains(words), "{got}");
        }
        assert!(got[2].contains("o12") && got[3].contains("o12"));
    }
}

#[test]
fn the_sentences_of_the_sample_match_their_snapshot() {
    let report = report_fixture::full();
    let said = |lang| {
        let texts = Texts::new(lang);
        let sentence =
            |advice| sentences::advice_sentence(advice, &report, &texts).replace(['\u{a0}', '\u{202f}'], " ");
        report.advice.iter().map(sentence).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("sentences-en", said(Lang::En));
    insta::assert_snapshot!("sentences-fr", said(Lang::Fr));
}

#[test]
fn a_sentence_on_another_checklist_names_it() {
    let report = report_fixture::full();
    let advice = Advice { checklist: "management".to_owned(), ..report.advice[0].clone() };
    let sentence = sentences::advice_sentence(&advice, &report, &Texts::new(Lang::En));
    assert!(sentence.starts_with("Between managers and teams — "), "{sentence}");
}

#[test]
fn every_report_in_json_fits_the_schema_and_has_the_figures() {
    for report in
        [report_fixture::full(), report_fixture::single(), report_fixture::with_text_everywhere("\u{1b}[2J\u{202e}=1")]
    {
        let text = json::render(&report).unwrap();
        check("report", &text);
        assert!(text.ends_with("}\n"));
        assert!(!text.chars().any(|c| c != '\n' && esprit::text::clean::is_hostile(c)));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value, serde_json::to_value(&report).unwrap());
    }
    let text = json::render(&report_fixture::full()).unwrap();
    assert!(text.contains("83.33333333333333"), "full precision");
}
