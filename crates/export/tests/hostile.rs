//! Whatever stands in a bulletin comes out as text, in every format, and as nothing else.
//!
//! Each format is read back by a parser that is not ours, and says what went in.

mod support;

use std::collections::BTreeMap;

use attache_export::{Envelope, Format, Options, write};
use attache_schema::{
    BULLETIN_SCHEMA, Bulletin, Edition, Item, Labels, Realization, Reference, Section, Span, Story, Testimony, Traced,
};
use mail_parser::MessageParser;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use scraper::{Html, Node, Selector};
use support::{parts, squeezed, text_of_xml, written, written_text};

/// What strangers put into titles.
const NASTY: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style></span>",
    "\" onmouseover=\"alert(1)",
    "' x='",
    "&lt;b&gt; &amp;amp; &#60;",
    "]]><!--",
    "-->",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "<http://evil.example>",
    "http://evil.example/ www.evil.example a@evil.example",
    "\n\n# heading\n",
    "\n    code\n```\n",
    "1. list",
    "- list",
    "> quote",
    "| a | b |\n|---|---|\n",
    "***",
    "---",
    "===",
    "\\",
    "`code`",
    "$x$ $$y$$",
    "~~struck~~",
    "[^1]: note",
    "- [ ] task",
    ":smile:",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]8;;http://evil.example\u{7}",
    "\u{9b}31m",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{7f}\u{85}",
    "\u{fffe}\u{ffff}\u{1ffff}",
    "exe.\u{202e}fdp\u{202c}",
    "\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}",
    "\u{e0041}\u{e007f}",
    "=HYPERLINK(\"http://evil.example\")",
    "@SUM(1)",
    "{{template}} ${var} %s",
    "\r\nBcc: evil@evil.example\r\n\r\n",
    "\u{2028}\u{2029}",
    "السفير يزور باكو",
    "Şəki, İğdır, ações, õ, €, ₼",
    "e\u{301}\u{327}",
    "👩‍🚀日本",
];

fn nasty() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(NASTY).prop_map(str::to_owned),
        2 => "[ a-zA-Zəğ0-9.,]{0,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn address() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        nasty().prop_map(Some),
        nasty().prop_map(|it| Some(format!("https://paper.example/{it}"))),
        nasty().prop_map(|it| Some(format!("javascript:{it}"))),
    ]
}

fn reference() -> impl Strategy<Value = Reference> {
    (nasty(), prop::option::of(nasty()), prop::option::of(nasty()), address(), nasty())
        .prop_map(|(id, title, outlet, url, language)| Reference { id, title, outlet, url, published: None, language })
}

fn item() -> impl Strategy<Value = Item> {
    let traced = (0_usize..60, 0_usize..60, nasty(), prop::collection::vec(0_usize..4, 0..3)).prop_map(
        |(start, end, sentence, sources)| Traced {
            span: Span { start, end },
            realization: Realization::Composed,
            sources,
            evidence: Vec::new(),
            further: vec![Testimony { source: 1, evidence: Vec::new(), sentence: sentence.clone() }],
            sentence,
            translation: None,
        },
    );
    let texts = (nasty(), nasty(), prop::collection::vec(nasty(), 0..3));
    (0_usize..20, 0_usize..3, texts, prop::collection::vec(traced, 0..4)).prop_map(
        |(number, story, (headline, paragraph, differences), clauses)| Item {
            number,
            story,
            headline,
            paragraph,
            clauses,
            differences,
            ..Item::default()
        },
    )
}

fn edition() -> impl Strategy<Value = Edition> {
    let section = (nasty(), prop::collection::vec(item(), 0..3)).prop_map(|(heading, items)| Section {
        id: "s".to_owned(),
        heading,
        items,
    });
    let labels = (nasty(), nasty(), nasty(), nasty()).prop_map(|(contents, sources, translated, nothing)| Labels {
        contents,
        sources,
        translated,
        nothing,
    });
    (nasty(), nasty(), nasty(), nasty(), labels, prop::collection::vec(section, 0..3), nasty()).prop_map(
        |(language, name, title, dateline, labels, sections, note)| Edition {
            language,
            name,
            title,
            dateline,
            labels,
            days: BTreeMap::new(),
            sections,
            notes: vec![note],
        },
    )
}

