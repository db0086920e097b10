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

/// What the answers so far suggest, in a few words; nothing before there are enough of them. Where the ratings by themselves say the
/// same, or no open answer can change what they say, it is no estimate.
#[must_use]
pub fn impression(book: GuideView<'_>, estimate: &Estimate, assessment: &Assessment) -> Option<String> {
    if estimate.answered < FIRST_IMPRESSION {
        return None;
    }
    let is_settled = assessment.claimed == assessment.possible;
    let (likely, kind) =
        if is_settled || (assessment.claimed.is_some() && estimate.likely == assessment.claimed) {
            (&assessment.claimed, "By your ratings")
        } else if estimate.is_useful() || estimate.answered >= NO_LONGER_FIRST {
            (&estimate.likely, "Estimate")
        } else {
            (&estimate.likely, "First impression")
        };
    Some(match (likely, book.guide.levels.first()) {
        (Some(level), _) if kind == "Estimate" => {
            format!("{kind}: {}, if you can prove it", book.reached_name(level))
        }
        (Some(level), _) => format!("{kind}: {}", book.reached_name(level)),
        (None, Some(first)) => format!("{kind}: on the way to {}", first.short),
        (None, None) => return None,
    })
}
