//! What of a PDF document would blow up, found before it does.
//!
//! Knows what the crate that reads them does without a bound: it unpacks any stream whole, reads pictures as if they were
//! pages, follows forms that draw each other, and pages that are each other's parents, until the stack ends, writes out the ranges
//! of a font letter by letter, and draws what many pages share for each of them. What a document costs is counted before it
//! is drawn.

use std::collections::BTreeMap;
use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document as Pdf, Object, ObjectId, Stream};
use weezl::decode::Decoder;
use weezl::{BitOrder, LzwStatus};

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

/// How much one document may cost those who draw it: bytes of operators, each time they are drawn, and letters of fonts, each time
/// they are looked up. A newspaper of a hundred pages costs a twentieth.
const MOST_WORK: u64 = 300_000_000;

/// Numbers that say how wide a table or a row of a picture is are smaller.
const LARGEST_NUMBER: u64 = 1_000_000;

/// Names in whose place nobody writes another spelling (`/F#6cateDecode`), unless to hide them.
const NAMES: [&[u8]; 9] =
    [b"ASCII85Decode", b"Columns", b"FlateDecode", b"Image", b"LZWDecode", b"ObjStm", b"Subtype", b"W", b"XRef"];

/// Unpacks every stream into nothing, and counts. Streams are found by their key word, whatever the tables say: what is in
/// the file twice or under a wrong name counts as well.
pub(super) fn check_streams(bytes: &[u8]) -> Result<(), IngestError> {
    check_names(bytes)?;
    check_numbers(bytes)?;
    check_filters(bytes)?;
    let (mut scales, mut at) = (Scales::of(bytes), 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let start = at + found + b"stream".len();
        at = start;
        let data = &bytes[start..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        if !is_picture(bytes, start) {
            scales.weigh(data)?;
        }
    }
    Ok(())
}

/// Weighs what streams unpack to.
struct Scales {
    /// How many bytes may still come out.
    left: u64,
    /// Whether the file names these ways of packing at all.
    has_lzw: bool,
    has_ascii85: bool,
}

impl Scales {
    fn of(bytes: &[u8]) -> Self {
        let has_ascii85 = find(bytes, b"ASCII85Decode").is_some();
        Self { left: LARGEST, has_lzw: find(bytes, b"LZWDecode").is_some(), has_ascii85 }
    }

    /// Unpacks data in every way that the file names: which it is packed in may be said anywhere. Data that is not packed in a way
    /// breaks at once in it; a stream that is broken ends where it breaks, here as there.
    fn weigh(&mut self, data: &[u8]) -> Result<(), IngestError> {
        self.weigh_binary(data)?;
        if self.has_ascii85 {
            self.weigh_binary(&from_ascii85(data))?;
        }
        Ok(())
    }

    fn weigh_binary(&mut self, data: &[u8]) -> Result<(), IngestError> {
        let is_zlib = data.len() > 2 && data[0] & 0x0F == 8 && (u16::from(data[0]) << 8 | u16::from(data[1])) % 31 == 0;
        if is_zlib {
            let mut unpacking = ZlibDecoder::new(data).take(self.left + 1);
            let unpacked = io::copy(&mut unpacking, &mut io::sink()).unwrap_or(0);
            self.count(unpacked, unpacking.get_ref().total_in())?;
        }
        if self.has_lzw {
            for decoder in [Decoder::with_tiff_size_switch(BitOrder::Msb, 8), Decoder::new(BitOrder::Msb, 8)] {
                let (unpacked, packed) = lzw_size(decoder, data, self.left + 1);
                self.count(unpacked, packed)?;
            }
        }
        Ok(())
    }

    fn count(&mut self, unpacked: u64, packed: u64) -> Result<(), IngestError> {
        if unpacked > SMALL && unpacked / RATIO > packed {
            return Err(IngestError::Bomb { what: Excess::Ratio, limit: RATIO });
        }
        self.left =
            self.left.checked_sub(unpacked).ok_or(IngestError::Bomb { what: Excess::Unpacked, limit: LARGEST })?;
        Ok(())
    }
}

/// How many bytes come out of data that is packed by LZW, up to a limit, and of how many.
fn lzw_size(mut decoder: Decoder, data: &[u8], limit: u64) -> (u64, u64) {
    let (mut unpacked, mut packed) = (0, 0_usize);
    let mut sheet = vec![0; 1 << 16];
    while unpacked < limit {
        let step = decoder.decode_bytes(data.get(packed..).unwrap_or_default(), &mut sheet);
        packed += step.consumed_in;
        unpacked += step.consumed_out as u64;
        if !matches!(step.status, Ok(LzwStatus::Ok)) || (step.consumed_in, step.consumed_out) == (0, 0) {
            break;
        }
    }
    (unpacked, packed as u64)
}

/// The bytes that letters of five sixths of their number stand for, up to what is none.
fn from_ascii85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut group, mut digits) = (0_u32, 0);
    for byte in data {
        match byte {
            b'z' if digits == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                digits += 1;
            }
            byte if byte.is_ascii_whitespace() || *byte == 0 => {}
            _ => break,
        }
        if digits == 5 {
            bytes.extend(group.to_be_bytes());
            (group, digits) = (0, 0);
        }
    }
    for _ in digits..5 {
        group = group.wrapping_mul(85).wrapping_add(84);
    }
    bytes.extend(group.to_be_bytes().into_iter().take(usize::from(digits > 0) * (digits as usize).saturating_sub(1)));
    bytes
}