fn bulletin() -> impl Strategy<Value = Bulletin> {
    let stories = prop::collection::vec(prop::collection::vec(0_usize..4, 0..3), 2);
    let stories = stories.prop_map(|stories| {
        stories.into_iter().map(|sources| Story { sources, ..Story::default() }).collect::<Vec<_>>()
    });
    let letterhead = prop::collection::vec(nasty(), 0..3);
    let references = prop::collection::vec(reference(), 3);
    (letterhead, references, stories, prop::collection::vec(edition(), 1..3)).prop_map(
        |(letterhead, sources, stories, editions)| Bulletin {
            schema: BULLETIN_SCHEMA.to_owned(),
            date: None,
            letterhead,
            sources,
            stories,
            editions,
            passed_over: Vec::new(),
        },
    )
}

/// What a reader must see of a text: every letter, and in the place of what cannot be seen its picture or number. Written down
/// again here, so that a mistake in the crate is not the measure of itself.
fn seen(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match u32::from(c) {
            0x09..=0x0d | 0x20 | 0x85 | 0x2028 | 0x2029 => out.push(' '),
            code @ 0..=0x1f => out.push(char::from_u32(0x2400 + code).expect("a picture")),
            0x7f => out.push('␡'),
            code @ (0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069) => {
                out.push_str(&format!("[U+{code:04X}]"));
            }
            0x80..=0x9f | 0xfdd0..=0xfdef | 0xfff9..=0xfffb | 0xe0000..=0xe007f => out.push('\u{fffd}'),
            code if code & 0xffff >= 0xfffe => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out.trim_matches(' ').to_owned()
}

/// The parts of the body of an edition in the order of the page; sources by what is known of them.
fn body(bulletin: &Bulletin, edition: &Edition, with_links: bool) -> Vec<String> {
    let mut out = vec![seen(&edition.title), seen(&edition.dateline)];
    let items: Vec<&Item> = edition.sections.iter().flat_map(|section| &section.items).collect();
    if items.is_empty() {
        out.push(seen(&edition.labels.nothing));
    } else {
        out.push(seen(&edition.labels.contents));
        out.extend(items.iter().map(|item| format!("{}. {}", item.number, seen(&item.headline))));
    }
    for section in edition.sections.iter().filter(|section| !section.items.is_empty()) {
        out.push(seen(&section.heading));
        for item in &section.items {
            out.push(format!("{}. {}", item.number, seen(&item.headline)));
            out.push(seen(&item.paragraph));
            out.extend(item.differences.iter().map(|it| seen(it)));
            let indices = bulletin.stories.get(item.story).map_or(&[][..], |story| &story.sources);
            let sources: Vec<&Reference> = indices.iter().filter_map(|it| bulletin.sources.get(*it)).collect();
            if !sources.is_empty() {
                out.push(seen(&edition.labels.sources));
            }
            out.extend(sources.iter().map(|source| source_line(source, with_links)));
        }
    }
    out.extend(edition.notes.iter().map(|note| seen(note)));
    out
}

fn source_line(source: &Reference, _with_links: bool) -> String {
    let title = source.title.as_deref().map(seen).unwrap_or_default();
    let mut outlet = source.outlet.as_deref().map(seen).unwrap_or_default();
    if outlet.is_empty() && source.title.is_none() && source.url.is_none() {
        outlet = seen(&source.id);
    }
    let parts: Vec<&str> = [&*outlet, &*title].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Whether `whole` holds the parts one after another.
fn holds_in_order(whole: &str, parts: &[String]) -> Result<(), TestCaseError> {
    let mut rest = whole;
    for part in parts {
        let part = squeezed(part);
        let at = rest.find(&part);
        prop_assert!(at.is_some(), "{part:?} is missing or in the wrong place\nin {rest:?}");
        rest = &rest[at.unwrap_or(0) + part.len()..];
    }
    Ok(())
}

fn all_parts(bulletin: &Bulletin) -> Vec<String> {
    let letterhead = bulletin.letterhead.iter().map(|line| seen(line));
    letterhead.chain(bulletin.editions.iter().flat_map(|edition| body(bulletin, edition, true))).collect()
}

fn acts(c: char) -> bool {
    c != '\n' && c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_page(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn text_says_everything_and_nothing_acts(bulletin in bulletin()) {
        let text = written_text(&bulletin, Format::Text);
        prop_assert!(!text.contains(acts), "{text:?}");
        holds_in_order(&squeezed(&text), &all_parts(&bulletin))?;
    }

    #[test]
    fn markdown_is_read_as_the_same_text(bulletin in bulletin()) {
        let markdown = written_text(&bulletin, Format::Markdown);
        prop_assert!(!markdown.contains(acts), "{markdown:?}");
        let mut read = String::new();
        for event in Parser::new_ext(&markdown, Extensions::all() - Extensions::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => read.push_str(&text),
                Event::Start(Tag::Link { dest_url, .. }) => prop_assert!(is_page(&dest_url), "{dest_url}"),
                Event::Start(
                    Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Emphasis
                    | Tag::BlockQuote(_),
                )
                | Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => {}
                other => prop_assert!(false, "{other:?}\nin {markdown}"),
            }
        }
        holds_in_order(&squeezed(&read), &all_parts(&bulletin))?;
    }

    #[test]
    fn html_is_read_as_the_same_text(bulletin in bulletin()) {
        for page in [written_text(&bulletin, Format::Html), mail(&bulletin).1] {
            prop_assert!(!page.contains(acts), "{page:?}");
            let page = Html::parse_document(&page);
            check_elements(&page)?;
            holds_in_order(&squeezed(&visible(&page)), &all_parts(&bulletin))?;
        }
    }

    #[test]
    fn the_parts_of_a_docx_are_well_formed_and_say_the_same(bulletin in bulletin()) {
        let parts = parts(&written(&bulletin, Format::Docx));
        for (name, xml) in &parts {
            prop_assert!(!xml.contains(acts), "{name}: {xml:?}");
            prop_assert!(!xml.contains(['\u{fffe}', '\u{ffff}']), "{name}: {xml:?}");
            text_of_xml(xml);
        }
        let text = squeezed(&text_of_xml(&parts["word/document.xml"]));
        let expected: Vec<_> = bulletin.editions.iter().flat_map(|edition| body(&bulletin, edition, false)).collect();
        holds_in_order(&text, &expected)?;
        let letterhead: Vec<_> = bulletin.letterhead.iter().map(|line| seen(line)).collect();
        holds_in_order(&squeezed(&text_of_xml(&parts["word/letterhead.xml"])), &letterhead)?;
        for target in parts["word/_rels/document.xml.rels"].split("Target=\"").skip(1) {
            let (target, rest) = target.split_once('"').expect("a value ends");
            let outside = rest.starts_with(" TargetMode");
            prop_assert_eq!(outside, is_page(target), "{}", target);
        }
    }

    #[test]
    fn a_mail_holds_the_text_and_no_header_of_a_stranger(bulletin in bulletin(), subject in nasty(), name in nasty()) {
        let envelope = Envelope::default().with_subject(&subject).with_to("desk@example.org");
        let envelope = envelope.with_from(format!("{} <press@example.org>", name.replace(['<', '>'], "")));
        let options = Options::default().with_envelope(envelope);
        let mail = write(&bulletin, Format::Mail, &options).expect("a mail");
        prop_assert!(mail.is_ascii() || mail.iter().all(|b| *b >= 0x20 || b"\r\n\t".contains(b)));
        let message = MessageParser::default().parse(&mail).expect("a message");
        let mut names: Vec<_> = message.headers().iter().map(|header| header.name().to_owned()).collect();
        names.sort_unstable();
        prop_assert_eq!(
            names,
            ["Content-Language", "Content-Type", "From", "MIME-Version", "Subject", "To", "X-Unsent"]
        );
        prop_assert_eq!(squeezed(message.subject().unwrap_or("")), squeezed(&seen(&subject)));
        prop_assert_eq!(message.from().and_then(|from| from.first()).and_then(|it| it.address()), Some("press@example.org"));
        prop_assert_eq!(message.to().map_or(0, |to| to.iter().count()), 1);
        let text = message.body_text(0).expect("a text").replace("\r\n", "\n");
        let alone = written_text(&bulletin, Format::Text);
        prop_assert_eq!(text.trim_end(), alone.trim_end());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_pdf_can_be_opened_and_links_to_pages_only(bulletin in bulletin()) {
        let pdf = written(&bulletin, Format::Pdf);
        let file = pdf_extract::Document::load_mem(&pdf).expect("a PDF");
        prop_assert!(!file.get_pages().is_empty());
        for object in file.objects.values() {
            let Ok(action) = object.as_dict().and_then(|it| it.get(b"A")).and_then(|it| it.as_dict()) else { continue };
            match action.get(b"S").and_then(|it| it.as_name()).expect("an action has a kind") {
                b"GoTo" => {}
                b"URI" => {
                    let address = action.get(b"URI").and_then(|it| it.as_str()).expect("an address");
                    prop_assert!(is_page(&String::from_utf8_lossy(address)), "{:?}", address);
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn twice_is_the_same(bulletin in bulletin()) {
        for format in Format::ALL {
            prop_assert!(written(&bulletin, format) == written(&bulletin, format), "{}", format);
        }
    }

    #[test]
    fn json_leads_back(bulletin in bulletin()) {
        let json = written(&bulletin, Format::Json);
        prop_assert_eq!(serde_json::from_slice::<Bulletin>(&json).expect("a bulletin"), bulletin);
    }
}

/// The text and the HTML of the mail.
fn mail(bulletin: &Bulletin) -> (String, String) {
    let mail = written(bulletin, Format::Mail);
    let message = MessageParser::default().parse(&mail).expect("a message");
    let html = message.body_html(0).expect("HTML").replace("\r\n", "\n");
    (message.body_text(0).expect("text").into_owned(), html)
}

/// What is read on the page by who points at nothing.
fn visible(page: &Html) -> String {
    let body = Selector::parse("body").expect("a selector");
    let body = page.select(&body).next().expect("a body");
    let mut text = String::new();
    for node in body.descendants() {
        let hidden = node.ancestors().any(|it| {
            it.value().as_element().is_some_and(|it| it.classes().any(|class| matches!(class, "proof" | "languages")))
        });
        if let (Node::Text(part), false) = (node.value(), hidden) {
            text.push_str(part);
        }
    }
    text
}

/// Only elements and attributes that we write, and no address that runs.
fn check_elements(page: &Html) -> Result<(), TestCaseError> {
    const ELEMENTS: &[&str] = &[
        "html", "head", "meta", "title", "style", "body", "header", "nav", "article", "section", "footer", "div", "h1",
        "h2", "h3", "p", "ul", "li", "a", "span", "q", "bdi",
    ];
    const ATTRIBUTES: &[&str] = &[
        "aria-describedby",
        "aria-label",
        "charset",
        "class",
        "content",
        "data-url",
        "dir",
        "href",
        "hreflang",
        "http-equiv",
        "id",
        "lang",
        "name",
        "rel",
        "role",
        "tabindex",
        "title",
    ];
    for node in page.tree.nodes() {
        prop_assert!(!matches!(node.value(), Node::Comment(_) | Node::ProcessingInstruction(_)), "{:?}", node.value());
        let Some(element) = node.value().as_element() else { continue };
        prop_assert!(ELEMENTS.contains(&element.name()), "{:?}", element);
        for (name, value) in element.attrs() {
            prop_assert!(ATTRIBUTES.contains(&name), "{:?}", element);
            prop_assert!(name != "href" || value.starts_with("#edition-") || is_page(value), "{:?}", element);
        }
    }
    Ok(())
}
