//! Dialogs: they lie over a screen as a stack, and each ends with an answer.

use super::action::{Action, BINDINGS, Scope};
use super::input::Key;
use super::pane::Pane;
use super::screen::move_in;
use crate::guide::id::{LevelId, Link, SkillId};
use crate::guide::scale::Evidence;
use crate::profile::about::Topic;
use crate::profile::model::ProofKind;
use crate::report::document::{Cell, Column, Document, Role};
use crate::search::{Hit, Index};
use crate::session::date_ahead;
use jiff::civil::Date;
use tui_input::{Input as Field, InputRequest};

/// So many hits are looked for.
const HITS: usize = 20;

/// A dialog.
#[derive(Debug)]
pub enum Dialog {
    /// A page to read: the bindings in force, the arithmetic, or what the user should know.
    Page {
        /// Its title.
        title: String,
        /// What it says.
        doc: Document,
        /// Where the reader is in it.
        pane: Pane,
    },
    /// One of several.
    Choice {
        /// What is to be chosen.
        title: String,
        /// What each row says, and the answer that it is.
        rows: Vec<(String, Answer)>,
        /// The row that is marked.
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
    /// A line of text.
    Text {
        /// What is asked.
        title: String,
        /// How to answer, or what is wrong with the answer.
        hint: String,
        /// What is typed.
        field: Field,
        /// What the text is for.
        purpose: Purpose,
    },
}

/// What a line of text is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The note to the rating of a skill.
    Note(SkillId),
    /// The answer to a question about the person.
    About(Topic),
    /// A proof of a skill.
    Proof(SkillId, ProofKind),
    /// The day until which a plan is to be done; it has to lie after the one given here.
    By(Date),
}

impl Purpose {
    /// Why a text won't do, if it won't.
    fn problem(&self, text: &str) -> Option<String> {
        let text = text.trim();
        match self {
            Self::About(question) if !text.is_empty() => {
                question.tidy(text).err().map(|error| error.to_string())
            }
            Self::Proof(_, ProofKind::Link) if !text.is_empty() => {
                let is_address = ProofKind::guess(text, Evidence::Example) == ProofKind::Link;
                (!is_address).then(|| "That is no address: write it as https://example.org/page.".to_owned())
            }
            Self::By(today) if !text.is_empty() => date_ahead(text, *today).err(),
            Self::Note(_) | Self::Proof(..) | Self::About(_) | Self::By(_) => None,
        }
    }
}

/// What a dialog ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Everything stays.
    Nothing,
    /// Quit although something isn't saved.
    QuitUnsaved,
    /// Go there.
    Go(Link),
    /// Aim for this level.
    Target(LevelId),
    /// Ask this question about the person.
    Ask(Topic),
    /// This is the answer to it; an empty one clears it.
    About(Topic, String),
    /// Prove this skill.
    Prove(SkillId),
    /// Prove the skill with something of this kind.
    ProveBy(SkillId, ProofKind),
    /// Prove the skill with the written proof of this id.
    ProveWith(SkillId, String),
    /// A text that will do, for its purpose.
    Typed(Purpose, String),
}

impl Dialog {
    /// A page to read.
    #[must_use]
    pub fn page(title: impl Into<String>, doc: Document) -> Self {
        Self::Page { title: title.into(), doc, pane: Pane::default() }
    }

    /// Explains the bindings of the scopes in force.
    #[must_use]
    pub fn help(scopes: &[Scope]) -> Self {
        let mut doc = Document::default();
        for scope in scopes {
            doc.heading(scope.title());
            let bindings = BINDINGS.iter().filter(|binding| binding.scope == *scope);
            let rows = bindings
                .map(|binding| vec![Cell::new(Role::Strong, binding.keys_in_words()), binding.words.into()]);
            doc.table(vec![Column::default(); 2], rows.collect());
        }
        Self::page("Keys in force here", doc)
    }

    /// Says what has to be known, at length.
    #[must_use]
    pub fn say(title: &'static str, sentences: Vec<String>) -> Self {
        let mut doc = Document::default();
        for sentence in sentences {
            doc.gap();
            doc.paragraph(sentence);
        }
        Self::page(title, doc)
    }

    /// Asks for one of several.
    #[must_use]
    pub fn choice(title: impl Into<String>, rows: Vec<(String, Answer)>, selected: usize) -> Self {
        Self::Choice { title: title.into(), rows, selected }
    }

    /// Asks what to search.
    #[must_use]
    pub fn search() -> Self {
        Self::Search { field: Field::default(), hits: Vec::new(), selected: 0 }
    }

    /// Asks for a line of text.
    #[must_use]
    pub fn text(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: Option<String>,
        purpose: Purpose,
    ) -> Self {
        Self::Text {
            title: title.into(),
            hint: hint.into(),
            field: Field::new(text.unwrap_or_default()),
            purpose,
        }
    }

    /// Whose bindings are in force while it is open.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Page { .. } => Scope::Reading,
            Self::Choice { .. } => Scope::Choice,
            Self::Search { .. } => Scope::Field,
            Self::Text { .. } => Scope::Text,
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
            Self::Choice { rows, selected, .. } => match action {
                Action::Pick(number) => {
                    rows.get(usize::from(number).checked_sub(1)?).map(|(_, answer)| answer.clone())
                }
                Action::Accept => rows.get(*selected).map(|(_, answer)| answer.clone()),
                _ => {
                    *selected = moved(*selected, rows.len(), action);
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
            Self::Text { field, purpose, hint, .. } => {
                if action != Action::Accept {
                    return None;
                }
                match purpose.problem(field.value()) {
                    Some(problem) => {
                        *hint = problem;
                        None
                    }
                    None => Some(Answer::Typed(purpose.clone(), field.value().trim().to_owned())),
                }
            }
        }
    }

    /// Puts a text into its field.
    pub fn paste(&mut self, text: &str, index: Option<&Index>) {
        if let Self::Search { field, .. } | Self::Text { field, .. } = self {
            for c in text.chars() {
                field.handle(InputRequest::InsertChar(c));
            }
        }
        self.look_up(index);
    }

    /// Edits its field with a key.
    pub fn edit(&mut self, key: Key, index: Option<&Index>) {
        let Some(request) = key.field_request() else { return };
        if let Self::Search { field, .. } | Self::Text { field, .. } = self {
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
