//! What each format makes of the invented bulletin. The snapshots are reviewed like code (`cargo insta review`).

mod support;

use attache_export::{Envelope, ExportError, Format, Options, write};
use attache_schema::{Bulletin, Date, Edition, Item, Realization, Reference, Span, Testimony};
use support::{bulletin, parts, squeezed, text_of_xml, written, written_text};

#[test]
fn as_text() {
    insta::assert_snapshot!(written_text(&bulletin(), Format::Text));
}

#[test]
fn as_markdown() {
    insta::assert_snapshot!(written_text(&bulletin(), Format::Markdown));
}

#[test]
fn as_html() {
    insta::assert_snapshot!(written_text(&bulletin(), Format::Html));
}

#[test]
fn as_docx() {
    let parts = parts(&written(&bulletin(), Format::Docx));
    let shown: Vec<String> = parts
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "word/styles.xml" | "word/fontTable.xml"))
        .map(|(name, xml)| format!("=== {name}\n{}", xml.replace("<w:p>", "\n<w:p>").replace("<w:r>", "\n  <w:r>")))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn as_mail() {
    let envelope = Envelope::default()
        .with_from("Press section <press@embassy.example>")
        .with_to("Səfir Tomé Arriaga <ambassador@embassy.example>")
        .with_to("desk@ministry.example")
        .with_subject("Mətbuat icmalı, 6 mart — resenha");
    let mail = write(&bulletin(), Format::Mail, &Options::default().with_envelope(envelope)).expect("a mail");
    let mail = String::from_utf8(mail).expect("ASCII");
    insta::assert_snapshot!(mail.replace("\r\n", "\n"));
}

#[test]
fn as_json_it_is_the_bulletin() {
    let read: attache_schema::Bulletin =
        serde_json::from_slice(&written(&bulletin(), Format::Json)).expect("a bulletin");
    assert_eq!(read, bulletin());
}

#[test]
fn a_pdf_says_what_the_bulletin_says() {
    let pdf = written(&bulletin(), Format::Pdf);
    let text = squeezed(&pdf_extract::extract_text_from_mem(&pdf).expect("a PDF with text"));
    for edition in &bulletin().editions {
        for item in edition.sections.iter().flat_map(|section| &section.items) {
            assert!(text.contains(&squeezed(&item.headline)), "{}", item.headline);
            for difference in &item.differences {
                assert!(text.contains(&squeezed(difference)), "{difference}");
            }
            for clause in &item.clauses {
                let clause = squeezed(clause.span.of(&item.paragraph));
                assert!(text.contains(&clause), "{clause}\nis not in\n{text}");
            }
        }
    }
}

#[test]
fn a_pdf_knows_its_title_language_outline_and_structure() {
    let pdf = written(&bulletin(), Format::Pdf);
    let file = pdf_extract::Document::load_mem(&pdf).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(|it| it.as_str()).expect("a language"), b"en");
    assert!(catalog.has(b"Outlines") && catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
    let languages = file.objects.values().filter_map(|it| it.as_dict().ok()?.get(b"Lang").ok()?.as_str().ok());
    let mut languages: Vec<_> = languages.collect();
    languages.sort_unstable();
    assert_eq!(languages, [b"az", b"en", b"en", b"pt"], "the document's, and each edition's");
    let links = file.objects.values().filter(|it| it.as_dict().is_ok_and(|it| it.has(b"A"))).count();
    assert!(links >= 3 * (5 + 7), "contents and sources of three editions, {links}");
}

#[test]
fn letters_that_the_font_lacks_become_boxes_that_can_be_searched() {
    let mut bulletin = bulletin();
    bulletin.editions.truncate(1);
    bulletin.editions[0].sections[0].items[0].headline = "Visit of 王毅 to Baku".to_owned();
    let pdf = written(&bulletin, Format::Pdf);
    let file = pdf_extract::Document::load_mem(&pdf).expect("a PDF");
    let page = *file.get_pages().values().next().expect("a page");
    let content = file.get_page_content(page).expect("content");
    let content = String::from_utf8_lossy(&content);
    assert!(content.contains("/ActualText"), "{content}");
}

#[test]
fn a_word_that_is_wider_than_the_page_is_broken_and_not_cut() {
    let mut bulletin = bulletin();
    bulletin.editions.truncate(1);
    let long = "a".repeat(1_000);
    bulletin.editions[0].sections[0].items[0].paragraph = long.clone();
    bulletin.editions[0].sections[0].items[0].clauses.clear();
    let pdf = written(&bulletin, Format::Pdf);
    let text = squeezed(&pdf_extract::extract_text_from_mem(&pdf).expect("text"));
    assert!(text.contains(&long));
}

#[test]
fn what_a_service_translated_is_marked_in_every_format() {
    let bulletin = bulletin();
    let mark = &bulletin.editions[0].labels.translated;
    for format in [Format::Text, Format::Html] {
        assert!(written_text(&bulletin, format).contains(&format!("[{mark}]")), "{format}");
    }
    assert!(written_text(&bulletin, Format::Markdown).contains(&format!("\\[{mark}\\]")));
    let document = text_of_xml(&parts(&written(&bulletin, Format::Docx))["word/document.xml"]);
    assert!(document.contains(&format!("[{mark}]")));
    let pdf = pdf_extract::extract_text_from_mem(&written(&bulletin, Format::Pdf)).expect("text");
    assert!(squeezed(&pdf).contains(&squeezed(&format!("[{mark}]"))));
}

