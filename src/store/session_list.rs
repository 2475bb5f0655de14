//! The list of saved visits, newest first: each once, however many files it has.

use super::copies::FilesOfVisit;
use super::error::StoreError;
use super::folders::Folders;
use super::session_head::{SessionHead, files_of_id, head, paths};
use super::session_names::{self, start};
use std::collections::{HashSet, VecDeque};
use std::iter::Peekable;
use std::path::{Path, PathBuf};

/// Returns the heads of the saved visits, newest first. Each file is opened when its turn comes, so that the first ones
/// cost the same however many there are. Of several files of a visit in one folder, the head is that of the file that
/// counts; the file of a visit that was listed before is passed over.
pub fn heads(folders: &Folders) -> impl Iterator<Item = Result<SessionHead, StoreError>> + use<> {
    Heads { paths: paths(folders).peekable(), ready: VecDeque::new(), listed: HashSet::new() }
}

struct Heads<P: Iterator> {
    paths: Peekable<P>,
    /// The heads of the last group of files.
    ready: VecDeque<Result<SessionHead, StoreError>>,
    /// The ids of the visits listed so far.
    listed: HashSet<String>,
}

impl<P: Iterator<Item = Result<PathBuf, StoreError>>> Iterator for Heads<P> {
    type Item = Result<SessionHead, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            self.read_group()?;
        }
        self.ready.pop_front()
    }
}

impl<P: Iterator<Item = Result<PathBuf, StoreError>>> Heads<P> {
    /// Reads the heads of the next files that can be of one visit: those of one minute in one folder.
    fn read_group(&mut self) -> Option<()> {
        let first = match self.paths.next()? {
            Ok(path) => path,
            Err(error) => {
                self.ready.push_back(Err(error));
                return Some(());
            }
        };
        let key = |path: &Path| (path.parent().map(Path::to_owned), start(path).to_owned());
        let group = key(&first);
        let mut read = vec![head(&first)];
        while let Some(Ok(path)) = self.paths.next_if(|next| next.as_ref().is_ok_and(|path| key(path) == group)) {
            read.push(head(&path));
        }
        // Names come in descending order, and so corrections before the file that they continue.
        while let Some(one) = pop_first(&mut read) {
            match one {
                Ok(one) => {
                    let same = |other: &Result<SessionHead, _>| other.as_ref().is_ok_and(|other| other.id == one.id);
                    let mut others: Vec<_> = read.extract_if(.., |other| same(other)).flatten().collect();
                    others.extend(elsewhere(&one, &others));
                    if self.listed.insert(one.id.clone()) {
                        self.ready.push_back(Ok(of_visit(one, others)));
                    }
                }
                Err(error) => self.ready.push_back(Err(error)),
            }
        }
        Some(())
    }
}

/// Returns the heads of the other files of a visit in the folder, if the name of the first does not tell the visit.
fn elsewhere(one: &SessionHead, known: &[SessionHead]) -> Vec<SessionHead> {
    let Some(folder) = one.path.parent().filter(|_| !session_names::fits(&one.path, &one.id)) else {
        return Vec::new();
    };
    let is_new = |path: &PathBuf| known.iter().all(|other| other.path != *path);
    files_of_id(folder, &one.id).filter(is_new).filter_map(|path| head(&path).ok()).collect()
}

fn pop_first<T>(list: &mut Vec<T>) -> Option<T> {
    if list.is_empty() { None } else { Some(list.remove(0)) }
}

/// Returns the head of the file that counts.
fn of_visit(one: SessionHead, others: Vec<SessionHead>) -> SessionHead {
    if others.is_empty() {
        return one;
    }
    let mut heads: Vec<SessionHead> = others.into_iter().chain([one]).collect();
    let paths = heads.iter().map(|head| head.path.clone()).collect();
    let Some(files) = FilesOfVisit::compare(paths) else { return heads.swap_remove(0) };
    let index = heads.iter().position(|head| head.path == files.path).unwrap_or(0);
    let mut counts = heads.swap_remove(index);
    (counts.other_files, counts.in_conflict) = (files.others.len(), files.in_conflict);
    counts
}
