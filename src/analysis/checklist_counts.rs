//! Counts of the visits of one checklist. They merge in any order.
//!
//! A stratum holds the visits of one key, site, kind and month; the questions merge strata as they need them.

pub use super::answers::{AnswerKey, Answers, Number, Options, Outcome, Wait};
use super::dimension::NO_ATTITUDE;
use super::interner::{Interner, KEY_SEPARATOR};
use super::kinds::Kinds;
use super::notes::Notes;
use super::plan::Plan;
pub use super::stratum::{
    FailureKey, Failures, Judged, Judgements, OutcomeKey, Stratum, StratumKey, get_or_grow, grow,
};
use crate::visit::Value;
use crate::visit::checklist::Relation;
use crate::visit::record::{Record, RecordedAnswer};
use hashbrown::{Equivalent, HashMap};
use std::collections::{BTreeMap, BTreeSet};

/// Identifies a checklist by everything that a session file says of it, since a damaged file may combine them in any
/// way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChecklistKey {
    /// The digest of the checklist.
    pub digest: Box<str>,
    /// The checklist's id.
    pub checklist: Box<str>,
    /// Its version.
    pub version: Box<str>,
    /// The relation observed: towards customers, between managers and employees, or between departments.
    pub relation: Relation,
}

/// A borrowed [`ChecklistKey`], for lookups without allocation.
#[derive(Hash)]
pub struct ChecklistKeyRef<'r> {
    digest: &'r str,
    checklist: &'r str,
    version: &'r str,
    relation: Relation,
}

/// The counts of the visits of one checklist.
#[derive(Clone, Debug)]
pub struct ChecklistCounts {
    /// The relation observed: towards customers, between managers and employees, or between departments.
    pub relation: Relation,
    /// The items, in order of appearance; sorted after [`ChecklistCounts::merge_all`].
    pub items: Vec<Item>,
    /// The parts of a visit with a score of their own: attitudes, and the row dimensions of `by`. In order of
    /// appearance; sorted after [`ChecklistCounts::merge_all`].
    pub parts: Vec<VisitPart>,
    /// The indices of the parts that each item belongs to.
    parts_of: Vec<Vec<usize>>,
    /// The counts of visits.
    pub strata: HashMap<StratumKey, Stratum>,
    /// The answers to timers; sorted after [`ChecklistCounts::merge_all`], as those below.
    pub waits: HashMap<AnswerKey, Answers<Wait>>,
    /// The answers to scales, counts and numbers.
    pub numbers: HashMap<AnswerKey, Answers<Number>>,
    /// The answers to choices.
    pub choices: HashMap<AnswerKey, Answers<Options>>,
    /// The sets of options chosen, each joined by [`super::interner::KEY_SEPARATOR`].
    pub options: Interner,
    /// Judgements of each item, by site and outcome of the visit.
    pub outcomes: HashMap<OutcomeKey, Vec<Judgements>>,
    /// The visits that failed a critical item.
    pub failures: HashMap<FailureKey, Failures>,
    /// What observers wrote about items and whole visits.
    pub notes: HashMap<AnswerKey, Notes>,
}

/// An item as rows of visits describe it. Rows that differ in any field belong to different items.
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
    /// Whether its answers are judgements (yes, partly, no), unlike those of timers or scales.
    pub judged: bool,
}

/// A part of a visit that is scored by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VisitPart {
    /// The rows of one attitude.
    Attitude(Box<str>),
    /// The rows with these values of the plan's row dimensions, in their order.
    Rows(Vec<Box<str>>),
}

impl Equivalent<ChecklistKey> for ChecklistKeyRef<'_> {
    fn equivalent(&self, key: &ChecklistKey) -> bool {
        (self.digest, self.checklist, self.version) == (&key.digest, &key.checklist, &key.version)
            && self.relation == key.relation
    }
}

impl<'r> ChecklistKeyRef<'r> {
    /// Borrows the key of a visit.
    pub fn from_record(record: &'r Record<'_>) -> Self {
        Self {
            digest: &record.digest,
            checklist: &record.checklist,
            version: &record.version,
            relation: record.relation,
        }
    }

