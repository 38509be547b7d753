//! Bytes to articles.
//!
//! Knows how articles arrive: in which character set, as which kind of file, and what people send by mistake instead of one.
//! Does not open anything, fetches nothing, and knows no language: whoever has the bytes hands them in.
//!
//! * [`read`] takes bytes of any [`Format`], detected by content, and gives [`Document`]s: one of a text, a page or a file of a
//!   word processor, several of a feed, a mail or JSON lines. Each of several stands or fails alone.
//! * [`record`] reads one line of JSON, so that a stream of any length is read line by line.
//! * [`text`] reads plain text in UTF-8 and changes nothing in it.
//! * [`Hints`] is what the sender knows, and goes before what the bytes say; [`IngestError`] says what is wrong and what to do.
//!
//! What strangers send is bounded before it is read: sizes, ratios, numbers of parts and depths each have a limit where they are
//! read, and titles and links come out harmless. Where a text may hide behind another one (a mail in a mail, a forwarded
//! article), it is taken out.
//!
//! ```
//! use attache_ingest::{Hints, text};
//!
//! let bytes = "No dia 6 de março, os dois ministros reuniram-se em Lisboa.".as_bytes();
//! let article = text(bytes, Hints::default().with_outlet("Gazeta do Porto"))?;
//! assert_eq!(article.text.as_bytes(), bytes);
//!
//! let error = text(b"Os ministros reuniram-se em mar\xE7o.", Hints::default()).unwrap_err();
//! assert_eq!(error.to_string(), "is not UTF-8: byte 0xE7 in line 1, column 32 (offset 31)");
//! # Ok::<(), attache_ingest::IngestError>(())
//! ```

mod blocks;
mod caption;
mod charset;
mod day;
mod document;
mod docx;
mod error;
mod feed;
mod format;
mod hints;
mod html;
mod mail;
mod markdown;
mod pdf;
mod plain;
mod read;
mod reading;
mod records;
mod repair;

pub use charset::ToldBy;
pub use document::Document;
pub use error::{Disguise, Excess, IngestError};
pub use format::Format;
pub use hints::{DEFAULT_MAX_BYTES, Hints, nth_id};
pub use html::{DateEvidence, page};
pub use pdf::THREAD as PDF_THREAD;
pub use plain::text;
pub use read::read;
pub use reading::Reading;
pub use records::record;
pub use repair::Repairs;
