//! What a sheet of questions cannot say of a checklist, carried beside it, so that a checklist that was exported comes
//! back as it was.
//!
//! Each difference names its place, what the sheet says there and what the checklist says. Where the sheet still says
//! the same when it is read again, the checklist's own is put there; where the author has changed the sheet, the sheet
//! holds. Ids and other facts of the whole checklist, of which the sheet says nothing, are always put in place.

use crate::text::is_hostile;
use crate::visit::digest::{canonical, digest};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the sheet says at a place is told by its text up to this length, in bytes, otherwise by its digest.
const LONGEST: usize = 200;
/// The parts of an item that are carried as a whole, because their parts make sense together only.
const WHOLE: [&str; 2] = ["when", "note_required_on"];

/// A difference between a checklist and what its sheet says.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Keys and ids from the checklist down, between slashes: `title`, `sections/listening/x_owner`, `items/listening.empathy/weight`.
    pub place: String,
    /// What the sheet says there, see [`saying`]; empty where it says nothing.
    pub sheet: String,
    /// What the checklist says there, as JSON; empty where it says nothing.
    pub checklist: String,
}

impl Carried {
    fn new(place: &str, sheet: Option<&Value>, checklist: Option<&Value>) -> Self {
        let checklist = checklist.map(json_text).unwrap_or_default();
        Self { place: place.to_owned(), sheet: saying(sheet), checklist }
    }

    /// Returns what the checklist says there; `None` if that is no JSON.
    fn value(&self) -> Option<Option<Value>> {
        if self.checklist.is_empty() { Some(None) } else { serde_json::from_str(&self.checklist).ok().map(Some) }
    }

    /// Returns the item and the option whose id this changes.
    fn option(&self) -> Option<(String, String)> {
        let keys = keys(&self.place);
        match keys.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["items", item, "response", "options", option, "id"] => Some((item.to_owned(), option.to_owned())),
            _ => None,
        }
    }

    /// Returns the section whose id this changes.
    fn section(&self) -> Option<String> {
        let keys = keys(&self.place);
        match keys.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["sections", section, "id"] => Some(section.to_owned()),
            _ => None,
        }
    }
}

/// Returns canonical JSON in which no character is hidden or changed by a spreadsheet.
pub fn json_text(value: &Value) -> String {
    use std::fmt::Write as _;
    let text = canonical(value).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    // Spreadsheets of the XLSX kind take `_x0041_` for a character.
    let text = text.replace("_x", "_\\u0078");
    if !text.chars().any(is_hostile) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hostile(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| drop(write!(escaped, "\\u{unit:04x}")));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Returns how a value is told to be the same: its JSON, or the digest of a long one.
fn saying(value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    let text = json_text(value);
    if text.len() <= LONGEST { text } else { digest(value).unwrap_or_default() }
}

fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    one.map(|value| canonical(value).ok()) == other.map(|value| canonical(value).ok())
}

/// Returns the differences between what a sheet says and the checklist that it was made from.
pub fn differences(sheet: &Value, checklist: &Value) -> Vec<Carried> {
    let mut found = Vec::new();
    for key in all_keys(sheet, checklist).filter(|key| *key != "sections") {
        if !is_same(sheet.get(key), checklist.get(key)) {
            found.push(Carried::new(&escape(key), sheet.get(key), checklist.get(key)));
        }
    }
    if shape(sheet) != shape(checklist) {
        found.push(Carried::new("sections", sheet.get("sections"), checklist.get("sections")));
        return found;
    }
    let mut sheet = sheet.clone();
    let renamed = option_ids(&sheet, checklist);
    rename_options(&mut sheet, &renamed);
    found.extend(renamed.into_iter().flat_map(|(item, ids)| {
        let place = move |option: &str| format!("items/{}/response/options/{}/id", escape(&item), escape(option));
        ids.into_iter().map(move |(old, new)| Carried::new(&place(&old), Some(&old.into()), Some(&new.into())))
    }));
    for (sheet, checklist) in list(&sheet, "sections").iter().zip(list(checklist, "sections")) {
        let place = format!("sections/{}", escape(id(sheet)));
        for key in all_keys(sheet, checklist).filter(|key| *key != "items") {
            compare(&place, key, (sheet.get(key), checklist.get(key)), &mut found);
        }
        for (sheet, checklist) in list(sheet, "items").iter().zip(list(checklist, "items")) {
            let place = format!("items/{}", escape(id(sheet)));
            for key in all_keys(sheet, checklist) {
                compare(&place, key, (sheet.get(key), checklist.get(key)), &mut found);
            }
        }
    }
    found
}

