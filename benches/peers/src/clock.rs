//! Time as the processor spent it on this process: what others do on the machine disturbs it less than the time on the wall.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ProcessTime;

use crate::cutter::Cutter;

/// One run over a text.
pub(crate) fn time(cutter: &dyn Cutter, text: &str) -> Duration {
    let start = ProcessTime::now();
    black_box(cutter.count(black_box(text)));
    start.elapsed()
}

/// The best of several runs: whatever disturbs can only make a run longer.
pub(crate) fn best_time(cutter: &dyn Cutter, text: &str, runs: usize) -> Duration {
    (0..runs).map(|_| time(cutter, text)).min().unwrap_or_default()
}

/// Megabytes (of a million bytes) a second.
pub(crate) fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9)
}
