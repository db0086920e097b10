//! What is asked in more than one place: each is a dialog, or a few in a row, and what the answer changes.

pub mod about;
pub mod ad;
pub mod explain;
pub mod export;
pub mod note;
pub mod prove;
pub mod target;
pub mod tick_off;
