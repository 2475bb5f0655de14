//! A past visit gets out: its path, its folder, documents of it, and copies of its file.

use crate::support::{Flow, Place, begin, bundled, moment, saved_session};
use esprit::app::effect::{ExportForm, VisitExport};
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::{Effect, Message, Read, Screen};
use esprit::recorder::export::export_visit;
use esprit::report::Format;
use esprit::store::reports;
use esprit::text::{Lang, Texts};
use esprit::visit::Action;
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "/home/ana/.local/share/esprit/sessions/2026/03/2026-03-01T1000_lyon-3_0195c0de.json";
const STICK: &str = "/media/ana/STICK";

/// Returns a past visit that is open, after some keys; a stick is plugged in.
fn flow(lang: Lang, keys: &str) -> Flow {
    flow_with(lang, keys, FILE, STICK)
}

/// Returns the screens of this module, with their names and without words in the paths.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    let screens =
        [("session", "Left"), ("export", "e"), ("export place", "e Enter"), ("export folder", "e Enter End Enter")];
    screens.map(|(name, keys)| (name, flow_with(lang, keys, "/1/2/3.4", "/5"))).into()
}

fn flow_with(lang: Lang, keys: &str, file: &str, stick: &str) -> Flow {
    let mut visit = begin(&bundled("customer"));
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    let mut flow = Flow::new(lang);
    let path = Some(PathBuf::from(file));
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path, doubt: None, play: None, named: None })));
    flow.keys(keys).send(Message::Media(vec![PathBuf::from(stick)]));
    flow
}

#[test]
fn a_past_visit_shows_its_file_whole_at_every_width() {
    for (width, height) in [(120, 40), (80, 24), (60, 16)] {
        for lang in Lang::ALL {
            let screen = flow(lang, "Left").screen(width, height);
            let joined: String = screen.lines().map(str::trim).collect();
            assert!(joined.contains(FILE), "{lang:?} {width}: {screen}");
        }
    }
}

#[test]
fn y_copies_the_path_and_o_opens_the_folder() {
    let mut flow = flow(Lang::En, "y");
    assert!(matches!(flow.effects.last(), Some(Effect::Copy(path)) if path == FILE), "{:?}", flow.effects);
    assert!(flow.screen(80, 24).contains("Copied"), "{}", flow.screen(80, 24));
    flow.keys("o");
    let folder = Path::new(FILE).parent().unwrap();
    assert!(matches!(flow.effects.last(), Some(Effect::OpenFolder(path)) if path == folder), "{:?}", flow.effects);
}

#[test]
fn a_visit_under_way_has_no_file_to_give() {
    let mut flow = Flow::new(Lang::En);
    let visit = begin(&bundled("practice"));
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt: None, play: None, named: None })));
    for key in ["y", "o", "e"] {
        flow.effects.clear();
        flow.keys(key);
        assert!(flow.effects.is_empty(), "{key}: {:?}", flow.effects);
        assert!(flow.screen(80, 24).contains("has no file yet"), "{key}: {}", flow.screen(80, 24));
    }
}

fn last_export(flow: &Flow) -> Option<VisitExport> {
    flow.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(Read::ExportVisit(export)) => Some((**export).clone()),
        _ => None,
    })
}

#[test]
fn e_asks_what_and_where() {
    let forms = [
        ("", ExportForm::Document(Format::Html)),
        ("Down ", ExportForm::Document(Format::Xlsx)),
        ("Down Down ", ExportForm::Document(Format::Text)),
        ("Down Down Down ", ExportForm::Copy),
    ];
    for (down, form) in forms {
        for (place, folder) in [("", None), ("Down ", Some(PathBuf::from(STICK)))] {
            // The stick is known only after the first answer of the disk, so the screen opens first.
            let mut flow = flow(Lang::Fr, "e");
            flow.keys(&format!("{down}Enter {place}Enter"));
            let expected = VisitExport { session: PathBuf::from(FILE), form, folder };
            assert_eq!(last_export(&flow), Some(expected));
            assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)), "back on the visit");
        }
    }
    let mut flow = flow(Lang::Fr, "e");
    flow.keys("Enter End Enter").typed("  /home/ana/Bureau ").keys("Enter");
    assert_eq!(last_export(&flow).unwrap().folder, Some(PathBuf::from("/home/ana/Bureau")));
}

#[test]
fn going_back_closes_one_step_after_the_other() {
    let mut flow = flow(Lang::En, "e");
    flow.keys("Enter End Enter").typed("/x").keys("Esc");
    assert!(flow.screen(80, 24).contains("Save it where?"));
    flow.keys("Esc");
    assert!(flow.screen(80, 24).contains("Save the visit as"));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)));
    assert_eq!(last_export(&flow), None);
}

