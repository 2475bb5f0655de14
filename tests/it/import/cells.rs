//! Each column and each kind of answer, in both languages.

use super::{items, kinds, taken};
use esprit::import::RemarkKind;
use esprit::import::words::{KINDS, Kind};
use esprit::visit::Value;
use esprit::visit::checklist::{BehaviourPoints, ChoiceOption, CountBand, Item, LocalText, Response, TimerBand};

fn one(header: &str, cell: &str) -> Item {
    let imported = taken(&format!("{header};Question\n\"{cell}\";Sourit\n"));
    assert_eq!(imported.doubts, [], "{header}: {cell}");
    let found = items(&imported);
    assert_eq!(found.len(), 1);
    found[0].clone()
}

fn text(text: &str) -> LocalText {
    LocalText::Same(text.to_owned())
}

#[test]
fn sections_weights_and_attitudes_are_as_above_where_they_are_empty() {
    for header in ["Rubrique;Poids (%);Attitude;N°;Question", "section,WEIGHT (%),attitude,no.,question"] {
        let rows = "Accueil;60;Écoute;1;Sourit\n;;;2;Salue\nCaisse;40%;;3;Rapide\n";
        let rows = if header.contains(',') { rows.replace(';', ",") } else { rows.to_owned() };
        let imported = taken(&format!("{header}\n{rows}"));
        let sections: Vec<_> = (imported.checklist.sections.iter())
            .map(|section| {
                (section.id.as_str(), section.weight_percent, section.attitude.as_deref(), section.items.len())
            })
            .collect();
        let expected = [("accueil", Some(60.0), Some("listening"), 2), ("caisse", Some(40.0), Some("listening"), 1)];
        assert_eq!(sections, expected, "{header}");
        let ids: Vec<&str> = items(&imported).iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["q1", "q2", "q3"]);
    }
    let own = taken("Section;Attitude;Question\nA;Sens du détail;x1\nB;-;x2\n");
    let attitudes: Vec<_> = own.checklist.sections.iter().map(|section| section.attitude.as_deref()).collect();
    assert_eq!(attitudes, [Some("sens-du-detail"), None]);
}

#[test]
fn shares_may_be_fractions() {
    let imported = taken("Section;Weight (%);Question\nA;0,07;a\nB;0.93;b\n");
    let shares: Vec<_> = imported.checklist.sections.iter().map(|section| section.weight_percent).collect();
    assert_eq!(shares, [Some(7.0), Some(93.0)]);
}

#[test]
fn every_kind_of_answer_is_known_in_both_languages() {
    for (kind, fr, en, _) in KINDS {
        for (word, header, points) in [(fr, "Réponse", "Réponses et points"), (en, "Answer", "Answers and points")] {
            let range = if kind == Kind::Scale { " 0-10" } else { "" };
            let answers = if matches!(kind, Kind::Choice | Kind::Multiple) { "Un (1)\nDeux (0)" } else { "" };
            let imported = taken(&format!("Question;{header};{points}\nSourit;{word}{range};\"{answers}\"\n"));
            let response = &items(&imported)[0].response;
            let expected = match kind {
                Kind::YesNo => Response::Behaviour { points: None, partly: false },
                Kind::YesPartlyNo => Response::Behaviour { points: None, partly: true },
                Kind::Scale => Response::Scale { min: 0, max: 10, min_label: None, max_label: None },
                Kind::Choice | Kind::Multiple => {
                    let option = |id: &str, label: &str, points: f64| ChoiceOption {
                        id: id.to_owned(),
                        label: text(label),
                        points: Some(points),
                        ..ChoiceOption::default()
                    };
                    let options = vec![option("un", "Un", 1.0), option("deux", "Deux", 0.0)];
                    Response::Choice { options, multiple: kind == Kind::Multiple }
                }
                Kind::Count => Response::Count { bands: vec![] },
                Kind::Timer => Response::Timer { starts: None, bands: vec![] },
                Kind::Number => Response::Number { unit: None, min: None, max: None, message: None },
                Kind::Text => Response::Text {},
            };
            assert_eq!(*response, expected, "{word}");
        }
    }
}

#[test]
fn answers_have_points_and_stand_outside_the_score() {
    for (header, cell) in [
        ("Réponses et points", "Oui (1)\nNon (0)\nPas de guichet (hors note)"),
        ("Answers and points", "1.Oui (1)\n2.Non (0)\n3.Pas de guichet (unscored)"),
    ] {
        let Response::Choice { options, multiple: false } = one(header, cell).response else { panic!("{cell}") };
        let said: Vec<_> = options.iter().map(|option| (option.id.as_str(), option.points, option.scored)).collect();
        assert_eq!(
            said,
            [("oui", Some(1.0), true), ("non", Some(0.0), true), ("pas-de-guichet", None, false)],
            "{cell}"
        );
    }
    let points = |yes: f64, no: f64| Some(BehaviourPoints { yes, no, ..BehaviourPoints::default() });
    for (cell, points, partly) in [
        ("1.Yes (1)\n2.No (0)", None, false),
        ("Yes (2)/ No (0)", points(2.0, 0.0), false),
        ("1.Yes (0)\n2.No (1)", points(0.0, 1.0), false),
        ("Oui (1)\nEn partie (0,5)\nNon (0)", None, true),
        ("1.Yes (1)\n2.No (0)\n3.Not Applicable (non-scoring)", None, false),
        ("oui/non", None, false),
        ("Oui / En partie / Non", None, true),
    ] {
        assert_eq!(one("Possible answers", cell).response, Response::Behaviour { points, partly }, "{cell}");
    }
}

