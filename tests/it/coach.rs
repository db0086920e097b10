//! What follows from ratings: the pure functions against their definitions.

mod adaptive;
mod matrix;
mod model;
mod people;
mod plan;
mod progress;
mod readiness;
mod tracks;
mod what_if;
