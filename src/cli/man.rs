//! `coach man`: one manual page for the program and all of its subcommands.

use super::output::Output;
use super::{Cli, Globals, Misuse};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::io::Write;

/// Prints the manual page.
pub fn run(globals: &Globals, out: &mut Output) -> anyhow::Result<()> {
    if globals.json {
        return Err(Misuse::no_json("coach man", "it prints a manual page").into());
    }
    let mut command = Cli::command();
    command.build();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    writeln!(out, ".SH SUBCOMMANDS")?;
    write_subcommands(&mut command, out)?;
    man.render_options_section(out)?;
    Ok(out.write_all(MAN_END.as_bytes())?)
}

fn write_subcommands(command: &mut Command, out: &mut dyn Write) -> anyhow::Result<()> {
    for subcommand in command.get_subcommands_mut().filter(|subcommand| subcommand.get_name() != "help") {
        write_subcommand(subcommand, out)?;
        write_subcommands(subcommand, out)?;
    }
    Ok(())
}

/// How it is called, what it does, and each of its own arguments and options. Those that every subcommand has stand further below.
fn write_subcommand(command: &mut Command, out: &mut dyn Write) -> anyhow::Result<()> {
    let usage = command.render_usage().to_string();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    writeln!(out, ".SS {}\n{}.", quoted(usage.trim_start_matches("Usage: ")), escaped(&about))?;
    let is_own = |argument: &&Arg| !argument.is_global_set() && !is_help(argument);
    for argument in command.get_arguments().filter(is_own) {
        writeln!(out, ".TP\n{}\n{}", name(argument), help(argument))?;
    }
    Ok(())
}

fn is_help(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong)
}

/// `-n, --most N`, or the name of an argument without an option.
fn name(argument: &Arg) -> String {
    let value = argument.get_value_names().unwrap_or_default().join(" ");
    let takes_value = argument.get_num_args().is_some_and(|number| number.takes_values());
    let short = argument.get_short().map(|short| format!("\\-{short}"));
    let long = argument.get_long().map(|long| format!("\\-\\-{}", escaped(long)));
    let options: Vec<_> = short.into_iter().chain(long).map(|option| format!("\\fB{option}\\fR")).collect();
    let value = if takes_value { format!("\\fI{}\\fR", escaped(&value)) } else { String::new() };
    [options.join(", "), value].join(" ").trim().to_owned()
}

/// The help of an argument, with its possible values and its default.
fn help(argument: &Arg) -> String {
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = argument.get_num_args().is_some_and(|number| number.takes_values());
    let values = if takes_value { argument.get_possible_values() } else { Vec::new() };
    if !values.is_empty() {
        let names: Vec<_> = values.iter().map(|value| value.get_name()).collect();
        help.push_str(&format!(" [possible values: {}]", names.join(", ")));
    }
    let defaults = argument.get_default_values().iter().map(|value| value.to_string_lossy());
    let defaults: Vec<_> = defaults.filter(|_| takes_value).collect();
    if !defaults.is_empty() {
        help.push_str(&format!(" [default: {}]", defaults.join(", ")));
    }
    escaped(&help)
}

/// Text that roff prints as it is.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('\n', " ");
    // At the beginning of a line these two would make it a command.
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

/// One argument of a roff command.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('"', "\\(dq"))
}

const MAN_END: &str = "\
.SH FILES
.TP
.I profile.toml
Your answers. The file is where \\-\\-profile or \\-\\-data\\-dir says. Without them it is in XDG_DATA_HOME/career\\-coach, or else in the usual data folder of your system.
.TP
.I config.toml
The settings of the terminal interface, in XDG_CONFIG_HOME/career\\-coach, or else in the usual folder of your system. Your own themes are in the folder themes beside it.
.SH ENVIRONMENT
.TP
.B NO_COLOR
If this is set and not empty, no colours are used.
.TP
.B TERM
If this is dumb, text is printed as with \\-\\-plain.
.TP
.B COLORTERM
If this is truecolor or 24bit, themes are shown in their exact colours.
.TP
.B COLUMNS
The width of the text when the output is not a terminal.
.SH EXIT STATUS
0 done, 1 failed, 2 wrong usage.
.SH EXAMPLES
.nf
coach search how much will I earn
coach rate git=3:link sql=assisted
coach gap mid\\-level \\-\\-explain
.fi
";
