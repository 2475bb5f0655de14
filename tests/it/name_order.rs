//! Names are in the order of a dictionary wherever people read them; JSON and CSV are in the order of ids.

use crate::records::{plan_by, report_of, scored_visit};
use crate::support::Flow;
use esprit::analysis::figures::DistributionRow;
use esprit::analysis::{Dimension, Filter, Key, Report};
use esprit::app::message::Message;
use esprit::app::results_data::{Figures, FilterValues, Progress, ResultsUpdate, Tab};
use esprit::app::screens::results::filter_form::FilterFormState;
use esprit::app::{Effect, Read, Target};
use esprit::report::row_order::sorted_by_name;
use esprit::report::{Format, RenderOptions, render};
use esprit::text::{Lang, Texts};
use esprit::visit::checklist::LocalText;
use esprit::visit::{Known, Site};
use std::sync::Arc;

/// Sites by their ids, and their names.
const SITES: [(&str, &str); 5] = [("a", "Zoé"), ("b", "Évry"), ("c", "Œuvre"), ("d", "Officine"), ("e", "étampes")];
/// The names in the order of a dictionary.
const BY_NAME: [&str; 5] = ["étampes", "Évry", "Œuvre", "Officine", "Zoé"];

/// Returns a report on sites with equal scores in the same two months of two years.
fn report() -> Report {
    let mut visits = Vec::new();
    for (site, name) in SITES {
        for date in ["2025-03-02", "2025-04-02", "2026-03-02", "2026-03-03", "2026-04-02", "2026-04-03"] {
            let mut visit = scored_visit(site, date, 3.0, 4.0);
            visit.site_name = Some(name.into());
            visits.push(visit);
        }
    }
    report_of(plan_by(&[Dimension::Site]), &visits)
}

/// Returns the names in the order in which a text has them first.
fn order(text: &str, names: [&'static str; 5]) -> Vec<&'static str> {
    let mut found = names.map(|name| (text.find(name).unwrap_or_else(|| panic!("no {name}: {text}")), name));
    found.sort_unstable();
    found.map(|(_, name)| name).to_vec()
}

#[test]
fn tables_are_sorted_by_name_and_data_by_id() {
    let (report, texts) = (report(), Texts::new(Lang::Fr));
    let rendered =
        |format| String::from_utf8(render(&report, &texts, format, RenderOptions::default()).unwrap()).unwrap();
    let (page, html) = (rendered(Format::Text), rendered(Format::Html));
    let scores = |text: &str, start: &str| text.split_once(start).unwrap().1.to_owned();
    assert_eq!(order(&scores(&page, "Où en sommes-nous"), BY_NAME), BY_NAME);
    for section in ["scores-", "standing", "coverage", "trend", "last-year"] {
        assert_eq!(order(&scores(&html, &format!("id=\"{section}")), BY_NAME), BY_NAME, "{section}");
    }
    let csv = rendered(Format::Csv);
    let sites: Vec<&str> = csv
        .lines()
        .filter(|line| line.starts_with("scores,") && line.contains(",percent_mean,"))
        .map(|line| line.split(',').nth(2).unwrap())
        .collect();
    assert_eq!(sites, SITES.map(|(id, _)| id));
    let json: serde_json::Value = serde_json::from_str(&rendered(Format::Json)).unwrap();
    let sites: Vec<&str> =
        json["scores"].as_array().unwrap().iter().map(|row| row["key"]["site"].as_str().unwrap()).collect();
    assert_eq!(sites, SITES.map(|(id, _)| id));
}

#[test]
fn answers_are_sorted_by_the_names_of_sites_and_items() {
    let mut report = report();
    let items = [("z", "Attente"), ("y", "Écoute")];
    report.labels.items = items.map(|(id, label)| (id.to_owned(), LocalText::Same(label.to_owned()))).into();
    let row = |site: &str, item: &str| DistributionRow {
        key: Key::all().and(Dimension::Site, site),
        item: item.to_owned(),
        ..DistributionRow::default()
    };
    report.distributions = vec![row("a", "y"), row("a", "z"), row("b", "y"), row("b", "z")];
    let sorted = sorted_by_name(&report, Lang::Fr).distributions;
    let got: Vec<(&str, &str)> =
        sorted.iter().map(|row| (row.key.get(Dimension::Site).unwrap(), row.item.as_str())).collect();
    assert_eq!(got, [("b", "z"), ("b", "y"), ("a", "z"), ("a", "y")]);
}

#[test]
fn results_are_sorted_by_name_and_exported_by_id() {
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("r");
    let number = flow.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(Read::LoadResults(number, _)) => Some(*number),
        _ => None,
    });
    let read = Arc::new(report());
    let figures = Figures { all: Arc::clone(&read), by: Arc::clone(&read), values: Arc::new(FilterValues::default()) };
    let over = Progress { visits: 20, done: 1, whole: 1, over: true };
    flow.send(Message::Results(number.unwrap(), ResultsUpdate::Figures(Box::new(figures), over)));
    for tab in [Tab::Scores, Tab::Standing, Tab::Coverage, Tab::Change, Tab::LastYear, Tab::Trend] {
        flow.send(Message::Clicked(Target::Tab(tab)));
        let screen = flow.screen(100, 30);
        assert_eq!(order(&screen, BY_NAME), BY_NAME, "{screen}");
    }
    flow.keys("e j");
    let exported = flow.effects.iter().rev().find_map(|effect| match effect {
        Effect::Read(Read::Export(export)) => Some(Arc::clone(&export.report)),
        _ => None,
    });
    assert!(*exported.unwrap() == *read);
}

#[test]
fn pickers_offer_names_in_the_order_of_a_dictionary() {
    let met = FilterValues {
        sites: SITES.map(|(id, name)| (id.to_owned(), name.to_owned())).into(),
        ..FilterValues::default()
    };
    let form = FilterFormState::new(&Filter::default());
    let sites = form.choices.iter().find(|row| row.dimension == Dimension::Site).unwrap();
    assert_eq!(sites.offers(&met), ["e", "b", "c", "d", "a"]);

    let mut flow = Flow::new(Lang::Fr);
    let library = esprit::store::checklists::bundled();
    let sites = SITES.map(|(id, name)| Site { id: id.to_owned(), name: Some(name.to_owned()), group: None });
    flow.send(Message::Library(library, sites.to_vec().into(), Known::default()));
    flow.keys("n Enter Enter Enter");
    let screen = flow.screen(80, 24);
    assert_eq!(order(&screen, BY_NAME), BY_NAME, "{screen}");
}
