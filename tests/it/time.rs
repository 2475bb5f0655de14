//! Time as values, as files and people read it.

use esprit::visit::Stamp;
use esprit::visit::time::format_clock;

#[test]
fn durations_have_two_digits_each_and_any_number_of_hours() {
    for (ms, shown) in [
        (0, "00:00:00"),
        (61_999, "00:01:01"),
        (59 * 60_000 + 59_000, "00:59:59"),
        (100 * 3_600_000, "100:00:00"),
        (1_234 * 3_600_000 + 5_000, "1234:00:05"),
    ] {
        assert_eq!(format_clock(ms), shown, "{ms} ms");
    }
}

#[test]
fn a_stamp_reads_what_it_writes() {
    for text in [
        "2026-03-01T10:02:11.123+01:00",
        "2026-03-01T10:02:11.000-03:30",
        "2026-03-01T10:02:11.120+00:00",
        "2026-03-01T10:02:11.123456+05:45",
    ] {
        assert_eq!(Stamp::parse(text).map(|s| s.to_string()).as_deref(), Some(text), "{text}");
    }
    for text in [
        "",
        "2026-03-01",
        "2026-03-01T10:02:11",
        "10:02",
        "2026-13-01T10:02:11.123+01:00",
        "2023-02-29T00:00:00.000+01:00",
        "2026-03-01T10:02:11.123+01:60",
        "x",
    ] {
        assert_eq!(Stamp::parse(text), None, "{text}");
    }
}
