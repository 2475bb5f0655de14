//! Data read from the disk for the screens.

use super::format::message;
use crate::analysis::class::Class;
use crate::analysis::practice_debrief::PracticeDebrief;
use crate::report::visit_document::{Seal, VisitDocument};
use crate::store::session::Ending;
use crate::store::{self, Draft, SessionHead};
use crate::text::Texts;
use crate::visit::event::ScenarioRef;
use crate::visit::{Kind, Observer, Playback, Site, Stamp, Visit};
use std::path::{Path, PathBuf};

/// A visit to show, finished or not.
#[derive(Debug)]
pub struct LoadedVisit {
    pub visit: Visit,
    /// Its session file, if there is one.
    pub path: Option<PathBuf>,
    /// Why the file cannot be trusted, if it cannot.
    pub doubt: Option<store::Message>,
    /// The scenario that was practised, if it is still installed.
    pub play: Option<Playback>,
    /// The site and the observer as the lists name them now; `None` without a file.
    pub named: Option<(Site, Observer)>,
}

impl LoadedVisit {
    /// Returns the names of the site and the observer for people, as the lists have them now.
    pub fn names(&self) -> (&str, &str) {
        let started = self.visit.state().started().map(|(started, _)| (&started.site, &started.observer));
        let named = self.named.as_ref().map(|(site, observer)| (site, observer)).or(started);
        named.map_or(("", ""), |(site, observer)| (site.label(), observer.label()))
    }

    /// Returns the visit as a document; the score of a visit under way is shown only if `shows_score`.
    pub fn document<'a>(&self, texts: &'a Texts, shows_score: bool) -> VisitDocument<'a> {
        let seal = match (&self.doubt, &self.path) {
            (Some((id, args)), _) => Seal::Broken(message(texts, id, args)),
            (None, Some(_)) => Seal::Holds,
            (None, None) => Seal::None,
        };
        let document = VisitDocument::new(&self.visit, texts, &seal, shows_score);
        match &self.named {
            Some((site, observer)) => document.with_names(&self.visit, site, observer),
            None => document,
        }
    }
}

/// A resumed visit.
#[derive(Debug)]
pub struct ResumedVisit {
    /// The visit, up to its last event on the disk.
    pub visit: Visit,
    /// The text that was typed and had not become an event.
    pub draft: Draft,
    /// What was repaired in its journal.
    pub repair: Option<JournalRepair>,
    /// The scenario being practised, if it is still installed.
    pub play: Option<Playback>,
    /// Whether it was opened for a correction just now, so that its last events say so.
    pub is_reopened: bool,
}

/// What was done about a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalRepair {
    /// An incomplete last line was cut off; it had never been reported as saved.
    Cut,
    /// The damaged original is kept in this folder; the visit continues from the part before the damage, if any.
    Salvaged(PathBuf),
    /// The visit was abandoned; its file is here.
    Abandoned(PathBuf),
    /// A journal that cannot be read was moved to this folder.
    Kept(PathBuf),
    /// The correction was dropped; the visit is as it was.
    CorrectionDropped,
    /// The visit was declared void; its new file is here.
    DeclaredVoid(PathBuf),
    /// The visit was already over; its session file has been written.
    Finished(PathBuf),
}

impl JournalRepair {
    /// Returns the message about it.
    pub fn message(&self) -> store::Message {
        let at = |path: &Path| vec![("path", path.display().to_string())];
        match self {
            Self::Cut => ("app-notice-cut", vec![]),
            Self::Salvaged(kept) => ("app-notice-salvaged", at(kept)),
            Self::Abandoned(path) => ("app-notice-abandoned", at(path)),
            Self::Kept(path) => ("app-notice-kept", at(path)),
            Self::CorrectionDropped => ("correction-dropped", vec![]),
            Self::DeclaredVoid(path) => ("correction-voided", at(path)),
            Self::Finished(path) => ("app-notice-finished", at(path)),
        }
    }
}

/// A past visit in a list; it holds only what is shown and searched, because there are thousands.
#[derive(Debug)]
pub struct PastVisit {
    /// The file.
    pub path: Box<Path>,
    /// When it started.
    pub started_at: Stamp,
    /// The site's name for people.
    pub site: Box<str>,
    /// What the visit was for.
    pub kind: Kind,
    /// How it ended.
    pub status: Ending,
    /// How often it was corrected.
    pub corrections: u32,
    /// Whether its files differ, so that none of them counts.
    pub in_conflict: bool,
    /// The score.
    pub percent: Option<f64>,
    /// For practice on a scenario: how many answers agree with the reference, and how many are compared.
    pub practice: Option<(usize, usize)>,
    /// Whether a critical item failed.
    pub failed: bool,
    /// The text that the filter searches.
    pub search_text: Box<str>,
}

impl PastVisit {
    /// Creates one with the site as the lists name it now.
    pub fn new(head: SessionHead, site: &Site) -> Self {
        let name = |name: &Option<String>| name.clone().unwrap_or_default();
        let search_text = format!(
            "{} {} {} {} {} {} {}",
            head.site.id,
            name(&head.site.name),
            if site.name == head.site.name { "" } else { site.label() },
            head.observer.id,
            name(&head.observer.name),
            head.checklist.id,
            head.started_at.civil().date(),
        );
        Self {
            site: site.label().into(),
            started_at: head.started_at,
            kind: head.kind,
            status: head.status,
            corrections: head.corrections.as_ref().map_or(0, |corrections| corrections.number),
            in_conflict: head.in_conflict,
            percent: head.score.percent,
            practice: None,
            failed: !head.score.failed_critical.is_empty(),
            search_text: search_text.into(),
            path: head.path.into(),
        }
    }
}

/// A finished practice visit in the trainee's record.
#[derive(Clone, Debug)]
pub struct PastPractice {
    /// The session's id.
    pub session: String,
    /// Its file.
    pub path: PathBuf,
    /// When it started.
    pub at: Stamp,
    /// The trainee.
    pub observer: Observer,
    /// The scenario, and its speed.
    pub scenario: ScenarioRef,
    /// The comparison with the reference answers; `None` if the scenario is no longer installed in that version.
    pub debrief: Option<PracticeDebrief>,
}

/// The classes found in files and folders.
#[derive(Clone, Debug, Default)]
pub struct FoundClasses {
    /// The classes, latest first.
    pub classes: Vec<Class>,
    /// The number of visits read.
    pub sessions: u64,
    /// The number of files or lines that could not be used.
    pub damaged: usize,
}
