//! How rows begin: with what they say of their item, which is the same in every visit. To see that a row begins like
//! one read before costs less than to read it.
//!
//! It knows nothing of answers. What it finds is what reading the row would give.

use super::cursor::{Asked, Cursor};
use super::sound::is_key;
use hashbrown::HashMap;
use std::borrow::Cow;
use std::ops::Range;

/// How many beginnings are kept: the items of some checklists.
const MOST: usize = 1024;

/// How many are tried for what follows a row: conditions leave items out, and several checklists begin somehow.
const TRIED: usize = 4;

/// What a row says of its item.
pub(super) struct Names<'a> {
    pub(super) item: Cow<'a, str>,
    pub(super) section: Cow<'a, str>,
    pub(super) attitude: Option<Cow<'a, str>>,
    pub(super) behaviour: Option<Cow<'a, str>>,
    pub(super) response: Cow<'a, str>,
    /// Whether figures can be listed under all of them, as far as is known.
    pub(super) are_keys: bool,
}

/// The beginnings of rows read before.
#[derive(Debug)]
pub(super) struct Known {
    /// The first of them stands for the beginning of a list.
    beginnings: Vec<Beginning>,
    places: HashMap<Box<str>, usize>,
    /// That of the row before.
    last: usize,
}

#[derive(Debug, Default)]
struct Beginning {
    text: Box<str>,
    /// Where the names are in it.
    item: Range<usize>,
    section: Range<usize>,
    attitude: Option<Range<usize>>,
    behaviour: Option<Range<usize>>,
    response: Range<usize>,
    /// What followed it, the latest first.
    followers: Vec<usize>,
}

impl Default for Known {
    fn default() -> Self {
        Self { beginnings: vec![Beginning::default()], places: HashMap::new(), last: 0 }
    }
}

impl Known {
    /// Begins a list of rows.
    pub(super) fn begin(&mut self) {
        self.last = 0;
    }

    /// Reads the beginning of a row, up to its value.
    pub(super) fn read<'a>(&mut self, at: &mut Cursor<'a>) -> Asked<Names<'a>> {
        if let Some((names, length)) = self.find(at.rest()) {
            at.skip(length)?;
            return Ok(names);
        }
        let from = *at;
        let (names, beginning) = Beginning::read(at)?;
        let text = from.up_to(at);
        match beginning {
            Some(beginning) => self.learn(Beginning { text: text.into(), ..beginning }),
            None => self.last = usize::MAX,
        }
        Ok(names)
    }

    /// Finds the beginning that a text has, among those that are likely here, and how long it is.
    fn find<'a>(&mut self, text: &'a str) -> Option<(Names<'a>, usize)> {
        let likely = &self.beginnings.get(self.last)?.followers;
        let (place, beginning) = likely.iter().find_map(|place| {
            let beginning = self.beginnings.get(*place)?;
            text.starts_with(&*beginning.text).then_some((*place, beginning))
        })?;
        let names = beginning.names(text)?;
        let length = beginning.text.len();
        self.last = place;
        Some((names, length))
    }

    /// Keeps a beginning, and that it follows the one before.
    fn learn(&mut self, beginning: Beginning) {
        let place = match self.places.get(&beginning.text) {
            Some(place) => *place,
            None if self.beginnings.len() > MOST => return self.last = usize::MAX,
            None => {
                self.places.insert(beginning.text.clone(), self.beginnings.len());
                self.beginnings.push(beginning);
                self.beginnings.len() - 1
            }
        };
        if let Some(last) = self.beginnings.get_mut(self.last) {
            last.followers.insert(0, place);
            last.followers.truncate(TRIED);
        }
        self.last = place;
    }
}

