//! What holds for every series of edits and for every text.

use super::{Place, save_with};
use crate::support::{TODAY, cases, library, rating};
use career_coach::guide::id::GuideId;
use career_coach::guide::scale::Evidence;
use career_coach::profile::about::Topic;
use career_coach::profile::edit::{Edit, NewProof, joined, undo_of};
use career_coach::profile::model::{Profile, ProofKind};
use career_coach::profile::store::StoreError;
use jiff::civil::date;
use proptest::prelude::*;
use std::fs;

fn some_edit() -> impl Strategy<Value = Edit> {
    let skill = || {
        prop::sample::select(vec!["sql", "git", "api-design", "of-my-own"])
            .prop_map(|id| id.parse().expect("an id"))
    };
    let text = || "[ -~é\n\r\t\u{7f}]{0,6}";
    let evidence = prop::sample::select(Evidence::all().collect::<Vec<_>>());
    let guide = || {
        prop::sample::select(vec!["back-end-developer", "baker"])
            .prop_map(|id| id.parse::<GuideId>().expect("an id"))
    };
    let level = prop::option::of(prop::sample::select(vec!["junior", "senior"]));
    let kind = prop::sample::select(vec![ProofKind::Link, ProofKind::Referee, ProofKind::Case]);
    let topic = prop::sample::select(Topic::all().collect::<Vec<_>>());
    prop_oneof![
        4 => (skill(), 0u8..=5, prop::option::of(evidence.clone()), prop::option::of("[0-9a-f]{4}")).prop_map(
            |(skill, number, evidence, anchors)| Edit::Rate { skill, rating: rating(number), evidence, anchors }
        ),
        2 => skill().prop_map(Edit::ClearRating),
        1 => (skill(), evidence).prop_map(|(skill, evidence)| Edit::SetEvidence { skill, evidence }),
        1 => (skill(), prop::option::of(text())).prop_map(|(skill, note)| Edit::SetNote { skill, note }),
        2 => (kind, text(), prop::collection::vec(skill(), 1..3))
            .prop_map(|(kind, text, skills)| Edit::AddProof { proof: NewProof::new(kind, &text), skills }),
        1 => (prop::sample::select(vec!["a", "sql", "git-2"]), skill())
            .prop_map(|(id, skill)| Edit::AttachProof { id: id.to_owned(), skill }),
        1 => (guide(), level).prop_map(|(guide, level)| Edit::SetTarget { guide, level: level.map(|id| id.parse().expect("an id")) }),
        1 => (guide(), prop::option::of(1i8..=28)).prop_map(|(guide, day)| Edit::SetDeadline { guide, by: day.map(|day| date(2027, 2, day)) }),
        1 => (topic, prop::option::of(text())).prop_map(|(topic, text)| Edit::Answer { topic, text }),
    ]
}

/// Profiles to start from: empty, the program's own, and written by hand in several ways.
const STARTS: &[&str] = &[
    "",
    "schema = 1\nguide = \"back-end-developer\"\ntarget = \"senior\"\n\n[ratings.sql]\nrating = 2\nevidence = \"link\"\nnote = \"orders\"\nproofs = [\"a\"]\n\n[[history]]\non = \"2026-11-01\"\nskill = \"sql\"\nrating = 2\nevidence = \"link\"\n",
    "[ratings]\nsql = { rating = 2, note = \"orders\" }\ngit.rating = 3\n\n[about]\nname = \"Ada\"\n",
    "ratings.sql.rating = 2\nabout.name = \"Ada\"\nhistory = [{ on = \"2026-11-01\", skill = \"sql\", rating = 2 }]\n",
    "about = { name = \"Ada\" }\nratings = { sql = { rating = 2 } }\n",
    "[[proofs]]\nid = \"a\"\ntitle = \"shop\" # mine\nsince = 2024\n\n[ratings.sql]\nrating = 2\nproofs = [\"a\"]\n",
    "proofs = [{ id = \"a\", url = \"https://example.org\" }]\n",
    "# mine\r\nTarget = \"Senior\"\r\n[Ratings.Postgres]\r\nRating = \"2\"\r\nnote = \"\"\"\r\na\r\nb\"\"\"\r\n\r\n[[history]]\r\non = 2026-11-24\r\nskill = \"Postgres\"\r\nrating = 2\r\n",
    "\u{feff}targets.baker.target = \"head\" # one day\nguide = \"baker\"\n[[history]]\non = \"?\"\n[[proofs]]\ntitle = \"no id\"\n[ratings.git]\nrating = 8\nstars = 5\n",
];

/// What the program doesn't know, and no edit of these tests removes.
const FOREIGN: &[&str] = &["since = 2024", "name = \"Ada\"", "on = \"?\"", "title = \"no id\""];

