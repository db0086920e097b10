//! Pages to send: a résumé, a cover letter, a job description. What is missing is a blank in square brackets.

pub mod job_description;
pub mod letter;
pub mod resume;
pub mod weak_spots;

use crate::coach::application::{LeftOut, Piece, Why};
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

/// What isn't in a draft and why, a sentence for each reason with some of the names.
#[must_use]
pub fn left_out(all: &[LeftOut]) -> Vec<String> {
    let sentence = |(why, names): (Why, Vec<&str>)| {
        let more = names.len().saturating_sub(NAMED);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
        format!("left out: {named}{more} ({})", why.words())
    };
    by_reason(all).map(sentence).collect()
}

/// The same without names, in one sentence; nothing where all is in the draft.
#[must_use]
pub fn left_out_in_short(all: &[LeftOut]) -> Option<String> {
    let counted: Vec<String> = by_reason(all).map(|(why, names)| why.counted(names.len())).collect();
    (!counted.is_empty()).then(|| format!("left out: {}", counted.join(", ")))
}

/// The same with all names, below a preview.
pub fn add_left_out(doc: &mut Document, all: &[LeftOut]) {
    if all.is_empty() {
        return;
    }
    doc.heading("Left out of the file");
    for (why, names) in by_reason(all) {
        doc.item(vec![format!("{} ({})", names.join("; "), why.words()).into()]);
    }
}

/// The names of what is left out, by the reason.
fn by_reason(all: &[LeftOut]) -> impl Iterator<Item = (Why, Vec<&str>)> {
    let names = move |why: Why| {
        let names = all.iter().filter(move |one| one.why == why).map(|one| one.what.as_str());
        (why, names.collect::<Vec<_>>())
    };
    Why::all().map(names).filter(|(_, names)| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<LeftOut> {
        let of = |why, names: &[&str]| -> Vec<LeftOut> {
            names.iter().map(|name| LeftOut { what: (*name).to_owned(), why }).collect()
        };
        let skills = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
        [of(Why::Unproved, &skills), of(Why::JobTooMany, &["Clerk"])].concat()
    }

    #[test]
    fn what_is_left_out_is_named_with_its_reason() {
        let expected = [
            "left out: Clerk (there is no room for more jobs)",
            "left out: A; B; C; D; E; F; G; H; and 2 more (its rating is a claim, without an example or a link)",
        ];
        assert_eq!(left_out(&some()), expected);
    }

    #[test]
    fn in_short_it_is_counted() {
        let expected = "left out: one older job, 10 skills that are not proved";
        assert_eq!(left_out_in_short(&some()).as_deref(), Some(expected));
        assert_eq!(left_out_in_short(&[]), None);
    }
}
