//! A figure is shown with the same digits everywhere, rounded half away from zero on its decimal number.

use crate::records::{judged_visit, plan_by, report_of, scored_visit};
use crate::results;
use crate::support::{Flow, Place, begin, moment};
use esprit::analysis::{Dimension, Report};
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::results_data::{Figures, FilterValues, Progress, ResultsUpdate, Tab};
use esprit::app::{Effect, Read};
use esprit::report::{Format, RenderOptions, render, text};
use esprit::text::{Lang, Texts};
use esprit::visit::{Action, Definition, Value};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::Arc;

/// The checklist of the weights 13 and 3: one yes and one no make 81.25 %.
const THIRTEEN_OF_SIXTEEN: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rounding/thirteen-of-sixteen.json");

/// The sites of the report with their mean score, as a person computes it and as it is shown.
const SITES: [(&str, &str, &str); 4] =
    [("brest", "81.25", "81.3"), ("lille", "99.96", "99.9"), ("nice", "0.04", "0.1"), ("paris", "100", "100.0")];

/// Returns a report on four sites, five visits each, and on one behaviour that 13 of 16 answers show.
fn report() -> Report {
    let mut visits = Vec::new();
    for day in 1..=5 {
        let date: &'static str = format!("2026-03-{day:02}").leak();
        visits.push(scored_visit("lille", date, 2499.0, 2500.0));
        visits.push(scored_visit("nice", date, 1.0, 2500.0));
        visits.push(scored_visit("paris", date, 3.0, 3.0));
    }
    for day in 1..=16 {
        let date: &'static str = format!("2026-03-{day:02}").leak();
        visits.push(judged_visit("brest", date, &[("greeting.smile", if day > 13 { "no" } else { "yes" })]));
    }
    report_of(plan_by(&[Dimension::Site]), &visits)
}

/// Returns the cells of a sheet as a spreadsheet shows them, row by row.
fn shown_sheet(workbook: &[u8], sheet: usize) -> Vec<Vec<String>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (styles, strings) = (part("xl/styles.xml"), part("xl/sharedStrings.xml"));
    let sheet = part(&format!("xl/worksheets/sheet{sheet}.xml"));
    let strings: Vec<String> = pieces(&strings, "<si>").map(|piece| between(piece, ">", "</t>").to_owned()).collect();
    let codes: BTreeMap<&str, String> = pieces(&styles, "<numFmt ")
        .map(|format| {
            (between(format, "numFmtId=\"", "\""), between(format, "formatCode=\"", "\"").replace("&quot;", "\""))
        })
        .collect();
    let formats: Vec<&str> =
        pieces(between(&styles, "<cellXfs", "</cellXfs>"), "<xf ").map(|xf| between(xf, "numFmtId=\"", "\"")).collect();
    let show = |cell: &str| {
        let held = between(cell, "<v>", "</v>");
        if cell.contains("t=\"s\"") {
            return strings[held.parse::<usize>().unwrap()].clone();
        }
        let format = formats[between(cell, "s=\"", "\"").parse::<usize>().unwrap()];
        shown_number(held, codes.get(format).map_or("#,##0", String::as_str))
    };
    pieces(&sheet, "<row ")
        .map(|row| pieces(row, "<c ").filter(|cell| cell.contains("<v>")).map(show).collect())
        .collect()
}

/// Returns the parts of a text that follow a tag.
fn pieces<'t>(text: &'t str, tag: &'static str) -> impl Iterator<Item = &'t str> {
    text.split(tag).skip(1)
}

/// Returns the text between two others, or an empty one.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(found, _)| found)
}

/// Returns a number as a spreadsheet shows it: rounded half away from zero on its decimals.
fn shown_number(held: &str, code: &str) -> String {
    if let Some(literal) = code.strip_prefix('"') {
        return literal.trim_end_matches('"').to_owned();
    }
    let percent = code.contains('%');
    let first = code.split(';').next().unwrap();
    let places = first.split_once('.').map_or(0, |(_, rest)| rest.matches('0').count());
    let sign = if held.starts_with('-') { "-" } else { "" };
    let digits = by_hand(held.trim_start_matches('-'), places, if percent { 2 } else { 0 });
    let sign = if sign.is_empty() && first.starts_with('+') { "+" } else { sign };
    format!("{sign}{digits}{}", if percent { "%" } else { "" })
}

/// Rounds a decimal number, shifted by `shift` digits, as on paper.
fn by_hand(number: &str, places: usize, shift: usize) -> String {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let decimals = format!("{decimals:0<width$}", width = shift + places + 1);
    let digits = format!("{whole}{}", &decimals[..shift + places]);
    let up = u128::from(decimals.as_bytes()[shift + places] >= b'5');
    let units = digits.parse::<u128>().unwrap() + up;
    let one = 10u128.pow(places.try_into().unwrap());
    if places == 0 { units.to_string() } else { format!("{}.{:0places$}", units / one, units % one) }
}

