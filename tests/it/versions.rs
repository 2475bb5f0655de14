//! Versions of checklists: their order, and the patches of a series.

use esprit::visit::version::{Version, compare, in_order};

#[test]
fn a_version_is_followed_by_the_next_patch() {
    let cases = [
        ("1.0.0", "1.0.1"),
        ("1.9.9", "1.9.10"),
        ("2", "2.0.1"),
        ("1.9", "1.9.1"),
        ("1.0.0-beta", "1.0.0-beta.1"),
        ("spring", "spring.1"),
        ("spring.1", "spring.2"),
        ("1.2.3.4", "1.2.3.5"),
        ("", ".1"),
    ];
    for (version, next) in cases {
        assert_eq!(Version::parse(version).next_patch(), next, "{version}");
        assert!(Version::parse(next).is_patch_of(&Version::parse(version)), "{next} of {version}");
        assert!(!Version::parse(version).is_patch_of(&Version::parse(next)), "{version} of {next}");
    }
}

#[test]
fn versions_are_ordered_by_their_numbers() {
    let ordered = [
        "",
        "0.9",
        "1-rc",
        "1",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.10",
        "1.0.0",
        "1.9.0",
        "1.10.0",
        "2",
        "10",
        "-x",
        "spring",
        "spring.2",
        "spring.10",
    ];
    for (i, a) in ordered.iter().enumerate() {
        for (j, b) in ordered.iter().enumerate() {
            assert_eq!(compare(a, b), i.cmp(&j), "{a:?} and {b:?}");
        }
    }
    assert_eq!(in_order(["1.10.0", "1.9.0", "1.10.0"]), ["1.9.0", "1.10.0"]);
}

#[test]
fn only_versions_of_one_series_are_patches_of_each_other() {
    for (later, earlier, expected) in [
        ("1.0.0", "1.0.0", true),
        ("1.0", "1", true),
        ("1.0.10", "1.0.9", true),
        ("1.0.0", "1.0.1", false),
        ("1.1.0", "1.0.0", false),
        ("2.0.0", "1.0.0", false),
        ("1.0.0-beta.2", "1.0.0", false),
        ("summer", "spring", false),
    ] {
        assert_eq!(Version::parse(later).is_patch_of(&Version::parse(earlier)), expected, "{later} of {earlier}");
    }
}
