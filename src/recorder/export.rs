//! Exports figures to a file, in the background.

use crate::app::Message;
use crate::app::results_data::Export;
use crate::report::{RenderOptions, render};
use crate::store::{Folders, IoCause, reports};
use crate::text::Texts;
use crate::visit::Moment;

/// Writes figures to a new file and reports its path. CSV is written for spreadsheet programs here.
pub fn export(folders: &Folders, export: &Export, texts: &Texts, now: &Moment) -> Message {
    let name = (now.wall.civil().date(), texts.get("results-file"), export.subject.as_str());
    let options = RenderOptions { excel: Some(texts.lang()), ..RenderOptions::default() };
    let written = render(&export.report, texts, export.format, options)
        .map_err(|error| IoCause::System(error.to_string()).at(folders.reports()))
        .and_then(|bytes| reports::save(folders, name, export.format.extension(), &bytes));
    written.map_or_else(Message::Failed, Message::Exported)
}