#[test]
fn the_screens_in_both_languages() {
    let mut shown = String::new();
    for lang in [Lang::En, Lang::Fr] {
        for keys in ["Left", "e", "e Enter"] {
            shown += &flow(lang, keys).screen(60, 16);
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_visit_is_written_under_new_names_and_its_file_stays() {
    let place = Place::new();
    let session = saved_session(&place);
    let before = fs::read(&session).unwrap();
    let stick = place.dir.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let texts = Texts::new(Lang::Fr);
    let write = |form, folder: Option<&Path>| {
        let export = VisitExport { session: session.clone(), form, folder: folder.map(Path::to_owned) };
        match export_visit(&place.folders(), &export, &texts) {
            Message::Exported(path) => path,
            other => panic!("{other:?}"),
        }
    };
    let page = ExportForm::Document(Format::Html);
    assert_eq!(write(page, Some(&stick)), stick.join("2026-03-01_visite_lyon-3.html"));
    assert_eq!(write(page, Some(&stick)), stick.join("2026-03-01_visite_lyon-3_2.html"));
    assert!(fs::read_to_string(stick.join("2026-03-01_visite_lyon-3.html")).unwrap().contains("Agence Lyon 3"));
    let reports = place.folders().reports();
    assert_eq!(write(ExportForm::Document(Format::Xlsx), None), reports.join("2026-03-01_visite_lyon-3.xlsx"));
    assert_eq!(write(ExportForm::Document(Format::Text), None), reports.join("2026-03-01_visite_lyon-3.txt"));
    let copy = stick.join(session.file_name().unwrap());
    assert_eq!(write(ExportForm::Copy, Some(&stick)), copy);
    assert_eq!(fs::read(&copy).unwrap(), before);
    assert_eq!(write(ExportForm::Copy, Some(&stick)), copy, "the same copy is enough");
    fs::write(&copy, "another file").unwrap();
    let second = write(ExportForm::Copy, Some(&stick));
    assert!(second.to_str().unwrap().ends_with(" (2).json"), "{second:?}");
    assert_eq!((fs::read(&copy).unwrap(), fs::read(&second).unwrap()), (b"another file".to_vec(), before.clone()));
    assert_eq!(fs::read(&session).unwrap(), before);
    let missing = place.dir.path().join("missing");
    let export = VisitExport { session: session.clone(), form: page, folder: Some(missing.clone()) };
    assert!(matches!(export_visit(&place.folders(), &export, &texts), Message::Failed(_)));
    assert!(!missing.exists() && reports::copy(&session, &missing).is_err());
}

/// Writes a program that notes its last argument in a file, in a folder that is then searched first.
#[cfg(unix)]
fn file_manager(place: &Place) -> (String, PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let bin = place.dir.path().join("bin");
    fs::create_dir(&bin).unwrap();
    let asked = place.dir.path().join("asked");
    let program = bin.join("xdg-open");
    fs::write(&program, format!("#!/bin/sh\nprintf %s \"$1\" > '{0}.new'\nmv '{0}.new' '{0}'\n", asked.display()))
        .unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    (format!("{}:{}", bin.display(), std::env::var("PATH").unwrap()), asked)
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_copies_and_opens_in_a_real_terminal() {
    use crate::pty::Terminal;
    let place = Place::new();
    let session = saved_session(&place);
    let (path, asked) = file_manager(&place);
    for display in ["", ":99"] {
        let environment = [("PATH", path.as_str()), ("DISPLAY", display), ("WAYLAND_DISPLAY", "")];
        let mut terminal = Terminal::open_with(&place, "en", (100, 30), &[], &environment);
        terminal.wait_for("Agence Lyon 3");
        terminal.press("\u{1b}[B\u{1b}[B");
        terminal.wait_for("► Past visits");
        terminal.press("\r");
        terminal.wait_for("1 of 1");
        terminal.press("\r");
        terminal.wait_for("copy path");
        terminal.press("y");
        let code = data_encoding::BASE64.encode(session.to_str().unwrap().as_bytes());
        terminal.wait_for_bytes(&format!("\u{1b}]52;c;{code}"));
        terminal.press("o");
        if display.is_empty() {
            terminal.wait_for("No file manager opened here");
            assert!(!asked.exists(), "without a desktop nothing is started in this terminal");
        } else {
            let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
            while !asked.exists() {
                assert!(std::time::Instant::now() < until, "the folder was not opened");
                std::thread::yield_now();
            }
            assert_eq!(fs::read_to_string(&asked).unwrap(), session.parent().unwrap().to_str().unwrap());
        }
        terminal.press("e\r\r");
        terminal.wait_for("File saved:");
        terminal.press("\u{11}");
        assert_eq!(terminal.restored(), 0);
    }
    let written = |name: &str| place.folders().reports().join(name).exists();
    assert!(written("2026-03-01_visit_lyon-3.html") && written("2026-03-01_visit_lyon-3_2.html"));
}
