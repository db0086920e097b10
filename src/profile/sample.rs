//! An invented person, so that a newcomer can look around before rating anything.

use super::fault::Faults;
use super::model::Profile;
use super::reader;
use super::reader::node::Node;
use crate::guide::model::Library;
use toml::de::DeTable;

const TEXT: &str = include_str!("../../assets/sample-profile.toml");

/// The sample profile; an empty one where its text is damaged, which a test rules out.
#[must_use]
pub fn sample(library: &Library) -> Profile {
    DeTable::parse(TEXT).map_or_else(
        |_| Profile::default(),
        |table| reader::read(Node::quick(&table), library, Faults::first()).profile,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_understood() {
        let profile = sample(&crate::guide::embedded().unwrap());
        assert!(profile.ratings.0.len() > 15);
        assert!(profile.aim.target.is_some());
    }
}
