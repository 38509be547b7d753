//! Markdown: text without its marks, and what its front matter says about it.
//!
//! Knows CommonMark by the crate that parses it, and the few keys of front matter that note-taking programs agree on.

use attache_schema::Article;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::blocks::Blocks;
use crate::{Document, Format, Hints, IngestError, caption, charset, day, html};

/// Reads a text with Markdown's marks. A heading of the first level at the start is the title, unless the front matter has one.
///
/// # Errors
/// Where there is no text in it, or its front matter gives a day that is none.
pub(crate) fn document(bytes: &[u8], hints: &Hints) -> Result<Document, IngestError> {
    let decoded = charset::decode(bytes, hints.charset.as_deref(), None);
    let (front, body) = front_matter(&decoded.text);
    let mut found = front.map_or_else(|| Ok(Article::default()), about)?;
    let (heading, text) = without_marks(body);
    found.title = found.title.or_else(|| heading.as_deref().and_then(caption::some));
    found.text = text;
    match found.text.trim().is_empty() {
        true => Err(IngestError::Empty),
        false => Ok(Document::new(hints.over(found), Format::Markdown).decoded_from(decoded.other_than_utf_8())),
    }
}

/// Parts the front matter, a block of `key: value` between two lines of `---`, from the text.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let text = text.trim_start_matches('\u{FEFF}');
    let parted = text.split_once('\n').filter(|(first, _)| first.trim_end() == "---").and_then(|(_, rest)| {
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if matches!(line.trim_end(), "---" | "...") {
                return Some((&rest[..at], &rest[at + line.len()..]));
            }
            at += line.len();
        }
        None
    });
    parted.map_or((None, text), |(front, body)| (Some(front), body))
}

/// What front matter says: one value on a line, with or without quotes. Lists and nested tables say nothing to us.
fn about(front: &str) -> Result<Article, IngestError> {
    let mut found = Article::default();
    for line in front.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = unquoted(value.trim());
        if value.is_empty() {
            continue;
        }
        match key.to_ascii_lowercase().as_str() {
            "title" => found.title = caption::some(value),
            "source" | "outlet" if caption::link(value).is_some() => found.url = caption::link(value),
            "source" | "outlet" => found.outlet = caption::some(value),
            "url" | "link" => found.url = caption::link(value),
            "lang" | "language" => found.language = Some(value.to_owned()),
            name @ ("date" | "published") => found.published = Some(day_of(name, value)?),
            _ => {}
        }
    }
    Ok(found)
}

fn day_of(name: &str, value: &str) -> Result<attache_schema::Date, IngestError> {
    let wrong = || IngestError::Field { name: name.to_owned(), what: "is no day; write 2031-05-06".to_owned() };
    day::parse(value).ok_or_else(wrong)
}

fn unquoted(value: &str) -> &str {
    let inner = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value).trim()
}

/// The heading at the start, and the text of everything else.
fn without_marks(markdown: &str) -> (Option<String>, String) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut writing = Writing::default();
    for event in Parser::new_ext(markdown, options) {
        writing.take(event);
    }
    writing.finish()
}

/// The text as far as it is written.
#[derive(Debug, Default)]
struct Writing {
    blocks: Blocks,
    heading: Option<String>,
    /// Pieces of HTML that stand in a row; they are read together.
    markup: String,
    /// How many pictures or footnotes are around this place: nothing in them is text of the article.
    hidden: usize,
}

impl Writing {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Html(piece) => self.markup.push_str(&piece),
            Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_)) => self.hidden += 1,
            Event::End(TagEnd::Image | TagEnd::FootnoteDefinition) => self.hidden = self.hidden.saturating_sub(1),
            _ if self.hidden > 0 => {}
            Event::Text(text) | Event::Code(text) => self.blocks.push(&text),
            Event::SoftBreak => self.blocks.push(" "),
            Event::HardBreak => self.blocks.push("\n"),
            Event::Start(tag) => self.begin(&tag),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.blocks.end(),
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::TableCell if !self.blocks.is_at_start() => self.blocks.push(" "),
            Tag::TableCell => {}
            _ => {
                self.end_markup();
                self.blocks.end();
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell => {}
            TagEnd::Heading(HeadingLevel::H1) if self.heading.is_none() && self.blocks.is_without_end() => {
                self.heading = Some(self.blocks.take());
            }
            TagEnd::HtmlBlock => self.end_markup(),
            _ => self.blocks.end(),
        }
    }

    fn end_markup(&mut self) {
        let markup = std::mem::take(&mut self.markup);
        if !markup.is_empty() {
            self.blocks.push_block(&html::fragment(&markup));
        }
    }

    fn finish(mut self) -> (Option<String>, String) {
        self.end_markup();
        (self.heading, self.blocks.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(markdown: &str) -> Article {
        document(markdown.as_bytes(), &Hints::default()).expect("there is text").article
    }

    #[test]
    fn marks_go_and_words_stay() {
        let text = read(
            "The *ministers* met in [Baku](https://baku.example \"t\").\nThey **spoke** of `trade`.\n\n\
             > \"We agree,\" she said.\n\n- gas\n- transport\n\n1. first\n\n## Next\n\nA line  \nand another.\n",
        )
        .text;
        assert_eq!(
            text,
            "The ministers met in Baku. They spoke of trade.\n\n\"We agree,\" she said.\n\ngas\n\ntransport\n\nfirst\n\n\
             Next\n\nA line\nand another.\n"
        );
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let article = read("# Visita a *Baku*\n\nO ministro chegou.\n\n# Fim\n\nSaiu.\n");
        assert_eq!(article.title.as_deref(), Some("Visita a Baku"));
        assert_eq!(article.text, "O ministro chegou.\n\nFim\n\nSaiu.\n");
    }

    #[test]
    fn front_matter_tells_where_it_is_from() {
        let article = read(
            "---\ntitle: \"Talks: day two\"\ndate: 2031-05-06T08:00:00+02:00\noutlet: Northern Courier\n\
             url: https://courier.example/1\nlang: en\ntags: [a]\n---\n\n# Talks\n\nThey met.\n",
        );
        assert_eq!(article.title.as_deref(), Some("Talks: day two"));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-05-06"));
        assert_eq!(article.outlet.as_deref(), Some("Northern Courier"));
        assert_eq!(article.url.as_deref(), Some("https://courier.example/1"));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.text, "They met.\n");
    }

    #[test]
    fn a_day_that_is_none_names_its_key() {
        let error = document(b"---\ndate: soon\n---\nThey met.", &Hints::default()).expect_err("no day");
        assert_eq!(error, IngestError::Field { name: "date".into(), what: "is no day; write 2031-05-06".into() });
    }

    #[test]
    fn pictures_footnotes_and_tags_are_no_text() {
        let text =
            read("They met.[^1] ![A photo](a.png) <b>Then</b> left.\n\n<div>A <i>box</i>.</div>\n\n[^1]: A note.\n")
                .text;
        assert_eq!(text, "They met. Then left.\n\nA box.\n");
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        assert_eq!(read("| State | Vote |\n|---|---|\n| Latvia | yes |\n").text, "State Vote\n\nLatvia yes\n");
    }

    #[test]
    fn what_is_nested_without_end_is_read_in_time() {
        for piece in [">", "[", "*", "- ", "![", "<b>", "`", "_a_", "(", "a*", "[](", "|"] {
            let _ = document(piece.repeat(50_000).as_bytes(), &Hints::default());
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "([#>*_`\\[\\]()!|<>a-z \n~^:-]|---\n){0,80}") {
            let _ = document(text.as_bytes(), &Hints::default());
        }
    }
}
