//! A person's résumé: reading it from the files that others write, and what follows from it.
//!
//! It is kept as JSON Resume beside the profile, with every key that JSON Resume doesn't have.

pub mod date;
mod encoding;
pub mod node;
pub mod read;
mod shape;

pub use shape::keywords;

pub mod experience;
pub mod kept;
pub mod model;
pub mod skills;
pub mod understood;
