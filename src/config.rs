//! The settings that a person writes into `config.toml`: where the file is, what it says, and what is wrong in it.
//!
//! A setting that can't be understood costs no other: it is a [`problem::Problem`], and its default holds. Which themes and which
//! actions there are is known to the terminal interface alone; here their names are texts.

pub mod paths;
pub mod problem;
pub mod read;
pub mod settings;
