//! The results screen driven by keys: drilling down from all visits to one line, and the queries on the way.

use crate::report_fixture;
use crate::support::{Flow, begin, bundled, moment};
use esprit::analysis::{Dimension, Filter, Key, Report};
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::results_data::Tab;
use esprit::app::results_data::{
    Figures, FilterValues, Format, ItemSelector, Progress, ResultsQuery, ResultsUpdate, VisitRow,
};
use esprit::app::screens::results::{LevelView, Results};
use esprit::app::{Effect, Read, Screen, Target};
use esprit::text::Lang;
use esprit::visit::checklist::LocalText;
use esprit::visit::record::RecordedValue;
use esprit::visit::{Kind, Value};
use std::sync::Arc;

const OVER: Progress = Progress { visits: 53, done: 60, whole: 60, over: true };

fn figures(report: Report) -> Figures {
    let values = FilterValues {
        sites: [("lyon-3", "Agence Lyon 3"), ("lille-1", "Lille Europe"), ("brest", "")]
            .map(|(id, name)| (id.to_owned(), name.to_owned()))
            .into(),
        groups: ["sud-est".to_owned()].into(),
        observers: ["o12", "o7"].map(|id| (id.to_owned(), String::new())).into(),
        checklists: ["customer".to_owned()].into(),
    };
    let mut all = report.clone();
    all.waiting.retain(|row| row.key.is_all());
    for row in &mut all.behaviours {
        row.key = row.key.get(Dimension::Behaviour).map(|b| Key::all().and(Dimension::Behaviour, b)).unwrap();
    }
    Figures { all: Arc::new(all), by: Arc::new(report), values: Arc::new(values) }
}

/// Returns the last query, with its number.
fn last_query(flow: &Flow) -> (u64, ResultsQuery) {
    let question = |effect: &Effect| match effect {
        Effect::Read(Read::LoadResults(number, question)) => Some((*number, (**question).clone())),
        _ => None,
    };
    flow.effects.iter().rev().find_map(question).unwrap()
}

fn filter(question: &ResultsQuery) -> (Vec<String>, Option<String>) {
    let (ResultsQuery::Figures { filter, .. } | ResultsQuery::Visits { filter, .. }) = question;
    let conditions = filter.conditions.iter().map(ToString::to_string).collect();
    (conditions, filter.from.map(|date| date.to_string()))
}

/// Answers the last query with figures.
pub fn answer(flow: &mut Flow, report: Report) {
    let (number, _) = last_query(flow);
    flow.send(Message::Results(number, ResultsUpdate::Figures(Box::new(figures(report)), OVER)));
}

/// Opens the results with the sample report.
pub fn open(lang: Lang) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys("r");
    answer(&mut flow, report_fixture::full());
    flow
}

pub fn turn(flow: &mut Flow, to: Tab) {
    for _ in 0..to.index() {
        flow.keys("Right");
    }
}

fn results(flow: &Flow) -> &Results {
    match flow.model.screen() {
        Screen::Results(results) => results,
        other => panic!("{other:?}"),
    }
}

fn tab(flow: &Flow) -> Tab {
    match &results(flow).level().view {
        LevelView::Questions { tab, .. } => *tab,
        LevelView::Visits { .. } => panic!("visits"),
    }
}

fn row(id: &str, answer: &str, ms: u64) -> VisitRow {
    VisitRow {
        id: id.to_owned(),
        started_at: moment(ms).wall,
        kind: Kind::MysteryVisit,
        site: None,
        observer: "o12".to_owned(),
        answer: Some(RecordedValue::Text(answer.to_owned().into())),
        response: "behaviour".to_owned(),
        note: None,
    }
}

#[test]
fn the_screen_opens_before_figures_arrive() {
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("Down Down Enter");
    let (number, question) = last_query(&flow);
    assert_eq!(question, ResultsQuery::Figures { filter: Filter::default(), by: Dimension::Site });
    assert!(flow.screen(80, 24).contains("Lecture des visites"), "{}", flow.screen(80, 24));
    let progress = Progress { visits: 1200, done: 30, whole: 100, over: false };
    flow.send(Message::Results(number, ResultsUpdate::Progress(progress)));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("1\u{202f}200 visites lues, 30\u{202f}%"), "{screen}");
    flow.send(Message::Results(number, ResultsUpdate::Figures(Box::new(figures(report_fixture::full())), progress)));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("30\u{202f}%") && screen.contains("Agence Lyon 3"), "{screen}");
    answer(&mut flow, report_fixture::full());
    // Partial figures that arrive after the complete ones are dropped.
    flow.send(Message::Results(number, ResultsUpdate::Figures(Box::new(figures(report_fixture::single())), progress)));
    let screen = flow.screen(80, 24);
    assert!(!screen.contains("30\u{202f}%") && screen.contains("59 visites"), "{screen}");
}

