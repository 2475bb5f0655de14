//! Text for people, in one language or in several.

use crate::text::{Lang, clean};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// Text for people: one text for every language, or one for each. Cleaned as it is read, so that it may be shown.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum LocalText {
    /// The same in every language.
    Same(String),
    /// By language code.
    Each(BTreeMap<String, String>),
}

impl Default for LocalText {
    fn default() -> Self {
        Self::Same(String::new())
    }
}

impl LocalText {
    /// Gives the text in a language, or else in any that there is.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Each(texts) => texts.get(lang.code()).or_else(|| texts.values().next()).map_or("", String::as_str),
        }
    }

    /// Gives the languages that it names; none where one text serves for all.
    #[must_use]
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
