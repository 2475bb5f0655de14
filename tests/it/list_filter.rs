//! Lists: filtered by what is typed, moved in by letters where nothing is typed; the help at the keys of the screen below.

use crate::support::{Flow, bundled, definition};
use esprit::app::{Message, Screen};
use esprit::store::checklists;
use esprit::text::Lang;

/// Returns the lines of a screen that hold a text.
fn lines(screen: &str, text: &str) -> usize {
    screen.lines().filter(|line| line.contains(text)).count()
}

fn with_library(lang: Lang, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys(keys).send(Message::Library(
        checklists::bundled(),
        esprit::visit::Known::default(),
        esprit::visit::Known::default(),
    ));
    flow
}

#[test]
fn help_opens_at_the_keys_of_the_screen_below_and_filters_what_is_typed() {
    for (lang, first, word, found) in
        [(Lang::Fr, "PENDANT LA VISITE", "retablir", "Rétablir"), (Lang::En, "DURING THE VISIT", "undo", "Undo")]
    {
        for key in ["F1", "?"] {
            let mut flow = Flow::visit(lang, &bundled("practice"));
            flow.keys("f").keys(key);
            let review = if lang == Lang::Fr { "RELECTURE" } else { "REVIEW" };
            let screen = flow.screen(80, 24);
            let is_heading = |line: &&str| line.chars().any(char::is_alphabetic) && **line == line.to_uppercase();
            let heading = screen.lines().find(is_heading);
            assert!(heading.is_some_and(|line| line.contains(review)), "{heading:?}\n{screen}");
            flow.keys("Esc Esc").keys(key);
            assert!(flow.screen(80, 24).contains(first), "{}", flow.screen(80, 24));
            flow.typed(word);
            let narrowed = flow.screen(80, 24);
            assert!(narrowed.to_lowercase().contains(&found.to_lowercase()) && narrowed.contains(word), "{narrowed}");
            flow.keys("Esc");
            assert!(flow.screen(80, 24).contains(first), "the filter is cleared first");
            flow.typed("zzz");
            let none = if lang == Lang::Fr { "Rien ne correspond" } else { "Nothing matches" };
            assert_eq!(lines(&flow.screen(80, 24), none), 1, "{}", flow.screen(80, 24));
            flow.keys("Esc Esc");
            assert!(matches!(flow.model.screen(), Screen::Visit(_)));
        }
    }
}

#[test]
fn a_list_of_checklists_is_filtered_without_accents_and_opens_what_is_selected() {
    for (lang, typed, expected) in [(Lang::Fr, "EQUIPE", "management"), (Lang::En, "practice", "practice")] {
        for key in ["F3", "/"] {
            let mut flow = with_library(lang, "Down Down Down Enter");
            let all = flow.screen(80, 24);
            let id = |screen: &str, id: &str| lines(screen, &format!("{id} · "));
            assert_eq!((id(&all, "customer"), id(&all, expected)), (1, 1), "{all}");
            flow.keys(key).typed(typed);
            let narrowed = flow.screen(80, 24);
            assert_eq!((id(&narrowed, "customer"), id(&narrowed, expected)), (0, 1), "{narrowed}");
            flow.keys("Enter");
            let title = bundled(expected).checklist().title.get(lang).to_owned();
            assert!(flow.screen(80, 24).lines().next().unwrap().contains(&title), "{}", flow.screen(80, 24));
            flow.keys("Esc");
            assert_eq!(flow.screen(80, 24), {
                // All are shown again, and the one that was open is selected.
                let mut other = with_library(lang, "Down Down Down Enter");
                let at = checklists::bundled().iter().position(|listed| listed.id == expected).unwrap();
                (0..at).for_each(|_| _ = other.keys("j"));
                other.screen(80, 24)
            });
            flow.keys(key).typed("zzzz").keys("Enter");
            assert_eq!(id(&flow.screen(80, 24), expected), 0);
            flow.keys("Esc");
            assert_eq!(id(&flow.screen(80, 24), expected), 1);
        }
    }
}

#[test]
fn letters_move_in_lists_but_not_where_they_are_typed_or_answer() {
    for lang in Lang::ALL {
        let mut flow = Flow::new(lang);
        let first = flow.screen(80, 24);
        let by_letters = flow.keys("j j k").screen(80, 24);
        assert_ne!(first, by_letters);
        assert_eq!(Flow::new(lang).keys("Down").screen(80, 24), by_letters);
        // The filter of past visits takes them as text.
        flow.keys("Esc /").typed("jk");
        assert!(matches!(flow.model.screen(), Screen::Past(past) if past.filter.text() == "jk"));
        // In a visit they move, unless the user gave one of them a meaning, and never answer.
        let items = r#"{"id": "a", "label": "A", "response": {"type": "behaviour"}},
            {"id": "b", "label": "B", "response": {"type": "behaviour"}}"#;
        let mut visit = Flow::visit(lang, &definition(items));
        visit.keys("j n");
        assert_eq!((visit.value(0), visit.value(1)), ("null".to_owned(), "no".to_owned()));
        visit.keys("k c").typed("jk").keys("Enter");
        assert!(visit.events().contains(&"noted".to_owned()));
    }
}
