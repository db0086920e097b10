//! What follows from a guide and a self-assessment. Pure: no files, no clock, no terminal.
//!
//! [`score`] says where somebody stands at every level, [`settle`] what would decide an undetermined one, and [`next`]
//! what to do first. `docs/scoring.md` describes the model.

pub mod fraction;
pub mod next;
pub mod score;
mod settle;
