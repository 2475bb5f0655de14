//! The form of a new visit: which site and which observer it takes.

use crate::support::Flow;
use esprit::app::{Effect, Write};
use esprit::text::Lang;
use esprit::visit::{Observer, Site};

fn site(id: &str, name: &str) -> Site {
    Site { id: id.to_owned(), name: Some(name.to_owned()), group: None }
}

/// Opens the form at the site, with these known sites.
fn form(sites: &[Site]) -> Flow {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Enter");
    flow.model.shared.sites = sites.to_vec().into();
    flow.keys("Down Down");
    flow
}

/// Starts the visit from the row after the site; returns its site and observer.
fn started(flow: &mut Flow) -> (Site, Observer) {
    flow.keys("Enter Enter Enter");
    let (started, _) = flow.visit_ref().state().started().unwrap();
    (started.site.clone(), started.observer.clone())
}

#[test]
fn the_list_takes_the_entry_in_front() {
    let known = [site("45-1", "Orléans Centre"), site("45-2", "Orléans Gare")];
    for (typed, keys, id) in [
        ("centre", "Enter", "45-1"),
        ("orle", "Down Down Enter", "45-2"),
        // Leaving the list downwards takes what is in front: here, the last row.
        ("gare", "Down Down Down", "gare"),
        ("orleans gare", "Enter", "45-2"),
        ("ORLEANS-GARE", "Down", "45-2"),
        ("45-1", "Enter", "45-1"),
    ] {
        let mut flow = form(&known);
        flow.typed(typed).keys(keys);
        let (site, _) = started(&mut flow);
        assert_eq!(site.id, id, "{typed} {keys}");
    }
}

#[test]
fn a_new_site_is_a_row_of_its_own() {
    let mut flow = form(&[site("45-1", "Orléans Centre")]);
    flow.typed("Orléans");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("► Orléans Centre") && screen.contains("  add as a new site"), "{screen}");
    flow.keys("Down Down Enter");
    assert!(flow.screen(80, 24).contains("Orléans · new site"), "{}", flow.screen(80, 24));
    let (new, _) = started(&mut flow);
    assert_eq!(new, site("orleans", "Orléans"));
    assert!(flow.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::RememberSite(_)))));
    let remembered = |effect: &Effect| matches!(effect, Effect::Write(Write::RememberObserver(one)) if one.id == "o12");
    assert!(flow.effects.iter().any(remembered));
}

#[test]
fn of_two_sites_with_one_name_the_one_that_was_chosen_is_visited() {
    let known = [site("12", "Centre"), site("13", "Centre")];
    let mut flow = form(&known);
    flow.typed("centre");
    assert!(flow.screen(80, 24).contains("Centre (12)") && flow.screen(80, 24).contains("Centre (13)"));
    flow.keys("Down Down Enter");
    assert_eq!(started(&mut flow).0, known[1]);
}

#[test]
fn an_observer_is_found_by_name_and_kept_as_typed() {
    let mut flow = form(&[]);
    flow.typed("Brest").keys("Enter");
    flow.keys("Backspace Backspace Backspace").typed("Иван");
    let (_, new) = started(&mut flow);
    assert_eq!((new.label(), new.id.as_str()), ("Иван", "ivan_74f46a58"));
    let mut flow = form(&[]);
    let known = Observer { id: "o7".to_owned(), name: Some("Иван".to_owned()) };
    flow.model.shared.observers = vec![known.clone()].into();
    flow.typed("Brest").keys("Enter");
    flow.keys("Backspace Backspace Backspace").typed(" иван");
    assert_eq!(started(&mut flow).1, known);
}
