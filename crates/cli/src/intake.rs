//! What there is to do, in order: whole inputs, and the rows of inputs that hold one article to a line.
//!
//! Reads ahead only as far as it is asked. Knows how to part an input into tasks, not what stands in them.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use crate::arguments::Given;
use crate::clerk::TOGETHER;
use crate::failure::Failure;
use crate::input::{Input, read_all};
use crate::lines::Rows;

/// How many bytes are read from an input at a time.
const BUFFER: usize = 1 << 16;
/// From how many bytes on some rows are a task, though there are fewer than are digested together.
const BYTES_PER_TASK: usize = 1 << 16;

/// What a feed in JSON says its version is (<https://www.jsonfeed.org/version/1.1>).
const FEED: &str = "jsonfeed.org";

/// One thing to do.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) what: What,
    /// How many of its articles are done already.
    pub(crate) skip: usize,
}

/// What is to be read.
#[derive(Debug)]
pub(crate) enum What {
    /// Some rows of a stream, each with its number.
    Rows(Arc<str>, Vec<(usize, Result<Vec<u8>, Failure>)>),
    /// A file.
    File(Input),
    /// What standard input held, or why it could not be read.
    Held(Input, Result<Vec<u8>, Failure>),
}

impl From<What> for Task {
    fn from(what: What) -> Self {
        Self { what, skip: 0 }
    }
}

/// What there is to do.
pub(crate) struct Intake {
    inputs: VecDeque<Input>,
    /// The input whose rows are being given out.
    stream: Option<Stream>,
    put_back: Option<Task>,
    limit: usize,
    /// What the user says that the inputs are.
    given: Given,
}

type Source = Box<dyn Read + Send>;

struct Stream {
    /// How its rows are called: `articles.jsonl:17`.
    name: Arc<str>,
    rows: Rows<Source>,
    /// The row by which it was known.
    first: Option<Result<Vec<u8>, Failure>>,
}

impl Intake {
    /// The inputs in their order; no row and no input from a pipe may be longer than `limit`.
    pub(crate) fn new(inputs: Vec<Input>, limit: usize, given: Given) -> Self {
        Self { inputs: inputs.into(), stream: None, put_back: None, limit, given }
    }

    /// The next thing to do.
    pub(crate) fn next(&mut self) -> Option<Task> {
        loop {
            if self.put_back.is_some() {
                return self.put_back.take();
            }
            if let Some(rows) = self.stream.as_mut().and_then(Stream::next_rows) {
                return Some(rows.into());
            }
            self.stream = None;
            let input = self.inputs.pop_front()?;
            if let Some(task) = self.open(input) {
                return Some(task.into());
            }
        }
    }

    /// Gives a task back, which will be the next.
    pub(crate) fn put_back(&mut self, task: Task) {
        self.put_back = Some(task);
    }

    /// Opens an input: a stream is kept, to be given out by its rows; anything else is one thing to do.
    fn open(&mut self, input: Input) -> Option<What> {
        // Who works on an address gets it, with what its server says of it.
        if input.address().is_some() {
            return Some(What::File(input));
        }
        let opened = input.open().map(|reader| BufReader::with_capacity(BUFFER, reader));
        let begun = opened.and_then(|mut reader| {
            let may_be_rows = match self.given {
                Given::Jsonl => true,
                Given::Auto => input.is_named_as_rows() || begins_as_row(&mut reader)?,
                _ => false,
            };
            Ok((reader, may_be_rows))
        });
        match begun {
            Err(failure) => Some(What::Held(input, Err(failure))),
            Ok((reader, false)) => Some(self.whole(input, reader, Vec::new())),
            Ok((reader, true)) => self.stream_or_whole(input, reader),
        }
    }

    fn stream_or_whole(&mut self, input: Input, reader: BufReader<Source>) -> Option<What> {
        let mut rows = Rows::new(reader, self.limit);
        let first = rows.next_line();
        let is_stream = self.given == Given::Jsonl || input.is_named_as_rows() || first.as_ref().is_none_or(is_row);
        match first {
            Some(Ok(line)) if !is_stream => Some(self.whole(input, rows.into_reader(), line)),
            first => {
                let name = input.id().unwrap_or_else(|| "-".to_owned()).into();
                self.stream = Some(Stream { name, rows, first });
                None
            }
        }
    }

    /// A file is read again by the one who does it; what came through a pipe is held.
    fn whole(&self, input: Input, reader: BufReader<Source>, begun: Vec<u8>) -> What {
        match input {
            Input::Standard => {
                let held = read_all(begun.as_slice().chain(reader), self.limit);
                What::Held(input, held)
            }
            named => What::File(named),
        }
    }
}

impl Stream {
    /// A few rows: the next one, and those after it that are at hand, so that nobody waits for a row that is not there yet.
    fn next_rows(&mut self) -> Option<What> {
        let mut found = Vec::new();
        let mut bytes = 0;
        while found.len() < TOGETHER && bytes < BYTES_PER_TASK && (found.is_empty() || self.rows.is_one_at_hand()) {
            let Some(row) = self.first.take().or_else(|| self.rows.next_line()) else { break };
            bytes += row.as_ref().map_or(0, Vec::len);
            found.push((self.rows.number(), row));
        }
        if found.is_empty() { None } else { Some(What::Rows(Arc::clone(&self.name), found)) }
    }
}

impl Input {
    fn is_named_as_rows(&self) -> bool {
        let Self::File(path) = self else { return false };
        path.extension().is_some_and(|end| ["jsonl", "ndjson"].iter().any(|rows| end.eq_ignore_ascii_case(rows)))
    }
}

/// Whether the first letter is the one of an object.
fn begins_as_row(reader: &mut BufReader<Source>) -> Result<bool, Failure> {
    let begun = reader.fill_buf().map_err(|error| Failure::unreadable(&error))?;
    Ok(begun.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{'))
}

/// Whether a first line is a row, not the beginning of an indented document, nor a feed on one line.
fn is_row(line: &Result<Vec<u8>, Failure>) -> bool {
    #[derive(Deserialize)]
    struct Start {
        version: Option<Value>,
    }
    let Ok(line) = line else { return true };
    match serde_json::from_slice::<Start>(line) {
        Ok(Start { version }) => !version.is_some_and(|said| said.as_str().is_some_and(|said| said.contains(FEED))),
        // A broken row is still one; a line that an object only begins with is none.
        Err(_) => line.trim_ascii_end().ends_with(b"}"),
    }
}
