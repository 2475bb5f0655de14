//! Audits and grids whose answers are columns, with headings and totals between the questions.

use super::{items, kinds, taken};
use esprit::import::RemarkKind;
use esprit::text::Lang;
use esprit::visit::checklist::{BehaviourPoints, Item, Response};

/// Returns the titles of the sections with the labels of their items.
fn outline(text: &str) -> Vec<(String, Vec<String>)> {
    let sections = taken(text).checklist.sections;
    let labels = |items: &[Item]| items.iter().map(|item| item.label.get(Lang::Fr).to_owned()).collect();
    sections.iter().map(|section| (section.title.get(Lang::Fr).to_owned(), labels(&section.items))).collect()
}

fn section(title: &str, labels: &[&str]) -> (String, Vec<String>) {
    (title.to_owned(), labels.iter().map(|label| (*label).to_owned()).collect())
}

fn options(item: &Item) -> Vec<(&str, Option<f64>)> {
    let Response::Choice { options, .. } = &item.response else { panic!("{item:?}") };
    options.iter().map(|option| (option.label.get(Lang::En), option.points)).collect()
}

#[test]
fn columns_to_tick_are_the_answers() {
    let audit = "N°;Point de contrôle;Conforme;Non conforme;NA\n1;Tenue propre;;;\n2;Sols propres;☐;x;\n";
    let imported = taken(audit);
    assert_eq!(kinds(&imported.doubts), [(3, 3, RemarkKind::CellDropped { text: "x".to_owned() })]);
    let all = items(&imported);
    assert_eq!(all[0].response, Response::Behaviour { points: None, partly: false });
    assert_eq!((all[0].guide["yes"].get(Lang::Fr), all[0].guide["no"].get(Lang::Fr)), ("Conforme", "Non conforme"));
    assert_eq!(all[1].id, "q2");
    let ticks = taken("Section,Question,Yes,Partly,No,N/A\nDoor,Open?,,,,\n");
    assert_eq!((ticks.doubts.len(), &items(&ticks)[0].response), (0, &Response::default()));
    assert!(items(&ticks)[0].guide.is_empty());
    let two_rows = taken("N°;Question;Réponse;;\n;;Oui;Non;NA\n1;Sourit;;;\n2;Salue;;;\n");
    assert_eq!((two_rows.doubts.len(), items(&two_rows).len()), (0, 2));
    assert_eq!(items(&two_rows)[0].response, Response::Behaviour { points: None, partly: false });
}

#[test]
fn columns_to_tick_have_points_in_their_headers_or_cells() {
    let points =
        |yes| Response::Behaviour { points: Some(BehaviourPoints { yes, ..Default::default() }), partly: false };
    for text in ["Critères;OUI (2 pts);NON (0 pt)\nSourit;;\n", "Question;Oui;Non\nSourit;2;0\n"] {
        let imported = taken(text);
        assert_eq!((imported.doubts.len(), &items(&imported)[0].response), (0, &points(2.0)), "{text}");
    }
    let rated = taken("Statement,Disagree,Neutral,Agree,N/A\nThe shop is clean,0,1,2,\n");
    let expected = [("Disagree", Some(0.0)), ("Neutral", Some(1.0)), ("Agree", Some(2.0)), ("N/A", None)];
    assert_eq!(options(items(&rated)[0]), expected);
    let held = taken("Question,Option 1,Points 1,Option 2,Points 2\nSpeed?,Fast,2,Slow,0\nClean?,Yes,1,No,0\n");
    assert_eq!(options(items(&held)[0]), [("Fast", Some(2.0)), ("Slow", Some(0.0))]);
    assert_eq!(
        (held.doubts.len(), &items(&held)[1].response),
        (0, &Response::Behaviour { points: None, partly: false })
    );
}

#[test]
fn a_column_that_is_headed_by_a_rating_is_one_for_all() {
    for header in ["Note /5", "Note (0 à 5)", "Score 0-5", "0;1;2;3;4;5"] {
        let imported = taken(&format!("Thème;Critère;Coef.;{header}\nAccueil;Sourire;2;\n"));
        let item = items(&imported)[0];
        assert!(
            matches!(item.response, Response::Scale { min: 0, max: 5, .. }) && imported.doubts.is_empty(),
            "{header}"
        );
        assert!((item.weight - 2.0).abs() < 1e-9, "{header}");
    }
}

#[test]
fn headings_between_the_questions_are_sections_and_totals_are_named() {
    for (text, titles) in [
        (
            "#,Question,Yes/No\nSection A - Outside,,\n1,Clean?,\n2,Lit?,\nSection B - Inside,,\n3,Greeted?,\nTOTAL SCORE,,\n",
            ["Section A - Outside", "Section B - Inside"],
        ),
        (
            "N°;Question;Oui;Non\n1;DEHORS;;\n1.1;Clean?;;\n1.2;Lit?;;\n2;Dedans;;\n2.1;Greeted?;;\n;Total;;\n",
            ["DEHORS", "Dedans"],
        ),
        (
            "Critère;Oui;Non\nI. Dehors;;\nClean?;;\nLit?;;\nII. Dedans;;\nGreeted?;;\nSous-total;;\n",
            ["I. Dehors", "II. Dedans"],
        ),
        ("N°;Question\n;Dehors\n1;Clean?\n2;Lit?\n;Dedans\n3;Greeted?\n;Note globale\n", ["Dehors", "Dedans"]),
    ] {
        let expected = [section(titles[0], &["Clean?", "Lit?"]), section(titles[1], &["Greeted?"])];
        assert_eq!(outline(text), expected, "{text}");
        let totals = taken(text).doubts.into_iter().filter(|doubt| matches!(doubt.kind, RemarkKind::TotalRow { .. }));
        assert_eq!(totals.count(), 1, "{text}");
    }
    // Questions that only look so.
    let kept = "Question\nTOTAL AFFICHÉ ?\nA-t-on souri\nParking\nPROPRE\n";
    assert_eq!(outline(kept)[0].1.len(), 4);
    let own = "Rubrique;N°;Question\nA;1;Total\nA;1.1;Moyenne\n";
    assert_eq!(outline(own), [section("A", &["Total", "Moyenne"])]);
}

#[test]
fn headers_that_mean_several_things_are_settled_by_their_cells() {
    let described = "Item,Description,Weightage\n1,Uniform clean,10%\n2,Knows the products,90%\n";
    assert_eq!(outline(described), [section("shop", &["Uniform clean", "Knows the products"])]);
    assert_eq!(taken(described).checklist.items().map(|(_, item)| item.weight).collect::<Vec<_>>(), [10.0, 90.0]);
    let scale = taken(
        "Question;Barème\nSalue ?;Oui = 2 / Non = 0\nAttente;<1 min : 3 pts / 1-3 min : 1 pt / >3 min : 0 pt\nSourire;Note de 0 à 5\n",
    );
    let types: Vec<&str> = items(&scale).iter().map(|item| item.response.type_name()).collect();
    assert_eq!((types, scale.doubts.len()), (vec!["behaviour", "timer", "scale"], 0));
    let numbered = taken("1;Le vendeur sourit\n2;Le vendeur salue\n");
    assert_eq!(items(&numbered).iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["q1", "q2"]);
}
