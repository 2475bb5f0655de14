//! The debrief of a visit in words, for every front end and every document.

use super::labels::value_id;
use super::number_format::tidy;
use super::visit_words::with_share;
use crate::analysis::Dimension;
use crate::text::{Arg, Texts};
use crate::visit::debrief::{AttitudeScore, Debrief, FEWEST};
use crate::visit::score::{answer_rows, score};
use crate::visit::{Status, Visit};

/// A part of a debrief: a title, and lines under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebriefSection {
    pub title: String,
    pub lines: Vec<String>,
    /// Whether it says what must not be overlooked.
    pub is_warning: bool,
}

/// Returns the whole debrief of a visit; figures only if scores may be shown. A visit without an item that can be scored
/// has none.
pub fn sections(texts: &Texts, visit: &Visit, shows_scores: bool) -> Vec<DebriefSection> {
    let debrief = Debrief::new(visit);
    if debrief.attitudes.is_empty() {
        return Vec::new();
    }
    let attitudes = attitudes(texts, visit, &debrief, shows_scores);
    std::iter::once(attitudes).chain(lists(texts, visit, &debrief)).collect()
}

/// Returns what a debrief names: the critical items that failed, strengths, points to work on, and the notes that were
/// required. Before the end, after an abandonment and for practice, these are the critical items alone.
pub fn lists(texts: &Texts, visit: &Visit, debrief: &Debrief) -> Vec<DebriefSection> {
    let label = |item: &usize| tidy(visit.definition().item(*item).label.get(texts.lang()));
    let labels_or = |id_if_none, items: &[usize]| match items {
        [] => vec![texts.get(id_if_none).to_owned()],
        items => items.iter().map(label).collect(),
    };
    let is_whole = visit.state().status() == Status::Complete && !is_practice(visit);
    let missed = &debrief.missed_critical;
    let critical = (debrief.has_critical && (is_whole || !missed.is_empty())).then(|| DebriefSection {
        is_warning: !missed.is_empty(),
        ..section(texts, "debrief-critical", labels_or("debrief-critical-none", missed))
    });
    if !is_whole {
        return critical.into_iter().collect();
    }
    let ranked = match debrief.scored {
        ..FEWEST => vec![section(texts, "debrief-ranked", vec![texts.get("debrief-too-few").to_owned()])],
        _ => vec![
            section(texts, "debrief-strengths", labels_or("debrief-strengths-none", &debrief.strengths)),
            section(texts, "debrief-to-work-on", labels_or("debrief-to-work-on-none", &debrief.to_work_on)),
        ],
    };
    let notes: Vec<String> = debrief.required_notes.iter().map(|item| required_note(texts, visit, *item)).collect();
    let notes = (!notes.is_empty()).then(|| section(texts, "debrief-notes", notes));
    let unanswered = unanswered_args(visit).map(|args| DebriefSection {
        is_warning: true,
        ..section(texts, "debrief-unanswered", vec![texts.with("debrief-unanswered-line", &args)])
    });
    unanswered.into_iter().chain(critical).chain(ranked).chain(notes).collect()
}

/// Returns what is to be said beside the score of a visit in which answers are missing.
pub fn unanswered(texts: &Texts, visit: &Visit) -> Option<String> {
    unanswered_args(visit).map(|args| texts.with("debrief-unanswered-fact", &args))
}

/// Returns the number of items without an answer and that of all that apply; `None` if every one has an answer.
fn unanswered_args(visit: &Visit) -> Option<[(&'static str, Arg<'static>); 2]> {
    let unanswered = visit.applicable_items().filter(|index| visit.state().answer(*index).is_none()).count();
    (unanswered > 0).then(|| [("count", unanswered.into()), ("of", visit.applicable_items().count().into())])
}

/// Returns the name of an attitude: that of the model, or else its section's title.
pub fn attitude_name(texts: &Texts, visit: &Visit, attitude: &AttitudeScore) -> String {
    let named = attitude.id.as_deref().and_then(|id| value_id(Dimension::Attitude, id));
    let section = visit.definition().checklist().sections.get(attitude.section);
    let title = || section.map(|section| tidy(section.title.get(texts.lang()))).unwrap_or_default();
    named.map_or_else(title, |id| texts.get(id).to_owned())
}

/// Returns the name of an attitude with its share of the score, if it has one.
pub fn named_share(texts: &Texts, visit: &Visit, attitude: &AttitudeScore) -> String {
    with_share(texts, attitude_name(texts, visit, attitude), attitude.share)
}

/// Returns how the score is computed, where that is from the shares of the sections.
pub fn shares_sentence(texts: &Texts, visit: &Visit) -> Option<String> {
    visit.definition().checklist().has_shares().then(|| texts.get("score-shares-how").to_owned())
}

/// Returns whether a visit follows a scenario, with which it is compared instead.
fn is_practice(visit: &Visit) -> bool {
    visit.state().started().is_some_and(|(started, _)| started.scenario.is_some())
}

fn section(texts: &Texts, title: &str, lines: Vec<String>) -> DebriefSection {
    DebriefSection { title: texts.get(title).to_owned(), lines, is_warning: false }
}

/// Returns the attitudes with their scores; without scores, how many of their points have an answer.
fn attitudes(texts: &Texts, visit: &Visit, debrief: &Debrief, shows_scores: bool) -> DebriefSection {
    let name = |attitude: &AttitudeScore| attitude_name(texts, visit, attitude);
    let line = |attitude: &AttitudeScore| {
        let percent = attitude.percent.map_or_else(|| "–".to_owned(), |percent| texts.percent(percent));
        let args = [
            ("name", Arg::from(if shows_scores { named_share(texts, visit, attitude) } else { name(attitude) })),
            ("count", if shows_scores { attitude.scored } else { attitude.answered }.into()),
            ("of", attitude.items.into()),
            ("percent", percent.into()),
        ];
        texts.with(if shows_scores { "debrief-attitude" } else { "debrief-attitude-count" }, &args)
    };
    let mut lines: Vec<String> = debrief.attitudes.iter().map(line).collect();
    if !shows_scores {
        return section(texts, "debrief-answers", lines);
    }
    let percent = score(visit.definition(), &answer_rows(visit.definition(), visit.state())).percent;
    let title = match percent {
        Some(percent) => texts.with("debrief-score", &[("percent", texts.percent(percent).into())]),
        None => texts.get("app-no-score").to_owned(),
    };
    lines.extend(shares_sentence(texts, visit));
    DebriefSection { title, lines, is_warning: false }
}

/// Returns an item whose answer required a note, with that note.
fn required_note(texts: &Texts, visit: &Visit, index: usize) -> String {
    let label = tidy(visit.definition().item(index).label.get(texts.lang()));
    let note = visit.state().item(index).and_then(|state| state.note.as_deref()).unwrap_or_default();
    match note.trim() {
        "" => texts.with("debrief-note-missing", &[("item", label.into())]),
        note => texts.with("debrief-note", &[("item", label.into()), ("note", tidy(note).into())]),
    }
}
