//! Search over everything in the guide.

use super::id::Link;
use super::model::{Guide, Library};

/// Something that answers to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it is.
    pub link: Link,
    /// The words around what was found; empty where the title says it all.
    pub excerpt: String,
}

/// What answers to a query, best first, at most `most`.
#[must_use]
pub fn search(_library: &Library, _guide: &Guide, _query: &str, _most: usize) -> Vec<Hit> {
    Vec::new()
}
/// Stub until the real one is written.
#[derive(Debug)]
pub struct Index;
impl Index {
    /// Stub.
    #[must_use]
    pub fn new(_library: &Library, _guide: &Guide) -> Self {
        Self
    }
    /// Stub.
    #[must_use]
    pub fn search(&self, _query: &str, _most: usize) -> Vec<Hit> {
        Vec::new()
    }
}
