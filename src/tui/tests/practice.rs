//! Practice by its keys: a round, what is kept of it, and what the record leads to.

use super::{Harness, LIBRARY, Profile, somebody};
use crate::profile::practice::{Attempt, Record, Sure};
use crate::report::pages::readiness;
use crate::tui::app::{Effect, Notice};
use crate::tui::input::{Input, Mouse};
use crate::tui::screens::ScreenId;
use jiff::civil::{Date, date};
use ratatui::layout::Position;

/// An answer in the record about SQL, on a day.
fn answer(on: Date, sure: u8, made: u8) -> Attempt {
    let ids = ("sql".parse().expect("an id"), "sql-1".parse().expect("an id"));
    let sure = Sure::try_from(sure).expect("50 to 100");
    Attempt::new(on, ids, sure, (1..=made).collect(), 5).expect("an attempt")
}

fn practising(answers: usize) -> Harness {
    let mut harness = Harness::new(somebody());
    let on = date(2026, 11, 20);
    harness.record.attempts = (0..answers).map(|_| answer(on, 90, 2)).collect();
    harness
}

fn kept(harness: &Harness) -> Vec<&Attempt> {
    let attempts = harness.effects.iter().filter_map(|effect| match effect {
        Effect::Keep(attempt) => Some(attempt),
        _ => None,
    });
    attempts.collect()
}

#[test]
fn a_question_takes_a_certainty_and_the_points_that_were_made() {
    let mut harness = practising(0);
    let ratings = harness.app.session.profile().clone();
    harness.press("7 enter 8 enter 1 down space enter");
    let [attempt] = kept(&harness)[..] else { panic!("one answer: {:?}", harness.effects) };
    assert_eq!((attempt.sure.percent(), attempt.made()), (80, &[1, 2][..]));
    assert_eq!(attempt.on, date(2026, 11, 24));
    let screen = harness.screen();
    assert!(screen.contains("not yet right") && screen.contains("tomorrow (2026-11-25)"), "{screen}");
    assert_eq!(*harness.app.session.profile(), ratings, "no rating changes");
    assert_eq!(harness.effects.len(), 1, "nothing else is saved");
    assert_eq!(harness.app.session.attempts().map(<[_]>::len), Some(1));
}

#[test]
fn points_are_hidden_until_the_answer_is_given() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press("7 enter");
        let (_, question) = harness.app.session.deck(&crate::coach::practice::Scope::default()).new[0]
            .question(harness.app.session.library())
            .expect("a question");
        let begins: String = question.points[0].chars().take(20).collect();
        assert!(!harness.screen().contains(&begins));
        harness.press("9");
        assert!(!harness.screen().contains(&begins));
        harness.press("enter");
        assert!(harness.screen().contains(&begins), "{width}");
    }
}

#[test]
fn a_round_asks_each_question_once_and_ends() {
    let mut harness = practising(0);
    harness.press("7 enter");
    for _ in 0..10 {
        harness.press("0 enter a enter enter");
    }
    let asked: Vec<_> = kept(&harness).iter().map(|attempt| attempt.question.clone()).collect();
    assert_eq!(asked.len(), 10);
    assert!(asked.iter().enumerate().all(|(i, id)| !asked[..i].contains(id)), "{asked:?}");
    let screen = harness.screen();
    assert!(screen.contains("This round: 10 of 10 right"), "{screen}");
    assert!(screen.contains("100 % sure, 100 % right, on 10 answers"), "{screen}");
}

#[test]
fn a_skipped_question_is_not_kept_and_esc_goes_one_step_back() {
    let mut harness = practising(0);
    harness.press("7 enter s 7 enter 2 esc esc");
    assert!(harness.screen().contains("How sure are you"), "back at the certainty");
    harness.press("esc");
    assert!(harness.screen().contains("Enter starts a round"));
    assert!(kept(&harness).is_empty());
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Home);
}

#[test]
fn digits_belong_to_the_question_and_to_the_tabs_elsewhere() {
    let mut harness = practising(0);
    harness.press("7");
    assert!(harness.screen().contains("5 Gap"));
    harness.press("enter");
    assert!(!harness.screen().contains("5 Gap"), "the tabs say so");
    harness.press("5");
    assert_eq!(harness.app.shown(), ScreenId::Practice);
    harness.press("5");
    assert_eq!(harness.app.shown(), ScreenId::Gap, "while one answers, digits are the tabs'");
    harness.press("7");
    assert!(harness.screen().contains("Answer now"), "the question waits");
}

