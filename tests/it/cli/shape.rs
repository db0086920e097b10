//! How output looks: it fits its width, keeps words whole, and has colour only where colour is wanted.

use super::read::READING;
use crate::support::{Home, SAMPLE, levels, sections, skills};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

/// Every page of the program, as a command.
pub fn pages() -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> =
        READING.iter().map(|command| command.iter().map(ToString::to_string).collect()).collect();
    // Scripts for other programs are no pages, and what is said in a sentence has a test of its own.
    pages.retain(|page| {
        !["completions", "man", "target", "assess", "practice", "config"].contains(&page[0].as_str())
    });
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    pages.extend(sections().iter().map(|id| words(&["guide", id])));
    pages.extend(skills().iter().map(|id| words(&["skill", id])));
    let levels = levels();
    for (i, level) in levels.iter().enumerate() {
        pages.push(words(&["level", level]));
        pages.push(words(&["gap", level, "--explain"]));
        pages.push(words(&["level", &levels[0], "--compare", level]));
        pages.push(words(&["level", level, "--compare", &levels[i.saturating_sub(1)]]));
    }
    pages.extend(["what does it pay", "kuberentes", "qqqqzzzz"].map(|query| words(&["search", query])));
    pages
}

fn printed(home: &Home, page: &[String], columns: usize) -> String {
    home.prints_at(columns, &page.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A page as it is printed where there is little room, where there is some, and where there is more than enough.
struct Printed {
    page: Vec<String>,
    at_60: String,
    at_80: String,
    at_240: String,
}

impl Printed {
    /// With the columns that there were.
    fn narrow(&self) -> [(usize, &str); 2] {
        [(80, &self.at_80), (60, &self.at_60)]
    }
}

/// Every page of the sample, printed once for all tests.
static PRINTED: LazyLock<Vec<Printed>> = LazyLock::new(|| {
    let home = Home::with(SAMPLE);
    let print = |page: Vec<String>| {
        let [at_60, at_80, at_240] = [60, 80, 240].map(|columns| printed(&home, &page, columns));
        Printed { page, at_60, at_80, at_240 }
    };
    pages().into_iter().map(print).collect()
});

/// The lines that are wider than the width without being a single word.
fn too_wide(text: &str, columns: usize) -> Vec<String> {
    let is_one_word = |line: &str| line.split_whitespace().count() == 1;
    let lines = text.lines().filter(|line| line.width() > columns && !is_one_word(line));
    lines.map(|line| format!("{} cells: {line}", line.width())).collect()
}

#[test]
fn every_page_fits_80_and_60_columns() {
    let mut faults = Vec::new();
    for printed in PRINTED.iter() {
        for (columns, text) in printed.narrow() {
            let page = &printed.page;
            faults.extend(too_wide(text, columns).iter().map(|fault| format!("{columns} {page:?}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_said_of_a_change_fits_too() {
    for columns in [80, 60] {
        let home = Home::with(SAMPLE);
        let said = |arguments: &[&str], input: &str| {
            let mut command = home.coach(arguments);
            let done = command.env("COLUMNS", columns.to_string()).write_stdin(input).assert().code(0);
            String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
        };
        // A prompt can't be wrapped, as the answer stands behind it; on a terminal that answer ends its line.
        let prompts = [
            "0–5, x, s, b, q: ",
            "Evidence: c claim, e example (a case you could tell), l link or referee [c]: ",
        ];
        let mut text = said(&["assess"], "9\n3\ny\nl\nq\n");
        prompts.iter().for_each(|prompt| text = text.replace(prompt, "\n"));
        let mut round = said(&["practice"], "9\n80\n\nx\n1 2\nq\n");
        let prompts = [
            "How sure are you that you can answer it? 50 to 100, s, q: ",
            "Answer aloud or in notes, then press Enter: ",
            "Which points did you make? 1 3, all, none: ",
        ];
        prompts.iter().for_each(|prompt| round = round.replace(prompt, "\n"));
        text += &round;
        text += &said(&["practice", "--due"], "");
        text += &said(&["rate", "distributed-systems=5"], "");
        text += &said(&["target", "mid-level"], "");
        let faults = too_wide(&text, columns);
        assert!(faults.is_empty(), "{columns}: {}", faults.join("\n"));
    }
}

#[test]
fn without_columns_a_pipe_gets_80() {
    let home = Home::with(SAMPLE);
    for page in [&["gap"][..], &["guide", "pay"], &["skill"]] {
        let page: Vec<_> = page.iter().map(ToString::to_string).collect();
        let arguments: Vec<_> = page.iter().map(String::as_str).collect();
        assert_eq!(home.prints(&arguments), printed(&home, &page, 80));
    }
}

/// The words of a page, without bars and without the signs around a word: a table that stands as a list has colons.
fn words(text: &str) -> BTreeSet<&str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect()
}

#[test]
fn no_word_is_lost_or_broken_where_it_is_narrow() {
    let mut faults = Vec::new();
    for printed in PRINTED.iter() {
        let narrow = words(&printed.at_60);
        let lost: Vec<_> = words(&printed.at_240).into_iter().filter(|word| !narrow.contains(word)).collect();
        if !lost.is_empty() {
            faults.push(format!("{:?}: {}", printed.page, lost.join(" ")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_line_ends_in_spaces_and_no_page_in_empty_lines() {
    for printed in PRINTED.iter() {
        for (columns, text) in printed.narrow() {
            let page = &printed.page;
            let trailing = text.lines().find(|line| line.ends_with(' '));
            // A prompt waits for its answer.
            let trailing = trailing.filter(|line| !line.ends_with(": "));
            assert_eq!(trailing, None, "{columns} {page:?}");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{columns} {page:?}");
        }
    }
}

#[test]
fn the_narrowest_and_the_widest_print_something_sensible() {
    let home = Home::with(SAMPLE);
    for columns in ["0", "1", "20", "1000", "-3", "wide"] {
        for page in [&["gap"][..], &["guide", "pay"], &["level"], &["gap", "senior", "--explain"]] {
            let done = home.coach(page).env("COLUMNS", columns).assert().code(0).stderr("");
            assert!(done.get_output().stdout.len() > 100, "{columns} {page:?}");
        }
    }
}

#[test]
fn a_pipe_gets_no_escape_sequence() {
    let home = Home::with(SAMPLE);
    for command in READING {
        assert!(!home.prints(command).contains('\u{1b}'), "{command:?}");
        let forced = [&["--color", "never"], *command].concat();
        assert!(!home.prints(&forced).contains('\u{1b}'), "{command:?}");
    }
    for wrong in [&["gpa"][..], &["skill", "qqqq"], &["--help"], &["gap", "--help"]] {
        let output = home.coach(wrong).output().expect("coach runs");
        assert!(![output.stdout, output.stderr].concat().contains(&0x1b), "{wrong:?}");
    }
}

#[test]
fn colour_can_be_asked_for_and_changes_nothing_else() {
    let home = Home::with(SAMPLE);
    for page in
        [&["gap"][..], &["gap", "senior"], &["guide", "pay"], &["level"], &["skill", "sql"], &["profile"]]
    {
        let plain = home.prints(page);
        for option in [&["--color", "always"][..], &["--color=always"]] {
            let colored = home.prints(&[page, option].concat());
            assert!(colored.contains("\u{1b}["), "{page:?}");
            assert_eq!(without_escapes(&colored), plain, "{page:?}");
        }
    }
}

#[test]
fn colour_that_is_asked_for_holds_whatever_the_variables_say() {
    let home = Home::with(SAMPLE);
    let mut command = home.coach(&["gap", "--color", "always"]);
    let done = command.env("NO_COLOR", "1").assert().code(0);
    assert!(done.get_output().stdout.contains(&0x1b));
}

#[test]
fn colour_holds_for_help_and_errors_too() {
    let home = Home::new();
    for option in [&["--color", "always"][..], &["--color=always"]] {
        let help = home.prints(&[option, &["--help"]].concat());
        assert!(help.contains('\u{1b}'), "{option:?}");
    }
}

/// A text without what a terminal takes for colour and emphasis.
fn without_escapes(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(unix)]
mod on_a_terminal {
    //! Where the program is its own judge of colour and width: behind a real pseudo-terminal.

    use super::{Home, SAMPLE, too_wide, without_escapes};
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;

    /// What a command prints on a terminal of 70 columns.
    fn printed(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> String {
        let size = PtySize { rows: 24, cols: 70, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_coach"));
        command.env_clear();
        command.env("HOME", home.path(""));
        command.env("XDG_DATA_HOME", home.path("data"));
        variables.iter().for_each(|(name, value)| command.env(name, value));
        command.args(arguments);
        let mut child = pair.slave.spawn_command(command).expect("coach starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let mut bytes = Vec::new();
        // Linux ends the input of a terminal that nobody writes to any more with an error.
        let _ = reader.read_to_end(&mut bytes);
        assert!(child.wait().expect("coach ends").success());
        String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n")
    }

    const TERM: (&str, &str) = ("TERM", "xterm-256color");

    #[test]
    fn colour_comes_by_itself_and_the_width_is_the_terminals() {
        let home = Home::with(SAMPLE);
        let page = printed(&home, &["gap"], &[TERM, ("COLUMNS", "200")]);
        assert!(page.contains("\u{1b}["), "{page:?}");
        let plain = without_escapes(&page);
        assert_eq!(too_wide(&plain, 70), [""; 0]);
        assert!(plain.lines().any(|line| line.chars().count() > 60), "it uses the room there is");
    }

    #[test]
    fn no_color_never_and_a_dumb_terminal_are_heeded() {
        let home = Home::with(SAMPLE);
        for variables in [&[TERM, ("NO_COLOR", "1")][..], &[("TERM", "dumb")]] {
            assert!(!printed(&home, &["gap"], variables).contains('\u{1b}'), "{variables:?}");
        }
        for option in [&["--color", "never"][..], &["--color=never"]] {
            for page in [&["gap"][..], &["--help"]] {
                let page = printed(&home, &[page, option].concat(), &[TERM]);
                assert!(!page.contains('\u{1b}'), "{option:?} {page}");
            }
        }
        assert!(
            printed(&home, &["gap"], &[TERM, ("NO_COLOR", "")]).contains('\u{1b}'),
            "an empty one is none"
        );
    }

    #[test]
    fn a_locale_without_utf_8_gets_ascii() {
        let home = Home::with(SAMPLE);
        for page in [&["gap"][..], &["gap", "senior", "--explain"], &["level"], &["target"]] {
            let ascii = printed(&home, page, &[TERM, ("LC_ALL", "C"), ("NO_COLOR", "1")]);
            assert!(ascii.is_ascii(), "{ascii}");
        }
        assert!(!printed(&home, &["gap"], &[TERM, ("LC_ALL", "en_GB.UTF-8")]).is_ascii());
    }
}
