//! Answers about oneself.

use crate::profile::about::Topic;
use crate::profile::model::Profile;

pub fn answer(profile: &mut Profile, topic: Topic, text: Option<&str>) {
    profile.about.set(topic, text);
}
