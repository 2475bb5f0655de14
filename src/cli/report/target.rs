//! Where a report is written: standard output, or a file that is either complete or absent.

use crate::cli::CliError;
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

/// The description of a table, written to a file beside it.
pub struct TableDescription {
    columns: Vec<(String, ColumnType)>,
    excel: Excel,
}

impl TableDescription {
    /// Describes a table by its columns.
    pub fn new<N: Into<String>>(columns: impl IntoIterator<Item = (N, ColumnType)>, excel: Excel) -> Self {
        Self { columns: columns.into_iter().map(|(name, column_type)| (name.into(), column_type)).collect(), excel }
    }
}

/// Where a report is written.
pub enum Target<'o> {
    /// Standard output.
    Output(&'o mut Output),
    /// A file.
    File(PathBuf, ExportFile),
}

impl<'o> Target<'o> {
    /// Opens the target, so that errors with the file's path occur before any reading.
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
            Self::Output(output) => RenderOptions {
                width: terminal_width().unwrap_or(default.width),
                colour: output.is_coloured,
                ..default
            },
            Self::File(..) => default,
        }
    }

    /// Returns the error for output that could not be written.
    pub fn failed(&self, setup: &Setup, error: io::Error) -> CliError {
        match self {
            Self::Output(_) => CliError::OutputFailed(error),
            Self::File(_, file) => setup.failed(&file.failed(&error)),
        }
    }

    /// Completes the output: a file is moved into place, and a description is written beside a table. Returns messages
    /// for the user.
    pub fn finish(self, setup: &Setup, described: Option<TableDescription>) -> Result<Vec<String>, CliError> {
        let Self::File(path, file) = self else { return Ok(Vec::new()) };
        file.finish().map_err(|error| setup.failed(&error))?;
        let said = |path: &Path| setup.texts.with("cli-report-saved", &[("path", path.display().to_string().into())]);
        let mut lines = vec![said(&path)];
        if let Some(TableDescription { columns, excel }) = described {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = datapackage::descriptor(&name, &columns, excel);
            let beside = export_file::write_beside(&path, datapackage::FILE_NAME, &text, datapackage::is_own);
            lines.push(said(&beside.map_err(|error| setup.failed(&error))?));
        }
        Ok(lines)
    }
}

/// Returns the width of the terminal if standard output is one.
fn terminal_width() -> Option<usize> {
    if io::stdout().is_terminal() { term::size().map(|(columns, _)| columns.into()) } else { None }
}

impl Write for Target<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Output(output) => output.write_bytes(bytes).map(|()| bytes.len()),
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
