//! How much a sentence asks for what it names.

use super::Need;
use super::lines::Shape;
use super::parts::{Clause, speaks_to_applicant};
use super::tokens::Token;
use super::vocabulary::{Cue, Hit, Part, Words};

/// The cues of a clause, and which of its tokens belong to names of skills and tools.
pub struct Context<'c> {
    clause: &'c Clause<'c>,
    cues: Vec<Hit<Cue>>,
    named: &'c [bool],
    /// Whether the clause speaks to the applicant.
    has_addressee: bool,
    /// What the last column of a table row says.
    column: Option<Need>,
}

/// Words that may stand between a denial and what it denies.
const LINKS: &[&str] = &[
    "besoin",
    "connaître",
    "de",
    "le",
    "la",
    "du",
    "conocer",
    "conhecer",
    "saber",
    "know",
    "build",
    "touch",
    "run",
    "write",
    "learn",
    "speak",
    "do",
    "trabalhamos",
    "usamos",
    "or",
    "nor",
    "and",
    "any",
    "a",
    "an",
    "the",
    "experience",
    "knowledge",
    "of",
    "with",
    "in",
    "prior",
    "previous",
    "single",
    "more",
    "need",
    "for",
    "use",
    "using",
    "is",
    "are",
    "oder",
    "und",
    "noch",
    "ou",
    "o",
    "ni",
    "et",
    "y",
    "e",
    "expertise",
    "skill",
    "to",
];
/// Words that begin a statement of its own.
const SUBJECTS: [&str; 13] =
    ["you", "we", "du", "sie", "wir", "vous", "nous", "tu", "must", "usted", "você", "nosotros", "i"];

impl<'c> Context<'c> {
    /// Finds the cues of a clause.
    pub fn new(clause: &'c Clause<'c>, named: &'c [bool], words: &Words) -> Self {
        let cues = words.cues.iter().flat_map(|phrases| phrases.hits(&clause.tokens)).collect();
        Self {
            clause,
            cues,
            named,
            has_addressee: speaks_to_applicant(&clause.tokens),
            column: column(&clause.tokens),
        }
    }

    /// How much the clause asks for what stands at these tokens; `None` where it denies it or doesn't mean the applicant.
    pub fn need(&self, start: usize, end: usize) -> Option<Need> {
        if self.is_denied(start, end) || self.is_ignored() {
            return None;
        }
        if matches!(self.clause.part, Some(Part::Ignored | Part::Denied)) {
            return None;
        }
        if self.clause.is_title {
            return Some(Need::Required);
        }
        if self.is_nice(start, end) {
            return Some(Need::Nice);
        }
        let tells = self.has(Cue::Mentioned);
        let asks = self.has(Cue::Required) || (!tells && self.has_addressee);
        if let Some(wanted) = self.column {
            return Some(wanted);
        }
        let is_explicit = self.cues.iter().any(|hit| hit.value == Cue::Required && self.is_strict(hit));
        Some(match self.clause.part {
            Some(Part::Duties) if tells && !self.has_addressee => Need::Mentioned,
            Some(Part::Required | Part::Duties) => Need::Required,
            Some(Part::Nice) if is_explicit => Need::Required,
            Some(Part::Nice) => Need::Nice,
            Some(Part::Stack) if is_explicit => Need::Required,
            Some(Part::Stack) => Need::Mentioned,
            Some(Part::About | Part::Ignored | Part::Denied) if asks && !tells => Need::Required,
            Some(Part::About | Part::Ignored | Part::Denied) => Need::Mentioned,
            None if self.clause.is_heading => Need::Mentioned,
            None if self.clause.line.shape == Shape::Item && !self.tells_first() => Need::Required,
            None if asks && (!tells || self.last_before(start) == Some(Cue::Required)) => Need::Required,
            None if self.is_addressed_before(start) || self.is_bare_list() => Need::Required,
            None => Need::Mentioned,
        })
    }

    fn has(&self, cue: Cue) -> bool {
        self.cues.iter().any(|hit| hit.value == cue)
    }

