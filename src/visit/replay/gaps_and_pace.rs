//! The gaps of a visit, the pace at which a replay plays them, and a time axis that shortens them.
//!
//! A gap is a stretch in which nobody observed; it plays in at most a second.

use super::Replay;
use crate::visit::event::{Body, Event};

/// The longest playing time of a gap, in milliseconds.
const MAX_GAP_PLAYING_MS: f64 = 1_000.0;

/// The longest a gap may be on the time axis, as a share of the time observed.
const MAX_GAP_SHARE: f64 = 0.05;

/// A stretch of visit time in which nobody observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The visit time at which it begins, in milliseconds.
    pub from_ms: u64,
    /// The visit time at which it ends, in milliseconds.
    pub to_ms: u64,
    /// The reason.
    pub why: GapReason,
}

/// Why nobody observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapReason {
    /// The visit was paused.
    Paused,
    /// The program was not running, from some moment after the event before.
    Closed,
}

impl Gap {
    /// Returns its length, in milliseconds.
    pub fn ms(&self) -> u64 {
        self.to_ms.saturating_sub(self.from_ms)
    }

    /// Returns whether a replay at a speed plays it faster than the rest.
    pub fn is_skipped(&self, speed: f64) -> bool {
        float(self.ms()) / speed > MAX_GAP_PLAYING_MS
    }
}

/// Finds the gaps. A program closed during a pause makes no separate gap.
pub(in crate::visit) fn gaps(events: &[Event]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut paused: Option<u64> = None;
    let mut before = 0;
    for event in events {
        let now = event.elapsed_ms;
        let gap = match event.body {
            Body::Paused { .. } => {
                paused = Some(now);
                None
            }
            Body::Unpaused { .. } | Body::Finished | Body::Abandoned => {
                paused.take().map(|from| (from, GapReason::Paused))
            }
            Body::Resumed(_) if paused.is_none() => Some((before, GapReason::Closed)),
            _ => None,
        };
        gaps.extend(gap.map(|(from_ms, why)| Gap { from_ms, to_ms: now, why }));
        // What follows the end is a correction.
        if matches!(event.body, Body::Finished | Body::Abandoned) {
            break;
        }
        // `clock_shifted` is recorded just before the next event, at the same time.
        if !matches!(event.body, Body::ClockShifted { .. }) {
            before = now;
        }
    }
    gaps.extend(paused.map(|from_ms| Gap { from_ms, to_ms: before, why: GapReason::Paused }));
    gaps.retain(|gap| gap.ms() > 0);
    gaps
}

/// A stretch played at one rate: its ends, and milliseconds of visit time per millisecond of playing time.
struct Stretch {
    from: f64,
    to: f64,
    rate: f64,
}

impl Replay {
    /// Returns the gap that contains a visit time.
    pub fn gap_at(&self, ms: u64) -> Option<&Gap> {
        let at = self.gaps.partition_point(|gap| gap.to_ms <= ms);
        self.gaps.get(at).filter(|gap| gap.from_ms <= ms)
    }

    /// Returns the visit time that a replay at `speed` reaches after `played_ms` from the visit time `at`, up to the
    /// end. Times are in milliseconds; `speed` is finite and above 0.
    #[must_use]
    pub fn advance(&self, at: f64, played_ms: f64, speed: f64) -> f64 {
        let (mut at, mut left) = (at, played_ms);
        for stretch in self.stretches(at, float(self.end_ms), speed) {
            let takes = (stretch.to - stretch.from) / stretch.rate;
            if left < takes {
                return stretch.from + left * stretch.rate;
            }
            at = stretch.to;
            left -= takes;
        }
        at
    }

    /// Returns the playing time from one visit time to another, in milliseconds.
    pub fn playing_ms(&self, from_ms: u64, to_ms: u64, speed: f64) -> f64 {
        let stretches = self.stretches(float(from_ms), float(to_ms), speed);
        stretches.map(|stretch| (stretch.to - stretch.from) / stretch.rate).sum()
    }

    /// Splits a stretch of visit time at the gaps in it.
    fn stretches(&self, from: f64, to: f64, speed: f64) -> impl Iterator<Item = Stretch> {
        let first = self.gaps.partition_point(|gap| float(gap.to_ms) <= from);
        let ahead = self.gaps.iter().skip(first).take_while(move |gap| float(gap.from_ms) < to);
        let mut at = from;
        let cut = move |gap: Option<&Gap>| {
            let (start, end, rate) = gap.map_or((to, to, speed), |gap| {
                (float(gap.from_ms).max(at), float(gap.to_ms).min(to), speed.max(float(gap.ms()) / MAX_GAP_PLAYING_MS))
            });
            let before = Stretch { from: at, to: start, rate: speed };
            at = end;
            [before, Stretch { from: start, to: end, rate }]
        };
        let all = ahead.map(Some).chain([None]).flat_map(cut);
        all.filter(|stretch| stretch.to > stretch.from)
    }

    /// Returns the position of a visit time on the time axis, from 0 to 1. Gaps are shortened there, to leave room for
    /// the time observed.
    pub fn axis_position(&self, ms: u64) -> f64 {
        interpolate(&self.axis, float(ms), |points| (points.ms, points.share))
    }

    /// Returns the visit time at a position on the time axis, in milliseconds.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never negative, and the cast saturates"
    )]
    pub fn time_at_position(&self, share: f64) -> u64 {
        interpolate(&self.axis, share, |points| (points.share, points.ms)).round() as u64
    }
}

/// A point at which the time axis changes its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct AxisPoint {
    ms: f64,
    share: f64,
}

/// Lays out visit time on an axis from 0 to 1.
pub(super) fn time_axis(start_ms: u64, end_ms: u64, gaps: &[Gap]) -> Vec<AxisPoint> {
    let paused: u64 = gaps.iter().map(Gap::ms).sum();
    let observed = float(end_ms.saturating_sub(start_ms).saturating_sub(paused));
    let longest = if observed > 0.0 { observed * MAX_GAP_SHARE } else { f64::INFINITY };
    let mut points = vec![AxisPoint { ms: float(start_ms), share: 0.0 }];
    let mut length = 0.0;
    let mut at = start_ms;
    for gap in gaps {
        length += float(gap.from_ms.saturating_sub(at));
        points.push(AxisPoint { ms: float(gap.from_ms), share: length });
        length += float(gap.ms()).min(longest);
        points.push(AxisPoint { ms: float(gap.to_ms), share: length });
        at = gap.to_ms;
    }
    length += float(end_ms.saturating_sub(at));
    points.push(AxisPoint { ms: float(end_ms), share: length });
    for points in &mut points {
        points.share = if length > 0.0 { points.share / length } else { 0.0 };
    }
    points
}

/// Interpolates linearly between the two points around a value.
fn interpolate(points: &[AxisPoint], value: f64, of: impl Fn(&AxisPoint) -> (f64, f64)) -> f64 {
    let after = points.partition_point(|points| of(points).0 < value).min(points.len().saturating_sub(1));
    let ends = (points.get(after.saturating_sub(1)).map(&of), points.get(after).map(&of));
    let (Some((from, first)), Some((to, last))) = ends else { return 0.0 };
    if to > from { first + (last - first) * ((value - from) / (to - from)).clamp(0.0, 1.0) } else { last }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a visit are far below 2^53")]
fn float(ms: u64) -> f64 {
    ms as f64
}
