//! The types of a form's rows, under all the names that XLSForm has had for them.

use crate::text::nearest;

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RowType {
    Select {
        list: String,
        multiple: bool,
        or_other: bool,
    },
    /// A number, with the limits that its type implies.
    Number {
        whole: bool,
        limits: Option<(f64, f64)>,
    },
    Range,
    Text,
    /// Answered with text here: a date, a time, a barcode.
    AsText,
    Acknowledge,
    Note,
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,
    /// Filled in by the device, without being asked.
    Metadata,
    /// A question that no visit can ask: a photograph, a ranking.
    LeftOut,
    /// A reason to refuse the form; the id of its message.
    Refused(&'static str),
    /// A row that its author commented out.
    Comment,
    Unknown,
}

impl RowType {
    /// Returns whether it becomes an item.
    pub(super) fn asks(&self) -> bool {
        matches!(
            self,
            Self::Select { .. } | Self::Number { .. } | Self::Range | Self::Text | Self::AsText | Self::Acknowledge
        )
    }
}

/// The beginnings of the types that a list follows.
const SELECTS: &[(&str, Select)] = &[
    ("select one from file", Select::File),
    ("select multiple from file", Select::File),
    ("select one external", Select::External),
    ("cascading select", Select::Filtered),
    ("add select one prompt using", Select::One),
    ("add select multiple prompt using", Select::Multiple),
    ("select all that apply from", Select::Multiple),
    ("select all that apply", Select::Multiple),
    ("select multiple from", Select::Multiple),
    ("select multiple using", Select::Multiple),
    ("select multiple", Select::Multiple),
    ("select one from", Select::One),
    ("select one using", Select::One),
    ("select one", Select::One),
    ("select1", Select::One),
    ("q select1", Select::One),
    ("q select", Select::Multiple),
    ("rank", Select::External),
    ("osm", Select::External),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Select {
    One,
    Multiple,
    /// Its choices are in a file.
    File,
    /// Its choices depend on other answers.
    Filtered,
    /// It is left out.
    External,
}

const REPEAT: RowType = RowType::BeginRepeat;
const GEOPOINT: RowType = RowType::Refused("form-geopoint");
const CALCULATE: RowType = RowType::Refused("form-calculate");
const PERCENT: RowType = RowType::Number { whole: true, limits: Some((0.0, 100.0)) };

const fn days(most: f64) -> RowType {
    RowType::Number { whole: true, limits: Some((0.0, most)) }
}

const fn number(whole: bool) -> RowType {
    RowType::Number { whole, limits: None }
}

/// The types without a list.
const TYPES: &[(&[&str], RowType)] = &[
    (&["begin group"], RowType::BeginGroup),
    (&["end group"], RowType::EndGroup),
    (&["begin repeat", "begin lgroup", "begin looped group"], REPEAT),
    (&["end repeat", "end lgroup", "end looped group", "end loop"], RowType::EndRepeat),
    (&["text", "string", "phone number", "url"], RowType::Text),
    (&["integer", "int"], number(true)),
    (&["decimal"], number(false)),
    (&["percentage"], PERCENT),
    (&["number of days in last month"], days(31.0)),
    (&["number of days in last six months"], days(183.0)),
    (&["number of days in last year"], days(365.0)),
    (&["range"], RowType::Range),
    (&["acknowledge", "trigger"], RowType::Acknowledge),
    (&["note"], RowType::Note),
    (&["date", "time", "datetime", "date time", "barcode"], RowType::AsText),
    (&["calculate", "calculate here"], CALCULATE),
    (&["geopoint", "geotrace", "geoshape", "gps", "location"], GEOPOINT),
    (
        &[
            "image",
            "photo",
            "picture",
            "audio",
            "video",
            "file",
            "background audio",
            "hidden",
            "xml external",
            "csv external",
            "signature",
            "select one external",
        ],
        RowType::LeftOut,
    ),
    (
        &[
            "start",
            "end",
            "today",
            "start time",
            "end time",
            "deviceid",
            "device id",
            "imei",
            "subscriberid",
            "subscriber id",
            "simserial",
            "sim id",
            "phonenumber",
            "username",
            "email",
            "audit",
            "start geopoint",
            "uri:deviceid",
            "uri:subscriberid",
            "uri:simserial",
            "uri:phonenumber",
            "uri:username",
            "uri:email",
        ],
        RowType::Metadata,
    ),
];

/// Returns what a cell of the column `type` says.
pub(super) fn row_type(cell: &str) -> RowType {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let written = words.join(" ");
    if written.starts_with('#') {
        return RowType::Comment;
    }
    let plain = written.to_lowercase().replace(['_', '-'], " ");
    if let Some((name, select)) = SELECTS.iter().find(|(name, _)| begins_with(&plain, name)) {
        return select_type(*select, written.get(name.len()..).unwrap_or_default().trim());
    }
    if begins_with(&plain, "begin loop") {
        return REPEAT;
    }
    let old = ["q ", "add ", "get "].iter().find_map(|start| plain.strip_prefix(start)).unwrap_or(&plain);
    let name = old.strip_suffix(" prompt").unwrap_or(old);
    let found = TYPES.iter().find(|(names, _)| names.contains(&name));
    found.map_or(RowType::Unknown, |(_, found)| found.clone())
}

fn begins_with(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn select_type(select: Select, list: &str) -> RowType {
    let lower = list.to_lowercase();
    let suffix = [" or_other", " or specify other", " or other"].into_iter().find(|suffix| lower.ends_with(suffix));
    let list = suffix.and_then(|suffix| list.get(..list.len() - suffix.len())).unwrap_or(list).trim();
    let is_file = [".csv", ".xml", ".geojson"].iter().any(|end| lower.ends_with(end));
    match select {
        Select::File => RowType::Refused("form-from-file"),
        Select::One | Select::Multiple if is_file => RowType::Refused("form-from-file"),
        Select::Filtered => RowType::Refused("form-choice-filter"),
        Select::External => RowType::LeftOut,
        Select::One | Select::Multiple => {
            RowType::Select { list: list.to_owned(), multiple: select == Select::Multiple, or_other: suffix.is_some() }
        }
    }
}

/// Returns the type that a misspelt one may be meant for.
pub(super) fn likely_type(cell: &str) -> Option<&'static str> {
    let plain = cell.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace(['_', '-'], " ");
    let start = plain.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let names = TYPES.iter().flat_map(|(names, _)| names.iter()).chain(SELECTS.iter().map(|(name, _)| name));
    nearest(&start, names).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select(list: &str, multiple: bool, or_other: bool) -> RowType {
        RowType::Select { list: list.to_owned(), multiple, or_other }
    }

    #[test]
    fn types_are_read_under_all_their_names() {
        for (cell, expected) in [
            ("select_one yes_no", select("yes_no", false, false)),
            ("Select One  Yes_No", select("Yes_No", false, false)),
            ("select one from yes_no", select("yes_no", false, false)),
            ("add select one prompt using yes_no", select("yes_no", false, false)),
            ("select1 yes_no", select("yes_no", false, false)),
            ("select_multiple fruit", select("fruit", true, false)),
            ("select all that apply from fruit", select("fruit", true, false)),
            ("select_one fruit or_other", select("fruit", false, true)),
            ("select all that apply from fruit or specify other", select("fruit", true, true)),
            ("select_one", select("", false, false)),
            ("text", RowType::Text),
            ("q string", RowType::Text),
            ("add text prompt", RowType::Text),
            ("integer", number(true)),
            ("q int", number(true)),
            ("decimal", number(false)),
            ("percentage", PERCENT),
            ("number of days in last month", days(31.0)),
            ("range", RowType::Range),
            ("acknowledge", RowType::Acknowledge),
            ("trigger", RowType::Acknowledge),
            ("note", RowType::Note),
            ("add note prompt", RowType::Note),
            ("begin group", RowType::BeginGroup),
            ("begin_group", RowType::BeginGroup),
            ("END GROUP", RowType::EndGroup),
            ("begin repeat", RowType::BeginRepeat),
            ("begin loop over fruit", RowType::BeginRepeat),
            ("end_repeat", RowType::EndRepeat),
            ("date", RowType::AsText),
            ("dateTime", RowType::AsText),
            ("barcode", RowType::AsText),
            ("calculate", CALCULATE),
            ("geopoint", GEOPOINT),
            ("geoshape", GEOPOINT),
            ("gps", GEOPOINT),
            ("select_one_from_file cities.csv", RowType::Refused("form-from-file")),
            ("select_multiple_from_file a.csv", RowType::Refused("form-from-file")),
            ("select_one_external c1", RowType::LeftOut),
            ("image", RowType::LeftOut),
            ("add image prompt", RowType::LeftOut),
            ("rank fruit", RowType::LeftOut),
            ("osm c1", RowType::LeftOut),
            ("background-audio", RowType::LeftOut),
            ("start", RowType::Metadata),
            ("get device id", RowType::Metadata),
            ("start-geopoint", RowType::Metadata),
            ("username", RowType::Metadata),
            ("# old", RowType::Comment),
            ("slect_one yes_no", RowType::Unknown),
            ("", RowType::Unknown),
        ] {
            assert_eq!(row_type(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_misspelt_type_is_recognised() {
        for (cell, likely) in
            [("slect_one yes_no", Some("select one")), ("intger", Some("integer")), ("begn group", Some("begin group"))]
        {
            assert_eq!(likely_type(cell), likely, "{cell}");
        }
    }
}
