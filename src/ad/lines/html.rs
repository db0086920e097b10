//! The lines of an ad in HTML: without tags and what nobody reads, with entities decoded.

use super::{Placed, Shape};

/// Names of elements that begin a line of their own.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "section",
    "article",
    "header",
    "footer",
    "dt",
    "dd",
    "dl",
    "hr",
    "blockquote",
    "pre",
    "title",
    "body",
    "html",
    "main",
    "nav",
    "aside",
];
/// Names of elements whose content nobody reads.
const HIDDEN: [&str; 6] = ["script", "style", "noscript", "template", "svg", "head"];

/// The lines, each with what it looks like.
pub(super) fn html_lines(chars: &[Placed]) -> Vec<(Shape, Vec<Placed>)> {
    let mut lines = Vec::new();
    let mut line: Vec<Placed> = Vec::new();
    let mut shape = Shape::Text;
    let mut at = 0;
    while let Some(&(c, position)) = chars.get(at) {
        if c == '<'
            && let Some(tag) = tag(chars, at)
        {
            at = tag.end;
            if HIDDEN.contains(&tag.name.as_str()) && !tag.closes {
                at = end_of(chars, at, &tag.name);
            } else if BLOCKS.contains(&tag.name.as_str()) {
                lines.push((shape, std::mem::take(&mut line)));
                shape = shape_of(&tag);
            } else if matches!(tag.name.as_str(), "td" | "th") && !tag.closes {
                line.extend(" | ".chars().map(|c| (c, position)));
                shape = Shape::Item;
            } else if tag.name == "b" || tag.name == "strong" {
                line.extend("**".chars().map(|c| (c, position)));
            }
        } else if c == '&'
            && let Some((decoded, end)) = entity(chars, at)
        {
            // A soft hyphen would split a word.
            if decoded != '\u{ad}' {
                line.push((decoded, position));
            }
            at = end;
        } else {
            // A line break in HTML is a space.
            line.push((if c == '\n' { ' ' } else { c }, position));
            at += 1;
        }
    }
    lines.push((shape, line));
    lines
}

/// The most characters of a tag.
const TAG: usize = 4000;

struct Tag {
    name: String,
    closes: bool,
    end: usize,
}

/// The tag that starts here, with the index behind it.
fn tag(chars: &[Placed], at: usize) -> Option<Tag> {
    let rest = chars.get(at + 1..)?;
    if rest.len() >= 3 && rest.iter().take(3).map(|(c, _)| *c).eq("!--".chars()) {
        let end = rest.windows(3).position(|end| end.iter().map(|(c, _)| *c).eq("-->".chars()));
        return Some(Tag {
            name: "!".to_owned(),
            closes: false,
            end: end.map_or(chars.len(), |end| at + 4 + end),
        });
    }
    let closes = rest.first()?.0 == '/';
    let name: String = rest
        .iter()
        .skip(usize::from(closes))
        .map(|(c, _)| *c)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '!')
        .collect::<String>()
        .to_ascii_lowercase();
    if name.is_empty() {
        return None;
    }
    let length = rest.iter().take(TAG).position(|(c, _)| *c == '>')?;
    Some(Tag { name, closes, end: at + 2 + length })
}

fn shape_of(tag: &Tag) -> Shape {
    match tag.name.as_str() {
        _ if tag.closes => Shape::Text,
        "li" | "tr" | "dd" => Shape::Item,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "title" => Shape::Heading,
        _ => Shape::Text,
    }
}

/// The index behind the end tag of an element.
fn end_of(chars: &[Placed], from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some((c, _)) = chars.get(at) {
        if *c == '<'
            && let Some(tag) = tag(chars, at)
            && tag.closes
            && tag.name == name
        {
            return tag.end;
        }
        at += 1;
    }
    chars.len()
}

/// The character that an entity stands for, with the index behind it.
fn entity(chars: &[Placed], at: usize) -> Option<(char, usize)> {
    const NAMED: &[(&str, char)] = &[
        ("ecirc", 'ê'),
        ("acirc", 'â'),
        ("ocirc", 'ô'),
        ("icirc", 'î'),
        ("ucirc", 'û'),
        ("uacute", 'ú'),
        ("ugrave", 'ù'),
        ("igrave", 'ì'),
        ("otilde", 'õ'),
        ("euml", 'ë'),
        ("iuml", 'ï'),
        ("Eacute", 'É'),
        ("Aacute", 'Á'),
        ("Oacute", 'Ó'),
        ("Agrave", 'À'),
        ("Ccedil", 'Ç'),
        ("Ntilde", 'Ñ'),
        ("oslash", 'ø'),
        ("Oslash", 'Ø'),
        ("aring", 'å'),
        ("Aring", 'Å'),
        ("aelig", 'æ'),
        ("oelig", 'œ'),
        ("iquest", '¿'),
        ("iexcl", '¡'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("shy", '\u{ad}'),
        ("ordf", 'ª'),
        ("ordm", 'º'),
        ("times", '×'),
        ("deg", '°'),
        ("check", '✓'),
        ("rarr", '→'),
        ("num", '#'),
        ("colon", ':'),
        ("sol", '/'),
        ("period", '.'),
        ("comma", ','),
        ("lpar", '('),
        ("rpar", ')'),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("euro", '€'),
        ("pound", '£'),
        ("bull", '•'),
        ("middot", '·'),
        ("rsquo", '\''),
        ("lsquo", '\''),
        ("rdquo", '"'),
        ("ldquo", '"'),
        ("hellip", '…'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("Auml", 'Ä'),
        ("Ouml", 'Ö'),
        ("Uuml", 'Ü'),
        ("szlig", 'ß'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("agrave", 'à'),
        ("ccedil", 'ç'),
        ("ntilde", 'ñ'),
        ("aacute", 'á'),
        ("oacute", 'ó'),
        ("iacute", 'í'),
        ("atilde", 'ã'),
        ("plus", '+'),
    ];
    let rest = chars.get(at + 1..)?;
    let length = rest.iter().take(10).position(|(c, _)| *c == ';')?;
    let name: String = rest.iter().take(length).map(|(c, _)| *c).collect();
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let decoded = match number {
        Some(number) => char::from_u32(number).filter(|c| !c.is_control()),
        None => NAMED.iter().find(|(other, _)| *other == name).map(|(_, c)| *c),
    }?;
    Some((decoded, at + length + 2))
}
