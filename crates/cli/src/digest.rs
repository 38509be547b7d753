//! `attache digest`: the whole road, for one article or for a heap of them.

use std::fs;
use std::io::Write;
use std::mem;
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::arguments::{DigestArguments, Format};
use crate::article::Reader;
use crate::clerk::{Answer, Clerk};
use crate::crew::{Brake, Crew};
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::intake::Intake;
use crate::output::Output;
use crate::page::Page;
use crate::progress::Progress;
use crate::resume;

pub(crate) fn run(arguments: &DigestArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let clerk = Arc::new(clerk(arguments, inputs.len() > 1)?);
    // Never taken down: the process ends right after, and that frees it at once.
    mem::forget(Arc::clone(&clerk));
    let mut progress = Progress::begin(inputs.len(), arguments.batch.output.is_some(), arguments.batch.quiet);
    let mut intake = Intake::new(inputs, arguments.input.max_input.0, arguments.format_of_input.input_format);
    let mut output = open(arguments, out, &mut intake, &clerk, &mut progress)?;

    let crew = hire(arguments, intake, &clerk)?;
    let is_interrupted = listen(crew.brake());
    while let Some(answer) = crew.next() {
        output.put(&answer.sheet.text)?;
        progress.count(&answer);
    }
    output.finish()?;
    let is_interrupted = is_interrupted.load(Ordering::SeqCst);
    progress.end(is_interrupted);
    if is_interrupted { Err(Stop::Interrupted) } else { Ok(Outcome::of(progress.failed())) }
}

fn clerk(arguments: &DigestArguments, has_several: bool) -> Result<Clerk, Stop> {
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let given = arguments.format_of_input.input_format;
    let reader = Reader::new(&folders, &arguments.input, given, &arguments.language, Some(&arguments.about))?;
    let focus = folders.focus(&arguments.choice.focus)?;
    let page = Page::new(&folders, &arguments.output)?.without_remarks(arguments.batch.quiet);
    let attache = page.attache(&folders, &arguments.output, focus)?;
    let is_explained = arguments.explain && matches!(arguments.output.format, Format::Text | Format::Markdown);
    Ok(Clerk { attache, reader, page, is_explained, has_several })
}

/// Opens what is written to, and passes over what stands there already.
fn open<'a>(
    arguments: &DigestArguments,
    out: &'a mut dyn Write,
    intake: &mut Intake,
    clerk: &Clerk,
    progress: &mut Progress,
) -> Result<Output<'a>, Stop> {
    let batch = &arguments.batch;
    let Some(path) = &batch.output else { return Ok(Output::standard(out, clerk.page.is_prose())) };
    if batch.resume && !clerk.page.is_lines() {
        return Err(Stop::Usage("--resume: needs --format jsonl, where each article is one line".to_owned()));
    }
    let is_the_same = |input: &PathBuf| {
        fs::canonicalize(input).is_ok_and(|input| fs::canonicalize(path).is_ok_and(|output| input == output))
    };
    if arguments.input.paths.iter().any(is_the_same) {
        return Err(Stop::Usage(format!("--output: {} is an input; name another file", path.display())));
    }
    let mut file = resume::open(path, batch)?;
    if batch.resume {
        let earlier = resume::catch_up(path, &mut file, intake, clerk, arguments.input.max_input.0)?;
        progress.count_earlier(earlier.articles, earlier.failed);
    }
    Ok(Output::file(path.clone(), file, clerk.page.is_prose()))
}

/// Sets the threads to work.
fn hire(arguments: &DigestArguments, mut intake: Intake, clerk: &Arc<Clerk>) -> Result<Crew<Answer>, Stop> {
    // Services are asked for one article after the other: what they are asked for one may answer the next.
    let jobs = if clerk.page.is_translated() { 1 } else { arguments.batch.jobs() };
    let clerk = Arc::clone(clerk);
    let crew = Crew::start(jobs, move || intake.next(), move |task| clerk.work(task));
    crew.map_err(|error| Stop::Usage(format!("--jobs: {jobs} threads cannot be started: {error}")))
}

/// Stops the crew at Ctrl-C, so that what is done is written; a second one ends the program where it stands.
fn listen(brake: Brake) -> Arc<AtomicBool> {
    let is_interrupted = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&is_interrupted);
    let stop = move || {
        if heard.swap(true, Ordering::SeqCst) {
            process::exit(130);
        }
        brake();
    };
    // Where no handler can be set, Ctrl-C ends the program at once, as it does without one.
    let _ = ctrlc::set_handler(stop);
    is_interrupted
}
