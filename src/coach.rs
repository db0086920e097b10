//! What follows from a guide and a self-assessment. Pure: no files, no clock, no terminal.
//!
//! [`score`] says where somebody stands at every level, [`settle`] what would decide an undetermined one, and [`next`]
//! what to do first. `docs/scoring.md` describes the model.

pub mod compare;
pub mod evidence;
pub mod fraction;
pub mod next;
pub mod plan;
pub mod progress;
pub mod quick;
pub mod readiness;
pub mod score;
mod settle;
pub mod stale;
pub mod tracks;
pub mod what_if;
