//! Which blocks of a page are its article.
//!
//! Knows what stands around an article on its own lines: the headline once more, the author's name, the same line twice. What
//! the markup tells is `extract.rs`'s; what the words tell is the summarizer's.

use super::block::{Block, Kind, blocks_of};
use super::extract;
use super::facts::Facts;
use super::line::folded;

/// How many of the first blocks may be a headline or a by-line.
const HEAD: usize = 6;
/// How many words a line may have that names the author.
const MAX_BYLINE_WORDS: usize = 10;
/// A line of fewer letters may be a label, a paragraph of fewer the teaser.
const LABEL: usize = 60;
const TEASER: usize = 400;
/// What has fewer letters is no article.
const MIN_LETTERS: usize = 60;

/// The blocks of the article; none where the page has none.
pub(super) fn choose(page: &str, facts: &Facts, title: Option<&str>, authors: &[String]) -> Vec<Block> {
    let blocks = below_headline(extract::extract(page), page, title);
    let blocks = strip(blocks, title, authors);
    if letters(&blocks) >= MIN_LETTERS {
        return blocks;
    }
    let linked =
        facts.linked.body.as_deref().map(|body| strip(linked_blocks(body), title, authors)).unwrap_or_default();
    match letters(&linked) >= MIN_LETTERS {
        true => linked,
        false => Vec::new(),
    }
}

/// The blocks without those at the top that the page has above its headline and not below it: a question about cookies, a slogan.
fn below_headline(mut blocks: Vec<Block>, page: &str, title: Option<&str>) -> Vec<Block> {
    let Some(start) = title.and_then(|title| headline_in(page, title)) else { return blocks };
    let (above, below) = page.split_at(start);
    let above = folded(&super::fragment(above));
    let is_above = |block: &Block| !block.text.is_empty() && above.contains(&folded(&block.text));
    let count = blocks.iter().take_while(|block| is_above(block)).count();
    // Most pages have nothing there, and need not be read once more.
    if count > 0 && count < blocks.len() {
        let below = folded(&super::fragment(below));
        let gone = blocks.iter().take(count).take_while(|block| !below.contains(&folded(&block.text))).count();
        blocks.drain(..gone);
    }
    blocks
}

/// Where the heading of the first order begins that holds the headline.
fn headline_in(page: &str, title: &str) -> Option<usize> {
    let title = folded(title);
    let mut starts = page.match_indices("<h1").map(|(start, _)| start).take(HEAD);
    starts.find(|start| {
        let heading = page[*start..].split("</h1").next().unwrap_or_default();
        !title.is_empty() && folded(&super::fragment(heading)) == title
    })
}

/// The text of linked data: markup, or lines.
fn linked_blocks(body: &str) -> Vec<Block> {
    if body.contains("</") {
        return blocks_of(&super::guard::guard(body));
    }
    let lines = body.lines().map(super::line::tidy).filter(|line| !line.is_empty());
    lines.map(|text| Block { kind: Kind::Paragraph, text, linked: 0 }).collect()
}

fn strip(blocks: Vec<Block>, title: Option<&str>, authors: &[String]) -> Vec<Block> {
    let title = title.map(folded);
    let authors: Vec<String> = authors.iter().map(|name| folded(name)).filter(|name| !name.is_empty()).collect();
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for (n, block) in blocks.into_iter().enumerate() {
        let line = folded(&block.text);
        let is_title = n < HEAD && title.as_ref() == Some(&line);
        let is_byline = n < HEAD && names_author(&block.text, &line, &authors);
        let is_twice = kept.last().is_some_and(|last| last.text == block.text) && is_label(n, &line);
        if !line.is_empty() && !is_title && !is_byline && !is_twice {
            kept.push(block);
        }
    }
    // A heading with nothing below it is one of something that was left out.
    while kept.pop_if(|last| last.kind == Kind::Heading).is_some() {}
    kept
}

/// Whether a line may be there for the eye: a short one anywhere, the teaser at the top. A long paragraph that an author writes
/// twice is there twice.
fn is_label(n: usize, line: &str) -> bool {
    let letters = line.chars().count();
    letters < LABEL || n < 2 && letters < TEASER
}

/// A short line with the author's name that is no sentence.
fn names_author(text: &str, line: &str, authors: &[String]) -> bool {
    let is_short = text.split_whitespace().count() <= MAX_BYLINE_WORDS;
    is_short
        && !text.ends_with(['.', '!', '?', '”', '"', '»'])
        && authors.iter().any(|name| line.contains(name.as_str()))
}

fn letters(blocks: &[Block]) -> usize {
    blocks.iter().flat_map(|block| block.text.chars()).filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(page: &str, texts: &[&str]) -> Vec<String> {
        let blocks = texts.iter().map(|text| Block { kind: Kind::Paragraph, text: (*text).to_owned(), linked: 0 });
        let kept = below_headline(blocks.collect(), page, Some("Ministers meet in Lima"));
        kept.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn what_stands_only_above_the_headline_is_not_the_articles() {
        let page =
            "<p>This site bakes biscuits for you.</p><h1>Ministers <i>meet</i> in Lima</h1><p>They spoke of trade.</p>";
        assert_eq!(
            lines(page, &["This site bakes biscuits for you.", "They spoke of trade."]),
            ["They spoke of trade."]
        );
        let again = format!("{page}<p>This site bakes biscuits for you.</p>");
        assert_eq!(lines(&again, &["This site bakes biscuits for you.", "They spoke of trade."]).len(), 2);
    }

    #[test]
    fn a_heading_that_is_not_the_headline_and_a_page_without_text_below_it_change_nothing() {
        let other = "<p>They spoke of trade.</p><h1>The Lima Paper</h1><p>They will meet again.</p>";
        assert_eq!(lines(other, &["They spoke of trade.", "They will meet again."]).len(), 2);
        let below = "<p>They spoke of trade.</p><h1>Ministers meet in Lima</h1>";
        assert_eq!(lines(below, &["They spoke of trade."]).len(), 1);
    }
}
