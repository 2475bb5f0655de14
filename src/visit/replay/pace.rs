//! The pace of a replay: how visit time goes by while it plays, and where it stands on a line.
//!
//! Stretches in which nobody observed are passed over in at most a second.

use super::Replay;
use crate::visit::event::{Body, Event};

/// The longest that a gap takes to play, in milliseconds.
const GAP_PLAYS_MS: f64 = 1_000.0;

/// On a line, a gap is no longer than this share of the time observed.
const GAP_SHARE: f64 = 0.05;

/// A stretch of visit time in which nobody observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Since when, in milliseconds.
    pub from_ms: u64,
    /// Until when, in milliseconds.
    pub to_ms: u64,
    /// Why.
    pub why: Why,
}

/// Why nobody observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The visit was paused.
    Paused,
    /// The program was not running, from some moment after the event before on.
    Closed,
}

impl Gap {
    /// Gives how long it lasted, in milliseconds.
    #[must_use]
    pub fn ms(&self) -> u64 {
        self.to_ms.saturating_sub(self.from_ms)
    }

    /// Tells whether a replay at a speed has to hurry through it.
    #[must_use]
    pub fn is_skipped(&self, speed: f64) -> bool {
        float(self.ms()) / speed > GAP_PLAYS_MS
    }
}

/// Finds the gaps. A program closed during a pause makes no gap of its own.
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
            Body::Unpaused | Body::Finished | Body::Abandoned => paused.take().map(|from| (from, Why::Paused)),
            Body::Resumed(_) if paused.is_none() => Some((before, Why::Closed)),
            _ => None,
        };
        gaps.extend(gap.map(|(from_ms, why)| Gap { from_ms, to_ms: now, why }));
        // A shifted clock is told just before what comes after it.
        if !matches!(event.body, Body::ClockShifted { .. }) {
            before = now;
        }
    }
    gaps.extend(paused.map(|from_ms| Gap { from_ms, to_ms: before, why: Why::Paused }));
    gaps.retain(|gap| gap.ms() > 0);
    gaps
}

/// A stretch that is played at one pace: its ends, and visit time in a unit of playing time.
struct Stretch {
    from: f64,
    to: f64,
    rate: f64,
}

impl Replay {
    /// Gives the gap that a visit time lies in.
    #[must_use]
    pub fn gap_at(&self, ms: u64) -> Option<&Gap> {
        let at = self.gaps.partition_point(|gap| gap.to_ms <= ms);
        self.gaps.get(at).filter(|gap| gap.from_ms <= ms)
    }

    /// Gives the visit time that a replay at `speed` reaches in `played_ms` from another; it goes no further than the
    /// end. Times are in milliseconds, `speed` is finite and above 0.
    #[must_use]
    pub fn after(&self, at: f64, played_ms: f64, speed: f64) -> f64 {
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

    /// Gives how long it takes to play from one visit time to another, in milliseconds.
    #[must_use]
    pub fn playing_ms(&self, from_ms: u64, to_ms: u64, speed: f64) -> f64 {
        let stretches = self.stretches(float(from_ms), float(to_ms), speed);
        stretches.map(|stretch| (stretch.to - stretch.from) / stretch.rate).sum()
    }

    /// Cuts a stretch of visit time at the gaps in it.
    fn stretches(&self, from: f64, to: f64, speed: f64) -> impl Iterator<Item = Stretch> {
        let first = self.gaps.partition_point(|gap| float(gap.to_ms) <= from);
        let ahead = self.gaps.iter().skip(first).take_while(move |gap| float(gap.from_ms) < to);
        let mut at = from;
        let cut = move |gap: Option<&Gap>| {
            let (start, end, rate) = gap.map_or((to, to, speed), |gap| {
                (float(gap.from_ms).max(at), float(gap.to_ms).min(to), speed.max(float(gap.ms()) / GAP_PLAYS_MS))
            });
            let before = Stretch { from: at, to: start, rate: speed };
            at = end;
            [before, Stretch { from: start, to: end, rate }]
        };
        let all = ahead.map(Some).chain([None]).flat_map(cut);
        all.filter(|stretch| stretch.to > stretch.from)
    }

    /// Gives where a visit time stands on a line from 0 to 1; gaps are shortened, so that the time observed has room.
    #[must_use]
    pub fn share(&self, ms: u64) -> f64 {
        between(&self.line, float(ms), |bend| (bend.ms, bend.share))
    }

    /// Gives the visit time that stands at a place on that line, in milliseconds.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below 0; too much is the most")]
    pub fn at_share(&self, share: f64) -> u64 {
        between(&self.line, share, |bend| (bend.share, bend.ms)).round() as u64
    }
}

/// A place at which the line changes its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bend {
    ms: f64,
    share: f64,
}

/// Lays visit time out on a line from 0 to 1.
pub(super) fn line(start_ms: u64, end_ms: u64, gaps: &[Gap]) -> Vec<Bend> {
    let paused: u64 = gaps.iter().map(Gap::ms).sum();
    let observed = float(end_ms.saturating_sub(start_ms).saturating_sub(paused));
    let longest = if observed > 0.0 { observed * GAP_SHARE } else { f64::INFINITY };
    let mut bends = vec![Bend { ms: float(start_ms), share: 0.0 }];
    let mut length = 0.0;
    let mut at = start_ms;
    for gap in gaps {
        length += float(gap.from_ms.saturating_sub(at));
        bends.push(Bend { ms: float(gap.from_ms), share: length });
        length += float(gap.ms()).min(longest);
        bends.push(Bend { ms: float(gap.to_ms), share: length });
        at = gap.to_ms;
    }
    length += float(end_ms.saturating_sub(at));
    bends.push(Bend { ms: float(end_ms), share: length });
    for bend in &mut bends {
        bend.share = if length > 0.0 { bend.share / length } else { 0.0 };
    }
    bends
}

/// Gives what belongs to a value, in a straight line between the two bends around it.
fn between(bends: &[Bend], value: f64, of: impl Fn(&Bend) -> (f64, f64)) -> f64 {
    let after = bends.partition_point(|bend| of(bend).0 < value).min(bends.len().saturating_sub(1));
    let ends = (bends.get(after.saturating_sub(1)).map(&of), bends.get(after).map(&of));
    let (Some((from, first)), Some((to, last))) = ends else { return 0.0 };
    if to > from { first + (last - first) * ((value - from) / (to - from)).clamp(0.0, 1.0) } else { last }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a visit are far below 2^53")]
fn float(ms: u64) -> f64 {
    ms as f64
}
