//! Texts for people, in the languages of a checklist.

use super::form::LanguageText;
use crate::text::clean;
use crate::visit::checklist::LocalText;
use std::collections::BTreeMap;

/// Returns a text in every declared language, and in others that it has. One that is not needed may be blank in all.
pub(super) fn in_languages(text: Option<&LocalText>, declared: &[&str], is_needed: bool) -> Vec<LanguageText> {
    let mut languages: Vec<Option<&str>> = declared.iter().copied().map(Some).collect();
    let others = text.map(LocalText::languages).unwrap_or_default();
    languages.extend(others.into_iter().filter(|language| !declared.contains(language)).map(Some));
    if languages.is_empty() {
        languages.push(None);
    }
    let in_language = |language: Option<&str>| match (text, language) {
        (Some(LocalText::Same(text)), _) => text.clone(),
        (Some(LocalText::Each(texts)), Some(language)) => texts.get(language).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let is_blank = languages.iter().all(|language| in_language(*language).trim().is_empty());
    let cell = |language: Option<&str>| {
        let text = in_language(language);
        let is_missing = text.trim().is_empty() && (is_needed || !is_blank);
        LanguageText { language: language.map(str::to_owned), text, is_missing }
    };
    languages.into_iter().map(cell).collect()
}

/// Returns a text with another wording in one language; `None` if it is blank in all.
pub(super) fn with_text(
    before: Option<&LocalText>,
    declared: &[&str],
    language: Option<&str>,
    text: &str,
) -> Option<LocalText> {
    let text = clean(text).into_owned();
    let Some(language) = language else { return Some(LocalText::Same(text)).filter(has_text) };
    let texts: BTreeMap<String, String> = match before {
        None => BTreeMap::from([(language.to_owned(), text)]),
        Some(LocalText::Same(same)) if same.trim().is_empty() => BTreeMap::from([(language.to_owned(), text)]),
        Some(LocalText::Same(_)) if declared.len() < 2 => return Some(LocalText::Same(text)).filter(has_text),
        // The text was the same in every language: it now differs in one.
        Some(LocalText::Same(same)) => {
            let of = |other: &str| if other == language { text.clone() } else { same.clone() };
            declared.iter().map(|&other| (other.to_owned(), of(other))).collect()
        }
        Some(LocalText::Each(texts)) => {
            let mut texts = texts.clone();
            texts.insert(language.to_owned(), text);
            texts
        }
    };
    let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    Some(LocalText::Each(texts)).filter(has_text)
}

fn has_text(text: &LocalText) -> bool {
    match text {
        LocalText::Same(text) => !text.trim().is_empty(),
        LocalText::Each(texts) => !texts.is_empty(),
    }
}
