//! The toolkit by its keys: an ad is read, kept and moved on; what the kept ads ask for; documents to hand over.

mod failures;
mod kept;

use super::{ASCII, Harness, SIZES, aiming_at, kept_ad, somebody};
use crate::profile::ads::{AdChange, AdState};
use crate::profile::model::Profile;
use crate::resume;
use crate::tui::app::Effect;
use crate::tui::outcome::Exported;
use crate::tui::screens::ScreenId;
use rstest::rstest;

const AD: &str = "Senior Back-End Engineer (m/f/d)\n\nAcme GmbH, Berlin\n\nRequirements:\n- 5+ years of professional experience\n- Python and PostgreSQL\n- Kafka\n- Kubernetes\n\nNice to have:\n- Terraform\n";
const OTHER: &str =
    "Backend Developer at Zeta\n\nYou have:\n- 3 years of experience\n- Java, SQL and Git\n- Kafka\n";

/// Somebody who has kept two ads.
fn applying(width: u16, height: u16) -> Harness {
    let mut harness = Harness::sized(somebody(), width, height);
    harness.ads = vec![kept_ad("acme", AdState::Applied, AD), kept_ad("zeta", AdState::Found, OTHER)];
    harness
}

fn changes(harness: &Harness) -> Vec<&AdChange> {
    let changes = harness.effects.iter().filter_map(|effect| match effect {
        Effect::ChangeAds(change) => Some(change),
        _ => None,
    });
    changes.collect()
}

#[rstest]
#[case::none_kept("toolkit", "8", false)]
#[case::kept_ad("toolkit-kept", "8 down", true)]
#[case::read("toolkit-match", "8 down enter", true)]
#[case::demand("toolkit-demand", "8 down down down", true)]
#[case::document("toolkit-report", "8 down", false)]
#[case::state("toolkit-state", "8 down s", true)]
#[case::file("toolkit-file", "8 enter", false)]
fn the_toolkit_at_three_sizes(#[case] name: &str, #[case] keys: &str, #[case] has_ads: bool) {
    for (width, height) in SIZES {
        let mut harness =
            if has_ads { applying(width, height) } else { Harness::sized(somebody(), width, height) };
        harness.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), harness.screen());
    }
}

#[test]
fn a_pasted_ad_is_read_kept_and_moved_on() {
    let mut harness = Harness::new(somebody());
    let profile = harness.app.session.profile().clone();
    harness.press("8").enter(AD);
    let screen = harness.screen();
    assert!(screen.contains("not kept") && screen.contains("You match"), "{screen}");
    assert_eq!(harness.effects, [], "nothing is saved before it is kept");
    harness.press("K");
    assert!(harness.screen().contains("> senior-back-end-engineer-m-f-d"), "{}", harness.screen());
    harness.press("ctrl-u").enter("Acme, Berlin").press("enter");
    let keep = AdChange::Keep { name: "acme-berlin".to_owned(), text: AD.to_owned() };
    assert_eq!(changes(&harness), [&keep]);
    assert!(harness.screen().contains("acme-berlin · found · kept on 2026-11-24"), "{}", harness.screen());
    assert!(!harness.screen().contains("not kept"));
    harness.press("s 2");
    let name = || "acme-berlin".to_owned();
    assert_eq!(changes(&harness)[1], &AdChange::State { name: name(), state: AdState::Applied });
    harness.press("s 5").enter("no answer").press("enter");
    assert_eq!(changes(&harness)[2], &AdChange::State { name: name(), state: AdState::Closed });
    assert_eq!(changes(&harness)[3], &AdChange::Outcome { name: name(), outcome: "no answer".to_owned() });
    assert!(harness.screen().contains("acme-berlin · closed: no answer"), "{}", harness.screen());
    assert_eq!(*harness.app.session.profile(), profile, "no rating changes");
    assert_eq!(harness.effects.len(), 4, "nothing else is saved");
}

#[test]
fn an_outcome_may_stay_empty() {
    let mut harness = applying(80, 24);
    harness.press("8 down s 5 esc");
    let closed = AdChange::State { name: "acme".to_owned(), state: AdState::Closed };
    assert_eq!(changes(&harness), [&closed]);
    harness.press("s 5 enter");
    assert_eq!(changes(&harness).len(), 3);
    assert_eq!(harness.ads[0].outcome, "");
}

#[test]
fn keys_say_what_is_missing() {
    let mut harness = applying(80, 24);
    for (keys, said) in [
        ("8 K", "Read a job ad first"),
        ("s", "Choose a kept job ad first"),
        ("down K", "kept already, as acme"),
    ] {
        harness.press(keys);
        assert!(harness.screen().contains(said), "{keys}: {}", harness.screen());
    }
    harness.enter("Backend Engineer\nGo\n").press("s");
    assert!(harness.screen().contains("Keep the ad first"), "{}", harness.screen());
    assert!(changes(&harness).is_empty());
}

