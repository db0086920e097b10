//! What the answers so far suggest, in a few words.

use super::GuideView;
use crate::coach::adaptive::{Estimate, FIRST_IMPRESSION};
use crate::coach::assessment::Assessment;

/// From this many answers on nobody calls it a first impression, however sure it is.
const NO_LONGER_FIRST: usize = 2 * FIRST_IMPRESSION;

/// The impression in a sentence, and that more answers help where they do.
#[must_use]
pub fn news(impression: &str, estimate: &Estimate, next: &str) -> String {
    match estimate.answers_left {
        0 => format!("{impression}. {next}."),
        _ => format!("{impression}. {next}; more answers make it more exact."),
    }
}

/// What a level rests on that the answers so far suggest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The ratings by themselves.
    Ratings,
    /// Simulated people with the same answers, nearly all of one level, or many answers.
    Estimate,
    /// The same people, who aren't of one mind yet.
    FirstImpression,
}

/// What the answers so far suggest, in a few words; nothing before there are enough of them.
#[must_use]
pub fn impression(book: GuideView<'_>, estimate: &Estimate, assessment: &Assessment) -> Option<String> {
    let ground = ground(estimate, assessment)?;
    let level = match ground {
        Ground::Ratings => &assessment.claimed,
        Ground::Estimate | Ground::FirstImpression => &estimate.likely,
    };
    let name = match level {
        Some(level) => book.reached_name(level),
        None => format!("on the way to {}", book.guide.levels.first()?.short),
    };
    Some(match ground {
        Ground::Ratings => format!("By your ratings: {name}"),
        Ground::Estimate if level.is_some() => format!("Estimate: {name}, if you can prove it"),
        Ground::Estimate => format!("Estimate: {name}"),
        Ground::FirstImpression => format!("First impression: {name}"),
    })
}

/// Nothing before there are enough answers. Where the ratings by themselves say the same as the simulated people, or no open answer
/// can change what they say, it is no estimate; with twice as many answers it is no first impression, however unsure.
fn ground(estimate: &Estimate, assessment: &Assessment) -> Option<Ground> {
    if estimate.answered < FIRST_IMPRESSION {
        return None;
    }
    let is_settled = assessment.claimed == assessment.possible;
    let is_the_same = assessment.claimed.is_some() && estimate.likely == assessment.claimed;
    Some(if is_settled || is_the_same {
        Ground::Ratings
    } else if estimate.is_useful() || estimate.answered >= NO_LONGER_FIRST {
        Ground::Estimate
    } else {
        Ground::FirstImpression
    })
}

#[cfg(test)]
mod tests {
    use super::{Ground, ground, impression, news};
    use crate::coach::adaptive::Estimate;
    use crate::coach::assessment::Assessment;
    use crate::guide;
    use crate::guide::id::LevelId;
    use crate::profile::model::Profile;
    use crate::report::pages::{Face, GuideView};
    use crate::session::Session;
    use jiff::civil::date;
    use rstest::rstest;

    fn level(name: &str) -> Option<LevelId> {
        (!name.is_empty()).then(|| name.parse().unwrap())
    }

    fn session() -> Session {
        let library = guide::embedded().unwrap();
        Session::new(library, 0, Profile::default(), || date(2026, 11, 26)).unwrap()
    }

    /// An estimate after some answers, with so many per cent of the simulated people at its level.
    fn estimate(session: &Session, answered: usize, sure: u8, likely: &str) -> Estimate {
        Estimate { answered, sure, likely: level(likely), ..session.estimate().clone() }
    }

    /// What the ratings by themselves say, and what they may still come to.
    fn assessment(session: &Session, claimed: &str, possible: &str) -> Assessment {
        Assessment { claimed: level(claimed), possible: level(possible), ..session.assessment().clone() }
    }

    #[rstest]
    // Fewer than six answers say nothing, however sure; then 92 per cent make an estimate, and so do twelve answers.
    #[case(5, 100, None)]
    #[case(6, 91, Some(Ground::FirstImpression))]
    #[case(6, 92, Some(Ground::Estimate))]
    #[case(11, 91, Some(Ground::FirstImpression))]
    #[case(11, 92, Some(Ground::Estimate))]
    #[case(12, 0, Some(Ground::Estimate))]
    fn how_many_answers_and_how_sure(
        #[case] answered: usize,
        #[case] sure: u8,
        #[case] expected: Option<Ground>,
    ) {
        let session = session();
        let assessment = assessment(&session, "junior", "senior");
        assert_eq!(ground(&estimate(&session, answered, sure, "mid-level"), &assessment), expected);
    }

    #[rstest]
    // The ratings say the same as the simulated people.
    #[case("mid-level", "mid-level", "senior", true)]
    // No open answer can change what they say.
    #[case("mid-level", "junior", "junior", true)]
    #[case("", "", "", true)]
    // They say another level, or none yet, and that may change.
    #[case("mid-level", "junior", "senior", false)]
    #[case("mid-level", "", "senior", false)]
    #[case("", "", "senior", false)]
    fn the_ratings_speak_for_themselves(
        #[case] likely: &str,
        #[case] claimed: &str,
        #[case] possible: &str,
        #[case] expected: bool,
    ) {
        let session = session();
        let assessment = assessment(&session, claimed, possible);
        for answered in [6, 11, 12] {
            for sure in [0, 91, 92, 100] {
                let ground = ground(&estimate(&session, answered, sure, likely), &assessment);
                assert_eq!(ground == Some(Ground::Ratings), expected, "{answered} {sure}");
            }
        }
        assert_eq!(ground(&estimate(&session, 5, 100, likely), &assessment), None);
    }

    #[rstest]
    #[case(11, "mid-level", "junior", "First impression: Mid-level")]
    #[case(12, "mid-level", "junior", "Estimate: Mid-level, if you can prove it")]
    #[case(12, "junior", "junior", "By your ratings: Junior")]
    #[case(11, "", "", "First impression: on the way to Junior")]
    #[case(12, "", "", "Estimate: on the way to Junior")]
    #[case(6, "", "junior", "First impression: on the way to Junior")]
    fn in_words(#[case] answered: usize, #[case] likely: &str, #[case] claimed: &str, #[case] said: &str) {
        let session = session();
        let (estimate, assessment) =
            (estimate(&session, answered, 50, likely), assessment(&session, claimed, "senior"));
        let view = GuideView::new(&session, Face::Interface);
        assert_eq!(impression(view, &estimate, &assessment).as_deref(), Some(said));
    }

    #[test]
    fn more_answers_are_asked_for_while_they_can_change_it() {
        let session = session();
        let left = |answers_left| Estimate { answers_left, ..session.estimate().clone() };
        assert_eq!(news("Estimate: Junior", &left(0), "Go on"), "Estimate: Junior. Go on.");
        let more = "Estimate: Junior. Go on; more answers make it more exact.";
        assert_eq!(news("Estimate: Junior", &left(1), "Go on"), more);
    }
}
