//! Search as a user meets it: what people type, and the answer that they expect for it.

use career_coach::guide::embedded;
use career_coach::guide::model::Library;
use career_coach::guide::search::{Hit, Index, search};
use std::time::{Duration, Instant};

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
];

fn library() -> Library {
    embedded().expect("the binary was built whole")
}

fn index() -> Index {
    let library = library();
    Index::new(&library, &library.guides[0])
}

fn links(hits: &[Hit]) -> Vec<String> {
    hits.iter().map(|hit| hit.link.to_string()).collect()
}

#[test]
fn people_find_what_they_expect() {
    let index = index();
    let (mut first, mut in_three, mut wrong) = (0, 0, Vec::new());
    for (query, expected, deepest) in EXPECTED {
        let found = links(&index.search(query, 8));
        let place = found.iter().position(|link| link == expected).map_or(usize::MAX, |at| at + 1);
        first += usize::from(place == 1);
        in_three += usize::from(place <= 3);
        if place > *deepest {
            wrong.push(format!("{query}: {expected} not in the first {deepest} of {found:?}"));
        } else if place > 1 {
            println!("{query}: {expected} in place {place} of {found:?}");
        }
    }
    let all = EXPECTED.len();
    println!("{first} of {all} come first, {in_three} in the first three");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
