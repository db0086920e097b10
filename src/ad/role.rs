//! Whether an ad is for the guide's job.

use super::parts::Clause;
use super::vocabulary::Words;
use super::{Finding, Need, Unknown};
use crate::guide::model::Guide;

/// Which job an ad is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Whether it is the guide's.
    pub is_of_guide: bool,
    /// Why, a sentence.
    pub why: String,
}

/// How many of the first clauses may name the job.
const HEAD: usize = 8;
/// So many technical findings make an ad without a clear title one of the guide's.
const ENOUGH: usize = 3;

/// Judges by the title, else by the sentences after it, else by what is asked.
pub fn judge(
    clauses: &[Clause<'_>],
    guide: &Guide,
    words: &Words,
    findings: &[Finding],
    unknown: &[Unknown],
) -> Role {
    let title = clauses.iter().filter(|clause| clause.is_title || clause.is_heading).take(2);
    let head = clauses.iter().take(HEAD);
    for clause in title.chain(head) {
        let of_guide = words.guide_roles.hits(&clause.tokens).into_iter().min_by_key(|hit| hit.start);
        let of_other = words.other_roles.hits(&clause.tokens).into_iter().min_by_key(|hit| hit.start);
        let said = |start: usize, end: usize| clause.raw(start, end);
        match (of_guide, of_other) {
            (Some(hit), None) => {
                return Role {
                    is_of_guide: true,
                    why: format!("the ad names the job: “{}”", said(hit.start, hit.end)),
                };
            }
            (None, Some(hit)) if clause.is_title || clause.is_heading => {
                let why = format!("the ad names another job: “{}”", said(hit.start, hit.end));
                return Role { is_of_guide: false, why };
            }
            // “Backend Engineer, Data Platform” is one, “Front-End Software Engineer” isn't.
            (Some(one), Some(other)) => {
                let is_of_guide = is_named_clearly(&said(one.start, one.end)) || one.start < other.start;
                let (start, end) = if is_of_guide { (one.start, one.end) } else { (other.start, other.end) };
                let job = if is_of_guide { "the job" } else { "another job" };
                return Role { is_of_guide, why: format!("the ad names {job}: “{}”", said(start, end)) };
            }
            (None, _) => {}
        }
    }
    by_content(guide, findings, unknown)
}

/// Whether a title leaves no doubt about the side of the wire.
fn is_named_clearly(said: &str) -> bool {
    let low = said.to_lowercase();
    ["back", "server", "api"].iter().any(|word| low.contains(word))
}

fn by_content(guide: &Guide, findings: &[Finding], unknown: &[Unknown]) -> Role {
    let asked = findings.iter().filter(|finding| finding.need == Need::Required).count();
    let foreign = unknown.iter().filter(|unknown| unknown.need == Need::Required).count();
    let is_of_guide = asked >= ENOUGH && asked > foreign;
    let why = if is_of_guide {
        format!("it names no job, but asks for {asked} skills of a {}", guide.title.to_lowercase())
    } else {
        format!("it names no job that this guide knows, and asks for {asked} of its skills")
    };
    Role { is_of_guide, why }
}
