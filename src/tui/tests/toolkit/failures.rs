//! What goes wrong with ads: hostile texts, files that can't be read, saves that fail.

use super::super::kept_ad;
use super::{AD, applying, changes};
use crate::ad::LIMIT;
use crate::profile::ads::{AdChange, AdState};
use crate::tui::app::Notice;
use crate::tui::input::Input;
use crate::tui::tests::{Harness, somebody};
use ratatui::crossterm::event::Event;

fn paste(harness: &mut Harness, text: &str) {
    let input = Input::of(Event::Paste(text.to_owned())).expect("a paste");
    harness.input(input);
    harness.draw();
}

#[test]
fn a_hostile_paste_brings_nothing_that_steers_a_terminal() {
    let mut harness = Harness::new(somebody());
    harness.press("8");
    paste(
        &mut harness,
        "\u{1b}]0;title\u{7}Backend\u{202e} Engineer\u{9b}31m\r\r\n<script>alert(1)</script>\r- Kafka\u{1b}[2J and \u{200b}Git\r",
    );
    let screen = harness.screen();
    assert!(screen.contains("Not kept yet"), "{screen}");
    let is_hostile = |c: char| crate::report::safe_text::is_unsafe_control(c) && c != '\n';
    assert!(!screen.contains(is_hostile), "{screen:?}");
    harness.press("K ctrl-u").enter("../../etc/passwd").press("enter");
    let [AdChange::Keep { name, text }] = changes(&harness)[..] else { panic!("kept") };
    assert_eq!(name, "etc-passwd");
    assert!(!text.contains(is_hostile), "{text:?}");
    assert!(text.contains("\n- Kafka [2J and Git\n"), "{text:?}");
}

#[test]
fn a_paste_of_any_size_ends_with_words() {
    let mut harness = Harness::new(somebody());
    harness.press("8");
    paste(&mut harness, &format!("Backend Engineer\n{}", "word ".repeat(LIMIT / 5 + 10)));
    assert!(harness.screen().contains("The ad is larger than 1 MiB"), "{}", harness.screen());
    harness.press("r");
    paste(&mut harness, &"line\n".repeat(LIMIT / 5 + 10));
    assert!(harness.screen().contains("The ad is larger than 1 MiB"), "{}", harness.screen());
    harness.press("esc");
    paste(&mut harness, &"%PDF-1.7\n".repeat(100));
    assert!(harness.screen().contains("This is no text (a PDF)"), "{}", harness.screen());
    assert!(harness.app.dialogs.is_empty() && harness.effects.is_empty());
}

#[test]
fn a_broken_file_is_told_once() {
    let mut harness = applying(80, 24);
    harness.ad_problems = vec!["can't read b.toml: it has no text".to_owned()];
    harness.ads.push(kept_ad("zz", AdState::Found, " "));
    harness.press("8");
    let screen = harness.screen();
    assert!(screen.contains("Can't read b.toml: it has no text. One more file has a problem."), "{screen}");
    assert!(screen.contains("acme"), "the others are there");
    harness.press("1 8");
    assert!(!harness.screen().contains("b.toml"));
}

#[test]
fn a_folder_that_cannot_be_read_stops_nobody() {
    let mut harness = Harness::new(somebody());
    harness.app.input(Input::Key("8".parse().expect("a key")));
    harness.app.ads_read(Err("it is a file".to_owned()), &[]);
    assert!(harness.screen().contains("left out: it is a file"), "{}", harness.screen());
    harness.enter(AD);
    assert!(harness.screen().contains("You match"), "{}", harness.screen());
}

#[test]
fn a_save_that_fails_says_so_and_nothing_is_lost() {
    let mut harness = Harness::new(somebody());
    harness.press("8").enter(AD).press("K enter");
    harness.app.save_waits();
    assert!(harness.screen().contains("Another copy of coach is saving"));
    harness.app.ads_saved(Err("the disk is full".to_owned()));
    assert!(matches!(&harness.app.notice, Some(Notice::Failed(text)) if text.contains("the disk is full")));
    let unsaved: Vec<AdChange> = changes(&harness).into_iter().cloned().collect();
    harness.app.ads_read(Ok((Vec::new(), Vec::new())), &unsaved);
    assert!(harness.screen().contains("senior-back-end-engineer-m-f-d"), "{}", harness.screen());
    harness.app.ads_saved(Ok(()));
    assert_eq!(harness.app.notice, Some(Notice::Said("Saved now.".to_owned())));
}

/// Another program has kept another ad under the name meanwhile.
#[test]
fn an_ad_that_cannot_be_kept_is_in_hand_again() {
    let mut harness = Harness::new(somebody());
    harness.press("8").enter(AD).press("K enter");
    let change = changes(&harness)[0].clone();
    harness.ads = vec![kept_ad(change.name(), AdState::Offer, "another")];
    harness.app.ad_refused(&change, "another ad is kept as senior: choose another name");
    harness.app.ads_read(Ok((harness.ads.clone(), Vec::new())), &[]);
    let screen = harness.screen();
    assert!(screen.contains("Not saved: Another ad is kept as senior"), "{screen}");
    assert!(screen.contains("not kept"), "{screen}");
    harness.press("K");
    assert!(harness.screen().contains("> senior-back-end-engineer-m-f-d-2"), "{}", harness.screen());
    harness.press("enter");
    assert_eq!(changes(&harness).len(), 2);
}

/// Another program has deleted the file.
#[test]
fn a_change_of_an_ad_that_is_gone_is_refused_and_the_files_are_read_again() {
    let mut harness = applying(80, 24);
    harness.press("8 down s 2");
    let change = changes(&harness)[0].clone();
    harness.ads.remove(0);
    harness.app.ad_refused(&change, "no ad is kept as `acme`");
    harness.app.ads_read(Ok((harness.ads.clone(), Vec::new())), &[]);
    assert!(harness.screen().contains("No ad is kept as `acme`"), "{}", harness.screen());
    let names: Vec<_> = harness.app.session.ads().expect("read").iter().map(|ad| &ad.kept.name).collect();
    assert_eq!(names, ["zeta"]);
}
