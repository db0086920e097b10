//! What the embedded matrix of skills by levels has to satisfy, so that a verdict on it makes sense.

use crate::support::{guide, library, rating, skill};
use career_coach::coach::assessment::{Assessment, assess};
use career_coach::coach::score::{Standing, Verdict, score_level};
use career_coach::guide::id::LevelId;
use career_coach::guide::model::{Guide, Level};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::{Rated, Ratings};
use rstest::rstest;

const SKILLS_AT_LEAST: usize = 24;

/// Somebody who is exactly what a level asks.
fn exactly(level: &Level, evidence: Evidence) -> Ratings {
    level.asks.iter().map(|ask| (ask.skill.clone(), ask.required, evidence)).collect()
}

/// Every pair of a level and one that follows it directly: a branch has two.
fn steps(guide: &Guide) -> Vec<(&Level, &Level)> {
    let step = |above| guide.predecessors(above).last().map(|below| (below, above));
    guide.levels.iter().filter_map(step).collect()
}

fn ids(steps: &[(&Level, &Level)]) -> Vec<(String, String)> {
    steps.iter().map(|(below, above)| (below.id.to_string(), above.id.to_string())).collect()
}

#[test]
fn the_ladder_branches_after_senior() {
    let library = library();
    let expected = [
        ("junior", "developer"),
        ("developer", "mid-level"),
        ("mid-level", "senior"),
        ("senior", "lead"),
        ("senior", "principal"),
        ("principal", "staff"),
        ("staff", "architect"),
    ];
    let expected = expected.map(|(below, above)| (below.to_owned(), above.to_owned()));
    assert_eq!(ids(&steps(&library.guides[0])), expected);
}

fn level_before<'a>(guide: &'a Guide, level: &'a Level) -> Option<&'a LevelId> {
    guide.predecessors(level).last().map(|below| &below.id)
}

#[rstest]
#[case(Evidence::Example)]
#[case(Evidence::Link)]
fn who_is_exactly_what_a_level_needs_and_shows_it_has_reached_it(#[case] evidence: Evidence) {
    for guide in &library().guides {
        for level in &guide.levels {
            let assessment = assess(guide, &exactly(level, evidence));
            let score = assessment.level(&level.id).expect("scored");
            assert_eq!(
                score.standing,
                Standing::Ready,
                "{} with a {evidence} each: {}",
                level.id,
                score.range()
            );
            assert_eq!(assessment.reached.as_ref(), Some(&level.id), "{}", level.id);
            assert_eq!(assessment.blocked_by, []);
        }
    }
}

/// Reached is the level before it at most.
#[test]
fn who_only_claims_what_a_level_needs_is_unproved() {
    for guide in &library().guides {
        for level in &guide.levels {
            let assessment = assess(guide, &exactly(level, Evidence::Claim));
            let score = assessment.level(&level.id).expect("scored");
            assert_eq!(score.standing, Standing::Unproved, "{}: {}", level.id, score.range());
            assert_eq!(assessment.claimed.as_ref(), Some(&level.id), "{}", level.id);
            let place = |id: Option<&LevelId>| guide.levels.iter().position(|level| Some(&level.id) == id);
            assert!(place(assessment.reached.as_ref()) <= place(level_before(guide, level)), "{}", level.id);
        }
    }
}

#[test]
fn who_is_exactly_what_a_level_needs_is_not_ready_for_the_next() {
    for guide in &library().guides {
        for (level, next) in steps(guide) {
            let score = score_level(next, &guide.scoring, &exactly(level, Evidence::Link));
            assert_ne!(score.verdict, Verdict::Ready, "{} at {}: {}", level.id, next.id, score.range());
        }
    }
}

fn all_at(guide: &Guide, rating: Rating) -> Assessment {
    let all = guide.asked_skills().into_iter();
    assess(guide, &all.map(|skill| (skill.clone(), rating, Evidence::Link)).collect())
}

#[rstest]
#[case(Rating::Studied, None)]
#[case(Rating::Assisted, Some("junior"))]
#[case(Rating::Independent, Some("mid-level"))]
#[case(Rating::Leading, Some("principal"))]
fn who_has_the_same_rating_everywhere_stands_where_it_reads(
    #[case] rating: Rating,
    #[case] most: Option<&str>,
) {
    let guide = guide();
    let reached = all_at(guide, rating).reached;
    assert_eq!(reached.as_ref().map(LevelId::as_str), most, "everything at {}", rating.number());
}

