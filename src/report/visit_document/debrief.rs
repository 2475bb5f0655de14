//! What a visit comes to: its score, that of each attitude, and what the debrief names.

use crate::report::visit_debrief::{attitude_name, lists};
use crate::text::Texts;
use crate::visit::score::{answer_rows, score};
use crate::visit::{Visit, debrief};

/// The outcome of a visit.
pub struct Debrief {
    /// The score of the whole visit.
    pub total: ScoreLine,
    /// The score of each attitude, in the order of the checklist; a section without one is an attitude of its own.
    pub attitudes: Vec<ScoreLine>,
    /// Lists, each under a heading.
    pub lists: Vec<(String, Vec<String>)>,
}

/// A score with its name.
pub struct ScoreLine {
    pub name: String,
    pub points: f64,
    pub possible: f64,
    /// `None` where nothing counts.
    pub percent: Option<f64>,
}

impl ScoreLine {
    fn new(name: String, points: f64, possible: f64) -> Self {
        Self { name, points, possible, percent: (possible > 0.0).then(|| 100.0 * points / possible) }
    }
}

impl Debrief {
    /// Computes the outcome of a visit.
    pub fn new(visit: &Visit, texts: &Texts) -> Self {
        let score = score(visit.definition(), &answer_rows(visit.definition(), visit.state()));
        let debrief = debrief::Debrief::new(visit);
        let attitudes = debrief
            .attitudes
            .iter()
            .map(|attitude| ScoreLine::new(attitude_name(texts, visit, attitude), attitude.points, attitude.possible));
        let lists = lists(texts, visit, &debrief).into_iter().map(|section| (section.title, section.lines));
        Self {
            total: ScoreLine::new(texts.get("document-score").to_owned(), score.points, score.possible),
            attitudes: attitudes.collect(),
            lists: lists.collect(),
        }
    }
}
