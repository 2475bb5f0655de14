//! Cleans what people type before it becomes an event, so that a visit never holds text that nothing can show.

use super::action::Action;
use super::engine::VisitSetup;
use super::event::{Observer, Site};
use super::value::Value;
use crate::text::{clean, clean_lines, tidy_name};
use std::borrow::Cow;

/// Returns a setup with its names and its remark as they are kept.
pub(super) fn clean_setup(setup: VisitSetup) -> VisitSetup {
    let tidy = |text: Option<String>| text.map(|text| tidy_name(&text)).filter(|text| !text.is_empty());
    VisitSetup {
        site: Site { name: tidy(setup.site.name), group: tidy(setup.site.group), ..setup.site },
        observer: Observer { name: tidy(setup.observer.name), ..setup.observer },
        remark: tidy(setup.remark),
        ..setup
    }
}

/// Returns an action with its text cleaned. Notes and answers may have several lines, labels and reasons one.
pub(super) fn clean_action(action: &Action) -> Cow<'_, Action> {
    let line = |text: &Option<String>| text.as_deref().map(|text| clean(text).into_owned());
    Cow::Owned(match action {
        Action::Answer { item, value: Value::Text(text), seen } => {
            Action::Answer { item: *item, value: Value::Text(clean_lines(text).into_owned()), seen: *seen }
        }
        Action::Note { item, text } => Action::Note { item: *item, text: clean_lines(text).into_owned() },
        Action::Mark(text @ Some(_)) => Action::Mark(line(text)),
        Action::Pause(reason @ Some(_)) => Action::Pause(line(reason)),
        other => return Cow::Borrowed(other),
    })
}
