//! Pages in formats to hand to somebody else.

mod markdown;

pub use markdown::markdown;
