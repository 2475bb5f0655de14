//! What a visit comes to: its score, that of each attitude, and what the debrief names.

use crate::report::visit_debrief::{lists, named_share, shares_sentence};
use crate::text::Texts;
use crate::visit::score::{answer_rows, percent, score};
use crate::visit::{Visit, debrief};

/// The outcome of a visit.
pub struct Debrief {
    /// The score of the whole visit.
    pub total: ScoreLine,
    /// The score of each attitude, in the order of the checklist; a section without one is an attitude of its own.
    pub attitudes: Vec<ScoreLine>,
    /// How the score is computed, where that is from the shares of the sections.
    pub how: Option<String>,
    /// Lists, each under a heading.
    pub lists: Vec<(String, Vec<String>)>,
}

/// A score with its name.
pub struct ScoreLine {
    pub name: String,
    /// The points and the possible points; `None` where the percentage is not made of them.
    pub points: Option<(f64, f64)>,
    /// `None` where nothing counts.
    pub percent: Option<f64>,
}

impl ScoreLine {
    fn new(name: String, (points, possible): (f64, f64), score: Option<f64>) -> Self {
        // A score of shares may differ from that of the points in its last digits alone.
        let is_made_of_points = match (score, percent(points, possible)) {
            (Some(score), Some(percent)) => (score - percent).abs() < 1e-9,
            (score, percent) => score == percent,
        };
        Self { name, points: is_made_of_points.then_some((points, possible)), percent: score }
    }
}

impl Debrief {
    /// Computes the outcome of a visit.
    pub fn new(visit: &Visit, texts: &Texts) -> Self {
        let score = score(visit.definition(), &answer_rows(visit.definition(), visit.state()));
        let debrief = debrief::Debrief::new(visit);
        let attitudes = debrief.attitudes.iter().map(|attitude| {
            let points = (attitude.points, attitude.possible);
            ScoreLine::new(named_share(texts, visit, attitude), points, attitude.percent)
        });
        let lists = lists(texts, visit, &debrief).into_iter().map(|section| (section.title, section.lines));
        Self {
            total: ScoreLine::new(
                texts.get("document-score").to_owned(),
                (score.points, score.possible),
                score.percent,
            ),
            attitudes: attitudes.collect(),
            how: shares_sentence(texts, visit),
            lists: lists.collect(),
        }
    }
}
