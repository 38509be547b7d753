//! What was fetched, read as articles.

use attache::Date;
use attache_fetch::Fetched;
use attache_ingest::{Document, Format, Hints, IngestError, read};

use crate::web;

/// What stood at an address.
pub(crate) struct Reading {
    /// Whether it is a feed, whose items are articles elsewhere.
    pub(crate) is_feed: bool,
    /// Its articles, each of which stands or fails alone.
    pub(crate) documents: Vec<Result<Document, IngestError>>,
}

/// Reads what was fetched; `hints` say what is known of it already. Nothing was published after the `latest` day.
pub(crate) fn read_fetched(fetched: &Fetched, hints: Hints, latest: Date) -> Result<Reading, IngestError> {
    let mut hints = hints.with_url(&*fetched.url).with_today(latest);
    hints.charset = fetched.content_type.as_deref().and_then(web::charset);
    let format = Format::detect(&fetched.body, None)?;
    Ok(Reading { is_feed: format == Format::Feed, documents: read(&fetched.body, Some(format), hints)? })
}
