//! Checklists as files: what is exported comes back as the same checklist; the page and the workbook are safe.

use crate::support::{Place, bundled, read_checklist};
use esprit::import::Imported;
use esprit::report::{Format, checklist_document};
use esprit::spreadsheet;
use esprit::store::checklists;
use esprit::text::{Lang, Texts};
use esprit::visit::Definition;
use esprit::visit::validate::authoring_faults;
use fastrand::Rng;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::fs;
use std::io::{Cursor, Read};

/// The formats that are imported again.
const SHEETS: [Format; 2] = [Format::Xlsx, Format::Csv];
/// Texts that spreadsheets, terminals and pages might take for something else.
const WORDS: [&str; 14] = [
    "Accueil",
    "Sourit en vous accueillant",
    "=1+1",
    "+33 1",
    "-5",
    "@x",
    "a;b,\"c\"",
    "_x0041_",
    "<b>&amp;",
    "Oui (1)",
    "é\u{202e}x",
    "1. un",
    "à l’heure, ou presque (1/2)",
    "n\u{301}\u{301}\u{301}\u{301}",
];

fn exported(definition: &Definition, lang: Lang, format: Format) -> Vec<u8> {
    checklist_document::render(definition, &Texts::new(lang), format).unwrap()
}

fn imported(bytes: &[u8], format: Format) -> Imported {
    read_checklist(&format!("another name.{}", format.extension()), bytes).unwrap_or_else(|error| panic!("{error:#?}"))
}

/// Asserts that a checklist comes back as it was from every file and language, without a doubt.
fn assert_comes_back(definition: &Definition) {
    for lang in Lang::ALL {
        for format in SHEETS {
            let back = imported(&exported(definition, lang, format), format);
            let digest = Definition::new(back.document.clone()).unwrap().digest().to_owned();
            let context = || format!("{lang:?} {format:?}\n{}\n{}", definition.raw(), back.document);
            assert_eq!(digest, definition.digest(), "{}", context());
            assert!(back.doubts.is_empty(), "{:?} {}", back.doubts, context());
        }
    }
}

#[test]
fn every_bundled_checklist_comes_back_with_the_same_digest() {
    for listed in checklists::bundled() {
        assert_comes_back(&listed.definition.unwrap());
    }
    let template: Value = serde_json::from_str(include_str!("../../src/store/new_checklist.json")).unwrap();
    assert_comes_back(&Definition::new(template).unwrap());
}

/// Makes random checklists that are valid.
struct Generator {
    random: Rng,
    languages: Vec<&'static str>,
    /// The conditions that items so far can be named in.
    conditions: Vec<Value>,
}

impl Generator {
    fn chance(&mut self, percent: u8) -> bool {
        self.random.u8(..100) < percent
    }