/// Compares what stands at a key, part by part where both are objects, or lists of as many things with ids.
fn compare(above: &str, key: &str, (sheet, checklist): (Option<&Value>, Option<&Value>), found: &mut Vec<Carried>) {
    if is_same(sheet, checklist) {
        return;
    }
    let place = format!("{above}/{}", escape(key));
    match (sheet, checklist) {
        (Some(one @ Value::Object(_)), Some(other @ Value::Object(_))) if !WHOLE.contains(&key) => {
            for key in all_keys(one, other) {
                compare(&place, key, (one.get(key), other.get(key)), found);
            }
        }
        (Some(Value::Array(ones)), Some(Value::Array(others))) if have_same_ids(ones, others) => {
            for (one, other) in ones.iter().zip(others) {
                compare(&place, id(one), (Some(one), Some(other)), found);
            }
        }
        _ => found.push(Carried::new(&place, sheet, checklist)),
    }
}

/// Returns the ids of options that the sheet has made of their labels, with the checklist's own, by item.
fn option_ids(sheet: &Value, checklist: &Value) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut renamed: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (one, other) in items(sheet).zip(items(checklist)) {
        let (ones, others) = (options(one), options(other));
        if ones.len() == others.len() {
            let ids = ones.iter().map(id).zip(others.iter().map(id)).filter(|(old, new)| old != new);
            let ids: BTreeMap<String, String> = ids.map(|(old, new)| (old.to_owned(), new.to_owned())).collect();
            if !ids.is_empty() {
                renamed.insert(id(one).to_owned(), ids);
            }
        }
    }
    renamed
}

/// Gives options other ids, wherever they are named: in conditions, for notes and in guides.
fn rename_options(document: &mut Value, renamed: &BTreeMap<String, BTreeMap<String, String>>) {
    for item in items_mut(document) {
        if let Some(when) = item.get_mut("when") {
            rename_in_condition(when, renamed);
        }
        let Some(ids) = renamed.get(id(item)) else { continue };
        let options = item.get_mut("response").and_then(|response| response.get_mut("options"));
        for option in options.and_then(Value::as_array_mut).into_iter().flatten() {
            option.get_mut("id").into_iter().for_each(|id| rename(id, ids));
        }
        for value in item.get_mut("note_required_on").and_then(Value::as_array_mut).into_iter().flatten() {
            rename(value, ids);
        }
        if let Some(guide) = item.get_mut("guide").and_then(Value::as_object_mut) {
            let named = |(key, text)| (ids.get(&key).cloned().unwrap_or(key), text);
            *guide = std::mem::take(guide).into_iter().map(named).collect();
        }
    }
}

fn rename_in_condition(when: &mut Value, renamed: &BTreeMap<String, BTreeMap<String, String>>) {
    let ids = when.get("item").and_then(Value::as_str).and_then(|item| renamed.get(item));
    for (key, part) in when.as_object_mut().into_iter().flatten() {
        match (key.as_str(), part) {
            ("is", Value::Array(values)) => {
                values.iter_mut().for_each(|value| ids.into_iter().for_each(|ids| rename(value, ids)));
            }
            ("all" | "any", Value::Array(conditions)) => {
                conditions.iter_mut().for_each(|condition| rename_in_condition(condition, renamed));
            }
            ("not", condition) => rename_in_condition(condition, renamed),
            _ => {}
        }
    }
}

