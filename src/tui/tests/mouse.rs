//! The mouse and the state that it leads to.

use super::{Harness, somebody};
use crate::tui::input::{Input, Mouse};
use crate::tui::screens::ScreenId;
use ratatui::layout::Position;
use rstest::rstest;

impl Harness {
    /// Where a text stands on the screen, from the top; a frame is drawn first.
    fn place_of(&mut self, text: &str) -> Position {
        self.draw();
        let wanted: Vec<String> = text.chars().map(String::from).collect();
        for (row, y) in self.rows().zip(0..) {
            let symbols: Vec<&str> = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            let at = symbols.windows(wanted.len()).position(|window| window == wanted);
            if let Some(x) = at {
                return Position::new(u16::try_from(x).expect("a column"), y);
            }
        }
        panic!("no {text} on this screen:\n{}", self.screen());
    }

    fn mouse(&mut self, mouse: Mouse, at: Position) -> &mut Self {
        self.effects.extend(self.app.input(Input::Mouse(mouse, at)));
        self.draw();
        self
    }

    /// Clicks on the first character of a text.
    fn click(&mut self, text: &str) -> &mut Self {
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
