//! Draws every screen into `assets/screens`, for the README: `cargo run --example screens`.

mod pictures;
mod svg;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    std::fs::create_dir_all(&folder)?;
    for (file, picture) in pictures::all() {
        std::fs::write(folder.join(file), picture)?;
    }
    Ok(())
}
