//! How long a start, a key and a save take: `cargo bench --bench start`.
//!
//! Times follow the machine's mood; `docs/contributing.md` says how to count instructions instead.

use career_coach::guide::scale::Rating;
use career_coach::profile::edit::Edit;
use career_coach::profile::store::Store;
use career_coach::session::Session;
use career_coach::tui::app::App;
use career_coach::tui::input::Input;
use career_coach::tui::theme::Theme;
use career_coach::tui::theme::looks::ANSI;
use career_coach::tui::view;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use std::fs;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// A profile of each size that matters, and what its file holds.
const PROFILES: [(&str, Option<&str>); 2] =
    [("empty", None), ("full", Some(include_str!("../tests/samples/senior-without-kubernetes.toml")))];

fn names() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|(name, _)| *name)
}

fn today() -> Date {
    date(2026, 11, 24)
}

/// A folder with the profile of a name in it. It is removed when dropped.
fn home(name: &str) -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("profile.toml");
    let text = PROFILES.iter().find(|(other, _)| *other == name).and_then(|(_, text)| *text);
    if let Some(text) = text {
        fs::write(&file, text).expect("a profile");
    }
    (folder, Store::new(file))
}

fn screen() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(120, 40)).expect("a screen")
}

fn opened(store: &Store) -> App {
    let library = career_coach::guide::embedded().expect("the guide is embedded whole");
    let profile = store.load(&library).expect("a profile").profile;
    App::new(Session::new(library, 0, profile, today).expect("the first guide"))
}

fn draw(app: &App, screen: &mut Terminal<TestBackend>) {
    let theme = Theme::new(&ANSI, false);
    screen.draw(|frame| view::draw(app, theme, frame)).expect("a frame");
}

fn press(app: &mut App, key: KeyCode) {
    let key = KeyEvent::new(key, KeyModifiers::NONE);
    if let Some(input) = Input::of(Event::Key(key)) {
        black_box(app.input(input));
    }
}

/// From nothing to the first frame: the library, the profile, Home.
#[divan::bench(args = names())]
fn start(bencher: Bencher<'_, '_>, name: &str) {
    let (_folder, store) = home(name);
    bencher.bench_local(|| {
        let mut screen = screen();
        draw(&opened(&store), &mut screen);
        screen
    });
}

/// From a key to its frame: one row down and up again on Gap.
#[divan::bench(args = names())]
fn key(bencher: Bencher<'_, '_>, name: &str) {
    let (_folder, store) = home(name);
    let (mut app, mut screen) = (opened(&store), screen());
    press(&mut app, KeyCode::Char('5'));
    draw(&app, &mut screen);
    let mut keys = [KeyCode::Down, KeyCode::Up].into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut app, keys.next().unwrap_or(KeyCode::Down));
        draw(&app, &mut screen);
    });
}

/// One rating into the file, synced.
#[divan::bench(args = names())]
fn save(bencher: Bencher<'_, '_>, name: &str) {
    let (_folder, store) = home(name);
    let library = career_coach::guide::embedded().expect("the guide is embedded whole");
    let held = store.load(&library).expect("a profile").profile;
    let edits = [Edit::Rate {
        skill: "git".parse().expect("an id"),
        rating: Rating::Independent,
        evidence: None,
        anchors: None,
    }];
    bencher.bench_local(|| store.save(black_box(&edits), today(), &held, &library).expect("saved"));
}
