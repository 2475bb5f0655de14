//! Ids: their syntax, and ids made from names.

use nucleo_matcher::chars::normalize;

/// Returns whether a text is an id: `[a-z0-9][a-z0-9._-]{0,63}`.
pub fn is_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    text.len() <= 64
        && text.bytes().next().is_some_and(plain)
        && text.bytes().all(|b| plain(b) || matches!(b, b'.' | b'_' | b'-'))
}

/// Converts a name that a person typed to an id: lower case, without accents, a hyphen for anything else. Returns
/// `None` if nothing is left.
pub fn id_from(text: &str) -> Option<String> {
    let mut id = String::new();
    for c in text.trim().chars().flat_map(char::to_lowercase).map(normalize) {
        let plain = c.is_ascii_lowercase() || c.is_ascii_digit();
        if plain || (matches!(c, '.' | '_') && !id.is_empty()) {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(64);
    let id = id.trim_end_matches('-');
    is_id(id).then(|| id.to_owned())
}
