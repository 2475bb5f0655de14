//! What must be known before the clock starts, in one column; Enter goes on, and the last line starts it.

use super::visit::VisitScreen;
use crate::app::active_visit::ActiveVisit;
use crate::app::filter;
use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::store::settings::Settings;
use crate::store::{Listed, sites};
use crate::visit::checklist::id_from;
use crate::visit::event::Observer;
use crate::visit::{Definition, Kind, Moment, Opening, Site, Visit};
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
    /// Where the cursor stands among the sites offered.
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
    /// Opens with what is remembered.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        Self {
            line: Line::Checklist,
            checklist: None,
            kind: Kind::MysteryVisit,
            site: TextInput::line(""),
            observer: TextInput::line(settings.observer.as_deref().unwrap_or_default()),
            remark: TextInput::line(""),
            offer: None,
            last_site: settings.last_site.clone(),
        }
    }

    /// Fills in what is known already, and stands on the first line that is not.
    pub fn fill(&mut self, site: Option<&str>, observer: Option<&str>) {
        if let Some(site) = site {
            self.site = TextInput::line(site);
        }
        if let Some(observer) = observer {
            self.observer = TextInput::line(observer);
        }
        self.line = match () {
            () if self.checklist.is_none() => Line::Checklist,
            () if self.site.is_blank() => Line::Site,
            () if self.observer.is_blank() => Line::Observer,
            () => Line::Start,
        };
    }

    /// Returns whether letters are typed rather than obeyed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        matches!(self.line, Line::Site | Line::Observer | Line::Remark)
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

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::NewVisit(before) = &mut model.screen else { return Vec::new() };
    let command = match press.key {
        Key::Char(_) | Key::Left | Key::Right | Key::Home | Key::End if before.is_typing() => None,
        _ => model.keymap.command(Context::List, press),
    };
    let offers: Vec<String> = before.offers(&model.sites).iter().map(|site| site.label().to_owned()).collect();
    match (command, before.line) {
        (Some(Command::Back), _) if before.offer.is_some() => before.offer = None,
        (Some(Command::Back), _) => return super::home::open(model),
        (Some(Command::Open), Line::Start) => return start(model, now),
        (Some(Command::Open), Line::Site) if before.offer.is_some() => {
            if let Some(site) = before.offer.take().and_then(|at| offers.get(at)) {
                before.site = TextInput::line(site);
                before.line = Line::Observer;
            }
        }
        (Some(Command::Down), Line::Site) if before.offer.map_or(0, |at| at + 1) < offers.len() => {
            before.offer = Some(before.offer.map_or(0, |at| at + 1));
        }
        (Some(Command::Up), Line::Site) if before.offer.is_some() => {
            before.offer = before.offer.and_then(|at| at.checked_sub(1));
        }
        (Some(Command::Open | Command::Down), line) => go(before, line.beside(1)),
        (Some(Command::Up), line) => go(before, line.beside(-1)),
        (Some(Command::Left), Line::Checklist) => turn_checklist(model, -1),
        (Some(Command::Right), Line::Checklist) => turn_checklist(model, 1),
        (Some(Command::Left), Line::Kind) => before.kind = turn_kind(before.kind, Kind::ALL.len() - 1),
        (Some(Command::Right), Line::Kind) => before.kind = turn_kind(before.kind, 1),
        _ => {
            let changed = before.field().is_some_and(|field| field.press(press));
            before.offer = before.offer.filter(|_| !changed);
        }
    }
    Vec::new()
}

fn go(before: &mut NewVisitForm, line: Line) {
    before.line = line;
    before.offer = None;
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) {
    if let Screen::NewVisit(before) = &mut model.screen
        && let Some(field) = before.field()
    {
        field.paste(text);
        before.offer = None;
    }
}

fn turn_kind(kind: Kind, by: usize) -> Kind {
    let at = Kind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
    Kind::ALL.get((at + by) % Kind::ALL.len()).copied().unwrap_or(kind)
}

/// Goes to the next checklist without a fault, in a ring.
fn turn_checklist(model: &mut Model, by: isize) {
    let library = model.library.as_deref().unwrap_or_default();
    let Screen::NewVisit(before) = &mut model.screen else { return };
    let ids: Vec<&str> =
        library.iter().filter_map(|l| l.definition.as_ref().ok()).map(|d| d.checklist().id.as_str()).collect();
    let now = chosen(before, library).and_then(|(_, d)| ids.iter().position(|id| *id == d.checklist().id)).unwrap_or(0);
    let len = ids.len().max(1);
    let to = (now + len).saturating_add_signed(by) % len;
    before.checklist = ids.get(to).map(|id| (*id).to_owned());
}

/// Starts the clock, where everything is known; else goes to the line that is missing.
pub fn start(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let Screen::NewVisit(before) = &mut model.screen else { return Vec::new() };
    let library = model.library.get_or_insert_with(crate::store::checklists::bundled);
    let Some((_, definition)) = chosen(before, library) else {
        before.line = Line::Checklist;
        model.notice = Some(Notice::Said("app-notice-no-checklist"));
        return Vec::new();
    };
    let Some(site) = sites::site_of(&before.site.text(), &model.sites) else {
        before.line = Line::Site;
        model.notice = Some(Notice::Said("app-notice-no-site"));
        return Vec::new();
    };
    let name = before.observer.text().trim().to_owned();
    let Some(observer) = id_from(&name) else {
        before.line = Line::Observer;
        model.notice = Some(Notice::Said("app-notice-no-observer"));
        return Vec::new();
    };
    let definition = Arc::clone(definition);
    let opening = Opening {
        session: model.environment.next_session.clone(),
        kind: before.kind,
        site: site.clone(),
        observer: Observer { id: observer },
        time_zone: model.environment.time_zone.clone(),
        remark: Some(before.remark.text().trim().to_owned()),
        scenario: None,
        program: model.environment.program.clone(),
    };
    let practice = definition.checklist().id == super::home::PRACTICE;
    let effects = begin(model, definition, opening, now);
    if practice {
        return effects;
    }
    model.settings.observer = Some(name);
    model.settings.last_site = Some(site.id.clone());
    let settings = Effect::SaveSettings(Box::new(model.settings.clone()));
    effects.into_iter().chain([Effect::RememberSite(site), settings]).collect()
}

/// Starts a visit of which everything is known.
pub fn begin(model: &mut Model, definition: Arc<Definition>, opening: Opening, now: &Moment) -> Vec<Effect> {
    let session = opening.session.clone();
    let visit = Visit::begin(Arc::clone(&definition), opening, now);
    let events = visit.events().to_vec();
    let run = ActiveVisit::new(visit);
    model.screen = Screen::Visit(VisitScreen::new(&run));
    model.active_visit = Some(run);
    vec![Effect::Begin { definition, session, events }]
}
