//! One visit as a document: what happened, what it comes to and every answer, the same in a page, a workbook and text.
//!
//! The content is computed once, in words of one language, cleaned but not escaped; each format only lays it out.

mod answers;
mod debrief;
mod html;
mod lists;
mod text;
mod workbook;

pub use answers::{AnswerLine, SectionAnswers, Tone};
pub use debrief::{Debrief, ScoreLine};
pub use text::{Line, answer_lines};

use super::Format;
use super::correction_words;
use super::number_format::NumberFormat;
use super::tables::Table;
use super::visit_words::{kind_id, time_of_day};
use crate::text::{Texts, clean, clean_lines};
use crate::visit::changes::corrections;
use crate::visit::event::LATE_MS;
use crate::visit::{Observer, Site, Stamp, Status, Visit};
use std::io;

/// The formats of one visit, in the order in which they are offered. JSON is the session file itself.
pub const FORMATS: [Format; 3] = [Format::Html, Format::Xlsx, Format::Text];

/// What is known of the seal of a visit's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Seal {
    /// The visit has no file yet.
    #[default]
    None,
    /// The file is unchanged.
    Holds,
    /// The file cannot be trusted, for this reason.
    Broken(String),
}

/// The content of a document.
pub struct VisitDocument<'a> {
    pub texts: &'a Texts,
    /// The site.
    pub site: String,
    /// The day and minute at which the visit began.
    pub began: String,
    /// The kind of visit and the checklist's title.
    pub subject: String,
    /// Facts about the visit: the message of a label, and a value.
    pub facts: Vec<(&'static str, String)>,
    /// What a reader must know before anything else.
    pub warnings: Vec<String>,
    /// What the visit comes to; `None` where the score is hidden.
    pub debrief: Option<Debrief>,
    /// The answers, by section; sections without an item that applies are left out.
    pub sections: Vec<SectionAnswers>,
    /// The page of notes.
    pub note: Option<String>,
    /// Marks, pauses and corrections, those that there are.
    pub lists: Vec<Table>,
    /// Every event. The page leaves it out.
    pub timeline: Table,
}

impl<'a> VisitDocument<'a> {
    /// Creates the document of a visit. The score of a visit under way is shown only if `shows_score`, because it
    /// biases observers.
    pub fn new(visit: &Visit, texts: &'a Texts, seal: &Seal, shows_score: bool) -> Self {
        let state = visit.state();
        let title = visit.definition().checklist().title.get(texts.lang());
        let kind = state.started().map_or("", |(started, _)| texts.get(kind_id(started.kind)));
        let shows_score = shows_score || visit.is_over();
        Self {
            texts,
            site: state.started().map_or_else(String::new, |(started, _)| clean(started.site.label()).into_owned()),
            began: state.started().map_or_else(String::new, |(_, at)| texts.day_time(at.civil())),
            subject: format!("{kind} · {}", clean(title)),
            facts: facts(visit, texts, seal),
            warnings: warnings(visit, texts, seal),
            debrief: shows_score.then(|| Debrief::new(visit, texts)),
            sections: answers::by_section(visit, texts, shows_score),
            note: state.note().map(|note| clean_lines(note).into_owned()),
            lists: lists::of_visit(visit, texts),
            timeline: lists::timeline(visit, texts),
        }
    }

    /// Names the site and the observer as the lists have them now, and says how they were recorded.
    #[must_use]
    pub fn with_names(mut self, visit: &Visit, site: &Site, observer: &Observer) -> Self {
        let Some((started, _)) = visit.state().started() else { return self };
        let texts = self.texts;
        let mut set = |id: &str, now: String, recorded: String| {
            if let Some((_, fact)) = self.facts.iter_mut().find(|(of, _)| *of == id).filter(|_| now != recorded) {
                let args = [("name", now.into()), ("recorded", recorded.into())];
                *fact = clean(&texts.with("document-recorded-as", &args)).into_owned();
            }
        };
        set("page-site", site_with_id(site), site_with_id(&started.site));
        set("page-observer", observer.label().to_owned(), started.observer.label().to_owned());
        self.site = clean(site.label()).into_owned();
        self
    }