impl Beginning {
    /// Reads one, without its text; `None` beside the names where it is not worth keeping.
    fn read<'a>(at: &mut Cursor<'a>) -> Asked<(Names<'a>, Option<Self>)> {
        let from = *at;
        // Where a name that was just read is, if nothing in it is escaped.
        let place = |at: &Cursor<'a>, name: &str| {
            let end = from.up_to(at).len().saturating_sub(1);
            end.saturating_sub(name.len())..end
        };
        at.pass(r#"{"item":"#)?;
        let item = at.string()?;
        let item_place = place(at, &item);
        at.pass(r#","section":"#)?;
        let section = at.string()?;
        let section_place = place(at, &section);
        at.pass(r#","attitude":"#)?;
        let attitude = at.string_or_null()?;
        let attitude_place = attitude.as_ref().map(|name| place(at, name));
        at.pass(r#","behaviour":"#)?;
        let behaviour = at.string_or_null()?;
        let behaviour_place = behaviour.as_ref().map(|name| place(at, name));
        at.pass(r#","type":"#)?;
        let response = at.string()?;
        let response_place = place(at, &response);
        at.pass(r#","value":"#)?;
        let all = || [&item, &section, &response].into_iter().chain(&attitude).chain(&behaviour);
        let is_kept = all().all(|name| matches!(name, Cow::Borrowed(name) if is_key(name)));
        let are_keys = is_kept || all().all(|name| is_key(name));
        let beginning = is_kept.then(|| Self {
            item: item_place,
            section: section_place,
            attitude: attitude_place,
            behaviour: behaviour_place,
            response: response_place,
            ..Self::default()
        });
        Ok((Names { item, section, attitude, behaviour, response, are_keys }, beginning))
    }

    /// Gives the names in a text that begins with this one.
    fn names<'a>(&self, text: &'a str) -> Option<Names<'a>> {
        let name = |place: &Range<usize>| text.get(place.clone()).map(Cow::Borrowed);
        let optional = |place: &Option<Range<usize>>| match place {
            Some(place) => name(place).map(Some),
            None => Some(None),
        };
        Some(Names {
            item: name(&self.item)?,
            section: name(&self.section)?,
            attitude: optional(&self.attitude)?,
            behaviour: optional(&self.behaviour)?,
            response: name(&self.response)?,
            are_keys: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(known: &mut Known, text: &str) -> Option<String> {
        let mut at = Cursor::new(text);
        let Names { item, section, attitude, behaviour, response, are_keys } = known.read(&mut at).ok()?;
        Some(format!("{item}|{section}|{attitude:?}|{behaviour:?}|{response}|{are_keys}|{}", at.rest()))
    }

    #[test]
    fn rows_read_before_are_what_they_were() {
        let row = |item: &str, attitude: &str, kind: &str| {
            format!(
                r#"{{"item":"{item}","section":"s","attitude":{attitude},"behaviour":"b","type":"{kind}","value":1}}"#
            )
        };
        let mut rows = vec![row("a", "null", "behaviour"), row("é", r#""greeting""#, "timer")];
        // Others that begin almost alike, that escape, that are no keys, and that are no rows.
        rows.extend([row("a", r#""null""#, "behaviour"), row("a", "null", "behaviou"), row("a.b", "null", "x")]);
        rows.extend([row(r"a\u0041", "null", "x"), row("", "null", "x"), row("a\u{85}", "null", "x")]);
        rows.extend([row("a", "nul", "x"), row("a", "null", "x\u{1}"), String::new()]);
        let alone: Vec<_> = rows.iter().map(|row| read(&mut Known::default(), row)).collect();
        assert_eq!(alone[0].as_deref(), Some(r#"a|s|None|Some("b")|behaviour|true|1}"#));
        assert!(alone[6].as_ref().unwrap().contains("false") && alone[7].as_ref().unwrap().contains("false"));
        let mut known = Known::default();
        for turn in 0..200 {
            known.begin();
            for step in 0..rows.len() {
                let place = (step * (1 + turn % 7) + turn) % rows.len();
                assert_eq!(read(&mut known, &rows[place]), alone[place], "{}", rows[place]);
            }
        }
        assert_eq!(known.beginnings.len(), known.places.len() + 1);
        assert!(known.beginnings.iter().all(|beginning| beginning.followers.len() <= TRIED));
    }

    #[test]
    fn beginnings_are_not_kept_without_end() {
        let mut known = Known::default();
        for item in 0..2 * MOST {
            let row =
                format!(r#"{{"item":"{item}","section":"s","attitude":null,"behaviour":null,"type":"x","value":"#);
            for _ in 0..2 {
                assert_eq!(read(&mut known, &row), Some(format!("{item}|s|None|None|x|true|")));
            }
        }
        assert_eq!(known.places.len(), MOST);
    }
}
