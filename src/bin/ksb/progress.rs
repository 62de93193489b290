//! A progress bar for runs that take a while.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run may take before the bar appears.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error that appears late, and only on a terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    shown: Once,
    wanted: bool,
}

impl Progress {
    pub(crate) fn new(files: usize, wanted: bool) -> Self {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files");
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden())
            .with_style(style.expect("the template is well formed"));
        Self { bar, started: Instant::now(), shown: Once::new(), wanted }
    }

    /// One file more is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        if self.wanted && self.started.elapsed() > PATIENCE {
            // The target draws nothing where standard error is no terminal.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }

    /// Clears the bar away.
    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
