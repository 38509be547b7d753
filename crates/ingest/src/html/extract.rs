//! What of a page is the article.
//!
//! Knows the crates that decide it, each behind a function that gives blocks, so that another one can take its place. Knows
//! nothing of encodings, and gets only markup that the guard has let through.
//!
//! Two extractors of different descent are asked. Readability's (`dom_smoothie`) finds nearly all of an article and a
//! little more; trafilatura's, in its strict mode, finds less of both. A block that both have is sure, and where they agree on
//! most of the page what only the first has is left out, running text between sure blocks aside: on pages with gold text that is
//! better than either (README.md).

use std::collections::BTreeSet;

use dom_smoothie::Readability;
use trafilatura::{ExtractionFocus, Options};

use super::block::{Block, Kind, blocks_of, ends_sentence};
use super::line::folded;

/// How much of the first answer, in tenths of its letters, the second one has to have: with less they speak of different parts
/// of the page, and the first one is taken whole.
const AGREED_TENTHS: usize = 8;
/// From how many letters on a sentence within the article is running text.
const RUNNING: usize = 60;
/// How many blocks are looked for within the blocks of the other answer; of a longer page only whole blocks are compared, so
/// that the time does not grow with the square of its length.
const FEW: usize = 2_000;

/// The blocks of the article in a page; none where there is no article.
pub(super) fn extract(html: &str) -> Vec<Block> {
    let (wide, strict) = (by_readability(html), by_trafilatura(html));
    match wide.is_empty() {
        true => strict,
        false => agreed(wide, &strict),
    }
}

fn by_readability(html: &str) -> Vec<Block> {
    let article = Readability::new(html, None, None).and_then(|mut readability| readability.parse());
    article.map(|article| blocks_of(&article.content)).unwrap_or_default()
}

fn by_trafilatura(html: &str) -> Vec<Block> {
    let options =
        Options::default().with_fallback(true).with_focus(ExtractionFocus::FavorPrecision).with_exclude_comments(true);
    trafilatura::extract(html, &options).map(|result| blocks_of(&result.content_html)).unwrap_or_default()
}

/// The blocks that the other answer has too, and between them the headings above them and whole sentences, unless that would leave too little.
///
/// A row of signed texts at the end is the readers' where the page says how many they are, or where the other answer ends before it and
/// agrees on the rest.
fn agreed(mut blocks: Vec<Block>, other: &[Block]) -> Vec<Block> {
    let row = row_of_signed(&blocks);
    if let Some(row) = row.as_ref().filter(|row| row.is_counted && row.start > 0) {
        blocks.truncate(row.start);
    }
    let known = Known::new(other, blocks.len());
    let mut lines: Vec<String> = blocks.iter().map(|block| folded(&block.text)).collect();
    let is_agreed: Vec<bool> = lines.iter().map(|line| known.has(line)).collect();
    if let Some(row) = row.filter(|row| row.start < lines.len() && !is_agreed[row.start..].contains(&true))
        && agree(&lines[..row.start], &is_agreed)
    {
        blocks.truncate(row.start);
        lines.truncate(row.start);
    }
    let has = |n: usize| is_agreed.get(n).copied().unwrap_or_default();
    let inside = is_agreed.iter().position(|is| *is).unwrap_or_default()
        ..is_agreed.iter().rposition(|is| *is).unwrap_or_default();
    let keeps = |n: usize, block: &Block| {
        has(n) || inside.contains(&n) && (is_running_text(block) || block.kind == Kind::Heading && has(n + 1))
    };
    match agree(&lines, &is_agreed) {
        true => blocks.into_iter().enumerate().filter(|(n, block)| keeps(*n, block)).map(|(_, block)| block).collect(),
        false => blocks,
    }
}

/// Whether the other answer has most of the letters.
fn agree(lines: &[String], is_agreed: &[bool]) -> bool {
    let both: usize = lines.iter().zip(is_agreed).filter(|(_, is)| **is).map(|(line, _)| line.len()).sum();
    let all: usize = lines.iter().map(String::len).sum();
    both * 10 >= all * AGREED_TENTHS
}

/// What the other answer has.
struct Known {
    whole: BTreeSet<String>,
    /// All of it, to look for parts of blocks; none where that would take too long.
    text: Option<String>,
}

impl Known {
    /// For a comparison with so many blocks.
    fn new(other: &[Block], blocks: usize) -> Self {
        let lines = || other.iter().map(|block| folded(&block.text));
        Self { whole: lines().collect(), text: (blocks <= FEW).then(|| lines().collect()) }
    }

    fn has(&self, line: &str) -> bool {
        self.whole.contains(line) || self.text.as_ref().is_some_and(|text| text.contains(line))
    }
}

/// How many lines stand at most between two texts of a row.
const SIGNATURE: usize = 3;
/// How many signed texts make a row; fewer may be a list in an article.
const SIGNED: usize = 3;
/// A name, with the hour or the place beside it, has no more letters.
const NAME: usize = 60;

/// Texts that stand each below another name, to the end of the page: what readers say.
struct Row {
    /// The first block of it, with the short lines above.
    start: usize,
    /// Whether one of these says how many they are: "(12)".
    is_counted: bool,
}

