//! `esprit replay --plain`: lines in time, followed by the answers exactly as `esprit show` prints them.

use super::{LOOK, eventful, interrupted, late, saved, visit};
use crate::support::{Place, SESSION, saved_session};
use esprit::store::Journal;
use esprit::visit::{Action, Visit};

/// Returns the part of `esprit show` that has the answers.
fn answers(shown: &str, timeline: &str) -> String {
    let start = shown.find("\n\n").unwrap() + 1;
    let end = shown.find(&format!("\n\n{timeline}\n")).unwrap() + 1;
    shown[start..end].to_owned()
}

#[test]
fn a_replay_ends_with_the_answers_of_show() {
    let abandoned = visit(&[(3, late(LOOK, "no", 2)), (4, Action::Abandon)]);
    let open = visit(&eventful()[..9]);
    for (name, visit) in [
        ("eventful", visit(&eventful())),
        ("interrupted", interrupted()),
        ("abandoned", abandoned),
        ("open", open),
        ("nothing", visit(&[])),
    ] {
        let place = Place::new();
        if visit.is_over() {
            saved(&place, &visit);
        } else {
            keep(&place, &visit);
        }
        ends_as_shown(&place, name);
    }
    let place = Place::new();
    saved_session(&place);
    ends_as_shown(&place, "customer");
}

fn keep(place: &Place, visit: &Visit) {
    let mut journal = Journal::create(&place.folders(), visit.definition(), SESSION).unwrap();
    journal.append(visit.events()).unwrap();
}

fn ends_as_shown(place: &Place, name: &str) {
    for (lang, timeline) in [("fr", "Déroulé"), ("en", "Timeline")] {
        let (_, shown, _) = place.run(lang, &["show", "0195"], "");
        let expected = answers(&shown, timeline);
        for order in ["recorded", "happened"] {
            let (code, out, err) =
                place.run(lang, &["replay", "0195", "--plain", "--speed", "1000000", "--order", order], "");
            assert_eq!((code, err.as_str()), (0, ""), "{name}, {order}");
            assert!(out.ends_with(&expected), "{name}, {order}:\n{out}\n---\n{expected}");
        }
    }
}

#[test]
fn each_line_has_its_times_and_a_late_entry_both() {
    let place = Place::new();
    saved(&place, &visit(&eventful()));
    let run = |lang: &str, order: &str| {
        let (_, out, _) = place.run(lang, &["replay", "0195", "--plain", "--speed", "1e5", "--order", order], "");
        let head = out.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
        head.replace(['\u{a0}', '\u{202f}'], " ")
    };
    insta::assert_snapshot!(run("en", "recorded"));
    insta::assert_snapshot!(run("fr", "happened"));
}

#[test]
fn a_skipped_gap_is_printed() {
    let place = Place::new();
    saved(&place, &interrupted());
    let run = |speed: &str| place.run("en", &["replay", "0195", "--plain", "--speed", speed], "").1;
    let (slow, fast) = (run("100"), run("1000000"));
    assert!(slow.contains("… application closed for 9\u{a0}min 19\u{a0}s, skipped\n"), "{slow}");
    assert!(!fast.contains("skipped"), "{fast}");
}

#[test]
fn what_cannot_be_played_is_reported() {
    let place = Place::new();
    let path = saved_session(&place);
    let asked = path.to_str().unwrap();
    for (args, code, said) in [
        (vec!["replay", "0195", "--plain", "--speed", "0"], 2, "“0” is not a speed"),
        (vec!["replay", "0195", "--plain", "--speed", "-4"], 2, "“-4” is not a speed"),
        (vec!["replay", "0195", "--plain", "--speed", "quick"], 2, "“quick” is not a speed"),
        (vec!["replay", "0195", "--plain", "--order", "other"], 2, "recorded, happened"),
        (vec!["replay", "--plain"], 2, "Missing: <SESSION>"),
        (vec!["replay", "ffff", "--plain"], 1, "There is no visit “ffff”"),
    ] {
        let (found, out, err) = place.run("en", &args, "");
        assert!(found == code && err.contains(said) && out.is_empty(), "{args:?}: {found} {err}{out}");
    }
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("\"seal\":\"sha256:", "\"seal\":\"sha256:0")).unwrap();
    let shown = place.run("en", &["show", asked], "");
    let (code, out, err) = place.run("en", &["replay", asked, "--plain", "--speed", "1e6"], "");
    assert_eq!((code, &err), (1, &shown.2), "the doubt, as show says it");
    assert!(out.contains("end of the visit"), "it plays all the same: {out}");
    std::fs::write(&path, &text[..text.len() / 2]).unwrap();
    let shown = place.run("en", &["show", asked], "");
    let (code, out, err) = place.run("en", &["replay", asked, "--plain"], "");
    assert_eq!((code, out.as_str(), err), (1, "", shown.2), "a damaged file, as show says it");
}
