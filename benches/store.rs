//! How reading, checking and saving a profile grow with its file: `cargo bench --bench store`. Each column ten times the one before
//! has to take about ten times as long.

use career_coach::guide::embedded;
use career_coach::guide::model::Library;
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::edit::Edit;
use career_coach::profile::store::Store;
use divan::Bencher;
use jiff::civil::{Date, date};
use std::fmt::Write;
use std::fs;
use tempfile::TempDir;

const TODAY: Date = date(2026, 11, 24);
/// Entries of each kind.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

struct Case {
    _folder: TempDir,
    store: Store,
    library: Library,
}

fn case(text: String) -> Case {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("profile.toml");
    fs::write(&file, text).expect("the profile can be written");
    Case { _folder: folder, store: Store::new(file), library: embedded().expect("embedded whole") }
}

/// As many proofs, all named by one rating, and entries of the history.
fn big(size: usize) -> String {
    let names: Vec<String> = (0..size).map(|i| format!("\"p{i}\"")).collect();
    let mut text = format!("schema = 1\n[ratings.git]\nrating = 3\nproofs = [{}]\n", names.join(", "));
    for i in 0..size {
        let day = 1 + i % 28;
        write!(
            text,
            "\n[[proofs]]\nid = \"p{i}\"\ntitle = \"shop\"\n\n[[history]]\non = \"2026-01-{day:02}\"\nskill = \"git\"\nrating = 3\n"
        )
        .expect("a text takes everything");
    }
    text
}

/// As many values that can't be understood.
fn faulty(size: usize) -> String {
    (0..size).map(|i| format!("[ratings.skill-{i}]\nrating = 9\nevidence = \"linkk\"\n")).collect()
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn load(bencher: Bencher<'_, '_>, size: usize) {
    let Case { store, library, _folder } = case(big(size));
    bencher.bench_local(|| store.load(&library).expect("it can be read"));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn load_with_faults(bencher: Bencher<'_, '_>, size: usize) {
    let Case { store, library, _folder } = case(faulty(size));
    bencher.bench_local(|| store.load(&library).expect("it can be read"));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn check(bencher: Bencher<'_, '_>, size: usize) {
    let Case { store, library, _folder } = case(faulty(size));
    bencher.bench_local(|| store.check(&library).expect("it can be read"));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn save(bencher: Bencher<'_, '_>, size: usize) {
    let Case { store, library, _folder } = case(big(size));
    let mut held = store.load(&library).expect("it can be read").profile;
    let edit = Edit::Rate {
        skill: "sql".parse().expect("an id"),
        rating: Rating::Assisted,
        evidence: Some(Evidence::Link),
        anchors: None,
    };
    edit.apply(&mut held, TODAY).expect("it is no undo");
    let edits = [edit];
    bencher.bench_local(|| store.save(&edits, TODAY, &held, &library).expect("it can be saved"));
}
