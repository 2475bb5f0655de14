//! Both front ends write the same file: keys on the screens and plain lines, in both languages, byte for byte.

use crate::support::{Place, SESSION, definition, model, moment, press, program, setup};
use esprit::app::key::Key;
use esprit::app::{Effect, Message, Model, update};
use esprit::plain::{Dialogue, DialogueEnd, Streams};
use esprit::recorder::Recorder;
use esprit::text::{Lang, Texts};
use esprit::visit::{Definition, Moment, Response, Stamp};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// A step of an observer: the keys, with typed text in quotes, and the line for the dialogue.
type Step = (&'static str, &'static str);

/// Every response type, a condition, a required note.
const ITEMS: &str = r#"
{"id": "wait", "label": "Wait", "response": {"type": "timer", "starts": "visit_start", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}},
{"id": "hello", "label": "Hello", "response": {"type": "behaviour"}, "note_required_on": ["no"], "weight": 2},
{"id": "strict", "label": "Strict", "response": {"type": "behaviour", "partly": false}, "when": {"item": "hello", "is": ["no", "partly"]}},
{"id": "scale", "label": "Scale", "response": {"type": "scale", "min": 0, "max": 10}},
{"id": "one", "label": "One", "response": {"type": "choice", "options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "points": 1}]}},
{"id": "many", "label": "Many", "response": {"type": "choice", "multiple": true,
  "options": [{"id": "a", "label": "A", "points": 0.5}, {"id": "b", "label": "B"}, {"id": "c", "label": "C", "points": 0.25},
    {"id": "d", "label": "D", "points": 0, "exclusive": true}]}},
{"id": "tally", "label": "Tally", "response": {"type": "count", "bands": [{"up_to": 1, "points": 0}, {"points": 1}]}},
{"id": "timer", "label": "Timer", "response": {"type": "timer"}},
{"id": "never", "label": "Never", "response": {"type": "timer"}},
{"id": "price", "label": "Price", "response": {"type": "number", "unit": "€"}},
{"id": "words", "label": "Words", "response": {"type": "text"}},
{"id": "last", "label": "Last", "response": {"type": "behaviour"}, "critical": true},
{"id": "back", "label": "Back", "response": {"type": "scale", "min": 0, "max": 10}, "role": "outcome"}"#;

/// `Y` stands for the language's letter for yes.
const STEPS: [Step; 43] = [
    ("t", "stop"),
    ("m", "mark"),
    ("n", "n"),
    ("u", "undo"),
    ("", "goto hello"),
    ("r", "redo"),
    ("", "goto 2"),
    ("c \"Not a word: à 10 h, rien\" Enter", "note Not a word: à 10 h, rien"),
    ("Up l Enter", "bind"),
    ("p", "p"),
    ("x", "x"),
    ("a \"20 s\" Enter", "ago 20"),
    ("7", "7"),
    ("2", "2"),
    // The option that excludes the others gives way to them.
    ("4 3 1 Enter", "4 3 1"),
    ("Space", "+"),
    ("+", "+"),
    ("Backspace", "clear"),
    ("4 Enter", "4"),
    ("t", "start"),
    ("t", "stop"),
    ("n", "never"),
    ("\"12,5\" Enter", "12,5"),
    ("Enter \"Bonne journée !\" Enter", "Bonne journée !"),
    // With keys the reason comes after the start of the pause, in a line with it: only a pause without one is the same.
    ("s Enter", "pause"),
    ("s", "continue"),
    ("m", "mark"),
    ("s Enter", "pause"),
    ("u", "undo"),
    ("", "list"),
    ("", "goto last"),
    ("s", "continue"),
    ("v", "v"),
    ("1 0", "10"),
    ("u", "undo"),
    ("u", "undo"),
    ("", "goto last"),
    ("Y", "Y"),
    ("9", "9"),
    ("Up Up Up Up Up Up", "goto tally"),
    ("a \"1 min\" Enter", "ago 60"),
    ("Space", "+"),
    ("f f", "finish"),
];

/// Returns the moment of each step; before one of them, the computer's clock is set.
fn moments() -> Vec<Moment> {
    let at = |step: usize| {
        let mut now = moment(40_000 + 1_300 * step as u64);
        if step >= 20 {
            now.wall =
                Stamp::new(now.wall.instant() + jiff::SignedDuration::from_hours(1), jiff::tz::Offset::constant(1));
        }
        now
    };
    (0..STEPS.len()).map(at).collect()
}

fn recorder(place: &Place) -> Recorder {
    Recorder::new(place.folders(), program(), esprit::store::Settings::default())
}

fn yes(lang: Lang, text: &str) -> String {
    text.replace('Y', if lang == Lang::Fr { "o" } else { "y" })
}

/// The screens with a disk.
struct Keys {
    model: Model,
    recorder: Recorder,
    path: Option<PathBuf>,
}

impl Keys {
    fn carry_out(&mut self, effects: Vec<Effect>, now: &Moment) {
        for effect in effects {
            let Effect::Write(write) = effect else { continue };
            let Some(message) = self.recorder.carry_out(write, now) else { continue };
            match &message {
                Message::Completed(path) => self.path = Some(path.clone()),
                Message::NotSaved(error) | Message::Failed(error) => panic!("{error}"),
                _ => {}
            }
            let more = update(&mut self.model, message, now);
            self.carry_out(more, now);
        }
    }

    fn press(&mut self, press: esprit::app::key::KeyPress, now: &Moment) {
        let effects = update(&mut self.model, Message::Key(press), now);
        self.carry_out(effects, now);
    }

    /// Presses the keys of a step; text in quotes is typed.
    fn keys(&mut self, keys: &str, now: &Moment) {
        for (at, piece) in keys.split('"').enumerate() {
            if at % 2 == 1 {
                piece.chars().for_each(|c| self.press(Key::Char(c).into(), now));
            } else {
                piece.split_whitespace().for_each(|name| self.press(press(name), now));
            }
        }
    }
}

fn begin(definition: &Arc<Definition>) -> Message {
    Message::Begin { definition: Arc::clone(definition), setup: Box::new(setup()) }
}

fn by_keys(lang: Lang, definition: &Arc<Definition>) -> String {
    let place = Place::new();
    let mut front = Keys { model: model(lang), recorder: recorder(&place), path: None };
    let effects = update(&mut front.model, begin(definition), &moment(0));
    front.carry_out(effects, &moment(0));
    for ((keys, line), now) in STEPS.iter().zip(moments()) {
        let before = front.model.shared.active_visit.as_ref().unwrap().visit.events().len();
        front.keys(&yes(lang, keys), &now);
        let made = front.model.shared.active_visit.as_ref().unwrap().visit.events().len() - before;
        let moves = ["goto", "ago", "list"].iter().any(|word| line.starts_with(word));
        assert_eq!(made > 0, !moves, "{keys}");
    }
    fs::read_to_string(front.path.unwrap()).unwrap()
}

fn by_lines(lang: Lang, definition: &Arc<Definition>) -> String {
    let place = Place::new();
    let texts = Texts::new(lang);
    let mut model = model(lang);
    let effects = update(&mut model, begin(definition), &moment(0));
    let all: Vec<Moment> = std::iter::once(moment(0)).chain(moments()).collect();
    let read = Cell::new(0);
    let clock = || {
        read.set(read.get() + 1);
        all[read.get() - 1]
    };
    let input = STEPS.map(|(_, line)| yes(lang, line)).join("\n");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let dialogue = Dialogue::new(model, &texts, recorder(&place), &clock, Streams::new(&mut out, &mut err));
    let ending = dialogue.run(effects, &mut input.as_bytes()).unwrap();
    let said = || format!("{}\n{}", String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
    let DialogueEnd::Finished(path) = ending else { panic!("{ending:?}: {}", said()) };
    assert_eq!(read.get(), all.len(), "{}", said());
    fs::read_to_string(path).unwrap()
}

#[test]
fn keys_and_lines_write_the_same_file_byte_for_byte() {
    let definition = definition(ITEMS);
    let types: BTreeSet<_> = definition.items().map(|(_, item)| item.response.type_name()).collect();
    assert_eq!(types, Response::TYPES.into_iter().collect(), "the script leaves no type out");
    let first = by_keys(Lang::En, &definition);
    let value: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(value["id"], SESSION);
    let made: BTreeSet<_> = value["events"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap()).collect();
    for kind in [
        "started",
        "answered",
        "cleared",
        "noted",
        "marked",
        "mark_bound",
        "counted",
        "timer_started",
        "timer_stopped",
        "timer_never",
        "paused",
        "unpaused",
        "clock_shifted",
        "undone",
        "redone",
        "finished",
    ] {
        assert!(made.contains(kind), "the script makes no {kind}");
    }
    for (name, other) in [
        ("lines, English", by_lines(Lang::En, &definition)),
        ("keys, French", by_keys(Lang::Fr, &definition)),
        ("lines, French", by_lines(Lang::Fr, &definition)),
    ] {
        let differs = first.bytes().zip(other.bytes()).position(|(a, b)| a != b);
        let around = |text: &str, at: usize| {
            String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(200)..(at + 200).min(text.len())]).into_owned()
        };
        assert!(first == other, "{name}: {:?}", differs.map(|at| (around(&first, at), around(&other, at))));
    }
    assert!(esprit::store::verify::verify_text(&first).is_ok());
}
