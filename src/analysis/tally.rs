//! Counts visits in any order; tallies of parts of them can be merged.

use super::checklist_counts::{
    AnswerKey, ChecklistCounts, ChecklistKey, ChecklistKeyRef, FailureKey, Judged, Number, Options, Outcome,
    OutcomeKey, StratumKey, Wait, get_or_grow, grow, is_judgement, judgement,
};
use super::dimension::NO_GROUP;
use super::interner::{Interner, KEY_SEPARATOR};
use super::month;
use super::notes;
use super::plan::{LeftOut, Plan};
use super::quality::Quality;
use super::score_distribution::ScoreDistribution;
use super::stratum::add_failure;
use super::uses::{Uses, count_use, merge_uses, most_used};
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::{Kind, Value};
use hashbrown::HashMap;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The counts of visits.
#[derive(Clone, Debug)]
pub struct Tally {
    pub(super) plan: Arc<Plan>,
    pub(super) by_checklist: HashMap<ChecklistKey, ChecklistCounts>,
    pub(super) by: Interner,
    pub(super) sites: Interner,
    /// The facts about each site, by its interned number.
    facts: Vec<SiteFacts>,
    /// The remembered sites of visits that only the filter leaves out.
    pub(super) filtered_sites: BTreeSet<String>,
    pub(super) quality: Quality,
    pub(super) totals: VisitTotals,
    scratch: Scratch,
}

/// The number of visits that count or were left out, and the dates of the first and the last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct VisitTotals {
    pub sessions: u64,
    pub corrected: u64,
    pub abandoned: u64,
    pub void: u64,
    pub training: u64,
    pub filtered: u64,
    pub self_audits: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
}

/// What visits say about a site.
#[derive(Clone, Debug, Default)]
pub(super) struct SiteFacts {
    /// Its names, with the number of visits that use each.
    pub names: Uses,
    /// Its groups, with the number of visits that use each; [`NO_GROUP`] is one of them.
    pub groups: Uses,
    /// The number of visits that count, of any kind.
    pub visits: u64,
    /// The number of mystery visits among them.
    pub mystery_visits: u64,
    /// The number of self-audits among them.
    pub self_audits: u64,
    /// The date of the last visit.
    pub last_visit: Option<Date>,
}

impl SiteFacts {
    /// Returns the name that most visits use.
    pub fn name(&self) -> Option<&str> {
        most_used(self.names.iter())
    }

    /// Returns the group that most visits name; `None` if no visit names one.
    pub fn group(&self) -> Option<&str> {
        most_used(self.groups.iter().filter(|(group, _)| &***group != NO_GROUP))
    }
}

/// Buffers reused for every visit.
#[derive(Clone, Debug, Default)]
struct Scratch {
    key: String,
    parts: Vec<PartScore>,
    answers: Vec<(usize, Option<Judged>)>,
}

/// The score of a part of one visit.
#[derive(Clone, Debug, Default)]
struct PartScore {
    points: f64,
    possible: f64,
    failed: bool,
    /// The points and the possible points of each section that has a share, as in [`Record::section_shares`].
    sections: Vec<(f64, f64)>,
}

impl Tally {
    /// Creates an empty tally.
    pub fn new(plan: &Arc<Plan>) -> Self {
        Self {
            plan: Arc::clone(plan),
            by_checklist: HashMap::new(),
            by: Interner::default(),
            sites: Interner::default(),
            facts: Vec::new(),
            filtered_sites: BTreeSet::new(),
            quality: Quality::default(),
            totals: VisitTotals::default(),
            scratch: Scratch::default(),
        }
    }

    /// Returns the number of visits that count.
    pub fn sessions(&self) -> u64 {
        self.totals.sessions
    }

    /// Returns what visits say about each site, by id.
    pub(super) fn facts_by_site(&self) -> BTreeMap<Box<str>, SiteFacts> {
        (0..).zip(&self.facts).map(|(number, facts)| (self.sites.resolve(number).into(), facts.clone())).collect()
    }

    /// Adds a visit.
    pub fn add_visit(&mut self, record: &Record<'_>) {
        match self.plan.filter.check_visit(record) {
            Ok(()) => self.totals.sessions += 1,
            Err(LeftOut::Abandoned) => return self.totals.abandoned += 1,
            Err(LeftOut::Void) => return self.totals.void += 1,
            Err(LeftOut::Training) => return self.totals.training += 1,
            Err(LeftOut::Filtered) => return self.add_filtered(record),
        }
        let (first, last) = (&mut self.totals.first, &mut self.totals.last);
        *first = Some(first.map_or(record.date, |date| date.min(record.date)));
        *last = Some(last.map_or(record.date, |date| date.max(record.date)));
        self.totals.corrected += u64::from(record.corrections > 0);
        self.totals.self_audits += u64::from(record.kind == Kind::SelfAudit);
        self.quality.add_visit(record);
        let key = self.stratum_key(record);
        self.add_site_facts(record, key.site);
        self.add_to_stratum(record, key);
    }

