//! Pages in formats to hand to somebody else, and the one writer of files.

pub mod file;
mod markdown;

pub use markdown::markdown;
