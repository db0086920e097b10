//! The examples of exports are what the program writes, and independent parsers read them.

#[path = "../../examples/documents/documents.rs"]
mod written;

use crate::support::in_project;
use ical::IcalParser;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;

fn example(name: &str) -> String {
    let all = written::all();
    let (_, content) = all.into_iter().find(|(file, _)| file == name).expect(name);
    String::from_utf8(content).expect("UTF-8")
}

#[test]
fn every_example_is_what_the_program_writes() {
    let folder = in_project("docs/examples");
    let all = written::all();
    for (file, content) in &all {
        let kept = fs::read(folder.join(file)).unwrap_or_default();
        assert!(kept == *content, "{file} is out of date: cargo run --example documents");
    }
    assert_eq!(fs::read_dir(folder).expect("a folder").count(), all.len(), "no example is left over");
}

#[test]
fn the_pages_are_well_formed_and_need_nothing_from_outside() {
    for name in ["report.html", "plan.html"] {
        let page = example(name);
        let mut reader = Reader::from_str(&page);
        reader.config_mut().check_end_names = true;
        let mut links = 0;
        loop {
            match reader.read_event().expect(name) {
                Event::Start(start) | Event::Empty(start) => {
                    let element = start.name().as_ref().to_owned();
                    assert!(
                        !["script", "link", "img", "iframe", "object", "base"].contains(&element.as_str()),
                        "{element}"
                    );
                    for attribute in start.attributes() {
                        let attribute = attribute.expect("an attribute");
                        let is_link = attribute.key.as_ref() == "href";
                        assert!(!is_link || element == "a", "{element} refers to something outside");
                        links += usize::from(is_link);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        // The addresses of two proofs, in the report and in its appendix.
        assert!(name == "plan.html" || links >= 4, "{links}");
    }
}

#[test]
fn the_calendar_has_every_step_once() {
    let text = example("plan.ics");
    let calendars: Vec<_> = IcalParser::new(text.as_bytes()).map(|read| read.expect("a calendar")).collect();
    let [calendar] = &calendars[..] else { panic!("one calendar") };
    let of = |properties: &[ical::property::Property], name: &str| {
        properties.iter().find(|property| property.name == name).and_then(|property| property.value.clone())
    };
    let ids: std::collections::BTreeSet<_> =
        calendar.events.iter().map(|event| of(&event.properties, "UID").expect("an id")).collect();
    let steps = example("plan.md").lines().filter(|line| line.starts_with("- [ ] ")).count();
    assert_eq!((ids.len(), calendar.todos.len()), (steps, 0), "no step of the sample needs a role");
    for event in &calendar.events {
        let [start, end] = ["DTSTART", "DTEND"].map(|name| of(&event.properties, name).expect(name));
        assert!(start.as_str() >= "20261124" && start < end, "{start} {end}");
    }
}

#[test]
fn the_json_of_a_report_says_what_its_page_says() {
    let report: Value = serde_json::from_str(&example("report.json")).expect("JSON");
    let page = example("report.md");
    let page = page.replace('\\', "");
    assert_eq!(report["name"], "Tomás Ferreira");
    for question in report["questions"].as_array().expect("an array") {
        let words = question["words"].as_str().expect("a text");
        assert!(page.contains(words), "{words}");
    }
    for area in report["areas"].as_array().expect("an array") {
        let row = format!(
            "| {} | {} | {} |",
            area["title"].as_str().expect("a text"),
            area["proved"],
            area["rated"]
        );
        assert!(page.contains(&row), "{row}");
    }
}
