//! Suggestions for what was mistyped: the known name that is most like it.

use crate::store::{DocumentError, Folders, StoreError, checklists, scenarios, sessions, unfinished};
use crate::text::{Texts, clean, nearest};

/// Adds "Did you mean …?" to a message, on a line of its own, if there is a name like the one that was typed.
pub fn with_nearest<N: AsRef<str>>(
    message: String,
    texts: &Texts,
    typed: &str,
    names: impl IntoIterator<Item = N>,
) -> String {
    with_suggestion(message, texts, nearest(typed, names))
}

fn with_suggestion<N: AsRef<str>>(message: String, texts: &Texts, near: Option<N>) -> String {
    match near {
        Some(near) => format!("{message}\n{}", texts.with("cli-error-near", &[("near", near.as_ref().into())])),
        None => message,
    }
}

/// Adds a suggestion to the message for an id that leads to no checklist or scenario.
pub fn with_nearest_document(message: String, texts: &Texts, error: &StoreError, folders: &Folders) -> String {
    let (asked, ids): (_, Vec<String>) = match error {
        StoreError::Document(DocumentError::UnknownChecklist { asked }) => {
            (asked, checklists::load_all(folders).into_iter().map(|listed| listed.id).collect())
        }
        StoreError::Document(DocumentError::UnknownScenario { asked }) => {
            (asked, scenarios::load_all(folders).into_iter().map(|listed| listed.id).collect())
        }
        _ => return message,
    };
    with_nearest(message, texts, asked, ids)
}

/// Adds a suggestion to the message for the beginning of an id that is no visit's.
pub fn with_nearest_visit(message: String, texts: &Texts, typed: &str, folders: &Folders) -> String {
    let unfinished = unfinished::list_unfinished(folders).unwrap_or_default();
    let saved = sessions::heads(folders).filter_map(Result::ok).map(|head| head.id);
    let ids: Vec<String> = unfinished.into_iter().map(|one| one.id).chain(saved).collect();
    with_suggestion(message, texts, nearest_id(typed, ids.iter().map(String::as_str)))
}

/// Returns the id that begins most like what was typed; ids differ less than names, so that only one slip is forgiven.
pub fn nearest_id<'i>(typed: &str, ids: impl IntoIterator<Item = &'i str>) -> Option<&'i str> {
    /// The fewest characters that say which visit is meant.
    const FEWEST: usize = 4;
    let typed = clean(typed).to_lowercase();
    let is_near = |id: &&str| {
        let beginning = id.get(..typed.len()).unwrap_or(id);
        strsim::damerau_levenshtein(&typed, beginning) <= 1
    };
    (typed.len() >= FEWEST).then(|| ids.into_iter().find(is_near)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_an_id_is_forgiven() {
        let ids = ["0195c0de-0000-7000-8000-000000000001", "0199aaaa-0000-7000-8000-000000000001"];
        for (typed, expected) in [
            ("0195c0ed", Some(ids[0])),
            ("0195cade", Some(ids[0])),
            ("0199AAAB", Some(ids[1])),
            ("0195dead", None),
            ("019", None),
        ] {
            assert_eq!(nearest_id(typed, ids), expected, "{typed}");
        }
    }
}
