//! Sessions as they are taken, in any order, and which of them belong together.
//!
//! Of one observer's visits of a meeting the latest counts, a copy is no second visit, and a reference stands aside. What
//! a scenario expects is for others to put in.

use super::{Answer, Class, Expected, Meeting, Reference, Sheet, Times};
use crate::visit::checklist::LocalText;
use crate::visit::definitions::Definitions;
use crate::visit::record::{PausesAndMarks, Record, RecordedAnswer, RecordedValue};
use crate::visit::scenario::{scale_ms, seconds};
use crate::visit::time::Stamp;
use crate::visit::{Value, version};
use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// By what visits belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matching {
    /// Whether visits of one scenario do, wherever and whenever they were made.
    pub scenarios: bool,
    /// Whether visits without a scenario, or of any where `scenarios` is not set, do by site and time.
    pub sites: bool,
    /// Visits of one site do that start at most so long after the first of them.
    pub window: SignedDuration,
    /// So many observers are the fewest.
    pub least: usize,
}

impl Matching {
    /// How visits are matched for a class: one scenario, or one site on a day.
    pub const CLASS: Self = Self { scenarios: true, sites: true, window: SignedDuration::from_hours(16), least: 2 };
}

/// Takes sessions, and makes classes of them.
#[derive(Debug, Default)]
pub struct Classes {
    taken: Vec<Taken>,
    /// How many visits were given up; they are no part of any class.
    pub abandoned: u64,
    /// The sessions that are references.
    references: BTreeSet<String>,
}

/// A sheet, and what it belongs to.
#[derive(Debug)]
struct Taken {
    sheet: Sheet,
    /// The site's id.
    site: String,
    local: DateTime,
    checklist: String,
    /// The checklist's version.
    version: String,
    /// Id and digest.
    scenario: Option<(String, String)>,
    file: Option<String>,
    /// Whether the computer's clock was set during the visit: no telling which time of day is right.
    clock_was_set: bool,
}

impl Classes {
    /// Takes a session, and the name of its file where files of one name belong together. One that was given up is
    /// none.
    pub fn take(&mut self, record: &Record<'_>, file: Option<&str>) {
        let Ok(started_at) = record.started_at.parse() else { return };
        if !record.complete {
            self.abandoned += 1;
            return;
        }
        let hour = record.date.at(i8::try_from(record.hour).unwrap_or(0), 0, 0, 0);
        let sheet = Sheet {
            observer: record.observer.clone().into_owned(),
            session: record.id.clone().into_owned(),
            site: record.site_name.as_deref().unwrap_or(&record.site).to_owned(),
            started_at,
            answers: record.rows.iter().map(|row| (row.item.clone().into_owned(), answer(row, record))).collect(),
        };
        self.taken.push(Taken {
            sheet,
            site: record.site.clone().into_owned(),
            local: record.started_at.parse().unwrap_or(hour),
            checklist: record.digest.clone().into_owned(),
            version: record.version.clone().into_owned(),
            scenario: record.scenario.as_ref().map(|scenario| (scenario.id.clone(), scenario.digest.clone())),
            file: file.map(str::to_owned),
            clock_was_set: record.clock_shifts > 0,
        });
    }

    /// Takes what another one took.
    pub fn merge(&mut self, other: Self) {
        self.taken.extend(other.taken);
        self.abandoned += other.abandoned;
        self.references.extend(other.references);
    }

    /// Sets a session aside: others of its meeting are held against it, whatever else its observer did.
    pub fn set_aside(&mut self, session: &str) {
        self.references.insert(session.to_owned());
    }

    /// Gives each session the name of its file, by the sessions' ids.
    pub fn name(&mut self, files: &BTreeMap<String, String>) {
        for taken in &mut self.taken {
            taken.file = files.get(&taken.sheet.session).cloned();
        }
    }

    /// Tells whether a session was taken.
    pub fn has(&self, session: &str) -> bool {
        self.taken.iter().any(|taken| taken.sheet.session == session)
    }

    /// Gives the ids that begin so of the sessions taken, in order.
    pub fn beginning_with(&self, start: &str) -> Vec<&str> {
        let start = start.to_ascii_lowercase();
        let ids = self.taken.iter().map(|taken| taken.sheet.session.as_str());
        let found: BTreeSet<&str> = ids.filter(|id| !start.is_empty() && id.starts_with(&start)).collect();
        found.into_iter().collect()
    }

