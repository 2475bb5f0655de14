//! The derived fields of a session as its file holds them, borrowed from its text, and the record that they make.
//!
//! Whether figures can be made of them is for [`super::validate_record`] to say.

use crate::store::derived_fields::{Text, decode_before};
use crate::store::session::Ending;
use crate::visit::checklist::Relation;
use crate::visit::event::ScenarioRef;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::time::Stamp;
use crate::visit::{Corrections, Kind};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// Answers that have room without growing; a list of long rows is costly to grow.
const USUAL_ANSWERS: usize = 32;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a> {
    #[serde(rename = "format")]
    _format: Text<'a>,
    #[serde(borrow)]
    id: Cow<'a, str>,
    kind: Kind,
    status: Ending,
    relation: Relation,
    site: Site<'a>,
    observer: Observer<'a>,
    #[serde(borrow)]
    started_at: Cow<'a, str>,
    #[serde(borrow)]
    ended_at: Cow<'a, str>,
    #[serde(borrow)]
    time_zone: Cow<'a, str>,
    duration_ms: u64,
    paused_ms: u64,
    clock_shifts: u64,
    remark: Option<Text<'a>>,
    checklist: Checklist<'a>,
    scenario: Option<Box<ScenarioRef>>,
    score: Score<'a>,
    corrections: Option<Box<Corrections>>,
    #[serde(borrow, deserialize_with = "rows")]
    answers: Vec<RecordedAnswer<'a>>,
    note: Option<Text<'a>>,
    outcome: Option<Outcome<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Site<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    name: Option<Text<'a>>,
    group: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Observer<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    name: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checklist<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    version: Cow<'a, str>,
    #[serde(borrow)]
    digest: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score<'a> {
    percent: Option<f64>,
    points: f64,
    possible: f64,
    #[serde(borrow)]
    failed_critical: Vec<Text<'a>>,
    #[serde(borrow)]
    sections: Vec<Section<'a>>,
}

/// The score of a section: but for its share it follows from the rows, so only its shape is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(rename = "attitude")]
    _attitude: Option<Text<'a>>,
    #[serde(rename = "points")]
    _points: f64,
    #[serde(rename = "possible")]
    _possible: f64,
    #[serde(rename = "percent")]
    _percent: Option<f64>,
    weight_percent: Option<f64>,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Answer<'a>(#[serde(borrow, with = "AnswerRow")] RecordedAnswer<'a>);

#[derive(Deserialize)]
#[serde(remote = "RecordedAnswer", deny_unknown_fields)]
struct AnswerRow<'a> {
    #[serde(borrow)]
    item: Cow<'a, str>,
    #[serde(borrow)]
    section: Cow<'a, str>,
    #[serde(borrow, deserialize_with = "optional")]
    attitude: Option<Cow<'a, str>>,
    #[serde(borrow, deserialize_with = "optional")]
    behaviour: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "type")]
    response: Cow<'a, str>,
    #[serde(borrow, deserialize_with = "given")]
    value: RecordedValue<'a>,
    weight: f64,
    points: f64,
    possible: f64,
    critical: bool,
    #[serde(borrow, default, deserialize_with = "optional")]
    first_recorded_at: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "optional")]
    recorded_at: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "optional")]
    observed_at: Option<Cow<'a, str>>,
    elapsed_ms: Option<u64>,
    #[serde(borrow, default, deserialize_with = "optional")]
    note: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome<'a> {
    #[serde(rename = "item")]
    _item: Text<'a>,
    #[serde(borrow, deserialize_with = "given")]
    value: RecordedValue<'a>,
}

fn rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RecordedAnswer<'de>>, D::Error> {
    deserializer.deserialize_seq(RowsVisitor)
}

struct RowsVisitor;

impl<'de> Visitor<'de> for RowsVisitor {
    type Value = Vec<RecordedAnswer<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of answers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut answers: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::with_capacity(USUAL_ANSWERS);
        while let Some(Answer(row)) = answers.next_element()? {
            rows.push(row);
        }
        Ok(rows)
    }
}

fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cow<'de, str>>, D::Error> {
    Ok(Option::<Text<'de>>::deserialize(deserializer)?.map(|text| text.0))
}

