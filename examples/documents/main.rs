//! Writes an example of every export into `docs/examples`: `cargo run --example documents`.

mod documents;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples");
    std::fs::create_dir_all(&folder)?;
    for (file, content) in documents::all() {
        std::fs::write(folder.join(file), content)?;
    }
    Ok(())
}
