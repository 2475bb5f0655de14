//! Beginning with a draft: that of the library, a copy, an empty one, or one that was left.

use super::dialog::{Dialog, DialogKind};
use super::state::{ChecklistEditor, Pane};
use crate::app::editor_start::EditorStart;
use crate::app::prelude::*;
use crate::store::checklist_drafts::DraftStart;
use crate::text::{Lang, Texts};
use crate::visit::checklist::{Checklist, LocalText};
use crate::visit::draft::{ChecklistDraft, Place};

impl ChecklistEditor {
    /// Handles the opening of the draft: an earlier one is offered first.
    pub fn on_opened(&mut self, shared: &mut Shared, mut start: DraftStart) {
        self.versions = std::mem::take(&mut start.versions);
        if !start.lost.is_empty() {
            let fields = ("fields", start.lost.join(", "));
            shared.notice = Some(Notice::With(("editor-fields-lost", vec![fields])));
        }
        if let Some(path) = start.unreadable.take() {
            let message = ("editor-draft-unreadable", vec![("path", path.display().to_string())]);
            shared.notice = Some(Notice::With(message));
        }
        if start.kept.is_some() {
            self.dialog = Some(Dialog::new(DialogKind::Resume(Box::new(start))));
        } else {
            self.begin(shared, start);
        }
    }

    /// Begins with the checklist of the library, a copy, or an empty one.
    pub(super) fn begin(&mut self, shared: &Shared, start: DraftStart) {
        self.draft = match (&self.start, start.base) {
            (EditorStart::Copy(definition), _) => {
                let copy = copy_of(definition.checklist(), shared.lang);
                ChecklistDraft::copy_of(copy, start.taken)
            }
            (_, Some(base)) => ChecklistDraft::edit(base, start.reserved),
            (_, None) => ChecklistDraft::empty(&[shared.lang.code()], start.taken),
        };
        self.show();
        if matches!(self.start, EditorStart::Empty) {
            // The title comes first, then the first section and the first question.
            self.pane = Pane::Form;
            self.begin_entry(shared.lang);
        }
    }

    /// Continues a draft that was kept.
    pub(super) fn resume(&mut self, start: DraftStart) {
        let Some(kept) = start.kept else { return };
        self.draft = match kept.base {
            Some(base) => ChecklistDraft::edit(base, start.reserved),
            None => ChecklistDraft::empty(&[], start.taken),
        }
        .with_checklist(kept.checklist);
        self.is_dirty = true;
        self.show();
    }

    pub(super) fn show(&mut self) {
        self.is_open = true;
        self.faults = self.draft.faults();
        self.select(Place::Header);
    }
}

/// Returns a checklist with titles that say that it is a copy.
fn copy_of(checklist: &Checklist, lang: Lang) -> Checklist {
    let title = |lang: Lang, title: &str| Texts::new(lang).with("editor-copy-title", &[("title", title.into())]);
    let title = match &checklist.title {
        LocalText::Same(same) => LocalText::Same(title(lang, same)),
        LocalText::Each(texts) => {
            let of = |code: &str| Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(lang);
            LocalText::Each(texts.iter().map(|(code, text)| (code.clone(), title(of(code), text))).collect())
        }
    };
    Checklist { title, ..checklist.clone() }
}
