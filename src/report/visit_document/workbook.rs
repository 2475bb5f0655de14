//! A visit as a spreadsheet: a first sheet with what it comes to, then scores, answers, marks, pauses and timeline.

use super::VisitDocument;
use crate::report::number_format::Unit;
use crate::report::tables::Content::{Head, Number, Text};
use crate::report::tables::{Cell, Table};
use crate::report::xlsx::{OpeningLine, Workbook, render_workbook};
use std::io;

/// Renders a document as a spreadsheet. Equal documents make equal bytes.
pub fn render(document: &VisitDocument<'_>) -> io::Result<Vec<u8>> {
    let texts = document.texts;
    let tables = [("document-sheet-scores", scores(document)), ("document-sheet-answers", answers(document))];
    let sheets = tables.into_iter().map(|(name, table)| (texts.get(name).to_owned(), table));
    let lists = document.lists.iter().chain([&document.timeline]);
    let workbook = Workbook {
        title: document.heading(),
        day: None,
        opening_name: "document-facts",
        opening_widths: vec![28.0, 72.0],
        opening: opening(document),
        sheets: sheets.chain(lists.map(|list| (list.caption.clone(), list.clone()))).collect(),
    };
    render_workbook(&document.format(), &workbook)
}

fn opening(document: &VisitDocument<'_>) -> Vec<OpeningLine> {
    let texts = document.texts;
    let mut lines = vec![OpeningLine::Heading(document.site.clone())];
    lines.push(OpeningLine::Text(format!("{} · {}", document.began, document.subject)));
    lines.extend(document.warnings.iter().cloned().map(OpeningLine::Text));
    lines.push(OpeningLine::Blank);
    let fact = |(label, fact): &(&str, String)| OpeningLine::Pair(texts.get(label).to_owned(), fact.clone());
    lines.extend(document.facts.iter().map(fact));
    let how = document.debrief.iter().filter_map(|debrief| debrief.how.clone());
    lines.extend(how.map(OpeningLine::Paragraph));
    for (heading, items) in document.debrief.iter().flat_map(|debrief| &debrief.lists) {
        lines.extend([OpeningLine::Blank, OpeningLine::Heading(heading.clone())]);
        lines.extend(items.iter().cloned().map(OpeningLine::Text));
    }
    if let Some(note) = &document.note {
        lines.extend([OpeningLine::Blank, OpeningLine::Pair(texts.get("document-notes").to_owned(), note.clone())]);
    }
    lines
}

fn scores(document: &VisitDocument<'_>) -> Table {
    let columns = [
        ("page-attitude", Head),
        ("document-percent", Number(Unit::Percent)),
        ("document-points", Number(Unit::Coefficient)),
        ("document-possible", Number(Unit::Coefficient)),
    ];
    let mut table = Table::new("document-scores", "").columns(&document.format(), columns);
    let scores = document.debrief.iter().flat_map(|debrief| [&debrief.total].into_iter().chain(&debrief.attitudes));
    table.rows.extend(scores.map(|score| {
        let numbers = [score.percent, score.points.map(|points| points.0), score.points.map(|points| points.1)];
        let numbers = numbers.map(Cell::number);
        [Cell::Text(score.name.clone())].into_iter().chain(numbers).collect()
    }));
    table
}

fn answers(document: &VisitDocument<'_>) -> Table {
    let columns = [
        ("page-section", Text),
        ("page-item", Head),
        ("page-answer", Text),
        ("document-note", Text),
        ("document-observed", Text),
        ("document-recorded", Text),
        ("document-late-by", Text),
        ("document-points", Number(Unit::Coefficient)),
        ("document-possible", Number(Unit::Coefficient)),
        ("document-counts", Text),
    ];
    let mut table = Table::new("document-answers", "").columns(&document.format(), columns);
    let text = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
    for section in &document.sections {
        table.rows.extend(section.answers.iter().map(|answer| {
            let missing = answer.misses_note.then(|| document.texts.get("document-note-missing"));
            let points = answer.points.as_ref();
            vec![
                Cell::Text(section.title.clone()),
                Cell::Text(answer.item.clone()),
                Cell::Text(answer.answer.clone()),
                text(answer.note.as_deref().or(missing)),
                Cell::Text(answer.observed.clone()),
                Cell::Text(answer.recorded.clone()),
                text(answer.late.as_deref()),
                Cell::number(points.map(|points| points.earned)),
                Cell::number(points.map(|points| points.possible)),
                text(points.map(|points| points.why.as_str())),
            ]
        }));
    }
    if document.debrief.is_some() {
        return table;
    }
    let hidden = ["document-points", "document-possible", "document-counts"];
    hidden.iter().fold(table, |table, id| table.without_column(id))
}
