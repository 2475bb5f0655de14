//! `esprit report` by the real program: formats, options, invalid input, and the same bytes whatever the order of
//! files.

use crate::schemas::check;
use crate::support::{Place, begin, bundled, moment};
use calamine::DataType;
use esprit::visit::Action;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use world::write::{Folder, write};
use world::{Settings, World};

/// Returns a network of a few visits.
fn tiny() -> Settings {
    Settings { sites: 3, visits: 24, ..small() }
}

fn small() -> Settings {
    Settings { sites: 4, visits: 60, observers: 4, training: 0.05, abandoned: 0.05, ..Settings::default() }
}

/// Creates a folder of visits.
fn visits(place: &Place, settings: Settings) -> PathBuf {
    let folder = place.dir.path().join("visits");
    write(&World::new(settings).unwrap(), &mut Folder::new(&folder)).unwrap();
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn every_format_is_written_to_stdout_and_to_a_file_with_its_extension() {
    let place = Place::new();
    let folder = visits(&place, tiny());
    for lang in ["fr", "en"] {
        for (format, ending, start) in [
            ("text", "txt", ""),
            ("json", "json", "{"),
            ("csv", "csv", "question,"),
            ("html", "html", "<!DOCTYPE html>"),
        ] {
            let (code, out, err) = place.run(lang, &["report", text(&folder), "--format", format], "");
            assert_eq!((code, err.as_str()), (0, ""), "{format}");
            assert!(out.starts_with(start), "{format}: {}", &out[..80]);
            let file = place.dir.path().join(format!("out.{ending}"));
            let (code, silent, err) = place.run(lang, &["report", text(&folder), "-o", text(&file)], "");
            assert_eq!((code, silent.as_str()), (0, ""), "{format}: {err}");
            assert!(err.contains(text(&file)), "{err}");
            assert_eq!(fs::read_to_string(&file).unwrap(), out, "{format}");
        }
        let file = place.dir.path().join("out.xlsx");
        assert_eq!(place.run(lang, &["report", text(&folder), "-o", text(&file)], "").0, 0);
        assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    }
}

#[test]
fn json_fits_its_schema_and_counts_every_file() {
    let place = Place::new();
    let folder = visits(&place, Settings { damaged: 0.2, duplicates: 0.1, ..small() });
    let (code, out, err) = place.run("en", &["report", text(&folder), "--format", "json", "--by", "site,attitude"], "");
    assert_eq!(code, 0, "{err}");
    check("report", &out);
    let report: Value = serde_json::from_str(&out).unwrap();
    let source = &report["source"];
    let of = |name: &str| source[name].as_u64().unwrap();
    let damaged = source["damaged"].as_array().unwrap().len() as u64;
    let all = ["sessions", "duplicates", "abandoned", "training", "filtered"].map(of).iter().sum::<u64>() + damaged;
    assert_eq!(all, files(&folder).len() as u64);
    assert!(of("duplicates") > 0 && damaged > 0 && of("abandoned") > 0 && of("training") > 0, "{source}");
    assert!(err.contains("unusable files or lines"), "{err}");
    assert_eq!(report["by"], serde_json::json!(["site", "attitude"]));
    let row = &report["scores"][0];
    assert!(row["key"]["site"].is_string() && row["key"]["attitude"].is_string(), "{row}");
    // With every seal verified, changed files are left out as well.
    let (_, out, _) = place.run("en", &["report", text(&folder), "--format", "json", "--verify"], "");
    let verified: Value = serde_json::from_str(&out).unwrap();
    assert!(verified["source"]["damaged"].as_array().unwrap().len() as u64 > damaged, "{}", verified["source"]);
}

#[test]
fn visits_without_a_matching_seal_count_and_are_named_in_every_format() {
    let place = Place::new();
    let folder = visits(&place, Settings { sites: 2, visits: 3, training: 0.0, abandoned: 0.0, ..tiny() });
    let names = files(&folder);
    let change = |file: &Path, from: &str, to: &str| {
        let before = fs::read_to_string(file).unwrap();
        let after = before.replacen(from, to, 1);
        assert_ne!(before, after);
        fs::write(file, after).unwrap();
    };
    change(&names[0], "\"seal\":\"sha256:", "\"x_seal\":\"sha256:");
    change(&names[1], "\"time_zone\":\"", "\"time_zone\":\"X");
    let report = |args: &[&str]| place.run("en", &[&["report"], args].concat(), "");
    let source = |args: &[&str]| -> Value {
        serde_json::from_str::<Value>(&report(&[args, &["--format", "json"]].concat()).1).unwrap()["source"].clone()
    };
    let outside = source(&[text(&folder)]);
    let unproven = outside["unproven"].as_array().unwrap();
    let found: Vec<_> = unproven.iter().map(|one| (one["path"].as_str().unwrap(), one["reason"].clone())).collect();
    assert_eq!(found, [(text(&names[0]), "unsealed".into()), (text(&names[1]), "derived".into())]);
    assert_eq!((&outside["sessions"], &outside["verified"]), (&3.into(), &true.into()));
    for format in ["text", "html", "csv"] {
        let (code, out, err) = report(&[text(&folder), "--format", format]);
        assert_eq!(code, 0, "{err}");
        let joined = err.replace('\n', " ");
        assert!(joined.contains("2 files or lines whose seal is missing or does not match"), "{format}: {err}");
        let out: String = if format == "text" { out.split_whitespace().collect() } else { out };
        let is_named = match format {
            "csv" => out.lines().any(|line| line.starts_with("seals,") && line.contains(",failed,1,")),
            _ => out.contains(names[1].file_stem().unwrap().to_str().unwrap()),
        };
        assert!(is_named, "{format}: {out}");
    }
    // Without a check only a seal that is missing is seen; with --verify neither visit counts.
    let skipped = source(&[text(&folder), "--seals", "skip"]);
    assert_eq!((skipped["unproven"].as_array().unwrap().len(), &skipped["verified"]), (1, &false.into()));
    let verified = source(&[text(&folder), "--verify"]);
    assert_eq!((verified["damaged"].as_array().unwrap().len(), &verified["sessions"]), (2, &1.into()));
    assert_eq!(report(&[text(&folder), "--verify", "--seals", "skip"]).0, 2);
    // Inside the data folder seals are checked only when that is asked for.
    let own = place.data().join("sessions");
    fs::create_dir_all(place.data()).unwrap();
    fs::rename(&folder, &own).unwrap();
    for args in [&[][..], &[text(&own)]] {
        assert_eq!(source(args)["verified"], false, "{args:?}");
    }
    assert_eq!(source(&["--seals", "check"])["unproven"].as_array().unwrap().len(), 2);
}

#[test]
fn the_same_visits_give_the_same_bytes_whatever_their_names_and_the_threads() {
    let place = Place::new();
    // Every format is made from the figures, which JSON has whole: a few visits do for the others.
    let formats: [(_, &[&str]); 2] = [(small(), &["json"]), (tiny(), &["csv", "text", "html", "xlsx"])];
    for (settings, formats) in formats {
        assert_same_bytes(&place, settings, formats);
    }
}

fn assert_same_bytes(place: &Place, settings: Settings, formats: &[&str]) {
    let dir = place.dir.path().join(formats[0]);
    fs::create_dir(&dir).unwrap();
    let folder = dir.join("visits");
    write(&World::new(settings).unwrap(), &mut Folder::new(&folder)).unwrap();
    // Other names in another order, and half of them in one file.
    let other = dir.join("other");
    fs::create_dir(&other).unwrap();
    let mut lines = String::new();
    for (number, file) in files(&folder).iter().rev().enumerate() {
        match number % 2 {
            0 => drop(fs::copy(file, other.join(format!("{number:03}.json"))).unwrap()),
            _ => lines += &fs::read_to_string(file).unwrap(),
        }
    }
    fs::write(other.join("half.ndjson"), lines).unwrap();
    for format in formats {
        let report = |folder: &Path, threads: &str| {
            let out = dir.join("out");
            let args = ["report", text(folder), "--format", format, "--threads", threads, "-o", text(&out)];
            assert_eq!(place.run("fr", &args, "").0, 0);
            fs::read(out).unwrap()
        };
        let once = report(&folder, "1");
        assert!(once == report(&folder, "3"), "{format}: three threads");
        assert!(once == report(&other, "2"), "{format}: other names");
    }
    for table in ["answers", "visits"] {
        let rows = |folder: &Path| place.run("fr", &["report", text(folder), "--table", table], "").1;
        assert_eq!(rows(&folder), rows(&other), "{table}");
    }
}

#[test]
fn invalid_options_are_reported_with_the_valid_ones() {
    let place = Place::new();
    let folder = visits(&place, small());
    let missing = place.dir.path().join("missing").join("out.html");
    for (args, code, en, fr) in [
        (vec!["--by", "shop"], 2, "site, group, relation", "site, group, relation"),
        (vec!["--where", "shop=1"], 2, "KEY=VALUE", "CLÉ=VALEUR"),
        (vec!["--from", "soon"], 2, "is not a date", "n’est pas une date"),
        (vec!["--from", "2026-05", "--to", "2026-02"], 2, "is after the last", "vient après"),
        (vec!["--format", "pdf"], 2, "pdf", "pdf"),
        (vec!["--table", "answers", "--format", "html"], 2, "CSV", "CSV"),
        (vec!["--table", "answers", "-o", "x.json"], 2, "CSV", "CSV"),
        (vec!["--excel", "--format", "text"], 2, "--excel is for CSV", "--excel concerne le CSV"),
        (vec!["-o", "x.pdf"], 2, ".html, .xlsx, .csv, .txt, .json", ".html, .xlsx, .csv, .txt, .json"),
        (
            vec!["--where", "kind=trainig"],
            2,
            "mystery_visit, self_audit, training",
            "mystery_visit, self_audit, training",
        ),
        (vec!["--where", "hour=9"], 2, "08, 09, 10", "08, 09, 10"),
        (vec!["--where", "site=nowhere"], 1, "None of the", "Aucune des"),
        (vec!["--where", "site=nowhere"], 1, "excluded by the filter (--where site=nowhere)", "(--where site=nowhere)"),
        (
            vec!["--where", "site=nowhere", "--from", "2020-01"],
            1,
            "(--where site=nowhere --from 2020-01)",
            "(--where site=nowhere --from 2020-01)",
        ),
        (vec!["-o", text(&missing)], 1, "does not exist", "n’existe pas"),
        (vec!["-o", text(place.dir.path())], 1, "not an ordinary file", "n’est pas un fichier ordinaire"),
    ] {
        for (lang, said) in [("en", en), ("fr", fr)] {
            let all: Vec<&str> = ["report", text(&folder)].into_iter().chain(args.iter().copied()).collect();
            let (got, out, err) = place.run(lang, &all, "");
            assert_eq!((got, out.as_str()), (code, ""), "{args:?}: {err}");
            assert!(err.contains(said), "{args:?}: {err}");
        }
    }
    let empty = place.dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    for path in [Some(text(&empty)), None] {
        let all: Vec<&str> = ["report"].into_iter().chain(path).collect();
        let (code, out, err) = place.run("en", &all, "");
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains("Finish a visit first"), "{err}");
    }
    let (code, _, err) = place.run("en", &["report", "/nowhere/at/all"], "");
    assert!(code == 1 && err.contains("/nowhere/at/all"), "{err}");
}

