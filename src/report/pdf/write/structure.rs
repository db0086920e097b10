//! The structure tree: what assistive technology reads instead of the painting.

use super::{Refs, flipped, key};
use crate::report::pdf::Style;
use crate::report::pdf::flow::Set;
use crate::report::pdf::tags::{Child, Kind, Node};
use pdf_writer::types::{ListNumbering, StructRole, TableHeaderScope};
use pdf_writer::writers::StructElement;
use pdf_writer::{Finish, Pdf, Ref, TextStr};

/// The name of a part in PDF. Without a title before them, headings are of the first level.
pub(super) const fn role(kind: Kind, has_title: bool) -> StructRole {
    match kind {
        Kind::Document => StructRole::Document,
        Kind::Title => StructRole::H1,
        Kind::Heading if has_title => StructRole::H2,
        Kind::Heading => StructRole::H1,
        Kind::Paragraph => StructRole::P,
        Kind::List { .. } => StructRole::L,
        Kind::Item => StructRole::LI,
        Kind::Marker => StructRole::Lbl,
        Kind::ItemText => StructRole::LBody,
        Kind::Table => StructRole::Table,
        Kind::Row => StructRole::TR,
        Kind::ColumnHead | Kind::RowHead => StructRole::TH,
        Kind::Cell => StructRole::TD,
        Kind::Figure => StructRole::Figure,
        Kind::Link => StructRole::Link,
    }
}

/// Writes the tree, and the way back from each sheet to it.
pub(super) fn write(set: &Set, style: &Style, pdf: &mut Pdf, refs: &mut Refs) {
    let nodes = &set.sheets.tags.0;
    let mut headings = nodes.iter().filter(|node| matches!(node.kind, Kind::Title | Kind::Heading));
    let has_title = headings.next().is_some_and(|node| node.kind == Kind::Title);
    for (node, reference) in nodes.iter().zip(&refs.nodes) {
        write_node(node, *reference, has_title, style, pdf, refs);
    }
    let parents = write_parents(set, pdf, refs);
    let mut root = pdf.indirect(refs.structure).start::<pdf_writer::writers::StructTreeRoot<'_>>();
    root.children().items(refs.nodes.first().copied());
    root.parent_tree_next_key(key(parents.len()));
    let mut tree = root.parent_tree();
    let mut entries = tree.nums();
    for (i, parent) in parents.iter().enumerate() {
        entries.insert(key(i), *parent);
    }
}

/// For each sheet the parts of its contents, then for each place to click its part.
fn write_parents(set: &Set, pdf: &mut Pdf, refs: &mut Refs) -> Vec<Ref> {
    let sheets = &set.sheets.sheets;
    let mut parents = Vec::new();
    for sheet in sheets {
        let list = refs.take();
        let nodes = sheet.contents.iter().filter_map(|node| refs.nodes.get(*node));
        pdf.indirect(list).array().items(nodes);
        parents.push(list);
    }
    let areas = sheets.iter().flat_map(|sheet| &sheet.areas);
    parents.extend(areas.filter_map(|area| refs.nodes.get(area.node)));
    parents
}

fn write_node(node: &Node, reference: Ref, has_title: bool, style: &Style, pdf: &mut Pdf, refs: &Refs) {
    let mut writer = pdf.struct_element(reference);
    writer.kind(role(node.kind, has_title));
    let parent = node.parent.and_then(|parent| refs.nodes.get(parent)).copied();
    writer.parent(parent.unwrap_or(refs.structure));
    if let Some(alt) = &node.alt {
        writer.alt(TextStr(alt));
    }
    write_attributes(node, style, &mut writer);
    let mut children = writer.children();
    for child in &node.children {
        match *child {
            Child::Node(id) => {
                if let Some(id) = refs.nodes.get(id) {
                    children.struct_element(*id);
                }
            }
            Child::Content { sheet, content } => {
                if let Some(page) = refs.pages.get(sheet) {
                    children.marked_content_ref().page(*page).marked_content_id(key(content));
                }
            }
            Child::Area { sheet, area } => {
                let object = refs.areas.get(sheet).and_then(|areas| areas.get(area));
                if let (Some(page), Some(object)) = (refs.pages.get(sheet), object) {
                    children.object_ref().page(*page).object(*object);
                }
            }
        }
    }
    children.finish();
}

fn write_attributes(node: &Node, style: &Style, writer: &mut StructElement<'_>) {
    match node.kind {
        Kind::ColumnHead => {
            writer.attributes().push().table().scope(TableHeaderScope::Column);
        }
        Kind::RowHead => {
            writer.attributes().push().table().scope(TableHeaderScope::Row);
        }
        Kind::List { is_numbered } => {
            let numbering = if is_numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
            writer.attributes().push().list().list_numbering(numbering);
        }
        Kind::Figure => {
            if let Some(area) = node.area {
                writer.attributes().push().layout().bbox(flipped(area, style.paper.size().1));
            }
        }
        Kind::Document
        | Kind::Title
        | Kind::Heading
        | Kind::Paragraph
        | Kind::Item
        | Kind::Marker
        | Kind::ItemText
        | Kind::Table
        | Kind::Row
        | Kind::Cell
        | Kind::Link => {}
    }
}
