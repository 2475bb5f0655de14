//! One visit as a page, a workbook and text: all of it, in both languages, whatever its texts.

use crate::support::{Place, SESSION, begin, bundled, definition, moment, saved_session};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use esprit::report::visit_document::{FORMATS, Seal, VisitDocument};
use esprit::report::{Format, Lang, Texts};
use esprit::store::Journal;
use esprit::visit::{Action, Authorship, ObservedTime, Value, Visit};
use std::fs;
use std::io::Cursor;

/// Returns a visit in which everything happens that a document shows.
pub fn eventful() -> Visit {
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let at = |id: &str| definition.position(id).unwrap();
    let mut act = |s: u64, action: Action| _ = visit.act(&action, &moment(s * 1000)).unwrap();
    let answer = |id: &str, value: &str, ago: u64| Action::Answer {
        item: at(id),
        value: Value::text(value),
        seen: (ago > 0).then_some(ObservedTime::Ago(ago * 1000)),
    };
    let note = |item: Option<usize>, text: &str| Action::Note { item, text: text.to_owned() };
    act(24, Action::Timer { item: 0, press: esprit::visit::TimerPress::Stop, seen: None });
    act(31, answer("greeting.notice", "yes", 0));
    act(40, Action::Mark(Some("passage en caisse".to_owned())));
    act(45, Action::Pause(Some("livraison".to_owned())));
    act(170, Action::Continue(None));
    act(420, answer("greeting.approach", "partly", 240));
    act(425, note(Some(at("greeting.approach")), "Trois pas, puis s’arrête.\nLe client fait le reste."));
    act(430, answer("greeting.smile", "no", 0));
    act(440, Action::Mark(None));
    act(450, answer("listening.let_finish", "not_observed", 0));
    act(500, note(None, "Deux caisses fermées."));
    act(812, Action::Finish);
    visit
}

fn document(visit: &Visit, lang: Lang, format: Format) -> Vec<u8> {
    VisitDocument::new(visit, &Texts::new(lang), &Seal::Holds, false).render(format, false).unwrap()
}

fn text(visit: &Visit, lang: Lang, format: Format) -> String {
    String::from_utf8(document(visit, lang, format)).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Returns the sheets of a workbook, each with its rows of cells; none of the cells is a formula.
fn sheets(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "a formula in {name}");
    }
    let rows = |range: &calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    book.worksheets().iter().map(|(name, range)| (name.clone(), rows(range))).collect()
}

#[test]
fn a_visit_reads_the_same_in_every_format() {
    insta::assert_snapshot!(text(&eventful(), Lang::En, Format::Text));
    insta::assert_snapshot!(text(&eventful(), Lang::Fr, Format::Text));
    for (lang, parts) in [
        (
            Lang::En,
            [
                "Agence Lyon 3",
                "10:00:00 to 10:13:32",
                "Europe/Paris (UTC+01)",
                "13 min 32 s, of which 2 min 05 s paused",
                "recorded at 10:07:00, 4 min 00 s later",
                "Trois pas, puis s’arrête.\nLe client fait le reste.",
                "passage en caisse",
                "livraison",
                "Deux caisses fermées.",
                "checked: the file is unchanged",
            ],
        ),
        (
            Lang::Fr,
            [
                "Agence Lyon 3",
                "de 10:00:00 à 10:13:32",
                "Europe/Paris (UTC+01)",
                "13 min 32 s, dont 2 min 05 s de pause",
                "noté à 10:07:00, 4 min 00 s après",
                "Trois pas, puis s’arrête.\nLe client fait le reste.",
                "passage en caisse",
                "livraison",
                "Deux caisses fermées.",
                "contrôlé : le fichier n’a pas changé",
            ],
        ),
    ] {
        let page = text(&eventful(), lang, Format::Html);
        let book = sheets(document(&eventful(), lang, Format::Xlsx));
        let cells: Vec<String> = book.iter().flat_map(|(_, rows)| rows).flatten().map(ToString::to_string).collect();
        let cells = cells.join("\n").replace(['\u{a0}', '\u{202f}'], " ");
        for part in parts {
            assert!(page.contains(part), "{part}: {page}");
            // The workbook has a column for each of the two times.
            let is_late = part.contains("10:07:00");
            assert!(is_late || cells.contains(part), "{part}: {cells}");
        }
        assert!(cells.contains("10:03:00") && cells.contains("10:07:00") && cells.contains("4 min 00 s"), "{cells}");
    }
}

