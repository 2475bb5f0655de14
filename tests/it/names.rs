//! Names of sites and observers: how they are kept, compared, and made into ids.

use esprit::text::{fold_name, tidy_name};
use esprit::visit::checklist::{id_from, is_id};
use esprit::visit::{Identity, Known, Observer, Site};
use proptest::prelude::*;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

fn site(id: &str, name: Option<&str>) -> Site {
    Site { id: id.to_owned(), name: name.map(str::to_owned), group: None }
}

#[test]
fn names_are_kept_as_typed() {
    for (typed, kept) in [
        ("  Orléans Centre ", "Orléans Centre"),
        ("Orle\u{301}ans", "Orléans"),
        ("Nord\tEst", "Nord Est"),
        ("Nord\r\nEst\u{7}", "Nord Est"),
        ("a\u{202e}b\u{200b}c", "abc"),
        ("１２　号店", "１２　号店"),
        ("\u{1b}[31mrouge", "[31mrouge"),
    ] {
        assert_eq!(tidy_name(typed), kept, "{typed:?}");
    }
}

#[test]
fn a_plain_name_has_an_id_that_spells_it() {
    for (name, id) in [
        ("Orléans Centre", "orleans-centre"),
        ("orleans  CENTRE", "orleans-centre"),
        ("Saint-Étienne / Châteaucreux", "saint-etienne-chateaucreux"),
        ("L’Isle-d’Abeau", "l-isle-d-abeau"),
        ("Œuvre 1", "oeuvre-1"),
        ("Ærø Straße", "aero-strasse"),
        ("Łódź", "lodz"),
        ("１２ 号", "12-hao_"),
        ("Agence n° 5", "agence-n-5"),
        ("Store #5", "store-5"),
        ("PAR.01", "par.01"),
        ("lyon_3", "lyon_3"),
        ("St. Denis", "st-denis"),
        ("Магазин Ленина 5", "magazin-lenina-5_"),
        ("Ἀθῆναι", "athenai_"),
        ("東京駅前店", "dong-jing-yi-qian-dian_"),
        ("C++", "c_"),
        ("☕ Café", "coffee-cafe_"),
    ] {
        let made = id_from(name).unwrap();
        assert!(is_id(&made), "{made}");
        if id.ends_with('_') {
            let (start, digits) = made.rsplit_once('_').unwrap();
            assert_eq!((format!("{start}_").as_str(), digits.len()), (id, 8), "{name}: {made}");
        } else {
            assert_eq!(made, id, "{name}");
        }
    }
    // Part of the format: another machine must make the same id.
    assert_eq!(id_from("Иван").unwrap(), IVAN);
    let long = id_from(&"Très long ".repeat(20)).unwrap();
    assert!(is_id(&long) && long.len() > 55 && long.starts_with("tres-long-tres-long"), "{long}");
}

const IVAN: &str = "ivan_74f46a58";

#[test]
fn names_that_differ_have_different_ids() {
    let names = [
        "Магазин Ленина 5",
        "Магазин Гагарина 5",
        "C#",
        "C++",
        "C",
        "Иван 1",
        "Пётр 1",
        "東京駅前店",
        "京都駅前店",
        "1",
        "5",
        "क्ष",
        "कष",
        "がき",
        "かき",
        "Бой",
        "Бои",
        "กิน",
        "กัน",
        "فرع الرياض",
        "فرع جدة",
        "A&B",
        "A B",
    ];
    let mut ids = BTreeMap::new();
    for name in names {
        let other = ids.insert(id_from(name).unwrap(), name);
        assert_eq!(other, None, "{name}");
    }
}

#[test]
fn what_does_not_count_in_a_name() {
    for same in [
        &["Orléans Centre", "orleans centre", "ORLÉANS  CENTRE", "Orle\u{301}ans-Centre", "Ｏｒｌéａｎｓ Centre"][..],
        &["Saint-Malo", "saint malo", "Saint–Malo", "“Saint” Malo."],
        &["Пётр", "петр", "ПЁТР"],
        &["Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"],
        &["فرع ٣", "فرع 3"],
        &["ﬁn", "fin"],
        &["İzmir", "izmir"],
        &["H&M", "h & m"],
    ] {
        for name in same {
            assert_eq!(fold_name(name), fold_name(same[0]), "{name}");
            assert_eq!(id_from(name), id_from(same[0]), "{name}");
        }
    }
}

#[test]
fn only_what_has_no_letter_or_digit_is_no_name() {
    let known: Known<Site> = Known::default();
    for nothing in ["", " ", "…", "€", "☕", "\u{200b}", "\u{7}", "--", "\u{301}"] {
        assert_eq!(known.identify(nothing), Identity::Nameless, "{nothing:?}");
        assert_eq!(id_from(nothing), None, "{nothing:?}");
    }
    for name in ["é", "Ж", "ا", "東", "๑", "1", "ꙮ", "𝔘"] {
        assert!(matches!(known.identify(name), Identity::New(_)), "{name}");
    }
}

