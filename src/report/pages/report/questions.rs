//! Questions for a mentor, in the words of who asks them.

use crate::coach::mentor::MentorQuestion;
use crate::guide::id::SkillId;
use crate::guide::scale::Rating;
use crate::report::document::{Document, Span};
use crate::report::pages::GuideView;
use crate::session::{Handover, Session};

/// Adds the questions, numbered, and a blank for one's own.
pub(super) fn add(book: GuideView<'_>, session: &Session, handover: &Handover<'_>, doc: &mut Document) {
    for (nth, question) in handover.questions.iter().enumerate() {
        doc.marked(format!("{}.", nth + 1), vec![words(book, session, question).into()]);
    }
    let marker = format!("{}.", handover.questions.len() + 1);
    doc.marked(marker, vec![Span::blank("a question of my own")]);
}

/// A question in one or two sentences.
#[must_use]
pub fn words(book: GuideView<'_>, session: &Session, question: &MentorQuestion) -> String {
    let says = |skill: &SkillId, rating: Rating| {
        let skill = book.library.skill(skill);
        skill.map_or_else(String::new, |skill| format!("\u{201c}{}\u{201d}", skill.anchors.of(rating).text()))
    };
    match question {
        MentorQuestion::Reach { skill, from, to } => format!(
            "I rate {} {}, and {} is needed: {} Which work could get me there?",
            book.skill_short(skill),
            from.number(),
            to.number(),
            says(skill, *to)
        ),
        MentorQuestion::Prove { skill, rating } => format!(
            "I rate {} {}, but I have no proof: {} What would convince you? Do you know anyone who could confirm it?",
            book.skill_short(skill),
            rating.number(),
            says(skill, *rating)
        ),
        MentorQuestion::Rate { skill, required } => format!(
            "I haven't rated {}, and {} is needed: {} From what you know of my work, is that true of me?",
            book.skill_short(skill),
            required.number(),
            says(skill, *required)
        ),
        MentorQuestion::Role { skill, to } => format!(
            "{} {} needs a job that gives me this role: {} Where could I get it?",
            book.skill_short(skill),
            to.number(),
            says(skill, *to)
        ),
        MentorQuestion::InTime { by } => {
            let hours = session.hours_per_week();
            let pace = hours.map_or_else(String::new, |hours| {
                format!(" at {} a week", crate::report::pages::hours_in_words(hours))
            });
            format!(
                "Not every step fits before {by}{pace}. Which would you leave out, or is the day too early?"
            )
        }
    }
}
