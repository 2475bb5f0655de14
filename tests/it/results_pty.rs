//! The results of a folder of visits in the real program: background reading, drilling down to one line, and export.
#![cfg(unix)]

use crate::pty::Terminal;
use crate::support::{Place, bundled, moment, setup};
use esprit::store::Journal;
use esprit::visit::{Action, Site, Value, Visit, VisitSetup};

/// Saves visits of two sites; each differs in one answer from the one before.
fn visits(place: &Place, count: u32) {
    let folders = place.folders();
    let definition = bundled("customer");
    for number in 0..count {
        let (site, name) = [("lyon-3", "Agence Lyon 3"), ("brest", "Brest Siam")][number as usize % 2];
        let setup = VisitSetup {
            session: format!("0195c0de-0000-7000-8000-{number:012x}"),
            site: Site { id: site.to_owned(), name: Some(name.to_owned()), group: None },
            ..setup()
        };
        let start = u64::from(number) * 86_400_000;
        let mut journal = Journal::create(&folders, &definition, &setup.session).unwrap();
        let mut visit = Visit::begin(definition.clone(), setup, &moment(start)).unwrap();
        journal.append(visit.events()).unwrap();
        for (index, item) in definition.items().filter(|(_, item)| item.response.type_name() == "behaviour") {
            let value =
                if item.behaviour.is_some() && (index + number as usize).is_multiple_of(3) { "no" } else { "yes" };
            let action = Action::Answer { item: index, value: Value::text(value), seen: None };
            if let Ok(events) = visit.act(&action, &moment(start + 5000 * (index as u64 + 1))) {
                let events = events.to_vec();
                journal.append(&events).unwrap();
            }
        }
        journal.append(visit.act(&Action::Finish, &moment(start + 600_000)).unwrap()).unwrap();
        journal.complete().unwrap();
    }
}

fn settled(terminal: &Terminal, text: &str) {
    terminal.wait(text, |seen| {
        let screen = seen.parser.screen().contents();
        screen.contains(text) && !screen.contains("read,") && !screen.contains("eading")
    });
}

#[test]
fn results_drill_down_to_one_line_and_export_to_a_file() {
    let place = Place::new();
    visits(&place, 12);
    let mut terminal = Terminal::open(&place, "en", (80, 24), &[]);
    terminal.wait_for("Results");
    terminal.press("r");
    settled(&terminal, "12 visits");
    terminal.press("\u{1b}[C");
    settled(&terminal, "►Scores");
    settled(&terminal, "Brest Siam");
    // The row of all visits comes first, then the sites.
    terminal.press("\u{1b}[B\r");
    settled(&terminal, "►Behaviours");
    settled(&terminal, "6 visits");
    terminal.press("\r");
    terminal.wait("the visits", |seen| {
        let screen = seen.parser.screen().contents();
        screen.contains("o12") && screen.contains("Mystery visit")
    });
    // The title ends with the behaviour, and so does the selected line of the visit.
    let title = terminal.row(0);
    let behaviour = title.split(" · ").last().unwrap().split("  ").next().unwrap().trim_end_matches('…').to_owned();
    assert!(behaviour.len() > 5, "{title}");
    terminal.press("\r");
    terminal.wait("the visit, with the cursor on its line", |seen| {
        let screen = seen.parser.screen();
        let row = usize::from(screen.cursor_position().0);
        screen.contents().contains("timeline")
            && screen.rows(0, 80).nth(row).is_some_and(|line| line.contains(&behaviour))
    });
    terminal.press("\u{1b}");
    terminal.wait_for(&title.trim_end()[..20]);
    terminal.press("\u{1b}");
    settled(&terminal, "►Behaviours");
    terminal.press("\u{1b}");
    settled(&terminal, "12 visits");
    for (written, key) in (1..).zip(["j", "h", "x", "c", "t"]) {
        terminal.press("e");
        terminal.wait_for("which format");
        terminal.press(key);
        terminal.wait_for("File saved");
        // The next key removes the notice.
        terminal.press("\u{1b}[B");
        terminal.wait("no notice", |seen| !seen.parser.screen().contents().contains("is written"));
        assert_eq!(place.data().join("reports").read_dir().unwrap().count(), written);
    }
    let file = |ending: &str| {
        let files = place.data().join("reports").read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut found = files.filter(|path| path.extension().is_some_and(|extension| extension == ending));
        std::fs::read(found.next().unwrap()).unwrap()
    };
    let report: serde_json::Value = serde_json::from_slice(&file("json")).unwrap();
    assert_eq!((report["format"].as_str(), report["source"]["sessions"].as_u64()), (Some("esprit.report/1"), Some(12)));
    let page = String::from_utf8(file("html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"), "whole");
    assert!(file("xlsx").starts_with(b"PK") && file("csv").ends_with(b"\n") && file("txt").ends_with(b"\n"));
    terminal.press("\u{1b}");
    terminal.wait_for("Quit");
    terminal.press("q");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn a_filter_restarts_reading_and_leaving_stops_it() {
    let place = Place::new();
    visits(&place, 8);
    let mut terminal = Terminal::open(&place, "fr", (60, 16), &[]);
    terminal.wait_for("Résultats");
    terminal.press("r");
    settled(&terminal, "8 visites");
    terminal.press("f");
    terminal.wait_for("Depuis le");
    terminal.press("2026-03-05");
    terminal.wait_for("2026-03-05");
    terminal.press("\r");
    settled(&terminal, "4 visites");
    terminal.wait_for("depuis le 05/03/2026");
    terminal.press("\u{7f}");
    settled(&terminal, "8 visites");
    // Opened and left at once.
    terminal.press("\u{1b}");
    terminal.wait_for("Nouvelle visite");
    terminal.press("rq");
    terminal.press("\u{11}");
    assert_eq!(terminal.restored(), 0);
}