/// The row of texts with which a page ends, each below short lines that are neither sentences nor headings: who says it, when, and what
/// one may do about the one before. An interview has the same few names again and again, and is none.
fn row_of_signed(blocks: &[Block]) -> Option<Row> {
    let letters = |block: &Block| block.text.chars().filter(|c| c.is_alphanumeric()).count();
    let is_short = |block: &Block| letters(block) <= NAME && !ends_sentence(&block.text);
    let is_name = |block: &Block| block.kind != Kind::Heading && is_short(block);
    let run = |until: usize, is: &dyn Fn(&Block) -> bool| blocks[..until].iter().rev().take_while(|it| is(it)).count();
    let mut names = BTreeSet::new();
    let mut start = blocks.len() - run(blocks.len(), &is_name).min(SIGNATURE);
    loop {
        let texts = run(start, &|block| !is_short(block));
        let signature = run(start - texts, &is_name).min(SIGNATURE);
        let top = start - texts - signature;
        let name: String = blocks[top..start - texts].iter().map(|block| folded(&block.text)).collect();
        if texts == 0 || signature == 0 || !names.insert(name) {
            break;
        }
        start = top;
    }
    let above = start - usize::from(start > 0 && is_short(&blocks[start - 1]));
    let numbers = |block: &Block| -> Vec<usize> {
        block.text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
    };
    let is_counted = blocks[above..].iter().take_while(|it| is_short(it)).any(|it| numbers(it).contains(&names.len()));
    (names.len() >= SIGNED).then_some(Row { start: above, is_counted })
}

/// Sentences that lead nowhere else: what stands around an article is links and short lines.
fn is_running_text(block: &Block) -> bool {
    let letters = block.text.chars().filter(|c| c.is_alphanumeric()).count();
    matches!(block.kind, Kind::Paragraph | Kind::Quote | Kind::Item)
        && letters >= RUNNING
        && block.linked * 3 <= letters
        && ends_sentence(&block.text)
}

#[cfg(test)]
mod tests {
    use super::super::block::Kind;
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        texts.iter().map(|text| Block { kind: Kind::Paragraph, text: (*text).to_owned(), linked: 0 }).collect()
    }

    #[test]
    fn what_both_have_is_kept_where_they_agree_on_most() {
        let wide =
            blocks(&["The foreign ministers met in Baku on Monday.", "They signed two agreements.", "Read more"]);
        let strict = blocks(&["The foreign ministers met in Baku on Monday. They signed two agreements."]);
        assert_eq!(agreed(wide.clone(), &strict), wide[..2]);
    }

    #[test]
    fn sentences_and_headings_between_what_both_have_are_kept() {
        let sure = "The foreign ministers met in Baku on Monday and spoke of trade and energy between their states. "
            .repeat(4);
        let alone = "The envoy of a third state spoke for an hour of what had been agreed in the spring.";
        let mut wide = blocks(&[&sure, alone, "Read more", "What they signed", &sure, alone]);
        wide[3].kind = Kind::Heading;
        let strict = vec![wide[0].clone()];
        // The last stands behind all that is sure, where the words of others stand.
        assert_eq!(agreed(wide.clone(), &strict), [&wide[..2], &wide[3..5]].concat());
        wide[1].linked = 60;
        assert_eq!(agreed(wide.clone(), &strict), [&wide[..1], &wide[3..5]].concat());
    }

    fn with_readers(label: &str, names: &[&str]) -> Vec<Block> {
        let article = [
            "The ministers met in Lima and spoke of trade and fisheries.",
            "They will meet again in Riga, as both said.",
        ];
        let said = "Nothing ever comes of these meetings, as everybody in my street knows.";
        let readers = names.iter().flat_map(|name| [*name, said]);
        blocks(&article.into_iter().chain([label]).chain(readers).collect::<Vec<_>>())
    }

    #[test]
    fn a_row_of_signed_texts_is_left_out_where_the_other_ends_before_it() {
        let page = with_readers("Readers", &["Ada", "Bela", "Cora"]);
        assert_eq!(agreed(page, &with_readers("", &[])[..2]).len(), 2);
        let few = with_readers("Readers", &["Ada", "Bela"]);
        assert_eq!(agreed(few, &with_readers("", &[])[..2]).len(), 7, "two may be a list of the article");
        let interview = with_readers("Readers", &["Ada", "Bela", "Ada", "Bela"]);
        assert_eq!(agreed(interview, &with_readers("", &[])[..2]).len(), 11, "the same names again and again");
    }

    #[test]
    fn a_row_that_the_page_counts_is_left_out_whatever_the_other_says() {
        let names = ["Ada", "Bela", "Cora"];
        assert_eq!(agreed(with_readers("Readers (3)", &names), &[]).len(), 2);
        assert_eq!(agreed(with_readers("Readers (7)", &names), &[]).len(), 9);
        let article = &with_readers("", &[])[..2];
        let said = blocks(&["3 answers", "Ada", "an hour ago", "Nothing comes of it, as everybody knows.", "Answer"]);
        let more = blocks(&["Bela", "an hour ago", "Wait and see what they will do in Riga.", "Answer"]);
        let last = blocks(&["Cora", "just now", "I was there and saw them both.", "Answer"]);
        assert_eq!(agreed([article, &said, &more, &last].concat(), &[]).len(), 2);
    }

    #[test]
    fn the_first_is_taken_whole_where_they_disagree() {
        let wide = blocks(&["The foreign ministers met in Baku on Monday.", "They signed two agreements."]);
        assert_eq!(agreed(wide.clone(), &blocks(&["Our cookies"])), wide);
    }
}