    fn word(&mut self) -> String {
        (0..self.random.usize(1..4)).map(|_| WORDS[self.random.usize(..WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn text(&mut self) -> Value {
        if self.languages.is_empty() || self.chance(10) {
            return json!(self.word());
        }
        let texts: Map<String, Value> =
            self.languages.clone().into_iter().map(|language| (language.to_owned(), json!(self.word()))).collect();
        texts.into()
    }

    fn points(&mut self) -> Value {
        [json!(0), json!(1), json!(0.5), json!(1.0), json!(0.333_333_333_333)][self.random.usize(..5)].clone()
    }

    /// Adds a field of the author's own.
    fn own(&mut self, object: &mut Value) {
        if self.chance(30) {
            let values = [json!(null), json!([1, {"a": "b\nc"}]), json!(self.word()), json!(1e300)];
            object[format!("x_{}", self.word())] = values[self.random.usize(..4)].clone();
        }
    }

    fn bands(&mut self, key: &str) -> Value {
        let mut bands: Vec<Value> =
            (1..self.random.u8(1..4)).map(|at| json!({key: f64::from(at) * 30.5, "points": self.points()})).collect();
        bands.push(json!({"points": self.points()}));
        bands.into()
    }

    fn options(&mut self, multiple: bool) -> Value {
        let scored = self.chance(70);
        let mut options = Vec::new();
        for at in 0..self.random.usize(2..5) {
            let mut option = json!({"id": format!("o{at}"), "label": self.text()});
            if scored {
                option["points"] = self.points();
            }
            if multiple && self.chance(20) {
                option["exclusive"] = json!(true);
            }
            if scored && at > 0 && self.chance(20) {
                option["scored"] = json!(false);
                option.as_object_mut().unwrap().remove("points");
            }
            self.own(&mut option);
            options.push(option);
        }
        options.into()
    }

    fn response(&mut self, kind: usize) -> (Value, Vec<Value>) {
        match kind {
            0 if self.chance(40) => (json!({"type": "behaviour", "partly": false}), vec![json!("no")]),
            0 if self.chance(40) => {
                let points = json!({"yes": self.points(), "partly": 0.25, "no": 0});
                (json!({"type": "behaviour", "points": points}), vec![json!("partly"), json!("not_applicable")])
            }
            0 => (json!({"type": "behaviour", "partly": true}), vec![json!("yes"), json!("no")]),
            1 => {
                let labels =
                    json!({"type": "scale", "min": -1, "max": 10, "min_label": self.text(), "max_label": self.text()});
                (labels, vec![json!(2), json!(3)])
            }
            2 => {
                let multiple = self.chance(50);
                (json!({"type": "choice", "options": self.options(multiple), "multiple": multiple}), vec![json!("o1")])
            }
            3 => (json!({"type": "count", "bands": self.bands("up_to")}), vec![json!(2)]),
            4 if self.chance(50) => (
                json!({"type": "timer", "starts": "visit_start", "bands": self.bands("up_to_s")}),
                vec![json!("never")],
            ),
            4 => (json!({"type": "timer"}), vec![json!("never")]),
            5 => {
                let number =
                    json!({"type": "number", "unit": self.text(), "min": -1.5, "max": 20, "message": self.text()});
                (number, vec![json!(7)])
            }
            _ => (json!({"type": "text"}), vec![]),
        }
    }

    fn condition(&mut self, depth: usize) -> Option<Value> {
        if self.conditions.is_empty() {
            return None;
        }
        let one = self.conditions[self.random.usize(..self.conditions.len())].clone();
        if depth == 0 || self.chance(40) {
            return Some(one);
        }
        let inner = self.condition(depth - 1)?;
        Some(match self.random.u8(..3) {
            0 => json!({"not": inner}),
            1 => json!({"all": [one, inner]}),
            _ => json!({"any": [inner, one]}),
        })
    }

    fn item(&mut self, id: &str) -> Value {
        let kind = self.random.usize(..7);
        let (response, answers) = self.response(kind);
        let mut item = json!({"id": id, "label": self.text(), "response": response});
        let judged: &[&str] = match kind {
            0 if response["partly"] == false => &["yes", "no"],
            0 => &["yes", "partly", "no"],
            2 => &["o0", "o1"],
            _ => &[],
        };
        let keys: Vec<&str> =
            ["how", "self_audit", "ruling"].iter().chain(judged).copied().filter(|_| self.random.bool()).collect();
        let guide: Map<String, Value> = keys.into_iter().map(|key| (key.to_owned(), self.text())).collect();
        if !guide.is_empty() {
            item["guide"] = guide.into();
        }
        for (key, value) in [
            ("weight", [json!(1), json!(1.0), json!(2), json!(2.5), json!(0)][self.random.usize(..5)].clone()),
            ("weight", json!(0.1)),
            ("critical", json!(self.random.bool())),
            ("bonus", json!(self.random.bool())),
            ("scored", json!(true)),
            ("behaviour", json!("smile")),
            ("note_required_on", json!(answers)),
        ] {
            if self.chance(35) && !(key == "note_required_on" && kind > 3) {
                item[key] = value;
            }
        }
        if let Some(when) = if self.chance(40) { self.condition(3) } else { None } {
            item["when"] = when;
        }
        self.own(&mut item);
        if !answers.is_empty() {
            self.conditions.push(json!({"item": id, "is": answers}));
        }
        if [1, 3, 4, 5].contains(&kind) {
            self.conditions.push(json!({"item": id, "above": 1.5, "at_most": 8}));
        }
        item
    }

    fn checklist(&mut self) -> Value {
        let mut sections = Vec::new();
        let count = self.random.u8(1..4);
        // All scored sections have a share, or none has.
        let shares = self.chance(30);
        for s in 0..count {
            let mut items: Vec<Value> = (0..self.random.usize(1..5)).map(|i| self.item(&format!("i{s}.{i}"))).collect();
            items.push(json!({"id": format!("i{s}.last"), "label": self.text(), "response": {"type": "behaviour"}}));
            let mut section = json!({"id": format!("s{s}"), "title": self.text(), "items": items});
            if self.chance(50) {
                section["attitude"] = json!(["greeting", "listening", "mine"][self.random.usize(..3)]);
            }
            if shares {
                section["weight_percent"] = json!(100.0 / f64::from(count));
            }
            self.own(&mut section);
            sections.push(section);
        }
        let relation = ["customer", "management", "internal"][self.random.usize(..3)];
        let mut checklist = json!({
            "format": "esprit.checklist/1", "id": "generated", "version": "2.1.0",
            "relation": relation,
            "title": self.text(), "sections": sections,
        });
        if !self.languages.is_empty() && self.chance(50) {
            checklist["languages"] = json!(self.languages);
        }
        self.own(&mut checklist);
        checklist
    }
}

fn generated(seed: u64) -> Definition {
    let mut random = Rng::with_seed(seed);
    let languages =
        [vec![], vec!["fr"], vec!["en"], vec!["fr", "en"], vec!["ar", "en", "fr"]][random.usize(..5)].clone();
    let raw = Generator { random, languages, conditions: Vec::new() }.checklist();
    let definition = Definition::new(raw).unwrap();
    assert_eq!(authoring_faults(definition.checklist()), [], "{}", definition.raw());
    definition
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_generated_checklist_comes_back_with_the_same_digest(seed: u64) {
        assert_comes_back(&generated(seed));
    }
}

/// Returns delimited text without what is carried beside the table.
fn table_alone(csv: &[u8]) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(csv);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let kept = rows[0].iter().take_while(|head| !head.starts_with("esprit::")).count();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().take(kept)).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn the_table_alone_says_what_a_visit_needs() {
    for id in ["customer", "management", "internal", "practice"] {
        for lang in Lang::ALL {
            let definition = bundled(id);
            let table = table_alone(&exported(&definition, lang, Format::Csv));
            let back = read_checklist("x.csv", &table).unwrap_or_else(|error| panic!("{id} {lang:?}: {error:#?}"));
            let (own, back) = (definition.checklist(), back.checklist);
            assert_eq!(back.sections.len(), own.sections.len());
            for ((own_section, own), (section, item)) in own.items().zip(back.items()) {
                assert_eq!(section, own_section);
                let facts = |item: &esprit::visit::Item| {
                    let when = item.when.is_some();
                    (
                        item.id.clone(),
                        item.label.clone(),
                        item.behaviour.clone(),
                        item.weight,
                        item.critical,
                        when,
                        item.response.type_name(),
                    )
                };
                assert_eq!(facts(item), facts(own), "{id} {lang:?}");
                assert_eq!(item.note_required_on.len(), own.note_required_on.len(), "{id} {lang:?} {}", own.id);
            }
        }
    }
}

#[test]
fn a_cell_that_its_author_changes_counts_and_the_rest_stays() {
    let definition = bundled("practice");
    let csv = String::from_utf8(exported(&definition, Lang::Fr, Format::Csv)).unwrap();
    let label = "Sourit en vous accueillant";
    let back = imported(csv.replacen(label, "Sourit", 1).as_bytes(), Format::Csv);
    let item = &back.checklist.sections[0].items[0];
    let own = definition.item(0);
    assert_eq!(item.label.get(Lang::Fr), "Sourit");
    assert_eq!((item.label.get(Lang::En), &item.id, &item.guide), (own.label.get(Lang::En), &own.id, &own.guide));
    assert_eq!(back.checklist.sections[1..], definition.checklist().sections[1..]);
    assert_eq!((back.checklist.id.as_str(), &back.checklist.title), ("practice", &definition.checklist().title));
}

/// Returns the parts of a workbook.
fn parts(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

#[test]
fn the_workbook_has_a_frozen_header_lists_to_choose_from_and_no_formula() {
    let definition = generated(7);
    let bytes = exported(&definition, Lang::Fr, Format::Xlsx);
    let xml = parts(&bytes);
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<dataValidation "), "{xml}");
    assert!(!xml.contains("<f>"), "a text became a formula");
    let names: Vec<String> = spreadsheet::read(&bytes).unwrap().sheets.into_iter().map(|sheet| sheet.name).collect();
    assert_eq!(names, ["Questions", "Mode d’emploi", "esprit"]);
    assert_eq!(bytes, exported(&definition, Lang::Fr, Format::Xlsx), "equal checklists make equal bytes");
    let csv = String::from_utf8(exported(&definition, Lang::Fr, Format::Csv)).unwrap();
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
    for cell in rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '@']) && !cell.contains('\u{202e}'), "{cell}");
    }
}

