//! The sheet `choices`: the lists that answers are chosen from.

use super::cells::points;
use super::findings::Findings;
use super::headers::Field;
use super::sheets::Table;
use super::wording::Wording;
use crate::spreadsheet::Row;
use crate::text::names::fold_name;
use crate::visit::Value;
use crate::visit::checklist::{ChoiceOption, LocalText, free_id_from};
use std::collections::{BTreeMap, HashMap};

/// The most choices of a list.
const MOST_CHOICES: usize = 500;

/// One answer of a list.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Its name, by which conditions refer to it.
    pub(super) name: String,
    pub(super) option: ChoiceOption,
    /// The number of its row.
    pub(super) row: usize,
    /// Which answer of a behaviour it is.
    pub(super) role: Option<Role>,
}

/// An answer of a behaviour, as a list says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// `yes`, `partly` or `no`.
    pub(super) value: &'static str,
    /// Whether its label says just that.
    is_plain: bool,
}

/// The lists by name.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: HashMap<String, Vec<Choice>>,
}

impl Lists {
    /// Reads the sheet.
    pub(super) fn read(table: &Table, wording: &Wording, findings: &mut Findings) -> Self {
        let mut lists: HashMap<String, Vec<Choice>> = HashMap::new();
        let mut too_many: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &table.rows {
            let list = table.cell(row, Field::ListName);
            let known = |field| table.of(field).any(|column| !row.cell(column.index).is_empty());
            if list.is_empty() {
                if known(Field::Name) || known(Field::Label) {
                    findings.fault(table.place_of(row.number, Field::ListName), "form-no-list-name", &[]);
                }
                continue;
            }
            if !known(Field::Name) && !known(Field::Label) {
                findings.doubt(table.place_of(row.number, Field::Name), "form-empty-choice", &[("list", list)]);
                continue;
            }
            let choices = lists.entry(list.to_owned()).or_default();
            if choices.len() == MOST_CHOICES {
                too_many.entry(list).or_insert(row.number);
            } else if let Some(choice) = choice(table, row, choices, wording, findings) {
                choices.push(choice);
            }
        }
        for (list, row) in too_many {
            let most = MOST_CHOICES.to_string();
            findings.fault(
                table.place_of(row, Field::Name),
                "form-too-many-choices",
                &[("list", list), ("most", &most)],
            );
        }
        Self { lists }
    }

    pub(super) fn get(&self, name: &str) -> Option<&[Choice]> {
        self.lists.get(name).map(Vec::as_slice)
    }

    /// Returns the names of the lists, sorted.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.lists.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }
}

fn choice(table: &Table, row: &Row, others: &[Choice], wording: &Wording, findings: &mut Findings) -> Option<Choice> {
    let place = |field| table.place_of(row.number, field);
    let label = wording.text(table, row, Field::Label, findings);
    let mut name = table.cell(row, Field::Name).to_owned();
    if name.is_empty() {
        label.as_ref().map_or("", shown).clone_into(&mut name);
        findings.doubt(place(Field::Name), "form-choice-without-name", &[("name", &name)]);
    }
    if let Some(first) = others.iter().find(|other| other.name == name) {
        let first = first.row.to_string();
        findings.fault(place(Field::Name), "form-duplicate-choice", &[("name", &name), ("row", &first)]);
        return None;
    }
    let is_unlabelled = label.is_none();
    let label = label.unwrap_or_else(|| {
        findings.doubt(place(Field::Label), "form-choice-without-label", &[("name", &name)]);
        LocalText::Same(name.clone())
    });
    let cell = table.cell(row, Field::Points);
    let (points, scored) = points(cell).unwrap_or_else(|| {
        findings.fault(place(Field::Points), "form-points", &[("found", cell)]);
        (None, true)
    });
    let is_taken = |id: &str| others.iter().any(|other| other.option.id == id);
    let id = free_id_from(&name, is_taken)
        .or_else(|| free_id_from(shown(&label), is_taken))
        .unwrap_or_else(|| format!("choice-{}", row.number));
    let role = role(&name, if is_unlabelled { None } else { Some(&label) });
    Some(Choice {
        name,
        option: ChoiceOption { id, label, points, scored, ..ChoiceOption::default() },
        row: row.number,
        role,
    })
}

/// Returns a text in any of its languages.
fn shown(text: &LocalText) -> &str {
    match text {
        LocalText::Same(text) => text,
        LocalText::Each(texts) => texts.values().next().map_or("", String::as_str),
    }
}

/// Returns the answers of a behaviour that a list consists of: yes and no, and perhaps partly.
pub(super) fn roles(choices: &[Choice]) -> Option<Vec<Role>> {
    let roles: Vec<Role> = choices.iter().map(|choice| choice.role).collect::<Option<_>>()?;
    let has = |value: &str| roles.iter().filter(|role| role.value == value).count();
    let is_whole = has(Value::YES) == 1 && has(Value::NO) == 1 && has(Value::PARTLY) <= 1;
    is_whole.then_some(roles)
}

