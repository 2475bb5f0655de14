//! The disk's own thread: what is asked is done in order, and events that wait together are written together.

use super::Incoming;
use crate::app::{Effect, Message};
use crate::recorder::Recorder;
use crate::visit::Moment;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

/// The way to the disk.
pub struct Disk {
    /// None once no more is asked.
    jobs: Option<Sender<(Effect, Moment)>>,
    thread: Option<JoinHandle<()>>,
}

impl Disk {
    /// Starts the thread; what comes of the jobs is sent back.
    pub fn start(mut recorder: Recorder, send: Sender<Incoming>) -> Self {
        let (jobs, asked) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let mut waiting = None;
            while let Some((effect, now)) = next(&mut waiting, &asked) {
                let message: Option<Message> = recorder.carry_out(effect, &now);
                // What is asked is done to the end even where nobody waits for the answer any more.
                let _ = message.map(|message| send.send(Incoming::Message(message)));
            }
        });
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    /// Asks for something to be done.
    pub fn ask(&self, effect: Effect, now: Moment) {
        // The thread ends only after this sender; a panic there has already been told.
        let _ = self.jobs.as_ref().map(|jobs| jobs.send((effect, now)));
    }

    /// Waits until everything asked is done.
    pub fn finish(&mut self) {
        self.jobs = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Takes the next job, together with those behind it that are of the same kind.
fn next(waiting: &mut Option<(Effect, Moment)>, asked: &Receiver<(Effect, Moment)>) -> Option<(Effect, Moment)> {
    let (mut effect, now) = waiting.take().or_else(|| asked.recv().ok())?;
    loop {
        let Ok((later, then)) = asked.try_recv() else { return Some((effect, now)) };
        match (&mut effect, later) {
            (Effect::Append(events), Effect::Append(more)) => events.extend(more),
            (Effect::Draft(draft), Effect::Draft(later)) => *draft = later,
            (_, later) => {
                *waiting = Some((later, then));
                return Some((effect, now));
            }
        }
    }
}
