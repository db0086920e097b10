//! Checks of guides: contents, figures, links and employer preferences.

use super::super::fault::Fault;
use super::super::id::{FaqId, LevelId, Link, SectionId, SkillId, SourceId};
use super::super::model::{Block, Figure, GuideTable, Section, Track};
use super::super::scale::EIGHTHS;
use super::super::source_files::{GuideFile, GuideFiles, ParsedFile, ParsedFolder};
use super::matrix;
use super::rules::{check_texts, folder_fault, mentions_money, name_fault, repeated};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

const REVIEW_AFTER_MONTHS: RangeInclusive<u32> = 1..=120;
const FILES: [&str; 5] = ["guide", "sources", "levels", "matrix", "faqs"];

/// Adds the faults of all guides to `faults`.
pub(super) fn check(draft: &ParsedFolder, skills: &BTreeSet<SkillId>, faults: &mut Vec<Fault>) {
    for (folder, files) in &draft.guides {
        let known = Known::of(draft, folder, files, skills);
        check_presence(draft, folder, files, faults);
        check_guide(folder, files, &known, faults);
        check_sections(files, &known, faults);
        check_faqs(files, &known, faults);
        check_sources(files, faults);
        check_levels(files, &known, faults);
        matrix::check(files, known.skills, known.levels.as_ref(), faults);
    }
}

/// The ids that a link may name. A set is `None` when its file couldn't be parsed; links into it aren't checked then.
struct Known<'a> {
    skills: &'a BTreeSet<SkillId>,
    sections: BTreeSet<SectionId>,
    levels: Option<BTreeSet<LevelId>>,
    faqs: Option<BTreeSet<FaqId>>,
    sources: Option<BTreeSet<SourceId>>,
}

impl<'a> Known<'a> {
    fn of(draft: &ParsedFolder, folder: &str, files: &GuideFiles, skills: &'a BTreeSet<SkillId>) -> Self {
        let prefix = format!("guides/{folder}/sections/");
        let unread = draft
            .unread
            .iter()
            .filter_map(|path| path.strip_prefix(&prefix)?.strip_suffix(".toml")?.parse().ok());
        let read = files.sections.iter().map(|file| file.value.id.clone());
        let levels = files.levels.as_ref().map(|file| file.value.levels.iter());
        let faqs = files.faqs.as_ref().map(|file| file.value.faqs.iter());
        Self {
            skills,
            sections: read.chain(unread).collect(),
            levels: levels.map(|levels| levels.map(|level| level.id.clone()).collect()),
            faqs: faqs.map(|faqs| faqs.map(|faq| faq.id.clone()).collect()),
            sources: files.sources.as_ref().map(|file| file.value.keys().cloned().collect()),
        }
    }

    fn link_problem(&self, link: &Link) -> Option<String> {
        let exists = match link {
            Link::Section(id) => self.sections.contains(id),
            Link::Skill(id) => self.skills.contains(id),
            Link::Level(id) => self.levels.as_ref().is_none_or(|levels| levels.contains(id)),
            Link::Faq(id) => self.faqs.as_ref().is_none_or(|faqs| faqs.contains(id)),
        };
        (!exists).then(|| format!("`{link}` doesn't exist"))
    }
}

fn check_presence(draft: &ParsedFolder, folder: &str, files: &GuideFiles, faults: &mut Vec<Fault>) {
    let present = [
        files.guide.is_some(),
        files.sources.is_some(),
        files.levels.is_some(),
        files.matrix.is_some(),
        files.faqs.is_some(),
    ];
    for (name, present) in FILES.iter().zip(present) {
        let file = format!("guides/{folder}/{name}.toml");
        if !present && !draft.unread.contains(&file) {
            let problem = "the guide needs this file".to_owned();
            faults.push(Fault { file, line: None, key: String::new(), problem });
        }
    }
}

fn check_guide(folder: &str, files: &GuideFiles, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let Some(file) = &files.guide else { return };
    check_texts(file, faults);
    faults.extend(folder_fault(file, &file.value.id, folder));
    check_scoring(file, faults);
    check_employer_preferences(file, known, faults);
    check_contents(file, &files.sections, known, faults);
}

