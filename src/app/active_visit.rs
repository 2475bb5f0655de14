//! The visit under way, how much of it is on the disk, and the drafts that are not events yet.

use super::cover_page::CoverPage;
use super::effect::{Effect, Write};
use crate::store::{Draft, ItemDraft, StoreError};
use crate::visit::scenario::to_script_time;
use crate::visit::{Action, Event, Moment, Playback, Refusal, Response, Value, Visit};

/// A visit under way.
#[derive(Clone, Debug)]
pub struct ActiveVisit {
    pub visit: Visit,
    /// The `seq` of the last event on the disk.
    pub saved: u64,
    /// Why the last events are not on the disk; they are kept in memory meanwhile.
    pub trouble: Option<StoreError>,
    /// Text that was typed and is not an event yet.
    pub draft: Draft,
    /// The cover page, once it was opened.
    pub page: Option<CoverPage>,
    /// The scenario being practised.
    pub play: Option<Playback>,
    /// Whether it tries a checklist that is being written, and is not kept.
    pub is_trial: bool,
}

impl ActiveVisit {
    /// Creates the state of a visit none of whose events is on the disk.
    pub fn new(visit: Visit) -> Self {
        Self { visit, saved: 0, trouble: None, draft: Draft::default(), page: None, play: None, is_trial: false }
    }

    /// Converts milliseconds as the observer counts them, in practice those of the script, to real milliseconds.
    pub fn real_ms(&self, ms: u64) -> u64 {
        self.play.as_ref().map_or(ms, |play| play.real_ms(ms))
    }

    /// Returns an answer as it is stored: timer values in real milliseconds.
    pub fn stored_value(&self, response: &Response, value: Value) -> Value {
        match &self.play {
            Some(play) => to_script_time(response, &value, play.speed.recip()),
            None => value,
        }
    }

    /// Performs an action and returns the events to write. Before the end, the draft of an item's note becomes
    /// the note. The reason for a pause that was typed after its start goes with the event that ends the pause.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub fn act(&mut self, action: &Action, now: &Moment) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        if matches!(action, Action::Finish | Action::Abandon) && !self.visit.is_over() {
            let draft = std::mem::take(&mut self.draft);
            events = draft_to_note(&mut self.visit, &draft, now);
            if draft.pause.is_some() {
                // Refused if the visit is not paused.
                events.extend_from_slice(self.visit.act(&Action::Continue(draft.pause), now).unwrap_or_default());
            }
        }
        let reason = self.draft.pause.clone();
        let action = if *action == Action::Continue(None) { &Action::Continue(reason) } else { action };
        events.extend_from_slice(self.visit.act(action, now)?);
        if matches!(action, Action::Pause(_) | Action::Continue(_)) {
            self.draft.pause = None;
        }
        Ok(events)
    }

    /// Turns the draft of an item's note, which was taken from the drafts, into an event.
    pub fn commit(&mut self, typed: &Draft, now: &Moment) -> Vec<Effect> {
        if *typed == Draft::default() {
            return Vec::new();
        }
        let events = draft_to_note(&mut self.visit, typed, now);
        self.write_before_draft(events)
    }

    /// Returns whether something was typed on the cover page that the visit's note has not taken.
    pub fn has_typed_page(&self) -> bool {
        self.draft.page.as_deref().is_some_and(|typed| !typed.trim().is_empty())
    }

    /// Adds what was typed on the cover page to the visit's note.
    pub fn take_page(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(typed) = self.draft.page.clone() else { return Vec::new() };
        let (typed, note) = (typed.trim(), self.visit.state().note().unwrap_or_default());
        // Drafts of earlier versions begin with the note.
        let text = if typed.starts_with(note) { typed.to_owned() } else { format!("{note}\n{typed}") };
        let Ok(events) = self.visit.act(&Action::Note { item: None, text }, now).map(<[_]>::to_vec) else {
            return Vec::new();
        };
        self.draft.page = None;
        self.page.iter_mut().for_each(CoverPage::take);
        self.write_before_draft(events)
    }

    /// Returns the effects that write events and then the draft, which is deleted only after its note is written.
    fn write_before_draft(&self, events: Vec<Event>) -> Vec<Effect> {
        let written = (!events.is_empty()).then(|| Write::Append(events).into());
        written.into_iter().chain([Write::Draft(self.draft.clone()).into()]).collect()
    }

    /// Returns whether the visit was over and is being corrected.
    pub fn is_correction(&self) -> bool {
        self.visit.state().is_correction()
    }

    /// Returns whether all events are on the disk.
    pub fn is_saved(&self) -> bool {
        self.is_trial || self.saved >= self.visit.state().last_seq()
    }

    /// Returns the session's id.
    pub fn session(&self) -> &str {
        self.visit.state().started().map_or("", |(started, _)| started.session.as_str())
    }
}

/// Turns the draft of an item's note into an event if it differs from the current note. The cover page is left out.
pub fn draft_to_note(visit: &mut Visit, draft: &Draft, now: &Moment) -> Vec<Event> {
    let Some(ItemDraft { item, text }) = &draft.note else { return Vec::new() };
    let Some(index) = visit.definition().position(item) else { return Vec::new() };
    let note = visit.state().item(index).and_then(|state| state.note.as_deref());
    if text.trim_end() == note.unwrap_or_default() {
        return Vec::new();
    }
    // A note on an item that no longer applies is refused and dropped.
    visit.act(&Action::Note { item: Some(index), text: text.trim_end().to_owned() }, now).unwrap_or_default().to_vec()
}
