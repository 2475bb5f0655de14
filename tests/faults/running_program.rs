//! The running program: lines are entered one at a time, and output is read as it appears.

use crate::program::{RunOutput, acknowledged};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The longest wait; nothing takes this long, however slow the machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The output so far.
#[derive(Default)]
pub struct Output {
    pub out: String,
    pub err: String,
    /// The number of output streams that have ended.
    ended: usize,
}

impl Output {
    pub fn acknowledged(&self) -> u64 {
        acknowledged(&self.out)
    }
}

/// A running program; killed when dropped.
pub struct RunningProgram {
    child: Child,
    input: Option<ChildStdin>,
    heard: Arc<(Mutex<Output>, Condvar)>,
    listeners: Vec<JoinHandle<()>>,
}

impl RunningProgram {
    pub fn start(mut command: Command) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let heard = Arc::new((Mutex::new(Output::default()), Condvar::new()));
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let listeners = vec![listen(out, &heard, |heard| &mut heard.out), listen(err, &heard, |heard| &mut heard.err)];
        Self { input: child.stdin.take(), child, heard, listeners }
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        kill_process(id.unwrap(), signal).unwrap();
    }

    /// Enters lines; ignored if the program has ended.
    pub fn enter(&mut self, lines: &str) {
        if let Some(input) = &mut self.input {
            let _ = input.write_all(lines.as_bytes());
        }
    }

    /// Waits until the output satisfies a condition or the program has ended. Returns whether it was satisfied.
    pub fn wait(&self, until: impl Fn(&Output) -> bool) -> bool {
        let heard = self.heard.0.lock().unwrap();
        let waits = |heard: &mut Output| !until(heard) && heard.ended < 2;
        let (heard, _) = self.heard.1.wait_timeout_while(heard, PATIENCE, waits).unwrap();
        until(&heard)
    }

    pub fn heard<T>(&self, what: impl Fn(&Output) -> T) -> T {
        what(&self.heard.0.lock().unwrap())
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
    }

    /// Closes the input, waits for the end, and returns the complete output.
    pub fn end(mut self) -> RunOutput {
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
        RunOutput { status, acknowledged: heard.acknowledged(), out: heard.out, err: heard.err, hung }
    }
}

impl Drop for RunningProgram {
    fn drop(&mut self) {
        self.kill();
        let _ = self.child.wait();
    }
}

fn listen(
    mut voice: impl Read + Send + 'static,
    heard: &Arc<(Mutex<Output>, Condvar)>,
    which: fn(&mut Output) -> &mut String,
) -> JoinHandle<()> {
    let heard = Arc::clone(heard);
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        let mut cut = Vec::new();
        loop {
            let read = voice.read(&mut buffer).unwrap_or(0);
            cut.extend_from_slice(&buffer[..read]);
            // A character may arrive in two pieces.
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
