//! What the author of a checklist is told when it is checked: unknown fields, options without points, shares. A visit can
//! follow it all the same.

use crate::support::{Place, assert_table, definition_text};
use esprit::store::{LocatedFault, checklists};
use esprit::visit::Definition;
use esprit::visit::validate::{authoring_faults, is_sound};

/// Returns the path, the message and the remedy of each fault that checking a text finds.
fn faults(text: &str) -> Vec<(String, &'static str, &'static str)> {
    let located = checklists::parse(text).err().unwrap_or_default();
    located.iter().map(|fault| (fault.path.clone(), fault.message().0, fault.mend().0)).collect()
}

fn message(fault: &LocatedFault) -> String {
    let (id, args) = fault.mend();
    esprit::app::format::message(&esprit::text::Texts::new(esprit::text::Lang::En), id, &args)
}

/// An item with this response and these further fields.
fn item(response: &str, more: &str) -> String {
    definition_text(&format!(r#"{{"id": "a", "label": "A", "response": {response}{more}}}"#))
}

const BEHAVIOUR: &str = r#"{"type": "behaviour"}"#;

#[test]
fn an_unknown_field_is_a_fault_with_its_place_and_the_field_that_is_like_it() {
    let place = Place::new();
    let path = place.dir.path().join("twenty.json");
    std::fs::write(&path, item(BEHAVIOUR, ",\n  \"criticle\": true")).unwrap();
    let (code, _, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    for part in [
        "twenty.json:3:3: sections[0].items[0].criticle there is no field “criticle” here.",
        "Did you mean “critical”?",
        "1 error in ",
    ] {
        assert!(err.contains(part), "{part}: {err}");
    }
    let (_, _, err) = place.run("fr", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(
        err.contains("aucun champ «\u{a0}criticle\u{a0}» ici") && err.contains("«\u{a0}critical\u{a0}»\u{202f}?"),
        "{err}"
    );
}

#[test]
fn unknown_fields_are_found_wherever_they_are() {
    let choice = |option: &str| {
        item(
            &format!(
                r#"{{"type": "choice", "options": [{{"id": "x", "label": "X"{option}}}, {{"id": "y", "label": "Y"}}]}}"#
            ),
            "",
        )
    };
    let second = |when: &str| {
        definition_text(&format!(
            r#"{{"id": "a", "label": "A", "response": {BEHAVIOUR}}}, {{"id": "n", "label": "N", "response": {{"type": "number"}}}},
            {{"id": "b", "label": "B", "response": {BEHAVIOUR}, "when": {when}}}"#
        ))
    };
    let whole = item(BEHAVIOUR, "");
    let table = [
        (whole.replacen("\"title\"", "\"author\": \"me\", \"title\"", 1), "author"),
        (whole.replacen("\"items\"", "\"weight_percents\": 30, \"items\"", 1), "sections[0].weight_percents"),
        (item(r#"{"type": "behaviour", "partial": true}"#, ""), "sections[0].items[0].response.partial"),
        (item(r#"{"type": "behaviour", "points": {"yess": 2}}"#, ""), "sections[0].items[0].response.points.yess"),
        // A field of another type is none of this one.
        (item(r#"{"type": "behaviour", "unit": "€"}"#, ""), "sections[0].items[0].response.unit"),
        (
            item(r#"{"type": "count", "bands": [{"up_too": 1, "points": 1}]}"#, ""),
            "sections[0].items[0].response.bands[0].up_too",
        ),
        (
            item(r#"{"type": "timer", "bands": [{"up_to": 1, "points": 1}]}"#, ""),
            "sections[0].items[0].response.bands[0].up_to",
        ),
        (choice(r#", "point": 1"#), "sections[0].items[0].response.options[0].point"),
        (second(r#"{"item": "a", "iss": ["no"]}"#), "sections[0].items[2].when.iss"),
        (second(r#"{"item": "n", "abov": 3}"#), "sections[0].items[2].when.abov"),
        (second(r#"{"item": "a", "is": ["no"], "above": 3}"#), "sections[0].items[2].when.above"),
        (
            second(r#"{"all": [{"any": [{"not": {"item": "a", "is": ["no"], "nott": 1}}]}]}"#),
            "sections[0].items[2].when.all[0].any[0].not.nott",
        ),
    ];
    assert_table(table.iter().map(|(text, path)| {
        (
            text.clone(),
            faults(text).into_iter().map(|(path, what, _)| (path, what)).collect::<Vec<_>>(),
            vec![((*path).to_owned(), "fault-unknown-field")],
        )
    }));
    let like = |text: &str| message(&checklists::parse(text).unwrap_err()[0]);
    assert_eq!(like(&table[8].0), "Did you mean “is”?");
    assert_eq!(like(&table[9].0), "Did you mean “above”?");
    assert_eq!(
        like(&whole.replacen("\"title\"", "\"zzz\": 1, \"title\"", 1)).split("Fields here: ").nth(1),
        Some("format, id, languages, relation, sections, title, version.")
    );
}

#[test]
fn fields_of_the_author_stand_on_the_checklist_its_sections_items_and_options() {
    let own = definition_text(
        r#"{"id": "a", "label": "A", "x_source": {"page": 3}, "response": {"type": "choice", "options": [
            {"id": "x", "label": "X", "points": 1, "x_code": 7}, {"id": "y", "label": "Y", "points": 0}]}}"#,
    );
    let own = own.replacen("\"title\"", "\"x_owner\": \"me\", \"title\"", 1).replacen(
        "\"items\"",
        "\"x_page\": 2, \"items\"",
        1,
    );
    let checked = checklists::parse(&own).unwrap();
    let checklist = checked.definition.checklist();
    assert_eq!(checklist.own["x_owner"], "me");
    assert_eq!(checklist.sections[0].own["x_page"], 2);
    assert_eq!(checklist.sections[0].items[0].own["x_source"]["page"], 3);
    for (response, path) in [
        (r#"{"type": "behaviour", "x_mine": 1}"#, "sections[0].items[0].response.x_mine"),
        (r#"{"type": "behaviour", "points": {"x_mine": 1}}"#, "sections[0].items[0].response.points.x_mine"),
        (
            r#"{"type": "count", "bands": [{"points": 1, "x_mine": 1}]}"#,
            "sections[0].items[0].response.bands[0].x_mine",
        ),
    ] {
        assert_eq!(faults(&item(response, "")), [(path.to_owned(), "fault-misplaced-field", "mend-misplaced-field")]);
    }
}

#[test]
fn a_guide_explains_answers_of_its_item() {
    let guided = |response: &str, key: &str| item(response, &format!(r#", "guide": {{"{key}": "…"}}"#));
    let choice = r#"{"type": "choice", "options": [{"id": "queue", "label": "Q"}, {"id": "desk", "label": "D"}]}"#;
    for (response, key) in [
        (BEHAVIOUR, "partly"),
        (BEHAVIOUR, "not_applicable"),
        (BEHAVIOUR, "how"),
        (BEHAVIOUR, "self_audit"),
        (BEHAVIOUR, "ruling"),
        (choice, "queue"),
        (r#"{"type": "timer"}"#, "never"),
        (r#"{"type": "scale", "min": -1, "max": 2}"#, "-1"),
    ] {
        assert_eq!(faults(&guided(response, key)), [], "{key}");
    }
    let found = |key: &str, mend: &'static str| {
        vec![(format!("sections[0].items[0].guide.{key}"), "fault-unknown-guide", mend)]
    };
    assert_eq!(
        faults(&guided(r#"{"type": "behaviour", "partly": false}"#, "partly")),
        found("partly", "mend-unknown-guide")
    );
    assert_eq!(faults(&guided(choice, "quue")), found("quue", "mend-near"));
    assert_eq!(faults(&guided(BEHAVIOUR, "selfaudit")), found("selfaudit", "mend-near"));
    assert_eq!(faults(&guided(r#"{"type": "scale", "min": 0, "max": 2}"#, "3")), found("3", "mend-unknown-guide"));
}

#[test]
fn an_option_without_points_is_a_fault_where_another_has_points() {
    let choice = |options: &str, more: &str| item(&format!(r#"{{"type": "choice", "options": [{options}]}}"#), more);
    let option = |id: &str, more: &str| format!(r#"{{"id": "{id}", "label": "L"{more}}}"#);
    let with = |more: &str| format!("{}, {}", option("x", r#", "points": 1"#), option("y", more));
    let fault = vec![("sections[0].items[0].response.options[1]".to_owned(), "fault-no-points", "mend-no-points")];
    assert_eq!(faults(&choice(&with(""), "")), fault);
    for (options, more) in [
        (with(r#", "points": 0"#), ""),
        (with(r#", "scored": false"#), ""),
        (with(""), r#", "scored": false"#),
        (with(""), r#", "role": "outcome""#),
        (format!("{}, {}", option("x", ""), option("y", "")), ""),
        // Points that do not count make no scored choice.
        (format!("{}, {}", option("x", r#", "points": 1, "scored": false"#), option("y", "")), ""),
    ] {
        assert_eq!(faults(&choice(&options, more)), [], "{options} {more}");
    }
    let remarks = checklists::parse(&choice(&with(r#", "points": 1, "scored": false"#), "")).unwrap().remarks;
    assert_eq!(
        remarks.iter().map(|remark| (remark.path.as_str(), remark.message().0)).collect::<Vec<_>>(),
        [("sections[0].items[0].response.options[1].points", "remark-unused-points")]
    );
}

#[test]
fn limits_and_bounds_that_contain_no_number_are_faults() {
    let limits = |response: &str, path: &str| {
        assert_eq!(faults(&item(response, "")), [(path.to_owned(), "fault-limits", "mend-limits")], "{response}");
    };
    limits(r#"{"type": "number", "min": 3, "max": 2}"#, "sections[0].items[0].response.max");
    assert_eq!(faults(&item(r#"{"type": "number", "min": 3, "max": 3, "message": "three"}"#, "")), []);
    let when = |bounds: &str| {
        definition_text(&format!(
            r#"{{"id": "n", "label": "N", "response": {{"type": "number"}}}}, {{"id": "a", "label": "A", "response": {BEHAVIOUR},
            "when": {{"item": "n"{bounds}}}}}"#
        ))
    };
    let at = "sections[0].items[1].when".to_owned();
    for bounds in [r#", "above": 3, "below": 3"#, r#", "at_least": 3, "at_most": 2"#, r#", "above": 3, "at_most": 3"#] {
        assert_eq!(faults(&when(bounds)), [(at.clone(), "fault-limits", "mend-limits")], "{bounds}");
    }
    assert_eq!(faults(&when("")), [(at, "fault-no-bounds", "mend-no-bounds")]);
    assert_eq!(faults(&when(r#", "at_least": 3, "at_most": 3"#)), []);
}

/// A checklist of sections, each with its share and one item with these fields.
fn sections(parts: &[(&str, &str)]) -> String {
    let section = |(n, (share, item)): (usize, &(&str, &str))| {
        let share = if share.is_empty() { String::new() } else { format!(r#""weight_percent": {share}, "#) };
        format!(r#"{{"id": "s{n}", "title": "S", {share}"items": [{{"id": "i{n}", "label": "I", {item}}}]}}"#)
    };
    let sections: Vec<String> = parts.iter().enumerate().map(section).collect();
    format!(
        r#"{{"format": "esprit.checklist/1", "id": "a", "version": "1", "relation": "customer", "title": "a", "sections": [{}]}}"#,
        sections.join(", ")
    )
}

#[test]
fn either_every_section_that_counts_has_a_share_or_none_has() {
    let (scored, text, bonus) = (
        r#""response": {"type": "behaviour"}"#,
        r#""response": {"type": "text"}"#,
        r#""bonus": true, "response": {"type": "behaviour"}"#,
    );
    let at =
        |n: usize, what: &'static str, mend: &'static str| vec![(format!("sections[{n}].weight_percent"), what, mend)];
    let no_share = |n| at(n, "fault-no-share", "mend-no-share");
    let share = |n| at(n, "fault-share", "mend-share");
    assert_table(
        [
            (sections(&[("", scored), ("", scored)]), vec![]),
            (sections(&[("60", scored), ("40", scored), ("", text), ("", bonus)]), vec![]),
            (sections(&[("60", scored), ("", scored)]), no_share(1)),
            (sections(&[("", scored), ("40", text)]), no_share(0)),
            (sections(&[("0", scored), ("40", scored)]), share(0)),
            (sections(&[("60", scored), ("-1", scored)]), share(1)),
            (sections(&[("60", scored), ("1000001", scored)]), share(1)),
        ]
        .into_iter()
        .map(|(text, expected)| (text.clone(), faults(&text), expected)),
    );
    let remarks = |parts: &[(&str, &str)]| {
        let remarks = checklists::parse(&sections(parts)).unwrap().remarks;
        remarks.iter().map(|remark| (remark.path.clone(), remark.message().0)).collect::<Vec<_>>()
    };
    assert_eq!(remarks(&[("60", scored), ("40", scored)]), []);
    assert_eq!(remarks(&[("33.33", scored), ("33.33", scored), ("33.34", scored)]), []);
    assert_eq!(remarks(&[("6", scored), ("3", scored)]), [("sections".to_owned(), "remark-share-sum")]);
    assert_eq!(
        remarks(&[("100", scored), ("5", bonus)]),
        [("sections[1].weight_percent".to_owned(), "remark-unused-share")]
    );
}

#[test]
fn a_remark_is_printed_and_is_no_error() {
    let place = Place::new();
    let path = place.dir.path().join("shares.json");
    let scored = r#""response": {"type": "behaviour"}"#;
    std::fs::write(&path, sections(&[("6", scored), ("3", scored)])).unwrap();
    let (code, out, _) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert_eq!(code, 0);
    assert!(out.contains("add up to 9, not to 100"), "{out}");
}

#[test]
fn what_is_for_the_author_stops_no_visit() {
    let text = sections(&[
        ("60", r#""response": {"type": "behaviour"}, "criticle": true, "guide": {"maybe": "…"}"#),
        (
            "",
            r#""response": {"type": "choice", "options": [{"id": "x", "label": "X", "points": 1}, {"id": "y", "label": "Y"}]}"#,
        ),
    ]);
    assert_eq!(faults(&text).len(), 4);
    let place = Place::new();
    let folders = place.folders();
    std::fs::write(folders.checklists().join("a.json"), &text).unwrap();
    let definition = checklists::find(&folders, "a").unwrap();
    assert!(is_sound(definition.checklist()));
    assert!(Definition::parse_valid(definition.raw().clone()).is_ok());
    assert_eq!(authoring_faults(definition.checklist()).len(), 3);
    let (code, out, err) =
        place.run("en", &["visit", "a", "--plain", "--site", "s", "--observer", "o"], "y\n\nfinish\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(place.sessions().len(), 1);
}

#[test]
fn the_bundled_checklists_and_the_template_have_nothing_to_mend() {
    let place = Place::new();
    let template = checklists::create_from_template(&place.folders()).unwrap();
    let texts = checklists::bundled()
        .into_iter()
        .map(|listed| serde_json::to_string_pretty(listed.definition.unwrap().raw()).unwrap());
    for text in texts.chain([std::fs::read_to_string(template).unwrap()]) {
        let checked = checklists::parse(&text).unwrap();
        assert_eq!(checked.remarks, []);
    }
}
