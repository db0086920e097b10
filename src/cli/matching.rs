//! `coach match`: a job ad against the ratings.

use super::{Context, Misuse, waiting};
use crate::ad::{AdText, LIMIT};
use crate::profile::ads::KeptAds;
use crate::report::{json, pages};
use anyhow::Context as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

// Arguments of `coach match`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The file with the ad: plain text, Markdown or HTML; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Keep the ad under a name, for coach ads
    #[arg(long, value_name = "NAME")]
    keep: Option<String>,
}

/// Prints how the ratings fit, and keeps the ad where that is wanted.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let text = AdText::decode(&read(&arguments.file)?).with_context(|| name(&arguments.file))?;
    let kept = match &arguments.keep {
        None => None,
        Some(name) => {
            let today = context.session.today();
            let keep = || KeptAds(&context.store).keep(name, text.as_str(), today);
            Some(waiting::while_locked(keep, |text| context.out.notify(text))?)
        }
    };
    show(&text, kept.as_deref(), context)?;
    match kept {
        Some(name) if !context.out.json => context.out.say(&format!("Kept as {name}: coach ads {name}")),
        _ => Ok(()),
    }
}

/// Prints an ad against the ratings.
pub fn show(text: &AdText, kept: Option<&str>, context: &mut Context<'_>) -> anyhow::Result<()> {
    let session = &context.session;
    let ad = session.read_ad(text)?;
    let matched = session.match_ad(&ad);
    let words = session.words_in_common(&ad, "")?;
    if context.out.json {
        let value = serde_json::to_value(json::matching::matching(&ad, &matched, &words, kept))?;
        return context.out.print_json(&value);
    }
    let doc = pages::matching::page(context.view(), &ad, &matched, &words);
    context.out.print(&doc)
}

fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// The bytes of the ad, one more than [`LIMIT`] at most. A pipe is as good as a file.
fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    let most = u64::try_from(LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let done = if file.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        if file.is_dir() {
            return Err(Misuse(format!("{} is a folder: name the file with the ad", file.display())).into());
        }
        File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    done.with_context(|| format!("can't read {}", name(file)))?;
    Ok(bytes)
}
