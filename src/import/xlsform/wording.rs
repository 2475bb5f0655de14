//! The texts of a form in its languages.

use super::findings::Findings;
use super::headers::{Column, Field};
use super::languages::language_code;
use super::sheets::Table;
use crate::spreadsheet::Row;
use crate::text::clean;
use crate::visit::checklist::LocalText;

/// The fields with texts that people read.
const TEXTS: [Field; 4] = [Field::Label, Field::Hint, Field::GuidanceHint, Field::ConstraintMessage];

/// The most languages of a form.
const MOST_LANGUAGES: usize = 30;

/// The languages of a form.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// Their codes, the default language first; empty if the form does not say in which language it is.
    pub(super) languages: Vec<String>,
    /// The language of columns without one.
    unnamed: Option<String>,
}

impl Wording {
    /// Finds the languages of the tables, given the `default_language` of the settings.
    pub(super) fn find(tables: &[&Table], default_language: &str, findings: &mut Findings) -> Self {
        let is_filled =
            |table: &Table, column: &Column| table.rows.iter().any(|row| !row.cell(column.index).is_empty());
        let mut languages: Vec<String> = Vec::new();
        // A column without a language, beside one of the same field with one.
        let mut beside: Option<(&Table, &Column)> = None;
        for (table, field) in tables.iter().flat_map(|table| TEXTS.map(|field| (*table, field))) {
            let filled: Vec<&Column> = table.of(field).filter(|column| is_filled(table, column)).collect();
            for column in &filled {
                let Some(language) = &column.language else { continue };
                if !languages.contains(language) {
                    languages.push(language.clone());
                }
                if !column.is_language_known {
                    findings.column(table, column.index, None, "form-language-unknown", &[("language", language)]);
                }
            }
            let without = filled.iter().find(|column| column.language.is_none() && filled.len() > 1);
            beside = beside.or(without.map(|column| (table, *column)));
        }
        if languages.len() > MOST_LANGUAGES
            && let Some(table) = tables.first()
        {
            let most = MOST_LANGUAGES.to_string();
            findings.fault(table.header_place(0), "form-too-many-languages", &[("most", &most)]);
            languages.truncate(MOST_LANGUAGES);
        }
        let default = language_code(default_language).map(|(code, _)| code);
        let unnamed = match beside {
            Some((table, column)) if default.is_none() => {
                let guess = ["en", "fr"].into_iter().find(|code| !languages.iter().any(|language| language == code));
                if let Some(code) = guess {
                    findings.column(table, column.index, None, "form-language-assumed", &[("language", code)]);
                }
                guess.map(str::to_owned)
            }
            _ => default,
        };
        if let Some(first) = &unnamed {
            languages.retain(|language| language != first);
            languages.insert(0, first.clone());
        }
        Self { languages, unnamed }
    }

