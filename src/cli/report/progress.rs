//! How far the reading is, for a person who watches.

use crate::store::reading::Progress;
use crate::text::Texts;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::ops::ControlFlow;
use std::time::Duration;

/// Nothing is shown of what takes less.
const PATIENCE: Duration = Duration::from_millis(500);
const REDRAWS_PER_SECOND: u8 = 10;

/// Shows the progress on standard error, where that is a terminal.
pub struct Watch<'t> {
    texts: &'t Texts,
    bar: ProgressBar,
}

impl<'t> Watch<'t> {
    pub fn begin(texts: &'t Texts) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(REDRAWS_PER_SECOND));
        if let Ok(line) = ProgressStyle::with_template("{wide_msg}") {
            bar.set_style(line);
        }
        Self { texts, bar }
    }

    /// Shows the progress; never stops the reading.
    pub fn update(&self, progress: Progress) -> ControlFlow<()> {
        if !self.bar.is_hidden() && self.bar.elapsed() >= PATIENCE {
            let percent = 100 * progress.done / progress.whole.max(1);
            let args = [("count", progress.sessions.into()), ("percent", percent.into())];
            self.bar.set_message(self.texts.with("cli-report-reading", &args));
        }
        ControlFlow::Continue(())
    }

    /// Clears the line.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
