//! What must be known before the clock starts, in one column; Enter goes on, and the last line starts it.

use crate::app::begin::{PRACTICE, begin};
use crate::app::effect::Write;
use crate::app::filter;
use crate::app::interactive::Interactive;
use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Command, Context};
use crate::app::outcome::{Go, Outcome, VisitPreset};
use crate::app::shared::Shared;
use crate::app::text_input::TextInput;
use crate::store::settings::Settings;
use crate::store::{Listed, checklists, sites};
use crate::visit::checklist::id_from;
use crate::visit::event::Observer;
use crate::visit::{Definition, Kind, Moment, Site, VisitSetup};
use std::sync::Arc;

/// How many sites are offered.
const OFFERED: usize = 5;

/// What must be known before the clock starts.
#[derive(Debug)]
pub struct NewVisitForm {
    /// The line in front.
    pub line: Line,
    /// The id of the checklist chosen; without one, the first of the library.
    pub checklist: Option<String>,
    /// What the visit is for.
    pub kind: Kind,
    /// What was typed for the site.
    pub site: TextInput,
    /// What was typed for the observer.
    pub observer: TextInput,
    /// What was typed as channel or remark.
    pub remark: TextInput,
    /// The cursor among the sites offered.
    pub offer: Option<usize>,
    /// The last site used, offered first.
    last_site: Option<String>,
}

/// The lines, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Line {
    Checklist,
    Kind,
    Site,
    Observer,
    Remark,
    Start,
}

impl Line {
    /// Every line, in order.
    pub const ALL: [Self; 6] = [Self::Checklist, Self::Kind, Self::Site, Self::Observer, Self::Remark, Self::Start];

    fn beside(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|line| *line == self).unwrap_or(0);
        Self::ALL.get(at.saturating_add_signed(by)).copied().unwrap_or(self)
    }
}

impl NewVisitForm {
    /// Opens with the preset and the settings, on the first line that neither fills.
    #[must_use]
    pub fn new(settings: &Settings, preset: VisitPreset) -> Self {
        let is_complete = preset.is_complete();
        let VisitPreset { checklist, kind, site, observer } = preset;
        let site = TextInput::line(&site.unwrap_or_default());
        let observer = TextInput::line(&observer.or(settings.observer.clone()).unwrap_or_default());
        let line = match () {
            () if is_complete => Line::Start,
            () if checklist.is_none() => Line::Checklist,
            () if site.is_blank() => Line::Site,
            () if observer.is_blank() => Line::Observer,
            () => Line::Start,
        };
        let (remark, last_site) = (TextInput::line(""), settings.last_site.clone());
        Self { line, checklist, kind, site, observer, remark, offer: None, last_site }
    }

    /// Returns the sites that fit what was typed, the best fit first, the last one used before all.
    #[must_use]
    pub fn offers<'a>(&self, sites: &'a [Site]) -> Vec<&'a Site> {
        if self.line != Line::Site {
            return Vec::new();
        }
        let typed = self.site.text();
        let texts = sites.iter().map(|site| format!("{} {}", site.label(), site.id));
        let mut found: Vec<&Site> = filter::by_fit(&typed, texts).into_iter().filter_map(|i| sites.get(i)).collect();
        found.sort_by_key(|site| self.last_site.as_deref() != Some(site.id.as_str()));
        found.retain(|site| site.label() != typed);
        found.truncate(OFFERED);
        found
    }

    fn field(&mut self) -> Option<&mut TextInput> {
        match self.line {
            Line::Site => Some(&mut self.site),
            Line::Observer => Some(&mut self.observer),
            Line::Remark => Some(&mut self.remark),
            Line::Checklist | Line::Kind | Line::Start => None,
        }
    }
}

