//! JSON lines: a row in, a row out, in the same order.

use std::io::{BufRead, BufReader, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, FailureLine, Outcome, Stop};
use crate::input::Input;

/// Answers every row of every input; a row that cannot be answered gets a line that says so.
///
/// What is answered is written out whenever no further row is at hand, so that a program may ask, wait, and ask again.
pub(crate) fn answer_all<Row: DeserializeOwned, Answer: Serialize>(
    inputs: &[Input],
    limit: usize,
    out: &mut dyn Write,
    mut answer: impl FnMut(Row) -> Result<Answer, Failure>,
) -> Result<Outcome, Stop> {
    let mut failures = 0;
    for input in inputs {
        match input.open() {
            Ok(reader) => failures += answer_rows(BufReader::new(reader), &input.name(), limit, out, &mut answer)?,
            Err(failure) => {
                failure.report(&input.name());
                failures += 1;
            }
        }
    }
    Ok(Outcome::of(failures))
}

/// Answers every row of one input, and says how many could not be answered.
pub(crate) fn answer_rows<Row: DeserializeOwned, Answer: Serialize, R: Read>(
    reader: BufReader<R>,
    name: &str,
    limit: usize,
    out: &mut dyn Write,
    mut answer: impl FnMut(Row) -> Result<Answer, Failure>,
) -> Result<usize, Stop> {
    let (mut rows, mut failures) = (Rows::new(reader, limit), 0);
    while let Some(line) = rows.next_line() {
        let answered = line.and_then(|line| parse(&line)).and_then(&mut answer);
        failures += usize::from(answered.is_err());
        write_answer(answered, &format!("{name}:{}", rows.number), out)?;
        if !rows.has_more_at_hand() {
            out.flush()?;
        }
    }
    Ok(failures)
}

/// One value, one line, handed over whole: a line is made of thousands of small pieces.
pub(crate) fn write_line(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Stop> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(out.write_all(&line)?)
}

fn write_answer(answered: Result<impl Serialize, Failure>, place: &str, out: &mut dyn Write) -> Result<(), Stop> {
    match answered {
        Ok(answer) => write_line(out, &answer),
        Err(failure) => {
            failure.report(place);
            write_line(out, &FailureLine::new(None, &failure))
        }
    }
}

/// The lines of one input, each no longer than the limit.
#[derive(Debug)]
pub(crate) struct Rows<R> {
    reader: BufReader<R>,
    limit: usize,
    number: usize,
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(reader: BufReader<R>, limit: usize) -> Self {
        Self { reader, limit, number: 0 }
    }

    /// What is left of the input.
    pub(crate) fn into_reader(self) -> BufReader<R> {
        self.reader
    }

    /// The number of the last line that was read, counted from one.
    pub(crate) fn number(&self) -> usize {
        self.number
    }

    /// The next line that is not blank; none at the end. A line that cannot be read is the last one.
    pub(crate) fn next_line(&mut self) -> Option<Result<Vec<u8>, Failure>> {
        loop {
            let mut line = Vec::new();
            let read = self.reader.by_ref().take(self.limit as u64 + 1).read_until(b'\n', &mut line);
            self.number += 1;
            match read {
                Err(error) => {
                    self.limit = 0;
                    return Some(Err(Failure::unreadable(&error)));
                }
                Ok(0) => return None,
                Ok(length) if length > self.limit => {
                    let skipped = self.reader.skip_until(b'\n');
                    return Some(
                        skipped.map_err(|error| Failure::unreadable(&error)).and_then(|_| Err(self.too_long())),
                    );
                }
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Ok(line)),
            }
        }
    }

    fn has_more_at_hand(&self) -> bool {
        !self.reader.buffer().is_empty()
    }

    /// Whether a whole line is at hand, so that nobody has to wait for it.
    pub(crate) fn is_one_at_hand(&self) -> bool {
        self.reader.buffer().contains(&b'\n')
    }

    fn too_long(&self) -> Failure {
        let message = format!("is a line of more than {} bytes", self.limit);
        Failure::new("too-large", message, "allow more with --max-input")
    }
}

fn parse<Row: DeserializeOwned>(line: &[u8]) -> Result<Row, Failure> {
    serde_json::from_slice(line).map_err(|error| {
        Failure::new("not-a-row", format!("is not such a row: {error}"), "`attache help` shows what is read")
    })
}

#[cfg(test)]
mod tests {
    use super::Rows;
    use std::io::BufReader;

    fn lines(text: &str, limit: usize) -> Vec<Option<String>> {
        let mut rows = Rows::new(BufReader::new(text.as_bytes()), limit);
        std::iter::from_fn(|| rows.next_line())
            .map(|line| line.ok().map(|line| String::from_utf8_lossy(&line).trim().to_owned()))
            .collect()
    }

    #[test]
    fn blank_lines_are_passed_over() {
        assert_eq!(lines("a\n\n \r\nb", 10), [Some("a".to_owned()), Some("b".to_owned())]);
    }

    #[test]
    fn a_line_that_is_too_long_is_one_failure() {
        assert_eq!(lines("a\nbcdefghijk\nl\n", 4), [Some("a".to_owned()), None, Some("l".to_owned())]);
    }
}
