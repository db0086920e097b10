//! All tests from outside the library, in one program: what it computes, what it keeps, and what it prints.
#![expect(clippy::panic, reason = "a test fails by panicking")]

mod cli;
mod coach;
mod content;
mod documents;
mod faces;
mod faults;
mod pictures;
mod resume;
mod samples;
mod search;
mod store;
mod support;
mod terminal;
