//! What a key did to a dialog.

/// What a key did to a dialog.
pub enum Step<R> {
    /// It stays open.
    Stays,
    /// It is closed, and this follows, if anything does.
    Closes(Option<R>),
}