#[test]
fn the_selected_row_of_a_tab_exists_after_its_rows_have_become_fewer() {
    let mut flow = open(Lang::En);
    turn(&mut flow, Tab::Scores);
    flow.keys("End Right");
    let mut fewer = report_fixture::full();
    fewer.scores.truncate(1);
    answer(&mut flow, fewer);
    flow.keys("Left Enter");
    assert_eq!(results(&flow).deeper.len(), 1, "{}", flow.screen(80, 24));
}

#[test]
fn tabs_wrap_around() {
    let mut flow = open(Lang::En);
    for tab_in_turn in Tab::ALL {
        assert_eq!(tab(&flow), tab_in_turn);
        flow.keys("Right");
    }
    assert_eq!(tab(&flow), Tab::Overview);
    flow.keys("BackTab");
    assert_eq!(tab(&flow), Tab::Trust);
    flow.send(Message::Clicked(Target::Tab(Tab::Mirror)));
    assert_eq!(tab(&flow), Tab::Mirror);
}

#[test]
fn drilling_down_to_one_visit_and_back_restores_every_level() {
    let mut flow = open(Lang::Fr);
    turn(&mut flow, Tab::Scores);
    flow.keys("Down Down Enter");
    let (_, question) = last_query(&flow);
    assert_eq!(filter(&question).0, ["site=lyon-3"]);
    assert!(matches!(question, ResultsQuery::Figures { by: Dimension::Section, .. }));
    assert_eq!(tab(&flow), Tab::Behaviours);
    answer(&mut flow, report_fixture::full());
    assert!(flow.screen(80, 24).contains("Résultats · Agence Lyon 3"), "{}", flow.screen(80, 24));
    let behaviour = results(&flow).rows()[1].key().get(Dimension::Behaviour).unwrap().to_owned();
    flow.keys("Down Enter");
    let (number, question) = last_query(&flow);
    let ResultsQuery::Visits { point, .. } = &question else { panic!("{question:?}") };
    assert_eq!(*point, ItemSelector::Behaviour(behaviour));
    let rows = vec![row("0195-b", "no", 90_000_000), row("0195-a", "yes", 0)];
    flow.send(Message::Results(number, ResultsUpdate::Visits(rows, OVER)));
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("Down Enter");
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadVisit(id))) if id == "0195-a"));
    let visit = begin(&bundled("customer"));
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt: None, play: None, named: None })));
    assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)));
    flow.keys("Esc");
    assert!(matches!(results(&flow).level().view, LevelView::Visits { ref cursor, .. } if cursor.selected == 1));
    let before = flow.effects.len();
    flow.keys("Esc");
    assert_eq!(tab(&flow), Tab::Behaviours);
    flow.keys("Esc");
    assert_eq!(tab(&flow), Tab::Scores);
    assert_eq!(flow.effects.len(), before, "what is known is not read again");
    let LevelView::Questions { cursors, .. } = &results(&flow).level().view else { panic!() };
    assert_eq!(cursors[Tab::Scores.index()].selected, 2);
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Home(_)));
    assert!(flow.effects.iter().any(|effect| matches!(effect, Effect::Read(Read::StopReading))));
}

/// Drills down to the visits of a site.
pub fn at_visits(lang: Lang) -> Flow {
    let mut flow = open(lang);
    turn(&mut flow, Tab::Scores);
    flow.keys("Down Down Enter");
    answer(&mut flow, report_fixture::full());
    flow.keys("Enter");
    let (number, _) = last_query(&flow);
    let mut rows = vec![row("0195-b", "no", 90_000_000), row("0195-a", "yes", 0)];
    rows[0].note = Some("\u{1b}[31m=1+1\u{202e}".to_owned());
    flow.send(Message::Results(number, ResultsUpdate::Visits(rows, OVER)));
    flow
}

