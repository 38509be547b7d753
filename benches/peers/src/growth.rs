//! Twice the text must take twice the time, whatever stands in it: a gate for ours, a table for the peers.

use std::io::Write;

use clap::Args;

use crate::Stop;
use crate::clock::{best_time, speed};
use crate::hostile::{ALL, Hostile};
use crate::places::Places;
use crate::probe::{self, End, Probe};
use crate::series::Series;
use crate::table::Table;
use crate::tool::Tool;

const MEGABYTE: usize = 1_000_000;
const RUNS: usize = 3;
/// A tenth above linear leaves room for caches, which a large text leaves behind.
const MOST_EXPONENT: f64 = 1.1;
/// Megabytes a second that must be kept on the worst of texts.
const LEAST_SPEED: f64 = 40.0;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The largest size; the smallest is one megabyte
    #[arg(long, default_value_t = 10)]
    megabytes: usize,
    /// Measures the peers instead, from 16 kB to 1 MB and at most five seconds for each input
    #[arg(long)]
    peers: bool,
}

pub(crate) fn run(arguments: &Arguments, places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    if arguments.peers { compare(places, out) } else { check_ours(arguments.megabytes.max(2), places, out) }
}

fn check_ours(megabytes: usize, places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let mut table = Table::new(["input".to_owned(), "exponent".to_owned(), format!("MB/s at {megabytes} MB")]);
    let mut faults = Vec::new();
    for hostile in &ALL {
        let series = measure_ours(hostile, megabytes, places)?;
        let exponent = series.exponent().unwrap_or_default();
        let speed = series.largest().map_or(0.0, |(bytes, time)| speed(bytes, time));
        table.push(vec![hostile.name.to_owned(), format!("{exponent:.2}"), format!("{speed:.0}")]);
        if exponent > MOST_EXPONENT {
            faults.push(format!("{}: the time grows with the power {exponent:.2} of the text", hostile.name));
        }
        if speed < LEAST_SPEED {
            faults.push(format!("{}: {speed:.0} MB/s is below {LEAST_SPEED}", hostile.name));
        }
    }
    write!(out, "{table}")?;
    out.flush()?;
    if faults.is_empty() { Ok(()) } else { Err(faults.join("; ").into()) }
}

fn measure_ours(hostile: &Hostile, megabytes: usize, places: &Places) -> Result<Series, Stop> {
    let (cutter, mut series) = (Tool::Attache.prepare("en", places)?, Series::default());
    for size in sizes(megabytes) {
        let text = hostile.text(size * MEGABYTE);
        series.push(text.len(), best_time(cutter.as_ref(), &text, RUNS));
    }
    Ok(series)
}

/// 1, 2, 4 … and the largest, which need not be a power of two.
fn sizes(largest: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(1), |size| Some(size * 2)).take_while(move |size| *size < largest).chain([largest])
}

fn compare(places: &Places, out: &mut dyn Write) -> Result<(), Stop> {
    let tools: Vec<Tool> = [Tool::Attache].into_iter().chain(Tool::peers()).collect();
    let mut table = Table::new(["input".to_owned()].into_iter().chain(tools.iter().map(|tool| tool.name())));
    for hostile in &ALL {
        let mut row = vec![hostile.name.to_owned()];
        for tool in &tools {
            row.push(describe(&probe::start(*tool, hostile, places)?));
        }
        table.push(row);
    }
    writeln!(out, "Exponent from 16 kB to 1 MB; where a tool did not come so far, the size that it reached.\n")?;
    write!(out, "{table}")?;
    Ok(())
}

fn describe(probe: &Probe) -> String {
    let exponent = probe.series.exponent().map_or("–".to_owned(), |exponent| format!("{exponent:.2}"));
    let reached = probe.series.largest().map_or("0".to_owned(), |(bytes, _)| format!("{}", bytes >> 10));
    match probe.end {
        End::Finished => exponent,
        End::Late => format!("{exponent}, slow after {reached} kB"),
        End::Crashed => format!("{exponent}, crash after {reached} kB"),
        End::Absent => "absent".to_owned(),
    }
}
