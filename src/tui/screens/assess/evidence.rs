//! The line below a question: the rating that `c`, `e`, `l` and `n` mean, and what can be said of it.

use super::{Action, BINDINGS};
use crate::guide::id::SkillId;
use crate::guide::scale::{Evidence, Rating};
use crate::report::pages::{Face, GuideView};
use crate::session::Session;
use crate::tui::keymap::Keymap;

/// The keys that the line names, as a user knows them; those without one are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    example: Option<String>,
    link: Option<String>,
    undo: Option<String>,
}

impl Default for Keys {
    fn default() -> Self {
        let [example, link, undo] = ["e", "l", "u"].map(|key| Some(key.to_owned()));
        Self { example, link, undo }
    }
}

impl Keys {
    /// The keys that are in force.
    pub fn of(keymap: &Keymap) -> Self {
        let key = |evidence| keymap.key_of(&BINDINGS, Action::Evidence(evidence));
        Self { example: key(Evidence::Example), link: key(Evidence::Link), undo: keymap.key_named("undo") }
    }

    /// What the line says of a rating, from the longest way to say it to the shortest; nothing where there is none.
    ///
    /// `is_new` says that it was given just now, so that its skill isn't the one of the question.
    pub fn line(&self, session: &Session, skill: &SkillId, is_new: bool) -> Vec<String> {
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
            let pieces = [
                Some(answer.clone()),
                offer(self.example.as_deref(), case, helps(Evidence::Example)),
                offer(self.link.as_deref(), link, helps(Evidence::Link)),
                offer(self.undo.as_deref(), "undo", is_new),
            ];
            pieces.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        vec![with("add a case", "add a link"), with("case", "link"), answer.clone()]
    }
}

/// A key with what it does.
fn offer(key: Option<&str>, words: &str, is_offered: bool) -> Option<String> {
    key.filter(|_| is_offered).map(|key| format!("{key} {words}"))
}

const fn article(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Claim => "a claim",
        Evidence::Example => "an example",
        Evidence::Link => "a link",
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;
    use crate::tui::app::bindings;
    use crate::tui::keymap::Keymap;
    use crate::tui::keymap::own::OwnKeys;

    #[test]
    fn the_keys_before_any_are_changed_are_those_of_the_bindings() {
        let built_in = Keymap::new(&bindings::all_listings(), OwnKeys::default());
        assert_eq!(Keys::default(), Keys::of(&built_in));
    }
}
