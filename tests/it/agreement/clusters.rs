//! Answers from one meeting are correlated: how much that widens the intervals of observers, and what it means for who
//! is ready.

use super::{checklist, classes, expecting, figures, sheet};
use esprit::analysis::agreement::figures::{Agreement, Figure, Verdict};
use esprit::report::{Format, RenderOptions, agreement};
use esprit::stats::Undefined;
use esprit::stats::{Confidence, Count, Resampling, bca, design_effect, mean_interval, ratio_of_sums, wilson};
use esprit::text::{Lang, Texts};
use std::sync::LazyLock;

const ITEMS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const SITES: [&str; 4] = ["s1", "s2", "s3", "s4"];
const C95: Confidence = Confidence::NINETY_FIVE;

/// Compares an observer with the right answers: for each meeting, the indices of the items answered wrongly.
fn compared(wrong: &[&[usize]]) -> Agreement {
    let right: Vec<(&str, &str)> = ITEMS.into_iter().zip(["yes", "no"].into_iter().cycle()).collect();
    let given = |wrong: &[usize]| -> Vec<(&'static str, &'static str)> {
        let other = |answer: &str| if answer == "yes" { "no" } else { "yes" };
        let one = |(place, (item, answer)): (usize, (&'static str, &'static str))| {
            (item, if wrong.contains(&place) { other(answer) } else { answer })
        };
        ITEMS.into_iter().zip(["yes", "no"].into_iter().cycle()).enumerate().map(one).collect()
    };
    let records: Vec<_> = SITES.into_iter().zip(wrong).map(|(site, wrong)| sheet(site, "ana", &given(wrong))).collect();
    let expected: Vec<(&str, &[(&str, &str)])> = SITES.into_iter().map(|site| (site, right.as_slice())).collect();
    figures(&expecting(classes(&records, &checklist(&ITEMS, "")), &expected))
}

/// Two errors in each of four meetings.
static SPREAD: LazyLock<Agreement> = LazyLock::new(|| compared(&[&[0, 1], &[2, 3], &[4, 5], &[6, 7]]));
/// As many errors in two meetings of four: in one of them too severe, in the other too lenient.
static HEAPED: LazyLock<Agreement> = LazyLock::new(|| compared(&[&[0, 2, 4, 6], &[1, 3, 5, 7], &[], &[]]));
/// No errors, in one, two and three meetings.
static RIGHT: LazyLock<[Agreement; 3]> =
    LazyLock::new(|| [compared(&[&[]]), compared(&[&[], &[]]), compared(&[&[], &[], &[]])]);

fn width(figure: &Figure) -> f64 {
    figure.upper.unwrap() - figure.lower.unwrap()
}

#[test]
fn clustered_errors_give_wider_intervals_than_spread_ones() {
    let (spread, heaped) = (&SPREAD.comparisons[0], &HEAPED.comparisons[0]);
    let (one, other) = (&spread.observers[0], &heaped.observers[0]);
    assert_eq!((one.agreed.value, other.agreed.value), (Some(0.8), Some(0.8)));
    let alone = wilson(Count { successes: 32.0, n: 40 }, C95).unwrap().interval;
    assert_eq!((one.agreed.lower, one.agreed.upper), (Some(alone.lower), Some(alone.upper)), "never narrower");
    assert!(spread.clustering.share.effect.unwrap() < 0.1 && heaped.clustering.share.effect.unwrap() > 1.5);
    assert_eq!((heaped.clustering.share.freedom, heaped.clustering.share.n), (Some(3.0), 40));
    assert!(width(&other.agreed) > 1.5 * width(&one.agreed), "{:?} {:?}", one.agreed, other.agreed);
    assert!(width(&other.kappa) > 1.5 * width(&one.kappa), "{:?} {:?}", one.kappa, other.kappa);
    assert!(width(&other.leniency) > 1.2 * width(&one.leniency), "{:?} {:?}", one.leniency, other.leniency);
}

#[test]
fn ready_needs_three_meetings() {
    let verdicts = [Verdict::NotYet, Verdict::NotYet, Verdict::Ready];
    let undefined = [Undefined::TooFewLevels, Undefined::NoVariation, Undefined::NoVariation];
    for ((found, verdict), why) in RIGHT.iter().zip(verdicts).zip(undefined) {
        let row = &found.comparisons[0].observers[0];
        assert!(row.agreed.lower.unwrap() > 0.7, "{row:?}");
        assert_eq!(row.verdict, verdict, "{}", row.meetings);
        assert_eq!(found.comparisons[0].clustering.share.undefined, Some(why));
    }
}

