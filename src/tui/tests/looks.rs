//! How things look: each role has its look on every screen, with colours and without.

use super::{COLOR, Harness, MONO, SIZES, somebody};
use crate::report::document::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};
use rstest::rstest;
use strum::IntoEnumIterator;

/// What a terminal is told of a cell.
fn look(cell: &Cell) -> Style {
    Style { fg: Some(cell.fg), bg: Some(cell.bg), add_modifier: cell.modifier, ..Style::default() }
}

/// The look that a role asks for.
fn wanted(theme: Theme, role: Role) -> Style {
    look(Cell::default().set_style(theme.style(role)))
}

/// The cells of a word in the first row that has both the word and a context.
fn cells<'a>(harness: &'a Harness, context: &str, word: &str) -> Option<&'a [Cell]> {
    let letters = word.chars().count();
    let mut rows = harness.rows().filter_map(|row| {
        let text: Vec<char> = row.iter().flat_map(|cell| cell.symbol().chars().next()).collect();
        let line: String = text.iter().collect();
        let is_part_of_word = |at: Option<usize>| {
            at.and_then(|at| text.get(at)).is_some_and(|c| c.is_alphanumeric() && word.len() > 1)
        };
        let mut starts = line.match_indices(word).map(|(at, _)| line[..at].chars().count());
        let start = starts
            .find(|at| !is_part_of_word(at.checked_sub(1)) && !is_part_of_word(Some(at + letters)))
            .filter(|_| line.contains(context))?;
        row.get(start..start + letters)
    });
    rows.next()
}

/// A word and its role; the context, a part of the row, says which occurrence is meant.
type Look = (&'static str, &'static str, Role);

const EVERYWHERE: [Look; 4] = [
    ("coach ·", "coach", Role::Strong),
    ("coach ·", "Back-End Developer", Role::Text),
    ("coach ·", "11 of 24", Role::Dim),
    ("coach ·", "Mid-level", Role::Accent),
];

#[rstest]
#[case::home("", &["1 Home", "Prove API design 3"], &[
    ("You can show", "Junior", Role::Good),
    ("├", "not yet", Role::NotYet),
    ("Must-haves", "✗ Databases and SQL 2, needs 3", Role::NotYet),
    ("Now", "Now", Role::Heading),
    ("Junior", "ready", Role::Good),
    ("q quit", "q", Role::Strong),
    ("q quit", "quit", Role::Dim),
])]
#[case::guide("2 enter tab", &["2 Guide", "What the role is"], &[
    ("See:", "What you do all day", Role::Link),
    ("See:", "See:", Role::Dim),
])]
#[case::ladder("3", &["3 Ladder", "▸ Mid-level", "$110,000"], &[
    ("Experience", "Experience", Role::Heading),
    ("0–2 years", "Junior", Role::Text),
    ("0–2 years", "0–2 years", Role::Text),
    ("c compare", "c", Role::Strong),
    ("c compare", "compare", Role::Dim),
])]
#[case::assess("4", &["Assess"], &[
    ("Question 12", "Question 12", Role::Strong),
    ("needs 3", "Attention to detail", Role::Title),
    ("needs 3", "needs 3", Role::Dim),
    ("risky changes by myself", "by myself", Role::Strong),
    ("risky changes by myself", "I checked risky", Role::Text),
    ("0 I have", "no training", Role::Strong),
])]
#[case::gap("5", &["5 Gap", "▸ Mid-level"], &[
    ("Standing", "Standing", Role::Heading),
    ("82–100", "Junior", Role::Text),
    ("82–100", "ready", Role::Good),
    ("61–98", "open", Role::Open),
    ("29–82", "not yet", Role::NotYet),
])]
#[case::plan("6", &["6 Plan", "1 API design"], &[
    ("[s Steps]", "[s Steps]", Role::Strong),
    ("[s Steps]", "r Readiness", Role::Text),
    ("Skill", "Skill", Role::Heading),
    ("prove 2", "Testing", Role::Text),
    ("prove 2", "prove 2", Role::Text),
    ("d done", "d", Role::Strong),
    ("d done", "done", Role::Dim),
])]
#[case::what_if("5 w down down right l", &["5 Gap", "! Databases and SQL"], &[
    ("40–90", "Now", Role::Text),
    ("40–90", "not yet", Role::NotYet),
    ("After ", "After", Role::Text),
    ("Skill", "Skill", Role::Heading),
    ("Skill", "Needs", Role::Heading),
])]
#[case::target("t", &["1 Home", "▸ 3 Mid-level Back-End Developer"], &[
    ("1 Junior", "1 Junior Back-End Developer", Role::Text),
    ("Choose your target level", "Choose your target level", Role::Text),
    ("1–9 choose", "1–9", Role::Strong),
    ("1–9 choose", "choose at once", Role::Dim),
])]
fn roles_have_their_looks(#[case] keys: &str, #[case] selected: &[&str], #[case] looks: &[Look]) {
    for theme in [MONO, COLOR] {
        for (width, height) in SIZES {
            let mut harness = Harness::sized(somebody(), width, height).themed(theme);
            let shown = harness.press(keys).selected();
            let size = format!("{width}×{height} {theme:?}");
            for wanted in selected {
                // The keys of tabs stand close to them where there is little room.
                let is_wanted = |shown: &String| {
                    shown.starts_with(wanted) || shown.starts_with(&wanted.replacen(' ', "", 1))
                };
                assert!(shown.iter().any(is_wanted), "{wanted} in {shown:?}, {size}");
            }
            for (context, word, role) in EVERYWHERE.iter().chain(looks) {
                let cells = cells(&harness, context, word);
                let cells = cells.unwrap_or_else(|| panic!("{word} of {context}, {size}"));
                for cell in cells {
                    assert_eq!(look(cell), wanted(theme, *role), "{word} of {context}, {size}");
                }
            }
        }
    }
}

