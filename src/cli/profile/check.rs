//! `coach profile check`: every fault of the file, and nothing changed.

use crate::cli::printer::Printer;
use crate::guide;
use crate::profile::store::Store;
use crate::report::{json, pages};
use anyhow::{Context as _, bail};

/// Lists the faults. It fails where there is one, so that a script can ask.
pub fn run(store: &Store, out: &mut Printer<'_>) -> anyhow::Result<()> {
    let library = guide::embedded().context("the guide inside this program is damaged: reinstall coach")?;
    let faults = store.check(&library)?;
    store.neighbours().iter().for_each(|notice| out.notify(notice));
    let file = store.file();
    if out.json {
        out.print_json(&json::file::faults(file, &faults))?;
    } else if faults.is_empty() {
        let found = if file.exists() { "No problems in" } else { "There is no profile yet at" };
        out.line(&format!("{found} {}.", file.display()))?;
    } else {
        for fault in &faults {
            out.say(&fault.to_string())?;
        }
    }
    if !faults.is_empty() {
        bail!("{} in {}; nothing was changed", pages::count(faults.len(), "problem"), file.display());
    }
    Ok(())
}