fn check_scoring(file: &ParsedFile<GuideFile>, faults: &mut Vec<Fault>) {
    let scoring = &file.value.scoring;
    if !(1..=100).contains(&scoring.threshold) {
        faults.push(file.fault("scoring.threshold", "the threshold must be 1 to 100 per cent"));
    }
    let credit = &scoring.credit;
    if !(1 <= credit.claim && credit.claim <= credit.example && credit.example <= credit.link)
        || credit.link != EIGHTHS
    {
        faults.push(file.fault("scoring.credit", "the eighths must satisfy 1 ≤ claim ≤ example ≤ link = 8"));
    }
    if 100 * u64::from(credit.claim) >= u64::from(EIGHTHS) * u64::from(scoring.threshold) {
        let problem =
            "claims alone must not reach the threshold at a level whose requirements are exactly met";
        faults.push(file.fault("scoring.credit.claim", problem));
    }
    if !REVIEW_AFTER_MONTHS.contains(&scoring.review_after_months) {
        faults.push(file.fault("scoring.review_after_months", "the number of months must be 1 to 120"));
    }
}

fn check_employer_preferences(file: &ParsedFile<GuideFile>, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let preferences = &file.value.employer_preferences;
    if preferences.is_empty() {
        faults.push(file.fault("employer_preferences", "a guide needs at least one employer preference"));
    }
    for (i, preference) in preferences.iter().enumerate() {
        let key = format!("employer_preferences[{i}]");
        check_prose(file, &format!("{key}.name"), &preference.name, faults);
        check_links(file, &key, &preference.see, known, faults);
        if preference.satisfied_by.is_empty() {
            faults.push(file.fault(
                format!("{key}.satisfied_by"),
                "no route satisfies this preference: name at least one",
            ));
        }
        for (r, route) in preference.satisfied_by.iter().enumerate() {
            if preference.satisfied_by[..r].contains(route) {
                let problem = format!("the route `{}` is listed twice", route.id());
                faults.push(file.fault(format!("{key}.satisfied_by[{r}]"), problem));
            }
        }
    }
    let names = preferences.iter().enumerate();
    faults.extend(repeated(
        names.map(|(i, preference)| {
            (preference.name.as_str(), file, format!("employer_preferences[{i}].name"))
        }),
        "the employer preference",
    ));
}

/// Checks that the contents list every section exactly once.
fn check_contents(
    file: &ParsedFile<GuideFile>,
    sections: &[ParsedFile<Section>],
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    let mut listed = BTreeSet::new();
    for (p, part) in file.value.parts.iter().enumerate() {
        for (s, section) in part.sections.iter().enumerate() {
            let key = format!("parts[{p}].sections[{s}]");
            if !known.sections.contains(section) {
                faults.push(file.fault(key, format!("there is no section `{section}`")));
            } else if !listed.insert(section) {
                faults.push(file.fault(key, format!("the section `{section}` is listed twice")));
            }
        }
    }
    for section in sections {
        if !listed.contains(&section.value.id) {
            faults.push(section.fault("id", "no part of guide.toml lists this section"));
        }
    }
}

fn check_sections(files: &GuideFiles, known: &Known<'_>, faults: &mut Vec<Fault>) {
    for file in &files.sections {
        check_texts(file, faults);
        faults.extend(name_fault(file, file.value.id.as_str()));
        if file.value.blocks.is_empty() {
            faults.push(file.fault("blocks", "the section has no content"));
        }
        for (i, block) in file.value.blocks.iter().enumerate() {
            check_block(file, &format!("blocks[{i}]"), block, known, faults);
        }
    }
}

fn check_block(
    file: &ParsedFile<Section>,
    key: &str,
    block: &Block,
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    let has_content = block.text.is_some()
        || !block.points.is_empty()
        || block.table.is_some()
        || !block.figures.is_empty()
        || !block.examples.is_empty()
        || block.show.is_some()
        || !block.see.is_empty();
    if !has_content {
        faults.push(file.fault(key, "the block has no content"));
    }
    if let Some(text) = &block.text {
        check_prose(file, &format!("{key}.text"), text, faults);
    }
    for (i, point) in block.points.iter().enumerate() {
        let key = format!("{key}.points[{i}]");
        check_prose(file, &format!("{key}.text"), &point.text, faults);
        check_links(file, &key, &point.see, known, faults);
        for (s, skill) in point.skills.iter().enumerate() {
            if !known.skills.contains(skill) {
                faults.push(file.fault(format!("{key}.skills[{s}]"), format!("there is no skill `{skill}`")));
            }
        }
    }
    if let Some(table) = &block.table {
        check_table(file, &format!("{key}.table"), table, known, faults);
    }
    check_figures(file, key, &block.figures, known, faults);
    check_links(file, key, &block.see, known, faults);
}

fn check_prose<T>(file: &ParsedFile<T>, key: &str, text: &str, faults: &mut Vec<Fault>) {
    if mentions_money(text) {
        faults.push(
            file.fault(key, "money or a percentage in prose: make it a figure with a source and a date"),
        );
    }
}

fn check_links<T>(
    file: &ParsedFile<T>,
    key: &str,
    links: &[Link],
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    for (i, link) in links.iter().enumerate() {
        if let Some(problem) = known.link_problem(link) {
            faults.push(file.fault(format!("{key}.see[{i}]"), problem));
        }
    }
}

