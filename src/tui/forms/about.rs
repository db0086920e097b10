//! Questions about the person: years, education, hours, application kit, and the date to be ready by.

use crate::profile::about::Topic;
use crate::report::pages::{capitalised, readiness};
use crate::session::{NamedKey, Session, date_ahead};
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::dialogs::text::Text;
use crate::tui::outcome::Outcome;

/// Asks which question to answer, the first open one marked.
#[must_use]
pub fn choose(session: &Session) -> Choice<Outcome> {
    let about = &session.profile().about;
    let rows = Topic::all().zip(1..).map(|(topic, number)| {
        let then: Then<Outcome> = Box::new(move |session| Outcome::dialog(ask(session, topic)));
        (format!("{number} {}", readiness::ask(topic)), then)
    });
    let open = Topic::all().position(|topic| about.is_open(topic));
    let answers = Topic::all().map(|topic| about.words(topic).unwrap_or("not answered").to_owned());
    Choice::new("Questions about you", rows.collect(), open.unwrap_or_default())
        .with_asides(answers.collect())
}

/// Asks a question.
#[must_use]
pub fn ask(session: &Session, topic: Topic) -> Dialog<Outcome> {
    match topic {
        Topic::Resume | Topic::CoverLetter | Topic::Interviews => ask_how_far(session, topic).into(),
        Topic::Years => ask_text(
            session,
            topic,
            "For example 3, 1.5 or 18 months; 0 for none yet. Leave it empty to answer later.",
        )
        .into(),
        Topic::Education => {
            let hint = "For example degree, degree in another field, apprenticeship, bootcamp or self-taught";
            ask_text(session, topic, hint).into()
        }
        Topic::HoursPerWeek => {
            ask_text(session, topic, "A number of hours, for example 6. Leave it empty to answer later.")
                .into()
        }
    }
}

fn ask_how_far(session: &Session, topic: Topic) -> Choice<Outcome> {
    let answers = [("1 Yes", "yes"), ("2 Begun", "begun"), ("3 No, not yet", "no"), ("4 Answer later", "")];
    let said = session.profile().about.words(topic);
    let at = answers.iter().position(|(_, answer)| said == Some(*answer));
    let rows = answers.map(|(row, answer)| {
        let then: Then<Outcome> = Box::new(move |session| tell(session, topic, answer).unwrap_or_default());
        (row.to_owned(), then)
    });
    Choice::new(readiness::ask(topic), rows.into(), at.unwrap_or_default())
}

fn ask_text(session: &Session, topic: Topic, hint: &str) -> Text<Outcome> {
    let said = session.profile().about.words(topic).map(str::to_owned);
    let accept = move |text: &str, session: &Session| tell(session, topic, text);
    Text::new(readiness::ask(topic), hint, accept).beginning_with(said)
}

/// Asks for the day by which the target should be reached.
#[must_use]
pub fn ask_deadline(session: &Session) -> Text<Outcome> {
    let said = session.deadline().map(|day| day.to_string());
    let hint = "A date, for example 2027-06-30. Leave it empty for no date.";
    let accept = |text: &str, session: &Session| {
        let day = if text.is_empty() {
            None
        } else {
            Some(date_ahead(text, session.today()).map_err(|problem| sentence(&problem))?)
        };
        Ok(Outcome::act(session.set_deadline(day)))
    };
    Text::new("By which date do you want to be ready?", hint, accept).beginning_with(said)
}

/// What is wrong, as a whole sentence.
fn sentence(problem: &str) -> String {
    format!("{}.", capitalised(problem.trim_end_matches('.')))
}

fn tell(session: &Session, topic: Topic, text: &str) -> Result<Outcome, String> {
    let act = session.answer(topic, text).map_err(|problem| sentence(&problem.to_string()))?;
    let before = session.profile().about.words(topic).map(str::to_owned);
    let said = move |session: &Session| {
        let is_same = session.profile().about.words(topic) == before.as_deref();
        (!is_same).then(|| format!("Saved · {} undoes", session.key(NamedKey::Undo)))
    };
    Ok(Outcome::act(act).say_after(said))
}