fn rename(value: &mut Value, ids: &BTreeMap<String, String>) {
    if let Some(new) = value.as_str().and_then(|id| ids.get(id)) {
        *value = new.clone().into();
    }
}

/// Puts what is carried in place where the sheet still says what it said. Returns the places whose value cannot be read.
pub fn put_back(document: &mut Value, carried: &[Carried]) -> Vec<String> {
    let (readable, broken): (Vec<&Carried>, Vec<&Carried>) = carried.iter().partition(|one| one.value().is_some());
    let value = |one: &Carried| one.value().flatten();
    let text = |one: &Carried| value(one).and_then(|value| value.as_str().map(str::to_owned));
    let mut renamed: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    let mut rest = Vec::new();
    for one in readable {
        if let Some(((item, option), new)) = one.option().zip(text(one)) {
            renamed.entry(item).or_default().insert(option, new);
        } else if let Some((section, new)) = one.section().zip(text(one)) {
            sections.insert(section, new);
        } else if one.place == "sections" && saying(document.get("sections")) == one.sheet {
            document.as_object_mut().into_iter().for_each(|object| set(object, "sections", value(one)));
        } else {
            rest.push(one);
        }
    }
    rename_options(document, &renamed);
    for one in rest {
        let keys = keys(&one.place);
        let Some((parent, key)) = parent(document, &keys) else { continue };
        let is_unchanged = keys.len() == 1 || saying(parent.get(key)) == one.sheet;
        if is_unchanged && one.place != "sections" {
            set(parent, key, value(one));
        }
    }
    for section in list_mut(document, "sections") {
        section.get_mut("id").into_iter().for_each(|id| rename(id, &sections));
    }
    broken.into_iter().map(|one| one.place.clone()).collect()
}

fn set(parent: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    match value {
        Some(value) => drop(parent.insert(key.to_owned(), value)),
        None => drop(parent.remove(key)),
    }
}

/// Returns the object that a path leads to, and the last key.
fn parent<'v, 'k>(document: &'v mut Value, keys: &'k [String]) -> Option<(&'v mut Map<String, Value>, &'k str)> {
    let (last, above) = keys.split_last()?;
    let (start, rest) = match above {
        [kind, named, rest @ ..] if kind == "items" => (items_mut(document).find(|item| id(item) == named)?, rest),
        [kind, named, rest @ ..] if kind == "sections" => {
            (list_mut(document, "sections").iter_mut().find(|section| id(section) == named)?, rest)
        }
        _ => (document, above),
    };
    let found = rest.iter().try_fold(start, |value, key| match value {
        Value::Object(object) => object.get_mut(key),
        Value::Array(values) => values.iter_mut().find(|value| id(value) == key),
        _ => None,
    })?;
    Some((found.as_object_mut()?, last))
}

/// Returns the ids of the items of each section.
fn shape(document: &Value) -> Vec<Vec<&str>> {
    let sections = list(document, "sections").iter();
    sections.map(|section| list(section, "items").iter().map(id).collect()).collect()
}

fn have_same_ids(ones: &[Value], others: &[Value]) -> bool {
    let ids: BTreeSet<&str> = ones.iter().map(id).collect();
    !ids.contains("") && ids.len() == ones.len() && ones.iter().map(id).eq(others.iter().map(id))
}

fn id(value: &Value) -> &str {
    value.get("id").and_then(Value::as_str).unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn list_mut<'v>(value: &'v mut Value, key: &str) -> &'v mut [Value] {
    value.get_mut(key).and_then(Value::as_array_mut).map_or(&mut [], Vec::as_mut_slice)
}

fn items(document: &Value) -> impl Iterator<Item = &Value> {
    list(document, "sections").iter().flat_map(|section| list(section, "items"))
}

fn items_mut(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    list_mut(document, "sections").iter_mut().flat_map(|section| list_mut(section, "items"))
}

fn options(item: &Value) -> &[Value] {
    item.get("response").map_or(&[], |response| list(response, "options"))
}

