//! A first visit: one question, nothing written before the first answer, and a look around.

use super::Harness;
use crate::profile::edit::Edit;
use crate::profile::model::Profile;
use crate::tui::app::Effect;
use crate::tui::screens::ScreenId;

fn newcomer() -> Harness {
    Harness::new(Profile::default())
}

fn target(harness: &Harness) -> Option<&str> {
    harness.app.session.target().map(|level| level.id.as_str())
}

#[test]
fn a_job_is_marked_with_a_digit_and_started_with_enter() {
    let mut harness = newcomer();
    assert!(harness.screen().contains("Which job do you want?"));
    assert!(harness.selected()[0].starts_with("1  My first job"));
    harness.press("3");
    assert!(harness.selected()[0].starts_with("3  Senior or beyond"));
    harness.press("up");
    assert!(harness.screen().contains("24 short questions"), "{}", harness.screen());
    harness.press("enter");
    assert_eq!((harness.app.shown(), target(&harness)), (ScreenId::Assess, Some("mid-level")));
}

#[test]
fn nothing_is_saved_before_the_first_answer_and_then_the_target_with_it() {
    let mut harness = newcomer();
    harness.press("1 enter");
    assert_eq!(harness.effects, []);
    harness.press("2");
    let [Effect::Save(edits)] = &harness.effects[..] else { panic!("one save: {:?}", harness.effects) };
    assert!(matches!(&edits[..], [Edit::SetTarget { .. }, Edit::Rate { .. }]), "{edits:?}");
}

/// Until then the answers say nothing: a bad start must not look like a verdict.
#[test]
fn there_is_no_verdict_before_the_sixth_answer() {
    for width in [80, 120] {
        let mut harness = Harness::sized(Profile::default(), width, 40);
        harness.press("3 enter");
        for answer in 0..6 {
            let screen = harness.screen();
            for verdict in ["not yet", "unproved", "ready", "–"] {
                let top: String = screen.lines().take(6).collect();
                assert!(!top.contains(verdict), "{verdict} after {answer} answers: {screen}");
            }
            assert!(screen.contains("after 6 answers") || answer == 0, "{screen}");
            harness.press("1");
        }
        assert!(harness.screen().contains("not yet"), "{}", harness.screen());
    }
}

#[test]
fn a_start_that_is_undone_leaves_nothing_behind() {
    let mut harness = newcomer();
    harness.press("1 enter u");
    assert_eq!((target(&harness), &harness.effects[..]), (None, &[][..]));
    harness.press("esc");
    assert!(harness.screen().contains("Which job do you want?"));
}

#[test]
fn the_sample_is_never_saved_and_is_left_with_esc_at_home() {
    let mut harness = newcomer();
    harness.press("4 enter");
    for (width, height) in super::SIZES {
        harness.resize(width, height);
        for screen in ["]", "[", "? esc"] {
            let title = harness.press(screen).screen().lines().next().unwrap_or_default().to_owned();
            assert!(title.starts_with(" [SAMPLE] coach · Back-End Developer"), "{title}");
            assert!(width < 80 || title.contains("Mid-level · 2"), "the target and the count stay: {title}");
            assert_eq!(harness.selected().first().map(String::as_str), Some("[SAMPLE]"));
        }
    }
    harness.resize(80, 24);
    assert!(harness.screen().contains("You can show"), "{}", harness.screen());
    harness.press("4 2 u 5 6 esc");
    assert_eq!((harness.app.shown(), &harness.effects[..]), (ScreenId::Home, &[][..]));
    harness.press("esc");
    assert!(harness.screen().contains("Which job do you want?"), "{}", harness.screen());
    assert_eq!(*harness.app.session.profile(), Profile::default());
    harness.press("u");
    assert_eq!(
        *harness.app.session.profile(),
        Profile::default(),
        "nothing of the sample can be brought back"
    );
}

#[test]
fn brackets_go_to_the_screens_beside() {
    let mut harness = Harness::new(super::somebody());
    harness.press("]");
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    harness.press("[ [");
    assert_eq!(harness.app.shown(), ScreenId::Toolkit);
    harness.press("4 ]");
    assert_eq!(harness.app.shown(), ScreenId::Gap, "where digits rate too");
}

#[test]
fn enter_at_home_does_what_is_marked() {
    let mut harness = Harness::new(super::somebody());
    harness.press("enter");
    assert!(harness.screen().contains("What proves API design?"), "{}", harness.screen());
    harness.press("esc down enter");
    assert_eq!(harness.app.shown(), ScreenId::Assess, "the open questions");
    harness.press("esc g down down down down down enter");
    assert!(matches!(harness.app.shown(), ScreenId::Plan | ScreenId::Home));
}
