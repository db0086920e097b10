//! The terminal interface: it shows what the session returns and decides nothing of its own.
//!
//! An event becomes an [`input::Input`]. A key is looked up in the tables of [`keymap`], and the dialog or the screen that has it
//! answers with an [`outcome::Outcome`]. [`app::App`] carries that out and returns effects; [`shell`] runs those and draws.
//! Everything about one screen stands in its file under [`screens`].

pub mod app;
pub mod dialogs;
pub mod forms;
pub mod input;
pub mod keymap;
pub mod memory;
pub mod navigation;
pub mod outcome;
pub mod screen;
pub mod screens;
pub mod settings;
pub mod shell;
pub mod theme;
pub mod view;
pub mod widgets;

#[cfg(test)]
mod tests;
