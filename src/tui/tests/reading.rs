//! Reading the guide: the measure of a page, where the reader is, and where the keys move.

use super::{ASCII, Harness, somebody};
use rstest::rstest;

/// The line above the contents and the page.
fn headings(harness: &mut Harness) -> String {
    harness.screen().lines().nth(3).unwrap_or_default().to_owned()
}

/// The first line of the page in view, without the contents.
fn first_line(harness: &mut Harness) -> String {
    let screen = harness.screen();
    page_in(screen.lines().nth(4).unwrap_or_default()).trim().to_owned()
}

/// What a line of the screen shows of the page: behind the contents and before the track, if they are in view.
fn page_in(line: &str) -> &str {
    let mut parts = line.split(['█', '│']);
    let first = parts.next().unwrap_or_default();
    let page = parts.next().unwrap_or(first).trim_end();
    page.strip_prefix(' ').unwrap_or(page)
}

#[rstest]
#[case(80)]
#[case(120)]
#[case(200)]
fn a_page_is_at_most_72_columns_wide(#[case] width: u16) {
    let mut harness = Harness::sized(somebody(), width, 40);
    harness.press("2");
    for _ in 0..32 {
        harness.press("pagedown down");
        let screen = harness.screen();
        for line in screen.lines().skip(4).take(35) {
            let page = page_in(line);
            assert!(page.chars().count() <= 72, "{width}: {page}");
        }
    }
}

#[rstest]
#[case("2", "Page 1/32")]
#[case("2 down down", "Page 3/32 · 0 % down")]
#[case("2 down down enter G", "Page 3/32 · 100 % down")]
#[case("2 G", "Page 32/32")]
fn the_line_above_the_page_says_where_the_reader_is(#[case] keys: &str, #[case] position: &str) {
    let mut harness = Harness::new(somebody());
    let headings = headings(harness.press(keys));
    assert!(headings.contains(position), "{headings}");
}

#[test]
fn the_thick_line_is_above_the_part_in_which_the_keys_move() {
    let mut harness = Harness::new(somebody());
    let at = headings(harness.press("2"));
    assert!(at.contains("━━ Contents ━") && at.contains("── Page 1/32 "), "{at}");
    let at = headings(harness.press("enter"));
    assert!(at.contains("── Contents ─") && at.contains("━━ Page 1/32 "), "{at}");
    let mut harness = Harness::new(somebody()).themed(ASCII);
    let at = headings(harness.press("2"));
    assert!(at.contains("== Contents =") && at.contains("-- Page 1/32 "), "{at}");
}

#[rstest]
#[case::another_page("esc down enter pagedown esc up enter")]
#[case::another_screen("6 2")]
#[case::screen_by_screen("[ ]")]
fn a_page_is_found_where_it_was_left(#[case] keys: &str) {
    let mut harness = Harness::new(somebody());
    let top = first_line(harness.press("2 down down enter"));
    let left = first_line(harness.press("pagedown pagedown"));
    assert_ne!(left, top);
    assert_eq!(first_line(harness.press(keys)), left, "{keys}");
}

#[test]
fn the_way_back_from_a_link_leads_to_where_it_stands() {
    let mut harness = Harness::new(somebody());
    let left = harness.press("2 down down enter tab tab tab tab tab").screen();
    assert_eq!(harness.press("enter pagedown esc").screen(), left);
}

#[test]
fn what_is_read_behind_a_link_is_kept_too() {
    let mut harness = Harness::new(somebody());
    let read = first_line(harness.press("2 down down enter tab enter pagedown"));
    harness.press("esc");
    assert_eq!(first_line(harness.press("enter")), read);
}
