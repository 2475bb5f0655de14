//! The course of a visit: the answers entered into the engine step by step, with pauses, corrections, late entries and
//! notes.

use super::answers::DrawnAnswer;
use super::chance::{between, happens, normal, pick, whole};
use super::items::{AnswerType, ItemList};
use super::occasion::Occasion;
use super::{Habit, TrueSite, World};
use esprit::visit::event::Observer;
use esprit::visit::state::FoldError;
use esprit::visit::{Action, Moment, ObservedTime, Program, Refusal, Stamp, TimerPress, Value, Visit, VisitSetup};
use fastrand::Rng;
use jiff::Timestamp;
use std::sync::Arc;

/// Notes that observers write on a `no`.
const NOTES: [&str; 12] = [
    "Vendeur au téléphone, dos tourné.",
    "Personne à l’accueil pendant plusieurs minutes.",
    "« Attendez, j’arrive », puis plus rien.",
    "Deux collègues en conversation privée.",
    "Réponse donnée sans lever les yeux de l’écran.",
    "Renvoyé vers le site internet.",
    "Il a fallu répéter la demande trois fois.",
    "Prix annoncé : 12,90 € ; en caisse : 14,90 €.",
    "File d’attente, une seule caisse ouverte ; personne ne s’excuse.",
    "Très pressée, c’était la fermeture.",
    "Aucune reformulation ; le produit proposé n’allait pas.",
    "Ton sec.",
];
const PAGES: [&str; 4] = [
    "Magasin bien rangé, musique un peu forte.",
    "Travaux devant l’entrée ; accès difficile avec une poussette.",
    "Équipe souriante, on sent l’entraide.",
    "Jour de soldes : beaucoup de monde.",
];
const REASONS: [&str; 3] = ["Appel téléphonique", "Changement de rayon", "Un client demande de l’aide"];

/// The timing of an observer.
struct Timing {
    /// From the start to the last observation, in milliseconds.
    whole_ms: f64,
    /// Whether the answers are given after the visit, from memory.
    afterwards: bool,
    /// The item before which there is a pause.
    pause: Option<usize>,
    /// The item before which the wall clock is set, and by how much, in milliseconds.
    set: Option<(usize, i64)>,
    /// The item after which the visit is abandoned.
    given_up: Option<usize>,
}

/// A visit being made.
struct Course<'a> {
    visit: Visit,
    place: &'a TrueSite,
    start_ms: i64,
    /// By how much the wall clock has been set, in milliseconds.
    off_ms: i64,
    /// The time of the last event, in milliseconds after the start.
    at_ms: u64,
    boot_ms: u64,
}

impl World {
    /// Makes the visit with this number using the engine.
    ///
    /// # Errors
    /// Fails if the engine refuses an action; a test checks that it never does.
    pub fn visit(&self, number: u64) -> Result<MadeVisit<'_>, Refusal> {
        let (occasion, mut rng) = self.occasion(number);
        let (Some(list), Some(place)) = (self.lists.get(occasion.list), self.sites.get(occasion.site)) else {
            return Err(Refusal::NoItem);
        };
        let found = self.answers(&occasion, list, &mut rng);
        let tempo = self.timing(&occasion, list, &mut rng);
        let mut course = self.begin(&occasion, list, place, &mut rng).map_err(|_| Refusal::CannotFollow)?;
        course.enter_answers(list, &found, &tempo, &mut rng)?;
        Ok(MadeVisit { visit: course.visit, list, occasion })
    }

    fn timing(&self, occasion: &Occasion, list: &ItemList, rng: &mut Rng) -> Timing {
        let items = list.items.len();
        let mut at = |probability| Some(rng.usize(10..items.max(11))).filter(|_| happens(rng, probability));
        let (pause, set, given_up) = (at(0.04), at(0.012), at(self.settings.abandoned));
        let by = [3_600_000, -3_600_000, 47_000, -18_000];
        let by = by.get(rng.usize(..by.len())).copied().unwrap_or_default();
        let minutes = match self.habit(occasion) {
            Habit::TooFast => between(rng, 0.4, 0.7),
            _ => 9.0 * libm::exp(0.35 * normal(rng)),
        };
        let afterwards = happens(rng, 0.12) && self.habit(occasion) == Habit::Careful;
        Timing { whole_ms: 60_000.0 * minutes, afterwards, pause, set: set.map(|item| (item, by)), given_up }
    }

    fn begin<'a>(
        &self,
        occasion: &Occasion,
        list: &ItemList,
        place: &'a TrueSite,
        rng: &mut Rng,
    ) -> Result<Course<'a>, FoldError> {
        let boot_ms = rng.u64(60_000..400_000_000);
        let start_ms = occasion.start.as_millisecond();
        let setup = VisitSetup {
            session: occasion.id.clone(),
            kind: occasion.kind,
            site: place.site.clone(),
            observer: Observer { id: self.observer_id(occasion), name: None },
            time_zone: place.zone_name.to_owned(),
            remark: happens(rng, 0.05).then(|| "Canal : boutique".to_owned()),
            scenario: None,
            program: Program {
                boot: uuid::Builder::from_random_bytes(rng.u128(..).to_be_bytes()).into_uuid().to_string(),
                app: env!("CARGO_PKG_VERSION").to_owned(),
            },
        };
        let now = moment(place, start_ms, 0, 0, boot_ms);
        let visit = Visit::begin(Arc::clone(&list.definition), setup, &now)?;
        Ok(Course { visit, place, start_ms, off_ms: 0, at_ms: 0, boot_ms })
    }
}

