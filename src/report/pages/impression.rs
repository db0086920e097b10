//! What the answers so far suggest, in a few words.

use super::GuideView;
use crate::coach::adaptive::{Estimate, FIRST_IMPRESSION};

/// What the answers so far suggest, in a few words; nothing before there are enough of them.
#[must_use]
pub fn impression(book: GuideView<'_>, estimate: &Estimate) -> Option<String> {
    if estimate.answered < FIRST_IMPRESSION {
        return None;
    }
    let level = match (&estimate.likely, book.guide.levels.first()) {
        (Some(level), _) => book.reached_name(level),
        (None, Some(first)) => format!("on the way to {}", first.short),
        (None, None) => return None,
    };
    Some(if estimate.is_useful() {
        format!("Estimate: {level}, if you can prove it")
    } else {
        format!("First impression: {level}")
    })
}
