//! The derived fields of a session as its file holds them, borrowed from its text, and the record that they make.
//!
//! Whether figures can be made of them is for [`super::validate_record`] to say.

use crate::store::derived_fields::{Text, decode_before};
use crate::store::session::Ending;
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use crate::visit::event::ScenarioRef;
use crate::visit::record::{Given, Record, Row};
use crate::visit::time::Stamp;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

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
    answers: Vec<Answer<'a>>,
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
    #[serde(rename = "sections")]
    _sections: Vec<Section<'a>>,
}

/// The score of a section: it follows from the rows, so only its shape is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is checked")]
struct Section<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    attitude: Option<Text<'a>>,
    points: f64,
    possible: f64,
    percent: Option<f64>,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Answer<'a>(#[serde(borrow, with = "AnswerRow")] Row<'a>);

#[derive(Deserialize)]
#[serde(remote = "Row", deny_unknown_fields)]
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
    value: Given<'a>,
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
    value: Given<'a>,
}

/// The value of an answer.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Number(f64),
    Many(#[serde(borrow)] Vec<Text<'a>>),
}

fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cow<'de, str>>, D::Error> {
    Ok(Option::<Text<'de>>::deserialize(deserializer)?.map(|text| text.0))
}

fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Given<'de>, D::Error> {
    Ok(match Option::<Value<'de>>::deserialize(deserializer)? {
        None => Given::Nothing,
        Some(Value::Text(text)) => Given::Text(text),
        Some(Value::Number(number)) => Given::Number(number),
        Some(Value::Many(chosen)) => Given::Many(chosen.into_iter().map(|text| text.0).collect()),
    })
}

/// Decodes the fields before the proof in a session's text; returns the record, which is not sealed, and the instant at
/// which the visit started.
///
/// # Errors
/// Where they are not what a session holds, or one is unknown.
pub(super) fn record(text: &str) -> Result<(Record<'_>, Timestamp), serde_json::Error> {
    let fields: Fields<'_> = decode_before(&mut serde_json::Deserializer::from_str(text), "definition")?;
    let moments = moments(&fields.started_at, &fields.ended_at, &fields.time_zone);
    let (started, local) = moments.ok_or_else(|| serde_json::Error::custom("started_at, ended_at"))?;

    let record = Record {
        id: fields.id,
        kind: fields.kind,
        complete: fields.status == Ending::Complete,
        relation: fields.relation,
        site: fields.site.id,
        site_name: fields.site.name.map(|text| text.0),
        group: fields.site.group.map(|text| text.0),
        observer: fields.observer.id,
        date: local.date(),
        hour: u8::try_from(local.hour()).unwrap_or_default(),
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
        failed_critical: fields.score.failed_critical.len(),
        rows: fields.answers.into_iter().map(|answer| answer.0).collect(),
        note: fields.note.map(|text| text.0),
        outcome: match fields.outcome.map(|outcome| outcome.value) {
            Some(Given::Number(number)) => Some(number),
            _ => None,
        },
        sealed: false,
        course: None,
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
