//! What was fetched, read as articles.

use attache::Date;
use attache_fetch::Fetched;
use attache_ingest::{Document, Format, Hints, IngestError, read};

/// What stood at an address.
pub(crate) struct Reading {
    /// Whether it is a feed, whose items are articles elsewhere.
    pub(crate) is_feed: bool,
    /// Its articles, each of which stands or fails alone.
    pub(crate) documents: Vec<Result<Document, IngestError>>,
}

/// Reads what was fetched; `hints` say what is known of it already.
pub(crate) fn read_fetched(fetched: &Fetched, hints: Hints, today: Date) -> Result<Reading, IngestError> {
    let mut hints = hints.with_url(&*fetched.url).with_today(today);
    if let Some(charset) = fetched.content_type.as_deref().and_then(charset) {
        hints = hints.with_charset(charset);
    }
    let format = Format::detect(&fetched.body, None)?;
    Ok(Reading { is_feed: format == Format::Feed, documents: read(&fetched.body, Some(format), hints)? })
}

/// The charset of `text/html; charset="windows-1254"`.
pub(crate) fn charset(content_type: &str) -> Option<&str> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut charsets = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    charsets.next().map(|(_, value)| value.trim().trim_matches(['"', '\''])).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::charset;

    #[test]
    fn a_charset_is_read_however_it_is_written() {
        let read =
            ["text/html; charset=utf-8", "text/html;a=b; CharSet=\"windows-1254\"", "text/html", "text/html; charset="];
        assert_eq!(read.map(charset), [Some("utf-8"), Some("windows-1254"), None, None]);
    }
}
