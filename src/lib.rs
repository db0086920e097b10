//! Career Coach: what a career needs, where you stand at each level, and what to do next. Works offline and sends nothing.
//!
//! The parts; each may call those below it:
//!
//! - [`cli`]: the command line, one file for each subcommand
//! - [`tui`]: the terminal interface
//! - [`report`]: what a user takes away: pages, set for a width, and JSON
//! - [`coach`]: what follows from a guide and a self-assessment; pure
//! - [`ad`]: what a job ad says, in the words of a guide
//! - [`config`]: the settings of the terminal interface, as their file says them
//! - [`profile`]: what the user said, and the file that keeps it
//! - [`latin`]: characters in Latin letters
//! - [`guide`]: what a career guide says, with the scales of a rating

pub mod ad;
pub mod cli;
pub mod coach;
pub mod config;
pub mod file_problem;
pub mod guide;
pub mod latin;
pub mod profile;
pub mod report;
pub mod resume;
pub mod search;
pub mod session;
pub mod tui;
