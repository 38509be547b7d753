//! Writes a bulletin to text, Markdown, HTML, DOCX, PDF, mail and JSON.
//!
//! Everything that a reader sees stands in the [`Bulletin`] in the reader's language; nothing is chosen, counted or said here. The same
//! bulletin and options give the same bytes. Whatever stands in it, and strangers wrote much of it, comes out as text and as
//! nothing else: no markup, no control characters, no link but to a page of the web.
//!
//! ```
//! use attache_export::{Format, Options, write};
//! use attache_schema::{BULLETIN_SCHEMA, Bulletin, Edition, Item, Section};
//!
//! let item = Item {
//!     number: 1,
//!     headline: "Ministers meet in Lisbon".to_owned(),
//!     paragraph: "The foreign ministers of Portugal and Azerbaijan met in Lisbon on 6 March.".to_owned(),
//!     ..Item::default()
//! };
//! let edition = Edition {
//!     title: "Press brief".to_owned(),
//!     sections: vec![Section { items: vec![item], ..Section::default() }],
//!     ..Edition::default()
//! };
//! let bulletin = Bulletin {
//!     schema: BULLETIN_SCHEMA.to_owned(),
//!     date: None,
//!     letterhead: Vec::new(),
//!     sources: Vec::new(),
//!     stories: Vec::new(),
//!     editions: vec![edition],
//!     passed_over: Vec::new(),
//! };
//! let text = write(&bulletin, Format::Text, &Options::default())?;
//! assert!(String::from_utf8_lossy(&text).contains("1. Ministers meet in Lisbon"));
//! # Ok::<(), attache_export::ExportError>(())
//! ```
//!
//! | module | noun |
//! | --- | --- |
//! | `format`, `options`, `error` | what is asked for, and why it is not had |
//! | `harmless` | a stranger's text and link, made safe to show |
//! | `document` | a bulletin as it will stand on the page, before any format |
//! | `markup` | HTML and XML that is well-formed because nothing else can be written |
//! | `text`, `markdown`, `html`, `docx`, `pdf`, `mail`, `json` | one format each |

mod document;
mod docx;
mod error;
mod format;
mod harmless;
mod html;
mod json;
mod mail;
mod markdown;
mod markup;
mod options;
mod pdf;
mod text;

use attache_schema::Bulletin;

use crate::document::Document;

pub use error::ExportError;
pub use format::Format;
pub use options::{Envelope, Evidence, Options};

/// Writes the editions that `options` chooses as one file.
///
/// # Errors
///
/// Where there is no such edition, or the addresses of a mail are none. What is wrong inside of the bulletin (a span beside its
/// text, a source that is not there) costs what hangs on it, and never the file.
pub fn write(bulletin: &Bulletin, format: Format, options: &Options) -> Result<Vec<u8>, ExportError> {
    let editions = options.choose(bulletin)?;
    if format == Format::Json {
        return json::write(bulletin, &editions);
    }
    let document = Document::new(bulletin, &editions, options);
    match format {
        Format::Text => Ok(text::write(&document).into_bytes()),
        Format::Markdown => Ok(markdown::write(&document).into_bytes()),
        Format::Html => Ok(html::write(&document, html::Place::Browser).into_bytes()),
        Format::Docx => docx::write(&document),
        Format::Pdf => pdf::write(&document),
        Format::Mail => mail::write(&document, &options.envelope),
        Format::Json => json::write(bulletin, &editions),
    }
}
