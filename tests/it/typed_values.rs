//! How typed digits, numbers, times and days are understood.

use crate::support::{Flow, Place, assert_table, definition, definition_text};
use esprit::app::key::Key;
use esprit::app::keymap::Command;
use esprit::app::screens::results::filter_form::date;
use esprit::app::screens::visit::chooser::{Chooser, Decision};
use esprit::app::screens::visit::line_entry::typed_value;
use esprit::report::visit_words::value;
use esprit::text::typed_duration::{TimeOfDay, TypedTime, parse_duration_ms, parse_time};
use esprit::text::typed_number::{InputProblem, digit_value, parse_amount, parse_number};
use esprit::text::{Lang, Texts};
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
fn durations_are_parsed_in_common_notations() {
    let cases = [
        ("20", Some(20_000)),
        ("20s", Some(20_000)),
        ("90 s", Some(90_000)),
        ("90 secondes", Some(90_000)),
        ("1:30", Some(90_000)),
        ("1:02:03", Some(3_723_000)),
        ("1 min 30", Some(90_000)),
        ("1 min 30 s", Some(90_000)),
        ("1 MIN. 30", Some(90_000)),
        ("1m30", Some(90_000)),
        ("1'30", Some(90_000)),
        ("1’30’’", Some(90_000)),
        ("2,5 min", Some(150_000)),
        ("2.5\u{a0}min", Some(150_000)),
        ("4m", Some(240_000)),
        ("1h", Some(3_600_000)),
        ("1 h 05", Some(3_900_000)),
        ("1 h 30 min", Some(5_400_000)),
        ("１：３０", Some(90_000)),
        ("٩٠", Some(90_000)),
        ("0,25", Some(250)),
        ("", None),
        ("m", None),
        ("-3", None),
        ("3x", None),
        ("1 min 90", None),
        ("1:90", None),
        ("30 s 1 min", None),
        ("1:2:3:4", None),
        ("99999999999999999999", None),
        ("9999999999999999999h", None),
    ];
    let parsed = |lang: Lang| {
        cases.into_iter().map(move |(text, ms)| (format!("{lang:?} {text:?}"), parse_duration_ms(text, lang).ok(), ms))
    };
    assert_table(parsed(Lang::Fr).chain(parsed(Lang::En)));
}

#[test]
fn a_time_of_day_says_when_something_was_seen() {
    let at = |hour, minute| Some(TypedTime::At(TimeOfDay { hour, minute, second: None }));
    let cases = [
        ("10:02", at(10, 2)),
        ("10h02", at(10, 2)),
        ("10 h 02", at(10, 2)),
        ("à 10 h 02", at(10, 2)),
        ("2:15 pm", at(14, 15)),
        ("12:05 AM", at(0, 5)),
        ("3 p.m.", at(15, 0)),
        ("１０：０２", at(10, 2)),
        ("10:02:30", Some(TypedTime::At(TimeOfDay { hour: 10, minute: 2, second: Some(30) }))),
        ("4 min", Some(TypedTime::Ago(240_000))),
        ("il y a 4 min", Some(TypedTime::Ago(240_000))),
        ("4 min ago", Some(TypedTime::Ago(240_000))),
        ("10h", Some(TypedTime::Ago(36_000_000))),
        ("24:00", None),
        ("10:60", None),
        ("13:00 pm", None),
        ("noon", None),
    ];
    assert_table(cases.map(|(text, time)| (text.to_owned(), parse_time(text, Lang::Fr).ok(), time)));
}

