//! The sections that the lines of a sheet name.

use super::cell_text::one_line;
use super::item::Draft;
use super::line::Line;
use crate::import::columns::Column;
use crate::import::earlier::is_same_text as same;
use crate::import::own::Kept;
use crate::import::remark::{RemarkKind, Remarks};
use crate::import::words;
use crate::spreadsheet::{CellPlace, shown_number};
use crate::text::{Lang, fold_name};
use crate::visit::checklist::{LocalText, Section, free_id_from, id_from};
use crate::visit::definition::Definition;
use std::sync::Arc;

/// A share as a cell says it.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) number: f64,
    pub(super) percent: bool,
    pub(super) place: CellPlace,
}

/// The sections so far.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) all: Vec<Section>,
    /// The shares that the lines of each section name; none for a line that names none.
    pub(super) shares: Vec<Vec<Option<Share>>>,
    pub(super) kept: Vec<Option<Kept>>,
    /// The first line of each, as far as it has one.
    pub(super) places: Vec<CellPlace>,
    attitude: Option<String>,
}

impl Sections {
    /// Returns the section of a line; `title` is that of a sheet without a column of sections.
    pub(super) fn of(&mut self, line: &Line<'_>, title: &str, kept: Option<Kept>, remarks: &mut Remarks) -> usize {
        let heading = || line.heading.map(|heading| LocalText::Same(one_line(heading)));
        let named = line.text(Column::Section, remarks).or_else(heading);
        self.attitude(line);
        let begins = match (&named, self.all.last()) {
            (_, None) => true,
            (Some(title), Some(last)) => kept.is_some() || !same(title, &last.title),
            (None, Some(last)) => {
                kept.is_some() || line.layout.of(Column::Section).next().is_none() && last.title.get(Lang::Fr) != title
            }
        };
        if begins {
            let title = named.unwrap_or_else(|| LocalText::Same(title.to_owned()));
            let name = title.get(Lang::Fr).to_owned();
            if self.all.iter().any(|section| same(&section.title, &title)) && kept.is_none() {
                remarks.doubt(line.place(Column::Section), RemarkKind::SectionAgain { title: name.clone() });
            }
            let taken = |id: &str| self.all.iter().any(|section| section.id == id);
            let id = free_id_from(&name, taken).unwrap_or_else(|| format!("section_{}", self.all.len() + 1));
            self.all.push(Section { id, title, attitude: self.attitude.clone(), ..Section::default() });
            self.shares.push(Vec::new());
            self.kept.push(kept);
            self.places.push(line.place(Column::Section));
        } else if let Some(last) = self.all.last_mut()
            && !line.cell(Column::Attitude).is_empty()
        {
            last.attitude.clone_from(&self.attitude);
        }
        let share = line.number(Column::SectionWeight, remarks);
        let place = line.place(Column::SectionWeight);
        if let Some(shares) = self.shares.last_mut() {
            shares.push(share.map(|(number, percent)| Share { number, percent, place }));
        }
        self.all.len() - 1
    }

    /// Takes the attitude of a line; an empty cell is as above.
    fn attitude(&mut self, line: &Line<'_>) {
        let cell = line.cell(Column::Attitude);
        if cell.is_empty() {
            return;
        }
        let folded = fold_name(cell);
        let of_model = words::ATTITUDES.iter().find(|(id, words)| *id == folded || words.contains(&folded.as_str()));
        self.attitude = match of_model {
            _ if words::NONE.contains(&cell) || words::NONE.contains(&folded.as_str()) => None,
            Some((id, _)) => Some((*id).to_owned()),
            None => Some(id_from(cell).unwrap_or_else(|| cell.to_owned())),
        };
    }

    /// Sets the ids that earlier versions have for the titles of sections.
    pub(super) fn keep_ids(&mut self, earlier: &[Arc<Definition>]) {
        let known: Vec<&Section> = earlier.iter().flat_map(|version| &version.checklist().sections).collect();
        for at in 0..self.all.len() {
            let (Some(section), Some(None)) = (self.all.get(at), self.kept.get(at)) else { continue };
            let is_free = |id: &str| !self.all.iter().enumerate().any(|(other, known)| other != at && known.id == id);
            let found = known.iter().find(|known| same(&known.title, &section.title) && is_free(&known.id));
            let id = found.map(|known| known.id.clone());
            if let (Some(id), Some(section)) = (id, self.all.get_mut(at)) {
                section.id = id;
            }
        }
    }

    /// Sets the shares of sections. Percentages that differ within a section are weights of its questions.
    pub(super) fn share_out(&mut self, drafts: &mut [Draft<'_>], remarks: &mut Remarks) {
        let of_questions = self.shares.iter().any(|shares| {
            let mut known = shares.iter().flatten();
            known.next().is_some_and(|first| known.any(|other| (other.number - first.number).abs() > 1e-9))
        });
        let all: Vec<&Share> = self.shares.iter().flatten().flatten().collect();
        let Some(first) = all.first() else { return };
        // Cells in percent may come as fractions of 1.
        let fractions = all.iter().all(|share| !share.percent && share.number <= 1.0);
        let percent = |share: &Share| if fractions { shown_number(share.number * 100.0) } else { share.number };
        if of_questions {
            remarks.doubt(first.place.clone(), RemarkKind::WeightPerQuestion);
            let weights = self.shares.iter().flatten();
            for (draft, weight) in drafts.iter_mut().zip(weights) {
                if let (Some(weight), true) = (weight, draft.line.cell(Column::Weight).is_empty()) {
                    draft.item.weight = percent(weight);
                }
            }
            return;
        }
        for (section, shares) in self.all.iter_mut().zip(&self.shares) {
            section.weight_percent = shares.iter().flatten().next().map(percent);
        }
    }
}
