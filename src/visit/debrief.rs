//! What a finished visit shows its observer: the attitudes, what went well, what to work on, what was missed.

use super::engine::Visit;
use super::score::{
    ScoreStatus, SectionScore, answer_rows, fails_critical, is_unscored_answer, percent, score, score_status,
    shared_percent,
};
use super::value::Value;

/// The most strengths, and the most points to work on.
pub const MOST: usize = 3;
/// With fewer scored answers, no strengths and no points to work on are named.
pub const FEWEST: usize = 3;

/// The debrief of a visit. Items are given by their position in the checklist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debrief {
    /// The attitudes with items that can be scored, in checklist order; a section without an attitude is one of its own.
    pub attitudes: Vec<AttitudeScore>,
    /// The number of scored answers.
    pub scored: usize,
    /// The items that earned more than half of their points, those first that bring the score the most; equal ones in
    /// checklist order. Empty if there are too few scored answers.
    pub strengths: Vec<usize>,
    /// The other items that missed points, those first that cost the score the most; equal ones in checklist order. Empty if
    /// there are too few scored answers.
    pub to_work_on: Vec<usize>,
    /// The items whose answer required a note, written or not.
    pub required_notes: Vec<usize>,
    /// The critical items that failed.
    pub missed_critical: Vec<usize>,
    /// Whether a critical item was answered.
    pub has_critical: bool,
}

/// The score of an attitude.
#[derive(Clone, Debug, PartialEq)]
pub struct AttitudeScore {
    /// The attitude's id; `None` for a section without one.
    pub id: Option<String>,
    /// The first section of the attitude, by its position in the checklist.
    pub section: usize,
    /// The number of items that apply.
    pub items: usize,
    /// The number of those that have an answer, also one that sets the item aside.
    pub answered: usize,
    /// The number of items that can be scored.
    pub asked: usize,
    /// The number of those that have an answer that counts.
    pub scored: usize,
    /// Points earned.
    pub points: f64,
    /// Points possible.
    pub possible: f64,
    /// `100 * points / possible`, or computed from the shares of its sections; `None` where nothing was possible.
    pub percent: Option<f64>,
    /// The percentage of the whole score that its sections make where every section counts, if the score is computed from
    /// shares.
    pub share: Option<f64>,
}

impl AttitudeScore {
    /// Computes the percentage, once all points are added up, from the scores and the shares of all sections, in order.
    fn compute_percent(&mut self, sections: &[SectionScore], shares: &[Option<f64>]) {
        let own = sections.iter().zip(shares).enumerate().filter(|(index, (section, _))| match &self.id {
            Some(id) => section.attitude.as_ref() == Some(id),
            None => *index == self.section,
        });
        let own: Vec<(&SectionScore, f64)> =
            own.filter_map(|(_, (section, share))| Some((section, (*share)?))).collect();
        self.share = (!own.is_empty()).then(|| own.iter().map(|(_, share)| share).sum());
        self.percent = match self.share {
            Some(_) => shared_percent(own.into_iter().map(|(section, _)| section)),
            None => percent(self.points, self.possible),
        };
    }
}

impl Debrief {
    /// Computes the debrief of a visit, which may still be under way.
    pub fn new(visit: &Visit) -> Self {
        let definition = visit.definition();
        let mut debrief = Self::default();
        let (mut earned, mut missed) = (Vec::new(), Vec::new());
        let rows = answer_rows(definition, visit.state());
        let sections = score(definition, &rows).sections;
        let has_shares = definition.checklist().has_shares();
        for row in rows {
            let Some(index) = definition.position(&row.item) else { continue };
            let item = definition.item(index);
            let failed = row.value.as_ref().is_some_and(|value| fails_critical(item, value));
            debrief.missed_critical.extend(failed.then_some(index));
            let is_aside = |value: &Value| value.is_set_aside() || is_unscored_answer(&item.response, value);
            debrief.has_critical |= item.critical && row.value.as_ref().is_some_and(|value| !is_aside(value));
            let requires = |value| item.note_required_on.iter().any(|named| Value::matches(value, named));
            debrief.required_notes.extend(row.value.as_ref().is_some_and(requires).then_some(index));
            let status = score_status(item, row.value.as_ref());
            let is_scored = matches!(status, ScoreStatus::Scored | ScoreStatus::Bonus);
            debrief.scored += usize::from(is_scored);
            debrief.add_to_attitude(AttitudeScore {
                id: row.attitude,
                section: definition.section_index(index),
                items: 1,
                answered: usize::from(row.value.is_some()),
                asked: usize::from(status != ScoreStatus::Unscored),
                scored: usize::from(is_scored),
                points: row.points,
                possible: row.possible,
                percent: None,
                share: None,
            });
            let lost = (row.possible - row.points).max(0.0);
            let worth =
                sections.get(definition.section_index(index)).map_or(1.0, |section| point_worth(section, has_shares));
            match is_scored {
                true if row.points > lost => earned.push((index, row.points * worth)),
                true if lost > 0.0 => missed.push((index, lost * worth)),
                _ => {}
            }
        }
        debrief.attitudes.retain(|attitude| attitude.asked > 0);
        let shares = definition.checklist().score_shares();
        debrief.attitudes.iter_mut().for_each(|attitude| attitude.compute_percent(&sections, &shares));
        if debrief.scored >= FEWEST {
            debrief.strengths = highest(earned);
            debrief.to_work_on = highest(missed);
        }
        debrief
    }

    /// Adds a score to that of its attitude.
    fn add_to_attitude(&mut self, score: AttitudeScore) {
        let is_same =
            |known: &&mut AttitudeScore| known.id == score.id && (known.id.is_some() || known.section == score.section);
        match self.attitudes.iter_mut().find(is_same) {
            Some(known) => {
                known.items += score.items;
                known.answered += score.answered;
                known.asked += score.asked;
                known.scored += score.scored;
                known.points += score.points;
                known.possible += score.possible;
            }
            None => self.attitudes.push(score),
        }
    }
}

/// Returns what a point of a section counts for in the whole score: where sections have shares, its part of the share.
fn point_worth(section: &SectionScore, has_shares: bool) -> f64 {
    match section.weight_percent {
        _ if !has_shares => 1.0,
        Some(share) if section.possible > 0.0 => share / section.possible,
        _ => 0.0,
    }
}

/// Returns the items with the most points, those with the most first.
fn highest(mut items: Vec<(usize, f64)>) -> Vec<usize> {
    // The sort is stable: equal items stay in checklist order.
    items.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    items.into_iter().take(MOST).map(|(index, _)| index).collect()
}
