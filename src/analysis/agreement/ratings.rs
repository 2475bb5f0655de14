//! Answers as category numbers: for each item, meeting and observer, with the expected ones.
//!
//! Not observed, not applicable and no answer are missing data: such an answer has no category, expects nothing and
//! votes in no majority.

use super::figures::Against;
use crate::analysis::class::{self, AnswerSheet, Class, round_timer};
use crate::stats::{MeasurementLevel, WeightMatrix, Weights};
use crate::visit::definition::Definition;
use crate::visit::{Item, Response, Value, score, version};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All answers by one checklist.
pub struct Ratings {
    /// The checklist, of the last of its versions.
    pub definition: Arc<Definition>,
    pub versions: Vec<String>,
    /// The observers' ids, in order.
    pub observers: Vec<String>,
    /// For each observer, the indices of the meetings, in order of time.
    pub seen: Vec<Vec<usize>>,
    pub meetings: usize,
    /// For each meeting, the number of observers.
    pub attendance: Vec<usize>,
    /// For each meeting, whether it has a reference.
    pub referenced: Vec<bool>,
    pub against: Against,
    /// The items that can be compared.
    pub items: Vec<Rated>,
}

/// An item and all answers to it.
pub struct Rated {
    /// The index of the item in the checklist.
    pub item: usize,
    /// The distinct answers, in checklist order or by size.
    pub categories: Vec<Value>,
    /// Whether answers close to each other agree in part.
    pub weighted: bool,
    /// For each meeting, each observer's category; `None` if missing.
    pub given: Vec<Vec<Option<usize>>>,
    /// For each meeting, how often each category was given.
    counts: Vec<Vec<usize>>,
    /// For each meeting, each observer's time, in seconds from the start.
    pub times: Vec<Vec<Option<f64>>>,
    /// For each meeting, the known times in ascending order.
    sorted: Vec<Vec<f64>>,
    /// For each meeting, the reference's category and time.
    pub expected: Vec<Option<(usize, Option<f64>)>>,
}

impl Ratings {
    /// Collects the answers of classes with one checklist; `None` if there are none.
    pub fn from_classes(classes: &[&Class]) -> Option<Self> {
        let last = classes.iter().max_by_key(|class| class.sheets.iter().map(|sheet| sheet.started_at).max())?;
        let definition = Arc::clone(&last.definition);
        let names: BTreeSet<&str> = sheets(classes).map(|(_, sheet)| &*sheet.observer).collect();
        let observers: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let observer_index = |name: &str| observers.binary_search_by(|observer| observer.as_str().cmp(name)).ok();
        let mut seen: Vec<Vec<(jiff::Timestamp, usize)>> = vec![Vec::new(); observers.len()];
        let mut sheets_by_meeting: Vec<Vec<Option<&AnswerSheet>>> = vec![vec![None; observers.len()]; classes.len()];
        for (meeting, sheet) in sheets(classes) {
            let Some(observer) = observer_index(&sheet.observer) else { continue };
            if let Some(cell) = sheets_by_meeting.get_mut(meeting).and_then(|row| row.get_mut(observer)) {
                *cell = Some(sheet);
            }
            if let Some(seen) = seen.get_mut(observer) {
                seen.push((sheet.started_at, meeting));
            }
        }
        for seen in &mut seen {
            seen.sort_unstable();
        }
        let referenced: Vec<bool> = classes.iter().map(|class| !class.expected.is_empty()).collect();
        let items = definition
            .items()
            .filter_map(|(index, item)| rate_item(index, item, classes, &sheets_by_meeting))
            .collect();
        let versions = version::in_order(classes.iter().flat_map(|class| class.versions.iter().map(String::as_str)));
        Some(Self {
            versions,
            seen: seen.into_iter().map(|seen| seen.into_iter().map(|(_, meeting)| meeting).collect()).collect(),
            meetings: classes.len(),
            attendance: classes.iter().map(|class| class.sheets.len()).collect(),
            against: if referenced.contains(&true) { Against::Reference } else { Against::Others },
            referenced,
            observers,
            definition,
            items,
        })
    }

