//! A report on full disks of every size: the requested file is complete, or the existing one is unchanged.

use crate::campaign::{Campaign, each};
use crate::mounts::Mount;
use crate::program::{Place, Tally, run};
use crate::script::Script;
use std::fs;

/// The existing content of the output file.
const BEFORE: &str = "the report of last month\n";

/// The allocation unit of such a file system, in KiB.
const PAGE: usize = 4;

/// Tries every format on every disk, from one with space for the existing file only to where the report fits.
pub fn full(campaign: &Campaign) -> Tally {
    each(campaign.threads, &["text", "json", "csv", "xlsx", "html"], |format| up(campaign, format))
}

fn up(campaign: &Campaign, format: &str) -> Tally {
    let script = Script::answers(24);
    let place = Place::new(&campaign.disk, &script);
    let visited = run(place.visit(&[]), &(script.lines.join("\n") + "\nfinish\nfinish\n"));
    let name = format!("report.{format}");
    let expected = run(place.command(&[], &["report", "--format", format, "-o", &name]), "");
    let Ok(whole) = fs::read(place.root().join(&name)) else {
        let wrong = vec![format!("{format}: no report at all: {}{}", visited.err, expected.err)];
        return Tally { wrong, ..Tally::default() };
    };
    let mut tally = Tally::default();
    // First one file too few for the new one, then space in steps of a page.
    let limits =
        std::iter::once("size=8m,nr_inodes=2".to_owned()).chain((1..).map(|pages| format!("size={}k", pages * PAGE)));
    for limits in limits {
        let tried = try_one(&place, format, &limits, &whole);
        let fits = tried.blunt == 1;
        tally.add(tried);
        if fits || tally.skipped.is_some() {
            break;
        }
    }
    tally
}

/// Runs a report on a small disk.
fn try_one(place: &Place, format: &str, limits: &str, whole: &[u8]) -> Tally {
    let folder = place.root().join("reports");
    let mount = match Mount::in_memory(&folder, limits) {
        Ok(mount) => mount,
        Err(why) => return Tally::skipped(&why),
    };
    let name = format!("report.{format}");
    let file = folder.join(&name);
    fs::write(&file, BEFORE).unwrap();
    let run = run(place.command(&[], &["report", "--format", format, "-o", &format!("reports/{name}")]), "");
    let there = fs::read(&file).unwrap_or_default();
    let mut others: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    others.retain(|other| *other != *name && *other != *"datapackage.json");
    drop(mount);
    let done = run.status.code() == Some(0) && there == whole;
    // A table may be written while its description is not; that is reported, and fails.
    let refused = run.status.code() == Some(1)
        && run.err.contains("disk is full")
        && (there == BEFORE.as_bytes() || (format == "csv" && there == whole));
    let mut tally = Tally { points: 1, panics: u64::from(run.panicked()), blunt: u64::from(done), ..Tally::default() };
    if !(done || refused) || !others.is_empty() {
        let wrong = format!("{format} {limits}: {}, {} bytes there, {others:?}\n{}", run.status, there.len(), run.err);
        tally.wrong.push(wrong);
    }
    tally
}
