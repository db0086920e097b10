//! `coach completions`: a script for a shell, with the names that the guides of this program know.
//!
//! The names are only offered: what is typed is understood as forgivingly as ever.

use super::output::Output;
use super::{Cli, Globals, Misuse};
use crate::guide;
use crate::guide::model::{Guide, Library};
use crate::profile::about::Topic;
use anyhow::Context as _;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use std::io::Write;

// Arguments of `coach completions`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Your shell
    shell: Shell,
}

/// Where names are completed: the subcommand, the id of its argument, and what is named there.
const PLACES: &[(&str, &str, Kind)] = &[
    ("guide", "section", Kind::Pages),
    ("level", "level", Kind::Levels),
    ("level", "compare", Kind::Levels),
    ("skill", "skill", Kind::Skills),
    ("assess", "skills", Kind::Skills),
    ("rate", "ratings", Kind::Ratings),
    ("target", "level", Kind::Targets),
    ("gap", "level", Kind::Levels),
    ("readiness", "level", Kind::Levels),
    ("readiness", "set", Kind::Topics),
    ("plan", "level", Kind::Levels),
    ("plan", "done", Kind::Skills),
    ("practice", "skill", Kind::Skills),
    ("practice", "level", Kind::Levels),
    ("what-if", "ratings", Kind::Ratings),
    ("export", "level", Kind::Levels),
];

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Levels,
    /// Levels, and `none`.
    Targets,
    Skills,
    /// Skills, with the sign behind which a rating follows.
    Ratings,
    /// Sections, frequent questions and the sources.
    Pages,
    /// Questions about the person, with the sign behind which an answer follows.
    Topics,
    Guides,
}

/// Prints the script.
pub fn run(arguments: &Arguments, globals: &Globals, out: &mut Output) -> anyhow::Result<()> {
    if globals.json {
        return Err(Misuse::no_json("coach completions", "it prints a script for a shell").into());
    }
    let library = guide::embedded().context("the guide inside this program is damaged: reinstall coach")?;
    Ok(out.write_all(script(arguments.shell, &library).as_bytes())?)
}

fn script(shell: Shell, library: &Library) -> String {
    let mut command = with_names(Cli::command(), library);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "coach", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        Shell::Bash => script.push_str(BASH_END),
        Shell::Fish => script.push_str(&fish_arguments(library)),
        _ => {}
    }
    script
}

/// The command line with the names as possible values, for a script alone.
fn with_names(command: Command, library: &Library) -> Command {
    let parser = |kind| PossibleValuesParser::new(values(kind, library));
    let mut command = command.mut_arg("guide", |argument| argument.value_parser(parser(Kind::Guides)));
    // The arguments of a subcommand are there only once they are built.
    command.build();
    PLACES.iter().fold(command, |command, (subcommand, argument, kind)| {
        command.mut_subcommand(*subcommand, |subcommand| {
            subcommand.mut_arg(*argument, |argument| argument.value_parser(parser(*kind)))
        })
    })
}

fn values(kind: Kind, library: &Library) -> Vec<PossibleValue> {
    let mut values: Vec<PossibleValue> = Vec::new();
    for (name, title) in names(kind, library) {
        // A name that two guides share is offered once.
        if !values.iter().any(|value| value.get_name() == name) {
            // clap wants names that live as long as the program, and this program ends with the script.
            let name: &'static str = name.leak();
            values.push(PossibleValue::new(name).help(plain(&title)));
        }
    }
    values
}

