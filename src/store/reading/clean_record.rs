//! Cleans the names of a record that no list or table could show. A visit is never refused because of them.

use crate::text::tidy_name;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use std::borrow::Cow;

/// What stands for a name of which nothing can be shown.
const UNNAMED: &str = "?";

/// Cleans the names and ids that figures are listed under.
pub(super) fn clean(record: &mut Record<'_>) {
    for name in [
        &mut record.id,
        &mut record.site,
        &mut record.observer,
        &mut record.checklist,
        &mut record.version,
        &mut record.digest,
    ] {
        clean_name(name);
    }
    for text in [&mut record.site_name, &mut record.observer_name, &mut record.group] {
        clean_text(text);
    }
    if let Some(scenario) = &mut record.scenario
        && !is_clean(&scenario.id)
    {
        scenario.id = cleaned(&scenario.id);
    }
    record.failed_critical.iter_mut().for_each(clean_name);
    record.rows.iter_mut().for_each(clean_row);
}

fn clean_row(row: &mut RecordedAnswer<'_>) {
    [&mut row.item, &mut row.section, &mut row.response].into_iter().for_each(clean_name);
    [&mut row.attitude, &mut row.behaviour].into_iter().for_each(clean_text);
    if let RecordedValue::Many(chosen) = &mut row.value {
        chosen.iter_mut().for_each(clean_name);
    }
}

/// Cleans a name; one of which nothing is left becomes [`UNNAMED`].
fn clean_name(name: &mut Cow<'_, str>) {
    if !is_clean(name) {
        *name = Cow::Owned(cleaned(name));
    }
}

/// Cleans a text that need not be there.
fn clean_text(text: &mut Option<Cow<'_, str>>) {
    if let Some(name) = text
        && !is_clean(name)
    {
        *text = Some(tidy_name(name)).filter(|name| !name.is_empty()).map(Cow::Owned);
    }
}

fn cleaned(name: &str) -> String {
    let name = tidy_name(name);
    if name.is_empty() { UNNAMED.to_owned() } else { name }
}

/// Returns whether figures can be listed under a text: it is not empty, and nothing in it moves a cursor.
fn is_clean(text: &str) -> bool {
    !text.is_empty() && (text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(char::is_control))
}
