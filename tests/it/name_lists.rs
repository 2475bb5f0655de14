//! Sites and observers are added, renamed, merged, removed and imported; every front end and report then knows them so,
//! and no session file changes.

use crate::support::Place;
use esprit::store::{observers, sites};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Records a finished visit; returns its file.
fn visit(place: &Place, site: &str, observer: &str) -> PathBuf {
    let args = ["visit", "practice", "--kind", "mystery_visit", "--site", site, "--observer", observer, "--plain"];
    let (code, out, err) = place.run("en", &args, "y\nfinish\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    out.lines().last().unwrap().into()
}

/// Runs a command that succeeds; returns what it said on standard output.
fn done(place: &Place, args: &[&str]) -> String {
    let (code, out, err) = place.run("en", args, "");
    assert_eq!(code, 0, "{args:?}: {out}{err}");
    out
}

/// Runs a command that fails with a code and a message.
fn refused(place: &Place, args: &[&str], code: i32, message: &str) {
    let kept = |folder: PathBuf| fs::read_to_string(folder).ok();
    let before = (kept(place.folders().sites()), kept(place.folders().observers()));
    let (found, out, err) = place.run("en", args, "");
    assert!(found == code && err.contains(message), "{args:?}: {found} {out}{err}");
    assert_eq!(before, (kept(place.folders().sites()), kept(place.folders().observers())), "{args:?}");
}

/// Returns the ids, names and visits of a report by a key.
fn report(place: &Place, by: &str, more: &[&str]) -> Vec<(String, String)> {
    let args = [&["report", "--table", "visits"], more].concat();
    let out = done(place, &args);
    let mut rows = csv::Reader::from_reader(out.as_bytes());
    let headers = rows.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap_or_else(|| panic!("{name}: {out}"));
    let (id, name) = (at(&format!("{by}_id")), at(&format!("{by}_name")));
    rows.records().map(|row| row.unwrap()).map(|row| (row[id].to_owned(), row[name].to_owned())).collect()
}

fn pair(id: &str, name: &str) -> (String, String) {
    (id.to_owned(), name.to_owned())
}

#[test]
fn a_merged_site_counts_as_the_other_one_everywhere_and_no_session_file_changes() {
    let place = Place::new();
    let files = [visit(&place, "Lyon Part-Dieu", "Ana"), visit(&place, "Lyon Gare", "Ana")];
    let before: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    let said = done(&place, &["sites", "merge", "Lyon Gare", "lyon-part-dieu"]);
    assert!(said.contains("“Lyon Gare” counts as “Lyon Part-Dieu” from now on"), "{said}");
    let one = pair("lyon-part-dieu", "Lyon Part-Dieu");
    assert_eq!(report(&place, "site", &[]), [one.clone(), one.clone()]);
    // A report of named files knows it too; as they were recorded, they are two.
    let sessions = place.folders().sessions();
    assert_eq!(report(&place, "site", &[sessions.to_str().unwrap()]), [one.clone(), one.clone()]);
    let recorded = [one.clone(), pair("lyon-gare", "Lyon Gare")];
    assert_eq!(report(&place, "site", &["--as-recorded"]), recorded);
    for typed in ["site=Lyon Gare", "site=lyon-gare", "site=Lyon Part-Dieu"] {
        assert_eq!(report(&place, "site", &["--where", typed]).len(), 2, "{typed}");
    }
    // Typing the merged name or id finds the other one; the merging survives the writing of the list.
    for typed in ["lyon gare", "lyon-gare"] {
        let file = visit(&place, typed, "Ana");
        let session: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        assert_eq!(session["site"]["id"], "lyon-part-dieu", "{typed}");
    }
    visit(&place, "Brest", "Ana");
    assert_eq!(sites::load(&place.folders()).all.by_id("lyon-gare").unwrap().id, "lyon-part-dieu");
    assert_eq!(before, files.iter().map(|file| fs::read(file).unwrap()).collect::<Vec<_>>());
    let list = done(&place, &["sites", "list"]);
    assert!(list.contains("Lyon Gare  (merged into lyon-part-dieu)"), "{list}");
    let json: Value = serde_json::from_str(&done(&place, &["sites", "list", "--json"])).unwrap();
    assert_eq!(json["merged"][0]["into"], "lyon-part-dieu");
    // Undone by removing it.
    assert!(done(&place, &["sites", "remove", "Lyon Gare"]).contains("no longer merged"));
    assert_eq!(sites::load(&place.folders()).all.by_id("lyon-gare").unwrap().id, "lyon-gare");
}

#[test]
fn merges_follow_each_other_and_never_go_in_circles() {
    let place = Place::new();
    for name in ["Un", "Deux", "Trois"] {
        done(&place, &["sites", "add", name]);
    }
    refused(&place, &["sites", "merge", "un", "UN"], 1, "one and the same");
    done(&place, &["sites", "merge", "un", "deux"]);
    refused(&place, &["sites", "merge", "deux", "un"], 1, "one and the same");
    refused(&place, &["sites", "merge", "un", "trois"], 1, "already merged into “Deux”");
    refused(&place, &["sites", "remove", "deux"], 1, "others are merged into it: un");
    done(&place, &["sites", "merge", "deux", "trois"]);
    refused(&place, &["sites", "merge", "trois", "un"], 1, "one and the same");
    let known = sites::load(&place.folders()).all;
    for typed in ["un", "deux", "trois"] {
        assert_eq!(known.identify(typed).into_one().unwrap().id, "trois", "{typed}");
    }
    // A file that was edited by hand may have a circle: everyone in it stands for themselves.
    fs::write(
        place.folders().sites(),
        r#"[{"id":"a","merged_into":"b"},{"id":"b","merged_into":"a"},{"id":"c","merged_into":"a"},{"id":"d","merged_into":"d"}]"#,
    )
    .unwrap();
    let ids: Vec<String> = sites::load(&place.folders()).all.entries.into_iter().map(|site| site.id).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
}

#[test]
fn the_users_own_list_is_never_written_and_wins() {
    let place = Place::new();
    let list = place.folders().data().join("sites.csv");
    fs::write(&list, "id,name,group\nL3,Lyon 3,Est\nL4,Lyon 4,Est\n").unwrap();
    let text = fs::read(&list).unwrap();
    refused(&place, &["sites", "rename", "Lyon 3", "Lyon Gare"], 1, "sites.csv, line 2");
    refused(&place, &["sites", "remove", "l4"], 1, "sites.csv, line 3");
    refused(&place, &["sites", "add", "lyon 3"], 1, "already");
    let file = visit(&place, "Lyon 4", "Ana");
    done(&place, &["sites", "merge", "l4", "Lyon 3"]);
    assert_eq!(report(&place, "site", &[]), [pair("l3", "Lyon 3")]);
    let known = sites::load(&place.folders()).all;
    assert_eq!(known.entries.iter().map(|site| site.id.as_str()).collect::<Vec<_>>(), ["l3"]);
    assert_eq!(known.identify("L4").into_one().unwrap().id, "l3");
    // The list goes on winning: its name for the other one is the one that counts.
    fs::write(&list, "id,name,group\nL3,Lyon Trois,Ouest\nL4,Lyon 4,Est\n").unwrap();
    assert_eq!(report(&place, "site", &[]), [pair("l3", "Lyon Trois")]);
    fs::write(&list, &text).unwrap();
    done(&place, &["sites", "remove", "l4"]);
    assert_eq!(report(&place, "site", &[]), [pair("l4", "Lyon 4")]);
    assert_eq!(fs::read(&list).unwrap(), text);
    assert!(file.exists());
}

#[test]
fn a_renamed_site_has_its_name_and_group_in_reports_of_earlier_visits() {
    let place = Place::new();
    visit(&place, "Lyom", "Ana");
    let said = done(&place, &["sites", "rename", "lyom", "Lyon", "--group", "Est"]);
    assert!(said.contains("lyom is called “Lyon” now"), "{said}");
    assert_eq!(report(&place, "site", &[]), [pair("lyom", "Lyon")]);
    assert!(done(&place, &["report", "--table", "visits", "--where", "group=Est"]).contains("Lyon"));
    assert_eq!(report(&place, "site", &["--as-recorded"])[0].1, "Lyom");
    // A visit finds it by its new name, and does not undo it.
    visit(&place, "Lyon", "Ana");
    assert_eq!(report(&place, "site", &[]), [pair("lyom", "Lyon"), pair("lyom", "Lyon")]);
    // Without --group the group stays; an empty one removes it.
    done(&place, &["sites", "rename", "lyom", "Lyon 1"]);
    assert_eq!(sites::load(&place.folders()).all.by_id("lyom").unwrap().group.as_deref(), Some("Est"));
    done(&place, &["sites", "rename", "lyom", "Lyon 1", "--group", ""]);
    assert_eq!(sites::load(&place.folders()).all.by_id("lyom").unwrap().group, None);
    done(&place, &["sites", "add", "Brest"]);
    refused(&place, &["sites", "rename", "brest", "LYON-1"], 1, "already");
    refused(&place, &["sites", "rename", "brest", "…"], 2, "letter or a digit");
    refused(&place, &["sites", "rename", "brset", "Brest 2"], 1, "Did you mean");
}

#[test]
fn sites_are_added_with_an_id_and_removed() {
    let place = Place::new();
    let said = done(&place, &["sites", "add", " Orléans\tCentre ", "--group", "Loire"]);
    assert_eq!(said, "Added: Orléans Centre (orleans-centre).\n");
    assert_eq!(done(&place, &["sites", "add", "Tours", "--id", "T01"]), "Added: Tours (t01).\n");
    refused(&place, &["sites", "add", "ORLEANS centre"], 1, "merge them");
    refused(&place, &["sites", "add", "Autre", "--id", "t01"], 1, "already");
    refused(&place, &["sites", "add", "Autre", "--id", "../x"], 2, "cannot be an id");
    refused(&place, &["sites", "add", "?!"], 2, "letter or a digit");
    refused(&place, &["sites", "remove", "Nantes"], 1, "No site is called “Nantes”");
    visit(&place, "Tours", "Ana");
    assert!(done(&place, &["sites", "remove", "tours"]).contains("Its visits stay as they are"));
    let known = sites::load(&place.folders()).all;
    assert_eq!(known.entries.iter().map(|site| site.id.as_str()).collect::<Vec<_>>(), ["orleans-centre"]);
    // One that only visits name can be merged, or renamed, but not removed.
    refused(&place, &["sites", "remove", "Tours"], 1, "on no list");
    done(&place, &["sites", "merge", "Tours", "Orléans Centre"]);
    assert_eq!(report(&place, "site", &[]), [pair("orleans-centre", "Orléans Centre")]);
}

#[test]
fn an_import_adds_and_updates_and_names_each_line_it_left_out() {
    let place = Place::new();
    let file = place.folders().data().parent().unwrap().join("liste.csv");
    visit(&place, "Lyon 3", "Ana");
    fs::write(&file, "Code;Nom;Région\nL3;Lyon 3;Est\n;;Ouest\nB1;Brest;Ouest\nlyon-3;Lyon 3 bis;\n").unwrap();
    let path = file.to_str().unwrap();
    let (code, out, err) = place.run("en", &["sites", "import", path], "");
    assert_eq!((code, out.as_str()), (1, "Added: 2; updated: 1.\n"), "{err}");
    assert!(err.contains("line 3: there is no id"), "{err}");
    let known = sites::load(&place.folders());
    assert_eq!(known.all.by_id("b1").unwrap().group.as_deref(), Some("Ouest"));
    assert_eq!(report(&place, "site", &[]), [pair("lyon-3", "Lyon 3 bis")]);
    // The same again changes nothing; a name that another one has is named.
    fs::write(&file, "id,name\nnew,Brest\n").unwrap();
    let (code, out, err) = place.run("en", &["sites", "import", path], "");
    assert_eq!((code, out.as_str()), (0, "Added: 1; updated: 0.\n"));
    assert!(err.contains("“Brest” is the name of new and of b1"), "{err}");
    refused(&place, &["sites", "import", "nowhere.csv"], 1, "nowhere.csv");
    fs::write(&file, b"\x89PNG\0\0,a\n").unwrap();
    refused(&place, &["sites", "import", path], 1, "neither text nor a workbook");
    fs::write(&file, "\n").unwrap();
    refused(&place, &["sites", "import", path], 1, "nothing was changed");
    // What the program wrote itself comes back, with what is merged.
    done(&place, &["sites", "merge", "new", "b1"]);
    let other = Place::new();
    done(&other, &["sites", "import", place.folders().sites().to_str().unwrap()]);
    assert_eq!(sites::load(&other.folders()).all.by_id("new").unwrap().id, "b1");
}

#[test]
fn merged_observers_are_one_in_reports_and_agreement() {
    let place = Place::new();
    visit(&place, "Lyon", "Zoé");
    visit(&place, "Lyon", "Zoe Martin");
    visit(&place, "Lyon", "Ben");
    let sessions = place.folders().sessions();
    let agreement = |more: &[&str]| {
        let args =
            [&["agreement", sessions.to_str().unwrap(), "--on", "site+window", "--format", "json"], more].concat();
        let json: Value = serde_json::from_str(&done(&place, &args)).unwrap();
        json["comparisons"][0]["observers"].as_array().unwrap_or_else(|| panic!("{json}")).len()
    };
    assert_eq!(agreement(&[]), 3);
    done(&place, &["observers", "merge", "zoe", "Zoe Martin"]);
    assert_eq!(agreement(&[]), 2);
    assert_eq!(agreement(&["--as-recorded"]), 3);
    let names: Vec<String> = report(&place, "observer", &[]).into_iter().map(|(id, _)| id).collect();
    assert_eq!(names, ["zoe-martin", "zoe-martin", "ben"]);
    assert_eq!(report(&place, "observer", &["--where", "observer=Zoé"]).len(), 2);
    done(&place, &["observers", "rename", "zoe martin", "Zoé Martin"]);
    assert_eq!(report(&place, "observer", &[])[0], pair("zoe-martin", "Zoé Martin"));
    done(&place, &["observers", "add", "Chloé"]);
    done(&place, &["observers", "remove", "ben"]);
    let list = done(&place, &["observers", "list"]);
    assert!(list.contains("Chloé  (entered by hand)") && list.contains("merged into zoe-martin"), "{list}");
    assert!(!list.contains("Ben"), "{list}");
    let file = place.folders().data().parent().unwrap().join("people.csv");
    fs::write(&file, "Observateur;Identifiant\nDiane Roy;DR\n").unwrap();
    done(&place, &["observers", "import", file.to_str().unwrap()]);
    let known = observers::load(&place.folders()).unwrap().all;
    assert_eq!(known.identify("diane roy").into_one().unwrap().id, "dr");
}

#[test]
fn observers_of_visits_before_the_first_list_can_be_merged() {
    let place = Place::new();
    visit(&place, "Lyon", "Ana");
    visit(&place, "Lyon", "Anna");
    fs::remove_file(place.folders().observers()).unwrap();
    done(&place, &["observers", "merge", "Ana", "Anna"]);
    assert_eq!(observers::load(&place.folders()).unwrap().all.by_id("ana").unwrap().id, "anna");
}
