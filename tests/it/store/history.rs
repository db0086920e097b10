//! The history: every change of a rating, merged and never replaced.

use super::{Place, clear, rate};
use crate::support::{TODAY, rating};
use career_coach::guide::model::Anchors;
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::{Change, Profile, anchors_hash};
use jiff::civil::date;

fn changes(profile: &Profile) -> Vec<String> {
    let line = |change: &Change| {
        let rating = change.rating.map_or("–".to_owned(), |rating| rating.number().to_string());
        format!("{} {} {rating} {}", change.on, change.skill, change.evidence)
    };
    profile.history.iter().map(line).collect()
}

#[test]
fn a_second_change_on_the_same_day_replaces_the_first() {
    let place = Place::new();
    let tomorrow = date(2026, 11, 25);
    place.save_on(TODAY, &[rate("sql", 2, Evidence::Claim)]);
    place.save_on(TODAY, &[rate("git", 2, Evidence::Claim)]);
    place.save_on(TODAY, &[rate("sql", 3, Evidence::Link)]);
    place.save_on(tomorrow, &[rate("sql", 4, Evidence::Example)]);
    let last = place.save_on(tomorrow, &[clear("git")]);
    assert_eq!(
        changes(&last.profile),
        [
            "2026-11-24 git 2 claim",
            "2026-11-24 sql 3 link",
            "2026-11-25 sql 4 example",
            "2026-11-25 git – claim"
        ]
    );
    assert_eq!(place.load(), last);
}

#[test]
fn a_day_that_was_written_without_quotes_is_the_same_day() {
    let place = Place::with("[[history]]\non = 2026-11-24\nskill = \"sql\"\nrating = 2\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(changes(&saved.profile), ["2026-11-24 sql 3 link"]);
}

#[test]
fn a_history_on_one_line_goes_on() {
    let place = Place::with("history = [{ on = \"2026-11-23\", skill = \"sql\", rating = 2 }]\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(changes(&saved.profile), ["2026-11-23 sql 2 claim", "2026-11-24 sql 3 link"]);
}

#[test]
fn an_entry_that_is_not_understood_stays_where_it_is() {
    let broken = "[[history]]\non = \"some day\"\nskill = \"sql\"\nrating = 2\n";
    let place =
        Place::with(format!("{broken}\n[[history]]\non = \"2026-11-24\"\nskill = \"sql\"\nrating = 2\n"));
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!(changes(&saved.profile), ["2026-11-24 sql 3 link"]);
    assert!(place.text().contains(broken), "{}", place.text());
}

#[test]
fn the_past_of_a_rating_that_the_history_does_not_know_is_noted_when_it_changes() {
    let place = Place::with("[ratings.sql]\nrating = 2\nevidence = \"link\"\nrated_on = \"2026-05-04\"\n");
    let history = place.save(&[rate("sql", 1, Evidence::Claim)]).profile.history;
    let told: Vec<_> = history.iter().map(|change| (change.on.to_string(), change.rating)).collect();
    assert_eq!(
        told,
        [("2026-05-04".to_owned(), Some(rating(2))), ("2026-11-24".to_owned(), Some(rating(1)))]
    );
    let again = place.save(&[rate("sql", 3, Evidence::Claim)]).profile.history;
    assert_eq!(again.len(), 2, "the past is noted once");
    assert_eq!(place.save(&[rate("sql", 2, Evidence::Link)]).profile.history.len(), 1, "back where it was");
}

#[test]
fn a_rating_that_is_renewed_is_no_change() {
    let place = Place::with("[ratings.sql]\nrating = 2\nrated_on = \"2020-05-04\"\n");
    let saved = place.save(&[rate("sql", 2, Evidence::Claim)]);
    assert_eq!(changes(&saved.profile), [""; 0], "neither rating nor evidence has changed");
}

/// FNV-1a with 64 bits over each text and a zero byte, worked out elsewhere: old profiles have to keep their meaning.
#[test]
fn the_hash_of_anchors_never_changes() {
    let anchors = Anchors {
        studied: "a".to_owned().into(),
        assisted: "b".to_owned().into(),
        independent: "c".to_owned().into(),
        leading: "d".to_owned().into(),
        setting_direction: "é".to_owned().into(),
    };
    assert_eq!(anchors_hash(&anchors), "8b18a12c8b31cb07");
}
