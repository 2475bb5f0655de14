//! An event that cannot follow changes nothing.

use super::*;

const CHECKLIST: &str = r#"{"format": "esprit.checklist/1", "id": "t", "version": "1", "relation": "customer",
    "title": "T", "sections": [{"id": "s", "title": "S", "items": [
        {"id": "a", "label": "A", "response": {"type": "text"}}]}]}"#;

fn moment(ms: u64, ahead_ms: i64) -> Moment {
    let at = jiff::Timestamp::from_millisecond(1_772_355_600_000 + i64::try_from(ms).unwrap() + ahead_ms).unwrap();
    Moment { wall: Stamp::new(at, jiff::tz::Offset::UTC), clock_ms: ms }
}

fn setup(speed: f64) -> VisitSetup {
    let id = || "test".to_owned();
    VisitSetup {
        session: "0195c0de-0000-7000-8000-000000000001".to_owned(),
        kind: Kind::Training,
        site: Site { id: id(), name: None, group: None },
        observer: Observer { id: id(), name: None },
        time_zone: "UTC".to_owned(),
        remark: None,
        scenario: Some(ScenarioRef { id: id(), version: id(), digest: id(), speed }),
        program: Program::default(),
    }
}

#[test]
fn an_event_that_cannot_follow_is_refused_and_changes_nothing() {
    let definition = Arc::new(Definition::new(serde_json::from_str(CHECKLIST).unwrap()).unwrap());
    for speed in [0.0, -1.0, f64::NAN] {
        let begun = Visit::begin(Arc::clone(&definition), setup(speed), &moment(0, 0));
        assert_eq!(begun.unwrap_err(), FoldError::DanglingReference { seq: 1 }, "{speed}");
    }
    let mut visit = Visit::begin(definition, setup(1.0), &moment(0, 0)).unwrap();
    let before = (visit.events.clone(), visit.state.clone());
    // With a wall clock that was set, the event would come after a `clock_shifted`.
    for ahead_ms in [0, 60_000] {
        let now = moment(1_000, ahead_ms);
        let refused = visit.record(Body::Unpaused { reason: None }, now.wall, 1_000, None).map(<[_]>::len);
        assert!(refused.is_err(), "{ahead_ms}");
        assert_eq!((visit.events.clone(), visit.state.clone()), before, "{ahead_ms}");
    }
    assert!(visit.act(&Action::Pause(None), &moment(1_000, 60_000)).is_ok());
}
