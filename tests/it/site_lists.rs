//! Lists of sites as spreadsheets save them: read by every front end, and named line by line where they cannot be.

use crate::support::Place;
use esprit::store::site_list::{self, ListReason, SiteList};
use esprit::store::sites;
use esprit::visit::{Identity, Site};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases/sites").join(name)
}

fn site(id: &str, name: &str, group: &str) -> Site {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Site { id: id.to_owned(), name: some(name), group: some(group) }
}

fn lyon(group: &str) -> Vec<Site> {
    vec![site("lyon-1", "Lyon Part-Dieu", group)]
}

fn reasons(list: &SiteList) -> Vec<(usize, ListReason)> {
    list.remarks.iter().map(|remark| (remark.line, remark.reason.clone())).collect()
}

#[test]
fn every_spelling_of_a_list_is_read_or_its_line_is_named() {
    let same_id = ListReason::SameId { id: "12".to_owned(), first: 2 };
    let same_name = ListReason::SameName { name: "Centre".to_owned(), first: 2 };
    let shortened = ListReason::ShortenedNumber("1.2E+05".to_owned());
    let parts = site("lyon-1", "Lyon; Part-Dieu", "East");
    let sci = esprit::visit::checklist::id_from("1.2E+05").unwrap();
    let cases = [
        ("accents_sites.csv", vec![site("45-1", "Orléans Centre", "Loire")], vec![]),
        ("s_bom_semi_crlf.csv", lyon("East"), vec![]),
        ("s_cp1252.csv", lyon("Rhône"), vec![]),
        ("s_cr.csv", lyon("East"), vec![]),
        ("s_dup.csv", vec![site("12", "Lyon Part-Dieu", "East")], vec![(3, same_id)]),
        ("s_dupname.csv", vec![site("12", "Centre", "East"), site("13", "Centre", "West")], vec![(3, same_name)]),
        ("s_fr.csv", lyon("East"), vec![]),
        ("s_order.csv", lyon("East"), vec![]),
        ("s_order2.csv", lyon("East"), vec![]),
        ("s_plain.csv", lyon("East"), vec![]),
        ("s_quote.csv", vec![], vec![(2, ListReason::OpenQuote)]),
        ("s_sci.csv", vec![site(&sci, "Lyon Part-Dieu", "East")], vec![(2, shortened)]),
        ("s_semi_h.csv", lyon("East"), vec![]),
        ("s_semi_in.csv", vec![parts], vec![]),
        ("s_sep.csv", lyon("East"), vec![]),
        ("s_space.csv", vec![site("lyon-1", "Lyon Part-Dieu", "East"), site("site-a", "Alpha", "West")], vec![]),
        ("s_tab.csv", lyon("East"), vec![]),
        ("s_upper.csv", lyon("East"), vec![]),
        ("s_utf16.csv", lyon("East"), vec![]),
    ];
    let names: Vec<String> =
        fs::read_dir(case("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names.len(), cases.len(), "{names:?}");
    for (name, sites, remarks) in cases {
        let list = site_list::read(&case(name)).unwrap();
        assert_eq!((&list.sites.entries, reasons(&list)), (&sites, remarks), "{name}");
        assert_eq!(list.places.len(), sites.len(), "{name}");
        // The same in a data folder.
        let place = Place::new();
        fs::copy(case(name), place.folders().data().join("sites.csv")).unwrap();
        assert_eq!(sites::load(&place.folders()).all.entries, sites, "{name}");
    }
}

#[test]
fn an_id_is_known_as_its_list_spells_it() {
    let list = site_list::read(&case("s_space.csv")).unwrap();
    for (typed, id) in [("Lyon 1", "lyon-1"), ("lyon-1", "lyon-1"), ("SITE A", "site-a"), ("alpha", "site-a")] {
        assert_eq!(list.sites.identify(typed).into_one().unwrap().id, id, "{typed}");
    }
    let accents = site_list::read(&case("accents_sites.csv")).unwrap();
    for typed in ["orleans centre", "Orle\u{301}ans Centre", "45-1"] {
        assert_eq!(accents.sites.identify(typed), Identity::Known(accents.sites.entries[0].clone()), "{typed}");
    }
}

#[test]
fn a_cell_that_is_too_long_is_named() {
    let place = Place::new();
    let path = place.folders().data().join("sites.csv");
    fs::write(&path, format!("id;nom;groupe\na;Un;{}\nb;Deux;Sud\n", "x".repeat(200_000))).unwrap();
    let list = site_list::read(&path).unwrap();
    assert_eq!(list.sites.entries, [site("a", "Un", ""), site("b", "Deux", "Sud")]);
    assert_eq!(reasons(&list), [(2, ListReason::TooLong)]);
}

#[test]
fn lines_that_cannot_be_taken_are_named_and_all_others_count() {
    let place = Place::new();
    let path = place.folders().data().join("sites.csv");
    let text =
        "id;nom;groupe\nA;Un\u{7};\"Nord\r\nEst\"\n;Sans code;Sud\n---;Rien;Sud\n\"B;Deux\nC;Trois;Sud\nc;Autre;\n";
    fs::write(&path, text).unwrap();
    let list = site_list::read(&path).unwrap();
    assert_eq!(list.sites.entries, [site("a", "Un", "Nord Est"), site("c", "Trois", "Sud")]);
    let expected = [
        (4, ListReason::NoId),
        (5, ListReason::InvalidId("---".to_owned())),
        (6, ListReason::OpenQuote),
        (8, ListReason::SameId { id: "c".to_owned(), first: 7 }),
    ];
    assert_eq!(reasons(&list), expected);
    let args = ["sites", "check"];
    let (code, out, err) = place.run("en", &args, "");
    assert_eq!((code, err.as_str()), (1, ""));
    for line in ["line 4: there is no id", "line 5: “---”", "line 6: a quotation mark", "line 8: line 7 has the id “c”"]
    {
        assert!(out.contains(line), "{line}: {out}");
    }
    assert!(out.ends_with("2 sites; lines left out: 4\n"), "{out}");
    let named = "sites.csv, ligne 6\u{a0}: un guillemet n’est pas refermé";
    for args in [&["doctor"][..], &["sites", "check"]] {
        assert!(place.run("fr", args, "").1.contains(named), "{args:?}");
    }
    let args = ["visit", "practice", "--site", "Trois", "--observer", "o", "--plain"];
    let (code, _, err) = place.run("fr", &args, "finish\n");
    assert!(code == 0 && err.contains(named), "{err}");
    let (_, _, err) = place.run("fr", &["report", "--where", "kind=training"], "");
    assert!(err.contains(named), "{err}");
    let (code, out, _) = place.run("en", &["sites", "check", "--json"], "");
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, json["sites"].as_u64(), json["left_out"].as_u64()), (1, Some(2), Some(4)));
    assert_eq!(json["lines"][2]["reason"], "open_quote");
}

