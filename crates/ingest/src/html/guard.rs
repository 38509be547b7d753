//! Markup that no page can turn into harm.
//!
//! Writes a page anew in one pass: no deeper, no wider and with no more elements than a real page has, every element closed
//! in its order, nothing in it that is no text. Knows how elements nest. Does not know which of them are the article.
//!
//! Why: parsers of HTML take time that grows with the square of the depth (html5ever #289, #788), and those who walk the
//! tree by calling themselves overflow the stack, which ends the program. Formatting elements that are left open are opened
//! again in every paragraph (whatwg/html #10772). Both are impossible in what comes out of here, whoever reads it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::around;
use super::markup::{Attribute, Tag, Token, Tokens};

/// How deep elements may nest. Of 181 pages of news the deepest hundredth had 164; browsers stop at 512, but what extractors do
/// with a tree grows with the square of its depth and more.
const MAX_DEPTH: usize = 224;
/// How deep those may nest that only wrap others: a paragraph below them is still a paragraph.
const MAX_WRAPPERS: usize = 160;
/// How many elements of one name may stand in each other, those aside that wrap whole pages: extractors go through nested
/// tables and lists again for each that is around them.
const MAX_OF_A_NAME: usize = 24;
/// How long a text between two tags may be; no paragraph is a tenth of it.
const MAX_TEXT: usize = 32_768;
/// How many attributes an element may have; more than 256 were seen once, on an element without text.
const MAX_ATTRIBUTES: usize = 256;
/// How long the value of an attribute may be: what is longer is a picture or a program.
const MAX_VALUE: usize = 16_384;
/// How long a name may be.
const MAX_NAME: usize = 64;
/// How long linked data may be, and how many pieces of them there may be.
const MAX_DATA: usize = 262_144;
const MAX_PIECES: usize = 32;
/// How many elements a page may have. The largest pages of news have some ten thousand; what comes behind is text.
const MAX_ELEMENTS: usize = 50_000;

/// Writes a page anew so that it is harmless, with the same text.
///
/// ```text
/// <p>Os <b>ministros<p>reuniram-se      →      <p>Os <b>ministros</b></p><p>reuniram-se
/// ```
pub(super) fn guard(page: &str) -> String {
    written(page, Guard::new(page.len()))
}

/// As [`guard`], less what stands around an article in containers of its own.
pub(super) fn guard_bare(page: &str) -> String {
    written(page, Guard { is_bare: true, ..Guard::new(page.len()) })
}

fn written<'a>(page: &'a str, mut guard: Guard<'a>) -> String {
    let mut tokens = Tokens::new(page);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => guard.write(text),
            Token::Start(tag) => guard.start(tag, &mut tokens),
            Token::End(name) => guard.end(&name),
        }
    }
    guard.close_from(0);
    guard.page
}

/// How an element nests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It stands once in a page, and never ends before the page does.
    Frame,
    /// It has no content.
    Void,
    /// What it holds is no markup, and nobody reads it.
    Raw(&'static str),
    /// What it holds is characters: the page's title.
    Title,
    /// The tag alone is left out, what it holds stays: parsers read all that follows differently.
    Ignored,
    /// It may stand across others: `<b><p></b></p>`.
    Formatting,
    /// It stands within a line.
    Inline,
    /// It stands on lines of its own.
    Block,
    /// A part of a table: what is in it cannot end what is outside.
    Cell,
}

fn sort_of(name: &str) -> Sort {
    match name {
        "html" | "head" | "body" => Sort::Frame,
        "area" | "base" | "basefont" | "bgsound" | "br" | "col" | "embed" | "frame" | "hr" | "img" | "input"
        | "keygen" | "link" | "meta" | "param" | "source" | "track" | "wbr" => Sort::Void,
        "button" => Sort::Raw("button"),
        "iframe" => Sort::Raw("iframe"),
        "math" => Sort::Raw("math"),
        "noembed" => Sort::Raw("noembed"),
        "noframes" => Sort::Raw("noframes"),
        "noscript" => Sort::Raw("noscript"),
        "script" => Sort::Raw("script"),
        "select" => Sort::Raw("select"),
        "style" => Sort::Raw("style"),
        "svg" => Sort::Raw("svg"),
        "template" => Sort::Raw("template"),
        "textarea" => Sort::Raw("textarea"),
        "xmp" => Sort::Raw("xmp"),
        "title" => Sort::Title,
        "frameset" | "plaintext" | "image" | "option" | "optgroup" => Sort::Ignored,
        "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt"
        | "u" => Sort::Formatting,
        "address" | "article" | "aside" | "blockquote" | "center" | "dd" | "details" | "dialog" | "dir" | "div"
        | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5"
        | "h6" | "header" | "hgroup" | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "object" | "ol"
        | "p" | "pre" | "search" | "section" | "summary" | "ul" => Sort::Block,
        "caption" | "colgroup" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => Sort::Cell,
        _ => Sort::Inline,
    }
}

