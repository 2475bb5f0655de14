//! A visit by keys in which everything happens, in both languages: from the form to the debrief, corrected afterwards, and
//! written as a page.

use crate::support::{Place, model, moment, press, program, render};
use esprit::app::key::Key;
use esprit::app::{Effect, Message, Model, Read, update};
use esprit::recorder::{self, Recorder, export};
use esprit::store::{Settings, sessions};
use esprit::text::{Lang, Texts};
use serde_json::Value;
use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;

/// The observer's own checklist; `no` requires a note on the greeting.
const CHECKLIST: &str = r#"{"format": "esprit.checklist/1", "id": "whole", "version": "1", "relation": "customer",
    "title": "Whole", "sections": [{"id": "greeting", "attitude": "greeting", "title": "Section 1", "items": [
    {"id": "greet", "label": "Item greet", "note_required_on": ["no"], "response": {"type": "behaviour"}},
    {"id": "smile", "label": "Item smile", "response": {"type": "behaviour"}},
    {"id": "thank", "label": "Item thank", "response": {"type": "behaviour"}},
    {"id": "price", "label": "Item price", "response": {"type": "number", "unit": "€"}},
    {"id": "wait", "label": "Item wait", "response": {"type": "timer"}},
    {"id": "questions", "label": "Item questions", "response": {"type": "count"}},
    {"id": "said", "label": "Item said", "response": {"type": "text"}},
    {"id": "late", "label": "Item late", "response": {"type": "behaviour"}}]}]}"#;

/// What differs between the languages.
struct Words {
    yes: &'static str,
    paused: &'static str,
    note_title: &'static str,
    price: &'static str,
    wait: &'static str,
    shown: [&'static str; 3],
    cover: &'static str,
    debrief: [&'static str; 3],
    unchanged: &'static str,
    corrected: [&'static str; 3],
}

const ENGLISH: Words = Words {
    yes: "y",
    paused: "PAUSED",
    note_title: "Note: Item greet",
    price: "€12.50",
    wait: "1:30",
    shown: ["12.50 €", "1 min 30 s", "recorded at"],
    cover: "bread",
    debrief: ["Strengths", "To work on", "Required notes"],
    unchanged: "since the last correction",
    corrected: ["Corrected by Chloé", "Item thank: yes → no", "Site: Lyon 3 → Lyon 4"],
};

const FRENCH: Words = Words {
    yes: "o",
    paused: "EN PAUSE",
    note_title: "Note : Item greet",
    price: "12,50 €",
    wait: "1 min 30",
    shown: ["12,50 €", "1 min 30 s", "noté à"],
    cover: "pain",
    debrief: ["Points forts", "Points à travailler", "Notes obligatoires"],
    unchanged: "depuis la dernière correction",
    corrected: ["Corrigée par Chloé", "Item thank : oui → non", "Site : Lyon 3 → Lyon 4"],
};

/// The application with its disk.
struct App<'p> {
    model: Model,
    texts: Texts,
    place: &'p Place,
    recorder: Recorder,
    ms: u64,
}

impl App<'_> {
    fn new(lang: Lang, place: &Place) -> App<'_> {
        let recorder = Recorder::new(place.folders(), program(), Settings::default());
        App { model: model(lang), texts: Texts::new(lang), place, recorder, ms: 0 }
    }

    fn send(&mut self, message: Message) -> &mut Self {
        let (now, folders) = (moment(self.ms), self.place.folders());
        let mut todo: VecDeque<Effect> = update(&mut self.model, message, &now).into();
        while let Some(effect) = todo.pop_front() {
            let mut messages = Vec::new();
            match effect {
                Effect::Write(write) => messages.extend(self.recorder.carry_out(write, &now)),
                Effect::Read(Read::ExportVisit(wanted)) => {
                    messages.push(export::export_visit(&folders, &wanted, &self.texts));
                }
                Effect::Read(read) => recorder::read(&folders, &read, &mut |message| messages.push(message)),
                _ => {}
            }
            for message in messages {
                todo.extend(update(&mut self.model, message, &now));
            }
        }
        self
    }

