//! Documents in formats to share with others, and the one writer of their files.

pub mod file;
mod markdown;

pub use markdown::markdown;
