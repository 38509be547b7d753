//! One tool on one hostile input, in a process of its own: a tool that takes hours or breaks the stack takes nobody along.
//!
//! The probe says `ready`, then after each size `bytes nanoseconds`; whoever started it listens until its patience ends.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;

use crate::Stop;
use crate::clock::best_time;
use crate::hostile::Hostile;
use crate::places::Places;
use crate::series::Series;
use crate::tool::Tool;

const READY: &str = "ready";
const RUNS: usize = 3;
/// From 16 kB to 1 MB.
const SIZES: std::ops::RangeInclusive<u32> = 14..=20;
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Args)]
pub(crate) struct Arguments {
    #[arg(long, value_enum)]
    tool: Tool,
    /// The name of the hostile input
    #[arg(long)]
    input: String,
}

/// What was heard of a probe.
pub(crate) struct Probe {
    pub(crate) series: Series,
    pub(crate) end: End,
}

pub(crate) enum End {
    Finished,
    /// It was still at work when the time was over.
    Late,
    Crashed,
    /// The tool could not be made ready.
    Absent,
}

/// The side of the probe.
pub(crate) fn run(arguments: &Arguments, places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let hostile = Hostile::named(&arguments.input).ok_or_else(|| format!("no input `{}`", arguments.input))?;
    let cutter = arguments.tool.prepare("en", places)?;
    writeln!(out, "{READY}")?;
    out.flush()?;
    for size in SIZES {
        let text = hostile.text(1 << size);
        let time = best_time(cutter.as_ref(), &text, RUNS);
        writeln!(out, "{} {}", text.len(), time.as_nanos())?;
        out.flush()?;
    }
    Ok(())
}

/// The side of the listener.
pub(crate) fn start(tool: Tool, hostile: &Hostile, places: &Places) -> Result<Probe, Stop> {
    let mut command = places.this_program()?;
    command.args(["probe", "--tool", &tool.name(), "--input", hostile.name]);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let lines = read_aside(child.stdout.take().ok_or("a probe without output")?);
    let is_ready = lines.recv().is_ok_and(|line| line == READY);
    let (series, in_time) = listen(&lines);
    if !in_time {
        child.kill()?;
    }
    let succeeded = child.wait()?.success();
    let end = match (is_ready, in_time, succeeded) {
        (false, ..) => End::Absent,
        (true, false, _) => End::Late,
        (true, true, false) => End::Crashed,
        (true, true, true) => End::Finished,
    };
    Ok(Probe { series, end })
}

/// Reads on a thread of its own, since a pipe cannot be waited for with a limit.
fn read_aside(out: ChildStdout) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    lines
}

/// Collects what is said within the time, and whether the speaker came to an end.
fn listen(lines: &Receiver<String>) -> (Series, bool) {
    let (mut series, deadline) = (Series::default(), Instant::now() + PATIENCE);
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some((bytes, time)) = parse(&line) {
                    series.push(bytes, time);
                }
            }
            Err(RecvTimeoutError::Timeout) => return (series, false),
            Err(RecvTimeoutError::Disconnected) => return (series, true),
        }
    }
}

fn parse(line: &str) -> Option<(usize, Duration)> {
    let (bytes, nanoseconds) = line.split_once(' ')?;
    Some((bytes.parse().ok()?, Duration::from_nanos(nanoseconds.parse().ok()?)))
}
