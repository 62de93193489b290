//! A progress bar for runs that take a while.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ksb::project::Progress;

/// How long a run may take before the bar appears.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error that appears late, and only on a terminal.
pub(crate) struct Bar {
    wanted: bool,
    shown: Mutex<Option<RunBar>>,
}

/// The bar of one run.
struct RunBar {
    bar: ProgressBar,
    started: Instant,
    is_drawn: bool,
}

impl Bar {
    pub(crate) fn new(wanted: bool) -> Self {
        Self { wanted, shown: Mutex::new(None) }
    }

    fn set(&self, shown: Option<RunBar>) -> Option<RunBar> {
        std::mem::replace(&mut *self.shown.lock().unwrap_or_else(PoisonError::into_inner), shown)
    }
}

impl Progress for Bar {
    fn begin(&self, inputs: usize) {
        if self.wanted {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files");
            let bar = ProgressBar::with_draw_target(Some(inputs as u64), ProgressDrawTarget::hidden())
                .with_style(style.expect("the template is well formed"));
            self.set(Some(RunBar { bar, started: Instant::now(), is_drawn: false }));
        }
    }

    fn step(&self) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(RunBar { bar, started, is_drawn }) = &mut *shown else { return };
        bar.inc(1);
        if !*is_drawn && started.elapsed() > PATIENCE {
            // The target draws nothing if standard error is not a terminal.
            bar.set_draw_target(ProgressDrawTarget::stderr());
            *is_drawn = true;
        }
    }

    fn end(&self) {
        if let Some(shown) = self.set(None) {
            shown.bar.finish_and_clear();
        }
    }
}
