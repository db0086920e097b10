//! What the interface remembers from one run to the next: bookmarks in the guide, how far each page was read, recent commands.

pub mod file;

use crate::guide::id::Link;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What a file remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remembered {
    /// The pages with a bookmark, in the order in which they were set.
    pub bookmarks: Vec<Link>,
    /// The first line in view when a page was left; the pages that were left at their tops are missing.
    pub read_to: Vec<(Link, usize)>,
    /// The names of the commands that were chosen by name, the last one first.
    pub recent: Vec<String>,
}

/// What is not in the file yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unwritten {
    /// Bookmarks that were set or removed.
    pub bookmarks: Vec<(Link, bool)>,
    /// Pages that were read, each with the first line in view.
    pub read_to: Vec<(Link, usize)>,
    /// Commands that were chosen, the last one first.
    pub recent: Vec<&'static str>,
}

impl Unwritten {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bookmarks.is_empty() && self.read_to.is_empty() && self.recent.is_empty()
    }
}

/// The memory. Copies share it: what is read after a link was followed is kept too when the way leads back to where the link stands.
#[derive(Debug, Clone, Default)]
pub struct Memory(Rc<RefCell<State>>);

#[derive(Debug, Default)]
struct State {
    bookmarks: Vec<Link>,
    read_to: HashMap<Link, usize>,
    recent: Vec<&'static str>,
    unwritten: Unwritten,
}

/// Sets what is known of a key in a list of pairs.
fn set<T>(list: &mut Vec<(Link, T)>, key: &Link, value: T) {
    match list.iter_mut().find(|(other, _)| other == key) {
        Some((_, old)) => *old = value,
        None => list.push((key.clone(), value)),
    }
}

impl State {
    fn mark(&mut self, page: &Link, is_marked: bool) {
        self.bookmarks.retain(|other| other != page);
        if is_marked {
            self.bookmarks.push(page.clone());
        }
    }

    fn do_command(&mut self, id: &'static str) {
        self.recent.retain(|other| *other != id);
        self.recent.insert(0, id);
    }
}

impl Memory {
    /// Takes note of the first line in view of a page.
    pub fn keep(&self, page: &Link, line: usize) {
        let mut state = self.0.borrow_mut();
        if state.read_to.get(page).copied().unwrap_or_default() != line {
            set(&mut state.unwritten.read_to, page, line);
            state.read_to.insert(page.clone(), line);
        }
    }

    /// The first line in view when the page was left; the top of a page that was never opened.
    #[must_use]
    pub fn read_to(&self, page: &Link) -> usize {
        self.0.borrow().read_to.get(page).copied().unwrap_or_default()
    }

    /// The pages with a bookmark.
    #[must_use]
    pub fn bookmarks(&self) -> Vec<Link> {
        self.0.borrow().bookmarks.clone()
    }

    /// Whether a page has a bookmark.
    #[must_use]
    pub fn is_marked(&self, page: &Link) -> bool {
        self.0.borrow().bookmarks.contains(page)
    }

    /// Sets a bookmark, or removes it. The answer is whether the page has one now.
    pub fn toggle_bookmark(&self, page: &Link) -> bool {
        let is_marked = !self.is_marked(page);
        let mut state = self.0.borrow_mut();
        state.mark(page, is_marked);
        set(&mut state.unwritten.bookmarks, page, is_marked);
        is_marked
    }

    /// The commands that were chosen by name, the last one first.
    #[must_use]
    pub fn recent(&self) -> Vec<&'static str> {
        self.0.borrow().recent.clone()
    }

    /// Takes note of a command that is chosen by name.
    pub fn do_command(&self, id: &'static str) {
        let mut state = self.0.borrow_mut();
        state.do_command(id);
        state.unwritten.recent.retain(|other| *other != id);
        state.unwritten.recent.insert(0, id);
    }

    /// Takes in what a file remembers. What happened since the program started lies on top of it. `known` are the commands there are.
    pub fn recall(&self, remembered: Remembered, known: &[&'static str]) {
        let mut state = self.0.borrow_mut();
        let unwritten = state.unwritten.clone();
        state.bookmarks = remembered.bookmarks;
        state.read_to = remembered.read_to.into_iter().collect();
        state.recent = remembered
            .recent
            .iter()
            .filter_map(|name| known.iter().find(|id| *id == name).copied())
            .collect();
        for (page, is_marked) in &unwritten.bookmarks {
            state.mark(page, *is_marked);
        }
        state.read_to.extend(unwritten.read_to);
        for id in unwritten.recent.into_iter().rev() {
            state.do_command(id);
        }
    }

    /// What is not in the file yet.
    #[must_use]
    pub fn unwritten(&self) -> Unwritten {
        self.0.borrow().unwritten.clone()
    }

    /// Takes note of what is in the file now.
    pub fn written(&self, note: &Unwritten) {
        let unwritten = &mut self.0.borrow_mut().unwritten;
        unwritten.bookmarks.retain(|change| !note.bookmarks.contains(change));
        unwritten.read_to.retain(|change| !note.read_to.contains(change));
        unwritten.recent.retain(|id| !note.recent.contains(id));
    }
}

#[cfg(test)]
mod tests {
    use super::{Memory, Remembered};
    use crate::guide::id::Link;

    fn link(text: &str) -> Link {
        Link::try_from(text.to_owned()).expect("a link")
    }

    #[test]
    fn what_happened_in_this_run_lies_on_top_of_the_file() {
        let memory = Memory::default();
        memory.keep(&link("section:pay"), 7);
        memory.toggle_bookmark(&link("skill:sql"));
        memory.do_command("export");
        let file = Remembered {
            bookmarks: vec![link("skill:git")],
            read_to: vec![(link("section:pay"), 3), (link("section:day"), 5)],
            recent: vec!["search".to_owned(), "gone".to_owned(), "export".to_owned()],
        };
        memory.recall(file, &["search", "export"]);
        assert_eq!(memory.bookmarks(), [link("skill:git"), link("skill:sql")]);
        assert_eq!((memory.read_to(&link("section:pay")), memory.read_to(&link("section:day"))), (7, 5));
        assert_eq!(memory.recent(), ["export", "search"]);
    }

    #[test]
    fn what_is_written_is_not_written_again_unless_it_changes_meanwhile() {
        let memory = Memory::default();
        memory.keep(&link("section:pay"), 0);
        assert!(memory.unwritten().is_empty(), "nothing is known of a page at its top");
        memory.keep(&link("section:pay"), 7);
        memory.toggle_bookmark(&link("skill:sql"));
        let note = memory.unwritten();
        memory.keep(&link("section:pay"), 9);
        memory.written(&note);
        assert_eq!(memory.unwritten().read_to, [(link("section:pay"), 9)]);
        assert_eq!(memory.unwritten().bookmarks, []);
        memory.toggle_bookmark(&link("skill:sql"));
        assert_eq!(memory.unwritten().bookmarks, [(link("skill:sql"), false)]);
    }
}
