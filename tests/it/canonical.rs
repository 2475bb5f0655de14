//! RFC 8785: digests are those that any other program computes.

use crate::support::assert_table;
use esprit::visit::digest::{canonical, digest};
use serde_json::{Value, json};

fn check(cases: &[(&str, &str)]) {
    assert_table(cases.iter().map(|(input, expected)| {
        let value: Value = serde_json::from_str(input).unwrap();
        ((*input).to_owned(), String::from_utf8(canonical(&value).unwrap()).unwrap(), (*expected).to_owned())
    }));
}

#[test]
fn numbers_have_the_canonical_form_of_the_rfc() {
    let cases = [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1.0", "1"),
        ("4.50", "4.5"),
        ("2e-3", "0.002"),
        ("1e-7", "1e-7"),
        ("0.000001", "0.000001"),
        ("1E30", "1e+30"),
        ("1e21", "1e+21"),
        ("1e20", "100000000000000000000"),
        ("5e-324", "5e-324"),
        ("-5e-324", "-5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("333333333.33333329", "333333333.3333333"),
        ("333333333.3333332", "333333333.3333332"),
        ("333333333.33333325", "333333333.33333325"),
        ("9007199254740992", "9007199254740992"),
        ("295147905179352830000", "295147905179352830000"),
        ("999999999999999900000", "999999999999999900000"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("-1.5e-9", "-1.5e-9"),
    ];
    check(&cases);
}

#[test]
fn keys_are_sorted_by_their_utf_16_units() {
    // The RFC's own example: the emoji's first UTF-16 unit sorts before U+FB33, though its scalar value is higher.
    check(&[(
        r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}"#,
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\
         \"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
    )]);
    check(&[(
        r#"{"b": {"z": 1, "a": [2, {"y": 3, "x": 4}]}, "a": null}"#,
        r#"{"a":null,"b":{"a":[2,{"x":4,"y":3}],"z":1}}"#,
    )]);
}

#[test]
fn texts_are_escaped_only_where_required() {
    let cases = [
        (r#""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#, r#""€$\u000f\nA'B\"\\\\\"/""#),
        (r#""\b\t\n\f\r\u0001\u001f\u007f""#, "\"\\b\\t\\n\\f\\r\\u0001\\u001f\u{7f}\""),
        (r#""e\u0301 \u00e9""#, "\"e\u{301} é\""),
        (r#"[true, false, null, ""]"#, r#"[true,false,null,""]"#),
    ];
    check(&cases);
}

#[test]
fn key_order_and_number_spelling_do_not_matter() {
    let one = digest(&json!({"a": 1, "b": [2.0, "é"]})).unwrap();
    let other: Value = serde_json::from_str("{ \"b\": [2, \"\\u00e9\"],\n \"a\": 1.0 }").unwrap();
    assert_eq!(one, digest(&other).unwrap());
    assert_eq!(canonical(&json!({"b": 1.0, "a": "x"})).unwrap(), br#"{"a":"x","b":1}"#);
}

#[test]
fn a_digest_matches_its_published_value() {
    // SHA-256 of the two bytes `{}`.
    assert_eq!(digest(&json!({})).unwrap(), "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}