    /// Returns the category that an observer's answer is compared with.
    pub fn expected(&self, rated: &Rated, meeting: usize, observer: usize) -> Option<usize> {
        match self.against {
            Against::Reference => rated.expected.get(meeting).copied().flatten().map(|(category, _)| category),
            Against::Others => rated.majority_of_others(meeting, observer),
        }
    }

    /// Returns whether the side that an observer is compared with observed an item; `None` if there is no such side.
    pub fn other_side_observed(&self, rated: &Rated, meeting: usize, observer: usize) -> Option<bool> {
        match self.against {
            Against::Reference => {
                let has_reference = self.referenced.get(meeting).copied().unwrap_or_default();
                has_reference.then(|| rated.expected.get(meeting).is_some_and(Option::is_some))
            }
            Against::Others => {
                let others = self.attendance.get(meeting).is_some_and(|observers| *observers > 1);
                others.then(|| rated.others_answered(meeting, observer))
            }
        }
    }

    /// Returns every answer of an observer that can be compared, as (item, meeting, given, expected).
    pub fn compared(&self, observer: usize) -> impl Iterator<Item = (&Rated, usize, usize, usize)> {
        self.items.iter().flat_map(move |rated| {
            (0..self.meetings).filter_map(move |meeting| {
                let given = rated.given(meeting, observer)?;
                Some((rated, meeting, given, self.expected(rated, meeting, observer)?))
            })
        })
    }

    /// Returns whether answers to an item either agree or do not, with no degrees between. Excludes measurements, and
    /// the outcome of a visit, which is subjective.
    pub fn is_categorical(&self, rated: &Rated) -> bool {
        let item = self.item(rated);
        let banded = matches!(&item.response, Response::Timer { bands, .. } if !bands.is_empty());
        !item.is_outcome() && (!rated.weighted || banded || matches!(item.response, Response::Count { .. }))
    }

    pub fn item(&self, rated: &Rated) -> &Item {
        self.definition.item(rated.item)
    }
}

fn sheets<'c>(classes: &'c [&Class]) -> impl Iterator<Item = (usize, &'c AnswerSheet)> {
    classes.iter().enumerate().flat_map(|(meeting, class)| class.sheets.iter().map(move |sheet| (meeting, sheet)))
}

/// Collects the answers to an item; `None` if it cannot be compared, because it is free text or nobody observed it.
fn rate_item(
    index: usize,
    item: &Item,
    classes: &[&Class],
    sheets_by_meeting: &[Vec<Option<&AnswerSheet>>],
) -> Option<Rated> {
    let value = |sheet: &AnswerSheet| {
        sheet.answers.get(&item.id)?.value.as_ref().and_then(|value| comparable_answer(item, value))
    };
    let expected: Vec<Option<(Value, Option<f64>)>> = classes
        .iter()
        .map(|class| {
            let expected = class.expected.get(&item.id)?;
            Some((comparable_answer(item, &expected.value)?, expected.at_s))
        })
        .collect();
    let given: Vec<Vec<Option<Value>>> =
        sheets_by_meeting.iter().map(|row| row.iter().map(|sheet| sheet.and_then(value)).collect()).collect();
    let all = || given.iter().flatten().flatten().chain(expected.iter().flatten().map(|(value, _)| value));
    all().next()?;
    let possible = possible_answers(item);
    let categories = sorted_categories(item, possible.iter().chain(all()));
    let category = |value: &Value| categories.iter().position(|category| category == value);
    let time = |sheet: &AnswerSheet| {
        let answer = sheet.answers.get(&item.id)?;
        answer.at_s.filter(|_| !answer.value.as_ref().is_some_and(Value::is_set_aside))
    };
    let times: Vec<Vec<Option<f64>>> =
        sheets_by_meeting.iter().map(|row| row.iter().map(|sheet| sheet.and_then(time)).collect()).collect();
    let in_order = |row: &Vec<Option<f64>>| {
        let mut sorted: Vec<f64> = row.iter().flatten().copied().collect();
        sorted.sort_unstable_by(f64::total_cmp);
        sorted
    };
    let given: Vec<Vec<Option<usize>>> =
        given.iter().map(|row| row.iter().map(|value| category(value.as_ref()?)).collect()).collect();
    let counted = |row: &Vec<Option<usize>>| {
        let mut counts = vec![0; categories.len()];
        row.iter().flatten().for_each(|category| counts.iter_mut().skip(*category).take(1).for_each(|n| *n += 1));
        counts
    };
    Some(Rated {
        item: index,
        weighted: is_weighted(item),
        counts: given.iter().map(counted).collect(),
        given,
        sorted: times.iter().map(in_order).collect(),
        times,
        expected: expected
            .iter()
            .map(|one| one.as_ref().and_then(|(value, at)| Some((category(value)?, *at))))
            .collect(),
        categories,
    })
}

