//! Pages as the objects of a PDF file.

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{
    ActionType, AnnotationType, ArtifactType, CidFontType, FontFlags, OutlineItemFlags, PageMode, StructRole,
    SystemInfo, UnicodeCmap,
};
use pdf_writer::{Content, Date, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::blocks::{Block, Ink, Kind, POINT, Target, Text};
use super::face::{Face, Faces, Weight};
use super::lines::Piece;
use super::pages::{MARGIN, PAGE, Page, Placed};
use crate::ExportError;
use crate::document::{Document, joined};

/// How hard streams are pressed: beyond this level files get hardly smaller.
const LEVEL: u8 = 6;

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The size of what stands below a page, and its base line.
const FOOT: (i64, i64) = (8_500, 42 * POINT);

/// Where a story begins, by edition and key: the page and the height.
type Places = BTreeMap<(usize, usize), (usize, i64)>;

pub(super) fn write(
    document: &Document,
    blocks: &[Block],
    pages: &[Page],
    faces: &mut Faces,
) -> Result<Vec<u8>, ExportError> {
    let mut file = File::new(document, blocks, pages);
    for number in 0..pages.len() {
        file.write_page(number, faces);
    }
    for weight in Weight::BOTH {
        file.write_face(weight, faces.of(weight))?;
    }
    file.write_structure();
    file.write_outline();
    file.write_frame();
    Ok(file.pdf.finish())
}

/// The file that is being written.
struct File<'a> {
    document: &'a Document,
    blocks: &'a [Block],
    pages: &'a [Page],
    places: Places,
    pdf: Pdf,
    next: Ref,
    catalog: Ref,
    tree: Ref,
    outline: Ref,
    structure: Ref,
    page_refs: Vec<Ref>,
    font_refs: [Ref; 2],
    /// The marked parts of each page, by the block that each is of.
    marked: Vec<Vec<usize>>,
}

impl<'a> File<'a> {
    fn new(document: &'a Document, blocks: &'a [Block], pages: &'a [Page]) -> Self {
        let mut next = Ref::new(1);
        let [catalog, tree, outline, structure] = [(); 4].map(|()| next.bump());
        let page_refs = pages.iter().map(|_| next.bump()).collect();
        let font_refs = [(); 2].map(|()| next.bump());
        let places = places(blocks, pages);
        let marked = pages.iter().map(|page| page.placed.iter().map(|placed| placed.block).collect()).collect();
        let pdf = Pdf::new();
        Self {
            document,
            blocks,
            pages,
            places,
            pdf,
            next,
            catalog,
            tree,
            outline,
            structure,
            page_refs,
            font_refs,
            marked,
        }
    }

    fn write_page(&mut self, number: usize, faces: &mut Faces) {
        let page = &self.pages[number];
        let mut drawing = Drawing { content: Content::new(), faces, links: Vec::new() };
        for (mark, placed) in page.placed.iter().enumerate() {
            let block = &self.blocks[placed.block];
            drawing.draw(mark, block, placed);
        }
        drawing.draw_rules(&page.rules);
        drawing.draw_foot(&self.foot(page), &format!("{} / {}", number + 1, self.pages.len()));
        let Drawing { content, links, .. } = drawing;

        let annotations: Vec<Ref> =
            links.iter().filter_map(|(area, target)| self.write_link(*area, target, page.edition)).collect();
        let stream = self.next.bump();
        let mut object = self.pdf.page(self.page_refs[number]);
        object.parent(self.tree).media_box(Rect::new(0.0, 0.0, points(PAGE.0), points(PAGE.1))).contents(stream);
        object.struct_parents(integer(number));
        if !annotations.is_empty() {
            object.annotations(annotations);
        }
        let mut resources = object.resources();
        resources
            .fonts()
            .pairs([(font_name(Weight::Regular), self.font_refs[0]), (font_name(Weight::Bold), self.font_refs[1])]);
        resources.finish();
        object.finish();
        let data = compress_to_vec_zlib(&content.finish(), LEVEL);
        self.pdf.stream(stream, &data).filter(Filter::FlateDecode);
    }

    /// What stands below each page of an edition.
    fn foot(&self, page: &Page) -> String {
        let edition = self.document.editions.get(page.edition);
        edition.map_or_else(String::new, |edition| joined([&*edition.title, &*edition.dateline], " · "))
    }

