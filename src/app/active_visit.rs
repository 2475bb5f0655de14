//! The visit under way, how much of it is on the disk, and what is typed and not yet an event.

use super::effect::{Effect, Write};
use crate::store::{Draft, ItemDraft, StoreError};
use crate::visit::scenario::to_script_time;
use crate::visit::{Action, Event, Moment, Playback, Refusal, Response, Value, Visit};

/// A visit under way.
#[derive(Clone, Debug)]
pub struct ActiveVisit {
    /// The visit.
    pub visit: Visit,
    /// The number of the last event that is on the disk.
    pub saved: u64,
    /// Why the last events are not on the disk; they are kept in memory meanwhile.
    pub trouble: Option<StoreError>,
    /// What is typed and not yet an event.
    pub draft: Draft,
    /// The scenario that is practised on.
    pub play: Option<Playback>,
}

impl ActiveVisit {
    /// Starts with a visit none of whose events is on the disk yet.
    #[must_use]
    pub fn new(visit: Visit) -> Self {
        Self { visit, saved: 0, trouble: None, draft: Draft::default(), play: None }
    }

    /// Returns the visit with its script, where there is one.
    #[must_use]
    pub fn practice(&self) -> Option<(&Visit, &Playback)> {
        Some((&self.visit, self.play.as_ref()?))
    }

    /// Returns real milliseconds for those that the observer speaks of: in practice, those of the script.
    #[must_use]
    pub fn real_ms(&self, ms: u64) -> u64 {
        self.play.as_ref().map_or(ms, |play| play.real_ms(ms))
    }

    /// Returns an answer as it is kept for one as the observer gives it: a time in real milliseconds.
    #[must_use]
    pub fn kept(&self, response: &Response, value: Value) -> Value {
        match &self.play {
            Some(play) => to_script_time(response, &value, play.speed.recip()),
            None => value,
        }
    }

    /// Does what the observer did; returns the events to be written. What was typed becomes notes before the end.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub fn act(&mut self, action: &Action, now: &Moment) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        if matches!(action, Action::Finish | Action::Abandon) && !self.visit.is_over() {
            events = drafted(&mut self.visit, &std::mem::take(&mut self.draft), now);
        }
        events.extend_from_slice(self.visit.act(action, now)?);
        Ok(events)
    }

    /// Makes the page of notes, as it was typed, part of the visit.
    pub fn keep_page(&mut self, now: &Moment) -> Vec<Effect> {
        let page = Draft { page: self.draft.page.take(), note: None };
        self.keep(&page, now)
    }

    /// Makes the note of an item, as it was typed, part of the visit.
    pub fn keep_note(&mut self, now: &Moment) -> Vec<Effect> {
        let note = Draft { page: None, note: self.draft.note.take() };
        self.keep(&note, now)
    }

    fn keep(&mut self, typed: &Draft, now: &Moment) -> Vec<Effect> {
        if *typed == Draft::default() {
            return Vec::new();
        }
        let events = drafted(&mut self.visit, typed, now);
        // The draft goes only after its note is written.
        let written = (!events.is_empty()).then(|| Write::Append(events).into());
        written.into_iter().chain([Write::Draft(self.draft.clone()).into()]).collect()
    }

    /// Returns whether everything so far is on the disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved >= self.visit.state().last_seq()
    }

    /// Returns the session's id.
    #[must_use]
    pub fn session(&self) -> &str {
        self.visit.state().started().map_or("", |(started, _)| started.session.as_str())
    }
}

/// Makes notes of what was typed, where it differs from what is noted already; returns the events.
pub fn drafted(visit: &mut Visit, draft: &Draft, now: &Moment) -> Vec<Event> {
    let mut actions = Vec::new();
    if let Some(ItemDraft { item, text }) = &draft.note
        && let Some(index) = visit.definition().position(item)
    {
        let noted = visit.state().item(index).and_then(|state| state.note.as_deref());
        actions.push((Action::Note { item: Some(index), text: text.trim_end().to_owned() }, noted.map(str::to_owned)));
    }
    if let Some(text) = &draft.page {
        actions.push((Action::Note { item: None, text: text.clone() }, visit.state().note().map(str::to_owned)));
    }
    let mut events = Vec::new();
    for (action, before) in actions {
        let Action::Note { text, .. } = &action else { continue };
        if *text != before.unwrap_or_default() {
            // An item that does not apply any more has no place for a note.
            events.extend_from_slice(visit.act(&action, now).unwrap_or_default());
        }
    }
    events
}
