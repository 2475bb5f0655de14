//! `esprit agreement` on a class whose truth is known, in every format and both languages, and on data that cannot be
//! compared.

use super::{checklist, classes, figures, sheet};
use crate::schemas::check;
use crate::support::Place;
use esprit::report::{Format, RenderOptions, agreement};
use esprit::text::{Lang, Texts};
use esprit::visit::Definition;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use world::class::{Class, ClassSettings};

fn class(place: &Place, settings: ClassSettings) -> (Class, PathBuf) {
    let class = Class::new(settings).unwrap();
    let folder = place.dir.path().join("class");
    for (path, text) in class.files().unwrap() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    (class, folder)
}

const TWELVE: ClassSettings = ClassSettings { seed: 1, observers: 12, scenarios: 3, items: None };

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Returns the arguments that name the reference's visits.
fn held_against(folder: &Path, scenarios: usize) -> Vec<String> {
    (1..=scenarios)
        .flat_map(|number| {
            let path = folder.join("reference").join(format!("scenario-{number:02}.json"));
            ["--reference".to_owned(), text(&path).to_owned()]
        })
        .collect()
}

fn run(place: &Place, lang: &str, folder: &Path, more: &[&str]) -> (i32, String, String) {
    let args: Vec<&str> = ["agreement", text(folder)].into_iter().chain(more.iter().copied()).collect();
    place.run(lang, &args, "")
}

#[test]
fn the_first_lines_report_the_truth_of_a_generated_class() {
    let place = Place::new();
    let (class, folder) = class(&place, TWELVE);
    assert_eq!(place.run("en", &["verify", text(&folder)], "").0, 0, "every visit of it verifies");
    let reference = held_against(&folder, 3);
    let reference: Vec<&str> = reference.iter().map(String::as_str).collect();
    for (lang, chance, lenient, unclear) in [
        (
            "en",
            "No better than chance: ",
            "Lenient: ",
            "An item whose guidance should be clearer: “Asks for the customer’s view”",
        ),
        (
            "fr",
            "Pas mieux que le hasard : ",
            "Trop d’indulgence : ",
            "Un point dont les repères sont à clarifier : « Demande l’avis du client »",
        ),
    ] {
        for more in [reference.as_slice(), &[]] {
            let (code, out, err) = run(&place, lang, &folder, more);
            assert_eq!(code, 0, "{err}");
            let opening = out.split("\n\n").next().unwrap().replace(['\n', '\u{a0}'], " ");
            let opening = opening.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(opening.contains(&format!("{chance}{}.", class.random)), "{opening}");
            assert!(opening.contains(&format!("{lenient}{}.", class.lenient.join(", "))), "{opening}");
            assert!(opening.contains(unclear), "{opening}");
        }
    }
    assert_eq!(class.unclear, "listening.ask_view");
}

/// With three scenarios two lenient observers in three classes are certain; with six, in each of these.
#[test]
fn the_truth_of_many_classes_is_found_without_false_alarms() {
    for seed in 1..=8 {
        let place = Place::new();
        let (class, folder) = class(&place, ClassSettings { seed, scenarios: 6, ..TWELVE });
        let reference = held_against(&folder, 6);
        let more: Vec<&str> = reference.iter().map(String::as_str).chain(["--format", "json"]).collect();
        let (code, out, err) = run(&place, "en", &folder, &more);
        assert_eq!(code, 0, "{err}");
        let found: Value = serde_json::from_str(&out).unwrap();
        let reading = found["comparisons"][0]["reading"].as_array().unwrap();
        let named = |says: &str, whom: &str| -> Vec<String> {
            let sentence = reading.iter().find(|sentence| sentence["says"] == says);
            let names = sentence.map(|sentence| sentence[whom].as_array().unwrap().clone()).unwrap_or_default();
            let mut names: Vec<String> = names.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
            names.sort_unstable();
            names
        };
        let mut lenient = class.lenient.clone();
        lenient.sort_unstable();
        assert_eq!(named("lenient", "observers"), lenient, "seed {seed}");
        assert_eq!(named("severe", "observers"), [""; 0], "seed {seed}");
        assert_eq!(named("by_chance", "observers"), std::slice::from_ref(&class.random), "seed {seed}");
        assert_eq!(named("unclear", "items"), std::slice::from_ref(&class.unclear), "seed {seed}");
    }
}

