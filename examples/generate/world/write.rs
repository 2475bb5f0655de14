//! Writes the files: one per session in folders by month, as the program does, or one with a session per line.

use super::chance::{Purpose, stream};
use super::damage::Damage;
use super::entries::{Entry, entries};
use super::session::SessionFile;
use super::written_counts::Counts;
use super::{GenerateError, World};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The number of sessions made before they are written, so that memory does not grow with their total number.
const AT_ONCE: usize = 1024;

/// A file or a line, ready to be written.
#[derive(Debug)]
pub struct Piece {
    /// The entry.
    pub entry: Entry,
    /// The session, as it was before any damage.
    pub line: SessionFile,
    /// The damaged session, if it is damaged.
    pub damaged: Option<Vec<u8>>,
}

impl Piece {
    /// Returns the bytes to write.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.damaged.as_deref().unwrap_or(self.line.text.as_bytes())
    }
}

/// An output for sessions.
pub trait Sink {
    /// Returns the types of damage that it can represent.
    fn sorts(&self) -> &'static [Damage];

    /// Writes the next pieces.
    ///
    /// # Errors
    /// Fails if the system refuses.
    fn write(&mut self, pieces: &[Piece]) -> Result<(), GenerateError>;
}

/// Makes everything that the world's settings request, with all threads, and passes it to a sink in the order of the
/// entries.
///
/// # Errors
/// As [`World::session`] and [`Sink::write`].
pub fn write(world: &World, sink: &mut dyn Sink) -> Result<Counts, GenerateError> {
    let mut counts = Counts::new(world);
    let mut all = entries(&world.settings, sink.sorts());
    loop {
        let some: Vec<Entry> = all.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(counts);
        }
        let pieces: Vec<Piece> = some.into_par_iter().map(|entry| piece(world, entry)).collect::<Result<_, _>>()?;
        for piece in &pieces {
            counts.add(piece.entry, &piece.line);
        }
        sink.write(&pieces)?;
    }
}

fn piece(world: &World, entry: Entry) -> Result<Piece, GenerateError> {
    let mut line = world.session(entry.number())?;
    let mut damaged = None;
    match entry {
        Entry::Visit(_) => {}
        Entry::Copy(_) => line.name.push_str(" (copie)"),
        Entry::Damaged(number, sort) => {
            let u = stream(world.settings.seed, Purpose::Damage, number).f64();
            damaged = Some(sort.damaged(&line.text, u));
        }
    }
    Ok(Piece { entry, line, damaged })
}

/// One file per session.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// How often each name was used.
    names: HashMap<String, u32>,
}

impl Folder {
    /// Creates an output below a folder, which is created if needed.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), names: HashMap::new() }
    }

    fn path(&mut self, line: &SessionFile) -> Result<PathBuf, GenerateError> {
        let folder = self.root.join(&line.folder);
        if !folder.is_dir() {
            fs::create_dir_all(&folder).map_err(|error| GenerateError::System(folder.clone(), error))?;
        }
        let times = self.names.entry(line.name.clone()).or_default();
        *times += 1;
        let name = if *times == 1 { format!("{}.json", line.name) } else { format!("{}_{times}.json", line.name) };
        Ok(folder.join(name))
    }
}

impl Sink for Folder {
    fn sorts(&self) -> &'static [Damage] {
        &Damage::OF_FILES
    }

    fn write(&mut self, pieces: &[Piece]) -> Result<(), GenerateError> {
        let named = pieces.iter().map(|piece| self.path(&piece.line).map(|path| (path, piece)));
        named.collect::<Result<Vec<_>, _>>()?.into_par_iter().try_for_each(|(path, piece)| {
            fs::write(&path, piece.bytes()).map_err(|error| GenerateError::System(path, error))
        })
    }
}

/// One file with a session per line.
#[derive(Debug)]
pub struct Lines<W: Write> {
    path: PathBuf,
    file: BufWriter<W>,
}

impl Lines<File> {
    /// Creates the file.
    ///
    /// # Errors
    /// Fails if the system refuses.
    pub fn create(path: &Path) -> Result<Self, GenerateError> {
        let file = File::create(path).map_err(|error| GenerateError::System(path.to_owned(), error))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::with_capacity(1 << 20, file) })
    }
}

impl<W: Write> Sink for Lines<W> {
    fn sorts(&self) -> &'static [Damage] {
        &Damage::OF_LINES
    }

    fn write(&mut self, pieces: &[Piece]) -> Result<(), GenerateError> {
        let written = pieces.iter().try_for_each(|piece| {
            self.file.write_all(piece.bytes())?;
            // A torn session is a torn line; the next one starts a new line.
            if piece.bytes().ends_with(b"\n") { Ok(()) } else { self.file.write_all(b"\n") }
        });
        written.and_then(|()| self.file.flush()).map_err(|error| GenerateError::System(self.path.clone(), error))
    }
}
