//! Events that could not be written: a file that fails on demand replaces the real one.

use super::*;
use crate::visit::event::{Observer, Site};
use crate::visit::{Action, Kind, Moment, Program, Stamp, Visit, VisitSetup};
use std::fs;
use std::sync::Mutex;
use tempfile::TempDir;

const ID: &str = "0195c0de-0000-7000-8000-000000000001";

/// How a file fails.
#[derive(Clone, Copy, Debug)]
enum Failure {
    /// No byte is written.
    Write,
    /// The first bytes are written, this many.
    Half(usize),
    /// All bytes are written but perhaps not synced.
    Sync,
}

/// A file that fails, and counts the writes.
#[derive(Debug)]
struct FailingFile {
    file: File,
    failure: Failure,
    writes: Arc<Mutex<usize>>,
}

impl DurableFile for FailingFile {
    fn append_and_sync(&mut self, bytes: &[u8]) -> io::Result<()> {
        *self.writes.lock().unwrap() += 1;
        let written = match self.failure {
            Failure::Write => 0,
            Failure::Half(count) => count.min(bytes.len()),
            Failure::Sync => bytes.len(),
        };
        self.file.write_all(&bytes[..written])?;
        Err(io::ErrorKind::StorageFull.into())
    }
}

/// A visit with its journal, which can be made to fail.
struct Bench {
    place: TempDir,
    folders: Folders,
    visit: Visit,
    journal: Journal,
    writes: Arc<Mutex<usize>>,
    ms: u64,
}

impl Bench {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let (data, config) = (dir.path().join("data"), dir.path().join("config"));
        let folders = Folders::find(Some(data), Some(config)).unwrap();
        folders.ensure().unwrap();
        let text = r#"{"format": "esprit.checklist/1", "id": "t", "version": "1", "relation": "customer", "title": "T",
            "sections": [{"id": "s", "title": "S", "items": [{"id": "a", "label": "A", "response": {"type": "text"}}]}]}"#;
        let definition = Arc::new(Definition::new(serde_json::from_str(text).unwrap()).unwrap());
        let setup = VisitSetup {
            session: ID.to_owned(),
            kind: Kind::Training,
            site: Site { id: "x".to_owned(), name: None, group: None },
            observer: Observer { id: "o".to_owned(), name: None },
            time_zone: "UTC".to_owned(),
            remark: None,
            scenario: None,
            program: Program::default(),
        };
        let visit = Visit::begin(Arc::clone(&definition), setup, &moment(0)).unwrap();
        let mut journal = Journal::create(&folders, &definition, ID).unwrap();
        journal.append(visit.events()).unwrap();
        Self { place: dir, folders, visit, journal, writes: Arc::default(), ms: 0 }
    }

    fn path(&self, number: u32) -> PathBuf {
        self.folders.unfinished().join(segment_name(ID, number))
    }

    /// Makes writes to the current segment fail from now on.
    fn fail(&mut self, failure: Failure) {
        let path = self.path(self.journal.segment);
        let file = File::options().append(true).open(path).unwrap();
        self.journal.file = Some(Box::new(FailingFile { file, failure, writes: Arc::clone(&self.writes) }));
    }

    fn note(&mut self) -> Result<u64, StoreError> {
        self.ms += 1000;
        let action = Action::Note { item: None, text: format!("page {}", self.ms) };
        let events = self.visit.act(&action, &moment(self.ms)).unwrap().to_vec();
        self.journal.append(&events)
    }

    /// Opens the journal as after a crash, and checks that every event is there.
    fn reopened(self) -> Self {
        let Self { place, folders, visit, journal, writes, ms } = self;
        drop(journal);
        let (journal, found) = Journal::open(&folders, ID).unwrap();
        assert_eq!(found.events, visit.events());
        Self { place, folders, visit, journal, writes, ms }
    }
}

fn moment(ms: u64) -> Moment {
    let ten = Stamp::parse("2026-03-01T10:00:00.000Z").unwrap();
    let instant = ten.instant() + jiff::SignedDuration::from_millis(i64::try_from(ms).unwrap());
    Moment { wall: Stamp::new(instant, jiff::tz::Offset::UTC), clock_ms: ms }
}

