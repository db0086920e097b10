//! What follows from a guide and a self-assessment. Pure: no files, no clock, no terminal.
//!
//! [`score`] says where somebody stands at every level, [`deciding_skills`] which skills would decide an undetermined one, and
//! [`plan`] which steps lead to a level. `docs/scoring.md` describes the model.

pub mod adaptive;
pub mod compare;
pub mod deciding_skills;
pub mod evidence;
pub mod fraction;
pub mod plan;
pub mod progress;
pub mod readiness;
pub mod review;
pub mod score;
pub mod tracks;
pub mod what_if;
