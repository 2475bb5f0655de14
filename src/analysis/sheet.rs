//! What is counted of one checklist's visits. Everything here can be put together in any order.
//!
//! A cell holds the visits of one key, site, kind and month; questions put cells together as they need them.

pub use super::cell::{Cell, CellKey, Judged, Judgements, OutcomeKey, Wait, WaitKey, at};
use super::dimension::NO_ATTITUDE;
use super::plan::Plan;
use crate::visit::checklist::Relation;
use crate::visit::record::{Record, RecordedAnswer};
use hashbrown::{Equivalent, HashMap};
use std::collections::{BTreeMap, BTreeSet};

/// Whose visits a sheet holds: what files say of their checklist, all of it, since a damaged file may say anything.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SheetKey {
    /// The checklist's digest.
    pub digest: Box<str>,
    /// The checklist's id.
    pub checklist: Box<str>,
    /// Its version.
    pub version: Box<str>,
    /// Between whom the service passes.
    pub relation: Relation,
}

/// A [`SheetKey`] as a visit says it, to look it up without a copy.
#[derive(Hash)]
pub struct SheetOf<'r> {
    digest: &'r str,
    checklist: &'r str,
    version: &'r str,
    relation: Relation,
}

/// What is counted of one checklist's visits.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Between whom the service passes.
    pub relation: Relation,
    /// Its items, in the order in which they were met; in order of id once put together in a family.
    pub items: Vec<Item>,
    /// The parts of a visit that have a score of their own: attitudes, and what `by` asks for. In the order in which
    /// they were met; in their own order once put together in a family.
    pub parts: Vec<Part>,
    /// The parts that each item's rows belong to.
    parts_of: Vec<Vec<usize>>,
    /// The counts.
    pub cells: HashMap<CellKey, Cell>,
    /// Waiting times, by key, site and item; in order once put together in a family.
    pub waits: HashMap<WaitKey, Vec<Wait>>,
    /// Outcomes by site, item and how it was judged there.
    pub outcomes: HashMap<OutcomeKey, Vec<Judgements>>,
}

/// An item, as rows describe it: two rows that differ in any of this are of two items.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Its id.
    pub id: Box<str>,
    /// Its section's id.
    pub section: Box<str>,
    /// Its attitude, or [`super::dimension::NO_ATTITUDE`].
    pub attitude: Box<str>,
    /// Its behaviour, or its id where it has none.
    pub behaviour: Box<str>,
    /// Whether a judgement of yes, partly, no; timers, scales and the like are not.
    pub judged: bool,
}

/// A part of a visit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All rows of an attitude.
    Attitude(Box<str>),
    /// The rows with these values of the row dimensions asked for, in their order.
    Asked(Vec<Box<str>>),
}

impl Equivalent<SheetKey> for SheetOf<'_> {
    fn equivalent(&self, key: &SheetKey) -> bool {
        (self.digest, self.checklist, self.version) == (&key.digest, &key.checklist, &key.version)
            && self.relation == key.relation
    }
}

impl<'r> SheetOf<'r> {
    /// Gives what a visit says.
    pub fn visit(record: &'r Record<'_>) -> Self {
        Self {
            digest: &record.digest,
            checklist: &record.checklist,
            version: &record.version,
            relation: record.relation,
        }
    }

    /// Gives the key to keep.
    pub fn key(&self) -> SheetKey {
        SheetKey {
            digest: self.digest.into(),
            checklist: self.checklist.into(),
            version: self.version.into(),
            relation: self.relation,
        }
    }
}

impl Item {
    fn of(row: &RecordedAnswer<'_>) -> Self {
        Self {
            id: (&*row.item).into(),
            section: (&*row.section).into(),
            attitude: row.attitude.as_deref().unwrap_or(NO_ATTITUDE).into(),
            behaviour: row.behaviour.as_deref().unwrap_or(&row.item).into(),
            judged: is_judgement(row),
        }
    }

    fn is_of(&self, row: &RecordedAnswer<'_>) -> bool {
        *self.id == *row.item
            && *self.section == *row.section
            && *self.attitude == *row.attitude.as_deref().unwrap_or(NO_ATTITUDE)
            && *self.behaviour == *row.behaviour.as_deref().unwrap_or(&row.item)
            && self.judged == is_judgement(row)
    }
}

/// Tells whether a row is a judgement of yes, partly, no.
pub(super) fn is_judgement(row: &RecordedAnswer<'_>) -> bool {
    row.response == "behaviour"
}

