//! The rules of what an act changes, and that an undo takes back just that.

use super::{Act, RatingWish, Session};
use crate::coach::plan::StepKind;
use crate::guide;
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::profile::about::Topic;
use crate::profile::edit::Edit;
use crate::profile::model::{Day, Profile, ProofKind};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 24);

fn today() -> Date {
    TODAY
}

fn id(skill: &str) -> SkillId {
    skill.parse().expect("an id")
}

fn session(profile: Profile) -> Session {
    Session::new(guide::embedded().expect("the guide"), 0, profile, today).expect("the first guide")
}

fn rated(skill: &str, rating: Rating, evidence: Evidence) -> Profile {
    Profile { ratings: [(id(skill), rating, evidence)].into_iter().collect(), ..Profile::default() }
}

fn after(session: &mut Session, act: Act) -> Profile {
    session.perform(act);
    session.profile().clone()
}

#[test]
fn a_library_without_the_guide_gives_no_session() {
    let library = guide::embedded().expect("the guide");
    let count = library.guides.len();
    assert!(Session::new(library, count, Profile::default(), today).is_err());
}

#[test]
fn the_rule_for_evidence_when_a_rating_changes() {
    use Evidence::{Claim, Example, Link};
    use Rating::{Assisted, Independent, None as Zero};
    let cases = [
        ("the same rating keeps its evidence", Independent, None, Link),
        ("a higher one is a claim again", Rating::Leading, None, Claim),
        ("a lower one is a claim again", Assisted, None, Claim),
        ("nothing is a claim", Zero, None, Claim),
        ("what is given with it stands", Assisted, Some(Example), Example),
        ("also with the same rating", Independent, Some(Claim), Claim),
    ];
    for (name, rating, given, expected) in cases {
        let mut session = session(rated("git", Independent, Link));
        let act = session.rate(&id("git"), rating, given);
        let profile = after(&mut session, act);
        assert_eq!(profile.ratings.answer(&id("git")), Some((rating, expected)), "{name}");
    }
}

#[test]
fn a_rating_keeps_its_note_and_its_proofs_and_gets_a_new_day() {
    let mut profile = rated("git", Rating::Independent, Evidence::Link);
    let old = profile.ratings.0.get_mut(&id("git")).expect("rated");
    old.note = Some("at work".to_owned());
    old.proofs = vec!["git".to_owned()];
    old.rated_on = Some(Day(date(2025, 1, 1)));
    let mut session = session(profile);
    let act = session.rate(&id("git"), Rating::Leading, None);
    let now = after(&mut session, act).ratings.0[&id("git")].clone();
    assert_eq!((now.note.as_deref(), &now.proofs[..]), (Some("at work"), &["git".to_owned()][..]));
    assert_eq!(now.rated_on, Some(Day(TODAY)));
}

#[test]
fn evidence_is_an_edit_of_its_own_and_leaves_the_rating_of_somebody_else_alone() {
    let mut session = session(rated("git", Rating::Independent, Evidence::Claim));
    let act = session.set_evidence(&id("git"), Evidence::Link);
    // Somebody else rates it 5 before this act is saved.
    let mut on_disk = rated("git", Rating::SettingDirection, Evidence::Claim);
    for edit in session.perform(act) {
        edit.apply(&mut on_disk, TODAY).expect("no undo");
    }
    assert_eq!(on_disk.ratings.answer(&id("git")), Some((Rating::SettingDirection, Evidence::Link)));
}

#[test]
fn a_proof_raises_the_evidence_to_what_it_carries_and_gets_a_free_id() {
    let mut session = session(rated("git", Rating::Independent, Evidence::Example));
    let act = session.prove(&id("git"), ProofKind::Case, "We bisected for a day").expect("a proof");
    let profile = after(&mut session, act);
    assert_eq!(profile.ratings.answer(&id("git")), Some((Rating::Independent, Evidence::Example)));
    let act = session.prove(&id("git"), ProofKind::Link, "https://example.org/x").expect("a proof");
    let profile = after(&mut session, act);
    assert_eq!(profile.ratings.answer(&id("git")), Some((Rating::Independent, Evidence::Link)));
    assert_eq!(profile.ratings.0[&id("git")].proofs, ["git", "git-2"]);
    assert!(session.prove(&id("git"), ProofKind::Link, "not an address").is_err());
    assert!(session.prove(&id("git"), ProofKind::Case, "  ").is_err());
}