/// Returns the checklist that is chosen: its place in the library.
#[must_use]
pub fn chosen<'a>(before: &NewVisitForm, library: &'a [Listed]) -> Option<(usize, &'a Arc<Definition>)> {
    let usable = |(index, listed): (usize, &'a Listed)| Some((index, listed.definition.as_ref().ok()?));
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
            (Some(Command::Open), Line::Start) => return self.start(shared, now),
            (Some(Command::Open), Line::Site) if self.offer.is_some() => {
                if let Some(site) = self.offer.take().and_then(|at| offers.get(at)) {
                    self.site = TextInput::line(site);
                    self.line = Line::Observer;
                }
            }
            (Some(Command::Down), Line::Site) if self.offer.map_or(0, |at| at + 1) < offers.len() => {
                self.offer = Some(self.offer.map_or(0, |at| at + 1));
            }
            (Some(Command::Up), Line::Site) if self.offer.is_some() => {
                self.offer = self.offer.and_then(|at| at.checked_sub(1));
            }
            (Some(Command::Open | Command::Down), line) => self.go_to(line.beside(1)),
            (Some(Command::Up), line) => self.go_to(line.beside(-1)),
            (Some(Command::Left), Line::Checklist) => self.turn_checklist(shared, -1),
            (Some(Command::Right), Line::Checklist) => self.turn_checklist(shared, 1),
            (Some(Command::Left), Line::Kind) => self.kind = turn_kind(self.kind, Kind::ALL.len() - 1),
            (Some(Command::Right), Line::Kind) => self.kind = turn_kind(self.kind, 1),
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
        matches!(self.line, Line::Site | Line::Observer | Line::Remark)
    }
}

fn turn_kind(kind: Kind, by: usize) -> Kind {
    let at = Kind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
    Kind::ALL.get((at + by) % Kind::ALL.len()).copied().unwrap_or(kind)
}

impl NewVisitForm {
    fn go_to(&mut self, line: Line) {
        self.line = line;
        self.offer = None;
    }

    /// Goes to the next checklist without a fault, in a ring.
    fn turn_checklist(&mut self, shared: &Shared, by: isize) {
        let library = shared.library.as_deref().unwrap_or_default();
        let ids: Vec<&str> =
            library.iter().filter_map(|l| l.definition.as_ref().ok()).map(|d| d.checklist().id.as_str()).collect();
        let chosen = chosen(self, library).and_then(|(_, d)| ids.iter().position(|id| *id == d.checklist().id));
        let len = ids.len().max(1);
        let to = (chosen.unwrap_or(0) + len).saturating_add_signed(by) % len;
        self.checklist = ids.get(to).map(|id| (*id).to_owned());
    }

    /// Goes to the line that is missing, and notifies.
    fn refuse(&mut self, shared: &mut Shared, line: Line, id: &'static str) -> Outcome {
        self.line = line;
        shared.notify(id);
        Outcome::default()
    }

    /// Starts the clock, where everything is known; else goes to the line that is missing.
    fn start(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let library = shared.library.get_or_insert_with(checklists::bundled);
        let Some(definition) = chosen(self, library).map(|(_, definition)| Arc::clone(definition)) else {
            return self.refuse(shared, Line::Checklist, "app-notice-no-checklist");
        };
        let Some(site) = sites::site_of(&self.site.text(), &shared.sites) else {
            return self.refuse(shared, Line::Site, "app-notice-no-site");
        };
        let name = self.observer.text().trim().to_owned();
        let Some(observer) = id_from(&name) else {
            return self.refuse(shared, Line::Observer, "app-notice-no-observer");
        };
        let setup = VisitSetup {
            session: shared.environment.next_session.clone(),
            kind: self.kind,
            site: site.clone(),
            observer: Observer { id: observer },
            time_zone: shared.environment.time_zone.clone(),
            remark: Some(self.remark.text().trim().to_owned()),
            scenario: None,
            program: shared.environment.program.clone(),
        };
        let practice = definition.checklist().id == PRACTICE;
        let mut outcome = begin(shared, definition, setup, None, now);
        if !practice {
            shared.settings.observer = Some(name);
            shared.settings.last_site = Some(site.id.clone());
            outcome.effects.extend([Write::RememberSite(site).into(), shared.save_settings()]);
        }
        outcome
    }
}
