//! Text in HTML: escaped, with its meaning, and links that are safe to follow.

use crate::report::document::{Role, Span, Target};
use crate::report::safe_text::is_unsafe_control;
use std::fmt::Write;

/// Schemes of addresses that may become links.
const SCHEMES: [&str; 3] = ["http:", "https:", "mailto:"];

/// A text that is nothing but text, in an element or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // XML has no name for the last two.
            c if is_unsafe_control(c) || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

/// Pieces of text with their meaning.
pub(super) fn spans(spans: &[Span]) -> String {
    let mut html = String::new();
    for span in spans {
        let text = escaped(&span.text);
        // Writing to a string can't fail.
        let _ = match (address(span), element(span.role)) {
            (Some(address), _) => {
                let address = escaped(address);
                write!(html, "<a href=\"{address}\" rel=\"noopener noreferrer\">{text}</a>")
            }
            (None, Some((name, class))) if !text.trim().is_empty() => {
                write!(html, "<{name}{class}>{text}</{name}>")
            }
            (None, _) => html.write_str(&text),
        };
    }
    html
}

/// The address of a link that may be followed from here: a page of the guide can't, and an address could run something.
fn address(span: &Span) -> Option<&str> {
    let Some(Target::Address(address)) = &span.link else { return None };
    let has_scheme =
        |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_clean = !address.contains(|c: char| c.is_whitespace() || is_unsafe_control(c));
    (is_clean && SCHEMES.iter().any(has_scheme)).then_some(address.as_str())
}

/// The element that says what a piece of text means, with its class.
const fn element(role: Role) -> Option<(&'static str, &'static str)> {
    match role {
        Role::Text | Role::Title | Role::Heading | Role::Link | Role::Bar => None,
        Role::Strong => Some(("strong", "")),
        Role::Accent => Some(("strong", " class=\"accent\"")),
        Role::Dim => Some(("span", " class=\"dim\"")),
        Role::Good => Some(("strong", " class=\"good\"")),
        Role::Open => Some(("em", " class=\"open\"")),
        Role::NotYet => Some(("span", " class=\"dim\"")),
    }
}
