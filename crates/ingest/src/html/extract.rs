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
fn agreed(blocks: Vec<Block>, other: &[Block]) -> Vec<Block> {
    let whole: BTreeSet<String> = other.iter().map(|block| folded(&block.text)).collect();
    let text: String = other.iter().map(|block| folded(&block.text)).collect();
    let lines: Vec<String> = blocks.iter().map(|block| folded(&block.text)).collect();
    let is_few = lines.len() <= FEW;
    let is_agreed: Vec<bool> =
        lines.iter().map(|line| whole.contains(line) || is_few && text.contains(line.as_str())).collect();
    let letters = |wanted: &dyn Fn(usize) -> bool| {
        lines.iter().enumerate().filter(|(n, _)| wanted(*n)).map(|(_, line)| line.len()).sum::<usize>()
    };
    let has = |n: usize| is_agreed.get(n).copied().unwrap_or_default();
    let inside = is_agreed.iter().position(|is| *is).unwrap_or_default()
        ..is_agreed.iter().rposition(|is| *is).unwrap_or_default();
    let keeps = |n: usize, block: &Block| {
        has(n) || inside.contains(&n) && (is_running_text(block) || block.kind == Kind::Heading && has(n + 1))
    };
    match letters(&has) * 10 >= letters(&|_| true) * AGREED_TENTHS {
        true => blocks.into_iter().enumerate().filter(|(n, block)| keeps(*n, block)).map(|(_, block)| block).collect(),
        false => blocks,
    }
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

    #[test]
    fn the_first_is_taken_whole_where_they_disagree() {
        let wide = blocks(&["The foreign ministers met in Baku on Monday.", "They signed two agreements."]);
        assert_eq!(agreed(wide.clone(), &blocks(&["Our cookies"])), wide);
    }
}