    /// Returns the text of a field in a row, in every language of the form; `None` if there is none in any.
    pub(super) fn text(&self, table: &Table, row: &Row, field: Field, findings: &mut Findings) -> Option<LocalText> {
        let mut read = |column: &Column| read_text(table, row, column, findings);
        let named: Vec<(&str, usize, String)> = (table.of(field))
            .filter_map(|column| Some((column.language.as_deref()?, column.index, read(column))))
            .collect();
        let without = table.of(field).find(|column| column.language.is_none());
        let without = without.map(|column| (column.index, read(column)));
        let unnamed = without.as_ref().map_or("", |(_, text)| text);
        let fallback = named.iter().map(|(.., text)| text.as_str()).chain([unnamed]).find(|text| !text.is_empty())?;
        if self.languages.is_empty() {
            return Some(LocalText::Same(fallback.to_owned()));
        }
        let mut texts = Vec::new();
        for language in &self.languages {
            let own = named.iter().find(|(code, ..)| code == language);
            let is_unnamed = self.unnamed.as_ref() == Some(language);
            let own_text = own.map_or("", |(.., text)| text);
            let text = if own_text.is_empty() && is_unnamed { unnamed } else { own_text };
            if text.is_empty() {
                let missing = [("language", language.as_str())];
                let without = without.as_ref().map(|(index, _)| *index);
                let own = own.map(|(_, index, _)| *index).or(without.filter(|_| is_unnamed));
                match (own, without) {
                    (Some(column), _) => {
                        findings.column(table, column, Some(row.number), "form-text-missing", &missing);
                    }
                    // One column for a single language needs no name.
                    (None, Some(_)) if self.languages.len() == 1 => {}
                    (None, _) => {
                        let first = table.of(field).next().map_or(0, |column| column.index);
                        findings.column(table, first, Some(row.number), "form-text-one-language", &[]);
                    }
                }
            }
            texts.push((language.clone(), if text.is_empty() { fallback } else { text }.to_owned()));
        }
        if let Some((column, text)) = &without
            && !text.is_empty()
            && !texts.iter().any(|(_, kept)| kept == text)
        {
            findings.column(table, *column, Some(row.number), "form-dropped", &[]);
        }
        Some(LocalText::Each(texts.into_iter().collect()))
    }
}

/// Joins texts of one form in each language.
pub(super) fn join<'t>(texts: impl IntoIterator<Item = &'t LocalText>) -> Option<LocalText> {
    texts.into_iter().fold(None, |joined, text| match joined {
        None => Some(text.clone()),
        Some(joined) => Some(match (joined, text) {
            (LocalText::Each(mut texts), LocalText::Each(more)) => {
                for (language, text) in &mut texts {
                    if let Some(more) = more.get(language) {
                        *text = format!("{text} – {more}");
                    }
                }
                LocalText::Each(texts)
            }
            (LocalText::Each(texts), LocalText::Same(more)) => LocalText::Each(
                texts.into_iter().map(|(language, text)| (language, format!("{text} – {more}"))).collect(),
            ),
            (LocalText::Same(text), LocalText::Each(more)) => LocalText::Each(
                more.iter().map(|(language, more)| (language.clone(), format!("{text} – {more}"))).collect(),
            ),
            (LocalText::Same(text), LocalText::Same(more)) => LocalText::Same(format!("{text} – {more}")),
        }),
    })
}

/// Returns a text without formatting, on one line; says what is lost with it.
fn read_text(table: &Table, row: &Row, column: &Column, findings: &mut Findings) -> String {
    let written = row.cell(column.index);
    let plain = without_formatting(written);
    if plain.split_whitespace().ne(written.split_whitespace()) {
        findings.column(table, column.index, Some(row.number), "form-formatting", &[]);
    }
    if plain.contains("${") {
        findings.column(table, column.index, Some(row.number), "form-inserted", &[]);
    }
    clean(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Removes tags, `**` and the signs of headings.
fn without_formatting(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let heading = text.trim_start_matches('#').strip_prefix(' ').filter(|_| text.starts_with('#'));
    let mut rest = heading.unwrap_or(text);
    while let Some(at) = rest.find(['<', '*']) {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let is_tag = after.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
        let end = after.find('>').filter(|_| after.starts_with('<') && is_tag);
        let length = match end {
            Some(end) => end + 1,
            None if after.starts_with("**") => 2,
            None => {
                plain.push_str(after.get(..1).unwrap_or_default());
                1
            }
        };
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_is_removed_and_nothing_else() {
        for (text, plain) in [
            ("**Car** or bike", "Car or bike"),
            ("<span style=\"display:none\">r1 - Do you?</span>", "r1 - Do you?"),
            ("# Title", "Title"),
            ("#1 thing", "#1 thing"),
            ("wait < 5 minutes > 3 * 2", "wait < 5 minutes > 3 * 2"),
            ("a <b", "a <b"),
            ("é<br/>è", "éè"),
        ] {
            assert_eq!(without_formatting(text), plain);
        }
    }
}
