//! The terminal interface: it shows what the lower floors return and computes nothing of its own.
//!
//! An event becomes an [`input::Input`], a key looks up an [`action::Action`] in one table, [`app::App::update`] changes the
//! state and returns effects, [`shell`] runs those and draws.

pub mod action;
pub mod app;
pub mod dialog;
pub mod input;
pub mod pane;
pub mod rows;
pub mod screen;
pub mod shell;
pub mod theme;
pub mod view;

#[cfg(test)]
mod tests;
