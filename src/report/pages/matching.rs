//! A job ad against the person's ratings.

use super::{GuideView, answer, hint};
use crate::ad::{Ad, Finding, Need, Passage, Pay};
use crate::coach::fraction::Fraction;
use crate::coach::matching::{Match, MatchState, SkillMatch};
use crate::guide::id::Link;
use crate::report::document::{Cell, Column, Document, Role, Span, Spans};

/// The most items of a list of advice.
const ITEMS: usize = 5;
/// Passages shown for a skill.
const PASSAGES: usize = 3;

/// The page: the range, the skills, what to do, and what else the ad asks.
#[must_use]
pub fn page(book: GuideView<'_>, ad: &Ad, matched: &Match, words: &[String]) -> Document {
    let mut doc = Document::titled(if ad.title.is_empty() { "A job ad" } else { &ad.title });
    if !ad.role.is_of_guide {
        doc.spans(vec![
            Span::new(
                Role::Open,
                format!("This doesn't look like a job for a {}: ", book.guide.title.to_lowercase()),
            ),
            format!("{}.", ad.role.why).into(),
        ]);
    }
    doc.spans(headline(matched));
    doc.spans(facts(book, ad, matched));
    add_range(matched, &mut doc);
    add_skills(book, matched, Need::Required, "It requires", &mut doc);
    add_skills(book, matched, Need::Nice, "Nice to have", &mut doc);
    add_mentioned(book, matched, &mut doc);
    add_advice(book, matched, words, &mut doc);
    add_conditions(ad, &mut doc);
    add_unknown(ad, &mut doc);
    doc.gap();
    doc.paragraph(Span::new(Role::Dim, hint::how_ads_are_read(book.face)));
    doc
}

/// The range in words: `You match 42 to 78 %.`
#[must_use]
pub fn headline(matched: &Match) -> Spans {
    if matched.skills.iter().all(|skill| skill.finding.need == Need::Mentioned) {
        return vec![Span::new(
            Role::Open,
            "It asks for no skill that this guide knows, so there is nothing to compare.",
        )];
    }
    let (low, high) = (matched.low.percent_down(), matched.high.percent_up());
    let range = if low == high { format!("{low} %") } else { format!("{low} to {high} %") };
    let count = |state| matched.asked_in(state).count();
    let states = [MatchState::Proved, MatchState::Claimed, MatchState::Below, MatchState::NotRated];
    let counts = states.map(|state| (count(state), state.name()));
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    vec![
        "You match ".into(),
        Span::new(Role::Strong, range),
        format!(" of what it asks: {}.", counts.join(", ")).into(),
    ]
}

/// Level, years and pay, as the ad states them.
fn facts(book: GuideView<'_>, ad: &Ad, matched: &Match) -> Spans {
    let mut facts: Vec<String> = Vec::new();
    match (&ad.level, &matched.reads_like) {
        (Some(level), Some(like)) if level != like => {
            facts.push(format!(
                "it says {}, and reads like {}",
                book.level_name(level),
                book.level_name(like)
            ));
        }
        (Some(level), _) => facts.push(format!("level: {}", book.level_name(level))),
        (None, Some(like)) => {
            facts.push(format!("it names no level, and reads like {}", book.level_name(like)))
        }
        (None, None) => {}
    }
    if let Some(years) = ad.years_min {
        facts.push(format!("{} or more", super::count(usize::try_from(years).unwrap_or_default(), "year")));
    }
    facts.extend(ad.pay.as_ref().map(pay));
    if !ad.languages.is_empty() {
        facts.push(format!("languages: {}", ad.languages.join(", ")));
    }
    let text = facts.join(" · ");
    if text.is_empty() { Vec::new() } else { vec![format!("{}.", super::capitalised(&text)).into()] }
}

/// `60,000 to 70,000 EUR a year`, as far as the ad says it.
#[must_use]
pub fn pay(pay: &Pay) -> String {
    use crate::guide::model::thousands;
    let range = match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => thousands(min),
        (Some(min), Some(max)) => format!("{} to {}", thousands(min), thousands(max)),
        (Some(min), None) => format!("{} or more", thousands(min)),
        (None, Some(max)) => format!("up to {}", thousands(max)),
        (None, None) => return pay.text.clone(),
    };
    let article = |period: &str| if period == "hour" { "an hour".to_owned() } else { format!("a {period}") };
    let period = pay.period.map(|period| format!(" {}", article(period.id()))).unwrap_or_default();
    format!("{range} {}{period}", pay.currency)
}

fn add_range(matched: &Match, doc: &mut Document) {
    doc.gap();
    let bar = Cell::Range { low: matched.low, high: matched.high, mark: Fraction::new(1, 1) };
    let said = format!("{}–{}", matched.low.percent_down(), matched.high.percent_up());
    let columns = vec![
        Column::left("").unsaid(),
        Column::left("").unsaid(),
        Column::right("").spoken("match, in per cent"),
    ];
    doc.table(
        columns,
        vec![vec!["Match".into(), bar, Span::new(Role::Text, format!("{said} %")).said_as(said).into()]],
    );
}