    /// Whether the clause says something without naming who does it, so that the sentence before goes on in it.
    pub fn is_fragment(&self) -> bool {
        const OURS: [&str; 14] = [
            "we", "our", "us", "wir", "unser", "unsere", "nous", "notre", "nuestro", "nuestra", "nosso",
            "nossa", "it", "they",
        ];
        self.cues.iter().all(|hit| !matches!(hit.value, Cue::Mentioned | Cue::Ignored))
            && !self.clause.tokens.iter().any(|token| OURS.contains(&token.raw.to_lowercase().as_str()))
    }

    /// The nearest cue before a token that says whether something is asked or told.
    fn last_before(&self, start: usize) -> Option<Cue> {
        let before = self.cues.iter().filter(|hit| hit.end <= start);
        let speaking = before.filter(|hit| matches!(hit.value, Cue::Required | Cue::Mentioned));
        speaking.max_by_key(|hit| hit.end).map(|hit| hit.value)
    }

    /// Whether the clause is a list of names and nothing else: `Go, Postgres, k8s`.
    fn is_bare_list(&self) -> bool {
        let is_joint =
            |key: &str| matches!(key, "and" | "or" | "und" | "oder" | "et" | "ou" | "y" | "e" | "o");
        let mut tokens = self.clause.tokens.iter().enumerate();
        tokens.all(|(at, token)| self.is_named(at) || token.is_mark() || is_joint(&token.key))
    }

    /// Whether the clause begins with what the firm has or does.
    fn tells_first(&self) -> bool {
        const FIRST: usize = 3;
        self.cues.iter().any(|hit| hit.value == Cue::Mentioned && hit.start < FIRST)
    }

    /// Whether the clause speaks to the applicant before a token, and of the firm only behind it.
    fn is_addressed_before(&self, start: usize) -> bool {
        let before = self.clause.tokens.get(..start).unwrap_or_default();
        self.last_before(start).is_none() && speaks_to_applicant(before)
    }

    /// Whether a cue is one of the words that leave no choice.
    fn is_strict(&self, hit: &Hit<Cue>) -> bool {
        const STRICT: [&str; 9] = [
            "must",
            "required",
            "essential",
            "mandatory",
            "zwingend",
            "erforderlich",
            "imprescindible",
            "obligatorio",
            "indispensable",
        ];
        let tokens = self.clause.tokens.get(hit.start..hit.end).unwrap_or_default();
        tokens.iter().any(|token| STRICT.contains(&token.key.as_str()))
    }

    fn is_ignored(&self) -> bool {
        self.has(Cue::Ignored)
            && !matches!(self.clause.part, Some(Part::Required | Part::Nice | Part::Duties))
    }

    /// Whether a denial stands right before or right behind, with nothing but its like in between.
    pub fn is_denied(&self, start: usize, end: usize) -> bool {
        if self.column.is_some() {
            return false;
        }
        let tokens = &self.clause.tokens;
        self.cues.iter().any(|hit| match hit.value {
            Cue::NegatedBefore if hit.end <= start => {
                let is_only = tokens.get(hit.end).is_some_and(|token| {
                    matches!(
                        token.key.as_str(),
                        "only" | "just" | "objection" | "problem" | "nur" | "solo" | "seulement"
                    )
                });
                !is_only && self.is_linked(hit.end, start) && !self.is_part_of_other_cue(hit)
            }
            Cue::NegatedAfter if hit.start >= end => self.is_linked(end, hit.start),
            _ => false,
        })
    }

    /// `no` in `not required` and `not` in `not only` deny something else.
    fn is_part_of_other_cue(&self, hit: &Hit<Cue>) -> bool {
        self.cues.iter().any(|other| {
            matches!(other.value, Cue::NegatedAfter | Cue::NiceAfter | Cue::NiceBefore)
                && other.start <= hit.start
                && hit.end <= other.end
                && other.end - other.start > hit.end - hit.start
        })
    }

