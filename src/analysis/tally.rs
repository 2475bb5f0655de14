//! Counts visits, one after the other; several tallies make one. Nothing here depends on the order of visits.

use super::dimension::{Dimension, NONE};
use super::names::Names;
use super::plan::{LeftOut, Plan};
use super::quality::Quality;
use super::sheet::{CellKey, Item, Judged, OutcomeKey, Part, Sheet, Wait, WaitKey, at};
use crate::visit::record::{Given, Record, Row};
use crate::visit::{Kind, Value};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Between the values of a key.
pub(super) const BETWEEN: char = '\u{1f}';

/// Visits counted.
#[derive(Clone, Debug)]
pub struct Tally {
    pub(super) plan: Arc<Plan>,
    /// By the checklist's digest.
    pub(super) sheets: BTreeMap<Box<str>, Sheet>,
    pub(super) by: Names,
    pub(super) sites: Names,
    pub(super) facts: BTreeMap<Box<str>, SiteFacts>,
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
    parts: Vec<(f64, f64)>,
    places: Vec<usize>,
}

impl Tally {
    /// Gives an empty tally.
    #[must_use]
    pub fn new(plan: &Arc<Plan>) -> Self {
        Self {
            plan: Arc::clone(plan),
            sheets: BTreeMap::new(),
            by: Names::default(),
            sites: Names::default(),
            facts: BTreeMap::new(),
            quality: Quality::default(),
            counts: Counts::default(),
            scratch: Scratch::default(),
        }
    }

    /// Gives how many visits count.
    #[must_use]
    pub fn sessions(&self) -> u64 {
        self.counts.sessions
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
        self.know_site(record);
        self.quality.take(record);
        let place = self.place(record);
        self.count(record, place);
    }

    fn know_site(&mut self, record: &Record<'_>) {
        if !self.facts.contains_key(&*record.site) {
            self.facts.insert((&*record.site).into(), SiteFacts::default());
        }
        let Some(facts) = self.facts.get_mut(&*record.site) else { return };
        if let Some(name) = record.site_name.as_deref() {
            match facts.names.get_mut(name) {
                Some(count) => *count += 1,
                None => drop(facts.names.insert(name.into(), 1)),
            }
        }
        let group = record.group.as_deref().unwrap_or(NONE);
        if !facts.groups.contains(group) {
            facts.groups.insert(group.into());
        }
    }

    /// Gives the cell that a visit belongs to.
    fn place(&mut self, record: &Record<'_>) -> CellKey {
        let key = &mut self.scratch.key;
        key.clear();
        for value in self.plan.by.iter().filter_map(|dimension| dimension.of_visit(record)) {
            key.push_str(&value);
            key.push(BETWEEN);
        }
        CellKey {
            by: self.by.number(key),
            site: self.sites.number(&record.site),
            kind: record.kind,
            month: i32::from(record.date.year()) * 12 + i32::from(record.date.month()) - 1,
            later: self.plan.since.is_some_and(|since| record.date >= since),
        }
    }

    fn count(&mut self, record: &Record<'_>, key: CellKey) {
        if !self.sheets.contains_key(&*record.digest) {
            let sheet = Sheet::new(&record.checklist, &record.version, record.relation);
            self.sheets.insert((&*record.digest).into(), sheet);
        }
        let Some(sheet) = self.sheets.get_mut(&*record.digest) else { return };
        let plan = &self.plan;
        let Scratch { parts, places, .. } = &mut self.scratch;
        parts.clear();
        let mut own = (0.0, 0.0);
        let mut expected = 0;
        for row in record.rows.iter().filter(|row| plan.filter.row(row)) {
            let place = sheet.item_place(expected, |item| *item.id == *row.item, || Item::of(row));
            expected = place + 1;
            let judged = judged(row);
            places_of(sheet, row, place, plan, places);
            let cell = sheet.cells.entry(key).or_default();
            if is_judgement(row) {
                at(&mut cell.items, place).add(judged);
            }
            own = (own.0 + row.points, own.1 + row.possible);
            for part in &*places {
                let sum = at(parts, *part);
                *sum = (sum.0 + row.points, sum.1 + row.possible);
            }
            follow(sheet, record, row, key, place, judged);
        }
        let cell = sheet.cells.entry(key).or_default();
        cell.visits += 1;
        cell.failed_critical += u64::from(record.failed_critical > 0);
        let (points, possible) = if plan.filter.parts_rows() { own } else { (record.points, record.possible) };
        if possible > 0.0 {
            cell.percents.add(points, possible);
        }
        for (place, (points, possible)) in parts.iter().enumerate().filter(|(_, (_, possible))| *possible > 0.0) {
            at(&mut cell.parts, place).add(*points, *possible);
        }
    }

