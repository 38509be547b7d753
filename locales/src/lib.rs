//! The language folders of attaché.
//!
//! Knows which folders and files there are and how to say what is wrong in one of them. Does not know what the files
//! mean: each crate reads its own (`segmentation.toml` the segmenter, `grammar.toml` the grammar, and so on).
//!
//! ```
//! use attache_locales::Locales;
//!
//! # #[cfg(feature = "builtin")] {
//! let locales = Locales::builtin();
//! assert!(locales.tags().any(|tag| tag == "az"));
//! // A variant stands on its language: what `pt-BR` does not say, `pt` says.
//! let files: Vec<_> = locales.layers("pt-BR", "locale.toml").map(|file| file.path()).collect();
//! assert_eq!(files, ["locales/pt/locale.toml", "locales/pt-BR/locale.toml"]);
//! # }
//! ```

#![no_std]

extern crate alloc;

mod data;
mod declaration;
mod error;
mod gaps;
mod source;
mod table;

pub use data::is_data_file;
pub use declaration::Declaration;
pub use error::LoadError;
pub use gaps::Gaps;
pub use source::{Locales, SourceFile, truncations};
pub use table::{Row, Table};

/// The folder that holds facts in no language: concept ids, kinds, weights.
pub const ROOT: &str = "root";
