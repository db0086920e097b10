//! Pages to send: a résumé, a cover letter, a job description. What is missing is a blank in square brackets.

pub mod job_description;
pub mod letter;
pub mod resume;
pub mod weak_spots;

use crate::coach::application::{LeftOut, Piece};
use crate::report::document::{Document, Role, Span, Spans};

/// Maximum things that are named in one sentence about what is left out.
const NAMED: usize = 8;

/// A blank to fill in: `[your e-mail]`.
fn blank(hint: &str) -> Span {
    Span::new(Role::Open, format!("[{hint}]")).said_as(format!("to fill in: {hint}"))
}

/// A text, or its blank.
fn piece(piece: &Piece, role: Role) -> Span {
    match piece {
        Piece::Said(text) => Span::new(role, text),
        Piece::Blank(hint) => blank(hint),
    }
}

/// A paragraph that is a blank.
fn add_blank(doc: &mut Document, hint: &str) {
    doc.spans(vec![blank(hint)]);
}

/// Pieces with a sign between them.
fn joined(pieces: impl IntoIterator<Item = Span>, between: &str) -> Spans {
    let mut spans = Spans::new();
    for piece in pieces {
        if !spans.is_empty() {
            spans.push(between.into());
        }
        spans.push(piece);
    }
    spans
}

/// What isn't in a draft, a sentence each.
#[must_use]
pub fn left_out(all: &[LeftOut]) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut whys: Vec<&str> = Vec::new();
    for one in all {
        if !whys.contains(&one.why) {
            whys.push(one.why);
        }
    }
    for why in whys {
        let what: Vec<&str> = all.iter().filter(|one| one.why == why).map(|one| one.what.as_str()).collect();
        let more = what.len().saturating_sub(NAMED);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let named = what.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
        sentences.push(format!("left out: {named}{more} ({why})"));
    }
    sentences
}
