//! The disk's own thread: what is asked is done in order, and events that wait together are written together.

use super::events::Event;
use crate::app::{Message, Write};
use crate::recorder::Recorder;
use crate::visit::Moment;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

/// The way to the disk.
pub enum Disk {
    /// Nothing was asked yet.
    Idle(Box<Recorder>, Sender<Event>),
    /// A thread does what is asked.
    Busy(Sender<(Write, Moment)>, JoinHandle<()>),
    /// No more is asked.
    Over,
}

impl Disk {
    /// Asks for something to be done; the first time, that starts the thread. What comes of it is sent back.
    pub fn ask(&mut self, write: Write, now: Moment) {
        if let Self::Idle(..) = self
            && let Self::Idle(recorder, send) = std::mem::replace(self, Self::Over)
        {
            *self = start(*recorder, send);
        }
        if let Self::Busy(jobs, _) = self {
            // The thread ends only after this sender; a panic there has already been told.
            let _ = jobs.send((write, now));
        }
    }

    /// Waits until everything asked is done.
    pub fn finish(&mut self) {
        if let Self::Busy(jobs, thread) = std::mem::replace(self, Self::Over) {
            drop(jobs);
            let _ = thread.join();
        }
    }
}

fn start(mut recorder: Recorder, send: Sender<Event>) -> Disk {
    let (jobs, asked) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        let mut waiting = None;
        while let Some((write, now)) = next(&mut waiting, &asked) {
            let message: Option<Message> = recorder.carry_out(write, &now);
            // What is asked is done to the end even where nobody waits for the answer any more.
            let _ = message.map(|message| send.send(Event::Message(message)));
        }
    });
    Disk::Busy(jobs, thread)
}

/// Takes the next job, together with those behind it that are of the same kind.
fn next(waiting: &mut Option<(Write, Moment)>, asked: &Receiver<(Write, Moment)>) -> Option<(Write, Moment)> {
    let (mut write, now) = waiting.take().or_else(|| asked.recv().ok())?;
    loop {
        let Ok((later, then)) = asked.try_recv() else { return Some((write, now)) };
        match (&mut write, later) {
            (Write::Append(events), Write::Append(more)) => events.extend(more),
            (Write::Draft(draft), Write::Draft(later)) => *draft = later,
            (_, later) => {
                *waiting = Some((later, then));
                return Some((write, now));
            }
        }
    }
}
