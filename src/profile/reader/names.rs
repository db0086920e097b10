//! Names in a profile, as forgiving as on the command line: ids, aliases and titles in any case. A profile may hold thousands of
//! names, so skills are looked up in a table, built when the first one isn't an id.

use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::{Guide, Library};
use crate::guide::names::{self, folded, is_same};
use std::cell::OnceCell;
use std::collections::HashMap;

/// A longer name is a slip that no near one would mend; comparing it would take long.
const LONGEST_COMPARED: usize = 64;

/// The names that a library knows.
pub struct Names<'l> {
    library: &'l Library,
    skills: OnceCell<HashMap<String, &'l SkillId>>,
}

impl<'l> Names<'l> {
    /// The names of a library.
    #[must_use]
    pub const fn new(library: &'l Library) -> Self {
        Self { library, skills: OnceCell::new() }
    }

    /// The skill of a name. Unlike on the command line the beginning of an id is no name: a file may come from a coach that knows
    /// more skills.
    #[must_use]
    pub fn skill(&self, name: &str) -> Option<SkillId> {
        let id = name.parse::<SkillId>().ok();
        match id {
            Some(id) if self.library.skill(&id).is_some() => Some(id),
            _ => self.skills().get(&folded(name)).map(|id| (*id).clone()),
        }
    }

    /// Ids of skills with a name like this one, the nearest first; none for a very long name.
    #[must_use]
    pub fn near_skills(&self, name: &str) -> Vec<String> {
        if name.len() > LONGEST_COMPARED {
            return Vec::new();
        }
        names::skill(self.library, name)
            .map_or_else(|unknown| unknown.nearest, |skill| vec![skill.id.to_string()])
    }

    /// The guide of a name.
    #[must_use]
    pub fn guide(&self, name: &str) -> Option<&'l Guide> {
        let is_named = |guide: &&Guide| {
            let titles = guide.aliases.iter().chain([&guide.title]).map(String::as_str);
            titles.chain([guide.id.as_str()]).any(|title| is_same(title, name))
        };
        self.library.guides.iter().find(is_named)
    }

    /// The guide of an id.
    #[must_use]
    pub fn guide_of(&self, id: &GuideId) -> Option<&'l Guide> {
        self.library.guides.iter().find(|guide| guide.id == *id)
    }

    /// Ids of all guides.
    #[must_use]
    pub fn guides(&self) -> Vec<&'l str> {
        self.library.guides.iter().map(|guide| guide.id.as_str()).collect()
    }

    /// The level of a name in a guide; without a guide, in the first one that has it.
    #[must_use]
    pub fn level(&self, guide: Option<&Guide>, name: &str) -> Option<LevelId> {
        match guide {
            Some(guide) => level(guide, name),
            None => self.library.guides.iter().find_map(|guide| level(guide, name)),
        }
    }

    /// Ids of the levels of a guide; without a guide, of the first.
    #[must_use]
    pub fn levels(&self, guide: Option<&'l Guide>) -> Vec<&'l str> {
        let guide = guide.or(self.library.guides.first());
        guide.into_iter().flat_map(|guide| &guide.levels).map(|level| level.id.as_str()).collect()
    }

    fn skills(&self) -> &HashMap<String, &'l SkillId> {
        self.skills.get_or_init(|| {
            let mut table = HashMap::new();
            for skill in &self.library.skills {
                table.insert(folded(skill.id.as_str()), &skill.id);
            }
            for skill in &self.library.skills {
                for name in skill.aliases.iter().chain([&skill.name, &skill.short]) {
                    table.entry(folded(name)).or_insert(&skill.id);
                }
            }
            table.remove("");
            table
        })
    }
}

fn level(guide: &Guide, name: &str) -> Option<LevelId> {
    let by_id = guide.levels.iter().find(|level| is_same(level.id.as_str(), name));
    let by_name = || {
        guide.levels.iter().find(|level| {
            level.aliases.iter().chain([&level.short, &level.title]).any(|other| is_same(other, name))
        })
    };
    by_id.or_else(by_name).map(|level| level.id.clone())
}
