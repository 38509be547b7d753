//! Lexicon and grammar engines: what can be recognised can be said.

mod endings;
mod language;
mod names;
mod noun;
mod surface;

pub use endings::{Ending, Endings};
pub use language::Language;
pub use names::{Names, SpokenName};
pub use noun::{Noun, NounKind};
pub use surface::{Sense, Surface};
