//! Counts visits, one after the other; several tallies make one. Nothing here depends on the order of visits.

use super::dimension::NO_GROUP;
use super::month;
use super::names::{KEY_SEPARATOR, Names};
use super::plan::{LeftOut, Plan};
use super::quality::Quality;
use super::sheet::{CellKey, Judged, OutcomeKey, Sheet, SheetKey, SheetOf, Wait, WaitKey, at, is_judgement};
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::{Kind, Value};
use hashbrown::HashMap;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Visits counted.
#[derive(Clone, Debug)]
pub struct Tally {
    pub(super) plan: Arc<Plan>,
    pub(super) sheets: HashMap<SheetKey, Sheet>,
    pub(super) by: Names,
    pub(super) sites: Names,
    /// By the numbers of sites.
    facts: Vec<SiteFacts>,
    pub(super) quality: Quality,
    pub(super) counts: Counts,
    scratch: Scratch,
}

/// How many visits were met.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub sessions: u64,
    pub abandoned: u64,
    pub training: u64,
    pub filtered: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
}

/// What visits say of a site, and how often.
#[derive(Clone, Debug, Default)]
pub(super) struct SiteFacts {
    pub names: BTreeMap<Box<str>, u64>,
    pub groups: BTreeSet<Box<str>>,
}

/// Room used again for every visit.
#[derive(Clone, Debug, Default)]
struct Scratch {
    key: String,
    parts: Vec<Part>,
    answers: Vec<(usize, Option<Judged>)>,
}

/// What one visit gives to a part.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    points: f64,
    possible: f64,
    failed: bool,
}

impl Tally {
    /// Gives an empty tally.
    pub fn new(plan: &Arc<Plan>) -> Self {
        Self {
            plan: Arc::clone(plan),
            sheets: HashMap::new(),
            by: Names::default(),
            sites: Names::default(),
            facts: Vec::new(),
            quality: Quality::default(),
            counts: Counts::default(),
            scratch: Scratch::default(),
        }
    }

    /// Gives how many visits count.
    pub fn sessions(&self) -> u64 {
        self.counts.sessions
    }

    /// Gives what visits say of each site.
    pub(super) fn facts_by_site(&self) -> BTreeMap<Box<str>, SiteFacts> {
        (0..).zip(&self.facts).map(|(number, facts)| (self.sites.name(number).into(), facts.clone())).collect()
    }

    /// Counts a visit.
    pub fn take(&mut self, record: &Record<'_>) {
        match self.plan.filter.visit(record) {
            Ok(()) => self.counts.sessions += 1,
            Err(LeftOut::Abandoned) => return self.counts.abandoned += 1,
            Err(LeftOut::Training) => return self.counts.training += 1,
            Err(LeftOut::Filtered) => return self.counts.filtered += 1,
        }
        let (first, last) = (&mut self.counts.first, &mut self.counts.last);
        *first = Some(first.map_or(record.date, |date| date.min(record.date)));
        *last = Some(last.map_or(record.date, |date| date.max(record.date)));
        self.quality.take(record);
        let place = self.place(record);
        self.know_site(record, place.site);
        self.count(record, place);
    }

    fn know_site(&mut self, record: &Record<'_>, number: u32) {
        let facts = at(&mut self.facts, number as usize);
        if let Some(name) = record.site_name.as_deref() {
            match facts.names.get_mut(name) {
                Some(count) => *count += 1,
                None => drop(facts.names.insert(name.into(), 1)),
            }
        }
        let group = record.group.as_deref().unwrap_or(NO_GROUP);
        if !facts.groups.contains(group) {
            facts.groups.insert(group.into());
        }
    }

    /// Gives the cell that a visit belongs to.
    fn place(&mut self, record: &Record<'_>) -> CellKey {
        let key = &mut self.scratch.key;
        key.clear();
        for value in self.plan.by.iter().filter_map(|dimension| dimension.of_visit(record)) {
            // No id has it; whatever else does must not be taken for two values.
            key.extend(value.chars().filter(|c| *c != KEY_SEPARATOR));
            key.push(KEY_SEPARATOR);
        }
        CellKey {
            by: self.by.number(key),
            site: self.sites.number(&record.site),
            kind: record.kind,
            month: month::number(record.date),
            later: self.plan.since.is_some_and(|since| record.date >= since),
        }
    }

