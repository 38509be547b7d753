//! Digests as snapshots of a crate that builds on this one; feature `testing`, which brings `insta`.
//!
//! [`assert_digests!`](crate::assert_digests) compares every article of a folder with its kept digest. [`settings`] and [`steady`]
//! are for snapshots of your own. Opens no file: the macro does, in your test.

use attache_schema::{Article, Brief};
pub use insta;

pub use crate::assert_digests;
use crate::{Attache, golden};

/// How digests are kept: named by their article alone, without the code that made them.
#[must_use]
pub fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_sort_maps(true);
    settings
}

/// A digest without what differs between machines, for `insta::assert_json_snapshot!`.
///
/// Nothing in a digest depends on the clock, on the machine or on the version of this crate. What may is the id, where it is the path
/// of a file: only the file's name is kept of it. (Done here and not by a redaction of insta, which would bring a parser of its own.)
///
/// ```
/// use attache::{Article, Attache, testing};
///
/// let attache = Attache::builder().build()?;
/// let article = Article { id: Some("/home/ana/news/monday.txt".to_owned()), ..Article::default() };
/// let brief = testing::steady(attache.brief(&article, ["pt"]));
/// assert_eq!(brief.digest.id.as_deref(), Some("monday.txt"));
/// # Ok::<(), attache::LoadError>(())
/// ```
#[must_use]
pub fn steady(mut brief: Brief) -> Brief {
    if let Some(id) = &mut brief.digest.id
        && let Some((_, name)) = id.rsplit_once(['/', '\\'])
    {
        *id = name.to_owned();
    }
    brief
}

/// What is kept of an article: its digest in every language that `attache` says, as [`golden`] writes it.
#[must_use]
pub fn kept(attache: &Attache, article: &str) -> String {
    let tags: Vec<&str> = attache.languages().iter().map(|language| language.tag()).collect();
    golden(&attache.brief(&Article::from_text(article), tags))
}

/// Compares each article that a pattern finds with its kept digest, one snapshot per file.
///
/// The pattern is relative to the file of the test. Where no [`Attache`] is given, it is the one that is built by default. New and
/// changed digests are reviewed with `cargo insta review`; `examples/articles.rs` of this crate is a whole test.
///
/// ```ignore
/// #[test]
/// fn articles() {
///     attache::assert_digests!("articles/*.txt");
/// }
/// ```
#[macro_export]
macro_rules! assert_digests {
    ($glob:expr) => {
        $crate::assert_digests!($glob, &$crate::Attache::builder().build().expect("the built-in languages are sound"))
    };
    ($glob:expr, $attache:expr) => {{
        let attache: &$crate::Attache = $attache;
        $crate::testing::settings().bind(|| {
            $crate::testing::insta::glob!($glob, |path| {
                let article = ::std::fs::read_to_string(path).expect("an article is text in UTF-8");
                $crate::testing::insta::assert_snapshot!($crate::testing::kept(attache, &article));
            });
        });
    }};
}