/// A visit that was made.
#[derive(Debug)]
pub struct MadeVisit<'a> {
    /// The visit, which is over.
    pub visit: Visit,
    /// Its checklist.
    pub list: &'a ItemList,
    /// Its occasion.
    pub occasion: Occasion,
}

fn moment(place: &TrueSite, start_ms: i64, at_ms: u64, off_ms: i64, boot_ms: u64) -> Moment {
    let ms = start_ms + off_ms + i64::try_from(at_ms).unwrap_or_default();
    let instant = Timestamp::from_millisecond(ms).unwrap_or_default();
    Moment { wall: Stamp::new(instant, place.zone.to_offset(instant)), clock_ms: boot_ms + at_ms }
}

impl Course<'_> {
    fn act(&mut self, action: &Action) -> Result<(), Refusal> {
        let now = moment(self.place, self.start_ms, self.at_ms, self.off_ms, self.boot_ms);
        self.visit.act(action, &now).map(|_| ())
    }

    fn pass(&mut self, ms: f64) {
        self.at_ms += whole(ms.max(1.0));
    }

    fn enter_answers(
        &mut self,
        list: &ItemList,
        found: &[DrawnAnswer],
        timing: &Timing,
        rng: &mut Rng,
    ) -> Result<(), Refusal> {
        let (whole_ms, end) = (timing.whole_ms, found.len());
        if let Some(DrawnAnswer::Wait(ms)) = found.first() {
            self.at_ms = *ms;
            self.act(&Action::Timer { item: 0, press: TimerPress::Stop, seen: None })?;
        }
        // The remaining time is shared by the items, unevenly; a long wait extends it.
        let each = (whole_ms * 0.2).max(whole_ms - super::chance::real(self.at_ms)) / super::chance::real(end as u64);
        let mut seen_ms = self.at_ms;
        if timing.afterwards {
            self.pass(whole_ms + 60_000.0 * between(rng, 3.0, 25.0));
        }
        for index in 1..end {
            if timing.given_up == Some(index) {
                self.pass(2_000.0);
                return self.act(&Action::Abandon);
            }
            self.interruptions(index, timing, rng)?;
            let step = each * between(rng, 0.3, 1.7);
            seen_ms += whole(step);
            self.pass(if timing.afterwards { between(rng, 1_500.0, 6_000.0) } else { step });
            self.answer(list, index, found, timing.afterwards.then_some(seen_ms), rng)?;
        }
        if found.first() == Some(&DrawnAnswer::Never) {
            self.pass(1_500.0);
            self.act(&Action::Timer { item: 0, press: TimerPress::Never, seen: None })?;
        }
        if happens(rng, 0.08) {
            self.pass(9_000.0);
            let text = pick(rng, &PAGES).unwrap_or_default().to_owned();
            self.act(&Action::Note { item: None, text })?;
        }
        self.pass(each * 0.5);
        self.act(&Action::Finish)
    }

    fn interruptions(&mut self, index: usize, timing: &Timing, rng: &mut Rng) -> Result<(), Refusal> {
        if timing.pause == Some(index) {
            self.pass(1_000.0);
            self.act(&Action::Pause(pick(rng, &REASONS).map(str::to_owned)))?;
            self.pass(1000.0 * between(rng, 20.0, 240.0));
            self.act(&Action::Continue(None))?;
        }
        if let Some((_, by_ms)) = timing.set.filter(|(item, _)| *item == index) {
            self.off_ms += by_ms;
        }
        Ok(())
    }

    /// Answers an item, at once or from memory.
    fn answer(
        &mut self,
        list: &ItemList,
        index: usize,
        found: &[DrawnAnswer],
        seen_ms: Option<u64>,
        rng: &mut Rng,
    ) -> Result<(), Refusal> {
        let (Some(item), Some(&given)) = (list.items.get(index), found.get(index)) else { return Ok(()) };
        let ago = match seen_ms {
            Some(seen) => Some(self.at_ms.saturating_sub(seen)),
            None => happens(rng, 0.03).then(|| rng.u64(5_000..60_000).min(self.at_ms)),
        };
        let seen = ago.filter(|_| item.sort != AnswerType::Outcome).map(ObservedTime::Ago);
        match (item.sort, given) {
            (_, DrawnAnswer::Absent | DrawnAnswer::Open | DrawnAnswer::Wait(_) | DrawnAnswer::Never) => return Ok(()),
            (AnswerType::Questions, DrawnAnswer::Yes) => {
                let (first, times) = (self.at_ms, rng.u64(2..=4));
                for _ in 0..times {
                    self.act(&Action::Count {
                        item: index,
                        seen: seen_ms.map(|ms| ObservedTime::Ago(first.saturating_sub(ms))),
                    })?;
                    self.pass(700.0);
                }
            }
            (AnswerType::Questions, DrawnAnswer::Partly) => self.act(&Action::Count { item: index, seen })?,
            (AnswerType::Service, DrawnAnswer::Yes | DrawnAnswer::Partly | DrawnAnswer::No) => {
                let value = Value::number(1000.0 * service_s(given, rng).round());
                self.act(&Action::Answer { item: index, value, seen })?;
            }
            (AnswerType::Behaviour, _) if seen.is_none() && happens(rng, 0.01) => {
                self.mark(index, value(item.sort, given), rng)?;
            }
            _ => {
                if item.sort == AnswerType::Behaviour && happens(rng, 0.006) {
                    let slip = Value::text(Value::NOT_OBSERVED);
                    self.act(&Action::Answer { item: index, value: slip, seen: None })?;
                    self.pass(900.0);
                    self.act(&Action::Undo)?;
                    self.pass(400.0);
                }
                self.act(&Action::Answer { item: index, value: value(item.sort, given), seen })?;
            }
        }
        self.note(list, index, given, rng)
    }

    /// Marks the moment, answers a little later, and assigns the mark to the item.
    fn mark(&mut self, item: usize, value: Value, rng: &mut Rng) -> Result<(), Refusal> {
        self.act(&Action::Mark(None))?;
        let mark = self.visit.state().last_seq();
        self.pass(1000.0 * between(rng, 3.0, 30.0));
        self.act(&Action::Answer { item, value, seen: None })?;
        self.pass(800.0);
        self.act(&Action::Bind { mark, item })
    }

    /// Writes a note on a `no`: nearly always if it is required, sometimes otherwise.
    fn note(&mut self, list: &ItemList, index: usize, given: DrawnAnswer, rng: &mut Rng) -> Result<(), Refusal> {
        let asked = !list.definition.item(index).note_required_on.is_empty();
        if given != DrawnAnswer::No || !happens(rng, if asked { 0.96 } else { 0.12 }) {
            return Ok(());
        }
        self.pass(1000.0 * between(rng, 2.0, 15.0));
        let text = pick(rng, &NOTES).unwrap_or_default().to_owned();
        self.act(&Action::Note { item: Some(index), text })
    }
}

