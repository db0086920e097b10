//! Interview questions.

use super::hash;
use super::id::{QuestionId, SkillId};
use super::scale::Rating;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// An interview question about a skill.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewQuestion {
    /// The rating that a good answer shows, 1 to 5.
    pub tests: Rating,
    /// The question, as an interviewer asks it.
    pub ask: String,
    /// The points that a good answer makes, two to six, a sentence each.
    #[serde(rename = "good_answer")]
    pub points: Vec<String>,
    /// What the interviewer asks next.
    pub follow_up: String,
    /// What the answer tells the interviewer.
    pub tells: String,
}

impl InterviewQuestion {
    /// The id of the question in its skill: the skill's id and a hash of the wording. A reworded question is a new one.
    #[must_use]
    pub fn id(&self, skill: &SkillId) -> QuestionId {
        QuestionId::of(skill, &hash::of_texts([self.ask.as_str()]))
    }

    /// The points of a good answer as one text.
    #[must_use]
    pub fn good_answer(&self) -> String {
        self.points.join(" ")
    }
}

impl Serialize for InterviewQuestion {
    /// For programs the good answer is both one text and its points; the compact form has the points only.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_readable = serializer.is_human_readable();
        let fields = if is_readable { 6 } else { 5 };
        let mut question = serializer.serialize_struct("InterviewQuestion", fields)?;
        question.serialize_field("tests", &self.tests)?;
        question.serialize_field("ask", &self.ask)?;
        if is_readable {
            question.serialize_field("good_answer", &self.good_answer())?;
        }
        question.serialize_field("points", &self.points)?;
        question.serialize_field("follow_up", &self.follow_up)?;
        question.serialize_field("tells", &self.tells)?;
        question.end()
    }
}

#[cfg(test)]
mod tests {
    use super::InterviewQuestion;
    use crate::guide::scale::Rating;

    fn question(ask: &str) -> InterviewQuestion {
        InterviewQuestion {
            tests: Rating::Assisted,
            ask: ask.to_owned(),
            points: vec!["One.".to_owned(), "Two.".to_owned()],
            follow_up: "And then?".to_owned(),
            tells: "Much.".to_owned(),
        }
    }

    #[test]
    fn another_wording_is_another_question() {
        let (sql, git) = ("sql".parse().expect("an id"), "git".parse().expect("an id"));
        assert_eq!(question("a").id(&sql).as_str(), "sql-089be207b544f1e4");
        assert_ne!(question("a").id(&sql), question("b").id(&sql));
        assert_ne!(question("a").id(&sql), question("a").id(&git));
    }

    #[test]
    fn the_compact_form_holds_it_and_programs_get_one_text_too() {
        let question = question("Why?");
        let bytes = postcard::to_stdvec(&question).expect("encoded");
        assert_eq!(postcard::from_bytes::<InterviewQuestion>(&bytes).expect("decoded"), question);
        let json = serde_json::to_value(&question).expect("JSON");
        assert_eq!(json["good_answer"], "One. Two.");
        assert_eq!(json["points"][1], "Two.");
    }
}
