//! Sheets of the shapes that people have.

use super::{items, kinds, said, taken};
use esprit::import::RemarkKind;
use esprit::text::Lang;
use esprit::visit::checklist::{LocalText, Response};

#[test]
fn a_sheet_of_questions_alone_is_a_checklist() {
    for text in ["Sourit\nSalue\n", "Question\nSourit\nSalue\n", "\u{feff}questions\r\nSourit\r\nSalue\r\n"] {
        let imported = taken(text);
        assert_eq!(imported.doubts, [], "{text}");
        assert_eq!(imported.checklist.sections.len(), 1);
        assert_eq!(imported.checklist.id, "shop");
        assert!(items(&imported).iter().all(|item| item.response == Response::default()), "{text}");
        assert_eq!(items(&imported).len(), 2, "{text}");
    }
}

#[test]
fn a_bilingual_form_with_points_in_its_answers_is_taken() {
    let imported = taken(
        "Criteria,Quet.Nr,Question,Elaboration on Question,Possible Answers,Type of visit,Skips & Triggers,الإجابات الممكنة,السؤال\n\
         Parking,Q3,Was there a place?,\"- Look\n- Note\",\"1.Yes (1)\n2.No (0)\n3.There was a valet (1)\",Enquiry,show if Q9 is 1,\"1. نعم (1)\n2.لا (0)\n3.خدمة (1)\",هل؟\n\
         Parking,Q9,Was it clean?,,\"1.Yes (0)\n2. No (1)\",Enquiry,show if Q3 is 1 or 3,\"1. نعم\n2.لا\",هل؟\n\
         Effort,Q87,How much effort?,,\"Low effort\nIt was easy (3)\",Enquiry,,,كم؟\n",
    );
    let said = said(Lang::En, &imported.doubts);
    let expected = [
        "line 1, column 6: The column “Type of visit” is not understood and was left out.",
        "line 2, column 7: Question Q9 comes later, so that the condition cannot be checked here: the question is always asked. Move it below question Q9.",
        "line 11, column 5: There is only one answer to choose from.",
    ];
    assert_eq!(said, expected);
    let each = |en: &str, ar: &str| {
        LocalText::Each([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())].into())
    };
    let items = items(&imported);
    assert_eq!(items[0].label, each("Was there a place?", "هل؟"));
    assert_eq!(items[0].guide.get("how"), Some(&LocalText::Same("- Look - Note".to_owned())));
    let Response::Choice { options, .. } = &items[0].response else { panic!() };
    assert_eq!(options[2].label, each("There was a valet", "خدمة"));
    assert_eq!(imported.checklist.sections.len(), 2);
}

#[test]
fn a_hotel_grid_with_weighted_sections_is_taken() {
    let rows: String = [("Accueil", 25), ("Chambre", 30), ("Restauration", 25), ("Spa", 20)]
        .iter()
        .flat_map(|(section, weight)| {
            (1..=3).map(move |n| {
                format!("{section};{weight};Point {n} de {section};Précision, {n};\"Non évalué\n1 Insuffisant\n2 Faible\n3 Bien\"\n")
            })
        })
        .collect();
    let imported = taken(&format!("\u{feff}Section;Pondération (%);Critère;Précision;Notes possibles\n{rows}"));
    assert_eq!(imported.doubts, []);
    let shares: Vec<_> = imported.checklist.sections.iter().map(|section| section.weight_percent).collect();
    assert_eq!(shares, [25.0, 30.0, 25.0, 20.0].map(Some));
    assert!(items(&imported).iter().all(|item| matches!(item.response, Response::Scale { min: 1, max: 3, .. })));
}

#[test]
fn sections_may_have_rows_of_their_own_and_answers_rows_below() {
    let imported = taken(
        "Rubrique;Question;Réponses\nAccueil;;\n;Sourit;Oui (1)\n;;Non (0)\n;Salue;\nCaisse;;\n;Rapide;oui/non\n",
    );
    assert_eq!(kinds(&imported.doubts), [(5, 2, RemarkKind::AnswersEmpty)]);
    let sections: Vec<_> =
        imported.checklist.sections.iter().map(|section| (section.id.as_str(), section.items.len())).collect();
    assert_eq!(sections, [("accueil", 2), ("caisse", 1)]);
    assert_eq!(items(&imported)[0].response, Response::Behaviour { points: None, partly: false });
}

#[test]
fn what_is_not_understood_is_named_with_its_cell() {
    let imported = taken(
        "Grille du magasin;;\n;;\nQuestion;Coleur;Réponses\nSourit;bleu;\"Oui (1)\nPeut-être\nNon (0)\"\nSalue;;\"A\nB\";reste\n",
    );
    assert_eq!(imported.checklist.title, LocalText::Same("Grille du magasin".to_owned()));
    let text = |text: &str| text.to_owned();
    let expected = [
        (3, 1, RemarkKind::UnknownColumn { header: text("Coleur") }),
        (4, 2, RemarkKind::NoPoints { answer: text("Peut-être") }),
        (7, 2, RemarkKind::NotScored),
        (7, 3, RemarkKind::ColumnWithoutHeader { cells: 1 }),
    ];
    assert_eq!(kinds(&imported.doubts), expected);
}

#[test]
fn percentages_of_questions_are_their_weights() {
    let imported = taken("Question;Poids (%)\nA;10\nB;30\n");
    assert_eq!(kinds(&imported.doubts), [(2, 1, RemarkKind::WeightPerQuestion)]);
    let weights: Vec<f64> = items(&imported).iter().map(|item| item.weight).collect();
    assert_eq!(weights, [10.0, 30.0]);
    assert_eq!(imported.checklist.sections[0].weight_percent, None);
}

#[test]
fn a_section_that_comes_again_is_a_second_one() {
    let imported = taken("Rubrique;Question\nA;x\nB;y\nA;z\n");
    assert_eq!(kinds(&imported.doubts), [(4, 0, RemarkKind::SectionAgain { title: "A".to_owned() })]);
    assert_eq!(imported.checklist.sections.len(), 3);
}

#[test]
fn foreign_text_is_cleaned_and_stays_text() {
    let imported = taken("Question;Comment juger\n\"=HYPERLINK(\"\"x\"\")\";+33\nRe\u{202e}gard\u{7};[b]\n");
    assert_eq!(kinds(&imported.doubts), [(3, 0, RemarkKind::Cleaned)]);
    let labels: Vec<_> = items(&imported).iter().map(|item| item.label.get(Lang::Fr).to_owned()).collect();
    assert_eq!(labels, ["=HYPERLINK(\"x\")", "Regard"]);
}
