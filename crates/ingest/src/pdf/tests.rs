//! Documents made here, letter by letter, and read again.

use std::io::Write;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document as Pdf, Object, Stream, StringFormat};
use proptest::prelude::*;

use super::*;

/// Lines with where they stand and how large they are.
type Lines<'a> = &'a [(f32, f32, f32, &'a str)];

/// A document of those pages. All letters are in its font, whose table says which they are.
fn pdf(pages: &[Lines<'_>]) -> Pdf {
    let mut letters: Vec<char> = pages.iter().flat_map(|page| page.iter()).flat_map(|line| line.3.chars()).collect();
    letters.sort_unstable();
    letters.dedup();
    let mut pdf = Pdf::with_version("1.5");
    let mut table = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n",
    );
    for (code, letter) in letters.iter().enumerate() {
        table.push_str(&format!("1 beginbfchar <{:02X}> <{:04X}> endbfchar\n", code + 1, *letter as u32));
    }
    table.push_str("endcmap end end");
    let table = pdf.add_object(Stream::new(Dictionary::new(), table.into_bytes()));
    let widths = vec![Object::Integer(500); 255];
    let font = pdf.add_object(dictionary(&[
        ("Type", name("Font")),
        ("Subtype", name("TrueType")),
        ("BaseFont", name("Invented")),
        ("Encoding", name("WinAnsiEncoding")),
        ("FirstChar", 1.into()),
        ("LastChar", 255.into()),
        ("Widths", widths.into()),
        (
            "FontDescriptor",
            Object::Dictionary(dictionary(&[("Type", name("FontDescriptor")), ("FontName", name("Invented"))])),
        ),
        ("ToUnicode", table.into()),
    ]));
    let root = pdf.new_object_id();
    let mut kids = Vec::new();
    for page in pages {
        let mut operations = Vec::new();
        for (x, y, size, text) in *page {
            let codes: Vec<u8> =
                text.chars().map(|c| letters.binary_search(&c).expect("it is there") as u8 + 1).collect();
            operations.push(Operation::new("BT", vec![]));
            operations.push(Operation::new("Tf", vec![name("F1"), (*size).into()]));
            operations.push(Operation::new("Td", vec![(*x).into(), (*y).into()]));
            operations.push(Operation::new("Tj", vec![Object::String(codes, StringFormat::Hexadecimal)]));
            operations.push(Operation::new("ET", vec![]));
        }
        let content = Content { operations }.encode().expect("operations");
        let content = pdf.add_object(Stream::new(Dictionary::new(), content));
        kids.push(Object::from(pdf.add_object(dictionary(&[
            ("Type", name("Page")),
            ("Parent", root.into()),
            ("Contents", content.into()),
        ]))));
    }
    let fonts = dictionary(&[("F1", font.into())]);
    pdf.objects.insert(
        root,
        Object::Dictionary(dictionary(&[
            ("Type", name("Pages")),
            ("Count", (kids.len() as i64).into()),
            ("Kids", kids.into()),
            ("Resources", Object::Dictionary(dictionary(&[("Font", Object::Dictionary(fonts))]))),
            ("MediaBox", vec![0.into(), 0.into(), 595.into(), 842.into()].into()),
        ])),
    );
    let catalog = pdf.add_object(dictionary(&[("Type", name("Catalog")), ("Pages", root.into())]));
    pdf.trailer.set("Root", catalog);
    pdf
}

fn dictionary(entries: &[(&str, Object)]) -> Dictionary {
    entries.iter().fold(Dictionary::new(), |mut all, (key, value)| {
        all.set(*key, value.clone());
        all
    })
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn saved(mut pdf: Pdf) -> Vec<u8> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("there is memory");
    bytes
}

fn read(pages: &[Lines<'_>]) -> Article {
    document(&saved(pdf(pages)), &Hints::default()).expect("a document").article
}

fn error(bytes: &[u8]) -> IngestError {
    document(bytes, &Hints::default()).expect_err("no document")
}

#[test]
fn letters_of_all_three_languages_survive() {
    let article = read(&[&[
        (70.0, 700.0, 18.0, "Nazirlər görüşüb"),
        (70.0, 660.0, 11.0, "Azərbaycanın xarici işlər naziri Bakıda çıxış edib, ğ, İ, I, ı, ö, ü."),
        (70.0, 620.0, 11.0, "O ministro não foi a São Tomé: «à tarde», disse; 50 €."),
    ]]);
    assert_eq!(article.title.as_deref(), Some("Nazirlər görüşüb"));
    assert_eq!(
        article.text,
        "Azərbaycanın xarici işlər naziri Bakıda çıxış edib, ğ, İ, I, ı, ö, ü.\n\nO ministro não foi a São Tomé: «à tarde», disse; 50 €.\n"
    );
    assert_eq!(article.published, None);
}

#[test]
fn lines_become_paragraphs() {
    let article = read(&[&[
        (70.0, 700.0, 10.0, "The ministers of the two countries met on Monday in the"),
        (70.0, 688.0, 10.0, "capital and spoke of trade, transport and energy."),
        (82.0, 676.0, 10.0, "An indent begins a paragraph, as does a gap, though the"),
        (70.0, 664.0, 10.0, "next line goes on."),
        (70.0, 640.0, 10.0, "They will meet again."),
    ]]);
    assert_eq!(
        article.text,
        "The ministers of the two countries met on Monday in the capital and spoke of trade, transport and energy.\n\n\
         An indent begins a paragraph, as does a gap, though the next line goes on.\n\nThey will meet again.\n"
    );
}

#[test]
fn words_are_put_together_only_where_the_document_shows_that_they_are_one() {
    let article = read(&[&[
        (70.0, 700.0, 10.0, "They spoke of cooperation, of the long-"),
        (70.0, 688.0, 10.0, "term plan, of coop-"),
        (70.0, 676.0, 10.0, "eration between Azerbaijan-"),
        (70.0, 664.0, 10.0, "Portugal business bodies, in a long-term view."),
    ]]);
    assert_eq!(
        article.text,
        "They spoke of cooperation, of the long-term plan, of cooperation between Azerbaijan-Portugal business bodies, in a long-term view.\n"
    );
}

#[test]
fn heads_feet_and_numbers_of_pages_go_and_sentences_go_on_over_pages() {
    let page = |number: &'static str, first: &'static str, last: &'static str| {
        vec![
            (70.0, 800.0, 9.0, "The Harbour Post, 6 March 2031"),
            (70.0, 700.0, 10.0, first),
            (70.0, 688.0, 10.0, last),
            (300.0, 40.0, 9.0, number),
        ]
    };
    let (one, two) =
        (page("1", "They met in Baku.", "Then they spoke of"), page("- 2 -", "trade, energy.", "They left."));
    let article = read(&[&one, &two]);
    assert_eq!(article.text, "They met in Baku. Then they spoke of trade, energy. They left.\n");
}

#[test]
fn gaps_are_blanks_and_columns_stay_apart() {
    let article = read(&[&[
        (70.0, 700.0, 10.0, "They"),
        (93.0, 700.0, 10.0, "met."),
        (70.0, 670.0, 10.0, "Latvia"),
        (300.0, 670.0, 10.0, "yes"),
    ]]);
    assert_eq!(article.text, "They met.\n\nLatvia\n\nyes\n");
}

#[test]
fn a_scan_has_no_text() {
    assert_eq!(error(&saved(pdf(&[&[]]))), IngestError::NoText { format: Format::Pdf });
    let numbers: Lines<'_> = &[(70.0, 700.0, 10.0, "\u{E001}\u{E002}a")];
    assert_eq!(error(&saved(pdf(&[numbers]))).code(), "broken");
}

#[test]
fn what_is_no_document_is_broken() {
    for bytes in [b"%PDF-1.7\n".as_slice(), b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF", b""] {
        assert!(matches!(error(bytes).code(), "broken" | "no-text"), "{:?}", error(bytes));
    }
    let whole = saved(pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]));
    let _ = document(&whole[..whole.len() / 2], &Hints::default());
}

