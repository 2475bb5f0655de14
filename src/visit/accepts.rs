//! Which values are valid answers to a response.

use super::checklist::Response;
use super::value::Value;

/// Returns whether `value` is a valid answer to `response`. "Not applicable" and "not observed" always are.
pub fn accepts(response: &Response, value: &Value) -> bool {
    if value.is_set_aside() {
        return true;
    }
    match (response, value) {
        (Response::Behaviour { partly, .. }, Value::Text(text)) => match text.as_str() {
            Value::YES | Value::NO => true,
            Value::PARTLY => *partly,
            _ => false,
        },
        (Response::Scale { min, max, .. }, Value::Integer(n)) => (min..=max).contains(&n),
        (Response::Choice { options, multiple: false }, Value::Text(id)) => options.iter().any(|o| o.id == *id),
        (Response::Choice { options, multiple: true }, Value::Many(ids)) => {
            !ids.is_empty()
                && ids.iter().enumerate().all(|(i, id)| !ids.iter().take(i).any(|earlier| earlier == id))
                && ids.iter().all(|id| options.iter().any(|o| o.id == *id && (ids.len() == 1 || !o.exclusive)))
        }
        (Response::Count { .. } | Response::Timer { .. }, Value::Integer(n)) => *n >= 0,
        (Response::Timer { .. }, Value::Text(text)) => text == Value::NEVER,
        (Response::Number { min, max, .. }, Value::Integer(_) | Value::Number(_)) => {
            value.as_number().is_some_and(|number| {
                number.is_finite() && min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)
            })
        }
        (Response::Text {}, Value::Text(text)) => !text.is_empty(),
        _ => false,
    }
}
