//! What opens from a row of the results: the level below it, the visit itself; and the file that what is shown goes into.

use super::asked::{Export, Format, Point};
use super::tab::{Row, Tab};
use super::{Level, Results, View};
use crate::analysis::{Condition, Dimension};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use std::sync::Arc;

/// Goes down by the row in front: to its site, to its behaviour, to the visits, to the visit.
pub(super) fn open_row(model: &mut Model) -> Vec<Effect> {
    let Screen::Results(results) = &mut model.screen else { return Vec::new() };
    if let View::Visits { visits: Some(visits), cursor, .. } = &results.level().view {
        return visits.get(cursor.selected).map(|visit| Effect::LoadVisit(visit.id.clone())).into_iter().collect();
    }
    let View::Questions { tab, cursors, .. } = &results.level().view else { return Vec::new() };
    let tab = *tab;
    let at = cursors.get(tab.place()).map_or(0, |cursor| cursor.selected);
    let rows = results.rows();
    let Some(row) = rows.get(at) else { return Vec::new() };
    let Some(level) = step(results, tab, row) else {
        model.notice = Some(Notice::Said("results-no-deeper"));
        return Vec::new();
    };
    results.deeper.push(level);
    results.read(&mut model.readings)
}

/// Returns the level below a row of this key; `None` where there is nothing below.
fn step(results: &Results, tab: Tab, row: &Row<'_>) -> Option<Level> {
    let key = row.key();
    let item = if let Row::Waiting(row) = row { Some(row.item.clone()) } else { None };
    let new = |dimension: Dimension| {
        let value = key.get(dimension).filter(|_| results.fixed(dimension).is_none())?;
        Some(Condition { dimension: Some(dimension), value: value.to_owned() })
    };
    let (site, behaviour) = (new(Dimension::Site), new(Dimension::Behaviour));
    let named = key.get(Dimension::Behaviour).map(str::to_owned).or_else(|| results.fixed(Dimension::Behaviour));
    let view = match named.map(Point::Behaviour).or(item.map(Point::Item)) {
        Some(point) if site.is_some() || results.fixed(Dimension::Site).is_some() => {
            View::Visits { point, cursor: ListCursor::default(), visits: None }
        }
        _ => View::questions(below(tab, site.is_some())),
    };
    let to_visits = matches!(view, View::Visits { .. });
    let observer = new(Dimension::Observer);
    let chosen: Vec<Condition> = [site, behaviour, observer].into_iter().flatten().collect();
    let leads = !chosen.is_empty() || to_visits;
    let checklist = checklist(results, row.checklist(), to_visits);
    let chosen = chosen.into_iter().chain(checklist).collect();
    leads.then(|| Level { chosen, view, ..Level::default() })
}

/// Returns the checklist of a row as a condition: visits are those that the row counts, and so are figures by a checklist
/// other than the one with most visits.
fn checklist(results: &Results, name: &str, to_visits: bool) -> Option<Condition> {
    let used = &results.figures()?.by.checklists;
    let at = used.iter().position(|used| used.name == name)?;
    let needed = used.len() > 1 && (to_visits || at > 0) && results.fixed(Dimension::Checklist).is_none();
    let value = used.get(at).filter(|_| needed)?.id.clone();
    Some(Condition { dimension: Some(Dimension::Checklist), value })
}

/// Returns the tab that a level opens on: from what ranks sites to what a site does.
fn below(tab: Tab, to_site: bool) -> Tab {
    match tab {
        Tab::Overview | Tab::Scores | Tab::Ranking if to_site => Tab::Behaviours,
        Tab::Ranking | Tab::Trust => Tab::Scores,
        Tab::Change | Tab::BlindSpots | Tab::Drivers | Tab::Overview => Tab::Behaviours,
        tab => tab,
    }
}

/// Takes the key of a format, and has what is shown written in it.
pub(super) fn export(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Results(results) = &mut model.screen else { return Vec::new() };
    let format = match model.keymap.command(Context::Exporting, press) {
        Some(Command::Html) => Format::Html,
        Some(Command::Xlsx) => Format::Xlsx,
        Some(Command::Csv) => Format::Csv,
        Some(Command::Text) => Format::Text,
        Some(Command::Json) => Format::Json,
        Some(Command::Back) => {
            results.exporting = false;
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    results.exporting = false;
    let of = results.fixed(Dimension::Site).or_else(|| results.fixed(Dimension::Behaviour)).unwrap_or_default();
    let report = results.figures().map(|figures| Arc::clone(&figures.by));
    let Some(report) = report else { return Vec::new() };
    model.notice = Some(Notice::Said("results-exporting"));
    vec![Effect::Export(Box::new(Export { report, format, of }))]
}
