//! The ledger of evidence and the ratings to look at again, against their definitions.

use super::people::{book, person, rated_on, rating};
use crate::support::{TODAY, library, skill};
use career_coach::coach::evidence::{self, Decider};
use career_coach::coach::fraction::Fraction;
use career_coach::coach::review;
use career_coach::guide::model::Scoring;
use career_coach::guide::scale::Evidence;
use career_coach::profile::model::{Proof, Ratings, anchors_hash};
use career_coach::profile::story::Story;
use jiff::civil::{Date, date};

// The ledger.

#[test]
fn the_ledger_tells_every_kind_of_want() {
    let mut profile = person(
        &[],
        &[
            ("sql", 3, Evidence::Example),
            ("git", 3, Evidence::Link),
            ("testing", 2, Evidence::Claim),
            ("security", 2, Evidence::Example),
            ("cloud", 0, Evidence::Claim),
        ],
    );
    let proof =
        |id: &str| Proof { id: id.to_owned(), title: String::new(), url: None, referee: None, story: None };
    profile.proofs = vec![
        Proof { url: Some("https://example.com".to_owned()), ..proof("shop") },
        Proof { referee: Some("Ada".to_owned()), ..proof("ada") },
        Proof { story: Some(Story::Text("A case.".to_owned())), ..proof("case") },
        proof("empty"),
    ];
    for (name, proofs) in [("sql", vec!["shop", "case"]), ("git", vec!["gone"])] {
        let rated = profile.ratings.0.get_mut(&skill(name)).expect("a rating");
        rated.proofs = proofs.into_iter().map(str::to_owned).collect();
    }
    let ledger = evidence::ledger(book().1, &profile);
    let carries: Vec<_> = ledger.proofs.iter().map(|entry| entry.carries).collect();
    assert_eq!(carries, [Evidence::Link, Evidence::Link, Evidence::Example, Evidence::Claim]);
    let supports: Vec<_> = ledger.proofs.iter().map(|entry| entry.supports.len()).collect();
    assert_eq!(supports, [1, 0, 1, 0]);
    assert_eq!(ledger.proofs[0].supports[0].evidence, Evidence::Example);
    assert_eq!(ledger.claims, [(skill("testing"), rating(2))]);
    assert_eq!(
        ledger.unwritten,
        [(skill("git"), rating(3), Evidence::Link), (skill("security"), rating(2), Evidence::Example)]
    );
    assert_eq!(ledger.dangling, [(skill("git"), "gone".to_owned())]);
    assert_eq!(ledger.rated, 4);
}

#[test]
fn equal_proofs_are_told_as_a_tie() {
    // The only two skills that a ladder of one level asks count the same.
    let mut guide = book().1.clone();
    guide.levels.truncate(1);
    let level = &mut guide.levels[0];
    level.asks.retain(|ask| ["sql", "git", "testing"].contains(&ask.skill.as_str()));
    for ask in &mut level.asks {
        (ask.required, ask.weight, ask.must_have) = (rating(3), 2, None);
    }
    let ratings = |ask: &[(&str, i64)]| -> Ratings {
        ask.iter().map(|(name, n)| (skill(name), rating(*n), Evidence::Claim)).collect()
    };
    let best = evidence::best(&guide, &ratings(&[("testing", 3), ("git", 3), ("sql", 3)])).expect("a proof");
    assert_eq!((best.skill.as_str(), &best.ties[..]), ("sql", &[skill("git"), skill("testing")][..]));
    assert_eq!((best.total, best.next), (Fraction::new(1, 12), None));
    // One with a must-have that it meets comes first.
    for ask in &mut guide.levels[0].asks {
        ask.required = rating(5);
    }
    guide.levels[0].asks.iter_mut().find(|ask| ask.skill == skill("git")).expect("asked").must_have =
        Some(rating(5));
    let best = evidence::best(&guide, &ratings(&[("testing", 5), ("git", 5)])).expect("a proof");
    assert_eq!((best.skill.as_str(), best.must_haves_met), ("git", 1));
    assert_eq!(best.next, Some((skill("testing"), Decider::MustHaves(0))));
    assert_eq!(evidence::best(&guide, &ratings(&[("testing", 0), ("git", 0)])), None);
}

// Staleness.

#[test]
fn a_rating_is_old_the_day_after_its_year() {
    let is_old = |day| {
        let ratings = Ratings([(skill("sql"), rated_on(Some(day), None))].into_iter().collect());
        !review::reviews(library(), &book().1.scoring, &ratings, TODAY).is_empty()
    };
    assert!(!is_old(TODAY));
    assert!(!is_old(date(2025, 11, 24)), "exactly a year");
    assert!(is_old(date(2025, 11, 23)));
    assert!(is_old(Date::MIN));
    assert!(!is_old(Date::MAX), "a date in the future is no age");
}

#[test]
fn the_age_to_review_at_is_the_guides() {
    let ratings = Ratings([(skill("sql"), rated_on(Some(date(2026, 5, 23)), None))].into_iter().collect());
    let reviews = |months| {
        let scoring = Scoring { review_after_months: months, ..book().1.scoring.clone() };
        review::reviews(library(), &scoring, &ratings, TODAY).len()
    };
    assert_eq!([reviews(1), reviews(6), reviews(7), reviews(120)], [1, 1, 0, 0]);
}

#[test]
fn a_reworded_rating_is_marked_and_comes_first() {
    let now = anchors_hash(&library().skill(&skill("git")).expect("a skill").anchors);
    let ratings = [
        ("sql", rated_on(Some(date(2020, 1, 1)), None)),
        ("testing", rated_on(None, Some("0123456789abcdef"))),
        ("git", rated_on(Some(TODAY), Some(&now))),
        ("cloud", rated_on(None, None)),
        ("security", rated_on(Some(date(2019, 1, 1)), Some("0123456789abcdef"))),
        ("weaving", rated_on(Some(TODAY), Some("0123456789abcdef"))),
    ];
    let ratings = Ratings(ratings.into_iter().map(|(name, rated)| (skill(name), rated)).collect());
    let reviews = review::reviews(library(), &book().1.scoring, &ratings, TODAY);
    let seen: Vec<_> =
        reviews.iter().map(|review| (review.skill.as_str(), review.is_old, review.is_reworded)).collect();
    assert_eq!(seen, [("security", true, true), ("testing", false, true), ("sql", true, false)]);
}
