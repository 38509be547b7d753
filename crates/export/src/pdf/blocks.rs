//! What stands under what, and how it looks: the document as blocks of text.

use super::face::Weight;
use crate::document::{Document, Entry, Leaf, Source};

/// A point in thousandths.
pub(super) const POINT: i64 = 1_000;

/// The column of the labels beside a story.
const COLUMN: i64 = 54 * POINT;

/// One paragraph with its look.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) texts: Vec<Text>,
    /// Index of its edition.
    pub(super) edition: usize,
    /// The size of the letters, in thousandths of a point like all lengths.
    pub(super) size: i64,
    /// From line to line.
    pub(super) leading: i64,
    pub(super) before: i64,
    pub(super) after: i64,
    pub(super) indent: i64,
    /// How far the first line stands out to the left.
    pub(super) hanging: i64,
    /// It is not parted from what follows where both fit on a page.
    pub(super) keeps: bool,
    pub(super) rule: Option<Rule>,
    /// Where links to its story lead.
    pub(super) story: Option<usize>,
}

/// What a block is, for who reads by structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Section,
    Headline,
    Contents,
    Paragraph,
}

/// A thin line across the page, or along the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Above,
    Below,
    Beside,
}

/// A run of letters of one look.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) ink: Ink,
    pub(super) link: Option<Target>,
    /// At least so much room is taken by it and the space behind it: a column.
    pub(super) column: Option<i64>,
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ink {
    #[default]
    Black,
    Grey,
    Blue,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Page(String),
    /// A story of the same edition, by its key.
    Story(usize),
}

impl Text {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(super) fn weight(&self) -> Weight {
        if self.bold { Weight::Bold } else { Weight::Regular }
    }
}

impl Block {
    fn new(edition: usize, size: i64, texts: Vec<Text>) -> Self {
        let size = size * POINT / 10;
        Self {
            kind: Kind::Paragraph,
            texts,
            edition,
            size,
            leading: size * 14 / 10,
            before: 0,
            after: 0,
            indent: 0,
            hanging: 0,
            keeps: false,
            rule: None,
            story: None,
        }
    }

    fn spaced(self, before: i64, after: i64) -> Self {
        Self { before: before * POINT, after: after * POINT, ..self }
    }

    /// A heading; it stays with what it heads.
    fn heading(self, kind: Kind) -> Self {
        Self { kind, keeps: true, leading: self.size * 13 / 10, ..self }
    }

    fn hanging(self, width: i64) -> Self {
        Self { indent: width * POINT, hanging: width * POINT, ..self }
    }
}

/// The blocks of all editions in order.
pub(super) fn of(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, edition) in document.editions.iter().enumerate() {
        push_letterhead(index, document, &mut blocks);
        push_edition(index, edition, &mut blocks);
    }
    blocks.retain(|block| block.texts.iter().any(|text| !text.text.is_empty()));
    blocks
}

fn push_letterhead(index: usize, document: &Document, blocks: &mut Vec<Block>) {
    let last = document.letterhead.len().saturating_sub(1);
    for (line, text) in document.letterhead.iter().enumerate() {
        let block = match line {
            0 => Block::new(index, 105, vec![Text::new(text).bold()]),
            _ => Block::new(index, 90, vec![Text::new(text).ink(Ink::Grey)]),
        };
        let is_last = line == last;
        let rule = is_last.then_some(Rule::Below);
        blocks.push(Block { rule, ..block.spaced(0, if is_last { 22 } else { 0 }) });
    }
}

