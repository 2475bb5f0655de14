//! Ids: their syntax, and ids made from names.

use crate::text::names::{fold_name, is_name, transliterate};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The longest id.
const MOST: usize = 64;
/// The digits of the suffix of an id that does not spell its name.
const SUFFIX: usize = 8;

/// Returns whether a text is an id: `[a-z0-9][a-z0-9._-]{0,63}`.
pub fn is_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    text.len() <= MOST
        && text.bytes().next().is_some_and(plain)
        && text.bytes().all(|b| plain(b) || matches!(b, b'.' | b'_' | b'-'))
}

/// Converts a name that a person typed to an id; `None` if it has no letter or digit. Names that differ in
/// case, accents, width and punctuation alone have one id, others have different ones: an id that does not spell the whole
/// name ends with `_` and digits made from it, the same on every machine. A code such as `PAR.01` or `lyon_3` stays as it is, in small letters.
pub fn id_from(name: &str) -> Option<String> {
    if let Some(code) = code(name) {
        return Some(code);
    }
    let folded = fold_name(name);
    let spelled = folded.replace(' ', "-");
    if is_id(&spelled) { Some(spelled) } else { id_with_suffix(name, SUFFIX) }
}

/// Converts a name to an id as [`id_from`] does, but to one that is not taken.
pub fn free_id_from(name: &str, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let longer = (SUFFIX..=MOST / 2).step_by(SUFFIX).filter_map(|digits| id_with_suffix(name, digits));
    id_from(name).into_iter().chain(longer).find(|id| !is_taken(id))
}

/// Returns the id of a name with this many digits at its end.
fn id_with_suffix(name: &str, digits: usize) -> Option<String> {
    if !is_name(name) {
        return None;
    }
    let folded = fold_name(name);
    let hash = HEXLOWER.encode(&Sha256::digest(folded.as_bytes()));
    let mut id = transliterate(&folded);
    id.truncate(MOST - 1 - digits);
    id.truncate(id.trim_end_matches('-').len());
    if id.is_empty() {
        id.push('x');
    }
    Some(format!("{id}_{}", hash.get(..digits)?))
}

/// Returns a text in small letters if it then is an id whose dots or underscores join its parts.
fn code(text: &str) -> Option<String> {
    let code = text.trim().to_lowercase();
    let joins = |c: char| matches!(c, '.' | '_');
    let is_code = is_id(&code)
        && code.contains(joins)
        && code.split(joins).all(|part| part.starts_with(is_plain) && part.ends_with(is_plain));
    is_code.then_some(code)
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric()
}
