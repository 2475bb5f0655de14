//! The program at work: told one line at a time, and heard as it speaks.

use crate::program::{ActiveVisit, acknowledged};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Nothing that is waited for takes this long, however slow the machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What the program has said so far.
#[derive(Default)]
pub struct Heard {
    pub out: String,
    pub err: String,
    /// How many of its two voices have ended.
    ended: usize,
}

impl Heard {
    pub fn acknowledged(&self) -> u64 {
        acknowledged(&self.out)
    }
}

/// A running program; killed when it is dropped.
pub struct Live {
    child: Child,
    input: Option<ChildStdin>,
    heard: Arc<(Mutex<Heard>, Condvar)>,
    listeners: Vec<JoinHandle<()>>,
}

impl Live {
    pub fn start(mut command: Command) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let heard = Arc::new((Mutex::new(Heard::default()), Condvar::new()));
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let listeners = vec![listen(out, &heard, |heard| &mut heard.out), listen(err, &heard, |heard| &mut heard.err)];
        Self { input: child.stdin.take(), child, heard, listeners }
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        kill_process(id.unwrap(), signal).unwrap();
    }

    /// Tells it lines; one that has ended hears nothing.
    pub fn say(&mut self, lines: &str) {
        if let Some(input) = &mut self.input {
            let _ = input.write_all(lines.as_bytes());
        }
    }

    /// Waits until what it said is enough, or it has ended; tells whether it was.
    pub fn wait(&self, until: impl Fn(&Heard) -> bool) -> bool {
        let heard = self.heard.0.lock().unwrap();
        let waits = |heard: &mut Heard| !until(heard) && heard.ended < 2;
        let (heard, _) = self.heard.1.wait_timeout_while(heard, PATIENCE, waits).unwrap();
        until(&heard)
    }

    pub fn heard<T>(&self, what: impl Fn(&Heard) -> T) -> T {
        what(&self.heard.0.lock().unwrap())
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
    }

    /// Ends its input, waits for it, and gives all that it said.
    pub fn end(mut self) -> ActiveVisit {
        drop(self.input.take());
        let start = Instant::now();
        let mut hung = false;
        while self.child.try_wait().unwrap().is_none() {
            if !hung && start.elapsed() > PATIENCE {
                hung = true;
                self.kill();
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        for listener in self.listeners.drain(..) {
            let _ = listener.join();
        }
        let status = self.child.wait().unwrap();
        let heard = std::mem::take(&mut *self.heard.0.lock().unwrap());
        ActiveVisit { status, acknowledged: heard.acknowledged(), out: heard.out, err: heard.err, hung }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.kill();
        let _ = self.child.wait();
    }
}

fn listen(
    mut voice: impl Read + Send + 'static,
    heard: &Arc<(Mutex<Heard>, Condvar)>,
    which: fn(&mut Heard) -> &mut String,
) -> JoinHandle<()> {
    let heard = Arc::clone(heard);
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        let mut cut = Vec::new();
        loop {
            let read = voice.read(&mut buffer).unwrap_or(0);
            cut.extend_from_slice(&buffer[..read]);
            // A character may come in two pieces.
            let whole = cut.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
            let text: Vec<u8> = cut.drain(..whole).collect();
            let mut heard_now = heard.0.lock().unwrap();
            which(&mut heard_now).push_str(&String::from_utf8_lossy(&text));
            heard_now.ended += usize::from(read == 0);
            heard.1.notify_all();
            if read == 0 {
                return;
            }
        }
    })
}