fn push_edition(index: usize, edition: &Leaf, blocks: &mut Vec<Block>) {
    blocks.push(Block::new(index, 200, vec![Text::new(&edition.title).bold()]).heading(Kind::Title).spaced(0, 2));
    blocks.push(Block::new(index, 110, vec![Text::new(&edition.dateline).ink(Ink::Grey)]).spaced(0, 16));
    if edition.parts.is_empty() {
        blocks.push(Block::new(index, 105, vec![Text::new(&edition.nothing)]));
    } else {
        push_contents(index, edition, blocks);
    }
    for part in &edition.parts {
        let heading = Block::new(index, 130, vec![Text::new(&part.heading).bold()]).heading(Kind::Section);
        blocks.push(Block { rule: Some(Rule::Below), ..heading.spaced(22, 3) });
        for entry in &part.entries {
            push_entry(index, edition, entry, blocks);
        }
    }
    for (line, note) in edition.notes.iter().enumerate() {
        let block = Block::new(index, 88, vec![Text::new(note).ink(Ink::Grey)]);
        let rule = (line == 0).then_some(Rule::Above);
        blocks.push(Block { rule, ..block.spaced(if line == 0 { 26 } else { 2 }, 0) });
    }
}

fn push_contents(index: usize, edition: &Leaf, blocks: &mut Vec<Block>) {
    let label = Text::new(&edition.contents).bold().ink(Ink::Grey);
    blocks.push(Block { keeps: true, rule: Some(Rule::Above), ..Block::new(index, 90, vec![label]).spaced(0, 2) });
    for entry in edition.entries() {
        let number = Text::new(format!("{}. ", entry.number));
        let headline = Text { link: Some(Target::Story(entry.key)), ..Text::new(&entry.headline) };
        let block = Block::new(index, 100, vec![number, headline]);
        blocks.push(Block { kind: Kind::Contents, ..block.hanging(18).spaced(0, 1) });
    }
}

fn push_entry(index: usize, edition: &Leaf, entry: &Entry, blocks: &mut Vec<Block>) {
    let headline = Text::new(format!("{}. {}", entry.number, entry.headline)).bold();
    let heading = Block::new(index, 110, vec![headline]).heading(Kind::Headline).spaced(13, 3);
    blocks.push(Block { story: Some(entry.key), ..heading });
    let paragraph = Block::new(index, 103, paragraph(entry));
    let keeps = !(entry.differences.is_empty() && entry.sources.is_empty());
    blocks.push(Block { leading: paragraph.size * 145 / 100, keeps, ..paragraph.spaced(0, 3) });
    for difference in &entry.differences {
        let block = Block::new(index, 98, vec![Text::new(difference)]).spaced(2, 4);
        blocks.push(Block { rule: Some(Rule::Beside), indent: 10 * POINT, keeps: true, ..block });
    }
    for (line, source) in entry.sources.iter().enumerate() {
        let label = if line == 0 { edition.sources.as_str() } else { "" };
        let block = Block::new(index, 88, sources(label, source)).spaced(if line == 0 { 1 } else { 0 }, 1);
        blocks.push(Block { indent: COLUMN, hanging: COLUMN, keeps: line + 1 < entry.sources.len(), ..block });
    }
}

/// The paragraph; what a service translated is marked behind.
fn paragraph(entry: &Entry) -> Vec<Text> {
    let mut texts = Vec::new();
    for clause in &entry.clauses {
        let body = clause.text.trim_end_matches(' ');
        texts.push(Text::new(body));
        if let Some(mark) = &clause.mark {
            texts.push(Text::new(format!(" [{mark}]")).ink(Ink::Grey));
        }
        texts.push(Text::new(&clause.text[body.len()..]));
    }
    texts
}

fn sources(label: &str, source: &Source) -> Vec<Text> {
    let head = match &source.url {
        Some(url) => Text { link: Some(Target::Page(url.clone())), ..Text::new(source.head()).ink(Ink::Blue) },
        None => Text::new(source.head()).ink(Ink::Grey),
    };
    vec![
        Text { column: Some(COLUMN), ..Text::new(label).bold().ink(Ink::Grey) },
        Text::new(source.before()).ink(Ink::Grey),
        head,
        Text::new(source.after()).ink(Ink::Grey),
    ]
}

/// A block of nothing but a text, for the tests of what comes after.
#[cfg(test)]
pub(super) fn plain(text: &str) -> Block {
    Block::new(0, 100, vec![Text::new(text)])
}