#[test]
fn a_password_is_asked_for() {
    use pdf_extract::{EncryptionState, EncryptionVersion, Permissions};
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    let id = Object::String(b"0123456789abcdef".to_vec(), StringFormat::Hexadecimal);
    made.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let version = EncryptionVersion::V2 {
        document: &made,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a state");
    made.encrypt(&state).expect("it is plain");
    assert_eq!(error(&saved(made)), IngestError::Locked);
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    made.add_object(packed(Dictionary::new(), 5_000_000));
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Ratio, limit: 200 });
    let twice = b"%PDF-1.7\n1 0 obj\n<</Filter [/FlateDecode /FlateDecode]>>\nstream\n";
    assert_eq!(error(twice).code(), "broken");
}

#[test]
fn pictures_are_not_unpacked_nor_read() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    let picture = packed(dictionary(&[("Type", name("XObject")), ("Subtype", name("Image"))]), 5_000_000);
    let picture = made.add_object(picture);
    draw_also(&mut made, picture);
    assert_eq!(document(&saved(made), &Hints::default()).expect("a document").article.text, "They met.\n");
}

/// So many blanks, packed.
fn packed(about: Dictionary, size: usize) -> Stream {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(4));
    packer.write_all(&vec![b' '; size]).expect("there is memory");
    let mut stream = Stream::new(about, packer.finish().expect("there is memory"));
    stream.dict.set("Filter", name("FlateDecode"));
    stream
}

