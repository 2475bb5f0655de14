//! Cleans what people type before it becomes an event, so that a visit never holds text that nothing can show.

use super::action::Action;
use super::event::{HeaderFact, Observer, Site};
use super::value::Value;
use crate::text::{clean, clean_lines, tidy_name};
use std::borrow::Cow;

/// Returns a site with its name and group as they are kept.
pub(super) fn clean_site(site: Site) -> Site {
    Site { name: tidy(site.name), group: tidy(site.group), ..site }
}

/// Returns an observer with the name as it is kept.
pub(super) fn clean_observer(observer: Observer) -> Observer {
    Observer { name: tidy(observer.name), ..observer }
}

/// Returns a name or a remark as it is kept; `None` if nothing is left of it.
pub(super) fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| tidy_name(&text)).filter(|text| !text.is_empty())
}

/// Returns a fact about a visit with its names or its remark as they are kept.
fn clean_fact(fact: HeaderFact) -> HeaderFact {
    match fact {
        HeaderFact::Site(site) => HeaderFact::Site(clean_site(site)),
        HeaderFact::Observer(observer) => HeaderFact::Observer(clean_observer(observer)),
        HeaderFact::Kind(kind) => HeaderFact::Kind(kind),
        HeaderFact::Remark(remark) => HeaderFact::Remark(tidy_name(&remark)),
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
        Action::ChangeHeader(fact) => Action::ChangeHeader(clean_fact(fact.clone())),
        Action::Mark(text @ Some(_)) => Action::Mark(line(text)),
        Action::Pause(reason @ Some(_)) => Action::Pause(line(reason)),
        other => return Cow::Borrowed(other),
    })
}
