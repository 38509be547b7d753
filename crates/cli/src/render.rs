//! `attache render`: digests in, paragraphs out; the last stage alone.

use std::collections::BTreeMap;
use std::io::Write;
use std::mem::ManuallyDrop;

use attache::{Brief, DIGEST_SCHEMA, Digest, Focus};
use serde_json::{Map, Value};

use crate::arguments::RenderArguments;
use crate::failure::{Failure, Outcome, Stop};
use crate::folders::Folders;
use crate::input::{Input, STANDARD};
use crate::output::Output;
use crate::page::{Entry, Page};
use crate::sheet::Sheet;

/// What one document of an input turned out to be.
type Found = Result<Digest, (Option<String>, Failure)>;

pub(crate) fn run(arguments: &RenderArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let inputs = Input::all(&arguments.input)?;
    let folders = Folders::open(arguments.folders.locales.as_deref())?;
    let found: Vec<Found> = inputs.iter().flat_map(|input| read(input, arguments.input.max_input.0)).collect();
    let page = Page::new(&folders, &arguments.output)?;
    // Never taken down: the process ends right after, and that frees it at once.
    let attache = ManuallyDrop::new(page.attache(&folders, &arguments.output, Focus::default())?);
    let mut output = Output::standard(out, page.is_prose());

    let (is_named, extra) = (found.len() > 1, Map::new());
    let mut failures = 0;
    for digest in found {
        let mut sheet = Sheet::default();
        match digest {
            Ok(digest) => {
                let mut brief = Brief { digest, rendered: BTreeMap::new() };
                page.tags().for_each(|tag| page.say(&attache, &mut brief, tag));
                page.write(Entry { brief: &brief, is_named, is_remarked: true, extra: &extra }, &mut sheet)?;
            }
            Err((id, failure)) => {
                failures += 1;
                page.fail(id.as_deref(), id.as_deref().unwrap_or(STANDARD), &failure, &mut sheet)?;
            }
        }
        output.put(&sheet.text)?;
        eprint!("{}", sheet.remarks);
    }
    Ok(Outcome::of(failures))
}

/// The digests of one input: any number of JSON documents, indented or one to a line.
fn read(input: &Input, limit: usize) -> Vec<Found> {
    let bytes = match input.read(limit) {
        Ok(bytes) => bytes,
        Err(failure) => return vec![Err((input.id(), failure))],
    };
    let documents = serde_json::Deserializer::from_slice(&bytes).into_iter::<Value>();
    let found: Vec<_> = documents.map(|document| of_document(input, document)).collect();
    if found.is_empty() { vec![Err((input.id(), no_digest("holds no JSON")))] } else { found }
}

fn of_document(input: &Input, document: Result<Value, serde_json::Error>) -> Found {
    let document = document.map_err(|error| (input.id(), no_digest(format!("is not JSON: {error}"))))?;
    if let Some((id, failure)) = earlier_failure(&document) {
        return Err((id, failure));
    }
    let schema = document.get("schema").and_then(Value::as_str).map(str::to_owned);
    match schema.as_deref() {
        Some(DIGEST_SCHEMA) => serde_json::from_value(document)
            .map_err(|error| (input.id(), no_digest(format!("is not a sound digest: {error}")))),
        Some(other) => Err((input.id(), no_digest(format!("says `schema: {other}`, not `{DIGEST_SCHEMA}`")))),
        None => Err((input.id(), no_digest(format!("does not say `schema: {DIGEST_SCHEMA}`")))),
    }
}

/// The line that `digest --format jsonl` writes for an input that failed there.
fn earlier_failure(document: &Value) -> Option<(Option<String>, Failure)> {
    let error = document.get("error")?;
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let failure = Failure::new("earlier", text(error, "message")?, text(error, "hint")?);
    Some((text(document, "id"), failure))
}

fn no_digest(message: impl Into<String>) -> Failure {
    Failure::new("not-a-digest", message, "pass what `attache digest --format json` wrote")
}