const FAILURES: [Failure; 4] = [Failure::Write, Failure::Half(1), Failure::Half(150), Failure::Sync];

#[test]
fn what_a_file_refused_goes_to_the_next_one_and_the_failed_file_is_left_alone() {
    for failure in FAILURES {
        let mut bench = Bench::new();
        bench.note().unwrap();
        bench.fail(failure);
        assert!(matches!(bench.note(), Err(StoreError::Io(IoError { cause: IoCause::Full, .. }))), "{failure:?}");
        assert_eq!(bench.journal.pending.len(), 1);
        let failed = fs::read(bench.path(1)).unwrap();
        assert_eq!(bench.journal.retry(), Ok(3), "{failure:?}");
        assert_eq!(bench.journal.pending.len(), 0);
        assert_eq!(bench.note(), Ok(4));
        assert_eq!(*bench.writes.lock().unwrap(), 1, "a file that failed once is never written again");
        assert_eq!(fs::read(bench.path(1)).unwrap(), failed);
        let mut bench = bench.reopened();
        assert_eq!(bench.note(), Ok(5));
        assert_eq!(fs::read(bench.path(1)).unwrap(), failed, "the last segment is written");
        bench.reopened();
    }
}

#[test]
fn several_files_that_fail_one_after_the_other_lose_nothing() {
    for first in FAILURES {
        for second in FAILURES {
            let mut bench = Bench::new();
            bench.fail(first);
            bench.note().unwrap_err();
            bench.note().unwrap();
            bench.fail(second);
            bench.note().unwrap_err();
            assert_eq!(bench.note(), Ok(5), "{first:?}, then {second:?}");
            assert!(bench.path(3).exists());
            let mut bench = bench.reopened();
            bench.ms += 1000;
            let events = bench.visit.act(&Action::Finish, &moment(bench.ms)).unwrap().to_vec();
            bench.journal.append(&events).unwrap();
            let saved = bench.journal.complete().unwrap();
            assert!(crate::store::verify::verify_text(&fs::read_to_string(&saved.path).unwrap()).is_ok());
            assert_eq!(fs::read_dir(bench.folders.unfinished()).unwrap().count(), 0);
        }
    }
}

#[test]
fn the_name_of_an_existing_file_is_skipped() {
    let mut bench = Bench::new();
    // A file of another program is no segment of this visit, but must not be overwritten.
    fs::write(bench.path(2), "").unwrap();
    bench.fail(Failure::Half(40));
    bench.note().unwrap_err();
    assert_eq!(bench.journal.retry(), Ok(2));
    assert!(bench.path(3).exists() && fs::read(bench.path(2)).unwrap().is_empty());
    bench.reopened();
}

#[test]
fn while_no_file_can_be_made_everything_stays_pending() {
    let mut bench = Bench::new();
    bench.fail(Failure::Write);
    bench.note().unwrap_err();
    let (folder, aside) = (bench.folders.unfinished(), bench.place.path().join("aside"));
    fs::rename(&folder, &aside).unwrap();
    for pending in 2..4 {
        assert!(matches!(bench.note(), Err(StoreError::Io(IoError { cause: IoCause::Missing, .. }))));
        assert_eq!(bench.journal.pending.len(), pending);
        assert!(bench.journal.complete().is_err());
    }
    fs::rename(&aside, &folder).unwrap();
    assert_eq!(bench.journal.retry(), Ok(4));
    bench.reopened();
}

#[test]
fn events_after_a_crash_in_a_second_segment_go_to_a_third() {
    for cut in [0, 1, 60] {
        let mut bench = Bench::new();
        bench.note().unwrap();
        bench.fail(Failure::Half(150));
        let safe = bench.visit.clone();
        bench.note().unwrap_err();
        bench.journal.retry().unwrap();
        let second = fs::read(bench.path(2)).unwrap();
        fs::write(bench.path(2), &second[..cut]).unwrap();
        bench.visit = safe;
        let mut bench = bench.reopened();
        assert_eq!(bench.note(), Ok(3));
        let mut bench = bench.reopened();
        assert_eq!(bench.note(), Ok(4), "cut at {cut}");
        bench.reopened();
    }
}
