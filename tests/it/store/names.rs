//! Names in the file are as forgiving as on the command line, and a write goes to the name that is there.

use super::{Place, answer, clear, entry, rate, target};
use crate::support::guide;
use career_coach::guide::id::GuideId;
use career_coach::guide::scale::Evidence;
use career_coach::profile::edit::Edit;
use career_coach::profile::model::{Aim, Day};
use jiff::civil::date;
use rstest::rstest;

#[rstest]
#[case("[ratings.Git]\nrating = 3\n", "git", (3, Evidence::Claim))]
#[case("[ratings.postgres]\nrating = 3\n", "sql", (3, Evidence::Claim))]
#[case("[ratings.\"API design\"]\nrating = 3\n", "api-design", (3, Evidence::Claim))]
#[case("[ratings.git]\nrating = \"3\"\nevidence = \"Link\"\n", "git", (3, Evidence::Link))]
#[case("[ratings.git]\nrating = \"Setting direction\"\nevidence = \" EXAMPLE \"\n", "git", (5, Evidence::Example))]
#[case("[ratings.git]\nRating = 0x3\nEvidence = \"link\"\n", "git", (3, Evidence::Link))]
fn a_rating_is_read_as_on_the_command_line(
    #[case] text: &str,
    #[case] name: &str,
    #[case] expected: (u8, Evidence),
) {
    let loaded = Place::with(text).load();
    assert_eq!(loaded.notices, [""; 0]);
    assert_eq!(answer(&loaded.profile, name), Some(expected));
}

#[test]
fn a_history_is_read_as_a_rating_is() {
    let loaded = Place::with(
        "[[history]]\non = 2026-05-06\nskill = \"Postgres\"\nrating = \"3\"\nevidence = \"Link\"\n[[history]]\non = \"2026-05-07\"\nskill = \"git\"\nrating = \"studied\"\n",
    )
    .load();
    assert_eq!(loaded.notices, [""; 0]);
    let history = loaded.profile.history;
    assert_eq!((history[0].skill.as_str(), history[0].evidence), ("sql", Evidence::Link));
    let ratings: Vec<_> = history.iter().map(|change| change.rating.map(|rating| rating.number())).collect();
    assert_eq!(ratings, [Some(3), Some(1)]);
}

#[rstest]
#[case("target = \"Mid-level\"\n")]
#[case("guide = \"Back-End Developer\"\ntarget = \"MID LEVEL\"\n")]
#[case("Target = \"mid-level\"\n")]
fn a_level_and_a_guide_are_found_by_their_titles(#[case] text: &str) {
    let loaded = Place::with(text).load();
    assert_eq!(loaded.notices, [""; 0]);
    let aim = loaded.profile.aim_of(&guide().id);
    assert_eq!(aim.target.as_ref().map(|level| level.as_str()), Some("mid-level"));
}

#[test]
fn what_people_write_by_hand_is_read() {
    let loaded = Place::with(
        r#"by = 2027-06-30
[about]
years = 4
stack = ["Rust", "SQL"]
remote = true
born = 1990-01-02
[ratings.sql]
rating = 3
rated_on = 2026-05-06T10:00:00Z
proofs = "shop"
note = 7
[[history]]
on = 2026-05-06
skill = "sql"
"#,
    )
    .load();
    assert_eq!(loaded.notices, [""; 0]);
    let about: Vec<_> = loaded.profile.about.entries().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(about, ["years=4", "stack=Rust, SQL", "remote=true", "born=1990-01-02"]);
    let sql = entry(&loaded, "sql");
    assert_eq!((sql.rated_on, sql.proofs), (Some(Day(date(2026, 5, 6))), vec!["shop".to_owned()]));
    assert_eq!(sql.note.as_deref(), Some("7"));
    assert_eq!(
        (loaded.profile.history[0].on, loaded.profile.history[0].rating),
        (Day(date(2026, 5, 6)), None)
    );
    assert_eq!(loaded.profile.aim.by, Some(date(2027, 6, 30)));
}

#[test]
fn a_change_is_written_to_the_name_that_is_there() {
    let place = Place::with(
        "Target = \"Mid-level\" # soon\n[Ratings.Postgres]\n# mine\nRating = 2\nrated-on = \"2026-01-02\"\n[[history]]\non = \"2026-11-24\"\nskill = \"Postgres\"\nrating = 2\n",
    );
    let saved = place.save(&[rate("sql", 3, Evidence::Link), target(Some("senior"))]);
    assert_eq!((saved.notices.len(), saved.profile.history.len()), (0, 2), "{:?}", saved.profile.history);
    assert_eq!(
        place.text(),
        "Target = \"senior\" # soon\nschema = 1\nguide = \"back-end-developer\"\n[Ratings.Postgres]\n# mine\nRating = 3\nrated-on = \"2026-11-24\"\nevidence = \"link\"\n\n[[history]]\non = \"2026-01-02\"\nskill = \"sql\"\nrating = 2\nevidence = \"claim\"\n\n[[history]]\non = \"2026-11-24\"\nskill = \"sql\"\nrating = 3\nevidence = \"link\"\n"
    );
    let saved = place.save(&[clear("sql")]);
    assert_eq!((answer(&saved.profile, "sql"), place.text().contains("Postgres")), (None, false));
}

