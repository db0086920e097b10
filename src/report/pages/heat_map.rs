//! The heat map: what every level requires of every skill, and where the person meets it.

use super::GuideView;
use crate::guide::id::{Link, SkillId};
use crate::guide::scale::Rating;
use crate::report::document::{Document, Role, Span, Spans};
use crate::report::layout::{self, NO_BREAK};
use crate::session::Session;
use std::ops::Range;

/// The shade of each required rating, from 1 on; the two highest are as dark as it gets, and the figure beside tells them apart.
const SHADES: [char; 5] = ['░', '▒', '▓', '█', '█'];

/// The most cells of a skill's name: with eight levels a row has 51 cells, as many as a page over a screen of 60 columns.
const LONGEST_NAME: usize = 19;
/// The fewest: a shorter name could be any skill's.
const SHORTEST_NAME: usize = 12;
/// The cells of a level, with and without its shade.
const SHADED: usize = 4;
const BARE: usize = 3;

/// What every level requires of every skill, and what of it the person meets.
#[derive(Debug, Clone)]
pub struct HeatMap {
    /// The levels' short names.
    levels: Vec<String>,
    /// The position of the target.
    target: Option<usize>,
    rows: Vec<Row>,
}

/// A skill at every level.
#[derive(Debug, Clone)]
struct Row {
    skill: SkillId,
    name: String,
    /// For each level what it requires; nothing where it doesn't ask for the skill.
    required: Vec<Option<Rating>>,
    /// The person's rating.
    mine: Option<Rating>,
}

/// What of the map a width has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Room {
    /// The cells of a name.
    name: usize,
    has_shades: bool,
    /// The levels that are shown.
    levels: Range<usize>,
}

impl HeatMap {
    /// The map of a guide for a person.
    #[must_use]
    pub fn of(view: GuideView<'_>, session: &Session) -> Self {
        let levels = &view.guide.levels;
        let target = session.target().map(|level| &level.id);
        let row = |skill: &SkillId| Row {
            skill: skill.clone(),
            name: view.skill_short(skill).to_owned(),
            required: levels.iter().map(|level| level.ask(skill).map(|ask| ask.required)).collect(),
            mine: session.rating(skill).map(|(rating, _)| rating),
        };
        Self {
            levels: levels.iter().map(|level| level.short.clone()).collect(),
            target: levels.iter().position(|level| target == Some(&level.id)),
            rows: view.guide.asked_skills().into_iter().map(row).collect(),
        }
    }

    /// The page for a width in cells, its links numbered; the target's column is marked. A row is a line that nothing breaks: as a
    /// table it would become a list where the terminal is narrow, and a list is no picture. Where there isn't room for all of it,
    /// names are cut, then the shades go, then levels, and it is said which.
    #[must_use]
    pub fn page(&self, width: usize) -> Document {
        let room = self.room(width);
        let mut doc = Document::default();
        doc.spans(legend(room.has_shades));
        let is_shown = |at: &usize| room.levels.contains(at);
        doc.paragraph(Span::new(Role::Dim, format!("Levels: {}.", self.names(is_shown))));
        if room.levels.len() < self.levels.len() {
            let left_out = self.names(|at| !is_shown(at));
            doc.paragraph(Span::new(Role::Dim, format!("Left out, because there is no room: {left_out}.")));
        }
        doc.gap();
        doc.spans(vec![Span::new(Role::Strong, self.heads(&room))]);
        for row in &self.rows {
            doc.spans(row.spans(&room));
        }
        doc.numbered()
    }

    fn room(&self, width: usize) -> Room {
        let count = self.levels.len();
        let name = |cells: usize| width.saturating_sub(cells * count).min(LONGEST_NAME);
        for (cells, has_shades) in [(SHADED, true), (BARE, false)] {
            if name(cells) >= SHORTEST_NAME {
                return Room { name: name(cells), has_shades, levels: 0..count };
            }
        }
        let shown = (width.saturating_sub(SHORTEST_NAME) / BARE).max(1).min(count);
        let name = width.saturating_sub(BARE * shown).min(LONGEST_NAME);
        Room { name, has_shades: false, levels: self.around_target(shown) }
    }

    /// So many levels, the target as far in their middle as it can be.
    fn around_target(&self, shown: usize) -> Range<usize> {
        let first = self.target.unwrap_or_default().saturating_sub(shown / 2);
        let first = first.min(self.levels.len().saturating_sub(shown));
        first..first + shown
    }

