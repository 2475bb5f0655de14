//! SHA-256 digests over the RFC 8785 canonical JSON form, so that indentation and key order do not matter.

use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Returns the RFC 8785 canonical form of a value.
///
/// # Errors
/// Fails for a number outside the range of a double, which has no canonical form.
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    serde_json_canonicalizer::to_vec(value)
}

/// Returns `sha256:` followed by the digest of a value's canonical form in lower-case hex.
///
/// # Errors
/// As [`canonical`].
pub fn digest(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(canonical(value)?))))
}

/// Returns the next link of a hash chain: SHA-256 of `previous`, in hex, followed by the event's canonical form.
///
/// `previous` is the link before, or [`first_link`] for the first event; `event` has no `chain` field.
///
/// # Errors
/// As [`canonical`].
pub fn link(previous: &str, event: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut hasher = Sha256::new();
    hasher.update(previous.as_bytes());
    hasher.update(canonical(event)?);
    Ok(HEXLOWER.encode(&hasher.finalize()))
}

/// Returns the start of a hash chain: the hex of the definition's digest, without `sha256:`.
pub fn first_link(digest: &str) -> &str {
    digest.strip_prefix("sha256:").unwrap_or(digest)
}