/// Has the first page draw an object under the name `X` too.
fn draw_also(pdf: &mut Pdf, object: ObjectId) {
    let page = pdf.get_pages()[&1];
    let content = [pdf.get_page_content(page).expect("content"), b"\n/X Do".to_vec()].concat();
    let content = pdf.add_object(Stream::new(Dictionary::new(), content));
    let root = pdf.get_dictionary(page).expect("a page").get(b"Parent").and_then(Object::as_reference).expect("a root");
    pdf.get_dictionary_mut(page).expect("a page").set("Contents", content);
    let resources = pdf.get_dictionary_mut(root).expect("a root").get_mut(b"Resources").and_then(Object::as_dict_mut);
    resources.expect("resources").set("XObject", dictionary(&[("X", object.into())]));
}

#[test]
fn forms_are_read_and_forms_that_draw_themselves_are_refused() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    let form = Stream::new(dictionary(&[("Type", name("XObject")), ("Subtype", name("Form"))]), b"/X Do".to_vec());
    let form = made.add_object(form);
    draw_also(&mut made, form);
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Depth, limit: 12 });

    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "met"), (70.0, 100.0, 10.0, "They.")]]);
    let inner = made.get_page_content(made.get_pages()[&1]).expect("content");
    let form = Stream::new(dictionary(&[("Type", name("XObject")), ("Subtype", name("Form"))]), inner);
    let form = made.add_object(form);
    draw_also(&mut made, form);
    assert_eq!(
        document(&saved(made), &Hints::default()).expect("a document").article.text,
        "met\n\nThey.\n\nmet\n\nThey.\n"
    );
}

#[test]
fn pages_that_are_their_own_parents_are_refused() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    let page = made.get_pages()[&1];
    made.get_dictionary_mut(page).expect("a page").set("Parent", page);
    assert_eq!(error(&saved(made)).code(), "broken");
}

/// A stream packed by LZW as such documents are.
fn lzw(about: Dictionary, content: &[u8]) -> Stream {
    let mut packer = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8);
    let mut stream = Stream::new(about, packer.encode(content).expect("there is memory"));
    stream.dict.set("Filter", name("LZWDecode"));
    stream
}

/// Puts another content in the place of the first page's.
fn repack(pdf: &mut Pdf, pack: impl FnOnce(&[u8]) -> Stream) {
    let page = pdf.get_pages()[&1];
    let content = pdf.get_page_content(page).expect("content");
    let content = pdf.add_object(pack(&content));
    pdf.get_dictionary_mut(page).expect("a page").set("Contents", content);
}

#[test]
fn what_is_packed_by_lzw_is_read_within_the_limits() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    repack(&mut made, |content| lzw(Dictionary::new(), content));
    assert_eq!(document(&saved(made), &Hints::default()).expect("a document").article.text, "They met.\n");

    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    made.add_object(lzw(Dictionary::new(), &vec![b' '; 5_000_000]));
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Ratio, limit: 200 });
}