    fn heads(&self, room: &Room) -> String {
        let mut heads = padded("Skill", room.name);
        for at in room.levels.clone() {
            let mark = if self.target == Some(at) { '▸' } else { NO_BREAK };
            let before = if room.has_shades { NO_BREAK.to_string() } else { String::new() };
            heads.push_str(&format!("{before}{mark}{}", padded(&(at + 1).to_string(), 2)));
        }
        heads
    }

    /// The levels with their numbers, as far as they are meant.
    fn names(&self, is_meant: impl Fn(&usize) -> bool) -> String {
        let names = self.levels.iter().enumerate().filter(|(at, _)| is_meant(at));
        names.map(|(at, name)| format!("{}{NO_BREAK}{name}", at + 1)).collect::<Vec<_>>().join(", ")
    }
}

impl Row {
    fn spans(&self, room: &Room) -> Spans {
        let name = padded(&self.name, room.name);
        let link = Span { role: Role::Text, ..Span::link(name, Link::Skill(self.skill.clone())) };
        let required = self.required.get(room.levels.clone()).unwrap_or_default();
        let cells = required.iter().flat_map(|required| self.cell(*required, room.has_shades));
        [link].into_iter().chain(cells).collect()
    }

    /// A shade, the required rating, and whether it is met: `▓3✓`; a dot where the level requires nothing.
    fn cell(&self, required: Option<Rating>, has_shades: bool) -> Spans {
        let Some(required) = required else {
            let cells = if has_shades { SHADED } else { BARE };
            return vec![Span::new(Role::Dim, padded(&format!("{NO_BREAK}·"), cells))];
        };
        let number = required.number();
        let (role, sign) = match self.mine {
            Some(rating) if rating >= required => (Role::Good, "✓"),
            Some(_) => (Role::NotYet, "✗"),
            None => (Role::Open, "?"),
        };
        let shade = usize::from(number).checked_sub(1).and_then(|at| SHADES.get(at)).copied().unwrap_or(' ');
        let shade = if has_shades { format!("{NO_BREAK}{shade}") } else { NO_BREAK.to_string() };
        vec![Span::new(Role::Bar, shade), number.to_string().into(), Span::new(role, sign)]
    }
}

/// A text in a number of cells, without a space at which a line is broken.
fn padded(text: &str, cells: usize) -> String {
    let text = layout::cut(text, cells).replace(' ', "\u{a0}");
    let rest = cells.saturating_sub(layout::width(&text));
    text + &NO_BREAK.to_string().repeat(rest)
}

/// What the signs mean.
fn legend(has_shades: bool) -> Spans {
    let required = if has_shades {
        vec![Span::new(Role::Bar, "░▒▓█"), " what a level requires, from 1 to 4 or 5; ".into()]
    } else {
        vec!["The figures are what a level requires; ".into()]
    };
    let signs = [
        Span::new(Role::Good, "✓"),
        "\u{a0}you meet it, ".into(),
        Span::new(Role::NotYet, "✗"),
        "\u{a0}not yet, ".into(),
        Span::new(Role::Open, "?"),
        "\u{a0}not rated.".into(),
    ];
    required.into_iter().chain(signs).collect()
}

#[cfg(test)]
mod tests {
    use super::{HeatMap, Room};

    fn map(target: Option<usize>) -> HeatMap {
        HeatMap { levels: vec![String::new(); 8], target, rows: Vec::new() }
    }

    #[test]
    fn names_are_cut_then_shades_go_then_levels() {
        let room = |width| map(Some(2)).room(width);
        let all = |name, has_shades| Room { name, has_shades, levels: 0..8 };
        assert_eq!([room(200), room(51)], [all(19, true), all(19, true)]);
        assert_eq!([room(50), room(44)], [all(18, true), all(12, true)]);
        assert_eq!([room(43), room(36)], [all(19, false), all(12, false)]);
        assert_eq!(room(35), Room { name: 14, has_shades: false, levels: 0..7 });
        assert_eq!(room(31), Room { name: 13, has_shades: false, levels: 0..6 });
        assert_eq!(room(0).levels.len(), 1);
    }

    #[test]
    fn the_target_is_among_the_levels_that_are_shown() {
        for target in 0..8 {
            for width in 12..=60 {
                assert!(map(Some(target)).room(width).levels.contains(&target), "{target} {width}");
            }
        }
        assert_eq!(map(Some(7)).room(31).levels, 2..8);
        assert_eq!(map(None).room(31).levels, 0..6);
    }
}
