//! What the embedded matrix of skills by levels has to satisfy, so that a verdict on it makes sense.

use crate::support::library;
use career_coach::coach::score::{Verdict, assess, score_level};
use career_coach::guide::model::{Guide, Level};
use career_coach::guide::scale::{Evidence, Rating};
use career_coach::profile::model::Ratings;
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

#[rstest]
#[case(Evidence::Claim, Verdict::Undetermined)]
#[case(Evidence::Example, Verdict::Ready)]
#[case(Evidence::Link, Verdict::Ready)]
fn who_is_exactly_what_a_level_asks_is_ready_once_it_is_shown(
    #[case] evidence: Evidence,
    #[case] expected: Verdict,
) {
    for guide in &library().guides {
        for level in &guide.levels {
            let score = score_level(level, &guide.scoring, &exactly(level, evidence));
            assert_eq!(score.verdict, expected, "{} with a {evidence} each: {}", level.id, score.range());
        }
    }
}

#[test]
fn who_is_exactly_what_a_level_asks_is_not_ready_for_the_next() {
    for guide in &library().guides {
        for (level, next) in steps(guide) {
            let score = score_level(next, &guide.scoring, &exactly(level, Evidence::Link));
            assert_ne!(score.verdict, Verdict::Ready, "{} at {}: {}", level.id, next.id, score.range());
        }
    }
}

/// So the levels below are reached too, and no level of the other track is: a lead is no principal.
#[test]
fn who_is_exactly_what_a_level_asks_has_reached_that_level() {
    for guide in &library().guides {
        for level in &guide.levels {
            let assessment = assess(guide, &exactly(level, Evidence::Link));
            assert_eq!(assessment.reached.as_ref(), Some(&level.id));
            assert_eq!(assessment.blocked_by, []);
        }
    }
}

#[test]
fn who_has_rated_nothing_can_be_anything() {
    for guide in &library().guides {
        let assessment = assess(guide, &Ratings::default());
        assert_eq!(assessment.reached, None);
        for score in &assessment.levels {
            assert_eq!(score.range(), "0–100", "{}", score.level);
            assert_eq!(score.verdict, Verdict::Undetermined, "{}", score.level);
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

/// A level is only reached after those below it, so that a lower floor further up could never decide anything.
#[test]
fn no_floor_is_lower_further_up() {
    for guide in &library().guides {
        for level in &guide.levels {
            for ask in guide.predecessors(level).flat_map(|below| &below.asks) {
                let now = level.ask(&ask.skill).and_then(|ask| ask.must_have);
                assert!(now.is_none() || now >= ask.must_have, "{} falls at {}", ask.skill, level.id);
            }
        }
    }
}

#[test]
fn enough_skills_and_three_to_five_must_haves() {
    for guide in &library().guides {
        assert!(guide.asked_skills().len() >= SKILLS_AT_LEAST);
        for level in &guide.levels {
            let floors = level.asks.iter().filter(|ask| ask.must_have.is_some()).count();
            assert!((3..=5).contains(&floors), "{}: {floors}", level.id);
        }
    }
}

/// What can decide a level alone can't be what counts least in it.
#[test]
fn no_must_have_weighs_least() {
    for guide in &library().guides {
        for level in &guide.levels {
            for ask in level.asks.iter().filter(|ask| ask.must_have.is_some()) {
                assert!(ask.weight >= 2, "{} at {}", ask.skill, level.id);
            }
        }
    }
}