#[test]
fn every_format_has_the_same_content_and_json_fits_its_schema() {
    let place = Place::new();
    let (_, folder) = class(&place, TWELVE);
    let (code, json, err) = run(&place, "fr", &folder, &["--format", "json"]);
    assert_eq!(code, 0, "{err}");
    check("agreement", &json);
    let figures: Value = serde_json::from_str(&json).unwrap();
    let observers = figures["comparisons"][0]["observers"].as_array().unwrap();
    assert_eq!((observers.len(), figures["matched_on"].as_str().unwrap()), (13, "scenario"));
    let (_, csv, _) = run(&place, "fr", &folder, &["--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let agreed = rows.iter().find(|row| &row[2] == "t004" && &row[4] == "agreed").unwrap();
    let known = observers.iter().find(|row| row["observer"] == "t004").unwrap();
    assert_eq!(agreed[5].parse::<f64>().ok(), known["agreed"]["value"].as_f64());
    assert_eq!(agreed[8].parse::<u64>().unwrap(), known["n"].as_u64().unwrap());
    // The description beside a file lists all its columns.
    let file = place.dir.path().join("a.csv");
    assert_eq!(run(&place, "fr", &folder, &["-o", text(&file)]).0, 0);
    let package: Value =
        serde_json::from_str(&fs::read_to_string(file.with_file_name("datapackage.json")).unwrap()).unwrap();
    let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!((names.join(","), names.contains(&"says")), (csv.lines().next().unwrap().to_owned(), true));
    let (_, html, _) = run(&place, "fr", &folder, &["--format", "html"]);
    assert!(
        html.contains("<html lang=\"fr\"") && html.contains("Content-Security-Policy") && !html.contains("<script")
    );
    assert_eq!(html.matches("<svg").count(), 1);
    let book = place.dir.path().join("a.xlsx");
    assert_eq!(run(&place, "fr", &folder, &["-o", text(&book)]).0, 0);
    let sheets = calamine::Reader::sheet_names(&calamine::open_workbook_auto(&book).unwrap());
    assert!(sheets.contains(&"Observateurs".to_owned()) && sheets.contains(&"Points".to_owned()), "{sheets:?}");
    // The same visits with other names, in other folders: the same bytes.
    let moved = place.dir.path().join("moved");
    fs::create_dir_all(&moved).unwrap();
    for (number, (path, text)) in Class::new(TWELVE).unwrap().files().unwrap().into_iter().rev().enumerate() {
        fs::write(moved.join(format!("{number:03}-{}", path.file_name().unwrap().to_str().unwrap())), text).unwrap();
    }
    assert_eq!(run(&place, "fr", &moved, &["--format", "json"]).1, json);
}

#[test]
fn visits_are_matched_by_scenario_site_and_time_or_file_name() {
    let place = Place::new();
    let (_, folder) = class(&place, ClassSettings { observers: 4, ..TWELVE });
    let meetings = |more: &[&str]| {
        let (code, out, err) = run(&place, "en", &folder, &[more, &["--format", "json"]].concat());
        assert_eq!(code, 0, "{err}");
        let figures: Value = serde_json::from_str(&out).unwrap();
        let sizes = figures["comparisons"][0]["meetings"].as_array().unwrap().iter();
        (
            figures["matched_on"].as_str().unwrap().to_owned(),
            sizes.map(|one| one["observers"].as_u64().unwrap()).collect(),
        )
    };
    let all: Vec<u64> = vec![5, 5, 5];
    assert_eq!(meetings(&[]), ("scenario".to_owned(), all.clone()));
    assert_eq!(meetings(&["--on", "file-name"]), ("file_name".to_owned(), all.clone()));
    // Observers start ten minutes apart, so the fourth and the fifth are too late for the first window of half an hour.
    assert_eq!(meetings(&["--on", "site+window", "--window", "60"]), ("site_window".to_owned(), all));
    assert_eq!(meetings(&["--on", "site+window", "--window", "19.5"]).1, [2, 2, 2, 2, 2, 2]);
}

#[test]
fn what_cannot_be_compared_is_reported() {
    let place = Place::new();
    let (_, folder) = class(&place, ClassSettings { observers: 4, ..TWELVE });
    fs::write(folder.join("broken.json"), "{\"format\": \"esprit.session/1\"").unwrap();
    let (code, out, err) = run(&place, "en", &folder, &[]);
    assert!(code == 0 && out.contains("1 file could not be used"), "{out}");
    assert!(err.contains("broken.json"), "{err}");
    // One observer twice.
    let twice = fs::read_to_string(folder.join("t001/scenario-01.json")).unwrap();
    let again = twice.replace("0195c0de-0000-7000-8000-000000000003", "0195c0de-0000-7000-8000-0000000000ff");
    fs::write(folder.join("t001/again.json"), again.replace("\"yes\"", "\"partly\"")).unwrap();
    assert!(run(&place, "en", &folder, &[]).1.contains("several visits by t001"));
    // No other observer.
    for (lang, words) in [("en", "Nothing to compare"), ("fr", "Rien à comparer")] {
        let (code, out, err) = run(&place, lang, &folder.join("t002"), &[]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains(words), "{err}");
    }
    let other = held_against(&folder, 1);
    let (code, _, err) = run(&place, "en", &folder.join("t002/scenario-02.json"), &[&other[0], &other[1]]);
    assert!(code == 1 && err.contains("matches none of the visits"), "{err}");
    for wrong in [&["--on", "mood"][..], &["--window", "-1"], &["--tolerance", "soon"], &["--format", "pdf"]] {
        assert_eq!(run(&place, "fr", &folder, wrong).0, 2, "{wrong:?}");
    }
    assert_eq!(run(&place, "en", Path::new("/nowhere"), &[]).0, 1);
}

#[test]
fn different_checklists_are_compared_separately() {
    let place = Place::new();
    let (_, folder) = class(&place, ClassSettings { observers: 3, scenarios: 1, ..TWELVE });
    let second = Class::new(ClassSettings { observers: 4, scenarios: 1, items: Some(12), seed: 2 }).unwrap();
    for (path, text) in second.files().unwrap() {
        let text = text.replace("0195c0de-0000-7000-8000", "0195c0de-0000-7000-9000");
        let name = path.to_str().unwrap().replace('/', "-");
        fs::write(folder.join(format!("second-{name}")), text).unwrap();
    }
    let (code, out, err) = run(&place, "en", &folder, &[]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Class (1.0.0): summary") && out.contains("(shop, branch, phone) (1.1.0): summary"));
    assert!(out.contains("are compared separately"), "{out}");
}

#[test]
fn foreign_text_is_harmless_in_every_format() {
    let hostile = "=cmd|' /C calc'!A0 <script>alert(1)</script>\u{1b}[2J\u{202e}";
    let mut list = checklist(&["a", "b"], "").raw().clone();
    list["sections"][0]["items"][0]["label"] = hostile.into();
    list["title"] = hostile.into();
    let list = Definition::new(list).unwrap();
    let observers = [hostile, "-1+1", "ben"];
    let records: Vec<_> = observers.iter().map(|name| sheet("x", name, &[("a", "yes"), ("b", "no")])).collect();
    let found = figures(&classes(&records, &list));
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for format in Format::ALL {
            let bytes = agreement::render(&found, &texts, format, RenderOptions::default()).unwrap();
            let Ok(out) = String::from_utf8(bytes) else { continue };
            assert!(!out.contains(['\u{1b}', '\u{202e}']), "{format:?}");
            assert!(format != Format::Html || !out.contains("<script"), "{out}");
            let formula = |cell: &str| cell.starts_with(['=', '-']) && cell.parse::<f64>().is_err();
            if format == Format::Csv {
                let mut rows = csv::Reader::from_reader(out.as_bytes());
                assert!(rows.records().all(|row| row.unwrap().iter().all(|cell| !formula(cell))), "{out}");
            }
        }
    }
}