/// What is written, and what is open in it.
struct Guard<'a> {
    page: String,
    open: Vec<(Cow<'a, str>, Sort)>,
    /// Start tags that were left out since the innermost open element began, so that their end tags are left out too.
    left_out: BTreeMap<Cow<'a, str>, usize>,
    /// Names of the elements that stand once.
    frames: Vec<Cow<'a, str>>,
    elements: usize,
    /// How many pieces of linked data were kept.
    pieces: usize,
    /// Whether what stands around an article is left out.
    is_bare: bool,
    /// The outermost open element that is to be left out: its place among the open ones, and where it begins in what is written.
    around: Option<(usize, usize)>,
}

impl<'a> Guard<'a> {
    fn new(size: usize) -> Self {
        let mut page = String::with_capacity(size + size / 8);
        page.push_str("<!DOCTYPE html>");
        Self {
            page,
            open: Vec::new(),
            left_out: BTreeMap::new(),
            frames: Vec::new(),
            elements: 0,
            pieces: 0,
            is_bare: false,
            around: None,
        }
    }

    fn write(&mut self, text: &str) {
        let text = text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or_default();
        for (n, part) in text.split('<').enumerate() {
            if n > 0 && !self.page.ends_with("&lt;") {
                self.page.push_str("&lt;");
            }
            self.page.extend(part.split('\0'));
        }
    }

    fn start(&mut self, tag: Tag<'a>, tokens: &mut Tokens<'a>) {
        match sort_of(&tag.name) {
            Sort::Frame => self.start_frame(&tag),
            Sort::Void => self.start_void(&tag),
            Sort::Raw(name) => self.pass_over(name, &tag, tokens),
            Sort::Title => self.write_title(tokens),
            Sort::Ignored => {}
            sort => self.start_element(tag, sort),
        }
    }

    fn start_frame(&mut self, tag: &Tag<'a>) {
        if !self.frames.contains(&tag.name) {
            self.frames.push(tag.name.clone());
            self.write_tag(tag);
        }
    }

    fn start_void(&mut self, tag: &Tag<'a>) {
        if tag.name == "hr" {
            self.close_paragraph();
        }
        match self.elements < MAX_ELEMENTS && tag.name != "frame" {
            true => self.write_tag(tag),
            false => self.page.push(' '),
        }
    }

