//! What the tests of the whole road share: where things lie, and the fixtures with their gold.
//!
//! The tests themselves are in `tests/tests/`. This is a test package: it opens files, which pure crates may not.
#![allow(clippy::disallowed_methods, reason = "a test package reads the files that it is about")]

mod fixture;
mod gold;
mod repository;

pub use fixture::{Fixture, fixtures};
pub use gold::{Gold, GoldEvent, GoldFrame, GoldPerson};
pub use repository::{brought_locales, brought_tags, files_below, folder_names, read, root, shared, skipped};
