//! Where a report goes: standard output, or a file that is there whole or not at all.

use crate::cli::Stop;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::report::Excel;
use crate::report::RenderOptions;
use crate::report::datapackage;
use crate::report::tidy_rows::ColumnType;
use crate::store::StoreError;
use crate::store::export_file::{self, ExportFile};
use crate::term;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// A table, as the description beside it says.
pub struct Described {
    pub columns: Vec<(String, ColumnType)>,
    pub excel: Excel,
}

/// Where a report goes.
pub enum Target<'o> {
    /// Standard output.
    Output(&'o mut Output),
    /// A file.
    File(PathBuf, ExportFile),
}

impl<'o> Target<'o> {
    /// Begins it; what is wrong with the file's place comes before any reading.
    pub fn begin(file: Option<&Path>, output: &'o mut Output) -> Result<Self, StoreError> {
        match file {
            Some(path) => Ok(Self::File(path.to_owned(), export_file::begin(path)?)),
            None => Ok(Self::Output(output)),
        }
    }

    /// Returns the width and colour of the terminal, or the defaults for a file.
    pub fn render_options(&self) -> RenderOptions {
        let default = RenderOptions::default();
        match self {
            Self::Output(output) => {
                RenderOptions { width: columns().unwrap_or(default.width), colour: output.is_coloured(), ..default }
            }
            Self::File(..) => default,
        }
    }

    /// Gives why a piece could not be written.
    pub fn failed(&self, setup: &Setup, error: io::Error) -> Stop {
        match self {
            Self::Output(_) => Stop::Unheard(error),
            Self::File(_, file) => setup.failed(&file.failed(&error)),
        }
    }

    /// Ends it: a file is put in its place, and of a table a description beside it. Gives what there is to say.
    pub fn finish(self, setup: &Setup, described: Option<Described>) -> Result<Vec<String>, Stop> {
        let Self::File(path, file) = self else { return Ok(Vec::new()) };
        file.finish().map_err(|error| setup.failed(&error))?;
        let said = |path: &Path| setup.texts.with("cli-report-saved", &[("path", path.display().to_string().into())]);
        let mut lines = vec![said(&path)];
        if let Some(Described { columns, excel }) = described {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = datapackage::descriptor(&name, &columns, excel);
            let beside = export_file::write_beside(&path, datapackage::FILE_NAME, &text, datapackage::is_own);
            lines.push(said(&beside.map_err(|error| setup.failed(&error))?));
        }
        Ok(lines)
    }
}

/// Gives the width of the terminal, where standard output is one.
fn columns() -> Option<usize> {
    if io::stdout().is_terminal() { term::size().map(|(columns, _)| columns.into()) } else { None }
}

impl Write for Target<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Output(output) => output.raw(bytes).map(|()| bytes.len()),
            Self::File(_, file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Output(output) => output.flush(),
            Self::File(_, file) => file.flush(),
        }
    }
}
