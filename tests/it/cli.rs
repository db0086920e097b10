//! The command line from outside, as a user at a prompt and as a script see it.

mod assess;
mod coach;
mod config;
mod docs;
mod export;
mod import;
mod json;
mod matching;
mod misuse;
mod pages;
mod plain;
mod plan;
mod practice;
mod profile;
mod rate;
mod read;
mod readiness;
mod saving;
mod scripts;
mod shape;
mod streams;
mod what_if;
