//! Writes figures, or one visit as a page, to a file, in the background.

use super::read_effects::load_session;
use crate::app::Message;
use crate::app::results_data::Export;
use crate::report::{Format, RenderOptions, render};
use crate::store::{Folders, IoCause, reports};
use crate::text::Texts;
use crate::visit::Moment;
use std::path::Path;

/// Writes figures to a new file and reports its path. CSV is written for spreadsheet programs here.
pub fn export(folders: &Folders, export: &Export, texts: &Texts, now: &Moment) -> Message {
    let name = (now.wall.civil().date(), texts.get("results-file"), export.subject.as_str());
    let options = RenderOptions { excel: Some(texts.lang()), ..RenderOptions::default() };
    let written = render(&export.report, texts, export.format, options)
        .map_err(|error| IoCause::System(error.to_string()).at(folders.reports()))
        .and_then(|bytes| reports::save(folders, name, export.format.extension(), &bytes));
    written.map_or_else(Message::Failed, Message::Exported)
}

/// Writes a past visit as a page. Returns the message about it.
pub fn write_page(folders: &Folders, path: &Path, texts: &Texts) -> Message {
    let record = match load_session(folders, path) {
        Ok(Message::VisitLoaded(record)) => record,
        Ok(other) => return other,
        Err(error) => return Message::Failed(error),
    };
    let Some((started, at)) = record.visit.state().started() else { return Message::NotInOwnFile };
    let name = (at.civil().date(), texts.get("document-file"), started.site.id.as_str());
    let written = (record.document(texts, true).render(Format::Html, false))
        .map_err(|error| IoCause::System(error.to_string()).at(folders.reports()))
        .and_then(|bytes| reports::save(folders, name, Format::Html.extension(), &bytes));
    written.map_or_else(Message::Failed, Message::Exported)
}
