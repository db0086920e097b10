//! The mouse and the state that it leads to.

use super::{Harness, somebody};
use crate::profile::model::Profile;
use crate::tui::input::{Input, Mouse};
use crate::tui::screens::ScreenId;
use crate::tui::screens::plan::View;
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Modifier;
use rstest::rstest;

impl Harness {
    /// Where a text stands on the screen, from the top; a frame is drawn first.
    fn place_of(&mut self, text: &str) -> Position {
        self.draw();
        let wanted: Vec<String> = text.chars().map(String::from).collect();
        for (row, y) in self.rows().zip(0..) {
            let symbols: Vec<&str> = row.iter().map(Cell::symbol).collect();
            let at = symbols.windows(wanted.len()).position(|window| window == wanted);
            if let Some(x) = at {
                return Position::new(u16::try_from(x).expect("a column"), y);
            }
        }
        panic!("no {text} on this screen:\n{}", self.screen());
    }

    /// Where the lowest thing stands that is selected.
    fn marked(&mut self) -> Position {
        self.draw();
        let is_marked = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED);
        let places = self.rows().zip(0..).filter_map(|(row, y)| Some((row.iter().position(is_marked)?, y)));
        let (x, y) = places.last().expect("something selected");
        Position::new(u16::try_from(x).expect("a column"), y)
    }

    fn mouse(&mut self, mouse: Mouse, at: Position) -> &mut Self {
        self.input(Input::Mouse(mouse, at));
        self.draw();
        self
    }

    /// Clicks on the first character of a text.
    pub(super) fn click(&mut self, text: &str) -> &mut Self {
        let at = self.place_of(text);
        self.mouse(Mouse::Click, at)
    }
}

#[rstest]
#[case("Guide", ScreenId::Guide)]
#[case("Ladder", ScreenId::Ladder)]
#[case("Assess", ScreenId::Assess)]
#[case("Gap", ScreenId::Gap)]
#[case("Plan", ScreenId::Plan)]
#[case("Practice", ScreenId::Practice)]
#[case("Toolkit", ScreenId::Toolkit)]
fn a_click_on_a_tab_opens_its_screen(#[case] tab: &str, #[case] screen: ScreenId) {
    let mut harness = Harness::new(somebody());
    harness.click(tab);
    assert_eq!(harness.app.shown(), screen);
    harness.click("Home");
    assert_eq!(harness.app.shown(), ScreenId::Home);
}

#[test]
fn a_click_on_a_tab_ends_a_search_in_a_page() {
    let mut harness = Harness::new(somebody());
    harness.press("2 enter /").enter("sql").click("5 Gap");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let mut harness = Harness::new(somebody());
    harness.press("5").click("w what if");
    assert!(harness.app.screens.gap.what_if().is_some());
    harness.press("esc").click("? help");
    assert_eq!(harness.app.dialogs.len(), 1);
}

#[test]
fn a_hint_of_several_keys_does_nothing() {
    let mut harness = Harness::new(somebody());
    harness.press("4").click("0–5 rate").click("c e l evidence");
    assert!(harness.effects.is_empty());
    assert!(harness.app.dialogs.is_empty());
}

#[test]
fn a_dialog_takes_all_clicks() {
    let mut harness = Harness::new(somebody());
    harness.press("?").click("5 Gap");
    assert_eq!((harness.app.shown(), harness.app.dialogs.len()), (ScreenId::Home, 1));
    harness.mouse(Mouse::Click, Position::new(0, 12));
    assert_eq!(harness.app.dialogs.len(), 1);
    harness.click("Esc close");
    assert!(harness.app.dialogs.is_empty());
}

#[test]
fn a_click_selects_a_row_and_another_opens_it() {
    let mut harness = Harness::new(somebody());
    harness.press("3").click("Lead");
    assert!(harness.screen().contains("Lead"));
    let lead = harness.place_of("Lead");
    assert!(harness.selected().iter().any(|text| text.starts_with("Lead")), "{:?}", harness.selected());
    harness.mouse(Mouse::Click, lead);
    assert!(harness.screen().contains("reading: Esc goes back to the list"));
    harness.click("Junior");
    assert!(harness.selected().iter().any(|text| text.starts_with("Junior")), "{:?}", harness.selected());
    assert!(!harness.screen().contains("reading: Esc"), "the keys move in the list again");
}

