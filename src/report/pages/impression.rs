//! What the answers so far suggest, in a few words.

use super::GuideView;
use crate::coach::adaptive::{Estimate, FIRST_IMPRESSION};

/// The impression in a sentence, and that more answers help where they do.
#[must_use]
pub fn news(impression: &str, estimate: &Estimate, next: &str) -> String {
    match estimate.answers_left {
        0 => format!("{impression}. {next}."),
        _ => format!("{impression}. {next}; more answers make it more exact."),
    }
}

/// What the answers so far suggest, in a few words; nothing before there are enough of them.
#[must_use]
pub fn impression(book: GuideView<'_>, estimate: &Estimate) -> Option<String> {
    if estimate.answered < FIRST_IMPRESSION {
        return None;
    }
    let kind = if estimate.is_useful() { "Estimate" } else { "First impression" };
    Some(match (&estimate.likely, book.guide.levels.first()) {
        (Some(level), _) if estimate.is_useful() => {
            format!("{kind}: {}, if you can prove it", book.reached_name(level))
        }
        (Some(level), _) => format!("{kind}: {}", book.reached_name(level)),
        (None, Some(first)) => format!("{kind}: on the way to {}", first.short),
        (None, None) => return None,
    })
}