    fn write_link(&mut self, area: Rect, target: &Target, edition: usize) -> Option<Ref> {
        let place = match target {
            Target::Story(key) => Some(*self.places.get(&(edition, *key))?),
            Target::Page(_) => None,
        };
        let id = self.next.bump();
        let mut annotation = self.pdf.annotation(id);
        annotation.subtype(AnnotationType::Link).rect(area).border(0.0, 0.0, 0.0, None);
        let mut action = annotation.action();
        match (target, place) {
            (Target::Page(address), _) => {
                action.action_type(ActionType::Uri).uri(Str(address.as_bytes()));
            }
            (Target::Story(_), Some((page, height))) => {
                action.action_type(ActionType::GoTo);
                action.destination().page(self.page_refs[page]).xyz(0.0, points(height), None);
            }
            (Target::Story(_), None) => {}
        }
        action.finish();
        annotation.finish();
        Some(id)
    }

    /// A typeface with the letters that were used (PDF 32000-1, 9.7: a composite font, addressed by glyph).
    fn write_face(&mut self, weight: Weight, face: &Face) -> Result<(), ExportError> {
        let name = base_name(weight);
        let base = Name(name.as_bytes());
        let [cid, descriptor, data, map] = [(); 4].map(|()| self.next.bump());
        let font = self.font_refs[usize::from(weight == Weight::Bold)];
        self.pdf
            .type0_font(font)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(map);

        let mut object = self.pdf.cid_font(cid);
        object.subtype(CidFontType::Type2).base_font(base).system_info(IDENTITY).font_descriptor(descriptor);
        object.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        object.widths().consecutive(0, face.widths().iter().map(|width| decimal(*width)));
        object.finish();

        let [left, low, right, high] = face.bounds().map(decimal);
        let mut object = self.pdf.font_descriptor(descriptor);
        object.name(base).flags(FontFlags::SYMBOLIC | FontFlags::SERIF).bbox(Rect::new(left, low, right, high));
        object.italic_angle(0.0).ascent(decimal(face.ascent())).descent(decimal(face.descent()));
        object.cap_height(decimal(face.cap_height())).stem_v(if weight == Weight::Bold { 160.0 } else { 90.0 });
        object.font_file2(data);
        object.finish();

        let subset = face.subset()?;
        let packed = compress_to_vec_zlib(&subset, LEVEL);
        let mut stream = self.pdf.stream(data, &packed);
        stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), integer(subset.len()));
        stream.finish();

        let mut letters = UnicodeCmap::new(Name(b"Letters"), IDENTITY);
        for (number, letter) in face.letters() {
            letters.pair(*number, *letter);
        }
        let packed = compress_to_vec_zlib(&letters.finish(), LEVEL);
        self.pdf.cmap(map, &packed).filter(Filter::FlateDecode);
        Ok(())
    }

    /// The tree for who reads by structure: document, editions with their languages, headings and paragraphs.
    fn write_structure(&mut self) {
        let [whole, parents] = [(); 2].map(|()| self.next.bump());
        let editions: Vec<Ref> = self.document.editions.iter().map(|_| self.next.bump()).collect();
        let blocks: Vec<Ref> = self.blocks.iter().map(|_| self.next.bump()).collect();

        let mut root = self.pdf.indirect(self.structure).start::<pdf_writer::writers::StructTreeRoot>();
        root.child(whole);
        root.pair(Name(b"ParentTree"), parents);
        root.parent_tree_next_key(integer(self.pages.len()));
        root.finish();

        let mut element = self.pdf.struct_element(whole);
        element.kind(StructRole::Document).parent(self.structure);
        let mut children = element.children();
        editions.iter().for_each(|id| {
            children.struct_element(*id);
        });
        children.finish();
        element.finish();

        for (index, edition) in self.document.editions.iter().enumerate() {
            let inside = self.blocks.iter().zip(&blocks).filter(|(block, _)| block.edition == index);
            let mut element = self.pdf.struct_element(editions[index]);
            element.kind(StructRole::Sect).parent(whole).lang(TextStr(&edition.language));
            let mut children = element.children();
            inside.for_each(|(_, id)| {
                children.struct_element(*id);
            });
            children.finish();
            element.finish();
        }
        let parts = self.parts();
        for (index, block) in self.blocks.iter().enumerate() {
            let mut element = self.pdf.struct_element(blocks[index]);
            element.kind(role(block.kind)).parent(editions[block.edition]);
            let mut children = element.children();
            for (page, mark) in parts.get(&index).into_iter().flatten() {
                children.marked_content_ref().page(self.page_refs[*page]).marked_content_id(integer(*mark));
            }
            children.finish();
            element.finish();
        }
        self.write_parents(parents, &blocks);
    }

    /// For each page the elements that its marked parts belong to.
    fn write_parents(&mut self, parents: Ref, blocks: &[Ref]) {
        let lists: Vec<Ref> = self.marked.iter().map(|_| self.next.bump()).collect();
        for (list, marked) in lists.iter().zip(&self.marked) {
            self.pdf.indirect(*list).array().items(marked.iter().map(|block| blocks[*block]));
        }
        let mut tree = self.pdf.number_tree::<Ref>(parents);
        let mut numbers = tree.nums();
        for (page, list) in lists.iter().enumerate() {
            numbers.insert(integer(page), *list);
        }
    }

    /// Where the parts of each block stand: pages and marks.
    fn parts(&self) -> BTreeMap<usize, Vec<(usize, usize)>> {
        let mut parts: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (page, marked) in self.marked.iter().enumerate() {
            for (mark, block) in marked.iter().enumerate() {
                parts.entry(*block).or_default().push((page, mark));
            }
        }
        parts
    }

    /// The outline beside the pages: editions, and in them their stories.
    fn write_outline(&mut self) {
        let chapters: Vec<Ref> = self.document.editions.iter().map(|_| self.next.bump()).collect();
        let mut outline = self.pdf.outline(self.outline);
        if let (Some(first), Some(last)) = (chapters.first(), chapters.last()) {
            outline.first(*first).last(*last);
        }
        outline.count(integer(chapters.len()));
        outline.finish();
        for (index, edition) in self.document.editions.iter().enumerate() {
            let entries: Vec<_> = edition.entries().collect();
            let items: Vec<Ref> = entries.iter().map(|_| self.next.bump()).collect();
            let page = self.pages.iter().position(|page| page.edition == index).unwrap_or(0);
            let mut item = self.pdf.outline_item(chapters[index]);
            let name = if self.document.is_several() { &edition.name } else { &edition.title };
            item.title(TextStr(name)).parent(self.outline).flags(OutlineItemFlags::BOLD);
            link_neighbours(&mut item, &chapters, index);
            if let (Some(first), Some(last)) = (items.first(), items.last()) {
                item.first(*first).last(*last).count(-integer(items.len()));
            }
            item.dest().page(self.page_refs[page]).xyz(0.0, points(PAGE.1), None);
            item.finish();
            for (position, entry) in entries.iter().enumerate() {
                let (page, height) = self.places.get(&(index, entry.key)).copied().unwrap_or((page, PAGE.1));
                let mut item = self.pdf.outline_item(items[position]);
                item.title(TextStr(&format!("{}. {}", entry.number, entry.headline))).parent(chapters[index]);
                link_neighbours(&mut item, &items, position);
                item.dest().page(self.page_refs[page]).xyz(0.0, points(height), None);
            }
        }
    }

    fn write_frame(&mut self) {
        let language = self.document.editions.first().map_or("und", |edition| &edition.language);
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree).outlines(self.outline).page_mode(PageMode::UseOutlines).lang(TextStr(language));
        catalog.viewer_preferences().display_doc_title(true);
        catalog.mark_info().marked(true);
        catalog.pair(Name(b"StructTreeRoot"), self.structure);
        catalog.finish();
        self.pdf.pages(self.tree).kids(self.page_refs.iter().copied()).count(integer(self.page_refs.len()));
        let id = self.next.bump();
        let mut info = self.pdf.document_info(id);
        info.title(TextStr(&self.document.title)).creator(TextStr("attache"));
        if let Some(date) = self.document.date
            && let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day)
        {
            info.creation_date(Date::new(year).month(month).day(day));
        }
    }
}

