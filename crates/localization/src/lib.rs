//! Says a digest in any language that has a folder.
//!
//! A [`attache_schema::Digest`] comes in, which is in no language; one grammatical paragraph per language goes out, each
//! clause with the bytes of the article that it was read from. It never looks into the article and knows no rule of the
//! source's language.
//!
//! * In the language of the article the chosen sentences stand verbatim, with the few edits that they need.
//! * In every other language they are composed: each event is a Fluent message of `locales/<tag>/*.ftl`, filled with
//!   nouns that know their grammar and are asked for a form by function (module `functions` has the list).
//! * What no message fits can be handed to a [`Translator`] ([`Localizer::translate`]); its sentences are marked.
//! * What is left then is left out or quoted, as the caller chose; never guessed, always counted.
//!
//! ```
//! use attache_localization::{Localizer, Unrendered};
//!
//! # #[cfg(feature = "builtin")] {
//! let localizer = Localizer::builder().languages(["en"]).unrendered(Unrendered::Omit).max_words(120).build()?;
//! assert_eq!(localizer.languages().collect::<Vec<_>>(), ["en"]);
//! # }
//! # Ok::<(), attache_locales::LoadError>(())
//! ```
//!
//! | module | noun |
//! | --- | --- |
//! | `contract` | the messages that every language has, and their variables |
//! | `target` | one language: messages, grammar, checks |
//! | `functions`, `words` | what messages can ask for, and the nouns that they ask |
//! | `refer` | how people, offices and occasions are named at first and later mention |
//! | `compose` | from an event to a sentence |
//! | `headline` | an event in a dozen words |
//! | `differ` | where sources differ |
//! | `verbatim` | the author's sentence and its edits |
//! | `translator` | what a translator is asked and answers; the crate `translation` is one |
//! | `paragraph` | the plan: order, budget, source line |
//! | `tidy` | punctuation around empty slots |
//! | `outline` | the contract as a translator meets it |
//! | `gaps`, `lint` | what a language leaves open, and what is wrong with what it says |

mod compose;
mod contract;
mod differ;
mod facts;
mod functions;
mod gaps;
mod headline;
mod lint;
mod localizer;
mod marks;
#[cfg(test)]
mod matrix;
mod outline;
mod paragraph;
mod refer;
mod target;
mod tidy;
mod translator;
mod verbatim;
mod words;

pub use differ::{Claim, Difference};
pub use lint::{MessageReport, lint};
pub use localizer::{Localizer, LocalizerBuilder, Unrendered};
pub use outline::{Outline, outline};
pub use translator::{Batch, Translation, Translations, Translator, Untold, Untranslated};
