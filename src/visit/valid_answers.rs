//! The answers that an item takes, as a message for the author of a scenario.

use super::checklist::Response;

/// Returns the arguments of the message that lists the answers to a response.
pub(crate) fn answers(response: &Response) -> Vec<(&'static str, String)> {
    let limit = |limit: &Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let (none, own) = (String::new, || response.own_answers().join(", "));
    let (kind, names, least, most) = match response {
        Response::Choice { multiple: true, .. } => ("several", own(), none(), none()),
        Response::Behaviour { .. } | Response::Choice { .. } => ("names", own(), none(), none()),
        Response::Scale { min, max, .. } => ("scale", none(), min.to_string(), max.to_string()),
        Response::Count { .. } => ("count", none(), none(), none()),
        Response::Timer { .. } => ("timer", none(), none(), none()),
        Response::Number { min, max, .. } => {
            let kind = match (min, max) {
                (Some(_), Some(_)) => "number-between",
                (Some(_), None) => "number-from",
                (None, Some(_)) => "number-to",
                (None, None) => "number",
            };
            (kind, none(), limit(min), limit(max))
        }
        Response::Text {} => ("text", none(), none(), none()),
    };
    vec![("kind", kind.to_owned()), ("names", names), ("least", least), ("most", most)]
}
