//! A page of the web to an article.
//!
//! Knows the steps: characters, markup without harm, what the page says about itself, what of it is the article, and its
//! blocks as text. Each step is a file of its own. Knows no language, and opens nothing.

mod around;
mod article;
mod block;
mod extract;
mod facts;
mod guard;
mod headline;
mod line;
mod linked;
mod markup;
mod origin;
mod published;

use scraper::Html;
use url::Url;

pub use published::DateEvidence;

use crate::charset::{self, Decoded};
use crate::reading::Reading;
use crate::repair::repair;
use crate::{Document, Format, Hints, IngestError};
use block::{blocks_of, text_of};
use facts::Facts;

/// How much stack the parsers get. The tree is at most as deep as the guard lets it be; a debug build needs some four
/// megabytes for that, and whoever calls may have two.
const STACK: usize = 32 * 1024 * 1024;

/// Reads a page: the article in it, and what the page says about it.
///
/// What the sender's hints say goes before what the page says. The address alone may become the page's own (canonical) form
/// of the one given, on the same host.
///
/// ```
/// use attache_ingest::{Hints, page};
///
/// let html = r#"<html><head><title>Ministers meet in Baku | The Harbour Post</title>
///   <meta property="og:site_name" content="The Harbour Post">
///   <meta property="article:published_time" content="2023-03-06T10:15:00+04:00"></head>
///   <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
///   <article><h1>Ministers meet in Baku</h1>
///   <p>The foreign ministers of Azerbaijan and Portugal met in Baku on Monday.</p>
///   <p>They discussed trade, energy and transport, the ministry said in a statement.</p></article></body></html>"#;
/// let article = page(html.as_bytes(), Hints::default())?.article;
/// assert_eq!(article.title.as_deref(), Some("Ministers meet in Baku"));
/// assert_eq!(article.outlet.as_deref(), Some("The Harbour Post"));
/// assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2023-03-06"));
/// assert!(article.text.starts_with("The foreign ministers"));
/// assert_eq!(article.text.matches("\n\n").count(), 1);
/// # Ok::<(), attache_ingest::IngestError>(())
/// ```
///
/// # Errors
/// Where the page is larger than the sender accepts, or has no article.
pub fn page(bytes: &[u8], hints: Hints) -> Result<Document, IngestError> {
    check_size(bytes.len(), hints.max_bytes)?;
    let domain = hints.url.as_deref().and_then(domain_of);
    let Decoded { text, encoding, told_by, malformed } =
        charset::decode(bytes, hints.charset.as_deref(), domain.as_deref());
    let mut document = page_of(&text, hints)?;
    document.reading.encoding = Some(encoding);
    document.reading.told_by = Some(told_by);
    document.reading.malformed = malformed;
    Ok(document)
}

/// Reads a page whose characters are known: of a mail, of a feed.
///
/// # Errors
/// As [`page`].
pub(crate) fn page_of(html: &str, hints: Hints) -> Result<Document, IngestError> {
    check_size(html.len(), hints.max_bytes)?;
    if html.trim().is_empty() {
        return Err(IngestError::Empty);
    }
    with_own_stack(|| read(html, hints))?
}

/// The text of a fragment that is an article as a whole: what a feed carries, the body of a mail.
///
/// One block for each paragraph, with an empty line between; empty where there is no text.
pub(crate) fn fragment(html: &str) -> String {
    text_of(&blocks_of(&guard::guard(html)))
}

fn read(html: &str, hints: Hints) -> Result<Document, IngestError> {
    let guarded = guard::guard(html);
    let facts = Facts::gather(&Html::parse_document(&guarded));
    let address = origin::address(&facts, hints.url.as_deref());
    let outlet = origin::outlet(&facts);
    let authors = origin::authors(&facts);
    let title = headline::headline(&facts, outlet.as_deref(), address.as_deref().and_then(host_of).as_deref());
    let published = published::published(&facts, address.as_deref(), hints.today);

    let shown = hints.title.as_deref().or(title.as_deref());
    // A page may name its whole content so that it looks like what stands around it.
    let bare = guard::guard_bare(html);
    let mut blocks = article::choose(&bare, &facts, shown, &authors);
    if blocks.is_empty() && bare != guarded {
        blocks = article::choose(&guarded, &facts, shown, &authors);
    }
    let (text, repairs) = repair(&text_of(&blocks));
    if text.is_empty() {
        return Err(IngestError::NoArticle { title, letters: letters_of(&guarded) });
    }

    let date =
        if hints.published.is_some() { Some(DateEvidence::Sender) } else { published.map(|(_, evidence)| evidence) };
    let mut document = Document::new(
        Hints {
            title: hints.title.or_else(|| title.map(|title| repair(&title).0)),
            published: hints.published.or(published.map(|(day, _)| day)),
            outlet: hints.outlet.or(outlet),
            url: address.or(hints.url),
            ..hints
        }
        .article(&text),
        Format::Html,
    );
    document.reading = Reading {
        repairs,
        date,
        authors,
        claimed_language: facts.language,
        is_free: facts.linked.is_free,
        ..Reading::default()
    };
    Ok(document)
}

/// How many letters a page shows, to say what was found where no article was.
fn letters_of(guarded: &str) -> usize {
    text_of(&blocks_of(guarded)).chars().filter(|c| c.is_alphabetic()).count()
}

/// Runs with a stack of its own, whatever the caller's has left, and makes a panic of the parsers an error.
fn with_own_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, IngestError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("page".to_owned()).stack_size(STACK).spawn_scoped(scope, work);
        thread.ok().and_then(|thread| thread.join().ok()).ok_or(IngestError::Unreadable { format: "HTML" })
    })
}

fn check_size(size: usize, limit: usize) -> Result<(), IngestError> {
    match size > limit {
        true => Err(IngestError::TooLarge { limit: limit as u64 }),
        false => Ok(()),
    }
}

fn host_of(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

/// The last part of the host's name: `pt`.
pub(crate) fn domain_of(url: &str) -> Option<String> {
    let host = Url::parse(url).ok()?.domain()?.trim_end_matches('.').to_owned();
    host.rsplit('.').next().map(str::to_owned)
}
