//! Every screen as it is rendered, at 80x24 and at 40x10: `cargo insta review` accepts changes.

pub mod corrections;
mod details;
mod menus;
mod results;
mod themes;
mod training;
mod visit;

use crate::support::{Flow, begin, bundled, moment};
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::results_data::Tab;
use esprit::app::{Destination, Target};
use esprit::store::IoCause;
use esprit::text::Lang;
use esprit::visit::{Action, Value, Visit};

/// Returns a flow after keys; without keys, unchanged.
fn after(mut flow: Flow, keys: &str) -> Flow {
    if !keys.is_empty() {
        flow.keys(keys);
    }
    flow
}

/// Returns the application after keys on the first screen.
fn home(lang: Lang, keys: &str) -> Flow {
    after(Flow::new(lang), keys)
}

/// Returns a visit after keys.
fn visit(lang: Lang, keys: &str) -> Flow {
    after(Flow::visit(lang, &bundled("customer")), keys)
}

fn refused() -> Flow {
    let mut flow = visit(Lang::En, "");
    flow.disk = false;
    flow.keys("n").send(Message::NotSaved(IoCause::Full.at("/media/stick")));
    flow
}

fn practice() -> Flow {
    after(Flow::visit(Lang::En, &bundled("practice")), "n")
}

fn cover_notes() -> Flow {
    let mut flow = visit(Lang::En, "h");
    flow.typed("milk, bread, a birthday card");
    flow
}

/// Returns a visit to look at, after keys.
fn looked_at(lang: Lang, visit: Visit, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    let doubt = None;
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt, play: None, named: None })));
    after(flow, keys)
}

fn details(lang: Lang, keys: &str) -> Flow {
    let mut visit = begin(&bundled("customer"));
    visit.act(&Action::Answer { item: 1, value: Value::text("no"), seen: None }, &moment(9000)).unwrap();
    visit.act(&Action::Note { item: Some(1), text: "eyes on the screen".to_owned() }, &moment(12_000)).unwrap();
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    looked_at(lang, visit, keys)
}

fn replay(lang: Lang, keys: &str) -> Flow {
    looked_at(lang, crate::replay::visit_for_screens(), keys)
}

/// Returns a practice that was compared with its reference.
fn practised(lang: Lang) -> Flow {
    after(crate::practise::flow::finished(lang), "Enter")
}

fn presented(lang: Lang, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    flow.send(Message::Start(Destination::Present(Some(bundled("customer")))));
    after(flow, keys)
}

fn class_item(lang: Lang, keys: &str) -> Flow {
    after(crate::class::open_class(lang, true), keys)
}

/// Returns a tab of the results.
fn tab(lang: Lang, tab: Tab) -> Flow {
    let mut flow = crate::results::open(lang);
    flow.send(Message::Clicked(Target::Tab(tab)));
    flow
}

fn exporting() -> Flow {
    after(crate::results::open(Lang::En), "e")
}
