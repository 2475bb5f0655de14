//! The HTML report in a real browser: whatever its texts, no script runs, nothing is requested, and the figures are
//! shown.
//!
//! Needs Debian's chromium, which not every machine has: run by name, `cargo test --test browser`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and its files are its own"
)]

mod sample;

use esprit::report::html::render;
use esprit::text::{Lang, Texts};
use sample::Sample;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=3000",
];

/// Serves a page on this machine; returns its address and the requested paths.
fn serve(page: String) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/report.html", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let known = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let mut head = [0; 4096];
            let read = stream.read(&mut head).unwrap_or(0);
            let text = String::from_utf8_lossy(&head[..read]).into_owned();
            // A connection opened in advance has no request.
            let Some(path) = text.split(' ').nth(1) else { continue };
            known.lock().unwrap().push(path.to_owned());
            let (status, body) = if path == "/report.html" { ("200 OK", page.as_str()) } else { ("404 Not Found", "") };
            let kind = "Content-Type: text/html; charset=utf-8\r\nConnection: close";
            let _ = write!(stream, "HTTP/1.1 {status}\r\n{kind}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        }
    });
    (address, asked)
}

/// Opens a page; returns the document after all scripts have run.
fn opened(address: &str) -> String {
    let profile = tempfile::TempDir::new().unwrap();
    let program = ["chromium", "chromium-browser"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()));
    let program = program.expect("chromium is not installed: apt-get install chromium");
    let mut command = Command::new(program);
    command.args(FLAGS).arg(format!("--user-data-dir={}", profile.path().display())).args(["--dump-dom", address]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn title(document: &str) -> &str {
    document.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0
}

#[test]
fn hostile_text_runs_nothing_and_the_figures_are_shown() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let report = Sample { sites: 12, behaviours: 10, hostile: true }.report();
        let page = render(&report, &texts);
        let (address, asked) = serve(page.clone());
        let document = opened(&address);
        let others: Vec<String> =
            asked.lock().unwrap().iter().filter(|path| *path != "/report.html").cloned().collect();
        assert_eq!(others, Vec::<String>::new(), "asked for");
        assert_eq!(title(&document), title(&page), "a script has run");
        for element in ["<script", "<img", "<iframe", "<object", "<embed"] {
            assert!(!document.contains(element), "{element}");
        }
        // The browser has each row of scores, with its figure in the language's format.
        for row in report.scores.iter().filter_map(|row| row.percent_mean) {
            let figure = texts.percent(row).replace('\u{a0}', "&nbsp;");
            assert!(document.contains(&figure), "{figure}");
        }
        assert_eq!(document.matches("<svg").count(), page.matches("<svg").count(), "charts");
    }
}

#[test]
fn the_test_detects_a_page_that_runs_or_requests() {
    let page = "<!DOCTYPE html><title>before</title><img src=/asked onerror=\"document.title='run'\"><p>1</p>";
    let (address, asked) = serve(page.to_owned());
    let document = opened(&address);
    assert_eq!(title(&document), "run");
    assert!(asked.lock().unwrap().iter().any(|path| path == "/asked"));
}