/// Removes the texts of a checklist's author and the names of sites.
pub fn silence(results: &mut Results) {
    let levels = std::iter::once(&mut results.base).chain(&mut results.deeper);
    for figures in levels.filter_map(|level| match &mut level.view {
        LevelView::Questions { figures, .. } => figures.as_mut(),
        LevelView::Visits { .. } => None,
    }) {
        silence_figures(figures);
    }
}

fn silence_figures(figures: &mut Figures) {
    for report in [&mut figures.all, &mut figures.by] {
        let report = Arc::make_mut(report);
        report.source.damaged.iter_mut().for_each(|file| "1".clone_into(&mut file.path));
        let labels = &mut report.labels;
        let texts = [&mut labels.behaviours, &mut labels.items, &mut labels.sections, &mut labels.checklists];
        let texts = texts.into_iter().flat_map(|texts| texts.values_mut());
        texts.for_each(|text| *text = LocalText::Same("123".to_owned()));
        // Each differently: sites with the same name are distinguished by their ids.
        labels.sites.values_mut().zip(1..).for_each(|(name, number)| *name = number.to_string());
    }
}

#[test]
fn the_visit_opens_on_the_selected_answer() {
    let mut flow = at_visits(Lang::En);
    let LevelView::Visits { point, .. } = &results(&flow).level().view else { panic!() };
    let definition = bundled("customer");
    let (index, item) =
        definition.items().find(|(_, item)| point.selects(&item.id, item.behaviour.as_deref())).unwrap();
    flow.keys("Enter");
    let mut visit = begin(&definition);
    let action = esprit::visit::Action::Answer { item: index, value: Value::text("no"), seen: None };
    visit.act(&action, &moment(1000)).unwrap();
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt: None, play: None, named: None })));
    let Screen::VisitDetails(session) = flow.model.screen() else { panic!() };
    let shown: Vec<usize> = (0..definition.len()).filter(|i| session.record.visit.state().applies(*i)).collect();
    assert_eq!(shown[session.answers.selected], index, "{}", item.id);
}

#[test]
fn an_interrupted_reading_is_repeated_on_the_way_back() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("r");
    let (first, _) = last_query(&flow);
    let part = Progress { visits: 10, done: 1, whole: 9, over: false };
    flow.send(Message::Results(first, ResultsUpdate::Figures(Box::new(figures(report_fixture::full())), part)));
    turn(&mut flow, Tab::Scores);
    flow.keys("Down Down Enter");
    let (second, _) = last_query(&flow);
    assert!(second > first);
    // Late updates of the first reading belong to the level above.
    flow.send(Message::Results(first, ResultsUpdate::Figures(Box::new(figures(report_fixture::single())), part)));
    assert!(results(&flow).figures().is_none());
    flow.keys("Esc");
    let (third, question) = last_query(&flow);
    assert!(third > second && filter(&question).0.is_empty());
    flow.keys("Esc r");
    assert!(last_query(&flow).0 > third, "no two readings have one number");
}

#[test]
fn filters_offer_existing_values_and_one_key_removes_them() {
    let mut flow = open(Lang::Fr);
    flow.keys("f").typed("1/3/2026").keys("Down Down Down Right Down Down").typed("lyon");
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("Enter");
    let (_, question) = last_query(&flow);
    let (conditions, from) = filter(&question);
    assert_eq!(conditions, ["kind=mystery_visit", "site=lyon-3"]);
    assert_eq!(from.as_deref(), Some("2026-03-01"));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Visite mystère · Agence Lyon 3 · depuis le 01/03/2026"), "{screen}");
    flow.keys("Delete");
    assert_eq!(filter(&last_query(&flow).1), (vec![], None));
    let questions = flow.effects.len();
    flow.keys("Delete f Enter f Esc");
    assert_eq!(flow.effects.len(), questions, "the same filter is not read again");
    flow.keys("f").typed("hier").keys("Enter");
    assert!(flow.screen(80, 24).contains("Écrivez un jour"), "{}", flow.screen(80, 24));
}

