//! Decodes the beginning of a session's text, up to a field that is not needed any more.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A text borrowed where nothing in it is escaped; serde borrows a [`Cow`] only where it is a field by itself.
#[derive(serde::Deserialize)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// Decodes the fields of an object that come before `end`. What follows is not read, so it may be damaged or missing.
pub(super) fn decode_before<'de, T, D>(deserializer: D, end: &'static str) -> Result<T, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    let mut found = None;
    // The deserializer complains that the object has more fields.
    let result = deserializer.deserialize_map(Before { end, found: &mut found });
    found.map_or_else(|| result.and(Err(serde::de::Error::custom("an object without fields"))), Ok)
}

struct Before<'f, T> {
    end: &'static str,
    found: &'f mut Option<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Before<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let fields = Fields { map, end: self.end, lifetime: PhantomData };
        *self.found = Some(T::deserialize(MapAccessDeserializer::new(fields))?);
        Ok(())
    }
}

/// The fields of a map that come before `end`.
struct Fields<'de, A> {
    map: A,
    end: &'static str,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.map.next_key::<Text<'de>>()? {
            Some(Text(key)) if key != self.end => seed.deserialize(key.into_deserializer()).map(Some),
            _ => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