fn check_table<T>(
    file: &ParsedFile<T>,
    key: &str,
    table: &GuideTable,
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    for (i, row) in table.rows.iter().enumerate() {
        if row.len() != table.columns.len() {
            let problem = format!(
                "expected {} cells, one for each column, but found {}",
                table.columns.len(),
                row.len()
            );
            faults.push(file.fault(format!("{key}.rows[{i}]"), problem));
        }
    }
    let has_figures = table.rows.iter().flatten().any(|cell| mentions_money(cell));
    if has_figures || table.source.is_some() || table.as_of.is_some() {
        check_origin(file, key, table.source.as_ref(), table.as_of.as_deref(), known, faults);
    }
}

fn check_origin<T>(
    file: &ParsedFile<T>,
    key: &str,
    source: Option<&SourceId>,
    as_of: Option<&str>,
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    match (source, &known.sources) {
        (None, _) => faults.push(file.fault(key, "the figure has no `source`")),
        (Some(id), Some(sources)) if !sources.contains(id) => {
            faults.push(file.fault(format!("{key}.source"), format!("there is no source `{id}`")));
        }
        _ => {}
    }
    if as_of.is_none() {
        faults.push(file.fault(key, "the figure has no `as_of`, the date it describes"));
    }
}

fn check_figures<T>(
    file: &ParsedFile<T>,
    key: &str,
    figures: &[Figure],
    known: &Known<'_>,
    faults: &mut Vec<Fault>,
) {
    for (i, figure) in figures.iter().enumerate() {
        let key = format!("{key}.figures[{i}]");
        check_origin(file, &key, figure.source.as_ref(), figure.as_of.as_deref(), known, faults);
        let ranged = figure.low.is_some() || figure.high.is_some();
        if figure.value.is_some() == ranged {
            faults.push(file.fault(key, "a figure needs either `value`, or `low` and/or `high`"));
        } else if let (Some(low), Some(high)) = (figure.low, figure.high)
            && low >= high
        {
            faults
                .push(file.fault(key, format!("{low} to {high} is not a range: `low` must be below `high`")));
        }
    }
}

fn check_faqs(files: &GuideFiles, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let Some(file) = &files.faqs else { return };
    check_texts(file, faults);
    for (i, faq) in file.value.faqs.iter().enumerate() {
        let key = format!("faqs[{i}]");
        check_prose(file, &format!("{key}.answer"), &faq.answer, faults);
        check_figures(file, &key, &faq.figures, known, faults);
        check_links(file, &key, &faq.see, known, faults);
    }
    let ids = file.value.faqs.iter().enumerate();
    faults.extend(repeated(
        ids.map(|(i, faq)| (faq.id.as_str(), file, format!("faqs[{i}].id"))),
        "the question",
    ));
}

fn check_sources(files: &GuideFiles, faults: &mut Vec<Fault>) {
    if let Some(file) = &files.sources {
        check_texts(file, faults);
    }
}

fn check_levels(files: &GuideFiles, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let Some(file) = &files.levels else { return };
    check_texts(file, faults);
    let mut core_has_ended = false;
    for (i, level) in file.value.levels.iter().enumerate() {
        let key = format!("levels[{i}]");
        for prose in level.does.iter().chain(&level.focus) {
            check_prose(file, &key, prose, faults);
        }
        let (years, pay) = (&level.years, &level.pay);
        for (part, source, as_of) in
            [("years", &years.source, &years.as_of), ("pay", &pay.source, &pay.as_of)]
        {
            let key = format!("{key}.{part}");
            check_origin(file, &key, source.as_ref(), as_of.as_deref(), known, faults);
        }
        if years.to.is_some_and(|to| to <= years.from) {
            faults.push(file.fault(format!("{key}.years"), "`to` must be above `from`"));
        }
        if let Some(alike) = &level.much_like {
            let earlier = file.value.levels[..i].iter().find(|earlier| earlier.id == *alike);
            if earlier.is_none_or(|earlier| earlier.track != level.track) {
                let problem = format!("`{alike}` must be an earlier level of the same track");
                faults.push(file.fault(format!("{key}.much_like"), problem));
            }
        }
        core_has_ended |= level.track != Track::Core;
        if core_has_ended && level.track == Track::Core {
            faults.push(file.fault(format!("{key}.track"), "core levels must come before all others"));
        }
    }
    let ids = file.value.levels.iter().enumerate();
    faults.extend(repeated(
        ids.map(|(i, level)| (level.id.as_str(), file, format!("levels[{i}].id"))),
        "the level",
    ));
}
