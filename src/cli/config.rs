//! `coach config`: the settings of the terminal interface, where they are, and what is wrong in them.

use super::output::Output;
use super::printer::{Printer, terminal};
use super::{Globals, Misuse, context};
use crate::config::paths::ConfigDir;
use crate::config::settings::{Setting, default_file};
use crate::report::document::{Cell, Column, Document, Role, Span};
use crate::report::json::config::{KeysEntry, SettingEntry};
use crate::report::{json, pages};
use crate::tui::app::bindings;
use crate::tui::keymap::Line;
use crate::tui::settings::{self, InForce, Origin, Settings, Terminal};
use anyhow::bail;

// Arguments of `coach config`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<ConfigCommand>,
}

#[derive(Debug, clap::Subcommand)]
enum ConfigCommand {
    /// Show the settings in force, and where each comes from
    Show {
        /// Print a file with every setting at its default, and a comment on each
        #[arg(long)]
        default: bool,
    },
    /// Print where the file with the settings is
    Path,
    /// List every problem in the file and in your themes, with line and what to do
    Check,
}

/// Shows the settings, says where they are, or checks them. None of them needs a file.
pub fn run(arguments: &Arguments, globals: &Globals, out: &mut Output) -> anyhow::Result<()> {
    let mut out = Printer::new(globals, out);
    let terminal = terminal(globals.color);
    match &arguments.action {
        Some(ConfigCommand::Show { default: true }) => print_default(&mut out),
        None | Some(ConfigCommand::Show { default: false }) => {
            show(&context::config_dir()?, terminal, &mut out)
        }
        Some(ConfigCommand::Path) => path(&context::config_dir()?, &mut out),
        Some(ConfigCommand::Check) => check(&context::config_dir()?, terminal, &mut out),
    }
}

fn print_default(out: &mut Printer<'_>) -> anyhow::Result<()> {
    if out.json {
        return Err(Misuse::no_json("coach config show --default", "it prints a TOML file").into());
    }
    out.raw(&default_file())
}

fn path(dir: &ConfigDir, out: &mut Printer<'_>) -> anyhow::Result<()> {
    if out.json {
        return out.print_json(&json::file::place(&dir.file()));
    }
    out.exact(&dir.file().display().to_string())
}

fn check(dir: &ConfigDir, terminal: Terminal, out: &mut Printer<'_>) -> anyhow::Result<()> {
    let problems = settings::check(dir, terminal);
    let file = dir.file();
    if out.json {
        out.print_json(&json::config::faults(&file, &problems))?;
    } else if problems.is_empty() {
        let found =
            if file.exists() { "No problems in" } else { "Every setting is at its default: there is no" };
        out.line(&format!("{found} {}.", file.display()))?;
    } else {
        for problem in &problems {
            out.say(&problem.to_string())?;
        }
    }
    if !problems.is_empty() {
        bail!("{} in the settings; nothing was changed", pages::count(problems.len(), "problem"));
    }
    Ok(())
}

fn show(dir: &ConfigDir, terminal: Terminal, out: &mut Printer<'_>) -> anyhow::Result<()> {
    let settings = Settings::load(Some(dir), terminal);
    settings.problems.iter().for_each(|problem| out.notify(&problem.to_string()));
    if out.json {
        return out.print_json(&as_json(dir, settings));
    }
    out.print(&page(dir, &settings))
}

/// The actions with their keys, as they are in force.
fn lines(settings: &Settings) -> impl Iterator<Item = (Line, Origin)> {
    let lines = bindings::all_listings().into_iter().flat_map(|listing| listing.lines);
    lines.map(|line| {
        let origin = settings.keys.given_in(line.id).map_or(Origin::BuiltIn, Origin::File);
        (settings.keys.line(&line), origin)
    })
}

fn as_json(dir: &ConfigDir, settings: Settings) -> json::config::Settings {
    let keys = lines(&settings).map(|(line, origin)| {
        let SettingEntry { value, from, line } = entry(InForce { value: line, origin });
        KeysEntry { action: value.id, keys: value.keys, from, line }
    });
    let keys = keys.collect();
    let ascii = InForce { value: settings.ascii.value.name(), origin: settings.ascii.origin };
    json::config::settings(&dir.file(), entry(settings.theme), entry(settings.mouse), entry(ascii), keys)
}

fn entry<T>(setting: InForce<T>) -> SettingEntry<T> {
    let (from, line) = match setting.origin {
        Origin::BuiltIn => ("built-in", None),
        Origin::File(line) => ("file", Some(line)),
        Origin::NoColor => ("no-color", None),
    };
    SettingEntry { value: setting.value, from, line }
}

fn page(dir: &ConfigDir, settings: &Settings) -> Document {
    let mut doc = Document::titled("Settings of the terminal interface");
    doc.paragraph(Span::new(Role::Dim, dir.file().display().to_string()));
    let row = |name: &str, value: &str, origin: Origin| -> Vec<Cell> {
        vec![Cell::new(Role::Strong, name), value.into(), in_words(origin).into()]
    };
    let mouse = settings.mouse.value.to_string();
    let mut rows = vec![
        row(Setting::Theme.name(), &settings.theme.value, settings.theme.origin),
        row(Setting::Mouse.name(), &mouse, settings.mouse.origin),
        row(Setting::Ascii.name(), settings.ascii.value.name(), settings.ascii.origin),
    ];
    for (line, origin) in lines(settings).filter(|(_, origin)| *origin != Origin::BuiltIn) {
        let keys = if line.keys.is_empty() { "no key".to_owned() } else { line.keys.join(" ") };
        rows.push(row(&format!("{}.{}", Setting::Keys.name(), line.id), &keys, origin));
    }
    let heads = ["Setting", "Value", "From"];
    doc.table(heads.map(Column::left).into(), rows);
    doc.paragraph(
        "All other keys are built in: ? lists them in the interface. coach config show --default prints a file to start from.",
    );
    doc
}

fn in_words(origin: Origin) -> String {
    match origin {
        Origin::BuiltIn => "built in".to_owned(),
        Origin::File(line) => format!("the file, line {line}"),
        Origin::NoColor => "NO_COLOR, TERM or --color".to_owned(),
    }
}
