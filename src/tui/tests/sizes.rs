//! Every screen and every dialog in terminals of many sizes.

use super::{Harness, MONO, somebody};
use ratatui::style::Color;
use rstest::rstest;

const WIDTHS: [u16; 12] = [0, 1, 2, 9, 39, 40, 41, 57, 60, 77, 78, 300];
const HEIGHTS: [u16; 8] = [0, 1, 9, 10, 11, 18, 22, 100];
const SMALLEST: (u16, u16) = (40, 10);

/// One app stays open while its terminal takes every size, and goes on taking keys that move and change nothing.
#[rstest]
#[case::home("1")]
#[case::guide("2 enter tab tab")]
#[case::ladder("3 enter")]
#[case::ladder_compared("3 c down")]
#[case::assess("4")]
#[case::gap("5 x")]
#[case::plan("6 down down enter")]
#[case::calendar("6 w 6 enter b 2 0 2 7 - 0 6 - 3 0 enter")]
#[case::hours("6 w")]
#[case::deadline("6 b")]
#[case::step_done("6 down d 3")]
#[case::answer_about_oneself("6 r a 1")]
#[case::questions_about_oneself("6 r a")]
#[case::proof("6 e a")]
#[case::progress("6 p")]
#[case::practice("7")]
#[case::practice_asked("7 enter")]
#[case::practice_ticking("7 enter 8 enter")]
#[case::practice_result("7 enter 8 enter a enter")]
#[case::toolkit("8")]
#[case::toolkit_document("8 G")]
#[case::toolkit_file("8 r")]
#[case::what_if("5 w down right")]
#[case::arithmetic("x")]
#[case::target("t")]
#[case::search("/ k 8 s")]
#[case::export("6 E")]
#[case::proof_with_an_address("6 e tab")]
#[case::palette(": t h")]
#[case::finding("2 enter / a")]
#[case::found("2 enter / a enter n")]
#[case::help("?")]
#[case::note("4 3 n a")]
#[case::proof_of_a_skill("4 p")]
fn no_size_is_too_small_or_too_large(#[case] keys: &str) {
    let mut harness = Harness::new(somebody()).themed(MONO);
    harness.press(keys);
    for width in WIDTHS {
        for height in HEIGHTS {
            harness.resize(width, height);
            assert_fills_the_terminal(&mut harness, keys, width, height);
            harness.press("down up");
        }
    }
}

fn assert_fills_the_terminal(harness: &mut Harness, keys: &str, width: u16, height: u16) {
    let cells = usize::from(width) * usize::from(height);
    assert_eq!(harness.rows().flatten().count(), cells, "{keys}, {width}×{height}");
    let coloured = |cell: &&ratatui::buffer::Cell| (cell.fg, cell.bg) != (Color::Reset, Color::Reset);
    let coloured = harness.rows().flatten().find(coloured);
    assert_eq!(coloured, None, "no colour where none is wanted: {keys}, {width}×{height}");
    let screen = harness.screen();
    if width < SMALLEST.0 || height < SMALLEST.1 {
        let room_for_note = width >= 39 && height >= 2;
        assert!(!room_for_note || screen.starts_with("coach needs"), "{keys}, {width}×{height}: {screen}");
    } else {
        assert!(screen.starts_with(" coach · Back-End Developer"), "{keys}, {width}×{height}: {screen}");
        assert_eq!(screen.lines().count(), usize::from(height), "{keys}, {width}×{height}: no footer");
    }
}

/// A column of single letters beside a dialog is no text: its rows are free from edge to edge where little more would be left.
#[rstest]
#[case::help("?")]
#[case::palette(":")]
#[case::search("/")]
#[case::arithmetic("x")]
#[case::proof("6 e a")]
#[case::target("t")]
fn little_of_the_screen_beside_a_dialog_is_hidden(
    #[case] keys: &str,
    #[values((80, 24), (60, 18), (44, 12), (120, 40))] (width, height): (u16, u16),
) {
    let mut harness = Harness::sized(somebody(), width, height);
    harness.press(keys);
    let rows: Vec<String> =
        harness.rows().map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect();
    let top = rows.iter().position(|row| row.contains('┌')).expect("the frame of a dialog");
    let bottom = rows.iter().position(|row| row.contains('└')).expect("its bottom");
    let frame = rows.get(top).expect("a row");
    let (left, right) = (
        frame.chars().take_while(|c| *c != '┌').count(),
        frame.chars().rev().take_while(|c| *c != '┐').count(),
    );
    let is_free =
        |row: &String| row.chars().take(left).chain(row.chars().rev().take(right)).all(|c| c == ' ');
    let free = rows.iter().take(bottom + 1).skip(top).all(is_free);
    assert!(
        free || left.min(right) >= 4,
        "{keys}, {width}×{height}: {left} and {right} left\n{}",
        rows.join("\n")
    );
}
