//! The scale of the campaign, and the distribution of trials over the processors.

use crate::program::Tally;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The scale and the locations of a campaign.
pub struct Campaign {
    /// How often the program is killed at random on each file system.
    pub kills: usize,
    /// How often the power is cut on each file system.
    pub cuts: usize,
    /// The number of parallel trials.
    pub threads: usize,
    /// A folder on a disk.
    pub disk: PathBuf,
    /// A folder in memory, if there is one.
    pub memory: Option<PathBuf>,
    /// Whether there is a working tracer, or why not.
    pub traced: Result<(), String>,
}

impl Campaign {
    /// Tries a fault that needs the tracer.
    pub fn with_tracer(&self, fault: impl Fn(&Self) -> Tally) -> Tally {
        match &self.traced {
            Ok(()) => fault(self),
            Err(why) => Tally::skipped(why),
        }
    }

    /// Tries a fault on files in memory.
    pub fn in_memory(&self, fault: impl Fn(&Self, &Path) -> Tally) -> Tally {
        match &self.memory {
            Some(folder) => fault(self, folder),
            None => Tally::skipped("no /dev/shm here"),
        }
    }
}

/// Runs a trial for every element in parallel, and merges the results.
pub fn each<T: Sync>(threads: usize, jobs: &[T], trial: impl Fn(&T) -> Tally + Sync) -> Tally {
    let (next, sum) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tally = trial(job);
                    sum.lock().unwrap().add(tally);
                }
            });
        }
    });
    sum.into_inner().unwrap()
}
