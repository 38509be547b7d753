//! `attache annotate`: what was read, for programs and for people.

use std::io::Write;

use attache::{Annotations, Article, Attache};
use serde::Serialize;

use crate::arguments::{AnnotateArguments, Marked};
use crate::article::Reader;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::{Input, STANDARD};
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
    let inputs = Input::all(&arguments.input)?;
    let folders = Folders::open(arguments.language.folders.locales.as_deref())?;
    let reader = Reader::new(
        &folders,
        &arguments.input,
        arguments.format_of_input.input_format,
        &arguments.language,
        Some(&arguments.about),
    )?;
    let attache = folders.reading()?;
    let format = arguments.format.unwrap_or(if is_watched() { Marked::Text } else { Marked::Json });

    let (mut failures, mut begun, mut several) = (0, false, inputs.len() > 1);
    for input in &inputs {
        let articles = reader.named(input);
        several |= articles.len() > 1;
        for (id, article) in articles {
            match article.and_then(|article| annotate(&attache, &reader, article.article)) {
                Ok((_, annotations)) if format == Marked::Json => {
                    let document = Document { schema: "attache.annotations/1", id, annotations };
                    serde_json::to_writer_pretty(&mut *out, &document)?;
                    writeln!(out)?;
                }
                Ok((text, annotations)) => {
                    if several {
                        let name = id.as_deref().unwrap_or(STANDARD);
                        writeln!(out, "{}==> {name} <==", if begun { "\n" } else { "" })?;
                    }
                    begun = true;
                    marks::write(&text, &annotations, has_colours(), out)?;
                }
                Err(failure) => {
                    failures += 1;
                    failure.report(id.as_deref().unwrap_or(STANDARD));
                }
            }
        }
    }
    Ok(Outcome::of(failures))
}

fn annotate(attache: &Attache, reader: &Reader, article: Article) -> Result<(String, Annotations), Failure> {
    let annotations = attache.annotate(&article);
    reader.check_language(&annotations.language)?;
    Ok((article.text, annotations))
}