/// Decodes the value of an answer in one pass; an untagged enum would buffer it.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RecordedValue<'de>, D::Error> {
    deserializer.deserialize_any(GivenVisitor)
}

struct GivenVisitor;

#[expect(clippy::cast_precision_loss, reason = "as serde decodes a whole number to f64")]
impl<'de> Visitor<'de> for GivenVisitor {
    type Value = RecordedValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a text, a number or several texts")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(RecordedValue::Nothing)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(RecordedValue::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(RecordedValue::Text(text.to_owned().into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(RecordedValue::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(RecordedValue::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(RecordedValue::Number(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, texts: A) -> Result<Self::Value, A::Error> {
        let chosen = Vec::<Text<'de>>::deserialize(SeqAccessDeserializer::new(texts))?;
        Ok(RecordedValue::Many(chosen.into_iter().map(|text| text.0).collect()))
    }
}

/// Decodes the fields before the proof in a session's text; returns the record, which is not sealed, and the instant at
/// which the visit started.
pub(super) fn record(text: &str) -> Result<(Record<'_>, Timestamp), serde_json::Error> {
    let fields: Fields<'_> = decode_before(&mut serde_json::Deserializer::from_str(text), "definition")?;
    let moments = moments(&fields.started_at, &fields.ended_at, &fields.time_zone);
    let (started, local) = moments.ok_or_else(|| serde_json::Error::custom("started_at, ended_at"))?;
    let record = Record {
        id: fields.id,
        kind: fields.kind,
        complete: fields.status == Ending::Complete,
        void: fields.status == Ending::Void,
        corrections: fields.corrections.map_or(0, |corrections| corrections.number),
        relation: fields.relation,
        site: fields.site.id,
        site_name: fields.site.name.map(|text| text.0),
        group: fields.site.group.map(|text| text.0),
        observer: fields.observer.id,
        observer_name: fields.observer.name.map(|text| text.0),
        date: local.date(),
        hour: local.hour().unsigned_abs(),
        started_at: fields.started_at,
        ended_at: fields.ended_at,
        time_zone: fields.time_zone,
        duration_ms: fields.duration_ms,
        paused_ms: fields.paused_ms,
        clock_shifts: fields.clock_shifts,
        remark: fields.remark.map(|text| text.0),
        checklist: fields.checklist.id,
        version: fields.checklist.version,
        digest: fields.checklist.digest,
        scenario: fields.scenario,
        percent: fields.score.percent,
        points: fields.score.points,
        possible: fields.score.possible,
        section_shares: (fields.score.sections.into_iter())
            .filter_map(|section| Some((section.id.0, section.weight_percent?)))
            .collect(),
        failed_critical: fields.score.failed_critical.into_iter().map(|item| item.0).collect(),
        rows: fields.answers,
        note: fields.note.map(|text| text.0),
        outcome: match fields.outcome.map(|outcome| outcome.value) {
            Some(RecordedValue::Number(number)) => Some(number),
            _ => None,
        },
        sealed: false,
        pauses_and_marks: None,
    };
    Ok((record, started))
}

