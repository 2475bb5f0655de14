//! The generator of realistic sessions: reproducible bytes, valid sessions, damage as requested, and a truth that
//! matches the sessions.

use crate::support::Place;
use esprit::store::journal::EventLine;
use esprit::store::{Session, sessions, verify};
use esprit::visit::{Event, Kind, digest};
use std::collections::BTreeSet;
use world::answers::percent;
use world::chance::real;
use world::damage::Damage;
use world::entries::Entry;
use world::session::line;
use world::truth::Truth;
use world::write::{Folder, Lines, Piece, Sink, write};
use world::{GenerateError, Settings, World};

fn small() -> Settings {
    Settings { sites: 3, visits: 30, ..Settings::default() }
}

fn world(settings: Settings) -> World {
    World::new(settings).unwrap()
}

/// Collects the generated pieces.
#[derive(Default)]
struct Kept(Vec<(Entry, String, Vec<u8>)>);

impl Sink for Kept {
    fn sorts(&self) -> &'static [Damage] {
        &Damage::OF_FILES
    }

    fn write(&mut self, pieces: &[Piece]) -> Result<(), GenerateError> {
        let kept =
            |piece: &Piece| (piece.entry, format!("{}/{}", piece.line.folder, piece.line.name), piece.bytes().to_vec());
        self.0.extend(pieces.iter().map(kept));
        Ok(())
    }
}

fn generate(settings: Settings, threads: usize) -> Vec<(Entry, String, Vec<u8>)> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut kept = Kept::default();
    pool.install(|| write(&world(settings), &mut kept)).unwrap();
    kept.0
}

#[test]
fn the_same_settings_give_the_same_bytes_in_any_number_of_threads() {
    let settings = Settings { damaged: 0.3, duplicates: 0.2, ..small() };
    let once = generate(settings.clone(), 1);
    assert!(once == generate(settings.clone(), 1), "a second run differs");
    assert!(once == generate(settings.clone(), 3), "three threads differ");
    assert!(once != generate(Settings { seed: 2, ..settings }, 1), "the seed makes no difference");
}

#[test]
fn every_session_verifies() {
    let settings = Settings { abandoned: 0.2, self_audits: 0.3, training: 0.2, ..small() };
    for (_, name, bytes) in generate(settings, 2) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("}\n") && text.lines().count() == 1, "{name}");
        verify::verify_text(&text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    }
}

#[test]
fn a_session_equals_what_the_engine_derives_byte_for_byte() {
    let world = world(Settings { management: 0.3, internal: 0.3, abandoned: 0.1, ..small() });
    for number in 0..30 {
        let made = world.visit(number).unwrap();
        let (definition, events) = (&made.list.definition, made.visit.events());
        let mut chain = digest::first_link(definition.digest()).to_owned();
        let journal = |event: &Event| {
            chain = digest::link(&chain, event).unwrap();
            serde_json::value::to_raw_value(&EventLine { event: event.clone(), chain: chain.clone() }).unwrap()
        };
        let derived = Session::derive(definition, events, events.iter().map(journal).collect()).unwrap();
        assert!(line(&made).unwrap().text == derived.to_line().unwrap(), "visit {number}");
    }
}

#[test]
fn a_visit_scores_the_drawn_answers() {
    let world = world(Settings { abandoned: 0.0, ..small() });
    for number in 0..30 {
        let made = world.visit(number).unwrap();
        let (definition, events) = (&made.list.definition, made.visit.events());
        let derived = Session::derive(definition, events, Vec::new()).unwrap();
        let (occasion, mut rng) = world.occasion(number);
        let found = world.answers(&occasion, made.list, &mut rng);
        let found = percent(made.list.items.iter().zip(found)).unwrap();
        assert!((derived.score.percent.unwrap() - found).abs() < 1e-9, "visit {number}");
    }
}

#[test]
fn files_have_the_names_that_the_program_uses() {
    let place = Place::new();
    let world = world(small());
    let folder = place.folders().sessions();
    write(&world, &mut Folder::new(&folder)).unwrap();
    assert_eq!(place.sessions().len(), 30);
    for number in 0..30 {
        let made = world.visit(number).unwrap();
        let (started, at) = made.visit.state().started().unwrap();
        let path = sessions::usual_path(&place.folders(), at, &started.site.id, &started.observer.id, &started.session);
        assert!(path.is_file(), "visit {number}: {}", path.display());
    }
}

