//! HTML and XML that is well-formed because nothing else can be written.
//!
//! Every text and every value goes through one escape, and every element that is opened is closed by the call that opened it.

use quick_xml::escape::{escape, partial_escape};

/// Markup that grows.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    out: String,
}

/// The attributes of an element, in order.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// Begins with `declaration`, which stands as it is: `<!doctype html>`, `<?xml …?>`.
    pub(crate) fn declared(declaration: &str) -> Self {
        Self { out: declaration.to_owned() }
    }

    /// An element with what `inside` writes.
    pub(crate) fn element(&mut self, name: &str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.begin(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element with nothing but text.
    pub(crate) fn text_element(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    /// An element that never has anything inside, as XML writes it: `<w:br/>`.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.begin(name, attributes);
        self.out.push_str("/>");
    }

    /// The same as HTML writes it: `<meta>`.
    pub(crate) fn void(&mut self, name: &str, attributes: Attributes) {
        self.begin(name, attributes);
        self.out.push('>');
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(&partial_escape(text));
    }

    /// A line break between elements, for who reads the source.
    pub(crate) fn line(&mut self) {
        self.out.push('\n');
    }

    /// A style sheet of ours, as it is.
    pub(crate) fn style(&mut self, css: &'static str) {
        self.out.push_str("<style>\n");
        self.out.push_str(css);
        self.out.push_str("</style>");
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, name: &str, attributes: Attributes) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&escape(*value));
            self.out.push('"');
        }
    }
}