#[test]
fn a_list_without_a_fault_is_checked_and_listed() {
    let place = Place::new();
    let (code, out, _) = place.run("en", &["sites", "check", case("s_utf16.csv").to_str().unwrap()], "");
    assert_eq!((code, out.as_str()), (0, "1 site; lines left out: 0\n"));
    assert_eq!(place.run("en", &["sites", "check"], "").0, 1);
    let (code, _, err) = place.run("en", &["sites", "list"], "");
    assert!(code == 0 && err.contains("sites.xlsx"), "{err}");
    fs::copy(case("s_cp1252.csv"), place.folders().data().join("sites.csv")).unwrap();
    sites::remember(&place.folders(), &site("brest", "", "")).unwrap();
    let (code, out, _) = place.run("en", &["sites", "list"], "");
    assert_eq!(code, 0);
    assert!(out.contains("Lyon Part-Dieu · Rhône  (sites.csv, line 2)") && out.contains("(from a visit)"), "{out}");
    let (_, out, _) = place.run("en", &["sites", "list", "--json"], "");
    let json: Value = serde_json::from_str(&out).unwrap();
    let origins: Vec<_> =
        json["sites"].as_array().unwrap().iter().map(|site| (site["id"].clone(), site["origin"].clone())).collect();
    assert_eq!(origins, [("brest".into(), "remembered".into()), ("lyon-1".into(), "list".into())]);
}

#[test]
fn a_workbook_is_read_by_its_header_too() {
    let place = Place::new();
    let path = place.folders().data().join("sites.xlsx");
    let mut workbook = Workbook::new();
    let hidden = workbook.add_worksheet();
    hidden.write_string(0, 0, "id").unwrap();
    hidden.set_hidden(true);
    let sheet = workbook.add_worksheet();
    let rows: [[&str; 3]; 3] =
        [["Région", "Magasin", "Code"], ["Loire", "Orléans Centre", "45-1"], ["", "Sans code", ""]];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    sheet.write_string(4, 1, "Nombre").unwrap();
    sheet.write_number_with_format(4, 2, 120_000.0, &Format::new()).unwrap();
    sheet.set_active(true);
    workbook.save(&path).unwrap();
    let list = site_list::read(&path).unwrap();
    assert_eq!(list.sites.entries, [site("45-1", "Orléans Centre", "Loire"), site("120000", "Nombre", "")]);
    assert_eq!(reasons(&list), [(3, ListReason::NoId)]);
    assert_eq!(sites::load(&place.folders()).all.entries, list.sites.entries);
    fs::write(&path, b"PK\x03\x04 broken").unwrap();
    let known = sites::load(&place.folders());
    assert!(known.all.entries.is_empty() && known.errors.len() == 1);
    let (code, _, err) = place.run("en", &["sites", "check"], "");
    assert!(code == 1 && err.contains("sites.xlsx"), "{err}");
}

