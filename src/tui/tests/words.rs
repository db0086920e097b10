//! What dialogs say: mistakes, matches, answers and keys.

use super::{ASCII, Harness, SIZES, somebody};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use rstest::rstest;

/// The first line of the screen that has a text.
fn line_with(harness: &mut Harness, wanted: &str) -> String {
    let screen = harness.screen();
    let line = screen.lines().find(|line| line.contains(wanted));
    line.unwrap_or_else(|| panic!("no {wanted}: {screen}")).to_owned()
}

/// A mistake doesn't look like the hint that it replaces, with or without colours and signs.
#[test]
fn a_mistake_in_a_field_has_a_sign() {
    let mut harness = Harness::new(somebody());
    harness.press("6 b").enter("soon").press("enter");
    let line = line_with(&mut harness, "✗ ");
    let row = harness.rows().find(|row| row.iter().any(|cell| cell.symbol() == "✗")).expect("a row");
    let sign = row.iter().find(|cell| cell.symbol() == "✗").expect("a sign");
    assert!(sign.modifier.contains(Modifier::BOLD) || sign.modifier.contains(Modifier::REVERSED), "{line}");
    let mut harness = Harness::new(somebody()).themed(ASCII);
    harness.press("6 b").enter("soon").press("enter");
    assert!(harness.screen().is_ascii() && line_with(&mut harness, "x ").contains("| x "));
}

/// Somebody who writes two sentences sees both.
#[test]
fn a_field_for_sentences_shows_three_lines() {
    let mut harness = Harness::new(somebody());
    harness.press("6 e a 1 3");
    harness.enter("I moved the invoices of a shop to a new database while it was open, because the old one lost orders. Nothing was lost.");
    let screen = harness.screen();
    assert!(screen.contains("> I moved the invoices") && screen.contains("Nothing was lost."), "{screen}");
    harness.press("enter");
    let page = harness.screen();
    assert_eq!(page.matches("I moved the invoices").count(), 1, "the story is its own title: {page}");
    assert!(!page.contains('…'), "{page}");
}

#[rstest]
#[case(80)]
#[case(60)]
fn answers_about_oneself_stand_in_a_column(#[case] width: u16) {
    let mut harness = Harness::sized(somebody(), width, 24);
    harness.press("6 r a 1").enter("3").press("enter a");
    let column = |line: &str, said: &str| {
        line.chars().count()
            - line.split(said).last().map_or(0, |rest| rest.chars().count())
            - said.chars().count()
    };
    let [years, kit] = [("1 How many years", " 3 "), ("5 Have you practised", "not answered")]
        .map(|(question, said)| (line_with(&mut harness, question), said));
    assert_eq!(column(&years.0, years.1) + 1, column(&kit.0, kit.1), "{}\n{}", years.0, kit.0);
}

#[test]
fn a_result_has_its_kind_at_the_right_and_the_match_in_bold() {
    for (width, height) in SIZES {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press("/").enter("git");
        let screen = harness.screen();
        let ends = |kind: &str| -> Vec<usize> {
            let starts =
                screen.lines().filter_map(|line| line.find(kind).map(|at| line[..at].chars().count()));
            starts.map(|start| start + kind.chars().count()).collect()
        };
        let (skills, pages) = (ends("  skill "), ends("  guide "));
        assert!(!skills.is_empty() && !pages.is_empty(), "{screen}");
        let starts =
            skills.iter().map(|end| end - "skill ".len()).chain(pages.iter().map(|end| end - "guide ".len()));
        assert_eq!(starts.collect::<std::collections::BTreeSet<_>>().len(), 1, "one column: {screen}");
        let bold = |row: &[Cell]| {
            let cells = row.iter().filter(|cell| cell.modifier.contains(Modifier::BOLD));
            cells.map(Cell::symbol).collect::<String>()
        };
        harness.press("down");
        let rows: Vec<String> = harness.rows().map(bold).collect();
        assert!(rows.iter().any(|row| row.contains("Git")), "{rows:?}");
    }
}

/// What only this screen can do comes first, and the keys have one column.
#[rstest]
#[case("1", "Home")]
#[case("3", "Ladder")]
#[case("6", "Plan")]
#[case("8", "Toolkit")]
fn the_help_begins_with_the_screens_own_keys(#[case] screen: &str, #[case] title: &str) {
    let mut harness = Harness::sized(somebody(), 120, 100);
    let help = harness.press(screen).press("?").screen();
    let place = |wanted: &str| {
        let row = help.lines().position(|line| line.contains(&format!("│ {wanted} ")));
        row.unwrap_or_else(|| panic!("no {wanted}: {help}"))
    };
    assert!(place(title) < place("Lists and pages") && place("Lists and pages") < place("On every screen"));
    assert!(place(title) < place("Lists"), "{help}");
    let column =
        |words: &str| help.lines().find_map(|line| line.find(words).map(|at| line[..at].chars().count()));
    assert_eq!(column("one page down"), column("search everything"), "{help}");
}

#[test]
fn the_ladder_names_both_levels_that_it_compares() {
    let mut harness = Harness::new(somebody());
    harness.press("3 c");
    line_with(&mut harness, "Mid-level compared with the level you choose");
    harness.press("down");
    line_with(&mut harness, "Mid-level and Senior compared");
}

/// One style of per cent, and a key that can be told from it.
#[test]
fn a_certainty_stands_beside_its_key() {
    let mut harness = Harness::new(somebody());
    line_with(harness.press("7 enter"), "[5] 50 % · [6] 60 % · [7] 70 % · [8] 80 % · [9] 90 % · [0] 100 %");
    line_with(harness.press("7"), "50 % · 60 % · ▸ 70 % · 80 %");
}