    /// Of what is no markup only linked data are kept, and they in a form in which nothing can end them.
    fn pass_over(&mut self, name: &'static str, tag: &Tag<'a>, tokens: &mut Tokens<'a>) {
        let is_data = tag.value_of("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
        let Some(content) = tokens.take_raw(name) else { return };
        if name == "script" && is_data && content.len() <= MAX_DATA && self.pieces < MAX_PIECES {
            self.pieces += 1;
            self.page.push_str("<script type=\"application/ld+json\">");
            self.page.push_str(&content.replace('\0', "").replace('<', "\\u003c"));
            self.page.push_str("</script>");
        } else {
            self.page.push(' ');
        }
    }

    fn write_title(&mut self, tokens: &mut Tokens<'a>) {
        if let Some(title) = tokens.take_raw("title") {
            self.elements += 1;
            self.page.push_str("<title>");
            self.write(title);
            self.page.push_str("</title>");
        }
    }

    fn start_element(&mut self, tag: Tag<'a>, sort: Sort) {
        self.close_implied(&tag.name, sort);
        let is_sound = tag.name.len() <= MAX_NAME && tag.name.bytes().all(is_name);
        if is_sound && self.has_room_for(&tag.name) && self.elements < MAX_ELEMENTS {
            self.look_around(&tag, sort);
            self.write_tag(&tag);
            self.left_out.clear();
            self.open.push((tag.name, sort));
        } else {
            self.page.push(' ');
            *self.left_out.entry(tag.name).or_default() += 1;
        }
    }

    /// Notes where a container begins that is no part of the article; one in which the article turns up is none.
    fn look_around(&mut self, tag: &Tag<'a>, sort: Sort) {
        if !self.is_bare {
            return;
        }
        match self.around {
            Some(_) if around::is_article(tag) => self.around = None,
            None if sort == Sort::Block && around::is_around(tag) => {
                self.around = Some((self.open.len(), self.page.len()))
            }
            _ => {}
        }
    }

    fn has_room_for(&self, name: &str) -> bool {
        let depth = if is_wrapper(name) { MAX_WRAPPERS } else { MAX_DEPTH };
        let same = || self.open.iter().filter(|(open, _)| open == name).count();
        self.open.len() < depth && (matches!(name, "div" | "span" | "section") || same() < MAX_OF_A_NAME)
    }

    fn end(&mut self, name: &str) {
        if let Some(count) = self.left_out.get_mut(name) {
            *count -= 1;
            if *count == 0 {
                self.left_out.remove(name);
            }
            self.page.push(' ');
            return;
        }
        let Some(at) = self.find_open(name) else { return };
        let is_across = self.open.iter().skip(at).any(|(_, sort)| *sort == Sort::Block);
        match sort_of(name) {
            // The parser takes the tree apart and joins it anew; that is bounded, and what readers expect.
            Sort::Formatting if is_across => {
                self.open.remove(at);
                if let Some((place, _)) = self.around.as_mut().filter(|(place, _)| *place > at) {
                    *place -= 1;
                }
                self.write_end(name);
            }
            _ => self.close_from(at),
        }
    }

    /// The open element that an end tag ends.
    fn find_open(&self, name: &str) -> Option<usize> {
        let sort = sort_of(name);
        let stops = |(open, other): &(Cow<'_, str>, Sort)| match sort {
            Sort::Inline => matches!(other, Sort::Block | Sort::Cell),
            Sort::Cell => open == "table",
            _ => *other == Sort::Cell,
        };
        let within = self.open.iter().rposition(|open| open.0 == name || stops(open))?;
        self.open.get(within).is_some_and(|(open, _)| open == name).then_some(within)
    }

    /// Ends what ends where this element begins, although no tag says so.
    fn close_implied(&mut self, name: &str, sort: Sort) {
        if sort == Sort::Block || name == "table" {
            self.close_paragraph();
        }
        match name {
            "li" => self.close_back_to(&["li"]),
            "dd" | "dt" => self.close_back_to(&["dd", "dt"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.close_heading(),
            "a" => self.close_anchor(),
            "td" | "th" => self.close_in_table(&["td", "th"], "tr"),
            "tr" => self.close_in_table(&["tr"], "tbody"),
            "tbody" | "thead" | "tfoot" | "caption" | "colgroup" => {
                self.close_in_table(&["tbody", "thead", "tfoot", "caption", "colgroup"], "table");
            }
            _ => {}
        }
    }

    /// A paragraph with nothing but pieces of lines in it ends where a block begins.
    fn close_paragraph(&mut self) {
        let block = self.open.iter().rposition(|(_, sort)| matches!(sort, Sort::Block | Sort::Cell));
        if let Some(at) = block.filter(|at| self.open.get(*at).is_some_and(|(name, _)| name == "p")) {
            self.close_from(at);
        }
    }

    /// An item ends where the next one begins, even from within `<div>`.
    fn close_back_to(&mut self, names: &[&str]) {
        let stops = |(name, sort): &(Cow<'_, str>, Sort)| match sort {
            Sort::Block => !matches!(name.as_ref(), "address" | "div" | "p"),
            other => *other == Sort::Cell,
        };
        let last = self.open.iter().rposition(stops);
        if let Some(at) = last.filter(|at| self.open.get(*at).is_some_and(|(name, _)| names.contains(&name.as_ref()))) {
            self.close_from(at);
        }
    }

    fn close_heading(&mut self) {
        let block = self.open.iter().rposition(|(_, sort)| matches!(sort, Sort::Block | Sort::Cell));
        let is_heading = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        if let Some(at) = block.filter(|at| self.open.get(*at).is_some_and(|(name, _)| is_heading(name))) {
            self.close_from(at);
        }
    }

    fn close_anchor(&mut self) {
        let last = self.open.iter().rposition(|(name, sort)| name == "a" || matches!(sort, Sort::Block | Sort::Cell));
        if let Some(at) = last.filter(|at| self.open.get(*at).is_some_and(|(name, _)| name == "a")) {
            self.close_from(at);
        }
    }

    /// Ends the innermost of `names` in this table.
    fn close_in_table(&mut self, names: &[&str], within: &str) {
        let last = self.open.iter().rposition(|(name, _)| {
            let name = name.as_ref();
            names.contains(&name) || name == within || name == "table"
        });
        if let Some(at) = last.filter(|at| self.open.get(*at).is_some_and(|(name, _)| names.contains(&name.as_ref()))) {
            self.close_from(at);
        }
    }

    fn close_from(&mut self, at: usize) {
        self.left_out.clear();
        while self.open.len() > at {
            if let Some((name, _)) = self.open.pop() {
                self.write_end(&name);
            }
        }
        if let Some((_, begun)) = self.around.filter(|(place, _)| *place >= at) {
            self.page.truncate(begun);
            self.page.push(' ');
            self.around = None;
        }
    }

    fn write_end(&mut self, name: &str) {
        self.page.push_str("</");
        self.page.push_str(name);
        self.page.push('>');
    }

    fn write_tag(&mut self, tag: &Tag<'a>) {
        self.elements += 1;
        self.page.push('<');
        self.page.push_str(&tag.name);
        for attribute in tag.attributes().take(MAX_ATTRIBUTES).filter(is_wanted) {
            self.write_attribute(attribute);
        }
        self.page.push('>');
    }

    fn write_attribute(&mut self, attribute: Attribute<'a>) {
        self.page.push(' ');
        self.page.push_str(attribute.name);
        self.page.push_str("=\"");
        for (n, part) in attribute.value.split('"').enumerate() {
            if n > 0 {
                self.page.push_str("&quot;");
            }
            self.page.extend(part.split('\0'));
        }
        self.page.push('"');
    }
}

/// Programs and pictures in attributes are passed over, and names that need quoting.
fn is_wanted(attribute: &Attribute<'_>) -> bool {
    attribute.value.len() <= MAX_VALUE
        && attribute.name.len() <= MAX_NAME
        && attribute.name.bytes().all(is_name)
        && !attribute.name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
        && !attribute.name.eq_ignore_ascii_case("srcset")
}

/// Whether an element only wraps others.
fn is_wrapper(name: &str) -> bool {
    matches!(sort_of(name), Sort::Inline | Sort::Formatting | Sort::Cell)
        || matches!(name, "article" | "aside" | "center" | "div" | "fieldset" | "form" | "main" | "section")
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page costs those who parse it: their time grows with each of these, and with nothing else that a sender decides.
    #[derive(Debug, Default)]
    struct Cost {
        /// How deep its elements nest, those aside that never end.
        depth: usize,
        /// How many there are.
        elements: usize,
        /// The most attributes of one.
        attributes: usize,
        bytes: usize,
    }

    fn cost(page: &str) -> Cost {
        let guarded = guard(page);
        let mut cost = Cost { bytes: guarded.len(), ..Cost::default() };
        let mut depth = 0_usize;
        for token in Tokens::new(&guarded) {
            match token {
                Token::Start(tag) => {
                    cost.elements += 1;
                    cost.attributes = cost.attributes.max(tag.attributes().count());
                    depth += usize::from(!matches!(sort_of(&tag.name), Sort::Void | Sort::Frame));
                }
                Token::End(_) => depth -= 1,
                Token::Text(_) => {}
            }
            cost.depth = cost.depth.max(depth);
        }
        assert_eq!(depth, 0, "an element is left open");
        cost
    }

    /// Every kind of page that was made to do harm, once of a size and once of four times that size.
    #[test]
    fn harm_costs_no_more_than_the_limits_and_grows_no_faster_than_the_page() {
        let wrapped = |harm: &str| format!("<svg>{harm}</svg>");
        let kinds: [(&str, &dyn Fn(usize) -> String); 18] = [
            ("nested blocks", &|n| "<div>".repeat(n)),
            ("nested blocks that end", &|n| format!("{}{}", "<div>".repeat(n), "</div>".repeat(n))),
            ("nested pieces of lines", &|n| "<span>".repeat(n)),
            ("open formatting", &|n| "<b><i>".repeat(n)),
            ("open formatting over paragraphs", &|n| format!("{}{}", "<font size=1>".repeat(n), "<p>x".repeat(n))),
            ("formatting across blocks", &|n| "<b><p></b>".repeat(n)),
            ("links", &|n| "<a href=x><div>".repeat(n)),
            ("tables", &|n| "<table><tr><td>".repeat(n)),
            ("text in tables", &|n| "<table>x".repeat(n)),
            ("lists", &|n| "<ul><li>".repeat(n)),
            ("quotations", &|n| "<blockquote><p>".repeat(n)),
            ("attributes", &|n| format!("<div {}></div>", "a=1 ".repeat(n))),
            ("bodies", &|n| "<body a>".repeat(n)),
            ("raw text that never ends", &|n| "<svg><style><textarea><xmp>".repeat(n)),
            ("foreign elements", &|n| wrapped(&"<g>".repeat(n))),
            ("paragraphs", &|n| "<p>x</p>".repeat(n)),
            ("one text", &|n| "x".repeat(n)),
            ("angles", &|n| "<".repeat(n)),
        ];
        for (name, page) in kinds {
            let (small, large) = (page(10_000), page(40_000));
            let costs = [cost(&small), cost(&large)];
            for cost in &costs {
                assert!(cost.depth <= MAX_DEPTH, "{name}: {cost:?}");
                assert!(cost.elements <= MAX_ELEMENTS + 3 && cost.attributes <= MAX_ATTRIBUTES, "{name}: {cost:?}");
            }
            assert!(costs[1].bytes <= 4 * costs[0].bytes, "{name}: {costs:?}");
            assert!(costs[1].bytes <= 8 * large.len(), "{name}: {costs:?}");
        }
    }
}
