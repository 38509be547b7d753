//! Lexicon and grammar engines: what can be recognised can be said.

mod affix;
mod calendar;
mod contraction;
mod endings;
mod grammar;
mod inflect;
mod language;
mod layers;
mod letters;
mod lexicon;
mod names;
mod noun;
mod numbers;
mod rewrite;
mod sound;
mod surface;

pub use endings::{Ending, Endings};
pub use inflect::{Answer, Argument, Inflector, Input, Question};
pub use language::Language;
pub use names::{Names, SpokenName};
pub use noun::{Noun, NounKind};
pub use surface::{Sense, Surface};
