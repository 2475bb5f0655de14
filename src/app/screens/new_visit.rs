//! The form for a new visit, in one column: Enter moves on, and the last row starts the visit.

use crate::app::begin_visit::{PRACTICE, begin_visit};
use crate::app::outcome::VisitPreset;
use crate::app::prelude::*;
use crate::app::text_filter;
use crate::app::wrapping::{neighbour, wrapping_index};
use crate::store::settings::Settings;
use crate::store::{ListedChecklist, checklists, sites};
use crate::text::NameOrder;
use crate::visit::checklist::id_from;
use crate::visit::event::Observer;
use crate::visit::{Definition, Kind, Site, VisitSetup};
use std::sync::Arc;

/// The number of sites suggested.
const OFFERED: usize = 5;

/// The form for a new visit.
#[derive(Debug)]
pub struct NewVisitForm {
    /// The row with the focus.
    pub line: FormRow,
    /// The id of the chosen checklist; by default the first one of the library.
    pub checklist: Option<String>,
    /// What the visit is for.
    pub kind: Kind,
    /// The site, as typed.
    pub site: TextInput,
    /// The observer, as typed.
    pub observer: TextInput,
    /// The channel or remark, as typed.
    pub remark: TextInput,
    /// The cursor among the suggested sites.
    pub offer: Option<usize>,
    /// The last site used, suggested first.
    last_site: Option<String>,
}

/// The rows, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormRow {
    Checklist,
    Kind,
    Site,
    Observer,
    Remark,
    Start,
}

impl FormRow {
    /// All rows, in order.
    pub const ALL: [Self; 6] = [Self::Checklist, Self::Kind, Self::Site, Self::Observer, Self::Remark, Self::Start];

    fn neighbour(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|line| *line == self).unwrap_or(0);
        Self::ALL.get(at.saturating_add_signed(by)).copied().unwrap_or(self)
    }
}

impl NewVisitForm {
    /// Opens the form with a preset and the settings, on the first row that neither of them fills.
    pub fn new(settings: &Settings, preset: VisitPreset) -> Self {
        let is_complete = preset.is_complete();
        let VisitPreset { checklist, kind, site, observer } = preset;
        let site = TextInput::line(&site.unwrap_or_default());
        let observer = TextInput::line(&observer.or(settings.observer.clone()).unwrap_or_default());
        let line = match () {
            () if is_complete => FormRow::Start,
            () if checklist.is_none() => FormRow::Checklist,
            () if site.is_blank() => FormRow::Site,
            () if observer.is_blank() => FormRow::Observer,
            () => FormRow::Start,
        };
        let (remark, last_site) = (TextInput::line(""), settings.last_site.clone());
        Self { line, checklist, kind, site, observer, remark, offer: None, last_site }
    }

    /// Returns the sites that match the typed text, the best match first and equal ones by name; the last
    /// one used precedes all others.
    pub fn offers<'a>(&self, sites: &'a [Site]) -> Vec<&'a Site> {
        if self.line != FormRow::Site {
            return Vec::new();
        }
        let typed = self.site.text();
        let mut sites: Vec<&Site> = sites.iter().collect();
        sites.sort_by_cached_key(|site| NameOrder::new(site.label()));
        let texts = sites.iter().map(|site| format!("{} {}", site.label(), site.id));
        let mut found: Vec<&Site> =
            text_filter::best_match_first(&typed, texts).into_iter().filter_map(|i| sites.get(i).copied()).collect();
        found.sort_by_key(|site| self.last_site.as_deref() != Some(site.id.as_str()));
        found.retain(|site| site.label() != typed);
        found.truncate(OFFERED);
        found
    }

    fn field(&mut self) -> Option<&mut TextInput> {
        match self.line {
            FormRow::Site => Some(&mut self.site),
            FormRow::Observer => Some(&mut self.observer),
            FormRow::Remark => Some(&mut self.remark),
            FormRow::Checklist | FormRow::Kind | FormRow::Start => None,
        }
    }
}