    /// Adds a visit that does not match the filter.
    fn add_filtered(&mut self, record: &Record<'_>) {
        self.totals.filtered += 1;
        let is_visit = record.complete && record.kind != Kind::Training;
        if is_visit && self.plan.remembered_sites.contains(&*record.site) {
            self.filtered_sites.insert(record.site.clone().into_owned());
        }
    }

    fn add_site_facts(&mut self, record: &Record<'_>, number: u32) {
        let facts = get_or_grow(&mut self.facts, number as usize);
        if let Some(name) = record.site_name.as_deref() {
            count_use(&mut facts.names, name);
        }
        count_use(&mut facts.groups, record.group.as_deref().unwrap_or(NO_GROUP));
        facts.visits += 1;
        facts.mystery_visits += u64::from(record.kind == Kind::MysteryVisit);
        facts.self_audits += u64::from(record.kind == Kind::SelfAudit);
        facts.last_visit = facts.last_visit.max(Some(record.date));
    }

    /// Returns the key of the stratum that a visit belongs to.
    fn stratum_key(&mut self, record: &Record<'_>) -> StratumKey {
        let key = &mut self.scratch.key;
        key.clear();
        for value in self.plan.by.iter().filter_map(|dimension| dimension.value_of_visit(record)) {
            // No id contains the separator; drop it from other values, so that none reads as two.
            key.extend(value.chars().filter(|c| *c != KEY_SEPARATOR));
            key.push(KEY_SEPARATOR);
        }
        StratumKey {
            by: self.by.intern(key),
            site: self.sites.intern(&record.site),
            kind: record.kind,
            month: month::number(record.date),
            later: self.plan.since.is_some_and(|since| record.date >= since),
        }
    }

    fn add_to_stratum(&mut self, record: &Record<'_>, key: StratumKey) {
        let checklist = ChecklistKeyRef::from_record(record);
        if !self.by_checklist.contains_key(&checklist) {
            self.by_checklist.insert(checklist.to_key(), ChecklistCounts::new(record.relation));
        }
        let Some(counts) = self.by_checklist.get_mut(&checklist) else { return };
        let plan = &self.plan;
        let Scratch { parts, answers, .. } = &mut self.scratch;
        parts.clear();
        answers.clear();
        let mut visit_score = PartScore::default();
        let outcome = record.outcome.filter(|outcome| outcome.is_finite());
        let mut expected = 0;
        for row in record.rows.iter().filter(|row| plan.filter.matches_row(row)) {
            let index = counts.item_index(row, expected, plan);
            expected = index + 1;
            let failed = record.failed_critical.contains(&row.item);
            visit_score.add(record, row, failed);
            counts.parts_of(index).iter().for_each(|part| get_or_grow(parts, *part).add(record, row, failed));
            if is_judgement(row) {
                answers.push((index, judgement(row)));
            }
            let Ok(item) = u32::try_from(index) else { continue };
            if failed {
                let key = FailureKey { kind: key.kind, site: key.site, item };
                add_failure(counts.failures.entry(key).or_default(), record);
            }
            let key = AnswerKey { by: key.by, site: key.site, kind: key.kind, item };
            notes::add_row(&mut counts.notes, record, row, key);
            add_answer(counts, record, row, key, Outcome::new(outcome));
        }
        if !plan.filter.filters_rows() {
            notes::add_page(
                &mut counts.notes,
                record,
                AnswerKey { by: key.by, site: key.site, kind: key.kind, item: 0 },
            );
            visit_score = PartScore {
                points: record.points,
                possible: record.possible,
                failed: !record.failed_critical.is_empty(),
                ..visit_score
            };
        }
        let stratum = counts.strata.entry(key).or_default();
        stratum.visits += 1;
        stratum.failed_critical += u64::from(visit_score.failed);
        visit_score.add_to(&mut stratum.scores, record);
        let judged = answers.iter().map(|(index, _)| index + 1).max().unwrap_or_default();
        grow(&mut stratum.items, judged);
        grow(&mut stratum.parts, parts.len());
        for (index, part) in parts.iter().enumerate() {
            part.add_to(get_or_grow(&mut stratum.parts, index), record);
            if part.failed {
                *get_or_grow(&mut stratum.failed_parts, index) += 1;
            }
        }
        for (index, judged) in &*answers {
            get_or_grow(&mut stratum.items, *index).add(*judged);
        }
        if let Some(outcome) = outcome {
            stratum.outcomes.add(Number::new(outcome));
            let key = OutcomeKey { site: key.site, kind: key.kind, outcome: outcome.to_bits() };
            let judgements = counts.outcomes.entry(key).or_default();
            grow(judgements, judged);
            for (index, judged) in answers {
                get_or_grow(judgements, *index).add(*judged);
            }
        }
    }