/// Returns the instant of a visit's start, and the date and time on a wall clock there. An offset says the latter by
/// itself; `Z` does not, so there the zone does where its name is known.
fn moments(started_at: &str, ended_at: &str, time_zone: &str) -> Option<(Timestamp, DateTime)> {
    let started = Stamp::parse(started_at)?;
    Stamp::parse(ended_at)?;
    let zone = if started_at.ends_with(['Z', 'z']) { TimeZone::get(time_zone).ok() } else { None };
    let local = zone.map_or_else(|| started.civil(), |zone| zone.to_datetime(started.instant()));
    Some((started.instant(), local))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = r#"{"item":"a","section":"s","attitude":null,"behaviour":"b","type":"x","value":1,"weight":1,"points":0,"possible":0,"critical":false}"#;

    fn row(text: &str) -> Option<RecordedAnswer<'_>> {
        serde_json::from_str::<Answer<'_>>(text).ok().map(|answer| answer.0)
    }

    #[test]
    fn numbers_are_those_of_the_standard_library() {
        let texts = [
            "0",
            "0.0",
            "20.0",
            "83.3",
            "83.33333333333334",
            "0.1",
            "123456789012345",
            "1234567890123456",
            "-0.5",
            "1e3",
            "2.5E-3",
            "0.30000000000000004",
            "99.99999999999",
            "12345678.9012345",
            "18446744073709551615",
        ];
        for text in texts {
            let expected: f64 = text.parse().unwrap();
            let changed = ROW.replace("\"weight\":1", &format!("\"weight\":{text}"));
            assert_eq!(row(&changed).map(|row| row.weight.to_bits()), Some(expected.to_bits()), "{text}");
            let changed = ROW.replace("\"value\":1", &format!("\"value\":{text}"));
            assert_eq!(row(&changed).map(|row| row.value), Some(RecordedValue::Number(expected)), "{text}");
        }
        for text in ["", "-", "01", "1.", ".5", "+1", "1e999", "1e", "--1", "NaN", "1.2.3"] {
            assert!(row(&ROW.replace("\"weight\":1", &format!("\"weight\":{text}"))).is_none(), "{text}");
        }
        let of = |text: &str| ROW.replace("\"critical\"", &format!("\"elapsed_ms\":{text},\"critical\""));
        for (text, whole) in [("0", Some(0)), ("812345", Some(812_345)), ("01", None), ("1.0", None), ("-1", None)] {
            assert_eq!(row(&of(text)).and_then(|row| row.elapsed_ms), whole, "{text}");
        }
    }

    #[test]
    fn texts_are_borrowed_unless_they_are_escaped() {
        for text in [r#""""#, r#""Évry""#, r#""a\"b""#, r#""\\""#, r#""x\u00e9\n""#, r#""\ud83d\ude00""#] {
            let expected: String = serde_json::from_str(text).unwrap();
            for field in ["\"item\":\"a\"", "\"behaviour\":\"b\"", "\"value\":1"] {
                let (name, _) = field.split_once(':').unwrap();
                let changed = ROW.replace(field, &format!("{name}:{text}"));
                let row = row(&changed).unwrap();
                let values = [("\"item\"", Some(&row.item)), ("\"behaviour\"", row.behaviour.as_ref())];
                let found = values.into_iter().find(|(field, _)| *field == name).and_then(|(_, value)| value);
                let Some(found) = found.or(if let RecordedValue::Text(text) = &row.value { Some(text) } else { None })
                else {
                    panic!("{text} of {name}")
                };
                assert_eq!(*found, expected);
                assert_eq!(matches!(found, Cow::Owned(_)), text.contains('\\'), "{text} of {name}");
            }
        }
        for text in ["\"", "x", "\"\\\"", "\"\\x\"", "\"a\nb\"", "\"\\ud83d\"", "\"a\u{1}\\n\""] {
            assert!(row(&ROW.replace("\"a\"", text)).is_none(), "{text:?}");
        }
    }

    #[test]
    fn values_are_nothing_a_text_a_number_or_several_texts() {
        for (text, expected) in [
            ("null", Some(RecordedValue::Nothing)),
            ("\"yes\"", Some(RecordedValue::Text("yes".into()))),
            ("[]", Some(RecordedValue::Many(vec![]))),
            ("[\"x\",\"\\n\"]", Some(RecordedValue::Many(vec!["x".into(), "\n".into()]))),
            ("{\"a\":1}", None),
            ("true", None),
            ("[1]", None),
        ] {
            assert_eq!(row(&ROW.replace("\"value\":1", &format!("\"value\":{text}"))).map(|row| row.value), expected);
        }
    }

    #[test]
    fn fields_may_have_any_order_but_none_may_be_missing_or_unknown() {
        let reversed = ROW.trim_matches(['{', '}']).split(',').rev().collect::<Vec<_>>().join(",");
        assert_eq!(row(&format!("{{{reversed}}}")), row(ROW));
        assert!(row(ROW).is_some());
        for field in ["\"item\":\"a\",", "\"attitude\":null,", "\"value\":1,", "\"weight\":1,"] {
            assert!(row(&ROW.replace(field, "")).is_none(), "{field}");
        }
        assert!(row(&ROW.replace("\"weight\"", "\"later\":1,\"weight\"")).is_none());
    }
}
