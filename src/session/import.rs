//! What an import of a résumé changes in the profile: answers that it doesn't have yet, and links as proofs. No rating changes.

use super::{Act, Session};
use crate::profile::about::Topic;
use crate::profile::edit::{Edit, NewProof};
use crate::profile::model::ProofKind;
use crate::resume::understood::{OfferedLink, Understood};

/// What an import changes in the profile, and what it leaves alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The change; `None` where there is none.
    pub act: Option<Act>,
    /// Answers that are new, as they are kept.
    pub answers: Vec<(Topic, String)>,
    /// Answers that the profile has already: the topic, the answer in the profile, and that of the file. They stay.
    pub left_alone: Vec<(Topic, String, String)>,
    /// Links that become proofs.
    pub links: Vec<OfferedLink>,
    /// How many links the profile has already.
    pub known_links: usize,
}

impl Session {
    /// What keeping a file would change in the profile. An answer that is there is never overwritten.
    #[must_use]
    pub fn import(&self, found: &Understood) -> Import {
        let (mut answers, mut left_alone) = (Vec::new(), Vec::new());
        let offered = [
            (Topic::Years, found.years()),
            (Topic::Education, found.route().map(|school| school.words.clone())),
        ];
        for (topic, text) in offered {
            let Some(text) = text.and_then(|text| topic.tidy(&text).ok()) else { continue };
            match self.profile.about.words(topic) {
                Some(said) => left_alone.push((topic, said.to_owned(), text)),
                None => answers.push((topic, text)),
            }
        }
        let is_known = |url: &str| self.profile.proofs.iter().any(|proof| proof.url.as_deref() == Some(url));
        let (known, links): (Vec<_>, Vec<_>) =
            found.links.iter().cloned().partition(|link| is_known(&link.url));
        let answered =
            answers.iter().map(|(topic, text)| Edit::Answer { topic: *topic, text: Some(text.clone()) });
        let proved = links.iter().map(|link| Edit::AddProof {
            proof: NewProof::new(ProofKind::Link, &link.url).titled(&link.what),
            skills: Vec::new(),
        });
        let edits: Vec<Edit> = answered.chain(proved).collect();
        let act = (!edits.is_empty()).then(|| Act { what: "the import".to_owned(), edits });
        Import { act, answers, left_alone, links, known_links: known.len() }
    }
}
