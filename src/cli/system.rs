//! `coach completions` and `coach man`.

use super::Cli;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

/// Arguments of `coach completions`.
#[derive(Debug, clap::Args)]
pub struct Shells {
    /// The shell
    shell: Shell,
}

/// Prints completions.
pub fn completions(shells: &Shells, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut text = Vec::new();
    clap_complete::generate(shells.shell, &mut Cli::command(), "coach", &mut text);
    Ok(out.write_all(&text)?)
}

/// Prints the manual page: one for the program and all of its subcommands.
pub fn man(out: &mut dyn Write) -> anyhow::Result<()> {
    let mut command = Cli::command();
    command.build();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    writeln!(out, ".SH SUBCOMMANDS")?;
    for sub in command.get_subcommands_mut() {
        let usage = sub.render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").replace(" [OPTIONS]", "");
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        writeln!(out, ".TP\n.B {}\n{about}.", usage.replace('-', "\\-"))?;
    }
    man.render_options_section(out)?;
    Ok(out.write_all(MAN_END.as_bytes())?)
}

const MAN_END: &str = "\
.SH FILES
.TP
.I profile.toml
Your answers, in the data directory: what \\-\\-profile and \\-\\-data\\-dir say, else XDG_DATA_HOME/career\\-coach, else the platform's own place.
.SH ENVIRONMENT
.TP
.B NO_COLOR
No colours, if set and not empty.
.TP
.B COLUMNS
The width of output that goes to no terminal.
.SH EXIT STATUS
0 done, 1 failed, 2 wrong use.
.SH EXAMPLES
.nf
coach search how much will I earn
coach rate git=3:link sql=assisted
coach gap mid\\-level \\-\\-explain
.fi
";
