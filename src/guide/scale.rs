//! The scales of a self-assessment: six ratings and three kinds of evidence.

use serde::{Deserialize, Serialize};
use std::fmt;
use strum::{EnumIter, IntoEnumIterator};

/// A rating is counted in this many parts, so that what its evidence carries is a whole number.
pub const EIGHTHS: u32 = 8;

/// A person's experience with a skill, from 0 to 5. Each rating states a fact. *Not rated* is `Option::None`, never
/// [`Rating::None`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub enum Rating {
    /// 0: no training, no experience.
    None,
    /// 1: took a course or practised; nobody else has used the result.
    Studied,
    /// 2: did it for something others used or reviewed, with help or review.
    Assisted,
    /// 3: did it alone, more than once, where other people depended on it.
    Independent,
    /// 4: others come to me for it.
    Leading,
    /// 5: I decide how several teams or an organisation do it.
    SettingDirection,
}

impl Rating {
    /// The highest rating.
    pub const MAX: Self = Self::SettingDirection;

    /// All six ratings, from 0 to 5.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The number of the rating, 0 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The rating in eighths, 0 to 40.
    #[must_use]
    pub const fn eighths(self) -> u32 {
        EIGHTHS * self as u32
    }

    /// The rating with this number; `None` outside 0 to 5.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::iter().find(|rating| i64::from(rating.number()) == number)
    }

    /// The short name, which a user may type instead of the number.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Studied => "studied",
            Self::Assisted => "assisted",
            Self::Independent => "independent",
            Self::Leading => "leading",
            Self::SettingDirection => "setting direction",
        }
    }

    /// The fact that the rating states of any skill.
    #[must_use]
    pub const fn fact(self) -> &'static str {
        match self {
            Self::None => "no training, no experience",
            Self::Studied => "took a course or practised; nobody else has used the result",
            Self::Assisted => "did it for something others used or reviewed, with help or review",
            Self::Independent => "did it alone, more than once, where other people depended on it",
            Self::Leading => "others come to me for it: I review, teach or lead it",
            Self::SettingDirection => "I decide how several teams or an organisation do it",
        }
    }

    /// The next higher rating; `None` for 5.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::from_number(i64::from(self.number()) + 1)
    }
}

/// The error for a text or number that is not a rating; holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rating: give a number from 0 to 5 or a name ({names})", names = rating_names())]
pub struct NotARating(String);

fn rating_names() -> String {
    let names: Vec<_> = Rating::all().map(Rating::name).collect();
    names.join(", ")
}

impl TryFrom<i64> for Rating {
    type Error = NotARating;

    fn try_from(number: i64) -> Result<Self, NotARating> {
        Self::from_number(number).ok_or_else(|| NotARating(number.to_string()))
    }
}

impl From<Rating> for i64 {
    fn from(rating: Rating) -> Self {
        i64::from(rating.number())
    }
}

impl std::str::FromStr for Rating {
    type Err = NotARating;

    /// Reads a number or a short name. Spaces, hyphens and underscores in a name count as the same.
    fn from_str(text: &str) -> Result<Self, NotARating> {
        let wanted = text.trim().to_lowercase().replace(['-', '_'], " ");
        Self::all()
            .find(|rating| wanted == rating.name() || wanted == rating.number().to_string())
            .ok_or_else(|| NotARating(text.trim().to_owned()))
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The evidence for a rating.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// The person's word.
    #[default]
    Claim,
    /// A case described so that an interviewer could ask about it.
    Example,
    /// Something another person can check: code, a running service, a certificate, a named referee.
    Link,
}

impl Evidence {
    /// All three kinds, from the weakest to the strongest.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The name in the profile, in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Example => "example",
            Self::Link => "link",
        }
    }

    /// A description in a few words.
    #[must_use]
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Claim => "your word, not proved",
            Self::Example => "a case you could tell",
            Self::Link => "others can check it",
        }
    }
}

/// The error for a text that is not a kind of evidence; holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of evidence: give claim, example or link")]
pub struct NotEvidence(String);

impl std::str::FromStr for Evidence {
    type Err = NotEvidence;

    fn from_str(text: &str) -> Result<Self, NotEvidence> {
        let wanted = text.trim().to_lowercase();
        Self::all()
            .find(|evidence| wanted == evidence.name())
            .ok_or_else(|| NotEvidence(text.trim().to_owned()))
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
