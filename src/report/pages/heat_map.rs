//! The heat map: what every level requires of every skill, and where the person meets it.

use super::GuideView;
use crate::guide::id::Link;
use crate::guide::model::Ask;
use crate::guide::scale::Rating;
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::layout::{self, NO_BREAK};
use crate::session::Session;

/// The shade of each required rating, from 1 on; the two highest are as dark as it gets, and the figure beside tells them apart.
const SHADES: [char; 5] = ['░', '▒', '▓', '█', '█'];

/// The cells of a skill's name: with eight levels a row has 51 cells, as many as a page over a screen of 60 columns.
const NAME: usize = 19;

/// The page, its links numbered; the target's column is marked. A row is a line that nothing breaks: as a table it would become a list
/// where the terminal is narrow, and a list is no picture.
#[must_use]
pub fn page(view: GuideView<'_>, session: &Session) -> Document {
    let mut doc = Document::default();
    doc.spans(legend());
    doc.gap();
    let levels = &view.guide.levels;
    let target = session.target().map(|level| &level.id);
    let mut heads = padded("Skill");
    for (level, number) in levels.iter().zip(1..) {
        let mark = if target == Some(&level.id) { '▸' } else { NO_BREAK };
        heads.push_str(&format!("{NO_BREAK}{mark}{number}{NO_BREAK}"));
    }
    doc.spans(vec![Span::new(Role::Strong, heads)]);
    for skill in view.guide.asked_skills() {
        let name = padded(view.skill_short(skill));
        let mine = session.rating(skill).map(|(rating, _)| rating);
        let link = Span { role: Role::Text, ..Span::link(name, Link::Skill(skill.clone())) };
        let cells = levels.iter().flat_map(|level| cell(level.ask(skill), mine));
        doc.spans([link].into_iter().chain(cells).collect());
    }
    let names: Vec<_> =
        levels.iter().zip(1..).map(|(level, n)| format!("{n}{NO_BREAK}{}", level.short)).collect();
    doc.gap();
    doc.paragraph(Span::new(Role::Dim, format!("Levels: {}.", names.join(", "))));
    doc.numbered()
}

/// A name in as many cells as every name has, without a space at which a line is broken.
fn padded(name: &str) -> String {
    let name = layout::cut(name, NAME).replace(' ', "\u{a0}");
    let rest = NAME.saturating_sub(layout::width(&name));
    name + &NO_BREAK.to_string().repeat(rest)
}

/// What the signs mean.
fn legend() -> Spans {
    vec![
        Span::new(Role::Bar, "░▒▓█"),
        " what a level requires, from 1 to 4 or 5; ".into(),
        Span::new(Role::Good, "✓"),
        "\u{a0}you meet it, ".into(),
        Span::new(Role::NotYet, "✗"),
        "\u{a0}not yet, ".into(),
        Span::new(Role::Open, "?"),
        "\u{a0}not rated.".into(),
    ]
}

/// A shade, the required rating, and whether it is met: `▓3✓`; a dot where the level requires nothing.
fn cell(ask: Option<&Ask>, mine: Option<Rating>) -> Spans {
    let Some(ask) = ask else {
        return vec![Span::new(Role::Dim, format!("{NO_BREAK}·{NO_BREAK}{NO_BREAK}"))];
    };
    let required = ask.required.number();
    let (role, sign) = match mine {
        Some(rating) if rating >= ask.required => (Role::Good, "✓"),
        Some(_) => (Role::NotYet, "✗"),
        None => (Role::Open, "?"),
    };
    let shade = usize::from(required).checked_sub(1).and_then(|at| SHADES.get(at)).copied().unwrap_or(' ');
    vec![
        Span::new(Role::Bar, format!("{NO_BREAK}{shade}")),
        required.to_string().into(),
        Span::new(role, sign),
    ]
}