#[test]
fn the_page_is_a_form_without_script_and_markup_of_others() {
    for seed in 0..20 {
        let page = String::from_utf8(exported(&generated(seed), Lang::En, Format::Html)).unwrap();
        assert!(
            !page.contains("<script")
                && !page.contains("<b>&amp;")
                && !page.contains("http:")
                && !page.contains("https:"),
            "{page}"
        );
        assert!(!page.contains('\u{202e}'));
    }
    let page = |lang| String::from_utf8(exported(&bundled("customer"), lang, Format::Html)).unwrap();
    let (fr, en) = (page(Lang::Fr), page(Lang::En));
    assert!(
        fr.contains("<html lang=\"fr\">")
            && fr.contains("Vient au-devant du client")
            && fr.contains("Note (obligatoire si\u{a0}: non)")
    );
    assert!(en.contains("Goes towards the customer") && en.contains("Not seen") && en.contains("Only if"));
    assert_eq!(en.matches("<span class=\"number\">").count(), bundled("customer").len());
}

#[test]
fn the_commands_export_and_import() {
    let place = Place::new();
    let at = |name: &str| place.dir.path().join(name).to_str().unwrap().to_owned();
    for file in ["c.xlsx", "c.csv", "c.html"] {
        let (code, _, said) = place.run("en", &["checklist", "export", "customer", &at(file)], "");
        assert_eq!((code, fs::metadata(at(file)).is_ok()), (0, true), "{said}");
    }
    let (code, _, said) = place.run("en", &["checklist", "export", "customer", &at("c.pdf")], "");
    assert!(code == 2 && said.contains(".xlsx, .csv or .html"), "{said}");
    let (code, _, said) = place.run("en", &["checklist", "export", "nobody", &at("d.csv")], "");
    assert!(code == 1 && !said.is_empty() && !place.dir.path().join("d.csv").exists());
    let (code, _, said) = place.run("en", &["checklist", "import", &at("c.xlsx")], "");
    assert!(code == 0 && said.contains("already"), "{said}");
    let (code, out, said) = place.run("fr", &["checklist", "import", &at("c.csv"), "--id", "lyon"], "");
    assert!(code == 0 && out.contains("Vient au-devant du client") && said.contains("lyon.json"), "{out}{said}");
    assert_eq!(checklists::find(&place.folders(), "lyon").unwrap().len(), bundled("customer").len());
    let (code, _, said) = place.run("fr", &["checklist", "import", &at("c.csv"), "-o", &at("out.json")], "");
    assert_eq!(code, 0, "{said}");
    assert_eq!(checklists::read(at("out.json").as_ref()).unwrap().digest(), bundled("customer").digest());
    let (code, _, said) = place.run("en", &["checklist", "import", &at("c.csv"), "--id", "É"], "");
    assert!(code == 2 && said.contains("cannot be an id"), "{said}");
}