#[test]
fn the_list_wins_over_what_was_remembered() {
    let place = Place::new();
    let folders = place.folders();
    for old in [site("45-1", "Orleans", "Est"), site("orleans-centre", "Orléans Centre", ""), site("brest", "", "")] {
        sites::remember(&folders, &old).unwrap();
    }
    fs::copy(case("accents_sites.csv"), folders.data().join("sites.csv")).unwrap();
    let known = sites::load(&folders);
    assert_eq!(known.all.entries, [site("45-1", "Orléans Centre", "Loire"), site("brest", "", "")]);
}

#[test]
fn reports_show_the_name_and_group_of_the_list() {
    let place = Place::new();
    let folders = place.folders();
    let list = folders.data().join("sites.csv");
    fs::write(&list, "id,name,group\n45-1,Orleans,Est\n").unwrap();
    let args = ["visit", "customer", "--site", "orléans", "--observer", "Иван 1", "--plain"];
    assert_eq!(place.run("en", &args, "y\nfinish\nfinish\n").0, 0);
    fs::copy(case("accents_sites.csv"), &list).unwrap();
    let report = |args: &[&str]| -> Value {
        let (code, out, err) =
            place.run("en", &[&["report", "--format", "json", "--by", "site,group"], args].concat(), "");
        assert_eq!(code, 0, "{err}");
        serde_json::from_str(&out).unwrap()
    };
    let key = |report: &Value| (report["labels"]["sites"]["45-1"].clone(), report["scores"][0]["key"]["group"].clone());
    assert_eq!(key(&report(&[])), ("Orléans Centre".into(), "Loire".into()));
    assert_eq!(key(&report(&["--as-recorded"])), ("Orleans".into(), "Est".into()));
    let other = folders.data().join("other.csv");
    fs::write(&other, "code;nom\n45-1;Gare\n").unwrap();
    assert_eq!(key(&report(&["--sites", other.to_str().unwrap()])), ("Gare".into(), "Est".into()));
    // The name that it had before finds it too.
    for condition in ["site=Orléans centre", "site=45-1", "site=Orleans", "group=Loire", "observer=иван 1"] {
        assert_eq!(report(&["--where", condition])["source"]["sessions"], 1, "{condition}");
    }
    let (code, out, _) = place.run("en", &["report", "--table", "visits"], "");
    assert!(code == 0 && out.contains("Orléans Centre") && out.contains("Loire"), "{out}");
}

#[test]
fn a_name_of_two_sites_is_asked_back_by_every_front_end() {
    let place = Place::new();
    fs::copy(case("s_dupname.csv"), place.folders().data().join("sites.csv")).unwrap();
    let args = ["visit", "practice", "--site", "centre", "--observer", "o", "--plain"];
    let (code, _, err) = place.run("en", &args, "finish\n");
    assert!(code == 2 && err.contains("Several sites are called “Centre”. Enter the id: 12, 13."), "{err}");
    let args = ["visit", "practice", "--observer", "o", "--plain"];
    let (code, out, err) = place.run("fr", &args, "centre\n13\nfinish\n");
    assert!(code == 0 && err.contains("Plusieurs sites s’appellent «\u{a0}Centre\u{a0}»"), "{out}{err}");
    let session = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    assert!(session.contains(r#""site":{"id":"13","name":"Centre","group":"West"}"#), "{session}");
}

#[test]
fn an_observer_of_earlier_visits_keeps_the_id() {
    let place = Place::new();
    let args = ["visit", "customer", "--site", "s", "--observer", "j_d", "--plain"];
    assert_eq!(place.run("en", &args, "finish\nfinish\n").0, 0);
    // As an earlier version leaves it: without a list of observers, and with an id of another kind.
    fs::remove_file(place.folders().observers()).unwrap();
    let args = ["visit", "customer", "--site", "s", "--observer", "J. D", "--plain"];
    let (code, out, err) = place.run("en", &args, "finish\nfinish\n");
    assert_eq!(code, 0, "{err}");
    let session = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    assert!(session.contains(r#""observer":{"id":"j_d"}"#), "{session}");
    assert!(fs::read_to_string(place.folders().observers()).unwrap().contains("j_d"));
}
