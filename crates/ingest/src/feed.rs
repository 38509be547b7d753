//! Feeds: RSS 0.9 to 2.0, Atom, JSON Feed.
//!
//! Knows what an item says about its article. Whether the article itself is fetched, is for others to decide: an item
//! without text comes out as [`IngestError::OnlyALink`] with everything that is known.

use attache_schema::{Article, Date};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use feed_rs::model::{Content, Entry, Feed, Link, Text};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::records::MOST;
use crate::{Document, Excess, Format, Hints, IngestError, caption, charset, day, html};

/// How deep elements of a feed may stand in one another; pages in a feed are the deepest.
const DEEPEST: usize = 256;

/// Reads the items of a feed, each an article by itself.
///
/// # Errors
/// Where it is no feed, is one without items, or declares entities. An item without text is an error of its own.
pub(crate) fn documents(bytes: &[u8], hints: &Hints) -> Result<Vec<Result<Document, IngestError>>, IngestError> {
    let decoded = charset::decode(bytes, hints.charset.as_deref(), None);
    let text = decoded.text.trim_start_matches('\u{FEFF}').trim_start();
    let feed = if text.starts_with('<') { parse(&prepare(text)?, hints)? } else { parse(text, hints)? };
    if feed.entries.is_empty() {
        return Err(IngestError::NoItems);
    }
    if feed.entries.len() > MOST {
        return Err(IngestError::Bomb { what: Excess::Parts, limit: MOST as u64 });
    }
    let outlet = feed.title.as_ref().and_then(line);
    let items = feed.entries.into_iter().enumerate();
    Ok(items.map(|(index, entry)| item(entry, outlet.clone(), index, hints, decoded.other_than_utf_8())).collect())
}

fn parse(text: &str, hints: &Hints) -> Result<Feed, IngestError> {
    let builder = feed_rs::parser::Builder::new().sanitize_content(false).timestamp_parser(noon_of);
    let parser = builder.base_uri(hints.url.as_deref()).build();
    parser.parse(text.as_bytes()).map_err(|error| IngestError::broken(Format::Feed, error))
}

/// The day that was written, in the zone it was written in, carried through a type that knows only one zone.
fn noon_of(text: &str) -> Option<DateTime<Utc>> {
    let date = day::parse(text)?;
    let (year, month, day) = (date.year?, date.month?, date.day?);
    let noon = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?.and_hms_opt(12, 0, 0)?;
    Some(noon.and_utc())
}

fn day_of(noon: DateTime<Utc>) -> Option<Date> {
    Date::day(noon.year().try_into().ok()?, noon.month() as u8, noon.day() as u8)
}

/// Makes a feed safe and plain to parse.
///
/// * The XML declaration goes: it names the character set that the bytes were in, and they are decoded already.
/// * Declared entities are refused, not expanded; a declaration without them (RSS 0.91 has one) is let through.
/// * RSS of a version that the parser does not know is read as 2.0, which the others grew into.
fn prepare(text: &str) -> Result<String, IngestError> {
    let text = match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest.trim_start(),
        None => text,
    };
    let root = check(text)?;
    let Some(root) = root else { return Ok(text.to_owned()) };
    let tag = &text[root.clone()];
    let known = ["0.91", "0.92", "2.0"].iter().any(|version| {
        tag.contains(&format!("version=\"{version}\"")) || tag.contains(&format!("version='{version}'"))
    });
    if known {
        return Ok(text.to_owned());
    }
    let rest = tag.replacen("version", "data-version", 1);
    let rest = rest.strip_prefix("<rss").unwrap_or_default();
    Ok(format!("{}<rss version=\"2.0\"{rest}{}", &text[..root.start], &text[root.end..]))
}