#[test]
fn the_design_effect_or_its_absence_is_reported() {
    let said = |found: &Agreement, lang| {
        let bytes = agreement::render(found, &Texts::new(lang), Format::Text, RenderOptions::default()).unwrap();
        String::from_utf8(bytes)
            .unwrap()
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let cases: [(&Agreement, [&str; 2]); 4] = [
        (&HEAPED, ["tell as much as one that stands alone", "sont liées\u{a0}:"]),
        (&SPREAD, ["are no more correlated than", "ne sont pas plus liées"]),
        (&RIGHT[0], ["nobody was in two meetings", "personne n’en a vu deux"]),
        (&RIGHT[1], ["agreed always or never", "toujours concordé, ou jamais"]),
    ];
    for (found, expected) in cases {
        for (lang, expected) in [Lang::En, Lang::Fr].into_iter().zip(expected) {
            let text = said(found, lang);
            assert!(text.contains(expected), "{expected}: {text}");
            let ready = if lang == Lang::En { "over at least 3 meetings" } else { "sur au moins 3 situations" };
            assert!(text.contains(ready), "{text}");
        }
    }
}

/// The simulated world: meetings, how strongly answers of one meeting correlate, and whether by the meeting (for all
/// observers alike) or by each observer separately.
#[derive(Clone, Copy, Debug)]
struct World {
    meetings: usize,
    correlation: f64,
    shared: bool,
}

/// How often each interval contains the truth, in percent: the share with Wilson's interval for independent answers,
/// with the bootstrap over meetings, as computed here; the mean with t for independent answers, as computed here.
type Coverage = [f64; 5];

fn coverage(world: World, observers: usize, share: f64, turns: u32) -> Coverage {
    const ITEMS: usize = 20;
    let mut random = fastrand::Rng::with_seed(7);
    // With this probability an answer is the meeting's, otherwise its own: two answers of a meeting correlate by its
    // square.
    let common = world.correlation.sqrt();
    let points = |draw: f64| {
        if draw < 0.7 {
            0.0
        } else if draw < 0.9 {
            0.5
        } else {
            1.0
        }
    };
    let mut held = [0_u32; 5];
    for _ in 0..turns {
        let meetings: Vec<[f64; 2]> = (0..world.meetings).map(|_| [random.f64(), random.f64()]).collect();
        let mut draw = |of: usize| -> Vec<Vec<f64>> {
            let mut meeting = |meeting: &[f64; 2]| {
                let whole = if world.shared { meeting[of] } else { random.f64() };
                let one = |random: &mut fastrand::Rng| if random.f64() < common { whole } else { random.f64() };
                let draws = (0..ITEMS).map(|_| one(&mut random));
                draws.map(|draw| if of == 0 { f64::from(u8::from(draw < share)) } else { points(draw) }).collect()
            };
            meetings.iter().map(&mut meeting).collect()
        };
        let groups: [Vec<Vec<Vec<f64>>>; 2] = [0, 1].map(|of| (0..observers).map(|_| draw(of)).collect());
        let count = |values: &[Vec<f64>]| Count {
            successes: values.iter().flatten().sum(),
            n: values.iter().map(Vec::len).sum::<usize>() as u64,
        };
        let (agreed, gave) = (&groups[0][0], groups[1][0].concat());
        let units: Vec<(f64, f64)> =
            agreed.iter().map(|values| (values.iter().sum(), f64::from(u32::try_from(ITEMS).unwrap()))).collect();
        let many =
            if world.meetings < 8 { Resampling::Exhaustive } else { Resampling::Seeded { seed: 1, resamples: 499 } };
        let found = bca(&mut ratio_of_sums(&units), C95, many).unwrap().interval;
        let (alone, given) = (wilson(count(agreed), C95).unwrap().interval, mean_interval(&gave, C95).unwrap());
        let effects = [&groups[0], &groups[1]].map(|groups| design_effect(groups));
        let wide = effects[0].map_or(alone, |effect| effect.share(count(agreed), C95).unwrap().interval);
        let mean = effects[1].map_or(given, |effect| effect.mean(&gave, C95).unwrap());
        let limits = |found: esprit::stats::MeanEstimate| found.precision.map(|precision| precision.interval).ok();
        let truths = [share, share, share, 0.2, 0.2];
        let intervals = [Some(alone), found, Some(wide), limits(given), limits(mean)];
        for ((held, interval), truth) in held.iter_mut().zip(intervals).zip(truths) {
            *held += u32::from(interval.is_some_and(|limits| limits.lower <= truth && truth <= limits.upper));
        }
    }
    held.map(|held| 100.0 * f64::from(held) / f64::from(turns))
}

/// Takes minutes: `cargo test --test it clusters -- --ignored --nocapture`.
#[test]
#[ignore = "a simulation, for whoever changes the method"]
fn intervals_have_their_nominal_coverage() {
    eprintln!("meetings correlation shared observers share | Wilson BCa here | t here");
    for (shared, meetings) in [false, true].into_iter().flat_map(|shared| [3, 6, 20].map(|n| (shared, n))) {
        for (correlation, observers) in [0.0, 0.05, 0.15].into_iter().flat_map(|c| [1, 12].map(|n| (c, n))) {
            for share in [0.7, 0.9] {
                let world = World { meetings, correlation, shared };
                let [alone, bca, here, t, mean] = coverage(world, observers, share, 1000);
                eprintln!(
                    "{meetings:8} {correlation:11} {shared:6} {observers:9} {share:5} | {alone:5.1} {bca:5.1} {here:5.1} | {t:5.1} {mean:5.1}"
                );
                // An effect of the meeting shared by all observers can be estimated from the meetings only, however
                // many observers there are: with three meetings, four intervals of five contain the truth then.
                let least = if shared && observers > 1 && correlation > 0.1 { 75.0 } else { 88.0 };
                assert!(here > least && mean > least, "{world:?} {observers} {share}: {here} {mean}");
            }
        }
    }
}