#[test]
fn evidence_stays_at_home_if_it_is_left() {
    let bulletin = bulletin();
    let sentence = "Segundo o ministério, o volume previsto é de 1,2 mil milhões";
    let mut bulletin_in_english = bulletin.clone();
    bulletin_in_english.editions.truncate(1);
    for format in [Format::Html, Format::Docx] {
        let shown = |options: &Options| {
            let file = write(&bulletin_in_english, format, options).expect("a file");
            match format {
                Format::Docx => parts(&file)["word/document.xml"].clone(),
                _ => String::from_utf8(file).expect("UTF-8"),
            }
        };
        assert!(shown(&Options::default()).contains(sentence), "{format}");
        assert!(!shown(&Options::default().without_evidence()).contains(sentence), "{format}");
    }
}

#[test]
fn editions_are_chosen_and_ordered() {
    let bulletin = bulletin();
    let last = bulletin.editions[2].clone();
    let options = Options::default().with_editions([last.language.to_uppercase(), "en".to_owned(), "en".to_owned()]);
    for format in [Format::Text, Format::Html, Format::Markdown] {
        let text = String::from_utf8(write(&bulletin, format, &options).expect("a file")).expect("UTF-8");
        let place = |edition: &Edition| text.find(&edition.title);
        assert!(place(&last) < place(&bulletin.editions[0]), "{format}");
        assert_eq!(place(&bulletin.editions[1]), None, "{format}");
    }
    let json = write(&bulletin, Format::Json, &options).expect("JSON");
    let read: attache_schema::Bulletin = serde_json::from_slice(&json).expect("a bulletin");
    assert_eq!(read.editions.len(), 2);
    assert_eq!(read.stories, bulletin.stories);
}

#[test]
fn a_bulletin_is_split_into_a_file_per_language() {
    let bulletin = bulletin();
    let files = Options::default().split(&bulletin).expect("editions");
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["en", "pt", "az"]);
    for ((_, options), edition) in files.iter().zip(&bulletin.editions) {
        let text = String::from_utf8(write(&bulletin, Format::Text, options).expect("a file")).expect("UTF-8");
        let titles = bulletin.editions.iter().filter(|other| text.contains(&format!("{}\n=", other.title)));
        assert_eq!(titles.map(|other| &other.language).collect::<Vec<_>>(), [&edition.language]);
    }
    let two = Options::default().with_editions(["pt", "en"]).split(&bulletin).expect("editions");
    assert_eq!(two.len(), 2);
}

#[test]
fn a_language_that_is_not_there_is_an_error_with_those_that_are() {
    let error = write(&bulletin(), Format::Text, &Options::default().with_editions(["tr"])).unwrap_err();
    assert_eq!(error.to_string(), "the bulletin is not said in `tr`");
    assert_eq!(error.remedy(), "its languages are en, pt, az");
    let mut empty = bulletin();
    empty.editions.clear();
    assert_eq!(write(&empty, Format::Json, &Options::default()), Err(ExportError::NoEdition));
}

#[test]
fn a_day_without_news_says_so() {
    let mut bulletin = bulletin();
    bulletin.editions.iter_mut().for_each(|edition| edition.sections.clear());
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = written_text(&bulletin, format);
        assert!(text.contains("No news today.") && !text.contains("Contents"), "{format}: {text}");
    }
    let document = text_of_xml(&parts(&written(&bulletin, Format::Docx))["word/document.xml"]);
    assert!(document.contains("No news today.") && !document.contains("Contents"));
    let pdf = pdf_extract::extract_text_from_mem(&written(&bulletin, Format::Pdf)).expect("text");
    assert!(squeezed(&pdf).contains("Nonewstoday."));
}

#[test]
fn a_bulletin_of_nothing_is_a_file_in_every_format() {
    let mut bulletin = bulletin();
    bulletin.letterhead.clear();
    bulletin.sources.clear();
    bulletin.stories.clear();
    bulletin.date = Date::checked(None, Some(3), Some(6));
    bulletin.editions = vec![Edition::default()];
    for format in Format::ALL {
        written(&bulletin, format);
    }
}

#[test]
fn who_is_quoted_twice_is_listed_once_and_a_flood_of_sources_is_dammed() {
    let mut bulletin = bulletin();
    bulletin.editions.truncate(1);
    bulletin.sources = (0..50_000).map(|it| Reference { id: format!("s{it}"), ..Reference::default() }).collect();
    bulletin.stories[0].sources = (0..50_000).collect();
    let text = written_text(&bulletin, Format::Text);
    assert!(text.contains("– s99\n") && !text.contains("– s100\n"));
}

