//! Documents in formats to share with others.

mod markdown;

pub use markdown::markdown;