#[test]
fn a_changed_checklist_is_a_new_version_and_a_wrong_row_is_refused_with_its_cell() {
    let place = Place::new();
    let at = |name: &str| place.dir.path().join(name).to_str().unwrap().to_owned();
    place.run("en", &["checklist", "export", "practice", &at("p.csv")], "");
    let csv = fs::read_to_string(at("p.csv")).unwrap();
    fs::write(at("p.csv"), csv.replacen("Smiles as she", "Smiles when she", 1)).unwrap();
    let (code, out, _) = place.run("en", &["checklist", "import", &at("p.csv")], "");
    assert!(code == 0 && out.contains("version 1.1.0") && out.contains("--id practice-2"), "{out}");
    let changed = checklists::find(&place.folders(), "practice").unwrap();
    assert!(changed.raw().to_string().contains("Smiles when she"));
    assert_eq!(changed.checklist().version, "1.1.0");
    fs::write(at("p.csv"), csv.replacen("yes/partly/no", "perhaps", 1)).unwrap();
    let (code, _, said) = place.run("en", &["checklist", "import", &at("p.csv"), "--id", "x"], "");
    assert!(code == 1 && said.contains("line 2") && said.contains("nothing was written"), "{said}");
    assert!(checklists::find(&place.folders(), "x").is_err());
}
