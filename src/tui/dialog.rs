//! Dialogs: they lie over a screen as a stack, and each ends with an answer.

use super::action::{Action, BINDINGS, Scope};
use super::input::Key;
use super::pane::Pane;
use super::screen::move_in;
use crate::guide::id::{LevelId, Link, SkillId};
use crate::guide::model::Guide;
use crate::guide::search::{Hit, Index};
use crate::report::doc::{Cell, Column, Doc, Role};
use tui_input::{Input as Field, InputRequest};

/// So many hits are looked for.
const HITS: usize = 20;

/// A dialog.
#[derive(Debug)]
pub enum Dialog {
    /// A page to read: the bindings in force, or what the user should know.
    Page {
        /// Its title.
        title: &'static str,
        /// What it says.
        doc: Doc,
        /// Where the reader is in it.
        pane: Pane,
    },
    /// The level to aim for.
    Target {
        /// The levels and their titles.
        levels: Vec<(LevelId, String)>,
        /// The one that is marked.
        selected: usize,
    },
    /// Search over everything.
    Search {
        /// What is typed.
        field: Field,
        /// What answers to it, best first.
        hits: Vec<Hit>,
        /// The hit that is marked.
        selected: usize,
    },
    /// The note to a rating.
    Note {
        /// The skill that is rated.
        skill: SkillId,
        /// What is typed.
        field: Field,
    },
}

/// What a dialog ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Everything stays.
    Nothing,
    /// Go there.
    Go(Link),
    /// Aim for this level.
    Target(LevelId),
    /// Note this to the rating of the skill.
    Note(SkillId, String),
}

impl Dialog {
    /// Explains the bindings of the scopes in force.
    #[must_use]
    pub fn help(scopes: &[Scope]) -> Self {
        let mut doc = Doc::default();
        for scope in scopes {
            doc.heading(scope.title());
            let bindings = BINDINGS.iter().filter(|binding| binding.scope == *scope);
            let rows = bindings
                .map(|binding| vec![Cell::new(Role::Strong, binding.keys_in_words()), binding.words.into()]);
            doc.table(vec![Column::default(); 2], rows.collect());
        }
        Self::Page { title: "Keys in force here", doc, pane: Pane::default() }
    }

    /// Says what has to be known, at length.
    #[must_use]
    pub fn say(title: &'static str, sentences: Vec<String>) -> Self {
        let mut doc = Doc::default();
        for sentence in sentences {
            doc.gap();
            doc.paragraph(sentence);
        }
        Self::Page { title, doc, pane: Pane::default() }
    }

    /// Asks for the level to aim for.
    #[must_use]
    pub fn target(guide: &Guide, target: Option<&LevelId>) -> Self {
        let levels: Vec<_> =
            guide.levels.iter().map(|level| (level.id.clone(), level.title.clone())).collect();
        let selected = levels.iter().position(|(id, _)| Some(id) == target);
        Self::Target { levels, selected: selected.unwrap_or_default() }
    }

    /// Asks what to search.
    #[must_use]
    pub fn search() -> Self {
        Self::Search { field: Field::default(), hits: Vec::new(), selected: 0 }
    }

    /// Asks for a note.
    #[must_use]
    pub fn note(skill: SkillId, note: Option<String>) -> Self {
        Self::Note { skill, field: Field::new(note.unwrap_or_default()) }
    }

    /// Whose bindings are in force while it is open.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Page { .. } => Scope::Reading,
            Self::Target { .. } => Scope::Choice,
            Self::Search { .. } | Self::Note { .. } => Scope::Field,
        }
    }

    /// Does what an action says; an answer ends the dialog.
    pub fn update(&mut self, action: Action) -> Option<Answer> {
        if action == Action::Cancel {
            return Some(Answer::Nothing);
        }
        match self {
            Self::Page { doc, pane, .. } => {
                move_in(pane, doc, action);
                None
            }
            Self::Target { levels, selected } => match action {
                Action::Pick(number) => {
                    let picked = levels.get(usize::from(number).checked_sub(1)?)?;
                    Some(Answer::Target(picked.0.clone()))
                }
                Action::Accept => levels.get(*selected).map(|(id, _)| Answer::Target(id.clone())),
                _ => {
                    *selected = moved(*selected, levels.len(), action);
                    None
                }
            },
            Self::Search { hits, selected, .. } => match action {
                Action::Accept => hits.get(*selected).map(|hit| Answer::Go(hit.link.clone())),
                _ => {
                    *selected = moved(*selected, hits.len(), action);
                    None
                }
            },
            Self::Note { skill, field } => {
                (action == Action::Accept).then(|| Answer::Note(skill.clone(), field.value().to_owned()))
            }
        }
    }

    /// Puts a text into its field.
    pub fn paste(&mut self, text: &str, index: Option<&Index>) {
        if let Self::Search { field, .. } | Self::Note { field, .. } = self {
            for c in text.chars() {
                field.handle(InputRequest::InsertChar(c));
            }
        }
        self.look_up(index);
    }

    /// Edits its field with a key.
    pub fn edit(&mut self, key: Key, index: Option<&Index>) {
        if let Some(request) = key.field_request() {
            self.request(request, index);
        }
    }

    fn request(&mut self, request: InputRequest, index: Option<&Index>) {
        if let Self::Search { field, .. } | Self::Note { field, .. } = self {
            field.handle(request);
        }
        self.look_up(index);
    }

    /// Looks for what is typed in a search.
    fn look_up(&mut self, index: Option<&Index>) {
        if let Self::Search { field, hits, selected } = self {
            *hits = index.map(|index| index.search(field.value(), HITS)).unwrap_or_default();
            *selected = 0;
        }
    }
}

fn moved(selected: usize, count: usize, action: Action) -> usize {
    match action {
        Action::Up => selected.saturating_sub(1),
        Action::Down => (selected + 1).min(count.saturating_sub(1)),
        _ => selected,
    }
}
