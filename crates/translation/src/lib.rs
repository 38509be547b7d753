//! Translation services behind [`attache_localization::Translator`], every answer checked.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: it reads a key file and the cache, and looks at the clock for deadlines"
)]

mod address;
mod cache;
mod check;
mod engine;
mod fault;
mod form;
mod guard;
mod http;
mod lexis;
mod near;
mod number;
mod protocol;
mod secret;
mod sentence;
mod service;
mod verify;

pub use address::Reach;
pub use cache::Cache;
pub use check::Checker;
pub use engine::Engine;
pub use service::{Choice, OpenError, Options, Planned, Service};
