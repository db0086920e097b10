//! What a career guide says: its model, the scales of a self-assessment, and the embedded data.

mod check;
mod check_guides;
mod check_skills;
pub mod fault;
mod figure;
pub mod id;
pub mod lazy;
pub mod load;
pub mod model;
pub mod names;
pub mod route;
pub mod scale;
mod skill;

use model::Library;

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// The library inside the program.
///
/// # Errors
/// Never with a binary that was built whole; the error says so.
pub fn embedded() -> Result<Library, postcard::Error> {
    lazy::borrow_from(EMBEDDED);
    postcard::from_bytes(EMBEDDED)
}
