//! Makes a day's brief of many articles: the same stories in the same order, in several languages.
//!
//! ```text
//! Articles, Digests ─duplicates→ ─stories→ ─facts→ ─weigh→ ─weave→ Bulletin
//! ```
//!
//! Articles come in with their digests; a [`attache_schema::Bulletin`] goes out, in which everything stands in the reader's language,
//! so that whoever writes it to a file chooses nothing. The crate opens no file, asks no clock, and gives the same bytes for the same
//! articles in the same order. It knows no word of any language: how something is said stands in `locales/<tag>/messages.ftl`.
//!
//! * [`Profile`] is what a house wants to read.
//! * [`BulletinMaker`] is built once with a profile and makes bulletins.
//! * [`Explanation`] is what the profile did to the order.
//!
//! | module | noun |
//! | --- | --- |
//! | `profile` | the house's file, checked |
//! | `paper` | one article prepared for comparison |
//! | `duplicates` | the same text twice |
//! | `parties` | whether two articles speak of the same person and the same event |
//! | `stories` | which articles tell one story |
//! | `facts` | what they tell together, once each |
//! | `figures`, `differences` | what they tell differently |
//! | `weave` | one paragraph per language, the same facts in each |
//! | `weigh` | parts of what a story weighs |
//! | `about` | what a story names of which nothing was understood |
//! | `headline` | what the contents list calls it |
//! | `atlas` | facts of the lexicon that all of these ask for |
//! | `maker` | the order of the steps |

mod about;
mod atlas;
mod differences;
mod duplicates;
mod explanation;
mod facts;
mod figures;
mod headline;
mod letters;
mod maker;
mod paper;
mod parties;
mod profile;
mod stories;
mod weave;
mod weigh;

pub use explanation::{Explanation, Ranked};
pub use maker::{Builder, BulletinMaker};
pub use profile::{Belonging, MAX_STORIES, Profile, SectionRule, TranslationMode, TranslationSettings};
