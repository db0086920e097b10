//! The lines of an ad as somebody reads them: without the marks of HTML and Markdown, with broken sentences joined. Every character
//! remembers where it stands in the file.

mod html;

use super::text::AdText;
use html::html_lines;

/// Where a character stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Marked as a heading, by HTML or Markdown.
    Heading,
    /// An item of a list or a row of a table.
    Item,
    /// Anything else.
    Text,
}

/// A line as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The characters.
    pub chars: Vec<char>,
    /// Where each stands in the file.
    pub at: Vec<Position>,
    /// What it looks like.
    pub shape: Shape,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
}

impl Line {
    /// The text.
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Where the character with this index stands; the start of the line where there is none.
    pub fn position(&self, index: usize) -> Position {
        self.at.get(index).or(self.at.first()).copied().unwrap_or_default()
    }
}

/// A character with its place.
type Placed = (char, Position);

/// The lines of an ad, empty ones left out.
pub fn lines(text: &AdText) -> Vec<Line> {
    let raw = if text.is_html { html_lines(&placed(&text.text)) } else { text_lines(&placed(&text.text)) };
    let raw = without_front_matter(raw);
    let mut lines: Vec<Line> = Vec::new();
    let mut after_gap = false;
    for (shape, chars) in raw {
        let Some(line) = tidy(shape, &chars, after_gap) else {
            after_gap = true;
            continue;
        };
        after_gap = false;
        match lines.last_mut() {
            Some(last) if continues(last, &line) => join(last, line),
            _ => lines.push(line),
        }
    }
    lines
}

fn placed(text: &str) -> Vec<Placed> {
    let mut at = Position { line: 1, column: 1 };
    let mut placed = Vec::with_capacity(text.len());
    for c in text.chars() {
        placed.push((c, at));
        if c == '\n' {
            at = Position { line: at.line + 1, column: 1 };
        } else {
            at.column += 1;
        }
    }
    placed
}

fn text_lines(chars: &[Placed]) -> Vec<(Shape, Vec<Placed>)> {
    chars.split(|(c, _)| *c == '\n').map(|line| (Shape::Text, line.to_vec())).collect()
}

/// The values of a front matter, without its rules: `title: Senior Developer`.
fn without_front_matter(mut lines: Vec<(Shape, Vec<Placed>)>) -> Vec<(Shape, Vec<Placed>)> {
    let is_rule = |line: &(Shape, Vec<Placed>)| {
        let text: String = line.1.iter().map(|(c, _)| *c).collect();
        text.trim() == "---"
    };
    if lines.first().is_some_and(is_rule)
        && let Some(end) = lines.iter().skip(1).take(60).position(is_rule)
    {
        // The title goes first, wherever the front matter has it.
        let mut head: Vec<_> = lines.drain(..end + 2).collect();
        let is_title = |line: &(Shape, Vec<Placed>)| {
            let text: String = line.1.iter().map(|(c, _)| *c).collect();
            let text = text.trim_start().to_lowercase();
            ["title:", "position:", "job:", "role:", "titel:", "titre:", "título:"]
                .iter()
                .any(|key| text.starts_with(key))
        };
        head.sort_by_key(|line| !is_title(line));
        for line in &mut head {
            // Each is a fact of its own.
            line.0 = Shape::Item;
        }
        head.append(&mut lines);
        return head;
    }
    lines
}

/// The marks with which an item of a list begins.
const BULLETS: [char; 20] =
    ['•', '-', '–', '—', '*', '·', '▪', '■', '●', '○', '◦', '►', '▸', '➤', '→', '✓', '✔', '✅', '+', '»'];

