//! `coach ads`: the kept job ads, and how far each application has come.

use super::{Context, matching, waiting};
use crate::ad::AdText;
use crate::profile::ads::{AdState, KeptAds};
use crate::report::{json, pages};
use crate::session::{AdsDemand, ReadAd, demand_of};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

// Arguments of `coach ads`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A kept ad; without it, all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Set how far it has come
    #[arg(long, value_name = "STATE", requires = "name", value_parser = states())]
    state: Option<AdState>,
    /// Note how it ended, in your own words
    #[arg(long, value_name = "TEXT", requires = "name")]
    outcome: Option<String>,
}

/// Lists the kept ads, shows one, or moves one on.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let Some(name) = &arguments.name else { return list(context) };
    if arguments.state.is_none() && arguments.outcome.is_none() {
        let kept = KeptAds(&context.store).read(name)?;
        let text = AdText::decode(kept.text.as_bytes())?;
        return matching::show(&text, Some(&kept.name), context);
    }
    let set = || KeptAds(&context.store).set(name, arguments.state, arguments.outcome.as_deref());
    let kept = waiting::while_locked(set, |text| context.out.notify(text))?;
    if context.out.json {
        return list(context);
    }
    let outcome = if kept.outcome.is_empty() { String::new() } else { format!(" ({})", kept.outcome) };
    context.out.say(&format!("{}: {}{outcome}", kept.name, kept.state.name()))
}

/// The names of the states as clap takes them.
fn states() -> impl clap::builder::TypedValueParser<Value = AdState> {
    let values = AdState::all().map(AdState::name);
    PossibleValuesParser::new(values).map(|name| AdState::named(&name).unwrap_or_default())
}

fn list(context: &mut Context<'_>) -> anyhow::Result<()> {
    let ads = read_all(context)?;
    let demand = demand_of(&ads);
    if context.out.json {
        let value = serde_json::to_value(json::matching::ads(&ads, &demand))?;
        return context.out.print_json(&value);
    }
    let doc = pages::ads::page(context.view(), &ads, &demand);
    context.out.print(&doc)
}

/// Every kept ad that can be read. What is wrong with the others is said on standard error.
pub fn read_all(context: &Context<'_>) -> anyhow::Result<Vec<ReadAd>> {
    let (kept, problems) = KeptAds(&context.store).all()?;
    problems.iter().for_each(|problem| context.out.notify(&problem.to_string()));
    let (read, problems) = context.session.read_ads(kept);
    problems.iter().for_each(|problem| context.out.notify(problem));
    Ok(read)
}

/// What the kept ads ask for. An ad that can't be read costs nothing else: that is said on standard error.
pub fn demand(context: &Context<'_>) -> AdsDemand {
    match read_all(context) {
        Ok(ads) => demand_of(&ads),
        Err(problem) => {
            context.out.notify(&format!("the kept ads are left out: {problem}"));
            AdsDemand::default()
        }
    }
}