#[test]
fn a_proof_given_with_ratings_never_overrides_the_evidence_that_was_said() {
    let wish = |skill: &str, evidence| RatingWish {
        skill: id(skill),
        rating: Some((Rating::Independent, evidence)),
    };
    let mut session = session(Profile::default());
    let wishes =
        [wish("git", Some(Evidence::Example)), wish("sql", None), wish("testing", Some(Evidence::Link))];
    let act = session.rate_all(&wishes, Some("https://example.org")).expect("a proof");
    let profile = after(&mut session, act);
    let evidence = |skill| profile.ratings.answer(&id(skill)).map(|(_, evidence)| evidence);
    assert_eq!(evidence("git"), Some(Evidence::Example));
    assert_eq!(evidence("sql"), Some(Evidence::Claim));
    assert_eq!(evidence("testing"), Some(Evidence::Link));
    assert_eq!(profile.proofs.len(), 1);
    let named = |skill| profile.ratings.0[&id(skill)].proofs.len();
    assert_eq!((named("git"), named("sql"), named("testing")), (1, 0, 1));
    assert!(session.rate_all(&wishes[1..2], Some("https://example.org")).is_err(), "it proves nothing");
}

#[test]
fn a_step_that_only_proves_is_not_done_without_a_proof() {
    // Everything is at the level's measure, so that only proof is missing.
    let level = session(Profile::default()).guide().levels[0].clone();
    let ratings = level.asks.iter().map(|ask| (ask.skill.clone(), ask.required, Evidence::Claim)).collect();
    let mut profile = Profile { ratings, ..Profile::default() };
    profile.aim.target = Some(level.id);
    let session = session(profile);
    let (plan, _) = session.target_plan().expect("a plan");
    let step = plan.steps.first().expect("a step");
    assert!(matches!(step.kind, StepKind::Prove { .. }));
    assert_eq!(session.tick_off(step, Rating::Assisted, None), Ok(None));
    let act = session.tick_off(step, Rating::Assisted, Some((ProofKind::Referee, "Ada, my lead")));
    assert!(matches!(act, Ok(Some(Act { edits, .. })) if matches!(edits[..], [Edit::AddProof { .. }])));
}

#[test]
fn a_target_belongs_to_its_guide_and_each_guide_keeps_its_own() {
    let other: crate::guide::id::GuideId = "front-end-developer".parse().expect("an id");
    let mut profile = Profile { guide: Some(other.clone()), ..Profile::default() };
    profile.aim.target = Some("senior".parse().expect("an id"));
    profile.aim.by = Some(date(2027, 6, 30));
    let mut session = session(profile);
    assert_eq!(session.target(), None, "the senior of another guide is none of this one");
    assert_eq!(session.deadline(), None);
    let act = session.set_target(Some("lead".parse().expect("an id")));
    let profile = after(&mut session, act);
    assert_eq!(profile.guide.as_ref().map(ToString::to_string).as_deref(), Some("back-end-developer"));
    assert_eq!(profile.aim_of(&other).by, Some(date(2027, 6, 30)));
    assert_eq!(session.target().map(|level| level.id.as_str()), Some("lead"));
    session.undo().expect("one act");
    assert_eq!(session.profile().guide, Some(other.clone()));
    assert_eq!(session.profile().aim.by, Some(date(2027, 6, 30)));
    assert!(session.profile().other_aims.is_empty());
}

#[test]
fn an_undo_takes_back_its_own_act_alone_and_a_redo_does_it_again() {
    let mut session = session(Profile::default());
    let act = session.rate(&id("sql"), Rating::Assisted, None);
    session.perform(act);
    let depth = session.undo_depth();
    let act = session.rate(&id("git"), Rating::Independent, None);
    session.perform(act);
    let act = session.prove(&id("git"), ProofKind::Case, "a case").expect("a proof");
    session.perform(act);
    session.join_acts_since(depth);
    let all = session.profile().clone();
    let act = session.undo().expect("a step");
    assert_eq!(session.profile().ratings.answer(&id("git")), None);
    assert!(session.profile().proofs.is_empty());
    assert_eq!(session.rating(&id("sql")), Some((Rating::Assisted, Evidence::Claim)));
    assert_eq!(act.what, "Version control with Git");
    session.redo().expect("a step");
    assert_eq!(*session.profile(), all);
    session.undo().expect("the step again");
    session.undo().expect("the rating before");
    assert!(session.profile().ratings.0.is_empty());
    assert!(session.undo().is_err());
}