/// Normalizes an answer for comparison: a time becomes the points of its band, or else whole seconds; multiple options
/// become one text. `None` for free text, and for an answer that sets the item aside.
fn comparable_answer(item: &Item, value: &Value) -> Option<Value> {
    if value.is_set_aside() {
        return None;
    }
    let alike = match &item.response {
        Response::Text {} => None,
        Response::Timer { bands, .. } if !bands.is_empty() => {
            Some(score::earned_fraction(&item.response, value).map_or_else(|| value.clone(), Value::Number))
        }
        Response::Timer { .. } => Some(round_timer(item, value)),
        _ => match value {
            Value::Many(several) => {
                let mut several = several.clone();
                several.sort_unstable();
                Some(Value::Text(several.join("+")))
            }
            other => Some(other.clone()),
        },
    };
    // A wait without an end has no number to compare, unless a band gives it points.
    alike.filter(|value| !is_weighted(item) || value.as_number().is_some())
}

/// Returns all possible answers if they can be listed: chance agreement is spread over all of them.
fn possible_answers(item: &Item) -> Vec<Value> {
    /// On a longer scale, only the values used are categories.
    const LONGEST: i64 = 100;
    match &item.response {
        Response::Scale { min, max, .. } if max.saturating_sub(*min) <= LONGEST => {
            (*min..=*max).map(Value::Integer).collect()
        }
        Response::Timer { bands, .. } => bands.iter().map(|band| Value::Number(band.points)).collect(),
        _ => class::listed_answers(item),
    }
}

fn is_weighted(item: &Item) -> bool {
    matches!(
        item.response,
        Response::Scale { .. } | Response::Count { .. } | Response::Number { .. } | Response::Timer { .. }
    )
}

