//! A fast and accurate sentence segmenter whose rules are data.
//!
//! ```
//! use attache_segmenter::Segmenter;
//!
//! # #[cfg(feature = "builtin")] {
//! let segmenter = Segmenter::builtin("az").expect("Azerbaijani is built in");
//! let text = "Nazir C.Bayramov Dohada energetika, nəqliyyat və s. məsələləri müzakirə edib. Görüş martın 5-də olub.";
//! let sentences: Vec<&str> = segmenter.segments(text).map(|segment| &text[segment.span]).collect();
//! assert_eq!(
//!     sentences,
//!     [
//!         "Nazir C.Bayramov Dohada energetika, nəqliyyat və s. məsələləri müzakirə edib.",
//!         "Görüş martın 5-də olub.",
//!     ]
//! );
//! # }
//! ```
//!
//! # What comes out
//!
//! A [`Segment`] is a range of bytes and what is known of it: its [kind](SegmentKind), its paragraph, [what ended
//! it](SegmentEnd), the quotations open at its two ends, and [how sure](Sure) the end is. Segments are in order, trimmed, on
//! character boundaries, and hold all of the text that is not blank. Cutting is total: no text makes it fail or panic, and the
//! time grows with the length of the text, whatever stands in it.
//!
//! A blank line ends a segment and a single line break does not, unless a list or a dateline shows that it should. A
//! quotation of several sentences is cut inside; [`Segment::quote`] says so.
//!
//! # How it decides
//!
//! One pass stops at terminators, line breaks, quotation marks and brackets. At a terminator it asks, the cheap questions
//! first: what follows, which token stands before, what class of abbreviation that is, and whether the next word likes to
//! open a sentence. It looks at most 40 bytes back and a few words ahead.
//!
//! # How a language is described
//!
//! In `segmentation.toml` of its folder; `root` holds what is the same everywhere, a variant only what differs.
//!
//! | Key | Holds |
//! | --- | --- |
//! | `starters` | words that like to open a sentence: after "U.S." they tell an end from a name |
//! | `seconds` | words that stand second in a sentence: az "Nizami küç. Səfirlik isə …" |
//! | `labels` | nouns that a letter or number follows: "option B." |
//! | `speech` | verbs of saying, which tie “Why now?” to "Bayramov asked" |
//! | `agencies`, `dates`, `bylines` | agencies, words of dates, openers of bylines |
//! | `quotes`, `dashes`, `bullets` | marks; quotation marks in pairs |
//! | `[rules]` | `glued`, `soft-wrap`, `lower-case-starts`, `ordinal-dot`, `acronym-ends`: true or false |
//! | `[abbreviations]` | words before a full stop, by class |
//!
//! | Class | Ends a sentence | For example |
//! | --- | --- | --- |
//! | `title` | never | Mr., S. Ex.ª, akad. |
//! | `before-number` | before an upper-case word that is no numeral and no label | No., art., səh. |
//! | `date` | before anything but a number or bracket | Jan., fev., noy. |
//! | `inline` | never | e.g., p. ex., məs. |
//! | `tail` | before any upper-case word or number | etc., və s. |
//! | `unit` | before a starter or a quotation | Inc., p.m., Lda., mlrd. |
//! | `address` | before a starter | St., Av., küç. |
//!
//! An abbreviation is written without its last full stop. In lower case it holds for every spelling, with a capital or with
//! one letter for that spelling alone. It may have two words: `və s`.
//!
//! ```
//! use attache_locales::Locales;
//! use attache_segmenter::Segmenter;
//!
//! let mut locales = Locales::default();
//! locales.insert("xx", "segmentation.toml", "[abbreviations]\ntitle = ['amb']\n");
//! let segmenter = Segmenter::load(&locales, "xx")?;
//! assert_eq!(segmenter.segments("Amb. Reis left. Amb. Lind stayed.").count(), 2);
//!
//! locales.insert("xx", "segmentation.toml", "[abbreviations]\ntitel = ['amb']\n");
//! let mistake = Segmenter::load(&locales, "xx").unwrap_err().to_string();
//! assert!(mistake.starts_with("locales/xx/segmentation.toml:2:1: unknown class `titel`"));
//! # Ok::<(), attache_locales::LoadError>(())
//! ```
//!
//! # Features
//!
//! `builtin` (default) compiles the language folders of this repository in.

#![no_std]

extern crate alloc;

mod around;
mod boundary;
mod bytes;
mod letters;
mod lines;
mod profile;
mod quotes;
mod scan;
mod segment;
mod segmenter;
mod segments;
mod stream;
mod words;

pub use profile::Rule;
pub use segment::{Quote, Segment, SegmentEnd, SegmentKind, Sure};
pub use segmenter::Segmenter;
pub use stream::Stream;
