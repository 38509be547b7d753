//! Sentence segmentation.
//!
//! ```
//! use attache_segmenter::Segmenter;
//!
//! # #[cfg(feature = "builtin")] {
//! let segmenter = Segmenter::builtin("en").expect("English is built in");
//! let text = "The ministers met in Doha. They discussed energy.";
//! let sentences: Vec<&str> = segmenter.segments(text).map(|segment| &text[segment.span]).collect();
//! assert_eq!(sentences, ["The ministers met in Doha.", "They discussed energy."]);
//! # }
//! ```

mod around;
mod boundary;
mod letters;
mod lines;
mod profile;
mod quotes;
mod segment;
mod segmenter;
mod segments;
mod words;

pub use segment::{Quote, Segment, SegmentEnd, SegmentKind, Sure};
pub use segmenter::Segmenter;