    /// Returns an owned copy.
    pub fn to_key(&self) -> ChecklistKey {
        ChecklistKey {
            digest: self.digest.into(),
            checklist: self.checklist.into(),
            version: self.version.into(),
            relation: self.relation,
        }
    }
}

impl Item {
    fn from_row(row: &RecordedAnswer<'_>) -> Self {
        Self {
            id: (&*row.item).into(),
            section: (&*row.section).into(),
            attitude: row.attitude.as_deref().unwrap_or(NO_ATTITUDE).into(),
            behaviour: row.behaviour.as_deref().unwrap_or(&row.item).into(),
            judged: is_judgement(row),
        }
    }

    fn matches(&self, row: &RecordedAnswer<'_>) -> bool {
        *self.id == *row.item
            && *self.section == *row.section
            && *self.attitude == *row.attitude.as_deref().unwrap_or(NO_ATTITUDE)
            && *self.behaviour == *row.behaviour.as_deref().unwrap_or(&row.item)
            && self.judged == is_judgement(row)
    }
}

/// Returns whether a row's answer is a judgement (yes, partly, no).
pub(super) fn is_judgement(row: &RecordedAnswer<'_>) -> bool {
    row.response == "behaviour"
}

/// Returns the judgement of a row whose answer is one; `None` if it is left out.
pub(super) fn judgement(row: &RecordedAnswer<'_>) -> Option<Judged> {
    match row.value.as_text() {
        Some(Value::YES) => Some(Judged::Yes),
        Some(Value::PARTLY) => Some(Judged::Partly),
        Some(Value::NO) => Some(Judged::No),
        _ => None,
    }
}

impl ChecklistCounts {
    /// Creates empty counts.
    pub fn new(relation: Relation) -> Self {
        Self {
            relation,
            items: Vec::new(),
            parts: Vec::new(),
            parts_of: Vec::new(),
            strata: HashMap::new(),
            waits: HashMap::new(),
            numbers: HashMap::new(),
            choices: HashMap::new(),
            options: Interner::default(),
            outcomes: HashMap::new(),
            failures: HashMap::new(),
            notes: HashMap::new(),
        }
    }

    /// Returns the index of a row's item, adding it if it is new. The search starts at `expected`, because visits list
    /// their rows in the same order.
    pub fn item_index(&mut self, row: &RecordedAnswer<'_>, expected: usize, plan: &Plan) -> usize {
        let later = self.items.iter().enumerate().skip(expected);
        let known = later.chain(self.items.iter().enumerate().take(expected)).find(|(_, item)| item.matches(row));
        if let Some((index, _)) = known {
            return index;
        }
        let attitude = VisitPart::Attitude(row.attitude.as_deref().unwrap_or(NO_ATTITUDE).into());
        let asked: Vec<Box<str>> = plan.by.iter().filter_map(|by| by.value_of_row(row)).map(Into::into).collect();
        let mut parts = vec![self.part_index(attitude)];
        if !asked.is_empty() {
            parts.push(self.part_index(VisitPart::Rows(asked)));
        }
        self.items.push(Item::from_row(row));
        self.parts_of.push(parts);
        self.items.len() - 1
    }

    /// Returns the indices of the parts that an item belongs to.
    pub(super) fn parts_of(&self, item: usize) -> &[usize] {
        self.parts_of.get(item).map_or(&[], Vec::as_slice)
    }

    fn part_index(&mut self, part: VisitPart) -> usize {
        self.parts.iter().position(|known| *known == part).unwrap_or_else(|| {
            self.parts.push(part);
            self.parts.len() - 1
        })
    }

