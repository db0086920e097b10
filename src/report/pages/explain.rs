//! The exact arithmetic of a level's score, with every contribution.

use super::GuideView;
use crate::coach::fraction::Fraction;
use crate::coach::score::{Interval, LevelScore, SkillScore};
use crate::guide::scale::{EIGHTHS, Evidence};
use crate::report::document::{Cell, Column, Document, Role, Span};

/// The calculation of a level's score.
#[must_use]
pub fn page(book: GuideView<'_>, score: &LevelScore) -> Document {
    let mut doc = Document::default();
    doc.heading("How the score is calculated");
    doc.paragraph(
        "Each skill adds weight × covered ÷ needed. \u{201c}Covered\u{201d} is your rating, up to what the level needs. Your evidence decides how much of your rating is certain: that gives the lower end.",
    );
    let credit = &book.guide.scoring.credit;
    let share = |evidence| eighths(credit.of(evidence));
    doc.paragraph(format!(
        "How much of a rating is certain: claim {}, example {}, link {}. A skill that is not rated could be anything from 0 to 5.",
        share(Evidence::Claim),
        share(Evidence::Example),
        share(Evidence::Link)
    ));
    doc.gap();
    let total: u32 = score.skills.iter().map(|skill| skill.ask.weight).sum();
    let mut rows: Vec<_> = score.skills.iter().map(|skill| row(book, skill, total)).collect();
    let sum = |share: Fraction| number(share.times(total.into()));
    rows.push(vec![
        Cell::new(Role::Strong, "Total"),
        Cell::new(Role::Strong, total.to_string()),
        "".into(),
        "".into(),
        "".into(),
        Cell::new(Role::Strong, sum(score.low)),
        Cell::new(Role::Strong, sum(score.high)),
    ]);
    let columns = vec![
        Column::left("Skill"),
        Column::right("Weight"),
        Column::right("Needs"),
        Column::left("You"),
        Column::left("Counted").spoken("counted as"),
        Column::right("Least").spoken("at least"),
        Column::right("Most").spoken("at most"),
    ];
    doc.table(columns, rows);
    doc.gap();
    if let Some(skill) = telling(score) {
        doc.paragraph(example(book, skill, total));
    }
    doc.paragraph(format!(
        "{} of {total} is {} ({}); {} of {total} is {} ({}). Shown as {}: the lower end is rounded down, the upper end up, but rounding never reaches the threshold. The figures in the table are rounded to two decimals where they have more than three; the score is calculated without rounding.",
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
            "Ready means at least {} with every must-have met. This threshold, the weights and what evidence counts are conventions; you find them in the guide's data.",
            book.guide.scoring.threshold
        ),
    ));
    doc
}

/// The skill that makes the best example: rated, below its requirement, and with some doubt left.
fn telling(score: &LevelScore) -> Option<&SkillScore> {
    let rated = || score.skills.iter().filter(|skill| skill.answer.is_some());
    let is_short = |skill: &&SkillScore| skill.interval.high < skill.ask.required.eighths();
    let has_doubt = |skill: &&SkillScore| skill.low() != skill.high();
    rated()
        .find(|skill| is_short(skill) && has_doubt(skill))
        .or_else(|| rated().find(has_doubt))
        .or_else(|| rated().next())
}

/// One row in words.
fn example(book: GuideView<'_>, skill: &SkillScore, total: u32) -> String {
    let Interval { low, high } = skill.interval;
    let (weight, asked) = (skill.ask.weight, skill.ask.required.number());
    let covered = |end: u32| eighths(end.min(skill.ask.required.eighths()));
    let worth = |share: Fraction| number(share.times(total.into()));
    let name = book.skill_short(&skill.ask.skill);
    let said = super::answer(skill.answer);
    if skill.low() == skill.high() {
        return format!(
            "For example {name}: you rated it {said}, which covers {} of the {asked} needed. With its weight, that is {weight} × {} ÷ {asked} = {} of {total}.",
            covered(high),
            covered(high),
            worth(skill.high())
        );
    }
    format!(
        "For example {name}: you rated it {said}, which counts as {} to {}; the level needs {asked}. At least {weight} × {} ÷ {asked} = {}, at most {weight} × {} ÷ {asked} = {} of {total}.",
        eighths(low),
        eighths(high),
        covered(low),
        worth(skill.low()),
        covered(high),
        worth(skill.high())
    )
}

fn row(book: GuideView<'_>, skill: &SkillScore, total: u32) -> Vec<Cell> {
    let (low, high) = (eighths(skill.interval.low), eighths(skill.interval.high));
    let counted = if low == high { low } else { format!("{low}–{high}") };
    vec![
        book.skill_short(&skill.ask.skill).into(),
        skill.ask.weight.to_string().into(),
        skill.ask.required.number().to_string().into(),
        super::answer(skill.answer).into(),
        counted.into(),
        number(skill.low().times(total.into())).into(),
        number(skill.high().times(total.into())).into(),
    ]
}

/// Eighths of a rating: `1.5`, `2.625`.
fn eighths(count: u32) -> String {
    number(Fraction::new(count.into(), EIGHTHS.into()))
}

/// A number with the decimals it has, at most three: `9.75`. One with more is rounded to two: `1.17`.
fn number(fraction: Fraction) -> String {
    let thousandths = fraction.of(1000);
    let is_exact = Fraction::new(thousandths, 1000) == fraction;
    let thousandths = if is_exact { thousandths } else { fraction.of(100) * 10 };
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    match rest {
        0 => whole.to_string(),
        rest => format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0')),
    }
}

/// A percentage cut to one decimal, with `…` if digits are missing.
fn decimal(share: Fraction) -> String {
    let permille = share.permille_down();
    let exact = Fraction::new(permille, 1000) == share;
    format!("{}.{}{} %", permille / 10, permille % 10, if exact { "" } else { "…" })
}

#[cfg(test)]
mod tests {
    use super::{eighths, number};
    use crate::coach::fraction::Fraction;

    #[test]
    fn numbers_have_the_decimals_that_they_have() {
        let said = [(3, 2), (7, 8), (9, 1), (7, 6), (4, 3), (483, 8), (0, 1), (2, 3), (1999, 2000)];
        let said = said.map(|(above, below)| number(Fraction::new(above, below)));
        assert_eq!(said, ["1.5", "0.875", "9", "1.17", "1.33", "60.375", "0", "0.67", "1"]);
        assert_eq!([6, 7, 21].map(eighths), ["0.75", "0.875", "2.625"]);
    }
}