#[test]
fn two_keys_that_mean_one_skill_are_told_and_the_first_counts() {
    let text = "[ratings.Git]\nrating = 3\n[ratings.git]\nrating = 1\nnote = \"old\"\n";
    let place = Place::with(text);
    let loaded = place.load();
    assert_eq!(answer(&loaded.profile, "git"), Some((3, Evidence::Claim)));
    assert_eq!(loaded.notices.len(), 1);
    assert!(
        loaded.notices[0].contains("line 3, column 10: `git` rates git a second time"),
        "{:?}",
        loaded.notices
    );
    let saved = place.save(&[rate("git", 4, Evidence::Claim)]);
    assert_eq!(answer(&saved.profile, "git"), Some((4, Evidence::Claim)));
    let text = place.text();
    assert!(
        text.contains("[ratings.Git]\nrating = 4")
            && text.contains("[ratings.git]\nrating = 1\nnote = \"old\"\n"),
        "{text}"
    );
}

#[test]
fn a_skill_that_nobody_knows_is_kept_and_told() {
    let place = Place::with("[ratings.gti]\nrating = 3\n\n[ratings.\"Deep C\"]\nrating = 3\n");
    let loaded = place.load();
    assert_eq!(loaded.notices.len(), 2, "{:?}", loaded.notices);
    assert!(
        loaded.notices[0].contains("line 1, column 10: this version of coach has no skill `gti`"),
        "{:?}",
        loaded.notices
    );
    assert!(loaded.notices[0].contains("git"), "a near name is offered: {:?}", loaded.notices);
    place.save(&[rate("sql", 1, Evidence::Claim)]);
    let text = place.text();
    assert!(text.contains("[ratings.gti]\nrating = 3\n\n[ratings.\"Deep C\"]\nrating = 3\n"), "{text}");
}

#[test]
fn an_unknown_guide_keeps_its_target_to_itself() {
    let place = Place::with("guide = \"front-end\"\ntarget = \"senior\"\n");
    let loaded = place.load();
    assert_eq!(loaded.notices.len(), 1, "{:?}", loaded.notices);
    assert!(
        loaded.notices[0].contains("line 1, column 9: this version of coach has no guide `front-end`"),
        "{:?}",
        loaded.notices
    );
    assert_eq!(loaded.profile.aim_of(&guide().id), &Aim::default());
    place.save(&[target(Some("junior"))]);
    assert_eq!(
        place.text(),
        "guide = \"back-end-developer\"\ntarget = \"junior\"\nschema = 1\n\n[targets.front-end]\ntarget = \"senior\"\n"
    );
    let aim = place.load().profile.other_aims.get(&"front-end".parse::<GuideId>().expect("an id")).cloned();
    assert_eq!(aim.and_then(|aim| aim.target).expect("it is kept").as_str(), "senior");
}

#[test]
fn an_unknown_level_is_kept_and_told() {
    let place = Place::with("target = \"Boss of all\"\n");
    let notice = place.load().notices.concat();
    assert!(
        notice.contains("line 1, column 10: the guide has no level `Boss of all`")
            && notice.contains("mid-level"),
        "{notice}"
    );
    place.save(&[rate("sql", 1, Evidence::Claim)]);
    assert!(place.text().starts_with("target = \"Boss of all\"\n"), "{}", place.text());
}

#[test]
fn targets_of_other_guides_are_read_and_written() {
    let text = "guide = \"back-end-developer\"\ntarget = \"junior\"\n\n[targets.data-engineer]\ntarget = \"senior\" # one day\nby = \"2030-01-01\"\n";
    let place = Place::with(text);
    let loaded = place.load();
    let other = "data-engineer".parse().expect("an id");
    let aim = loaded.profile.aim_of(&other);
    assert_eq!(
        (aim.target.as_ref().map(|level| level.as_str()), aim.by),
        (Some("senior"), Some(date(2030, 1, 1)))
    );
    place.save(&[Edit::SetDeadline { guide: other, by: Some(date(2031, 1, 1)) }]);
    assert!(
        place.text().contains("target = \"senior\" # one day\nby = \"2031-01-01\"\n"),
        "{}",
        place.text()
    );
    assert!(place.text().starts_with("guide = \"back-end-developer\"\ntarget = \"junior\"\n"));
}