#[test]
fn a_known_name_or_id_is_that_site() {
    let mut known = Known::from(vec![site("45-1", Some("Orléans Centre")), site("lyon-3", None)]);
    known.aliases.insert("lyon 1".to_owned(), "lyon-3".to_owned());
    for typed in ["45-1", "orleans centre", "Orle\u{301}ans Centre", " ORLÉANS-CENTRE "] {
        assert_eq!(known.identify(typed), Identity::Known(known.entries[0].clone()), "{typed}");
    }
    for typed in ["lyon-3", "LYON-3", "Lyon 3", "Lyon 1"] {
        assert_eq!(known.identify(typed), Identity::Known(known.entries[1].clone()), "{typed}");
    }
    assert_eq!(known.identify("Brest Sud"), Identity::New(site("brest-sud", Some("Brest Sud"))));
    assert_eq!(known.identify("brest"), Identity::New(site("brest", None)));
}

#[test]
fn a_name_never_gets_the_id_of_another_name() {
    let known = Known::from(vec![site("lyon-3", Some("Bellecour"))]);
    let Identity::New(new) = known.identify("Lyon 3") else { panic!("{:?}", known.identify("Lyon 3")) };
    assert!(new.id.starts_with("lyon-3_") && new.name.as_deref() == Some("Lyon 3"), "{new:?}");
    // The next time, it is that site.
    let known = Known::from(vec![known.entries[0].clone(), new.clone()]);
    assert_eq!(known.identify("lyon 3"), Identity::Known(new));
    assert_eq!(known.identify("lyon-3"), Identity::Known(known.entries[0].clone()));
}

#[test]
fn a_name_of_several_is_asked_back() {
    let known = Known::from(vec![site("12", Some("Centre")), site("13", Some("Centre"))]);
    assert_eq!(known.identify("centre"), Identity::Ambiguous(known.entries.clone()));
    assert_eq!(known.identify("13"), Identity::Known(known.entries[1].clone()));
}

#[test]
fn an_observer_without_a_name_reads_and_writes_as_before() {
    let text = r#"{"id":"o12"}"#;
    let observer: Observer = serde_json::from_str(text).unwrap();
    assert_eq!((observer.label(), serde_json::to_string(&observer).unwrap().as_str()), ("o12", text));
}

/// Returns whether a name is a code, which stays as it is.
fn is_code(name: &str) -> bool {
    let lower = tidy_name(name).to_lowercase();
    is_id(&lower) && lower.contains(['.', '_'])
}

proptest! {
    #[test]
    fn names_have_one_id_if_they_are_equal_and_else_two(one in "\\PC{0,12}", other in "\\PC{0,12}") {
        let (a, b) = (id_from(&one), id_from(&other));
        prop_assume!(!is_code(&one) && !is_code(&other));
        prop_assert!(a.as_deref().is_none_or(is_id));
        if a.is_some() || b.is_some() {
            prop_assert_eq!(a == b, fold_name(&one) == fold_name(&other));
        }
    }

    #[test]
    fn near_names_have_one_id_only_if_they_are_equal(
        words in proptest::collection::vec("[a-cÀÇéŒß#+&.'АЁё京１٣ -]{1,4}", 1..4),
        case in any::<bool>(),
        decomposed in any::<bool>(),
        signs in proptest::collection::vec("[ /–’-]{1,2}", 4),
        other in "[a-cÀÇéŒß#+&.'АЁё京１٣ -]{1,9}",
    ) {
        let name = words.join(" ");
        let mut near: String = words.iter().zip(&signs).flat_map(|(word, sign)| [word.as_str(), sign]).collect();
        if case {
            near = near.to_uppercase();
        }
        if decomposed {
            near = near.nfd().collect();
        }
        prop_assume!(![&name, &near, &other].into_iter().any(|name| is_code(name)));
        for (one, two) in [(&name, &near), (&name, &other), (&near, &other)] {
            let (a, b) = (id_from(one), id_from(two));
            if a.is_some() || b.is_some() {
                prop_assert_eq!(a == b, fold_name(one) == fold_name(two), "{} {}", one, two);
            }
        }
    }

    #[test]
    fn a_kept_name_is_kept_again_and_found_again(name in "\\PC{1,12}") {
        let kept = tidy_name(&name);
        prop_assert_eq!(&tidy_name(&kept), &kept);
        prop_assert_eq!(fold_name(&kept), fold_name(&name));
        let known: Known<Site> = Known::default();
        if let Identity::New(site) = known.identify(&name) {
            let known = Known::from(vec![site.clone()]);
            prop_assert_eq!(known.identify(&name), Identity::Known(site));
        }
    }
}

#[test]
fn stretched_words_and_written_vowels_are_no_other_name() {
    for (one, other) in [("محمد", "محـــمد"), ("محمد", "مُحَمَّد"), ("متجر 5", "متـجر ٥"), ("שלום", "שָׁלוֹם")]
    {
        assert_eq!(fold_name(one), fold_name(other), "{one} {other}");
        assert_eq!(id_from(one), id_from(other), "{one} {other}");
    }
    // A letter with hamza is another letter, which NFC keeps in one piece.
    assert_ne!(fold_name("أمل"), fold_name("امل"));
}

#[test]
fn a_code_keeps_its_dots_and_is_found_by_the_name_without_them() {
    let known = Known::from(vec![site("par.01", None)]);
    assert_eq!(known.identify("PAR 01"), Identity::Known(site("par.01", None)));
    // Where nobody knows the code, the name is another id; a report of both says so.
    assert_eq!((id_from("PAR.01").unwrap(), id_from("PAR 01").unwrap()), ("par.01".to_owned(), "par-01".to_owned()));
}
