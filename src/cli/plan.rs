//! `coach plan`: from here to a level.

use super::{Context, Misuse};
use crate::coach::plan;
use crate::coach::plan::calendar;
use crate::guide::names;
use crate::profile::model::Profile;
use crate::report::{json, page};
use jiff::civil::Date;

/// The profile's key for the hours a week, as people write it.
const HOURS_KEYS: [&str; 2] = ["hours_per_week", "hours-per-week"];
/// A week has no more.
const HOURS_OF_A_WEEK: u32 = 168;

/// Arguments of `coach plan`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without one the target
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// Hours a week for it, to see weeks; without it what the profile says
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(HOURS_OF_A_WEEK)))]
    hours_per_week: Option<u32>,
    /// A day such as 2027-06-30, to see what fits until then
    #[arg(long, value_name = "DATE", value_parser = date)]
    by: Option<Date>,
}

fn date(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "write a day as 2027-06-30: year, month, day".to_owned())
}

/// Prints the plan.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let named = arguments.level.as_deref().map(|name| names::level(context.guide(), name)).transpose()?;
    let Some(level) = named.or(context.target()) else {
        let problem = "a plan to which level? coach plan LEVEL, or set a target first: coach target LEVEL";
        return Err(Misuse(problem.to_owned()).into());
    };
    let today = Context::today();
    if let Some(by) = arguments.by.filter(|by| *by <= today) {
        return Err(Misuse(format!("{by} is not ahead: today is {today}")).into());
    }
    let plan = plan::plan(&context.library, context.guide(), level, &context.profile.ratings);
    let per_week = arguments.hours_per_week.or_else(|| hours_per_week(&context.profile));
    let calendar = calendar::calendar(&plan, per_week, today, arguments.by);
    if context.json {
        let value = serde_json::to_value(json::plan::plan(context.guide(), &plan, &calendar))?;
        return context.print_json(&value);
    }
    let doc = page::plan::page(context.book(), &plan, &calendar);
    context.print(&doc)
}

/// What the profile says, where that is a whole number that a week can hold.
fn hours_per_week(profile: &Profile) -> Option<u32> {
    let said = HOURS_KEYS.iter().find_map(|key| profile.about.get(*key))?;
    said.trim().parse().ok().filter(|hours| (1..=HOURS_OF_A_WEEK).contains(hours))
}
