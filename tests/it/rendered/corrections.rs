//! The form before a correction, the visit's own screen in one, and what was corrected, as they are rendered.

use super::looked_at;
use crate::support::{Flow, begin, bundled, moment, program};
use esprit::app::Destination;
use esprit::app::message::Message;
use esprit::app::outcome::CorrectionPurpose;
use esprit::text::Lang;
use esprit::visit::event::HeaderFact;
use esprit::visit::{Action, Authorship, Site, Value, Visit};

const DAY: u64 = 24 * 3_600_000;

/// Returns the screens by name, without words from elsewhere.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    vec![
        ("correction", form(lang, CorrectionPurpose::Correct, "1 2")),
        ("void", form(lang, CorrectionPurpose::DeclareVoid, "1 2")),
        ("corrections", looked_at(lang, crate::screens::silent(&corrected("1 2")), "Right Right")),
    ]
}

/// Returns the form, with a reason being typed.
fn form(lang: Lang, purpose: CorrectionPurpose, reason: &str) -> Flow {
    let mut flow = Flow::new(lang);
    flow.send(Message::Start(Destination::Correction { path: "/1/2.json".into(), purpose }));
    flow.typed(reason);
    flow
}

/// Returns a visit that was corrected and then declared void, for a reason.
fn corrected(reason: &str) -> Visit {
    let mut visit = begin(&bundled("customer"));
    let answer = |value| Action::Answer { item: 1, value: Value::text(value), seen: None };
    visit.act(&answer("no"), &moment(9_000)).unwrap();
    visit.act(&Action::Finish, &moment(30_000)).unwrap();
    let why = Authorship::new("3", reason).unwrap();
    visit.reopen(&why, &program(), &moment(2 * DAY)).unwrap();
    visit.act(&answer("yes"), &moment(2 * DAY + 1_000)).unwrap();
    let site = Site { id: "4".to_owned(), name: None, group: None };
    visit.act(&Action::ChangeHeader(HeaderFact::Site(site)), &moment(2 * DAY + 2_000)).unwrap();
    visit.act(&Action::Finish, &moment(2 * DAY + 3_000)).unwrap();
    visit.reopen(&why, &program(), &moment(3 * DAY)).unwrap();
    visit.act(&Action::Void(why), &moment(3 * DAY)).unwrap();
    visit
}

#[test]
fn the_form_before_a_correction() {
    let flow = form(Lang::En, CorrectionPurpose::Correct, "typed at the wrong line");
    insta::assert_snapshot!(flow.screen(80, 24), @"");
    insta::assert_snapshot!(flow.screen(40, 10), @"");
}

#[test]
fn the_form_before_a_visit_is_declared_void() {
    let flow = form(Lang::Fr, CorrectionPurpose::DeclareVoid, "mauvais magasin");
    insta::assert_snapshot!(flow.screen(80, 24), @"");
    insta::assert_snapshot!(flow.screen(60, 16), @"");
}

#[test]
fn what_was_corrected() {
    let flow = looked_at(Lang::En, corrected("typed at the wrong line"), "Right Right");
    insta::assert_snapshot!(flow.screen(80, 24), @"");
    insta::assert_snapshot!(flow.screen(40, 10), @"");
    let flow = looked_at(Lang::Fr, corrected("mauvaise ligne"), "Right Right");
    insta::assert_snapshot!(flow.screen(60, 16), @"");
}