    /// Adds the counts of another tally of the same plan.
    pub fn merge(&mut self, other: Self) {
        let (by, sites) = (self.by.merge(&other.by), self.sites.merge(&other.sites));
        for (key, counts) in other.by_checklist {
            self.by_checklist
                .entry(key)
                .or_insert_with(|| ChecklistCounts::new(counts.relation))
                .merge(counts, &by, &sites);
        }
        for (facts, number) in other.facts.into_iter().zip(&sites) {
            let own = get_or_grow(&mut self.facts, *number as usize);
            merge_uses(&mut own.names, facts.names);
            merge_uses(&mut own.groups, facts.groups);
            own.visits += facts.visits;
            own.mystery_visits += facts.mystery_visits;
            own.self_audits += facts.self_audits;
            own.last_visit = own.last_visit.max(facts.last_visit);
        }
        self.filtered_sites.extend(other.filtered_sites);
        self.quality.merge(other.quality);
        let (own, more) = (&mut self.totals, other.totals);
        own.sessions += more.sessions;
        own.corrected += more.corrected;
        own.abandoned += more.abandoned;
        own.void += more.void;
        own.training += more.training;
        own.filtered += more.filtered;
        own.self_audits += more.self_audits;
        own.first = [own.first, more.first].into_iter().flatten().min();
        own.last = own.last.max(more.last);
    }
}

impl PartScore {
    fn add(&mut self, record: &Record<'_>, row: &RecordedAnswer<'_>, failed: bool) {
        self.points += row.points;
        self.possible += row.possible;
        self.failed |= failed;
        if let Some(index) = record.share_index(row) {
            let (points, possible) = get_or_grow(&mut self.sections, index);
            *points += row.points;
            *possible += row.possible;
        }
    }

    fn add_to(&self, scores: &mut ScoreDistribution, record: &Record<'_>) {
        if record.section_shares.is_empty() {
            return scores.add(self.points, self.possible);
        }
        let sections = record.section_shares.iter().zip(&self.sections);
        scores.add_sections(sections.map(|((id, share), (points, possible))| (&**id, *share, *points, *possible)));
    }
}

/// Adds the answer of a row that is no judgement and no text.
fn add_answer(
    counts: &mut ChecklistCounts,
    record: &Record<'_>,
    row: &RecordedAnswer<'_>,
    key: AnswerKey,
    outcome: Outcome,
) {
    match &*row.response {
        "timer" => {
            let wait = match &row.value {
                RecordedValue::Number(ms) => Some(Wait::Came(whole_ms(*ms))),
                RecordedValue::Text(text) if text == Value::NEVER => {
                    Some(Wait::Never(u32::try_from(record.duration_ms).unwrap_or(u32::MAX)))
                }
                _ => None,
            };
            counts.waits.entry(key).or_default().add(wait, outcome);
        }
        "scale" | "count" | "number" => {
            let number = match row.value {
                RecordedValue::Number(number) if number.is_finite() => Some(Number::new(number)),
                _ => None,
            };
            counts.numbers.entry(key).or_default().add(number, outcome);
        }
        "choice" => {
            let chosen = chosen_options(&row.value).map(|chosen| Options(counts.options.intern(&chosen)));
            counts.choices.entry(key).or_default().add(chosen, outcome);
        }
        _ => {}
    }
}

/// Returns the chosen options in order, joined; `None` if the item was set aside or has no answer.
fn chosen_options<'r>(value: &'r RecordedValue<'_>) -> Option<Cow<'r, str>> {
    match value {
        RecordedValue::Text(text) if ![Value::NOT_APPLICABLE, Value::NOT_OBSERVED].contains(&&**text) => {
            Some(Cow::Borrowed(text))
        }
        RecordedValue::Many(options) => {
            let mut options: Vec<&str> = options.iter().map(|option| &**option).collect();
            options.sort_unstable();
            options.dedup();
            Some(Cow::Owned(options.join(&KEY_SEPARATOR.to_string())))
        }
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits: 49 days")]
fn whole_ms(ms: f64) -> u32 {
    ms.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