    fn count(&mut self, record: &Record<'_>, key: CellKey) {
        let of = SheetOf::visit(record);
        if !self.sheets.contains_key(&of) {
            self.sheets.insert(of.key(), Sheet::new(record.relation));
        }
        let Some(sheet) = self.sheets.get_mut(&of) else { return };
        let plan = &self.plan;
        let Scratch { parts, answers, .. } = &mut self.scratch;
        parts.clear();
        answers.clear();
        let mut whole = Part::default();
        let mut expected = 0;
        for row in record.rows.iter().filter(|row| plan.filter.row(row)) {
            let place = sheet.place_of(row, expected, plan);
            expected = place + 1;
            let failed = record.failed_critical.contains(&row.item);
            whole.add(row, failed);
            sheet.parts_of(place).iter().for_each(|part| at(parts, *part).add(row, failed));
            if is_judgement(row) {
                answers.push((place, judged(row)));
            }
            follow(sheet, record, row, key, place);
        }
        if !plan.filter.parts_rows() {
            whole =
                Part { points: record.points, possible: record.possible, failed: !record.failed_critical.is_empty() };
        }
        let cell = sheet.cells.entry(key).or_default();
        cell.visits += 1;
        cell.failed_critical += u64::from(whole.failed);
        cell.percents.add(whole.points, whole.possible);
        for (place, part) in parts.iter().enumerate() {
            at(&mut cell.parts, place).add(part.points, part.possible);
            *at(&mut cell.failed_parts, place) += u64::from(part.failed);
        }
        for (place, judged) in &*answers {
            at(&mut cell.items, *place).add(*judged);
        }
        // What managers say of themselves is no customer's wish to come back.
        if let Some(outcome) = record.outcome.filter(|_| key.kind == Kind::MysteryVisit) {
            let key = OutcomeKey { site: key.site, outcome: outcome.to_bits() };
            let judgements = sheet.outcomes.entry(key).or_default();
            for (place, judged) in answers {
                at(judgements, *place).add(*judged);
            }
        }
    }

    /// Adds the visits of another tally of the same plan.
    pub fn merge(&mut self, other: Self) {
        let (by, sites) = (self.by.take(&other.by), self.sites.take(&other.sites));
        for (key, sheet) in other.sheets {
            self.sheets.entry(key).or_insert_with(|| Sheet::new(sheet.relation)).take(sheet, &by, &sites);
        }
        for (facts, number) in other.facts.into_iter().zip(&sites) {
            let own = at(&mut self.facts, *number as usize);
            facts.names.into_iter().for_each(|(name, count)| *own.names.entry(name).or_default() += count);
            own.groups.extend(facts.groups);
        }
        self.quality.merge(other.quality);
        let (own, more) = (&mut self.counts, other.counts);
        own.sessions += more.sessions;
        own.abandoned += more.abandoned;
        own.training += more.training;
        own.filtered += more.filtered;
        own.first = [own.first, more.first].into_iter().flatten().min();
        own.last = own.last.max(more.last);
    }
}

impl Part {
    fn add(&mut self, row: &RecordedAnswer<'_>, failed: bool) {
        self.points += row.points;
        self.possible += row.possible;
        self.failed |= failed;
    }
}

fn judged(row: &RecordedAnswer<'_>) -> Option<Judged> {
    match row.value.as_text() {
        Some(Value::YES) => Some(Judged::Yes),
        Some(Value::PARTLY) => Some(Judged::Partly),
        Some(Value::NO) => Some(Judged::No),
        _ => None,
    }
}

/// Counts the waiting time that a row says.
fn follow(sheet: &mut Sheet, record: &Record<'_>, row: &RecordedAnswer<'_>, key: CellKey, place: usize) {
    let Ok(item) = u32::try_from(place) else { return };
    if row.response == "timer" {
        let wait = match &row.value {
            RecordedValue::Number(ms) => Wait::Came(whole_ms(*ms)),
            RecordedValue::Text(text) if text == Value::NEVER => {
                Wait::Never(u32::try_from(record.duration_ms).unwrap_or(u32::MAX))
            }
            _ => Wait::LeftOut,
        };
        sheet.waits.entry(WaitKey { by: key.by, site: key.site, item }).or_default().push(wait);
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits: 49 days")]
fn whole_ms(ms: f64) -> u32 {
    ms.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
