//! The columns of a sheet with a question in each line: one table for the import and the export.

use crate::text::{Lang, fold_name};
use std::collections::HashMap;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The heading of the section; empty as above.
    Section,
    /// The share of the section, in percent; empty as above.
    SectionWeight,
    /// The attitude of the section; empty as above.
    Attitude,
    /// The number that conditions name the question by.
    Number,
    /// The id of the item.
    Id,
    /// The question.
    Question,
    /// The kind of answer, see [`super::words`].
    Answer,
    /// The answers with their points, one a line.
    Answers,
    /// The weight of the question.
    Weight,
    /// Whether a wrong answer fails the visit.
    Critical,
    /// Whether it only adds points.
    Bonus,
    /// Whether it is left out of the score.
    Unscored,
    /// The condition on which the question is put.
    OnlyIf,
    /// The answers that require a note.
    NoteIf,
    /// When to answer yes.
    Yes,
    /// When to answer partly.
    Partly,
    /// When to answer no.
    No,
    /// How to judge.
    How,
    /// The behaviour that it mirrors.
    Mirror,
}

/// The names of a column.
struct Names {
    column: Column,
    fr: &'static str,
    en: &'static str,
    /// Whether its texts may be in several languages, each in a column of its own.
    texts: bool,
    /// What others call it, folded.
    others: &'static [&'static str],
}

const fn names(
    column: Column,
    fr: &'static str,
    en: &'static str,
    texts: bool,
    others: &'static [&'static str],
) -> Names {
    Names { column, fr, en, texts, others }
}

/// All columns in the order of an export.
#[rustfmt::skip]
const COLUMNS: [Names; 19] = [
    names(Column::Section, "Rubrique", "Section", true, &[
        "rubriques", "sections", "theme", "thematique", "categorie", "category", "chapitre", "chapter", "domaine", "partie",
        "part", "topic", "area", "module", "etape", "step", "groupe", "group", "titre de la rubrique", "section title",
        "معيار", "القسم",
    ]),
    names(Column::SectionWeight, "Poids (%)", "Weight (%)", false, &[
        "ponderation %", "ponderation", "poids de la rubrique", "poids rubrique", "poids de la section", "section weight",
        "weight of section", "section weight %", "poids de la rubrique %", "part %", "share %",
        "weightage", "weightage %",
    ]),
    names(Column::Attitude, "Attitude", "Attitude", false, &["attitudes"]),
    names(Column::Number, "N°", "No.", false, &[
        "numero", "number", "num", "nr", "no", "q", "#", "question n", "question no", "question nr", "question number",
        "numero de question", "numero de la question", "quet nr", "q n", "q no", "q nr", "ref", "reference", "code",
        "رقم السؤال",
    ]),
    names(Column::Id, "Id", "Id", false, &["identifiant", "identifier", "question id"]),
    names(Column::Question, "Question", "Question", true, &[
        "questions", "intitule", "intitule de la question", "libelle", "enonce", "item", "items", "label", "point de controle",
        "points de controle", "point a verifier", "points a verifier", "check", "checkpoint", "question text", "السؤال", "audit question", "survey question", "audit questions", "statement", "statements",
        "affirmation", "affirmations", "check item", "checklist item", "inspection item", "inspection point", "audit item", "control point",
        "point a controler", "points a controler", "element a verifier", "elements a verifier", "element a controler",
        "elements a controler", "element de controle", "elements de controle", "point de verification", "points de verification",
        "sous critere", "sous criteres", "sub criteria", "sub criterion", "exigence", "exigences", "requirement", "requirements",
        "tache", "task", "questions posees", "question posee", "what to check",
    ]),
    names(Column::Answer, "Réponse", "Answer", false, &[
        "type", "type de reponse", "type de question", "answer type", "response type", "question type", "response",
        "format", "format de reponse",
    ]),
    names(Column::Answers, "Réponses et points", "Answers and points", true, &[
        "reponses", "answers", "reponses possibles", "reponse possible", "possible answers", "possible answer", "notes possibles",
        "possible scores", "options", "choix", "choices", "choix de reponse", "choix de reponses", "answer options",
        "response options", "responses", "modalites", "cotation", "scoring", "echelle", "scale", "الإجابات الممكنة",
    ]),
    names(Column::Weight, "Poids", "Weight", false, &[
        "coefficient", "coef", "coeff", "points", "pts", "points max", "max points", "note max", "max score", "score max",
        "bareme", "weighting", "maximum",
    ]),
    names(Column::Critical, "Éliminatoire", "Knock-out", false, &[
        "critique", "critical", "bloquant", "ko", "knockout", "redhibitoire", "eliminatory",
    ]),
    names(Column::Bonus, "Bonus", "Bonus", false, &[]),
    names(Column::Unscored, "Hors note", "Unscored", false, &["non note", "not scored", "non scored", "hors score", "non scoring"]),
    names(Column::OnlyIf, "Seulement si", "Only if", false, &[
        "condition", "conditions", "si", "if", "afficher si", "show if", "filtre", "filter", "saut", "sauts", "skip", "skips",
        "skips triggers", "skips & triggers", "skip logic", "skip pattern", "trigger", "triggers", "routing", "logic",
    ]),
    names(Column::NoteIf, "Commentaire si", "Note if", false, &[
        "comment if", "note required if", "commentaire obligatoire si", "remarque si", "remark if", "note si",
    ]),
    names(Column::Yes, "Oui si", "Yes if", true, &[]),
    names(Column::Partly, "En partie si", "Partly if", true, &["partiellement si", "partially if"]),
    names(Column::No, "Non si", "No if", true, &[]),
    names(Column::How, "Comment juger", "How to judge", true, &[
        "precision", "precisions", "consigne", "consignes", "instruction", "instructions", "guide", "guidance", "guidelines",
        "aide", "help", "hint", "explication", "explications", "explanation", "elaboration", "elaboration on question",
        "description", "details", "detail", "ce qu il faut observer", "what to look for", "mode d emploi",
    ]),
    names(Column::Mirror, "Miroir", "Mirror", false, &["comportement", "behaviour", "behavior", "mirror of"]),
];

