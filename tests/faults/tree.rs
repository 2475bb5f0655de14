//! The content of folders, in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The content of a folder: files with their bytes, folders without.
pub type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// Reads the content of a folder.
pub fn read(root: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut todo = vec![root.to_owned()];
    while let Some(path) = todo.pop() {
        let is_folder = path.is_dir();
        if is_folder {
            todo.extend(path.read_dir().unwrap().map(|entry| entry.unwrap().path()));
        }
        let contents = (!is_folder).then(|| fs::read(&path).unwrap());
        tree.insert(path.strip_prefix(root).unwrap().to_owned(), contents);
    }
    tree.remove(Path::new(""));
    tree
}

/// Makes a folder contain exactly a tree.
pub fn write(root: &Path, tree: &Tree) {
    let _ = fs::remove_dir_all(root);
    fs::create_dir_all(root).unwrap();
    for (path, contents) in tree.iter().filter(|(path, _)| path.components().next().is_some()) {
        match contents {
            Some(bytes) => fs::write(root.join(path), bytes).unwrap(),
            None => fs::create_dir(root.join(path)).unwrap(),
        }
    }
}
