//! Progress: the points of a history, what moved them, the pace, and how they are shown.

mod history;
mod pictures;

use crate::support::{TODAY, cases, guide, level, library, rating, skill};
use career_coach::coach::assessment::assess_level;
use career_coach::coach::fraction::Fraction;
use career_coach::coach::progress::{self, Progress};
use career_coach::coach::score::Standing;
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::{Aim, Profile, Rated, Ratings};
use career_coach::report::pages::{self, Face, GuideView};
use career_coach::report::text::{self, Look};
use career_coach::session::KeyNames;
use history::ten_years;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// A day, a skill, and what was said of it; nothing where the rating was taken back.
type Said<'a> = (Date, &'a str, Option<(u8, Evidence)>);

/// A profile that was rated as the history says.
fn profile(changes: &[Said<'_>]) -> Profile {
    let mut profile = Profile {
        aim: Aim { target: Some("junior".parse().expect("an id")), by: None },
        ..Profile::default()
    };
    for (day, name, answer) in changes {
        let rated = answer.map(|(number, evidence)| Rated::new(rating(number), evidence));
        profile.note_change(&skill(name), None, rated.as_ref(), *day);
        match rated {
            Some(rated) => profile.ratings.0.insert(skill(name), rated),
            None => profile.ratings.0.shift_remove(&skill(name)),
        };
    }
    profile
}

/// Half a year of a junior: first answers in May, work and proofs later.
fn half_a_year() -> Profile {
    let may = date(2026, 5, 4);
    let mut changes: Vec<Said<'_>> = [
        ("programming-language", 2),
        ("frameworks", 1),
        ("sql", 1),
        ("git", 1),
        ("api-design", 1),
        ("testing", 0),
        ("security", 1),
        ("problem-solving", 2),
    ]
    .into_iter()
    .map(|(name, number)| (may, name, Some((number, Evidence::Claim))))
    .collect();
    let later = [
        ("attention-to-detail", 1, Evidence::Claim, date(2026, 5, 5)),
        ("communication", 1, Evidence::Claim, date(2026, 5, 5)),
        ("collaboration", 2, Evidence::Claim, date(2026, 5, 5)),
        ("learning", 2, Evidence::Claim, date(2026, 5, 5)),
        ("prioritisation", 1, Evidence::Claim, date(2026, 5, 5)),
        ("git", 2, Evidence::Example, date(2026, 6, 20)),
        ("sql", 2, Evidence::Claim, date(2026, 7, 11)),
        ("testing", 1, Evidence::Claim, date(2026, 8, 30)),
        ("programming-language", 2, Evidence::Link, date(2026, 10, 2)),
        ("learning", 1, Evidence::Claim, date(2026, 11, 1)),
    ];
    changes.extend(later.map(|(name, number, evidence, day)| (day, name, Some((number, evidence)))));
    profile(&changes)
}

/// What the history says of a day's end.
fn ratings_on(profile: &Profile, day: Date) -> Ratings {
    let mut ratings = Ratings::default();
    for change in profile.history.iter().filter(|change| change.on.0 <= day) {
        match change.rating {
            Some(rating) => ratings.0.insert(change.skill.clone(), Rated::new(rating, change.evidence)),
            None => ratings.0.shift_remove(&change.skill),
        };
    }
    ratings
}

fn of(profile: &Profile, id: &str) -> Progress {
    progress::of(profile, guide(), level(guide(), id), TODAY)
}

#[test]
fn a_point_for_each_day_with_a_change() {
    let progress = of(&half_a_year(), "junior");
    let days: Vec<String> = progress.points.iter().map(|point| point.day.to_string()).collect();
    assert_eq!(
        days,
        ["2026-05-04", "2026-05-05", "2026-06-20", "2026-07-11", "2026-08-30", "2026-10-02", "2026-11-01"]
    );
    assert_eq!(progress.points[0].rated, 8);
    let standings: Vec<Standing> = progress.points.iter().map(|point| point.standing).collect();
    use Standing::{Open, Ready, Unproved};
    assert_eq!(standings, [Open, Unproved, Unproved, Unproved, Unproved, Ready, Unproved]);
}

#[test]
fn what_moved_it_leaves_out_first_answers() {
    let progress = of(&half_a_year(), "junior");
    let moved: Vec<_> = progress.moved.iter().map(|moved| moved.skill.as_str()).collect();
    // Of 25: 2 × ¾ for a test; 2 × (7/8 − 3/8) for Git with an example; a claim of 1 less of learning; 3 × (1 − ¾) for the language
    // linked; and SQL, of which a 1 is enough, 3 × (1 − ¾).
    assert_eq!(moved, ["testing", "git", "learning", "programming-language", "sql"]);
    let gained: Vec<Fraction> = progress.moved.iter().map(|moved| moved.gained).collect();
    let of_25 = |numerator: u64, denominator: u64| Fraction::new(numerator, denominator * 25);
    assert_eq!(gained, [of_25(3, 2), of_25(1, 1), Fraction::ZERO, of_25(3, 4), of_25(3, 4)]);
    assert_eq!((progress.moved[2].lost, progress.moved[2].high_lost), (of_25(3, 4), of_25(1, 1)));
    assert_eq!(progress.only_answered, 8);
    let now = progress.points[6].low;
    assert_eq!(progress.first_answers() + Fraction::new(4, 25), now + of_25(3, 4), "the rest is what moved");
}

