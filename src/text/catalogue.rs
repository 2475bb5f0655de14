//! One file of one language: its messages.
//!
//! Most messages are one piece of text on one line. A screen says dozens of them in a frame, so they are found with one
//! look; the file is read in Fluent's way only when a message is wanted that has something to fill in or several lines.

use super::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use hashbrown::HashMap;
use std::borrow::Cow;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

macro_rules! files {
    ($($place:literal $name:literal $(| $beginning:literal)*,)*) => {
        /// The catalogues' files: name, French, English; [`file_of`] tells in which of them a message is.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("fr/", $name, ".ftl")),
            include_str!(concat!("en/", $name, ".ftl")),
        )),*];

        /// Gives the place, among [`FILES`], of the file that holds a message: the beginning of its id says so.
        #[must_use]
        pub fn file_of(id: &str) -> usize {
            match id.split_once('-').map_or(id, |(beginning, _)| beginning) {
                $($name $(| $beginning)* => $place,)*
                _ => 0,
            }
        }
    };
}

// Place, name, and how the ids in it begin where that is not its name.
files! {
    0 "common",
    1 "cli",
    2 "plain",
    3 "faults" | "fault" | "mend" | "reading" | "store" | "verify",
    4 "app",
    5 "page",
    6 "report" | "advice" | "sheet",
    7 "results",
    8 "replay",
    9 "training",
    10 "present",
    11 "agreement",
    12 "class",
    13 "practise",
}

/// The English files with every letter of their own replaced by `¤`.
static MASKED: LazyLock<Vec<String>> = LazyLock::new(|| FILES.iter().map(|(_, _, en)| masked(en)).collect());

/// A file's messages.
pub struct Catalogue {
    /// Those that are one piece of text on one line.
    lines: HashMap<&'static str, &'static str>,
    whole: LazyLock<Whole, Box<dyn FnOnce() -> Whole + Send>>,
}

/// A file as Fluent reads it.
struct Whole {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments that are made of several pieces.
    composed: HashMap<&'static str, String>,
}

impl Catalogue {
    /// Reads the file at a place among [`FILES`], with its own words or with `¤` for their letters.
    pub fn read(lang: Lang, place: usize, own: bool) -> Self {
        let text = match (FILES.get(place), lang) {
            (Some(_), _) if !own => MASKED.get(place).map_or("", String::as_str),
            (Some((_, fr, _)), Lang::Fr) => fr,
            (Some((_, _, en)), Lang::En) => en,
            (None, _) => "",
        };
        let (lines, pieces) = messages(text);
        Self { lines, whole: LazyLock::new(Box::new(move || Whole::read(lang, text, &pieces))) }
    }

    /// Gives a message without arguments.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.lines.get(id).copied().or_else(|| self.whole.composed.get(id).map(String::as_str))
    }

    /// Gives a message with its arguments.
    pub fn with(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.whole.resolve(id, Some(args)).map(|(text, _)| text.into_owned())
    }
}

impl Whole {
    fn read(lang: Lang, text: &'static str, pieces: &[&'static str]) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        // The catalogues are compiled in and a test reads them all; what cannot be read is left out.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        let mut whole = Self { bundle, composed: HashMap::new() };
        let composed = |id: &&'static str| match whole.resolve(id, None)? {
            (text, true) => Some((*id, text.into_owned())),
            _ => None,
        };
        whole.composed = pieces.iter().filter_map(composed).collect();
        whole
    }

    /// Gives a message, and whether nothing was missing.
    fn resolve<'a>(&'a self, id: &str, args: Option<&'a FluentArgs<'_>>) -> Option<(Cow<'a, str>, bool)> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        Some((text, errors.is_empty()))
    }
}

/// Gives the id of the message that begins on a line of a catalogue.
#[must_use]
pub fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(plain)).then_some(id)
}

/// Gives a catalogue's messages that are one piece of text on one line, and the ids of the others.
fn messages(catalogue: &str) -> (HashMap<&str, &str>, Vec<&str>) {
    let (mut lines, mut pieces) = (HashMap::new(), Vec::new());
    let mut last = None;
    for line in catalogue.lines().filter(|line| !line.is_empty()) {
        if line.starts_with(' ') {
            // It goes on with the message before.
            let id: Option<&str> = last.take();
            pieces.extend(id.filter(|id| lines.remove(id).is_some()));
            continue;
        }
        last = message_id(line);
        let Some((id, (_, text))) = last.zip(line.split_once('=')) else { continue };
        if line.contains('{') {
            pieces.push(id);
        } else {
            lines.insert(id, text.trim_matches(' '));
        }
    }
    (lines, pieces)
}

/// Replaces the letters of a catalogue's patterns, leaving ids, variants and placeables as they are.
fn masked(catalogue: &str) -> String {
    let mut out = String::with_capacity(catalogue.len());
    for line in catalogue.lines() {
        let trimmed = line.trim_start();
        let comment = trimmed.starts_with('#');
        let variant = trimmed.starts_with('[') || trimmed.starts_with("*[");
        let pattern_at = match () {
            () if comment => line.len(),
            () if variant => line.find(']').map_or(line.len(), |at| at + 1),
            () if line.starts_with(char::is_whitespace) => 0,
            () => line.find('=').map_or(0, |at| at + 1),
        };
        let (head, pattern) = line.split_at(pattern_at);
        out.push_str(head);
        let mut depth = 0u32;
        for c in pattern.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            out.push(if depth == 0 && c.is_alphabetic() { '¤' } else { c });
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_with_one_look_is_what_fluent_reads() {
        for lang in Lang::ALL {
            for (place, (name, ..)) in FILES.iter().enumerate() {
                let catalogue = Catalogue::read(lang, place, true);
                let whole = &catalogue.whole;
                assert!(!catalogue.lines.is_empty(), "{name}");
                for (id, text) in &catalogue.lines {
                    let read = whole.resolve(id, None).unwrap();
                    assert_eq!((read.0.as_ref(), read.1), (*text, true), "{id}");
                    assert!(!text.is_empty(), "{id}");
                }
            }
        }
    }

    #[test]
    fn a_message_of_several_lines_is_one_however_its_first_line_looks() {
        let (lines, pieces) =
            messages("a = one\nb =\n    two\n    lines\n\nc = { d }\n# e = not\nf = on\n  and on\ng =  last \n");
        assert_eq!(pieces, ["b", "c", "f"]);
        assert_eq!(lines, HashMap::from([("a", "one"), ("g", "last")]));
    }
}
