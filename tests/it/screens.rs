//! Every screen at every size, in both languages and all themes: complete, and without words from outside the
//! catalogues.

use crate::rendered::corrections;
use crate::support::{Flow, begin, buffer, bundled, moment, render};
use crate::texts::masked_texts;
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::results_data::Tab;
use esprit::app::{Model, Notice, Screen, Target};
use esprit::store::settings::{Glyphs, Theme};
use esprit::store::{IoCause, ListedChecklist, Source};
use esprit::text::{Lang, Texts};
use esprit::visit::{Action, Value, Visit};
use proptest::prelude::*;
use std::sync::Arc;

/// Returns the screens of the cover page and of the review.
fn page_and_review(lang: Lang) -> Vec<(&'static str, Flow)> {
    let visit = || Flow::visit(lang, &bundled("customer"));
    // The user's own text is no word of the catalogues.
    let mut page = visit();
    page.model.shared.settings.cover_text = Some("1".to_owned());
    page.keys("h");
    let mut own_page = Flow::new(lang);
    own_page.model.shared.settings.cover_text = Some("1\n2".to_owned());
    own_page.keys("Down Down Down Down Down Enter Down Down Down Down Down Down Down Enter");
    let during = [
        ("keys of the page", "h F1"),
        ("review", "n n m f"),
        ("reviewed at the end", "n n m f End"),
        ("about to finish", "n f f"),
        ("site", "f End Up Up Up Up Enter Backspace"),
        ("observer", "f End Up Up Up Enter"),
        ("kind", "f End Up Up Enter"),
        ("remark", "f End Up Enter"),
        ("note on the visit", "f End Enter"),
    ];
    let during = during.map(|(name, keys)| {
        let mut flow = visit();
        flow.keys(keys);
        (name, flow)
    });
    vec![("page", page), ("text of the page", own_page)].into_iter().chain(during).collect()
}

/// Returns the screens that have a module of their own.
fn screens_of_modules(lang: Lang) -> Vec<(&'static str, Flow)> {
    [
        crate::practise::flow::screens(lang),
        crate::checklist_import::screens(lang),
        crate::export_visit::screens(lang),
        corrections::screens(lang),
        crate::names_screen::screens(lang),
        crate::editor_screens::screens(lang),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns a visit that was read, with why its file cannot be trusted.
fn loaded(visit: Visit, doubt: Option<esprit::store::Message>) -> Message {
    Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt, play: None, named: None }))
}

/// Returns every screen with its name.
fn screens(lang: Lang) -> Vec<(&'static str, Model)> {
    let mut all = Vec::new();
    let mut add = |name, flow: Flow| all.push((name, flow.model));
    let visit = || Flow::visit(lang, &bundled("customer"));
    let home = |keys: &str| {
        let mut flow = Flow::new(lang);
        flow.keys(keys);
        flow
    };
    let during = |keys: &str| {
        let mut flow = visit();
        flow.keys(keys);
        flow
    };
    add("home", Flow::new(lang));
    add("before", home("Enter"));
    add("before the start", home("Enter Down Down Down Down Down"));
    add("past", home("Down Enter"));
    add("checklists", home("Down Down Down Enter"));
    add("a checklist", home("Down Down Down Enter Enter Down"));
    add("settings", home("Down Down Down Down Down Enter"));
    add("help", home("F1"));
    add("visit", visit());
    add("answered", during("t n p v x m u"));
    add("note", during("c"));
    add("choosing", during("Down Enter"));
    add("scale", during("End Enter"));
    add("options", during("Down Down Down Down Down Down Enter"));
    add("ago", during("a"));
    add("pause", during("s"));
    add("marks", during("m l"));
    add("placing", during("m f Enter"));
    for (name, flow) in page_and_review(lang) {
        add(name, flow);
    }
    add("leaving", during("Ctrl+q"));
    add("finished", during("f f f"));
    for (name, flow) in screens_of_modules(lang) {
        add(name, flow);
    }
    let mut practice = Flow::visit(lang, &bundled("practice"));
    practice.keys("n");
    add("practice", practice);
    let mut trouble = visit();
    trouble.disk = false;
    trouble.keys("n").send(Message::NotSaved(IoCause::Full.at("/1/2")));
    add("trouble", trouble);
    for (name, keys) in [("session", "Left"), ("timeline", "Right"), ("score", "s")] {
        let mut visit = begin(&bundled("customer"));
        visit.act(&Action::Answer { item: 1, value: Value::text("no"), seen: None }, &moment(9000)).unwrap();
        let mut flow = Flow::new(lang);
        flow.send(loaded(visit, Some(("verify-seal", vec![]))));
        flow.keys(keys);
        add(name, flow);
    }
    for (name, keys) in [("replay", "r"), ("replay items", "r Space Enter"), ("replay in the other order", "r Right o")]
    {
        let mut flow = Flow::new(lang);
        flow.send(loaded(crate::replay::visit_for_screens(), None));
        flow.keys(keys);
        add(name, flow);
    }
    add("training", home("Down Down Down Down Enter"));
    add("visits to replay", home(&format!("Down Down Down Down Enter {}", crate::replay::screen::to_row())));
    for tab in Tab::ALL {
        let mut flow = crate::results::open(lang);
        flow.send(Message::Clicked(Target::Tab(tab)));
        add("results", flow);
    }
    for (name, keys) in [("results read", "r"), ("results filter", "r f Down Down Down Down Down Right a")] {
        add(name, home(keys));
    }
    let mut exporting = crate::results::open(lang);
    exporting.keys("e");
    add("results export", exporting);
    let mut empty = Flow::new(lang);
    empty.keys("r");
    crate::results::answer(&mut empty, crate::report_fixture::single());
    for tab in Tab::ALL {
        empty.send(Message::Clicked(Target::Tab(tab)));
    }
    add("results of one visit", empty);
    add("results visits", crate::results::at_visits(lang));
    let mut broken = Flow::new(lang);
    let error = esprit::store::checklists::read(std::path::Path::new("/nowhere.json")).unwrap_err();
    broken.model.shared.library =
        Some(vec![ListedChecklist { id: "1".into(), source: Source::Bundled, definition: Err(error) }]);
    broken.keys("Down Down Down Down Enter Enter");
    add("a broken checklist", broken);
    all
}

