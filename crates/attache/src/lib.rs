//! From an article on diplomacy to one-paragraph digests in English, Portuguese and Azerbaijani.
//!
//! ```text
//! Article ─segment→ sentences ─annotate→ Annotations ─digest→ Digest ─render→ Rendered
//! ```
//!
//! [`Attache`] is this line: built once from language folders, then total. It opens no file, asks no clock and no network;
//! the same text gives the same bytes everywhere.
pub use attache_locales::{LoadError, Locales};
pub use attache_localization::Unrendered;
pub use attache_schema::*;
pub use attache_segmenter::{Segment, SegmentKind, Segmenter};
pub use attache_summarizer::Summarizer;

mod languages;
mod pipeline;

pub use languages::{LanguageName, Languages};
pub use pipeline::{Attache, Builder};
