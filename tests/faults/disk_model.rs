//! A model of a disk below a file system: what is safe, and what may or may not be on the disk.
//!
//! A file's content is safe up to its last sync, a folder's entries up to the folder's own. Later changes are present
//! or not, in order within one file or folder, and independently of all others; the last write may be partial. That is
//! less than any real file system guarantees.

use crate::calls::Call;
use crate::disk_nodes::{Change, Entry, Node, contents, entries, variant};
use crate::program::acknowledged;
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A sync that the model leaves out, as if the program had omitted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// The sync of the journal.
    NoFileSync,
    /// The sync of the folder that contains the journal.
    NoFolderSync,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    node: usize,
    at: usize,
    append: bool,
}

/// The disk at one moment of a run.
#[derive(Clone, Debug)]
pub struct Storage {
    root: PathBuf,
    nodes: Vec<Node>,
    open: BTreeMap<i64, Open>,
    bug: Option<Bug>,
    said: String,
    /// Files with a failed sync.
    failed: BTreeSet<usize>,
    /// How often a file was synced again after that.
    pub synced_again: usize,
}

impl Storage {
    /// Starts with a tree that is safe.
    pub fn new(root: &Path, tree: &Tree, bug: Option<Bug>) -> Self {
        let empty = Node::Folder { safe: BTreeMap::new(), pending: Vec::new() };
        let mut storage = Self {
            root: root.to_owned(),
            nodes: vec![empty],
            open: BTreeMap::new(),
            bug,
            said: String::new(),
            failed: BTreeSet::new(),
            synced_again: 0,
        };
        for (path, contents) in tree {
            storage.link(&root.join(path), contents.clone());
        }
        for index in 0..storage.nodes.len() {
            storage.flush(index);
        }
        storage
    }

    /// Returns the last acknowledged event.
    pub fn acknowledged(&self) -> u64 {
        acknowledged(&self.said)
    }

    /// Applies a call. Returns whether it may have changed something.
    pub fn apply(&mut self, call: &Call) -> bool {
        let result = call.returned();
        if call.name == "openat" && result >= 0 {
            return self.opened(call, result);
        }
        if call.name == "close" {
            self.open.remove(&call.number(0));
            return false;
        }
        if matches!(call.name.as_str(), "fsync" | "fdatasync") {
            return self.synced(call.number(0), result == 0);
        }
        if result < 0 {
            return false;
        }
        match call.name.as_str() {
            "write" | "pwrite64" => self.written(call, usize::try_from(result).unwrap_or(0)),
            "ftruncate" => {
                let Some(open) = self.open.get(&call.number(0)).copied() else { return false };
                self.change(open.node, Change::Cut(usize::try_from(call.number(1)).unwrap_or(0)))
            }
            "link" => self.hard_link(&call.path(0), &call.path(1)),
            "linkat" => self.hard_link(&call.path_from(0), &call.path_from(2)),
            "mkdir" => self.link(&call.path(0), None).is_some(),
            "mkdirat" => self.link(&call.path_from(0), None).is_some(),
            "unlink" | "rmdir" => self.unlink(&call.path(0)),
            "unlinkat" => self.unlink(&call.path_from(0)),
            "rename" => self.rename(&call.path(0), &call.path(1)),
            "renameat" | "renameat2" => self.rename(&call.path_from(0), &call.path_from(2)),
            other => panic!("the model does not know {other}"),
        }
    }

    fn opened(&mut self, call: &Call, number: i64) -> bool {
        self.open.remove(&number);
        let path = call.path_from(0);
        let known = self.find(&path);
        let node = match known {
            None if call.has(2, "O_CREAT") => self.link(&path, Some(Vec::new())),
            known => known,
        };
        let Some(node) = node else { return false };
        self.open.insert(number, Open { node, at: 0, append: call.has(2, "O_APPEND") });
        let cut = call.has(2, "O_TRUNC") && self.change(node, Change::Cut(0));
        known.is_none() || cut
    }

    fn written(&mut self, call: &Call, count: usize) -> bool {
        let number = call.number(0);
        let bytes = call.bytes(1)[..count].to_vec();
        if number == 1 {
            self.said.push_str(&String::from_utf8_lossy(&bytes));
            return true;
        }
        let Some(open) = self.open.get(&number).copied() else { return false };
        let Node::File { safe, pending } = &self.nodes[open.node] else { return false };
        let at = match call.name.as_str() {
            "pwrite64" => usize::try_from(call.number(3)).unwrap_or(0),
            _ if open.append => contents(safe, pending).len(),
            _ => open.at,
        };
        self.open.insert(number, Open { at: at + count, ..open });
        self.change(open.node, Change::Write { at, bytes })
    }

    fn synced(&mut self, number: i64, done: bool) -> bool {
        let Some(Open { node, .. }) = self.open.get(&number).copied() else { return false };
        let is_file = matches!(self.nodes[node], Node::File { .. });
        // Data that Linux drops after a failed sync is not restored by a later one.
        if self.failed.contains(&node) {
            self.synced_again += 1;
            return false;
        }
        if !done {
            if is_file {
                self.failed.insert(node);
            }
            return false;
        }
        let left_out = match self.bug {
            None => false,
            Some(Bug::NoFileSync) => is_file && self.is_called(node, |name| name.ends_with(".journal")),
            Some(Bug::NoFolderSync) => !is_file && self.is_called(node, |name| name == "unfinished"),
        };
        if !left_out {
            self.flush(node);
        }
        true
    }

