//! Corrections by keys: from the past visit through who and why to the visit's own screen.

use super::{answer, correct};
use crate::support::{Flow, Place, model, moment, press, program, render, saved_session};
use esprit::app::key::Key;
use esprit::app::{Effect, Message, Model, Read, update};
use esprit::recorder::{self, Recorder};
use esprit::store::Settings;
use esprit::text::{Lang, Texts};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

/// The application with the disk of a place, three days after the visit.
struct App<'p> {
    model: Model,
    texts: Texts,
    place: &'p Place,
    recorder: Recorder,
    ms: u64,
}

impl<'p> App<'p> {
    fn new(lang: Lang, place: &'p Place) -> Self {
        let recorder = Recorder::new(place.folders(), program(), Settings::default());
        Self { model: model(lang), texts: Texts::new(lang), place, recorder, ms: 3 * super::DAY }
    }

    fn send(&mut self, message: Message) {
        let now = moment(self.ms);
        let mut todo: VecDeque<Effect> = update(&mut self.model, message, &now).into();
        while let Some(effect) = todo.pop_front() {
            let Effect::Write(write) = effect else { continue };
            if let Some(message) = self.recorder.carry_out(write, &now) {
                todo.extend(update(&mut self.model, message, &now));
            }
        }
    }

    fn read(&mut self, read: &Read) -> &mut Self {
        let mut messages = Vec::new();
        recorder::read(&self.place.folders(), read, &mut |message| messages.push(message));
        for message in messages {
            self.send(message);
        }
        self
    }

    /// Opens a past visit.
    fn open(&mut self, path: &Path) -> &mut Self {
        self.read(&Read::LoadSession(path.to_owned()))
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.ms += 1000;
            self.send(Message::Key(press(key)));
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|c| self.send(Message::Key(Key::Char(c).into())));
        self
    }

    fn screen(&self) -> String {
        render(&self.model, &self.texts, 80, 24, self.ms)
    }
}

