//! Reads a résumé from its tree, value by value. What is of another kind than expected is passed over and told of.

use super::{
    Basics, Dated, Job, Other, Page, Passage, Project, Resume, School, SkillGroup, SpokenLanguage, titled,
};
use crate::resume::date::{self, When};
use crate::resume::encoding::without_html;
use crate::resume::node::{Node, Value};
use crate::resume::read::Fault;

/// What a tree says, and what it says in a way that can't be used.
#[must_use]
pub fn resume(root: &Node) -> (Resume, Vec<Fault>) {
    let mut reader = Reader { faults: Vec::new() };
    let resume = Resume {
        basics: root.get("basics").map(|node| reader.basics(node)).unwrap_or_default(),
        work: reader.all(root, "work", |reader, node| reader.job(node, "name")),
        volunteer: reader.all(root, "volunteer", |reader, node| reader.job(node, "organization")),
        education: reader.all(root, "education", Reader::school),
        skills: reader.all(root, "skills", Reader::skill),
        languages: reader.all(root, "languages", Reader::language),
        projects: reader.all(root, "projects", Reader::project),
        others: [
            ("certificates", "name", "issuer"),
            ("awards", "title", "awarder"),
            ("publications", "name", "publisher"),
        ]
        .into_iter()
        .flat_map(|(key, name, by)| reader.all(root, key, |reader, node| reader.other(node, name, by)))
        .collect(),
    };
    (resume, reader.faults)
}

struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn all<T>(&mut self, root: &Node, key: &str, mut read: impl FnMut(&mut Self, &Node) -> T) -> Vec<T> {
        let items = root.get(key).map(Node::items).unwrap_or_default();
        items.iter().filter(|item| !item.entries().is_empty()).map(|item| read(self, item)).collect()
    }

    fn basics(&mut self, node: &Node) -> Basics {
        let profiles = node.get("profiles").map(Node::items).unwrap_or_default();
        Basics {
            name: self.text(node, "name"),
            label: self.text(node, "label"),
            email: self.text(node, "email"),
            phone: self.text(node, "phone"),
            url: self.passage(node, "url"),
            summary: self.passage(node, "summary"),
            place: node.get("location").map(|place| self.place(place)).unwrap_or_default(),
            profiles: profiles.iter().map(|profile| self.page(profile)).collect(),
        }
    }

    fn place(&mut self, node: &Node) -> String {
        match &node.value {
            Value::Text(text) => line_of(text),
            Value::Map(_) => {
                let parts = ["city", "region", "countryCode"].map(|key| self.text(node, key));
                let place = titled(&parts.each_ref().map(String::as_str));
                if place.is_empty() { self.text(node, "address") } else { place }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) => String::new(),
        }
    }

    fn page(&mut self, node: &Node) -> Page {
        Page {
            network: self.text(node, "network"),
            username: self.text(node, "username"),
            url: self.passage(node, "url"),
        }
    }

    fn job(&mut self, node: &Node, name: &str) -> Job {
        Job {
            line: node.line,
            name: self.text(node, name),
            position: self.text(node, "position"),
            summary: self.passage(node, "summary"),
            start: self.date(node, "startDate"),
            end: self.date(node, "endDate"),
            date: self.text(node, "date"),
            highlights: self.passages(node, "highlights"),
        }
    }

    fn school(&mut self, node: &Node) -> School {
        School {
            line: node.line,
            institution: self.text(node, "institution"),
            area: self.text(node, "area"),
            study_type: self.text(node, "studyType"),
            start: self.date(node, "startDate"),
            end: self.date(node, "endDate"),
            courses: self.passages(node, "courses"),
        }
    }

    fn skill(&mut self, node: &Node) -> SkillGroup {
        SkillGroup {
            name: self.passage(node, "name"),
            level: self.text(node, "level"),
            keywords: self.passages(node, "keywords"),
            evidence: self.passage(node, "evidence"),
        }
    }

    fn language(&mut self, node: &Node) -> SpokenLanguage {
        SpokenLanguage {
            line: node.line,
            language: self.text(node, "language"),
            fluency: self.text(node, "fluency"),
        }
    }

    fn project(&mut self, node: &Node) -> Project {
        Project {
            line: node.line,
            name: self.text(node, "name"),
            description: self.passage(node, "description"),
            url: self.passage(node, "url"),
            end: self.date(node, "endDate"),
            highlights: self.passages(node, "highlights"),
            keywords: self.passages(node, "keywords"),
        }
    }

    fn other(&mut self, node: &Node, name: &str, by: &str) -> Other {
        Other {
            line: node.line,
            name: self.text(node, name),
            by: self.text(node, by),
            url: self.passage(node, "url"),
        }
    }

    /// A text on one line.
    fn text(&mut self, node: &Node, key: &str) -> String {
        line_of(&self.passage(node, key).text)
    }

    fn passage(&mut self, node: &Node, key: &str) -> Passage {
        let Some(value) = node.get(key) else { return Passage { line: node.line, text: String::new() } };
        if value.text().is_none() && !value.is_empty() {
            self.faults
                .push(Fault::new(value.line, format!("`{key}` is {}: it has to be a text", value.kind())));
        }
        Passage { line: value.line, text: value.text().map(without_html).unwrap_or_default() }
    }

    /// The texts of a list; a text with several lines is several texts.
    fn passages(&mut self, node: &Node, key: &str) -> Vec<Passage> {
        let Some(value) = node.get(key) else { return Vec::new() };
        if value.items().is_empty() && !value.is_empty() {
            self.faults
                .push(Fault::new(value.line, format!("`{key}` is {}: it has to be a list", value.kind())));
        }
        let mut all = Vec::new();
        for item in value.items() {
            // A list of groups, such as `[{ "name": "Git" }]`, names each by its name.
            let said = item.get("name").unwrap_or(item);
            match said.text().map(without_html) {
                Some(text) => {
                    all.extend(text.lines().map(|text| Passage { line: said.line, text: text.to_owned() }));
                }
                None => {
                    let problem = format!("an entry of `{key}` is {}: it has to be a text", item.kind());
                    self.faults.push(Fault::new(item.line, problem));
                }
            }
        }
        all
    }

    fn date(&mut self, node: &Node, key: &str) -> Dated {
        let said = self.text(node, key);
        let line = node.get(key).map_or(node.line, |value| value.line);
        let as_written = node.get(&format!("{key}Text"));
        match date::read(&said) {
            // A date that nobody understood isn't the same as none.
            When::Missing if as_written.is_some() => {
                let said = as_written.and_then(Node::text).map(line_of).unwrap_or_default();
                Dated { line, said, when: When::Unclear }
            }
            when => Dated { line, said, when },
        }
    }
}

/// A text on one line.
fn line_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
