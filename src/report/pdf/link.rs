//! Which addresses a reader may open with a click.

use crate::report::safe_text::is_unsafe_control;
use std::fmt::Write as _;

/// Others could start a program or read a file.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The address in ASCII, if it is one of the web or of a mailbox; `None` for all others.
pub(super) fn clickable(address: &str) -> Option<String> {
    let is_known = SCHEMES.iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    });
    if !is_known || address.chars().any(|c| c.is_whitespace() || is_unsafe_control(c)) {
        return None;
    }
    let mut ascii = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            // Writing to memory doesn't fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    Some(ascii)
}

#[cfg(test)]
mod tests {
    use super::clickable;

    #[test]
    fn only_the_web_and_mailboxes_open() {
        assert_eq!(
            clickable("https://example.org/ü?a=(1)"),
            Some("https://example.org/%C3%BC?a=(1)".to_owned())
        );
        assert_eq!(clickable("MAILTO:ada@example.org"), Some("MAILTO:ada@example.org".to_owned()));
        let refused = [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://",
            "ada",
            "https://a b",
            "https://a\u{202e}b",
            "hé",
        ];
        assert!(refused.iter().all(|address| clickable(address).is_none()));
    }
}
