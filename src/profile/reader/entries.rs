//! Ratings, proofs and history.

use super::Reader;
use super::node::{Content, Field, Fields, Node};
use crate::guide::id::SkillId;
use crate::profile::fault::{FaultKind, shown};
use crate::profile::model::{Change, Proof, Rated};
use crate::profile::story::Story;
use indexmap::IndexMap;
use std::collections::HashSet;

impl Reader<'_> {
    pub(super) fn ratings(&mut self, fields: &Fields<'_>) -> IndexMap<SkillId, Rated> {
        let mut ratings = IndexMap::new();
        for field in self.table(fields, "ratings", "[ratings.git] and below it rating = 3") {
            let Some(skill) = self.rated_skill(field) else { continue };
            if ratings.contains_key(&skill) {
                self.fault(field.key_at, FaultKind::Skill, &rating_key(field), |name| {
                    let problem = format!("`{}` rates {skill} a second time", shown(name));
                    (problem, "the first one counts; remove one of the two".to_owned())
                });
                continue;
            }
            if field.key == skill.as_str() {
                self.spelling.ratings.remove(&skill);
            } else {
                self.spelling.ratings.insert(skill.clone(), field.key.to_owned());
            }
            if let Some(rated) = self.rated(field) {
                ratings.insert(skill, rated);
            }
        }
        ratings
    }

    /// The skill of an entry of `[ratings]`. One that the program doesn't know is kept where its name could be an id.
    fn rated_skill(&mut self, field: Field<'_>) -> Option<SkillId> {
        if let Some(skill) = self.names.skill(field.key) {
            return Some(skill);
        }
        let near = if self.faults.is_told(FaultKind::Skill) {
            self.names.near_skills(field.key)
        } else {
            Vec::new()
        };
        self.fault(field.key_at, FaultKind::Skill, &rating_key(field), |_| {
            let problem = format!("this version of coach has no skill `{}`", shown(field.key));
            let advice = match &near[..] {
                [] => "its rating stays in the file but doesn't count".to_owned(),
                near => format!(
                    "its rating stays in the file but doesn't count; the closest names are {}",
                    near.join(", ")
                ),
            };
            (problem, advice)
        });
        field.key.parse().ok()
    }

    fn rated(&mut self, field: Field<'_>) -> Option<Rated> {
        let key = rating_key(field);
        let content = field.value.content();
        let Content::Table(fields) = content else {
            let advice = format!("write [{key}] and below it rating = 3");
            self.shape(field.value.at, &key, &content, &advice);
            return None;
        };
        let Some(rating) = fields.get("rating") else {
            self.fault(field.key_at, FaultKind::Rating, &key, |name| {
                let advice = format!("write rating = 3 below [{key}], or remove this entry");
                (format!("there is no rating for `{}`", shown(name)), advice)
            });
            return None;
        };
        let rating = self.rating(rating.value, &format!("{key}.rating"))?;
        Some(Rated {
            rating,
            evidence: self.evidence(&fields, &key),
            proofs: self.texts(&fields, "proofs", &key),
            note: self.text(&fields, "note", &key),
            rated_on: fields.get("rated_on").and_then(|day| self.day(day.value, &format!("{key}.rated_on"))),
            anchors: self.text(&fields, "anchors", &key),
        })
    }

    pub(super) fn proofs(&mut self, fields: &Fields<'_>) -> Vec<Proof> {
        let mut proofs = Vec::new();
        let mut ids = HashSet::new();
        for (position, node) in self.list(fields, "proofs").into_iter().enumerate() {
            let Some(proof) = self.proof(node) else { continue };
            if ids.insert(proof.id.clone()) {
                self.spelling.proofs.push(position);
                proofs.push(proof);
            } else {
                self.fault(node.at, FaultKind::Proof, "proofs.id", |_| {
                    let problem = format!("another proof already has the id `{}`", shown(&proof.id));
                    (problem, "only the first one counts; give this one another id".to_owned())
                });
            }
        }
        proofs
    }

    fn proof(&mut self, node: Node<'_>) -> Option<Proof> {
        let fields = self.entry(node, "proofs")?;
        let Some(id) = self.text(&fields, "id", "proofs") else {
            if fields.get("id").is_none() {
                self.fault(node.at, FaultKind::Proof, "proofs", |_| {
                    (
                        "this proof has no id".to_owned(),
                        "write id = \"shop\" below [[proofs]], with a name of your choice".to_owned(),
                    )
                });
            }
            return None;
        };
        Some(Proof {
            id,
            title: self.text(&fields, "title", "proofs").unwrap_or_default(),
            url: self.text(&fields, "url", "proofs"),
            referee: self.text(&fields, "referee", "proofs"),
            story: self.story(&fields),
        })
    }

    /// A story: a text, or a table of its parts.
    fn story(&mut self, fields: &Fields<'_>) -> Option<Story> {
        let field = fields.get("story")?;
        let key = "proofs.story";
        match field.value.content() {
            Content::Table(parts) => Story::parts(
                self.text(&parts, "situation", key),
                self.text(&parts, "action", key),
                self.text(&parts, "result", key),
            ),
            content @ Content::List(_) => {
                let advice = "it has to be a text in quotes, or a table with situation, action and result";
                self.shape(field.value.at, key, &content, advice);
                None
            }
            Content::Text(_) | Content::Whole(_) | Content::Day(_) | Content::Other(_) => {
                self.text(fields, "story", "proofs").map(Story::Text)
            }
        }
    }

    pub(super) fn history(&mut self, fields: &Fields<'_>) -> Vec<Change> {
        let mut history = Vec::new();
        for (position, node) in self.list(fields, "history").into_iter().enumerate() {
            if let Some(change) = self.change(node) {
                self.spelling.history.push(position);
                history.push(change);
            }
        }
        history
    }

    /// An entry of the history. A skill that the program doesn't know is nothing to tell of there: it belongs to the past.
    fn change(&mut self, node: Node<'_>) -> Option<Change> {
        let fields = self.entry(node, "history")?;
        let (Some(on), Some(skill)) = (fields.get("on"), fields.get("skill")) else {
            self.fault(node.at, FaultKind::History, "history", |_| {
                let advice = "write both below [[history]], such as on = \"2026-11-24\" and skill = \"git\"";
                ("this entry of the history has no day or no skill".to_owned(), advice.to_owned())
            });
            return None;
        };
        let on = self.day(on.value, "history.on");
        let skill = self.changed_skill(skill);
        let rating = match fields.get("rating") {
            Some(rating) => Some(self.rating(rating.value, "history.rating")?),
            None => None,
        };
        let evidence = self.evidence(&fields, "history");
        Some(Change { on: on?, skill: skill?, rating, evidence })
    }

    fn changed_skill(&mut self, field: Field<'_>) -> Option<SkillId> {
        let content = field.value.content();
        let skill = match content {
            Content::Text(name) => self.names.skill(name).or_else(|| name.parse().ok()),
            Content::Whole(_)
            | Content::Day(_)
            | Content::Other(_)
            | Content::List(_)
            | Content::Table(_) => None,
        };
        if skill.is_none() {
            self.fault(field.value.at, FaultKind::History, "history.skill", |name| {
                let advice = "it has to be the name of a skill, in quotes".to_owned();
                (format!("{name} is {}", super::values::described(&content)), advice)
            });
        }
        skill
    }

    /// The fields of an entry of a list.
    fn entry<'a>(&mut self, node: Node<'a>, list: &str) -> Option<Fields<'a>> {
        match node.content() {
            Content::Table(fields) => Some(fields),
            content => {
                let advice = format!("it has to be a table below [[{list}]]");
                self.fault(node.at, FaultKind::Shape, list, |_| {
                    (format!("this entry of {list} is {}", super::values::described(&content)), advice)
                });
                None
            }
        }
    }

    /// Tells of ratings that name a proof which isn't there.
    pub(super) fn check_proof_names(&mut self, fields: &Fields<'_>, proofs: &[Proof]) {
        let ids: HashSet<&str> = proofs.iter().map(|proof| proof.id.as_str()).collect();
        let Some(Content::Table(ratings)) = fields.get("ratings").map(|field| field.value.content()) else {
            return;
        };
        for field in ratings.0 {
            let Content::Table(fields) = field.value.content() else { continue };
            let Some(Content::List(named)) = fields.get("proofs").map(|field| field.value.content()) else {
                continue;
            };
            for node in named {
                let Content::Text(id) = node.content() else { continue };
                if !ids.contains(id) {
                    self.fault(
                        node.at,
                        FaultKind::ProofName,
                        &format!("{}.proofs", rating_key(field)),
                        |_| {
                            let problem = format!("there is no proof with the id `{}`", shown(id));
                            (problem, "add the proof below [[proofs]], or remove its id here".to_owned())
                        },
                    );
                }
            }
        }
    }
}

fn rating_key(field: Field<'_>) -> String {
    format!("ratings.{}", field.key)
}
