//! What a visit comes to: its score, that of each attitude, and what failed it.

use crate::analysis::Dimension;
use crate::report::labels::value_id;
use crate::text::{Texts, clean};
use crate::visit::Visit;
use crate::visit::score::{Score, answer_rows, score};

/// The outcome of a visit.
pub struct Debrief {
    /// The score of the whole visit.
    pub total: ScoreLine,
    /// The score of each attitude, in the order of the checklist; a section without one is an attitude of its own.
    pub attitudes: Vec<ScoreLine>,
    /// Lists, each under a heading; empty ones are left out.
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
        let lists = [("document-failed", failed_items(visit, texts, &score))];
        Self {
            total: ScoreLine::new(texts.get("document-score").to_owned(), score.points, score.possible),
            attitudes: attitudes(visit, texts, &score),
            lists: (lists.into_iter().filter(|(_, items)| !items.is_empty()))
                .map(|(id, items)| (texts.get(id).to_owned(), items))
                .collect(),
        }
    }
}

fn failed_items(visit: &Visit, texts: &Texts, score: &Score) -> Vec<String> {
    let failed = visit.definition().items().filter(|(_, item)| score.failed_critical.contains(&item.id));
    failed.map(|(_, item)| clean(item.label.get(texts.lang())).into_owned()).collect()
}

/// Adds up the sections of each attitude; a section that has none and never counts is left out.
fn attitudes(visit: &Visit, texts: &Texts, score: &Score) -> Vec<ScoreLine> {
    let mut sums: Vec<(Option<&str>, ScoreLine)> = Vec::new();
    for (section, own) in visit.definition().checklist().sections.iter().zip(&score.sections) {
        let attitude = own.attitude.as_deref();
        let same = sums.iter_mut().find(|(known, _)| attitude.is_some() && *known == attitude);
        if let Some((_, sum)) = same {
            *sum = ScoreLine::new(sum.name.clone(), sum.points + own.points, sum.possible + own.possible);
        } else {
            let named = attitude.and_then(|attitude| value_id(Dimension::Attitude, attitude));
            let name = named.map_or_else(|| section.title.get(texts.lang()), |id| texts.get(id));
            sums.push((attitude, ScoreLine::new(clean(name).into_owned(), own.points, own.possible)));
        }
    }
    let counts = |attitude: Option<&str>, sum: &ScoreLine| attitude.is_some() || sum.possible > 0.0 || sum.points > 0.0;
    sums.into_iter().filter(|(attitude, sum)| counts(*attitude, sum)).map(|(_, sum)| sum).collect()
}
