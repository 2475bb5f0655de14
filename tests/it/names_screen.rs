//! The screen of sites and observers: two lists, a filter, and what keys do to the selected one.

use crate::support::{Flow, Place, moment, program};
use esprit::app::{Effect, Message, Read, Screen, Write};
use esprit::recorder::{self, Recorder};
use esprit::store::name_list::Change;
use esprit::store::name_overview::{NameOverview, NameRow, Origin};
use esprit::store::{Settings, sites};
use esprit::text::Lang;
use esprit::visit::{Known, Observer, Site};
use std::fs;
use std::path::{Path, PathBuf};

/// The keys from the first screen to this one.
const OPEN: &str = "Down Down Down Down Down Down Enter";

fn row(id: &str, name: &str, group: Option<&str>, origin: Origin, visits: u64) -> NameRow {
    let (name, group) = (Some(name.to_owned()), group.map(str::to_owned));
    NameRow { id: id.to_owned(), name, group, origin, visits: Some(visits) }
}

fn overview(names: [&str; 5]) -> NameOverview {
    let [list, entered, merged, visited, observer] = names;
    NameOverview {
        sites: vec![
            row("lyon-3", list, Some("Est"), Origin::List(PathBuf::from("/data/sites.csv"), 3), 12),
            row("lyon-4", entered, None, Origin::Entered, 1),
            row("lyon-iii", merged, None, Origin::Merged(list.to_owned()), 2),
            row("tours", visited, None, Origin::Visits, 4),
        ],
        observers: vec![row("ana", observer, None, Origin::Remembered, 7)],
    }
}

/// Returns the screen after some keys.
fn flow(lang: Lang, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys(OPEN);
    flow.send(Message::Names(Box::new(overview(["Lyon 3", "Lyon 4", "Lyon III", "Tours", "Ana Roy"]))));
    if !keys.is_empty() {
        flow.keys(keys);
    }
    flow
}

/// Returns the screens of this module, with their names and without words in the data.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    let merge = if lang == Lang::Fr { "f" } else { "m" };
    let keys = [
        ("names", String::new()),
        ("observers", "Tab".to_owned()),
        ("names filtered", "/ 1".to_owned()),
        ("names add", "a".to_owned()),
        ("names group", "a 1 Enter".to_owned()),
        ("names rename", "Down Enter".to_owned()),
        ("names merge", format!("Down {merge}")),
        ("names ask merge", format!("Down {merge} Enter")),
        ("names ask remove", "Down Delete".to_owned()),
        ("names ask separate", "Down Down Delete".to_owned()),
        ("names import", "i".to_owned()),
    ];
    let screens = keys.into_iter().map(|(name, keys)| {
        let mut flow = Flow::new(lang);
        let mut all = overview(["1", "2", "3", "4", "5"]);
        for row in all.sites.iter_mut().chain(&mut all.observers) {
            (row.id, row.group) = ("1".to_owned(), None);
            if let Origin::List(path, _) = &mut row.origin {
                *path = PathBuf::from("/1/2.3");
            }
        }
        flow.keys(OPEN).send(Message::Names(Box::new(all)));
        if !keys.is_empty() {
            flow.keys(&keys);
        }
        (name, flow)
    });
    let mut empty = Flow::new(lang);
    empty.keys(OPEN).send(Message::Names(Box::default()));
    screens.chain([("names empty", empty)]).collect()
}

fn last_write(flow: &Flow) -> Option<Write> {
    flow.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(write) => Some(write.clone()),
        _ => None,
    })
}

fn site_change(flow: &Flow) -> Change<Site> {
    match last_write(flow) {
        Some(Write::ChangeSites(change)) => change,
        other => panic!("{other:?}"),
    }
}

fn site(id: &str, name: &str, group: Option<&str>) -> Site {
    Site { id: id.to_owned(), name: Some(name.to_owned()), group: group.map(str::to_owned) }
}

#[test]
fn the_lists_in_both_languages() {
    for (lang, other) in [(Lang::En, "m"), (Lang::Fr, "f")] {
        let code = if lang == Lang::En { "en" } else { "fr" };
        for (width, height) in [(80, 24), (60, 16), (40, 10)] {
            insta::assert_snapshot!(format!("list-{code}-{width}"), flow(lang, "").screen(width, height));
        }
        insta::assert_snapshot!(format!("merge-{code}"), flow(lang, &format!("Down {other} Enter")).screen(80, 24));
        insta::assert_snapshot!(format!("add-{code}"), flow(lang, "a").screen(60, 16));
    }
}

#[test]
fn it_opens_from_the_first_screen_and_goes_back_to_its_row() {
    let mut flow = Flow::new(Lang::En);
    flow.keys(OPEN);
    assert!(matches!(flow.model.screen(), Screen::Names(_)));
    assert!(flow.effects.iter().any(|effect| matches!(effect, Effect::Read(Read::LoadNames))));
    flow.keys("Esc");
    assert!(flow.screen(80, 24).contains("► Sites and observers"), "{}", flow.screen(80, 24));
}

#[test]
fn a_new_site_is_added_by_its_name_and_group() {
    let mut flow = flow(Lang::En, "a");
    flow.typed("Nantes").keys("Enter").typed("Ouest").keys("Enter");
    assert_eq!(site_change(&flow), Change::Add(site("nantes", "Nantes", Some("Ouest"))));
    flow.effects.clear();
    flow.keys("a").typed("…").keys("Enter");
    assert!(flow.effects.is_empty() && flow.screen(80, 24).contains("needs a letter or a digit"));
    flow.keys("Esc Tab a").typed("Zoé").keys("Enter");
    let added = Change::Add(Observer { id: "zoe".to_owned(), name: Some("Zoé".to_owned()) });
    assert!(matches!(last_write(&flow), Some(Write::ChangeObservers(change)) if change == added));
}

