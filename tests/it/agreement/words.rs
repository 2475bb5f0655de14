//! What is said of an agreement, in both languages and every format that is read.

use super::cases::class_of;
use super::figures;
use esprit::analysis::agreement::figures::Agreement;
use esprit::report::{Format, Look, agreement};
use esprit::text::{Lang, Texts};

fn shown(found: &Agreement, lang: Lang, format: Format) -> String {
    let bytes = agreement::bytes(found, &Texts::new(lang), format, Look { width: 200, ..Look::default() }).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn says(found: &Agreement, sentences: [(Lang, &str); 2]) {
    for (lang, sentence) in sentences {
        for format in [Format::Text, Format::Html] {
            let out = shown(found, lang, format);
            assert!(out.contains(sentence), "{sentence} in {out}");
        }
    }
}

const TRUTH: &str = "yyynynypyn";

#[test]
fn where_some_meetings_have_no_reference_it_is_said_how_many_and_which() {
    let sites = ["s1", "s2", "s3"];
    let sheets: Vec<(&'static str, &str, &str)> = sites
        .into_iter()
        .flat_map(|site| [(site, "ana", TRUTH), (site, "ben", "yyynynypyy"), (site, "cid", TRUTH)])
        .collect();
    let some = figures(&class_of(&sheets, &[("s1", TRUTH), ("s3", TRUTH)]));
    let meetings: Vec<bool> = some.comparisons[0].meetings.iter().map(|meeting| meeting.reference.is_some()).collect();
    assert_eq!((meetings, some.comparisons[0].observers[0].n), (vec![true, false, true], 20));
    says(
        &some,
        [
            (Lang::En, "Held against the references right s1, right s3."),
            (Lang::Fr, "Comparées aux références right s1, right s3."),
        ],
    );
    let missing = [
        "A reference exists for 2 of 3 meetings; verdicts, leniency, kappa, times and coverage count no others. None for: \
         s2 2026-03-02 10:00.",
        "Une référence existe pour 2 des 3 situations\u{202f}; les verdicts, l’indulgence, le kappa, les moments et la \
         couverture n’en comptent pas d’autres. Sans référence\u{a0}: s2 2026-03-02 10:00.",
    ];
    says(&some, [(Lang::En, missing[0]), (Lang::Fr, missing[1])]);
    for expected in [&[("s1", TRUTH), ("s2", TRUTH), ("s3", TRUTH)][..], &[]] {
        let found = figures(&class_of(&sheets, expected));
        assert!(
            !shown(&found, Lang::En, Format::Text).contains("A reference exists"),
            "of all or of none there is nothing to say"
        );
    }
}
