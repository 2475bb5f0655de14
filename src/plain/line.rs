//! What a line means: a command, or an answer to the item asked.

use crate::app::screens::visit::entry::number;
use crate::visit::engine::accepts;
use crate::visit::{Response, Value};

/// A line that was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// On to the next item.
    Next,
    /// Back to the item before.
    Back,
    /// To an item: its id, or its number.
    Goto(String),
    /// A note for the item asked.
    Note(String),
    /// The next answer was seen so many seconds ago.
    Ago(String),
    /// A mark.
    Mark(String),
    /// A mark, by its number, or the last one, belongs to the item asked.
    Bind(String),
    /// A pause.
    Pause(String),
    /// The end of a pause.
    Continue,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The item has no answer any more.
    Clear,
    /// Every item with its answer.
    List,
    /// What can be typed.
    Help,
    /// The end of the visit.
    Finish,
    /// The end of the program; the visit can be resumed.
    Quit,
    /// One more in a tally.
    Count,
    /// A timer starts.
    Start,
    /// A timer stops.
    Stop,
    /// What a timer waits for did not happen.
    Never,
    /// An answer.
    Answer(Value),
}

/// Reads a line; `None` where it means nothing for this item. `=` before an answer in words says that it is no command.
#[must_use]
pub fn read(text: &str, response: Option<&Response>) -> Option<Line> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim();
    if let (Some(literal), Some(response)) = (text.strip_prefix('='), response) {
        let literal = literal.trim();
        return match response {
            Response::Text {} => Some(Line::Answer(Value::text(literal))).filter(|_| !literal.is_empty()),
            _ => answer(literal, response),
        };
    }
    // An option may be called anything, and then it is what was meant.
    if let Some(response @ Response::Choice { .. }) = response
        && let Some(line) = answer(text, response)
    {
        return Some(line);
    }
    let command = match (word, rest) {
        ("" | "next", "") => Line::Next,
        ("back", "") => Line::Back,
        ("goto", item) if !item.is_empty() => Line::Goto(item.to_owned()),
        ("note", note) if !note.is_empty() => Line::Note(note.to_owned()),
        ("ago", seconds) if !seconds.is_empty() => Line::Ago(seconds.to_owned()),
        ("mark", word) => Line::Mark(word.to_owned()),
        ("bind", seq) => Line::Bind(seq.to_owned()),
        ("pause", reason) => Line::Pause(reason.to_owned()),
        ("continue", "") => Line::Continue,
        ("undo", "") => Line::Undo,
        ("redo", "") => Line::Redo,
        ("clear", "") => Line::Clear,
        ("list", "") => Line::List,
        ("help" | "?", "") => Line::Help,
        ("finish", "") => Line::Finish,
        ("quit", "") => Line::Quit,
        _ => return response.and_then(|response| answer(text, response)),
    };
    Some(command)
}

/// Reads an answer to an item.
fn answer(text: &str, response: &Response) -> Option<Line> {
    let value = match (response, text) {
        (Response::Choice { options, multiple }, _) => choice(text, options, *multiple).or_else(|| set_aside(text)),
        (_, "x" | "v") => set_aside(text),
        (Response::Behaviour { .. }, "y" | "o") => Some(Value::text(Value::YES)),
        (Response::Behaviour { .. }, "p") => Some(Value::text(Value::PARTLY)),
        (Response::Behaviour { .. }, "n") => Some(Value::text(Value::NO)),
        (Response::Count { .. }, "+") => return Some(Line::Count),
        (Response::Timer { .. }, "start") => return Some(Line::Start),
        (Response::Timer { .. }, "stop") => return Some(Line::Stop),
        (Response::Timer { .. }, "never") => return Some(Line::Never),
        (Response::Timer { .. }, _) => number(text).map(|seconds| Value::number((seconds * 1000.0).round())),
        (Response::Text {}, _) => Some(Value::text(text)),
        (Response::Scale { .. } | Response::Count { .. } | Response::Number { .. }, _) => {
            number(text).map(Value::number)
        }
        (Response::Behaviour { .. }, _) => None,
    };
    value.filter(|value| accepts(response, value)).map(Line::Answer)
}

