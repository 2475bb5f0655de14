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
    (Kind::YesNo, "oui/non", "yes/no", &["o n", "y n", "oui ou non", "yes or no", "binaire", "boolean", "oui non na", "yes no na", "oui non n a", "yes no n a", "oui non so", "conforme non conforme", "conforme non conforme na", "conforme non conforme n a", "c nc", "c nc na", "compliant non compliant", "compliant not compliant", "pass fail", "pass fail na", "pass fail n a", "ok ko", "ok nok", "ok not ok", "vrai faux", "true false"]),
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
/// What audits call yes, partly and no in the headers of columns; folded.
#[rustfmt::skip]
pub const MET: &[&str] = &[
    "conforme", "c", "compliant", "conform", "conformite", "compliance", "pass", "passed", "ok", "respecte", "acquis", "vrai",
    "true", "satisfait", "met", "fait", "done", "present",
];
/// See [`MET`].
#[rustfmt::skip]
pub const PARTLY_MET: &[&str] = &[
    "partiellement conforme", "en partie conforme", "partially compliant", "partly compliant", "partially met", "pc",
    "a ameliorer", "en cours", "en cours d acquisition", "partiellement acquis", "needs improvement", "moyen",
];
/// See [`MET`].
#[rustfmt::skip]
pub const NOT_MET: &[&str] = &[
    "non conforme", "pas conforme", "nc", "non compliant", "not compliant", "non conformite", "non compliance", "fail", "failed",
    "ko", "nok", "not ok", "non respecte", "non acquis", "faux", "false", "non satisfait", "not met", "pas fait", "non fait",
    "not done", "absent",
];
/// What columns of a rating are called; folded.
#[rustfmt::skip]
pub const RATED: &[&str] = &[
    "excellent", "tres bon", "tres bien", "bon", "bien", "assez bien", "correct", "acceptable", "passable", "mediocre", "faible",
    "mauvais", "tres mauvais", "insuffisant", "tres insuffisant", "satisfaisant", "tres satisfaisant", "peu satisfaisant",
    "tres satisfait", "plutot satisfait", "peu satisfait", "insatisfait", "tres insatisfait", "pas du tout satisfait", "neutre",
    "tout a fait d accord", "d accord", "plutot d accord", "plutot pas d accord", "pas d accord", "pas du tout d accord",
    "ni d accord ni pas d accord", "toujours", "souvent", "parfois", "rarement", "jamais", "very good", "good", "fair", "average",
    "poor", "very poor", "bad", "very bad", "outstanding", "satisfactory", "unsatisfactory", "very satisfied", "satisfied",
    "dissatisfied", "very dissatisfied", "neutral", "strongly agree", "agree", "disagree", "strongly disagree", "always", "often",
    "sometimes", "rarely", "never", "below expectations", "meets expectations", "exceeds expectations",
];
/// What columns are called that hold an answer each, before its number; folded.
pub const OPTION_HEADERS: &[&str] =
    &["option", "reponse", "answer", "choix", "choice", "modalite", "response", "answer option", "option de reponse"];
/// What the columns of their points are called.
#[rustfmt::skip]
pub const POINTS_HEADERS: &[&str] = &[
    "points", "point", "pts", "score", "valeur", "value", "option score", "score option", "points option", "points reponse",
    "points answer", "score reponse", "score answer",
];
/// Words that begin the heading of a section; folded.
pub const HEADINGS: &[&str] = &[
    "section", "rubrique", "partie", "part", "chapitre", "chapter", "theme", "etape", "step", "zone", "area", "bloc",
    "module",
];
/// Words that begin the row of a total; folded.
#[rustfmt::skip]
pub const TOTALS: &[&str] = &[
    "total", "totaux", "sous total", "grand total", "subtotal", "sub total", "score total", "score global", "score final",
    "note totale", "note globale", "note finale", "total score", "overall score", "final score", "moyenne", "moyenne generale",
    "average", "average score", "pourcentage total", "overall percentage", "resultat final", "final result",
];
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
