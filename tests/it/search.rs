//! Search as a user meets it: what people type, and the answer that they expect for it.

use crate::support::{cases, guide, library};
use career_coach::guide::id::Link;
use career_coach::search::{Hit, Index, search};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A query, the link that a person expects for it, and the last place where it may stand:
/// 1 where there is one right answer, 3 where another page answers as well.
type Expectation = (&'static str, &'static str, usize);

/// Set down before the first run.
const EXPECTED: &[Expectation] = &[
    // Single words
    ("degree", "faq:degree", 1),
    ("salary", "section:pay", 1),
    ("pay", "section:pay", 1),
    ("money", "section:pay", 3),
    ("remote", "faq:remote", 1),
    ("interview", "section:interviews", 1),
    ("promotion", "section:career-path", 1),
    ("portfolio", "section:how-to-become", 1),
    ("bootcamp", "section:education", 1),
    ("certificates", "section:education", 1),
    ("layoffs", "section:market-2025", 1),
    ("visa", "section:visas", 1),
    ("burnout", "faq:work-life-balance", 3),
    ("overtime", "section:environment", 1),
    ("leadership", "section:leadership-skills", 1),
    ("mentor", "skill:mentoring", 1),
    ("stakeholders", "skill:influence", 1),
    ("cv", "section:resume", 1),
    ("résumé", "section:resume", 1),
    ("resume", "section:resume", 1),
    ("senior", "level:senior", 1),
    ("junior", "level:junior", 1),
    ("architect", "level:architect", 1),
    ("security", "skill:security", 1),
    ("debugging", "skill:problem-solving", 1),
    ("caching", "skill:performance", 1),
    // Products and terms of the field
    ("k8s", "skill:containers", 1),
    ("docker", "skill:containers", 1),
    ("kafka", "skill:messaging", 1),
    ("rabbitmq", "skill:messaging", 1),
    ("postgres", "skill:sql", 1),
    ("mongo db", "skill:sql", 1),
    ("redis", "skill:performance", 1),
    ("terraform", "skill:cloud", 1),
    ("aws", "skill:cloud", 1),
    ("jwt", "skill:security", 1),
    ("graphql", "skill:api-design", 1),
    ("rest api", "skill:api-design", 1),
    ("github", "skill:git", 1),
    ("spring boot", "skill:frameworks", 1),
    ("c", "skill:programming-language", 1),
    ("c++", "skill:programming-language", 1),
    ("C#", "skill:programming-language", 1),
    (".NET", "skill:programming-language", 1),
    ("go", "skill:programming-language", 1),
    ("ci/cd", "skill:testing", 1),
    ("unit tests", "skill:testing", 1),
    ("tdd", "skill:testing", 1),
    ("micro services", "skill:distributed-systems", 1),
    ("distributed systems", "skill:distributed-systems", 1),
    ("system design", "skill:architecture", 1),
    ("message queue", "skill:messaging", 1),
    ("code review", "skill:collaboration", 1),
    ("scrum", "skill:delivery", 1),
    ("tech debt", "skill:technical-direction", 1),
    ("h1b", "section:visas", 1),
    // Half-typed words
    ("ku", "skill:containers", 1),
    ("kube", "skill:containers", 1),
    ("kuberen", "skill:containers", 1),
    ("sala", "section:pay", 3),
    ("inter", "section:interviews", 3),
    ("cover l", "section:cover-letter", 1),
    // Typing errors
    ("kuberentes", "skill:containers", 1),
    ("postgress", "skill:sql", 1),
    ("pyhton", "skill:programming-language", 1),
    ("javascirpt", "skill:programming-language", 1),
    ("salery", "section:pay", 1),
    ("intervew", "section:interviews", 1),
    ("remtoe", "faq:remote", 1),
    ("securty", "skill:security", 1),
    ("mircoservices", "skill:distributed-systems", 1),
    ("sotf skills", "section:soft-skills", 1),
    ("time managment", "skill:prioritisation", 1),
    ("certifcates", "section:education", 1),
    // A few words
    ("cover letter", "section:cover-letter", 1),
    ("people manager", "skill:people-management", 1),
    ("bootcamp cost", "section:education", 1),
    ("visa germany", "section:visas", 1),
    ("salary in germany", "section:global-pay", 1),
    ("negotiate salary", "section:pay", 1),
    ("job market", "section:market", 1),
    ("tech lead", "level:lead", 1),
    ("staff engineer", "level:staff", 1),
    ("entry level", "level:junior", 1),
    ("self taught", "section:education", 3),
    ("work life balance", "faq:work-life-balance", 1),
    ("pros and cons", "section:pros-and-cons", 1),
    ("front end vs back end", "section:role", 1),
    ("job description template", "section:job-description", 1),
    ("communication skills", "skill:communication", 1),
    // Whole questions
    ("do I need a degree", "faq:degree", 1),
    ("can i get a job without a degree?", "faq:degree", 1),
    ("how much will I earn", "section:pay", 1),
    ("how much does a junior make", "faq:entry-level-pay", 1),
    ("how much do developers earn in canada", "section:global-pay", 3),
    ("how long until I'm job ready", "faq:job-ready-time", 1),
    ("can I work from home", "faq:remote", 1),
    ("is it stressful", "faq:work-life-balance", 3),
    ("what does a senior do", "level:senior", 1),
    ("how do I ask for a raise", "section:pay", 3),
    ("how do I negotiate", "section:pay", 3),
    ("what's the difference between staff and principal", "section:career-path", 3),
    ("is ai going to replace me", "section:market", 1),
    ("how do I get promoted?", "section:career-path", 1),
    ("do I need math", "section:education-requirements", 1),
    ("do i need to know docker", "skill:containers", 1),
    ("how do i learn sql", "skill:sql", 1),
    ("how long does it take to learn kubernetes", "skill:containers", 3),
    ("which programming language should I learn", "section:tools", 3),
    ("what does a backend developer do", "section:responsibilities", 1),
    ("what is a backend developer", "section:role", 1),
    ("how to become a backend developer", "section:how-to-become", 1),
    ("what will they ask me in the interview", "section:interviews", 1),
    ("how do i prepare for a coding interview", "section:interviews", 1),
    ("will there still be jobs in ten years", "faq:job-security", 1),
    ("what is the hardest part of the job", "faq:hardest-parts", 1),
    ("is it worth it", "section:pros-and-cons", 1),
    ("where can i move from here", "faq:career-growth", 3),
    ("do I have to work weekends", "faq:work-life-balance", 1),
    ("how long should my resume be", "section:resume", 1),
    // Kept aside while the ranking was made
    ("nodejs", "skill:programming-language", 1),
    ("azure", "skill:cloud", 1),
    ("mongodb", "skill:sql", 1),
    ("oauth", "skill:security", 1),
    ("gdpr", "skill:security", 1),
    ("django", "skill:frameworks", 1),
    ("orm", "skill:frameworks", 1),
    ("sharding", "skill:distributed-systems", 1),
    ("bls", "section:figures-that-disagree", 1),
    ("blue card", "section:visas", 1),
    ("digital nomad", "section:remote-work", 1),
    ("on-call", "section:environment", 1),
    ("stock options", "section:pay", 1),
    ("deadlines", "skill:prioritisation", 1),
    ("big picture", "skill:systems-thinking", 1),
    ("team work", "skill:collaboration", 1),
    ("pair programming", "skill:collaboration", 1),
    ("public speaking", "skill:communication", 1),
    ("test driven development", "skill:testing", 1),
    ("event driven architecture", "skill:messaging", 1),
    ("whiteboard interview", "section:interviews", 1),
    ("take home assignment", "section:interviews", 1),
    ("full stack", "section:role", 3),
    ("devops", "section:related-careers", 3),
    ("data engineer", "section:related-careers", 1),
    ("prometheus", "skill:performance", 1),
    ("promethues", "skill:performance", 1),
    ("kubernetis", "skill:containers", 1),
    ("algoritms", "skill:problem-solving", 1),
    ("arhcitect", "level:architect", 1),
    ("mentorng", "skill:mentoring", 1),
    ("princpal engineer", "level:principal", 1),
    ("salary negotation", "section:pay", 1),
    ("do i need a computer science degree to become a backend developer", "faq:degree", 1),
    ("average salary of a senior developer", "section:pay", 3),
    ("what comes after senior", "faq:career-growth", 3),
    ("can I become a manager", "faq:career-growth", 3),
    ("difference between backend and frontend", "section:role", 1),
    ("best programming language", "section:tools", 3),
    ("resume with no experience", "section:resume", 1),
    ("how do i write a good cv", "section:resume", 1),
    ("what do recruiters look for in a resume", "section:resume", 3),
    ("how hard is backend development", "faq:hardest-parts", 1),
    ("is coding hard", "faq:hardest-parts", 3),
    ("how much does a degree cost", "section:education", 1),
    ("where do developers get paid the most", "section:global-pay", 3),
    ("should i specialise", "section:specialisations", 1),
    ("what tools do I need", "section:tools", 1),
    ("which database should i use", "section:tools", 3),
    ("how to learn git", "skill:git", 1),
    ("will i have free time", "faq:work-life-balance", 3),
    ("what does an architect do", "level:architect", 1),
    // Added later, expectations again before the first run
    ("i dropped out of college", "faq:degree", 1),
    ("programming", "skill:programming-language", 1),
    ("typescript", "skill:programming-language", 1),
    ("how much does a staff engineer earn", "section:pay", 3),
    ("staff enginer salary", "section:pay", 3),
    ("night shifts", "section:environment", 3),
    ("long hours", "faq:work-life-balance", 1),
    ("bad sides of the job", "section:pros-and-cons", 1),
    ("whats the job outlook", "section:market", 1),
    ("are developers still in demand", "section:market", 3),
    ("manager vs individual contributor", "section:career-path", 1),
    ("should I become a manager or stay technical", "section:career-path", 3),
    ("soft skills", "section:soft-skills", 1),
    ("can introverts be developers", "section:soft-skills", 1),
    ("api", "skill:api-design", 1),
    ("apis", "skill:api-design", 1),
    ("what is an api", "section:role", 1),
    ("monolith", "section:qualifications", 3),
    ("serverless", "skill:cloud", 1),
    ("nosql", "skill:sql", 1),
    ("sql injection", "skill:security", 3),
    ("encryption", "skill:security", 1),
    ("observability", "skill:performance", 1),
    ("technical writing", "skill:communication", 1),
    ("documentation", "skill:communication", 1),
    ("giving feedback", "skill:collaboration", 1),
    ("one on ones", "skill:people-management", 1),
    ("roadmap", "skill:technical-direction", 1),
    ("negotiation", "skill:influence", 3),
    ("resumé exampels", "section:resume", 1),
    ("ats", "section:resume", 1),
    ("motivation letter", "section:cover-letter", 1),
    ("take home test", "section:interviews", 1),
    ("leetcode", "section:interviews", 3),
    ("how do i get my first job", "section:how-to-become", 1),
    ("no experience", "section:how-to-become", 3),
    ("learn to code in 6 months", "faq:job-ready-time", 1),
    ("time zones", "section:remote-work", 1),
    ("japan", "section:global-pay", 3),
    ("work visa usa", "section:visas", 1),
    ("quantum computing", "section:specialisations", 1),
    ("data engineer or backend", "section:related-careers", 1),
    ("mid", "level:mid-level", 1),
    ("intermediate developer", "level:mid-level", 1),
    ("prinicpal", "level:principal", 1),
    ("enterprise architect", "level:architect", 1),
    ("arcitecture", "skill:architecture", 1),
    ("performence", "skill:performance", 1),
    ("postgre", "skill:sql", 1),
    ("back end frame works", "skill:frameworks", 1),
    ("teamwrok", "skill:collaboration", 1),
    ("versoin control", "skill:git", 1),
    ("mesage queues", "skill:messaging", 1),
    ("asynchronous", "skill:messaging", 3),
    ("open source", "section:how-to-become", 1),
    ("side projects", "section:how-to-become", 3),
    ("how are salaries in europe", "section:global-pay", 1),
    ("who hires backend developers", "section:overview", 3),
    ("job ad", "section:job-description", 1),
    ("hire a backend developer", "section:job-description", 1),
];

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(library(), guide()));

