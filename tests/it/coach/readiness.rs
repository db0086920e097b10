//! Readiness, the ledger of evidence and ratings to look at again: the pure functions against their definitions.

mod bars;
mod ledger;
mod people;
mod properties;
