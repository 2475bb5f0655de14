//! Hostile text in every field that a user, a checklist or a file can fill: no hostile character reaches a cell.

use crate::support::{Flow, buffer, definition, setup};
use esprit::app::message::Message;
use esprit::text::Lang;
use esprit::text::clean::is_hostile;
use esprit::visit::Visit;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// Characters that ratatui accepts as part of a grapheme, or drops; plain text separates them.
const PIECES: [&str; 16] = [
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "\u{fe0f}",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{7}",
    "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "界",
    "👨\u{200d}👩\u{200d}👧",
    "é",
    "word ",
];

fn hostile_text() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![prop::sample::select(&PIECES[..]).prop_map(str::to_owned), any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| format!("a{}z", pieces.concat()))
}

/// Checks that no cell holds a hostile character, more than one letter with its marks, or more columns than allowed.
fn assert_harmless(buffer: &Buffer, place: &str) {
    let width = usize::from(buffer.area.width.max(1));
    for (row, cells) in buffer.content.chunks(width).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let symbol = cell.symbol();
            assert!(!symbol.chars().any(is_hostile), "{place}: {symbol:?} at {column}, {row}");
            let marks = symbol.chars().filter(|c| c.to_string().width() == 0).count();
            assert!(marks <= 3, "{place}: {symbol:?} at {column}, {row}");
        }
    }
}

/// Returns a flow in a visit whose checklist, site, remark and observer contain a text.
fn visit(text: &str) -> Flow {
    let quoted = serde_json::to_string(text).unwrap();
    let items = format!(
        r#"{{"id": "a", "label": {quoted}, "response": {{"type": "behaviour", "partly": true}}, "guide": {{"yes": {quoted}, "no": {quoted}}}}},
        {{"id": "b", "label": {quoted}, "response": {{"type": "choice", "options": [{{"id": "x", "label": {quoted}}}]}}}},
        {{"id": "c", "label": {quoted}, "response": {{"type": "scale", "min": 0, "max": 5, "min_label": {quoted}, "max_label": {quoted}}}}},
        {{"id": "d", "label": {quoted}, "response": {{"type": "number", "unit": {quoted}}}}}"#
    );
    let definition = definition(&items);
    let mut setup = setup();
    let foreign = || Some("FOREIGN".to_owned());
    (setup.site.name, setup.site.group, setup.observer.name, setup.remark) =
        (foreign(), foreign(), foreign(), foreign());
    let mut flow = Flow::visit_with(Lang::En, &definition, setup);
    // The program cleans what is typed, but another may have written these events.
    if let Some(active) = &mut flow.model.shared.active_visit {
        let events = serde_json::to_string(active.visit.events()).unwrap().replace("\"FOREIGN\"", &quoted);
        active.visit = Visit::from_events(definition, serde_json::from_str(&events).unwrap()).unwrap();
    }
    flow
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_cell_of_any_screen_holds_a_hostile_character(text in hostile_text()) {
        for (place, keys) in [
            ("visit", ""),
            ("note", "c"),
            ("choices", "Down Enter"),
            ("scale", "Down Down Enter"),
            ("number", "Down Down Down Enter"),
            ("review", "n f"),
            ("leaving", "Ctrl+q"),
        ] {
            let mut flow = visit(&text);
            if !keys.is_empty() {
                flow.keys(keys);
            }
            flow.send(Message::Paste(text.clone()));
            for (width, height) in [(80, 24), (120, 40), (40, 10), (41, 11)] {
                assert_harmless(&buffer(&flow.model, &flow.texts, width, height, flow.ms), place);
            }
            if place == "visit" {
                flow.keys("y h").send(Message::Paste(text.clone()));
                assert_harmless(&buffer(&flow.model, &flow.texts, 80, 24, flow.ms), "cover notes");
                flow.keys("Esc f f f");
                assert_harmless(&buffer(&flow.model, &flow.texts, 80, 24, flow.ms), "finished");
            }
        }
    }

    #[test]
    fn no_cell_of_forms_and_filters_holds_a_hostile_character(text in hostile_text()) {
        for (place, keys) in [
            ("new visit", "Enter Down Down"),
            ("past visits", "Down Enter"),
            ("observer in the settings", "Down Down Down Down Down Enter Down Down Down Down Down Enter"),
            ("results filter", "r f"),
            ("class folder", "Down Down Down Down Enter Down Down Down Enter Down Enter"),
        ] {
            let mut flow = Flow::new(Lang::En);
            flow.keys(keys).send(Message::Paste(text.clone()));
            for (width, height) in [(80, 24), (40, 10)] {
                assert_harmless(&buffer(&flow.model, &flow.texts, width, height, flow.ms), place);
            }
        }
    }
}

#[test]
fn a_frame_is_cleaned_after_all_widgets_whatever_they_left_in_a_cell() {
    let flow =
        Flow::visit_with(Lang::En, &definition(r#"{"id": "a", "label": "A", "response": {"type": "text"}}"#), setup());
    let theme = esprit::ui::Theme::new(flow.model.shared.settings.theme, flow.model.shared.settings.glyphs);
    let now = crate::support::moment(flow.ms);
    let ctx = esprit::ui::RenderContext { model: &flow.model, texts: &flow.texts, theme, now };
    for symbol in PIECES.into_iter().filter(|piece| piece.chars().any(is_hostile)).chain([PIECES[11]]) {
        let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(80, 24)).unwrap();
        let draw = |frame: &mut ratatui::Frame<'_>| {
            // As a widget would leave it that cleans nothing: no other widget writes there.
            frame.buffer_mut()[(70, 12)].set_symbol(symbol);
            esprit::ui::render(&ctx, frame);
        };
        terminal.draw(draw).unwrap();
        assert_harmless(terminal.backend().buffer(), &format!("{symbol:?}"));
    }
}
