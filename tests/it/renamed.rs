//! Names that were changed: an old name finds whom or what it named, and lists show the new one.

use crate::support::{Flow, Place, model};
use esprit::app::Read;
use esprit::app::screen::Screen;
use esprit::recorder;
use esprit::store::{observers, sites};
use esprit::text::Lang;
use serde_json::Value;
use std::fs;

/// Finishes a visit; returns the site and the observer of its file.
fn visit(place: &Place, site: &str, observer: &str) -> (Value, Value) {
    let args = ["visit", "practice", "--kind", "mystery_visit", "--site", site, "--observer", observer, "--plain"];
    let out = done(place, &args, "y\nfinish\nfinish\n");
    let session: Value = serde_json::from_slice(&fs::read(out.lines().last().unwrap()).unwrap()).unwrap();
    (session["site"].clone(), session["observer"].clone())
}

fn done(place: &Place, args: &[&str], input: &str) -> String {
    let (code, out, err) = place.run("en", args, input);
    assert_eq!(code, 0, "{args:?}: {out}{err}");
    out
}

#[test]
fn the_old_name_of_a_renamed_one_finds_it() {
    let place = Place::new();
    visit(&place, "Lyom", "Anna");
    done(&place, &["sites", "rename", "lyom", "Lyon"], "");
    done(&place, &["observers", "rename", "anna", "Ana"], "");
    for (site, observer) in [("Lyom", "Anna"), ("lyon", "ana"), ("LYOM", "ANNA")] {
        let found = visit(&place, site, observer);
        assert_eq!((&found.0["id"], &found.1["id"]), (&"lyom".into(), &"anna".into()), "{site}");
        assert_eq!((&found.0["name"], &found.1["name"]), (&"Lyon".into(), &"Ana".into()), "{site}");
    }
    // A second new name: both old ones are known.
    done(&place, &["sites", "rename", "lyon", "Lyon Gare"], "");
    let known = sites::load(&place.folders()).all;
    for typed in ["Lyom", "Lyon", "Lyon Gare"] {
        assert_eq!(known.identify(typed).into_one().unwrap().id, "lyom", "{typed}");
    }
    for typed in ["Lyom", "lyon", "Lyon Gare", "lyom"] {
        let out = done(&place, &["report", "--table", "visits", "--where", &format!("site={typed}")], "");
        assert_eq!(out.lines().count(), 5, "{typed}: {out}");
    }
    // Another one may have an old name, which is then its own.
    done(&place, &["sites", "add", "Lyon", "--id", "lyon-2"], "");
    let known = sites::load(&place.folders()).all;
    assert_eq!(known.identify("Lyon").into_one().unwrap().id, "lyon-2");
    assert_eq!(known.identify("Lyom").into_one().unwrap().id, "lyom");
    // A name that is taken back is no old one.
    done(&place, &["sites", "rename", "lyom", "Lyom"], "");
    assert_eq!(sites::load(&place.folders()).all.identify("Lyon Gare").into_one().unwrap().id, "lyom");
}

#[test]
fn a_name_that_an_import_or_the_list_replaces_still_finds_its_site() {
    let place = Place::new();
    visit(&place, "Lyon III", "Ana");
    let file = place.dir.path().join("new.csv");
    fs::write(&file, "id,name\nlyon-iii,Lyon 3\n").unwrap();
    done(&place, &["sites", "import", file.to_str().unwrap()], "");
    assert_eq!(visit(&place, "Lyon III", "Ana").0["id"], "lyon-iii");
    let place = Place::new();
    visit(&place, "Lyon III", "Ana");
    fs::write(place.data().join("sites.csv"), "id,name\nlyon-iii,Lyon 3\n").unwrap();
    for _ in 0..2 {
        // Also after the visit has remembered the name of the list.
        assert_eq!(visit(&place, "Lyon III", "Ana").0["id"], "lyon-iii");
    }
}

#[test]
fn lists_and_past_visits_show_the_name_that_counts() {
    let place = Place::new();
    visit(&place, "Lyom", "Anna");
    done(&place, &["sites", "rename", "lyom", "Lyon"], "");
    visit(&place, "Brest", "Ana");
    done(&place, &["observers", "merge", "anna", "ana"], "");
    let listed = done(&place, &["sessions"], "");
    assert!(listed.contains("Lyon  Ana") && !listed.contains("Lyom"), "{listed}");
    let id = listed.lines().find(|line| line.contains("Lyon")).unwrap().split(' ').next().unwrap().to_owned();
    let shown = done(&place, &["show", &id], "");
    assert!(shown.starts_with("Lyon · "), "{shown}");
    for fact in ["Site: Lyon (lyom), recorded as Lyom (lyom)", "Observer: Ana, recorded as Anna"] {
        assert!(shown.contains(fact), "{fact}: {shown}");
    }
    let path = place.sessions().into_iter().find(|path| path.to_string_lossy().contains("lyom")).unwrap();
    let mut flow = Flow::new(Lang::En);
    recorder::read(&place.folders(), &Read::LoadSession(path), &mut |message| {
        flow.send(message);
    });
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Lyon · ") && screen.contains("Ana") && !screen.contains("Anna"), "{screen}");
}

#[test]
fn a_merged_observer_is_no_default_any_more() {
    let place = Place::new();
    done(&place, &["observers", "add", "Zoé M."], "");
    done(&place, &["observers", "add", "Zoé Martin"], "");
    done(&place, &["observers", "merge", "Zoé M.", "Zoé Martin"], "");
    let mut flow = Flow::new(Lang::En);
    flow.model = model(Lang::En);
    flow.model.shared.settings.observer = Some("Zoé M.".to_owned());
    flow.model.shared.observers = observers::load(&place.folders()).unwrap().all;
    flow.keys("Enter");
    let Screen::NewVisit(form) = flow.model.screen() else { panic!("{}", flow.screen(80, 24)) };
    assert_eq!(form.observer.text(), "Zoé Martin");
}

#[test]
fn a_condition_that_is_the_id_of_one_site_and_the_name_of_another_says_so() {
    let place = Place::new();
    done(&place, &["sites", "add", "Gare", "--id", "12"], "");
    done(&place, &["sites", "add", "12", "--id", "paris"], "");
    visit(&place, "12", "Ana");
    let report = |site: &str| done(&place, &["report", "--format", "json", "--where", &format!("site={site}")], "");
    assert!(!report("12").contains("filter_mixes_sites"), "only one of them was visited");
    visit(&place, "paris", "Ana");
    let both: Value = serde_json::from_str(&report("12")).unwrap();
    let note = both["notes"].as_array().unwrap().iter().find(|note| note["code"] == "filter_mixes_sites").unwrap();
    assert_eq!(note["subject"], serde_json::json!(["12", "12", "paris"]));
    assert_eq!(both["source"]["sessions"], 2);
    for (lang, said) in [("en", "is the id of one and the name of another: 12, paris"), ("fr", "le nom d’un autre")] {
        let (_, out, _) = place.run(lang, &["report", "--where", "site=12"], "");
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains(said), "{out}");
    }
    assert!(!report("paris").contains("filter_mixes_sites"));
}
