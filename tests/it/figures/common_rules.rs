//! What holds for every question: the same visits give the same report, filters apply, and compatible checklists count
//! together.

use crate::records::{
    add_row, answer_row, judged_visit, key_text, plan_by, report_of, report_with, scored_visit, tally,
};
use esprit::analysis::Dimension::{self, Behaviour, Checklist, Group, Hour, Observer, Section, Site, Week, Weekday};
use esprit::analysis::{Condition, Filter, Plan, Report, Tally, figures::Source, report};
use esprit::report::{Format, RenderOptions, render};
use esprit::text::{Lang, Texts};
use esprit::visit::checklist::Relation;
use esprit::visit::record::{Record, RecordedValue};
use esprit::visit::{Definition, Kind};
use std::sync::Arc;

/// Visits of many kinds, some with contradicting files.
fn varied(random: &mut fastrand::Rng) -> Vec<Record<'static>> {
    let mut visits = Vec::new();
    for number in 0..160 {
        let site = *random.choice(&["lyon", "metz", "nice", "oslo", "rome"]).unwrap();
        let date = format!("2026-{:02}-{:02}", random.u8(1..12), random.u8(1..28));
        let mut answer = || *random.choice(&["yes", "partly", "no", "not_applicable"]).unwrap();
        let answers = [("greeting.smile", answer()), ("greeting.wait", answer()), ("listening.ask", answer())];
        let mut visit = judged_visit(site, &date, &answers[random.usize(0..2)..]);
        let value = f64::from(random.u8(0..10)) * 0.1;
        add_row(&mut visit, answer_row("leaving.queue", "timer", RecordedValue::Number(value * 1e5), value, 0.9));
        visit.outcome = Some(f64::from(random.u8(0..11)));
        visit.observer = format!("o{}", random.u8(0..4)).into();
        visit.kind = *random.choice(&Kind::ALL).unwrap();
        visit.hour = random.u8(8..20);
        visit.group = random.bool().then(|| "north".into());
        visit.site_name = random.bool().then(|| format!("Shop {}", random.u8(0..2)).into());
        visit.rows.iter_mut().for_each(|row| row.critical = random.u8(0..9) == 0);
        match number % 8 {
            0 => visit.version = "1.1.0".into(),
            1 => visit.checklist = "other".into(),
            2 => visit.relation = Relation::Management,
            3 => visit.rows[0].section = "elsewhere".into(),
            4 => visit.rows[0].behaviour = None,
            5 => visit.digest = "sha256:2".into(),
            _ => {}
        }
        visits.push(visit);
    }
    visits
}

