//! `attache explain`: what a profile did to the order of the stories.

use std::io::Write;

use attache_bulletin::{Explanation, Ranked, TranslationMode};

use crate::arguments::{ExplainArguments, Explained};
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::gather::{gather, maker, profile};

/// The narrowest column of numbers.
const NARROWEST: usize = 7;

pub(crate) fn run(arguments: &ExplainArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let folders = Folders::open(arguments.day.language.folders.locales.as_deref())?;
    let profile = profile(&arguments.day, &folders)?;
    // Nobody is asked here, but articles are read as for the brief.
    let translated = profile.translation.mode != TranslationMode::Off;
    let maker = maker(&arguments.day, profile, translated, &folders)?;
    let gathered = gather(&arguments.day, &folders, maker.attache())?;
    let explanation = maker.explain(&gathered.digested, arguments.day.date);
    match arguments.format {
        Explained::Json => {
            serde_json::to_writer_pretty(&mut *out, &explanation)?;
            writeln!(out)?;
        }
        Explained::Text => write_table(&explanation, out)?,
    }
    Ok(Outcome::of(gathered.failures))
}

fn write_table(explanation: &Explanation, out: &mut dyn Write) -> Result<(), Stop> {
    let Some(first) = explanation.stories.first() else { return Ok(writeln!(out, "no story")?) };
    write!(out, "{:>3} {:>7}", "#", "without")?;
    for name in first.weights.iter().map(|weight| weight.part.as_str()).chain(["total"]) {
        write!(out, " {name:>width$}", width = width(name))?;
    }
    writeln!(out, "  section")?;
    for story in &explanation.stories {
        write_row(story, out)?;
    }
    for passed in &explanation.passed_over {
        let of = passed.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
        writeln!(out, "  - {}: {}{of}", passed.id, passed.reason)?;
    }
    Ok(())
}

fn write_row(story: &Ranked, out: &mut dyn Write) -> Result<(), Stop> {
    let moved = story.without_profile.abs_diff(story.with_profile);
    let moved = match story.without_profile.cmp(&story.with_profile) {
        std::cmp::Ordering::Equal => story.without_profile.to_string(),
        std::cmp::Ordering::Greater => format!("{} +{moved}", story.without_profile),
        std::cmp::Ordering::Less => format!("{} -{moved}", story.without_profile),
    };
    write!(out, "{:>3} {moved:>7}", story.with_profile)?;
    for weight in &story.weights {
        write!(out, " {:>width$}", weight.thousandths, width = width(&weight.part))?;
    }
    let room = if story.has_room { "" } else { " (no room)" };
    writeln!(out, " {:>NARROWEST$}  {}{room}", story.total, story.section)?;
    Ok(writeln!(out, "{:>12}{} [{}]", "", story.headline, story.sources.join(", "))?)
}

fn width(name: &str) -> usize {
    name.len().max(NARROWEST)
}