impl Sheet {
    /// Gives an empty sheet of a checklist.
    pub fn new(relation: Relation) -> Self {
        Self {
            relation,
            items: Vec::new(),
            parts: Vec::new(),
            parts_of: Vec::new(),
            cells: HashMap::new(),
            waits: HashMap::new(),
            outcomes: HashMap::new(),
        }
    }

    /// Gives the place of a row's item, which is looked for from `expected` on: rows come in one order.
    pub fn place_of(&mut self, row: &RecordedAnswer<'_>, expected: usize, plan: &Plan) -> usize {
        let later = self.items.iter().enumerate().skip(expected);
        let known = later.chain(self.items.iter().enumerate().take(expected)).find(|(_, item)| item.is_of(row));
        if let Some((place, _)) = known {
            return place;
        }
        let attitude = Part::Attitude(row.attitude.as_deref().unwrap_or(NO_ATTITUDE).into());
        let asked: Vec<Box<str>> = plan.by.iter().filter_map(|by| by.of_row(row)).map(Into::into).collect();
        let mut parts = vec![self.part_place(attitude)];
        if !asked.is_empty() {
            parts.push(self.part_place(Part::Asked(asked)));
        }
        self.items.push(Item::of(row));
        self.parts_of.push(parts);
        self.items.len() - 1
    }

    /// Gives the parts that the rows of an item belong to.
    pub(super) fn parts_of(&self, item: usize) -> &[usize] {
        self.parts_of.get(item).map_or(&[], Vec::as_slice)
    }

    fn part_place(&mut self, part: Part) -> usize {
        self.parts.iter().position(|known| *known == part).unwrap_or_else(|| {
            self.parts.push(part);
            self.parts.len() - 1
        })
    }

    /// Puts sheets together: places then depend on what items and parts there are, no longer on who came first.
    pub(super) fn together(relation: Relation, sheets: Vec<Self>, by: &[u32], sites: &[u32]) -> Self {
        let (mut items, mut parts) = (BTreeMap::new(), BTreeSet::new());
        for sheet in &sheets {
            parts.extend(sheet.parts.iter().cloned());
            for (item, places) in sheet.items.iter().zip(&sheet.parts_of) {
                let parts = places.iter().filter_map(|place| sheet.parts.get(*place).cloned());
                items.insert(item.clone(), parts.collect::<Vec<Part>>());
            }
        }
        let mut all = Self { parts: parts.into_iter().collect(), ..Self::new(relation) };
        for (item, parts) in items {
            let places = parts.into_iter().map(|part| all.part_place(part)).collect();
            all.items.push(item);
            all.parts_of.push(places);
        }
        for sheet in sheets {
            all.take(sheet, by, sites);
        }
        all.waits.values_mut().for_each(|waits| waits.sort_unstable());
        all.cells.values_mut().for_each(Cell::settle);
        all
    }

    /// Gives how many visits there are.
    pub fn visits(&self) -> u64 {
        self.cells.values().map(|cell| cell.visits).sum()
    }

    /// Takes the counts of another sheet, whose keys and sites have these numbers here.
    pub fn take(&mut self, other: Self, by: &[u32], sites: &[u32]) {
        let new = |numbers: &[u32], old: u32| numbers.get(old as usize).copied().unwrap_or(old);
        let parts: Vec<usize> = other.parts.into_iter().map(|part| self.part_place(part)).collect();
        let mut items = Vec::with_capacity(other.items.len());
        for (item, of_item) in other.items.into_iter().zip(other.parts_of) {
            items.push(self.items.iter().position(|known| *known == item).unwrap_or_else(|| {
                self.items.push(item);
                self.parts_of.push(of_item.iter().filter_map(|old| parts.get(*old).copied()).collect());
                self.items.len() - 1
            }));
        }
        let place = |old: u32| items.get(old as usize).and_then(|new| u32::try_from(*new).ok()).unwrap_or(old);
        for (key, cell) in other.cells {
            let key = CellKey { by: new(by, key.by), site: new(sites, key.site), ..key };
            self.cells.entry(key).or_default().take(&cell, &items, &parts);
        }
        for (key, waits) in other.waits {
            let key = WaitKey { by: new(by, key.by), site: new(sites, key.site), item: place(key.item) };
            self.waits.entry(key).or_default().extend(waits);
        }
        for (key, judgements) in other.outcomes {
            let own = self.outcomes.entry(OutcomeKey { site: new(sites, key.site), ..key }).or_default();
            for (judgements, place) in judgements.iter().zip(&items) {
                at(own, *place).take(judgements);
            }
        }
    }
}
