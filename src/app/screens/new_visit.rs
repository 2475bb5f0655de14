//! The form for a new visit, in one column: Enter moves on, and the last row starts the visit.

use crate::app::begin_visit::{PRACTICE, begin_visit};
use crate::app::identify;
use crate::app::outcome::VisitPreset;
use crate::app::prelude::*;
use crate::app::text_filter;
use crate::app::wrapping::{neighbour, wrapping_index};
use crate::store::settings::LastKind;
use crate::store::{self, ListedChecklist, checklists};
use crate::text::{NameOrder, tidy_name};
use crate::visit::{Definition, Identity, Kind, Known, Site, VisitSetup};
use std::sync::Arc;

/// The number of sites suggested.
const OFFERED: usize = 5;

/// The form for a new visit.
#[derive(Debug)]
pub struct NewVisitForm {
    /// The row with the focus.
    pub line: FormRow,
    /// The id of the chosen checklist; by default the first one of the user's own, or else of the library.
    pub checklist: Option<String>,
    /// What the visit is for.
    pub kind: Kind,
    /// Whether the kind is that of the visit before, at the same site on the same day.
    pub has_last_kind: bool,
    /// Whether the kind was chosen, and no longer follows the site.
    kind_is_chosen: bool,
    /// The site, as typed.
    pub site: TextInput,
    /// The observer, as typed.
    pub observer: TextInput,
    /// The channel or remark, as typed.
    pub remark: TextInput,
    /// The cursor among the suggested sites, once it has moved there.
    pub offer: Option<usize>,
    /// The site that was taken from the list, while its name stands as it is.
    chosen: Option<Site>,
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

/// A row of the list under the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteOffer<'a> {
    /// A known site.
    Known(&'a Site),
    /// What is typed, as a new site.
    New,
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
    pub fn new(shared: &Shared, preset: VisitPreset) -> Self {
        let is_complete = preset.is_complete();
        let VisitPreset { checklist, kind, site, observer } = preset;
        let site = TextInput::selected(&site.unwrap_or_default());
        let observer = TextInput::selected(&observer.or_else(|| shared.trainee_name()).unwrap_or_default());
        let line = match () {
            () if is_complete => FormRow::Start,
            () if checklist.is_none() => FormRow::Checklist,
            () if site.is_blank() => FormRow::Site,
            () if observer.is_blank() => FormRow::Observer,
            () => FormRow::Start,
        };
        let (remark, last_site) = (TextInput::line(""), shared.settings.last_site.clone());
        Self {
            line,
            checklist,
            kind: kind.unwrap_or_default(),
            has_last_kind: false,
            kind_is_chosen: kind.is_some(),
            site,
            observer,
            remark,
            offer: None,
            chosen: None,
            last_site,
        }
    }

    /// Returns the site that is meant: the one that was chosen, or else what the typed text means.
    pub fn meant_site(&self, known: &Known<Site>) -> Identity<Site> {
        self.chosen.clone().map_or_else(|| known.identify(&self.site.text()), Identity::Known)
    }

    /// Returns the rows of the list under the site: what the typed text may mean, and last, what it is as a new site.
    /// There are none under a known site.
    pub fn offers<'a>(&self, known: &'a Known<Site>) -> Vec<SiteOffer<'a>> {
        if self.line != FormRow::Site {
            return Vec::new();
        }
        let meant = self.meant_site(known);
        if matches!(meant, Identity::Known(_)) {
            return Vec::new();
        }
        let matching = self.matching_sites(known).into_iter().map(SiteOffer::Known);
        matching.chain(matches!(meant, Identity::New(_)).then_some(SiteOffer::New)).collect()
    }

    /// Returns the row of the list that Enter takes: that under the cursor, or else the first one for a typed text.
    pub fn offered(&self, offers: &[SiteOffer<'_>]) -> Option<usize> {
        self.offer.or(if self.site.is_blank() { None } else { Some(0) }).filter(|at| *at < offers.len())
    }

    /// Returns the sites that match the typed text, the best match first and equal ones by name; the last
    /// one used precedes all others.
    fn matching_sites<'a>(&self, known: &'a Known<Site>) -> Vec<&'a Site> {
        let typed = self.site.text();
        let mut sites: Vec<&Site> = known.entries.iter().collect();
        sites.sort_by_cached_key(|site| NameOrder::new(site.label()));
        let texts = sites.iter().map(|site| format!("{} {}", site.label(), site.id));
        let mut found: Vec<&Site> =
            text_filter::best_match_first(&typed, texts).into_iter().filter_map(|i| sites.get(i).copied()).collect();
        found.sort_by_key(|site| self.last_site.as_deref() != Some(site.id.as_str()));
        found.truncate(OFFERED);
        found
    }

    /// Takes a row of the list, and goes on to the observer.
    fn take(&mut self, offer: Option<SiteOffer<'_>>) {
        if let Some(SiteOffer::Known(site)) = offer {
            self.site = TextInput::line(site.label());
            self.chosen = Some(site.clone());
        }
        self.go_to(FormRow::Observer);
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

/// Returns the day of a moment, as the settings keep it.
fn day(now: &Moment) -> String {
    now.wall.civil().date().to_string()
}

/// Returns the chosen checklist and its position in the library.
pub fn chosen<'a>(before: &NewVisitForm, library: &'a [ListedChecklist]) -> Option<(usize, &'a Arc<Definition>)> {
    let mut all = library
        .iter()
        .enumerate()
        .filter_map(|(index, listed)| Some((index, listed.definition.as_ref().ok()?, listed.is_bundled())));
    let found = match &before.checklist {
        Some(id) => all.find(|(_, definition, _)| definition.checklist().id == *id),
        None => all.clone().find(|(.., is_bundled)| !is_bundled).or_else(|| all.next()),
    };
    found.map(|(index, definition, _)| (index, definition))
}