/// Names of which letters are written as numbers are read as the names that they are, which a search does not find.
fn check_names(bytes: &[u8]) -> Result<(), IngestError> {
    for at in memchr::memchr_iter(b'#', bytes) {
        let before = &bytes[at.saturating_sub(64)..at];
        let Some(length) = before.iter().rev().position(|byte| *byte == b'/') else { continue };
        let name: Vec<u8> = plain_name(&bytes[at - length..bytes.len().min(at + 64)]);
        if NAMES.contains(&name.as_slice()) {
            return Err(IngestError::broken(Format::Pdf, "it hides what it is packed in"));
        }
    }
    Ok(())
}

/// A name up to its end, its numbers as letters.
fn plain_name(bytes: &[u8]) -> Vec<u8> {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0 || b"()<>[]{}/%".contains(byte);
    let mut rest = &bytes[..bytes.iter().position(ends).unwrap_or(bytes.len())];
    let mut name = Vec::new();
    while let Some((first, after)) = rest.split_first() {
        let number = after.get(..2).and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        match number.filter(|_| *first == b'#') {
            Some(letter) => {
                name.push(letter);
                rest = &after[2..];
            }
            None => {
                name.push(*first);
                rest = after;
            }
        }
    }
    name
}

/// The table of objects may say that its fields have no bytes, so that it has entries without end, or more than there is memory;
/// and so may the rows that the packed bytes were made of.
fn check_numbers(bytes: &[u8]) -> Result<(), IngestError> {
    let refused = || IngestError::broken(Format::Pdf, "its tables make no sense");
    for at in memchr::memmem::find_iter(bytes, b"/W") {
        let numbers = numbers_after(&bytes[at + 2..]);
        if matches!(numbers[..], [a, b, c] if a > LARGEST_NUMBER || b > LARGEST_NUMBER || c > LARGEST_NUMBER || a + b + c == 0)
        {
            return Err(refused());
        }
    }
    for name in [&b"/Columns"[..], b"/Colors", b"/BitsPerComponent"] {
        for at in memchr::memmem::find_iter(bytes, name) {
            if numbers_after(&bytes[at + name.len()..]).first().is_some_and(|number| *number > LARGEST_NUMBER) {
                return Err(refused());
            }
        }
    }
    Ok(())
}

/// The numbers that follow, at most three, in brackets or not.
fn numbers_after(bytes: &[u8]) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut rest = bytes;
    while numbers.len() < 3 {
        rest = rest.trim_ascii_start();
        rest = match rest {
            [b'[', after @ ..] if numbers.is_empty() => after,
            [b'%', ..] => &rest[rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len())..],
            [b'0'..=b'9' | b'+', ..] => {
                let digits = rest.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count() + 1;
                let text = std::str::from_utf8(&rest[..digits]).unwrap_or_default();
                // What has more digits than a number can is more than any limit.
                numbers.push(text.parse().unwrap_or(if text == "+" { 0 } else { u64::MAX / 4 }));
                &rest[digits..]
            }
            _ => break,
        };
    }
    numbers
}

