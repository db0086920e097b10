//! What a profile says, as types.

use super::about::About;
use super::story::Story;
use crate::guide::hash;
use crate::guide::id::{GuideId, LevelId, SkillId};
use crate::guide::model::Anchors;
use crate::guide::scale::{Evidence, Rating};
use indexmap::IndexMap;
use jiff::civil::Date;

/// The number that this program writes as `schema`. A higher one comes from a newer program and is left alone.
pub const SCHEMA: i64 = 1;

/// Everything a user has said. What can't be understood in the file stays in the file and isn't here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The guide in use.
    pub guide: Option<GuideId>,
    /// What is aimed for in that guide.
    pub aim: Aim,
    /// What is aimed for in other guides; never that of [`Profile::guide`], never an empty one.
    pub other_aims: IndexMap<GuideId, Aim>,
    /// What the person said about themselves beside ratings.
    pub about: About,
    /// The self-assessment.
    pub ratings: Ratings,
    /// What can be shown.
    pub proofs: Vec<Proof>,
    /// Every change of a rating, oldest first.
    pub history: Vec<Change>,
}

/// The level somebody aims for in a guide, and the day they want to reach it by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aim {
    /// The level.
    pub target: Option<LevelId>,
    /// The day.
    pub by: Option<Date>,
}

impl Profile {
    /// What is aimed for in a guide. A profile that names no guide means whichever is in use.
    #[must_use]
    pub fn aim_of(&self, guide: &GuideId) -> &Aim {
        const NONE: &Aim = &Aim { target: None, by: None };
        match &self.guide {
            Some(other) if other != guide => self.other_aims.get(guide).unwrap_or(NONE),
            _ => &self.aim,
        }
    }

    /// Writes a change of a rating into the history and answers with the entries that are new, oldest first. A second change
    /// of a skill on the same day replaces the first, and one that brings back what stood before leaves none. Where the
    /// history doesn't know a rating that is replaced, it is noted on its own day first, so that the past stays true.
    pub fn note_change(
        &mut self,
        skill: &SkillId,
        before: Option<&Rated>,
        after: Option<&Rated>,
        today: Date,
    ) -> Vec<Change> {
        self.history.retain(|change| change.on.0 != today || change.skill != *skill);
        let entry = |on, rated: Option<&Rated>| Change {
            on,
            skill: skill.clone(),
            rating: rated.map(|rated| rated.rating),
            evidence: rated.map(|rated| rated.evidence).unwrap_or_default(),
        };
        let mut new = Vec::new();
        let mut last = self.history.iter().rfind(|change| change.skill == *skill).cloned();
        let day = before.and_then(|rated| rated.rated_on).filter(|day| day.0 < today && last.is_none());
        if let Some(day) = day {
            let noted = entry(day, before);
            new.push(noted.clone());
            last = Some(noted);
        }
        let now = entry(Day(today), after);
        // What stood before today: the last entry, or no rating, or one of a day that nobody knows.
        let is_of_today = before.is_none_or(|rated| rated.rated_on == Some(Day(today)));
        let unrated = is_of_today.then(|| (None, Evidence::default()));
        let stood = last.map(|last| (last.rating, last.evidence)).or(unrated);
        if stood != Some((now.rating, now.evidence)) {
            new.push(now);
        }
        self.history.extend(new.iter().cloned());
        new
    }
}

/// Ratings by skill, in the order of the file. A rating belongs to a skill, not to a guide.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ratings(pub IndexMap<SkillId, Rated>);

impl Ratings {
    /// What is said of a skill; *not rated* is nothing.
    #[must_use]
    pub fn answer(&self, skill: &SkillId) -> Option<(Rating, Evidence)> {
        self.0.get(skill).map(|rated| (rated.rating, rated.evidence))
    }
}

impl FromIterator<(SkillId, Rating, Evidence)> for Ratings {
    fn from_iter<I: IntoIterator<Item = (SkillId, Rating, Evidence)>>(answers: I) -> Self {
        Self(
            answers
                .into_iter()
                .map(|(skill, rating, evidence)| (skill, Rated::new(rating, evidence)))
                .collect(),
        )
    }
}

/// A rating with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// What has been done; written as a number, read as a short name too.
    pub rating: Rating,
    /// How far it can be believed.
    pub evidence: Evidence,
    /// Ids of the proofs that show it.
    pub proofs: Vec<String>,
    /// The person's own words.
    pub note: Option<String>,
    /// The day of the rating.
    pub rated_on: Option<Day>,
    /// A hash of the anchors that were rated, to tell when their wording has changed since.
    pub anchors: Option<String>,
}

impl Rated {
    /// The rating with its evidence.
    #[must_use]
    pub const fn answer(&self) -> (Rating, Evidence) {
        (self.rating, self.evidence)
    }

    /// A rating and its evidence alone.
    #[must_use]
    pub const fn new(rating: Rating, evidence: Evidence) -> Self {
        Self { rating, evidence, proofs: Vec::new(), note: None, rated_on: None, anchors: None }
    }
}

/// Something to show, which can serve many skills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Where to look.
    pub url: Option<String>,
    /// Whom to ask.
    pub referee: Option<String>,
    /// The case, told so that an interviewer could ask about it.
    pub story: Option<Story>,
}

/// What a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofKind {
    /// Something at an address that others can open.
    Link,
    /// A person who can vouch for it.
    Referee,
    /// A case to be told.
    Case,
}

impl ProofKind {
    /// How far a proof of this kind can carry a rating.
    #[must_use]
    pub const fn carries(self) -> Evidence {
        match self {
            Self::Link | Self::Referee => Evidence::Link,
            Self::Case => Evidence::Example,
        }
    }

    /// The kind that goes with a text where somebody says no more than that it proves something: an address is a link;
    /// anything else that others can check is a referee, and what they can't is a case.
    #[must_use]
    pub fn guess(text: &str, evidence: Evidence) -> Self {
        let is_address = !text.trim().contains(char::is_whitespace)
            && (text.contains("://") || text.split('/').next().is_some_and(is_host));
        match evidence {
            _ if is_address => Self::Link,
            Evidence::Link => Self::Referee,
            Evidence::Claim | Evidence::Example => Self::Case,
        }
    }
}

/// Whether a text looks like the name of a host: `example.org`.
fn is_host(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split('.').collect();
    let is_part =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    parts.len() > 1
        && parts.iter().all(is_part)
        && parts.last().is_some_and(|end| end.chars().all(|c| c.is_ascii_alphabetic()))
}

impl Proof {
    /// How far it can carry: a link with an address or a referee, an example with a story.
    #[must_use]
    pub const fn carries(&self) -> Evidence {
        if self.url.is_some() || self.referee.is_some() {
            Evidence::Link
        } else if self.story.is_some() {
            Evidence::Example
        } else {
            Evidence::Claim
        }
    }
}

/// A rating that was given, or taken back where there is no `rating`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub on: Day,
    /// The skill.
    pub skill: SkillId,
    /// The rating from then on.
    pub rating: Option<Rating>,
    /// Its evidence.
    pub evidence: Evidence,
}

/// A calendar day; written as a text, `"2026-11-24"`, and read as a TOML date too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0.to_string())
    }
}

/// A hash of the anchors' wording, the same on every machine and in every version.
#[must_use]
pub fn anchors_hash(anchors: &Anchors) -> String {
    hash::of_texts(Rating::all().skip(1).map(|rating| anchors.of(rating).text()))
}
