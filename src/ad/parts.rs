//! The sentences of an ad, each with the part of the ad in which it stands.

use super::lines::{Line, Shape};
use super::tokens::{Token, tokens};
use super::vocabulary::{Part, Words};

/// The most words of a heading.
const HEADING: usize = 9;
/// The most words and marks of a title.
const TITLE: usize = 30;
/// A longer sentence is no sentence; it is cut, so that reading any text takes time in proportion to its length.
const SENTENCE: usize = 300;
/// The most words of a label before a colon: `Nice to have: Kafka`.
const LABEL: usize = 6;
/// A paragraph of this many words behind a list belongs to the list's part no longer.
const PARAGRAPH: usize = 10;

/// A sentence, an item of a list, or a heading.
#[derive(Debug, Clone)]
pub struct Clause<'a> {
    /// The line in which it stands.
    pub line: &'a Line,
    /// Its words.
    pub tokens: Vec<Token>,
    /// The part of the ad, where a heading or a label names it.
    pub part: Option<Part>,
    /// Whether it is the title of the job.
    pub is_title: bool,
    /// Whether it heads a part.
    pub is_heading: bool,
}

impl Clause<'_> {
    /// The words between two tokens as they are written.
    pub fn raw(&self, start: usize, end: usize) -> String {
        let from = self.tokens.get(start).map_or(0, |token| token.start);
        let to = end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(from, |token| token.end);
        self.line.chars.get(from..to).unwrap_or_default().iter().collect()
    }

    /// The whole clause as it is written.
    pub fn text(&self) -> String {
        self.raw(0, self.tokens.len())
    }
}

/// The sentences of an ad, in reading order.
pub fn clauses<'a>(lines: &'a [Line], words: &Words) -> Vec<Clause<'a>> {
    let mut clauses = Vec::new();
    let mut part = None;
    let mut had_items = false;
    for (number, line) in lines.iter().enumerate() {
        let all = tokens(&line.chars);
        // A whole ad in one paragraph has no title.
        let is_title = number == 0 && all.len() <= TITLE;
        let head = if is_title { None } else { heading(line, &all, words) };
        if let Some(headed) = head {
            part = headed;
            had_items = false;
            clauses.push(Clause { line, tokens: all, part: None, is_title, is_heading: true });
            continue;
        }
        let words_of_line = all.iter().filter(|token| !token.is_mark()).count();
        if line.shape == Shape::Text && had_items && line.after_gap && words_of_line >= PARAGRAPH {
            part = None;
        }
        had_items |= line.shape == Shape::Item;
        // A label holds for its sentence, and on its line until a sentence speaks to the applicant.
        let mut here = part;
        for sentence in sentences(&all) {
            let (labelled, rest) = label(&sentence, words);
            let is_over = here == Some(Part::Ignored) || speaks_to_applicant(&sentence);
            let kept = if is_over { part } else { here };
            here = labelled.or(kept);
            let tokens = rest.to_vec();
            clauses.push(Clause { line, tokens, part: here, is_title, is_heading: false });
        }
    }
    clauses
}

/// The part that a line heads: `Some(None)` for a heading of an unknown part.
fn heading(line: &Line, tokens: &[Token], words: &Words) -> Option<Option<Part>> {
    // What stands in brackets explains the heading.
    let opening = tokens.iter().position(|token| token.raw == "(").filter(|at| *at > 0);
    let spoken = tokens.iter().take(opening.unwrap_or(tokens.len())).filter(|token| !token.is_mark());
    let spoken: Vec<Token> = spoken.cloned().collect();
    if spoken.is_empty() || spoken.len() > HEADING {
        return None;
    }
    let ends_with = |mark: &str| tokens.last().is_some_and(|token| token.raw == mark);
    let has_letters = line.chars.iter().any(|c| c.is_alphabetic());
    let is_caps = has_letters && !line.chars.iter().any(|c| c.is_lowercase()) && spoken.len() > 1;
    let is_marked = line.shape == Shape::Heading;
    let named = part_of(&spoken, words);
    if is_marked || [":", "…"].iter().any(|mark| ends_with(mark)) {
        return Some(named.map(|(part, _)| part));
    }
    if line.shape == Shape::Item || ends_with(".") || tokens.iter().any(|token| token.raw == ":") {
        return None;
    }
    match named {
        Some((part, whole))
            if whole || is_caps || ends_with("?") || (line.after_gap && spoken.len() <= 5) =>
        {
            Some(Some(part))
        }
        _ => is_caps.then_some(None).filter(|_| line.after_gap),
    }
}