    /// Merges counts so that the indices of items and parts depend only on which there are, not on the order of visits.
    pub(super) fn merge_all(all_counts: Vec<Self>, by: &[u32], sites: &[u32]) -> Self {
        let relation = all_counts.first().map_or(Relation::Customer, |counts| counts.relation);
        let (mut items, mut parts) = (BTreeMap::new(), BTreeSet::new());
        for counts in &all_counts {
            parts.extend(counts.parts.iter().cloned());
            for (item, indices) in counts.items.iter().zip(&counts.parts_of) {
                let parts = indices.iter().filter_map(|index| counts.parts.get(*index).cloned());
                items.insert(item.clone(), parts.collect::<Vec<VisitPart>>());
            }
        }
        let mut all = Self { parts: parts.into_iter().collect(), ..Self::new(relation) };
        for (item, parts) in items {
            let indices = parts.into_iter().map(|part| all.part_index(part)).collect();
            all.items.push(item);
            all.parts_of.push(indices);
        }
        for counts in all_counts {
            all.merge(counts, by, sites);
        }
        all.waits.values_mut().for_each(Answers::compact);
        all.numbers.values_mut().for_each(Answers::compact);
        all.choices.values_mut().for_each(Answers::compact);
        all.strata.values_mut().for_each(Stratum::compact);
        all
    }

    /// Returns the ids of chosen options.
    pub fn options_in(&self, chosen: Options) -> impl Iterator<Item = &str> {
        self.options.resolve(chosen.0).split(KEY_SEPARATOR).filter(|option| !option.is_empty())
    }

    /// Returns the number of visits of these kinds.
    pub fn visits(&self, kinds: Kinds) -> u64 {
        self.strata.iter().filter(|(key, _)| kinds.contains(key.kind)).map(|(_, stratum)| stratum.visits).sum()
    }

    /// Adds other counts. `by` and `sites` map its interned numbers to those of this one.
    pub fn merge(&mut self, other: Self, by: &[u32], sites: &[u32]) {
        let new = |numbers: &[u32], old: u32| numbers.get(old as usize).copied().unwrap_or(old);
        let parts: Vec<usize> = other.parts.into_iter().map(|part| self.part_index(part)).collect();
        let mut items = Vec::with_capacity(other.items.len());
        for (item, of_item) in other.items.into_iter().zip(other.parts_of) {
            items.push(self.items.iter().position(|known| *known == item).unwrap_or_else(|| {
                self.items.push(item);
                self.parts_of.push(of_item.iter().filter_map(|old| parts.get(*old).copied()).collect());
                self.items.len() - 1
            }));
        }
        let new_item = |old: u32| items.get(old as usize).and_then(|new| u32::try_from(*new).ok()).unwrap_or(old);
        for (key, stratum) in other.strata {
            let key = StratumKey { by: new(by, key.by), site: new(sites, key.site), ..key };
            self.strata.entry(key).or_default().merge(&stratum, &items, &parts);
        }
        let new_key = |key: AnswerKey| AnswerKey {
            by: new(by, key.by),
            site: new(sites, key.site),
            item: new_item(key.item),
            ..key
        };
        merge_answers(&mut self.waits, other.waits, new_key);
        merge_answers(&mut self.numbers, other.numbers, new_key);
        let options = self.options.merge(&other.options);
        let mut choices = other.choices;
        choices.values_mut().for_each(|answers| answers.replace(|Options(old)| Options(new(&options, old))));
        merge_answers(&mut self.choices, choices, new_key);
        for (key, notes) in other.notes {
            self.notes.entry(new_key(key)).or_default().merge(notes);
        }
        for (key, failures) in other.failures {
            let key = FailureKey { site: new(sites, key.site), item: new_item(key.item), ..key };
            self.failures.entry(key).or_default().merge(failures);
        }
        for (key, judgements) in other.outcomes {
            let own = self.outcomes.entry(OutcomeKey { site: new(sites, key.site), ..key }).or_default();
            grow(own, items.iter().take(judgements.len()).max().map_or(0, |last| last + 1));
            for (judgements, index) in judgements.iter().zip(&items) {
                get_or_grow(own, *index).merge(judgements);
            }
        }
    }
}

fn merge_answers<T: Copy + Ord>(
    own: &mut HashMap<AnswerKey, Answers<T>>,
    more: HashMap<AnswerKey, Answers<T>>,
    new_key: impl Fn(AnswerKey) -> AnswerKey,
) {
    for (key, answers) in more {
        own.entry(new_key(key)).or_default().merge(&answers);
    }
}
