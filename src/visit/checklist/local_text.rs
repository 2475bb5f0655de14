//! Text for people, in one language or in several.

use crate::text::{Lang, clean};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// Text for people: one text for every language, or one for each. Cleaned when read, so that it is safe to show.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum LocalText {
    /// The same text in every language.
    Same(String),
    /// Texts by language code.
    Each(BTreeMap<String, String>),
}

impl Default for LocalText {
    fn default() -> Self {
        Self::Same(String::new())
    }
}

impl LocalText {
    /// Returns the text in a language, or else in any language that exists.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Each(texts) => texts.get(lang.code()).or_else(|| texts.values().next()).map_or("", String::as_str),
        }
    }

    /// Returns the codes of the languages that have a text of their own; none for [`LocalText::Same`].
    pub fn languages(&self) -> Vec<&str> {
        match self {
            Self::Same(_) => Vec::new(),
            Self::Each(texts) => texts.keys().map(String::as_str).collect(),
        }
    }
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a text, or an object of texts by language")]
        enum Raw {
            Same(String),
            Each(BTreeMap<String, String>),
        }
        Ok(match Raw::deserialize(deserializer)? {
            Raw::Same(text) => Self::Same(clean(&text).into_owned()),
            Raw::Each(texts) => {
                Self::Each(texts.into_iter().map(|(lang, text)| (lang, clean(&text).into_owned())).collect())
            }
        })
    }
}
