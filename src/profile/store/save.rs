//! One save, under the lock.

use super::{
    Found, Loaded, Saved, Stamp, Store, StoreError, aside, folder_of, lock, place_of, printable, read, write,
};
use crate::guide::model::Library;
use crate::profile::document::{self, InTheWay, LineEnd};
use crate::profile::edit::{Conflict, Edit};
use crate::profile::fault::{Fault, Faults};
use crate::profile::model::Profile;
use crate::profile::reader::node::Node;
use crate::profile::reader::{self, Spelling};
use jiff::civil::Date;
use std::io;
use std::path::Path;
use toml_edit::{Document, DocumentMut};

/// A program that writes the file without taking the lock, such as an editor, is given way so often.
const ATTEMPTS: usize = 5;

/// What is to be saved, and where.
pub struct Save<'a> {
    pub store: &'a Store,
    pub edits: &'a [Edit],
    pub today: Date,
    pub held: &'a Profile,
    pub library: &'a Library,
}

/// The text to write, before anything is written.
struct Draft<'a> {
    document: DocumentMut,
    before: Profile,
    after: Profile,
    spelling: Spelling,
    line_end: LineEnd,
    conflict: Option<Conflict>,
    /// The text that `document` was read from.
    text: &'a str,
    /// What makes the file unreadable; it is kept beside the new one.
    unreadable: Option<Fault>,
    notice: Option<String>,
}

impl Save<'_> {
    pub fn run(&self) -> Result<Saved, StoreError> {
        let target = self.store.target();
        let folder = folder_of(&target);
        write::make_private_folder(folder).map_err(|cause| self.failed(cause))?;
        let _lock = lock::lock(&target)?;
        for _ in 0..ATTEMPTS {
            if let Some(saved) = self.attempt(&target, folder)? {
                return Ok(saved);
            }
        }
        Err(self.failed(io::Error::other("another program keeps changing it")))
    }

    /// `None` where another program has replaced the file meanwhile.
    fn attempt(&self, target: &Path, folder: &Path) -> Result<Option<Saved>, StoreError> {
        let found = read::read(target)?;
        let draft = self.draft(found.as_ref())?;
        self.check_kinds(&draft)?;
        let Draft { mut document, before, after, spelling, line_end, conflict, unreadable, notice, .. } =
            draft;
        document::update(&mut document, &before, &after, &spelling);
        let text = document::text(document, line_end);
        // What is written has to be readable, and what a save returns is what the file says.
        let understood = self.store.understand(&text, self.library, Faults::first())?;
        let notices = self.store.told(&understood.faults, &text);
        let text = read::marked(text, found.as_ref().is_some_and(Found::has_mark));
        let metadata = found.as_ref().map(|found| &found.metadata);
        let file = write::draft(folder, &text, metadata).map_err(|cause| self.failed(cause))?;
        let neighbours = self.store.neighbours();
        let mut own = Vec::from_iter(notice);
        if let (Some(fault), Some(found)) = (unreadable, &found) {
            let aside = aside::keep_beside(target, aside::UNREADABLE, &found.bytes);
            let Some(aside) = aside.map_err(|cause| self.failed(cause))? else { return Ok(None) };
            own.push(self.kept(&fault, &aside));
        }
        if self.store.stamp() != found.as_ref().map(Found::stamp).unwrap_or_default() {
            return Ok(None);
        }
        let metadata = write::put_in_place(file, target, folder).map_err(|cause| self.failed(cause))?;
        let notices = [own, notices, neighbours].concat();
        let loaded = Loaded { profile: understood.profile, notices, stamp: Stamp::of(&metadata) };
        Ok(Some(Saved { loaded, conflict }))
    }

    fn draft<'f>(&self, found: Option<&'f Found>) -> Result<Draft<'f>, StoreError> {
        let text = match found.map(Found::text) {
            None => return Ok(self.anew("", None)),
            Some(Err(fault)) => return Ok(self.anew("", Some(fault))),
            Some(Ok(text)) => text,
        };
        if text.trim().is_empty() {
            return Ok(self.anew(text, None));
        }
        let document = match Document::parse(text) {
            Ok(document) => document,
            // Whether it is unreadable is for the reader to say.
            Err(_) => match self.store.understand(text, self.library, Faults::first()) {
                Err(StoreError::Unreadable { fault, .. }) => return Ok(self.anew("", Some(fault))),
                Err(error) => return Err(error),
                Ok(_) => return Err(self.failed(io::ErrorKind::InvalidData.into())),
            },
        };
        let understood =
            self.store.known(reader::read(Node::document(&document), self.library, Faults::first()))?;
        let mut after = understood.profile.clone();
        let applied: Vec<_> = self.edits.iter().map(|edit| edit.apply(&mut after, self.today)).collect();
        Ok(Draft {
            before: understood.profile,
            after,
            spelling: understood.spelling,
            line_end: LineEnd::of(text),
            conflict: applied.into_iter().find_map(Result::err),
            document: document.into_mut(),
            text,
            unreadable: None,
            notice: None,
        })
    }

    /// A new text with everything that the program holds, where the file is missing, empty or unreadable.
    fn anew<'t>(&self, text: &'t str, unreadable: Option<Fault>) -> Draft<'t> {
        let mut first = Profile::default();
        let fits = self.edits.iter().all(|edit| edit.apply(&mut first, self.today).is_ok());
        // A first save makes no more than its edits say.
        let has_vanished = unreadable.is_none() && !(fits && first == *self.held);
        Draft {
            document: text.parse().unwrap_or_default(),
            before: Profile::default(),
            after: self.held.clone(),
            spelling: Spelling::default(),
            line_end: LineEnd::of(text),
            conflict: None,
            text,
            unreadable,
            notice: has_vanished.then(|| {
                format!(
                    "your profile {} was missing; coach has written everything it knew of it there again",
                    self.file()
                )
            }),
        }
    }

    fn check_kinds(&self, draft: &Draft<'_>) -> Result<(), StoreError> {
        let Some(InTheWay { key, kind }) = document::in_the_way(&draft.document, &draft.before, &draft.after)
        else {
            return Ok(());
        };
        let at = Document::parse(draft.text).ok().and_then(|document| {
            document
                .iter()
                .find(|(other, _)| reader::node::is_same_key(other, key))
                .and_then(|(_, item)| item.span())
        });
        let (line, column) = place_of(draft.text, at.map(|span| span.start).unwrap_or_default());
        Err(StoreError::InTheWay { file: self.store.file.clone(), line, column, key, kind })
    }

    fn kept(&self, fault: &Fault, aside: &Path) -> String {
        format!(
            "your old profile is kept, unchanged, as {}: {} couldn't be read ({fault}). The new one has what coach knew; copy anything that is missing from the old one",
            printable(&aside.display().to_string()),
            self.file()
        )
    }

    fn file(&self) -> String {
        printable(&self.store.file.display().to_string())
    }

    fn failed(&self, cause: io::Error) -> StoreError {
        StoreError::Write { file: self.store.file.clone(), cause }
    }
}
