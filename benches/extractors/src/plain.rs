//! Markup as text, the same way for all: what is compared is which text was taken, not how it is laid out.

use scraper::{Html, Node};

/// The text of markup, with a line break where an element stands on lines of its own.
pub(crate) fn text_of(html: &str) -> String {
    let tree = Html::parse_fragment(html);
    let mut text = String::new();
    for edge in tree.tree.root().traverse() {
        let (node, is_open) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, true),
            ego_tree::iter::Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(piece) if is_open && !is_unseen(node) => text.push_str(piece),
            Node::Element(element) if !is_inline(element.name()) => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn is_unseen(node: ego_tree::NodeRef<'_, Node>) -> bool {
    let parent = node.parent().and_then(|parent| parent.value().as_element());
    parent.is_some_and(|parent| matches!(parent.name(), "script" | "style" | "noscript" | "template" | "title"))
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}
