//! The cells of a sheet with a question in each line, in the words that the import reads.

use super::condition_words::Numbers;
use crate::import::columns::Column;
use crate::import::words::{KINDS, Kind, UNSCORED};
use crate::report::condition_words::ConditionWords as _;
use crate::text::{Lang, Texts, clean, clean_lines};
use crate::visit::checklist::{ChoiceOption, LocalText};
use crate::visit::{Definition, Item, Response, Value};
use std::collections::BTreeSet;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// What a column holds, and the language of its texts if its header names one.
pub struct Head {
    pub column: Column,
    pub language: Option<String>,
}

impl Head {
    /// Returns the header cell.
    pub fn title(&self, lang: Lang) -> String {
        self.column.header(lang, self.language.as_deref())
    }
}

/// A table with a question in each row.
pub struct Table {
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Cell>>,
}

/// Makes the table of a checklist.
pub fn table(definition: &Definition, texts: &Texts) -> Table {
    let checklist = definition.checklist();
    let numbers = Numbers::new(definition, texts);
    let languages = languages(definition, texts.lang());
    let heads: Vec<Head> = Column::all()
        .flat_map(|column| {
            let languages = if column.has_languages() { languages.clone() } else { vec![None] };
            languages.into_iter().map(move |language| Head { column, language })
        })
        .collect();
    let mut rows = Vec::new();
    for section in &checklist.sections {
        for (index, item) in section.items.iter().enumerate() {
            let writer = RowWriter { texts, numbers: &numbers, item };
            rows.push(
                heads
                    .iter()
                    .map(|head| match head.column {
                        Column::Section | Column::SectionWeight | Column::Attitude if index > 0 => Cell::Empty,
                        Column::Section => local(&section.title, head.language.as_deref(), texts.lang()),
                        Column::SectionWeight => section.weight_percent.map_or(Cell::Empty, Cell::Number),
                        // A section without one would have that of the section above.
                        Column::Attitude => {
                            Cell::text(section.attitude.as_deref().map_or("–", |id| attitude(texts, id)))
                        }
                        column => writer.cell(column, head.language.as_deref()),
                    })
                    .collect(),
            );
        }
    }
    Table { heads, rows }
}

/// Returns the languages of the columns of texts: `None` for the language of the interface and for texts of all languages,
/// then the others.
fn languages(definition: &Definition, lang: Lang) -> Vec<Option<String>> {
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    let mut has_same = false;
    let sections = &definition.checklist().sections;
    let titles = sections.iter().map(|section| &section.title);
    let items = || definition.checklist().items().map(|(_, item)| item);
    let texts = titles
        .chain(items().map(|item| &item.label))
        .chain(items().flat_map(|item| item.guide.values()))
        .chain(items().flat_map(options).map(|option| &option.label));
    for text in texts {
        has_same |= matches!(text, LocalText::Same(_));
        codes.extend(text.languages());
    }
    let plain = (codes.remove(lang.code()) || has_same || codes.is_empty()).then_some(None);
    plain.into_iter().chain(codes.into_iter().map(|code| Some(code.to_owned()))).collect()
}

/// Returns the text of a column, which names its language unless that is the interface's.
fn local(text: &LocalText, language: Option<&str>, lang: Lang) -> Cell {
    Cell::text(clean_lines(match (text, language) {
        (LocalText::Same(text), None) => text,
        (LocalText::Same(_), Some(_)) => "",
        (LocalText::Each(texts), language) => texts.get(language.unwrap_or(lang.code())).map_or("", String::as_str),
    }))
}

/// Returns the name of an attitude of the model, or the author's own.
fn attitude<'a>(texts: &'a Texts, id: &'a str) -> &'a str {
    match id {
        "greeting" => texts.get("page-attitude-greeting"),
        "listening" => texts.get("page-attitude-listening"),
        "efficiency" => texts.get("page-attitude-efficiency"),
        own => own,
    }
}

fn options(item: &Item) -> &[ChoiceOption] {
    if let Response::Choice { options, .. } = &item.response { options } else { &[] }
}

struct RowWriter<'a> {
    texts: &'a Texts,
    numbers: &'a Numbers<'a>,
    item: &'a Item,
}

