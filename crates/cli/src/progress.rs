//! How far a batch is, for the person who waits: a bar while it runs, one line at the end.

use std::io::{IsTerminal, stderr, stdout};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::clerk::Answer;
use crate::repeats::Repeats;

/// How many ids that came twice are named; the rest is counted.
const NAMED_REPEATS: usize = 5;
/// A rate of fewer articles than these, or of less time, is none.
const ENOUGH: usize = 100;
const LONG_ENOUGH: Duration = Duration::from_millis(200);

/// What was done so far.
pub(crate) struct Progress {
    begun: Instant,
    bar: Option<ProgressBar>,
    is_quiet: bool,
    done: usize,
    without_news: usize,
    failed: usize,
    /// How many stood in the output file before this run, and how many of those had failed.
    earlier: usize,
    repeats: Repeats,
    repeated: usize,
}

impl Progress {
    /// Begins; a bar is shown to a person who looks at standard error while the digests go elsewhere.
    pub(crate) fn begin(inputs: usize, has_file: bool, is_quiet: bool) -> Self {
        let is_shown = !is_quiet && stderr().is_terminal() && (has_file || !stdout().is_terminal());
        Self {
            begun: Instant::now(),
            bar: is_shown.then(|| bar(inputs)),
            is_quiet,
            done: 0,
            without_news: 0,
            failed: 0,
            earlier: 0,
            repeats: Repeats::default(),
            repeated: 0,
        }
    }

    /// Counts what an earlier run has done.
    pub(crate) fn count_earlier(&mut self, articles: usize, failed: usize) {
        self.earlier = articles;
        self.failed += failed;
    }

    /// Counts an answer, and tells what is remarked on it.
    pub(crate) fn count(&mut self, answer: &Answer) {
        self.done += answer.done;
        self.without_news += answer.without_news;
        self.failed += answer.failed;
        self.tell(&answer.sheet.remarks);
        for id in &answer.ids {
            self.note(id);
        }
        if let Some(bar) = &self.bar {
            if answer.is_stream && bar.length().is_some() {
                // Nobody knows how many rows there are.
                bar.unset_length();
                bar.set_style(style("{spinner} {pos} articles in {elapsed}"));
            }
            bar.inc((answer.done + answer.failed) as u64);
        }
    }

    /// How many failed, in this run and before.
    pub(crate) fn failed(&self) -> usize {
        self.failed
    }

    /// Takes the bar away and says what was done, where there was more than one thing to do.
    pub(crate) fn end(&self, is_interrupted: bool) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if is_interrupted {
            eprintln!("attache: interrupted");
        }
        if !self.is_quiet && (is_interrupted || self.done + self.failed + self.earlier > 1) {
            eprintln!("attache: {}", self.summary());
        }
    }

    fn summary(&self) -> String {
        let Self { done, without_news, failed, earlier, repeated, .. } = self;
        let mut summary = format!("{done} done, {failed} failed, {earlier} skipped");
        if *without_news > 0 {
            summary.push_str(&format!("; {without_news} without diplomatic news"));
        }
        if *repeated > NAMED_REPEATS {
            summary.push_str(&format!("; {repeated} ids came more than once"));
        }
        let took = self.begun.elapsed();
        if took >= LONG_ENOUGH && done + failed >= ENOUGH {
            let rate = (done + failed) as u128 * 1_000 / took.as_millis().max(1);
            summary.push_str(&format!("; {rate} per second"));
        }
        summary
    }

    fn note(&mut self, id: &str) {
        if !self.repeats.note(id) {
            return;
        }
        self.repeated += 1;
        if !self.is_quiet && self.repeated <= NAMED_REPEATS {
            // A row that failed has its id as it came; no terminal is to obey it.
            let id = id.replace(char::is_control, "\u{FFFD}");
            self.tell(&format!("attache: {id}: this id came before; both are done\n"));
        }
    }

    /// Says something above the bar.
    fn tell(&self, remarks: &str) {
        match &self.bar {
            _ if remarks.is_empty() => {}
            Some(bar) => bar.suspend(|| eprint!("{remarks}")),
            None => eprint!("{remarks}"),
        }
    }
}

/// A bar for so many things to do.
pub(crate) fn bar(inputs: usize) -> ProgressBar {
    let bar = ProgressBar::new(inputs as u64);
    bar.set_style(style("{wide_bar} {pos}/{len}, {eta} to go"));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
