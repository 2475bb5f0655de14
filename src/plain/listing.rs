//! What a dialogue says: the question, the list of items, the help, what is missing.

use super::{Dialogue, hint};
use crate::app::words;
use crate::text::Arg;
use crate::visit::{Response, Visit};
use std::io;

impl Dialogue<'_> {
    /// Says what is visited, and how to get help.
    pub(super) fn greet(&mut self) -> io::Result<()> {
        let Some((started, _)) = self.visit().and_then(|visit| visit.state().started()).cloned() else { return Ok(()) };
        let title = self.visit().map(|visit| visit.definition().checklist().title.get(self.texts.lang()).to_owned());
        let args = [("title", Arg::from(title.unwrap_or_default())), ("site", started.site.label().into())];
        writeln!(self.voices.out, "{}", self.texts.with("plain-greeting", &args))?;
        self.notice()
    }

    /// Asks the item in front.
    pub(super) fn ask(&mut self) -> io::Result<()> {
        let shown = self.shown();
        let (lang, texts) = (self.texts.lang(), self.texts);
        let Some(visit) = self.model.run.as_ref().map(|run| &run.visit) else { return Ok(()) };
        let out = &mut self.voices.out;
        let Some(item) = self.item else {
            let open = shown.iter().filter(|&&index| visit.state().answer(index).is_none()).count();
            writeln!(out, "{}", texts.with("plain-end", &[("open", open.into())]))?;
            return out.flush();
        };
        let place = shown.partition_point(|&index| index < item) + 1;
        let definition = visit.definition();
        let section = definition.section(item).title.get(lang);
        let label = definition.item(item).label.get(lang);
        writeln!(out, "[{place}/{}] {section} — {label}", shown.len())?;
        let response = &definition.item(item).response;
        let args = match response {
            Response::Scale { min, max, .. } => {
                vec![("min", Arg::from(min.to_string())), ("max", max.to_string().into())]
            }
            _ => Vec::new(),
        };
        writeln!(out, "    {}", texts.with(hint(response), &args))?;
        if let Response::Choice { options, .. } = response {
            for (number, option) in (1..).zip(options) {
                writeln!(out, "    {number}  {}  {}", option.id, option.label.get(lang))?;
            }
        }
        let state = visit.state().item(item);
        if let Some(answer) = state.and_then(|state| state.answer.as_ref()) {
            let value = words::value(texts, definition.item(item), &answer.value);
            writeln!(out, "    {}", texts.with("plain-answered", &[("value", value.into())]))?;
        } else if state.is_some_and(|state| state.running_since_ms.is_some()) {
            writeln!(out, "    {}", texts.get("plain-running"))?;
        }
        if let Some(note) = state.and_then(|state| state.note.as_deref()) {
            writeln!(out, "    {}", texts.with("plain-noted", &[("note", note.into())]))?;
        }
        out.flush()
    }

    /// Lists every item that applies, with its answer.
    pub(super) fn list(&mut self) -> io::Result<()> {
        let shown = self.shown();
        let texts = self.texts;
        let Some(visit) = self.model.run.as_ref().map(|run| &run.visit) else { return Ok(()) };
        for (place, &index) in (1..).zip(&shown) {
            let text = item_line(texts, visit, index);
            writeln!(self.voices.out, "{place:>3}  {text}")?;
        }
        for mark in visit.state().marks().iter().filter(|mark| mark.item.is_none()) {
            let at = mark.at.civil().strftime("%H:%M:%S").to_string();
            let args = [
                ("seq", Arg::from(mark.seq)),
                ("at", at.into()),
                ("text", mark.text.clone().unwrap_or_default().into()),
            ];
            writeln!(self.voices.out, "     {}", texts.with("plain-mark", &args))?;
        }
        Ok(())
    }

    /// Says what can be typed, and what counts as what for the item in front.
    pub(super) fn help(&mut self) -> io::Result<()> {
        let texts = self.texts;
        writeln!(self.voices.out, "{}", texts.get("plain-help"))?;
        let (Some(item), Some(visit)) = (self.item, self.model.run.as_ref().map(|run| &run.visit)) else {
            return Ok(());
        };
        for (heading, guide) in words::guide(texts, visit.definition().item(item)) {
            writeln!(self.voices.out, "    {heading}{}{guide}", texts.get("app-colon"))?;
        }
        Ok(())
    }

    /// Lists the answers that lack a note; tells whether there are any.
    pub(super) fn missing_notes(&mut self) -> io::Result<bool> {
        let texts = self.texts;
        let Some(visit) = self.model.run.as_ref().map(|run| &run.visit) else { return Ok(false) };
        let missing: Vec<usize> = visit.missing_notes().collect();
        if missing.is_empty() {
            return Ok(false);
        }
        writeln!(self.voices.err, "{}", texts.get("plain-notes-missing"))?;
        for index in &missing {
            writeln!(self.voices.err, "    {}", item_line(texts, visit, *index))?;
        }
        Ok(true)
    }
}

/// Gives an item as a line: id, label, answer.
fn item_line(texts: &crate::text::Texts, visit: &Visit, index: usize) -> String {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let value = answer.map_or_else(|| "–".to_owned(), |answer| words::value(texts, item, &answer.value));
    format!("{}  {}  {value}", item.id, item.label.get(texts.lang()))
}
