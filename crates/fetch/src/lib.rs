//! Gets articles and feeds from the web, guarded.
//!
//! What is fetched was named by a stranger: a feed, a page, a redirection. So every address is checked before a connection is
//! made ([`Guard`]), every answer has limits ([`Limits`]), sites are asked one thing at a time and in their own time
//! ([`Client`]), and every way to fail has a name and a remedy ([`Fault`]). What the bytes mean is for others to say.
//!
//! ```no_run
//! use attache_fetch::{Answer, Client, Options, Validators};
//!
//! let client = Client::open(Options::default())?;
//! match client.get("https://ministry.example/news.xml", &Validators::default())? {
//!     Answer::Fetched(page) => println!("{} bytes from {}", page.body.len(), page.url),
//!     Answer::Unchanged => println!("nothing new"),
//! }
//! # Ok::<(), attache_fetch::Fault>(())
//! ```
#![allow(clippy::disallowed_methods, reason = "an edge: it opens sockets, and keeps answers in files")]

mod body;
mod cache;
mod canonical;
mod client;
mod fault;
mod guard;
mod limits;
mod pace;
mod resolver;
mod robots;
mod wait;

pub use cache::Cache;
pub use canonical::{canonical, same_site};
pub use client::{Answer, Client, Fetched, Options, Validators};
pub use fault::Fault;
pub use guard::{Guard, Refusal, special};
pub use limits::Limits;
pub use resolver::Lookup;
pub use robots::Robots;
pub use wait::retry_after;
