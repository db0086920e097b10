//! The weak spots of a résumé.

use crate::coach::application::weak_spots::{LONGEST, WeakSpot};
use crate::guide::id::Link;
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::pages::{GuideView, count};

/// All weak spots, those of one kind together.
#[must_use]
pub fn page(book: GuideView<'_>, spots: &[WeakSpot]) -> Document {
    let mut doc = Document::titled("Weak spots of your résumé");
    if spots.is_empty() {
        doc.paragraph("None that coach knows of.");
        return doc;
    }
    let mut heading = "";
    let mut sorted: Vec<&WeakSpot> = spots.iter().collect();
    sorted.sort_by_key(|spot| place(spot));
    for spot in sorted {
        if kind(spot) != heading {
            heading = kind(spot);
            doc.heading(heading);
        }
        doc.item(line(book, spot));
    }
    doc
}

const fn place(spot: &WeakSpot) -> usize {
    match spot {
        WeakSpot::NoResult(_) => 0,
        WeakSpot::NoNumber(_) => 1,
        WeakSpot::Long(..) => 2,
        WeakSpot::FirstPerson(..) => 3,
        WeakSpot::NotRated(..) => 4,
        WeakSpot::Claimed(..) => 5,
        WeakSpot::Pause(_) => 6,
    }
}

const fn kind(spot: &WeakSpot) -> &'static str {
    match spot {
        WeakSpot::NoResult(_) => "No result: what came of it?",
        WeakSpot::NoNumber(_) => "No number: how many, how much, how fast?",
        WeakSpot::Long(..) => "Too long to be read at a glance",
        WeakSpot::FirstPerson(..) => "In the first person: a résumé leaves it out",
        WeakSpot::NotRated(..) => "On the résumé, but not rated above 0",
        WeakSpot::Claimed(..) => "On the résumé, but without an example or a link",
        WeakSpot::Pause(_) => "Months that nothing explains",
    }
}

fn line(book: GuideView<'_>, spot: &WeakSpot) -> Spans {
    match spot {
        WeakSpot::NoResult(text) | WeakSpot::NoNumber(text) => vec![text.as_str().into()],
        WeakSpot::Long(text, words) => {
            vec![
                text.as_str().into(),
                Span::new(Role::Dim, format!(" ({words} words; {LONGEST} are enough)")),
            ]
        }
        WeakSpot::FirstPerson(text, word) => {
            vec![text.as_str().into(), Span::new(Role::Dim, format!(" (\u{201c}{word}\u{201d})"))]
        }
        WeakSpot::NotRated(word, skill) | WeakSpot::Claimed(word, skill) => {
            vec![
                Span::new(Role::Strong, word),
                ": ".into(),
                Span::link(book.skill_name(skill), Link::Skill(skill.clone())),
            ]
        }
        WeakSpot::Pause(pause) => {
            let months = count(usize::try_from(pause.months).unwrap_or_default(), "month");
            vec![format!("{months} from {}-{:02} on", pause.from / 12, pause.from % 12 + 1).into()]
        }
    }
}