/// Returns the chosen checklist and its position in the library.
pub fn chosen<'a>(before: &NewVisitForm, library: &'a [ListedChecklist]) -> Option<(usize, &'a Arc<Definition>)> {
    let usable = |(index, listed): (usize, &'a ListedChecklist)| Some((index, listed.definition.as_ref().ok()?));
    let mut all = library.iter().enumerate().filter_map(usable);
    match &before.checklist {
        Some(id) => all.find(|(_, definition)| definition.checklist().id == *id),
        None => all.next(),
    }
}

impl Interactive for NewVisitForm {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let command = match press.key {
            Key::Char(_) | Key::Left | Key::Right | Key::Home | Key::End if self.is_typing() => None,
            _ => shared.keymap.command(Context::List, press),
        };
        let offers: Vec<String> = self.offers(&shared.sites).iter().map(|site| site.label().to_owned()).collect();
        match (command, self.line) {
            (Some(Command::Back), _) if self.offer.is_some() => self.offer = None,
            (Some(Command::Back), _) => return Go::Pop.into(),
            (Some(Command::Open), FormRow::Start) => return self.start(shared, now),
            (Some(Command::Open), FormRow::Site) if self.offer.is_some() => {
                if let Some(site) = self.offer.take().and_then(|at| offers.get(at)) {
                    self.site = TextInput::line(site);
                    self.line = FormRow::Observer;
                }
            }
            (Some(Command::Down), FormRow::Site) if self.offer.map_or(0, |at| at + 1) < offers.len() => {
                self.offer = Some(self.offer.map_or(0, |at| at + 1));
            }
            (Some(Command::Up), FormRow::Site) if self.offer.is_some() => {
                self.offer = self.offer.and_then(|at| at.checked_sub(1));
            }
            (Some(Command::Open | Command::Down), line) => self.go_to(line.neighbour(1)),
            (Some(Command::Up), line) => self.go_to(line.neighbour(-1)),
            (Some(Command::Left), FormRow::Checklist) => self.turn_checklist(shared, -1),
            (Some(Command::Right), FormRow::Checklist) => self.turn_checklist(shared, 1),
            (Some(Command::Left), FormRow::Kind) => self.kind = neighbour(&Kind::ALL, self.kind, -1),
            (Some(Command::Right), FormRow::Kind) => self.kind = neighbour(&Kind::ALL, self.kind, 1),
            _ => {
                let changed = self.field().is_some_and(|field| field.press(press));
                self.offer = self.offer.filter(|_| !changed);
            }
        }
        Outcome::default()
    }

    fn paste(&mut self, _shared: &mut Shared, text: &str) -> Outcome {
        if let Some(field) = self.field() {
            field.paste(text);
            self.offer = None;
        }
        Outcome::default()
    }

    fn is_typing(&self) -> bool {
        matches!(self.line, FormRow::Site | FormRow::Observer | FormRow::Remark)
    }
}

impl NewVisitForm {
    fn go_to(&mut self, line: FormRow) {
        self.line = line;
        self.offer = None;
    }

    /// Selects the next checklist without faults, wrapping around.
    fn turn_checklist(&mut self, shared: &Shared, by: isize) {
        let library = shared.library.as_deref().unwrap_or_default();
        let ids: Vec<&str> =
            library.iter().filter_map(|l| l.definition.as_ref().ok()).map(|d| d.checklist().id.as_str()).collect();
        let chosen = chosen(self, library).and_then(|(_, d)| ids.iter().position(|id| *id == d.checklist().id));
        self.checklist = ids.get(wrapping_index(chosen.unwrap_or(0), by, ids.len())).map(|id| (*id).to_owned());
    }

    /// Moves to the missing row, and notifies the user.
    fn refuse(&mut self, shared: &mut Shared, line: FormRow, id: &'static str) -> Outcome {
        self.line = line;
        shared.notify(id);
        Outcome::default()
    }

    /// Starts the visit if the form is complete; otherwise moves to the missing row.
    fn start(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let library = shared.library.get_or_insert_with(checklists::bundled);
        let Some(definition) = chosen(self, library).map(|(_, definition)| Arc::clone(definition)) else {
            return self.refuse(shared, FormRow::Checklist, "app-notice-no-checklist");
        };
        let Some(site) = sites::site_from_input(&self.site.text(), &shared.sites) else {
            return self.refuse(shared, FormRow::Site, "app-notice-no-site");
        };
        let name = self.observer.text().trim().to_owned();
        let Some(observer) = id_from(&name) else {
            return self.refuse(shared, FormRow::Observer, "app-notice-no-observer");
        };
        let setup = shared.environment.setup(self.kind, site.clone(), Observer { id: observer });
        let setup = VisitSetup { remark: Some(self.remark.text().trim().to_owned()), ..setup };
        let practice = definition.checklist().id == PRACTICE;
        let mut outcome = begin_visit(shared, definition, setup, None, now);
        if !practice {
            shared.settings.observer = Some(name);
            shared.settings.last_site = Some(site.id.clone());
            outcome.effects.extend([Write::RememberSite(site).into(), shared.save_settings()]);
        }
        outcome
    }
}
