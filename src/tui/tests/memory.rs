//! What is remembered from one run to the next, and the way back and forward.

use super::{ASCII, Harness, somebody};
use crate::guide::id::Link;
use crate::profile::model::Profile;
use crate::tui::app::Notice;
use crate::tui::memory::Remembered;
use crate::tui::screens::ScreenId;

fn link(text: &str) -> Link {
    Link::try_from(text.to_owned()).expect("a link")
}

fn place(harness: &Harness) -> String {
    harness.app.screens.guide.place().map(Link::to_string).unwrap_or_default()
}

/// A run in which an earlier one left something.
fn after(bookmarks: &[&str], read_to: &[(&str, usize)]) -> Harness {
    let mut harness = Harness::new(somebody());
    harness.left = Ok(Remembered {
        bookmarks: bookmarks.iter().map(|page| link(page)).collect(),
        read_to: read_to.iter().map(|(page, line)| (link(page), *line)).collect(),
        recent: vec!["export".to_owned(), "gone".to_owned()],
    });
    harness
}

#[test]
fn b_sets_a_bookmark_and_removes_it_and_the_contents_show_it() {
    let mut harness = Harness::new(somebody());
    harness.press("2 b");
    assert!(harness.screen().contains("» Overview"), "{}", harness.screen());
    assert!(harness.screen().contains("Bookmark set on"));
    assert_eq!(harness.written.len(), 1, "written at once");
    assert!(harness.written[0].bookmarks.iter().all(|(_, is_marked)| *is_marked));
    harness.press("b");
    assert!(!harness.screen().contains('»'));
    assert!(!harness.written[1].bookmarks[0].1);
    let mut harness = Harness::new(somebody()).themed(ASCII);
    harness.press("2 b");
    assert!(harness.screen().is_ascii());
}

#[test]
fn the_list_of_bookmarks_opens_a_page_from_every_screen() {
    let mut harness = after(&["skill:sql", "section:gone"], &[]);
    harness.press("5 B");
    let screen = harness.screen();
    assert!(screen.contains("Your bookmarks") && screen.contains("skill"), "{screen}");
    assert!(!screen.contains("gone"), "a page that is no longer there is not offered");
    harness.press("enter");
    assert_eq!((harness.app.shown(), place(&harness).as_str()), (ScreenId::Guide, "skill:sql"));
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
    let mut harness = Harness::new(somebody());
    harness.press("B");
    assert!(harness.screen().contains("press b"), "{}", harness.screen());
}

#[test]
fn a_page_opens_where_it_was_left_in_an_earlier_run() {
    let first = place(Harness::new(somebody()).press("2"));
    let mut harness = after(&[], &[(&first, 3)]);
    let top = Harness::new(somebody()).press("2").screen();
    let left = harness.press("2 enter").screen();
    assert_ne!(left.lines().nth(4), top.lines().nth(4));
    assert!(harness.written.is_empty(), "nothing has changed");
    harness.press("down 1");
    assert_eq!(harness.written.last().map(|note| note.read_to.clone()), Some(vec![(link(&first), 4)]));
}

#[test]
fn positions_are_written_when_the_guide_or_the_program_is_left() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter down down down");
    assert!(harness.written.is_empty());
    harness.press("q");
    assert_eq!(harness.written.len(), 1);
}

#[test]
fn commands_of_earlier_runs_stand_first_in_the_palette() {
    let mut harness = after(&[], &[]);
    harness.press("6 :");
    let screen = harness.screen();
    let lines: Vec<_> = screen.lines().filter(|line| line.contains("export the report")).collect();
    let at = screen.lines().position(|line| line.contains("export the report"));
    let other = screen.lines().position(|line| line.contains("write a note"));
    assert!(at < other, "{lines:?}\n{screen}");
    harness.press("enter");
    assert_eq!(harness.written.last().map(|note| note.recent.clone()), Some(vec!["export"]));
}

#[test]
fn a_file_that_cannot_be_used_is_told_once_and_never_written() {
    let mut harness = Harness::new(somebody());
    harness.left = Err("can't use state.toml: line 2".to_owned());
    harness.draw();
    assert_eq!(harness.app.notice, None, "nobody has looked at it yet");
    harness.press("2");
    assert!(matches!(&harness.app.notice, Some(Notice::News(said)) if said.contains("state.toml")));
    harness.press("down b : esc 1 q");
    assert!(harness.written.is_empty());
    assert!(!harness.screen().contains("state.toml"));
}

#[test]
fn nothing_is_written_of_the_sample_nor_before_the_first_answer() {
    let mut harness = Harness::new(Profile::default());
    harness.press("] enter down down [ q");
    assert!(harness.written.is_empty());
    let mut harness = Harness::new(Profile::default());
    harness.press("4 enter 2 b q");
    assert!(harness.app.is_sample() && harness.written.is_empty());
}

#[test]
fn the_way_goes_back_and_forward_again() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter tab enter");
    let followed = place(&harness);
    harness.press("H");
    let before = place(&harness);
    assert_ne!(before, followed);
    harness.press("L");
    assert_eq!(place(&harness), followed);
    harness.press("alt-left");
    assert_eq!(place(&harness), before);
    harness.press("alt-right esc");
    assert_eq!(place(&harness), before, "Esc goes back too");
    harness.press("L");
    assert_eq!(place(&harness), followed);
    harness.press("L");
    assert!(harness.screen().contains("There is no place to go forward to."));
    harness.press("5 H");
    assert!(harness.screen().contains("There is no place to go back to."), "a tab forgets the way");
}