/// With the rest as good as it gets.
#[test]
fn nobody_without_a_must_have_is_ready_further_up() {
    for guide in &library().guides {
        for level in &guide.levels {
            for floor in level.asks.iter().filter(|ask| ask.must_have.is_some()) {
                let all = guide.asked_skills().into_iter();
                let ratings = all.map(|skill| {
                    let rating = if *skill == floor.skill { Rating::None } else { Rating::MAX };
                    (skill.clone(), rating, Evidence::Link)
                });
                let assessment = assess(guide, &ratings.collect());
                let is_later = |later: &&Level| guide.predecessors(later).any(|below| below.id == level.id);
                for later in guide.levels.iter().filter(is_later).chain([level]) {
                    let standing = assessment.level(&later.id).map(|score| score.standing);
                    assert_eq!(standing, Some(Standing::NotYet), "{} without {}", later.id, floor.skill);
                }
            }
        }
    }
}

/// No job yet; a team project that a mentor reviewed and others use; examples for the core of it.
#[test]
fn a_bootcamp_graduate_with_a_reviewed_team_project_is_a_junior() {
    let shown = [
        ("programming-language", 2),
        ("frameworks", 2),
        ("sql", 2),
        ("git", 2),
        ("api-design", 2),
        ("testing", 1),
        ("problem-solving", 2),
        ("collaboration", 2),
    ];
    let claimed = [
        ("security", 1),
        ("attention-to-detail", 1),
        ("communication", 2),
        ("learning", 2),
        ("prioritisation", 1),
        ("containers", 1),
    ];
    let shown = shown.map(|(name, number)| (skill(name), rating(number), Evidence::Example));
    let claimed = claimed.map(|(name, number)| (skill(name), rating(number), Evidence::Claim));
    let assessment = assess(guide(), &shown.into_iter().chain(claimed).collect());
    assert_eq!(assessment.reached.as_ref().map(LevelId::as_str), Some("junior"));
}

/// Fives where a senior shines, and exactly what a senior needs elsewhere.
#[test]
fn a_strong_senior_is_no_principal_by_rating_alone() {
    let guide = guide();
    let senior = guide.levels.iter().find(|level| level.id.as_str() == "senior").expect("a level");
    let mut ratings = exactly(senior, Evidence::Link);
    for name in
        ["programming-language", "sql", "api-design", "testing", "problem-solving", "performance", "security"]
    {
        ratings.0.insert(skill(name), Rated::new(Rating::MAX, Evidence::Link));
    }
    assert_eq!(assess(guide, &ratings).reached.as_ref(), Some(&senior.id));
}

#[test]
fn who_has_rated_nothing_can_be_anything() {
    for guide in &library().guides {
        let assessment = assess(guide, &Ratings::default());
        assert_eq!(assessment.reached, None);
        for score in &assessment.levels {
            assert_eq!(score.range(), "0–100", "{}", score.level);
            assert_eq!(score.standing, Standing::Open, "{}", score.level);
        }
    }
}

#[test]
fn who_decides_everything_and_shows_it_has_reached_the_top() {
    for guide in &library().guides {
        let all = guide.asked_skills().into_iter();
        let best = all.map(|skill| (skill.clone(), Rating::MAX, Evidence::Link)).collect();
        let assessment = assess(guide, &best);
        assert_eq!(assessment.reached.as_ref(), guide.levels.last().map(|level| &level.id));
        assert!(assessment.levels.iter().all(|score| score.range() == "100"));
    }
}

#[test]
fn nothing_is_asked_less_further_up() {
    for guide in &library().guides {
        for (below, above) in steps(guide) {
            for ask in &below.asks {
                let now = above.ask(&ask.skill).map_or(Rating::None, |ask| ask.required);
                assert!(now >= ask.required, "{} falls from {} to {}", ask.skill, below.id, above.id);
            }
        }
    }
}

#[test]
fn a_must_have_holds_at_every_later_level_of_its_chain() {
    for guide in &library().guides {
        for level in &guide.levels {
            for before in guide.predecessors(level).flat_map(|below| &below.asks) {
                let now = level.ask(&before.skill).and_then(|ask| ask.must_have);
                assert!(now >= before.must_have, "{} falls at {}", before.skill, level.id);
            }
        }
    }
}

#[test]
fn enough_skills_and_must_haves_of_which_two_to_five_are_new() {
    for guide in &library().guides {
        assert!(guide.asked_skills().len() >= SKILLS_AT_LEAST);
        for level in &guide.levels {
            let before = guide.predecessors(level).last();
            let floors = level.asks.iter().filter(|ask| ask.must_have.is_some());
            let new = floors.clone().filter(|ask| {
                let known = before.and_then(|below| below.ask(&ask.skill)).and_then(|ask| ask.must_have);
                ask.must_have > known
            });
            assert!(floors.count() >= 3, "{}", level.id);
            assert!((2..=5).contains(&new.count()), "{}", level.id);
        }
    }
}
