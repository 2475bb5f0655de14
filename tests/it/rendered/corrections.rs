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
    flow.keys("Enter").typed(reason);
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
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Correct this visit
    ────────────────────────────────────────────────────────────────────────────────
       Who         o12
     ► Why         typed at the wrong line

     The visit opens again. What you change is recorded with your name and this
     reason; finishing writes a new file beside the first one, which stays as it
     is.














    ────────────────────────────────────────────────────────────────────────────────
     Enter keep  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Correct this visit
    ────────────────────────────────────────
       Who         o12
     ► Why         typed at the wrong line

     The visit opens again. What you change
     is recorded with your name and this
     reason; finishing writes a new file
    ────────────────────────────────────────
     Enter keep  Esc back  F1 help
    ");
}

#[test]
fn the_form_before_a_visit_is_declared_void() {
    let flow = form(Lang::Fr, CorrectionPurpose::DeclareVoid, "mauvais magasin");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Déclarer cette visite nulle
    ────────────────────────────────────────────────────────────────────────────────
       Qui         o12
     ► Pourquoi    mauvais magasin

     Une nouvelle fiche, à côté de la première, dit que la visite ne compte pas,
     par qui et pourquoi. Les rapports la comptent à part. Elle pourra encore être
     corrigée.














    ────────────────────────────────────────────────────────────────────────────────
     Entrée garder  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(60, 16), @"
     Déclarer cette visite nulle
    ────────────────────────────────────────────────────────────
       Qui         o12
     ► Pourquoi    mauvais magasin

     Une nouvelle fiche, à côté de la première, dit que la
     visite ne compte pas, par qui et pourquoi. Les rapports la
     comptent à part. Elle pourra encore être corrigée.






    ────────────────────────────────────────────────────────────
     Entrée garder  Échap retour  F1 aide
    ");
}

#[test]
fn what_was_corrected() {
    let flow = looked_at(Lang::En, corrected("typed at the wrong line"), "Right Right");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     4 · 1 March 2026, 10:00 · Mystery visit · void
    ────────────────────────────────────────────────────────────────────────────────
     100.0% (1.0 of 1.0) · 30 s · o12
     Without an answer: 34 of 35

     Corrected by 3, 3 March 2026, 10:00: typed at the wrong line
     2026-03-03 10:00:01  Gives a sign as the customer comes in: no → yes
     2026-03-03 10:00:02  Site: Agence Lyon 3 → 4
     Declared void by 3, 4 March 2026, 10:00: typed at the wrong line













    ────────────────────────────────────────────────────────────────────────────────
     S score explained  ← answers  R replay  ↑↓ scroll  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     4 · 1 March 2026, 10:00 · Mystery vis…
    ────────────────────────────────────────
     100.0% (1.0 of 1.0) · 30 s · o12
     Without an answer: 34 of 35

     Corrected by 3, 3 March 2026, 10:00:  █
     typed at the wrong line
    ────────────────────────────────────────
     S score explained  ← answers  R replay
     ↑↓ scroll  Esc back  F1 help
    ");
    let flow = looked_at(Lang::Fr, corrected("mauvaise ligne"), "Right Right");
    insta::assert_snapshot!(flow.screen(60, 16), @"
     4 · 1er mars 2026 à 10:00 · Visite mystère · nulle
    ────────────────────────────────────────────────────────────
     100,0 % (1,0 sur 1,0) · 30 s · o12
     Sans réponse : 34 sur 35

     Corrigée par 3, 3 mars 2026 à 10:00 : mauvaise ligne
     2026-03-03 10:00:01  Fait signe au client dès son entrée :
     non → oui
     2026-03-03 10:00:02  Site : Agence Lyon 3 → 4
     Déclarée nulle par 3, 4 mars 2026 à 10:00 : mauvaise ligne



    ────────────────────────────────────────────────────────────
     S score en détail  ← réponses  R rejouer  ↑↓ défiler
     Échap retour  F1 aide
    ");
}