/// Headings of the contents are no rows, and a click in the contents leaves the page that is read.
#[test]
fn a_click_in_the_contents_selects_the_section_that_it_names() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("2 enter");
    let sections = &harness.app.session.guide().parts[1].sections;
    let title = sections.get(1).and_then(|id| harness.app.session.guide().section(id)).expect("a section");
    let title = title.title.clone();
    harness.click(&title);
    assert!(harness.selected().contains(&title), "{:?}", harness.selected());
    let heading = harness.app.session.guide().parts[1].title.clone();
    harness.click(&heading);
    assert!(harness.selected().contains(&title), "a heading is no row");
}

#[test]
fn a_click_on_a_step_selects_it_below_the_headings_of_the_phases() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("6 g");
    let first = harness.selected();
    harness.press("down down down");
    let third = harness.selected();
    harness.press("g");
    assert_eq!(harness.selected(), first);
    harness.click(third.last().expect("a row"));
    assert_eq!(harness.selected(), third);
}

#[test]
fn a_click_on_a_view_of_the_plan_shows_it() {
    let mut harness = Harness::new(somebody());
    harness.press("6").click("e Evidence");
    assert_eq!(harness.app.screens.plan.view(), View::Evidence);
}

#[test]
fn at_a_first_start_a_click_chooses_a_job_and_another_starts() {
    let mut harness = Harness::new(Profile::default());
    harness.click("Senior or beyond");
    assert_eq!(harness.app.shown(), ScreenId::Home);
    harness.click("Senior or beyond");
    assert_eq!(harness.app.shown(), ScreenId::Assess);
}

/// Enter keeps what is tried, which no click should do by accident.
#[test]
fn a_click_on_the_marked_skill_of_a_try_saves_nothing() {
    let mut harness = Harness::new(somebody());
    harness.press("5 w right down").click("Git").click("Git").click("Git");
    assert!(harness.app.screens.gap.what_if().is_some());
    assert!(harness.effects.is_empty());
}

#[test]
fn the_rows_of_a_dialog_can_be_clicked() {
    let mut harness = Harness::new(somebody());
    harness.press("t").click("Senior").click("Senior");
    assert!(harness.app.dialogs.is_empty());
    assert_eq!(harness.app.session.target().map(|level| level.id.as_str()), Some("senior"));
}

#[test]
fn the_wheel_scrolls_the_page_under_the_pointer_and_else_moves_in_the_list() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("3 g");
    let selected = harness.selected();
    let (list, page) = (Position::new(5, 6), Position::new(90, 10));
    let before = harness.screen();
    harness.mouse(Mouse::WheelDown, page);
    assert_eq!(harness.selected(), selected);
    assert_ne!(harness.screen(), before, "the page moves");
    harness.mouse(Mouse::WheelUp, page);
    assert_eq!(harness.screen(), before);
    harness.mouse(Mouse::WheelDown, list);
    let by_wheel = harness.selected();
    assert_eq!(harness.press("g down down down").selected(), by_wheel);
    assert_eq!(harness.mouse(Mouse::WheelUp, list).selected(), selected);
}

#[test]
fn the_wheel_moves_in_the_topmost_dialog() {
    let mut harness = Harness::new(somebody());
    harness.press("t g");
    let by_wheel = harness.mouse(Mouse::WheelDown, Position::new(0, 0)).selected();
    assert_eq!(harness.press("g down down down").selected(), by_wheel);
}

#[test]
fn a_click_on_a_link_follows_it_and_esc_comes_back() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    harness.press("5 tab");
    let at = harness.marked();
    harness.press("esc");
    harness.mouse(Mouse::Click, at);
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Gap);
}

#[test]
fn where_nothing_is_seen_the_mouse_does_nothing() {
    let mut harness = Harness::new(somebody());
    let gap = harness.place_of("5 Gap");
    harness.resize(30, 8);
    harness.mouse(Mouse::Click, gap).mouse(Mouse::WheelDown, gap);
    assert_eq!(harness.app.shown(), ScreenId::Home);
}
