//! Job ads: which one to read, under which name to keep it, how far an application has come, and how it ended.

use crate::ad::AdText;
use crate::profile::ads::{self, AdChange, AdState, KeptAd};
use crate::report::pages::capitalised;
use crate::session::{NamedKey, ReadAd, Session};
use crate::tui::dialogs::choice::{Choice, Then};
use crate::tui::dialogs::text::{Text, Verb};
use crate::tui::outcome::{Destination, Draft, Effect, Outcome};

/// The longest paste that is taken for the name of a file, in characters. An ad that is one long line is longer.
const LONGEST_NAME: usize = 300;

/// Asks for the file with the ad, beginning with a name; several pasted lines are the ad itself. `problem` is what is wrong with that
/// file, in a sentence without its end.
#[must_use]
pub fn ask_file(name: &str, problem: Option<&str>) -> Text<Outcome> {
    let hint =
        "Type its name: plain text, Markdown or HTML; ~/ is your home folder. Or paste the whole ad here.";
    let accept = |name: &str, _session: &Session| match name {
        "" => Err("Type the name of a file, for example ~/ad.txt, or paste the whole ad.".to_owned()),
        name => Ok(Outcome::effect(Effect::OpenAd(name.to_owned()))),
    };
    let lines = |text: &str, session: &Session| {
        take(text.as_bytes(), session).map_err(|problem| format!("{}.", capitalised(&problem)))
    };
    let dialog = Text::new("Read the job ad in which file?", hint, accept)
        .to(Verb::Read)
        .beginning_with(Some(name.to_owned()))
        .or_lines(lines);
    match problem {
        Some(problem) => dialog.with_problem(&format!("{}.", capitalised(problem))),
        None => dialog,
    }
}

/// Reads an ad and shows it. The error is a sentence without its end.
///
/// # Errors
/// Where the bytes are no ad.
pub fn take(bytes: &[u8], session: &Session) -> Result<Outcome, String> {
    let text = AdText::decode(bytes).map_err(|problem| problem.to_string())?;
    let fit = session.read_ad(&text).and_then(|ad| session.fit(ad)).map_err(|problem| problem.to_string())?;
    let draft = Draft { text: text.as_str().to_owned(), fit };
    Ok(Outcome::show(Destination::Ad(Box::new(draft))))
}

/// A pasted text: the ad itself, or the name of its file, which a terminal pastes where somebody drops the file on it.
#[must_use]
pub fn pasted(text: &str, session: &Session) -> Outcome {
    let line = text.trim();
    if !line.contains('\n') && line.chars().nth(LONGEST_NAME).is_none() {
        let name = line.trim_matches(['\'', '"']);
        return Outcome::dialog(ask_file(name, None));
    }
    take(text.as_bytes(), session)
        .unwrap_or_else(|problem| Outcome::said(format!("{}.", capitalised(&problem))))
}

/// Asks for the name under which an ad is kept.
#[must_use]
pub fn ask_name(session: &Session, draft: &Draft) -> Text<Outcome> {
    let kept = session.ads().unwrap_or_default();
    let is_taken = |name: &str| kept.iter().any(|read| read.kept.name == name);
    let suggested = ads::suggested_name(&draft.fit.ad.title, is_taken);
    let hint = "Such as the name of the firm. The ad is saved beside your profile, and nowhere else.";
    let text = draft.text.clone();
    let accept = move |name: &str, session: &Session| keep(name, &text, session);
    Text::new("Keep this job ad under which name?", hint, accept)
        .to(Verb::Keep)
        .beginning_with(Some(suggested))
}

fn keep(name: &str, text: &str, session: &Session) -> Result<Outcome, String> {
    let name = free_name(name, None, session)?;
    let key = session.key(NamedKey::AdState);
    let said = format!("Kept as {name}. {key} sets how far your application has come.");
    Ok(Outcome::ad(AdChange::Keep { name, text: text.to_owned() }).say(said))
}

