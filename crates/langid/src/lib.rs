//! Which language a text is in, or which one it is not.
//!
//! A linear classifier on hashed character n-grams tells the languages of a script apart; a script of one language decides by
//! itself. Many more languages are known than are read: an article in Galician has to be refused, not read as Portuguese. Knows no
//! language: which ones there are, what was learned of them, and when an answer is an answer is data (`locales/root/languages`,
//! `locales/root/detect.toml`, `locales/root/detect.weights`).
//!
//! ```
//! # #[cfg(feature = "builtin")] {
//! use attache_langid::Detector;
//! use attache_locales::Locales;
//!
//! let detector = Detector::load(&Locales::builtin()).expect("the built-in weights are sound");
//! let guess = detector.detect("Azerbaycanin xarici isler naziri dunen Lissabonda estoniyali hemkari ile gorusub.");
//! assert_eq!(guess.tag, "az");
//! let guess = detector.detect("O ministro reuniuse onte en Lisboa co seu homólogo e falou da cooperación entre os dous países.");
//! assert_eq!((guess.tag.as_str(), guess.resembles.as_deref()), ("und", Some("gl")));
//! # }
//! ```

mod detector;
mod letters;
mod model;
mod ngrams;
mod settings;
mod train;
mod variant;

pub use detector::Detector;
pub use train::{TrainingText, train};
