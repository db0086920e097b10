//! Search as a user meets it: what people type, and the answer that they expect for it.

mod expected;

use crate::support::{cases, guide, library};
use career_coach::guide::id::Link;
use career_coach::search::{Hit, Index, search};
use expected::EXPECTED;
use proptest::prelude::*;
use std::sync::LazyLock;

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
