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
//! # Text in pieces
//!
//! [`Segmenter::stream`] takes a text as it comes and gives the same segments wherever its pieces end;
//! [`Segmenter::push_into`] reuses a buffer. The iterator of [`Segmenter::segments`] takes nothing from the heap.
//!
//! # How it decides
//!
//! One pass stops at terminators, line breaks, quotation marks and brackets, which are found sixty-four bytes at a time. At
//! a terminator the bytes beside it settle most questions: a plain word that no list knows, a full stop, a space, a capital.
//! What is left open is weighed, the cheap questions first: what follows, which token stands before, what class of
//! abbreviation that is, and whether the next word likes to open a sentence. No look goes further than some hundred bytes
//! back or a thousand ahead, so that the time grows with the length of the text.
//!
//! Where the sentence boundaries of Unicode (UAX #29) are followed, and where not and why, stands as a test in
//! `tests/uax29.rs`.
//!
//! # How a language is described
//!
//! In `segmentation.toml` of its folder; `root` holds what is the same everywhere, a variant only what differs, and a
//! language may say `extends = "pt"`. [`Segmenter::load_with`] lays files of a caller over all of them.
//!
//! | Key | Holds |
//! | --- | --- |
//! | `extends` | the tag of the profile that this one stands on |
//! | `starters` | words that like to open a sentence: after "U.S." they tell an end from a name |
//! | `seconds` | words that stand second in a sentence: az "Nizami küç. Səfirlik isə …" |
//! | `enclitics` | pronouns that hang on a verb, which so opens a sentence: pt "Reuniram-se" |
//! | `articles` | articles, which with one capitalised word make no sentence: pt "O Côn. Pires" |
//! | `particles` | small words in names: "Dr. Dos Santos"; and starters that are surnames too |
//! | `offices` | whom a sentence may speak of behind "Jr."; none begins behind a title |
//! | `labels` | nouns that a letter or number follows: "option B." |
//! | `speech` | verbs of saying, which tie “Why now?” to "Bayramov asked" |
//! | `zones`, `currencies` | what goes on behind "5 p.m." and "5 mlrd." |
//! | `prefixes` | what hangs before a title: "ex-gov." |
//! | `domains` | last parts of addresses on the web: "Day.Az" |
//! | `agencies`, `dates`, `bylines` | agencies, words of dates, openers of bylines |
//! | `quotes`, `dashes`, `bullets` | marks; quotation marks in pairs |
//! | `[rules]` | the names of [`Rule`], each `true` or `false` |
//! | `[abbreviations]` | words before a full stop, by class |
//!
//! | Class | Ends a sentence | For example |
//! | --- | --- | --- |
//! | `title` | never; in small letters before a starter | Mr., S. Ex.ª, akad. |
//! | `before-number` | before an upper-case word that is no numeral, no label and no code | No., art., səh. |
//! | `date` | before anything but a number or bracket | Jan., fev., noy. |
//! | `counted-date` | as a date behind a number, else as a word | mar. (the month, the sea) |
//! | `clock` | before any upper-case word or number that is no zone and no day | a.m., p.m. |
//! | `inline` | never | e.g., p. ex., məs. |
//! | `tail` | before any upper-case word or number | etc., və s. |
//! | `amount` | before any upper-case word, unless money follows | mln., mlrd. |
//! | `unit` | before a starter or a quotation | Inc., Lda., km |
//! | `suffix` | as a unit, and before an office | Jr., Ph.D. |
//! | `street` | before any upper-case word that is no label | Rd., Ave. |
//! | `address` | before a starter | St., Av., küç. |
//!
//! An abbreviation is written without its last full stop. In lower case it holds for every spelling, with a capital or with
//! one letter for that spelling alone. It may have two words: `və s`, `Flt. Lt`.
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
//! `builtin` (default) compiles the language folders of this repository in. The crate does without `std`, with `alloc`.

#![no_std]

extern crate alloc;

mod around;
mod boundary;
mod bytes;
mod draft;
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

pub use attache_locales::{LoadError, Locales, SourceFile};
pub use profile::Rule;
pub use segment::{Quote, Segment, SegmentEnd, SegmentKind, Sure};
pub use segmenter::Segmenter;
pub use segments::Segments;
pub use stream::Stream;
