//! What the sender knows besides the bytes.

use attache_schema::{Article, Date};

/// How many bytes one article may have where the sender does not say: ten million.
///
/// A long article has 20 KB. What is a thousand times longer is a wrong file, and the limit says so at once.
pub const DEFAULT_MAX_BYTES: usize = 10_000_000;

/// What the sender knows about an article, and how much of it they accept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hints {
    /// The sender's name for it.
    pub id: Option<String>,
    /// The BCP 47 tag of its language; detected later where it is not said.
    pub language: Option<String>,
    /// The headline, where it is not part of the text.
    pub title: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// How its file is called: what decides between formats where the bytes do not.
    pub file_name: Option<String>,
    /// The encoding that a header gave (`windows-1251`); a byte order mark goes before it.
    pub charset: Option<String>,
    /// The day on which it came: nothing was published later.
    pub today: Option<Date>,
    /// How many bytes are accepted.
    pub max_bytes: usize,
}

impl Default for Hints {
    fn default() -> Self {
        Self {
            id: None,
            language: None,
            title: None,
            published: None,
            outlet: None,
            url: None,
            file_name: None,
            charset: None,
            today: None,
            max_bytes: DEFAULT_MAX_BYTES,
        }
    }
}

impl Hints {
    /// Names the article.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says its language, so that none is detected.
    #[must_use]
    pub fn with_language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Gives the headline that stands apart from the text.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Says when it was published.
    #[must_use]
    pub fn with_published(mut self, day: Date) -> Self {
        self.published = Some(day);
        self
    }

    /// Says who published it.
    #[must_use]
    pub fn with_outlet(mut self, outlet: impl Into<String>) -> Self {
        self.outlet = Some(outlet.into());
        self
    }

    /// Says where it stands on the web.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Says how its file is called.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Says what a header gave as its encoding.
    #[must_use]
    pub fn with_charset(mut self, label: impl Into<String>) -> Self {
        self.charset = Some(label.into());
        self
    }

    /// Says on which day it came, so that a page that claims to be of tomorrow is not believed.
    #[must_use]
    pub fn with_today(mut self, day: Date) -> Self {
        self.today = Some(day);
        self
    }

    /// Accepts up to so many bytes.
    #[must_use]
    pub fn with_max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// The article of that text.
    pub(crate) fn article(self, text: &str) -> Article {
        Article {
            id: self.id,
            text: text.to_owned(),
            language: self.language,
            title: self.title,
            published: self.published,
            outlet: self.outlet,
            url: self.url,
        }
    }

    /// What was found, where the sender does not know better.
    pub(crate) fn over(&self, found: Article) -> Article {
        Article {
            id: self.id.clone().or(found.id),
            text: found.text,
            language: self.language.clone().or(found.language),
            title: self.title.clone().or(found.title),
            published: self.published.or(found.published),
            outlet: self.outlet.clone().or(found.outlet),
            url: self.url.clone().or(found.url),
        }
    }

    /// The same for one of several articles in an input: its name, title and address are its own, those of the sender are of the whole.
    pub(crate) fn over_nth(&self, index: usize, found: Article) -> Article {
        let own = Self { id: nth_id(self.id.as_deref(), index), title: None, url: None, ..self.clone() };
        let (title, url) = (self.title.clone().filter(|_| index == 0), self.url.clone().filter(|_| index == 0));
        let article = own.over(found);
        Article { title: article.title.or(title), url: article.url.or(url), ..article }
    }
}

/// How the article at that place of an input is called: the first as the input, the others `<input>#2`, `<input>#3` …
#[must_use]
pub fn nth_id(input: Option<&str>, index: usize) -> Option<String> {
    match index {
        0 => input.map(str::to_owned),
        _ => Some(format!("{}#{}", input.unwrap_or_default(), index + 1)),
    }
}