/// The part that some words name, and whether they say nothing else.
fn part_of(spoken: &[Token], words: &Words) -> Option<(Part, bool)> {
    let hits = words.headings.hits(spoken);
    // `Not required, but nice` is what it says last.
    let strongest =
        [Part::Nice, Part::Denied].into_iter().find(|part| hits.iter().any(|hit| hit.value == *part));
    let best =
        hits.into_iter().filter(|hit| strongest.is_none_or(|part| hit.value == part)).max_by_key(|hit| {
            let length = hit.end - hit.start;
            let starts = hit.start == 0 || hit.end == spoken.len();
            (length, starts, std::cmp::Reverse(hit.value))
        })?;
    let length = best.end - best.start;
    let fits = length >= 2 || best.start == 0 || best.end == spoken.len();
    // `The stack you will work with` is the person's own.
    let is_own = best.value == Part::Stack
        && speaks_to_applicant(spoken)
        && spoken.iter().any(|token| matches!(token.key.as_str(), "use" | "work"));
    fits.then_some((if is_own { Part::Duties } else { best.value }, length == spoken.len()))
}

/// Whether a sentence speaks to the applicant.
pub fn speaks_to_applicant(tokens: &[Token]) -> bool {
    const ADDRESSEES: [&str; 16] = [
        "you", "you'll", "you'd", "you've", "you're", "du", "dir", "dich", "sie", "vous", "tu", "ti",
        "usted", "você", "te", "tú",
    ];
    // German `sie` means the applicant only with a capital letter.
    tokens.iter().any(|token| {
        ADDRESSEES.contains(&token.raw.to_lowercase().as_str()) && (token.key != "sie" || token.is_capital())
    })
}

/// The part that a label before a colon names, and the words behind it.
fn label<'t>(all: &'t [Token], words: &Words) -> (Option<Part>, &'t [Token]) {
    let Some(colon) = all.iter().take(LABEL + 3).position(ends_label) else { return (None, all) };
    let spoken: Vec<Token> = all.iter().take(colon).filter(|token| !token.is_mark()).cloned().collect();
    if spoken.is_empty() || spoken.len() > LABEL {
        return (None, all);
    }
    match part_of(&spoken, words) {
        Some((part, true)) => (Some(part), all.get(colon + 1..).unwrap_or_default()),
        Some((_, false)) if all.get(colon).is_some_and(|token| token.raw != ":") => (None, all),
        // `Good English is essential: …` is a label and a statement.
        Some((part, false)) => (Some(part), all),
        None => (None, all),
    }
}

/// A colon, a dash or a picture ends a label.
fn ends_label(token: &Token) -> bool {
    let is_picture = |c: char| u32::from(c) >= 0x2190 && !c.is_alphanumeric();
    matches!(token.raw.as_str(), ":" | "–" | "—") || token.raw.chars().all(is_picture)
}

/// Abbreviations whose dot ends no sentence.
const ABBREVIATIONS: [&str; 24] = [
    "e.g", "i.e", "z.b", "ca", "bzw", "inkl", "incl", "vs", "mind", "sr", "jr", "approx", "o.ä", "u.a",
    "d.h", "p.ej", "ej", "ex", "bspw", "ggf", "evtl", "usw", "min", "max",
];

fn sentences(tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut sentences = vec![Vec::new()];
    for (at, token) in tokens.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_end = match token.raw.as_str() {
            "." => !previous
                .is_some_and(|previous| ABBREVIATIONS.contains(&previous.raw.to_lowercase().as_str())),
            "!" | "?" | ";" => true,
            // `Köln · remote`, but not `développeur·euse`.
            "·" | "•" => previous.is_none_or(|previous| previous.end < token.start),
            _ => false,
        };
        let is_long = sentences.last().is_some_and(|last| last.len() >= SENTENCE);
        if is_end || is_long {
            sentences.push(Vec::new());
        }
        if let Some(last) = sentences.last_mut().filter(|_| !is_end) {
            last.push(token.clone());
        }
    }
    sentences.retain(|sentence| sentence.iter().any(|token| !token.is_mark()));
    sentences
}
