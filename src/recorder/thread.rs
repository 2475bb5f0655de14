//! The thread that writes: jobs are done in order, and events waiting together are written together.

use super::OnMessage;
use crate::app::Write;
use crate::recorder::Recorder;
use crate::visit::Moment;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

/// A recorder running on its own thread.
pub struct RecorderThread {
    jobs: Sender<(Write, Moment)>,
    thread: JoinHandle<()>,
}

impl RecorderThread {
    /// Starts the thread; the messages of each job are passed to `on_message`.
    pub fn start(mut recorder: Recorder, on_message: OnMessage) -> Self {
        let (jobs, waiting) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let mut pending = None;
            while let Some((write, now)) = next(&mut pending, &waiting) {
                if let Some(message) = recorder.carry_out(write, &now) {
                    on_message(message);
                }
            }
        });
        Self { jobs, thread }
    }

    /// Queues a job.
    pub fn add(&self, write: Write, now: Moment) {
        // The receiver outlives this sender unless the thread panicked, which has been reported then.
        let _ = self.jobs.send((write, now));
    }

    /// Waits until every job is done.
    pub fn finish(self) {
        drop(self.jobs);
        let _ = self.thread.join();
    }
}

/// Returns the next job, merged with the jobs of the same kind that directly follow it.
fn next(pending: &mut Option<(Write, Moment)>, waiting: &Receiver<(Write, Moment)>) -> Option<(Write, Moment)> {
    let (mut write, now) = pending.take().or_else(|| waiting.recv().ok())?;
    loop {
        let Ok((later, then)) = waiting.try_recv() else { return Some((write, now)) };
        match (&mut write, later) {
            (Write::Append(events), Write::Append(more)) => events.extend(more),
            (Write::Draft(draft), Write::Draft(later)) => *draft = later,
            (Write::KeepDraft(draft), Write::KeepDraft(later)) => *draft = later,
            (_, later) => {
                *pending = Some((later, then));
                return Some((write, now));
            }
        }
    }
}