#[test]
fn the_headings_of_a_docx_have_levels_and_its_runs_languages() {
    let parts = parts(&written(&bulletin(), Format::Docx));
    let document = &parts["word/document.xml"];
    let styles = &parts["word/styles.xml"];
    for (style, base, level) in
        [("IssueTitle", "Heading1", 0), ("Section", "Heading2", 1), ("ItemHeading", "Heading3", 2)]
    {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\""))
                && styles.contains(&format!("<w:outlineLvl w:val=\"{level}\"/>"))
        );
        assert!(styles.contains(&format!("<w:basedOn w:val=\"{base}\"/>")));
    }
    for used in document.split("Style w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used} is used and not there");
    }
    assert_eq!(document.matches("<w:t ").count(), document.matches("<w:lang ").count(), "every run has its language");
    for tag in ["en", "pt", "az"] {
        assert!(document.contains(&format!("<w:lang w:val=\"{tag}\"/>")));
    }
    assert_eq!(document.matches("<w:sectPr>").count(), 3);
}

#[test]
fn an_edition_that_runs_to_the_left_says_so() {
    let mut bulletin = bulletin();
    bulletin.editions.truncate(1);
    let edition = &mut bulletin.editions[0];
    edition.sections.iter_mut().flat_map(|section| &mut section.items).for_each(|item| {
        item.paragraph = "زار السفير مدينة باكو.".to_owned();
        item.clauses.clear();
    });
    assert!(written_text(&bulletin, Format::Html).contains("dir=\"rtl\""));
    assert!(parts(&written(&bulletin, Format::Docx))["word/document.xml"].contains("<w:bidi/>"));
}

/// The first story of the first edition, alone, with one clause that is the whole paragraph.
fn one_clause(change: impl FnOnce(&mut Item)) -> Bulletin {
    let mut bulletin = bulletin();
    bulletin.editions.truncate(1);
    bulletin.editions[0].sections.truncate(1);
    bulletin.editions[0].notes.clear();
    let items = &mut bulletin.editions[0].sections[0].items;
    items.truncate(1);
    items[0].clauses.truncate(1);
    items[0].clauses[0].sources.truncate(1);
    items[0].paragraph = "The ministers met.".to_owned();
    change(&mut items[0]);
    items[0].clauses[0].span = Span::new(0, items[0].paragraph.len());
    bulletin
}

#[test]
fn a_translation_that_names_its_service_is_marked_once_and_with_it() {
    let mark = bulletin().editions[0].labels.translated.clone();
    let bulletin = one_clause(|item| {
        item.paragraph = format!("The old museum [closed] is open. [{mark}: echo]");
        item.clauses[0].realization = Realization::Translated;
    });
    let page = written_text(&bulletin, Format::Html);
    assert!(page.contains(&format!("<span class=\"mark\">[{mark}: echo]</span>")), "{page}");
    for format in [Format::Html, Format::Text] {
        let written = written_text(&bulletin, format);
        assert_eq!(written.matches(mark.as_str()).count(), 1, "{format}: {written}");
        assert!(written.contains("The old museum [closed] is open."), "{format}: {written}");
    }
}

#[test]
fn a_clause_shows_what_each_source_says() {
    let bulletin = one_clause(|item| {
        let further =
            Testimony { source: 1, evidence: vec![Span::new(0, 5)], sentence: "Elas reuniram-se em Riga.".to_owned() };
        item.clauses[0].further = vec![further];
    });
    let page = written_text(&bulletin, Format::Html);
    let reference = &bulletin.sources[1];
    let outlet = reference.outlet.as_deref().expect("an outlet");
    let quote = format!(
        "<q lang=\"{}\" dir=\"auto\">Elas reuniram-se em Riga.</q><span class=\"outlets\" dir=\"auto\">{outlet}</span>",
        reference.language
    );
    assert!(page.contains(&quote), "{page}");
    let document = &parts(&written(&bulletin, Format::Docx))["word/document.xml"];
    assert!(document.contains("Elas reuniram-se em Riga."), "the tip of the clause has it: {document}");
}

#[test]
fn a_headline_in_another_language_says_so_to_programs() {
    let bulletin = one_clause(|item| {
        item.headline = "Nazirlər görüşüb".to_owned();
        item.headline_language = Some("az".to_owned());
    });
    let page = written_text(&bulletin, Format::Html);
    assert_eq!(page.matches("<span lang=\"az\" dir=\"auto\">Nazirlər görüşüb</span>").count(), 2, "{page}");
    let document = &parts(&written(&bulletin, Format::Docx))["word/document.xml"];
    assert!(document.contains("w:val=\"az\""), "{document}");
}

#[test]
fn the_days_of_sources_stand_in_the_editions_words() {
    let mut bulletin = bulletin();
    let day = bulletin.sources[0].published.expect("a day");
    bulletin.editions[0].days.insert(day, "the ides of March".to_owned());
    let text = written_text(&bulletin, Format::Text);
    let (first, others) = text.split_once("* * *").expect("several editions");
    assert!(first.contains("the ides of March") && !first.contains(&day.to_string()), "{first}");
    assert!(others.contains(&day.to_string()), "an edition without words has the figures: {others}");
}
