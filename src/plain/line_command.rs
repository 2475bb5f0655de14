//! Parses a typed line: a command, or an answer to the current item.

use super::questions::by_id_or_number;
use crate::app::screens::visit::line_entry::typed_value;
use crate::app::visit_facts::VisitFact;
use crate::text::Lang;
use crate::text::typed_number::InputProblem;
use crate::visit::checklist::ChoiceOption;
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

/// Parses a line. A leading `=` marks the rest as an answer, even if it reads like a command.
///
/// # Errors
/// Fails if the line is not valid for this item, or is a number that can be read as two.
pub fn parse_line(text: &str, response: Option<&Response>, lang: Lang) -> Result<LineCommand, InputProblem> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim();
    if let (Some(literal), Some(response)) = (text.strip_prefix('='), response) {
        let literal = literal.trim();
        return match response {
            Response::Text {} => typed_value(response, literal, lang).map(LineCommand::Answer),
            _ => parse_answer(literal, response, lang),
        };
    }
    // An option may have the name of a command; it takes precedence then.
    if let Some(response @ Response::Choice { .. }) = response
        && let Ok(line) = parse_answer(text, response, lang)
    {
        return Ok(line);
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
        ("continue", "") => LineCommand::Act(Action::Continue(None)),
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
        _ => return response.ok_or(InputProblem::Invalid).and_then(|response| parse_answer(text, response, lang)),
    };
    Ok(command)
}

/// Parses an answer to an item. The words for a behaviour may be in capitals.
fn parse_answer(text: &str, response: &Response, lang: Lang) -> Result<LineCommand, InputProblem> {
    let value = match (response, text) {
        (Response::Choice { options, multiple }, _) => {
            parse_options(text, options, *multiple).or_else(|| parse_set_aside(text))
        }
        (Response::Behaviour { .. }, _) => parse_behaviour(&text.to_lowercase()),
        (_, "x" | "v") => parse_set_aside(text),
        (Response::Count { .. }, "+") => return Ok(LineCommand::Count),
        (Response::Timer { .. }, "start") => return Ok(LineCommand::Timer(TimerPress::Start)),
        (Response::Timer { .. }, "stop") => return Ok(LineCommand::Timer(TimerPress::Stop)),
        (Response::Timer { .. }, "never") => return Ok(LineCommand::Timer(TimerPress::Never)),
        _ => Some(typed_value(response, text, lang)?),
    };
    value.filter(|value| accepts(response, value)).map(LineCommand::Answer).ok_or(InputProblem::Invalid)
}

fn parse_behaviour(text: &str) -> Option<Value> {
    match text {
        "y" | "yes" | "o" | "oui" => Some(Value::text(Value::YES)),
        "p" => Some(Value::text(Value::PARTLY)),
        "n" | "no" | "non" => Some(Value::text(Value::NO)),
        _ => parse_set_aside(text),
    }
}

fn parse_set_aside(text: &str) -> Option<Value> {
    match text {
        "x" => Some(Value::text(Value::NOT_APPLICABLE)),
        "v" => Some(Value::text(Value::NOT_OBSERVED)),
        _ => None,
    }
}

/// Parses options by id or number; several are separated by spaces or commas.
fn parse_options(text: &str, options: &[ChoiceOption], multiple: bool) -> Option<Value> {
    let one = |name: &str| by_id_or_number(options, name, |option| &option.id);
    if !multiple {
        return one(text).map(|option| Value::Text(option.id.clone()));
    }
    let mut chosen: Vec<&ChoiceOption> = Vec::new();
    for name in text.split([' ', ',']).filter(|name| !name.is_empty()) {
        let option = one(name)?;
        // As on the screens, an option takes the place of those that exclude it.
        chosen.retain(|earlier| !earlier.excludes(option));
        chosen.push(option);
    }
    // In the order of the checklist, as the screens store them.
    chosen.sort_by_key(|one| options.iter().position(|option| option.id == one.id));
    (!chosen.is_empty()).then(|| Value::Many(chosen.into_iter().map(|option| option.id.clone()).collect()))
}