/// Names the labels that the words of the program replace.
pub(super) fn name_own_words(choices: &[Choice], table: &Table, findings: &mut Findings) {
    for choice in choices.iter().filter(|choice| choice.role.is_some_and(|role| !role.is_plain)) {
        if let Some(column) = table.of(Field::Label).next() {
            findings.column(table, column.index, Some(choice.row), "form-own-words", &[]);
        }
    }
}

/// Words for the answers of a behaviour, as [`fold_name`] returns them.
const WORDS: &[(&str, &[&str])] = &[
    (
        Value::YES,
        &[
            "yes",
            "y",
            "true",
            "oui",
            "o",
            "vrai",
            "si",
            "s",
            "sim",
            "ja",
            "j",
            "jah",
            "tak",
            "da",
            "да",
            "так",
            "نعم",
            "بله",
            "ہاں",
            "ndiyo",
            "evet",
            "ναι",
            "是",
            "有",
            "はい",
            "예",
            "네",
            "हाँ",
            "हां",
            "হ্যাঁ",
            "ano",
            "igen",
            "kylla",
            "eny",
            "waaw",
            "wi",
            "oo",
            "opo",
            "ya",
            "co",
            "כן",
            "haa",
            "yego",
            "ใช่",
        ],
    ),
    (
        Value::NO,
        &[
            "no",
            "n",
            "false",
            "non",
            "faux",
            "nao",
            "nein",
            "nee",
            "nej",
            "nei",
            "nie",
            "ne",
            "net",
            "нет",
            "ні",
            "не",
            "لا",
            "خیر",
            "نہیں",
            "hapana",
            "hayir",
            "οχι",
            "否",
            "不是",
            "没有",
            "いいえ",
            "아니요",
            "아니오",
            "नहीं",
            "না",
            "nem",
            "ei",
            "tsia",
            "deedeet",
            "hindi",
            "tidak",
            "khong",
            "nu",
            "לא",
            "maya",
            "oya",
            "ไม่",
            "ไม่ใช่",
        ],
    ),
    (
        Value::PARTLY,
        &[
            "partly",
            "partially",
            "partial",
            "in part",
            "somewhat",
            "to some extent",
            "partiellement",
            "partiel",
            "en partie",
            "parcialmente",
            "parcial",
            "en parte",
            "em parte",
            "teilweise",
            "zum teil",
            "parzialmente",
            "in parte",
            "gedeeltelijk",
            "deels",
            "delvis",
            "czesciowo",
            "частично",
            "частково",
            "جزئيا",
            "kismen",
            "部分",
            "sebagian",
            "kwa sehemu",
        ],
    ),
];

/// Returns which answer of a behaviour a choice is: its label says so, or else its name.
fn role(name: &str, label: Option<&LocalText>) -> Option<Role> {
    let word = |text: &str| {
        let folded = fold_name(text);
        WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(value, _)| *value)
    };
    let labels: Vec<&str> = match label {
        None => Vec::new(),
        Some(LocalText::Same(text)) => vec![text],
        Some(LocalText::Each(texts)) => texts.values().map(String::as_str).collect(),
    };
    let said: Vec<Option<&str>> = labels.iter().map(|text| word(text)).collect();
    let values: Vec<&'static str> = labels.iter().filter_map(|text| word(text)).collect();
    match values.first() {
        Some(value) if values.iter().all(|other| other == value) => {
            Some(Role { value, is_plain: said.iter().all(Option::is_some) })
        }
        Some(_) => None,
        None => word(name).map(|value| Role { value, is_plain: labels.is_empty() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_recognised_in_many_languages() {
        for (name, label, expected) in [
            ("1", Some("Yes"), Some(("yes", true))),
            ("0", Some("Non"), Some(("no", true))),
            ("2", Some("En partie"), Some(("partly", true))),
            ("yes", None, Some(("yes", true))),
            ("yes", Some("Affirmative"), Some(("yes", false))),
            ("oui", Some("نعم"), Some(("yes", true))),
            ("yes", Some("No"), Some(("no", true))),
            ("1", Some("Sí"), Some(("yes", true))),
            ("1", Some("НЕТ"), Some(("no", true))),
            ("1", None, None),
            ("maybe", Some("Maybe"), None),
        ] {
            let label = label.map(|label| LocalText::Same(label.to_owned()));
            let found = role(name, label.as_ref()).map(|role| (role.value, role.is_plain));
            assert_eq!(found, expected, "{name} {label:?}");
        }
    }
}
