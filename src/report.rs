//! The output for users: pages, exports and JSON.
//!
//! [`pages`] builds a [`document`] from the results of [`coach`](crate::coach). [`layout`] fits a document to a width, for the command
//! line and the terminal interface alike; [`text`] prints it, and [`plain`] for a screen reader; [`html`] makes a web page of it and
//! [`pdf`] a PDF. [`export`] makes files in every format; [`ics`] is for calendars and [`json`] for programs.
//! [`safe_text`] keeps what steers a terminal out of all of them.

pub mod document;
pub mod export;
pub mod html;
pub mod ics;
pub mod json;
pub mod layout;
pub mod pages;
pub mod pdf;
pub mod plain;
pub mod safe_text;
pub mod text;