/// The longest header, in bytes.
const LONGEST: usize = 200;

/// Words that name the question, or the section if another column names the question.
const CRITERIA: &[&str] = &[
    "critere",
    "criteres",
    "criterion",
    "criteria",
    "critere d evaluation",
    "criteres d evaluation",
    "evaluation criteria",
    "critere evalue",
    "criteres evalues",
    "indicateur",
    "indicateurs",
    "standard",
    "standards",
];

/// The languages that a header names by a word; folded.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &[&str])] = &[
    ("fr", &["francais", "french"]), ("en", &["anglais", "english"]), ("ar", &["arabe", "arabic", "العربية"]),
    ("de", &["allemand", "german", "deutsch"]), ("es", &["espagnol", "spanish", "espanol"]),
    ("it", &["italien", "italian", "italiano"]), ("nl", &["neerlandais", "dutch", "nederlands"]),
    ("pt", &["portugais", "portuguese", "portugues"]),
];

impl Column {
    /// Returns all columns in the order of an export.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|names| names.column)
    }

    /// Returns its name.
    pub fn title(self, lang: Lang) -> &'static str {
        let names = COLUMNS.iter().find(|names| names.column == self);
        names.map_or("", |names| if lang == Lang::Fr { names.fr } else { names.en })
    }

    /// Returns its header, for texts of one language or for all others.
    pub fn header(self, lang: Lang, language: Option<&str>) -> String {
        let title = self.title(lang);
        language.map_or_else(|| title.to_owned(), |language| format!("{title} ({language})"))
    }

    /// Returns whether its texts may be in several languages.
    pub fn has_languages(self) -> bool {
        COLUMNS.iter().any(|names| names.column == self && names.texts)
    }
}

/// What a header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// What the column holds.
    pub column: Column,
    /// The language of its texts, if the header names one.
    pub language: Option<String>,
    /// The language of the header itself, if only one has the word.
    pub word: Option<&'static str>,
    /// Whether it is the name that this program uses.
    pub exact: bool,
    /// Whether it may name the question or the section.
    pub either: bool,
}

/// Returns what a header says; `None` if it is not known.
pub fn header(cell: &str) -> Option<Header> {
    if cell.len() > LONGEST {
        return None;
    }
    if let Some(found) = find(cell) {
        return Some(found);
    }
    let (title, language) = split_language(cell)?;
    find(title).filter(|found| found.column.has_languages()).map(|found| Header { language: Some(language), ..found })
}

