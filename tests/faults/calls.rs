//! The program's system calls, parsed from a tracer's log.

use crate::program::{RunOutput, run};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The calls that change files, and those that open file descriptors.
pub const CHANGES: &str = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,\
    unlinkat,ftruncate,mkdir,mkdirat,rmdir,close";

/// A call that has returned.
#[derive(Clone, Debug)]
pub struct Call {
    pub name: String,
    args: Vec<String>,
    result: String,
}

impl Call {
    /// Parses a line of the log; returns `None` if it is no complete call.
    pub fn read(line: &str) -> Option<Self> {
        let (_, call) = line.split_once(' ')?;
        let (name, rest) = call.trim_start().split_once('(')?;
        let (args, result) = rest.rsplit_once(" = ")?;
        let args = args.trim_end().strip_suffix(')')?;
        // Strings and paths are in hexadecimal, so a comma always separates arguments.
        let args = args.split(", ").map(str::to_owned).collect();
        Some(Self { name: name.to_owned(), args, result: result.to_owned() })
    }

    /// Returns the return value; negative if the call failed.
    pub fn returned(&self) -> i64 {
        let digits = self.result.split([' ', '<']).next().unwrap_or_default();
        digits.parse().unwrap_or(-1)
    }

    /// Returns a numeric argument, or the number of an open file.
    pub fn number(&self, index: usize) -> i64 {
        let text = self.args.get(index).map_or("", String::as_str);
        text.split('<').next().and_then(|text| text.parse().ok()).unwrap_or(-1)
    }

    /// Returns the bytes of a string argument.
    pub fn bytes(&self, index: usize) -> Vec<u8> {
        let text = self.args.get(index).map_or("", String::as_str);
        unhex(text.trim_matches('"'))
    }

    /// Returns whether an argument contains a word, such as a flag.
    pub fn has(&self, index: usize, word: &str) -> bool {
        self.args.get(index).is_some_and(|text| text.split('|').any(|flag| flag == word))
    }

    /// Returns an absolute path argument.
    pub fn path(&self, index: usize) -> PathBuf {
        PathBuf::from(OsStr::from_bytes(&self.bytes(index)))
    }

    /// Returns the path of an open file, as the tracer knows it.
    pub fn open_path(&self, index: usize) -> PathBuf {
        let text = self.args.get(index).map_or("", String::as_str);
        let inner = text.split_once('<').and_then(|(_, rest)| rest.split('>').next()).unwrap_or_default();
        PathBuf::from(OsStr::from_bytes(&unhex(inner)))
    }

    /// Returns a path argument that is relative to a folder argument.
    pub fn path_from(&self, folder: usize) -> PathBuf {
        self.open_path(folder).join(self.path(folder + 1))
    }
}

fn unhex(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).filter_map(|pair| u8::from_str_radix(pair.get(..2)?, 16).ok()).collect()
}

/// Returns the command line of the tracer, which logs calls and optionally injects a fault.
pub fn tracer(log: &Path, fault: Option<&str>) -> Vec<String> {
    let trace = format!("trace={CHANGES}");
    let words = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1000000", "-e", "signal=none", "-e", &trace, "-o"];
    let mut words: Vec<String> = words.map(str::to_owned).into();
    words.push(log.display().to_string());
    if let Some(fault) = fault {
        words.extend(["-e".to_owned(), format!("inject={fault}")]);
    }
    words
}

/// Runs a traced command with an input; returns its calls too.
pub fn record(command: Command, log: &Path, input: &str) -> (RunOutput, Vec<Call>) {
    let run = run(command, input);
    let text = fs::read_to_string(log).unwrap_or_default();
    let _ = fs::remove_file(log);
    (run, text.lines().filter_map(Call::read).collect())
}
