//! The replay driven by keys: what it shows, in both orders, at every size, in both languages.

use super::{eventful, interrupted, visit};
use crate::support::{Flow, Place, past_visit, saved_session};
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::screens::replay::ReplayScreen;
use esprit::app::screens::training_menu::TrainingRow;
use esprit::app::{Effect, Read, Screen, Target};
use esprit::text::Lang;
use esprit::visit::replay::Order;
use esprit::visit::{State, Visit};
use proptest::prelude::*;

fn record(visit: Visit) -> Message {
    Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt: None, play: None, named: None }))
}

/// Returns the keys that lead from the top of the training menu to the list of visits to replay.
pub fn to_row() -> String {
    let at = TrainingRow::ALL.iter().position(|row| *row == TrainingRow::Replay).unwrap();
    "Down ".repeat(at) + "Enter"
}

/// Opens the replay of a visit, stopped at its start.
pub fn open(lang: Lang, visit: Visit) -> Flow {
    let mut flow = Flow::new(lang);
    flow.send(record(visit)).keys("r Space");
    flow
}

fn replay(flow: &Flow) -> &ReplayScreen {
    let Screen::Replay(screen) = flow.model.screen() else { panic!("{:?}", flow.model.screen()) };
    screen
}

/// Lets time pass in a replay, in frames of a tenth of a second.
fn wait(flow: &mut Flow, ms: u64) {
    for _ in 0..ms / 100 {
        flow.ms += 100;
        flow.send(Message::Frame);
    }
}

/// Returns the number of the step just played, and the second reached.
fn place(flow: &Flow) -> (usize, u64) {
    (replay(flow).played, replay(flow).at_ms() / 1000)
}

#[test]
fn a_replay_plays_at_its_speed_and_stops_at_the_end() {
    let mut flow = Flow::new(Lang::En);
    flow.send(record(visit(&eventful()))).keys("r");
    assert!(flow.model.is_playing());
    flow.send(Message::Frame);
    wait(&mut flow, 9_900);
    assert_eq!(place(&flow), (1, 9));
    wait(&mut flow, 100);
    assert_eq!(place(&flow), (2, 10));
    // Four times as fast, then slower again; a key is pressed a second after the one before.
    flow.keys("Up Up");
    assert_eq!(place(&flow), (2, 13));
    wait(&mut flow, 2_000);
    assert_eq!(place(&flow), (3, 21));
    flow.keys("Down Down Down Down");
    assert!((replay(&flow).speed - 0.5).abs() < 1e-9);
    flow.keys("Up Up Up Up Up Up Up Up Up Up");
    assert!((replay(&flow).speed - 960.0).abs() < 1e-9);
    assert_eq!(place(&flow), (17, 720));
    assert!(!flow.model.is_playing(), "the end is the end");
    // From the end it starts over.
    flow.keys("Space");
    assert_eq!((place(&flow), flow.model.is_playing()), ((1, 0), true));
}

#[test]
fn a_pause_is_skipped_in_a_second_and_shown() {
    let mut flow = open(Lang::En, visit(&eventful()));
    flow.keys("Right Right Right Right Right Right Right Right Right");
    assert_eq!(place(&flow), (10, 90));
    flow.keys("Space");
    wait(&mut flow, 500);
    assert_eq!(place(&flow), (10, 390));
    assert!(flow.screen(80, 24).contains("pause · stock room … pause of 10\u{a0}min 00\u{a0}s, skipped"));
    wait(&mut flow, 500);
    assert_eq!(place(&flow), (11, 690));
    assert!(!flow.screen(80, 24).contains("skipped\n"));
}

#[test]
fn stepping_moves_between_events_and_stops_playback() {
    let mut flow = Flow::new(Lang::Fr);
    flow.send(record(visit(&eventful()))).keys("r Right");
    assert!(!flow.model.is_playing());
    let mut places = vec![place(&flow)];
    for key in ["Right", "Right", "Left", "End", "Right", "Left", "Home", "Left"] {
        flow.keys(key);
        places.push(place(&flow));
    }
    assert_eq!(places, [(2, 10), (3, 20), (4, 40), (3, 20), (17, 720), (17, 720), (16, 710), (1, 0), (1, 0)]);
}

#[test]
fn switching_the_order_keeps_the_moment() {
    let mut flow = open(Lang::En, visit(&eventful()));
    flow.keys("Right Right");
    assert!(flow.screen(80, 24).contains("in the order of entry"));
    assert!(flow.screen(80, 24).contains("·                        Says hello first"));
    flow.keys("o");
    assert_eq!((place(&flow), replay(&flow).order), ((6, 20), Order::Happened));
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("o");
    assert_eq!((place(&flow), replay(&flow).order), ((3, 20), Order::Recorded));
}

