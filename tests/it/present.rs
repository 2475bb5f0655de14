//! The presentation of a checklist to a class: big letters, navigation by any key of a presenter, and a live visit.

use crate::support::{Flow, bundled};
use esprit::app::{Destination, Message, Screen};
use esprit::store::settings::Glyphs;
use esprit::text::Lang;
use esprit::visit::Kind;

fn presented(lang: Lang) -> Flow {
    let mut flow = Flow::new(lang);
    flow.send(Message::Start(Destination::Present(Some(bundled("customer")))));
    flow
}

fn item_shown(flow: &Flow) -> usize {
    let Screen::Present(screen) = flow.model.screen() else { panic!("{:?}", flow.model.screen()) };
    screen.open.as_ref().unwrap().items.selected
}

#[test]
fn an_item_is_shown_big_with_its_guide_and_position() {
    insta::assert_snapshot!("fr-80", presented(Lang::Fr).keys("Right").screen(80, 24));
    insta::assert_snapshot!("en-120", presented(Lang::En).keys("Right Right").screen(120, 40));
    insta::assert_snapshot!("en-60", presented(Lang::En).keys("Right").screen(60, 16));
}

#[test]
fn arrows_and_presenters_change_items_and_numbers_jump() {
    let mut flow = presented(Lang::Fr);
    for (keys, item) in [
        ("Right", 1),
        ("Space", 2),
        ("PageDown", 3),
        ("PageUp", 2),
        ("Left", 1),
        ("End", 35),
        ("Right", 35),
        ("Home", 0),
        ("1 2", 0),
        ("Enter", 11),
        ("9 9 9", 11),
        ("Enter", 35),
        ("0 Enter", 0),
        // Unshifted, as the digits of a French keyboard are.
        ("& é Enter", 11),
        ("4 Right", 12),
    ] {
        flow.keys(keys);
        assert_eq!(item_shown(&flow), item, "{keys}");
    }
    assert!(flow.keys("1 2").screen(80, 24).contains("Point 12, puis Entrée"));
}

#[test]
fn the_guide_can_be_hidden_the_overview_jumps_and_blank_is_blank() {
    let mut flow = presented(Lang::En);
    assert!(flow.keys("Right").screen(80, 24).contains("Partly:"));
    let bare = flow.keys("g").screen(80, 24);
    assert!(!bare.contains("Partly:") && bare.contains("show guidance"), "{bare}");
    let overview = flow.keys("Tab").screen(80, 24);
    assert!(overview.contains("► ") && overview.contains("Greeting"), "{overview}");
    flow.keys("Down Down Enter");
    assert_eq!(item_shown(&flow), 3);
    for wake in ["Esc", "x", "Right"] {
        let before = flow.screen(80, 24);
        assert_eq!(flow.keys("b").screen(80, 24).trim(), "");
        assert_eq!(flow.keys(wake).screen(80, 24).lines().next(), before.lines().next(), "{wake}");
    }
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Training(_)));
    assert!(flow.model.shared.key_history.is_none());
}

#[test]
fn a_live_visit_is_a_training_visit_that_shows_its_keys() {
    let mut flow = presented(Lang::Fr);
    flow.keys("v");
    let (started, _) = flow.visit_ref().state().started().unwrap();
    assert_eq!((started.kind, started.site.label()), (Kind::Training, "Démonstration"));
    flow.keys("Down o");
    assert_eq!(flow.value(1), "yes");
    insta::assert_snapshot!("live", flow.screen(80, 24));
    // Letters typed into a note are not shown as commands.
    flow.keys("c").typed("no");
    assert!(flow.model.shared.key_history.as_ref().unwrap().keys().next().unwrap().1.is_none());
    flow.keys("Esc f f f");
    assert!(matches!(flow.model.screen(), Screen::Finished(_)), "{:?}", flow.model.screen());
}

#[test]
fn big_letters_render_at_every_size_with_safe_glyphs_too() {
    for lang in Lang::ALL {
        let mut flow = presented(lang);
        for glyphs in [Glyphs::Unicode, Glyphs::Safe] {
            flow.model.shared.settings.glyphs = glyphs;
            for (width, height) in [(0, 0), (1, 1), (40, 10), (41, 19), (41, 20), (60, 16), (80, 24), (200, 60)] {
                for keys in ["Right", "g", "Tab", "Tab", "b", "b", "g"] {
                    flow.keys(keys).screen(width, height);
                }
            }
        }
    }
}

#[test]
fn a_checklist_is_chosen_from_the_training_menu() {
    let mut flow = Flow::new(Lang::En);
    flow.model.shared.library = Some(esprit::store::checklists::bundled());
    flow.keys("Down Down Down Down Enter Down Down Enter");
    assert!(flow.screen(80, 24).contains("Present a checklist"));
    flow.keys("Down Enter");
    assert!(flow.screen(80, 24).contains("1 of 36"), "{}", flow.screen(80, 24));
}

#[test]
fn every_bundled_item_is_big_at_80_columns_with_its_guide() {
    let mut plain = Vec::new();
    for lang in Lang::ALL {
        for id in ["customer", "management", "internal", "practice"] {
            let mut flow = Flow::new(lang);
            flow.send(Message::Start(Destination::Present(Some(bundled(id)))));
            for item in bundled(id).items().map(|(_, item)| item) {
                let screen = flow.screen(80, 24);
                if screen.contains(item.label.get(lang)) {
                    plain.push(format!("{id} {} {}", item.id, item.label.get(lang)));
                }
                flow.keys("Right");
            }
        }
    }
    assert_eq!(plain, Vec::<String>::new());
}