fn find(title: &str) -> Option<Header> {
    let folded = fold_header(title);
    if CRITERIA.contains(&folded.as_str()) {
        let word = if folded.starts_with("criteri") { "en" } else { "fr" };
        return Some(Header { column: Column::Question, language: None, word: Some(word), exact: false, either: true });
    }
    let known = HEADERS.get(&folded)?;
    Some(Header { column: known.column, language: None, word: known.word, exact: known.exact, either: false })
}

/// A folded header that is known.
struct Known {
    column: Column,
    word: Option<&'static str>,
    exact: bool,
}

/// The folded headers. Of the same one, the first column counts.
static HEADERS: LazyLock<HashMap<String, Known>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for names in &COLUMNS {
        let [fr, en] = [names.fr, names.en].map(fold_header);
        let word = |own: &'static str| if fr == en { None } else { Some(own) };
        let exact = [(fr.clone(), word("fr")), (en.clone(), word("en"))];
        for (folded, word) in exact {
            all.entry(folded).or_insert(Known { column: names.column, word, exact: true });
        }
        for other in names.others {
            let is_arabic = other.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
            let word = is_arabic.then_some("ar");
            all.entry((*other).to_owned()).or_insert(Known { column: names.column, word, exact: false });
        }
    }
    all
});

/// Folds a header: words without case, accents and punctuation. `Poids (%)` is not `Poids`.
fn fold_header(title: &str) -> String {
    let folded = fold_name(title);
    if folded.is_empty() { title.trim().to_owned() } else { folded }
}

/// Splits a header into its title and the language that it names: `Question (en)`, `Question [en]`, `Question::English (en)`,
/// `Question - English`.
pub fn split_language(cell: &str) -> Option<(&str, String)> {
    let cell = cell.trim();
    if let Some((title, rest)) = cell.split_once("::") {
        let inner = rest.trim().trim_end_matches(')');
        return language(inner.rsplit('(').next().unwrap_or(inner)).map(|code| (title, code));
    }
    let bracketed = |open: char, close: char| {
        let (title, inner) = cell.strip_suffix(close)?.rsplit_once(open)?;
        language(inner).map(|code| (title, code))
    };
    let worded = || {
        let (title, word) = cell.rsplit_once([' ', '-', '_', ':', '/'])?;
        named_language(word).map(|code| (title.trim_end_matches([' ', '-', '_', ':', '/']), code.to_owned()))
    };
    bracketed('(', ')').or_else(|| bracketed('[', ']')).or_else(worded)
}

/// Returns the code of a language that is given by its code or by a word.
fn language(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(code) = named_language(text) {
        return Some(code.to_owned());
    }
    let parsed: LanguageIdentifier = text.parse().ok()?;
    (parsed.language.as_str().len() <= 3).then(|| parsed.to_string())
}

fn named_language(word: &str) -> Option<&'static str> {
    let folded = fold_header(word);
    LANGUAGES.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Option<(Column, Option<String>)> {
        header(cell).map(|header| (header.column, header.language))
    }

    #[test]
    fn every_column_is_known_by_both_its_names_whatever_the_case_and_accents() {
        for column in Column::all() {
            for lang in Lang::ALL {
                let title = column.title(lang);
                for spelled in [title.to_owned(), title.to_uppercase(), deunicode::deunicode(title).to_lowercase()] {
                    if title == "N°" && !spelled.contains('°') {
                        continue;
                    }
                    assert_eq!(read(&spelled), Some((column, None)), "{spelled}");
                }
                let with_language = read(&column.header(lang, Some("pt-BR")));
                assert_eq!(with_language.is_some(), column.has_languages(), "{title}");
            }
        }
    }

    #[test]
    fn headers_name_the_language_of_their_texts() {
        for (cell, language) in [
            ("Question (en)", "en"),
            ("question [FR]", "fr"),
            ("Question::Français (fr)", "fr"),
            ("Question - English", "en"),
            ("Question anglais", "en"),
            ("Question (zh-Hant)", "zh-Hant"),
        ] {
            assert_eq!(read(cell), Some((Column::Question, Some(language.to_owned()))), "{cell}");
        }
        assert_eq!(read("Poids (%)"), Some((Column::SectionWeight, None)));
        assert_eq!(read("Poids (kg)"), None);
        assert_eq!(read("Type of visit"), None);
        assert_eq!(read("السؤال"), Some((Column::Question, None)));
    }
}
