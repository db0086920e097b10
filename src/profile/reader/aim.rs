//! The guide in use, and what is aimed for in it and in others.

use super::Reader;
use super::node::{Content, Field, Fields};
use super::values::{described, plain};
use crate::guide::id::GuideId;
use crate::profile::about::{About, Topic};
use crate::profile::fault::{FaultKind, shown};
use crate::profile::model::Aim;
use indexmap::IndexMap;

impl Reader<'_> {
    /// The guide in use. One that the program doesn't know is kept: its target belongs to no other guide.
    pub(super) fn guide(&mut self, field: Field<'_>) -> Option<GuideId> {
        let content = field.value.content();
        let Content::Text(text) = content else {
            self.shape(field.value.at, "guide", &content, "it has to be the id of a guide, in quotes");
            return None;
        };
        self.guide_id(text, field.value.at, "guide")
    }

    fn guide_id(&mut self, text: &str, at: usize, key: &str) -> Option<GuideId> {
        if let Some(guide) = self.names.guide(text) {
            return Some(guide.id.clone());
        }
        let known = self.names.guides().join(", ");
        self.fault(at, FaultKind::Aim, key, |_| {
            let advice = format!("it stays in the file but isn't used; write one of: {known}");
            (format!("this version of coach has no guide `{}`", shown(text)), advice)
        });
        slug(text).parse().ok()
    }

    /// The target and the deadline among some fields.
    pub(super) fn aim(&mut self, fields: &Fields<'_>, guide: Option<&GuideId>, prefix: &str) -> Aim {
        let target =
            fields.get("target").and_then(|field| self.target(field, guide, &format!("{prefix}target")));
        let by = fields.get("by").and_then(|field| self.day(field.value, &format!("{prefix}by")));
        Aim { target, by: by.map(|day| day.0) }
    }

    fn target(
        &mut self,
        field: Field<'_>,
        guide: Option<&GuideId>,
        key: &str,
    ) -> Option<crate::guide::id::LevelId> {
        let content = field.value.content();
        let Content::Text(text) = content else {
            self.shape(field.value.at, key, &content, "it has to be the name of a level, in quotes");
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        let known = guide.and_then(|id| self.names.guide_of(id));
        if guide.is_some() && known.is_none() {
            // Nobody here knows the levels of that guide.
            return slug(text).parse().ok();
        }
        let level = self.names.level(known, text);
        if level.is_none() {
            let levels = self.names.levels(known).join(", ");
            self.fault(field.value.at, FaultKind::Aim, key, |_| {
                let advice = format!("it stays in the file but isn't used; write one of: {levels}");
                (format!("the guide has no level `{}`", shown(text)), advice)
            });
        }
        level.or_else(|| slug(text).parse().ok())
    }

    /// `[targets.GUIDE]`: what is aimed for in guides that aren't in use.
    pub(super) fn other_aims(
        &mut self,
        fields: &Fields<'_>,
        guide: Option<&GuideId>,
    ) -> IndexMap<GuideId, Aim> {
        let mut aims = IndexMap::new();
        for field in self.table(fields, "targets", "[targets.GUIDE] and below it target = \"LEVEL\"") {
            let key = format!("targets.{}", field.key);
            let Some(id) = self.guide_id(field.key, field.key_at, &key) else { continue };
            let content = field.value.content();
            let Content::Table(fields) = content else {
                let advice = format!("it has to be a table: [{key}] and below it target = \"LEVEL\"");
                self.shape(field.value.at, &key, &content, &advice);
                continue;
            };
            if guide == Some(&id) || aims.contains_key(&id) {
                self.fault(field.key_at, FaultKind::Aim, &key, |_| {
                    let problem = format!("the target of {id} is given twice");
                    (problem, "the first one counts; remove one of the two".to_owned())
                });
                continue;
            }
            let aim = self.aim(&fields, Some(&id), &format!("{key}."));
            if field.key != id.as_str() {
                self.spelling.targets.insert(id.clone(), field.key.to_owned());
            }
            if aim != Aim::default() {
                aims.insert(id, aim);
            }
        }
        aims
    }

    /// `[about]`: what the person said about themselves.
    pub(super) fn about(&mut self, fields: &Fields<'_>) -> About {
        let mut entries = Vec::new();
        for field in self.table(fields, "about", "[about] and below it years = 3") {
            let content = field.value.content();
            let key = format!("about.{}", field.key);
            match plain(&content) {
                Some(text) => {
                    if self.faults.keeps_all() {
                        self.check_answer(field, &text, &key);
                    }
                    entries.push((field.key.to_owned(), text));
                }
                None => self.shape(field.value.at, &key, &content, "it has to be a text or a number"),
            }
        }
        entries.into_iter().collect()
    }

    /// Tells of an answer that means nothing to the program, though it stays in the profile as somebody's own words.
    fn check_answer(&mut self, field: Field<'_>, text: &str, key: &str) {
        let topic = Topic::all().find(|topic| topic.is_key(field.key));
        if let Some(problem) =
            topic.filter(|_| !text.trim().is_empty()).and_then(|topic| topic.tidy(text).err())
        {
            self.fault(field.value.at, FaultKind::Answer, key, |name| {
                (format!("{name} is {}", described(&field.value.content())), problem.advice())
            });
        }
    }
}

/// A name as an id: lower case, with hyphens between words.
fn slug(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