#[test]
fn the_record_is_read_when_it_is_needed_and_not_before() {
    let mut harness = practising(6);
    harness.press("2 3 5 6 1");
    assert_eq!(harness.app.session.attempts(), None);
    harness.press("6 r");
    let line = "Practice: 90 % sure, 0 % right, on 6 answers.";
    assert!(harness.screen().contains(line), "{}", harness.screen());
    let mut harness = practising(4);
    harness.press("6 r");
    assert!(!harness.screen().contains("Practice:"), "nothing is said of four answers");
    assert_eq!(readiness::name(crate::coach::readiness::Dimension::Skills), "Skills");
}

#[test]
fn what_another_program_answered_is_there_when_practice_is_opened_again() {
    let mut harness = practising(0);
    harness.press("7 1");
    harness.record.attempts = vec![answer(date(2026, 11, 23), 80, 5)];
    harness.press("7");
    assert_eq!(harness.app.session.attempts().map(<[_]>::len), Some(1));
}

#[test]
fn a_torn_line_is_told_once() {
    let mut harness = practising(0);
    harness.record = Record { passed_over: vec![3], ..Record::default() };
    harness.press("7");
    let told = "Line 3 of practice.jsonl can't be understood";
    assert!(harness.screen().contains(told), "{}", harness.screen());
    harness.press("1 7");
    assert!(!harness.screen().contains(told));
}

#[test]
fn a_record_that_cannot_be_read_stops_nobody() {
    let mut harness = practising(0);
    harness.app.input(Input::Key("7".parse().expect("a key")));
    harness.app.record_read(Err("it is a folder".to_owned()), &[]);
    assert!(harness.screen().contains("left out: it is a folder"), "{}", harness.screen());
    harness.press("enter 6 enter a enter");
    assert_eq!(kept(&harness).len(), 1);
    harness.app.record_saved(Err("the disk is full".to_owned()));
    assert!(matches!(&harness.app.notice, Some(Notice::Failed(text)) if text.contains("the disk is full")));
    harness.app.record_saved(Ok(()));
    assert_eq!(harness.app.notice, Some(Notice::Said("Saved now.".to_owned())));
}

#[test]
fn the_person_of_the_sample_keeps_nothing() {
    let mut harness = Harness::new(Profile::default());
    harness.press("4 enter 7 enter 7 enter a enter");
    assert!(harness.app.is_sample());
    assert!(kept(&harness).is_empty());
    harness.press("1 esc");
    assert!(!harness.app.is_sample());
    assert_eq!(harness.app.session.attempts(), None, "the answers were the sample's");
}

#[test]
fn the_marked_point_is_in_view_to_its_last_word() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut harness = Harness::sized(somebody(), width, height);
        harness.press("7 enter 8 enter");
        let deck = harness.app.session.deck(&crate::coach::practice::Scope::default());
        let points = deck.new[0].question(&LIBRARY).expect("a question").1.points.clone();
        for point in points {
            let last = point.split(' ').next_back().expect("a word").to_owned();
            assert!(harness.screen().contains(&last), "{width}: {last}: {}", harness.screen());
            harness.press("down");
        }
    }
}

#[test]
fn a_click_says_how_sure_and_ticks_a_point() {
    let mut harness = practising(0);
    harness.press("7 enter");
    let place = |harness: &mut Harness, text: &str| {
        let screen = harness.screen();
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("shown");
        let x = line.split(text).next().map_or(0, |before| before.chars().count());
        Position::new(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    };
    let at = place(&mut harness, "[9] 90 %");
    harness.app.input(Input::Mouse(Mouse::Click, at));
    assert!(harness.screen().contains("▸ 90 %"), "{}", harness.screen());
    harness.press("enter");
    let at = place(&mut harness, "[ ] 2");
    harness.app.input(Input::Mouse(Mouse::Click, at));
    assert!(harness.screen().contains("[x] 2"), "{}", harness.screen());
}
