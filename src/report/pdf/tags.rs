//! The structure of a document for assistive technology: what is a heading, a list, a cell, in reading order.

/// What a part of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Title,
    Heading,
    Paragraph,
    List { is_numbered: bool },
    Item,
    Marker,
    ItemText,
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure,
    Link,
}

/// The number of a part.
pub(super) type NodeId = usize;

/// What a part consists of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Child {
    /// A smaller part.
    Node(NodeId),
    /// Something painted: the sheet and the number of the content on it.
    Content { sheet: usize, content: usize },
    /// A place to click: the sheet and the number of the area on it.
    Area { sheet: usize, area: usize },
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<Child>,
    /// What a picture shows, in words.
    pub(super) alt: Option<String>,
    /// Where a picture is on its sheet: left, top, width and height.
    pub(super) area: Option<[f32; 4]>,
}

/// All parts; the first is the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tags(pub(super) Vec<Node>);

impl Tags {
    /// The whole document.
    pub(super) const ROOT: NodeId = 0;

    pub(super) fn new() -> Self {
        Self(vec![Node { kind: Kind::Document, parent: None, children: Vec::new(), alt: None, area: None }])
    }

    /// Adds a part at the end of another one.
    pub(super) fn add(&mut self, kind: Kind, parent: NodeId) -> NodeId {
        self.push(Node { kind, parent: Some(parent), children: Vec::new(), alt: None, area: None }, parent)
    }

    /// Adds a picture with its description and its place.
    pub(super) fn figure(&mut self, parent: NodeId, alt: String, area: [f32; 4]) -> NodeId {
        let (kind, children) = (Kind::Figure, Vec::new());
        self.push(Node { kind, parent: Some(parent), children, alt: Some(alt), area: Some(area) }, parent)
    }

    fn push(&mut self, node: Node, parent: NodeId) -> NodeId {
        let id = self.0.len();
        self.0.push(node);
        self.append(parent, Child::Node(id));
        id
    }

    /// Adds something at the end of a part.
    pub(super) fn append(&mut self, parent: NodeId, child: Child) {
        if let Some(node) = self.0.get_mut(parent) {
            node.children.push(child);
        }
    }
}
