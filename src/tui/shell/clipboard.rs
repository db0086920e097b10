//! Text for the clipboard of the terminal, which may be on another machine: OSC 52.

/// The sequence that asks the terminal to put a text on its clipboard.
#[must_use]
pub fn sequence(text: &str) -> Vec<u8> {
    format!("\u{1b}]52;c;{}\u{1b}\\", base64(text.as_bytes())).into_bytes()
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap_or_default();
            let letter = LETTERS.get(six).copied().unwrap_or(b'=');
            text.push(char::from(if at as usize > three.len() { b'=' } else { letter }));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, sequence};

    #[test]
    fn base64_is_that_of_the_rfc() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (text, coded) in cases {
            assert_eq!(base64(text.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }

    #[test]
    fn the_terminal_is_asked_by_osc_52() {
        assert_eq!(sequence("foo"), b"\x1b]52;c;Zm9v\x1b\\");
    }
}