/// Draws how long the service took, in seconds, for an answer that earns this much.
fn service_s(given: DrawnAnswer, rng: &mut Rng) -> f64 {
    match given {
        DrawnAnswer::Yes => between(rng, 30.0, 180.0),
        DrawnAnswer::Partly => between(rng, 181.0, 420.0),
        _ => between(rng, 421.0, 900.0),
    }
}

/// Returns the value that files store for an answer.
fn value(sort: AnswerType, given: DrawnAnswer) -> Value {
    match (sort, given) {
        (_, DrawnAnswer::NoOccasion) => Value::text(Value::NOT_APPLICABLE),
        (_, DrawnAnswer::NotSeen) => Value::text(Value::NOT_OBSERVED),
        (_, DrawnAnswer::Outcome(n)) => Value::Integer(n.into()),
        (AnswerType::Questions, _) => Value::Integer(0),
        (AnswerType::Words, DrawnAnswer::Yes) => Value::text("full"),
        (AnswerType::Words, DrawnAnswer::Partly) => Value::text("short"),
        (AnswerType::Words, _) => Value::text("other"),
        (_, DrawnAnswer::Yes) => Value::text(Value::YES),
        (_, DrawnAnswer::Partly) => Value::text(Value::PARTLY),
        _ => Value::text(Value::NO),
    }
}
