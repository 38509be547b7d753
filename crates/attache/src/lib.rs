//! From an article on diplomacy to one-paragraph digests in English, Portuguese and Azerbaijani.
//!
//! ```text
//! Article ─segment→ sentences ─annotate→ Annotations ─digest→ Digest ─render→ Rendered
//! ```
//!
//! [`Attache`] is this line. It is built once from language folders, which is where everything that can be wrong is found;
//! after that no stage fails, whatever the text. No file is opened, no clock and no network is asked: the same text gives
//! the same bytes, on every machine and from any number of threads.
//!
//! ```
//! use attache::{Article, Attache, Realization};
//!
//! let attache = Attache::builder().languages(["pt", "az"]).build()?;
//! let article = Article::from_text(
//!     "On May 2, 2024, the Foreign Minister of Azerbaijan Jeyhun Bayramov met with the Foreign Minister of Portugal \
//!      Paulo Rangel in Lisbon.",
//! );
//! let digest = attache.digest(&article);
//!
//! let portuguese = attache.render(&digest, "pt").expect("there is a folder `pt`");
//! assert_eq!(
//!     portuguese.text,
//!     "O ministro dos Negócios Estrangeiros do Azerbaijão, Jeyhun Bayramov, reuniu-se no dia 2 de maio de 2024 em Lisboa \
//!      com o ministro dos Negócios Estrangeiros de Portugal, Paulo Rangel."
//! );
//! let azerbaijani = attache.render(&digest, "az").expect("there is a folder `az`");
//! assert_eq!(
//!     azerbaijani.text,
//!     "2024-cü il mayın 2-də Azərbaycanın xarici işlər naziri Ceyhun Bayramov Lissabonda Portuqaliyanın xarici işlər \
//!      naziri Paulo Rangel ilə görüşüb."
//! );
//!
//! // Every clause says in which way it was said and where it was read.
//! let clause = &portuguese.clauses[0];
//! assert_eq!(clause.realization, Realization::Composed);
//! assert_eq!(clause.evidence[0].of(&article.text), "met with");
//! # Ok::<(), attache::LoadError>(())
//! ```
//!
//! What cannot be said in a language is left out and counted in [`Rendered::omitted`], or quoted
//! ([`Unrendered::Quote`]); nothing is guessed.
//!
//! # Stages alone
//!
//! | Method | Gives |
//! | --- | --- |
//! | [`Attache::detect`] | the language of a text |
//! | [`Attache::segment`] | sentences and titles, as byte ranges |
//! | [`Attache::annotate`] | people, offices, countries, topics, dates, events: spans only |
//! | [`Attache::digest`] | what matters, in source order, in no target language |
//! | [`Attache::render`] | one paragraph in one language |
//! | [`Attache::say_with`] | the same, with a [`Translator`] for what cannot be composed |
//! | [`Attache::brief`] | the whole road: a digest and its paragraphs, whose JSON is versioned |
//!
//! # Snapshots of your own
//!
//! The bytes do not change from run to run, so a crate that builds on this one can keep its digests as snapshots
//! (`examples/snapshot.rs` is such a test with snapshot files):
//!
//! ```
//! use attache::{Article, Attache};
//!
//! let attache = Attache::builder().languages(["pt"]).build()?;
//! let article = Article::from_text("The President of Portugal received the Ambassador of Azerbaijan in Lisbon.");
//! let brief = attache.brief(&article, ["pt"]);
//! insta::assert_snapshot!(brief.rendered["pt"].text, @"O Presidente de Portugal recebeu em Lisboa o embaixador do Azerbaijão.");
//! insta::assert_json_snapshot!(brief.digest.pieces[0].events[0].kind, @r#""event/receive""#);
//! # Ok::<(), attache::LoadError>(())
//! ```
//!
//! With feature `testing`, `attache::testing::assert_digests!` keeps those of a whole folder (`examples/articles.rs`), in the form that [`golden`]
//! writes for review and that the program keeps beside articles (`attache snapshot`).
//!
//! # Languages
//!
//! A language is a folder of data (`locales/az/`), and [`Locales`] is what a program works with: the built-in folders,
//! with files of your own in place of some of them.
//!
//! ```
//! use attache::{Attache, Locales};
//!
//! let mut locales = Locales::builtin();
//! locales.insert("en", "locale.toml", "name = \"The King's English");
//! let error = Attache::builder().locales(locales).build().expect_err("a quotation mark is missing");
//! assert_eq!((error.path(), error.line()), ("locales/en/locale.toml", Some(1)));
//! ```

mod golden;
mod languages;
mod pipeline;
#[cfg(feature = "testing")]
pub mod testing;

pub use attache_locales::{LoadError, Locales, SourceFile, is_data_file, truncations};
pub use attache_localization::{
    Batch, Claim, Difference, Localizer, Translation, Translator, Unrendered, Untold, Untranslated,
};
pub use attache_schema::*;
pub use attache_segmenter::{Segment, SegmentKind, Segmenter};
pub use attache_summarizer::{Budget, Focus, FocusError, Summarizer};

pub use golden::golden;
pub use languages::{LanguageName, Languages};
pub use pipeline::{Attache, Builder};