#[test]
fn a_failed_report_leaves_the_existing_file() {
    let place = Place::new();
    let folder = visits(&place, small());
    let file = place.dir.path().join("out.html");
    fs::write(&file, "before").unwrap();
    let args = ["report", text(&folder), "--where", "site=nowhere", "-o", text(&file)];
    assert_eq!(place.run("en", &args, "").0, 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), "before");
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn only_training_and_abandoned_visits_gives_a_hint_how_to_include_them() {
    let place = Place::new();
    let folder = visits(&place, Settings { training: 0.5, abandoned: 0.5, ..small() });
    for file in files(&folder) {
        let session: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        if session["status"] == "complete" && session["kind"] != "training" {
            fs::remove_file(file).unwrap();
        }
    }
    for args in [&["--format", "json"], &["--table", "visits"]] {
        let all = [&["report", text(&folder)], &args[..]].concat();
        let (code, out, err) = place.run("en", &all, "");
        assert!(code == 1 && (out.is_empty() || !out.contains("0195")), "{out}");
        assert!(err.contains("--where status=abandoned") && err.contains("--where kind=training"), "{err}");
        assert!(!err.contains("asked for"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_kept_and_its_target_replaced() {
    let place = Place::new();
    let folder = visits(&place, small());
    let out = place.dir.path().join("out");
    fs::create_dir(&out).unwrap();
    let (file, link) = (out.join("file.json"), place.dir.path().join("link.json"));
    fs::write(&file, "before").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(place.run("en", &["report", text(&folder), "-o", text(&link)], "").0, 0);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    check("report", &fs::read_to_string(&file).unwrap());
    // A dangling link, or a link to something that is no file, is left alone.
    for (target, name) in [("missing/file.json", "nowhere.json"), ("/dev/null", "null.json")] {
        let link = out.join(name);
        std::os::unix::fs::symlink(target, &link).unwrap();
        let (code, _, err) = place.run("en", &["report", text(&folder), "-o", text(&link)], "");
        assert!(code == 1 && link.symlink_metadata().unwrap().is_symlink(), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn a_kill_while_writing_leaves_the_old_file() {
    let place = Place::new();
    let folder = visits(&place, small());
    let out = place.dir.path().join("out");
    fs::create_dir(&out).unwrap();
    for ending in ["html", "json", "csv"] {
        let file = out.join(format!("report.{ending}"));
        fs::write(&file, "before").unwrap();
        // The system kills a process that writes more than 8 KiB to a file.
        let mut command = std::process::Command::new("sh");
        command.args(["-c", "ulimit -f 16; exec \"$@\"", "sh"]).arg(assert_cmd::cargo::cargo_bin("esprit"));
        command.arg("report").arg(&folder).arg("-o").arg(&file);
        command.env("ESPRIT_CONFIG_DIR", place.config());
        let output = command.output().unwrap();
        assert!(!output.status.success(), "{ending} was small enough");
        assert_eq!(fs::read_to_string(&file).unwrap(), "before", "{ending}");
    }
    // What a kill leaves behind is hidden and never read.
    let names = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| !name.starts_with('.')).count(), 3);
}

/// A row as a map by column.
fn csv_rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn flat_rows_hold_the_sessions_data_with_local_times() {
    let place = Place::new();
    let folder = visits(&place, Settings { sites: 12, ..small() });
    let sessions: BTreeMap<String, Value> = files(&folder)
        .iter()
        .map(|file| serde_json::from_str::<Value>(&fs::read_to_string(file).unwrap()).unwrap())
        .map(|session| (session["id"].as_str().unwrap().to_owned(), session))
        .collect();
    let counts = |session: &&Value| session["status"] == "complete" && session["kind"] != "training";
    let counted: Vec<&Value> = sessions.values().filter(counts).collect();
    let visits = csv_rows(&place.run("en", &["report", text(&folder), "--table", "visits"], "").1);
    assert_eq!(visits.len(), counted.len());
    let mut zones = BTreeMap::new();
    for row in &visits {
        let session = &sessions[&row["session_id"]];
        let started = session["started_at"].as_str().unwrap();
        assert_eq!(row["local_date"], started[..10]);
        assert_eq!(row["local_hour"].parse::<u8>().unwrap(), started[11..13].parse::<u8>().unwrap());
        let at: jiff::Timestamp = row["started_at"].parse().unwrap();
        assert!(row["started_at"].ends_with('Z') && at == started.parse().unwrap(), "{row:?}");
        let weekday = row["local_date"].parse::<jiff::civil::Date>().unwrap().weekday().to_monday_one_offset();
        assert_eq!(row["iso_weekday"], weekday.to_string());
        assert_eq!(row["percent"].parse::<f64>().ok(), session["score"]["percent"].as_f64());
        *zones.entry((row["time_zone"].clone(), started[23..].to_owned())).or_insert(0) += 1;
    }
    // Summer and winter in one zone, and zones overseas.
    assert!(zones.len() > 2, "{zones:?}");
    let answers = csv_rows(&place.run("en", &["report", text(&folder), "--table", "answers"], "").1);
    let all: usize = counted.iter().map(|session| session["answers"].as_array().unwrap().len()).sum();
    assert_eq!(answers.len(), all);
    assert!(answers.iter().any(|row| row["memory_age_ms"].parse::<u64>().is_ok_and(|age| age > 0)));
}

#[test]
fn marks_are_rows_with_their_label_and_item_unless_they_were_undone() {
    let place = Place::new();
    let mut visit = begin(&bundled("customer"));
    let mark = |text: Option<&str>| Action::Mark(text.map(str::to_owned));
    let answer = Action::Answer { item: 1, value: esprit::visit::Value::text("yes"), seen: None };
    let bind = Action::Bind { mark: 2, item: 1 };
    for (at, action) in
        (1..).zip([mark(Some("door")), mark(None), answer, bind, mark(Some("wrong")), Action::Undo, Action::Finish])
    {
        visit.act(&action, &moment(at * 10_000)).unwrap();
    }
    let mut journal =
        esprit::store::Journal::create(&place.folders(), visit.definition(), crate::support::SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    journal.complete().unwrap();
    let (code, out, err) = place.run("en", &["report", "--table", "marks"], "");
    assert_eq!(code, 0, "{err}");
    let rows: Vec<[String; 5]> = csv_rows(&out)
        .iter()
        .map(|row| ["seq", "marked_at", "elapsed_ms", "text", "item"].map(|name| row[name].clone()))
        .collect();
    let second = ["3", "2026-03-01T09:00:20Z", "20000", "", ""].map(str::to_owned);
    let first = ["2", "2026-03-01T09:00:10Z", "10000", "door", "greeting.notice"].map(str::to_owned);
    assert_eq!(rows, [first, second], "{out}");
    let filtered = place.run("en", &["report", "--table", "marks", "--where", "site=elsewhere"], "");
    assert_eq!(filtered.0, 1, "{filtered:?}");
}

#[test]
fn notes_reach_the_reader_in_every_format() {
    let place = Place::new();
    let input = "never\nn\nnote =1+1 <b>not</b> greeted\nfinish\nfinish\n";
    let args = ["visit", "customer", "--site", "Lyon", "--observer", "o1", "--plain"];
    let (code, _, err) = place.run("en", &args, input);
    assert_eq!(code, 0, "{err}");
    let file = |name: &str| place.dir.path().join(name);
    for name in ["r.html", "r.xlsx", "r.json", "r.txt"] {
        let (code, _, err) = place.run("fr", &["report", "-o", text(&file(name))], "");
        assert_eq!(code, 0, "{name}: {err}");
    }
    let page = fs::read_to_string(file("r.html")).unwrap();
    assert!(
        page.contains("Qu’ont écrit les observateurs") && page.contains("=1+1 &lt;b&gt;not&lt;/b&gt; greeted"),
        "{page}"
    );
    assert!(fs::read_to_string(file("r.txt")).unwrap().contains("=1+1 <b>not</b>"));
    let json: Value = serde_json::from_str(&fs::read_to_string(file("r.json")).unwrap()).unwrap();
    let note = &json["verbatims"][0];
    assert_eq!((&note["notes"], &note["newest"][0]["text"]), (&1.into(), &"=1+1 <b>not</b> greeted".into()), "{note}");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(file("r.xlsx")).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Notes").unwrap();
    assert!(
        sheet.cells().any(|(_, _, cell)| cell.as_string().as_deref() == Some("=1+1 <b>not</b> greeted")),
        "{sheet:?}"
    );
    assert!(calamine::Reader::worksheet_formula(&mut book, "Notes").unwrap().used_cells().next().is_none());
}

#[test]
fn csv_gets_a_description_unless_a_foreign_one_exists() {
    let place = Place::new();
    let folder = visits(&place, small());
    let (file, usual) = (place.dir.path().join("rows.csv"), place.dir.path().join("datapackage.json"));
    for table in [None, Some("answers"), Some("visits"), Some("marks")] {
        let args = ["report", text(&folder), "-o", text(&file)].into_iter();
        let args: Vec<&str> = args.chain(table.into_iter().flat_map(|table| ["--table", table])).collect();
        assert_eq!(place.run("en", &args, "").0, 0);
        let package: Value = serde_json::from_str(&fs::read_to_string(&usual).unwrap()).unwrap();
        let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let written = fs::read_to_string(&file).unwrap();
        assert_eq!(written.lines().next().unwrap(), names.join(","));
        for row in csv_rows(&written) {
            for field in fields {
                let (cell, kind) = (&row[field["name"].as_str().unwrap()], field["type"].as_str().unwrap());
                let fits = match kind {
                    "number" => cell.parse::<f64>().is_ok(),
                    "integer" => cell.parse::<u64>().is_ok(),
                    "boolean" => matches!(cell.as_str(), "true" | "false"),
                    "datetime" => cell.ends_with('Z'),
                    _ => true,
                };
                assert!(cell.is_empty() || fits, "{field}: {cell}");
            }
        }
    }
    fs::write(&usual, r#"{"name": "somebody-elses"}"#).unwrap();
    let (_, _, err) = place.run("fr", &["report", text(&folder), "--excel", "-o", text(&file)], "");
    assert_eq!(fs::read_to_string(&usual).unwrap(), r#"{"name": "somebody-elses"}"#);
    assert!(err.contains("rows.csv.datapackage.json"), "{err}");
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("\u{feff}question;"), "{}", &written[..20]);
    assert!(written.lines().any(|line| line.contains("percent_mean;") && line.contains(',')), "no decimal comma");
}
