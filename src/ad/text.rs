//! The bytes of an ad as text: any encoding that ads come in, and the marks of HTML.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The most bytes that an ad may have.
pub const LIMIT: usize = 1 << 20;
/// How many bytes are searched for the name of an encoding.
const HEAD: usize = 2048;

/// Why some bytes are no ad.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdTextError {
    /// There are too many.
    #[error("the ad is larger than 1 MiB: copy the text of the ad alone into a file")]
    TooLarge,
    /// There is nothing to read.
    #[error("the ad is empty: copy the text of the ad into it")]
    Empty,
    /// They are a picture, a PDF or another program's file.
    #[error("this is no text ({0}): open it, copy the text of the ad and save that in a file")]
    NotText(&'static str),
}

/// The text of an ad, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdText {
    pub(super) text: String,
    pub(super) is_html: bool,
}

impl AdText {
    /// Decodes bytes: UTF-8, UTF-16, the encoding that an HTML page names, else Windows-1252.
    ///
    /// # Errors
    /// Where there are more than [`LIMIT`] bytes, none, or no text.
    pub fn decode(bytes: &[u8]) -> Result<Self, AdTextError> {
        if bytes.len() > LIMIT {
            return Err(AdTextError::TooLarge);
        }
        if let Some(kind) = other_kind(bytes) {
            return Err(AdTextError::NotText(kind));
        }
        let (text, _, _) = encoding(bytes).decode(bytes);
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        if text.trim().is_empty() {
            return Err(AdTextError::Empty);
        }
        let is_html = looks_like_html(&text);
        Ok(Self { text, is_html })
    }

    /// The text as it was decoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 6] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a word processor's or zip file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\xd0\xcf\x11\xe0", "an old word processor's file"),
    ];
    kinds.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| kind)
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // Latin letters in UTF-16 have a zero in every second byte.
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = head.len() / 4;
    if many > 0 && zeros(1) >= many {
        return UTF_16LE;
    }
    if many > 0 && zeros(0) >= many {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    named_encoding(head).unwrap_or(WINDOWS_1252)
}

/// The encoding that a page names: `<meta charset="…">` and the like.
fn named_encoding(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let name: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Encoding::for_label(name.as_bytes())
}

/// Characters without a width that stand inside words and would split them, and everything that steers a terminal.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn looks_like_html(text: &str) -> bool {
    const TAGS: [&str; 9] = ["<!doctype html", "<html", "<body", "<p>", "<p ", "<li>", "<br", "<div", "<ul>"];
    let head: String = text.chars().take(20_000).collect::<String>().to_ascii_lowercase();
    TAGS.iter().filter(|tag| head.contains(*tag)).count() >= 2
}

/// A text cut to this many characters, with `…` where something is missing.
pub fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
