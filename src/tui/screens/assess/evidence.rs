//! The line below a question: the rating that `c`, `e`, `l`, `n`, `p` and `x` mean, and what can be said of it.

use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::report::pages::{Face, GuideView};
use crate::session::{NamedKey, Session};

/// What the line says of a rating, from the longest way to say it to the shortest; nothing where there is none.
///
/// `is_new` says that it was given just now, so that its skill isn't the one of the question.
pub fn line(session: &Session, skill: &SkillId, is_new: bool) -> Vec<String> {
    let Some(rated) = session.profile().ratings.0.get(skill) else { return Vec::new() };
    let who = match is_new {
        true => GuideView::new(session, Face::Interface).skill_short(skill).to_owned(),
        false => "Your rating".to_owned(),
    };
    let answer = match rated.rating {
        Rating::None => format!("{who}: 0"),
        rating => format!("{who}: {}, {}", rating.number(), article(rated.evidence)),
    };
    let with = |case: &str, link: &str| {
        let helps = |evidence| rated.rating > Rating::None && rated.evidence < evidence;
        let offer = |key, words: &str, is_offered: bool| {
            let is_offered = is_offered && session.keys().has(key);
            is_offered.then(|| format!("{} {words}", session.key(key)))
        };
        let pieces = [
            Some(answer.clone()),
            offer(NamedKey::Example, case, helps(Evidence::Example)),
            offer(NamedKey::Link, link, helps(Evidence::Link)),
            offer(NamedKey::Undo, "undo", is_new),
        ];
        pieces.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    vec![with("add a case", "add a link"), with("case", "link"), answer.clone()]
}

const fn article(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Claim => "a claim",
        Evidence::Example => "an example",
        Evidence::Link => "a link",
    }
}
