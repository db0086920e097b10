//! Exports from the interface: which document, which file, and a file that is there already.

use super::{Harness, somebody};
use crate::profile::model::Profile;
use crate::report::export::Subject;
use crate::report::export::file::ExportError;
use crate::tui::app::Effect;
use crate::tui::outcome::{Export, Exported};
use rstest::rstest;
use std::path::PathBuf;

/// The export that was asked for last.
fn export(harness: &mut Harness) -> Export {
    match harness.effects.pop() {
        Some(Effect::Export(export)) => export,
        other => panic!("no export: {other:?}"),
    }
}

/// Tells the app what became of an export.
fn written(harness: &mut Harness, wish: Export, result: Result<PathBuf, ExportError>) {
    let effects = harness.app.exported(wish, result);
    harness.effects.extend(effects);
}

#[rstest]
#[case::of_gap("5 E enter", Subject::Report, "mid-level", "coach-report.md")]
#[case::of_the_level_in_view("5 down E enter", Subject::Report, "senior", "coach-report.md")]
#[case::of_the_steps("6 E enter", Subject::Plan, "mid-level", "coach-plan.md")]
#[case::of_readiness("6 r E enter", Subject::Report, "mid-level", "coach-report.md")]
#[case::chosen_elsewhere("1 E 2 enter", Subject::Plan, "mid-level", "coach-plan.md")]
#[case::from_the_palette("4 : e x p o r t enter 1 enter", Subject::Report, "mid-level", "coach-report.md")]
fn a_screen_exports_what_it_shows(
    #[case] keys: &str,
    #[case] subject: Subject,
    #[case] level: &str,
    #[case] file: &str,
) {
    let mut harness = Harness::new(somebody());
    harness.press(keys);
    let export = export(&mut harness);
    let what = Exported::Document(subject, level.parse().expect("an id"));
    assert_eq!((&export.what, export.file.as_str()), (&what, file));
    assert!(export.content.bytes.starts_with(b"# ") && !export.may_replace);
    written(&mut harness, export, Ok(PathBuf::from("/tmp/it.md")));
    assert!(harness.screen().contains("Written to /tmp/it.md."));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_chosen() {
    let mut harness = Harness::new(somebody());
    harness.press("6 E enter");
    let wish = export(&mut harness);
    let exists = || Err(ExportError::Exists(PathBuf::from("/tmp/coach-plan.md")));
    written(&mut harness, wish.clone(), exists());
    assert!(harness.screen().contains("coach-plan.md already exists. Replace it?"));
    harness.press("esc");
    assert!(harness.screen().contains("Nothing was written."));
    assert_eq!(harness.effects, []);
    written(&mut harness, wish.clone(), exists());
    harness.press("enter backspace backspace backspace").enter("2.md").press("enter");
    assert_eq!(export(&mut harness), Export { file: "coach-plan2.md".to_owned(), ..wish.clone() });
    written(&mut harness, wish.clone(), exists());
    harness.press("2");
    assert_eq!(export(&mut harness), Export { may_replace: true, ..wish });
}

#[test]
fn what_goes_wrong_is_said() {
    let mut harness = Harness::new(somebody());
    harness.press("5 E ctrl-u enter");
    assert!(harness.screen().contains("Type the name of a file, for example coach-report.md."));
    harness.enter("a.md").press("enter");
    let wish = export(&mut harness);
    let file = PathBuf::from("a.md");
    written(&mut harness, wish, Err(ExportError::Write { file, problem: "the disk is full".to_owned() }));
    assert!(harness.screen().contains("Not written: can't write a.md: the disk is full."));
}

#[test]
fn without_a_target_it_says_what_to_do() {
    for keys in ["1 E", "6 E"] {
        let mut harness = Harness::new(Profile::default());
        harness.press(keys);
        assert!(harness.screen().contains("Press t to choose your target level"), "{keys}");
    }
}

/// The notice says the path first, then how much is left out; the names stand on the page.
#[test]
fn what_is_left_out_of_a_resume_is_counted_in_the_notice() {
    let mut harness = Harness::new(somebody());
    harness.press("8 G k k E enter");
    let wish = export(&mut harness);
    written(&mut harness, wish, Ok(PathBuf::from("resume.md")));
    let said = "Written to resume.md. Left out: 5 skills that are not proved.";
    assert!(harness.screen().contains(said), "{}", harness.screen());
    harness.press("enter G");
    assert!(harness.screen().contains("Left out of the file"), "{}", harness.screen());
}

/// A notice that needs more rows has them, and one that needs too many ends with dots, not in the middle of a word.
#[test]
fn no_notice_stops_in_the_middle_of_a_sentence() {
    let mut harness = Harness::new(somebody());
    for (words, ending) in [(60, "word 60."), (400, "…")] {
        harness.press("5 E ctrl-u").enter("a.md").press("enter");
        let wish = export(&mut harness);
        let problem = (1..=words).map(|number| format!("word {number}")).collect::<Vec<_>>().join(" ");
        written(&mut harness, wish, Err(ExportError::Write { file: PathBuf::from("a.md"), problem }));
        let screen = harness.screen();
        let last = screen.lines().rev().nth(1).unwrap_or_default();
        assert!(last.ends_with(ending), "{screen}");
    }
}