#[test]
fn bands_of_times_and_counts_have_points() {
    let band = |up_to_s: Option<f64>, points: f64| TimerBand { up_to_s, points };
    for (kind, cell) in
        [("chrono", "≤ 30 s (1)\n≤ 1 min 30 (0,5)\n> 90 s (0)"), ("timer", "≤ 30 s (1)\n30 to 90 s (0.5)\nmore (0)")]
    {
        let imported = taken(&format!("Question;Answer;Answers and points\nAttente;{kind};\"{cell}\"\n"));
        let bands = vec![band(Some(30.0), 1.0), band(Some(90.0), 0.5), band(None, 0.0)];
        assert_eq!(items(&imported)[0].response, Response::Timer { starts: None, bands }, "{cell}");
    }
    // Bands say by themselves that they are times.
    assert!(matches!(one("Réponses et points", "≤ 30 s (1)\n> 30 s (0)").response, Response::Timer { .. }));
    let imported = taken("Question;Réponse;Réponses et points\nClients;compteur;\"≤ 3 (1)\n> 3 (0)\"\n");
    let bands = vec![CountBand { up_to: Some(3.0), points: 1.0 }, CountBand { up_to: None, points: 0.0 }];
    assert_eq!(items(&imported)[0].response, Response::Count { bands });
}

#[test]
fn marks_weights_notes_and_guidance_have_columns() {
    for header in ["Éliminatoire", "knock-out"] {
        assert!(one(header, "X").critical && !one(header, "non").critical, "{header}");
    }
    assert!(one("bonus", "oui").bonus && one("BONUS", "1").bonus);
    assert!(!one("Hors note", "x").scored && !one("Unscored", "yes").scored);
    for header in ["Poids", "weight", "Coef."] {
        assert!((one(header, "2,5").weight - 2.5).abs() < 1e-9, "{header}");
    }
    for (header, cell) in [("Commentaire si", "non, en partie"), ("Note if", "no or partly")] {
        assert_eq!(
            one(header, cell).note_required_on,
            [Value::text("no"), Value::text("partly")].map(|value| value),
            "{header}"
        );
    }
    for (headers, key) in [
        (["Oui si", "Yes if"], "yes"),
        (["En partie si", "Partly if"], "partly"),
        (["Non si", "No if"], "no"),
        (["Comment juger", "How to judge"], "how"),
    ] {
        for header in headers {
            assert_eq!(one(header, "un regard").guide.get(key), Some(&text("un regard")), "{header}");
        }
    }
    for header in ["Miroir", "Mirror"] {
        assert_eq!(one(header, "Sourire").behaviour.as_deref(), Some("sourire"), "{header}");
    }
}

#[test]
fn texts_stand_in_several_languages() {
    let imported = taken(
        "Rubrique;Section (en);Question;Question (en);Réponses et points;Answers and points (en)\n\
         Accueil;Greeting;Sourit;Smiles;\"Deux (1)\nUn (0)\";\"Two (1)\nOne (0)\"\n",
    );
    assert_eq!(imported.doubts, []);
    assert_eq!(imported.checklist.languages, Some(vec!["en".to_owned(), "fr".to_owned()]));
    let each = |fr: &str, en: &str| {
        LocalText::Each([("fr".to_owned(), fr.to_owned()), ("en".to_owned(), en.to_owned())].into())
    };
    assert_eq!(imported.checklist.sections[0].title, each("Accueil", "Greeting"));
    assert_eq!(items(&imported)[0].label, each("Sourit", "Smiles"));
    let Response::Choice { options, .. } = &items(&imported)[0].response else { panic!() };
    assert_eq!(options[0].label, each("Deux", "Two"));
    let missing = taken("Question;Question (pt-BR)\nSmiles;Sorri\nGreets;\n");
    let language = "pt-BR".to_owned();
    assert_eq!(kinds(&missing.doubts), [(3, 1, RemarkKind::MissingText { language })]);
    assert_eq!(items(&missing)[1].label, text("Greets"));
}

#[test]
fn a_rating_names_its_numbers() {
    let imported = taken("Critère;Notes possibles\nAccueil;\"Non évalué\n1 Insuffisant\n2 Faible\n3 Bien\"\n");
    assert_eq!(imported.doubts, []);
    let item = items(&imported)[0];
    let (min_label, max_label) = (Some(text("Insuffisant")), Some(text("Bien")));
    assert_eq!(item.response, Response::Scale { min: 1, max: 3, min_label, max_label });
    assert_eq!(item.guide.get("how"), Some(&text("1 Insuffisant, 2 Faible, 3 Bien")));
    let unit = Some(text("€"));
    assert_eq!(
        one("Answer", "number 0-100 (€)").response,
        Response::Number { unit, min: Some(0.0), max: Some(100.0), message: None }
    );
}
