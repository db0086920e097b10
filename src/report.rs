//! What a user takes away. Pages are built once, from what `coach` returned, as a [`doc`]; [`set`] fits them to a width for
//! the command line and the terminal interface alike, [`text`] prints them, [`json`] is for programs.

pub mod doc;
pub mod json;
pub mod markdown;
pub mod page;
pub mod set;
pub mod text;
