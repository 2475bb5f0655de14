//! Navigation among the items of a visit that apply.

use super::state::VisitScreen;
use crate::app::prelude::*;
use crate::visit::Visit;

/// Moves the selection among the items that apply.
pub(super) fn move_among_items(screen: &mut VisitScreen, visit: &Visit, command: Command) {
    screen.answered = None;
    let definition = visit.definition();
    let shown: Vec<usize> = visit.applicable_items().collect();
    let here = shown.partition_point(|&index| index < screen.item);
    let section = definition.section_index(screen.item);
    let starts_section = |&at: &usize| {
        let of = |at: usize| shown.get(at).map(|&index| definition.section_index(index));
        at == 0 || of(at) != of(at - 1)
    };
    let to = match command {
        Command::NextSection => (here + 1..shown.len()).find(starts_section).or(Some(0)),
        Command::PreviousSection => {
            let own = (0..=here).rev().find(starts_section).unwrap_or(0);
            let in_front = shown.get(own).is_some_and(|&index| definition.section_index(index) == section);
            match own.checked_sub(1) {
                Some(before) if in_front && own == here => (0..=before).rev().find(starts_section),
                _ => Some(own),
            }
        }
        _ => ListCursor::at(here).after(command, shown.len()),
    };
    if let Some(&index) = to.and_then(|to| shown.get(to)) {
        screen.item = index;
    }
}