/// What only a wide or a high terminal has room for.
#[rstest]
#[case::home("", &[
    ("not yet", "├──────", Role::Dim),
    ("Points", "Points", Role::Heading),
    ("Answer", "Answer 13 open questions", Role::Text),
])]
#[case::guide("2 enter tab", &[
    ("The work", "The work", Role::Heading),
    ("Overview", "Overview", Role::Strong),
    ("What you do all day", "What you do all day", Role::Text),
])]
#[case::ladder("3", &[
    ("0–2 years", "▄", Role::Bar),
    ("Mid-level Back-End", "Mid-level Back-End Developer", Role::Title),
    ("$115,000", "Pay a year", Role::Strong),
])]
#[case::assess("4", &[
    ("40–90", "not yet", Role::NotYet),
    ("Catch wrong", "Catch wrong units", Role::Dim),
])]
#[case::gap("5", &[
    ("the gap", "Mid-level Back-End Developer: the gap", Role::Title),
    ("Not yet", "Not yet", Role::NotYet),
    ("Must-haves", "Must-haves", Role::Heading),
    ("✗", "Databases and SQL", Role::Link),
    ("✗", "needs 3", Role::NotYet),
])]
#[case::plan("6", &[
    ("step 1", "API design", Role::Link),
    ("prove 3:", "prove 3", Role::Strong),
])]
#[case::what_if("5 w down down right l", &[
    ("Median pay", "Himalayas, 2025", Role::Dim),
    ("Shown:", "Junior", Role::Strong),
])]
fn details_have_their_looks(#[case] keys: &str, #[case] looks: &[Look]) {
    for theme in [MONO, COLOR] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut harness = Harness::sized(somebody(), width, height).themed(theme);
            harness.press(keys).draw();
            for (context, word, role) in looks {
                let cells = cells(&harness, context, word);
                let cells = cells.unwrap_or_else(|| panic!("{word} of {context}, {width}×{height}"));
                for cell in cells {
                    let size = format!("{width}×{height} {theme:?}");
                    assert_eq!(look(cell), wanted(theme, *role), "{word} of {context}, {size}");
                }
            }
        }
    }
}

#[test]
fn without_colour_nothing_is_coloured_and_the_background_is_never_touched() {
    for role in Role::iter() {
        let style = MONO.style(role);
        assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        assert_eq!(COLOR.style(role).bg, None, "{role:?}");
    }
    assert_eq!((MONO.alarm().fg, MONO.selected().fg), (None, None));
}

#[test]
fn what_matters_stands_out_in_every_theme() {
    for theme in [MONO, COLOR] {
        for role in [Role::Title, Role::Heading, Role::Strong] {
            assert!(theme.style(role).add_modifier.contains(Modifier::BOLD), "{role:?} {theme:?}");
        }
        assert!(theme.style(Role::Link).add_modifier.contains(Modifier::UNDERLINED));
        for style in [theme.selected(), theme.alarm()] {
            assert!(style.add_modifier.contains(Modifier::REVERSED), "{theme:?}");
        }
        let verdicts = [Role::Good, Role::NotYet, Role::Open].map(|role| theme.style(role));
        assert!(verdicts[0] != verdicts[1] && verdicts[1] != verdicts[2] && verdicts[0] != verdicts[2]);
    }
    assert_eq!(COLOR.style(Role::Accent).fg, Some(Color::Magenta));
    assert_eq!(COLOR.style(Role::NotYet), COLOR.style(Role::Text), "what is far away is quiet");
}

/// A screen with the looks below each row: `B` bold, `d` dim, `_` underlined, `/` italic, `#` reversed, and in colour `m` for
/// magenta and `r` for red.
fn picture(harness: &mut Harness) -> String {
    harness.draw();
    let mut text = String::new();
    for row in harness.rows() {
        let symbols: String = row.iter().map(Cell::symbol).collect();
        let looks: String = row.iter().map(sign).collect();
        for line in [symbols, looks] {
            let line = line.trim_end();
            if !line.is_empty() {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

fn sign(cell: &Cell) -> char {
    const SIGNS: [(Modifier, char); 5] = [
        (Modifier::REVERSED, '#'),
        (Modifier::BOLD, 'B'),
        (Modifier::DIM, 'd'),
        (Modifier::UNDERLINED, '_'),
        (Modifier::ITALIC, '/'),
    ];
    match cell.fg {
        Color::Magenta => 'm',
        Color::LightRed => 'r',
        Color::Reset => {
            SIGNS.iter().find(|(look, _)| cell.modifier.contains(*look)).map_or(' ', |(_, sign)| *sign)
        }
        other => panic!("{other} has no sign"),
    }
}

#[rstest]
#[case("home-colour", "", COLOR)]
#[case("gap-colour", "5", COLOR)]
#[case("plan-mono", "6", MONO)]
#[case("target-mono", "t", MONO)]
fn pictures(#[case] name: &str, #[case] keys: &str, #[case] theme: Theme) {
    let mut harness = Harness::new(somebody()).themed(theme);
    harness.press(keys);
    insta::assert_snapshot!(format!("look-{name}"), picture(&mut harness));
}
