//! Handing something over to other programs: to the clipboard, or to a browser.

use crate::report::document::Target;
use crate::report::layout::MEASURE;
use crate::report::pages::hits;
use crate::report::text;
use crate::session::{NamedKey, Session};
use crate::tui::outcome::{Effect, Outcome};
use crate::tui::screen::Reading;

/// Maximum length of a text for the clipboard, in bytes: many terminals take no more.
const LONGEST: usize = 74_000;

/// Copies the marked link, its address or the command that shows it, else the page in view.
pub fn copy(session: &Session, reading: Option<Reading<'_>>) -> Outcome {
    let Some(Reading { page, marked, .. }) = reading else {
        return Outcome::said("There is no page to copy here.");
    };
    let (text, what) = match marked {
        Some(Target::Address(address)) => (address.clone(), address),
        Some(Target::Page(link)) => (hits::open_with(&link), hits::open_with(&link)),
        None => {
            let title = page.title().map(|title| format!("the page \u{201c}{title}\u{201d}"));
            (text::unstyled(&page, MEASURE), title.unwrap_or_else(|| "the page in view".to_owned()))
        }
    };
    if text.len() > LONGEST {
        let key = session.key(NamedKey::Export);
        return Outcome::said(format!(
            "This page is too long for the clipboard. {key} exports it to a file."
        ));
    }
    Outcome::effect(Effect::Copy(text)).say(format!("Copied: {what}"))
}

/// Opens the marked address, or the only one on the page.
pub fn open(session: &Session, reading: Option<Reading<'_>>) -> Outcome {
    let Some(Reading { page, marked, .. }) = reading else {
        return Outcome::said("There is no web address here.");
    };
    if let Some(Target::Address(address)) = marked {
        return Outcome::effect(Effect::Open(address));
    }
    let mut addresses = page.links().filter_map(|target| match target {
        Target::Address(address) => Some(address),
        Target::Page(_) => None,
    });
    match (addresses.next(), addresses.next()) {
        (Some(only), None) => Outcome::effect(Effect::Open(only.clone())),
        (Some(_), Some(_)) => {
            let key = session.key(NamedKey::NextLink);
            Outcome::said(format!("Mark a web address first: {key} goes from link to link."))
        }
        (None, _) => Outcome::said("There is no web address on this page."),
    }
}
