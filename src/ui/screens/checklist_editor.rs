//! The editor of a checklist: left the outline, right the form of what is selected in it, below the preview; in a narrow
//! window one of the two panes at a time.

mod dialog;
mod entry;
mod form_rows;
mod names;
mod outline;
mod panes;
mod preview;

use crate::app::screens::checklist_editor::{ChecklistEditor, Pane};
use crate::ui::prelude::*;
use crate::visit::Item;
use crate::visit::checklist::Section;
use crate::visit::draft::{FieldValue, Place};
use names::Words;
use panes::{render_form, render_outline};
use preview::render_preview;

/// From this width on, both panes are side by side.
const WIDE: u16 = 72;
/// In fewer columns than this, the title has only the most important beside it.
const NARROW: u16 = 60;
/// The share of the outline, in percent.
const OUTLINE: u16 = 38;

impl ScreenView for ChecklistEditor {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let own = |commands: &[Command]| KeyHint::all(Context::Editor, commands);
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        match (&self.dialog, &self.entry) {
            (Some(_), _) => {
                let choose = KeyHint::named(Context::List, Command::Open, "editor-key-choose");
                [vec![choose], list(&[Command::Up, Command::Down, Command::Back])].concat()
            }
            (None, Some(entry)) => self.entry_hints(entry),
            (None, None) if !self.is_open => list(&[Command::Back]),
            (None, None) => {
                let mend: &[_] = if self.faults.is_empty() { &[] } else { &[Command::NextFault] };
                let first = match self.pane {
                    Pane::Outline => own(&[Command::Open, Command::New, Command::NewSection]),
                    Pane::Form => own(&[Command::Open, Command::OtherPane, Command::New]),
                };
                let places = [
                    Command::MoveUp,
                    Command::MoveDown,
                    Command::Duplicate,
                    Command::Discard,
                    Command::Insert,
                    Command::Cut,
                    Command::Copy,
                    Command::Paste,
                ];
                let is_part = || self.field().is_some_and(|field| matches!(field.value, FieldValue::Part(_)));
                let places = match self.pane {
                    Pane::Outline => own(&places),
                    Pane::Form if is_part() => own(&[Command::Discard, Command::MoveUp, Command::MoveDown]),
                    Pane::Form => Vec::new(),
                };
                let save = own(&[Command::Save, Command::Try]);
                let rest = own(&[Command::Undo, Command::Back, Command::Redo]);
                [first, own(mend), save, rest, places].concat()
            }
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let words = Words { ctx, draft: &self.draft };
        let title = Some(words.text(&self.draft.checklist().title)).filter(|title| !title.trim().is_empty());
        let title = title.unwrap_or_else(|| ctx.text("checklists-new").to_owned());
        let (status, role) = self.status(ctx, area.width);
        let body = render_title_ends(ctx, [(&title, Role::Title), (&status, role)], area, buf);
        if self.is_open {
            self.render_body(words, body, buf, out);
        }
        if let Some(dialog) = &self.dialog {
            self.render_dialog(words, dialog, body, (buf, out));
        }
    }
}

impl ChecklistEditor {
    /// Returns how many questions there are, what is to be mended, and that the draft is kept.
    fn status(&self, ctx: &RenderContext<'_>, columns: u16) -> (String, Role) {
        let questions = ctx.format("paper-questions", &[("count", self.draft.checklist().items().count().into())]);
        let faults = self.faults.len();
        let marked = (faults > 0).then(|| ctx.format("editor-faults", &[("count", faults.into())]));
        let kept = self.is_dirty.then(|| ctx.text("editor-draft-kept").to_owned());
        let parts = if columns < NARROW && marked.is_some() {
            [None, marked, None]
        } else {
            [Some(questions).filter(|_| self.is_open && columns >= NARROW), marked, kept]
        };
        let role = if faults > 0 { Role::Warning } else { Role::Quiet };
        (parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), role)
    }

    /// Renders the panes, and the preview below them where there is room for it.
    fn render_body(&self, words: Words<'_>, body: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let preview = match body.height {
            0..=9 => 0,
            10..=15 => 3,
            16..=29 => 6,
            _ => 9,
        };
        let heights = [Fill(1), Length(u16::from(preview > 0)), Length(preview)];
        let [panes, rule, preview] = Layout::vertical(heights).areas(body);
        let (outline, divider, form) = self.panes(panes);
        let places = self.draft.places();
        let has_focus = |pane| self.pane == pane;
        if !outline.is_empty() {
            let cursor = (&self.outline, has_focus(Pane::Outline));
            render_outline(words, (&places, &self.faults), cursor, padded(outline), (buf, out));
        }
        render_rule(words.ctx, divider, buf);
        if !form.is_empty() {
            self.render_form_pane(words, padded(form), (buf, out));
        }
        render_rule(words.ctx, rule, buf);
        if let (Some(place), false) = (self.previewed(), preview.is_empty()) {
            let title = format!(" {} ", words.ctx.text("editor-preview"));
            words.ctx.span(title, Role::Quiet).render(rule.inner(Margin::new(2, 0)), buf);
            render_preview(words.ctx, (self.draft.checklist(), place.0, place.1), padded(preview), buf);
        }
    }

    /// Returns the areas of the outline, of the line between, and of the form; in a narrow window, of one of both.
    fn panes(&self, area: Rect) -> (Rect, Rect, Rect) {
        let none = Rect { width: 0, ..area };
        match self.pane {
            _ if area.width >= WIDE => {
                let widths = [Percentage(OUTLINE), Length(1), Fill(1)];
                let [outline, divider, form] = Layout::horizontal(widths).areas(area);
                (outline, divider, form)
            }
            Pane::Outline => (area, none, none),
            Pane::Form => (none, none, area),
        }
    }

    fn render_form_pane(&self, words: Words<'_>, area: Rect, (buf, out): (&mut Buffer, &mut Interaction)) {
        let fields = self.form_fields();
        let [heading, list] = Layout::vertical([Length(u16::from(self.form.part.is_some())), Fill(1)]).areas(area);
        if let Some(part) = self.form.part {
            words.ctx.line(&words.part_name(self.form, part), heading.width, Role::Title).render(heading, buf);
        }
        let typed = self.entry.as_ref().and_then(|entry| Some((self.column, entry.typed()?)));
        let cursor = (&self.fields, self.pane == Pane::Form, typed);
        render_form((words, self.form), &fields, cursor, list, (buf, out));
        if let Some(entry) = &self.entry {
            self.render_entry(words, entry, area, (buf, out));
        }
    }

    /// Returns what the preview shows: the selected item, or the first one of what is selected.
    fn previewed(&self) -> Option<(&Section, &Item)> {
        let sections = &self.draft.checklist().sections;
        let (section, item) = match self.form.place {
            Place::Header => (sections.iter().position(|section| !section.items.is_empty())?, 0),
            Place::Section(section) => (section, 0),
            Place::Item(section, item) => (section, item),
        };
        let section = sections.get(section)?;
        Some((section, section.items.get(item)?))
    }
}
