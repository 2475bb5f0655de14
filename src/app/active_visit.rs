//! The visit under way, how much of it is on the disk, and the drafts that are not events yet.

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
    /// The scenario being practised.
    pub play: Option<Playback>,
}

impl ActiveVisit {
    /// Creates the state of a visit none of whose events is on the disk.
    pub fn new(visit: Visit) -> Self {
        Self { visit, saved: 0, trouble: None, draft: Draft::default(), play: None }
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

    /// Performs an action and returns the events to write. Before the end, drafts become notes. The reason for a pause
    /// that was typed after its start goes with the event that ends the pause.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub fn act(&mut self, action: &Action, now: &Moment) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        if matches!(action, Action::Finish | Action::Abandon) && !self.visit.is_over() {
            let draft = std::mem::take(&mut self.draft);
            events = draft_to_notes(&mut self.visit, &draft, now);
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

    /// Turns a part of the draft, which was taken from it, into an event.
    pub fn commit(&mut self, typed: &Draft, now: &Moment) -> Vec<Effect> {
        if *typed == Draft::default() {
            return Vec::new();
        }
        let events = draft_to_notes(&mut self.visit, typed, now);
        // The draft is deleted only after its note is written.
        let written = (!events.is_empty()).then(|| Write::Append(events).into());
        written.into_iter().chain([Write::Draft(self.draft.clone()).into()]).collect()
    }

    /// Returns whether all events are on the disk.
    pub fn is_saved(&self) -> bool {
        self.saved >= self.visit.state().last_seq()
    }

    /// Returns the session's id.
    pub fn session(&self) -> &str {
        self.visit.state().started().map_or("", |(started, _)| started.session.as_str())
    }
}

/// Turns drafts into notes where they differ from the current ones; returns the events.
pub fn draft_to_notes(visit: &mut Visit, draft: &Draft, now: &Moment) -> Vec<Event> {
    let item = draft.note.as_ref().and_then(|ItemDraft { item, text }| {
        let index = visit.definition().position(item)?;
        let note = visit.state().item(index).and_then(|state| state.note.as_deref());
        Some((Some(index), text.trim_end(), note))
    });
    let page = draft.page.as_deref().map(|text| (None, text, visit.state().note()));
    let changed = item.into_iter().chain(page).filter(|(_, text, note)| *text != note.unwrap_or_default());
    let actions: Vec<_> = changed.map(|(item, text, _)| Action::Note { item, text: text.to_owned() }).collect();
    // A note on an item that no longer applies is refused and dropped.
    actions.iter().flat_map(|action| visit.act(action, now).unwrap_or_default().to_vec()).collect()
}