#[test]
fn a_name_that_is_taken_or_none_keeps_the_dialog_open() {
    let mut harness = applying(80, 24);
    harness.press("8").enter("Backend Engineer\nGo\n").press("K ctrl-u").enter("ACME").press("enter");
    assert!(harness.screen().contains("Another ad is kept as acme"), "{}", harness.screen());
    harness.press("ctrl-u enter");
    assert!(harness.screen().contains("use letters and digits"), "{}", harness.screen());
    harness.enter("third").press("enter");
    assert_eq!(changes(&harness).len(), 1);
}

#[test]
fn an_ad_that_is_kept_already_is_shown_as_such() {
    let mut harness = applying(80, 24);
    harness.press("8").enter(OTHER);
    let screen = harness.screen();
    assert!(screen.contains("zeta · found") && !screen.contains("not kept"), "{screen}");
}

#[test]
fn several_lines_pasted_into_the_field_for_the_file_are_the_ad() {
    let mut harness = Harness::new(somebody());
    harness.press("8 enter").enter(AD);
    assert!(harness.app.dialogs.is_empty());
    assert!(harness.screen().contains("Not kept yet"), "{}", harness.screen());
    // A file that is dropped on the terminal is pasted by its name.
    harness.press("esc").enter("'/tmp/an ad.txt'").press("enter");
    assert_eq!(harness.effects, [Effect::OpenAd("/tmp/an ad.txt".to_owned())]);
}

#[test]
fn a_paste_into_the_filter_filters() {
    let mut harness = applying(80, 24);
    harness.press("8 f").enter("zeta\n").press("enter");
    assert!(harness.screen().contains("zeta · found"), "{}", harness.screen());
    assert!(!harness.screen().contains("not kept"));
}

#[test]
fn a_file_is_opened_outside_and_what_is_wrong_with_it_is_said() {
    let mut harness = Harness::new(somebody());
    harness.press("8 enter").enter("~/ad.txt").press("enter");
    assert_eq!(harness.effects, [Effect::OpenAd("~/ad.txt".to_owned())]);
    let refused = [Err("can't read ad.txt: it is a folder".to_owned()), Ok(b"%PDF-1.7".to_vec()), Ok(vec![])];
    for (read, said) in refused.into_iter().zip(["it is a folder", "no text (a PDF)", "The ad is empty"]) {
        let effects = harness.app.ad_opened("~/ad.txt", read);
        assert!(effects.is_empty());
        let screen = harness.screen();
        assert!(screen.contains(said) && screen.contains("> ~/ad.txt"), "{said}: {screen}");
        harness.press("esc");
    }
    let effects = harness.app.ad_opened("~/ad.txt", Ok(AD.as_bytes().to_vec()));
    assert!(effects.is_empty() && harness.app.dialogs.is_empty());
    assert!(harness.screen().contains("Not kept yet"));
}

#[test]
fn the_ads_are_read_when_the_toolkit_is_opened_and_not_before() {
    let mut harness = applying(80, 24);
    harness.press("1 2 3 4 5 6 7 6 g");
    assert!(harness.app.session.ads().is_none());
    assert!(!harness.screen().contains("What your kept ads ask for"));
    harness.press("8");
    assert_eq!(harness.app.session.ads().map(<[_]>::len), Some(2));
    harness.press("6 G enter G");
    let mut harness = applying(120, 60);
    harness.press("8 6 g");
    assert!(harness.screen().contains("2 of 2 open ads: Message queues"), "{}", harness.screen());
}

#[test]
fn one_open_ad_asks_for_nothing_that_several_do() {
    let mut harness = applying(120, 60);
    harness.ads[0].state = AdState::Closed;
    harness.press("8");
    assert!(!harness.screen().contains("What your ads ask for"));
    harness.press("6 g");
    assert!(!harness.screen().contains("What your kept ads ask for"));
}

#[test]
fn what_another_program_kept_is_there_when_the_toolkit_is_opened_again() {
    let mut harness = applying(80, 24);
    harness.press("8 down down 1");
    harness.ads.insert(1, kept_ad("middle", AdState::Offer, "Backend Engineer\nGo\n"));
    harness.press("8");
    assert!(harness.screen().contains("middle"));
    assert!(harness.screen().contains("zeta · found"), "the marked row stays marked: {}", harness.screen());
}

#[test]
fn a_rating_changes_the_match() {
    let mut harness = Harness::new(aiming_at("mid-level"));
    harness.press("8").enter("Backend Engineer\nRequirements:\n- Git\n").press("K").press("enter");
    assert!(harness.screen().contains("0–100"));
    harness.press("/").enter("git").press("enter r 5 8");
    assert!(harness.screen().contains("You match 100 %"), "{}", harness.screen());
}

