//! Decodes a text file of any program: UTF-8, UTF-16 or windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes a text, without its byte order mark. Bytes that are no UTF-8 are windows-1252.
pub fn decode(bytes: &[u8]) -> String {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, ..) = encoding.decode(bytes);
    text.into_owned()
}

/// Guesses the encoding of a text without a byte order mark. Half of the bytes of UTF-16 in Latin letters are 0.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_wide = |zeros: usize, others: usize| bytes.len().is_multiple_of(2) && zeros > bytes.len() / 4 && others == 0;
    match () {
        () if is_wide(odd, even) => UTF_16LE,
        () if is_wide(even, odd) => UTF_16BE,
        () if std::str::from_utf8(bytes).is_ok() => UTF_8,
        () => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_encoding_read_alike() {
        let text = "id;name\n1;Rhône";
        let wide = |to: fn(u16) -> [u8; 2], mark: &[u16]| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16()).flat_map(to).collect()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            b"id;name\n1;Rh\xf4ne".to_vec(),
            wide(u16::to_le_bytes, &[0xfeff]),
            wide(u16::to_be_bytes, &[0xfeff]),
            wide(u16::to_le_bytes, &[]),
            wide(u16::to_be_bytes, &[]),
        ] {
            assert_eq!(decode(&bytes), text, "{bytes:?}");
        }
    }
}
