//! The ladder: the bar of the selected level, and two levels in columns.

use super::{ASCII, COLOR, Harness, MONO, somebody};
use crate::guide::id::Link;
use crate::report::pages::{Face, GuideView};
use crate::tui::theme::Theme;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use rstest::rstest;

/// In reversed video a bar would be a hole, and beside reversed room it could not be told from it.
#[rstest]
#[case::mono(MONO, '▄')]
#[case::colour(COLOR, '▄')]
#[case::ascii(ASCII, '=')]
fn the_bar_of_the_selected_level_stands_clear_of_the_selection(#[case] theme: Theme, #[case] block: char) {
    for width in [80, 120] {
        let mut harness = Harness::sized(somebody(), width, 40).themed(theme);
        harness.press("3 down").draw();
        let words = |row: &[Cell]| row.iter().map(Cell::symbol).collect::<String>();
        let row = harness.rows().find(|row| words(row).starts_with("   Senior ")).expect("the level below");
        let is_block = |at: &usize| row[*at].symbol().starts_with(block);
        let is_reversed = |at: usize| row[at].modifier.contains(Modifier::REVERSED);
        let first = (0..row.len()).find(is_block).expect("a bar");
        let last = (first..row.len()).take_while(is_block).last().expect("a bar");
        assert!((first - 2..=last + 1).all(|at| !is_reversed(at)), "{width}: the bar and the room around it");
        assert!(is_reversed(3) && row.iter().filter(|cell| cell.symbol() == "$").count() > 0);
        let pay = row.iter().position(|cell| cell.symbol() == "$").expect("the pay");
        assert!(is_reversed(pay), "{width}: the pay is part of the selection");
    }
}

#[rstest]
#[case(99, false)]
#[case(100, true)]
#[case(120, true)]
#[case(200, true)]
fn two_levels_stand_beside_each_other_where_there_is_room(#[case] width: u16, #[case] has_columns: bool) {
    let mut harness = Harness::sized(somebody(), width, 40);
    let screen = harness.press("3 c down").screen();
    let names = screen.lines().any(|line| {
        let page = line.trim_end_matches(['│', '█']).split('│').next_back().unwrap_or_default();
        page.split_whitespace().eq(["Mid-level", "Senior"])
    });
    assert_eq!(names, has_columns, "{screen}");
    assert_eq!(screen.contains('→'), !has_columns, "{screen}");
}

/// The columns have other links than the page below; what is marked is what is opened.
#[test]
fn the_first_link_of_two_levels_in_columns_is_followed() {
    for width in [80, 120] {
        let mut harness = Harness::sized(somebody(), width, 40);
        let marked = harness.press("3 c down tab").selected().pop().expect("a link");
        harness.press("enter");
        let Some(Link::Skill(skill)) = harness.app.screens.guide.place() else {
            panic!("no skill: {marked}")
        };
        let view = GuideView::new(&harness.app.session, Face::Interface);
        assert_eq!(view.skill_short(skill), marked, "{width}");
    }
}