#[test]
fn the_pace_is_net_and_by_month() {
    let pace = of(&half_a_year(), "junior").pace.expect("after four weeks");
    assert_eq!((pace.gained, pace.lost, pace.days), (Fraction::new(4, 25), Fraction::new(3, 100), 204));
    assert_eq!(pace.gained_a_month(), Fraction::new(13 * 30, 100 * 204));

    let fresh = profile(&[(date(2026, 11, 1), "git", Some((2, Evidence::Link)))]);
    assert_eq!(of(&fresh, "junior").pace, None);
}

#[test]
fn what_was_changed_by_hand_is_where_it_stands_now() {
    let guide = guide();
    let mut profile = half_a_year();
    profile.ratings.0.insert(skill("sql"), Rated::new(rating(3), Evidence::Link));
    profile.ratings.0.shift_remove(&skill("git"));
    profile.history.retain(|change| change.skill != skill("security"));
    let junior = level(guide, "junior");
    let progress = of(&profile, "junior");
    let last = progress.points.last().expect("a point");
    let now = assess_level(guide, junior, &profile.ratings);
    assert_eq!((last.low, last.high, last.standing), (now.low, now.high, now.standing));
    assert_eq!(last.day, TODAY);
    assert_eq!(progress.points[0].rated, 8, "a rating without a day was there from the beginning");
}

#[test]
fn ten_years_are_shown_by_a_few_points() {
    let guide = guide();
    for (id, a_week) in [("junior", 1), ("junior", 3), ("lead", 3)] {
        let level = level(guide, id);
        let progress = progress::of(&ten_years(level, a_week), guide, level, TODAY);
        assert_eq!(progress.points.len(), 520);
        let shown = progress.sampled(12);
        assert_eq!(shown.len(), 12);
        assert_eq!(shown.last().map(|point| point.day), progress.points.last().map(|point| point.day));
    }
}

fn printed(profile: &Profile, width: usize) -> String {
    let book =
        GuideView { face: Face::CommandLine, library: library(), guide: guide(), keys: KeyNames::BUILT_IN };
    let mut out = Vec::new();
    let doc = pages::progress::history(book, profile, TODAY);
    text::print(&doc, Look { width, color: false, ascii: false }, &mut out).expect("a buffer takes all");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn the_page_of_half_a_year() {
    insta::assert_snapshot!(printed(&half_a_year(), 80));
}

#[test]
fn the_page_of_half_a_year_at_60_columns() {
    insta::assert_snapshot!(printed(&half_a_year(), 60));
}

#[test]
fn ten_years_take_no_more_room_than_a_month() {
    let guide = guide();
    let text = printed(&ten_years(level(guide, "junior"), 1), 80);
    let rows = text.lines().take_while(|line| !line.starts_with("The table")).count();
    assert_eq!(rows, 24, "{text}");
    assert!(text.contains("The table shows 8 of 520 days with a change."), "{text}");
}

#[test]
fn one_day_is_a_sentence() {
    let text = printed(&profile(&[(TODAY, "git", Some((2, Evidence::Link)))]), 80);
    let sentence = "\n8–100 on 2026-11-24, open. A change on another day starts the chart.\n";
    assert!(text.contains(sentence), "{text}");
    assert!(!text.contains('└'), "{text}");
}

#[test]
fn without_a_history_there_is_only_the_hint() {
    let text = printed(&Profile::default(), 80);
    assert!(text.starts_with("What you changed"), "{text}");
}

proptest! {
    #![proptest_config(cases(48, 2026))]

    #[test]
    fn the_last_point_is_now_and_what_moved_adds_up(
        changes in prop::collection::vec((0i64..60, 0usize..13, prop::option::of((0u8..=5, 0usize..3))), 1..40),
    ) {
        let guide = guide();
        let mid = level(guide, "mid-level");
        let evidence = [Evidence::Claim, Evidence::Example, Evidence::Link];
        let mut in_order = changes;
        in_order.sort_by_key(|(day, ..)| *day);
        let changes: Vec<_> = in_order
            .iter()
            .map(|(day, at, answer)| {
                let day = date(2026, 1, 1).checked_add((*day).days()).expect("a day");
                (day, mid.asks[*at].skill.as_str(), answer.map(|(number, at)| (number, evidence[at])))
            })
            .collect();
        let profile = profile(&changes);
        let progress = progress::of(&profile, guide, mid, TODAY);
        let now = assess_level(guide, mid, &profile.ratings);
        let last = progress.points.last().expect("a point");
        prop_assert_eq!((last.low, last.high, last.standing), (now.low, now.high, now.standing));
        prop_assert!(progress.points.is_sorted_by(|a, b| a.day < b.day));
        for point in &progress.points {
            let then = assess_level(guide, mid, &ratings_on(&profile, point.day));
            prop_assert_eq!((point.low, point.high, point.standing), (then.low, then.high, then.standing));
            prop_assert_eq!(point.rated, mid.asks.len() - then.unrated().count());
        }
        for moved in &progress.moved {
            prop_assert!(moved.gained == Fraction::ZERO || moved.lost == Fraction::ZERO);
        }
        for most in 1..20 {
            let shown = progress.sampled(most);
            prop_assert!(shown.len() <= most);
            prop_assert!(most == 1 || shown[0].day == progress.points[0].day);
            prop_assert_eq!(shown.last().map(|point| point.day), Some(last.day));
        }
    }
}
