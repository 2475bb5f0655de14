//! Entering values in the fields of a form. What is not valid is refused, never changed silently.

use super::ChecklistDraft;
use super::change::Change;
use super::fields::{JOINS, LANGUAGES};
use super::form::{FieldKey, FieldProblem, Input};
use super::ids::{CHECKLIST, SECTION, free_id, is_made_from, options, rename_answer, rename_item, rename_option};
use super::place::{Form, Part, Place};
use super::retype::retype;
use super::set_parts::set_band;
use super::texts::with_text;
use super::typed::{Done, check_id, needed, number, optional_id, terms_of, toggle, whole};
use crate::text::Lang;
use crate::visit::checklist::{
    BehaviourPoints, Checklist, ChoiceOption, Item, LocalText, Relation, Response, Role, Section, TimerStart, id_from,
};
use std::collections::btree_map::Entry;

impl ChecklistDraft {
    /// Enters something in a field of a form. Numbers are read as they are written in `lang`. What is typed in one field
    /// without a pause is one step to undo, see [`end_typing`](Self::end_typing).
    ///
    /// # Errors
    /// Says why it cannot be entered; nothing has changed then.
    pub fn set(&mut self, form: Form, key: &FieldKey, input: &Input<'_>, lang: Lang) -> Done {
        let changes = match (form.place, form.part) {
            (Place::Header, _) => self.header_changes(key, input)?,
            (Place::Section(at), _) => self.section_changes(at, key, input, lang)?,
            (place @ Place::Item(section, at), part) => {
                if let (Input::Remove, Some(part)) = (input, part_of(key)) {
                    self.remove_part(place, part);
                    return Ok(());
                }
                let before = self.item(place).ok_or(FieldProblem::NotHere)?;
                let mut item = before.clone();
                self.set_item(place, &mut item, part, key, input, lang)?;
                if item == *before { Vec::new() } else { self.item_changes((section, at), before, item) }
            }
        };
        if !changes.is_empty() {
            let is_typed = matches!(input, Input::Text { .. } | Input::Typed(_));
            self.step(form.place, is_typed.then_some((form, key)), changes);
        }
        Ok(())
    }

    fn header_changes(&self, key: &FieldKey, input: &Input<'_>) -> Result<Vec<Change>, FieldProblem> {
        let now = &self.checklist;
        let mut header = Checklist { sections: Vec::new(), ..now.clone() };
        match (key, input) {
            (FieldKey::Title, _) => {
                header.title = self.entered_text(Some(&now.title), input)?.unwrap_or_default();
                let made = is_made_from(&now.id, self.name_of(&now.title), CHECKLIST);
                if self.has_new_checklist_id() && made {
                    header.id = free_id(self.name_of(&header.title), CHECKLIST, |id| self.taken.contains(id));
                }
            }
            (FieldKey::Relation, Input::Choose(at)) => {
                header.relation = Relation::ALL.get(*at).ok_or(FieldProblem::NotHere)?.0;
            }
            (FieldKey::Languages, Input::Choose(at)) => {
                if let Some(languages) = LANGUAGES.get(*at) {
                    header.languages = Some(languages.iter().map(|&language| language.to_owned()).collect());
                }
            }
            (FieldKey::Id, Input::Typed(id)) if *id != now.id => {
                check_id(id, self.has_new_checklist_id(), self.taken.contains(*id))?;
                (*id).clone_into(&mut header.id);
            }
            (FieldKey::Id, Input::Typed(_)) => {}
            (FieldKey::Unknown(key), Input::Remove) => drop(header.own.remove(key)),
            _ => return Err(FieldProblem::NotHere),
        }
        let is_same = Checklist { sections: now.sections.clone(), ..header.clone() } == *now;
        Ok(if is_same { Vec::new() } else { vec![Change::ReplaceHeader(Box::new(header))] })
    }

