//! What a dialogue prints of the facts that will be sealed, and how they are changed.

use super::Dialogue;
use crate::app::visit_facts::{VisitFact, typed_kind};
use crate::app::{format, identify};
use crate::text::{Arg, Texts};
use crate::visit::event::{HeaderFact, LATE_MS};
use crate::visit::{Action, Moment, Visit};
use std::io;

impl Dialogue<'_> {
    /// Prints everything that will be sealed besides the answers, as the review shows it.
    pub(super) fn show_facts(&mut self) -> io::Result<()> {
        let Some(visit) = self.model.shared.visit() else { return Ok(()) };
        facts(self.texts, visit).into_iter().try_for_each(|line| self.streams.print_line(&line))
    }

    /// Changes a fact about the visit to what is typed.
    pub(super) fn change_fact(&mut self, fact: VisitFact, typed: &str, now: &Moment) -> io::Result<()> {
        let shared = &self.model.shared;
        let changed = match fact {
            VisitFact::Site => {
                identify::site(&shared.sites, typed, ("app-notice-no-site", vec![])).map(HeaderFact::Site)
            }
            VisitFact::Observer => {
                let nameless = ("app-notice-no-observer", vec![]);
                identify::observer(&shared.observers, typed, nameless).map(HeaderFact::Observer)
            }
            VisitFact::Kind => typed_kind(self.texts, typed).ok_or(("plain-bad-kind", vec![])),
            VisitFact::Remark | VisitFact::Note => Ok(HeaderFact::Remark(typed.to_owned())),
        };
        match changed {
            Ok(changed) => {
                let before = self.last_seq();
                self.act(Action::ChangeHeader(changed.clone()), now)?;
                let remembered = (self.last_seq() > before).then(|| self.model.shared.remember(&changed)).flatten();
                self.run_effects(remembered.into_iter().collect(), now);
            }
            Err((id, args)) => self.streams.print_message(&format::message(self.texts, id, &args)),
        }
        Ok(())
    }
}

/// Returns the facts about a visit, its notes and its late answers, one a line.
fn facts(texts: &Texts, visit: &Visit) -> Vec<String> {
    let state = visit.state();
    let label = |index| visit.definition().item(index).label.get(texts.lang());
    let colon = texts.get("app-colon");
    let fact = |fact: VisitFact| {
        let text = fact.text(texts, visit);
        let text = if text.is_empty() { "–".to_owned() } else { text };
        format!("    {}{colon}{text}", texts.get(fact.name_id()))
    };
    let mut lines = vec![texts.get("app-review-facts").to_owned()];
    lines.extend(VisitFact::ALL.map(fact));
    let mut section = |id: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(texts.with(id, &[("count", Arg::from(rows.len()))]));
            lines.extend(rows.into_iter().map(|row| format!("    {row}")));
        }
    };
    let note = |index| Some(format!("{}{colon}{}", label(index), state.item(index)?.note.as_deref()?));
    section("app-review-written", visit.applicable_items().filter_map(note).collect());
    let late = |index| {
        let ms = state.answer(index)?.memory_age_ms();
        let late = texts.with("event-late", &[("duration", texts.duration(ms).into())]);
        (ms >= LATE_MS).then(|| format!("{}{colon}{late}", label(index)))
    };
    section("app-review-late", visit.applicable_items().filter_map(late).collect());
    if state.clock_shifts() > 0 {
        lines.push(texts.with("app-review-shifts", &[("count", Arg::from(state.clock_shifts()))]));
    }
    lines
}