/// A line without its marks; `None` where nothing is left.
fn tidy(shape: Shape, chars: &[Placed], after_gap: bool) -> Option<Line> {
    let mut shape = shape;
    let mut chars: &[Placed] = trimmed(chars);
    let hashes = chars.iter().take_while(|(c, _)| *c == '#').count();
    if (1..=6).contains(&hashes) && chars.get(hashes).is_some_and(|(c, _)| c.is_whitespace()) {
        shape = Shape::Heading;
        chars = trimmed(chars.get(hashes..).unwrap_or_default());
    }
    // A picture before the words.
    let is_picture = |c: char| matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF | 0xFE0F);
    while chars.first().is_some_and(|(c, _)| is_picture(*c) && !BULLETS.contains(c)) {
        chars = trimmed(chars.get(1..).unwrap_or_default());
    }
    // `> ` of a quoted mail.
    if chars.first().is_some_and(|(c, _)| *c == '>') {
        chars = trimmed(chars.get(1..).unwrap_or_default());
    }
    let is_bullet = |chars: &[Placed]| {
        chars.first().is_some_and(|(c, _)| BULLETS.contains(c))
            && chars
                .get(1)
                .is_some_and(|(c, _)| c.is_whitespace() || !c.is_ascii_punctuation() && !BULLETS.contains(c))
            && !(chars.first().is_some_and(|(c, _)| matches!(c, '*'))
                && chars.get(1).is_some_and(|(c, _)| !c.is_whitespace()))
    };
    while is_bullet(chars) {
        shape = if shape == Shape::Heading { shape } else { Shape::Item };
        chars = trimmed(chars.get(1..).unwrap_or_default());
    }
    // The box of a checklist: `[ ]`, `[x]`.
    let is_box = matches!(
        chars.iter().take(3).map(|(c, _)| *c).collect::<Vec<_>>().as_slice(),
        ['[', ' ' | 'x' | 'X', ']']
    );
    if is_box && shape == Shape::Item {
        chars = trimmed(chars.get(3..).unwrap_or_default());
    }
    let digits = chars.iter().take_while(|(c, _)| c.is_ascii_digit()).count();
    if (1..=2).contains(&digits)
        && chars.get(digits).is_some_and(|(c, _)| matches!(c, '.' | ')'))
        && chars.get(digits + 1).is_some_and(|(c, _)| c.is_whitespace())
    {
        shape = if shape == Shape::Heading { shape } else { Shape::Item };
        chars = trimmed(chars.get(digits + 1..).unwrap_or_default());
    }
    if chars.first().is_some_and(|(c, _)| *c == '|') {
        shape = Shape::Item;
    }
    let is_bold = is_marked_whole(chars);
    let kept: Vec<Placed> = without_emphasis(chars);
    let kept = trimmed(&kept);
    if !kept.iter().any(|(c, _)| c.is_alphanumeric()) {
        return None;
    }
    if is_bold && shape == Shape::Text {
        shape = Shape::Heading;
    }
    Some(Line {
        chars: kept.iter().map(|(c, _)| if c.is_whitespace() { ' ' } else { *c }).collect(),
        at: kept.iter().map(|(_, at)| *at).collect(),
        shape,
        after_gap,
    })
}

fn trimmed(chars: &[Placed]) -> &[Placed] {
    let start = chars.iter().position(|(c, _)| !c.is_whitespace()).unwrap_or(chars.len());
    let end = chars.iter().rposition(|(c, _)| !c.is_whitespace()).map_or(start, |end| end + 1);
    chars.get(start..end).unwrap_or_default()
}

/// Whether the whole line is bold in Markdown: `**Requirements**`.
fn is_marked_whole(chars: &[Placed]) -> bool {
    let text: String = chars.iter().map(|(c, _)| *c).collect();
    let text = text.trim_end_matches(':');
    let inner = text
        .strip_prefix("**")
        .and_then(|text| text.strip_suffix("**"))
        .or(text.strip_prefix("__").and_then(|text| text.strip_suffix("__")));
    inner.is_some_and(|inner| !inner.contains("**"))
}

/// Without `**`, `__`, backticks and the addresses of links.
fn without_emphasis(chars: &[Placed]) -> Vec<Placed> {
    let mut kept = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(&(c, position)) = chars.get(at) {
        let next = chars.get(at + 1).map(|(c, _)| *c);
        if matches!((c, next), ('*', Some('*')) | ('_', Some('_'))) {
            at += 2;
            continue;
        }
        if c == ']'
            && next == Some('(')
            && let Some(length) = chars.get(at..).and_then(|rest| rest.iter().position(|(c, _)| *c == ')'))
        {
            at += length + 1;
            continue;
        }
        if !matches!(c, '`' | '[' | ']') {
            kept.push((if c == '’' { '\'' } else { c }, position));
        }
        at += 1;
    }
    kept
}

/// Whether a line goes on with the sentence of the one before: a mail program or a copy has broken it.
fn continues(last: &Line, line: &Line) -> bool {
    let ends = last.chars.last().is_none_or(|c| matches!(c, '.' | ':' | '!' | '?' | ';'));
    let starts_low = line.chars.first().is_some_and(|c| c.is_lowercase() || matches!(c, '(' | ','));
    let is_long = last.chars.len() > 40;
    let open_comma = last.chars.last() == Some(&',');
    line.shape == Shape::Text
        && !line.after_gap
        && last.shape != Shape::Heading
        && !ends
        && is_long
        && (starts_low || open_comma || is_wrapped(last, line))
}

/// Whether the first word of a line would not have fitted on the line before, so that it was wrapped there.
fn is_wrapped(last: &Line, line: &Line) -> bool {
    const NARROWEST: usize = 60;
    let word = line.chars.iter().take_while(|c| !c.is_whitespace()).count();
    let last_line = last.at.last().map(|at| at.line);
    let width = last.at.iter().filter(|at| Some(at.line) == last_line).count();
    width >= NARROWEST && width + word >= 70
}

fn join(last: &mut Line, line: Line) {
    let gap = last.at.last().copied().unwrap_or_default();
    last.chars.push(' ');
    last.at.push(gap);
    last.chars.extend(line.chars);
    last.at.extend(line.at);
}
