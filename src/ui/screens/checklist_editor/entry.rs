//! What is being entered in a field, and the questions that are open over the editor.

use super::dialog::{render_choices, render_frame, text_width};
use super::names::Words;
use crate::app::screens::checklist_editor::{ChecklistEditor, Dialog, DialogKind, DialogRow, Entry, EntryKind};
use crate::app::screens::checklists::title;
use crate::ui::prelude::*;
use crate::visit::checklist::Checklist;
use crate::visit::draft::{Answer, FieldValue, Place};

impl ChecklistEditor {
    pub(super) fn entry_hints(&self, entry: &Entry) -> Vec<KeyHint> {
        let choosing = |commands: &[Command]| KeyHint::all(Context::Choosing, commands);
        match entry.kind {
            EntryKind::Text(_) | EntryKind::Line(_) => {
                let keep = if self.adds_next() { "editor-key-next" } else { "app-key-keep" };
                vec![
                    KeyHint::named(Context::Typing, Command::Keep, keep),
                    KeyHint::named(Context::Editor, Command::OtherPane, "editor-key-next-field"),
                    KeyHint::new(Context::Typing, Command::Back),
                ]
            }
            EntryKind::Choice(_) => {
                let along = KeyHint::all(Context::List, &[Command::Up, Command::Down]);
                let keep = KeyHint::named(Context::Choosing, Command::Keep, "editor-key-choose");
                [vec![keep], along, choosing(&[Command::Back])].concat()
            }
            EntryKind::Answers(_) => {
                let along = KeyHint::all(Context::List, &[Command::Up, Command::Down]);
                let keep = KeyHint::named(Context::Choosing, Command::Keep, "app-key-keep");
                [choosing(&[Command::Toggle]), vec![keep], along, choosing(&[Command::Back])].concat()
            }
        }
    }

    /// Renders the values to choose from, or why what is typed is not taken.
    pub(super) fn render_entry(
        &self,
        words: Words<'_>,
        entry: &Entry,
        area: Rect,
        (buf, out): (&mut Buffer, &mut Interaction),
    ) {
        let (EntryKind::Choice(cursor) | EntryKind::Answers(cursor)) = &entry.kind else { return };
        let columns = area.width.saturating_sub(10);
        let row = |text: String| Text::from(Line::raw(truncate(text, columns).into_owned()));
        let rows = match self.field().map(|field| field.value) {
            Some(FieldValue::Choice { rows, .. }) => {
                rows.iter().map(|choice| row(words.choice(&entry.key, choice))).collect()
            }
            Some(FieldValue::Answers(answers)) => {
                let tick = |is_on| words.ctx.glyph(if is_on { Glyph::Full } else { Glyph::Empty });
                let line = |answer: &Answer| format!("{} {}", tick(answer.is_chosen), words.answer(self.form, answer));
                answers.iter().map(|answer| row(line(answer))).collect()
            }
            _ => Vec::new(),
        };
        render_choices(words.ctx, (&words.name(self.form, &entry.key), rows), cursor, area, (buf, out));
    }

    /// Renders a question with the rows to choose from.
    pub(super) fn render_dialog(
        &self,
        words: Words<'_>,
        dialog: &Dialog,
        area: Rect,
        (buf, out): (&mut Buffer, &mut Interaction),
    ) {
        let (ctx, rows) = (words.ctx, dialog.rows(&words.ctx.model.shared));
        let columns = text_width(area);
        let text = self.question(ctx, dialog);
        let text = text.iter().flat_map(|text| ctx.lines(text.as_str(), columns, Role::Text)).collect::<Vec<_>>();
        let lines = rows.iter().map(|row| truncate(self.row_text(words, dialog, row), columns).into_owned());
        let lines: Vec<Text<'_>> = lines.map(|line| Text::from(Line::raw(line))).collect();
        let gap = u16::from(!text.is_empty());
        let heights = [cells(text.len()), gap, cells(lines.len())];
        let inner = render_frame(ctx, ctx.text(dialog_title(&dialog.kind)), heights.iter().sum(), area, buf);
        let [head, _, list] = Layout::vertical([Max(heights[0]), Length(gap), Fill(1)]).areas(inner);
        Text::from(text).render(head, buf);
        BlockList::new(lines, &dialog.cursor, ctx.theme).marked().render(list, buf, out);
    }

    /// Returns what a dialog asks, or says, in paragraphs.
    fn question(&self, ctx: &RenderContext<'_>, dialog: &Dialog) -> Vec<String> {
        let text = |id: &'static str| ctx.text(id).to_owned();
        match &dialog.kind {
            DialogKind::Resume(_) => vec![text("editor-ask-resume")],
            DialogKind::Leave if self.faults.is_empty() => vec![text("editor-ask-leave")],
            DialogKind::Leave => {
                vec![ctx.format("editor-ask-leave-faults", &[("count", self.faults.len().into())])]
            }
            DialogKind::Meaning => vec![text("editor-ask-meaning")],
            DialogKind::Version if self.draft.base().is_none() => vec![text("editor-first-version")],
            DialogKind::Version => vec![text("editor-new-version")],
            DialogKind::Insert(_) => Vec::new(),
        }
    }

    /// Returns a row of a dialog.
    fn row_text(&self, words: Words<'_>, dialog: &Dialog, row: &DialogRow) -> String {
        match (row, &dialog.kind) {
            (DialogRow::Checklist(at), _) => {
                let listed = words.ctx.model.shared.library.as_ref().and_then(|library| library.get(*at));
                listed.map(|listed| title(listed, words.ctx.texts.lang()).to_owned()).unwrap_or_default()
            }
            (DialogRow::Place(place), DialogKind::Insert(Some(definition))) => {
                place_text(words, definition.checklist(), *place)
            }
            (DialogRow::SameMeaning, _) => self.version_row(words, "editor-row-same-meaning", true),
            (DialogRow::SaveVersion, _) => self.version_row(words, "editor-row-save-version", false),
            (DialogRow::OtherMeaning, _) => self.version_row(words, "editor-row-other-meaning", false),
            (row, _) => words.ctx.texts.get(&format!("editor-row-{}", row.name())).to_owned(),
        }
    }

    fn version_row(&self, words: Words<'_>, id: &str, is_same_meaning: bool) -> String {
        let version = self.draft.to_save(&self.versions, is_same_meaning).version;
        words.ctx.format(id, &[("version", version.into())])
    }
}

/// Returns a section or an item of a checklist to insert from.
fn place_text(words: Words<'_>, checklist: &Checklist, place: Place) -> String {
    let section = place.section().and_then(|at| checklist.sections.get(at));
    match (place, section) {
        (Place::Item(_, at), Some(section)) => {
            let label = section.items.get(at).map(|item| words.text(&item.label));
            format!("  {}", label.unwrap_or_default())
        }
        (_, Some(section)) => words.text(&section.title).to_uppercase(),
        (_, None) => String::new(),
    }
}

fn dialog_title(kind: &DialogKind) -> &'static str {
    match kind {
        DialogKind::Resume(_) => "editor-resume",
        DialogKind::Leave => "editor-leave",
        DialogKind::Meaning | DialogKind::Version => "editor-meaning",
        DialogKind::Insert(None) => "editor-insert-from",
        DialogKind::Insert(Some(_)) => "editor-insert",
    }
}
