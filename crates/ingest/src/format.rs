//! What an input may be.

/// What an input may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with Markdown's marks (CommonMark).
    Markdown,
    /// A page of the web.
    Html,
    /// RSS, Atom or JSON Feed: several articles.
    Feed,
    /// A message or several (RFC 5322, mbox), each with what is attached.
    Mail,
    /// A document of a word processor (Office Open XML).
    Docx,
    /// A PDF document with text in it.
    Pdf,
    /// Lines of `{"id", "url", "title", "date", "source", "lang", "text"}`: several articles.
    JsonLines,
}
