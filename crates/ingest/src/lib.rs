//! Bytes to articles.
//!
//! Knows how plain text arrives: how large, in which encoding, and what people send by mistake instead of it. Does not
//! open anything, and knows no language: whoever has the bytes hands them in.
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

mod charset;
mod document;
mod error;
mod format;
mod hints;
mod html;
mod plain;
mod read;
mod reading;
mod repair;

pub use charset::ToldBy;
pub use document::Document;
pub use error::{Disguise, IngestError};
pub use format::Format;
pub use hints::{DEFAULT_MAX_BYTES, Hints};
pub use html::{DateEvidence, page};
pub use plain::text;
pub use read::read;
pub use reading::Reading;
pub use repair::Repairs;
