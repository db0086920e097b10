//! The command line from outside, as a user at a prompt and as a script see it.

#[path = "cli/assess.rs"]
mod assess;
#[path = "cli/coach.rs"]
mod coach;
#[path = "cli/docs.rs"]
mod docs;
#[path = "cli/home.rs"]
mod home;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/misuse.rs"]
mod misuse;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/profile.rs"]
mod profile;
#[path = "cli/rate.rs"]
mod rate;
#[path = "cli/read.rs"]
mod read;
#[path = "cli/shape.rs"]
mod shape;