    /// Presses keys, a second apart.
    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.ms += 1000;
            self.send(Message::Key(press(key)));
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.ms += 200;
            self.send(Message::Key(Key::Char(c).into()));
        }
        self
    }

    /// Returns the screen with plain spaces.
    fn screen(&self) -> String {
        render(&self.model, &self.texts, 80, 24, self.ms).replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn shows(&self, what: &str) {
        let screen = self.screen();
        assert!(screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(what), "{what}: {screen}");
    }

    /// Returns the text of the newest page among the reports, with plain spaces and without markup.
    fn page(&self) -> String {
        let folder = self.place.folders().reports();
        let pages = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
        let newest: PathBuf = pages.max_by_key(|path| fs::metadata(path).unwrap().modified().unwrap()).unwrap();
        let html = fs::read_to_string(newest).unwrap();
        let body = &html[html.find("<body").unwrap()..];
        let text = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
        text.collect::<Vec<_>>()
            .join(" ")
            .replace(['\u{a0}', '\u{202f}'], " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Conducts the visit up to its review.
fn conduct(app: &mut App<'_>, lang: Lang, words: &Words) {
    app.keys("Enter Down Down").typed("Lyon 3").keys("Enter").typed("Ana").keys("Enter").typed("noon").keys("Enter");
    app.keys("Enter").shows("Item greet");
    // A note right after an answer is that answer's; a paste without a sign of one is part of it.
    app.keys("n c").shows(words.note_title);
    let paste = "queue of five\nshe looked away\n".chars();
    let paste = paste.map(|c| if c == '\n' { Key::Enter } else { Key::Char(c) }.into()).collect();
    app.typed("no greeting, ").send(Message::Burst(paste)).keys("Enter");
    // An answer taken back, and given otherwise.
    app.keys(words.yes).keys("u n");
    // The pause stops the clock at the key, and asks for its reason afterwards.
    app.keys("s");
    let clock = |app: &App<'_>| app.screen().lines().next().unwrap().split_whitespace().next_back().unwrap().to_owned();
    let stood = clock(app);
    app.typed("phone").keys("Enter");
    app.ms += 60_000;
    assert_eq!(clock(app), stood, "the clock stands");
    app.shows(words.paused);
    app.keys("s").keys(words.yes);
    if lang == Lang::En {
        app.keys("Enter").typed("1,234").keys("Enter").shows("can mean two numbers");
        app.keys("Esc");
    }
    app.keys("Enter").typed(words.price).keys("Enter");
    app.keys("Enter").typed(words.wait).keys("Enter");
    // Every press of a tally counts.
    for _ in 0..5 {
        app.ms += 20;
        app.send(Message::Key(press("+")));
    }
    app.keys("Down Enter").typed("merci").keys("Enter");
    app.keys("a").typed("30 s").keys("Enter").keys(words.yes);
    // The neutral page shows nothing of the visit; Tab takes in what was typed there.
    app.keys("h").shows(words.cover);
    assert!(!app.screen().contains("Lyon") && !app.screen().contains("Item"), "{}", app.screen());
    app.typed("two desks closed").keys("Tab Esc f");
    for sealed in ["Lyon 3", "Ana", "noon", "two desks closed", "no greeting, queue of five"] {
        app.shows(sealed);
    }
    app.keys("Down Down Down Enter").typed(" or so").keys("Enter").shows("noon or so");
}

fn whole_visit(lang: Lang, words: &Words) {
    let place = Place::new();
    let folder = place.folders().checklists();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("whole.json"), CHECKLIST).unwrap();
    let mut app = App::new(lang, &place);
    conduct(&mut app, lang, words);
    app.keys("f");
    words.debrief.iter().for_each(|title| app.shows(title));
    app.keys("e");
    let page = app.page();
    let content = [
        "Lyon 3",
        "Ana",
        "noon or so",
        "no greeting, queue of five she looked away",
        "phone",
        "merci",
        "two desks closed",
    ];
    for part in content.iter().chain(&words.shown).chain(&words.debrief) {
        assert!(page.contains(part), "{part}: {page}");
    }
    let first = place.sessions()[0].clone();
    let before = fs::read(&first).unwrap();
    let session = sessions::read_session(&first).unwrap().session;
    let answers: Vec<String> =
        session.answers.iter().map(|row| row.value.as_ref().map(ToString::to_string).unwrap_or_default()).collect();
    let yes = esprit::visit::Value::YES;
    assert_eq!(answers, ["no", "no", yes, "12.5", "90000", "5", "merci", yes]);
    assert_eq!(session.paused_ms, 62_000 + 5 * 200);

    // Corrected the next day: an answer, and the site.
    app.keys("Enter");
    app.ms += 24 * 3_600_000;
    app.send(Message::Key(press("Esc")));
    recorder::read(&place.folders(), &Read::LoadSession(first.clone()), &mut |message| _ = app.send(message));
    app.keys("m").typed("Chloé").keys("Enter").typed("wrong line").keys("Enter Home Down Down n f");
    app.keys("Home Enter").typed("Lyon 4").keys("Enter").shows("Lyon 4");
    app.keys("f e");
    let page = app.page();
    for part in words.corrected.iter().chain([&"wrong line", &words.unchanged, &"Lyon 4"]).chain(&content[1..]) {
        assert!(page.contains(part), "{part}: {page}");
    }
    let head = page.find("Item greet").unwrap();
    assert!(page.find(words.corrected[0]).unwrap() < head, "the head says that the visit was corrected: {page}");
    assert_eq!(fs::read(&first).unwrap(), before, "the first file is never changed");
    app.keys("Esc");

    let code = lang.code();
    assert_eq!(place.run(code, &["verify"], "").0, 0);
    let (_, report, err) = place.run(code, &["report", "--format", "json"], "");
    let report: Value = serde_json::from_str(&report).unwrap_or_else(|_| panic!("{err}"));
    assert_eq!((&report["source"]["sessions"], &report["source"]["corrected"]), (&1.into(), &1.into()));
    let sites: Vec<&Value> =
        report["coverage"]["rows"].as_array().unwrap().iter().map(|row| &row["key"]["site"]).collect();
    assert_eq!(sites, ["lyon-4"], "the site that was mistyped is not listed");
}

#[test]
fn everything_happens_in_an_english_visit_that_is_corrected_and_written_as_a_page() {
    whole_visit(Lang::En, &ENGLISH);
}

#[test]
fn everything_happens_in_a_french_visit_that_is_corrected_and_written_as_a_page() {
    whole_visit(Lang::Fr, &FRENCH);
}