#[test]
fn every_screen_renders_at_every_size_in_every_theme() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for (name, mut model) in screens(lang) {
            for (width, height) in [(80, 24), (120, 40), (60, 16), (40, 10), (300, 100), (41, 11), (200, 10)] {
                let screen = render(&model, &texts, width, height, 90_000);
                assert!(!screen.contains('\u{1b}'), "{name}");
                assert!(!screen.trim().is_empty(), "{name} at {width}x{height}");
            }
            for width in 0..4 {
                for height in 0..4 {
                    render(&model, &texts, width, height, 90_000);
                }
            }
            for theme in Theme::ALL {
                for glyphs in Glyphs::ALL {
                    model.shared.settings.theme = theme;
                    model.shared.settings.glyphs = glyphs;
                    render(&model, &texts, 80, 24, 90_000);
                }
            }
        }
    }
}

#[test]
fn the_essential_keys_are_always_shown() {
    for (lang, help) in [(Lang::Fr, "F1 aide"), (Lang::En, "F1 help")] {
        let texts = Texts::new(lang);
        for (name, model) in screens(lang) {
            for (width, height) in [(80, 24), (60, 16), (40, 10)] {
                let screen = render(&model, &texts, width, height, 90_000);
                assert!(
                    matches!(name, "page" | "keys of the page") || screen.contains(help),
                    "{name} at {width}x{height}:\n{screen}"
                );
            }
        }
    }
}

#[test]
fn the_mono_theme_and_the_cover_page_use_no_colour() {
    use ratatui::style::Color;
    let texts = Texts::new(Lang::Fr);
    for (name, mut model) in screens(Lang::Fr) {
        model.shared.settings.theme = if name == "page" { Theme::Dark } else { Theme::Mono };
        let buffer = buffer(&model, &texts, 80, 24, 90_000);
        let plain = buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset);
        assert!(plain, "{name}");
    }
}

#[test]
fn safe_glyphs_exist_in_every_font() {
    let allowed = "√×½·–■□►─│┌┐└┘←●░▒▓█↑↓→…«»—’“”−";
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for (name, mut model) in screens(lang) {
            model.shared.settings.glyphs = Glyphs::Safe;
            let screen = render(&model, &texts, 120, 40, 90_000);
            let odd: String = screen
                .chars()
                .filter(|c| !c.is_alphanumeric() && !c.is_ascii() && !allowed.contains(*c) && !c.is_whitespace())
                .collect();
            assert!(odd.is_empty(), "{name}: {odd}");
        }
    }
}