#[test]
fn one_report_reads_the_same_in_every_format() {
    let (report, texts) = (report(), Texts::new(Lang::En));
    let bytes = |format| render(&report, &texts, format, RenderOptions::default()).unwrap();
    let page = text::render(&report, &texts, 100, false);
    let html = String::from_utf8(bytes(Format::Html)).unwrap();
    let csv = bytes(Format::Csv);
    let workbook = bytes(Format::Xlsx);
    let scores = shown_sheet(&workbook, 2);
    let screen = screen(&report, Tab::Scores);
    for (site, number, shown) in SITES {
        let row = report.scores.iter().find(|row| row.key.get(Dimension::Site) == Some(site)).unwrap();
        assert_eq!(row.percent_mean.unwrap().to_string(), number, "{site}");
        let is_row = |line: &&str| line.trim_start_matches([' ', '►']).starts_with(site) && line.contains('%');
        let line = |text: &str| text.lines().find(is_row).unwrap_or_else(|| panic!("{site}: {text}")).to_owned();
        for shown_text in [line(&page), line(&screen)] {
            assert!(shown_text.contains(&format!(" {shown}%")), "{site}: {shown_text}");
        }
        let cells = html.split("<tr>").find(|row| row.contains(&format!("\"row\">{site}<"))).unwrap();
        assert!(cells.contains(&format!(">{shown}%<")), "{site}: {cells}");
        let cells = scores.iter().find(|row| row.first().is_some_and(|name| name == site)).unwrap();
        assert!(cells.contains(&shown.to_owned()), "{site}: {cells:?}");
    }
    // CSV holds full numbers, to be computed with.
    let full: Vec<String> = csv::Reader::from_reader(&csv[..])
        .deserialize::<BTreeMap<String, String>>()
        .map(|row| row.unwrap())
        .filter(|row| row["question"] == "scores" && row["figure"] == "percent_mean")
        .map(|row| row["value"].clone())
        .collect();
    assert_eq!(full, SITES.map(|(_, number, _)| number));
}

#[test]
fn a_share_reads_as_the_percentage_that_it_is() {
    let (report, texts) = (report(), Texts::new(Lang::En));
    let row = report.network_behaviours.iter().find(|row| row.share == Some(0.8125));
    assert!(row.is_some(), "{:?}", report.network_behaviours);
    let page = text::render(&report, &texts, 100, false);
    assert!(page.lines().any(|line| line.contains("smile") && line.contains("81.3%")), "{page}");
    let workbook = render(&report, &texts, Format::Xlsx, RenderOptions::default()).unwrap();
    let shares = (2..8).map(|sheet| shown_sheet(&workbook, sheet)).find(|sheet| sheet[0].contains(&"Share".to_owned()));
    let shares = shares.unwrap();
    assert!(shares.iter().any(|row| row.contains(&"81.3%".to_owned())), "{shares:?}");
    let screen = screen(&report, Tab::Behaviours);
    assert!(screen.lines().any(|line| line.contains("smile") && line.contains("81.3%")), "{screen}");
}

/// Returns a tab of the results of a report.
fn screen(report: &Report, tab: Tab) -> String {
    let mut flow = Flow::new(Lang::En);
    flow.keys("r");
    let number = flow.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(Read::LoadResults(number, _)) => Some(*number),
        _ => None,
    });
    let report = Arc::new(report.clone());
    let figures = Figures { all: Arc::clone(&report), by: report, values: Arc::new(FilterValues::default()) };
    let over = Progress { visits: 31, done: 1, whole: 1, over: true };
    flow.send(Message::Results(number.unwrap(), ResultsUpdate::Figures(Box::new(figures), over)));
    results::turn(&mut flow, tab);
    flow.screen(100, 40)
}

#[test]
fn thirteen_of_sixteen_reads_81_3_on_every_screen_and_line() {
    let definition = serde_json::from_str(&std::fs::read_to_string(THIRTEEN_OF_SIXTEEN).unwrap()).unwrap();
    let definition = Arc::new(Definition::new(definition).unwrap());
    let mut visit = begin(&definition);
    for (item, answer) in ["yes", "no"].into_iter().enumerate() {
        visit.act(&Action::Answer { item, value: Value::text(answer), seen: None }, &moment(9000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    let mut flow = Flow::new(Lang::Fr);
    let loaded = LoadedVisit { visit, path: None, doubt: None, play: None, named: None };
    let screen = flow.send(Message::VisitLoaded(Box::new(loaded))).screen(80, 24);
    assert!(screen.contains("81,3\u{202f}% (13,0 sur 16,0)"), "{screen}");

    let place = Place::new();
    let args = ["visit", THIRTEEN_OF_SIXTEEN, "--plain", "--site", "lyon-3", "--observer", "o12"];
    let (code, output, errors) = place.run("en", &args, "y\nn\nnote no\nfinish\nfinish\n");
    assert_eq!(code, 0, "{output}{errors}");
    let session = place.sessions().remove(0);
    for args in [vec!["sessions"], vec!["show", session.to_str().unwrap()]] {
        let (_, output, _) = place.run("en", &args, "");
        assert!(output.contains("81.3%"), "{args:?}: {output}");
    }
    let (_, report, _) = place.run("en", &["report", "--format", "text"], "");
    assert!(report.contains("81.3%"), "{report}");
}

#[test]
fn no_other_function_rounds_what_people_read() {
    // The positions of charts, the digits that a spreadsheet reads and shows, and an example in documentation.
    let others = [
        "text/rounding.rs",
        "report/html/chart_parts.rs",
        "report/html/waiting_chart.rs",
        "report/xlsx.rs",
        "spreadsheet/cells.rs",
        "stats/mod.rs",
    ];
    let rust = |entry: &walkdir::DirEntry| entry.path().extension().is_some_and(|extension| extension == "rs");
    let sources = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().map(Result::unwrap);
    for source in sources.filter(rust).filter(|source| !others.iter().any(|other| source.path().ends_with(other))) {
        let text = std::fs::read_to_string(source.path()).unwrap();
        let rounds = |piece: &str| piece.split('}').next().is_some_and(|format| format.contains(":."));
        let found: Vec<&str> = text.lines().filter(|line| line.split('{').skip(1).any(rounds)).collect();
        assert!(found.is_empty(), "{}: {found:?}", source.path().display());
    }
}
