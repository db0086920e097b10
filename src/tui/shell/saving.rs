//! A save and a signal never cut each other short.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// How long the end of the program waits for a save that has begun, or that another program holds up.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// Held during a save; who ends the program takes it first.
pub static SAVING: Mutex<()> = Mutex::new(());

/// Whether changes are about to be saved, or wait until another program has saved: who ends the program lets that come.
pub static WAITING: AtomicBool = AtomicBool::new(false);
