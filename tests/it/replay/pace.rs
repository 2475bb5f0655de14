//! The pace of a replay: visit time at a speed, and at most a second for a gap.

use super::{eventful, interrupted, visit};
use crate::support::{begin, definition, moment};
use esprit::visit::Action;
use esprit::visit::replay::{Gap, GapReason, Replay};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6 * (1.0 + a.abs())
}

#[test]
fn pauses_and_closed_programs_are_gaps() {
    let gap = |from: u64, to: u64, why| Gap { from_ms: 1000 * from, to_ms: 1000 * to, why };
    assert_eq!(Replay::from_visit(&visit(&eventful())).gaps(), [gap(90, 690, GapReason::Paused)]);
    assert_eq!(
        Replay::from_visit(&interrupted()).gaps(),
        [gap(10, 40, GapReason::Closed), gap(41, 600, GapReason::Closed)]
    );
    // A program closed in a pause makes no separate gap, and a visit may end in a pause.
    let mut paused = visit(&[(5, Action::Pause(None))]);
    paused.resume(&crate::support::program(), &moment(60_000)).unwrap();
    assert_eq!(Replay::from_visit(&paused).gaps(), [gap(5, 60, GapReason::Paused)]);
    paused.act(&Action::Finish, &moment(100_000)).unwrap();
    let replay = Replay::from_visit(&paused);
    assert_eq!(replay.gaps(), [gap(5, 100, GapReason::Paused)]);
    for (ms, found) in [(0, false), (4_999, false), (5_000, true), (99_999, true), (100_000, false)] {
        assert_eq!(replay.gap_at(ms).is_some(), found, "{ms} ms");
    }
}

#[test]
fn a_gap_plays_in_at_most_a_second() {
    let replay = Replay::from_visit(&visit(&eventful()));
    // Visit seconds from and to, speed, seconds of playing.
    let cases = [
        (0u32, 10u32, 1.0, 10.0),
        (0, 10, 4.0, 2.5),
        (0, 10, 0.5, 20.0),
        (80, 90, 1.0, 10.0),
        (80, 690, 1.0, 11.0),
        (80, 700, 1.0, 21.0),
        (390, 690, 1.0, 0.5),
        (0, 720, 1.0, 121.0),
        (0, 720, 60.0, 3.0),
        (90, 690, 600.0, 1.0),
        (90, 690, 1200.0, 0.5),
        (0, 720, 1200.0, 0.6),
        (30, 30, 1.0, 0.0),
    ];
    for (from, to, speed, seconds) in cases {
        let ms = replay.playing_ms(1000 * u64::from(from), 1000 * u64::from(to), speed);
        assert!(close(ms, 1000.0 * seconds), "{from} to {to} at {speed}: {ms}");
        let reached = replay.advance(1000.0 * f64::from(from), ms, speed);
        assert!(close(reached, 1000.0 * f64::from(to)), "{from} to {to} at {speed}: {reached}");
        assert_eq!(replay.gaps()[0].is_skipped(speed), speed < 600.0, "{speed}");
    }
    // It goes no further than the end, and many small steps go as far as one.
    assert!(close(replay.advance(0.0, 1e12, 1e6), 720_000.0));
    let mut at = 0.0;
    for _ in 0..1_000 {
        at = replay.advance(at, 121.0, 1.0);
    }
    assert!(close(at, 720_000.0), "{at}");
}

#[test]
fn the_time_axis_shortens_gaps_and_is_invertible() {
    for visit in
        [visit(&eventful()), interrupted(), visit(&[]), visit(&[(5, Action::Pause(None)), (9, Action::Finish)])]
    {
        let replay = Replay::from_visit(&visit);
        let shares: Vec<f64> = (0..=replay.end_ms() / 1000).map(|second| replay.axis_position(1000 * second)).collect();
        assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
        for second in 0..=replay.end_ms() / 1000 {
            let back = replay.time_at_position(replay.axis_position(1000 * second));
            assert!(back.abs_diff(1000 * second) <= 1, "{second}: {back}");
        }
    }
    let replay = Replay::from_visit(&visit(&eventful()));
    // 120 s observed, and a pause that counts for 6 s of them.
    assert!(close(replay.axis_position(690_000) - replay.axis_position(90_000), 6.0 / 126.0));
    assert!(close(replay.axis_position(720_000), 1.0));
    let alone = Replay::from_visit(&begin(&definition(super::ITEMS)));
    assert!(close(alone.axis_position(0), 0.0) && alone.time_at_position(0.7) == 0);
}
