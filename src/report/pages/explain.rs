//! The exact arithmetic of a level's score, with every contribution.

use super::GuideView;
use crate::coach::fraction::Fraction;
use crate::coach::score::{Interval, LevelScore, SkillScore};
use crate::guide::scale::Evidence;
use crate::report::document::{Cell, Column, Document, Role, Span};

/// The calculation of a level's score.
#[must_use]
pub fn page(book: GuideView<'_>, score: &LevelScore) -> Document {
    let mut doc = Document::default();
    doc.heading("The arithmetic");
    doc.paragraph(
        "Each skill counts weight × covered ÷ asked. Covered is your rating, but never more than is asked; its lower end is what remains after the doubt that your evidence leaves.",
    );
    let doubt = &book.guide.scoring.doubt;
    let halves = |evidence| half_steps(doubt.of(evidence));
    doc.paragraph(format!(
        "Doubt: a claim loses {}, an example {}, a link {}; a rating of 1 is believed as it is. Not rated stands for anything from 0 to 5.",
        halves(Evidence::Claim),
        halves(Evidence::Example),
        halves(Evidence::Link)
    ));
    doc.gap();
    let total: u32 = score.skills.iter().map(|skill| skill.ask.weight).sum();
    let mut rows: Vec<_> = score.skills.iter().map(|skill| row(book, skill, total)).collect();
    let sum = |share: Fraction| mixed(share.times(total.into()));
    rows.push(vec![
        Cell::new(Role::Strong, "Sum"),
        Cell::new(Role::Strong, total.to_string()),
        "".into(),
        "".into(),
        Cell::new(Role::Strong, sum(score.low)),
        Cell::new(Role::Strong, sum(score.high)),
    ]);
    let columns = vec![
        Column::left("Skill"),
        Column::right("Weight"),
        Column::right("Asked"),
        Column::left("You stand for"),
        Column::right("At least"),
        Column::right("At most"),
    ];
    doc.table(columns, rows);
    doc.gap();
    if let Some(skill) = telling(score) {
        doc.paragraph(example(book, skill, total));
    }
    doc.paragraph(format!(
        "{} of {total} is {} ({}); {} of {total} is {} ({}). Shown as {}: the lower end rounded down, the upper end up.",
        sum(score.low),
        score.low,
        decimal(score.low),
        sum(score.high),
        score.high,
        decimal(score.high),
        score.range()
    ));
    doc.paragraph(Span::new(
        Role::Dim,
        format!(
            "Ready from {} per cent with every must-have met. The threshold, weights and doubts are conventions, written down in the guide's data.",
            book.guide.scoring.threshold
        ),
    ));
    doc
}

/// The skill that makes the best example: rated, below its requirement, and with some doubt left.
fn telling(score: &LevelScore) -> Option<&SkillScore> {
    let rated = || score.skills.iter().filter(|skill| skill.answer.is_some());
    let is_short = |skill: &&SkillScore| skill.interval.high < 2 * u32::from(skill.ask.required.number());
    let has_doubt = |skill: &&SkillScore| skill.low != skill.high;
    rated()
        .find(|skill| is_short(skill) && has_doubt(skill))
        .or_else(|| rated().find(has_doubt))
        .or_else(|| rated().next())
}

/// One row in words.
fn example(book: GuideView<'_>, skill: &SkillScore, total: u32) -> String {
    let Interval { low, high } = skill.interval;
    let (weight, asked) = (skill.ask.weight, skill.ask.required.number());
    let covered = |end: u32| half_steps(end.min(2 * u32::from(asked)));
    let worth = |share: Fraction| mixed(share.times(total.into()));
    let name = book.skill_short(&skill.ask.skill);
    let said = super::answer(skill.answer);
    if skill.low == skill.high {
        return format!(
            "For example {name}: you said {said}, which covers {} of the {asked} asked. Times its weight, that is {weight} × {} ÷ {asked} = {} of {total}.",
            covered(high),
            covered(high),
            worth(skill.high)
        );
    }
    format!(
        "For example {name}: you said {said}, so what is known lies between {} and {}, and {asked} is asked. At least {weight} × {} ÷ {asked} = {}, at most {weight} × {} ÷ {asked} = {} of {total}.",
        half_steps(low),
        half_steps(high),
        covered(low),
        worth(skill.low),
        covered(high),
        worth(skill.high)
    )
}

fn row(book: GuideView<'_>, skill: &SkillScore, total: u32) -> Vec<Cell> {
    let (low, high) = (half_steps(skill.interval.low), half_steps(skill.interval.high));
    let ends = if low == high { low } else { format!("{low}–{high}") };
    let answer = super::answer(skill.answer);
    vec![
        book.skill_short(&skill.ask.skill).into(),
        skill.ask.weight.to_string().into(),
        skill.ask.required.number().to_string().into(),
        format!("{answer}: {ends}").into(),
        mixed(skill.low.times(total.into())).into(),
        mixed(skill.high.times(total.into())).into(),
    ]
}

/// Half-steps as a number: `1½`.
fn half_steps(count: u32) -> String {
    match (count / 2, count % 2) {
        (0, 1) => "½".to_owned(),
        (whole, 0) => whole.to_string(),
        (whole, _) => format!("{whole}½"),
    }
}

/// A fraction as a mixed number: `9 3/4`.
fn mixed(fraction: Fraction) -> String {
    let whole = fraction.percent_down() / 100;
    let rest = fraction.minus(Fraction::new(whole, 1));
    match (whole, rest == Fraction::ZERO) {
        (whole, true) => whole.to_string(),
        (0, false) => rest.to_string(),
        (whole, false) => format!("{whole} {rest}"),
    }
}

/// A percentage cut to one decimal, with `…` if digits are missing.
fn decimal(share: Fraction) -> String {
    let permille = share.permille_down();
    let exact = Fraction::new(permille, 1000) == share;
    format!("{}.{}{} %", permille / 10, permille % 10, if exact { "" } else { "…" })
}
