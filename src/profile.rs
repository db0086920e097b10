//! What the user said: the model of the profile, and the one file that keeps it.

pub mod edit;
pub mod model;
pub mod paths;
pub mod store;
