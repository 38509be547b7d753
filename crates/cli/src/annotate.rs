//! `attache annotate`: what was read, for programs and for people.

use std::io::Write;

use attache::{Annotations, Attache};
use serde::Serialize;

use crate::arguments::{AnnotateArguments, Marked};
use crate::article::Reader;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::Input;
use crate::marks;
use crate::terminal::{has_colours, is_watched};

/// The JSON of annotations: versioned, with the input's name.
#[derive(Debug, Serialize)]
struct Document {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(flatten)]
    annotations: Annotations,
}

pub(crate) fn run(arguments: &AnnotateArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input.paths)?;
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let reader = Reader::new(&folders, &arguments.input, &arguments.language, Some(&arguments.about))?;
    let attache = folders.reading()?;
    let format = arguments.format.unwrap_or(if is_watched() { Marked::Text } else { Marked::Json });

    let mut failures = 0;
    for (index, input) in inputs.iter().enumerate() {
        match annotate(&attache, &reader, input) {
            Ok((_, annotations)) if format == Marked::Json => {
                let document = Document { schema: "attache.annotations/1", id: input.id(), annotations };
                serde_json::to_writer_pretty(&mut *out, &document)?;
                writeln!(out)?;
            }
            Ok((text, annotations)) => {
                if inputs.len() > 1 {
                    writeln!(out, "{}==> {} <==", if index > 0 { "\n" } else { "" }, input.name())?;
                }
                marks::write(&text, &annotations, has_colours(), out)?;
            }
            Err(failure) => {
                failures += 1;
                failure.report(&input.name());
            }
        }
    }
    Ok(Outcome::of(failures))
}

fn annotate(attache: &Attache, reader: &Reader, input: &Input) -> Result<(String, Annotations), Failure> {
    let article = reader.article(input)?;
    let annotations = attache.annotate(&article);
    reader.check_language(&annotations.language)?;
    Ok((article.text, annotations))
}
