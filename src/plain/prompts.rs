//! What a dialogue prints: the current item, the list of items, the help, the missing notes.

use super::{Dialogue, hint};
use crate::app::{format, practice_format};
use crate::text::{Arg, clean};
use crate::visit::{Response, Visit};
use std::io;

impl Dialogue<'_> {
    /// Prints what is visited, and how to get help.
    pub(super) fn greet(&mut self) -> io::Result<()> {
        let Some((started, _)) = self.visit().and_then(|visit| visit.state().started()).cloned() else { return Ok(()) };
        let title = self.visit().map(|visit| visit.definition().checklist().title.get(self.texts.lang()).to_owned());
        let args = [("title", Arg::from(title.unwrap_or_default())), ("site", started.site.label().into())];
        self.streams.print_line(&self.texts.with("plain-greeting", &args))?;
        if let Some((_, play)) = self.model.shared.practice() {
            self.streams.print_line(&practice_format::heading(self.texts, play))?;
            self.streams.print_line(play.scenario.summary.get(self.texts.lang()))?;
            self.streams.print_line(self.texts.get("practise-plain-wait"))?;
        }
        self.show_notice();
        Ok(())
    }

    /// Prints the current item and how to answer it.
    pub(super) fn ask(&mut self) -> io::Result<()> {
        let shown = self.applicable_items();
        let (lang, texts) = (self.texts.lang(), self.texts);
        let Some(visit) = self.model.shared.visit() else { return Ok(()) };
        let out = &mut self.streams;
        let Some(item) = self.item else {
            let open = shown.iter().filter(|&&index| visit.state().answer(index).is_none()).count();
            out.print_line(&texts.with("plain-end", &[("open", open.into())]))?;
            return out.flush();
        };
        let place = shown.partition_point(|&index| index < item) + 1;
        let definition = visit.definition();
        let section = definition.section(item).title.get(lang);
        let label = definition.item(item).label.get(lang);
        out.print_line(&format!("[{place}/{}] {section} — {label}", shown.len()))?;
        let response = &definition.item(item).response;
        let args = match response {
            Response::Scale { min, max, .. } => {
                vec![("min", Arg::from(min.to_string())), ("max", max.to_string().into())]
            }
            _ => Vec::new(),
        };
        out.print_line(&format!("    {}", texts.with(hint(response), &args)))?;
        if let Response::Choice { options, .. } = response {
            for (number, option) in (1..).zip(options) {
                out.print_line(&format!("    {number}  {}  {}", option.id, option.label.get(lang)))?;
            }
        }
        let state = visit.state().item(item);
        if let Some(answer) = state.and_then(|state| state.answer.as_ref()) {
            let value = format::value(texts, definition.item(item), &answer.value);
            out.print_line(&format!("    {}", texts.with("plain-answered", &[("value", value.into())])))?;
        } else if state.is_some_and(|state| state.running_since_ms.is_some()) {
            out.print_line(&format!("    {}", texts.get("plain-running")))?;
        }
        if let Some(note) = state.and_then(|state| state.note.as_deref()) {
            out.print_line(&format!("    {}", texts.with("plain-noted", &[("note", note.into())])))?;
        }
        out.flush()
    }

    /// Lists all items that apply, with their answers.
    pub(super) fn list(&mut self) -> io::Result<()> {
        let shown = self.applicable_items();
        let texts = self.texts;
        let Some(visit) = self.model.shared.visit() else { return Ok(()) };
        for (place, &index) in (1..).zip(&shown) {
            let text = item_line(texts, visit, index);
            self.streams.print_line(&format!("{place:>3}  {text}"))?;
        }
        for mark in visit.state().loose_marks() {
            let at = format::time_of_day(mark.at);
            let args = [
                ("seq", Arg::from(mark.seq)),
                ("at", at.into()),
                ("text", mark.text.clone().unwrap_or_default().into()),
            ];
            self.streams.print_line(&format!("     {}", texts.with("plain-mark", &args)))?;
        }
        Ok(())
    }

    /// Prints the commands, and how to judge the current item.
    pub(super) fn help(&mut self) -> io::Result<()> {
        let texts = self.texts;
        self.streams.print_lines(texts.get("plain-help"))?;
        let (Some(item), Some(visit)) = (self.item, self.model.shared.visit()) else {
            return Ok(());
        };
        for (heading, guide) in format::guide(texts, visit.definition().item(item), visit.kind()) {
            self.streams.print_line(&format!("    {heading}{}{guide}", texts.get("app-colon")))?;
        }
        Ok(())
    }

    /// Prints the debrief of a finished visit.
    pub(super) fn show_debrief(&mut self) -> io::Result<()> {
        for section in self.model.shared.debrief(self.texts) {
            self.streams.print_line(&section.title)?;
            for line in section.lines {
                self.streams.print_line(&format!("    {line}"))?;
            }
        }
        Ok(())
    }

    /// Lists the answers whose note is missing. Returns whether there are any.
    pub(super) fn missing_notes(&mut self) -> bool {
        let texts = self.texts;
        let Some(visit) = self.model.shared.visit() else { return false };
        let missing: Vec<String> = visit.missing_notes().map(|index| item_line(texts, visit, index)).collect();
        if missing.is_empty() {
            return false;
        }
        self.streams.print_message(texts.get("plain-notes-missing"));
        for line in &missing {
            self.streams.print_message(&format!("    {}", clean(line)));
        }
        true
    }
}

/// Returns an item as a line: id, label, answer.
fn item_line(texts: &crate::text::Texts, visit: &Visit, index: usize) -> String {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let value = answer.map_or_else(|| "–".to_owned(), |answer| format::value(texts, item, &answer.value));
    format!("{}  {}  {value}", item.id, item.label.get(texts.lang()))
}