#[test]
fn the_workbook_holds_numbers_and_every_answer() {
    let visit = eventful();
    let book = sheets(document(&visit, Lang::En, Format::Xlsx));
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["The visit", "Scores", "Answers", "Marks", "Pauses", "Timeline"]);
    let (_, answers) = &book[2];
    assert_eq!(answers.len() - 1, visit.applicable_items().count());
    let (_, timeline) = &book[5];
    assert_eq!(timeline.len() - 1, visit.events().len());
    let (_, scores) = &book[1];
    assert!(scores.iter().skip(1).any(|row| matches!(row[1], Data::Float(percent) if percent > 0.0)), "{scores:?}");
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "=1+1 <script>alert(1)</script> \"'&\u{1b}[2J\u{202e}evil\u{2066}\u{ffff}\u{0}\n@SUM(A1)\n+1|cmd";
    let long = "x".repeat(40_000);
    let json = serde_json::to_string(hostile).unwrap();
    let definition = definition(&format!(
        r#"{{"id": "a", "label": {json}, "response": {{"type": "text"}}}},
           {{"id": "b", "label": {json}, "response": {{"type": "choice", "options": [
                {{"id": "x", "label": {json}}}, {{"id": "y", "label": {json}}}]}}}}"#
    ));
    let mut setup = crate::support::setup();
    setup.site.name = Some(hostile.to_owned());
    setup.site.group = Some(hostile.to_owned());
    setup.remark = Some(hostile.to_owned());
    let mut visit = Visit::begin(definition, setup, &moment(0)).unwrap();
    let hostile_text = || hostile.to_owned();
    for action in [
        Action::Answer { item: 0, value: Value::Text(hostile_text()), seen: None },
        Action::Answer { item: 1, value: Value::text("x"), seen: None },
        Action::Note { item: Some(0), text: hostile_text() },
        Action::Note { item: Some(1), text: long.clone() },
        Action::Note { item: None, text: hostile_text() },
        Action::Mark(Some(hostile_text())),
        Action::Pause(Some(hostile_text())),
        Action::Finish,
    ] {
        visit.act(&action, &moment(1000)).unwrap();
    }
    let texts = Texts::new(Lang::En);
    let broken = Seal::Broken(hostile.to_owned());
    let document = VisitDocument::new(&visit, &texts, &broken, true);
    for format in [Format::Html, Format::Text] {
        let page = String::from_utf8(document.render(format, false).unwrap()).unwrap();
        let harmful = ['\u{1b}', '\u{202e}', '\u{2066}', '\u{ffff}', '\u{0}'];
        assert!(!page.contains(harmful), "{format:?}: {page:?}");
        assert!(page.contains(&long), "{format:?}: a note is whole");
    }
    let page = String::from_utf8(document.render(Format::Html, false).unwrap()).unwrap();
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"), "{page}");
    let book = sheets(document.render(Format::Xlsx, false).unwrap());
    let cells: Vec<&str> = book
        .iter()
        .flat_map(|(_, rows)| rows)
        .flatten()
        .filter_map(|cell| match cell {
            Data::String(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(cells.iter().any(|cell| cell.starts_with("=1+1 <script>") && cell.contains("\n@SUM")), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.starts_with("xxx") && cell.ends_with('…')), "cut to what a cell holds");
}

#[test]
fn a_score_is_hidden_while_the_visit_is_open() {
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    visit.act(&Action::Answer { item: 1, value: Value::text("yes"), seen: None }, &moment(1000)).unwrap();
    let texts = Texts::new(Lang::En);
    for (shows_score, shown) in [(false, false), (true, true)] {
        for format in FORMATS {
            let bytes = VisitDocument::new(&visit, &texts, &Seal::None, shows_score).render(format, false).unwrap();
            let words = match format {
                Format::Xlsx => format!("{:?}", sheets(bytes)),
                _ => String::from_utf8(bytes).unwrap(),
            };
            assert_eq!(words.contains("100.0%") || words.contains("Float(100.0)"), shown, "{format:?}");
            assert!(words.contains("still under way"), "{format:?}");
        }
    }
}

#[test]
fn show_writes_a_file_in_the_format_of_its_name() {
    let place = Place::new();
    let session = saved_session(&place);
    let session = session.to_str().unwrap();
    for (name, start) in
        [("v.html", &b"<!DOCTYPE html>"[..]), ("v.xlsx", b"PK"), ("v.txt", b"Agence Lyon 3"), ("v.json", b"{")]
    {
        let path = place.dir.path().join(name);
        let (code, out, err) = place.run("en", &["show", session, "-o", path.to_str().unwrap()], "");
        assert_eq!((code, out.as_str()), (0, ""), "{name}: {err}");
        assert!(err.contains(path.to_str().unwrap()), "{name}: {err}");
        assert!(fs::read(&path).unwrap().starts_with(start), "{name}");
    }
    let (code, _, err) = place.run("en", &["show", session, "-o", "v.csv"], "");
    assert!(code == 2 && err.contains(".txt, .html, .xlsx, .json"), "{code} {err}");
    let (code, _, err) = place.run("en", &["show", session, "--format", "csv"], "");
    assert!(code == 2 && err.contains("text, html, xlsx, json"), "{code} {err}");
    let printed = place.run("en", &["show", session, "--format", "html"], "").1;
    assert_eq!(printed, fs::read_to_string(place.dir.path().join("v.html")).unwrap());
}

#[test]
fn a_broken_seal_is_said_in_the_page() {
    let place = Place::new();
    let session = saved_session(&place);
    let text = fs::read_to_string(&session).unwrap();
    fs::write(&session, text.replace("\"seal\":\"sha256:", "\"seal\":\"sha256:0")).unwrap();
    let (code, page, err) = place.run("en", &["show", session.to_str().unwrap(), "--format", "html"], "");
    assert!(code == 1 && err.contains("seal does not match") && page.contains("seal does not match"), "{code} {err}");
    assert!(!page.contains("unchanged"), "{page}");
}

#[test]
fn an_answer_of_another_day_has_its_day() {
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let day = 24 * 3_600_000;
    visit.act(&Action::Answer { item: 1, value: Value::text("yes"), seen: None }, &moment(day)).unwrap();
    visit.act(&Action::Finish, &moment(day + 1000)).unwrap();
    let shown = text(&visit, Lang::En, Format::Text);
    assert!(shown.contains("2 Mar 2026 10:00:00") && shown.contains("10:00:00 to 2 Mar 2026 10:00:01"), "{shown}");
}

/// Pages to look at and to print: `ESPRIT_LOOK=DIR cargo test --test it visit_document`.
#[test]
fn visit_pages_to_look_at() {
    let Some(folder) = std::env::var_os("ESPRIT_LOOK") else { return };
    for lang in Lang::ALL {
        for format in FORMATS {
            let path = std::path::Path::new(&folder).join(format!("visit-{}.{}", lang.code(), format.extension()));
            fs::write(path, document(&eventful(), lang, format)).unwrap();
        }
    }
}

#[test]
fn a_visit_under_way_can_be_written_too() {
    let place = Place::new();
    let visit = begin(&bundled("customer"));
    let mut journal = Journal::create(&place.folders(), visit.definition(), SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    drop(journal);
    let (code, page, err) = place.run("fr", &["show", SESSION, "--format", "html"], "");
    assert!(code == 0 && page.contains("Cette visite est encore en cours."), "{code} {err} {page}");
}

#[test]
fn a_corrected_visit_says_so_in_its_head_and_its_seal_is_of_the_correction() {
    let correct = |visit: &mut Visit, days: u64, action: Action, end: Option<Action>| {
        let now = moment(days * 24 * 3_600_000);
        let why = Authorship::new("Chloé", &format!("reason {days}")).unwrap();
        visit.reopen(&why, &crate::support::program(), &now).unwrap();
        visit.act(&action, &now).unwrap();
        end.map(|end| visit.act(&end, &now).map(<[_]>::len).unwrap());
    };
    let no = |value| Action::Answer { item: 1, value: Value::text(value), seen: None };
    let mut corrected = eventful();
    correct(&mut corrected, 1, no("no"), Some(Action::Finish));
    correct(&mut corrected, 2, no("yes"), Some(Action::Finish));
    let mut void = corrected.clone();
    correct(&mut void, 3, Action::Void(Authorship::new("Paul", "wrong shop").unwrap()), None);
    for (visit, lang, said, seal) in [
        (
            &corrected,
            Lang::En,
            ["Corrected by Chloé, 2 March", "Corrected by Chloé, 3 March"],
            "since the last correction",
        ),
        (
            &corrected,
            Lang::Fr,
            ["Corrigée par Chloé, 2 mars", "Corrigée par Chloé, 3 mars"],
            "depuis la dernière correction",
        ),
        (&void, Lang::En, ["reason 1", "Declared void by Chloé"], "since the visit was declared void"),
        (&void, Lang::Fr, ["reason 2", "Déclarée nulle par Chloé"], "depuis que la visite a été déclarée nulle"),
    ] {
        let plain = text(visit, lang, Format::Text);
        let head = plain.split("\n\n").next().unwrap();
        let page = text(visit, lang, Format::Html);
        let page_head = page.split("<h2").next().unwrap();
        let book = sheets(document(visit, lang, Format::Xlsx));
        let opening: String = book[0].1.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        for part in said {
            assert!(head.contains(part) && page_head.contains(part) && opening.contains(part), "{part}: {head}");
        }
        for whole in [head, page_head, &opening] {
            assert!(whole.contains(seal), "{seal}: {whole}");
        }
    }
}
