//! What the user said: the model of the profile, the changes to it, and the one file that keeps it.

pub mod about;
pub mod ads;
pub mod document;
pub mod edit;
pub mod fault;
pub mod model;
pub mod paths;
pub mod practice;
pub mod reader;
pub mod sample;
pub mod store;
pub mod story;