    /// Tells whether every session watched a scenario.
    pub fn all_of_scenarios(&self) -> bool {
        self.taken.iter().all(|taken| taken.scenario.is_some())
    }

    /// Counts the sessions that watched no scenario.
    pub fn without_scenario(&self) -> u64 {
        self.taken.iter().filter(|taken| taken.scenario.is_none()).count() as u64
    }

    /// Counts the sessions whose checklist is not known; they are no part of any class.
    pub fn without_checklist(&self, definitions: &Definitions) -> u64 {
        self.taken.iter().filter(|taken| !definitions.is_known(&taken.checklist)).count() as u64
    }

    /// Puts together who saw the same by the same checklist, the latest first. `definitions` are the checklists by
    /// digest; checklists whose items agree are one.
    pub fn classes(mut self, definitions: &Definitions, matching: Matching) -> Vec<Class> {
        self.taken.sort_by(|a, b| (a.sheet.started_at, &a.sheet.session).cmp(&(b.sheet.started_at, &b.sheet.session)));
        // A copy is no second visit.
        self.taken.dedup_by(|a, b| a.sheet.session == b.sheet.session);
        // Two versions of a scenario are two things to see.
        let mut together: BTreeMap<(Meeting, &str, Option<String>), Vec<Taken>> = BTreeMap::new();
        // The first visit of each site's window, from which on others belong to it.
        let mut windows: BTreeMap<(String, &str), (Timestamp, DateTime)> = BTreeMap::new();
        for taken in self.taken {
            let Some(likeness) = definitions.likeness(&taken.checklist) else { continue };
            let meeting = match (&taken.file, &taken.scenario) {
                (Some(file), _) => Meeting::File(file.clone()),
                (None, Some((scenario, _))) if matching.scenarios => Meeting::Scenario(scenario.clone()),
                (None, _) if !matching.sites => continue,
                (None, _) => {
                    let now = (taken.sheet.started_at, taken.local);
                    let first = windows.entry((taken.site.clone(), likeness)).or_insert(now);
                    if now.0.duration_since(first.0) > matching.window {
                        *first = now;
                    }
                    Meeting::Visit(taken.site.clone(), first.1)
                }
            };
            let version = match &meeting {
                Meeting::Scenario(_) => taken.scenario.as_ref().map(|(_, digest)| digest.clone()),
                _ => None,
            };
            together.entry((meeting, likeness, version)).or_default().push(taken);
        }
        let mut classes: Vec<Class> = together
            .into_iter()
            .filter_map(|((meeting, likeness, _), taken)| {
                class(meeting, likeness, taken, definitions, &self.references)
            })
            .filter(|class| class.sheets.len() >= matching.least)
            .collect();
        classes.sort_by_key(|class| Reverse(class.sheets.iter().map(|sheet| sheet.started_at).max()));
        classes
    }
}

/// Makes a class of sheets in the order of their time.
fn class(
    meeting: Meeting,
    likeness: &str,
    taken: Vec<Taken>,
    definitions: &Definitions,
    references: &BTreeSet<String>,
) -> Option<Class> {
    let latest = taken.last()?;
    let definition = Arc::new(definitions.get_like(&latest.checklist)?.clone());
    let site = latest.sheet.site.clone();
    let versions = version::in_order(taken.iter().map(|taken| taken.version.as_str()));
    let (mut again, mut aside) = (Vec::new(), Vec::new());
    let mut kept: BTreeMap<String, Taken> = BTreeMap::new();
    for taken in taken {
        if references.contains(&taken.sheet.session) {
            aside.push(taken);
        } else if let Some(earlier) = kept.insert(taken.sheet.observer.clone(), taken) {
            again.push(earlier.sheet.observer);
        }
    }
    again.sort_unstable();
    again.dedup();
    let counted = kept.len();
    let mut all: Vec<Taken> = kept.into_values().chain(aside).collect();
    let scenario = all.first().and_then(|one| one.scenario.clone());
    let scenario = scenario.filter(|first| all.iter().all(|one| one.scenario.as_ref() == Some(first)));
    let times = match &meeting {
        _ if scenario.is_some() => Times::Script,
        Meeting::Visit(..) => Times::World,
        _ => Times::OwnStart,
    };
    align(&mut all, times);
    let mut sheets: Vec<Sheet> = all.into_iter().map(|taken| taken.sheet).collect();
    let mut aside = sheets.split_off(counted);
    let sessions: Vec<String> = aside.iter().map(|sheet| sheet.session.clone()).collect();
    let reference = aside.pop();
    Some(Class {
        meeting,
        site,
        likeness: likeness.to_owned(),
        versions,
        definition,
        sheets,
        again,
        scenario,
        times,
        reference: sessions.last().cloned().map(Reference::Session),
        aside: sessions,
        expected: reference.into_iter().flat_map(|sheet| sheet.answers).filter_map(expect).collect(),
    })
}

