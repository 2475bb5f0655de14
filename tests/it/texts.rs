//! The two catalogues have the same messages, and every message is used.

use esprit::text::catalogue::FILES;
use esprit::text::{Lang, Texts};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, Resource};
use fluent_syntax::serializer::serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the messages of a catalogue: id to pattern.
fn messages(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fluent_syntax::parser::parse_runtime(text).unwrap().body {
        let Entry::Message(message) = &entry else { panic!("neither a message nor a comment: {entry:?}") };
        let id = message.id.name.to_owned();
        let written = serialize(&Resource { body: vec![entry] });
        let (_, pattern) = written.split_once('=').unwrap();
        assert!(found.insert(id.clone(), pattern.to_owned()).is_none(), "{id} stands twice");
    }
    found
}

fn arguments(pattern: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    pattern.split('$').skip(1).map(name).collect()
}

/// Messages that quote an English parser error, with the argument that holds it; in French they show the position only.
const PARSERS_WORDS: [(&str, &str); 3] =
    [("fault-syntax", "message"), ("store-not-a-session", "reason"), ("verify-not-a-session", "reason")];

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    for (file, fr, en) in FILES {
        let (fr, en) = (messages(fr), messages(en));
        let ids = |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<BTreeSet<_>>();
        let difference: Vec<_> = ids(&fr).symmetric_difference(&ids(&en)).cloned().collect();
        assert!(difference.is_empty(), "{file}: {difference:?}");
        for (id, pattern) in &fr {
            let mut english = arguments(&en[id]);
            for (_, words) in PARSERS_WORDS.iter().filter(|(message, _)| message == id) {
                assert!(english.remove(*words), "{id}");
            }
            assert_eq!(arguments(pattern), english, "{id}");
        }
    }
}

#[test]
fn french_follows_french_typography() {
    for (file, fr, _) in FILES {
        for (id, pattern) in messages(fr) {
            let words: String = pattern.trim().split(['{', '}']).step_by(2).collect();
            assert!(!words.contains('\''), "{file}: {id}: straight apostrophe");
            for (at, c) in words.char_indices().filter(|(_, c)| matches!(c, ';' | '!' | '?')) {
                assert!(
                    words[..at].ends_with('\u{202f}') || words.trim() == c.to_string(),
                    "{file}: {id}: space before {c}"
                );
            }
            assert!(!words.contains(" :") && !words.contains("« ") && !words.contains(" »"), "{file}: {id}");
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// Returns every string in the source that looks like a message id.
fn named() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(path).unwrap();
        for piece in text.split('"').skip(1).step_by(1) {
            let plain = piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if plain && piece.contains('-') {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_message_is_used_and_every_used_one_exists() {
    let named = named();
    let all: BTreeSet<String> = FILES.iter().flat_map(|(_, fr, _)| messages(fr).into_keys()).collect();
    // Ids that the source composes.
    let built = [
        "month-",
        "app-key-",
        "app-help-",
        "type-",
        "editor-field-",
        "editor-explain-",
        "editor-row-",
        "editor-relation-",
        "editor-languages-",
        "editor-attitude-",
        "editor-type-",
        "editor-join-",
        "editor-comparison-",
        "checklist-help-",
    ];
    let unused: Vec<_> =
        all.iter().filter(|id| !named.contains(*id) && !built.iter().any(|b| id.starts_with(b))).collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
    let areas = [
        "app-",
        "cli-",
        "plain-",
        "store-",
        "fault-",
        "form-",
        "mend-",
        "verify-",
        "refusal-",
        "practise-",
        "event-",
        "value-",
        "kind-",
    ];
    let missing: Vec<_> = named
        .iter()
        .filter(|id| areas.iter().any(|area| id.starts_with(area)) && !all.contains(*id) && !id.ends_with('-'))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    for binding in esprit::app::keymap::TABLE {
        assert!(all.contains(&binding.short()) && all.contains(&binding.long()), "{}", binding.name);
    }
    for kind in esprit::visit::Response::TYPES {
        assert!(all.contains(&format!("type-{kind}")), "{kind}");
    }
}

#[test]
fn french_uses_one_word_per_concept() {
    for (file, fr, _) in FILES {
        for (id, pattern) in messages(fr) {
            // A folder is a « dossier », a visit's file is a « fiche ».
            assert!(!pattern.contains("dossier de visite"), "{file}: {id}");
        }
    }
    for listed in esprit::store::checklists::bundled() {
        let definition = listed.definition.unwrap();
        let fr = Lang::Fr;
        for (_, item) in definition.items() {
            let words = item.guide.values().map(|text| text.get(fr)).chain([item.label.get(fr)]);
            for text in words.chain([definition.checklist().title.get(fr)]) {
                assert!(!text.contains("manager") && !text.contains("brief"), "{}: {text}", listed.id);
            }
        }
    }
}

#[test]
fn no_message_stands_in_two_files() {
    let mut seen = BTreeMap::new();
    for (file, fr, _) in FILES {
        for id in messages(fr).into_keys() {
            assert_eq!(seen.insert(id.clone(), file), None, "{id} in {file}");
        }
    }
}

/// Returns the English texts with every letter replaced by `¤`: letters on a screen then come from elsewhere.
pub fn masked_texts() -> Texts {
    Texts::from_files(Lang::En, FILES.iter().map(|(_, _, text)| &*masked(text).leak()))
}

/// Returns a catalogue in which every letter but those of arguments is replaced.
fn masked(text: &str) -> String {
    let mut resource = fluent_syntax::parser::parse_runtime(text.to_owned()).unwrap();
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            message.value.iter_mut().for_each(mask);
        }
    }
    serialize(&resource)
}

fn mask(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = value.replace(char::is_alphabetic, "¤"),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    mask(&mut variant.value);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

#[test]
fn masking_keeps_arguments() {
    let masked = masked_texts();
    let text = masked.with("app-note-for", &[("item", "Lyon".into())]);
    assert!(text.contains("Lyon") && text.contains('¤'), "{text}");
    assert!(!masked.get("app-help").chars().any(char::is_alphabetic), "{}", masked.get("app-help"));
}

#[test]
fn numbers_and_times_follow_each_language() {
    let (fr, en) = (Texts::new(Lang::Fr), Texts::new(Lang::En));
    assert_eq!((fr.percent(83.333), en.percent(83.333)), ("83,3\u{202f}%".to_owned(), "83.3%".to_owned()));
    assert_eq!(
        (fr.decimal(-1_234_567.0, 0), en.decimal(1234.5, 2)),
        ("-1\u{202f}234\u{202f}567".to_owned(), "1,234.50".to_owned())
    );
    assert_eq!(fr.decimal(-0.01, 1), "0,0");
    let at = jiff::civil::date(2026, 3, 1).at(10, 2, 20, 0);
    assert_eq!(
        (fr.day_time(at), en.day_time(at)),
        ("1er mars 2026 à 10:02".to_owned(), "1 March 2026, 10:02".to_owned())
    );
    for (ms, text) in [(0, "0 s"), (24_999, "24 s"), (271_000, "4 min 31 s"), (7_500_000, "2 h 05 min")] {
        assert_eq!(fr.duration(ms).replace('\u{a0}', " "), text, "{ms} ms");
    }
}

#[test]
fn arguments_are_cleaned() {
    let texts = Texts::new(Lang::En);
    let text = texts.with("app-note-for", &[("item", "a\u{1b}[2J\u{202e}b".into())]);
    assert!(text.contains("a[2Jb"), "{text}");
}