/// Packing twice gives thousands of bytes for one, and is not used by programs of this century.
fn check_filters(bytes: &[u8]) -> Result<(), IngestError> {
    const PACKED: [&[u8]; 2] = [b"FlateDecode", b"LZWDecode"];
    for packed in PACKED {
        for at in memchr::memmem::find_iter(bytes, packed) {
            let next = bytes[at + packed.len()..].trim_ascii_start();
            if PACKED.iter().any(|again| next.strip_prefix(b"/").is_some_and(|next| next.starts_with(again))) {
                return Err(IngestError::broken(Format::Pdf, "it is packed twice"));
            }
        }
    }
    Ok(())
}

/// Whether the stream that begins there is a picture. It stays packed, for its content is blanked before pages are drawn.
fn is_picture(bytes: &[u8], start: usize) -> bool {
    let before = &bytes[start.saturating_sub(DESCRIBED_WITHIN)..start];
    let description = before.windows(4).rposition(|window| window == b" obj").map_or(before, |at| &before[at..]);
    let has = |name: &[u8]| find(description, name).is_some();
    has(b"/Image") && !has(b"ObjStm") && !has(b"XRef")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, wanted)
}

/// Takes the content out of what holds no text: pictures, and what colours are made of, which would be unpacked again each time that
/// a colour is named.
pub(super) fn blank_pictures(pdf: &mut Pdf) {
    let mut profiles = Vec::new();
    pdf.objects.values().for_each(|object| find_profiles(object, 0, &mut profiles));
    for (id, object) in &mut pdf.objects {
        if let Object::Stream(stream) = object
            && (is_of_subtype(stream, b"Image") || stream.dict.has(b"FunctionType") || profiles.contains(id))
        {
            stream.set_plain_content(Vec::new());
        }
    }
}

/// The profiles of colours: `[/ICCBased 7 0 R]`.
fn find_profiles(object: &Object, depth: usize, found: &mut Vec<ObjectId>) {
    if depth == DEEPEST {
        return;
    }
    match object {
        Object::Array(items) => {
            if let [Object::Name(name), Object::Reference(id), ..] = items.as_slice()
                && name == b"ICCBased"
                && !found.contains(id)
            {
                found.push(*id);
            }
            items.iter().for_each(|item| find_profiles(item, depth + 1, found));
        }
        Object::Dictionary(all) => all.iter().for_each(|(_, item)| find_profiles(item, depth + 1, found)),
        _ => {}
    }
}

/// Weighs what is left once more: what was taken for a picture in the file may be none.
pub(super) fn check_loaded(bytes: &[u8], pdf: &Pdf) -> Result<(), IngestError> {
    let mut scales = Scales::of(bytes);
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    streams.filter(|stream| stream.filters().is_ok()).try_for_each(|stream| scales.weigh(&stream.content))
}

fn is_of_subtype(stream: &Stream, name: &[u8]) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == name)
}

/// Looks through the pages of a document, before each is drawn: its parents, its content, and what it draws; and counts what all of
/// it costs.
pub(super) struct Inspector<'a> {
    pdf: &'a Pdf,
    /// How much work may still be done.
    left: u64,
    /// What each form draws and how long it is, by where it stands in memory: forms are drawn again and again.
    forms: BTreeMap<usize, (Vec<Vec<u8>>, u64)>,
    /// How many letters each font has, likewise.
    fonts: BTreeMap<usize, u64>,
    /// How many forms the page draws.
    drawn: usize,
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