fn all_keys<'v>(one: &'v Value, other: &'v Value) -> impl Iterator<Item = &'v str> {
    let keys: BTreeSet<&str> = [one, other].into_iter().filter_map(Value::as_object).flat_map(Map::keys).map(String::as_str).collect();
    keys.into_iter()
}

/// Escapes a key as in a JSON pointer.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn keys(place: &str) -> Vec<String> {
    place.split('/').map(|key| key.replace("~1", "/").replace("~0", "~")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sheet() -> Value {
        json!({"id": "file", "title": "file", "sections": [{"id": "accueil", "title": "Accueil", "items": [
            {"id": "a", "label": "A", "response": {"type": "choice", "options": [
                {"id": "oui", "label": "Oui"}, {"id": "non", "label": "Non"}]}, "note_required_on": ["non"]},
            {"id": "b", "label": "B", "response": {"type": "behaviour"}, "when": {"item": "a", "is": ["oui"]}},
        ]}]})
    }

    fn checklist() -> Value {
        json!({"id": "own", "title": {"fr": "Titre \u{202e}_x0041_"}, "x_by": 1e3, "sections": [
            {"id": "greeting", "title": {"fr": "Accueil"}, "x_a/b": [1], "items": [
                {"id": "a", "label": {"fr": "A", "en": "A"}, "weight": 1.0, "response": {"type": "choice", "options": [
                    {"id": "non", "label": "Oui", "x_code": null}, {"id": "oui", "label": "Non"}]},
                    "guide": {"oui": "x"}, "note_required_on": ["oui"]},
                {"id": "b", "label": "B", "response": {"type": "behaviour", "partly": true},
                    "when": {"not": {"any": [{"item": "a", "is": ["oui"]}]}}},
            ]}]})
    }

    #[test]
    fn an_unchanged_sheet_comes_back_as_the_checklist() {
        let carried = differences(&sheet(), &checklist());
        let mut back = sheet();
        assert!(put_back(&mut back, &carried).is_empty());
        assert!(is_same(Some(&back), Some(&checklist())), "{back}\n{carried:#?}");
        assert!(carried.iter().all(|one| !one.checklist.chars().any(is_hostile) && !one.checklist.contains("_x00")));
    }

    #[test]
    fn what_the_author_changes_in_the_sheet_holds() {
        let carried = differences(&sheet(), &checklist());
        let mut changed = sheet();
        changed["sections"][0]["items"][0]["label"] = json!("Other");
        changed["sections"][0]["items"][1]["when"] = json!({"item": "a", "is": ["non"]});
        let new = json!({"id": "c", "label": "C", "response": {"type": "text"}, "when": {"item": "a", "is": ["oui"]}});
        changed["sections"][0]["items"].as_array_mut().unwrap().insert(0, new);
        put_back(&mut changed, &carried);
        let items = &changed["sections"][0]["items"];
        assert_eq!(items[1]["label"], "Other");
        assert_eq!(items[2]["when"], json!({"item": "a", "is": ["oui"]}), "the option has its own id again");
        assert_eq!(items[0]["when"], json!({"item": "a", "is": ["non"]}), "in what is new, too");
        assert_eq!((&changed["id"], &changed["sections"][0]["id"]), (&json!("own"), &json!("greeting")));
    }

    #[test]
    fn sections_that_the_sheet_cannot_tell_apart_are_carried_whole() {
        let mut checklist = checklist();
        let twin = json!({"id": "twin", "title": "Accueil", "items": []});
        checklist["sections"].as_array_mut().unwrap().push(twin);
        let carried = differences(&sheet(), &checklist);
        let mut back = sheet();
        put_back(&mut back, &carried);
        assert!(is_same(Some(&back), Some(&checklist)));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let broken = Carried { place: "title".into(), sheet: String::new(), checklist: "{".into() };
        assert_eq!(put_back(&mut sheet(), &[broken]), ["title"]);
    }
}
