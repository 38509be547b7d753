//! An output file: made anew, or gone on with where an earlier run was interrupted.
//!
//! The same inputs and options give the same lines, so the file needs no head of its own and no second file beside it: what stands
//! in it is compared with what would be written. The id of each line is compared with that of the article in its place, and the
//! first and the last line byte for byte; a file that was made from other inputs or with other options is refused.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::arguments::BatchArguments;
use crate::clerk::{Answer, Clerk, Reading};
use crate::failure::Stop;
use crate::intake::{Intake, Task, What};
use crate::lines::Rows;

/// The longest line that we may have written, for an article of a size: spans and sentences in several languages take more place
/// than the text.
const LINE_PER_INPUT: usize = 64;

/// What an earlier run has left.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    pub(crate) articles: usize,
    pub(crate) failed: usize,
}

/// A line as far as it tells whose it is.
#[derive(Debug, Deserialize)]
struct Line {
    id: Option<String>,
    error: Option<IgnoredAny>,
}

/// Opens the output file; one that is there is only touched where the user says how.
pub(crate) fn open(path: &Path, arguments: &BatchArguments) -> Result<File, Stop> {
    let is_there = fs::metadata(path).is_ok_and(|about| about.is_file());
    if is_there && !arguments.resume && !arguments.force {
        return Err(Stop::taken(path, "--resume goes on with it, --force writes over it"));
    }
    let blame = |error: io::Error| Stop::File(path.to_owned(), error);
    let file = OpenOptions::new().read(arguments.resume).write(true).create(true).truncate(false).open(path);
    let mut file = file.map_err(blame)?;
    // Two runs that write into one file would make soup of it. Where files cannot be locked, nothing is lost but this.
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        return Err(usage(path, "another run is writing it; wait for it, or stop it"));
    }
    if is_there && arguments.force {
        file.set_len(0).map_err(blame)?;
    }
    if is_there && arguments.resume {
        cut_torn_line(&mut file).map_err(blame)?;
    }
    Ok(file)
}

/// Passes over what stands in the file already.
pub(crate) fn catch_up(
    path: &Path,
    file: &mut File,
    intake: &mut Intake,
    clerk: &Clerk,
    limit: usize,
) -> Result<Earlier, Stop> {
    let blame = |error: io::Error| Stop::File(path.to_owned(), error);
    file.rewind().map_err(blame)?;
    let lines = file.try_clone().map_err(blame)?;
    let limit = limit.saturating_mul(LINE_PER_INPUT);
    let mut walk =
        Walk { path, lines: Rows::new(BufReader::new(lines), limit), next: None, earlier: Earlier::default() };
    walk.step()?;
    walk.along(intake, clerk)?;
    file.seek(SeekFrom::End(0)).map_err(blame)?;
    Ok(walk.earlier)
}

/// The lines of the file, held beside the articles of the inputs.
struct Walk<'a> {
    path: &'a Path,
    lines: Rows<File>,
    next: Option<Vec<u8>>,
    earlier: Earlier,
}

impl Walk<'_> {
    fn along(&mut self, intake: &mut Intake, clerk: &Clerk) -> Result<(), Stop> {
        while self.next.is_some() {
            let Some(Task { what, .. }) = intake.next() else {
                return Err(
                    self.refuse(&format!("has more than {} lines, and the inputs end there", self.earlier.articles))
                );
            };
            let again = what.again();
            let readings = clerk.read(what);
            for (at, reading) in readings.into_iter().enumerate() {
                if self.next.is_none() {
                    if let Some(what) = again {
                        intake.put_back(Task { what, skip: at });
                    }
                    return Ok(());
                }
                self.compare(reading, clerk)?;
            }
        }
        Ok(())
    }

    /// Compares a line with the article that should stand there, and goes on to the next.
    fn compare(&mut self, reading: Reading, clerk: &Clerk) -> Result<(), Stop> {
        let Some(line) = self.next.take() else { return Ok(()) };
        let number = self.earlier.articles + 1;
        let Ok(told) = serde_json::from_slice::<Line>(&line) else {
            return Err(self.refuse(&format!("line {number} is none of attaché's")));
        };
        if told.id != reading.id {
            let name = |id: &Option<String>| id.clone().unwrap_or_else(|| "an article without an id".to_owned());
            let (there, here) = (name(&told.id), name(&reading.id));
            return Err(self.refuse(&format!("line {number} is of {there}, and the inputs have {here} there")));
        }
        self.step()?;
        let is_at_an_end = number == 1 || self.next.is_none();
        if is_at_an_end && !clerk.page.is_translated() {
            let mut answer = Answer::default();
            clerk.write([reading], true, &mut answer);
            if answer.sheet.text != line {
                return Err(self.refuse(&format!("line {number} would be another now")));
            }
        }
        self.earlier.articles += 1;
        self.earlier.failed += usize::from(told.error.is_some());
        Ok(())
    }

    fn step(&mut self) -> Result<(), Stop> {
        let read = self.lines.next_line().transpose();
        self.next = read.map_err(|failure| self.refuse(&failure.to_string()))?;
        Ok(())
    }

    fn refuse(&self, why: &str) -> Stop {
        let cure = "it was made from other inputs, with other options or by another version; --force writes it anew";
        usage(self.path, &format!("{why}; {cure}"))
    }
}

impl What {
    /// The same once more, where it may have been begun: what is read again is the input, not our memory.
    fn again(&self) -> Option<Self> {
        Some(match self {
            Self::Rows(name, rows) => Self::Rows(name.clone(), rows.clone()),
            Self::File(input) => Self::File(input.clone()),
            Self::Held(input, held) => Self::Held(input.clone(), held.clone()),
        })
    }
}

/// Cuts off what stands behind the last whole line: a write that was not finished.
fn cut_torn_line(file: &mut File) -> io::Result<()> {
    const STEP: u64 = 1 << 16;
    let mut end = file.metadata()?.len();
    while end > 0 {
        let begin = end.saturating_sub(STEP);
        let mut block = Vec::new();
        file.seek(SeekFrom::Start(begin))?;
        file.by_ref().take(end - begin).read_to_end(&mut block)?;
        if let Some(at) = block.iter().rposition(|byte| *byte == b'\n') {
            end = begin + at as u64 + 1;
            break;
        }
        end = begin;
    }
    file.set_len(end)
}

fn usage(path: &Path, what: &str) -> Stop {
    Stop::Usage(format!("{}: {what}", path.display()))
}
