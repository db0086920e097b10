//! Documents in formats to share with others, and the one writer of files.

pub mod file;
mod json_resume;
mod markdown;
mod subject;

pub use markdown::markdown;
pub use subject::{Subject, ToSend, cover_letter, document, json_resume, resume, resume_weak_spots};