proptest! {
    #![proptest_config(cases(192, 20_261_124))]

    /// A change is made twice: in memory, which the interface shows at once, and in the file's text by a save.
    #[test]
    fn what_is_saved_reads_as_what_is_held_and_loses_nothing_of_others(
        start in prop::sample::select(STARTS),
        edits in prop::collection::vec((some_edit(), 1i8..=3), 1..10),
    ) {
        let place = Place::with(start);
        let mut held = place.load().profile;
        for (edit, day) in &edits {
            let today = date(2026, 11, *day);
            // A rating that couldn't be understood has a note of its own that only the file knows until it is rated.
            edit.apply(&mut held, today).expect("it is no undo");
            let saved = place.store.save(std::slice::from_ref(edit), today, &held, library()).expect("saved");
            prop_assert_eq!(&saved.loaded.profile, &held, "after {:?}\n{}", edit, place.text());
            prop_assert_eq!(&place.load(), &saved.loaded);
        }
        let text = place.text();
        for part in FOREIGN.iter().filter(|part| start.contains(**part)) {
            prop_assert!(text.contains(part), "{} is lost:\n{}", part, text);
        }
        prop_assert_eq!(text.starts_with('\u{feff}'), start.starts_with('\u{feff}'));
        if start.contains('\r') {
            prop_assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        }
    }

    /// Everything that was done and then undone is as before, but for the history, which says that there was a change.
    #[test]
    fn what_is_undone_is_as_before(
        start in prop::sample::select(STARTS),
        edits in prop::collection::vec(some_edit(), 1..6),
    ) {
        let place = Place::with(start);
        let before = place.load().profile;
        let mut held = before.clone();
        let mut undo = Vec::new();
        for edit in &edits {
            let old = held.clone();
            held = save_with(&place.store, std::slice::from_ref(edit), TODAY, old.clone()).expect("saved").loaded.profile;
            undo = joined(undo, undo_of(&old, &held));
        }
        let saved = save_with(&place.store, &[Edit::Undo(undo)], TODAY, held).expect("saved");
        prop_assert_eq!(saved.conflict, None);
        let after = saved.loaded.profile;
        let sorted = |profile: &Profile| {
            let mut proofs = profile.proofs.clone();
            proofs.sort_by(|a, b| a.id.cmp(&b.id));
            proofs
        };
        prop_assert_eq!(&after.ratings.0, &before.ratings.0);
        prop_assert_eq!(after.about.words(Topic::Years), before.about.words(Topic::Years));
        prop_assert_eq!((&after.guide, &after.aim, &after.other_aims), (&before.guide, &before.aim, &before.other_aims));
        prop_assert_eq!(sorted(&after), sorted(&before));
    }
}

proptest! {
    #![proptest_config(cases(512, 20_261_126))]

    /// Whatever the file holds: reading never changes it, and after a save every byte is there still, in the file or beside it.
    #[test]
    fn no_text_is_a_panic_and_none_is_lost(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..12),
        noise in prop::option::of("\\PC{0,20}"),
    ) {
        let text = parts.concat() + noise.as_deref().unwrap_or_default();
        let place = Place::with(&text);
        let loaded = place.store.load(library());
        let faults = place.store.check(library());
        prop_assert_eq!(place.text(), text.clone());
        prop_assert_eq!(place.names().len(), 1);
        let edit = super::rate("git", 3, Evidence::Link);
        match super::save(&place.store, &[edit], TODAY) {
            Ok(saved) => {
                prop_assert_eq!(super::answer(&saved.loaded.profile, "git"), Some((3, Evidence::Link)));
                prop_assert_eq!(place.load().profile, saved.loaded.profile);
                let aside = fs::read_to_string(place.path("profile.unreadable-1.toml")).ok();
                prop_assert_eq!(loaded.is_err(), aside.is_some(), "{:?}", loaded);
                if let Some(aside) = aside {
                    prop_assert_eq!(aside, text);
                    prop_assert!(!faults.expect("it can be checked").is_empty());
                }
            }
            Err(StoreError::InTheWay { .. } | StoreError::Newer { .. }) => prop_assert_eq!(place.text(), text),
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}

/// Lines of profiles, sound and broken.
const PARTS: &[&str] = &[
    "schema = 1\n",
    "schema = 2\n",
    "guide = \"x\"\n",
    "target = \"senior\"\n",
    "by = 2027-01-01\n",
    "[about]\n",
    "years = 3\n",
    "[ratings]\n",
    "[ratings.git]\n",
    "[ratings.Git]\n",
    "[ratings.sql]\n",
    "rating = 3\n",
    "rating = \"x\"\n",
    "evidence = \"link\"\n",
    "git = 3\n",
    "sql.rating = 2\n",
    "ratings = 3\n",
    "ratings.git = { rating = 1 }\n",
    "[[history]]\n",
    "on = \"2026-11-24\"\n",
    "skill = \"git\"\n",
    "history = []\n",
    "history = 3\n",
    "[[proofs]]\n",
    "id = \"a\"\n",
    "proofs = [\"a\"]\n",
    "[history.x]\n",
    "[[ratings]]\n",
    "[[ratings.git]]\n",
    "note = \"\"\"\n",
    "\"\"\"\n",
    "'",
    "\"",
    "[",
    "]",
    "=",
    "\n",
    "\r\n",
    "\r",
    "# x\n",
    "\u{feff}",
    "a.b = 1\n",
    "a.b.c = 1\n",
    "<<<<<<< x\n",
    "=======\n",
    ">>>>>>> x\n",
    "é",
    "{",
    "}",
    ",",
    "[targets.x]\n",
    "[targets]\n",
    "x = 1979-05-27T07:32:00Z\n",
];