#[test]
fn numbers_are_parsed_with_the_separators_of_the_language() {
    let both = [
        ("3,5", 3.5),
        ("3.5", 3.5),
        (",5", 0.5),
        ("12,", 12.0),
        ("1 200", 1200.0),
        ("1\u{202f}234\u{a0}567,8", 1_234_567.8),
        ("1 234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1'234.50", 1234.5),
        ("1.234.567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("1,2345", 1.2345),
        ("0,125", 0.125),
        ("1.234", 1.234),
        ("1234,567", 1234.567),
        ("-2", -2.0),
        ("−2,5", -2.5),
        ("１２", 12.0),
        ("١٢٫٥", 12.5),
        ("१२", 12.0),
        ("12 €", 12.0),
        ("12,50€", 12.5),
        ("12€50", 12.5),
        ("€12.50", 12.5),
        ("-€5", -5.0),
        ("$1,234.50", 1234.5),
        ("£ 3", 3.0),
        ("45 EUR", 45.0),
        ("45 euros", 45.0),
        ("CHF 1’250.–", f64::NAN),
    ];
    let parsed = |lang: Lang| {
        both.into_iter().map(move |(text, value)| {
            let number = parse_amount(text, lang).ok().map(|amount| amount.number);
            (format!("{lang:?} {text:?}"), number, Some(value).filter(|value| !value.is_nan()))
        })
    };
    assert_table(parsed(Lang::Fr).chain(parsed(Lang::En)));
    let invalid =
        ["inf", "1e9", "", "-", ",", "€", "1 2", "12 34", "1,23,4", "1.2.3", "1,234.5,6", "5 apples", "+5", "²"];
    assert_table(invalid.map(|text| (text.to_owned(), parse_amount(text, Lang::En).ok(), None)));
}

#[test]
fn a_comma_before_three_digits_is_ambiguous_in_english_only() {
    let two = |thousands: &str, decimal: &str| {
        Err(InputProblem::Ambiguous { thousands: thousands.to_owned(), decimal: decimal.to_owned() })
    };
    let cases = [
        ("1,234", Lang::En, two("1234", "1.234")),
        ("-12,345", Lang::En, two("-12345", "-12.345")),
        ("€123,456", Lang::En, two("123456", "123.456")),
        ("1,234", Lang::Fr, Ok(1.234)),
        ("1 234", Lang::En, Ok(1234.0)),
    ];
    assert_table(cases.map(|(text, lang, value)| {
        (format!("{lang:?} {text}"), parse_amount(text, lang).map(|amount| amount.number), value)
    }));
    // A tally has no decimals, so that one reading is left.
    let count = Response::Count { bands: Vec::new() };
    assert_eq!(typed_value(&count, "1,234", Lang::En), Ok(Value::Integer(1234)));
    assert_eq!(
        typed_value(&Response::Number { unit: None, min: None, max: None, message: None }, "1,234", Lang::En),
        two("1234", "1.234").map(Value::number)
    );
}

#[test]
fn digits_of_any_script_are_digits() {
    for digits in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "๐๑๒๓๔๕๖๗๘๙", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡"]
    {
        let values: Vec<_> = digits.chars().map(digit_value).collect();
        assert_eq!(values, (0..10).map(Some).collect::<Vec<_>>(), "{digits}");
    }
    assert_eq!(['a', '²', '½', '三', '①'].map(digit_value), [None; 5]);
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

fn number(unit: Option<&str>) -> Response {
    let unit = unit.map(|unit| serde_json::from_value(unit.into()).unwrap());
    Response::Number { unit, min: None, max: None, message: None }
}

#[test]
fn a_currency_is_taken_only_where_the_unit_is_that() {
    let timer = Response::Timer { starts: None, bands: Vec::new() };
    let count = Response::Count { bands: Vec::new() };
    let other = |unit: &str| Err(InputProblem::OtherUnit(unit.to_owned()));
    let cases = [
        (number(Some("€")), "12,50 €", Ok(12.5)),
        (number(Some("€ par mois")), "12 euros", Ok(12.0)),
        (number(Some("euros")), "12€50", Ok(12.5)),
        (number(Some("€")), "12 $", other("€")),
        (number(Some("USD")), "$12", Ok(12.0)),
        (number(Some("min")), "5 €", other("min")),
        (number(Some("min")), "5", Ok(5.0)),
        (number(None), "5 CHF", Ok(5.0)),
        (number(None), "5 € $", Err(InputProblem::Invalid)),
        (number(None), "€5€", Err(InputProblem::Invalid)),
        (count.clone(), "3 €", Err(InputProblem::Currency)),
        (timer.clone(), "90 €", Err(InputProblem::Currency)),
        (timer, "1 min 30 €", Err(InputProblem::Currency)),
    ];
    let typed =
        |response: &Response, text| typed_value(response, text, Lang::Fr).map(|value| value.as_number().unwrap());
    assert_table(cases.map(|(response, text, value)| (format!("{response:?} {text}"), typed(&response, text), value)));
    assert_eq!(parse_time("5 €", Lang::Fr), Err(InputProblem::Currency));
}

#[test]
fn a_number_is_kept_exactly_or_refused() {
    for exact in ["0.1", "123456789012345", "0.000000001", "9007199254740992", "12.50", "007", "0.10"] {
        assert!(parse_number(exact, Lang::En).is_ok(), "{exact}");
    }
    for huge in ["9007199254740993", "12345678901234567890", "0.12345678901234567890", "1000000000000000.01"] {
        assert_eq!(parse_number(huge, Lang::En), Err(InputProblem::TooManyDigits), "{huge}");
    }
}

#[test]
fn a_number_is_shown_as_it_was_recorded() {
    let item =
        definition(r#"{"id": "paid", "label": "Paid", "response": {"type": "number", "unit": "€"}}"#).item(0).clone();
    let shown = |number| value(&Texts::new(Lang::En), &item, &Value::number(number));
    let cases = [(0.001, "0.001"), (12.5, "12.50"), (12.345, "12.345"), (1234.0, "1,234"), (-0.004, "-0.004")];
    assert_table(cases.map(|(number, text)| (text.to_owned(), shown(number), format!("{text}\u{a0}€"))));
}

#[test]
fn what_does_not_fit_is_said_in_a_sentence() {
    for (lang, unit, text, said) in [
        (Lang::En, "€", "5 $", "names another unit: type the number in €."),
        (Lang::Fr, "min", "5 €", "porte une autre unité\u{a0}: écrivez le nombre en min."),
        (Lang::En, "€", "12345678901234567890", "more digits than can be kept"),
    ] {
        let mut flow = Flow::visit(
            lang,
            &definition(&format!(r#"{{"id": "n", "label": "N", "response": {{"type": "number", "unit": "{unit}"}}}}"#)),
        );
        flow.keys("Enter").typed(text).keys("Enter");
        let screen = flow.screen(100, 24).replace('\n', " ");
        assert!(screen.contains(said), "{said}: {screen}");
        let place = Place::new();
        let checklist = place.dir.path().join("c.json");
        let text_of = definition_text(&format!(
            r#"{{"id": "n", "label": "N", "response": {{"type": "number", "unit": "{unit}"}}}}"#
        ));
        std::fs::write(&checklist, text_of).unwrap();
        let args = ["visit", checklist.to_str().unwrap(), "--site", "x", "--observer", "y", "--plain"];
        let (_, _, err) = place.run(lang.code(), &args, &format!("{text}\nquit\n"));
        assert!(err.contains(said), "{said}: {err}");
    }
}
