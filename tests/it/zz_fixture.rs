use crate::support::{Place, moment, setup};
use esprit::store::Journal;
use esprit::visit::*;
#[test]
fn write_it() {
    let place = Place::new();
    let folders = place.folders();
    let definition =
        esprit::store::checklists::read(std::path::Path::new("tests/fixtures/0.2.0/checklist.json")).unwrap();
    let setup =
        VisitSetup { session: "019d0a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b".to_owned(), kind: Kind::SelfAudit, ..setup() };
    let mut visit = Visit::begin(std::sync::Arc::clone(&definition), setup.clone(), &moment(0)).unwrap();
    let at = |id: &str| definition.position(id).unwrap();
    visit.act(&Action::Timer { item: 0, press: TimerPress::Stop, seen: None }, &moment(95_000)).unwrap();
    let many = |ids: &[&str]| Value::Many(ids.iter().map(|id| (*id).to_owned()).collect());
    let answers = [
        ("greeting.hello", Value::text("partly")),
        ("greeting.excuse", Value::text("yes")),
        ("listening.questions", Value::Integer(1)),
        ("listening.posture", Value::text("sideways")),
        ("listening.why_away", many(&["none"])),
        ("listening.posture", Value::text("no_counter")),
        ("efficiency.safe", Value::text("yes")),
        ("efficiency.price", Value::Number(12.5)),
        ("outcome.come_back", Value::Integer(8)),
    ];
    for (n, (id, value)) in (0..).zip(answers) {
        visit.act(&Action::Answer { item: at(id), value, seen: None }, &moment(100_000 + n * 4000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(150_000)).unwrap();
    let mut journal = Journal::create(&folders, &definition, &setup.session).unwrap();
    journal.append(visit.events()).unwrap();
    std::fs::copy(journal.complete().unwrap().path, "tests/fixtures/0.2.0/session.json").unwrap();
    println!("DIGEST {}", definition.digest());
}