fn set_aside(text: &str) -> Option<Value> {
    match text {
        "x" => Some(Value::text(Value::NOT_APPLICABLE)),
        "v" => Some(Value::text(Value::NOT_OBSERVED)),
        _ => None,
    }
}

/// Reads options by their ids or their numbers, several with spaces or commas between them.
fn choice(text: &str, options: &[crate::visit::checklist::ChoiceOption], multiple: bool) -> Option<Value> {
    let one = |name: &str| {
        let by_id = options.iter().find(|option| option.id == name);
        let by_number = || options.get(name.parse::<usize>().ok()?.checked_sub(1)?);
        by_id.or_else(by_number).map(|option| option.id.clone())
    };
    if !multiple {
        return one(text).map(Value::Text);
    }
    let names = text.split([' ', ',']).filter(|name| !name.is_empty());
    let mut ids = names.map(one).collect::<Option<Vec<_>>>().filter(|ids| !ids.is_empty())?;
    // As the screens keep them, whatever the order in which they were typed.
    ids.sort_by_key(|id| options.iter().position(|option| option.id == *id));
    Some(Value::Many(ids))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visit::checklist::ChoiceOption;

    fn response(json: &str) -> Response {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn lines_are_read_by_the_type_of_the_item() {
        let behaviour = Response::default();
        let strict = response(r#"{"type": "behaviour", "partly": false}"#);
        let scale = response(r#"{"type": "scale", "min": 0, "max": 10}"#);
        let count = response(r#"{"type": "count"}"#);
        let timer = response(r#"{"type": "timer"}"#);
        let fact = response(r#"{"type": "number"}"#);
        let words = response(r#"{"type": "text"}"#);
        let text = |text: &str| Some(Line::Answer(Value::text(text)));
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
            ("yes", &behaviour, None),
            ("10", &scale, Some(Line::Answer(Value::Integer(10)))),
            ("11", &scale, None),
            ("2,5", &scale, None),
            ("2,5", &fact, Some(Line::Answer(Value::Number(2.5)))),
            ("+", &count, Some(Line::Count)),
            ("4", &count, Some(Line::Answer(Value::Integer(4)))),
            ("-4", &count, None),
            ("+", &timer, None),
            ("start", &timer, Some(Line::Start)),
            ("stop", &timer, Some(Line::Stop)),
            ("never", &timer, Some(Line::Never)),
            ("12,5", &timer, Some(Line::Answer(Value::Integer(12_500)))),
            ("", &behaviour, Some(Line::Next)),
            ("note  du  vent ", &behaviour, Some(Line::Note("du  vent".to_owned()))),
            ("note", &behaviour, None),
            ("mark", &behaviour, Some(Line::Mark(String::new()))),
            ("ago 20", &behaviour, Some(Line::Ago("20".to_owned()))),
            ("finish now", &behaviour, None),
        ];
        for (line, response, meaning) in cases {
            assert_eq!(read(line, Some(response)), meaning, "{line:?} for {}", response.type_name());
        }
        assert_eq!(read("y", None), None);
        assert_eq!(read("finish", None), Some(Line::Finish));
    }

    #[test]
    fn an_option_may_have_the_name_of_a_command() {
        let options =
            ["x", "quit", "c"].map(|id| ChoiceOption { id: id.to_owned(), ..ChoiceOption::default() }).to_vec();
        let one = Response::Choice { options: options.clone(), multiple: false };
        let several = Response::Choice { options, multiple: true };
        let many = |ids: &[&str]| Some(Line::Answer(Value::Many(ids.iter().map(|id| (*id).to_owned()).collect())));
        assert_eq!(read("quit", Some(&one)), Some(Line::Answer(Value::text("quit"))));
        assert_eq!(read("x", Some(&one)), Some(Line::Answer(Value::text("x"))));
        assert_eq!(read("3", Some(&one)), Some(Line::Answer(Value::text("c"))));
        assert_eq!(read("v", Some(&one)), Some(Line::Answer(Value::text("not_observed"))));
        assert_eq!(read("x, 3", Some(&several)), many(&["x", "c"]));
        assert_eq!(read("x x", Some(&several)), None);
        assert_eq!(read("undo", Some(&one)), Some(Line::Undo));
    }
}
