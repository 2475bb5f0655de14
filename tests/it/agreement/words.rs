//! The texts about an agreement, in both languages and every readable format.

use super::cases::class_of;
use super::figures;
use esprit::analysis::agreement::figures::{Agreement, Says};
use esprit::report::{Format, RenderOptions, agreement};
use esprit::text::{Lang, Texts};

fn formatted(found: &Agreement, lang: Lang, format: Format) -> String {
    let bytes =
        agreement::render(found, &Texts::new(lang), format, RenderOptions { width: 200, ..RenderOptions::default() })
            .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn says(found: &Agreement, sentences: [(Lang, &str); 2]) {
    for (lang, sentence) in sentences {
        for format in [Format::Text, Format::Html] {
            let out = formatted(found, lang, format);
            assert!(out.contains(sentence), "{sentence} in {out}");
        }
    }
}

const TRUTH: &str = "yyynynypyn";

#[test]
fn meetings_without_a_reference_are_counted_and_named() {
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
            (Lang::En, "Compared with the references right s1, right s3."),
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
            !formatted(&found, Lang::En, Format::Text).contains("A reference exists"),
            "of all or of none there is nothing to say"
        );
    }
}

#[test]
fn of_two_observers_without_a_reference_neither_is_called_lenient() {
    let sheets: Vec<(&'static str, &str, &str)> = ["s1", "s2", "s3", "s4"]
        .into_iter()
        .flat_map(|site| [(site, "ana", "yyynyyynyp"), (site, "ben", "ynynypynyp")])
        .collect();
    let alone = figures(&class_of(&sheets, &[]));
    says(
        &alone,
        [
            (Lang::En, "which of the two leans, only a reference tells."),
            (Lang::Fr, "lequel des deux penche, seule une référence le dira."),
        ],
    );
    // This is also said of two who differ only now and then, even if neither is certainly more lenient.
    let unsure = figures(&class_of(&[("s1", "ana", TRUTH), ("s1", "ben", "yyynynypny")], &[]));
    assert!(unsure.comparisons[0].reading.iter().all(|said| said.says != Says::OneLeans));
    let right = [
        "Without a reference, the two observers are compared with each other: where they differ, only a reference can say \
         which of the two is right.",
        "Sans référence, les deux observateurs sont comparés l’un à l’autre\u{a0}: là où ils diffèrent, seule une \
         référence dira lequel des deux a raison.",
    ];
    says(&alone, [(Lang::En, right[0]), (Lang::Fr, right[1])]);
    says(&unsure, [(Lang::En, right[0]), (Lang::Fr, right[1])]);
    assert!(!formatted(&alone, Lang::En, Format::Text).contains("Lenient:"));
    let truth = [("s1", "ynynypynyp"), ("s2", "ynynypynyp"), ("s3", "ynynypynyp"), ("s4", "ynynypynyp")];
    let held = figures(&class_of(&sheets, &truth));
    says(&held, [(Lang::En, "Lenient: ana."), (Lang::Fr, "Trop d’indulgence\u{a0}: ana.")]);
    // Of three, the majority decides, and nobody is compared with a single other observer.
    let three: Vec<_> = sheets.iter().copied().chain(truth.map(|(site, word)| (site, "cid", word))).collect();
    let three = figures(&class_of(&three, &[]));
    says(&three, [(Lang::En, "Lenient: ana."), (Lang::Fr, "Trop d’indulgence\u{a0}: ana.")]);
    for (found, (lang, sentence)) in [(&three, (Lang::En, right[0])), (&held, (Lang::Fr, right[1]))] {
        assert!(!formatted(found, lang, Format::Text).contains(sentence));
    }
}

#[test]
fn items_never_met_failing_are_counted() {
    let sheets = [("s1", "ana", "yyyyyyyyyn"), ("s1", "ben", "yyyyyyyyyn")];
    let found = figures(&class_of(&sheets, &[]));
    says(
        &found,
        [
            (Lang::En, "9 of 10 items were never answered with a no"),
            (Lang::Fr, "Sur 10 points, 9 n’ont jamais reçu de non"),
        ],
    );
    let one = figures(&class_of(&[("s1", "ana", "ynnnnnnnnn"), ("s1", "ben", "ynnnnnnnnn")], &[]));
    says(
        &one,
        [
            (Lang::En, "One of 10 items was never answered with a no: “a”."),
            (Lang::Fr, "Sur 10 points, un n’a jamais reçu de non\u{a0}: «\u{a0}a\u{a0}»."),
        ],
    );
}

#[test]
fn without_a_reference_item_kappas_appear_in_csv_and_json_only() {
    let sheets = [("s1", "ana", TRUTH), ("s1", "ben", "yyynynypyy"), ("s1", "cid", TRUTH)];
    let (alone, held) = (figures(&class_of(&sheets, &[])), figures(&class_of(&sheets, &[("s1", TRUTH)])));
    for lang in Lang::ALL {
        let heads = |found: &Agreement, format: Format| match format {
            Format::Xlsx => cells(found, lang).iter().filter(|cell| *cell == "Kappa").count(),
            Format::Html => formatted(found, lang, format).matches(">Kappa</th>").count(),
            _ => formatted(found, lang, format).matches(" Kappa").count(),
        };
        // On the page and in the spreadsheet observers have a kappa of their own: with the majority of the others.
        for (format, of_observers) in [(Format::Text, 0), (Format::Html, 1), (Format::Xlsx, 1)] {
            assert_eq!(heads(&alone, format), of_observers, "{lang:?} {format:?}");
            assert_eq!(heads(&held, format), of_observers + 1, "{lang:?} {format:?}");
        }
        for format in [Format::Csv, Format::Json] {
            assert!(formatted(&alone, lang, format).contains("kappa"), "{format:?}");
        }
    }
    // Every value is still under its heading.
    let text = formatted(&alone, Lang::En, Format::Text);
    assert!(text.contains("Alpha All behaviours 30 93.3% 0.91 0.60 to 1.00 0.88 a 3"), "{text}");
    assert!(text.contains("j 3 33.3% 0.14 – 0.00 Seen by one"), "one compared answer makes no item unclear: {text}");
    let eight: Vec<(&'static str, String, &str)> =
        (1..=8).map(|n| ("s1", format!("t{n}"), if n < 4 { "yyynynypyy" } else { TRUTH })).collect();
    let eight: Vec<(&'static str, &str, &str)> =
        eight.iter().map(|(site, name, word)| (*site, &**name, *word)).collect();
    let text = formatted(&figures(&class_of(&eight, &[])), Lang::En, Format::Text);
    assert!(text.contains("Alpha Remark All behaviours 80"), "{text}");
    assert!(text.contains("j 8 46.4% 0.30 – 0.00 unclear"), "{text}");
}

/// Returns every cell of a spreadsheet.
fn cells(found: &Agreement, lang: Lang) -> Vec<String> {
    let bytes = agreement::render(found, &Texts::new(lang), Format::Xlsx, RenderOptions::default()).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes)).unwrap();
    let mut cells = Vec::new();
    for (_, sheet) in calamine::Reader::worksheets(&mut book) {
        cells.extend(sheet.rows().flatten().map(ToString::to_string));
    }
    cells
}

#[test]
fn figure_rows_hold_verdicts_leniency_paradoxes_and_drift() {
    let sheets: Vec<(&'static str, &str, &str)> = ["s1", "s2", "s3", "s4"]
        .into_iter()
        .flat_map(|site| [(site, "ana", "yyyyyyypyy"), (site, "ben", TRUTH), (site, "cid", TRUTH)])
        .collect();
    let truth = ["s1", "s2", "s3", "s4"].map(|site| (site, TRUTH));
    let found = figures(&class_of(&sheets, &truth));
    let bytes = agreement::render(&found, &Texts::new(Lang::En), Format::Csv, RenderOptions::default()).unwrap();
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    let head = rows.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().unwrap();
    let cell = |row: &csv::StringRecord, name: &str| {
        row.get(head.iter().position(|column| column == name).unwrap()).unwrap().to_owned()
    };
    let one = |question: &str, observer: &str, item: &str, figure: &str| {
        let is = |row: &&csv::StringRecord| {
            [("question", question), ("observer", observer), ("item", item), ("figure", figure)]
                .iter()
                .all(|(name, value)| cell(row, name) == *value)
        };
        let found: Vec<_> = rows.iter().filter(is).collect();
        assert_eq!(found.len(), 1, "{question} {observer} {item} {figure}");
        found[0].clone()
    };
    let comparison = &found.comparisons[0];
    for row in &comparison.observers {
        let verdict = serde_json::to_value(row.verdict).unwrap();
        assert_eq!(cell(&one("observers", &row.observer, "", "verdict"), "says"), verdict.as_str().unwrap());
        let leaning = row.lenient.map(|way| serde_json::to_value(way).unwrap());
        let leaning = leaning.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        assert_eq!(cell(&one("observers", &row.observer, "", "leaning"), "says"), leaning);
        assert_eq!(cell(&one("coverage", &row.observer, "", "neither"), "value"), row.coverage.neither.to_string());
        let drift = row.drift.unwrap();
        for (name, share, n) in [("early", drift.early, drift.early_n), ("late", drift.late, drift.late_n)] {
            let found = one("drift", &row.observer, "", name);
            assert_eq!((cell(&found, "value").parse(), cell(&found, "n")), (Ok(share), n.to_string()));
        }
        assert_eq!(cell(&one("drift", &row.observer, "", "certain"), "value"), u64::from(drift.certain).to_string());
    }
    assert_eq!(cell(&one("observers", "ana", "", "leaning"), "says"), "lenient");
    for row in &comparison.items {
        let paradox = cell(&one("agreement", "", &row.item, "paradox"), "value");
        assert_eq!(paradox, u64::from(row.agreement.paradox).to_string());
    }
    for row in &comparison.coverage {
        assert_eq!(cell(&one("coverage", "", &row.item, "neither"), "value"), row.neither.to_string());
    }
}

#[test]
fn too_narrow_intervals_from_few_meetings_are_reported() {
    let found = figures(&class_of(&[("s1", "ana", TRUTH), ("s1", "ben", TRUTH)], &[]));
    says(
        &found,
        [
            (Lang::En, "Over few meetings they are still too narrow where one was hard for everybody alike."),
            (Lang::Fr, "Sur peu de situations, ils restent trop étroits si l’une d’elles était difficile pour tous."),
        ],
    );
}
