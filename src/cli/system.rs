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

/// Prints the manual page.
pub fn man(out: &mut dyn Write) -> anyhow::Result<()> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut text)?;
    Ok(out.write_all(&text)?)
}