fn links(query: &str) -> Vec<String> {
    INDEX.search(query, 8).iter().map(|hit| hit.link.to_string()).collect()
}

/// The place of a link among the answers, from 1 on.
fn place(found: &[String], expected: &str) -> usize {
    found.iter().position(|link| link == expected).map_or(usize::MAX, |at| at + 1)
}

#[test]
fn people_find_what_they_expect() {
    let (mut first, mut in_three, mut wrong) = (0, 0, Vec::new());
    for (query, expected, deepest) in EXPECTED {
        let found = links(query);
        let place = place(&found, expected);
        first += usize::from(place == 1);
        in_three += usize::from(place <= 3);
        let line = format!("{query}: {expected} is not first in {found:?}");
        if place > *deepest {
            wrong.push(line);
        } else if place > 1 {
            println!("{line}");
        }
    }
    let all = EXPECTED.len();
    println!("of {all} queries {first} have the expected answer first, {in_three} in the first three");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(first * 100 >= all * 97, "{first} of {all} come first");
    assert_eq!(in_three, all, "in the first three");
}

#[test]
fn every_name_finds_its_page() {
    let guide = guide();
    let sections = guide.sections.iter().map(|it| (Link::Section(it.id.clone()), &it.title, &it.aliases[..]));
    let faqs = guide.faqs.iter().map(|it| (Link::Faq(it.id.clone()), &it.question, &it.asked_as[..]));
    let skills = library().skills.iter().map(|it| (Link::Skill(it.id.clone()), &it.name, &it.aliases[..]));
    let levels = guide.levels.iter().map(|it| (Link::Level(it.id.clone()), &it.title, &it.aliases[..]));
    let mut lost = Vec::new();
    for (link, title, aliases) in sections.chain(faqs).chain(skills).chain(levels) {
        // Several pages may share an alias, never a title.
        if place(&links(title), &link.to_string()) != 1 {
            lost.push(format!("{title}: {link}"));
        }
        let shared = aliases.iter().filter(|alias| place(&links(alias), &link.to_string()) > 3);
        lost.extend(shared.map(|alias| format!("{alias}: {link}")));
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_word_is_found_while_it_is_typed() {
    for (word, expected, from) in [
        ("kubernetes", "skill:containers", 2),
        ("kuberentes", "skill:containers", 2),
        ("postgresql", "skill:sql", 5),
        ("negotiate salary", "section:pay", 12),
        ("do i need a degree", "faq:degree", 14),
    ] {
        for end in from..=word.len() {
            let found = links(&word[..end]);
            assert_eq!(found.first().map(String::as_str), Some(expected), "{}", &word[..end]);
        }
    }
}

#[test]
fn abbreviations_find_titles() {
    for (query, expected) in [
        ("ppl mgmt", "skill:people-management"),
        ("sysarch", "skill:architecture"),
        ("frmwrks", "skill:frameworks"),
    ] {
        assert_eq!(links(query).first().map(String::as_str), Some(expected), "{query}");
    }
}

#[test]
fn no_words_and_nonsense_find_nothing() {
    for query in
        ["", " ", "\t\n", "?!", "…", "\u{1b}[31m\u{7}", "xqzzv", "asdf qwer zxcv", "slartibartfast", "zq vx"]
    {
        assert_eq!(links(query), Vec::<String>::new(), "{query:?}");
    }
}

#[test]
fn case_diacritics_and_control_characters_make_no_difference() {
    for (query, same) in [
        ("résumé", "RESUME"),
        ("Re\u{301}sume\u{301}", "resume"),
        ("KAFKA", "kafka"),
        ("  remote\twork \n", "remote work"),
        ("remote\u{0}work\u{7f}", "remote work"),
        ("what’s it like?", "what's it like"),
        ("front-end", "Front End"),
    ] {
        assert_eq!(links(query), links(same), "{query:?}");
        assert!(!links(query).is_empty(), "{query:?}");
    }
}

#[test]
fn long_queries_are_answered_too() {
    let words = "how do I become a developer without a degree ".repeat(230);
    for query in
        [words, "x".repeat(10_000), "c++ ".repeat(2_500), "é\u{301}".repeat(5_000), "-/.'".repeat(2_500)]
    {
        assert!(INDEX.search(&query, 8).len() <= 8);
    }
}

#[test]
fn the_same_query_has_the_same_answer() {
    let guide = guide();
    let again = Index::new(library(), guide);
    for (query, ..) in EXPECTED {
        assert_eq!(again.search(query, 20), INDEX.search(query, 20), "{query}");
        assert_eq!(INDEX.search(query, 3), INDEX.search(query, 20).into_iter().take(3).collect::<Vec<_>>());
    }
    assert_eq!(search(library(), guide, "degree", 5), INDEX.search("degree", 5));
    assert_eq!(INDEX.search("degree", 0), []);
}

#[test]
fn an_excerpt_is_a_short_line_around_what_was_found() {
    for (query, ..) in EXPECTED {
        for Hit { link, excerpt } in INDEX.search(query, 8) {
            assert!(excerpt.chars().count() <= 112, "{query}: {link}: {excerpt}");
            assert!(
                !excerpt.contains(char::is_control) && !excerpt.contains("  "),
                "{query}: {link}: {excerpt}"
            );
        }
    }
    for (query, word) in [("kafka", "Kafka"), ("kuberentes", "Kubernetes"), ("degrees", "degree")] {
        for Hit { link, excerpt } in INDEX.search(query, 3) {
            assert!(
                excerpt.is_empty() || excerpt.to_lowercase().contains(&word.to_lowercase()),
                "{link}: {excerpt}"
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(256, 1))]

    #[test]
    fn no_query_stops_it(query in any::<String>()) {
        prop_assert!(INDEX.search(&query, 8).len() <= 8);
    }

    #[test]
    fn no_mistyped_query_stops_it(query in "[a-z+#.' -]{0,40}") {
        prop_assert!(INDEX.search(&query, 8).len() <= 8);
    }
}
