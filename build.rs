//! Turns the TOML in `data/` into the compact form that the program embeds. A fault in the data stops the build.
//!
//! Parsing the TOML at every start would take longer than the rest of the start. `docs/data-format.md` describes the files.

/// The part of the guide that reads and checks data, compiled into the build script as well.
#[expect(dead_code, unused_imports, reason = "the build script uses only what reads and checks the data")]
#[path = "src/guide"]
mod guide {
    mod check;
    mod fault;
    mod figure;
    mod hash;
    mod id;
    mod lazy;
    pub mod load;
    mod model;
    mod month;
    mod question;
    mod route;
    mod scale;
    mod skill;
    mod source_files;
}

/// The words by which somebody's own words are read.
#[path = "src/profile/about/route_words.rs"]
mod route_words;

use guide::load;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    link_at_a_fixed_address();
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Spares every start of a released program on Linux the 18,000 addresses that the loader would fill in, and 60 page faults with
/// them. The price is that the program's code is at the same address each time: this crate has no unsafe code, but what it is
/// linked with has some.
fn link_at_a_fixed_address() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

fn embed() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/guide");
    println!("cargo::rerun-if-changed=src/profile/about/route_words.rs");
    let files = load::read(Path::new("data"))?;
    let library = load::library(&files)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("library.postcard"), postcard::to_stdvec(&library)?)?;
    let words = fs::read_to_string("data/words/education.toml")?;
    fs::write(out.join("route_words.rs"), route_words::as_constants(&words)?)?;
    Ok(())
}
