//! What of a PDF document would blow up, found before it does.
//!
//! Knows what the crate that reads them does without a bound: it unpacks any stream whole, reads pictures as if they were
//! pages, and follows forms that draw each other, and pages that are each other's parents, until the stack ends.

use std::collections::BTreeMap;
use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document as Pdf, Object, ObjectId, Stream};

use crate::{Excess, Format, IngestError};

/// How many bytes all streams may unpack to together, pictures aside.
const LARGEST: u64 = 50_000_000;

/// How many bytes may come out of each that went in; operators seldom pass thirty.
const RATIO: u64 = 200;

/// Below this size nothing is a bomb, whatever its ratio.
const SMALL: u64 = 4_000_000;

/// How many bytes the operators of one page or form may have. Pages of text have a hundredth.
const LARGEST_CONTENT: usize = 4_000_000;

/// How deep forms may stand in one another.
const DEEPEST: usize = 12;

/// How many forms a page may draw, counted each time they are drawn.
const MOST_FORMS: usize = 2_000;

/// How far back from its beginning a stream is described.
const DESCRIBED_WITHIN: usize = 1_000;

/// Unpacks every stream into nothing, and counts. Streams are found by their key word, whatever the tables say: what is in
/// the file twice or under a wrong name counts as well.
pub(super) fn check_streams(bytes: &[u8]) -> Result<(), IngestError> {
    check_filters(bytes)?;
    let (mut left, mut at) = (LARGEST, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let start = at + found + b"stream".len();
        at = start;
        let data = &bytes[start..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        let is_packed =
            data.len() > 2 && data[0] & 0x0F == 8 && (u16::from(data[0]) << 8 | u16::from(data[1])) % 31 == 0;
        if !is_packed || is_picture(bytes, start) {
            continue;
        }
        // A stream that is broken ends where it breaks, here as there.
        let mut unpacking = ZlibDecoder::new(data).take(left + 1);
        let unpacked = io::copy(&mut unpacking, &mut io::sink()).unwrap_or(0);
        if unpacked > SMALL && unpacked / RATIO > unpacking.get_ref().total_in() {
            return Err(IngestError::Bomb { what: Excess::Ratio, limit: RATIO });
        }
        left = left.checked_sub(unpacked).ok_or(IngestError::Bomb { what: Excess::Unpacked, limit: LARGEST })?;
    }
    Ok(())
}

/// Packing twice, or by LZW, gives thousands of bytes for one, and neither is used by programs of this century.
fn check_filters(bytes: &[u8]) -> Result<(), IngestError> {
    if find(bytes, b"LZWDecode").is_some() {
        return Err(IngestError::broken(Format::Pdf, "it is packed by LZW, which is not read"));
    }
    let mut rest = bytes;
    while let Some(found) = find(rest, b"FlateDecode") {
        rest = &rest[found + b"FlateDecode".len()..];
        let next = rest.trim_ascii_start();
        if next.starts_with(b"/FlateDecode") || next.starts_with(b"/Fl ") || next.starts_with(b"/Fl]") {
            return Err(IngestError::broken(Format::Pdf, "it is packed twice"));
        }
    }
    Ok(())
}

/// Whether the stream that begins there is a picture. It stays packed, for its content is blanked before pages are drawn.
fn is_picture(bytes: &[u8], start: usize) -> bool {
    let before = &bytes[start.saturating_sub(DESCRIBED_WITHIN)..start];
    let description = before.windows(4).rposition(|window| window == b" obj").map_or(before, |at| &before[at..]);
    find(description, b"/Image").is_some() && find(description, b"ObjStm").is_none()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, wanted)
}

/// Takes the content out of all pictures.
pub(super) fn blank_pictures(pdf: &mut Pdf) {
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && is_of_subtype(stream, b"Image")
        {
            stream.set_plain_content(Vec::new());
        }
    }
}

fn is_of_subtype(stream: &Stream, name: &[u8]) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == name)
}