/// Walks through a feed once; says where the root stands, if that is `<rss …>`.
fn check(text: &str) -> Result<Option<std::ops::Range<usize>>, IngestError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let (mut depth, mut root, mut at) = (0_usize, None, 0);
    loop {
        let event = reader.read_event().map_err(|error| IngestError::broken(Format::Feed, error))?;
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        match event {
            Event::Start(element) => {
                if depth == 0 && root.is_none() && element.name().as_ref() == "rss" {
                    root = text[at..end].find('<').map(|offset| at + offset..end);
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(declaration) if declaration.contains("<!ENTITY") => {
                return Err(IngestError::Bomb { what: Excess::Entities, limit: 0 });
            }
            Event::Eof => return Ok(root),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(IngestError::Bomb { what: Excess::Depth, limit: DEEPEST as u64 });
        }
        at = end;
    }
}

/// One item. Its own source (in a feed that gathers others) is a better outlet than the feed.
fn item(
    entry: Entry,
    outlet: Option<String>,
    index: usize,
    hints: &Hints,
    encoding: Option<&'static str>,
) -> Result<Document, IngestError> {
    let text = entry.content.as_ref().map(content).filter(|text| !text.trim().is_empty());
    let text = text.or_else(|| entry.summary.as_ref().map(|summary| plain(&summary.content)));
    let found = Article {
        title: entry.title.as_ref().and_then(line),
        published: entry.published.or(entry.updated).and_then(day_of),
        outlet: outlet.or_else(|| entry.source.as_deref().and_then(caption::some)),
        url: address(&entry.links).or_else(|| caption::link(&entry.id)),
        text: text.unwrap_or_default(),
        ..Article::default()
    };
    let article = hints.over_nth(index, found);
    match (article.text.trim().is_empty(), &article.url) {
        (false, _) => Ok(Document::new(article, Format::Feed).decoded_from(encoding)),
        (true, Some(_)) => Err(IngestError::OnlyALink(Box::new(article))),
        (true, None) => Err(IngestError::Empty),
    }
}

/// The link to the article: an alternate one, or one of which nothing is said.
fn address(links: &[Link]) -> Option<String> {
    let is_alternate = |link: &&Link| link.rel.as_deref().is_none_or(|rel| rel.eq_ignore_ascii_case("alternate"));
    links.iter().filter(is_alternate).find_map(|link| caption::link(&link.href))
}

fn line(text: &Text) -> Option<String> {
    caption::some(&plain(&text.content))
}

fn content(content: &Content) -> String {
    content.body.as_deref().map(plain).unwrap_or_default()
}

/// The text of what may be HTML or not: feeds say the one and hold the other.
fn plain(text: &str) -> String {
    match text.contains(['<', '&']) {
        true => html::fragment(text),
        false => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RSS: &str = r#"<?xml version="1.0" encoding="windows-1254"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Xəzər Gündəliyi</title><link>https://xezer.example/</link><language>az</language>
<item><title>Nazirlər &amp; səfirlər</title><link>https://xezer.example/1</link>
<pubDate>Mon, 06 Mar 2023 01:00:00 +0400</pubDate>
<description>Qısa.</description>
<content:encoded><![CDATA[<p>Nazirlər Bakıda <b>görüşüb</b>.</p><p>Onlar danışıb.</p><script>x</script>]]></content:encoded></item>
<item><title>Ancaq ad</title><link>https://xezer.example/2</link><pubDate>dünən</pubDate></item>
</channel></rss>"#;

    fn read(text: &str) -> Vec<Result<Document, IngestError>> {
        documents(text.as_bytes(), &Hints::default().with_id("feed.xml")).expect("a feed")
    }

    fn error(text: &str) -> IngestError {
        documents(text.as_bytes(), &Hints::default()).expect_err("no feed")
    }

    #[test]
    fn each_item_is_an_article() {
        let items = read(RSS);
        let article = &items[0].as_ref().expect("it has a text").article;
        assert_eq!(article.id.as_deref(), Some("feed.xml"));
        assert_eq!(article.title.as_deref(), Some("Nazirlər & səfirlər"));
        assert_eq!(article.outlet.as_deref(), Some("Xəzər Gündəliyi"));
        assert_eq!(article.url.as_deref(), Some("https://xezer.example/1"));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2023-03-06"), "the day in Baku");
        assert_eq!(article.text.trim(), "Nazirlər Bakıda görüşüb.\n\nOnlar danışıb.");
        assert_eq!(article.language, None, "a feed's language is only a hint");
    }

    #[test]
    fn an_item_without_text_keeps_what_is_known() {
        let items = read(RSS);
        let Err(IngestError::OnlyALink(article)) = &items[1] else { panic!("{:?}", items[1]) };
        assert_eq!(article.id.as_deref(), Some("feed.xml#2"));
        assert_eq!(article.title.as_deref(), Some("Ancaq ad"));
        assert_eq!(article.url.as_deref(), Some("https://xezer.example/2"));
        assert_eq!(article.published, None, "a day that is none is left out");
    }

    #[test]
    fn atom_rss_1_and_json_feed_are_read() {
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>u</id><updated>2031-05-06T00:00:00Z</updated>
            <entry><title type="html">A &lt;b&gt;visit&lt;/b&gt;</title><id>x</id><link rel="self" href="https://c.example/self"/>
            <link href="/visit"/><updated>2031-05-06T01:00:00+04:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p><p>They left.</p></div></content></entry></feed>"#;
        let hints = Hints::default().with_url("https://c.example/feed");
        let items = documents(atom.as_bytes(), &hints).expect("a feed");
        let article = &items[0].as_ref().expect("a text").article;
        assert_eq!(article.title.as_deref(), Some("A visit"));
        assert_eq!(article.text.trim(), "They met.\n\nThey left.");
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-05-06"));
        assert_eq!(article.url.as_deref(), Some("https://c.example/visit"));

        let rdf = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel><title>Cais</title><link>https://cais.example</link></channel>
            <item><title>Acordo</title><link>https://cais.example/1</link><description>Foi assinado.</description></item></rdf:RDF>"#;
        assert_eq!(read(rdf)[0].as_ref().expect("a text").article.text, "Foi assinado.");

        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Cais","items":[
            {"id":"1","url":"https://cais.example/1","content_html":"<p>Foi assinado.","date_published":"2031-05-06T10:00:00Z"}]}"#;
        assert_eq!(read(json)[0].as_ref().expect("a text").article.text.trim(), "Foi assinado.");
    }

    #[test]
    fn old_versions_of_rss_are_read() {
        for start in [
            "<rss version=\"0.93\">",
            "<rss>",
            "<rss version='0.91'>",
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n<rss version=\"0.91\">",
        ] {
            let text = format!(
                "<?xml version=\"1.0\"?>\n{start}<channel><title>A</title><item><description>They met.</description></item></channel></rss>"
            );
            assert_eq!(read(&text)[0].as_ref().expect(start).article.text, "They met.", "{start}");
        }
    }

    #[test]
    fn entities_are_refused_and_not_expanded() {
        let bomb = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss version=\"2.0\"><channel><item>\
            <title>&b;</title></item></channel></rss>";
        assert_eq!(error(bomb), IngestError::Bomb { what: Excess::Entities, limit: 0 });
        let external =
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel/></rss>";
        assert_eq!(error(external).code(), "bomb");
    }

    #[test]
    fn what_is_nested_without_end_is_refused() {
        let deep = format!("<rss version=\"2.0\"><channel><item>{}", "<a>".repeat(100_000));
        assert_eq!(error(&deep), IngestError::Bomb { what: Excess::Depth, limit: 256 });
    }

    #[test]
    fn an_empty_feed_is_told_from_a_broken_one() {
        assert_eq!(error("<rss version=\"2.0\"><channel><title>A</title></channel></rss>"), IngestError::NoItems);
        assert_eq!(error("<rss version=\"2.0\"></rss>").code(), "broken");
        assert_eq!(
            error("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"A\",\"items\":[]}"),
            IngestError::NoItems
        );
    }

    #[test]
    fn hostile_titles_come_out_harmless() {
        let text = "<rss version=\"2.0\"><channel><title>\u{202E}A</title><item><title>&lt;script&gt;x&lt;/script&gt;Visit\u{7}</title>\
            <link>javascript:alert(1)</link><description>They met.</description></item></channel></rss>";
        let article = read(text).remove(0).expect("a text").article;
        assert_eq!(
            (article.title.as_deref(), article.outlet.as_deref(), article.url),
            (Some("Visit"), Some("A"), None)
        );
    }

    proptest! {
        #[test]
        fn never_panics(middle in "(<item>|</item>|<title>|<!\\[CDATA\\[|\\]\\]>|&amp;|&|<a b='c'/>|[a-z<>'/]){0,40}") {
            let text = format!("<rss version=\"2.0\"><channel><item><description>{middle}</description></item></channel></rss>");
            let _ = documents(text.as_bytes(), &Hints::default());
            let _ = documents(middle.as_bytes(), &Hints::default());
        }
    }
}
