//! How the lines of a dialogue are understood.

use esprit::plain::line_command::{LineCommand, parse_line};
use esprit::text::Lang;
use esprit::text::typed_number::InputProblem;
use esprit::visit::checklist::ChoiceOption;
use esprit::visit::{Action, Response, TimerPress, Value};

fn response(json: &str) -> Response {
    serde_json::from_str(json).unwrap()
}

#[test]
fn lines_are_parsed_by_the_items_response_type() {
    let behaviour = Response::default();
    let strict = response(r#"{"type": "behaviour", "partly": false}"#);
    let scale = response(r#"{"type": "scale", "min": 0, "max": 10}"#);
    let count = response(r#"{"type": "count"}"#);
    let timer = response(r#"{"type": "timer"}"#);
    let fact = response(r#"{"type": "number"}"#);
    let words = response(r#"{"type": "text"}"#);
    let text = |text: &str| Some(LineCommand::Answer(Value::text(text)));
    let cases = [
        ("y", &behaviour, text("yes")),
        (" o ", &behaviour, text("yes")),
        ("p", &behaviour, text("partly")),
        ("p", &strict, None),
        ("n", &behaviour, text("no")),
        ("x", &scale, text("not_applicable")),
        ("v", &words, text("not_observed")),
        ("=v", &words, text("v")),
        ("=next", &words, text("next")),
        ("Bonne journée", &words, text("Bonne journée")),
        ("yes", &behaviour, text("yes")),
        ("OUI", &behaviour, text("yes")),
        ("Non", &behaviour, text("no")),
        ("X", &behaviour, text("not_applicable")),
        ("maybe", &behaviour, None),
        ("10", &scale, Some(LineCommand::Answer(Value::Integer(10)))),
        ("11", &scale, None),
        ("2,5", &scale, None),
        ("2,5", &fact, Some(LineCommand::Answer(Value::Number(2.5)))),
        ("+", &count, Some(LineCommand::Count)),
        ("4", &count, Some(LineCommand::Answer(Value::Integer(4)))),
        ("-4", &count, None),
        ("+", &timer, None),
        ("start", &timer, Some(LineCommand::Timer(TimerPress::Start))),
        ("stop", &timer, Some(LineCommand::Timer(TimerPress::Stop))),
        ("never", &timer, Some(LineCommand::Timer(TimerPress::Never))),
        ("1 min 30", &timer, Some(LineCommand::Answer(Value::Integer(90_000)))),
        ("12,5", &timer, Some(LineCommand::Answer(Value::Integer(12_500)))),
        ("", &behaviour, Some(LineCommand::Next)),
        ("note  du  vent ", &behaviour, Some(LineCommand::Note("du  vent".to_owned()))),
        ("note", &behaviour, None),
        ("mark", &behaviour, Some(LineCommand::Act(Action::Mark(Some(String::new()))))),
        ("ago 20", &behaviour, Some(LineCommand::Ago("20".to_owned()))),
        ("finish now", &behaviour, None),
    ];
    for (line, response, meaning) in cases {
        assert_eq!(parse_line(line, Some(response), Lang::Fr).ok(), meaning, "{line:?} for {}", response.type_name());
    }
    assert_eq!(parse_line("y", None, Lang::En), Err(InputProblem::Invalid));
    assert_eq!(parse_line("finish", None, Lang::En), Ok(LineCommand::Finish));
}

#[test]
fn an_option_with_a_commands_name_takes_precedence() {
    let options = ["x", "quit", "c"].map(|id| ChoiceOption { id: id.to_owned(), ..ChoiceOption::default() }).to_vec();
    let one = Response::Choice { options: options.clone(), multiple: false };
    let several = Response::Choice { options, multiple: true };
    let parse_line = |text: &str, response: &Response| parse_line(text, Some(response), Lang::En).ok();
    let many = |ids: &[&str]| Some(LineCommand::Answer(Value::Many(ids.iter().map(|id| (*id).to_owned()).collect())));
    assert_eq!(parse_line("quit", &one), Some(LineCommand::Answer(Value::text("quit"))));
    assert_eq!(parse_line("x", &one), Some(LineCommand::Answer(Value::text("x"))));
    assert_eq!(parse_line("3", &one), Some(LineCommand::Answer(Value::text("c"))));
    assert_eq!(parse_line("v", &one), Some(LineCommand::Answer(Value::text("not_observed"))));
    assert_eq!(parse_line("x, 3", &several), many(&["x", "c"]));
    assert_eq!(parse_line("x x", &several), None);
    assert_eq!(parse_line("undo", &one), Some(LineCommand::Act(Action::Undo)));
}
