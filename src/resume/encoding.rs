//! The text of a file, whatever its encoding, and the text of what is written in HTML.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of some bytes: UTF-8 or UTF-16, with or without a mark at the beginning, else the encoding that Windows calls 1252.
#[must_use]
pub fn decoded(bytes: &[u8]) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let guessed = match bytes {
        // The first character of all formats here is ASCII, half of whose bytes are zero in UTF-16.
        [first, 0, ..] if *first != 0 => UTF_16LE,
        [0, second, ..] if *second != 0 => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    marked.unwrap_or(guessed).decode(bytes).0.into_owned()
}

/// Tags that end a line.
const LINE_TAGS: &[&str] = &[
    "p",
    "br",
    "li",
    "div",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "blockquote",
    "pre",
    "hr",
];
/// Tags within a line.
const INLINE_TAGS: &[&str] = &[
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sub", "sup", "code", "td", "th",
    "tbody", "thead", "img", "html", "body", "head", "title", "center", "mark",
];
/// Tags whose content is no text.
const HIDDEN_TAGS: &[&str] = &["script", "style"];

/// The text of what may be written in HTML, a line for each of its lines: known tags go, entities become characters. Anything else
/// that stands between `<` and `>`, such as `Vec<String>`, is text.
#[must_use]
pub fn without_html(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        rest = match tag(from).or_else(|| entity(from)) {
            Some((text, after)) => {
                plain.push_str(&text);
                after
            }
            None => {
                let mut chars = from.chars();
                plain.extend(chars.next());
                chars.as_str()
            }
        };
    }
    plain.push_str(rest);
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A tag at the beginning of a text: what it stands for, and what follows it.
fn tag(text: &str) -> Option<(String, &str)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let after = comment.split_once("-->").map_or("", |(_, after)| after);
        return Some((String::new(), after));
    }
    let inner = text.strip_prefix('<')?;
    let name_at = usize::from(inner.starts_with('/'));
    let named = inner.get(name_at..)?;
    let end = named.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(named.len());
    let (name, attributes) = named.split_at(end);
    let name = name.to_ascii_lowercase();
    let is = |tags: &[&str]| tags.contains(&name.as_str());
    if !is(LINE_TAGS) && !is(INLINE_TAGS) && !is(HIDDEN_TAGS) {
        return None;
    }
    // Another tag before the end means that this one is none.
    let mut attributes_end = attributes.bytes().take(LONGEST_TAG);
    let end = attributes_end.position(|byte| matches!(byte, b'>' | b'<'))?;
    let after = attributes.get(end..)?.strip_prefix('>')?;
    if is(HIDDEN_TAGS) && name_at == 0 {
        let closes = |at: &usize| {
            let from = at + "</".len();
            after.get(from..from + name.len()).is_some_and(|other| other.eq_ignore_ascii_case(&name))
        };
        let at = after.match_indices("</").map(|(at, _)| at).find(closes);
        return Some((String::new(), at.and_then(|at| after.get(at..)).unwrap_or_default()));
    }
    let stands_for = if is(LINE_TAGS) { "\n" } else { "" };
    Some((stands_for.to_owned(), after))
}

/// Maximum bytes of the attributes of a tag.
const LONGEST_TAG: usize = 1000;

/// Entities with a name.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("euro", "€"),
    ("pound", "£"),
    ("copy", "©"),
    ("reg", "®"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
];
/// Maximum bytes between `&` and `;`.
const LONGEST_ENTITY: usize = 10;

/// An entity at the beginning of a text: its character, and what follows it.
fn entity(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST_ENTITY + 1).position(|byte| byte == b';')?;
    let (name, after) = (inner.get(..end)?, inner.get(end + 1..)?);
    let numbered = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => number.parse().ok(),
    });
    let named = || ENTITIES.iter().find(|(other, _)| *other == name).map(|(_, text)| (*text).to_owned());
    let text = numbered.and_then(char::from_u32).map(String::from).or_else(named)?;
    Some((text, after))
}

#[cfg(test)]
mod tests {
    use super::{decoded, without_html};

    #[test]
    fn a_text_is_found_in_any_encoding() {
        assert_eq!(decoded(b"\xef\xbb\xbf{}"), "{}");
        assert_eq!(decoded(b"\xff\xfe{\0}\0"), "{}");
        assert_eq!(decoded(b"\xfe\xff\0{\0}"), "{}");
        assert_eq!(decoded(b"{\0}\0"), "{}");
        assert_eq!(decoded(b"caf\xe9 \x96 5 \x80"), "café – 5 €");
        assert_eq!(decoded("Zoë 表".as_bytes()), "Zoë 表");
        assert_eq!(decoded(b""), "");
    }

    #[test]
    fn html_becomes_text_and_text_stays() {
        assert_eq!(
            without_html("<p>Built the <b>bill</b> job.<br/>Ran it.</p>"),
            "Built the bill job.\nRan it."
        );
        assert_eq!(without_html("R&amp;D &#8211; 5&nbsp;people &lt;b&gt;"), "R&D – 5 people <b>");
        assert_eq!(without_html("Vec<String> & a < b && c"), "Vec<String> & a < b && c");
        assert_eq!(without_html("a<script>alert('<p>')</script>b<!-- no -->c"), "abc");
        assert_eq!(without_html("<script>no end"), "");
        assert_eq!(without_html("plain"), "plain");
    }
}