/// Every word of a screen comes from the catalogues, from a checklist or from the user.
#[test]
fn every_word_on_a_screen_is_from_the_catalogues() {
    let texts = masked_texts();
    let known = [
        "customer",
        "management",
        "internal",
        "practice",
        "my",
        "o",
        "Agence",
        "Lyon",
        "F",
        "Ctrl",
        "Alt",
        // Ids made for what has no text yet, and the codes of a checklist's languages.
        "section",
        "item",
        "option",
        "checklist",
        "fr",
        "en",
        "nowhere",
        "json",
        // The title of a scenario, which its visit has as site name.
        "The",
        "bakery",
        "on",
        "Saturday",
        // The path of a file that cannot be used, and three-letter months.
        "lyon",
        "Jan",
        "Mar",
        "Apr",
    ];
    for (name, mut model) in screens(Lang::En) {
        // Texts of a checklist are its author's: they are replaced by digits.
        if let Some(run) = &mut model.shared.active_visit {
            run.visit = silent(&run.visit);
        }
        if let Screen::Replay(replay) = model.screen_mut() {
            let (path, doubt, play) = (None, replay.record.doubt.clone(), replay.record.play.clone());
            replay.record = Arc::new(LoadedVisit { visit: silent(replay.whole()), path, doubt, play, named: None });
            replay.then = replay.replay.visit(replay.whole(), replay.order, replay.played);
        }
        if let Screen::Results(results) = model.screen_mut() {
            crate::results::silence(results);
        }
        crate::practise::silence(&mut model);
        let is_text_of_author = matches!(
            name,
            "session" | "timeline" | "score" | "a checklist" | "checklists" | "before" | "before the start"
        );
        if is_text_of_author || name.starts_with("import ") {
            continue;
        }
        let screen = render(&model, &texts, 120, 40, 90_000);
        let words: Vec<&str> = screen
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.chars().count() > 1 && !word.contains('¤') && !known.contains(word))
            .collect();
        assert!(words.is_empty(), "{name}: {words:?}\n{screen}");
    }
}

/// Returns a document with digits in place of its texts.
pub fn mute(value: &serde_json::Value, key: &str) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(map)
            if matches!(key, "label" | "title" | "min_label" | "max_label" | "unit") || map.contains_key("fr") =>
        {
            Value::from("123")
        }
        Value::Object(map) => Value::Object(map.iter().map(|(k, v)| (k.clone(), mute(v, k))).collect()),
        Value::Array(list) => Value::Array(list.iter().map(|v| mute(v, "")).collect()),
        other => other.clone(),
    }
}

/// Returns the same visit by a checklist whose texts are digits.
pub fn silent(visit: &esprit::visit::Visit) -> esprit::visit::Visit {
    let raw = mute(visit.definition().raw(), "");
    let definition = std::sync::Arc::new(esprit::visit::Definition::new(raw).unwrap());
    esprit::visit::Visit::from_events(definition, visit.events().to_vec()).unwrap()
}

#[test]
fn a_notice_is_shown_completely_on_a_small_screen() {
    let texts = Texts::new(Lang::Fr);
    for (_, mut model) in screens(Lang::Fr).into_iter().filter(|(name, _)| *name == "visit") {
        model.shared.notice = Some(Notice::Text("app-notice-leaving"));
        let screen = render(&model, &texts, 60, 16, 0).replace('\n', " ");
        assert!(screen.contains("encore pour quitter"), "{screen}");
    }
}

fn any_key() -> impl Strategy<Value = String> {
    let names = [
        "Enter",
        "Esc",
        "Tab",
        "BackTab",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Delete",
        "Backspace",
        "F1",
        "F2",
        "Space",
        "Ctrl+z",
        "Ctrl+y",
        "Ctrl+q",
        "Alt+Enter",
        "?",
        "+",
        "0",
        "1",
        "7",
        "é",
    ];
    let letters = "abcdefghijklmnopqrstuvwxyz".chars().map(|c| c.to_string());
    let all: Vec<String> = names.iter().map(|name| (*name).to_owned()).chain(letters).collect();
    prop::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    /// Whatever is pressed, nothing panics, every screen renders, and the events remain a visit.
    #[test]
    fn no_sequence_of_keys_breaks_anything(keys in prop::collection::vec(any_key(), 1..120), size in prop::sample::select(vec![(80u16, 24u16), (60, 16), (40, 10), (3, 2)])) {
        for start in 0..3 {
            let mut flow = match start {
                0 => Flow::visit(Lang::Fr, &bundled("customer")),
                1 => crate::practise::flow::started(Lang::Fr, "Right Enter"),
                _ => Flow::new(Lang::En),
            };
            for key in &keys {
                flow.keys(key);
                flow.screen(size.0, size.1);
            }
            if let Some(run) = &flow.model.shared.active_visit {
                let again = esprit::visit::State::fold(run.visit.definition(), run.visit.events()).unwrap();
                prop_assert_eq!(again.last_seq(), run.visit.state().last_seq());
            }
        }
    }
}
