//! A visit as text: what `esprit show` prints. Lines are not wrapped, so that they can be searched.

use super::{AnswerLine, SectionAnswers, VisitDocument};
use crate::report::tables::{Cell, Table};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// The width of the column of answers; longer answers are printed below their item.
const ANSWER_WIDTH: usize = 12;

/// The indent of lines below an item.
const INDENT: &str = "                          ";

/// A line of text.
pub enum Line {
    Heading(String),
    Text(String),
}

/// Renders a document as lines, headings in bold if `colour` is set.
pub fn render(document: &VisitDocument<'_>, colour: bool) -> String {
    let mut lines = head(document);
    lines.extend(answer_lines(document));
    lines.extend(list(document, &document.timeline));
    for table in &document.lists {
        lines.extend(list(document, table));
    }
    lines.extend(score_lines(document));
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = match line {
            Line::Heading(heading) if colour => writeln!(text, "\x1b[1m{heading}\x1b[0m"),
            Line::Heading(line) | Line::Text(line) => writeln!(text, "{line}"),
        };
        text
    })
}

/// Returns which visit it is, and what it comes to.
fn head(document: &VisitDocument<'_>) -> Vec<Line> {
    let texts = document.texts;
    let labelled = |label: &str, value: &str| Line::Text(format!("  {label}{}{value}", texts.get("app-colon")));
    let mut lines = vec![Line::Heading(document.heading())];
    lines.extend(document.warnings.iter().map(|warning| Line::Text(format!("  {warning}"))));
    for score in document.debrief.iter().flat_map(|debrief| [&debrief.total].into_iter().chain(&debrief.attitudes)) {
        let points = document.points(score);
        let points = if points.is_empty() { points } else { format!(" ({points})") };
        let value = format!("{}{points}", document.percent(score.percent));
        lines.push(labelled(&score.name, &value));
    }
    lines
        .extend(document.debrief.iter().filter_map(|debrief| Some(Line::Text(format!("  {}", debrief.how.as_ref()?)))));
    for (heading, items) in document.debrief.iter().flat_map(|debrief| &debrief.lists) {
        lines.push(labelled(heading, &items.join(", ")));
    }
    lines.extend(document.facts.iter().map(|(label, fact)| labelled(texts.get(label), fact)));
    lines
}

/// Returns the answers by section and the page of notes, each after a blank line.
pub fn answer_lines(document: &VisitDocument<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for SectionAnswers { title, share, answers, .. } in &document.sections {
        let share = share.as_ref().map_or_else(String::new, |share| format!(" · {share}"));
        lines.extend([Line::Text(String::new()), Line::Heading(format!("{title}{share}"))]);
        for answer in answers {
            push_answer(document, answer, &mut lines);
        }
    }
    if let Some(note) = &document.note {
        lines.extend([Line::Text(String::new()), Line::Heading(document.texts.get("document-notes").to_owned())]);
        lines.extend(note.lines().map(|line| Line::Text(line.to_owned())));
    }
    lines
}

fn push_answer(document: &VisitDocument<'_>, answer: &AnswerLine, lines: &mut Vec<Line>) {
    let texts = document.texts;
    let AnswerLine { item, answer: value, observed, .. } = answer;
    let fits = value.width() <= ANSWER_WIDTH && !value.contains('\n');
    let (beside, pad) = if fits { (value.as_str(), ANSWER_WIDTH - value.width()) } else { ("", ANSWER_WIDTH) };
    lines.push(Line::Text(format!("  {observed:8}  {beside}{:pad$}  {item}", "")));
    let below = |text: &str| Line::Text(format!("{INDENT}{text}"));
    if !fits {
        lines.push(below(&format!("→ {}", value.replace('\n', " "))));
    }
    lines.extend(answer.late.as_deref().map(|late| below(&document.late(answer, late))));
    lines.extend(answer.note.iter().flat_map(|note| note.lines()).map(below));
    lines.extend(answer.misses_note.then(|| below(texts.get("document-note-missing"))));
}

/// Returns a table as a heading and a line for each row.
fn list(document: &VisitDocument<'_>, table: &Table) -> Vec<Line> {
    let heading = [Line::Text(String::new()), Line::Heading(table.caption.clone())];
    let format = document.format();
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&table.columns).map(|(cell, column)| match cell {
            Cell::Number(_) => format!("{:>4}", cell.text_in(&format, column.content)),
            _ => cell.text_in(&format, column.content),
        });
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        Line::Text(format!("  {}", cells.join("  ")))
    });
    heading.into_iter().chain(rows).collect()
}

/// Returns the points of each answer, and why an answer does not count.
fn score_lines(document: &VisitDocument<'_>) -> Vec<Line> {
    let answers = document.sections.iter().flat_map(|section| &section.answers);
    let rows = answers.filter_map(|answer| Some((answer, answer.points.as_ref()?)));
    let rows = rows.map(|(answer, points)| format!("  {:>13}  {} ({})", points.shown, answer.item, points.why));
    let mut lines: Vec<Line> = rows.map(Line::Text).collect();
    if !lines.is_empty() {
        let heading = document.texts.get("cli-show-score").to_owned();
        lines.splice(0..0, [Line::Text(String::new()), Line::Heading(heading)]);
    }
    lines
}
