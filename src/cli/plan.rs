//! `coach plan`: from here to a level.

mod done;

use super::{Context, Misuse};
use crate::coach::plan::calendar;
use crate::coach::plan::{self, Plan, PlanStep};
use crate::coach::readiness::about::About;
use crate::guide::names;
use crate::report::{json, pages};
use jiff::civil::Date;

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
    /// Tick off a step by its number or its skill: asks for the rating that is true now and what shows it
    #[arg(long, value_name = "STEP", conflicts_with_all = ["by", "json"])]
    done: Option<String>,
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
    if let Some(step) = &arguments.done {
        let level = level.id.clone();
        let step = named_step(&plan, step, context)?.clone();
        return done::tick_off(&step, &level, context);
    }
    let per_week = arguments
        .hours_per_week
        .or_else(|| About::of(&context.profile.about).hours_per_week.value().copied());
    let calendar = calendar::calendar(&plan, per_week, today, arguments.by);
    if context.json {
        let value = serde_json::to_value(json::plan::plan(context.guide(), &plan, &calendar))?;
        return context.print_json(&value);
    }
    let doc = pages::plan::page(context.book(), &plan, &calendar);
    context.print(&doc)
}

/// The step of a number, or the first one of a skill.
fn named_step<'p>(plan: &'p Plan, name: &str, context: &Context<'_>) -> anyhow::Result<&'p PlanStep> {
    let of_number = |number: usize| number.checked_sub(1).and_then(|position| plan.steps.get(position));
    let step = match name.trim().parse() {
        Ok(number) => of_number(number),
        Err(_) => {
            let skill = names::skill(&context.library, name)?;
            plan.steps.iter().find(|step| step.skill == skill.id)
        }
    };
    let count = pages::count(plan.steps.len(), "step");
    step.ok_or_else(|| {
        Misuse(format!("the plan has no step `{name}`: it has {count}; coach plan lists them")).into()
    })
}
