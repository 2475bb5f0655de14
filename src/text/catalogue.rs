//! One file of one language: its messages, as Fluent reads them.

use super::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use hashbrown::HashMap;
use unic_langid::LanguageIdentifier;

macro_rules! files {
    ($($name:literal)*) => {
        /// The catalogues' files, those that a screen needs first: name, French, English.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("fr/", $name, ".ftl")),
            include_str!(concat!("en/", $name, ".ftl")),
        )),*];
    };
}

files! {
    "common" "app" "visit" "cover" "debrief" "cli" "plain" "training" "present" "faults" "page" "report" "results"
    "replay" "agreement" "class" "practise" "document" "help" "names" "import" "scenario"
}

/// The messages of a file.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The messages without arguments: a screen shows dozens of them in a frame.
    fixed: HashMap<String, String>,
}

impl Catalogue {
    /// Reads a text in Fluent's syntax.
    pub fn read(lang: Lang, text: &str) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        // The catalogues are compiled in and a test parses them all; a message with a fault is left out.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let id = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        };
        let ids: Vec<String> = resource.entries().filter_map(id).collect();
        bundle.add_resource_overriding(resource);
        let fixed = |id: String| {
            let mut errors = Vec::new();
            let text = bundle.format_pattern(bundle.get_message(&id)?.value()?, None, &mut errors).into_owned();
            errors.is_empty().then_some((id, text))
        };
        Self { fixed: ids.into_iter().filter_map(fixed).collect(), bundle }
    }

    /// Returns a message without arguments.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// Returns a message with its arguments.
    pub fn with(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        // An argument that is missing stands as its name.
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}
