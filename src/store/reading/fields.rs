//! From the derived fields of a session, in the order in which esprit writes them, to a record.
//!
//! Where they have another order, spelling or shape, the complete way judges. What they say is judged in
//! [`super::sound`].

use super::cursor::{AnotherWay, Asked, Cursor};
use super::known::{Known, Names};
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use crate::visit::event::ScenarioRef;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::time::Stamp;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::borrow::Cow;

/// How every line begins that esprit writes.
pub(super) const START: &str = r#"{"format":"esprit.session/1","#;

/// Where the derived fields end, and the proof begins.
pub(super) const PROOF: &str = r#","definition":"#;

/// How many rows a record has room for before it grows.
const ROOM: usize = 32;

/// A record, and the moment at which its visit started.
pub(super) struct Fields<'a> {
    pub(super) record: Record<'a>,
    pub(super) started: Timestamp,
    /// Whether figures can be listed under the names that the rows give their items.
    pub(super) rows_have_keys: bool,
}

/// Reads the derived fields: a line of the file up to [`PROOF`]. The record is not sealed.
pub(super) fn read<'a>(text: &'a str, known: &mut Known) -> Asked<Fields<'a>> {
    let mut at = Cursor::new(text);
    at.pass(START)?;
    at.pass(r#""id":"#)?;
    let id = at.string()?;
    at.pass(r#","kind":"#)?;
    let kind = named(&mut at, &Kind::ALL.map(|kind| (kind, kind.name())))?;
    at.pass(r#","status":"#)?;
    let complete = named(&mut at, &[(true, "complete"), (false, "abandoned")])?;
    at.pass(r#","relation":"#)?;
    let relation = named(&mut at, &Relation::ALL)?;
    at.pass(r#","site":{"id":"#)?;
    let site = at.string()?;
    let site_name = at.string_after(r#","name":"#)?;
    let group = at.string_after(r#","group":"#)?;
    at.pass(r#"},"observer":{"id":"#)?;
    let observer = at.string()?;
    at.pass(r#"},"started_at":"#)?;
    let started_at = at.string()?;
    at.pass(r#","ended_at":"#)?;
    let ended_at = at.string()?;
    at.pass(r#","time_zone":"#)?;
    let time_zone = at.string()?;
    at.pass(r#","duration_ms":"#)?;
    let duration_ms = at.integer()?;
    at.pass(r#","paused_ms":"#)?;
    let paused_ms = at.integer()?;
    at.pass(r#","clock_shifts":"#)?;
    let clock_shifts = at.integer()?;
    let remark = at.string_after(r#","remark":"#)?;
    at.pass(r#","checklist":{"id":"#)?;
    let checklist = at.string()?;
    at.pass(r#","version":"#)?;
    let version = at.string()?;
    at.pass(r#","digest":"#)?;
    let digest = at.string()?;
    at.pass("}")?;
    let scenario = scenario(&mut at)?;
    let score = score(&mut at)?;
    let (rows, rows_have_keys) = rows(&mut at, known)?;
    let note = at.string_after(r#","note":"#)?;
    let outcome = outcome(&mut at)?;
    let (started, local) = moments(&started_at, &ended_at, &time_zone).ok_or(AnotherWay)?;
    let record = Record {
        id,
        kind,
        complete,
        relation,
        site,
        site_name,
        group,
        observer,
        started_at,
        date: local.date(),
        hour: u8::try_from(local.hour()).map_err(|_| AnotherWay)?,
        ended_at,
        time_zone,
        duration_ms,
        paused_ms,
        clock_shifts,
        remark,
        checklist,
        version,
        digest,
        scenario,
        percent: score.percent,
        points: score.points,
        possible: score.possible,
        failed_critical: score.failed_critical,
        rows,
        note,
        outcome,
        sealed: false,
        pauses_and_marks: None,
    };
    if at.is_at_end() { Ok(Fields { record, started, rows_have_keys }) } else { Err(AnotherWay) }
}

/// Reads one of several names.
fn named<T: Copy>(at: &mut Cursor<'_>, names: &[(T, &str)]) -> Asked<T> {
    let name = at.string()?;
    names.iter().find(|(_, known)| *known == name).map(|(value, _)| *value).ok_or(AnotherWay)
}

/// Reads which scenario was watched, where one was.
fn scenario(at: &mut Cursor<'_>) -> Asked<Option<Box<ScenarioRef>>> {
    if !at.passes(r#","scenario":{"id":"#) {
        return Ok(None);
    }
    let id = at.string()?.into_owned();
    at.pass(r#","version":"#)?;
    let version = at.string()?.into_owned();
    at.pass(r#","digest":"#)?;
    let digest = at.string()?.into_owned();
    at.pass(r#","speed":"#)?;
    let speed = at.number()?;
    at.pass("}")?;
    Ok(Some(Box::new(ScenarioRef { id, version, digest, speed })))
}

/// The visit's score, without its sections: they follow from the rows.
struct Score {
    percent: Option<f64>,
    points: f64,
    possible: f64,
    failed_critical: usize,
}

fn score(at: &mut Cursor<'_>) -> Asked<Score> {
    at.pass(r#","score":{"percent":"#)?;
    let percent = at.number_or_null()?;
    at.pass(r#","points":"#)?;
    let points = at.number()?;
    at.pass(r#","possible":"#)?;
    let possible = at.number()?;
    at.pass(r#","failed_critical":["#)?;
    let failed_critical = strings(at)?.len();
    at.pass(r#","sections":["#)?;
    sections(at)?;
    at.pass("}")?;
    Ok(Score { percent, points, possible, failed_critical })
}

/// Passes over the scores of the sections, whose list is open.
fn sections(at: &mut Cursor<'_>) -> Asked<()> {
    if at.passes("]") {
        return Ok(());
    }
    loop {
        at.pass(r#"{"id":"#)?;
        at.string()?;
        at.pass(r#","attitude":"#)?;
        at.string_or_null()?;
        at.pass(r#","points":"#)?;
        at.number()?;
        at.pass(r#","possible":"#)?;
        at.number()?;
        at.pass(r#","percent":"#)?;
        at.number_or_null()?;
        at.pass("}")?;
        if at.passes("]") {
            return Ok(());
        }
        at.pass(",")?;
    }
}

/// Reads texts up to the end of their list, which is open.
fn strings<'a>(at: &mut Cursor<'a>) -> Asked<Vec<Cow<'a, str>>> {
    let mut found = Vec::new();
    if at.passes("]") {
        return Ok(found);
    }
    loop {
        found.push(at.string()?);
        if at.passes("]") {
            return Ok(found);
        }
        at.pass(",")?;
    }
}

/// Reads the rows, and tells whether all of them name their item by what can be keys.
fn rows<'a>(at: &mut Cursor<'a>, known: &mut Known) -> Asked<(Vec<RecordedAnswer<'a>>, bool)> {
    at.pass(r#","answers":["#)?;
    if at.passes("]") {
        return Ok((Vec::new(), true));
    }
    let mut rows = Vec::with_capacity(ROOM);
    let mut have_keys = true;
    known.begin();
    loop {
        let names = known.read(at)?;
        have_keys &= names.are_keys;
        rows.push(row(at, names)?);
        if at.passes("]") {
            return Ok((rows, have_keys));
        }
        at.pass(",")?;
    }
}

/// Reads a row whose names were read.
fn row<'a>(at: &mut Cursor<'a>, names: Names<'a>) -> Asked<RecordedAnswer<'a>> {
    let Names { item, section, attitude, behaviour, response, .. } = names;
    let value = given(at)?;
    at.pass(r#","weight":"#)?;
    let weight = at.number()?;
    at.pass(r#","points":"#)?;
    let points = at.number()?;
    at.pass(r#","possible":"#)?;
    let possible = at.number()?;
    at.pass(r#","critical":"#)?;
    let critical = at.boolean()?;
    let first_recorded_at = at.string_after(r#","first_recorded_at":"#)?;
    let recorded_at = at.string_after(r#","recorded_at":"#)?;
    let observed_at = at.string_after(r#","observed_at":"#)?;
    let elapsed_ms = if at.passes(r#","elapsed_ms":"#) { Some(at.integer()?) } else { None };
    let note = at.string_after(r#","note":"#)?;
    at.pass("}")?;
    Ok(RecordedAnswer {
        item,
        section,
        attitude,
        behaviour,
        response,
        value,
        weight,
        points,
        possible,
        critical,
        first_recorded_at,
        recorded_at,
        observed_at,
        elapsed_ms,
        note,
    })
}

fn given<'a>(at: &mut Cursor<'a>) -> Asked<RecordedValue<'a>> {
    if at.passes("null") {
        return Ok(RecordedValue::Nothing);
    }
    if at.passes("[") {
        return strings(at).map(RecordedValue::Many);
    }
    if let Ok(text) = at.string() { Ok(RecordedValue::Text(text)) } else { at.number().map(RecordedValue::Number) }
}

fn outcome(at: &mut Cursor<'_>) -> Asked<Option<f64>> {
    at.pass(r#","outcome":"#)?;
    if at.passes("null") {
        return Ok(None);
    }
    at.pass(r#"{"item":"#)?;
    at.string()?;
    at.pass(r#","value":"#)?;
    let value = given(at)?;
    at.pass("}")?;
    Ok(if let RecordedValue::Number(number) = value { Some(number) } else { None })
}

/// Gives the instant of a visit's start, and the date and time that a clock on its wall showed. An offset tells the
/// latter by itself; `Z` does not, and there the zone does where it has a name that is known.
fn moments(started_at: &str, ended_at: &str, time_zone: &str) -> Option<(Timestamp, DateTime)> {
    let started = Stamp::parse(started_at)?;
    Stamp::parse(ended_at)?;
    let zone = if started_at.ends_with(['Z', 'z']) { TimeZone::get(time_zone).ok() } else { None };
    let local = zone.map_or_else(|| started.civil(), |zone| zone.to_datetime(started.instant()));
    Some((started.instant(), local))
}
