//! Writes figures and visits to new files, in the background.

use super::read_effects::load_session;
use crate::app::Message;
use crate::app::effect::{ChecklistExport, ExportForm, VisitExport};
use crate::app::results_data::Export;
use crate::report::{Format, RenderOptions, checklist_document, render};
use crate::store::{Folders, IoCause, StoreError, reports};
use crate::text::Texts;
use crate::visit::Moment;
use std::path::{Path, PathBuf};

/// Writes figures to a new file and reports its path. CSV is written for spreadsheet programs here.
pub fn export(folders: &Folders, export: &Export, texts: &Texts, now: &Moment) -> Message {
    let name = (now.wall.civil().date(), texts.get("results-file"), export.subject.as_str());
    let options = RenderOptions { excel: Some(texts.lang()), ..RenderOptions::default() };
    let written = render(&export.report, texts, export.format, options)
        .map_err(|error| IoCause::System(error.to_string()).at(folders.reports()))
        .and_then(|bytes| reports::save(folders, name, export.format.extension(), &bytes));
    written.map_or_else(Message::Failed, Message::Exported)
}

/// Writes a past visit to a new file and reports its path.
pub fn export_visit(folders: &Folders, export: &VisitExport, texts: &Texts) -> Message {
    let folder = || export.folder.clone().map_or_else(|| reports::reports_folder(folders), Ok);
    let written = folder().and_then(|folder| match export.form {
        ExportForm::Document(format) => write_document(folders, &export.session, &folder, (format, texts)),
        ExportForm::Copy => reports::copy(&export.session, &folder),
    });
    written.map_or_else(Message::Failed, Message::Exported)
}

/// Writes a checklist to a new file and reports its path.
pub fn export_checklist(folders: &Folders, export: &ChecklistExport, texts: &Texts, now: &Moment) -> Message {
    let folder = export.folder.clone().map_or_else(|| reports::reports_folder(folders), Ok);
    let written = folder.and_then(|folder| {
        let bytes = checklist_document::render(&export.definition, texts, export.format)
            .map_err(|error| IoCause::System(error.to_string()).at(&folder))?;
        let name = (now.wall.civil().date(), texts.get("checklist-file"), export.definition.checklist().id.as_str());
        reports::save_in(&folder, name, export.format.extension(), &bytes)
    });
    written.map_or_else(Message::Failed, Message::Exported)
}

fn write_document(
    folders: &Folders,
    session: &Path,
    folder: &Path,
    (format, texts): (Format, &Texts),
) -> Result<PathBuf, StoreError> {
    let loaded = load_session(folders, session)?;
    let bytes = loaded
        .document(texts, false)
        .render(format, false)
        .map_err(|error| IoCause::System(error.to_string()).at(folder))?;
    let started = loaded.visit.state().started();
    let day = started.map(|(_, at)| at.civil().date()).unwrap_or_default();
    let site = started.map_or("", |(started, _)| started.site.id.as_str());
    reports::save_in(folder, (day, texts.get("document-file"), site), format.extension(), &bytes)
}
