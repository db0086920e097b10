//! Career guides: their model, the scales of a self-assessment, and the data embedded in the program.

mod check;
pub mod fault;
mod figure;
pub mod hash;
pub mod id;
pub mod lazy;
pub mod load;
pub mod model;
pub mod month;
pub mod names;
mod question;
pub mod route;
pub mod scale;
mod skill;
mod source_files;

use model::Library;

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// The library embedded in the program.
///
/// # Errors
/// When the embedded bytes are damaged. The build script writes them from the same types, so an intact binary never fails here.
pub fn embedded() -> Result<Library, postcard::Error> {
    lazy::borrow_from(EMBEDDED);
    postcard::from_bytes(EMBEDDED)
}