    /// Adds the visits of another tally of the same plan.
    pub fn merge(&mut self, other: Self) {
        let (by, sites) = (self.by.take(&other.by), self.sites.take(&other.sites));
        for (digest, sheet) in other.sheets {
            let own = self
                .sheets
                .entry(digest)
                .or_insert_with(|| Sheet::new(&sheet.checklist, &sheet.version, sheet.relation));
            own.take(sheet, &by, &sites);
        }
        for (site, facts) in other.facts {
            let own = self.facts.entry(site).or_default();
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

impl Item {
    fn of(row: &Row<'_>) -> Self {
        Self {
            id: (&*row.item).into(),
            section: (&*row.section).into(),
            attitude: row.attitude.as_deref().unwrap_or(NONE).into(),
            behaviour: row.behaviour.as_deref().unwrap_or(&row.item).into(),
            judged: is_judgement(row),
        }
    }
}

fn is_judgement(row: &Row<'_>) -> bool {
    row.response == "behaviour"
}

fn judged(row: &Row<'_>) -> Option<Judged> {
    match row.value.as_text() {
        Some(Value::YES) => Some(Judged::Yes),
        Some(Value::PARTLY) => Some(Judged::Partly),
        Some(Value::NO) => Some(Judged::No),
        _ => None,
    }
}

/// Gives the places of the parts that a row belongs to.
fn places_of(sheet: &mut Sheet, row: &Row<'_>, item: usize, plan: &Plan, places: &mut Vec<usize>) {
    places.clear();
    if let Some(known) = sheet.parts_of.get(item) {
        return places.extend(known);
    }
    let attitude = row.attitude.as_deref().unwrap_or(NONE);
    places.push(sheet.part_place(Part::Attitude(attitude.into())));
    let asked: Vec<Box<str>> =
        plan.by.iter().filter_map(|dimension: &Dimension| dimension.of_row(row)).map(Into::into).collect();
    if !asked.is_empty() {
        places.push(sheet.part_place(Part::Asked(asked)));
    }
    sheet.parts_of.push(places.clone());
}

/// Counts what a row says beyond its judgement: a waiting time, and the outcome that went with it.
fn follow(sheet: &mut Sheet, record: &Record<'_>, row: &Row<'_>, key: CellKey, place: usize, judged: Option<Judged>) {
    let Ok(item) = u32::try_from(place) else { return };
    if row.response == "timer" {
        let wait = match &row.value {
            Given::Number(ms) => Wait::Came(whole_ms(*ms)),
            Given::Text(text) if text == Value::NEVER => {
                Wait::Never(u32::try_from(record.duration_ms).unwrap_or(u32::MAX))
            }
            _ => Wait::LeftOut,
        };
        sheet.waits.entry(WaitKey { by: key.by, site: key.site, item }).or_default().push(wait);
    }
    // What managers say of themselves is no customer's wish to come back.
    if let (Some(judged), Some(outcome), true) =
        (judged, record.outcome, is_judgement(row) && key.kind == Kind::MysteryVisit)
    {
        let key = OutcomeKey { site: key.site, item, judged, outcome: outcome.to_bits() };
        *sheet.outcomes.entry(key).or_default() += 1;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits: 49 days")]
fn whole_ms(ms: f64) -> u32 {
    ms.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