    fn section_changes(
        &self,
        at: usize,
        key: &FieldKey,
        input: &Input<'_>,
        lang: Lang,
    ) -> Result<Vec<Change>, FieldProblem> {
        let now = self.section(at).ok_or(FieldProblem::NotHere)?;
        let mut section = Section { items: Vec::new(), ..now.clone() };
        let is_new = self.is_new_section(&now.id);
        match (key, input) {
            (FieldKey::Title, _) => {
                section.title = self.entered_text(Some(&now.title), input)?.unwrap_or_default();
                if is_new && is_made_from(&now.id, self.name_of(&now.title), SECTION) {
                    let is_taken = |id: &str| self.is_section_id_taken(id, Some(at));
                    section.id = free_id(self.name_of(&section.title), SECTION, is_taken);
                }
            }
            (FieldKey::Attitude, Input::Choose(chosen)) => {
                let name = self.attitudes().into_iter().nth(*chosen).ok_or(FieldProblem::NotHere)?;
                section.attitude = Some(name).filter(|name| name != "none");
            }
            (FieldKey::Attitude, Input::Typed(name)) => {
                section.attitude = match name.trim() {
                    "" => None,
                    name => Some(id_from(name).ok_or(FieldProblem::NotAnId)?),
                };
            }
            (FieldKey::WeightPercent, Input::Typed(typed)) => section.weight_percent = number(typed, lang)?,
            (FieldKey::Id, Input::Typed(id)) if *id != now.id => {
                check_id(id, is_new, self.is_section_id_taken(id, Some(at)))?;
                (*id).clone_into(&mut section.id);
            }
            (FieldKey::Id, Input::Typed(_)) => {}
            (FieldKey::Unknown(key), Input::Remove) => drop(section.own.remove(key)),
            _ => return Err(FieldProblem::NotHere),
        }
        let is_same = Section { items: now.items.clone(), ..section.clone() } == *now;
        Ok(if is_same { Vec::new() } else { vec![Change::ReplaceSection(at, Box::new(section))] })
    }

    /// Returns the changes that replace an item, whose ids follow its texts, and the conditions that follow its ids.
    fn item_changes(&self, at: (usize, usize), before: &Item, mut item: Item) -> Vec<Change> {
        if item.id == before.id {
            item.id = self.item_id(at, &before.label, &item);
        }
        let mut changes = Vec::new();
        if item.id != before.id {
            changes.extend(self.conditions_changed(|when| rename_item(when, &before.id, &item.id)));
        }
        let renamed = renamed_option(before, &item);
        if let Some((from, to)) = &renamed {
            rename_answer(&mut item.note_required_on, from, to);
            if let Some(text) = item.guide.remove(from) {
                item.guide.insert(to.clone(), text);
            }
            changes.extend(self.conditions_changed(|when| rename_option(when, &before.id, from, to)));
        }
        changes.push(Change::ReplaceItem(at, Box::new(item)));
        changes
    }

    fn set_item(
        &self,
        place: Place,
        item: &mut Item,
        part: Option<Part>,
        key: &FieldKey,
        input: &Input<'_>,
        lang: Lang,
    ) -> Done {
        match part {
            Some(Part::Option(k)) => return self.set_option(item, k, key, input, lang),
            Some(Part::Band(k)) => return set_band(&mut item.response, k, key, input, lang),
            Some(Part::Term(k)) => return self.set_term(place, item, k, key, input, lang),
            None => {}
        }
        match (key, input) {
            (FieldKey::Label, _) => item.label = self.entered_text(Some(&item.label), input)?.unwrap_or_default(),
            (FieldKey::Type, Input::Choose(at)) => {
                let name = Response::TYPES.get(*at).ok_or(FieldProblem::NotHere)?;
                if *name != item.response.type_name() {
                    retype(item, name);
                }
            }
            (FieldKey::Weight, Input::Typed(typed)) => item.weight = needed(typed, lang)?,
            (FieldKey::Critical, Input::Flag(on)) => item.critical = *on,
            (FieldKey::Scored, Input::Flag(on)) => item.scored = *on,
            (FieldKey::Bonus, Input::Flag(on)) => item.bonus = *on,
            (FieldKey::Outcome, Input::Flag(on)) => item.role = on.then_some(Role::Outcome),
            (FieldKey::NoteRequired, Input::Toggle(at)) => {
                toggle(&item.response, &mut item.note_required_on, *at)?;
            }
            (FieldKey::Guide(key), _) => self.set_guide(item, key, input)?,
            (FieldKey::Behaviour, Input::Typed(typed)) => item.behaviour = optional_id(typed)?,
            (FieldKey::Id, Input::Typed(id)) if *id != item.id => {
                let Place::Item(section, at) = place else { return Err(FieldProblem::NotHere) };
                check_id(id, self.is_new_item(&item.id), self.is_item_id_taken(id, Some((section, at))))?;
                (*id).clone_into(&mut item.id);
            }
            (FieldKey::Id, Input::Typed(_)) => {}
            (FieldKey::Join, Input::Choose(at)) => {
                let mut terms = terms_of(item)?;
                terms.any = JOINS.get(*at) == Some(&JOINS[1]);
                item.when = terms.into_condition();
            }
            (FieldKey::When, Input::Remove) => item.when = None,
            (FieldKey::Unknown(key), Input::Remove) => drop(item.own.remove(key)),
            _ => return self.set_response(&mut item.response, key, input, lang),
        }
        Ok(())
    }

