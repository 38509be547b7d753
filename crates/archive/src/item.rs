//! An article as it is kept.

use attache_schema::{Article, Date};

/// An article, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands on the web, in one spelling; no two items have the same.
    pub url: String,
    /// The feed in which it was found.
    pub feed: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The day of its publication.
    pub published: Option<Date>,
    /// The day on which it came.
    pub fetched: Date,
    /// The BCP 47 tag of its language.
    pub language: Option<String>,
    /// Its text.
    pub text: String,
}

/// An item with its number in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its number, which is never given to another.
    pub id: i64,
    /// The item.
    pub item: Item,
}

impl Item {
    /// An item of which only the day is known on which it came.
    #[must_use]
    pub fn fetched_on(day: Date) -> Self {
        Self {
            url: String::new(),
            feed: None,
            outlet: None,
            title: None,
            published: None,
            fetched: day,
            language: None,
            text: String::new(),
        }
    }

    /// The day by which it is looked for: that of its publication where that is known whole, or else the one on which it came.
    #[must_use]
    pub fn day(&self) -> Date {
        self.published.filter(|day| day.is_full()).unwrap_or(self.fetched)
    }
}

impl From<Entry> for Article {
    fn from(entry: Entry) -> Self {
        let Item { url, outlet, title, published, language, text, .. } = entry.item;
        Self { id: Some(entry.id.to_string()), text, language, title, published, outlet, url: Some(url) }
    }
}