#[test]
fn one_key_exports_the_current_figures() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("r e h");
    assert!(!flow.effects.iter().any(|effect| matches!(effect, Effect::Read(Read::Export(_)))), "there is nothing yet");
    answer(&mut flow, report_fixture::full());
    for (key, format) in [("h", Format::Html), ("x", Format::Xlsx), ("c", Format::Csv), ("t", Format::Text)] {
        flow.keys("e");
        assert!(flow.screen(80, 24).contains("which format"), "{}", flow.screen(80, 24));
        flow.keys(key);
        let Some(Effect::Read(Read::Export(export))) = flow.effects.last() else { panic!("{key}") };
        assert_eq!((export.format, export.report.source.sessions), (format, report_fixture::full().source.sessions));
    }
    flow.keys("e Esc Down");
    assert!(!flow.screen(80, 24).contains("which format"));
    flow.send(Message::Exported("/d/reports/x.html".into()));
    assert!(flow.screen(80, 24).contains("/d/reports/x.html"));
}

#[test]
fn empty_results_explain_what_to_do() {
    let empty = || {
        let mut report = report_fixture::single();
        report.source = esprit::analysis::figures::Source::default();
        report
    };
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("r");
    answer(&mut flow, empty());
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Aucune visite pour l’instant. Échap, puis «\u{a0}Nouvelle visite\u{a0}»"), "{screen}");
    flow.keys("f").typed("2026-01-01").keys("Enter");
    answer(&mut flow, empty());
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Aucune visite ne correspond. Suppr efface le filtre"), "{screen}");
    // One visit: each question says what it needs.
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("r");
    answer(&mut flow, report_fixture::single());
    for (tab, words) in [
        (Tab::Ranking, "au moins deux sites de cinq visites"),
        (Tab::Behaviours, "il faut des réponses"),
        (Tab::Change, "au moins deux mois"),
        (Tab::Signals, "plusieurs mois"),
        (Tab::Waiting, "avec un chrono"),
        (Tab::Mirror, "au moins deux relations"),
        (Tab::BlindSpots, "auto-évaluations"),
        (Tab::Drivers, "envie de revenir"),
        (Tab::Trust, "au moins une visite"),
    ] {
        flow.send(Message::Clicked(Target::Tab(tab)));
        let screen = flow.screen(60, 16).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(words), "{tab:?}: {screen}");
    }
}

#[test]
fn results_that_arrive_while_hidden_are_kept() {
    let mut flow = Flow::visit(Lang::En, &bundled("customer"));
    flow.keys("Esc r F2");
    let page = flow.screen(80, 24);
    assert!(page.starts_with(" Shopping list"), "{page}");
    answer(&mut flow, report_fixture::full());
    assert_eq!(flow.screen(80, 24), page, "nothing uncovers the screen");
    flow.keys("F2");
    assert!(results(&flow).figures().is_some());
    flow.keys("F1");
    assert!(matches!(flow.model.screen(), Screen::Help(_)));
    flow.keys("Esc");
    assert!(results(&flow).figures().is_some());
}

#[test]
fn foreign_text_is_harmless_in_every_tab() {
    let report = report_fixture::with_text_everywhere("\u{1b}]0;x\u{7}\u{202e}=1+1\u{9b}31m\n");
    let mut flow = Flow::new(Lang::En);
    flow.keys("r");
    answer(&mut flow, report);
    for tab in Tab::ALL {
        flow.send(Message::Clicked(Target::Tab(tab)));
        for (width, height) in [(80, 24), (120, 40), (40, 10)] {
            let screen = flow.screen(width, height);
            let hostile = screen.chars().find(|c| *c != '\n' && esprit::text::clean::is_hostile(*c));
            assert_eq!(hostile, None, "{tab:?}: {screen}");
        }
    }
}

#[test]
fn a_note_leads_to_its_visit() {
    for lang in Lang::ALL {
        let mut flow = open(lang);
        turn(&mut flow, Tab::Verbatims);
        flow.keys("Down");
        let screen = flow.screen(80, 24);
        assert!(screen.contains("=1+1") && screen.contains("12 34"), "{screen}");
        flow.keys("Enter");
        let asked = flow.effects.last();
        assert!(matches!(asked, Some(Effect::Read(Read::LoadVisit(id))) if id.ends_with("000000000003")), "{asked:?}");
        let visit = begin(&bundled("customer"));
        flow.send(Message::VisitLoaded(Box::new(LoadedVisit {
            visit,
            path: None,
            doubt: None,
            play: None,
            named: None,
        })));
        flow.keys("Esc");
        assert_eq!(tab(&flow), Tab::Verbatims, "back among the notes");
    }
}
