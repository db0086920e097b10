//! The check of the data against a folder of broken guides, one fault each: a sound guide, with some of its files replaced.

use crate::support::in_project;
use career_coach::guide::load::{self, DataFile};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn broken() -> PathBuf {
    in_project("tests/broken")
}

fn files(folder: &str) -> BTreeMap<String, String> {
    let files = load::read(&broken().join(folder)).expect("the folder can be read");
    files.into_iter().map(|file| (file.path, file.text)).collect()
}

/// The sound guide with the files of a case in place of its own.
fn with(case: &str) -> Vec<DataFile> {
    let mut all = files("base");
    all.extend(files(case));
    all.into_iter().map(|(path, text)| DataFile { path, text }).collect()
}

fn cases() -> Vec<String> {
    let entries = std::fs::read_dir(broken()).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    let mut cases: Vec<_> = names.filter(|name| name != "base").collect();
    cases.sort();
    cases
}

#[test]
fn the_sound_guide_has_no_fault() {
    let library = load::library(&with("base")).expect("no fault");
    assert_eq!(library.skills.len(), 3);
    assert_eq!(library.guides[0].levels.len(), 2);
}

#[test]
fn every_broken_guide_is_told_apart() {
    let mut told = String::new();
    for case in cases() {
        let faults = load::library(&with(&case)).expect_err(&case);
        told.push_str(&format!("{case}\n{faults}\n\n"));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_missing_file_is_named() {
    let mut files = with("base");
    files.retain(|file| !file.path.ends_with("faqs.toml"));
    let faults = load::library(&files).expect_err("a fault");
    assert_eq!(faults.0[0].file, "guides/baker/faqs.toml");
    assert_eq!(faults.0[0].problem, "the guide needs this file");
}

#[test]
fn a_fault_names_file_line_and_key() {
    let faults = load::library(&with("must-have-above-requirement")).expect_err("a fault");
    let fault = &faults.0[0];
    assert_eq!(fault.file, "guides/baker/matrix.toml");
    assert_eq!(fault.line, Some(2));
    assert_eq!(fault.key, "apprentice.bread.must_have");
}
