//! What a user takes away.
//!
//! [`pages`] builds a [`document`] from what [`coach`](crate::coach) computed. [`layout`] sets a document for a width, for the
//! command line and the terminal interface alike; [`text`] prints it; [`export`] turns it into other formats; [`json`] serves
//! programs. [`safe_text`] keeps what steers a terminal out of all of them.

pub mod document;
pub mod export;
pub mod json;
pub mod layout;
pub mod pages;
pub mod safe_text;
pub mod text;