/// The name as a file can have it, where no ad has it but `own`. The error is a sentence.
fn free_name(name: &str, own: Option<&str>, session: &Session) -> Result<String, String> {
    let sentence = |problem: ads::AdError| format!("{}.", capitalised(&problem.to_string()));
    let name = ads::file_name(name).map_err(sentence)?;
    let is_taken = session.ads().unwrap_or_default().iter().any(|read| read.kept.name == name);
    if is_taken && own != Some(&name) { Err(sentence(ads::AdError::Taken(name))) } else { Ok(name) }
}

/// Asks for another name of a kept ad.
#[must_use]
pub fn ask_new_name(ad: &ReadAd) -> Text<Outcome> {
    let before = ad.kept.name.clone();
    let title = format!("Keep {before} under which other name?");
    let hint = "Letters and digits, at most 60; its file is named after it.";
    let accept = {
        let before = before.clone();
        move |name: &str, session: &Session| rename(&before, name, session)
    };
    Text::new(title, hint, accept).to(Verb::Keep).beginning_with(Some(before))
}

fn rename(before: &str, name: &str, session: &Session) -> Result<Outcome, String> {
    let to = free_name(name, Some(before), session)?;
    if to == before {
        return Ok(Outcome::nothing());
    }
    let said = format!("{before} is kept as {to} now.");
    Ok(Outcome::ad(AdChange::Rename { name: before.to_owned(), to }).say(said))
}

/// Asks whether a kept ad is to be deleted. No undo brings it back, so the answer that is marked first keeps it.
#[must_use]
pub fn ask_to_delete(ad: &ReadAd) -> Choice<Outcome> {
    let name = ad.kept.name.clone();
    let delete: Then<Outcome> = Box::new(move |_| {
        let said = format!("{name} is deleted.");
        Outcome::ad(AdChange::Delete { name: name.clone() }).say(said)
    });
    let rows = vec![
        ("1 Keep it".to_owned(), Box::new(|_: &Session| Outcome::nothing()) as Then<Outcome>),
        ("2 Delete it; this can't be undone".to_owned(), delete),
    ];
    Choice::new(format!("Delete the job ad {}?", ad.kept.name), rows, 0)
}

/// Asks how far the application for a kept ad has come.
#[must_use]
pub fn ask_state(ad: &ReadAd) -> Outcome {
    let kept = &ad.kept;
    let rows = AdState::all().zip(1..).map(|(state, number): (AdState, u8)| {
        let row = format!("{number} {}", in_words(state));
        let kept = kept.clone();
        let then: Then<Outcome> = Box::new(move |_| moved_on(&kept, state));
        (row, then)
    });
    let at = AdState::all().position(|state| state == kept.state).unwrap_or_default();
    let title = format!("How far has your application for {} come?", kept.name);
    Outcome::dialog(Choice::new(title, rows.collect(), at))
}

const fn in_words(state: AdState) -> &'static str {
    match state {
        AdState::Found => "Found: not applied yet",
        AdState::Applied => "Applied",
        AdState::Interview => "Interview: invited or done",
        AdState::Offer => "Offer",
        AdState::Closed => "Closed: it is over",
    }
}

/// The state is saved at once, so that it can't be lost; where it is over, the user is asked how it ended.
fn moved_on(kept: &KeptAd, state: AdState) -> Outcome {
    let name = kept.name.clone();
    let said = format!("{name}: {}", state.name());
    let outcome = Outcome::ad(AdChange::State { name, state }).say(said);
    if state == AdState::Closed { outcome.ask(ask_outcome(kept)) } else { outcome }
}

fn ask_outcome(kept: &KeptAd) -> Text<Outcome> {
    let title = format!("How did it end with {}?", kept.name);
    let hint = "In your own words, only for you. It may stay empty.";
    let name = kept.name.clone();
    let accept = move |text: &str, _session: &Session| match ads::outcome(text) {
        Ok(outcome) => {
            let change = AdChange::Outcome { name: name.clone(), outcome: outcome.to_owned() };
            Ok(Outcome::ad(change))
        }
        Err(problem) => Err(format!("{}.", capitalised(&problem.to_string()))),
    };
    let before = (!kept.outcome.is_empty()).then(|| kept.outcome.clone());
    Text::new(title, hint, accept).beginning_with(before)
}
