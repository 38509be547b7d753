//! Has sentences translated that no message says, and shows nothing that was not checked.
//!
//! Nothing leaves the machine unless a caller asks for it: [`Reach::Local`] asks services on loopback only. A [`Service`] is a
//! [`attache_localization::Translator`]: localization hands it sentences, and it takes each along this road.
//!
//! ```text
//! guard → cache → batches → send → shape → restore → check
//! ```
//!
//! * **guard**: names, offices, states, days and figures leave the sentence as placeholders, in the form that the service keeps best.
//! * **send**: several requests at once, answers in order, a deadline for all of it, retries that honour `Retry-After`.
//! * **restore**: the parts come back in the target's grammar, from our own lexicon (`de [[1]]` is "da Estónia").
//! * **check** ([`Checker`]): every number, date, name and state of the source stands in the answer, none is added; its length and its
//!   language are right; nothing of the road is left in it.
//!
//! What fails is asked for again: the batch, each sentence alone, another placeholder, another model, the next service. What fails
//! everywhere stays in the original, with the reason.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use attache_translation::{Checker, Choice, Engine, Options, Reach, Service};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let engine = Engine::named("apertium").expect("a row of data/engines.toml");
//! let options = Options::new(Reach::Local, vec![Choice { engine, url: None, model: None }]);
//! let checker = Arc::new(Checker::load(&attache_locales::Locales::builtin())?);
//! let service = Service::open(options, checker, &|name| std::env::var(name).ok())?;
//! # let _: &dyn attache_localization::Translator = &service;
//! # Ok(())
//! # }
//! ```
//!
//! | module | noun |
//! | --- | --- |
//! | `engine` | a service: one row of `data/engines.toml` |
//! | `protocol` | the shapes of requests and answers |
//! | `address`, `secret`, `http` | where text may go, the key, one request |
//! | `fault` | why there is no translation |
//! | `form`, `guard` | placeholders, and what they stand for |
//! | `sentence`, `number`, `near`, `lexis` | what is read in a sentence; numbers; spellings of a name; words of a language |
//! | `verify`, `check` | what a translation fails on |
//! | `glossary` | our lexicon as a glossary of the service's own |
//! | `cache` | answers on disk |
//! | `service` | the road |
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
mod glossary;
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
