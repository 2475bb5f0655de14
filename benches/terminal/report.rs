//! The table: what was measured, beside whom, and whether the target holds.

use crate::figures::{Peak, Times, p99_limits};
use crate::ground::{MANY_EVENTS, MANY_SESSIONS};
use crate::keys::Keys;
use crate::replay::Replays;
use crate::start::Starts;
use esprit::stats::Interval;
use std::fmt::Write as _;

/// Memory, in MiB.
const MOST_MEMORY: f64 = 20.0;
/// The program's file, in MiB.
const MOST_SIZE: f64 = 8.0;
/// What comes to the disk's own time until an answer shows as saved, in milliseconds.
const MOST_BESIDE_DISK: f64 = 2.0;
/// How far two times may lie apart and still be the same.
const SAME: f64 = 1.15;
/// A frame of a screen that shows sixty in a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// A row, from left to right: measure, program, n, median, p99, compared, target.
struct Table(String);

impl Table {
    fn new() -> Self {
        let head = "| measure | of | n | median | p99 | esprit beside it | target |";
        Self(format!("{head}\n|---|---|---:|---:|---:|---|---|\n"))
    }

    fn times(&mut self, measure: &str, of: &str, times: &Times, compared: &str, target: &str) {
        let (n, median, p99) = (times.n(), times.median(), times.p99());
        let _ = writeln!(self.0, "| {measure} | {of} | {n} | {median:.2} ms | {p99:.2} ms | {compared} | {target} |");
    }

    fn size(&mut self, measure: &str, of: &str, mib: Option<f64>, target: &str) {
        let size = mib.map_or("not told".to_owned(), |mib| format!("{mib:.1} MiB"));
        let _ = writeln!(self.0, "| {measure} | {of} | | {size} | | | {target} |");
    }
}

fn held(target: &str, holds: bool) -> String {
    format!("{target}: {}", if holds { "held" } else { "**missed**" })
}

fn ratios(esprit: &Times, rival: &Times) -> (f64, String) {
    let (median, p99) = (esprit.median() / rival.median(), esprit.p99() / rival.p99());
    (median, format!("median {median:.2}x, p99 {p99:.2}x"))
}

/// As [`ratios`] of keys, with the limits between which the second one lies.
fn key_ratios(esprit: &Times, rival: &Times) -> (f64, Interval, String) {
    let (median, words) = ratios(esprit, rival);
    let limits = p99_limits(esprit, rival);
    (median, limits, format!("{words} ({:.2} to {:.2})", limits.lower, limits.upper))
}

/// Says of the limits of a ratio whether it is at most 1: a run that cannot tell says so.
fn at_most_one(target: &str, limits: Interval) -> String {
    match (limits.lower > 1.0, limits.upper > 1.0) {
        (false, true) => format!("{target}: not told apart"),
        (missed, _) => held(target, !missed),
    }
}

fn same(table: &mut Table, measure: &str, of: &str, times: &Times, usual: &Times) {
    let ratio = times.median() / usual.median();
    table.times(measure, of, times, &format!("{ratio:.2}x"), &held("about 1x", ratio <= SAME));
}

pub fn table(keys: &Keys, replays: &Replays, starts: &Starts) -> String {
    let mut table = Table::new();
    painted(&mut table, keys);
    let beside = keys.fresh.saved.median() - keys.disk.median();
    table.times("key to saved", "esprit", &keys.fresh.saved, "", "");
    let target = held(&format!("disk + {MOST_BESIDE_DISK} ms"), beside <= MOST_BESIDE_DISK);
    table.times("", "append and fdatasync", &keys.disk, &format!("median {beside:+.2} ms"), &target);
    started(&mut table, starts);
    replayed(&mut table, replays);
    sizes(&mut table, keys, starts);
    table.0
}

fn painted(table: &mut Table, keys: &Keys) {
    let fresh = &keys.fresh.painted;
    table.times("key to painted", "esprit, an answer", fresh, "", "");
    if let Some(htop) = &keys.htop {
        let (median, _, words) = key_ratios(fresh, &htop.painted);
        table.times("", "htop, its bar", &htop.painted, &words, &held("median under 1x", median < 1.0));
    }
    if let Some(vim) = &keys.vim {
        let (median, limits, words) = key_ratios(fresh, &vim.painted);
        let target = format!("{}, {}", held("median 2x", median <= 2.0), at_most_one("p99 1x", limits));
        table.times("", "vim, its cursor", &vim.painted, &words, &target);
    }
    let (_, _, words) = key_ratios(fresh, &keys.cat.painted);
    table.times("", "cat, the key itself", &keys.cat.painted, &words, "");
    same(table, "", &format!("esprit, {MANY_EVENTS} events before"), &keys.long.painted, fresh);
}

fn started(table: &mut Table, starts: &Starts) {
    table.times("start to first screen", "esprit", &starts.empty.shown, "", "");
    if let Some(vim) = &starts.vim {
        let (median, words) = ratios(&starts.empty.shown, vim);
        table.times("", "vim, a text", vim, &words, &held("median 0.7x", median <= 0.7));
    }
    let many = format!("esprit, {MANY_SESSIONS} visits");
    same(table, "", &many, &starts.many.shown, &starts.empty.shown);
    table.times("start to newest visits", "esprit, none", &starts.empty.recent, "", "");
    same(table, "", &many, &starts.many.recent, &starts.empty.recent);
    table.times("past visits, key to all read", &many, &starts.past, "", "");
}

fn replayed(table: &mut Table, replays: &Replays) {
    let of = format!("esprit, {MANY_EVENTS} events");
    table.times("start to a visit replayed", &of, &replays.opened, "", "");
    table.times("replay, key to the other end", &of, &replays.ends, "", "");
    if let Some(vim) = &replays.vim {
        let (_, words) = ratios(&replays.ends, vim);
        table.times("", "vim, its timeline as text", vim, &words, "");
    }
    for (measure, of, times) in [
        ("replay, message to cells", "a jump to any moment", &replays.jumps),
        ("", "a frame at ×60", &replays.frames),
        ("", "to the other order", &replays.orders),
    ] {
        let target = held("all within a frame", times.most() < FRAME);
        table.times(measure, of, times, &format!("slowest {:.2} ms", times.most()), &target);
    }
}

fn sizes(table: &mut Table, keys: &Keys, starts: &Starts) {
    let own = [
        ("most memory", "esprit, first screen".to_owned(), starts.home_memory),
        ("", "esprit, end of a visit".to_owned(), keys.fresh.memory),
        ("", format!("esprit, visit of {MANY_EVENTS} events"), keys.long.memory),
        ("", format!("esprit, past visits, all {MANY_SESSIONS}"), starts.past_memory),
    ];
    for (measure, of, peak) in own {
        let mib = peak.mib();
        table.size(measure, &of, mib, &held(&format!("{MOST_MEMORY} MiB"), mib.is_none_or(|mib| mib < MOST_MEMORY)));
    }
    let rivals = [("htop", keys.htop.as_ref()), ("vim", keys.vim.as_ref()), ("cat", Some(&keys.cat))];
    for (name, moves) in rivals.into_iter().filter_map(|(name, moves)| Some((name, moves?))) {
        table.size("", name, moves.memory.mib(), "");
    }
    let bytes = std::fs::metadata(env!("CARGO_BIN_EXE_esprit")).map(|file| file.len()).unwrap_or_default();
    let mib = Peak(Some(bytes / 1024)).mib();
    table.size("the program's file", "esprit", mib, &held(&format!("{MOST_SIZE} MiB"), mib < Some(MOST_SIZE)));
}
