//! Lexicon and grammar engines: what can be recognised can be said.
//!
//! One lexicon is read in both directions. For saying, a [`Language`] gives the [`Noun`] of a concept and inflects it; for
//! reading, it lists the [`Surface`]s of all concepts and the [`Endings`] that may follow them. [`Names`] takes people's
//! names from one language to another.
//!
//! ```
//! use attache_grammar::{Language, Names};
//! use attache_locales::Locales;
//!
//! # #[cfg(feature = "builtin")] {
//! let locales = Locales::builtin();
//! let azerbaijani = Language::load(&locales, "az")?;
//!
//! // Saying: "of the OSCE", "in Lisbon", "on 5 March".
//! let osce = azerbaijani.abbreviation("org/osce").expect("the OSCE has one");
//! assert_eq!(azerbaijani.inflect(osce, "genitive").as_deref(), Some("ATƏT-in"));
//! let lisbon = azerbaijani.capital("country/PT").expect("Portugal has a capital");
//! assert_eq!(azerbaijani.inflect(lisbon, "locative").as_deref(), Some("Lissabonda"));
//! let date = "XXXX-03-05".parse().expect("a date");
//! assert_eq!(azerbaijani.date(date, "on").as_deref(), Some("martın 5-də"));
//!
//! // Reading: the same word, met in a text.
//! let ending = azerbaijani.endings().read("Lissabon", "da").expect("a locative");
//! assert_eq!(ending.case.as_deref(), Some("locative"));
//!
//! // A name is respelt only where its home lexicon knows every part of it.
//! let names = Names::load(&locales)?;
//! assert_eq!(names.spell("Jeyhun Bayramov", Some("AZ"), "az").text, "Ceyhun Bayramov");
//! # }
//! # Ok::<(), attache_locales::LoadError>(())
//! ```
//!
//! # Where a rule lives
//!
//! No word, suffix or tag of a language stands in this crate. It knows kinds of rules, each in a file of its own:
//!
//! | engine | knows | data |
//! | --- | --- | --- |
//! | `affix` | vowel harmony, buffers, consonant change and voice, the mark behind names, how abbreviations and numbers are spoken | `grammar.toml` `[affix]`, `[forms]` |
//! | `contraction` | articles, also by the first word, and prepositions that grow together with them | `[articles]`, `[contractions]` |
//! | `rewrite` | endings that take the place of others: agreement, plurals, verbs | `[agreement]`, `[verbs]` |
//! | `enumeration` | marks between long members, words that all members share | `[enumeration]` |
//! | `sound` | an article that goes by the first sound | `[sound]` |
//! | `numbers` | cardinals and ordinals | `[numbers]`, `[ordinals]` |
//! | `calendar` | dates and ranges of days | `dates.toml` |
//! | `letters` | case mapping and folding | `[letters]` |
//! | `endings` | inflection, read backwards | `[endings]` |
//! | `lexicon` | concepts and what they are called | `lexicon/*.tsv` |
//! | `names` | people's names | `names.tsv`, `root/lexicon/given_names.tsv` |
//!
//! Everything that can be wrong is found by [`Language::load`] and [`Names::load`]; afterwards every function is total, and
//! what cannot be said honestly is `None`.
//!
//! # Features
//!
//! `builtin` (default) compiles the language folders of this repository in.

mod affix;
mod calendar;
mod contraction;
mod endings;
mod enumeration;
mod grammar;
mod inflect;
mod language;
mod layers;
mod letters;
mod lexicon;
mod lookup;
mod names;
mod noun;
mod numbers;
mod people;
mod rewrite;
mod roman;
mod sound;
mod surface;

pub use endings::{Ending, Endings};
pub use inflect::{Answer, Argument, Inflector, Input, Question};
pub use language::Language;
pub use names::{Names, SpokenName};
pub use noun::{Noun, NounKind};
pub use people::{KnownPerson, plain_letters};
pub use roman::roman_value;
pub use surface::{Sense, Surface};
