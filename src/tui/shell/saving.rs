//! A save and a signal never cut each other short.

use std::sync::Mutex;

/// Held during a save; who ends the program takes it first.
pub static SAVING: Mutex<()> = Mutex::new(());