    fn is_called(&self, node: usize, is: impl Fn(&str) -> bool) -> bool {
        self.nodes.iter().any(|folder| match folder {
            Node::Folder { safe, pending } => {
                entries(safe, pending).iter().any(|(name, entry)| *entry == node && is(name))
            }
            Node::File { .. } => false,
        })
    }

    fn flush(&mut self, node: usize) {
        match &mut self.nodes[node] {
            Node::File { safe, pending } => {
                *safe = contents(safe, pending);
                pending.clear();
            }
            Node::Folder { safe, pending } => {
                *safe = entries(safe, pending);
                pending.clear();
            }
        }
    }

    fn change(&mut self, node: usize, change: Change) -> bool {
        if let Node::File { pending, .. } = &mut self.nodes[node] {
            pending.push(change);
        }
        true
    }

    /// Returns the node at a path as the running system sees it; `None` outside the folder.
    fn find(&self, path: &Path) -> Option<usize> {
        let mut node = 0;
        for name in path.strip_prefix(&self.root).ok()? {
            let Node::Folder { safe, pending } = &self.nodes[node] else { return None };
            node = *entries(safe, pending).get(name.to_str()?)?;
        }
        Some(node)
    }

    fn enter(&mut self, folder: &Path, entry: Entry) -> bool {
        let Some(folder) = self.find(folder) else { return false };
        if let Node::Folder { pending, .. } = &mut self.nodes[folder] {
            pending.push(entry);
        }
        true
    }

    fn link(&mut self, path: &Path, contents: Option<Vec<u8>>) -> Option<usize> {
        let (folder, name) = parted(path)?;
        let node = self.nodes.len();
        self.enter(folder, Entry::Link(name, node)).then(|| {
            self.nodes.push(match contents {
                Some(safe) => Node::File { safe, pending: Vec::new() },
                None => Node::Folder { safe: BTreeMap::new(), pending: Vec::new() },
            });
            node
        })
    }

    fn hard_link(&mut self, from: &Path, to: &Path) -> bool {
        let (Some(node), Some((folder, name))) = (self.find(from), parted(to)) else { return false };
        self.enter(folder, Entry::Link(name, node))
    }

    fn unlink(&mut self, path: &Path) -> bool {
        parted(path).is_some_and(|(folder, name)| self.enter(folder, Entry::Unlink(name)))
    }

    fn rename(&mut self, from: &Path, to: &Path) -> bool {
        let (Some((folder, from)), Some((other, to))) = (parted(from), parted(to)) else { return false };
        assert!(folder == other || self.find(folder).is_none(), "the model knows no moves between folders");
        self.enter(folder, Entry::Rename(from, to))
    }

    /// Returns what certainly exists after a crash now.
    pub fn least(&self) -> Tree {
        self.tree(&vec![0; self.nodes.len()])
    }

    /// Returns what the running system sees, all of which may exist after a crash.
    pub fn most(&self) -> Tree {
        let all: Vec<usize> = self.nodes.iter().map(Node::whole).collect();
        self.tree(&all)
    }

    /// Returns every tree that a crash may leave now.
    pub fn crashes(&self) -> Vec<Tree> {
        /// More would be many bytes of many writes at once; the program has at most a few in progress.
        const MOST: usize = 4096;
        let counts: Vec<usize> = self.nodes.iter().map(Node::variants).collect();
        let mut choices = vec![vec![0; counts.len()]];
        for (node, count) in counts.iter().enumerate().filter(|(_, count)| **count > 1) {
            let with = |choice: &Vec<usize>, variant| {
                let mut choice = choice.clone();
                choice[node] = variant;
                choice
            };
            choices = choices.iter().flat_map(|choice| (0..*count).map(move |variant| with(choice, variant))).collect();
            assert!(choices.len() <= MOST, "{} states at once", choices.len());
        }
        choices.iter().map(|choice| self.tree(choice)).collect()
    }

    /// Returns the tree with each node in one of its variants.
    fn tree(&self, variants: &[usize]) -> Tree {
        let mut tree = Tree::new();
        let mut todo = vec![(PathBuf::new(), 0)];
        while let Some((path, node)) = todo.pop() {
            match &self.nodes[node] {
                Node::File { safe, pending } => {
                    tree.insert(path, Some(variant(safe, pending, variants[node])));
                }
                Node::Folder { safe, pending } => {
                    let here = entries(safe, &pending[..variants[node]]);
                    todo.extend(here.into_iter().map(|(name, entry)| (path.join(name), entry)));
                    tree.insert(path, None);
                }
            }
        }
        tree
    }
}

fn parted(path: &Path) -> Option<(&Path, String)> {
    Some((path.parent()?, path.file_name()?.to_str()?.to_owned()))
}
