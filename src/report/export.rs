//! Documents in formats to share with others, and the one writer of files.

pub mod file;
mod markdown;

pub use markdown::markdown;