#[test]
fn jumping_to_an_item_shows_its_first_event() {
    let mut flow = open(Lang::En, visit(&eventful()));
    flow.keys("Enter Down Down Down Enter");
    assert_eq!(place(&flow), (8, 80));
    assert!(flow.screen(80, 24).contains("► ■ 1"), "{}", flow.screen(80, 24));
    // An item without any event cannot be jumped to, and the user is notified.
    flow.keys("Enter Down Down Enter");
    assert!(flow.screen(80, 24).contains("Nothing was recorded for this item."));
    flow.keys("Esc");
    assert_eq!(place(&flow), (8, 80));
    // The mouse does the same, and can click on the timeline.
    flow.send(Message::Clicked(Target::Row(0)));
    assert_eq!(place(&flow), (4, 40));
    flow.send(Message::Clicked(Target::Time(46_000)));
    assert_eq!(place(&flow), (5, 46));
    flow.send(Message::Wheel { down: true });
    assert_eq!(place(&flow), (6, 60));
}

#[test]
fn a_replay_opens_from_a_visit_and_the_training_menu_and_leads_back() {
    let place = Place::new();
    let path = saved_session(&place);
    let mut flow = Flow::new(Lang::En);
    flow.keys("Down Down Down Down Enter");
    flow.keys(&to_row());
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadPast))));
    assert!(flow.screen(80, 24).contains("Which visit to replay?"));
    flow.send(Message::Past { visits: vec![past_visit(&path)], done: true }).keys("Enter");
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadSession(asked))) if *asked == path));
    flow.send(record(visit(&eventful())));
    assert!(flow.model.is_playing(), "it plays at once");
    flow.keys("F1 Esc Esc");
    assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)));
    flow.keys("r");
    assert!(matches!(flow.model.screen(), Screen::Replay(_)));
    flow.keys("Esc Esc");
    assert!(matches!(flow.model.screen(), Screen::Past(_)));
    flow.keys("Esc");
    assert!(flow.screen(80, 24).contains("Replay a visit"), "{}", flow.screen(80, 24));
}

#[test]
fn suspended_time_is_not_played() {
    let mut flow = open(Lang::En, visit(&eventful()));
    flow.keys("Space");
    flow.send(Message::Frame);
    let before = replay(&flow).at_ms();
    flow.ms += 60_000;
    flow.send(Message::Frame);
    assert_eq!(replay(&flow).at_ms() - before, 1_000);
}

#[test]
fn a_doubtful_file_is_played_with_a_warning() {
    let mut flow = Flow::new(Lang::En);
    let doubt = Some(("verify-seal", vec![]));
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit {
        visit: visit(&eventful()),
        path: None,
        doubt,
        play: None,
        named: None,
    })))
    .keys("r Right");
    let head: String = flow.screen(80, 24).lines().nth(2).unwrap().to_owned();
    assert!(head.contains("seal"), "{head}");
}

#[test]
fn the_replay_screen_renders_in_both_languages_at_every_size() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut flow = open(lang, visit(&eventful()));
        flow.keys("Right Right Right Right Right Right Right Right");
        for (width, height) in [(80, 24), (60, 16), (120, 40)] {
            insta::assert_snapshot!(format!("replay_{name}_{width}x{height}"), flow.screen(width, height));
        }
        flow.keys("Enter");
        insta::assert_snapshot!(format!("replay_items_{name}_80x24"), flow.screen(80, 24));
    }
    let mut flow = open(Lang::Fr, interrupted());
    flow.keys("o Right Right Right");
    insta::assert_snapshot!("replay_clocks_fr_80x24", flow.screen(80, 24));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    /// Wherever keys and time lead, the visit shown is the fold up to there.
    #[test]
    fn after_any_keys_the_visit_shown_is_the_fold_up_to_there(
        keys in prop::collection::vec(prop::sample::select(vec![
            "Space", "Up", "Down", "Left", "Right", "Home", "End", "o", "Enter", "Esc", "r", "F1", "PageDown",
        ]), 1..80),
        size in prop::sample::select(vec![(80u16, 24u16), (60, 16), (40, 10), (3, 2), (0, 0), (120, 40)]),
        clocks in any::<bool>(),
    ) {
        let mut flow = open(Lang::Fr, if clocks { interrupted() } else { visit(&eventful()) });
        for key in keys {
            flow.keys(key);
            flow.screen(size.0, size.1);
            let Screen::Replay(screen) = flow.model.screen() else { continue };
            prop_assert!((1..=screen.steps().len()).contains(&screen.played));
            prop_assert!(screen.at_ms() <= screen.replay.end_ms());
            prop_assert!(screen.last().unwrap().at_ms <= screen.at_ms());
            if screen.order == Order::Recorded {
                let fold = State::fold(screen.whole().definition(), &screen.whole().events()[..screen.played]).unwrap();
                prop_assert_eq!(screen.then.state(), &fold);
            }
        }
    }
}