/// Looks through one page: its parents, its content, and what it draws.
pub(super) fn check_page(pdf: &Pdf, id: ObjectId) -> Result<(), IngestError> {
    check_parents(pdf, id)?;
    let Ok(page) = pdf.get_dictionary(id) else { return Ok(()) };
    let content = pdf.get_page_content(id).unwrap_or_default();
    let mut forms = Forms { pdf, drawn: 0, names: BTreeMap::new() };
    let resources = inherited_resources(pdf, page);
    forms.follow(&content, resources, 0)
}

fn check_parents(pdf: &Pdf, id: ObjectId) -> Result<(), IngestError> {
    let mut id = id;
    for _ in 0..64 {
        let parent = pdf.get_dictionary(id).and_then(|node| node.get(b"Parent")).and_then(Object::as_reference);
        let Ok(parent) = parent else { return Ok(()) };
        id = parent;
    }
    Err(IngestError::broken(Format::Pdf, "its pages have no root"))
}

/// The resources of a page, or of the next of its parents that has some.
fn inherited_resources<'a>(pdf: &'a Pdf, page: &'a Dictionary) -> Option<&'a Dictionary> {
    let mut node = page;
    for _ in 0..64 {
        if let Some(found) = dictionary(pdf, node, b"Resources") {
            return Some(found);
        }
        node = node.get(b"Parent").and_then(Object::as_reference).and_then(|id| pdf.get_dictionary(id)).ok()?;
    }
    None
}

fn dictionary<'a>(pdf: &'a Pdf, owner: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    owner.get_deref(key, pdf).and_then(Object::as_dict).ok()
}

/// What a page draws besides itself.
struct Forms<'a> {
    pdf: &'a Pdf,
    drawn: usize,
    /// What each form draws, by where it stands in memory: forms are drawn again and again.
    names: BTreeMap<usize, Vec<Vec<u8>>>,
}

impl<'a> Forms<'a> {
    fn follow(&mut self, content: &[u8], resources: Option<&'a Dictionary>, depth: usize) -> Result<(), IngestError> {
        for name in drawn_in(content)? {
            self.follow_form(&name, resources, depth)?;
        }
        Ok(())
    }

    fn follow_form(&mut self, name: &[u8], outer: Option<&'a Dictionary>, depth: usize) -> Result<(), IngestError> {
        let form = outer.and_then(|outer| dictionary(self.pdf, outer, b"XObject")).and_then(|all| {
            let found = all.get_deref(name, self.pdf).and_then(Object::as_stream).ok();
            found.filter(|stream| is_of_subtype(stream, b"Form"))
        });
        let Some(form) = form else { return Ok(()) };
        self.drawn += 1;
        if depth == DEEPEST || self.drawn > MOST_FORMS {
            return Err(IngestError::Bomb { what: Excess::Depth, limit: DEEPEST as u64 });
        }
        let inner = self.drawn_by(form)?;
        let resources = dictionary(self.pdf, &form.dict, b"Resources").or(outer);
        for name in inner {
            self.follow_form(&name, resources, depth + 1)?;
        }
        Ok(())
    }

    fn drawn_by(&mut self, form: &Stream) -> Result<Vec<Vec<u8>>, IngestError> {
        let key = std::ptr::from_ref(form) as usize;
        if let Some(known) = self.names.get(&key) {
            return Ok(known.clone());
        }
        let names = drawn_in(&form.get_plain_content().unwrap_or_default())?;
        self.names.insert(key, names.clone());
        Ok(names)
    }
}

/// The names of what operators draw.
fn drawn_in(content: &[u8]) -> Result<Vec<Vec<u8>>, IngestError> {
    if content.len() > LARGEST_CONTENT {
        return Err(IngestError::Bomb { what: Excess::Unpacked, limit: LARGEST_CONTENT as u64 });
    }
    // Most pages draw nothing, and need not be read twice.
    if find(content, b"Do").is_none() {
        return Ok(Vec::new());
    }
    let Ok(content) = Content::decode(content) else { return Ok(Vec::new()) };
    let drawing = content.operations.iter().filter(|operation| operation.operator == "Do");
    Ok(drawing.filter_map(|operation| operation.operands.first()?.as_name().ok().map(<[u8]>::to_vec)).collect())
}