#[test]
fn a_skill_of_an_ad_leads_to_its_page_and_back() {
    let mut harness = applying(120, 40);
    harness.press("8 down tab enter");
    assert_eq!(harness.app.shown(), ScreenId::Guide);
    harness.press("esc");
    assert_eq!(harness.app.shown(), ScreenId::Toolkit);
    assert!(harness.screen().contains("acme · applied"));
}

#[test]
fn what_is_previewed_is_exported() {
    let mut harness = applying(80, 24);
    harness.press("8 down E enter");
    let Some(Effect::Export(export)) = harness.effects.pop() else { panic!("an export") };
    assert!(matches!(&export.what, Exported::Match { kept: Some(name), .. } if name == "acme"));
    assert_eq!(export.file, "coach-match-acme.md");
    let text = String::from_utf8(export.content.bytes).expect("text");
    assert!(text.starts_with("# Senior Back-End Engineer") && text.contains("Message queues"), "{text}");
    harness.press("E backspace backspace").enter("ics").press("enter");
    assert!(harness.screen().contains("can't be written as ics"), "{}", harness.screen());
    harness.press("esc G E enter");
    let Some(Effect::Export(export)) = harness.effects.pop() else { panic!("an export") };
    assert_eq!(export.file, "job-description.md");
}

#[test]
fn a_resume_is_made_of_the_one_that_is_kept() {
    let mut harness = Harness::sized(somebody(), 120, 40);
    let resume = resume::kept::kept("{\"basics\": {\"name\": \"Ada Ferry\"}}").expect("a résumé");
    harness.press("8 down down down");
    assert!(harness.screen().contains("[your name"), "{}", harness.screen());
    harness.app.resume_read(resume);
    assert!(harness.screen().contains("Ada Ferry"), "{}", harness.screen());
    harness.press("E enter");
    let Some(Effect::Export(export)) = harness.effects.pop() else { panic!("an export") };
    assert_eq!(export.file, "resume.md");
    assert!(String::from_utf8(export.content.bytes).expect("text").contains("Ada Ferry"));
}

#[test]
fn without_a_target_a_document_says_what_is_missing() {
    let mut harness = Harness::new(Profile { aim: Default::default(), ..somebody() });
    harness.press("8 G");
    assert!(harness.screen().contains("press t to choose one"), "{}", harness.screen());
    harness.press("E");
    assert!(harness.screen().contains("choose your target level"), "{}", harness.screen());
}

#[test]
fn a_click_opens_the_tab_chooses_an_ad_and_follows_a_hint() {
    let mut harness = applying(80, 24);
    harness.click("8 Toolkit").click("zeta");
    assert!(harness.screen().contains("zeta · found"), "{}", harness.screen());
    harness.click("s state").click("2 Applied").click("2 Applied");
    assert_eq!(changes(&harness), [&AdChange::State { name: "zeta".to_owned(), state: AdState::Applied }]);
    harness.click("Read a job ad").click("Read a job ad");
    assert!(harness.screen().contains("Read the job ad in which file?"), "{}", harness.screen());
}

#[test]
fn the_palette_names_what_can_be_done_with_an_ad() {
    let mut harness = Harness::new(somebody());
    harness.press("8").enter(AD).press(":").enter("keep this").press("enter");
    assert!(harness.screen().contains("Keep this job ad under which name?"), "{}", harness.screen());
    harness.press("esc :").enter("read a job ad").press("enter");
    assert!(harness.screen().contains("Read the job ad in which file?"), "{}", harness.screen());
}

#[test]
fn the_person_of_the_sample_keeps_nothing() {
    let mut harness = Harness::new(Profile::default());
    harness.ads = vec![kept_ad("acme", AdState::Applied, AD)];
    harness.press("4 enter 8");
    assert!(harness.app.is_sample());
    assert!(!harness.screen().contains("acme"), "another person's ads");
    harness.enter(OTHER).press("K enter s 2 1 8");
    assert!(harness.screen().contains("backend-developer-at-zeta"), "{}", harness.screen());
    assert_eq!(harness.effects, []);
    harness.press("1 esc 8");
    assert!(!harness.app.is_sample());
    let screen = harness.screen();
    assert!(screen.contains("acme") && !screen.contains("zeta"), "{screen}");
}

#[test]
fn in_ascii_it_keeps_to_ascii() {
    for keys in ["8", "8 down", "8 down enter", "8 down down down", "8 G", "8 s", "8 down s", "8 r"] {
        let mut harness = applying(80, 24).themed(ASCII);
        harness.press(keys);
        let screen = harness.screen();
        assert!(screen.is_ascii(), "{keys}: {:?}", screen.chars().find(|c| !c.is_ascii()));
    }
}