fn files(place: &Place) -> Vec<PathBuf> {
    let folder = place.sessions()[0].parent().unwrap().to_owned();
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_past_visit_is_corrected_by_keys_in_both_languages() {
    for (lang, no, title, head, done, made) in [
        (Lang::En, "n", "Correct this visit", "Correction · Agence Lyon 3", "Correction saved", "Corrected by Chloé"),
        (
            Lang::Fr,
            "n",
            "Corriger cette visite",
            "Correction · Agence Lyon 3",
            "Correction enregistrée",
            "Corrigée par Chloé",
        ),
    ] {
        let place = Place::new();
        let first = saved_session(&place);
        let mut app = App::new(lang, &place);
        app.open(&first).keys("m");
        assert!(app.screen().contains(title), "{}", app.screen());
        // The name of the settings stands there, and what is typed replaces it.
        app.keys("Enter Enter");
        assert!(app.model.shared.notice.is_some(), "a correction needs a reason");
        app.keys("Up").typed("Chloé").keys("Enter").typed("typo").keys("Enter");
        assert!(app.screen().contains(head), "{}", app.screen());
        assert!(app.screen().contains("00:01:00"), "the clock stands: {}", app.screen());
        app.keys(&format!("Home Down {no} f f f"));
        assert!(app.screen().contains(done), "{}", app.screen());
        assert_eq!(files(&place).len(), 2);
        let second = files(&place).into_iter().find(|path| path.to_str().unwrap().ends_with("_2.json")).unwrap();
        app.open(&second);
        assert!(app.screen().contains(made) && app.screen().contains("typo"), "{}", app.screen());
        app.keys("Right Right");
        assert!(app.screen().contains(" → "), "{}", app.screen());
        app.keys("Left Left Esc");
    }
}

#[test]
fn a_past_visit_is_declared_void_by_keys() {
    let place = Place::new();
    let first = saved_session(&place);
    let mut app = App::new(Lang::En, &place);
    app.open(&first).keys("v");
    assert!(app.screen().contains("Declare this visit void"), "{}", app.screen());
    app.keys("Enter").typed("wrong shop").keys("Enter");
    assert!(app.screen().contains("declared void"), "{}", app.screen());
    let void = files(&place).into_iter().find(|path| path.to_str().unwrap().ends_with("_2.json")).unwrap();
    app.open(&void);
    assert!(app.screen().contains("void") && app.screen().contains("wrong shop"), "{}", app.screen());
    // It is not declared void again.
    app.keys("v");
    assert!(app.screen().contains("is void already") && app.screen().contains("wrong shop"), "{}", app.screen());
    app.keys("Esc").read(&Read::LoadRecent(3));
    assert_eq!(app.model.shared.recent.as_ref().map(Vec::len), Some(1));
    assert!(app.screen().contains("void"), "{}", app.screen());
}

#[test]
fn a_correction_is_left_resumed_from_the_start_and_dropped() {
    let place = Place::new();
    let first = saved_session(&place);
    let mut app = App::new(Lang::En, &place);
    app.open(&first).keys("m Enter").typed("typo").keys("Enter Home Down n Esc");
    assert!(app.screen().contains("Back to the correction: Agence Lyon 3"), "{}", app.screen());
    app.keys("Home Delete");
    assert!(app.screen().contains("Drop this correction?"), "{}", app.screen());
    app.keys("y");
    assert!(app.screen().contains("as it was"), "{}", app.screen());
    assert!(app.model.shared.active_visit.is_none());
    assert_eq!(files(&place), std::slice::from_ref(&first));
    assert_eq!(place.folders().unfinished().read_dir().unwrap().count(), 0);

    // From another window, the same is offered for resuming.
    app.open(&first).keys("m Enter").typed("typo").keys("Enter");
    let mut other = App::new(Lang::Fr, &place);
    drop(app);
    other.read(&Read::LoadUnfinished);
    assert!(other.screen().contains("Reprendre la correction\u{a0}: Agence Lyon 3"), "{}", other.screen());
    other.keys("Home Delete o");
    assert_eq!(place.folders().unfinished().read_dir().unwrap().count(), 0);
}

#[test]
fn a_correction_by_keys_that_changes_nothing_says_so_and_writes_no_file() {
    for (lang, said) in [(Lang::En, "Nothing was changed"), (Lang::Fr, "Rien n’a été changé")] {
        let place = Place::new();
        let first = saved_session(&place);
        let mut app = App::new(lang, &place);
        app.open(&first).keys("m Enter").typed("typo").keys("Enter f f f");
        assert!(app.screen().contains(said), "{}", app.screen());
        assert_eq!(files(&place), [first]);
        assert_eq!(place.folders().unfinished().read_dir().unwrap().count(), 0);
    }
}

#[test]
fn the_list_of_past_visits_shows_each_once_and_marks_what_was_corrected() {
    let place = Place::new();
    let first = saved_session(&place);
    correct(&place, &first, 3, &[answer(2, "no")]);
    let mut visits = Vec::new();
    recorder::read(&place.folders(), &Read::LoadPast, &mut |message| {
        if let Message::Past { visits: more, .. } = message {
            visits.extend(more);
        }
    });
    assert_eq!((visits.len(), visits[0].corrections, visits[0].in_conflict), (1, 1, false));
    let mut flow = Flow::new(Lang::En);
    flow.send(Message::Start(esprit::app::Destination::Past { replays: false }));
    flow.send(Message::Past { visits, done: true });
    assert!(flow.screen(80, 24).contains("corrected"), "{}", flow.screen(80, 24));
}

#[test]
fn a_correction_offers_only_what_can_be_done_in_it() {
    for (lang, offered, refused) in [
        (Lang::En, ["Y yes", "C note"], ["M mark", "T timer", "A ago", "S pause", "H hide"]),
        (Lang::Fr, ["O oui", "C note"], ["M repère", "T chrono", "A il y a", "S pause", "H masquer"]),
    ] {
        let place = Place::new();
        let first = saved_session(&place);
        let mut app = App::new(lang, &place);
        app.open(&first);
        let void = if lang == Lang::En { "V declare void" } else { "V déclarer nulle" };
        let wide = render(&app.model, &app.texts, 160, 24, app.ms);
        assert!(wide.contains(void), "{wide}");
        app.keys("m Enter").typed("typo").keys("Enter Home");
        for item in ["Home", "Down"] {
            app.keys(item);
            let wide = render(&app.model, &app.texts, 200, 24, app.ms);
            let hints = wide.lines().rev().take(2).collect::<String>();
            assert!(refused.iter().all(|hint| !hints.contains(hint)), "{hints}");
            assert!(item == "Home" || offered.iter().all(|hint| hints.contains(hint)), "{hints}");
        }
        for key in ["m", "t", "a", "s"] {
            app.keys(key);
            let said = if lang == Lang::En { "In a correction nothing is timed" } else { "ne chronomètre rien" };
            assert!(app.screen().contains(said), "{key}: {}", app.screen());
        }
        app.keys("F1").typed("pause");
        let help = app.screen();
        assert!(!help.lines().any(|line| line.trim_start().starts_with("S ")), "{help}");
    }
}

#[test]
fn every_correction_is_told_in_the_head_and_can_be_reached() {
    let place = Place::new();
    let first = saved_session(&place);
    for (days, value) in [(1, "no"), (2, "yes"), (3, "no")] {
        correct(&place, &first, days, &[answer(2, value)]);
    }
    let path = place.sessions()[0].clone();
    for (lang, said, made) in [
        (Lang::En, "3 corrections (→). Corrected by Chloé, 4 March", "Corrected by Chloé, 2 March 2026"),
        (Lang::Fr, "3 corrections (→). Corrigée par Chloé, 4 mars", "Corrigée par Chloé, 2 mars 2026"),
    ] {
        let mut app = App::new(lang, &place);
        app.open(&path);
        assert!(app.screen().contains(said), "{}", app.screen());
        app.keys("Right Right");
        let all = app.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(all.contains(made), "{all}");
        // In a low window, the answers have most of the lines.
        app.keys("Left Left");
        let low = render(&app.model, &app.texts, 60, 16, app.ms);
        let head: Vec<&str> = low.lines().skip(2).take_while(|line| !line.trim().is_empty()).collect();
        assert!(head.len() <= 5, "{low}");
    }
}
