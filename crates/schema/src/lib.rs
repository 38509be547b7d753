//! The words that all stages of attaché share, and the JSON contract.
//!
//! Holds shapes only: no logic, no language. One type flows from each stage to the next:
//!
//! ```text
//! bytes ─ingest→ Article ─segmenter→ sentences ─summarizer→ Annotations, Digest ─localization→ Rendered
//! ```
//!
//! * [`Article`] is the text as it came; it is never changed, and every [`Span`] points into it.
//! * [`Annotations`] is what was read: blocks, sentences, mentions, people, events.
//! * [`Digest`] is what was chosen, in no target language; its JSON is versioned by [`DIGEST_SCHEMA`].
//! * [`Rendered`] is one paragraph in one language, with the way back from each clause to the article.
//! * [`Brief`] is a digest with its paragraphs; its JSON Schema is `schemas/attache.digest-1.json`.
//! * [`Bulletin`] is a day's stories in several languages, each read from one article or more.

mod annotations;
mod article;
mod brief;
mod bulletin;
mod concept;
mod date;
mod digest;
mod event;
mod extract;
#[cfg(feature = "schemars")]
mod published;
mod rendered;
mod span;
mod words;

pub use annotations::{
    Annotations, Block, BlockKind, LanguageGuess, Mention, MentionKind, Sentence, UNDETERMINED, WeighedTopic,
};
pub use article::Article;
pub use brief::Brief;
pub use bulletin::{
    BULLETIN_SCHEMA, Bulletin, Edition, Item, Labels, PassedOver, Reference, Section, Story, Testimony, Traced, Weight,
};
pub use concept::ConceptId;
pub use date::{Date, DateError, When};
pub use digest::{DIGEST_SCHEMA, Digest, Edit, EditKind, Piece, Score, Skipped, Source, Unread};
pub use event::{Actor, Complement, Event, Frame, Gender, Person, Place, Status, Topic};
pub use extract::{Extract, Parts, Verdict, Weighed};
#[cfg(feature = "schemars")]
pub use published::published_schema;
pub use rendered::{Clause, MAX_WORDS, Realization, Rendered, Translated, Warning};
pub use span::Span;
pub use words::word_count;