#[test]
fn enter_renames_unless_the_users_list_has_the_name() {
    let mut flow = flow(Lang::En, "Enter");
    assert!(flow.screen(80, 24).contains("line 3, whose name always wins"), "{}", flow.screen(80, 24));
    flow.keys("Down Down Enter");
    assert!(flow.screen(80, 24).contains("already merged"), "{}", flow.screen(80, 24));
    flow.keys("Up r").typed(" bis").keys("Enter Enter");
    assert_eq!(
        site_change(&flow),
        Change::Rename { one: site("lyon-4", "Lyon 4 bis", None), was: "Lyon 4".to_owned() }
    );
}

#[test]
fn a_site_is_merged_into_one_chosen_from_the_list_after_a_confirmation() {
    for (lang, key, accept) in [(Lang::En, "m", "y"), (Lang::Fr, "f", "o")] {
        let mut flow = flow(lang, &format!("Down Down Down {key}"));
        // Neither itself nor a merged one.
        let screen = flow.screen(80, 24);
        assert!(screen.contains("Lyon 4") && !screen.contains("Lyon III"), "{screen}");
        flow.keys("/").typed("4").keys("Enter");
        assert!(flow.effects.iter().all(|effect| !matches!(effect, Effect::Write(_))));
        flow.keys("n");
        assert!(last_write(&flow).is_none());
        flow.keys(&format!("{key} j Enter {accept}"));
        let (from, into) = (site("tours", "Tours", None), site("lyon-4", "Lyon 4", None));
        assert_eq!(site_change(&flow), Change::Merge { from, into }, "{lang:?}");
    }
}

#[test]
fn removing_is_confirmed_and_undoes_a_merging() {
    let mut flow = flow(Lang::En, "Down Delete n");
    assert!(last_write(&flow).is_none());
    flow.keys("Delete y");
    assert_eq!(site_change(&flow), Change::Remove("lyon-4".to_owned()));
    flow.keys("Down Delete");
    assert!(flow.screen(80, 24).contains("stand for itself again"), "{}", flow.screen(80, 24));
    flow.keys("y");
    assert_eq!(site_change(&flow), Change::Remove("lyon-iii".to_owned()));
}

#[test]
fn the_filter_narrows_and_the_selected_row_stays_selected() {
    for key in ["/", "F3"] {
        let mut flow = flow(Lang::En, key);
        flow.typed("tou");
        let screen = flow.screen(80, 24);
        assert!(screen.contains("Tours") && !screen.contains("Lyon"), "{screen}");
        flow.keys("Esc Delete y");
        assert_eq!(site_change(&flow), Change::Remove("tours".to_owned()), "{key}");
    }
    // A list that is read anew keeps the row.
    let mut flow = flow(Lang::En, "Down Down Down");
    let mut fewer = overview(["Lyon 3", "Lyon 4", "Lyon III", "Tours", "Ana Roy"]);
    fewer.sites.remove(0);
    flow.send(Message::Names(Box::new(fewer))).keys("Delete y");
    assert_eq!(site_change(&flow), Change::Remove("tours".to_owned()));
}

#[test]
fn a_pasted_path_is_imported() {
    let mut flow = flow(Lang::En, "i");
    flow.send(Message::Paste("/stick/sites.csv\n".to_owned())).keys("Enter");
    assert!(matches!(last_write(&flow), Some(Write::ImportSites(path)) if path == Path::new("/stick/sites.csv")));
    // The path comes back, to be mended.
    flow.keys("Tab i").typed(".bak").keys("Enter");
    let path = Path::new("/stick/sites.csv.bak");
    assert!(matches!(last_write(&flow), Some(Write::ImportObservers(other)) if other == path));
}

#[test]
fn what_is_written_is_read_again_and_said() {
    let place = Place::new();
    let folders = place.folders();
    let mut recorder = Recorder::new(folders.clone(), program(), Settings::default());
    let mut carry_out = |flow: &mut Flow| {
        let write = last_write(flow).unwrap();
        let message = recorder.carry_out(write, &moment(0)).unwrap();
        flow.effects.clear();
        flow.send(message);
        for effect in std::mem::take(&mut flow.effects) {
            if let Effect::Read(effect) = effect {
                recorder::read(&folders, &effect, &mut |message| _ = flow.send(message));
            }
        }
    };
    let mut flow = Flow::new(Lang::En);
    flow.keys(OPEN).keys("a").typed("Nantes").keys("Enter Enter");
    carry_out(&mut flow);
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Added: Nantes (nantes)") && screen.contains("entered by hand · 0 visits"), "{screen}");
    assert_eq!(
        flow.model.shared.sites,
        Known::from(vec![Site { id: "nantes".into(), name: Some("Nantes".into()), group: None }])
    );
    // The same name again is refused, and says why.
    flow.keys("a").typed("NANTES").keys("Enter Enter");
    carry_out(&mut flow);
    assert!(flow.screen(80, 24).contains("has this name or id already"), "{}", flow.screen(80, 24));
    let list = folders.data().join("other.csv");
    fs::write(&list, "id,name\nb1,Brest\n,,\n;\n--,Rien\n--,Rien\n").unwrap();
    flow.keys("i").typed(list.to_str().unwrap()).keys("Enter");
    carry_out(&mut flow);
    let screen = flow.screen(120, 24);
    assert!(screen.contains("Added: 1; updated: 0") && screen.contains("Other lines with a remark: 2"), "{screen}");
    assert_eq!(sites::load(&folders).all.entries.len(), 2);
}
