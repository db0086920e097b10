//! The conclusions from a guide and a self-assessment: scores, plans, readiness. Pure: no files, no clock, no terminal.
//!
//! [`score`] scores a level, [`assessment`] all of them, [`deciding_skills`] finds the skills that would decide an undetermined level, and [`plan`] finds the
//! steps to a level. `docs/scoring.md` describes the model.

pub mod adaptive;
pub mod application;
pub mod assessment;
pub mod compare;
pub mod deciding_skills;
pub mod evidence;
pub mod fraction;
pub mod matching;
pub mod mentor;
pub mod plan;
pub mod practice;
pub mod progress;
pub mod readiness;
pub mod review;
mod running_score;
pub mod score;
pub mod strengths;
pub mod tracks;
pub mod what_if;
