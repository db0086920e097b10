//! The ways into a career. The list is closed, because answers in people's own words are sorted into it. Each guide says which
//! employers a route satisfies.

use serde::{Deserialize, Serialize};
use std::fmt;
use strum::{EnumIter, IntoEnumIterator};

/// The way a person learnt the career.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// A degree in computing or a related field, or one without a named subject.
    Degree,
    /// A degree in another field.
    OtherDegree,
    /// An apprenticeship or a shorter course of study with a certificate.
    Vocational,
    /// A degree that was given up or isn't finished yet.
    Unfinished,
    /// A bootcamp.
    Bootcamp,
    /// Self-taught.
    SelfTaught,
}

impl Route {
    /// All routes, in the order of the enum.
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

    /// The name for people, in lower case.
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