/// Names with what they mean.
fn names(kind: Kind, library: &Library) -> Vec<(String, String)> {
    let of_guides =
        |names: fn(&Guide) -> Vec<(String, String)>| library.guides.iter().flat_map(names).collect();
    let skills = |sign: &str| {
        let skills = library.skills.iter();
        skills.map(|skill| (format!("{}{sign}", skill.id), skill.name.clone())).collect::<Vec<_>>()
    };
    match kind {
        Kind::Levels => of_guides(levels),
        Kind::Targets => {
            let none = ("none".to_owned(), "No target".to_owned());
            of_guides(levels).into_iter().chain([none]).collect()
        }
        Kind::Skills => skills(""),
        Kind::Ratings => skills("="),
        Kind::Pages => of_guides(pages),
        Kind::Topics => Topic::all().map(|topic| (format!("{}=", topic.name()), String::new())).collect(),
        Kind::Guides => {
            library.guides.iter().map(|guide| (guide.id.to_string(), guide.title.clone())).collect()
        }
    }
}

fn levels(guide: &Guide) -> Vec<(String, String)> {
    guide.levels.iter().map(|level| (level.id.to_string(), level.title.clone())).collect()
}

fn pages(guide: &Guide) -> Vec<(String, String)> {
    let sections = guide.sections.iter().map(|section| (section.id.to_string(), section.title.clone()));
    let faqs = guide.faqs.iter().map(|faq| (faq.id.to_string(), faq.question.clone()));
    let sources = ("sources".to_owned(), "Where the figures come from".to_owned());
    sections.chain(faqs).chain([sources]).collect()
}

/// A title without the signs that mean something to a shell.
fn plain(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric() || " -,.?/&".contains(*c)).collect()
}

/// The generator for fish completes options alone; this completes the arguments that have no option.
fn fish_arguments(library: &Library) -> String {
    let mut command = Cli::command();
    command.build();
    let is_positional = |subcommand: &str, argument: &str| {
        let mut arguments =
            command.find_subcommand(subcommand).into_iter().flat_map(Command::get_positionals);
        arguments.any(|positional| positional.get_id() == argument)
    };
    let lines = PLACES.iter().filter(|(subcommand, argument, _)| is_positional(subcommand, argument));
    let lines = lines.map(|(subcommand, _, kind)| {
        let names = names(*kind, library).into_iter();
        let names: Vec<_> = names.map(|(name, title)| format!("{name}\\t'{}'", plain(&title))).collect();
        let condition = format!("__fish_coach_using_subcommand {subcommand}");
        format!("complete -c coach -n \"{condition}\" -f -a \"{}\"\n", names.join("\n"))
    });
    lines.collect()
}

/// No space behind `git=`, as its rating follows. Old versions of bash can't do without the space.
const BASH_END: &str = r#"
_coach_without_space() {
    _coach "$@"
    if [[ "${COMPREPLY[0]-}" == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}

complete -F _coach_without_space -o bashdefault -o default coach
"#;

#[cfg(test)]
mod tests {
    use super::{Cli, PLACES, with_names};
    use clap::{Command, CommandFactory};

    /// Arguments that name nothing in a guide, or a file.
    const WITHOUT_NAMES: &[&str] = &[
        "query",
        "most",
        "proof",
        "hours_per_week",
        "by",
        "to",
        "shell",
        "kind",
        "format",
        "file",
        "keep",
        "name",
        "ad",
        "outcome",
        "state",
        "profile",
        "data_dir",
    ];

    #[test]
    fn every_argument_with_a_value_is_completed_or_known_to_name_nothing() {
        let mut command = Cli::command();
        command.build();
        let subcommands = command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help");
        for subcommand in subcommands {
            let arguments = subcommand.get_arguments().filter(|argument| {
                !argument.is_global_set()
                    && argument.get_num_args().is_some_and(|number| number.takes_values())
            });
            for argument in arguments {
                let (command, argument) = (subcommand.get_name(), argument.get_id().as_str());
                let is_completed = PLACES.iter().any(|(name, id, _)| (*name, *id) == (command, argument));
                assert!(is_completed || WITHOUT_NAMES.contains(&argument), "{command}: {argument}");
            }
        }
    }

    #[test]
    fn a_command_line_with_names_holds_together() {
        let library = crate::guide::embedded().expect("a library");
        let command: Command = with_names(Cli::command(), &library);
        command.debug_assert();
    }
}
