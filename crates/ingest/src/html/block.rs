//! Markup to blocks of text.
//!
//! Knows which elements stand on lines of their own. Does not know which of them belong to an article.

use ego_tree::iter::Edge;
use scraper::{Html, Node};

/// A piece of text that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub(super) kind: Kind,
    /// Its text: no white space at its ends, and no empty line in it.
    pub(super) text: String,
    /// How many letters of it lead elsewhere.
    pub(super) linked: usize,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A heading of any level.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation set apart.
    Quote,
    /// What stands below a picture or above a table.
    Caption,
    /// A cell of a table.
    Cell,
    /// Lines as they are written: code, verse.
    Verbatim,
}

/// The blocks of a piece of markup, in its order.
pub(super) fn blocks_of(html: &str) -> Vec<Block> {
    let tree = Html::parse_fragment(html);
    let mut blocks = Blocks::default();
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) => blocks.open(node.value()),
            Edge::Close(node) => blocks.close(node.value()),
        }
    }
    blocks.end_block();
    blocks.done
}

/// The blocks as one text, with an empty line between.
pub(super) fn text_of(blocks: &[Block]) -> String {
    let mut text = String::with_capacity(blocks.iter().map(|block| block.text.len() + 2).sum());
    for block in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&block.text);
    }
    text
}

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It stands on lines of its own.
    Block(Kind),
    /// Its content stands on lines of its own, and is what it would be outside.
    Group,
    /// It ends a line.
    Break,
    /// Nobody sees what is in it.
    Hidden,
    /// It stands within a line, and leads elsewhere.
    Link,
    /// It stands within a line.
    Inline,
}

fn role_of(element: &str) -> Role {
    match element {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block(Kind::Heading),
        "p" => Role::Block(Kind::Paragraph),
        "li" | "dt" | "dd" => Role::Block(Kind::Item),
        "blockquote" | "q-block" => Role::Block(Kind::Quote),
        "figcaption" | "caption" => Role::Block(Kind::Caption),
        "td" | "th" => Role::Block(Kind::Cell),
        "pre" => Role::Block(Kind::Verbatim),
        "address" | "article" | "aside" | "body" | "center" | "details" | "dialog" | "dir" | "div" | "dl"
        | "fieldset" | "figure" | "footer" | "form" | "header" | "hgroup" | "hr" | "html" | "legend" | "main"
        | "menu" | "nav" | "ol" | "optgroup" | "option" | "search" | "section" | "summary" | "table" | "tbody"
        | "tfoot" | "thead" | "tr" | "ul" => Role::Group,
        "br" => Role::Break,
        "a" => Role::Link,
        "applet" | "audio" | "button" | "canvas" | "datalist" | "head" | "iframe" | "input" | "math" | "noembed"
        | "noframes" | "noscript" | "object" | "script" | "select" | "style" | "svg" | "template" | "textarea"
        | "title" | "video" => Role::Hidden,
        _ => Role::Inline,
    }
}

/// The blocks that are done, and the one that is being written.
#[derive(Debug, Default)]
struct Blocks {
    done: Vec<Block>,
    text: String,
    /// The kinds of the blocks around this place, the innermost last.
    around: Vec<Kind>,
    /// How many hidden elements are around this place.
    hidden: usize,
    /// How many links are around this place, and how many letters of the text stood in some.
    links: usize,
    linked: usize,
}

impl Blocks {
    fn open(&mut self, node: &Node) {
        match node {
            Node::Text(text) if self.hidden == 0 => self.write(text),
            Node::Element(element) => match role_of(element.name()) {
                Role::Link => self.links += 1,
                Role::Block(kind) => {
                    self.end_block();
                    self.around.push(kind);
                }
                Role::Group => self.end_block(),
                Role::Break => self.break_line(),
                Role::Hidden => self.hidden += 1,
                Role::Inline => {}
            },
            _ => {}
        }
    }

    fn close(&mut self, node: &Node) {
        let Node::Element(element) = node else { return };
        match role_of(element.name()) {
            Role::Block(_) => {
                self.end_block();
                self.around.pop();
            }
            Role::Group => self.end_block(),
            Role::Hidden => self.hidden -= 1,
            Role::Link => self.links -= 1,
            Role::Break | Role::Inline => {}
        }
    }

    /// White space is one space, as on the screen.
    fn write(&mut self, text: &str) {
        let is_verbatim = self.kind() == Kind::Verbatim;
        if self.links > 0 {
            self.linked += text.chars().filter(|c| c.is_alphanumeric()).count();
        }
        for c in text.chars() {
            match c {
                '\n' if is_verbatim => self.text.push('\n'),
                c if c.is_whitespace() && self.text.ends_with([' ', '\n']) => {}
                c if c.is_whitespace() => self.text.push(' '),
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
    }

    /// Two breaks in a row, or one behind a sentence, end a paragraph: old pages have no others.
    fn break_line(&mut self) {
        let line = self.text.trim_end_matches(' ');
        match line.ends_with('\n') || ends_sentence(line) {
            true => self.end_block(),
            false => {
                self.text.truncate(line.len());
                self.text.push('\n');
            }
        }
    }

    fn end_block(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        let text = self.text.trim();
        if !text.is_empty() {
            let text = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
            self.done.push(Block { kind: self.kind(), text, linked });
        }
        self.text.clear();
    }

    fn kind(&self) -> Kind {
        let outer = self.around.iter().rev().find(|kind| **kind != Kind::Paragraph);
        outer.or(self.around.last()).copied().unwrap_or(Kind::Paragraph)
    }
}

/// Whether a line ends as a sentence does, closing marks aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    const CLOSING: [char; 8] = ['"', '\'', '”', '’', '»', '“', ')', ']'];
    line.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', ':', ';'])
}
