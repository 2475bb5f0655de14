//! Verifies the sessions of files and folders, and how those of one visit relate.

use super::error::StoreError;
use super::io_error::IoCause;
use super::json::MOST;
use super::lineage::Lineage;
use super::session_files::SessionFiles;
use super::session_lines::{self, SessionText};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use super::lineage::{Relationship, SessionPlace};
pub use super::proof::{Verified, verify_text};
pub use super::verify_problem::Problem;

/// The result for one session.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The file.
    pub path: PathBuf,
    /// The line, in a file of several sessions; from 1.
    pub line: Option<usize>,
    /// The session, or everything that is wrong with it.
    pub result: Result<Verified, Vec<Problem>>,
}

/// Verifies every session of files and folders, those that [`super::reading`] reads: by folder and name, and at the end
/// what cannot be read. Returns how the sessions of one visit relate, also to those that lie beside a file named.
pub fn verify_paths(paths: &[PathBuf], report: &mut dyn FnMut(Finding)) -> Vec<Relationship> {
    let (files, missing) = SessionFiles::find_existing(paths);
    let mut text = Vec::new();
    let mut lineage = Lineage::default();
    let mut report_all = |finding: Finding| {
        if let Ok(verified) = &finding.result {
            lineage.add(verified.clone(), &finding.path, finding.line);
        }
        report(finding);
    };
    for path in files.paths() {
        if let Err(error) = verify_sessions(&path, &mut text, &mut report_all) {
            report_all(Finding { path, line: None, result: unreadable(error) });
        }
    }
    lineage.add_beside(paths, &files);
    let troubles: BTreeMap<PathBuf, StoreError> = missing.into_iter().chain(files.unreadable).collect();
    for (path, error) in troubles {
        report(Finding { path, line: None, result: unreadable(error) });
    }
    lineage.relationships()
}

fn unreadable(error: StoreError) -> Result<Verified, Vec<Problem>> {
    Err(vec![Problem::Unreadable(error)])
}

/// Verifies the sessions of a file.
fn verify_sessions(path: &Path, text: &mut Vec<u8>, report: &mut dyn FnMut(Finding)) -> Result<(), StoreError> {
    let verify = |session: SessionText<'_>| match session.text.map(std::str::from_utf8) {
        Some(Ok(text)) => verify_text(text),
        Some(Err(_)) => unreadable(IoCause::NotText.at(path)),
        None => unreadable(IoCause::TooLarge { limit: MOST }.at(path)),
    };
    let mut before = 0;
    let mut find = |before: usize, session: SessionText<'_>| {
        let line = session.line.map(|line| before + line + 1);
        report(Finding { path: path.to_owned(), line, result: verify(session) });
    };
    match session_lines::open(path, text)? {
        None => session_lines::split(path, text, &mut |session| find(0, session)),
        Some(blocks) => {
            for block in 0..blocks {
                before += session_lines::split_block(path, block, text, &mut |session| find(before, session))?;
            }
        }
    }
    Ok(())
}