impl<'a> Inspector<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, left: MOST_WORK, forms: BTreeMap::new(), fonts: BTreeMap::new(), drawn: 0 }
    }

    /// Looks through one page.
    pub(super) fn check(&mut self, id: ObjectId) -> Result<(), IngestError> {
        check_parents(self.pdf, id)?;
        let Ok(page) = self.pdf.get_dictionary(id) else { return Ok(()) };
        let content = self.pdf.get_page_content(id).unwrap_or_default();
        let resources = inherited_resources(self.pdf, page);
        self.drawn = 0;
        self.spend(content.len() as u64)?;
        self.spend_on_fonts(resources)?;
        drawn_in(&content)?.iter().try_for_each(|name| self.follow(name, resources, 0))
    }

    fn spend(&mut self, work: u64) -> Result<(), IngestError> {
        let left = self.left.checked_sub(work);
        self.left = left.ok_or(IngestError::Bomb { what: Excess::Unpacked, limit: MOST_WORK })?;
        Ok(())
    }

    fn follow(&mut self, name: &[u8], outer: Option<&'a Dictionary>, depth: usize) -> Result<(), IngestError> {
        let pdf = self.pdf;
        let form = outer.and_then(|outer| dictionary(pdf, outer, b"XObject")).and_then(|all| {
            let found = all.get_deref(name, pdf).and_then(Object::as_stream).ok();
            found.filter(|stream| is_of_subtype(stream, b"Form"))
        });
        let Some(form) = form else { return Ok(()) };
        self.drawn += 1;
        if depth == DEEPEST || self.drawn > MOST_FORMS {
            return Err(IngestError::Bomb { what: Excess::Depth, limit: DEEPEST as u64 });
        }
        let (inner, length) = self.drawn_by(form)?;
        self.spend(length)?;
        let own = dictionary(pdf, &form.dict, b"Resources");
        if own.is_some() {
            self.spend_on_fonts(own)?;
        }
        inner.iter().try_for_each(|name| self.follow(name, own.or(outer), depth + 1))
    }

    fn drawn_by(&mut self, form: &Stream) -> Result<(Vec<Vec<u8>>, u64), IngestError> {
        let key = std::ptr::from_ref(form) as usize;
        if let Some(known) = self.forms.get(&key) {
            return Ok(known.clone());
        }
        let content = form.get_plain_content().unwrap_or_default();
        let found = (drawn_in(&content)?, content.len() as u64);
        self.forms.insert(key, found.clone());
        Ok(found)
    }

    fn spend_on_fonts(&mut self, resources: Option<&'a Dictionary>) -> Result<(), IngestError> {
        let pdf = self.pdf;
        let Some(fonts) = resources.and_then(|resources| dictionary(pdf, resources, b"Font")) else { return Ok(()) };
        for (name, _) in fonts {
            let Some(font) = dictionary(pdf, fonts, name) else { continue };
            let key = std::ptr::from_ref(font) as usize;
            let letters = match self.fonts.get(&key) {
                Some(letters) => *letters,
                None => {
                    let table = font.get_deref(b"ToUnicode", pdf).and_then(Object::as_stream);
                    let table = table.map(|table| table.get_plain_content().unwrap_or_default()).unwrap_or_default();
                    *self.fonts.entry(key).or_insert(letters_in(&table))
                }
            };
            self.spend(letters)?;
        }
        Ok(())
    }
}

/// How many letters the table of a font lists, and how long it is. `<0000> <FFFF> <0041>` are as many as lie between; a table that is
/// no text of the kind lists none, and the crate gives it up.
fn letters_in(table: &[u8]) -> u64 {
    let mut letters = table.len() as u64;
    let mut rest = table;
    while let Some(begun) = find(rest, b"beginbfrange") {
        rest = &rest[begun + b"beginbfrange".len()..];
        let section = &rest[..find(rest, b"endbfrange").unwrap_or(rest.len())];
        let Some(codes) = codes_in(section) else { return u64::MAX };
        let ranges = codes.chunks(3).filter_map(|range| Some(range.get(1)?.checked_sub(*range.first()?)? + 1));
        letters = ranges.fold(letters, u64::saturating_add);
    }
    letters
}

/// The numbers that `<0041>` stand for, a list of them as one of no account; none where there are strings of another kind, which
/// no program writes there.
fn codes_in(section: &[u8]) -> Option<Vec<u64>> {
    let mut codes = Vec::new();
    let mut rest = section;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'<' | b'(' | b'[')) {
        let inner = &rest[at + 1..];
        let end = match rest[at] {
            b'<' => b'>',
            b'[' => b']',
            _ => return None,
        };
        let length = inner.iter().position(|byte| *byte == end).unwrap_or(inner.len());
        let digits = inner[..length].iter().filter_map(|byte| (*byte as char).to_digit(16));
        // Those who write the ranges out count with 32 bits.
        codes.push(u64::from(digits.fold(0_u32, |code, digit| code << 4 | digit)));
        rest = &inner[length..];
    }
    Some(codes)
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
