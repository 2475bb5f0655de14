//! The outline of the checklist: its title, its sections, and their items with what sets them apart.

use super::names::Words;
use crate::ui::prelude::*;
use crate::visit::Item;
use crate::visit::checklist::Section;
use crate::visit::draft::{Place, PlacedFault};

impl<'a> Words<'a> {
    /// Returns a row of the outline; the text of the selected one is whole.
    pub(super) fn outline_row(
        &self,
        place: Place,
        faults: &[PlacedFault],
        is_selected: bool,
        columns: u16,
    ) -> Text<'a> {
        let is_faulty = faults.iter().any(|fault| fault.form.place == place);
        let fault = is_faulty.then(|| "!".to_owned());
        let (indent, label, role, marks) = match place {
            Place::Header => (0, self.text(&self.draft.checklist().title), Role::Title, Vec::new()),
            Place::Section(at) => {
                let section = self.draft.section(at);
                let title = section.map(|section| self.text(&section.title).to_uppercase());
                (
                    0,
                    title.unwrap_or_default(),
                    Role::Quiet,
                    section.map(|one| self.section_marks(one)).unwrap_or_default(),
                )
            }
            Place::Item(..) => {
                let item = self.draft.item(place);
                let label = item.map(|item| self.text(&item.label)).unwrap_or_default();
                (1, label, Role::Text, item.map(|item| self.item_marks(item)).unwrap_or_default())
            }
        };
        let (label, role) = if label.trim().is_empty() {
            (self.ctx.text("editor-untitled").to_owned(), Role::Quiet)
        } else {
            (label, role)
        };
        let marks: Vec<String> = fault.into_iter().chain(marks).collect();
        let (marks, marks_role) = (marks.join(" "), if is_faulty { Role::Warning } else { Role::Quiet });
        self.row(indent, (label, role), (marks, marks_role), is_selected, columns)
    }

    fn row(
        &self,
        indent: u16,
        (label, role): (String, Role),
        (marks, marks_role): (String, Role),
        is_selected: bool,
        columns: u16,
    ) -> Text<'a> {
        let row = self.ctx.columns().gap(indent);
        if !is_selected {
            return Line::from(row.ends(columns, (label, role), (marks, marks_role))).into();
        }
        let room = columns.saturating_sub(indent + width(&marks) + 1);
        let mut lines = wrap(&label, room).into_iter().map(Cow::into_owned).collect::<Vec<_>>().into_iter();
        let first = lines.next().unwrap_or_default();
        let mut text = Text::from(Line::from(row.ends(columns, (first, role), (marks, marks_role))));
        text.lines.extend(lines.map(|line| Line::from(self.ctx.columns().gap(indent).text(line, role))));
        text
    }

    fn section_marks(&self, section: &Section) -> Vec<String> {
        section.weight_percent.map(|share| format!("{}\u{a0}%", self.number(share))).into_iter().collect()
    }

    /// Returns what sets an item apart: that it has a condition, that it is critical, its weight.
    fn item_marks(&self, item: &Item) -> Vec<String> {
        let is_usual = item.weight.to_bits() == 1.0_f64.to_bits();
        let weight = (item.scored && !is_usual).then(|| format!("×{}", self.number(item.weight)));
        let condition = item.when.is_some().then(|| "→".to_owned());
        let critical = item.critical.then(|| self.ctx.glyph(Glyph::Dot).to_owned());
        [condition, critical, weight].into_iter().flatten().collect()
    }
}
