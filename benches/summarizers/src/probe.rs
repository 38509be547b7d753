//! One tool on some rows, in a process of its own: its memory is nobody else's, and a tool that takes hours takes nobody along.

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};

use crate::Stop;
use crate::row::Row;
use crate::tool::Tool;

/// What is asked of every text.
const SENTENCES: usize = 5;
/// How often one that is quick is asked: the best of all counts, since whatever disturbs can only make it longer.
const RUNS: usize = 7;
const QUICK: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(120);

/// What was measured.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Probe {
    pub(crate) bytes: usize,
    /// Time of the processor.
    pub(crate) seconds: f64,
    /// What the first run added to the memory that the process had at the most.
    pub(crate) kilobytes: usize,
}

impl Probe {
    /// Megabytes (of a million bytes) a second.
    pub(crate) fn speed(&self) -> f64 {
        self.bytes as f64 / 1e6 / self.seconds.max(1e-9)
    }
}

/// The side of the probe.
pub(crate) fn run(tool: Tool, out: &mut dyn Write) -> Result<(), Stop> {
    let rows = Row::read_all()?;
    let ready = tool.prepare()?;
    for row in &rows {
        let text = "A minister spoke of gas and of much else in town. Another minister answered. Both left.".to_owned();
        ready.best(&Row { text, docs: Vec::new(), ..row.clone() }, 1);
    }
    let mut best = Probe { bytes: rows.iter().map(|row| row.whole().len()).sum(), seconds: f64::MAX, kilobytes: 0 };
    let before = resident("VmRSS:");
    for number in 0..RUNS {
        let start = ProcessTime::now();
        rows.iter().for_each(|row| _ = black_box(ready.best(row, SENTENCES)));
        let time = start.elapsed();
        best.seconds = best.seconds.min(time.as_secs_f64());
        if number == 0 {
            best.kilobytes = resident("VmHWM:").saturating_sub(before);
        }
        if time > QUICK {
            break;
        }
    }
    serde_json::to_writer(&mut *out, &best)?;
    Ok(writeln!(out)?)
}

/// What the system says of this process, in kilobytes; nothing where it does not say it in this way.
fn resident(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// The side of the listener: nothing where the probe was late or broke.
pub(crate) fn start(mut command: Command, rows: &[Row]) -> Result<Option<Probe>, Stop> {
    command.env("RAYON_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1").env("OMP_NUM_THREADS", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let mut lines = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut lines, row)?;
        lines.push(b'\n');
    }
    let mut input = child.stdin.take().ok_or("a probe without input")?;
    let writer = thread::spawn(move || input.write_all(&lines));
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait()?.is_none() {
        if Instant::now() > deadline {
            child.kill()?;
            break;
        }
        thread::sleep(Duration::from_millis(20));
    }
    // A probe that broke does not read on; what it says then is no probe.
    let _ = writer.join();
    let output = child.wait_with_output()?;
    Ok(serde_json::from_slice(&output.stdout).ok())
}