/// Returns the distinct answers: numbers by size, then names in checklist order.
fn sorted_categories<'v>(item: &Item, values: impl Iterator<Item = &'v Value>) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    for value in values {
        if !found.contains(value) {
            found.push(value.clone());
        }
    }
    let rank = |value: &Value| -> (usize, String) {
        let name = value.as_text().unwrap_or_default();
        let known = match &item.response {
            Response::Choice { options, .. } => options.iter().position(|option| option.id == name),
            _ => [Value::YES, Value::PARTLY, Value::NO].iter().position(|known| *known == name),
        };
        (known.unwrap_or(usize::MAX), name.to_owned())
    };
    found.sort_by(|a, b| match (a.as_number(), b.as_number()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (None, None) => rank(a).cmp(&rank(b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
    });
    found
}

impl Rated {
    /// Returns an observer's category in a meeting.
    pub fn given(&self, meeting: usize, observer: usize) -> Option<usize> {
        self.given.get(meeting)?.get(observer).copied().flatten()
    }

    /// Returns the number of observers who observed it in a meeting.
    pub fn observed(&self, meeting: usize) -> usize {
        self.counts.get(meeting).into_iter().flatten().sum()
    }

    /// Returns the category of most other observers who observed it; `None` if there are none, or there is a tie.
    fn majority_of_others(&self, meeting: usize, observer: usize) -> Option<usize> {
        let own = self.given(meeting, observer);
        let counts = self.counts.get(meeting)?.iter().enumerate();
        let others = counts.map(|(category, count)| count - usize::from(own == Some(category)));
        let (mut most, mut first, mut ties, mut all) = (0, None, 0, 0);
        for (category, count) in others.enumerate() {
            all += count;
            match count.cmp(&most) {
                Ordering::Greater => (most, first, ties) = (count, Some(category), 1),
                Ordering::Equal => ties += 1,
                Ordering::Less => {}
            }
        }
        first.filter(|_| all > 0 && ties == 1)
    }

    /// Returns whether any other observer observed it.
    pub fn others_answered(&self, meeting: usize, observer: usize) -> bool {
        self.observed(meeting) > usize::from(self.given(meeting, observer).is_some())
    }

    /// Returns the median time of the other observers.
    pub fn median_time_of_others(&self, meeting: usize, observer: usize) -> Option<f64> {
        let sorted = self.sorted.get(meeting)?;
        let own = self.times.get(meeting)?.get(observer).copied().flatten();
        let own_index = own.map_or(sorted.len(), |own| sorted.partition_point(|time| *time < own));
        let others = sorted.len() - usize::from(own.is_some());
        // The sorted times without the observer's own one.
        let at = |index: usize| sorted.get(index + usize::from(index >= own_index)).copied();
        let last = others.checked_sub(1)?;
        Some(f64::midpoint(at(last / 2)?, at(last.div_ceil(2))?))
    }

    /// Returns the weights of agreement between categories.
    pub fn weights(&self) -> WeightMatrix {
        if self.weighted {
            let values: Vec<f64> = self.categories.iter().filter_map(Value::as_number).collect();
            return Weights::Quadratic.matrix(&values);
        }
        Weights::Identity.by_rank(self.categories.len())
    }

    /// Returns the level of measurement, for alpha.
    pub fn level(&self) -> MeasurementLevel {
        if self.weighted { MeasurementLevel::Interval } else { MeasurementLevel::Nominal }
    }

    /// Returns the value of a category on alpha's scale: its number, or else its index.
    #[expect(clippy::cast_precision_loss, reason = "categories are few")]
    pub fn number(&self, category: usize) -> f64 {
        let value = self.categories.get(category).filter(|_| self.weighted).and_then(Value::as_number);
        value.unwrap_or(category as f64)
    }

    /// Returns the fraction of an item's points that a category earns; `None` if it is not scored.
    pub fn points(&self, item: &Item, category: usize) -> Option<f64> {
        if !item.scored || item.is_outcome() {
            return None;
        }
        let value = self.categories.get(category)?;
        match (&item.response, value.as_number()) {
            // Timers with bands are stored as the points of their band.
            (Response::Timer { bands, .. }, Some(points)) if !bands.is_empty() => Some(points),
            (Response::Choice { multiple: true, .. }, _) => {
                let several = value.as_text()?.split('+').map(str::to_owned).collect();
                score::earned_fraction(&item.response, &Value::Many(several))
            }
            _ => score::earned_fraction(&item.response, value),
        }
    }

    /// Returns by how much the points of two answers can differ; 0 if it is not scored.
    pub fn points_range(&self, item: &Item) -> f64 {
        let points = (0..self.categories.len()).filter_map(|category| self.points(item, category));
        let range = points.fold(None, |range, one| {
            let (least, most) = range.unwrap_or((one, one));
            Some((one.min(least), one.max(most)))
        });
        range.map_or(0.0, |(least, most)| most - least)
    }
}
