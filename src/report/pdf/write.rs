//! Writes the sheets as a PDF file.

mod content;
mod fonts;
mod structure;
mod xmp;

use super::flow::{Bookmark, Set};
use super::fonts::Fonts;
use super::sheet::Area;
use super::{PdfError, Properties, Style};
use crate::report::safe_text::safe_line;
use content::Coder;
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{ActionType, AnnotationFlags, AnnotationType, TabOrder};
use pdf_writer::{Date, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

/// How hard streams are compressed; more takes longer and saves little.
const COMPRESSION: u8 = 6;

/// The numbers of the objects that others refer to.
struct Refs {
    next: i32,
    pages: Vec<Ref>,
    page_tree: Ref,
    /// The places to click, by sheet.
    areas: Vec<Vec<Ref>>,
    nodes: Vec<Ref>,
    structure: Ref,
}

impl Refs {
    fn of(set: &Set) -> Self {
        let (pages, areas, nodes) = (Vec::new(), Vec::new(), Vec::new());
        // 0 is no object; 1 and 2 are given away here.
        let mut refs = Self { next: 3, pages, page_tree: Ref::new(1), areas, nodes, structure: Ref::new(2) };
        refs.pages = set.sheets.sheets.iter().map(|_| refs.take()).collect();
        refs.areas =
            set.sheets.sheets.iter().map(|sheet| sheet.areas.iter().map(|_| refs.take()).collect()).collect();
        refs.nodes = set.sheets.tags.0.iter().map(|_| refs.take()).collect();
        refs
    }

    /// A number that nothing else has.
    fn take(&mut self) -> Ref {
        let reference = Ref::new(self.next);
        self.next += 1;
        reference
    }
}

/// The file.
pub(super) fn write(
    set: &Set,
    style: &Style,
    fonts: &Fonts,
    properties: &Properties,
) -> Result<Vec<u8>, PdfError> {
    let mut pdf = Pdf::new();
    let mut refs = Refs::of(set);
    let mut coder = Coder::default();
    let contents: Vec<Vec<u8>> = set
        .sheets
        .sheets
        .iter()
        .map(|sheet| content::content(sheet, &set.sheets.tags, style, &mut coder))
        .collect();
    let contents: Vec<Ref> = contents.iter().map(|content| stream(&mut pdf, &mut refs, content)).collect();
    let fonts = fonts::write(&coder, fonts, &mut pdf, &mut refs)?;
    write_pages(set, style, &contents, &fonts, &mut pdf, &refs);
    structure::write(set, style, &mut pdf, &mut refs);
    let outline = write_outline(set, style, &mut pdf, &mut refs);
    let metadata = refs.take();
    pdf.metadata(metadata, xmp::xmp(properties).as_bytes());
    write_properties(properties, &mut pdf, &mut refs);
    write_catalog(properties, (metadata, outline), &mut pdf, &mut refs);
    Ok(pdf.finish())
}

/// Writes a compressed stream.
fn stream(pdf: &mut Pdf, refs: &mut Refs, data: &[u8]) -> Ref {
    let reference = refs.take();
    pdf.stream(reference, &compress_to_vec_zlib(data, COMPRESSION)).filter(Filter::FlateDecode);
    reference
}

/// The key of a list's member in the tree of parents.
fn key(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

fn write_pages(
    set: &Set,
    style: &Style,
    contents: &[Ref],
    fonts: &[(Name<'_>, Ref)],
    pdf: &mut Pdf,
    refs: &Refs,
) {
    let (width, height) = style.paper.size();
    pdf.pages(refs.page_tree).kids(refs.pages.iter().copied()).count(key(refs.pages.len()));
    let sheets = set.sheets.sheets.iter().zip(&refs.pages).zip(contents).zip(&refs.areas);
    let mut next_area = refs.pages.len();
    for (i, (((sheet, page), content), areas)) in sheets.enumerate() {
        let mut writer = pdf.page(*page);
        writer.parent(refs.page_tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(*content);
        writer.struct_parents(key(i)).tab_order(TabOrder::StructureOrder);
        if !areas.is_empty() {
            writer.annotations(areas.iter().copied());
        }
        let mut resources = writer.resources();
        let mut names = resources.fonts();
        for (name, font) in fonts {
            names.pair(*name, *font);
        }
        names.finish();
        resources.finish();
        writer.finish();
        for (area, reference) in sheet.areas.iter().zip(areas) {
            write_area(area, height, (*reference, *page, key(next_area)), pdf);
            next_area += 1;
        }
    }
}

fn write_area(area: &Area, height: f32, (reference, page, key): (Ref, Ref, i32), pdf: &mut Pdf) {
    let mut writer = pdf.annotation(reference);
    writer.subtype(AnnotationType::Link).rect(flipped(area.area, height)).page(page).struct_parent(key);
    writer.border(0.0, 0.0, 0.0, None).flags(AnnotationFlags::PRINT).contents(TextStr(&area.address));
    writer.action().action_type(ActionType::Uri).uri(Str(area.address.as_bytes()));
}

/// A rectangle as PDF has it: y grows upwards.
fn flipped([x, y, width, height]: [f32; 4], sheet: f32) -> Rect {
    Rect::new(x, sheet - y - height, x + width, sheet - y)
}

/// The list of headings beside the pages, where there are several of both.
fn write_outline(set: &Set, style: &Style, pdf: &mut Pdf, refs: &mut Refs) -> Option<Ref> {
    let bookmarks = &set.bookmarks;
    if set.sheets.sheets.len() < 2 || bookmarks.len() < 2 {
        return None;
    }
    let root = refs.take();
    let items: Vec<Ref> = bookmarks.iter().map(|_| refs.take()).collect();
    let (first, last) = (*items.first()?, *items.last()?);
    pdf.outline(root).first(first).last(last).count(key(items.len()));
    for (i, (bookmark, item)) in bookmarks.iter().zip(&items).enumerate() {
        let before = i.checked_sub(1).and_then(|i| items.get(i));
        write_bookmark(bookmark, style, [Some(item), before, items.get(i + 1)], root, pdf, refs);
    }
    Some(root)
}

fn write_bookmark(
    bookmark: &Bookmark,
    style: &Style,
    [item, before, after]: [Option<&Ref>; 3],
    root: Ref,
    pdf: &mut Pdf,
    refs: &Refs,
) {
    let (Some(item), Some(page)) = (item, refs.pages.get(bookmark.sheet)) else { return };
    let (_, height) = style.paper.size();
    let mut writer = pdf.outline_item(*item);
    writer.title(TextStr(bookmark.text.trim())).parent(root);
    if let Some(before) = before {
        writer.prev(*before);
    }
    if let Some(after) = after {
        writer.next(*after);
    }
    writer.dest().page(*page).xyz(0.0, height - bookmark.y, None);
}

fn write_properties(properties: &Properties, pdf: &mut Pdf, refs: &mut Refs) {
    let mut info = pdf.document_info(refs.take());
    info.title(TextStr(&safe_line(&properties.title))).creator(TextStr(xmp::CREATOR));
    if let Some(author) = &properties.author {
        info.author(TextStr(&safe_line(author)));
    }
    if let Some(date) = properties.date {
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        let year = u16::try_from(date.year()).unwrap_or_default();
        info.creation_date(Date::new(year).month(part(date.month())).day(part(date.day())));
    }
}

fn write_catalog(
    properties: &Properties,
    (metadata, outline): (Ref, Option<Ref>),
    pdf: &mut Pdf,
    refs: &mut Refs,
) {
    let mut catalog = pdf.catalog(refs.take());
    catalog.pages(refs.page_tree).metadata(metadata).lang(TextStr(&safe_line(&properties.language)));
    if let Some(outline) = outline {
        catalog.outlines(outline);
    }
    catalog.mark_info().marked(true);
    catalog.viewer_preferences().display_doc_title(true);
    catalog.pair(Name(b"StructTreeRoot"), refs.structure);
}