/// Gives what an answer of a reference makes of the same item of others; nothing where it has none.
fn expect((item, answer): (String, Answer)) -> Option<(String, Expected)> {
    let reason = answer.note.map(LocalText::Same);
    Some((item, Expected { value: answer.value?, reason, at_s: answer.at_s }))
}

fn answer(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Answer {
    let speed = record.scenario.as_ref().map_or(1.0, |scenario| scenario.speed);
    let value = match &row.value {
        RecordedValue::Nothing => None,
        RecordedValue::Text(text) => Some(Value::text(text)),
        // Whatever the speed at which they watched, what they timed is a time of the scene.
        RecordedValue::Number(ms) if row.response == "timer" => Some(Value::number((ms * speed).round())),
        RecordedValue::Number(number) => Some(Value::number(*number)),
        RecordedValue::Many(several) => Some(Value::Many(several.iter().map(|one| one.clone().into_owned()).collect())),
    };
    Answer { value, note: row.note.as_deref().map(str::to_owned), at_s: at_s(row, record) }
}

/// Brings the times of sheets, which count from each one's own start, onto one scale.
fn align(kept: &mut [Taken], times: Times) {
    let first = kept.iter().filter(|taken| taken.scenario.is_none()).map(|taken| taken.sheet.started_at).min();
    for taken in kept.iter_mut().filter(|_| times != Times::Script) {
        let later_s = match times {
            // What one watched as a scenario, others did not see.
            _ if taken.scenario.is_some() => None,
            Times::World if taken.clock_was_set => None,
            Times::World => first.map(|first| taken.sheet.started_at.duration_since(first).as_secs_f64()),
            _ => Some(0.0),
        };
        for answer in taken.sheet.answers.values_mut() {
            answer.at_s = answer.at_s.zip(later_s).map(|(at_s, later_s)| at_s + later_s);
        }
    }
}

/// Gives when an answer happened, in seconds from the visit's start, or of the scenario's script.
fn at_s(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Option<f64> {
    let happened = happened_ms(row, record).filter(|_| row.value != RecordedValue::Nothing)?;
    let Some(scenario) = &record.scenario else { return Some(seconds(happened)) };
    let still = match &record.pauses_and_marks {
        Some(course) => course.unobserved_ms(happened),
        None if record.paused_ms == 0 => 0,
        None => return None,
    };
    Some(seconds(scale_ms(happened.saturating_sub(still), scenario.speed)))
}

/// Gives how long after the visit's start an answer happened, in milliseconds of real time, pauses included.
fn happened_ms(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Option<u64> {
    let stamp = |text: &str| Stamp::parse(text);
    let since = |later: Stamp, earlier: Stamp| u64::try_from(later.ms_since(&earlier)).unwrap_or(0);
    let (start, recorded) = (stamp(&record.started_at)?, stamp(row.recorded_at.as_deref()?)?);
    let clock_was_set = record.clock_shifts > 0;
    // The visit's own clock; the one on the wall only where that is missing and nobody set it.
    let elapsed = row.elapsed_ms.or_else(|| (!clock_was_set).then(|| since(recorded, start)))?;
    let Some(observed) = row.observed_at.as_deref().and_then(stamp) else { return Some(elapsed) };
    let by_mark = |course: &PausesAndMarks| course.marks.iter().find(|(at, _)| *at == observed).map(|(_, ms)| *ms);
    match &record.pauses_and_marks {
        Some(course) => Some(by_mark(course).unwrap_or_else(|| elapsed.saturating_sub(since(recorded, observed)))),
        // It may be a mark from before the clock was set.
        None if clock_was_set => None,
        None => Some(elapsed.saturating_sub(since(recorded, observed))),
    }
}