impl RowWriter<'_> {
    fn cell(&self, column: Column, language: Option<&str>) -> Cell {
        let item = self.item;
        let mark = |has: bool| if has { Cell::text("x") } else { Cell::Empty };
        let guide =
            |key: &str| item.guide.get(key).map_or(Cell::Empty, |text| local(text, language, self.texts.lang()));
        match column {
            Column::Section | Column::SectionWeight | Column::Attitude => Cell::Empty,
            Column::Number => self.numbers.of(&item.id).parse().map_or(Cell::Empty, Cell::Number),
            Column::Id => Cell::text(item.id.as_str()),
            Column::Question => local(&item.label, language, self.texts.lang()),
            Column::Answer => Cell::text(self.kind()),
            Column::Answers => self.answers(language),
            Column::Weight if (item.weight - 1.0).abs() < f64::EPSILON => Cell::Empty,
            Column::Weight => Cell::Number(item.weight),
            Column::Critical => mark(item.critical),
            Column::Bonus => mark(item.bonus),
            Column::Unscored => mark(!item.scored),
            Column::OnlyIf => {
                Cell::text(item.when.as_ref().map(|when| self.numbers.condition(when)).unwrap_or_default())
            }
            Column::NoteIf => Cell::text(self.note_if()),
            Column::Yes => guide(Value::YES),
            Column::Partly => guide(Value::PARTLY),
            Column::No => guide(Value::NO),
            Column::How => guide("how"),
            Column::Mirror => Cell::text(item.behaviour.as_deref().unwrap_or_default()),
        }
    }

    fn word(&self, french: &'static str, english: &'static str) -> &'static str {
        if self.texts.lang() == Lang::Fr { french } else { english }
    }

    /// Returns the kind of answer.
    fn kind(&self) -> String {
        let kind = match &self.item.response {
            Response::Behaviour { partly: true, .. } => Kind::YesPartlyNo,
            Response::Behaviour { partly: false, .. } => Kind::YesNo,
            Response::Scale { .. } => Kind::Scale,
            Response::Choice { multiple: false, .. } => Kind::Choice,
            Response::Choice { multiple: true, .. } => Kind::Multiple,
            Response::Count { .. } => Kind::Count,
            Response::Timer { .. } => Kind::Timer,
            Response::Number { .. } => Kind::Number,
            Response::Text {} => Kind::Text,
        };
        let names = KINDS.iter().find(|(one, ..)| *one == kind);
        let name = names.map_or("", |(_, french, english, _)| self.word(french, english));
        match &self.item.response {
            Response::Scale { min, max, .. } => format!("{name} {min}-{max}"),
            Response::Number { unit, min, max, .. } => {
                let range = min.zip(*max).map(|(min, max)| format!(" {}-{}", self.number(min), self.number(max)));
                let unit = unit.as_ref().map(|unit| format!(" ({})", clean(unit.get(self.texts.lang()))));
                format!("{name}{}{}", range.unwrap_or_default(), unit.unwrap_or_default())
            }
            _ => name.to_owned(),
        }
    }

    /// Returns the answers with their points, one a line.
    fn answers(&self, language: Option<&str>) -> Cell {
        let lines: Vec<String> = match &self.item.response {
            Response::Choice { options, .. } => {
                let is_scored = options.iter().any(|option| option.points.is_some());
                let line = |option: &ChoiceOption| match local(&option.label, language, self.texts.lang()) {
                    Cell::Text(label) => Some(match option.points {
                        _ if is_scored && !option.scored => format!("{label} ({})", self.unscored()),
                        Some(points) => format!("{label} ({})", self.number(points)),
                        None => label,
                    }),
                    _ => None,
                };
                options.iter().filter_map(line).collect()
            }
            _ if language.is_some() => Vec::new(),
            Response::Behaviour { points: Some(points), partly } => {
                let partly = partly.then(|| (self.texts.get("value-partly"), points.partly));
                let yes = (self.texts.get("value-yes"), points.yes);
                let answers = std::iter::once(yes).chain(partly).chain([(self.texts.get("value-no"), points.no)]);
                answers.map(|(name, points)| format!("{name} ({})", self.number(points))).collect()
            }
            Response::Count { bands } => self.bands(bands.iter().map(|band| (band.up_to, band.points)), ""),
            Response::Timer { bands, .. } => self.bands(bands.iter().map(|band| (band.up_to_s, band.points)), " s"),
            _ => Vec::new(),
        };
        Cell::text(lines.join("\n"))
    }

    fn unscored(&self) -> &'static str {
        let word = |index: usize| UNSCORED.get(index).copied().unwrap_or_default();
        self.word(word(0), word(1))
    }

    fn bands(&self, bands: impl Iterator<Item = (Option<f64>, f64)>, unit: &str) -> Vec<String> {
        let mut reached = None;
        let line = |(limit, points): (Option<f64>, f64)| {
            let from = std::mem::replace(&mut reached, limit);
            let points = self.number(points);
            match (limit, from) {
                (Some(limit), _) => format!("≤ {}{unit} ({points})", self.number(limit)),
                (None, Some(from)) => format!("> {}{unit} ({points})", self.number(from)),
                (None, None) => format!("≥ 0{unit} ({points})"),
            }
        };
        bands.map(line).collect()
    }

    /// Returns a number with all its digits and the language's decimal sign.
    fn number(&self, number: f64) -> String {
        let digits = number.to_string();
        if self.texts.lang() == Lang::Fr { digits.replace('.', ",") } else { digits }
    }

    /// Returns the answers that require a note; an option whose text has a separator in it by its number.
    fn note_if(&self) -> String {
        let separators = [",", ";", " ou ", " or "];
        let answers = self.item.note_required_on.iter().map(|value| {
            let words = self.numbers.answer(self.item, value);
            let at = options(self.item).iter().position(|option| value.as_text() == Some(&option.id));
            match at.filter(|_| separators.iter().any(|separator| words.contains(separator))) {
                Some(at) => (at + 1).to_string(),
                None => words,
            }
        });
        answers.collect::<Vec<_>>().join(self.word(" ou ", " or "))
    }
}