    /// Renders the document; a text has ANSI styles if `colour` is set.
    ///
    /// # Errors
    /// Fails for a format that is none of [`FORMATS`].
    pub fn render(&self, format: Format, colour: bool) -> io::Result<Vec<u8>> {
        match format {
            Format::Html => Ok(html::render(self).into_bytes()),
            Format::Xlsx => workbook::render(self),
            Format::Text => Ok(text::render(self, colour).into_bytes()),
            Format::Csv | Format::Json => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Returns the site, when the visit began, and its subject, in one line.
    pub fn heading(&self) -> String {
        format!("{} · {} · {}", self.site, self.began, self.subject)
    }

    fn format(&self) -> NumberFormat<'a> {
        NumberFormat { texts: self.texts }
    }
}

/// Returns a moment: the time of day, and the day if it is not that on which the visit began.
fn moment(texts: &Texts, visit: &Visit, at: Stamp) -> String {
    let is_same_day = visit.state().started().is_some_and(|(_, start)| start.civil().date() == at.civil().date());
    let time = time_of_day(at);
    if is_same_day { time } else { format!("{} {time}", texts.short_date(at.civil())) }
}

fn facts(visit: &Visit, texts: &Texts, seal: &Seal) -> Vec<(&'static str, String)> {
    let state = visit.state();
    let Some((started, began)) = state.started() else { return Vec::new() };
    let checklist = visit.definition().checklist();
    let (ended, duration_ms) = state.observed_until().unwrap_or((*began, 0));
    let times = [("from", time_of_day(*began).into()), ("to", moment(texts, visit, ended).into())];
    let zone = [("zone", started.time_zone.as_str().into()), ("offset", began.offset().to_string().into())];
    let late = visit.applicable_items().filter_map(|index| state.answer(index));
    let late = late.filter(|answer| answer.memory_age_ms() >= LATE_MS).count();
    let known = |count: u64, id: &str| (count > 0).then(|| texts.with(id, &[("count", count.into())]));
    let facts = [
        ("page-site", Some(site_with_id(&started.site))),
        ("page-group", started.site.group.clone()),
        ("page-kind", Some(texts.get(kind_id(started.kind)).to_owned())),
        ("page-checklist", Some(format!("{} ·\u{a0}{}", checklist.title.get(texts.lang()), checklist.version))),
        ("page-observer", Some(started.observer.label().to_owned())),
        ("document-remark", started.remark.clone()),
        ("document-day", Some(texts.date(began.civil()))),
        ("document-times", Some(texts.with("document-from-to", &times))),
        ("document-zone", Some(texts.with("document-zone-offset", &zone))),
        ("document-duration", Some(duration(texts, duration_ms, state.paused_ms()))),
        ("document-late", known(late as u64, "app-review-late")),
        ("document-clock", known(state.clock_shifts(), "app-review-shifts")),
        ("document-id", Some(started.session.clone())),
        ("document-seal", (*seal == Seal::Holds).then(|| texts.get(unchanged_since(visit)).to_owned())),
    ];
    facts.into_iter().filter_map(|(id, fact)| Some((id, clean(&fact?).into_owned()))).collect()
}

/// Returns the name of the site, with its id if that is another.
fn site_with_id(site: &Site) -> String {
    match &site.name {
        Some(name) if *name != site.id => format!("{name} ({})", site.id),
        _ => site.id.clone(),
    }
}

/// Returns the message that a file is unchanged since the visit was last written.
fn unchanged_since(visit: &Visit) -> &'static str {
    match (visit.state().status(), visit.state().corrections()) {
        (Status::Void, _) => "document-seal-void",
        (_, Some(_)) => "document-seal-corrected",
        (_, None) => "document-seal-holds",
    }
}

fn duration(texts: &Texts, duration_ms: u64, paused_ms: u64) -> String {
    let duration = texts.duration(duration_ms);
    if paused_ms < 1000 {
        return duration;
    }
    texts.with("document-with-pauses", &[("duration", duration.into()), ("paused", texts.duration(paused_ms).into())])
}

fn warnings(visit: &Visit, texts: &Texts, seal: &Seal) -> Vec<String> {
    let status = match visit.state().status() {
        Status::Abandoned => Some("document-abandoned"),
        Status::Open | Status::NotStarted => Some("document-open"),
        Status::Complete | Status::Void => None,
    };
    let broken = if let Seal::Broken(reason) = seal { Some(clean(reason).into_owned()) } else { None };
    let corrections = corrections(visit);
    let corrections =
        corrections.iter().map(|correction| clean(&correction_words::heading(texts, correction)).into_owned());
    status.map(|id| texts.get(id).to_owned()).into_iter().chain(corrections).chain(broken).collect()
}
