//! The files: one a session in folders by month, as the program lays them out, or one with a session a line.

use super::session::Line;
use super::{GenerateError, World};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// So many sessions are made before they are written: memory does not grow with their number.
const AT_ONCE: u64 = 1024;

/// Where sessions go.
pub trait Sink {
    /// Takes sessions, in the order of their visits.
    ///
    /// # Errors
    /// Where the system refuses.
    fn take(&mut self, lines: &[Line]) -> Result<(), GenerateError>;
}

/// Makes every session of the world, by all threads at hand, and gives them to a sink in the order of their visits.
///
/// # Errors
/// As [`World::session`] and [`Sink::take`].
pub fn write(world: &World, sink: &mut dyn Sink) -> Result<(), GenerateError> {
    let visits = world.settings.visits;
    for from in (0..visits).step_by(usize::try_from(AT_ONCE).unwrap_or(1024)) {
        let numbers = from..visits.min(from + AT_ONCE);
        let lines: Vec<Line> = numbers.into_par_iter().map(|number| world.session(number)).collect::<Result<_, _>>()?;
        sink.take(&lines)?;
    }
    Ok(())
}

/// One file a session.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// How often each name was wanted.
    names: HashMap<String, u32>,
}

impl Folder {
    /// Writes below a folder, which is made if need be.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), names: HashMap::new() }
    }

    fn path(&mut self, line: &Line) -> Result<PathBuf, GenerateError> {
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
    fn take(&mut self, lines: &[Line]) -> Result<(), GenerateError> {
        let named = lines.iter().map(|line| self.path(line).map(|path| (path, line))).collect::<Result<Vec<_>, _>>()?;
        named.into_par_iter().try_for_each(|(path, line)| {
            fs::write(&path, &line.text).map_err(|error| GenerateError::System(path, error))
        })
    }
}

/// One file of a session a line.
#[derive(Debug)]
pub struct Ndjson<W: Write>(pub PathBuf, pub BufWriter<W>);

impl Ndjson<File> {
    /// Makes the file.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn create(path: &Path) -> Result<Self, GenerateError> {
        let file = File::create(path).map_err(|error| GenerateError::System(path.to_owned(), error))?;
        Ok(Self(path.to_owned(), BufWriter::with_capacity(1 << 20, file)))
    }
}

impl<W: Write> Sink for Ndjson<W> {
    fn take(&mut self, lines: &[Line]) -> Result<(), GenerateError> {
        let written = lines.iter().try_for_each(|line| self.1.write_all(line.text.as_bytes()));
        written.and_then(|()| self.1.flush()).map_err(|error| GenerateError::System(self.0.clone(), error))
    }
}
