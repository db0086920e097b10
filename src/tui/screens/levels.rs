//! What the lists of levels have in common.

use crate::guide::model::Level;
use crate::report::document::{Cell, Role};
use crate::report::layout;
use crate::session::Session;

/// What a row needs beside its name and its bar.
const FIGURES: u16 = 25;
const NAME_CELLS: u16 = 18;

/// The position of the level aimed for; the first one where there is no target.
#[must_use]
pub fn target_position(session: &Session) -> usize {
    let target = session.target().map(|level| &level.id);
    let position = session.guide().levels.iter().position(|level| Some(&level.id) == target);
    position.unwrap_or_default()
}

/// The names of all levels, long and short, as a filter looks at them.
#[must_use]
pub fn names(session: &Session) -> Vec<String> {
    let name = |level: &Level| format!("{} {}", level.short, level.title);
    session.guide().levels.iter().map(name).collect()
}

/// The name of a level in a list; the target is marked.
#[must_use]
pub fn name(short: &str, is_target: bool, width: u16) -> Cell {
    let marker = if is_target { "▸ " } else { "  " };
    let cells = usize::from(width.saturating_sub(FIGURES).min(NAME_CELLS));
    let role = if is_target { Role::Accent } else { Role::Text };
    Cell::new(role, format!("{marker}{}", layout::cut(short, cells)))
}