fn link_neighbours(item: &mut pdf_writer::writers::OutlineItem, items: &[Ref], position: usize) {
    if let Some(before) = position.checked_sub(1) {
        item.prev(items[before]);
    }
    if let Some(next) = items.get(position + 1) {
        item.next(*next);
    }
}

fn role(kind: Kind) -> StructRole {
    match kind {
        Kind::Title => StructRole::H1,
        Kind::Section => StructRole::H2,
        Kind::Headline => StructRole::H3,
        Kind::Contents | Kind::Paragraph => StructRole::P,
    }
}

fn places(blocks: &[Block], pages: &[Page]) -> Places {
    let mut places = Places::new();
    for (number, page) in pages.iter().enumerate() {
        for placed in &page.placed {
            let block = &blocks[placed.block];
            if let (Some(story), Some((_, height, _))) = (block.story, placed.lines.first()) {
                places.entry((block.edition, story)).or_insert((number, height + 2 * block.size));
            }
        }
    }
    places
}

/// The marks of one page.
struct Drawing<'a> {
    content: Content,
    faces: &'a mut Faces,
    links: Vec<(Rect, Target)>,
}

impl Drawing<'_> {
    fn draw(&mut self, mark: usize, block: &Block, placed: &Placed) {
        let mut part = self.content.begin_marked_content_with_properties(Name(role(block.kind).to_name().0));
        part.properties().identify(integer(mark));
        part.finish();
        for (left, height, line) in &placed.lines {
            let mut x = *left;
            for piece in &line.pieces {
                let text = &block.texts[piece.text];
                self.draw_piece(text, piece, block.size, (x, *height));
                x += piece.width;
            }
        }
        self.content.end_marked_content();
    }

    fn draw_piece(&mut self, text: &Text, piece: &Piece, size: i64, (x, y): (i64, i64)) {
        if let Some(target) = &text.link {
            let area = Rect::new(points(x), points(y - size / 4), points(x + piece.width), points(y + size));
            self.links.push((area, target.clone()));
        }
        self.draw_letters(&piece.letters, text.weight(), text.ink, size, (x, y));
    }

    /// Letters of one look from one place on; those without a glyph as boxes with the letters behind them (`ActualText`).
    fn draw_letters(&mut self, letters: &str, weight: Weight, ink: Ink, size: i64, (x, y): (i64, i64)) {
        let face = self.faces.of_mut(weight);
        self.content.begin_text().set_font(font_name(weight), points(size));
        let [red, green, blue] = ink_colour(ink);
        self.content.set_fill_rgb(red, green, blue);
        self.content.next_line(points(x), points(y));
        for (known, run) in runs(letters, face) {
            let numbers: Vec<u8> = run.chars().flat_map(|letter| face.take(letter).to_be_bytes()).collect();
            if !known {
                let mut span = self.content.begin_marked_content_with_properties(Name(b"Span"));
                span.properties().actual_text(TextStr(run));
                span.finish();
            }
            self.content.show(Str(&numbers));
            if !known {
                self.content.end_marked_content();
            }
        }
        self.content.end_text();
    }

    fn draw_rules(&mut self, rules: &[i64]) {
        if rules.is_empty() {
            return;
        }
        self.begin_artifact(ArtifactType::Layout);
        self.content.set_stroke_gray(0.75).set_line_width(0.5);
        for height in rules {
            self.content.move_to(points(MARGIN), points(*height));
            self.content.line_to(points(PAGE.0 - MARGIN), points(*height));
            self.content.stroke();
        }
        self.content.end_marked_content();
    }

    /// The line below a page: whose it is to the left, its number to the right.
    fn draw_foot(&mut self, left: &str, right: &str) {
        let (size, y) = FOOT;
        let face = self.faces.of(Weight::Regular);
        let width = |text: &str| text.chars().map(|letter| face.width(letter) * size / 1_000).sum::<i64>();
        let number = PAGE.0 - MARGIN - width(right);
        let room = number - MARGIN - 20 * POINT;
        let mut left = left.to_owned();
        while width(&left) > room && left.pop().is_some() {}
        self.begin_artifact(ArtifactType::Pagination);
        self.draw_letters(&left, Weight::Regular, Ink::Grey, size, (MARGIN, y));
        self.draw_letters(right, Weight::Regular, Ink::Grey, size, (number, y));
        self.content.end_marked_content();
    }

    fn begin_artifact(&mut self, kind: ArtifactType) {
        let mut part = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
        part.properties().artifact().kind(kind);
    }
}

/// The letters in runs that the face has and has not.
fn runs<'t>(letters: &'t str, face: &Face) -> Vec<(bool, &'t str)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut known = true;
    for (at, letter) in letters.char_indices() {
        if face.has(letter) != known {
            runs.push((known, &letters[start..at]));
            (start, known) = (at, !known);
        }
    }
    runs.push((known, &letters[start..]));
    runs.retain(|(_, run)| !run.is_empty());
    runs
}

fn ink_colour(ink: Ink) -> [f32; 3] {
    match ink {
        Ink::Black => [0.0, 0.0, 0.0],
        Ink::Grey => [0.35, 0.35, 0.35],
        Ink::Blue => [0.11, 0.29, 0.48],
    }
}

fn font_name(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"R"),
        Weight::Bold => Name(b"B"),
    }
}

/// The six letters before the name say that the font is a part (PDF 32000-1, 9.6.4).
fn base_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "ATTACH+NotoSerif",
        Weight::Bold => "ATTACI+NotoSerif-Bold",
    }
}

fn points(thousandths: i64) -> f32 {
    decimal(thousandths) / 1_000.0
}

fn decimal(number: i64) -> f32 {
    number as f32
}

fn integer(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