impl Interactive for NewVisitForm {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let command = match press.key {
            Key::Char(_) | Key::Left | Key::Right | Key::Home | Key::End if self.is_typing() => None,
            _ => shared.keymap.command(Context::List, press),
        };
        let offers = self.offers(&shared.sites);
        let offered = self.offered(&offers);
        match (command, self.line) {
            (Some(Command::Back), _) if self.offer.is_some() => self.offer = None,
            (Some(Command::Back), _) => return Go::Pop.into(),
            (Some(Command::Open), FormRow::Start) => return self.start(shared, now),
            (Some(Command::Open), FormRow::Site) if offered.is_some() => {
                self.take(offered.and_then(|at| offers.get(at).copied()));
            }
            (Some(Command::Down), FormRow::Site) if self.offer.map_or(0, |at| at + 1) < offers.len() => {
                self.offer = Some(self.offer.map_or(0, |at| at + 1));
            }
            (Some(Command::Down), FormRow::Site) => self.take(offered.and_then(|at| offers.get(at).copied())),
            (Some(Command::Up), FormRow::Site) if self.offer.is_some() => {
                self.offer = self.offer.and_then(|at| at.checked_sub(1));
            }
            (Some(Command::Open | Command::Down), line) => self.go_to(line.neighbour(1)),
            (Some(Command::Up), line) => self.go_to(line.neighbour(-1)),
            (Some(Command::Left), FormRow::Checklist) => self.turn_checklist(shared, -1),
            (Some(Command::Right), FormRow::Checklist) => self.turn_checklist(shared, 1),
            (Some(Command::Left), FormRow::Kind) => self.turn_kind(-1),
            (Some(Command::Right), FormRow::Kind) => self.turn_kind(1),
            _ => {
                if self.field().is_some_and(|field| field.press(press)) {
                    self.forget_offer();
                }
            }
        }
        self.follow_site(shared, now);
        Outcome::default()
    }

    fn paste(&mut self, _shared: &mut Shared, text: &str) -> Outcome {
        if let Some(field) = self.field() {
            field.paste(text);
            self.forget_offer();
        }
        Outcome::default()
    }

    fn is_typing(&self) -> bool {
        matches!(self.line, FormRow::Site | FormRow::Observer | FormRow::Remark)
    }
}

impl NewVisitForm {
    /// Forgets what was chosen, because the text has changed.
    fn forget_offer(&mut self) {
        self.offer = None;
        if self.line == FormRow::Site {
            self.chosen = None;
        }
    }

    fn go_to(&mut self, line: FormRow) {
        self.line = line;
        self.offer = None;
    }

    /// Selects the next kind, wrapping around.
    fn turn_kind(&mut self, by: isize) {
        self.kind = neighbour(&Kind::ALL, self.kind, by);
        (self.kind_is_chosen, self.has_last_kind) = (true, false);
    }

    /// Takes the kind of the visit before where that was at this site on this day, unless another one was chosen.
    fn follow_site(&mut self, shared: &Shared, now: &Moment) {
        if self.kind_is_chosen {
            return;
        }
        let site = self.meant_site(&shared.sites).into_one();
        let is_here = |last: &&LastKind| site.is_some_and(|site| site.id == last.site) && last.day == day(now);
        let last = shared.settings.last_kind.as_ref().filter(is_here).map(|last| last.kind);
        self.kind = last.unwrap_or_default();
        self.has_last_kind = last.is_some_and(|kind| kind != Kind::default());
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
    fn refuse(&mut self, shared: &mut Shared, line: FormRow, message: store::Message) -> Outcome {
        self.line = line;
        shared.notice = Some(Notice::With(message));
        Outcome::default()
    }

    /// Starts the visit if the form is complete; otherwise moves to the missing row.
    fn start(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let library = shared.library.get_or_insert_with(checklists::bundled);
        let Some(definition) = chosen(self, library).map(|(_, definition)| Arc::clone(definition)) else {
            return self.refuse(shared, FormRow::Checklist, ("app-notice-no-checklist", vec![]));
        };
        let site = match identify::meant_site(self.meant_site(&shared.sites), ("app-notice-no-site", vec![])) {
            Ok(site) => site,
            Err(message) => return self.refuse(shared, FormRow::Site, message),
        };
        let name = tidy_name(&self.observer.text());
        let observer = match identify::observer(&shared.observers, &name, ("app-notice-no-observer", vec![])) {
            Ok(observer) => observer,
            Err(message) => return self.refuse(shared, FormRow::Observer, message),
        };
        let setup = shared.environment.setup(self.kind, site.clone(), observer.clone());
        let setup = VisitSetup { remark: Some(self.remark.text().trim().to_owned()), ..setup };
        let practice = definition.checklist().id == PRACTICE;
        let mut outcome = begin_visit(shared, definition, setup, None, now);
        if !practice {
            shared.settings.observer = Some(name);
            shared.settings.last_site = Some(site.id.clone());
            shared.settings.last_kind = Some(LastKind { kind: self.kind, site: site.id.clone(), day: day(now) });
            shared.sites.remember(&site);
            let remembered = [Write::RememberSite(site).into(), shared.remember_observer(observer)];
            outcome.effects.extend(remembered.into_iter().chain([shared.save_settings()]));
        }
        outcome
    }
}