    fn set_guide(&self, item: &mut Item, key: &str, input: &Input<'_>) -> Done {
        let text = self.entered_text(item.guide.get(key), input)?;
        match (item.guide.entry(key.to_owned()), text) {
            (Entry::Occupied(there), None) => drop(there.remove()),
            (Entry::Occupied(mut there), Some(text)) => drop(there.insert(text)),
            (Entry::Vacant(vacant), Some(text)) => drop(vacant.insert(text)),
            (Entry::Vacant(_), None) => {}
        }
        Ok(())
    }

    fn set_response(&self, response: &mut Response, key: &FieldKey, input: &Input<'_>, lang: Lang) -> Done {
        match (response, key, input) {
            (Response::Behaviour { partly, .. }, FieldKey::Partly, Input::Flag(on)) => *partly = *on,
            (Response::Behaviour { points, .. }, key, Input::Typed(typed)) => {
                let mut of = points.unwrap_or_default();
                match key {
                    FieldKey::PointsYes => of.yes = needed(typed, lang)?,
                    FieldKey::PointsPartly => of.partly = needed(typed, lang)?,
                    FieldKey::PointsNo => of.no = needed(typed, lang)?,
                    _ => return Err(FieldProblem::NotHere),
                }
                *points = (of != BehaviourPoints::default()).then_some(of);
            }
            (Response::Scale { min, .. }, FieldKey::Min, Input::Typed(typed)) => *min = whole(typed, lang)?,
            (Response::Scale { max, .. }, FieldKey::Max, Input::Typed(typed)) => *max = whole(typed, lang)?,
            (Response::Scale { min_label: text, .. }, FieldKey::MinLabel, _)
            | (Response::Scale { max_label: text, .. }, FieldKey::MaxLabel, _)
            | (Response::Number { unit: text, .. }, FieldKey::Unit, _)
            | (Response::Number { message: text, .. }, FieldKey::Message, _) => {
                *text = self.entered_text(text.as_ref(), input)?;
            }
            (Response::Choice { multiple, .. }, FieldKey::Multiple, Input::Flag(on)) => *multiple = *on,
            (Response::Timer { starts, .. }, FieldKey::Starts, Input::Flag(on)) => {
                *starts = on.then_some(TimerStart::VisitStart);
            }
            (Response::Number { min, .. }, FieldKey::Min, Input::Typed(typed)) => *min = number(typed, lang)?,
            (Response::Number { max, .. }, FieldKey::Max, Input::Typed(typed)) => *max = number(typed, lang)?,
            _ => return Err(FieldProblem::NotHere),
        }
        Ok(())
    }

    /// Returns a text with what was entered; `None` if it is blank now.
    pub(super) fn entered_text(
        &self,
        before: Option<&LocalText>,
        input: &Input<'_>,
    ) -> Result<Option<LocalText>, FieldProblem> {
        match input {
            Input::Text { language, text } => Ok(with_text(before, &self.languages(), *language, text)),
            Input::Remove => Ok(None),
            _ => Err(FieldProblem::NotHere),
        }
    }
}

/// Returns the part that a row of the form opens.
fn part_of(key: &FieldKey) -> Option<Part> {
    match key {
        FieldKey::Option(k) => Some(Part::Option(*k)),
        FieldKey::Band(k) => Some(Part::Band(*k)),
        FieldKey::Term(k) => Some(Part::Term(*k)),
        _ => None,
    }
}

/// Returns the id of an option before and after, where one option was given another.
fn renamed_option(before: &Item, after: &Item) -> Option<(String, String)> {
    let (before, after) = (options(&before.response), options(&after.response));
    let ids = |option: &ChoiceOption| option.id.clone();
    let pairs = before.iter().map(ids).zip(after.iter().map(ids));
    pairs.filter(|_| before.len() == after.len()).find(|(before, after)| before != after)
}
