//! The pictures of the README are those of the program.

#[path = "../../examples/screens/pictures.rs"]
mod drawn;
#[path = "../../examples/screens/svg.rs"]
pub mod svg;

use crate::support::in_project;
use std::fs;

#[test]
fn every_picture_is_what_the_program_draws() {
    let folder = in_project("assets/screens");
    let pictures = drawn::all();
    for (file, picture) in &pictures {
        let kept = fs::read_to_string(folder.join(file)).unwrap_or_default();
        assert!(kept == *picture, "{file} is out of date: cargo run --example screens");
    }
    let kept = fs::read_dir(folder).expect("a folder").count();
    assert_eq!(kept, pictures.len(), "no picture is left over");
}
