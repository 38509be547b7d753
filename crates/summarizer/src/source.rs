//! Who published the article, when, and whose word it cites.

use attache_schema::{Article, Block, BlockKind, ConceptId, Date, Source, Span};

use crate::attribution::{Outlets, Tag};
use crate::folded::Folded;
use crate::reader::Reader;
use crate::token::{Shape, Token, tokenize};

/// Words of a page's first line that can still be an outlet's name.
const MASTHEAD: usize = 5;

/// The parts of a page that name its source.
pub(crate) struct Page<'a> {
    reader: &'a Reader,
    outlets: &'a Outlets,
    text: &'a str,
    folded: &'a Folded,
    /// The lines that are no news, before the first that is.
    heads: Vec<Vec<Token<'a>>>,
    /// Attribution tags and date lines in sentences, with whether they stand at the head of theirs.
    tags: Vec<(&'a [Token<'a>], bool)>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(
        reader: &'a Reader,
        outlets: &'a Outlets,
        (text, folded): (&'a str, &'a Folded),
        blocks: &[Block],
        sentences: &'a [Vec<Token<'a>>],
        tags: &[Vec<Tag>],
    ) -> Self {
        let first = blocks.iter().position(|block| block.kind == BlockKind::Prose).unwrap_or(blocks.len());
        let heads = blocks[..first].iter().filter(|block| block.kind != BlockKind::Title);
        let pairs = sentences.iter().zip(tags);
        Self {
            reader,
            outlets,
            text,
            folded,
            heads: heads.map(|block| tokenize(text, folded, block.span)).collect(),
            tags: pairs
                .flat_map(|(tokens, tags)| tags.iter().map(|tag| (&tokens[tag.tokens.clone()], tag.tokens.start == 0)))
                .collect(),
        }
    }

    /// What the sender knows comes first, then tags, then the head of the page.
    pub(crate) fn source(&self, article: &Article, blocks: &[Block], default_home: Option<&ConceptId>) -> Source {
        let mut source = Source { outlet: article.outlet.clone(), published: article.published, ..Source::default() };
        if source.outlet.is_none()
            && let Some((name, span)) = self.outlet(blocks)
        {
            source.outlet = Some(name);
            source.outlet_span = Some(span);
        }
        let cited = self.tags.iter().flat_map(|(tokens, _)| *tokens).find_map(|token| self.body_at(token));
        if let Some((org, span)) = cited {
            source.cites = Some(org);
            source.cites_span = Some(span);
        }
        let dated = || self.heads.iter().map(Vec::as_slice).chain(self.tags.iter().map(|(tokens, _)| *tokens));
        if source.published.is_none()
            && let Some((date, span)) = dated().find_map(|tokens| self.full_date(tokens))
        {
            source.published = Some(date);
            source.published_span = Some(span);
        }
        let outlet = source.outlet.as_deref().and_then(|name| self.outlets.get(name));
        source.home = outlet.and_then(|outlet| outlet.country.clone()).or_else(|| default_home.cloned());
        source
    }

    fn outlet(&self, blocks: &[Block]) -> Option<(String, Span)> {
        let known = |tokens: &[Token<'_>]| {
            self.outlets.find(self.text, tokens).map(|(outlet, span)| (outlet.name.clone(), span))
        };
        let tagged = || self.tags.iter().find_map(|(tokens, _)| known(tokens));
        let head = || self.heads.iter().find_map(|tokens| known(tokens));
        let masthead = || self.masthead(blocks).map(|span| (span.of(self.text).to_owned(), span));
        let named = || self.tags.iter().find_map(|(tokens, _)| self.unknown_outlet(tokens));
        tagged().or_else(head).or_else(masthead).or_else(|| named().map(|span| (span.of(self.text).to_owned(), span)))
    }

    /// A short line of capitals on top of the page, whose words come again further down.
    fn masthead(&self, blocks: &[Block]) -> Option<Span> {
        let first = blocks.iter().find(|block| block.kind != BlockKind::Dateline)?;
        let line = first.span.of(self.text);
        let end = line.find(['>', '|', '/', '\n']).unwrap_or(line.len());
        let name = line[..end].trim_end();
        let span = Span::new(first.span.start, first.span.start + name.len());
        let words: Vec<&str> = name.split_whitespace().collect();
        let capitals = words.iter().filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count();
        let is_name = !words.is_empty() && words.len() <= MASTHEAD && capitals * 2 > words.len();
        // Without its first word too: "The Northern Courier" is cited as "Northern Courier".
        let short = words.get(1..).filter(|rest| rest.len() >= 2).map(|rest| rest.join(" "));
        let rest = &self.text[span.end..];
        (is_name && (rest.contains(name) || short.is_some_and(|short| rest.contains(&short)))).then_some(span)
    }

    /// A run of capitals in a tag that is no body of the lexicon: at its beginning, or in the brackets of a date line.
    fn unknown_outlet(&self, tokens: &[Token<'_>]) -> Option<Span> {
        let is_name = |token: &&Token<'_>| {
            token.shape == Shape::Capital && !self.reader.is_known_word(self.text, self.folded, token)
        };
        let bracket = tokens.iter().position(|token| token.text == "(");
        let from = bracket.map_or(0, |at| at + 1);
        let start = from + tokens[from..].iter().take(3).position(|token| is_name(&token))?;
        let run = tokens[start..].iter().take_while(is_name).count();
        let span = tokens[start].span.to(tokens[start + run - 1].span);
        let is_dated = (start..start + run).any(|at| self.reader.date_at(tokens, at).is_some());
        // A case ending that cannot be cut for certain must not become part of a name: the bare form has to come again.
        let again = self.text.matches(span.of(self.text)).count() > 1 || !self.reader.marks_by_case();
        // "Az" is the end of a site's address, not a name.
        let is_long = span.of(self.text).chars().filter(|c| c.is_alphabetic()).count() >= 3;
        (!is_dated && again && is_long).then_some(span)
    }

    fn body_at(&self, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.reader.body_at(self.text, self.folded, token)
    }

    fn full_date(&self, tokens: &[Token<'_>]) -> Option<(Date, Span)> {
        (0..tokens.len()).find_map(|at| {
            let date = self.reader.date_at(tokens, at)?;
            let span = tokens[at].span.to(tokens[at + date.tokens - 1].span);
            date.start.is_full().then_some((date.start, span))
        })
    }
}
