//! The bulletin itself, with the editions that were asked for.

use attache_schema::{Bulletin, Edition};

use crate::ExportError;

pub(crate) fn write(bulletin: &Bulletin, editions: &[&Edition]) -> Result<Vec<u8>, ExportError> {
    let chosen = Bulletin { editions: editions.iter().map(|edition| (*edition).clone()).collect(), ..bulletin.clone() };
    let mut json = serde_json::to_vec_pretty(&chosen).map_err(|error| ExportError::writer("the JSON", error))?;
    json.push(b'\n');
    Ok(json)
}
