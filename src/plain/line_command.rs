//! Parses a typed line: a command, or an answer to the current item.

use super::questions::by_id_or_number;
use crate::app::screens::visit::line_entry::parse_number;
use crate::app::visit_facts::VisitFact;
use crate::visit::engine::accepts;
use crate::visit::{Action, Response, TimerPress, Value};

/// A parsed line.
#[derive(Clone, Debug, PartialEq)]
pub enum LineCommand {
    /// Moves to the next item.
    Next,
    /// Moves to the previous item.
    Back,
    /// Moves to an item, by its id or number.
    Goto(String),
    /// Sets the note of the current item.
    Note(String),
    /// Sets how many seconds ago the next answer was observed.
    Ago(String),
    /// Performs an action that is about no item.
    Act(Action),
    /// Assigns a mark to the current item, by its number; empty for the last one.
    Bind(String),
    /// Removes the answer of the current item.
    Clear,
    /// Changes a fact about the visit, as typed.
    Fact(VisitFact, String),
    /// Shows everything that will be sealed.
    Review,
    /// Lists all items with their answers.
    List,
    /// Shows the commands.
    Help,
    /// Finishes the visit.
    Finish,
    /// Ends the program; the visit can be resumed.
    Quit,
    /// Adds one to a tally.
    Count,
    /// Presses a button of a timer.
    Timer(TimerPress),
    /// Answers the current item.
    Answer(Value),
}

/// Parses a line; returns `None` if it is not valid for this item. A leading `=` marks the rest as an answer, even if
/// it reads like a command.
pub fn parse_line(text: &str, response: Option<&Response>) -> Option<LineCommand> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim();
    if let (Some(literal), Some(response)) = (text.strip_prefix('='), response) {
        let literal = literal.trim();
        return match response {
            Response::Text {} => Some(LineCommand::Answer(Value::text(literal))).filter(|_| !literal.is_empty()),
            _ => parse_answer(literal, response),
        };
    }
    // An option may have the name of a command; it takes precedence then.
    if let Some(response @ Response::Choice { .. }) = response
        && let Some(line) = parse_answer(text, response)
    {
        return Some(line);
    }
    let command = match (word, rest) {
        ("" | "next", "") => LineCommand::Next,
        ("back", "") => LineCommand::Back,
        ("goto", item) if !item.is_empty() => LineCommand::Goto(item.to_owned()),
        ("note", note) if !note.is_empty() => LineCommand::Note(note.to_owned()),
        ("ago", seconds) if !seconds.is_empty() => LineCommand::Ago(seconds.to_owned()),
        ("mark", word) => LineCommand::Act(Action::Mark(Some(word.to_owned()))),
        ("bind", seq) => LineCommand::Bind(seq.to_owned()),
        ("pause", reason) => LineCommand::Act(Action::Pause(Some(reason.to_owned()))),
        ("continue", "") => LineCommand::Act(Action::Continue),
        ("undo", "") => LineCommand::Act(Action::Undo),
        ("redo", "") => LineCommand::Act(Action::Redo),
        ("clear", "") => LineCommand::Clear,
        ("site", name) if !name.is_empty() => LineCommand::Fact(VisitFact::Site, name.to_owned()),
        ("observer", name) if !name.is_empty() => LineCommand::Fact(VisitFact::Observer, name.to_owned()),
        ("kind", kind) if !kind.is_empty() => LineCommand::Fact(VisitFact::Kind, kind.to_owned()),
        ("remark", remark) => LineCommand::Fact(VisitFact::Remark, remark.to_owned()),
        ("review", "") => LineCommand::Review,
        ("list", "") => LineCommand::List,
        ("help" | "?", "") => LineCommand::Help,
        ("finish", "") => LineCommand::Finish,
        ("quit", "") => LineCommand::Quit,
        _ => return response.and_then(|response| parse_answer(text, response)),
    };
    Some(command)
}

/// Parses an answer to an item.
fn parse_answer(text: &str, response: &Response) -> Option<LineCommand> {
    let value = match (response, text) {
        (Response::Choice { options, multiple }, _) => {
            parse_options(text, options, *multiple).or_else(|| parse_set_aside(text))
        }
        (_, "x" | "v") => parse_set_aside(text),
        (Response::Behaviour { .. }, "y" | "o") => Some(Value::text(Value::YES)),
        (Response::Behaviour { .. }, "p") => Some(Value::text(Value::PARTLY)),
        (Response::Behaviour { .. }, "n") => Some(Value::text(Value::NO)),
        (Response::Count { .. }, "+") => return Some(LineCommand::Count),
        (Response::Timer { .. }, "start") => return Some(LineCommand::Timer(TimerPress::Start)),
        (Response::Timer { .. }, "stop") => return Some(LineCommand::Timer(TimerPress::Stop)),
        (Response::Timer { .. }, "never") => return Some(LineCommand::Timer(TimerPress::Never)),
        (Response::Timer { .. }, _) => parse_number(text).map(|seconds| Value::number((seconds * 1000.0).round())),
        (Response::Text {}, _) => Some(Value::text(text)),
        (Response::Scale { .. } | Response::Count { .. } | Response::Number { .. }, _) => {
            parse_number(text).map(Value::number)
        }
        (Response::Behaviour { .. }, _) => None,
    };
    value.filter(|value| accepts(response, value)).map(LineCommand::Answer)
}

fn parse_set_aside(text: &str) -> Option<Value> {
    match text {
        "x" => Some(Value::text(Value::NOT_APPLICABLE)),
        "v" => Some(Value::text(Value::NOT_OBSERVED)),
        _ => None,
    }
}

/// Parses options by id or number; several are separated by spaces or commas.
fn parse_options(text: &str, options: &[crate::visit::checklist::ChoiceOption], multiple: bool) -> Option<Value> {
    let one = |name: &str| by_id_or_number(options, name, |option| &option.id).map(|option| option.id.clone());
    if !multiple {
        return one(text).map(Value::Text);
    }
    let names = text.split([' ', ',']).filter(|name| !name.is_empty());
    let mut ids = names.map(one).collect::<Option<Vec<_>>>().filter(|ids| !ids.is_empty())?;
    // In the order of the checklist, as the screens store them.
    ids.sort_by_key(|id| options.iter().position(|option| option.id == *id));
    Some(Value::Many(ids))
}
