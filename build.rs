//! Turns the TOML in `data/` into the compact form that the program embeds, and stops the build on any fault of the data.
//!
//! Parsing the TOML at every start would cost more than the rest of the start; `docs/data-format.md` describes the files.

#![expect(
    dead_code,
    unused_imports,
    reason = "only what reading and checking need of these modules is used here"
)]

#[path = "src/guide/check.rs"]
mod check;
#[path = "src/guide/check_guides.rs"]
mod check_guides;
#[path = "src/guide/check_skills.rs"]
mod check_skills;
#[path = "src/guide/fault.rs"]
mod fault;
#[path = "src/guide/figure.rs"]
mod figure;
#[path = "src/guide/id.rs"]
mod id;
#[path = "src/guide/lazy.rs"]
mod lazy;
#[path = "src/guide/load.rs"]
mod load;
#[path = "src/guide/model.rs"]
mod model;
#[path = "src/guide/route.rs"]
mod route;
#[path = "src/guide/scale.rs"]
mod scale;
#[path = "src/guide/skill.rs"]
mod skill;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/guide");
    let files = load::read(Path::new("data"))?;
    let library = load::library(&files)?;
    let target = PathBuf::from(env::var("OUT_DIR")?).join("library.postcard");
    fs::write(target, postcard::to_stdvec(&library)?)?;
    Ok(())
}
