//! Identifiers in the data. Each kind is a newtype, so that a level can't be passed where a skill belongs.

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

/// The error for a text that is not an id; holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: use lower-case letters and digits, joined by single hyphens")]
pub struct NotAnId(String);

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Reads a value from a text without a copy of it: a start reads 350 ids.
struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as written in the data.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                if is_id(text) { Ok(Self(text.into())) } else { Err(NotAnId(text.to_owned())) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(PhantomData))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a career guide: the name of its folder in `data/guides/`.
    GuideId
    /// The id of a skill: the name of its file in `data/skills/`.
    SkillId
    /// The id of a level of a guide.
    LevelId
    /// The id of a section of a guide.
    SectionId
    /// The id of a frequent question.
    FaqId
    /// The id of a source of figures.
    SourceId
    /// The id of an interview question: its skill's id and a hash of its wording.
    QuestionId
}

impl QuestionId {
    /// The id of the question with this hash about a skill.
    pub(super) fn of(skill: &SkillId, hash: &str) -> Self {
        Self(format!("{skill}-{hash}").into())
    }
}

/// A link to a page; written `section:pay`, `skill:sql`, `level:senior` or `faq:degree`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Link {
    /// A section of the same guide.
    Section(SectionId),
    /// A skill record.
    Skill(SkillId),
    /// A level of the same guide.
    Level(LevelId),
    /// A frequent question of the same guide.
    Faq(FaqId),
}

/// The error for a text that is not a link; holds the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a link: write section:ID, skill:ID, level:ID or faq:ID")]
pub struct NotALink(String);

impl TryFrom<String> for Link {
    type Error = NotALink;

    fn try_from(text: String) -> Result<Self, NotALink> {
        let link = match text.split_once(':') {
            Some(("section", id)) => id.parse().map(Self::Section),
            Some(("skill", id)) => id.parse().map(Self::Skill),
            Some(("level", id)) => id.parse().map(Self::Level),
            Some(("faq", id)) => id.parse().map(Self::Faq),
            _ => return Err(NotALink(text)),
        };
        link.map_err(|_| NotALink(text))
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.to_string()
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(id) => write!(f, "section:{id}"),
            Self::Skill(id) => write!(f, "skill:{id}"),
            Self::Level(id) => write!(f, "level:{id}"),
            Self::Faq(id) => write!(f, "faq:{id}"),
        }
    }
}
