//! `coach plan`: the steps to a level.

mod done;

use super::{Context, Misuse, ads};
use crate::coach::plan::{Plan, Step};
use crate::guide::names;
use crate::profile::about::HoursPerWeek;
use crate::report::{json, pages};
use crate::session::date_ahead;
use anyhow::Context as _;

// Arguments of `coach plan`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A level; without it, your target
    #[arg(value_name = "LEVEL")]
    level: Option<String>,
    /// Hours you can study each week, to see dates; without it, the hours in your profile
    #[arg(long, value_name = "N", value_parser = str::parse::<HoursPerWeek>)]
    hours_per_week: Option<HoursPerWeek>,
    /// The day to be done by, such as 2027-06-30, to see which steps fit before it
    #[arg(long, value_name = "DATE")]
    by: Option<String>,
    /// Tick off a step, by its number or its skill; asks for your rating now and what proves it
    #[arg(long, value_name = "STEP", conflicts_with_all = ["by", "json"])]
    done: Option<String>,
}

/// Prints the plan.
pub fn run(arguments: &Arguments, context: &mut Context<'_>) -> anyhow::Result<()> {
    let named =
        arguments.level.as_deref().map(|name| names::level(context.session.guide(), name)).transpose()?;
    let Some(level) = named.or(context.session.target()) else {
        let problem =
            "a plan for which level? Use coach plan LEVEL, or set a target first: coach target LEVEL";
        return Err(Misuse(problem.to_owned()).into());
    };
    let by = arguments.by.as_deref().map(|text| date_ahead(text, context.session.today()));
    let by = by.transpose().map_err(|problem| Misuse(format!("--by: {problem}")))?;
    let at_other_hours = arguments.hours_per_week.map(|hours| context.session.plan_at(level, hours));
    let plan = at_other_hours.as_ref().or_else(|| context.session.plan(&level.id));
    let plan = plan.context("the guide has no such level")?;
    if let Some(step) = &arguments.done {
        let level = level.id.clone();
        let step = named_step(plan, step, context)?.clone();
        return done::tick_off(&step, &level, context);
    }
    let calendar = context.session.calendar(plan, arguments.hours_per_week, by);
    if context.out.json {
        let value = serde_json::to_value(json::plan::plan(context.session.guide(), plan, &calendar))?;
        return context.out.print_json(&value);
    }
    let mut doc = pages::plan::page(context.view(), plan, &calendar);
    pages::ads::add_demand(context.view(), &ads::demand(context), &mut doc);
    context.out.print(&doc)
}

/// The step of a number, or the first one of a skill.
fn named_step<'p>(plan: &'p Plan, name: &str, context: &Context<'_>) -> anyhow::Result<&'p Step> {
    let of_number = |number: usize| number.checked_sub(1).and_then(|position| plan.steps.get(position));
    let step = match name.trim().parse() {
        Ok(number) => of_number(number),
        Err(_) => {
            let skill = names::skill(context.session.library(), name)?;
            plan.steps.iter().find(|step| step.skill == skill.id)
        }
    };
    let count = pages::count(plan.steps.len(), "step");
    step.ok_or_else(|| {
        Misuse(format!("the plan has no step `{name}`; it has {count}, and coach plan lists them")).into()
    })
}
