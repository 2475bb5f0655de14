//! How typed digits, numbers, times and days are understood.

use esprit::app::key::Key;
use esprit::app::keymap::Command;
use esprit::app::screens::results::filter_form::date;
use esprit::app::screens::visit::chooser::{Chooser, Decision};
use esprit::app::screens::visit::line_entry::{parse_ago_ms, parse_number};
use esprit::visit::{Response, Value};

#[test]
fn digits_select_a_scale_step_once_unambiguous() {
    let scale = Response::Scale { min: 0, max: 10, min_label: None, max_label: None };
    let typed = |digits: &[u8]| {
        let mut chooser = Chooser::new(&scale, None);
        digits
            .iter()
            .find_map(|&digit| chooser.digit(digit))
            .or_else(|| chooser.update(Key::Enter.into(), Some(Command::Keep)))
    };
    for (digits, step) in [(&[7][..], 7), (&[1, 0], 10), (&[1], 1), (&[0], 0), (&[1, 5], 5)] {
        assert_eq!(typed(digits), Some(Decision::Answer(Value::Integer(step))), "{digits:?}");
    }
}

#[test]
fn times_ago_are_parsed_in_common_notations() {
    let cases = [
        ("20", Some(20_000)),
        ("20s", Some(20_000)),
        ("4 min", Some(240_000)),
        ("4m", Some(240_000)),
        ("1h", Some(3_600_000)),
        ("", None),
        ("m", None),
        ("-3", None),
        ("3x", None),
        ("99999999999999999999", None),
        ("9999999999999999999h", None),
    ];
    for (text, ms) in cases {
        assert_eq!(parse_ago_ms(text), ms, "{text}");
    }
}

#[test]
fn numbers_are_parsed_with_comma_or_point_only() {
    let cases = [
        ("3,5", Some(3.5)),
        ("3.5", Some(3.5)),
        ("1 200", Some(1200.0)),
        ("-2", Some(-2.0)),
        ("inf", None),
        ("1e9", None),
        ("", None),
    ];
    for (text, value) in cases {
        assert_eq!(parse_number(text), value, "{text}");
    }
}

#[test]
fn days_are_parsed_in_both_languages() {
    let day = jiff::civil::date(2026, 3, 1);
    for text in ["2026-03-01", "1/3/2026", "01/03/2026", "01.03.2026"] {
        assert_eq!(date(text), Some(day), "{text}");
    }
    for text in ["", "3/2026", "31/02/2026", "1/3/26", "hier", "1/3/2026/4"] {
        assert_eq!(date(text), None, "{text}");
    }
}