#[test]
fn a_bomb_is_found_behind_letters_in_the_place_of_bytes() {
    let mut packed = packed(Dictionary::new(), 5_000_000);
    let mut letters: Vec<u8> = Vec::new();
    for group in packed.content.chunks(4) {
        let mut bytes = [0; 4];
        bytes[..group.len()].copy_from_slice(group);
        let number = u32::from_be_bytes(bytes);
        letters.extend((0..5).rev().map(|place| (number / 85_u32.pow(place) % 85) as u8 + b'!'));
    }
    letters.extend(b"~>");
    packed.set_content(letters);
    packed.dict.set("Filter", Object::Array(vec![name("ASCII85Decode"), name("FlateDecode")]));
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    made.add_object(packed);
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Ratio, limit: 200 });
}

#[test]
fn what_only_pretends_to_be_a_picture_is_weighed() {
    let mut made = pdf(&[&[(70.0, 700.0, 10.0, "They met.")]]);
    made.add_object(packed(dictionary(&[("Kind", name("Image"))]), 5_000_000));
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Ratio, limit: 200 });
}

#[test]
fn tables_without_end_are_refused() {
    for hostile in [
        "1 0 obj\n<</Type /XRef /W [0 0 0] /Index [0 9223372036854775807] /Size 1>>\nstream\n\nendstream",
        "1 0 obj\n<</Type /XRef /W%\n[ 0 %x\n 0 0] /Size 1>>\nstream\n\nendstream",
        "1 0 obj\n<</Type /XRef /W [1 999999999999999 1] /Size 1>>\nstream\n\nendstream",
        "1 0 obj\n<</Type /XRef /#57 [0 0 0] /Size 1>>\nstream\n\nendstream",
        "1 0 obj\n<</DecodeParms <</Predictor 12 /Columns 99999999999>> >>\nstream\n\nendstream",
        "1 0 obj\n<</Filter [/Flate#44ecode /FlateDecode]>>\nstream\n\nendstream",
    ] {
        let file = format!("%PDF-1.7\n{hostile}\nstartxref\n9\n%%EOF");
        assert!(matches!(guard::check_streams(file.as_bytes()), Err(IngestError::Broken { .. })), "{hostile}");
    }
    // Widths of letters are no fields, and colours may be numbered.
    let widths = b"1 0 obj\n<</W [0 [500 600] 7 9 1000] /BaseFont /A#20B /W [1 2 1]>>\nendobj";
    assert_eq!(guard::check_streams(widths), Ok(()));
}

/// A document of so many pages with one font, whose table lists one range.
fn with_range(pages: usize, first: u32, last: u32) -> Pdf {
    let lines: Lines<'_> = &[(70.0, 700.0, 10.0, "They met.")];
    let mut made = pdf(&vec![lines; pages]);
    let table = made.objects.values_mut().find_map(|object| {
        let stream = object.as_stream_mut().ok()?;
        find(&stream.content, b"begincmap").then_some(stream)
    });
    let table = table.expect("a font has one");
    let range = format!("1 beginbfrange <{first:08X}> <{last:08X}> <0041> endbfrange\nendcmap end end");
    let text = String::from_utf8(table.content.clone()).expect("it is text").replace("endcmap end end", &range);
    table.set_content(text.into_bytes());
    made
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn fonts_of_letters_without_end_are_refused_and_counted_for_each_page() {
    let refused = IngestError::Bomb { what: Excess::Unpacked, limit: 300_000_000 };
    assert_eq!(error(&saved(with_range(1, 0, u32::MAX))), refused);
    assert_eq!(error(&saved(with_range(4, 0x1_0000, 0x1_0000 + 100_000_000))), refused);
    let read = document(&saved(with_range(1, 0x1_0000, 0x1_0000 + 100)), &Hints::default());
    assert_eq!(read.expect("a document").article.text, "They met.\n");
}

#[test]
fn what_many_pages_share_is_counted_for_each() {
    let lines: Lines<'_> = &[(70.0, 700.0, 10.0, "They met.")];
    let mut made = pdf(&vec![lines; 200]);
    let long = made.add_object(Stream::new(Dictionary::new(), vec![b' '; 2_000_000]));
    for page in made.get_pages().into_values().collect::<Vec<_>>() {
        made.get_dictionary_mut(page).expect("a page").set("Contents", long);
    }
    assert_eq!(error(&saved(made)), IngestError::Bomb { what: Excess::Unpacked, limit: 300_000_000 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn never_panics_on_a_damaged_document(places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = saved(pdf(&[&[(70.0, 700.0, 10.0, "They met in Baku.")]]));
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = document(&bytes, &Hints::default());
    }
}