    /// Whether the part of the sentence between two commas denies anything: `nobody is on call here`.
    pub fn is_denied_widely(&self, start: usize, end: usize) -> bool {
        let is_comma = |at: &usize| self.clause.tokens.get(*at).is_some_and(|token| token.raw == ",");
        let from = (0..start).rev().find(is_comma).map_or(0, |comma| comma + 1);
        let to = (end..self.clause.tokens.len()).find(is_comma).unwrap_or(self.clause.tokens.len());
        let denies = |hit: &&Hit<Cue>| matches!(hit.value, Cue::NegatedBefore | Cue::NegatedAfter);
        let has_cue = self.cues.iter().filter(denies).any(|hit| from <= hit.start && hit.end <= to);
        let has_none = self
            .clause
            .tokens
            .get(end..to)
            .unwrap_or_default()
            .iter()
            .take(4)
            .any(|token| token.key == "none");
        self.column.is_none() && (has_cue || has_none || self.is_denied(start, end))
    }

    fn is_linked(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            let is_named = self.named.get(at).copied().unwrap_or_default();
            is_named
                || self.clause.tokens.get(at).is_some_and(|token| {
                    matches!(token.raw.as_str(), "," | "/" | "(" | ")" | "\"" | "|")
                        || LINKS.contains(&token.key.as_str())
                })
        })
    }

    fn is_nice(&self, start: usize, end: usize) -> bool {
        self.cues.iter().any(|hit| match hit.value {
            Cue::NiceBefore => {
                hit.end <= start && !self.is_negated_cue(hit) && !self.is_strict_between(hit.end, start)
            }
            Cue::NiceAfter => {
                hit.start >= end && !self.has_barrier(end, hit.start) && !self.is_negated_cue(hit)
            }
            _ => false,
        })
    }

    /// `not nice to have but required`.
    fn is_negated_cue(&self, hit: &Hit<Cue>) -> bool {
        hit.start
            .checked_sub(1)
            .and_then(|before| self.clause.tokens.get(before))
            .is_some_and(|token| matches!(token.key.as_str(), "not" | "nicht" | "pas" | "no" | "não"))
    }

    fn is_strict_between(&self, from: usize, to: usize) -> bool {
        self.cues.iter().any(|hit| {
            hit.value == Cue::Required && from <= hit.start && hit.end <= to && self.is_strict(hit)
        })
    }

    /// Whether a comma between a name and what is said behind ends the statement about the name: `You know Python, Kafka is a plus`.
    fn has_barrier(&self, end: usize, cue: usize) -> bool {
        let tokens = &self.clause.tokens;
        (end..cue).any(|at| {
            let Some(token) = tokens.get(at) else { return false };
            let is_but = matches!(token.key.as_str(), "but" | "aber" | "mais" | "pero" | "mas");
            if is_but && (at..cue).any(|at| self.is_named(at)) {
                return true;
            }
            if token.raw != "," && token.raw != "–" && token.raw != "|" {
                return false;
            }
            // What follows the comma has a name of its own, and what stands before it doesn't go on as a list would.
            let follows = (at..cue).any(|at| self.is_named(at));
            let ends_with_name = at.checked_sub(1).is_some_and(|before| self.is_named(before));
            let has_subject = tokens.iter().take(at).any(|token| SUBJECTS.contains(&token.key.as_str()));
            follows && (!ends_with_name || has_subject)
        })
    }

    fn is_named(&self, at: usize) -> bool {
        self.named.get(at).copied().unwrap_or_default()
    }
}

/// What the last column of a table row says: `Kafka | good | yes`.
fn column(tokens: &[Token]) -> Option<Need> {
    if tokens.iter().filter(|token| token.raw == "|").count() < 2 {
        return None;
    }
    let bar = tokens.iter().rposition(|token| token.raw == "|")?;
    let last = tokens.get(bar + 1..)?.iter().find(|token| !token.is_mark())?;
    match last.key.as_str() {
        "yes" | "ja" | "oui" | "sí" | "sim" | "must" => Some(Need::Required),
        "no" | "nein" | "non" | "não" => Some(Need::Nice),
        _ => None,
    }
}
