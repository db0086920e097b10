//! Characters in Latin letters, for searching, for terminals without them and for fonts that lack them.

/// A character in Latin letters, as `ae` for `æ`; `None` where nobody has written it so.
///
/// The table has half a megabyte. This is its only use, and never inlined: the program would contain it once for every place.
#[inline(never)]
#[must_use]
pub fn latin(c: char) -> Option<&'static str> {
    deunicode::deunicode_char(c)
}
