//! The words of the cells, in French and English: what the export writes, and all that the import reads.

/// A kind of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// Yes, partly or no.
    YesPartlyNo,
    /// A whole number between two: `note 0-10`.
    Scale,
    /// One of several answers.
    Choice,
    /// Any of several answers.
    Multiple,
    /// A tally.
    Count,
    /// A time.
    Timer,
    /// A number.
    Number,
    /// A text.
    Text,
}

/// The kinds of answer: French, English, and what others call them; folded but for the first two.
#[rustfmt::skip]
pub const KINDS: [(Kind, &str, &str, &[&str]); 9] = [
    (Kind::YesNo, "oui/non", "yes/no", &["o n", "y n", "oui ou non", "yes or no", "binaire", "boolean", "oui non na", "yes no na", "oui non n a", "yes no n a", "oui non so"]),
    (Kind::YesPartlyNo, "oui/en partie/non", "yes/partly/no", &["oui partiellement non", "yes partially no", "oui partiel non", "oui partie non", "oui non en partie", "oui non partiel", "yes no partly"]),
    (Kind::Scale, "note", "rating", &["score", "scale", "echelle", "notation", "mark", "grade", "etoiles", "stars"]),
    (Kind::Choice, "choix", "choice", &["choix unique", "single choice", "liste", "list", "un choix", "select one", "multiple choice single answer", "radio", "liste deroulante", "dropdown"]),
    (Kind::Multiple, "plusieurs choix", "several choices", &["choix multiple", "choix multiples", "multiple choice", "multiple choices", "cases a cocher", "checkboxes", "select multiple", "plusieurs reponses"]),
    (Kind::Count, "compteur", "counter", &["comptage", "count", "tally", "decompte"]),
    (Kind::Timer, "chrono", "timer", &["chronometre", "stopwatch", "duree", "duration", "temps", "time"]),
    (Kind::Number, "nombre", "number", &["numerique", "numeric", "montant", "amount", "chiffre", "entier", "integer", "decimal"]),
    (Kind::Text, "texte", "text", &["texte libre", "free text", "commentaire", "comment", "ouverte", "question ouverte", "open", "open ended", "verbatim"]),
];

/// Words for an answer outside the score; the first two are French and English.
pub const UNSCORED: &[&str] = &[
    "hors note",
    "unscored",
    "non scoring",
    "not scored",
    "non note",
    "hors score",
    "no score",
    "n a",
    "na",
    "s o",
    "so",
    "sans objet",
    "not applicable",
    "non applicable",
    "exclu",
    "excluded",
    "neutre",
    "neutral",
];
/// Words for yes.
pub const YES: &[&str] = &["oui", "yes", "o", "y", "نعم", "si", "ja"];
/// Words for partly.
pub const PARTLY: &[&str] =
    &["en partie", "partly", "partiellement", "partially", "partiel", "partial", "in part", "جزئيا"];
/// Words for no.
pub const NO: &[&str] = &["non", "no", "n", "لا", "nein"];
/// Words for an answer that sets the question aside, as every question has.
pub const NOT_APPLICABLE: &[&str] = &[
    "sans objet",
    "not applicable",
    "non applicable",
    "n a",
    "na",
    "s o",
    "so",
    "ne s applique pas",
    "non evalue",
    "non evaluee",
    "not evaluated",
    "not assessed",
    "not rated",
    "non observe",
    "not observed",
    "لا ينطبق",
];
/// Words for time that never ended.
pub const NEVER: &[&str] = &["jamais", "never"];
/// Marks of a cell for yes, folded or as they are.
pub const MARKED: &[&str] = &["x", "oui", "yes", "1", "true", "vrai", "o", "y", "✓", "✔", "☑", "☒", "×", "v"];
/// Marks of a cell for no.
pub const UNMARKED: &[&str] = &["non", "no", "0", "false", "faux", "n", "-", "–", "—", "☐", "□"];
/// The names of the attitudes of the model.
pub const ATTITUDES: [(&str, &[&str]); 3] = [
    ("greeting", &["accueil", "greeting", "welcome"]),
    ("listening", &["ecoute", "listening"]),
    ("efficiency", &["efficacite", "efficiency"]),
];
/// What says that a section has no attitude, or a question no condition.
pub const NONE: &[&str] = &["-", "–", "—", "aucune", "aucun", "none"];
/// Names of sheets that say nothing.
pub const SHEET_NAMES: &[&str] = &["feuil", "feuille", "sheet", "tabelle", "hoja", "foglio", "planilha", "blad"];
