//! Documents in formats to share with others, and the one writer of files.

pub mod file;
mod markdown;
mod subject;

pub use markdown::markdown;
pub use subject::{Subject, document};