/// Counts visits in several tallies, and merges those, in a random order.
fn in_parts(plan: &Arc<Plan>, visits: &mut [Record<'_>], random: &mut fastrand::Rng) -> Tally {
    random.shuffle(visits);
    let mut tallies: Vec<Tally> = visits.chunks(random.usize(1..90)).map(|part| tally(plan, part)).collect();
    tallies.push(Tally::new(plan));
    while tallies.len() > 1 {
        let other = tallies.swap_remove(random.usize(0..tallies.len()));
        let place = random.usize(0..tallies.len());
        tallies[place].merge(other);
    }
    tallies.remove(0)
}

#[test]
fn the_same_visits_give_the_same_bytes_in_any_order_and_grouping() {
    let since = Some("2026-06-01".parse().unwrap());
    let conditions = vec![Condition::parse("behaviour=smile").unwrap(), Condition::parse("behaviour=ask").unwrap()];
    for plan in [
        plan_by(&[Site]),
        Plan { since, ..plan_by(&[Observer, Section]) },
        Plan { filter: Filter { conditions, ..Filter::default() }, ..plan_by(&[Group, Behaviour]) },
    ] {
        let plan = Arc::new(plan);
        let mut random = fastrand::Rng::with_seed(7);
        let mut visits = varied(&mut random);
        let bytes = |tally| {
            serde_json::to_string(&report(
                tally,
                &esprit::visit::definitions::Definitions::default(),
                Source::default(),
            ))
            .unwrap()
        };
        let expected = bytes(tally(&plan, &visits));
        for _ in 0..12 {
            assert_eq!(bytes(in_parts(&plan, &mut visits, &mut random)), expected);
        }
    }
}

fn plan_where(conditions: &[&str]) -> Plan {
    let conditions = conditions.iter().map(|text| Condition::parse(text).unwrap()).collect();
    Plan { filter: Filter { conditions, ..Filter::default() }, ..plan_by(&[Site]) }
}

/// Returns visits by site, and the numbers left out: abandoned, training, filtered.
fn counted(report: &Report) -> (Vec<String>, [u64; 3]) {
    let sites = report.scores.iter().map(|row| format!("{} {}", key_text(&row.key), row.visits)).collect();
    (sites, [report.source.abandoned, report.source.training, report.source.filtered])
}

#[test]
fn abandoned_and_training_visits_count_only_on_request() {
    let mut visits = vec![scored_visit("a", "2026-01-05", 1.0, 2.0); 4];
    visits[1].complete = false;
    visits[2].kind = Kind::Training;
    visits[3].kind = Kind::SelfAudit;
    let of = |conditions: &[&str]| counted(&report_of(plan_where(conditions), &visits));
    assert_eq!(of(&[]), (vec!["site=a 1".into()], [1, 1, 0]), "the mystery visit, not the self-audit");
    assert_eq!(of(&["kind=training"]), (vec!["site=a 1".into()], [0, 0, 3]), "of the kinds only that one");
    assert_eq!(of(&["status=abandoned"]), (vec!["site=a 1".into()], [0, 0, 3]));
    assert_eq!(of(&["status=abandoned", "status=complete"]), (vec!["site=a 2".into()], [0, 1, 0]));
    assert_eq!(of(&["kind=self_audit", "status=abandoned"]), (vec![], [0, 0, 4]));
}

#[test]
fn mystery_visits_alone_count_where_there_are_any() {
    let mut visits = Vec::new();
    for (kind, percent, days) in [(Kind::MysteryVisit, 50.0, 6), (Kind::SelfAudit, 100.0, 9)] {
        for day in 1..=days {
            let answers = [("greeting.smile", if kind == Kind::SelfAudit { "yes" } else { "no" })];
            let mut visit = judged_visit("a", &format!("2026-01-{day:02}"), &answers);
            let wait = RecordedValue::Number(60_000.0);
            add_row(&mut visit, answer_row("greeting.wait", "timer", wait, percent / 100.0, 1.0));
            (visit.kind, visit.outcome) = (kind, Some(percent / 10.0));
            visits.push(visit);
        }
    }
    // Every question but the blind spots: none counts a self-audit.
    let of = |conditions: &[&str]| report_of(plan_where(conditions), &visits);
    let both = of(&[]);
    let mystery: Vec<_> = visits.iter().filter(|visit| visit.kind == Kind::MysteryVisit).cloned().collect();
    let alone = report_of(plan_where(&[]), &mystery);
    assert_eq!((both.kind, both.source.sessions, both.source.self_audits), (Some("mystery_visit"), 15, 9));
    assert_eq!((&both.network, &both.scores, &both.behaviours), (&alone.network, &alone.scores, &alone.behaviours));
    assert_eq!((&both.ranking, &both.signals, &both.change), (&alone.ranking, &alone.signals, &alone.change));
    assert_eq!((&both.waiting, &both.drivers, &both.priorities), (&alone.waiting, &alone.drivers, &alone.priorities));
    assert_eq!((&both.advice, &both.site_observers), (&alone.advice, &alone.site_observers));
    assert_eq!((both.checklists[0].visits, both.blind_spots.is_empty()), (6, false));
    let apart = both.notes.iter().find(|note| note.code == "self_audits_apart").unwrap();
    assert_eq!(apart.subject, ["9"]);
    assert!(!notes(&alone).contains(&"self_audits_apart"));
    // Conditions on the kind choose themselves.
    let own = of(&["kind=self_audit"]);
    assert_eq!((own.kind, own.network[0].visits, own.network[0].percent_mean), (None, 9, Some(100.0)));
    let chosen = of(&["kind=self_audit", "kind=mystery_visit"]);
    assert_eq!((chosen.kind, chosen.network[0].visits, notes(&chosen)), (None, 15, vec![]));
}

#[test]
fn self_audits_count_where_there_are_no_others_and_are_named() {
    let mut visits = vec![scored_visit("a", "2026-01-05", 1.0, 2.0); 3];
    for visit in &mut visits {
        visit.kind = Kind::SelfAudit;
    }
    let report = report_of(plan_by(&[Site]), &visits);
    assert_eq!((report.kind, report.network[0].visits, report.source.self_audits), (Some("self_audit"), 3, 3));
    assert_eq!(notes(&report), ["self_audits_only"]);
    assert!(notes(&report_of(plan_by(&[Site]), &[])).is_empty());
}

#[test]
fn by_kind_both_kinds_have_rows_and_all_visits_together_are_of_one() {
    let mut visits = vec![judged_visit("a", "2026-01-05", &[("x.smile", "yes")]); 5];
    visits[0].kind = Kind::SelfAudit;
    visits[1].kind = Kind::SelfAudit;
    let report = report_of(plan_by(&[Dimension::Kind]), &visits);
    let rows: Vec<_> = report.scores.iter().map(|row| (key_text(&row.key), row.visits)).collect();
    assert_eq!(rows, [("kind=mystery_visit".to_owned(), 3), ("kind=self_audit".to_owned(), 2)]);
    let rows: Vec<_> = report.behaviours.iter().map(|row| row.n).collect();
    assert_eq!((rows, report.network[0].visits), (vec![3, 2], 3));
}

#[test]
fn every_condition_must_match_by_one_of_its_values() {
    let mut visits: Vec<_> = ["a", "b", "c"]
        .into_iter()
        .map(|site| judged_visit(site, "2026-01-05", &[("x.smile", "yes"), ("y.ask", "no")]))
        .collect();
    visits[1].observer = "o2".into();
    let of = |conditions: &[&str]| report_of(plan_where(conditions), &visits);
    assert_eq!(counted(&of(&["site=a", "site=b"])), (vec!["site=a 1".into(), "site=b 1".into()], [0, 0, 1]));
    assert_eq!(counted(&of(&["site=a", "site=b", "observer=o2"])), (vec!["site=b 1".into()], [0, 0, 2]));
    let rows = of(&["section=y", "site=a"]);
    assert_eq!(rows.scores[0].percent_mean, Some(0.0), "of the rows that fit");
    assert_eq!(rows.behaviours.len(), 1);
    assert_eq!(
        counted(&of(&["item=none.such"])),
        (vec!["site=a 0".into(), "site=b 0".into(), "site=c 0".into()], [0; 3])
    );
    assert_eq!(rows.filters.conditions, ["section=y", "site=a"]);
    for text in ["site", "site=", "=a", "colour=red", "STATUS=complete"] {
        assert_eq!(Condition::parse(text), None, "{text}");
    }
}

#[test]
fn the_first_and_the_last_day_count() {
    let visits: Vec<_> =
        ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map(|date| scored_visit("a", date, 1.0, 2.0)).into();
    let day = |text: &str| Some(text.parse().unwrap());
    let filter = Filter { from: day("2026-01-01"), to: day("2026-01-31"), ..Filter::default() };
    let report = report_of(Plan { filter, ..plan_by(&[Site]) }, &visits);
    assert_eq!(counted(&report), (vec!["site=a 2".into()], [0, 0, 2]));
    let (from, to) = (report.source.from.as_deref(), report.source.to.as_deref());
    assert_eq!((report.source.sessions, from, to), (2, Some("2026-01-01"), Some("2026-01-31")));
}

#[test]
fn keys_use_the_visits_local_date() {
    let mut visit = scored_visit("a", "2027-01-01", 1.0, 2.0);
    visit.hour = 7;
    let key = |dimension: Dimension| key_text(&report_of(plan_by(&[dimension]), &[visit.clone()]).scores[0].key);
    assert_eq!(key(Week), "week=2026-W53");
    assert_eq!(key(Weekday), "weekday=5");
    assert_eq!(key(Hour), "hour=07");
    assert_eq!(key(Group), "group=");
    assert_eq!(key(Dimension::Month), "month=2027-01");
}

#[test]
fn a_group_named_none_is_not_the_lack_of_a_group() {
    let mut visits = [scored_visit("a", "2026-01-05", 1.0, 2.0), scored_visit("b", "2026-01-05", 2.0, 2.0)];
    visits[1].group = Some("none".into());
    let report = report_of(plan_by(&[Group]), &visits);
    assert_eq!(counted(&report).0, ["group= 1", "group=none 1"]);
    let keys: Vec<String> = report.scores.iter().map(|row| serde_json::to_string(&row.key).unwrap()).collect();
    assert_eq!(keys, [r#"{"group":null}"#, r#"{"group":"none"}"#]);
    let csv = String::from_utf8(render(&report, &Texts::new(Lang::En), Format::Csv, RenderOptions::default()).unwrap())
        .unwrap();
    assert!(csv.contains("scores,customer,,(none),") && csv.contains("scores,customer,,none,"), "{csv}");
    for (condition, percent) in [("group=", 50.0), ("group=none", 100.0)] {
        let filter = Filter { conditions: vec![Condition::parse(condition).unwrap()], ..Filter::default() };
        let report = report_of(Plan { filter, ..plan_by(&[Site]) }, &visits);
        assert_eq!(report.network[0].percent_mean, Some(percent), "{condition}");
    }
}

#[test]
fn a_group_cannot_pass_for_two_values() {
    let mut visit = scored_visit("a", "2026-01-05", 1.0, 2.0);
    visit.group = Some("north\u{1f}forged\u{1f}".into());
    assert_eq!(key_text(&report_of(plan_by(&[Group, Site]), &[visit]).scores[0].key), "group=northforged site=a");
}

fn definition(id: &str, version: &str, label: &str, weight: u8) -> Definition {
    let text = format!(
        r#"{{"format": "esprit.checklist/1", "id": "{id}", "version": "{version}", "relation": "customer", "title": "{label}",
        "sections": [{{"id": "all", "title": "{label}", "items": [{{"id": "all.whole", "label": "{label}",
        "response": {{"type": "scale", "min": 0, "max": 10}}, "weight": {weight}}}]}}]}}"#
    );
    Definition::new(serde_json::from_str(&text).unwrap()).unwrap()
}

/// Returns the report on one visit by each of these checklists, and on a second one by the first.
fn by_checklists(checklists: Vec<Definition>) -> Report {
    let visits: Vec<_> = std::iter::once(&checklists[0])
        .chain(&checklists)
        .map(|definition| {
            let mut visit = scored_visit("a", "2026-01-05", 1.0, 2.0);
            visit.checklist = definition.checklist().id.clone().into();
            visit.version = definition.checklist().version.clone().into();
            visit.digest = definition.digest().to_owned().into();
            visit
        })
        .collect();
    let definitions = checklists.into_iter().map(|definition| (definition.digest().to_owned(), definition)).collect();
    report_with(plan_by(&[Checklist]), &visits, &definitions)
}

fn used(report: &Report) -> Vec<String> {
    report.checklists.iter().map(|used| format!("{} {} {}", used.name, used.versions.join("+"), used.visits)).collect()
}

fn notes(report: &Report) -> Vec<&str> {
    report.notes.iter().map(|note| note.code).filter(|code| *code != "one_site").collect()
}

#[test]
fn patch_versions_that_differ_in_texts_only_count_together() {
    let report = by_checklists(vec![definition("c", "1.2.0", "Old", 2), definition("c", "1.2.1", "New", 2)]);
    assert_eq!(used(&report), ["c 1.2.0+1.2.1 3"]);
    assert_eq!(notes(&report), ["versions_together", "texts_changed"]);
    assert_eq!(report.notes[1].subject, ["c", "all.whole"]);
    assert_eq!(
        report.labels.checklists["c"],
        definition("c", "1.2.1", "New", 2).checklist().title,
        "words of the last"
    );
    assert_eq!(report.scores.len(), 1);
}

#[test]
fn other_versions_with_other_texts_are_apart_and_with_the_same_together() {
    let apart = by_checklists(vec![definition("c", "1.2.0", "Old", 2), definition("c", "1.3.0", "New", 2)]);
    assert_eq!(used(&apart), ["c 1.2.0 1.2.0 2", "c 1.3.0 1.3.0 1"]);
    assert_eq!(notes(&apart), ["checklists_apart"]);
    let together = by_checklists(vec![definition("c", "1.2.0", "Same", 2), definition("c", "2.0.0", "Same", 2)]);
    assert_eq!((used(&together), notes(&together)), (vec!["c 1.2.0+2.0.0 3".to_owned()], vec!["versions_together"]));
}

#[test]
fn versions_that_differ_in_scoring_are_separate() {
    let report = by_checklists(vec![definition("c", "1", "Old", 2), definition("c", "2", "Old", 3)]);
    assert_eq!(used(&report), ["c 1 1 2", "c 2 2 1"]);
    assert_eq!(notes(&report), ["checklists_apart"]);
    let rows: Vec<_> =
        report.scores.iter().map(|row| (key_text(&row.key), row.checklist.as_str(), row.visits)).collect();
    assert_eq!(rows, [("checklist=c".into(), "c 1", 2), ("checklist=c".into(), "c 2", 1)]);
    assert_eq!(report.other_rankings.len(), 1);
}

#[test]
fn one_version_with_two_contents_has_two_names() {
    let report = by_checklists(vec![definition("c", "1", "Old", 2), definition("c", "1", "Old", 3)]);
    let names: Vec<_> = report.checklists.iter().map(|used| used.name.as_str()).collect();
    assert!(names.iter().all(|name| name.starts_with("c 1 (")) && names[0] != names[1], "{names:?}");
    let note = report.notes.iter().find(|note| note.code == "contents_apart").unwrap();
    assert_eq!(note.subject, names);
}

#[test]
fn one_version_with_other_words_is_apart_too() {
    let report = by_checklists(vec![definition("c", "1.0.0", "Own", 2), definition("c", "1.0.0", "Foreign", 2)]);
    assert_eq!(report.checklists.iter().map(|used| used.visits).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(notes(&report), ["contents_apart", "checklists_apart"]);
    let own = &report.checklists[0].name;
    assert_eq!(report.labels.checklists[own], definition("c", "1.0.0", "Own", 2).checklist().title);
}

#[test]
fn a_checklist_under_another_id_counts_with_a_note() {
    let report = by_checklists(vec![definition("d", "1", "Same", 2), definition("c", "1", "Same", 2)]);
    assert_eq!(used(&report), ["c 1 3"]);
    assert_eq!((notes(&report), report.notes[0].subject.join(" ")), (vec!["checklists_together"], "c d".into()));
    let keys: Vec<_> = report.scores.iter().map(|row| (key_text(&row.key), row.visits)).collect();
    assert_eq!(keys, [("checklist=c".into(), 1), ("checklist=d".into(), 2)]);
}
