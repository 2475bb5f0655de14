//! What each observer answered, meeting by meeting, and how far the answers of one meeting hang together.
//!
//! A meeting that is hard to read makes several answers of one observer go astray at once, so that they tell less than as
//! many that stand alone. How much less is reckoned from all observers together; where nobody was in several meetings it
//! cannot be known, and answers count as if each stood alone.

use super::CONFIDENCE;
use super::figures::{Clustering, Figure, HangTogether};
use super::items::{count, share};
use super::ratings::Ratings;
use crate::stats::{Confidence, DesignEffect, Interval, MeanEstimate, Undefined, design_effect, mean_interval};
use rayon::prelude::*;

/// The answers of one observer, one list for each meeting.
pub struct Answers {
    /// Whether each agrees with what it is held against: 1 or 0.
    agreed: Vec<Vec<f64>>,
    /// How many more points it gives.
    points: Vec<Vec<f64>>,
}

/// How far the answers of one meeting hang together.
pub struct Clusters {
    share: Result<DesignEffect, Undefined>,
    leniency: Result<DesignEffect, Undefined>,
}

impl Answers {
    /// Gives the answers of each observer that are held against something.
    pub fn by_observer(ratings: &Ratings) -> Vec<Self> {
        (0..ratings.observers.len()).into_par_iter().map(|observer| Self::of_observer(ratings, observer)).collect()
    }

    fn of_observer(ratings: &Ratings, observer: usize) -> Self {
        let mut found = Self { agreed: vec![Vec::new(); ratings.meetings], points: vec![Vec::new(); ratings.meetings] };
        for (rated, meeting, given, expected) in ratings.compared(observer) {
            if let Some(agreed) = found.agreed.get_mut(meeting).filter(|_| ratings.is_categorical(rated)) {
                agreed.push(f64::from(u8::from(given == expected)));
            }
            let item = ratings.item(rated);
            let points = rated.points(item, given).zip(rated.points(item, expected)).map(|(own, other)| own - other);
            if let Some(differences) = found.points.get_mut(meeting) {
                differences.extend(points);
            }
        }
        found
    }

    /// Gives how many agree, and how many there are.
    pub fn counts(&self) -> (u64, u64) {
        let all = self.agreed.iter().flatten();
        (all.clone().filter(|agreed| **agreed > 0.0).count() as u64, all.count() as u64)
    }

    /// Gives the differences of points, of all meetings.
    pub fn differences(&self) -> Vec<f64> {
        self.points.concat()
    }
}

impl Clusters {
    /// Reckons it from the answers of all observers.
    pub fn estimate(answers: &[Answers]) -> Self {
        let effect = |of: fn(&Answers) -> &Vec<Vec<f64>>| {
            let groups: Vec<Vec<&[f64]>> =
                answers.iter().map(|answers| of(answers).iter().map(Vec::as_slice).collect()).collect();
            design_effect(&groups)
        };
        Self { share: effect(|answers| &answers.agreed), leniency: effect(|answers| &answers.points) }
    }

    /// Gives a share with its interval.
    pub fn share(&self, successes: u64, n: u64) -> Figure {
        let Ok(effect) = &self.share else { return share(successes, n) };
        match effect.share(count(successes, n), CONFIDENCE) {
            Ok(found) => Figure::between(found.share, found.interval),
            Err(why) => Figure { undefined: Some(why), ..Figure::default() },
        }
    }

    /// Gives a mean of differences of points.
    pub fn mean(&self, values: &[f64], confidence: Confidence) -> Result<MeanEstimate, Undefined> {
        match &self.leniency {
            Ok(effect) => effect.mean(values, confidence),
            Err(_) => mean_interval(values, confidence),
        }
    }

    /// Gives kappa's interval from the one that it has where answers stand alone. Its answers are those of the share.
    pub fn widen_kappa(&self, kappa: f64, alone: Interval) -> Result<Interval, Undefined> {
        match &self.share {
            Ok(effect) => effect.normal(kappa, alone, CONFIDENCE),
            Err(_) => Ok(alone),
        }
    }

    /// Gives the effects as figures.
    pub fn to_rows(&self, answers: &[Answers]) -> Clustering {
        let n = |of: fn(&Answers) -> &Vec<Vec<f64>>| -> u64 {
            answers.iter().flat_map(of).map(|meeting| meeting.len() as u64).sum()
        };
        Clustering {
            share: cluster_effect(&self.share, n(|answers| &answers.agreed)),
            leniency: cluster_effect(&self.leniency, n(|answers| &answers.points)),
        }
    }
}

fn cluster_effect(effect: &Result<DesignEffect, Undefined>, n: u64) -> HangTogether {
    HangTogether {
        effect: effect.as_ref().ok().map(|found| found.effect),
        freedom: effect.as_ref().ok().map(|found| found.freedom),
        n,
        undefined: effect.as_ref().err().copied(),
    }
}