fn add_skills(book: GuideView<'_>, matched: &Match, need: Need, heading: &str, doc: &mut Document) {
    let skills: Vec<&SkillMatch> = matched.skills.iter().filter(|skill| skill.finding.need == need).collect();
    if skills.is_empty() {
        return;
    }
    doc.heading(heading);
    let columns = vec![
        Column::left("Skill"),
        Column::right("Needs"),
        Column::left("You"),
        Column::left("").spoken(""),
        Column::left("The ad says").spoken("the ad says"),
    ];
    let rows = skills.into_iter().map(|skill| {
        vec![
            Cell::Text(vec![Span::link(
                book.skill_short(&skill.finding.skill),
                Link::Skill(skill.finding.skill.clone()),
            )]),
            skill.required.number().to_string().into(),
            answer(skill.answer).into(),
            Cell::new(role(skill.state), state_words(skill)),
            words_of(book, &skill.finding).into(),
        ]
    });
    doc.table(columns, rows.collect());
}

const fn role(state: MatchState) -> Role {
    match state {
        MatchState::Proved => Role::Good,
        MatchState::Claimed | MatchState::NotRated => Role::Open,
        MatchState::Below => Role::NotYet,
    }
}

/// The state, but none where the rating says it already.
fn state_words(skill: &SkillMatch) -> &'static str {
    match skill.state {
        MatchState::NotRated => "",
        state => state.name(),
    }
}

/// The words of the ad for a skill with their lines: `PostgreSQL (12), SQL (14)`.
fn words_of(book: GuideView<'_>, finding: &Finding) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for Passage { text, line, .. } in &finding.passages {
        let low = text.to_lowercase();
        if !seen.contains(&low) && words.len() < PASSAGES {
            words.push(format!("{text} (line {line})"));
            seen.push(low);
        }
    }
    let others: Vec<&str> = finding.alternatives.iter().map(|skill| book.skill_short(skill)).collect();
    let instead = if others.is_empty() { String::new() } else { format!("; or {}", others.join(" or ")) };
    format!("{}{instead}", words.join(", "))
}

fn add_mentioned(book: GuideView<'_>, matched: &Match, doc: &mut Document) {
    let mentioned = matched.skills.iter().filter(|skill| skill.finding.need == Need::Mentioned);
    let words: Vec<String> = mentioned.map(|skill| words_of(book, &skill.finding)).collect();
    if !words.is_empty() {
        doc.gap();
        doc.paragraph(format!("Mentioned, not asked of you: {}.", words.join(", ")));
    }
}

/// What to do: prove what is claimed, answer what is open, and how long the rest takes.
fn add_advice(book: GuideView<'_>, matched: &Match, words: &[String], doc: &mut Document) {
    let name = |skill: &SkillMatch| {
        Span::link(book.skill_short(&skill.finding.skill), Link::Skill(skill.finding.skill.clone()))
    };
    let by_doubt = |state| {
        let mut skills: Vec<&SkillMatch> =
            matched.asked_in(state).filter(|skill| skill.doubt > Fraction::ZERO).collect();
        skills.sort_by_key(|skill| std::cmp::Reverse(skill.doubt));
        skills.into_iter().take(ITEMS)
    };
    let (prove, rate) = (by_doubt(MatchState::Claimed), by_doubt(MatchState::NotRated));
    let mut below: Vec<&SkillMatch> = matched.asked_in(MatchState::Below).collect();
    below.sort_by_key(|skill| (std::cmp::Reverse(skill.finding.need), skill.hours));
    let has_advice = prove.len() + rate.len() + below.len() + words.len() > 0;
    if !has_advice {
        return;
    }
    doc.heading("Before you apply");
    for skill in prove {
        let proof_hours =
            super::count(usize::try_from(book.guide.scoring.proof_hours).unwrap_or_default(), "hour");
        let rating = skill.answer.map_or(0, |(rating, _)| rating.number());
        doc.item(vec![
            "Prove ".into(),
            name(skill),
            format!(" {rating}: about {proof_hours}, up to {} points.", points(skill.doubt)).into(),
        ]);
    }
    for skill in rate {
        doc.item(vec![
            "Answer ".into(),
            name(skill),
            format!(": up to {} points, in a minute.", points(skill.doubt)).into(),
        ]);
    }
    for skill in below.into_iter().take(ITEMS) {
        let [low, high] = skill.hours.unwrap_or_default();
        let rating = skill.answer.map_or(0, |(rating, _)| rating.number());
        doc.item(vec![
            "Learn ".into(),
            name(skill),
            format!(" {rating} → {}: {low}–{high} hours.", skill.required.number()).into(),
        ]);
    }
    if !words.is_empty() {
        doc.item(vec![
            "Words your résumé should carry, because you use them about yourself: ".into(),
            Span::new(Role::Strong, words.join(", ")),
            ".".into(),
        ]);
    }
}

fn points(doubt: Fraction) -> String {
    doubt.percent_up().to_string()
}

fn add_conditions(ad: &Ad, doc: &mut Document) {
    if ad.conditions.is_empty() {
        return;
    }
    doc.heading("Conditions");
    for condition in &ad.conditions {
        doc.item(vec![
            Span::new(Role::Strong, super::capitalised(condition.kind.words())),
            format!(": “{}” (line {})", condition.text, condition.line).into(),
        ]);
    }
}

fn add_unknown(ad: &Ad, doc: &mut Document) {
    let asked = ad.unknown.iter().filter(|unknown| unknown.need != Need::Mentioned);
    let words: Vec<String> =
        asked.map(|unknown| format!("{} (line {})", unknown.text, unknown.line)).collect();
    if !words.is_empty() {
        doc.gap();
        doc.paragraph(format!("Asked for, and not in this guide: {}.", words.join(", ")));
    }
}