#[test]
fn damage_and_copies_are_made_as_requested_and_counted() {
    let place = Place::new();
    let world = world(Settings { visits: 80, damaged: 0.2, duplicates: 0.1, ..small() });
    let counts = write(&world, &mut Folder::new(&place.folders().sessions())).unwrap();
    assert_eq!((counts.visits, counts.copies, counts.all_damaged(), counts.damaged_readable), (80, 8, 16, 6));
    assert!(counts.damaged.len() == 8 && counts.damaged.values().all(|&n| n == 2), "{counts:?}");
    let (mut ids, mut copies, mut failed) = (BTreeSet::new(), 0, 0);
    verify::verify_paths(&[place.folders().sessions()], &mut |finding| match finding.result {
        Ok(verified) => copies += u64::from(!ids.insert(verified.id)),
        Err(_) => failed += 1,
    });
    assert_eq!((ids.len(), copies, failed), (80, 8, 16));
}

#[test]
fn one_file_has_one_session_per_line() {
    let place = Place::new();
    place.folders();
    let path = place.data().join("all.ndjson");
    let world = world(Settings { visits: 70, damaged: 0.1, duplicates: 0.1, ..small() });
    let counts = write(&world, &mut Lines::create(&path).unwrap()).unwrap();
    assert_eq!((counts.all_damaged(), counts.damaged.get("empty")), (7, None));
    let (mut held, mut failed) = (0, 0);
    verify::verify_paths(&[path], &mut |finding| if finding.result.is_ok() { held += 1 } else { failed += 1 });
    assert_eq!((held, failed), (77, 7));
}

#[test]
fn sites_get_equal_numbers_of_visits_unless_weighted() {
    let of = |settings: Settings| {
        let world = world(settings);
        let mut visits = vec![0_u32; world.sites.len()];
        (0..world.settings.visits).for_each(|number| visits[world.occasion(number).0.site] += 1);
        visits
    };
    let settings = Settings { sites: 7, visits: 700, ..Settings::default() };
    assert_eq!(of(settings.clone()), [100; 7]);
    let unequal = of(Settings { unequal: true, ..settings });
    assert!(unequal.iter().max().unwrap() > &(2 * unequal.iter().min().unwrap()), "{unequal:?}");
}

#[test]
fn the_truth_matches_the_visits() {
    let settings =
        Settings { sites: 4, visits: 2400, spread: 12.0, changed_sites: 0, trend: 0.0, ..Settings::default() };
    let world = world(settings);
    let truth = Truth::compute(&world, 600);
    let mut percents = vec![Vec::new(); 4];
    for number in 0..world.settings.visits {
        let (occasion, mut rng) = world.occasion(number);
        let list = &world.lists[occasion.list];
        let found = world.answers(&occasion, list, &mut rng);
        if occasion.kind != Kind::Training {
            percents[occasion.site].extend(percent(list.items.iter().zip(found)));
        }
    }
    for (site, percents) in truth.sites.iter().zip(&percents) {
        let n = real(percents.len() as u64);
        let mean = percents.iter().sum::<f64>() / n;
        // Four standard errors, of the visits and of the simulation.
        let near = 4.0 * site.deviation * (1.0 / n + 1.0 / 600.0).sqrt();
        assert!((mean - site.percent).abs() < near, "{}: {mean} is not near {}", site.id, site.percent);
    }
    let needed = truth.visits_needed().unwrap();
    assert!(truth.reliability(needed) >= 0.8 && truth.reliability(needed - 1.0) < 0.8, "{needed}");
}

#[test]
fn the_truth_names_every_effect() {
    let settings = Settings { sites: 10, visits: 0, changed_sites: 2, pure_outcome: true, ..Settings::default() };
    let world = world(settings);
    let counts = write(&world, &mut Kept::default()).unwrap();
    let truth = Truth::compute(&world, 300);
    let json = truth.json(&world, &counts);
    let sites = json["sites"].as_array().unwrap();
    let changed = sites.iter().filter(|site| site["change"]["month"] == "2026-06").count();
    assert_eq!((sites.len(), changed, json["ranking"].as_array().unwrap().len()), (10, 2, 10));
    assert_eq!(sites[2]["gap"]["attitude"], "listening");
    // Managers rate themselves higher than shoppers do on these behaviours, and on nothing else as much.
    let gap = |behaviour: &str| truth.self_audit_gaps[behaviour];
    for spot in ["reformulate", "empathy", "let_finish", "check"] {
        assert!(gap(spot) > 0.12 && gap(spot) > gap("gaze") + 0.08, "{spot}: {}", gap(spot));
    }
}
