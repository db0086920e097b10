//! How far the pages of the guide have been read.

use crate::guide::id::Link;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The first line in view of every page that was opened. Copies share it: what is read after a link was followed is kept too when
/// the way leads back to where the link stands.
#[derive(Debug, Clone, Default)]
pub struct ReadTo(Rc<RefCell<HashMap<Link, usize>>>);

impl ReadTo {
    /// Takes note of the first line in view of a page.
    pub fn keep(&self, page: &Link, line: usize) {
        let mut lines = self.0.borrow_mut();
        match lines.get_mut(page) {
            Some(kept) => *kept = line,
            None => {
                lines.insert(page.clone(), line);
            }
        }
    }

    /// The first line in view when the page was left; the top of a page that was never opened.
    #[must_use]
    pub fn of(&self, page: &Link) -> usize {
        self.0.borrow().get(page).copied().unwrap_or_default()
    }
}