#[test]
fn an_undo_leaves_alone_what_somebody_else_has_changed() {
    let mut session = session(Profile::default());
    let act = session.rate(&id("git"), Rating::Independent, None);
    session.perform(act);
    let mut on_disk = rated("git", Rating::SettingDirection, Evidence::Link);
    let act = session.undo().expect("one act");
    let before = on_disk.clone();
    let undone = act.edits.iter().try_for_each(|edit| edit.apply(&mut on_disk, TODAY));
    assert!(undone.is_err());
    assert_eq!(on_disk, before);
}

#[test]
fn answers_are_kept_in_their_plainest_form_or_refused_together() {
    let mut session = session(Profile::default());
    assert!(session.answer_all(&[(Topic::Years, "3"), (Topic::HoursPerWeek, "200")]).is_err());
    let act = session.answer_all(&[(Topic::Years, "2,5 years"), (Topic::HoursPerWeek, "7,5 hours")]);
    let profile = after(&mut session, act.expect("answers"));
    assert_eq!(profile.about.words(Topic::Years), Some("2.5"));
    assert_eq!(profile.about.words(Topic::HoursPerWeek), Some("7.5"));
    let act = session.answer(Topic::Years, " ").expect("a blank clears it");
    assert_eq!(after(&mut session, act).about.words(Topic::Years), None);
}

#[test]
fn a_change_on_disk_is_seen_in_every_figure() {
    let mut session = session(Profile::default());
    assert_eq!(session.assessment().rated, 0);
    assert!(session.reviews().is_empty());
    session.replace_profile(rated("git", Rating::Independent, Evidence::Link));
    assert_eq!(session.assessment().rated, 1);
}

fn any_act() -> impl Strategy<Value = (u8, usize, u8, u8)> {
    (0u8..8, 0usize..25, 0u8..6, 0u8..3)
}

/// Something that a person does, out of four numbers.
fn act(session: &Session, (kind, skill, rating, evidence): (u8, usize, u8, u8)) -> Option<Act> {
    let skill = session.library().skills.get(skill)?.id.clone();
    let rating = Rating::from_number(i64::from(rating)).expect("0 to 5");
    let evidence = Evidence::all().nth(usize::from(evidence)).expect("one of three");
    let level = session.guide().levels.get(usize::from(rating.number())).map(|level| level.id.clone());
    match kind {
        0 => Some(session.rate(&skill, rating, None)),
        1 => Some(session.rate(&skill, rating, Some(evidence))),
        2 => Some(session.clear_rating(&skill)),
        3 => Some(session.set_evidence(&skill, evidence)),
        4 => session.prove(&skill, ProofKind::Referee, "Ada").ok(),
        5 => Some(session.set_note(&skill, "a note")),
        6 => Some(session.set_target(level)),
        _ => session.answer(Topic::Years, &rating.number().to_string()).ok(),
    }
}

proptest! {
    #[test]
    fn undoing_everything_brings_the_beginning_back(acts in prop::collection::vec(any_act(), 0..12)) {
        let mut session = session(rated("sql", Rating::Studied, Evidence::Claim));
        let beginning = session.profile().clone();
        for numbers in acts {
            if let Some(act) = act(&session, numbers) {
                session.perform(act);
            }
        }
        let end = session.profile().clone();
        let mut undone = 0;
        while session.undo().is_ok() {
            undone += 1;
        }
        // The history keeps what was true before today; ratings, proofs and answers are as they were.
        let without_history = |profile: &Profile| Profile { history: Vec::new(), ..profile.clone() };
        prop_assert_eq!(without_history(session.profile()), without_history(&beginning));
        for _ in 0..undone {
            session.redo().expect("as many as were undone");
        }
        prop_assert_eq!(without_history(session.profile()), without_history(&end));
    }

    #[test]
    fn what_is_saved_is_what_was_shown(acts in prop::collection::vec(any_act(), 0..12)) {
        let mut session = session(Profile::default());
        let mut on_disk = Profile::default();
        for numbers in acts {
            let Some(act) = act(&session, numbers) else { continue };
            for edit in session.perform(act) {
                edit.apply(&mut on_disk, TODAY).expect("no undo among them");
            }
            prop_assert_eq!(session.profile(), &on_disk);
        }
    }
}

#[test]
fn a_rating_without_evidence_or_a_known_skill_has_no_hash() {
    let session = session(Profile::default());
    let act = session.rate(&id("unheard-of"), Rating::Studied, None);
    assert!(matches!(act.edits[..], [Edit::Rate { anchors: None, .. }]));
    let act = session.rate(&id("git"), Rating::Studied, None);
    assert!(matches!(&act.edits[..], [Edit::Rate { anchors: Some(hash), .. }] if hash.len() == 16));
}
