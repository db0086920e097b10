//! How a career was learnt: a closed scale, because answers in people's own words are sorted into it. What a route is worth
//! with whom is the guide's to say.

use serde::{Deserialize, Serialize};
use std::fmt;
use strum::{EnumIter, IntoEnumIterator};

/// How the career was learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// A degree in computing or close to it, or one whose subject isn't said.
    Degree,
    /// A degree in another field.
    OtherDegree,
    /// An apprenticeship or a shorter course of study with a certificate.
    Vocational,
    /// A degree that isn't finished, or not yet.
    Unfinished,
    /// A bootcamp.
    Bootcamp,
    /// Self-taught.
    SelfTaught,
}

impl Route {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The name in the data and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::OtherDegree => "other-degree",
            Self::Vocational => "vocational",
            Self::Unfinished => "unfinished",
            Self::Bootcamp => "bootcamp",
            Self::SelfTaught => "self-taught",
        }
    }

    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OtherDegree => "degree in another field",
            Self::Unfinished => "unfinished degree",
            other => other.id(),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn the_data_names_a_route_by_its_id() {
        for route in Route::all() {
            assert_eq!(serde_json::to_value(route).expect("JSON"), route.id());
        }
    }
}
