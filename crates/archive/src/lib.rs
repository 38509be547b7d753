//! Keeps articles in one SQLite file, and finds them again.
//!
//! What was accepted stays: each article is one transaction that has reached the disk when [`Archive::add`] returns, and an
//! article that is there already, under any of its addresses, is not taken twice. So a run that is killed loses nothing, and the
//! next one goes on where it stopped. Words are found however they are typed ([`fold`]). Does not know where articles come from,
//! nor what day it is: who has them says so.
//!
//! ```
//! use attache_archive::{Added, Archive, Item, Query};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("archive.sqlite");
//! let mut archive = Archive::open(&path)?;
//! let item = Item {
//!     url: "https://paper.example/7".to_owned(),
//!     title: Some("Nazir Bakıya gəldi".to_owned()),
//!     text: "Xarici işlər naziri mart ayında Bakıya gəldi.".to_owned(),
//!     ..Item::fetched_on("2031-03-06".parse()?)
//! };
//! assert_eq!(archive.add(&item, &[])?, Added::New(1));
//! assert_eq!(archive.add(&item, &[])?, Added::Known(1));
//!
//! let found = archive.find(&Query::words("isler BAKI*")?)?;
//! assert_eq!(found[0].item.title, item.title);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![allow(clippy::disallowed_methods, reason = "an edge: it opens its file")]

mod archive;
mod error;
mod fold;
mod item;
mod layout;
mod query;
mod source;

pub use archive::{Added, Archive};
pub use error::ArchiveError;
pub use fold::fold;
pub use item::{Entry, Item};
pub use query::Query;
pub use source::Source;
