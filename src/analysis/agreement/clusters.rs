//! The answers of each observer by meeting, and the design effect of answers from one meeting.
//!
//! A meeting that is hard to judge misleads an observer on several answers at once, so that they carry less information
//! than as many independent ones. The design effect is estimated from all observers together. If nobody was in several
//! meetings it is unknown, and answers count as independent.

use super::CONFIDENCE;
use super::figures::{Against, ClusterEffect, Clustering, Figure};
use super::items::{count, share};
use super::ratings::Ratings;
use crate::stats::{
    Confidence, DesignEffect, Interval, MeanEstimate, Undefined, bounded_interval, design_effect, mean_interval,
};
use rayon::prelude::*;

/// The compared answers of one observer, one list per meeting.
pub struct Answers {
    /// Whether each answer agrees with the one it is compared with: 1 or 0.
    agreed: Vec<Vec<f64>>,
    /// The points of each answer minus those of the one it is compared with.
    points: Vec<Vec<f64>>,
}

/// The design effects of answers from one meeting.
pub struct Clusters {
    share: Result<DesignEffect, Undefined>,
    leniency: Result<DesignEffect, Undefined>,
}

impl Answers {
    /// Collects the answers of each observer that can be compared.
    pub fn by_observer(ratings: &Ratings) -> Vec<Self> {
        (0..ratings.observers.len()).into_par_iter().map(|observer| Self::new(ratings, observer)).collect()
    }

    fn new(ratings: &Ratings, observer: usize) -> Self {
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

    /// Returns the answers of all observers, but only one list if two are compared with each other: theirs are the same.
    pub fn distinct(all: &[Self], against: Against) -> &[Self] {
        match all {
            [one, _] if against == Against::Others => std::slice::from_ref(one),
            _ => all,
        }
    }

    /// Returns the number of answers that agree, and of all compared.
    pub fn counts(&self) -> (u64, u64) {
        let counts = (0..self.agreed.len()).map(|meeting| self.counts_of(meeting));
        counts.fold((0, 0), |(agreed, n), (one, of)| (agreed + one, n + of))
    }

    /// Returns the same of one meeting.
    pub fn counts_of(&self, meeting: usize) -> (u64, u64) {
        let all = self.agreed.get(meeting).map_or(&[][..], Vec::as_slice);
        (all.iter().filter(|agreed| **agreed > 0.0).count() as u64, all.len() as u64)
    }

    /// Returns the number of meetings with an answer that was compared.
    pub fn meetings(&self) -> u64 {
        self.agreed.iter().filter(|meeting| !meeting.is_empty()).count() as u64
    }

    /// Returns the differences of points, over all meetings.
    pub fn differences(&self) -> Vec<f64> {
        self.points.concat()
    }
}

impl Clusters {
    /// Estimates the design effects from the answers of observers.
    pub fn estimate(answers: &[Answers]) -> Self {
        let effect = |of: fn(&Answers) -> &Vec<Vec<f64>>| {
            let groups: Vec<Vec<&[f64]>> =
                answers.iter().map(|answers| of(answers).iter().map(Vec::as_slice).collect()).collect();
            design_effect(&groups)
        };
        Self { share: effect(|answers| &answers.agreed), leniency: effect(|answers| &answers.points) }
    }

    /// Returns a share with its interval, widened by the design effect.
    pub fn share(&self, successes: u64, n: u64) -> Figure {
        let Ok(effect) = &self.share else { return share(successes, n) };
        match effect.share(count(successes, n), CONFIDENCE) {
            Ok(found) => Figure::new(found.share, Ok(found.interval), n),
            Err(why) => Figure::undefined(why),
        }
    }

    /// Returns the mean of differences of points, with its interval widened by the design effect.
    pub fn mean(&self, values: &[f64], confidence: Confidence) -> Result<MeanEstimate, Undefined> {
        match &self.leniency {
            Ok(effect) => effect.mean(values, confidence),
            Err(_) => mean_interval(values, confidence),
        }
    }

    /// Widens kappa's interval, which assumes independent answers, by the design effect of the share, since both are
    /// made from the same answers, and keeps it within -1 and 1.
    pub fn widen_kappa(&self, kappa: f64, alone: Interval) -> Result<Interval, Undefined> {
        let wide = match &self.share {
            Ok(effect) => effect.normal(kappa, alone, CONFIDENCE)?,
            Err(_) => alone,
        };
        bounded_interval(kappa, wide, Interval { lower: -1.0, upper: 1.0 })
    }

    /// Returns the design effects as figures.
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

fn cluster_effect(effect: &Result<DesignEffect, Undefined>, n: u64) -> ClusterEffect {
    ClusterEffect {
        effect: effect.as_ref().ok().map(|found| found.effect),
        freedom: effect.as_ref().ok().map(|found| found.freedom),
        n,
        undefined: effect.as_ref().err().copied(),
    }
}
